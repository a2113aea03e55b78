import type { Knowledge } from '../../knowledge/knowledge.ts';
import { isCountingHead } from '../../language/table-heads.ts';
import { type GridCell, tidyText } from '../blocks.ts';
import { isTableHead } from '../line-words.ts';
import { mergedHeads } from './flat-rows.ts';

/** A table that was flattened to a line for each cell that holds anything, found among other lines. */
export interface CellLines {
  readonly cells: readonly GridCell[];
  /** How many lines it takes. */
  readonly lines: number;
}

/** Lines of heads at most, and columns. */
const MOST_HEADS = 24;
const MOST_COLUMNS = 14;
const LONGEST_HEAD = 60;
const LONGEST_CELL = 300;

const NUMBER = /^\d{1,3}(?:\.\d{1,2}){0,3}\.?$/u;
const ROMAN = /^(?:[IVX]{1,5}|[A-H])\.?$/u;
const DASHED = /^[-–+]\s*\p{L}/u;
const YEAR = /^(?:(?:kế hoạch|mục tiêu|chỉ tiêu|ước|thực hiện|đến)\s+)?(?:năm\s+)?(?:19|20)\d\d$/iu;
const FIGURE = /^[^\d\n]{0,24}\d[\d.,\s]*(?:[-–]\s?\d[\d.,]*)?\s?%?(?:\s\p{L}[\p{L}\s/]{0,24})?$/u;

const PERIOD = /(?:19|20)\d\d\s?[-–—]\s?(?:19|20)\d\d/u;
const isFigure = (text: string): boolean => FIGURE.test(text) && !YEAR.test(text) && !PERIOD.test(text);

/** "(1)", "(2)": a row that only counts the columns. */
const COUNTS_COLUMN = /^\(\d{1,2}\)$/u;

interface Line {
  readonly text: string;
  readonly at: number;
}

/**
 * The table that begins at a line: a line for each cell, nothing between them, empty cells left out. Rows are found by what
 * counts them and by the width at which all of them end with figures; a row that lost a cell gives no figures, since nobody
 * can tell which it lost.
 */
export function cellLinesAt(knowledge: Knowledge, lines: readonly string[], from: number): CellLines | undefined {
  const first = tidyText(lines[from] ?? '');
  if (!isCountingHead(knowledge, first) && !isTableHead(knowledge, first)) return undefined;
  const rest = filled(lines, from);
  const heads = headsOf(rest, isCountingHead(knowledge, first));
  if (heads === 0) return undefined;
  const counted = isCountingHead(knowledge, first);
  const names = rest.slice(0, heads).flatMap(({ text }) => (COUNTS_COLUMN.test(text) ? [] : [text]));
  let best: Reading | undefined;
  for (
    let columns = Math.max(2, Math.ceil(names.length / 2));
    columns <= Math.min(MOST_COLUMNS, names.length);
    columns++
  ) {
    const read = rowsFrom(rest, heads, columns, counted);
    if (read.whole >= 2 && (best === undefined || read.whole * columns > best.whole * best.columns)) best = read;
  }
  if (best === undefined || best.whole * 2 < best.rows.length - best.short) return undefined;
  const top = headCells(knowledge, names, best.columns);
  if (top === undefined) return undefined;
  const { columns } = best;
  const below = Math.max(...top.map(({ row }) => row)) + 1;
  const cells = best.rows.flatMap(({ texts, from: column }, i) => rowCells(texts, column, i + below, columns));
  return { cells: [...top, ...cells], lines: (rest[best.end - 1]?.at ?? from) + 1 - from };
}

/** The lines that hold anything, from a place on; a table ends within some thousand. */
function filled(lines: readonly string[], from: number): Line[] {
  const found: Line[] = [];
  for (let at = from; at < lines.length && found.length < 4000; at++) {
    const text = tidyText(lines[at] ?? '');
    if (text !== '') found.push({ text, at });
  }
  return found;
}

/** How many lines are heads: up to the first that counts a row, or the first words below heads of years. */
function headsOf(rest: readonly Line[], counted: boolean): number {
  for (let i = 1; i < Math.min(rest.length, MOST_HEADS); i++) {
    const text = rest[i]?.text ?? '';
    if (text.length > LONGEST_HEAD) return 0;
    if (counted && (/^1\.?$/u.test(text) || /^(?:I|A)\.?$/u.test(text))) return i;
    if (!counted && i > 1 && YEAR.test(rest[i - 1]?.text ?? '') && !YEAR.test(text)) return i;
  }
  return 0;
}

interface Row {
  readonly texts: readonly string[];
  /** The column at which it begins. */
  readonly from: number;
}
interface Reading {
  readonly columns: number;
  readonly rows: readonly Row[];
  /** Rows of the full width, and those that lost a cell. */
  readonly whole: number;
  readonly short: number;
  /** The first line that is no row any more. */
  readonly end: number;
}

/** Reads rows of so many columns until a line begins none. */
function rowsFrom(rest: readonly Line[], start: number, columns: number, counted: boolean): Reading {
  const rows: Row[] = [];
  let whole = 0;
  let short = 0;
  let at = start;
  const text = (i: number): string => rest[i]?.text ?? '';
  const heads = rest.slice(0, start).map((line) => line.text);
  while (at < rest.length) {
    // A header that is repeated as at a page's end.
    if (heads.every((head, i) => text(at + i) === head)) {
      at += heads.length;
      continue;
    }
    const row = counted ? countedRow(text, at, columns) : plainRow(text, at, columns);
    if (row === undefined) break;
    rows.push(row.row);
    if (row.kind === 'whole') whole++;
    if (row.kind === 'short') short++;
    at += row.lines;
  }
  return { columns, rows, whole, short, end: at };
}

interface Read {
  readonly row: Row;
  readonly kind: 'whole' | 'short' | 'head';
  readonly lines: number;
}

const isWords = (text: string): boolean => /\p{L}{2}/u.test(text) && !isFigure(text) && text.length <= LONGEST_CELL;
const opens = (text: string): boolean => NUMBER.test(text) || ROMAN.test(text);

/** A row of a table whose rows are counted: "1 | words | … figures", "I | words", "- words | …", or words over such. */
function countedRow(text: (i: number) => string, at: number, columns: number): Read | undefined {
  const label = text(at);
  if (opens(label) && isWords(text(at + 1))) {
    const next = text(at + 2);
    if ((opens(next) && isWords(text(at + 3))) || DASHED.test(next) || (isWords(next) && DASHED.test(text(at + 3))))
      return { row: { texts: [label, text(at + 1)], from: 0 }, kind: 'head', lines: 2 };
    return rowOf(text, at, columns, 0, 2);
  }
  if (DASHED.test(label)) return rowOf(text, at, columns - 1, 1, 1);
  if (isWords(label) && DASHED.test(text(at + 1))) return { row: { texts: [label], from: 1 }, kind: 'head', lines: 1 };
  return undefined;
}

/** A row of a table whose rows begin with words. */
function plainRow(text: (i: number) => string, at: number, columns: number): Read | undefined {
  return isWords(text(at)) && !opens(text(at)) && !isHeading(text(at)) ? rowOf(text, at, columns, 0, 1) : undefined;
}

/** A row of its full width, of which some cell holds a figure; a shorter one where the next begins too early. */
function rowOf(text: (i: number) => string, at: number, width: number, from: number, words: number): Read | undefined {
  const begins = (i: number): boolean =>
    text(i) === '' || (opens(text(i)) && isWords(text(i + 1))) || DASHED.test(text(i)) || isHeading(text(i));
  const texts = Array.from({ length: width }, (_, i) => text(at + i));
  // What counts the next row may look like a figure of this one: it is the next number, and words follow it.
  const next = String(Number.parseInt(text(at), 10) + 1);
  const early = texts.findIndex(
    (one, i) =>
      i >= words &&
      (DASHED.test(one) || isHeading(one) || (one.replace(/\.$/u, '') === next && isWords(text(at + i + 1)))),
  );
  const figures = texts.slice(words).filter(isFigure).length;
  const pure = words > 1 || from > 0 || texts.slice(1).every((one) => !isWords(one));
  if (figures > 0 && early < 0 && !texts.includes('') && pure)
    return { row: { texts, from }, kind: 'whole', lines: width };
  for (let length = words + 1; length < width; length++)
    if (length === early || begins(at + length) || (words === 1 && from === 0 && isWords(text(at + length))))
      return { row: { texts: texts.slice(0, length), from }, kind: 'short', lines: length };
  return undefined;
}

/** "II. TỔ CHỨC THỰC HIỆN": what follows a table. */
const isHeading = (text: string): boolean => /^(?:[IVX]{1,5}|\d{1,2}|[A-H])\.\s+\p{L}/u.test(text);

/** A whole row cell by cell; of a row that lost a cell all but its words stands beyond the columns that have heads. */
function rowCells(texts: readonly string[], from: number, row: number, columns: number): GridCell[] {
  const cell = (column: number, text: string): GridCell => ({ row, column, rowSpan: 1, columnSpan: 1, text });
  const before = Array.from({ length: from }, (_, c) => cell(c, ''));
  if (texts.length + from >= columns) return [...before, ...texts.map((text, i) => cell(from + i, text))];
  const words = texts.findIndex((text) => /\p{L}{2}/u.test(text) && !opens(text)) + 1;
  const lost = texts.slice(words);
  return [
    ...before,
    ...texts.slice(0, words).map((text, i) => cell(from + i, text)),
    ...Array.from({ length: columns - from - words }, (_, i) => cell(from + words + i, '')),
    ...(lost.length === 0 ? [] : [cell(columns, lost.join('; '))]),
  ];
}

/** The heads in their rows; undefined where it cannot be told how they lie. */
function headCells(knowledge: Knowledge, heads: readonly string[], columns: number): GridCell[] | undefined {
  const plain = (): GridCell[] => heads.map((text, column) => ({ row: 0, column, rowSpan: 1, columnSpan: 1, text }));
  const spanning = heads.length - columns;
  if (spanning === 0) return plain();
  const ways = heads
    .map((_, top) => [heads.slice(0, top), heads.slice(top)] as const)
    .filter(([top, below]) => top.length > spanning && below.length >= 2 && areInner(top, below, spanning));
  const found = ways.map(([top, below]) => mergedHeads(knowledge, [top, below], columns)).find(Array.isArray);
  return ways.length === 0 ? undefined : found;
}

/** Heads that can stand below others: years, the same under each of several heads, or words where those above have the years. */
function areInner(top: readonly string[], below: readonly string[], spanning: number): boolean {
  const dated = (text: string): boolean => /(?:19|20)\d\d/u.test(text);
  if (below.every((text) => YEAR.test(text))) return !YEAR.test(top.at(-1) ?? '');
  const width = below.length / spanning;
  const repeated = spanning > 1 && Number.isInteger(width) && below.every((text, i) => text === below[i % width]);
  return repeated || (spanning === 1 && !below.some(dated) && dated(top.at(-1) ?? ''));
}
