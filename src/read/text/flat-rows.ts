import type { Knowledge } from '../../knowledge/knowledge.ts';
import { isCountingHead } from '../../language/table-heads.ts';
import type { GridCell } from '../blocks.ts';
import { COUNTS, cellKindOf, headsWrittenOnce } from './head-rows.ts';

/** Columns more than this are not looked for in a table that lost its rows. */
const MOST_COLUMNS = 15;

const GROUP = /^(?:[IVXLC]{1,6}|[A-H]|\d{1,2})\s?[.):]\s*\p{L}/u;

interface Row {
  readonly from: number;
  readonly length: number;
}
interface Fit {
  readonly cost: number;
  readonly rows: readonly Row[];
}

/**
 * Rows and columns of a table that was flattened to its cells.
 *
 * @param cells texts in order; where `marked`, an empty text stands between each two rows
 * @returns the grid; a row in which one cell says all spans it. Undefined where two readings of its heads are as good: a figure
 *   under a wrong head is worse than none
 */
export function rowsOf(knowledge: Knowledge, cells: readonly string[], marked: boolean): GridCell[] | undefined {
  let best: (Fit & { readonly columns: number }) | undefined;
  // Rows may be parted by empty cells also where the first of them does not begin with one.
  const ways = marked || cells.filter((text) => text === '').length < 2 ? [marked] : [true, false];
  for (const parted of ways)
    for (let columns = 2; columns <= Math.min(MOST_COLUMNS, cells.length); columns++) {
      const fit = fitTo(knowledge, cells, columns, parted);
      const cost = fit.cost + mixture(cells, fit.rows, columns) + emptyColumns(cells, fit.rows, columns, parted);
      if (best === undefined || cost < best.cost - 1e-9) best = { ...fit, cost, columns };
    }
  if (best === undefined) return cells.map((text, row) => ({ row, column: 0, rowSpan: 1, columnSpan: 1, text }));
  const { columns, rows } = best;
  const texts = rows.map(({ from, length }) => cells.slice(from, from + length));
  const heads = headsWrittenOnce(knowledge, texts, columns);
  if (heads === 'unsure') return undefined;
  const below = heads?.rows ?? 0;
  return [...(heads?.cells ?? []), ...texts.slice(below).flatMap((row, i) => gridRow(row, i + below, columns))];
}

/** How far the columns of a reading hold things of several kinds: none where each holds one. */
function mixture(cells: readonly string[], rows: readonly Row[], columns: number): number {
  const whole = rows.slice(1).filter(({ length }) => length === columns);
  let mixed = 0;
  for (let c = 0; c < columns; c++) {
    const kinds = whole.map(({ from }) => cellKindOf(cells[from + c] ?? '')).filter((kind) => kind !== '');
    // A small figure looks like a count.
    const figures = kinds.filter((kind) => kind !== 'words').length;
    mixed += Math.min(figures, kinds.length - figures);
  }
  return mixed;
}

/** A column that is empty in every row is no column, but what parts the rows. */
function emptyColumns(cells: readonly string[], rows: readonly Row[], columns: number, parted: boolean): number {
  const full = rows.filter(({ length }) => length === columns);
  if (parted) {
    // No head, and nothing below it: two rows are read as one.
    const empty = (_: unknown, c: number): boolean => full.every(({ from }) => cells[from + c] === '');
    return full.length > 1 && Array.from({ length: columns }, empty).includes(true) ? TWO_IN_ONE : 0;
  }
  const whole = full.filter((row) => row !== rows[0]);
  const empty = (c: number): boolean => whole.length > 1 && whole.every(({ from }) => cells[from + c] === '');
  return (empty(0) ? 3 : 0) + (empty(columns - 1) ? 3 : 0);
}
const TWO_IN_ONE = 20;

function gridRow(texts: readonly string[], row: number, columns: number): GridCell[] {
  const cell = (column: number, columnSpan: number, text: string): GridCell => ({
    row,
    column,
    rowSpan: 1,
    columnSpan,
    text,
  });
  const [first = '', second = ''] = texts;
  const filled = texts.filter((text) => text !== '').length;
  if (filled === 1 && first !== '' && !COUNTS.test(first)) return [cell(0, columns, first)];
  if (texts.length === 2 && columns > 2) return [cell(0, 1, first), cell(1, columns - 1, second)];
  return texts.map((text, column) => cell(column, column === texts.length - 1 ? columns - column : 1, text));
}

/** The cheapest way to cut the cells into rows of so many columns; shorter rows cost, those of groups little. */
function fitTo(knowledge: Knowledge, cells: readonly string[], columns: number, marked: boolean): Fit {
  const count = cells.length;
  const cost = new Float64Array(count + 1).fill(Number.POSITIVE_INFINITY);
  const chosen = new Int32Array(count + 1);
  const counted = isCountingHead(knowledge, cells[0] ?? '') || COUNTS.test(cells[columns + (marked ? 1 : 0)] ?? '');
  cost[count] = 0;
  for (let from = count - 1; from >= 0; from--) {
    for (let length = 1; length <= columns && from + length <= count; length++) {
      const end = from + length;
      const separated = !marked || end === count || cells[end] === '';
      const next = marked && end < count && separated ? end + 1 : end;
      const after = cost[next] ?? Number.POSITIVE_INFINITY;
      const own = marked
        ? partedCost(cells, from, length, columns, counted)
        : rowCost(cells, from, length, columns, counted);
      const total = own + (separated ? 0 : 6) + after;
      if (total < (cost[from] ?? 0)) {
        cost[from] = total;
        chosen[from] = length;
      }
    }
  }
  const rows: Row[] = [];
  for (let from = 0; from < count; ) {
    const length = chosen[from] ?? 1;
    rows.push({ from, length });
    from += length;
    if (marked && from < count && cells[from] === '') from++;
  }
  return { cost: cost[0] ?? Number.POSITIVE_INFINITY, rows };
}

/** The cost of a row whose end an empty cell marks: it may be short where heads are merged or a group is named. */
function partedCost(cells: readonly string[], from: number, length: number, columns: number, counted: boolean): number {
  const texts = cells.slice(from, from + length);
  const filled = texts.filter((text) => text !== '').length;
  if (filled === 0) return 4;
  // An empty cell before what counts a row parts two rows.
  const two = counted && texts.some((text, i) => i > 0 && text === '' && COUNTS.test(texts[i + 1] ?? ''));
  // What counts the row stands in the second cell: the first was that of the row before.
  const late = counted && texts[0] === '' && COUNTS.test(texts[1] ?? '');
  if (length === columns)
    return 0.1 * (length - filled) + (two ? 2 : 0) + (late ? 1 : 0) + (texts[0] === '' && texts[1] === '' ? 0.2 : 0);
  if (from === 0) return 1 + 2 * (length - filled);
  if (filled === 1) return 0.6;
  if (length === 2 && COUNTS.test(texts[0] ?? '')) return 0.4;
  // The second row of heads that are merged.
  return filled === length && !texts.some((text) => cellKindOf(text) === 'count') ? 1.5 : 3 + (columns - length) * 0.5;
}

function rowCost(cells: readonly string[], from: number, length: number, columns: number, counted: boolean): number {
  let empty = 0;
  for (let i = from; i < from + length; i++) if (cells[i] === '') empty++;
  const first = cells[from] ?? '';
  const filled = length - empty;
  if (from === 0) return (length === columns ? 0 : 20) + empty * 2;
  if (filled === 0) return 4;
  const alone = filled === 1 && (first !== '' || GROUP.test(cells[from + 1] ?? ''));
  const group =
    GROUP.test(first) || GROUP.test(cells[from + 1] ?? '') || (COUNTS.test(first) && filled === 2 && length === 2);
  if (alone || group) {
    if (filled <= 2) return length === columns ? (group ? 0.1 : 0.5) : group ? 0.6 : 2.5;
  }
  if (length < columns) return 3 + (columns - length) * 0.5 + (counted && !COUNTS.test(first) ? 2 : 0);
  const blanks = empty - (cells[from + length - 1] === '' ? 1 : 0);
  const opening = COUNTS.test(first) ? 0 : counted ? 3 : 0.25 * columns;
  return opening + blanks * 0.6;
}
