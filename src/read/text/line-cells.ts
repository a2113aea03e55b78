import { tidyText } from '../blocks.ts';
import { PAGE_NUMBER } from './page-lines.ts';

/** A cell of a table that keeps to lines of its own. */
export interface LineCell {
  /** Its lines; empty where the text shows that nothing stood in the cell. */
  readonly text: string;
  /** The first line behind it. */
  readonly end: number;
}

/** Cells at most: a table ends within some thousand. */
const MOST_CELLS = 4000;
/** Lines by which it is told whether empty lines part the cells. */
const LOOKED_AT = 40;

/** Lines in their plain form, made once for each text: every table of a text asks for the lines after it too. */
const plainLines = new WeakMap<readonly string[], (string | undefined)[]>();

/** A line without the white space around it. */
export function plainLine(lines: readonly string[], at: number): string {
  let known = plainLines.get(lines);
  if (known === undefined) {
    known = Array.from({ length: lines.length });
    plainLines.set(lines, known);
  }
  const found = known[at] ?? tidyText(lines[at] ?? '');
  if (at < lines.length) known[at] = found;
  return found;
}

/**
 * The cells from a line on: a line each, or, where empty lines part them as pages of the web are written out, all lines up to the
 * next empty one. There a gap that is longer than the others holds cells in which nothing stands: white space alone between two
 * empty lines, or nothing at all.
 *
 * @param numbered what looks like the number of a page is a cell too
 */
export function cellsFrom(lines: readonly string[], from: number, numbered = false): readonly LineCell[] {
  const gap = usualGap(lines, from);
  const cells: LineCell[] = [];
  let blanks = 0;
  for (let at = from; at < lines.length && cells.length < MOST_CELLS; at++) {
    const line = lines[at] ?? '';
    const text = line.startsWith(PAGE_NUMBER) && !numbered ? '' : plainLine(lines, at);
    if (text === '') {
      if (!line.startsWith(PAGE_NUMBER)) blanks++;
      continue;
    }
    const last = cells.at(-1);
    if (gap > 0 && blanks === 0 && last !== undefined)
      cells.splice(-1, 1, { text: `${last.text}\n${text}`, end: at + 1 });
    else {
      const empty = gap > 0 ? Math.floor((blanks - gap) / (gap + 1)) : 0;
      for (let i = 0; i < empty && last !== undefined; i++) cells.push({ text: '', end: at });
      cells.push({ text, end: at + 1 });
    }
    blanks = 0;
  }
  return cells;
}

/** How many empty lines usually part two cells; none where most stand right below each other. */
function usualGap(lines: readonly string[], from: number): number {
  const gaps = new Map<number, number>();
  let texts = 0;
  let blanks = 0;
  for (let at = from; at < lines.length && texts < LOOKED_AT; at++) {
    if (plainLine(lines, at) === '') blanks++;
    else {
      if (texts++ > 0) gaps.set(blanks, (gaps.get(blanks) ?? 0) + 1);
      blanks = 0;
    }
  }
  const joined = gaps.get(0) ?? 0;
  gaps.delete(0);
  const parted = [...gaps].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const all = parted.reduce((sum, [, n]) => sum + n, 0);
  return all > joined ? (parted[0]?.[0] ?? 0) : 0;
}
