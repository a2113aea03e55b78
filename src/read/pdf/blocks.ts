import type { Block, DoubtfulRange, Furniture, Run } from '../../model/block.ts';
import { blockKindOf, isRule, withoutRule } from '../blocks.ts';
import type { PlacedLine, TableCell, TablePart } from './layout.ts';
import { ASCENT, DESCENT, type Line } from './lines.ts';
import { lineText, wouldFit } from './paragraphs.ts';

/** One paragraph of lines as a block. */
export function paragraphBlock(lines: readonly PlacedLine[], furniture?: Furniture): Block {
  const made = textAndRuns(lines, () => false);
  return { kind: blockKindOf(made.text), ...made, ...(furniture === undefined ? {} : { furniture }) };
}

/** A paragraph of the document; none where it is but a rule drawn with characters, which closes a letterhead. */
export function bodyBlocks(lines: readonly PlacedLine[]): Block[] {
  const block = paragraphBlock(lines);
  if (isRule(block.text)) return [];
  const text = withoutRule(block.text);
  if (text === block.text) return [block];
  const runs = block.runs?.filter((run) => run.start < text.length) ?? [];
  return [
    {
      ...block,
      kind: blockKindOf(text),
      text,
      runs: runs.map((run) => ({ ...run, end: Math.min(run.end, text.length) })),
    },
  ];
}

/** The cells of a table as blocks, row by row. */
export function cellBlocks(table: TablePart, index: number): Block[] {
  const rows = table.rows.filter((row) => row.cells.some((cell) => cell.lines.length > 0));
  return rows.flatMap((row, r) =>
    row.cells.map((cell): Block => {
      const { text, page, runs, doubts, bold } = textAndRuns(cell.lines, breaksIn(cell));
      return {
        kind: 'cell',
        text,
        page: page ?? row.cells.find((c) => c.lines.length > 0)?.lines[0]?.page ?? null,
        cell: { table: index, row: r, column: cell.column, rowSpan: cell.rowSpan, columnSpan: cell.columnSpan },
        runs,
        ...(doubts === undefined ? {} : { doubts }),
        bold,
      };
    }),
  );
}

/** In a cell a line was ended on purpose where the next word had room. Two type sizes are left for the cell's padding. */
function breaksIn(cell: TableCell): (before: PlacedLine, next: PlacedLine) => boolean {
  const widest = cell.lines.reduce((most, { line }) => Math.max(most, line.x1 - line.x0), 0);
  return ({ line }, next) => {
    if (line.upright !== undefined) return false;
    const room = Math.max(widest, cell.room - 1.5 * line.size);
    return wouldFit({ ...line, x1: line.x1 - line.x0 }, next.line, room);
  };
}

function textAndRuns(
  lines: readonly PlacedLine[],
  breaks: (before: PlacedLine, next: PlacedLine) => boolean,
): { text: string; runs: Run[]; doubts?: DoubtfulRange[]; page: number | null; bold: boolean } {
  let text = '';
  const runs: Run[] = [];
  const doubts: DoubtfulRange[] = [];
  lines.forEach((placed, i) => {
    const { line, page } = placed;
    const before = lines[i - 1];
    if (before !== undefined) text += breaks(before, placed) ? '\n' : seam(before, placed);
    const start = text.length;
    text += lineText(line);
    doubts.push(...doubtsIn(line, start));
    runs.push({
      start,
      end: text.length,
      page,
      box: boxOf(line),
    });
  });
  const words = lines.flatMap(({ line }) => line.words);
  return {
    text,
    runs,
    ...(doubts.length === 0 ? {} : { doubts }),
    page: lines[0]?.page ?? null,
    bold: words.length > 0 && words.every((w) => w.bold),
  };
}

/** Where the doubtful words of a line stand in a text in which it begins at `start`. */
function doubtsIn({ words }: Line, start: number): DoubtfulRange[] {
  let at = start;
  return words.flatMap(({ text, doubtful }) => {
    const from = at;
    at += text.length + 1;
    return doubtful === true ? [{ start: from, end: from + text.length }] : [];
  });
}

function boxOf({ x0, x1, y, size, upright }: Line): Run['box'] {
  const box = upright ?? { x0, y0: y - ASCENT * size, x1, y1: y + DESCENT * size };
  return [tenth(box.x0), tenth(box.y0), tenth(box.x1), tenth(box.y1)];
}

const tenth = (value: number): number => Math.round(value * 10) / 10;

/**
 * What stands between two lines: nothing after a hyphen or a slash inside a word ("526/KH-" "UBND") or within a row of
 * dashes, else a space.
 */
function seam(before: PlacedLine, next: PlacedLine): string {
  const last = before.line.words.at(-1);
  if (last === undefined || last.spaceAfter) return ' ';
  if (/[\p{L}\p{N}]-$|\d\/$/u.test(last.text)) return '';
  return /^-+$/u.test(last.text) && /^-/u.test(next.line.words[0]?.text ?? '') ? '' : ' ';
}
