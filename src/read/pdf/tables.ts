import type { LaidRow, TableCell, TablePart } from './layout.ts';
import { lineText } from './paragraphs.ts';

/** Edges of columns on two pages agree within this many points. */
const SAME_EDGE = 12;

/** What a table on the next page adds to the one before it, or undefined where it is another table. */
export function continued(before: TablePart, next: TablePart): { table: TablePart; repeated: LaidRow[] } | undefined {
  const mapped = fitted(before, next);
  if (mapped === undefined) return undefined;
  const repeated: LaidRow[] = [];
  const rows = [...mapped.rows];
  while (rows[0] !== undefined && sameRow(before.rows[repeated.length], rows[0])) {
    repeated.push(rows[0]);
    rows.shift();
  }
  const last = before.rows.at(-1);
  const first = rows[0];
  if (last !== undefined && first !== undefined && goesOn(before, last, first)) {
    return {
      table: { ...before, rows: [...before.rows.slice(0, -1), joinedRow(last, first), ...rows.slice(1)] },
      repeated,
    };
  }
  return { table: { ...before, rows: [...before.rows, ...rows] }, repeated };
}

/** The next page's rows in the columns of the table before it. */
function fitted(before: TablePart, next: TablePart): TablePart | undefined {
  if (before.ruled !== next.ruled) return undefined;
  const place = next.ruled ? samePlaces(before.edges, next.edges) : sameStrips(before.strips ?? [], next.strips ?? []);
  if (place.includes(-1) || new Set(place).size !== place.length) return undefined;
  if (next.ruled && next.edges.length !== before.edges.length) return undefined;
  const starts = [0, ...place.map((p) => p + 1)];
  const columns = before.edges.length - 1;
  const rows = next.rows.map((row) => ({
    cells: row.cells.map((cell): TableCell => {
      const column = starts[cell.column] ?? 0;
      const end = starts[cell.column + cell.columnSpan] ?? columns;
      return { ...cell, column, columnSpan: cell.columnSpan > 1 ? end - column : 1 };
    }),
  }));
  return { ...before, rows };
}

const samePlaces = (before: readonly number[], next: readonly number[]): number[] =>
  next.slice(1, -1).map((edge) => before.slice(1, -1).findIndex((e) => Math.abs(e - edge) <= SAME_EDGE));

/** For each strip of white the last of the strips before that it shares white with: an empty column between is skipped. */
const sameStrips = (
  before: readonly (readonly [number, number])[],
  next: readonly (readonly [number, number])[],
): number[] => next.map(([a, b]) => before.findLastIndex(([c, d]) => Math.min(b, d) > Math.max(a, c)));

const cellText = (cell: TableCell): string => cell.lines.map((l) => lineText(l.line)).join(' ');

function sameRow(a: LaidRow | undefined, b: LaidRow): boolean {
  if (a === undefined) return false;
  const text = (row: LaidRow) =>
    row.cells
      .map(cellText)
      .filter((t) => t !== '')
      .join('|');
  return text(a) !== '' && text(a) === text(b);
}

const startsRow = (row: LaidRow): boolean => row.cells.some((c) => c.column === 0 && c.lines.length > 0);
const merged = (row: LaidRow, columns: number): boolean =>
  row.cells.some((c) => c.columnSpan === columns && columns > 1);

/**
 * Whether a row that a page break cut goes on in the next page's first row. Told by the first column: where every row
 * has something in it, a row without is the rest of another.
 */
function goesOn(table: TablePart, last: LaidRow, first: LaidRow): boolean {
  const columns = table.edges.length - 1;
  if (merged(last, columns) || merged(first, columns)) return false;
  const inner = table.rows.slice(0, -1);
  if (inner.filter(startsRow).length < inner.length * 0.8) return false;
  return !startsRow(first) || !startsRow(last);
}

function joinedRow(a: LaidRow, b: LaidRow): LaidRow {
  const extra = b.cells.filter((cell) => !a.cells.some((c) => c.column === cell.column));
  return {
    cells: [
      ...a.cells.map((cell) => {
        const more = b.cells.find((c) => c.column === cell.column);
        return more === undefined ? cell : { ...cell, lines: [...cell.lines, ...more.lines] };
      }),
      ...extra,
    ].sort((x, y) => x.column - y.column),
  };
}
