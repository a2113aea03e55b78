import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { viNumber } from '../../language/numbers.ts';
import { vi, viWords } from '../../language/pattern.ts';
import { isCountingHead } from '../../language/table-heads.ts';
import { type GridCell, tidyLines, tidyText } from '../blocks.ts';
import { type Below, mergedHeads } from './merged-heads.ts';
import { COUNT, isFigure, isWords, rowCells } from './page-texts.ts';
import { fittingWays, settledColumns } from './row-fit.ts';

/** A table whose cells are each closed by a bar, found among other lines. */
export interface ClosedRows {
  readonly cells: readonly GridCell[];
  /** How many lines it takes. */
  readonly lines: number;
}

/** Bars of a row, and lines of one. */
const FEWEST = 3;
const MOST = 24;
const LONGEST_ROW = 40;
const LONGEST_LINE = 20_000;
/** Rows of heads at most, and rows of a table at least. */
const MOST_HEADS = 4;
const FEWEST_ROWS = 3;

/** A row with as many cells as bars; what a table leaves out stands at its end: merged cells, and those that hold nothing. */
interface Row {
  /** Without the empty cells at its end. */
  readonly texts: readonly string[];
  /** An empty cell stands in its place between others; a row without a number begins with a bar in any form. */
  readonly keepsEmpty: boolean;
  /** The line behind it. */
  readonly end: number;
}

/**
 * The table that begins at a line, as pages of the web are written out with a bar behind each cell: every row has the same number
 * of bars, over several lines where a cell holds an empty paragraph. Cells that are merged into one, and such as hold nothing at
 * all, are left out, and bars stand for them at the end of the row.
 */
export function closedRowsAt(knowledge: Knowledge, lines: readonly string[], from: number): ClosedRows | undefined {
  const line = lines[from] ?? '';
  // Rows that begin with a bar have one at either end.
  if (line.length > LONGEST_LINE || !line.trimEnd().endsWith('|') || line.trimStart().startsWith('|')) return undefined;
  const bars = barsIn(line);
  if (bars < FEWEST || bars > MOST || isOpen(lines[from - 1], bars)) return undefined;
  const rows = rowsFrom(lines, from, bars);
  // What counts rows, or holds figures, heads no table.
  if (rows[0]?.texts.some((text, c) => (c === 0 && COUNT.test(text)) || (isFigure(text) && !/\p{L}/u.test(text))))
    return undefined;
  // Where empty cells keep their places, bars part the cells of an ordinary table.
  if (rows.some(({ keepsEmpty }) => keepsEmpty)) return undefined;
  if (rows.length < FEWEST_ROWS || isOpen(lines[rows.at(-1)?.end ?? from], bars)) return undefined;
  return { cells: cellsOf(knowledge, rows, bars), lines: (rows.at(-1)?.end ?? from) - from };
}

/** A row with as many bars whose last cell none closes: bars part its cells, and that of the others is empty. */
const isOpen = (line: string | undefined, bars: number): boolean =>
  line !== undefined && line.length <= LONGEST_LINE && barsIn(line) >= bars && !line.trimEnd().endsWith('|');
const barsIn = (line: string): number => line.split('|').length - 1;

/** Rows of so many bars, each from the beginning of a line to the end of one. */
function rowsFrom(lines: readonly string[], from: number, bars: number): readonly Row[] {
  const rows: Row[] = [];
  for (let at = from; at < lines.length; ) {
    const row = rowAt(lines, at, bars);
    if (row === undefined) break;
    rows.push(row);
    at = row.end;
  }
  return rows;
}

function rowAt(lines: readonly string[], from: number, bars: number): Row | undefined {
  // A bar alone on its line, where each has one of its own, parts cells that stand on lines of their own.
  if (!lines[from]?.includes('|') || lines[from]?.trim() === '|') return undefined;
  let text = '';
  for (let at = from; at < Math.min(lines.length, from + LONGEST_ROW); at++) {
    const line = lines[at] ?? '';
    if (line.length > LONGEST_LINE) return undefined;
    text += `${line}\n`;
    const found = barsIn(text);
    if (found > bars) return undefined;
    if (found < bars || !line.trimEnd().endsWith('|')) continue;
    const cells = text.split('|').slice(0, bars);
    // An empty paragraph takes a line.
    const last = cells.findLastIndex((cell) => cell.includes('\n') || cell.trim() !== '');
    const keepsEmpty = cells.slice(1, Math.max(1, last)).some((cell) => cell.trim() === '' && !cell.includes('\n'));
    return { texts: cells.slice(0, last + 1).map(tidyLines), keepsEmpty, end: at + 1 };
  }
  return undefined;
}

/** "(1) | (2) | (7)=(5)+(6)", "A | B | 1 | 2": a row that counts the columns. */
const COUNTS_COLUMN = /^\(?(?:\d{1,2}|[A-D])\)?\s*(?:=.*)?$/u;
const countsColumns = ({ texts }: Row): boolean =>
  texts.length > 2 && texts.every((text) => COUNTS_COLUMN.test(text)) && texts.some((text) => /^\(?2\)?/u.test(text));

/** Whether a row is one of heads: no figures, nothing that counts rows, no cell left empty among others. */
const isHead = ({ texts }: Row, r: number): boolean =>
  texts.length > 1 &&
  texts.every((text) => text !== '') &&
  (r === 0 || !texts.some((text) => COUNT.test(text) || (isFigure(text) && !/\p{L}/u.test(text))));

function cellsOf(knowledge: Knowledge, all: readonly Row[], columns: number): readonly GridCell[] {
  // "Đơn vị tính: ha" over the whole width.
  const over = Math.max(
    0,
    all.findIndex(({ texts }) => texts.length > 1),
  );
  const captions = all.slice(0, over).map(({ texts: [text = ''] }, row) => overAll(text, row, columns));
  const cells = belowCaptions(knowledge, all.slice(over), columns);
  return [...captions, ...cells.map((cell) => ({ ...cell, row: cell.row + over }))];
}

const overAll = (text: string, row: number, columns: number): GridCell => ({
  ...{ row, column: 0, rowSpan: 1, columnSpan: columns, text },
});

function belowCaptions(knowledge: Knowledge, rows: readonly Row[], columns: number): readonly GridCell[] {
  const counting = rows.slice(1, MOST_HEADS + 1).find(countsColumns);
  const below = counting === undefined ? rows.findIndex((row, r) => !isHead(row, r)) : rows.indexOf(counting);
  const most = Math.min(MOST_HEADS, below < 0 ? rows.length : below);
  // Heads in one row are all there; words below them are those of its own rows.
  const count = rows[0]?.texts.length === columns ? 1 : most;
  const own = rows.slice(count).filter((row) => row !== counting);
  const sums = sumsOf(counting?.texts ?? []);
  const heads = headsOf(knowledge, rows.slice(0, count), columns, {
    together: sums.map(({ column, parts }) => [column, ...parts]),
    ...(holdFigures(own) ? { ofFigures: (column) => column > namesAt(knowledge, rows[0]?.texts[0] ?? '') } : {}),
  });
  // Where nobody can tell which figures stand below which heads.
  return heads === undefined
    ? unread(rows.slice(0, count), own)
    : [...heads, ...placed(knowledge, heads, own, columns, sums)];
}

function headsOf(
  knowledge: Knowledge,
  rows: readonly Row[],
  columns: number,
  below: Below,
): readonly GridCell[] | undefined {
  const [top, ...more] = rows.map(({ texts }) => texts);
  if (top === undefined || !top.every((text) => text !== '')) return undefined;
  if (more.length === 0) return top.length === columns ? rowCells(top, 0) : undefined;
  const heads = mergedHeads(knowledge, [top, ...more], columns, below);
  return Array.isArray(heads) ? heads : undefined;
}

/** "(7)=(5)+(6)": a column whose figures are the sums of others. */
interface Sum {
  readonly column: number;
  readonly parts: readonly number[];
}

function sumsOf(counts: readonly string[]): readonly Sum[] {
  const numbers = counts.map((text) => Number(/\d+/u.exec(text)?.[0] ?? Number.NaN));
  return counts.flatMap((text, column): readonly Sum[] => {
    const sum = /=\s*(?<parts>\(?\d{1,2}\)?(?:\s*\+\s*\(?\d{1,2}\)?)+)$/u.exec(text)?.groups?.parts;
    const parts = (sum?.match(/\d+/gu) ?? []).map((n) => numbers.indexOf(Number(n)));
    return parts.length > 1 && !parts.includes(-1) ? [{ column, parts }] : [];
  });
}

/** The rows cell by cell: each as it stands where none of its cells was left out, else what can stand in one column only. */
function placed(
  knowledge: Knowledge,
  heads: readonly GridCell[],
  rows: readonly Row[],
  columns: number,
  sums: readonly Sum[],
): readonly GridCell[] {
  const under = Math.max(...heads.map(({ row, rowSpan }) => row + rowSpan));
  const lowest = Array.from({ length: columns }, (_, c) => headOver(heads, c));
  // Remarks may be there in no row.
  const { NOTE } = notesOf(knowledge);
  const remarks = lowest.toReversed().findIndex((head) => !NOTE.test(head));
  const widest = Math.max(...rows.map(({ texts }) => texts.length));
  const width = widest >= columns - remarks ? widest : columns;
  const shapes = shapesOf(knowledge, lowest.slice(0, width), rows);
  const names = namesAt(knowledge, lowest[0] ?? '');
  return rows.flatMap(({ texts }, r): readonly GridCell[] => {
    const row = r + under;
    if (texts.length === width) return rowCells(texts, row);
    const [only = ''] = texts;
    if (texts.filter((text) => text !== '').length === 1 && only !== '' && !only.endsWith(':') && !COUNT.test(only))
      return [overAll(only, row, columns)];
    const name = texts.findIndex(isWords);
    const ways = fittingWays(texts, shapes)?.filter(
      (way) => (name < 0 || way[name] === names) && sums.every((sum) => adds(texts, way, sum)),
    );
    const at = settledColumns(texts.length, ways ?? []);
    const lost = texts.filter((text, i) => at[i] === undefined && text !== '');
    const cells = Array.from({ length: columns }, (_, c) => texts[at.indexOf(c)] ?? '');
    return rowCells(lost.length === 0 ? cells : [...cells, lost.join('; ')], row);
  });
}

const notesOf = built(['columns'], ({ columns }) => ({
  NOTE: vi`^${viWords(columns.filter(({ holds }) => holds === 'note'))}`,
}));

const headOver = (heads: readonly GridCell[], column: number): string =>
  heads.findLast((head) => head.column <= column && column < head.column + head.columnSpan)?.text ?? '';

/** What may stand in each column: that which its whole rows hold, and no share of more than a hundred. */
function shapesOf(
  knowledge: Knowledge,
  heads: readonly string[],
  rows: readonly Row[],
): readonly ((text: string) => boolean)[] {
  const whole = rows.filter(({ texts }) => texts.length === heads.length);
  const names = namesAt(knowledge, heads[0] ?? '');
  const ofFigures = holdFigures(rows);
  return heads.map((head, c) => {
    if (c < names) return (text) => text === '' || COUNT.test(text);
    const own = whole.map(({ texts }) => texts[c] ?? '').filter((text) => text !== '');
    const figures = own.length > 0 ? own.filter(isFigure).length * 2 > own.length : c > names && ofFigures;
    const words = own.length > 0 ? !figures : c === names && ofFigures;
    // "Quý II/2026" below a head whose other cells hold digits too, and a name below one whose others hold none.
    const digits = own.length > 1 && words ? own.filter((text) => /\d/u.test(text)).length / own.length : 0.5;
    const share = SHARE.test(head) && own.every((text) => (numberIn(text) ?? 0) <= 100);
    return (text) => {
      if (text === '') return true;
      if (share && (numberIn(text) ?? 0) > 100) return false;
      if (digits === (/\d/u.test(text) ? 0 : 1)) return false;
      return figures ? isFigure(text) : words ? isWords(text) || /^[%‰]$/u.test(text) : true;
    };
  });
}

/** The column in which the names of the rows stand: the first, or the one behind their numbers. */
const namesAt = (knowledge: Knowledge, head: string): number => (isCountingHead(knowledge, head) ? 1 : 0);

/** Whether all columns behind the names of the rows hold figures: also told by rows that lost cells. */
function holdFigures(rows: readonly Row[]): boolean {
  const behind = rows.flatMap(({ texts }) => texts.slice(texts.findIndex(isWords) + 1)).filter((text) => text !== '');
  return behind.length > 0 && behind.filter(isFigure).length >= 0.9 * behind.length;
}

/** Heads of parts of a whole: none of them is more than a hundred. */
const SHARE = vi`^(cơ cấu|tỷ trọng)`;

const numberIn = (text: string): number | undefined =>
  viNumber(
    tidyText(text)
      .replace(/^[-−–]/u, '')
      .replace(/\s?%$/u, ''),
  );

/**
 * Whether the figures of a row, as it is read, add up to the one that is their sum. Where one of them is there, so is the sum; where
 * that is, one of them is, or cells that are seen to be empty.
 */
function adds(texts: readonly string[], way: readonly number[], { column, parts }: Sum): boolean {
  const numberAt = (at: number): number | undefined => numberIn(texts[way.indexOf(at)] ?? '');
  const sum = numberAt(column);
  const values = parts.map(numberAt).filter((value) => value !== undefined);
  if (sum === undefined) return values.length === 0;
  if (values.length === 0) return parts.every((part) => way.includes(part));
  const coarse = Math.min(...[sum, ...values].map((value) => (String(value).split('.')[1] ?? '').length));
  return Math.abs(values.reduce((all, value) => all + value, 0) - sum) <= 1.01 * 10 ** -coarse;
}

/** Heads in one cell, rows behind them: the figures stand below no head, and the table is said to be unread. */
function unread(heads: readonly Row[], rows: readonly Row[]): readonly GridCell[] {
  const head = heads.flatMap(({ texts }) => texts).join(' ');
  return [...rowCells([head], 0), ...rows.flatMap(({ texts }, r) => rowCells(texts, r + 1))];
}
