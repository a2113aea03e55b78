import type { PictureBox } from '../scan/columns.ts';
import { shadesOf } from '../scan/ink.ts';
import { linesIn } from '../scan/lines-in.ts';
import type { ScannedPage } from '../scan/page.ts';
import type { Picture } from '../scan/picture.ts';
import type { RecognisedLine, RecognisedWord, Recogniser } from '../scan/recogniser.ts';
import { surenessOf } from '../scan/words.ts';
import { type Grid, gridsOf, type RuledCell } from './grid.ts';

/** Under this the engine has hardly read a cell; what it reads of it alone is taken from here on. */
const UNSURE = 0.5;
/** Inches between a cell's frame and what is read of it. */
export const PADDING = 0.04;
/** A cell with less ink, in square inches, holds but specks. */
const SPECKS = 0.001;
/** More such cells on a page are no table, or no text. */
const MOST = 24;

/**
 * Reads those cells of ruled tables alone that came out empty, though there is ink in them, or of whose words the engine is
 * not sure.
 *
 * @throws {PlanError} as the recogniser does
 */
export async function withCellsAlone(scanned: ScannedPage, recogniser: Recogniser): Promise<ScannedPage> {
  const { dpi, picture } = scanned;
  const point = 72 / dpi;
  const cells = scannedGrids(scanned).flatMap((grid) => boxesOf(grid, point, PADDING * dpi));
  if (cells.length === 0) return scanned;
  let { lines } = scanned;
  const { letters } = shadesOf(picture);
  let left = MOST;
  for (const cell of cells) {
    const held = wordsIn(lines, cell);
    const sure = surenessOf(held);
    if (sure >= UNSURE || inkIn(picture, cell, letters) < SPECKS * dpi ** 2 || left-- <= 0) continue;
    const alone = await linesIn(picture, cell, dpi, recogniser);
    const words = alone.flatMap((line) => line.words);
    if (surenessOf(words) < Math.max(UNSURE, sure)) continue;
    const gone = new Set(held);
    lines = [...without(lines, gone), ...alone];
  }
  return { ...scanned, lines };
}

/** The grids of a page's rules, in points. */
export function scannedGrids({ dpi, rules }: Pick<ScannedPage, 'dpi' | 'rules'>): Grid[] {
  const point = 72 / dpi;
  return gridsOf(
    rules.map(({ x0, y0, x1, y1 }) => ({ x0: x0 * point, y0: y0 * point, x1: x1 * point, y1: y1 * point })),
  );
}

/** The insides of a grid's cells. */
const boxesOf = (grid: Grid, point: number, padding: number): PictureBox[] =>
  grid.cells.map((cell) => boxOf(grid, cell, point, padding)).filter(({ x0, y0, x1, y1 }) => x1 > x0 && y1 > y0);

/** The inside of a cell. */
export const boxOf = (
  { xs, ys }: Grid,
  { row, column, rowSpan, columnSpan }: RuledCell,
  point: number,
  padding: number,
): PictureBox => ({
  x0: Math.ceil((xs[column] ?? 0) / point + padding),
  y0: Math.ceil((ys[row] ?? 0) / point + padding),
  x1: Math.floor((xs[column + columnSpan] ?? 0) / point - padding),
  y1: Math.floor((ys[row + rowSpan] ?? 0) / point - padding),
});

/** The words whose middle is within a cell. */
export const wordsIn = (lines: readonly RecognisedLine[], { x0, y0, x1, y1 }: PictureBox): RecognisedWord[] =>
  lines.flatMap(({ words }) =>
    words.filter((word) => {
      const [x, y] = [(word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2];
      return x >= x0 && x < x1 && y >= y0 && y < y1;
    }),
  );

function without(lines: readonly RecognisedLine[], gone: ReadonlySet<RecognisedWord>): RecognisedLine[] {
  if (gone.size === 0) return [...lines];
  return lines.flatMap((line) => {
    const words = line.words.filter((word) => !gone.has(word));
    return words.length === 0 ? [] : [words.length === line.words.length ? line : { ...line, words }];
  });
}

function inkIn({ width, grey }: Picture, { x0, y0, x1, y1 }: PictureBox, letters: number): number {
  let dark = 0;
  for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) if ((grey[y * width + x] ?? 255) < letters) dark++;
  return dark;
}
