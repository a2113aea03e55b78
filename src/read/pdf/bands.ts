import { columnsOf, type Region } from './columns.ts';
import type { LaidRow, TableCell, TablePart } from './layout.ts';
import { type Line, lineWith } from './lines.ts';
import { type Gap, inkOf, middle } from './white.ts';

/** White between lines wider than this share of the type size parts two rows. */
const ROW_GAP = 0.1;
/** A wider step than this, in type sizes, is hardly one within a cell. */
const WIDEST_STEP = 1.25;
const TYPE_HEIGHT = 1.15;

/** Reads a region of three or more columns as a table: a row is a band of lines with white above and below. */
export function tableOf(lines: readonly Line[], region: Region, page: number): TablePart {
  const held = lines.slice(region.from, region.to);
  const spanning = new Set([...region.spanning].flatMap((i) => lines[i] ?? []));
  const left = held.reduce((x, line) => Math.min(x, line.x0), Number.POSITIVE_INFINITY);
  const right = held.reduce((x, line) => Math.max(x, line.x1), 0);
  const edges = [left, ...region.strips.map(middle), right];
  const rows = bandsOf(held, spanning, region.strips).map((band) =>
    band.every((l) => spanning.has(l)) ? mergedRow(band, edges, page) : plainRow(band, region.strips, edges, page),
  );
  return {
    kind: 'table',
    edges,
    strips: region.strips,
    rows: rows.map((row) => headed(row, rows, edges)),
    ruled: false,
  };
}

function plainRow(band: readonly Line[], strips: readonly Gap[], edges: readonly number[], page: number): LaidRow {
  return {
    cells: columnsOf(band, strips).map((lines, column) => cellOf(lines, column, column + 1, edges, page)),
  };
}

/** A row in which a cell runs over several columns: each stretch of its ink is a cell. */
function mergedRow(band: readonly Line[], edges: readonly number[], page: number): LaidRow {
  const stretches = band.flatMap((line) => inkOf(line, []));
  const starts = [...new Set(stretches.map(([x0]) => columnAt(edges, x0)))].sort((a, b) => a - b);
  const cells = starts.map((column, i) => {
    const end = starts[i + 1] ?? edges.length - 1;
    const lines = band.flatMap((line) => {
      const words = line.words.filter((w) => {
        const at = columnAt(edges, stretches.find(([a, b]) => w.x0 >= a && w.x1 <= b)?.[0] ?? w.x0);
        return at >= column && at < end;
      });
      return lineWith(line, words) ?? [];
    });
    return cellOf(lines, column, end, edges, page);
  });
  return { cells };
}

function cellOf(
  lines: readonly Line[],
  column: number,
  end: number,
  edges: readonly number[],
  page: number,
): TableCell {
  return {
    column,
    columnSpan: end - column,
    rowSpan: 1,
    lines: lines.map((line) => ({ line, page })),
    room: (edges[end] ?? 0) - (edges[column] ?? 0),
  };
}

const columnAt = (edges: readonly number[], x: number): number =>
  Math.max(
    0,
    edges.findLastIndex((edge, i) => i < edges.length - 1 && edge <= x + 0.5),
  );

/** In a table of more columns than this, a row may be a heading over them without running over a strip. */
const FEW = 3;

/**
 * A row with one line at its beginning and nothing after it, among rows that are full, heads those that follow: its last
 * cell runs to the end, as if it had been long enough to show it.
 */
function headed(row: LaidRow, rows: readonly LaidRow[], edges: readonly number[]): LaidRow {
  const columns = edges.length - 1;
  const full = (r: LaidRow) => r.cells.filter((c) => c.lines.length > 0).length >= Math.min(FEW, columns - 1);
  const filled = row.cells.filter((c) => c.lines.length > 0);
  const last = filled.at(-1);
  if (columns <= FEW || last === undefined || last.column > 1 || filled[0]?.column !== 0) return row;
  if (filled.some((c) => c.lines.length > 1) || rows.filter(full).length < rows.length / 2) return row;
  const room = (edges[columns] ?? 0) - (edges[last.column] ?? 0);
  return {
    cells: filled.map((c) => (c === last ? { ...c, columnSpan: columns - c.column, room } : c)),
  };
}

function bandsOf(lines: readonly Line[], spanning: ReadonlySet<Line>, strips: readonly Gap[]): Line[][] {
  const step = columnStep(
    lines.filter((l) => !spanning.has(l)),
    strips,
  );
  const bands: Line[][] = [];
  let bottom = Number.NEGATIVE_INFINITY;
  let last: Line | undefined;
  for (const line of lines) {
    const turns = last !== undefined && spanning.has(last) !== spanning.has(line);
    if (turns || line.y - step - bottom > ROW_GAP * line.size) bands.push([]);
    bands.at(-1)?.push(line);
    bottom = Math.max(bottom, line.y);
    last = line;
  }
  return bands;
}

/**
 * Step from baseline to baseline within a cell: the usual one of those that a cell can have. Where there is none, cells hold one
 * line each (the first column then has one in nearly every band), and the type's own height is the step.
 */
function columnStep(lines: readonly Line[], strips: readonly Gap[]): number {
  const columns = columnsOf(lines, strips);
  const size = lines[0]?.size ?? 10;
  const steps = columns
    .flatMap((column) => column.map((line, i) => (column[i + 1]?.y ?? line.y) - line.y))
    .filter((step) => step > 0.9 * size)
    .sort((a, b) => a - b);
  const within = steps.filter((step) => step <= WIDEST_STEP * size);
  if (within.length > 0) return within[Math.floor(within.length / 2)] ?? size;
  const least = steps[0] ?? size;
  const most = columns.reduce((count, column) => Math.max(count, column.length), 0);
  return (columns[0]?.length ?? 0) >= most * 0.7 ? TYPE_HEIGHT * size : least;
}
