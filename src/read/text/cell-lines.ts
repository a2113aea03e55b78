import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { viNumber } from '../../language/numbers.ts';
import { vi, viWords } from '../../language/pattern.ts';
import { isCountingHead, isYearHead } from '../../language/table-heads.ts';
import type { GridCell } from '../blocks.ts';
import { isTableHead } from '../line-words.ts';
import { anchoredRows } from './anchored-rows.ts';
import { cellsFrom, type LineCell, plainLine } from './line-cells.ts';
import { type Below, mergedHeadsIn } from './merged-heads.ts';
import { type ColumnProfile, fittingColumns, profileOf } from './row-fit.ts';

/** A table that was flattened to lines for each cell, found among other lines. */
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
/** Words that end a sentence are no cell where they are longer. */
const LONGEST_ENDED = 60;

const NUMBER = /^\d{1,3}(?:\.\d{1,2}){0,3}\.?$/u;
const ROMAN = /^(?:[IVX]{1,5}|[A-H])\.?$/u;
const DASHED = /^[-–+]\s*\p{L}/u;
const FIGURE =
  /^[^\d\n]{0,24}\d[\d.,\s]*(?:[-–]\s?\d[\d.,]*)?\s?%?(?:\s\p{L}[\p{L}\s/]{0,24})?(?:\s?\([^()]{1,100}\))?$/u;

const PERIOD = /(?:19|20)\d\d\s?[-–—]\s?(?:19|20)\d\d|năm\s+(?:19|20)\d\d(?!\d)/iu;
/** "2. Xã có bác sỹ" */
const NUMBERED = /^\d{1,2}[.)]\s+\p{L}/u;

/** What a cell holds, by its text alone. */
interface Shape {
  readonly isFigure: (text: string) => boolean;
  readonly isWords: (text: string) => boolean;
  /** Words that name a row: "Số giường bệnh trên 1 vạn dân" is no figure, as "Khoảng 25" is one. */
  readonly isName: (text: string) => boolean;
  readonly isYear: (text: string) => boolean;
}

function shapeOf(knowledge: Knowledge): Shape {
  const isYear = (text: string): boolean => ENDS_WITH_YEAR.test(text) && isYearHead(knowledge, text);
  // Every width of a table asks for the same cells again.
  const figures = new Map<string, boolean>();
  const isFigure = (text: string): boolean => {
    let figure = figures.get(text);
    if (figure === undefined) {
      figure =
        FIGURE.test(text) &&
        !NUMBERED.test(text) &&
        !isYear(ownWords(text)) &&
        !PERIOD.test(text.replace(/\([^()]*\)$/u, ''));
      figures.set(text, figure);
    }
    return figure;
  };
  const isWords = (text: string): boolean => /\p{L}{2}/u.test(text) && !isFigure(text) && text.length <= LONGEST_CELL;
  const isName = (text: string): boolean =>
    isWords(text) || (text.length <= LONGEST_CELL && (text.match(/\p{L}/gu)?.length ?? 0) >= NAME_LETTERS);
  return { isFigure, isWords, isName, isYear };
}
const NAME_LETTERS = 14;
const ENDS_WITH_YEAR = /(?:19|20)\d\d$/u;

/** "(1)", "(2)": a row that only counts the columns. */
const COUNTS_COLUMN = /^\(\d{1,2}\)$/u;

/** Stands behind the last cell of a text. */
const END = '\u0000';

/**
 * The table that begins at a line: lines of its own for each cell, nothing or empty lines between them. Rows are found by what
 * counts them, or by the words they begin with, and by the width at which all of them end with figures. A row that lost cells is
 * read where the rest fits the columns in one way only.
 */
export function cellLinesAt(knowledge: Knowledge, lines: readonly string[], from: number): CellLines | undefined {
  const first = ownWords(plainLine(lines, from));
  const next = nextText(lines, from);
  const counted = isCountingHead(knowledge, first) || (first !== '' && isCountingHead(knowledge, `${first} ${next}`));
  const headed =
    isTableHead(knowledge, first) ||
    isCorner(knowledge, first, next) ||
    (isYearHead(knowledge, first) && isYearHead(knowledge, next));
  const overYears = YEARS.test(first) && isYearHead(knowledge, next);
  if (!counted && !headed && !overYears && !YEARS.test(first)) return undefined;
  // In the middle of heads that could not be read begins no table of fewer columns.
  if (!counted && isHeadBefore(knowledge, lines, from)) return undefined;
  const cells = overYears ? joined(cellsFrom(lines, from)) : cellsFrom(lines, from);
  const found = { cells, table: tableOf(knowledge, cells, counted) };
  // Empty lines may also stand anywhere in a table whose cells keep to a line each.
  const plain = found.table?.headed === true ? [] : plainCells(lines, from);
  const again = { cells: plain, table: plain.length === 0 ? undefined : tableOf(knowledge, plain, counted) };
  const usual = again.table === undefined || (found.table !== undefined && !again.table.headed) ? found : again;
  // What counts the rows of a long table looks like the numbers of pages, and so may figures.
  const all = plain.length > 0 ? plain : plainCells(lines, from);
  let best: Found = usual;
  for (const given of [cellsFrom(lines, from, true), cells, all]) {
    const one = withoutCounts(given);
    const table = anchoredTable(knowledge, one, counted);
    if (table !== undefined && table.whole > (best.table?.headed === true ? best.table.whole : 0))
      best = { cells: one, table };
  }
  return best.table && { cells: best.table.cells, lines: (best.cells[best.table.end - 1]?.end ?? from + 1) - from };
}
interface Found {
  readonly cells: readonly LineCell[];
  readonly table: Table | undefined;
}

/** A cell each line that holds anything. */
function plainCells(lines: readonly string[], from: number): readonly LineCell[] {
  const plain: LineCell[] = [];
  for (let at = from; at < Math.min(lines.length, from + MOST_LINES); at++) {
    const text = plainLine(lines, at);
    if (text !== '') plain.push({ text, end: at + 1 });
  }
  return plain;
}
const MOST_LINES = 8000;

/** Whether the line before is a head too: what counts the rows, what names them, or their unit. */
function isHeadBefore(knowledge: Knowledge, lines: readonly string[], from: number): boolean {
  const before = [1, 2].map((back) => (from < back ? '' : plainLine(lines, from - back))).find((text) => text !== '');
  if (before === undefined || before.length > LONGEST_HEAD) return false;
  return (
    isCountingHead(knowledge, before) ||
    isTableHead(knowledge, ownWords(before)) ||
    unitHeadsOf(knowledge).UNIT.test(before)
  );
}

const unitHeadsOf = built(['columns'], ({ columns }) => ({
  UNIT: vi`^${viWords(columns.filter(({ holds }) => holds === 'unit'))}$`,
}));

/** "Năm" beside years. */
const YEARS = /^năm$/iu;

/** What ends with a semicolon goes on in the next line: a cell that states more than one figure. */
const joined = (cells: readonly LineCell[]): readonly LineCell[] =>
  cells.reduce<LineCell[]>((all, cell) => {
    const last = all.at(-1);
    if (last?.text.endsWith(';') === true && cell.text !== '')
      all.splice(-1, 1, { text: `${last.text}\n${cell.text}`, end: cell.end });
    else all.push(cell);
    return all;
  }, []);

/** The next line that holds anything, of a few. */
const nextText = (lines: readonly string[], from: number): string =>
  [1, 2, 3].map((after) => plainLine(lines, from + after)).find((text) => text !== '') ?? '';

/** The words of a head before those of another language: "Tên chỉ tiêu - Name of Indicators". */
const ownWords = (text: string): string => text.split(/\n|\s[-–/]\s/u)[0] ?? text;

interface Table {
  readonly cells: readonly GridCell[];
  /** The first cell that is none of its own. */
  readonly end: number;
  /** It is known which head stands over which column. */
  readonly headed: boolean;
  /** Rows of the full width. */
  readonly whole: number;
}

function tableOf(knowledge: Knowledge, all: readonly LineCell[], counted: boolean): Table | undefined {
  const cells = withoutCounts(all);
  const read = tableIn(knowledge, cells, counted);
  return read && { ...read, end: read.end + all.length - cells.length };
}

/** Cells without a row that counts the columns: "A | B | 1 | 2 | 3" below the heads. */
function withoutCounts(cells: readonly LineCell[]): readonly LineCell[] {
  const text: TextAt = (i) => cells[i]?.text ?? END;
  const from = cells.slice(0, MOST_HEADS).findIndex((_, i) => i > 2 && text(i) === 'A' && text(i + 1) === 'B');
  if (from < 0) return cells;
  let end = from + 2;
  while (text(end) === 'ABCDE'.charAt(end - from)) end++;
  const first = end;
  while (text(end) === String(end - first + 1)) end++;
  return end - first > 1 ? [...cells.slice(0, from), ...cells.slice(end)] : cells;
}

function tableIn(knowledge: Knowledge, cells: readonly LineCell[], counted: boolean): Table | undefined {
  const shape = shapeOf(knowledge);
  let best: (Reading & { readonly names: readonly string[]; readonly worth: number }) | undefined;
  for (const { heads, lead } of counted ? countedHeads(shape, cells) : namedHeads(shape, cells)) {
    const own = namesOf(knowledge, cells.slice(0, heads));
    const whole = wholeNames(knowledge, own);
    const most = Math.min(MOST_COLUMNS, own.length);
    const ofYears = YEARS.test(own[0] ?? '') && own.slice(1).every(shape.isYear);
    for (let columns = Math.max(2, Math.ceil(own.length / 2)); columns <= most; columns++) {
      const byYear = !counted && YEARS.test(own[0] ?? '') && own.length === columns && !shape.isYear(own[1] ?? '');
      // Heads that are broken over lines are as many as columns.
      const names = whole.length === columns ? whole : own;
      const read = rowsFrom(shape, cells, heads, columns, (text, at, last) =>
        counted
          ? countedRow(shape, text, at, columns, last)
          : namedRow(shape, text, at, columns, { lead, ofYears, byYear }),
      );
      const enough = counted || byYear || names.some((name) => DATED.test(name)) ? 2 : 3;
      // Of two readings with as many cells the one has as many heads as columns.
      const worth = read.whole * columns - 0.01 * (names.length - columns);
      if (read.whole >= enough && (best === undefined || worth > best.worth)) best = { ...read, names, worth };
    }
  }
  if (best === undefined || best.whole * 2 < best.rows.length - best.short) return undefined;
  const first = profileOfRows(shape, best);
  const again = counted ? againOf(shape, cells, best, first) : undefined;
  const { columns, rows, names, end } = again === undefined ? best : { ...best, ...again };
  const profile = again === undefined ? first : profileOfRows(shape, { columns, rows });
  const top = headCells(knowledge, names, profile, isNoWholeOf({ columns, rows }));
  // Heads that are more than the columns stand in one cell where nobody can tell how they lie: the table is said to be unread.
  if (top === undefined && (!counted || names.length <= columns || best.whole < UNREAD_ROWS)) return undefined;
  const heads = top ?? [{ row: 0, column: 0, rowSpan: 1, columnSpan: 1, text: names.join(' ') }];
  const below = Math.max(...heads.map(({ row }) => row)) + 1;
  const body = rows.flatMap((row, i) => rowCells(shape, row, i + below, columns, profile));
  return { cells: [...heads, ...body], end, headed: top !== undefined, whole: best.whole };
}

/** The same by the anchors of its rows. */
function anchoredTable(knowledge: Knowledge, cells: readonly LineCell[], counted: boolean): Table | undefined {
  const shape = shapeOf(knowledge);
  for (const { heads } of counted ? countedHeads(shape, cells) : namedHeads(shape, cells)) {
    const own = { ...shape, isEnd: (text: string): boolean => text === END || isSentence(text) };
    const read = anchoredRows(knowledge, own, cells, heads);
    if (read === undefined) continue;
    const { columns, rows, names, whole, end } = read;
    const profile = profileOf(
      rows.filter((row) => row.length === columns),
      columns,
      shape.isFigure,
    );
    const top = headCells(knowledge, wholeNames(knowledge, names), profile, () => false);
    if (top === undefined) continue;
    const below = Math.max(...top.map(({ row }) => row)) + 1;
    const body = rows.flatMap((row, i) =>
      row.map((text, column) => ({ row: i + below, column, rowSpan: 1, columnSpan: 1, text })),
    );
    return { cells: [...top, ...body], end, headed: true, whole };
  }
  return undefined;
}

const DATED = /(?:19|20)\d\d/u;
/** Whole rows that make lines a table whose heads cannot be read. */
const UNREAD_ROWS = 3;

const profileOfRows = (shape: Shape, { columns, rows }: Pick<Reading, 'columns' | 'rows'>): readonly ColumnProfile[] =>
  profileOf(
    rows
      .filter(({ texts, from }) => texts.length + from === columns)
      .map(({ texts, from }) => [...Array.from({ length: from }, () => ''), ...texts]),
    columns,
    shape.isFigure,
  );

/**
 * Reads counted rows again where one of them has a figure in a column of words: it lost a cell, and took the number of the next row
 * for its last. Undefined where all fit.
 */
function againOf(
  shape: Shape,
  cells: readonly LineCell[],
  { columns, rows, start }: Reading,
  profile: readonly ColumnProfile[],
): Reading | undefined {
  const fits = (texts: readonly string[], from: number): boolean =>
    texts.every(
      (text, i) => i + from < 2 || profile[i + from]?.figures !== false || !shape.isFigure(text) || /\p{L}/u.test(text),
    );
  return rows.every(({ texts, from }) => fits(texts, from))
    ? undefined
    : rowsFrom(shape, cells, start, columns, (text, at, last) => countedRow(shape, text, at, columns, last, fits));
}

interface Heads {
  /** How many cells are heads. */
  readonly heads: number;
  /** How many cells of a row stand before its figures. */
  readonly lead: number;
}

/**
 * Heads of a table that counts its rows: what stands before the first that is counted, or before words and figures above it
 * ("Toàn quốc | 92,6").
 */
function countedHeads({ isFigure, isName }: Shape, cells: readonly LineCell[]): readonly Heads[] {
  const text: TextAt = (i) => cells[i]?.text ?? END;
  const first = cells
    .slice(0, MOST_HEADS)
    .findIndex((_, i) => i > 0 && (FIRST.test(text(i)) || goesOn(isName, text, i)));
  const longest = cells.slice(0, Math.max(0, first)).find((cell) => cell.text.length > LONGEST_HEAD);
  if (first < 0 || longest !== undefined) return [];
  const figure = cells.slice(0, first).findIndex((cell, i) => i > 2 && isFigure(cell.text));
  const total = figure - (text(figure - 2) === '' ? 2 : 1);
  return [first, ...(total > 1 ? [total] : [])].map((heads) => ({ heads, lead: 2 }));
}
const FIRST = /^(?:1|I|A)\.?$/u;
/** Rows between two that are counted, in cells. */
const FAR = 60;

/** A number in the middle of a count, with a name behind it, or a group of such: a table of which the beginning is not there. */
function goesOn(isName: Shape['isName'], text: TextAt, at: number): boolean {
  if (ROMAN.test(text(at)) && isName(text(at + 1)))
    return [2, 3, 4].some((behind) => NUMBER.test(text(at + behind)) && goesOn(isName, text, at + behind));
  const number = NUMBER.test(text(at)) ? Number.parseInt(text(at), 10) : Number.NaN;
  if (!(number > 1) || /[.]\d/u.test(text(at)) || !isName(text(at + 1))) return false;
  for (let i = at + 2; i < at + FAR; i++)
    if (text(i).replace(/\.$/u, '') === String(number + 1) && isName(text(i + 1))) return true;
  return false;
}

/** Heads of a table whose rows begin with words: what stands before the words of the first figure, and before its unit. */
function namedHeads({ isFigure, isYear }: Shape, cells: readonly LineCell[]): readonly Heads[] {
  // Nothing need stand in the corner over the words.
  const corner = YEARS.test(cells[0]?.text ?? '') ? 1 : 0;
  if (isYear(cells[corner]?.text ?? '')) {
    const years = cells.findIndex(({ text }, i) => i >= corner && !isYear(text));
    return years < 2 + corner ? [] : [{ heads: years, lead: 1 }];
  }
  // "Năm | Dân số | Lao động" over years.
  const year = corner === 1 ? cells.slice(0, MOST_HEADS).findIndex(({ text }) => isYear(text)) : -1;
  if (year > 1 && isYear(cells[2 * year]?.text ?? '') && !isYear(cells[year + 1]?.text ?? ''))
    return [{ heads: year, lead: 1 }];
  const first = cells.findIndex(({ text }, i) => i > 1 && isFigure(text));
  if (first > MOST_HEADS) return [];
  const short = (heads: number): boolean => cells.slice(0, heads).every(({ text }) => text.length <= LONGEST_HEAD);
  return [1, 2]
    .map((lead) => ({ heads: first - lead, lead }))
    .filter((one) => one.heads > one.lead && short(one.heads));
}

/** The heads without what only counts columns; the two names in a corner that a line parts are one head. */
function namesOf(knowledge: Knowledge, heads: readonly LineCell[]): readonly string[] {
  const names = heads.flatMap(({ text }) => (COUNTS_COLUMN.test(text) ? [] : [text]));
  if (names.every((name) => isYearHead(knowledge, name))) return ['', ...names];
  const [one = '', two = '', ...rest] = names;
  const corner =
    rest.every((text) => isYearHead(knowledge, text)) &&
    (isCorner(knowledge, one, two) || isCorner(knowledge, two, one));
  return corner ? [`${one}\n${two}`, ...rest] : names;
}

/** Heads that are broken over lines in one: "Đơn vị" over "tính", "Số" over "TT". */
const wholeNames = (knowledge: Knowledge, names: readonly string[]): readonly string[] =>
  names.reduce<string[]>((all, name) => {
    const last = all.at(-1);
    const goesOn = /^\p{Ll}/u.test(name) || (last !== undefined && isCountingHead(knowledge, `${last} ${name}`));
    if (last !== undefined && goesOn) all.splice(-1, 1, `${last}\n${name}`);
    else all.push(name);
    return all;
  }, []);

/** "Năm" over "Chỉ tiêu": the head of the years, and that of the rows. */
const isCorner = (knowledge: Knowledge, years: string, rows: string): boolean =>
  /^năm$/iu.test(years) && isTableHead(knowledge, ownWords(rows));

interface Row {
  readonly texts: readonly string[];
  /** The column at which it begins. */
  readonly from: number;
}
interface Reading {
  readonly columns: number;
  /** The first cell below the heads. */
  readonly start: number;
  readonly rows: readonly Row[];
  /** Rows of the full width, and those that lost a cell. */
  readonly whole: number;
  readonly short: number;
  /** The first cell that is of no row any more. */
  readonly end: number;
}

/** The cell at a place; {@link END} behind the last. */
type TextAt = (at: number) => string;

interface RowRead {
  readonly row: Row;
  readonly kind: 'whole' | 'short' | 'head';
  /** How many cells it takes. */
  readonly taken: number;
}

/** Reads rows of so many columns until a cell begins none. */
function rowsFrom(
  { isYear }: Shape,
  cells: readonly LineCell[],
  start: number,
  columns: number,
  rowAt: (text: TextAt, at: number, last: string) => RowRead | undefined,
): Reading {
  const rows: Row[] = [];
  let whole = 0;
  let short = 0;
  let at = start;
  let last = '';
  const text: TextAt = (i) => cells[i]?.text ?? END;
  const heads = cells.slice(0, start).map((cell) => cell.text);
  while (at < cells.length) {
    // A header that is repeated as at a page's end.
    const again = [at, at + 1].find((place) => heads.every((head, i) => text(place + i) === head));
    // Nothing stands in the corner of a table of years, but for a word that was taken for a line above it.
    if (again === at || (again !== undefined && heads.every(isYear))) {
      at = again + heads.length;
      continue;
    }
    const read = rowAt(text, at, last);
    if (read === undefined) break;
    rows.push(read.row);
    if (NUMBER.test(text(at))) last = text(at);
    if (read.kind === 'whole') whole++;
    if (read.kind === 'short') short++;
    at += read.taken;
  }
  return { columns, start, rows, whole, short, end: at };
}

const opens = (text: string): boolean => NUMBER.test(text) || ROMAN.test(text);
const isEnd = (text: string): boolean => text === END || isHeading(text) || isSentence(text);

/** "II. TỔ CHỨC THỰC HIỆN": what follows a table. */
const isHeading = (text: string): boolean => /^(?:[IVX]{1,5}|\d{1,2}|[A-H])\.\s+\p{L}/u.test(text);
const isSentence = (text: string): boolean =>
  text.length > LONGEST_ENDED && (text.length > LONGEST_CELL || /[.;]$/u.test(text));

/** How many cells from a place on hold nothing. */
function emptyFrom(text: TextAt, at: number, most: number): number {
  let count = 0;
  while (count < most && text(at + count) === '') count++;
  return count;
}

/** A row of a table whose rows are counted: "1 | words | … figures", "I | words", "- words | …", or words over such. */
function countedRow(
  shape: Shape,
  text: TextAt,
  at: number,
  columns: number,
  last: string,
  fits: Fits = () => true,
): RowRead | undefined {
  const { isName, isWords } = shape;
  const label = text(at);
  const next = text(at + 2);
  if ((opens(label) || label === '') && isName(text(at + 1))) {
    const empty = emptyFrom(text, at + 2, columns - 2);
    if (empty > 0 && (empty === columns - 2 || beginsCounted(shape, text, at + 2 + empty)))
      return { row: { texts: [label, text(at + 1)], from: 0 }, kind: 'head', taken: 2 + empty };
    if (label !== '' && (beginsCounted(shape, text, at + 2) || (isWords(next) && DASHED.test(text(at + 3)))))
      return { row: { texts: [label, text(at + 1)], from: 0 }, kind: 'head', taken: 2 };
    return rowOf(shape, text, at, columns, { from: 0, words: 2, label: label === '' ? last : label, fits });
  }
  if (!opens(label) && isTotal(shape, text, at, columns))
    return rowOf(shape, text, at, columns - 1, { from: 1, words: 1, label: last, fits });
  const short = opens(label) ? 0 : totalLength(shape, text, at, columns);
  if (short > 0)
    return {
      row: { texts: Array.from({ length: short }, (_, i) => text(at + i)), from: 1 },
      kind: 'short',
      taken: short,
    };
  if (DASHED.test(label)) return rowOf(shape, text, at, columns - 1, { from: 1, words: 1, label: last, fits });
  if (isWords(label) && DASHED.test(text(at + 1))) return { row: { texts: [label], from: 1 }, kind: 'head', taken: 1 };
  return undefined;
}

/** "Toàn quốc | 92,6 | 93,2": words with nothing but figures behind them up to the next row. */
const isTotal = (shape: Shape, text: TextAt, at: number, columns: number): boolean =>
  shape.isName(text(at)) &&
  Array.from({ length: columns - 2 }, (_, i) => text(at + 1 + i)).every((one) => one === '' || shape.isFigure(one)) &&
  beginsCounted(shape, text, at + columns - 1);

/** How many cells such a row takes that lost its unit; none where it is no such. */
function totalLength(shape: Shape, text: TextAt, at: number, columns: number): number {
  if (!shape.isName(text(at)) || DASHED.test(text(at))) return 0;
  let length = 1;
  while (length < columns - 1 && shape.isFigure(text(at + length)) && !beginsCounted(shape, text, at + length))
    length++;
  return length > 2 && beginsCounted(shape, text, at + length) ? length : 0;
}

/** Whether a row begins at a cell. */
const beginsCounted = ({ isName }: Shape, text: TextAt, at: number): boolean =>
  DASHED.test(text(at)) || (opens(text(at)) && isName(text(at + 1)) && !DASHED.test(text(at + 1)));

/** Whether the cells of a row can stand in its columns. */
type Fits = (texts: readonly string[], from: number) => boolean;

/**
 * A counted row of its full width, of which some cell holds a figure; a shorter one where the next begins too early.
 *
 * @param words how many cells come before its figures
 * @param label the number that was printed last
 */
function rowOf(
  shape: Shape,
  text: TextAt,
  at: number,
  width: number,
  {
    from,
    words,
    label,
    fits,
  }: { readonly from: number; readonly words: number; readonly label: string; readonly fits: Fits },
): RowRead | undefined {
  const texts = Array.from({ length: width }, (_, i) => text(at + i));
  // What counts the next row may look like a figure of this one: it is the next number, and words follow it.
  const next = labelsBehind(label);
  const fit = fits(texts, from);
  // Where a cell was lost, so may be a row: any later number with a name behind it begins one.
  const later = (one: string): boolean =>
    /^\d{1,3}\.?$/u.test(one) && Number.parseInt(one, 10) > Number.parseInt(label, 10);
  const counts = (one: string): boolean =>
    next.includes(one.replace(/\.$/u, '')) || (!fit && later(one)) || (one === label && one.endsWith('.'));
  const early = texts.findIndex(
    (one, i) => i >= words && (DASHED.test(one) || isHeading(one) || (counts(one) && shape.isName(text(at + i + 1)))),
  );
  const figures = texts.slice(words).filter(shape.isFigure).length;
  const whole = figures > 0 || followed(shape, text, at + width, { next, label });
  if (whole && early < 0 && fit && !texts.includes(END)) return { row: { texts, from }, kind: 'whole', taken: width };
  for (let length = words + 1; length < width; length++)
    if (length === early || isEnd(text(at + length)) || beginsCounted(shape, text, at + length))
      return { row: { texts: texts.slice(0, length), from }, kind: 'short', taken: length };
  return undefined;
}

/** What can count the row behind one: behind "1.2" it is "1.2.1", "1.3" or "2". */
function labelsBehind(label: string): readonly string[] {
  const parts = label.replace(/\.$/u, '').split('.').map(Number);
  const higher = parts.map((part, i) => [...parts.slice(0, i), part + 1]);
  return [[...parts, 1], ...higher].map((numbers) => numbers.join('.'));
}

/** Whether the next number, with words behind it, or what ends a table stands behind a row: its width is told without figures. */
const followed = (
  shape: Shape,
  text: TextAt,
  end: number,
  { next, label }: { readonly next: readonly string[]; readonly label: string },
): boolean =>
  (next.includes(text(end).replace(/\.$/u, '')) && shape.isName(text(end + 1))) ||
  (Number.parseInt(label, 10) > 1 && isEnd(text(end)));

/** A row of a table whose rows begin with words: "words | figures", "words | unit | figures", or words over such. */
function namedRow(
  { isFigure, isName, isWords, isYear }: Shape,
  text: TextAt,
  at: number,
  columns: number,
  { lead, ofYears, byYear }: { readonly lead: number; readonly ofYears: boolean; readonly byYear: boolean },
): RowRead | undefined {
  if (byYear && isYear(text(at))) {
    const texts = Array.from({ length: columns }, (_, i) => text(at + i));
    return texts.slice(1).every(isFigure) ? { row: { texts, from: 0 }, kind: 'whole', taken: columns } : undefined;
  }
  if (!isName(text(at)) || opens(text(at)) || isSentence(text(at))) return undefined;
  const texts = Array.from({ length: columns }, (_, i) => text(at + i));
  const empty = emptyFrom(text, at + 1, columns - 1);
  if (empty === columns - 1) return { row: { texts: [text(at)], from: 0 }, kind: 'head', taken: columns };
  const figures = texts.slice(lead);
  const named = lead === 1 || !isFigure(texts[1] ?? '');
  if (named && figures.some(isFigure) && figures.every((one) => one !== END && !isWords(one)))
    return { row: { texts, from: 0 }, kind: 'whole', taken: columns };
  if (lead === 1 && ofYears && !/\d/u.test(text(at)) && figures.every((one) => isFigure(one) || states(one)))
    return { row: { texts, from: 0 }, kind: 'whole', taken: columns };
  if (isWords(text(at + 1)) && !isFigure(text(at + lead)) && isFigure(text(at + 1 + lead)))
    return isHeading(text(at)) && isSentence(text(at + 1))
      ? undefined
      : { row: { texts: [text(at)], from: 0 }, kind: 'head', taken: 1 };
  const length = texts.findIndex((one, i) => i >= lead && (isWords(one) || one === END));
  if (length <= 1 || !texts.slice(1, length).some(isFigure)) return undefined;
  return { row: { texts: texts.slice(0, length), from: 0 }, kind: 'short', taken: length };
}

/** "Thu hút 7,5 triệu lượt khách quốc tế; tăng 8%/năm": words of a cell that state figures. */
const states = (text: string): boolean => /\d/u.test(text) && /\p{L}{2}/u.test(text) && text.length <= LONGEST_CELL;

/** A whole row cell by cell; of one that lost cells what fits the columns in one way, all but its words beyond them else. */
function rowCells(
  { isFigure }: Shape,
  { texts, from }: Row,
  row: number,
  columns: number,
  profile: readonly ColumnProfile[],
): readonly GridCell[] {
  const cell = (column: number, text: string): GridCell => ({ row, column, rowSpan: 1, columnSpan: 1, text });
  const before = Array.from({ length: from }, (_, c) => cell(c, ''));
  if (texts.length + from >= columns) return [...before, ...texts.map((text, i) => cell(from + i, text))];
  const words = texts.findIndex((text) => /\p{L}{2}/u.test(text) && !opens(text)) + 1;
  const lost = texts.slice(words);
  const places = lost.length === 0 ? [] : fittingColumns(texts.slice(words - 1), from + words - 1, profile, isFigure);
  const at = (column: number): string => lost[(places?.indexOf(column) ?? 0) - 1] ?? '';
  return [
    ...before,
    ...texts.slice(0, words).map((text, i) => cell(from + i, text)),
    ...Array.from({ length: columns - from - words }, (_, i) =>
      cell(from + words + i, places === undefined ? '' : at(from + words + i)),
    ),
    ...(places === undefined ? [cell(columns, lost.join('; '))] : []),
  ];
}

/** The heads in their rows; undefined where it cannot be told how they lie. */
function headCells(
  knowledge: Knowledge,
  heads: readonly string[],
  profile: readonly ColumnProfile[],
  isNoWhole: NonNullable<Below['isNoWhole']>,
): GridCell[] | undefined {
  const columns = profile.length;
  const ofFigures = (column: number): boolean => profile[column]?.figures === true;
  const plain = (): GridCell[] => heads.map((text, column) => ({ row: 0, column, rowSpan: 1, columnSpan: 1, text }));
  const spanning = heads.length - columns;
  if (spanning === 0) return plain();
  const found = spanning < 0 ? undefined : mergedHeadsIn(knowledge, heads, columns, { ofFigures, isNoWhole });
  return Array.isArray(found) ? found : undefined;
}

/**
 * Told by whole rows: in more than one of them another figure is the sum of all the rest, or the last is neither that nor between them.
 * What is first may be less than all the others, as an aim for all is, and so is what is least: "≥ 3" beside "≥ 4".
 */
function isNoWholeOf({ columns, rows }: Pick<Reading, 'columns' | 'rows'>): NonNullable<Below['isNoWhole']> {
  const whole = rows.filter(({ texts, from }) => texts.length + from === columns);
  const valueIn = ({ texts, from }: Row, column: number): number | undefined =>
    viNumber(/^(\d[\d.,]*)\s?%?$/u.exec(texts[column - from] ?? '')?.[1] ?? '');
  return (column, parts) => {
    const against = whole.filter((row) => {
      const own = valueIn(row, column);
      const others = parts.flatMap((part) => valueIn(row, part) ?? []);
      if (own === undefined || others.length < 2) return false;
      const sum = others.reduce((all, value) => all + value, 0);
      const isSumOfRest = (value: number, all: number): boolean =>
        value > 0 && Math.abs(2 * value - all) <= 0.005 * all;
      if (isSumOfRest(own, own + sum)) return false;
      return (
        others.some((value) => isSumOfRest(value, own + sum)) ||
        (parts.every((part) => part < column) && (own < Math.min(...others) || own > Math.max(...others)))
      );
    });
    return against.length > 1;
  };
}
