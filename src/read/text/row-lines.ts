import type { Knowledge } from '../../knowledge/knowledge.ts';
import { labelOfLine } from '../../language/labels.ts';
import type { GridCell } from '../blocks.ts';
import { tidyText } from '../blocks.ts';
import { allCapitals, terminated } from '../labels.ts';
import { headsWrittenOnce, isOfRow } from './head-rows.ts';

/** A table whose rows kept to a line each, found among other lines. */
export interface RowLines {
  readonly cells: readonly GridCell[];
  /** How many lines it takes. */
  readonly lines: number;
}

/** Lines longer than this are text, whatever stands in them. */
const LONGEST = 20_000;

/** The table that begins at a line: "a | b | c" or cells parted by tabs, in two rows or more. */
export function rowLinesAt(knowledge: Knowledge, lines: readonly string[], from: number): RowLines | undefined {
  return run(knowledge, lines, from, barsOf) ?? run(knowledge, lines, from, tabsOf);
}

function run(
  knowledge: Knowledge,
  lines: readonly string[],
  from: number,
  split: (line: string) => string[] | undefined,
): RowLines | undefined {
  if (split(lines[from] ?? '') === undefined) return undefined;
  const rows: string[][] = [];
  let taken = 0;
  for (let i = from; i < lines.length; i++) {
    const line = lines[i] ?? '';
    // An empty line between every two paragraphs stands between rows too.
    if (line.trim() === '' && lines[i - 1]?.trim() !== '') continue;
    const row = split(line) ?? groupRow(line, split(followingLine(lines, i))?.length, rows.at(-1)?.length);
    if (row === undefined) break;
    rows.push(row);
    taken = i + 1 - from;
  }
  const columns = commonest(rows.map((row) => row.length));
  // Where the first row has another length it is a line of text with a bar in it, or a header with merged cells.
  const first = rows[0]?.length ?? 0;
  if (rows.length < 2 || (first !== columns && (first < 3 || Math.abs(first - columns) > 3))) return undefined;
  const whole = rows.filter((row) => row.length === columns).length;
  if (whole < 2 || whole * 2 < rows.length || isContents(rows)) return undefined;
  // Paragraphs that are set in twice.
  if (rows.every((row) => row.filter((text) => text !== '').length < 2)) return undefined;
  const framed = rows.every((row) => row[0] === '' && row.at(-1) === '') && columns > 2;
  // A bar behind the last cell of each row, or one at either end.
  const counted = rows.some((row) => row.some((text) => isOfRow(text)));
  const closed = framed || (columns > 2 && counted && rows.every((row) => row.at(-1) === ''));
  const bare = closed ? rows.map((row) => row.slice(framed ? 1 : 0, -1)) : rows;
  return { cells: gridOfRows(knowledge, bare, columns - (framed ? 2 : closed ? 1 : 0)), lines: taken };
}

/**
 * Rows cell by cell, heads above the columns they stand over also where merged cells were written once. Where nobody can tell which
 * these are, all heads are one cell, and the figures stand below none.
 */
export function gridOfRows(
  knowledge: Knowledge,
  rows: readonly (readonly string[])[],
  columns: number,
): readonly GridCell[] {
  const heads = rows.findIndex((row) => row.some((text) => isOfRow(text)));
  const plain = (from: number, row: number): readonly GridCell[] =>
    rows.slice(from).flatMap((texts, i) => spanned(texts, i + row, columns));
  // Bars that stand for merged cells are left at the end of a row.
  const written = rows.map((row, i) => (i < heads ? row.slice(0, row.findLastIndex((text) => text !== '') + 1) : row));
  if (heads < 1 || (heads === 1 && rows[0]?.length === columns)) return plain(0, 0);
  const found = headsWrittenOnce(knowledge, heads === 1 ? rows : written, columns);
  if (found === undefined) return plain(0, 0);
  if (found !== 'unsure') return [...found.cells, ...plain(found.rows, found.rows)];
  const text = written.slice(0, heads).flat().join(' ');
  return [{ row: 0, column: 0, rowSpan: 1, columnSpan: 1, text }, ...plain(heads, 1)];
}

/** The next line with something on it, at most one empty line on. */
const followingLine = (lines: readonly string[], at: number): string => {
  const next = lines[at + 1] ?? '';
  return next.trim() === '' ? (lines[at + 2] ?? '') : next;
};

const barsOf = (line: string): string[] | undefined =>
  line.length > LONGEST || !line.includes('|') ? undefined : line.split('|').map(tidyText);
const tabsOf = (line: string): string[] | undefined => {
  if (line.length > LONGEST || !line.includes('\t')) return undefined;
  const cells = line.split('\t').map(tidyText);
  return cells.length < 3 || isSetIn(cells) ? undefined : cells;
};

/** An item that is set in with tabs, with one more behind its label. */
function isSetIn(cells: readonly string[]): boolean {
  const [label, text, ...more] = cells.slice(cells.findIndex((cell) => cell !== ''));
  if (label === undefined || text === undefined || text === '' || more.some((cell) => cell !== '')) return false;
  // "1" without a mark counts a row.
  return !/^[\p{L}\d]+$/u.test(label) && labelOfLine(`${label} ${text}`)?.text === label;
}

/** A title over the whole width, between two rows: its line holds one cell, or a label and a title. */
function groupRow(line: string, next: number | undefined, before: number | undefined): string[] | undefined {
  if (next === undefined || before === undefined || line.length > 200) return undefined;
  const cells = line.split('\t').map(tidyText);
  const [first = ''] = cells;
  if (cells.length > 2 || first === '') return undefined;
  // "Trong đó:" between two rows of one width.
  if (cells.length === 1 && next === before && next > 2 && !/[.;]$/u.test(first)) return cells;
  const titled =
    cells.length === 2
      ? first.length < 8
      : /^(?:roman|number|letter|part)$/u.test(labelOfLine(first)?.kind ?? '') || allCapitals(first);
  return titled && !terminated(cells.at(-1) ?? '') ? cells : undefined;
}

/** A table of contents: every row ends with the number of a page, and those never fall. */
function isContents(rows: readonly (readonly string[])[]): boolean {
  let last = 0;
  return rows.every((row) => {
    const page = /^(?:.*[.…\s])?(?<n>\d{1,4})$/u.exec((row.at(-1) ?? '').slice(-40))?.groups?.n;
    const rising = page !== undefined && Number(page) >= last;
    last = Number(page ?? 0);
    return rising;
  });
}

function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0])[0];
}

/** Programs that write merged cells out repeat their text: a row that says one thing throughout, or a header row with the same words side by side. */
function spanned(row: readonly string[], index: number, columns: number): GridCell[] {
  const cells: GridCell[] = [];
  const [, second = ''] = row;
  // Figures and marks ("0", "x", "Có") can well be the same throughout.
  const title =
    row.length > 3 && second.length >= 6 && /\p{L}{2}/u.test(second) && row.slice(1).every((text) => text === second);
  for (let column = 0; column < row.length; column++) {
    const text = row[column] ?? '';
    let end = column + 1;
    if (text !== '' && (title || (index === 0 && !/\d/u.test(text))))
      while (end < row.length && row[end] === text) end++;
    const columnSpan = end === row.length ? Math.max(end, columns) - column : end - column;
    cells.push({ row: index, column, rowSpan: 1, columnSpan: Math.max(1, columnSpan), text });
    column = end - 1;
  }
  return cells;
}
