import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { PictureBox } from '../scan/columns.ts';
import { shadesOf } from '../scan/ink.ts';
import type { ScannedPage } from '../scan/page.ts';
import type { RecognisedLine, RecognisedWord } from '../scan/recogniser.ts';
import { boxOf, PADDING, scannedGrids, wordsIn } from './scanned-cells.ts';

/**
 * The first column of a table counts its rows. Engines read the stroke of a lone "1" as "l", "I" or "|", or not at all: where
 * the rows below go on with 2 and 3, it is told.
 */

/** A number alone in its cell, with its mark. */
const COUNT = /^(?<number>\p{Nd}{1,2})(?<mark>[.)]?)$/u;
/** Of the height of the "2" below it: how far from its middle the stroke may stand, its least and largest height, its width. */
const BESIDE = 0.6;
const [LOWEST, HIGHEST, WIDEST] = [0.7, 1.3, 0.7];

type Counted = Pick<ScannedPage, 'picture' | 'dpi' | 'lines' | 'rules'>;

/** The lines of a page with such numbers put right. */
export function withCountsTold(knowledge: Pick<Knowledge, 'misreadings'>, scanned: Counted): readonly RecognisedLine[] {
  let lines = withFirstOfColumns(knowledge, scanned.lines);
  const point = 72 / scanned.dpi;
  for (const grid of scannedGrids(scanned)) {
    const column = grid.cells
      .filter((cell) => cell.column === 0)
      .sort((a, b) => a.row - b.row)
      .map((cell) => boxOf(grid, cell, point, PADDING * scanned.dpi));
    for (const [i, box] of column.entries()) {
      const [second, third] = [numberIn(lines, column[i + 1]), numberIn(lines, column[i + 2])];
      if (second?.number !== 2 || third?.number !== 3) continue;
      lines = withFirst(knowledge, { ...scanned, lines }, box, second);
    }
    lines = withBetween(lines, column);
  }
  return lines;
}

/** Rows of a count that were misread, at most so many together, between two that tell what they are. */
const MOST_BETWEEN = 2;
/** More signs are no misread number. */
const LONGEST = 3;

/** Rows between two others of the same count: "14", "l5" or "5", "16". */
function withBetween(all: readonly RecognisedLine[], column: readonly PictureBox[]): readonly RecognisedLine[] {
  let lines = all;
  const numbers = column.map((box) => numberIn(all, box));
  for (const [i, first] of numbers.entries()) {
    if (first === undefined) continue;
    for (let gap = 1; gap <= MOST_BETWEEN; gap++) {
      const last = numbers[i + gap + 1];
      if (last === undefined || last.number - first.number !== gap + 1) continue;
      for (let at = 1; at <= gap; at++) {
        const [word, ...others] = wordsIn(lines, column[i + at] ?? { x0: 0, y0: 0, x1: 0, y1: 0 });
        const text = `${first.number + at}${first.mark}`;
        const isMisread = word !== undefined && word.text !== text && [...word.text].length <= LONGEST;
        if (isMisread && others.length === 0 && isAbove(word, first.word)) lines = withText(lines, word, text);
      }
    }
  }
  return lines;
}

const withText = (lines: readonly RecognisedLine[], word: RecognisedWord, text: string): readonly RecognisedLine[] => {
  const { doubtful: _, ...told } = { ...word, text, asRead: word.asRead ?? word.text };
  return lines.map((line) =>
    line.words.includes(word) ? { ...line, words: line.words.map((one) => (one === word ? told : one)) } : line,
  );
};

interface Count {
  readonly number: number;
  readonly mark: string;
  readonly word: RecognisedWord;
  readonly line: RecognisedLine;
}

function numberIn(lines: readonly RecognisedLine[], box: PictureBox | undefined): Count | undefined {
  if (box === undefined) return undefined;
  const [word, ...others] = wordsIn(lines, box);
  if (word === undefined || others.length > 0) return undefined;
  const line = lines.find(({ words }) => words.includes(word));
  return line === undefined ? undefined : countOf({ ...line, words: [word] });
}

/** The number that is all of a line. */
function countOf(line: RecognisedLine | undefined): Count | undefined {
  const [word, ...others] = line?.words ?? [];
  if (line === undefined || word === undefined || others.length > 0) return undefined;
  const { number, mark = '' } = COUNT.exec(word.text)?.groups ?? {};
  return number === undefined ? undefined : { number: Number(number), mark, word, line };
}

function withFirst(
  { misreadings }: Pick<Knowledge, 'misreadings'>,
  scanned: Counted,
  box: PictureBox,
  second: Count,
): readonly RecognisedLine[] {
  const { lines } = scanned;
  const [word, ...others] = wordsIn(lines, box);
  if (word === undefined) {
    const ink = inkOf(scanned, box);
    if (ink === undefined || !isStroke(ink, second.word)) return lines;
    const told: RecognisedWord = { ...ink, text: `1${second.mark}`, asRead: '', confidence: second.word.confidence };
    return [...lines, { words: [told], y: ink.y1, slope: second.line.slope, xHeight: second.line.xHeight }];
  }
  return others.length > 0 ? lines : withMisread(misreadings, lines, word, second);
}

/** In a column without a frame each number is a line of its own, and the next one follows it. */
function withFirstOfColumns(
  { misreadings }: Pick<Knowledge, 'misreadings'>,
  all: readonly RecognisedLine[],
): readonly RecognisedLine[] {
  let lines = all;
  for (const [i, line] of all.entries()) {
    const [word, ...others] = line.words;
    const [second, third] = [countOf(all[i + 1]), countOf(all[i + 2])];
    if (word === undefined || others.length > 0 || second?.number !== 2 || third?.number !== 3) continue;
    if (line.y < second.line.y && second.line.y < third.line.y && isAbove(second.word, third.word))
      lines = withMisread(misreadings, lines, word, second);
  }
  return lines;
}

function withMisread(
  misreadings: Knowledge['misreadings'],
  lines: readonly RecognisedLine[],
  word: RecognisedWord,
  second: Count,
): readonly RecognisedLine[] {
  const sign = word.text.replace(/[.,)]$/u, '');
  const isMisread = [...sign].length === 1 && misreadings.digits['1']?.includes(sign) === true;
  if (!isMisread || !isAbove(word, second.word)) return lines;
  return withText(lines, word, `1${second.mark}`);
}

/** Whether one stands right above the other. */
const isAbove = (one: PictureBox, other: PictureBox): boolean =>
  Math.abs(one.x0 + one.x1 - other.x0 - other.x1) / 2 <= BESIDE * (other.y1 - other.y0);

function isStroke(ink: PictureBox, second: PictureBox): boolean {
  const high = second.y1 - second.y0;
  const height = ink.y1 - ink.y0;
  return (
    isAbove(ink, second) && height >= LOWEST * high && height <= HIGHEST * high && ink.x1 - ink.x0 <= WIDEST * high
  );
}

/** The bounds of all ink in a cell. */
function inkOf({ picture }: Counted, cell: PictureBox): PictureBox | undefined {
  const { width, grey } = picture;
  const { letters } = shadesOf(picture);
  let [x0, y0, x1, y1] = [cell.x1, cell.y1, cell.x0, cell.y0];
  for (let y = cell.y0; y < cell.y1; y++)
    for (let x = cell.x0; x < cell.x1; x++)
      if ((grey[y * width + x] ?? 255) < letters)
        [x0, y0, x1, y1] = [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x + 1), Math.max(y1, y + 1)];
  return x1 > x0 && y1 > y0 ? { x0, y0, x1, y1 } : undefined;
}
