import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { GridCell } from '../blocks.ts';
import { isCountingHead } from '../line-words.ts';

/** Columns more than this are not looked for in a table that lost its rows. */
const MOST_COLUMNS = 15;

/** A number or label that counts rows: "1", "12", "IV", "3.1", "a". */
const COUNTS = /^(?:\d{1,3}\.?|\d{1,2}(?:\.\d{1,2})+\.?|[IVXLC]{1,6}\.?|[A-H]\.?|[a-zđ]\)?|\(?\d{1,2}\))$/u;
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
 * @returns the grid; a row in which one cell says all spans it
 */
export function rowsOf(knowledge: Knowledge, cells: readonly string[], marked: boolean): GridCell[] {
  let best: (Fit & { readonly columns: number }) | undefined;
  for (let columns = 2; columns <= Math.min(MOST_COLUMNS, cells.length); columns++) {
    const fit = fitTo(knowledge, cells, columns, marked);
    if (best === undefined || fit.cost < best.cost - 1e-9) best = { ...fit, columns };
  }
  if (best === undefined) return cells.map((text, row) => ({ row, column: 0, rowSpan: 1, columnSpan: 1, text }));
  const { columns, rows } = best;
  return rows.flatMap(({ from, length }, row) => gridRow(cells.slice(from, from + length), row, columns));
}

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
      const total = rowCost(cells, from, length, columns, counted) + (separated ? 0 : 6) + after;
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
