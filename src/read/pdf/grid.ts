import type { PlacedLine, TableCell, TablePart } from './layout.ts';
import { type Line, lineWith, type Word } from './lines.ts';
import type { RuledLine } from './paint.ts';

/** The frame that ruling lines draw: edges of columns and rows, and which fields are one cell. */
export interface Grid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly RuledCell[];
}
export interface RuledCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** Lines nearer to each other than this, in points, are one: double borders, borders drawn by each neighbour. */
const SAME_RULE = 3;
/** How far a line may end before the one it meets. */
const REACH = 3;

/** More lines than this on one page are a drawing; so are more than this many that remain once joined. */
const MOST_PIECES = 20_000;
const MOST_RULES = 1_500;

/** Finds the tables that ruling lines frame. A frame around one field only is no table. */
export function gridsOf(rules: readonly RuledLine[]): Grid[] {
  if (rules.length > MOST_PIECES) return [];
  const across = joined(rules.filter((r) => r.x1 - r.x0 >= r.y1 - r.y0).map(flat));
  const down = joined(rules.filter((r) => r.x1 - r.x0 < r.y1 - r.y0).map((r) => flat(turned(r)))).map(turned);
  if (Math.max(across.length, down.length) > MOST_RULES) return [];
  return groups(across, down)
    .map(([h, v]) => gridOf(h, v))
    .filter((grid): grid is Grid => grid !== undefined)
    .sort((a, b) => (a.ys[0] ?? 0) - (b.ys[0] ?? 0));
}

/** Whether a line stands between the first and the last line of a frame. */
export const stands = ({ xs, ys }: Grid, line: Line): boolean =>
  indexIn([ys[0] ?? 0, ys.at(-1) ?? 0], line.y - line.size * 0.3) === 0 &&
  indexIn([xs[0] ?? 0, xs.at(-1) ?? 0], (line.x0 + line.x1) / 2) === 0;

/** Splits lines into those in the grid's cells and the rest. */
export function fillGrid(
  grid: Grid,
  lines: readonly Line[],
  page: number,
): { table: TablePart; rest: readonly Line[] } {
  const { xs, ys } = grid;
  const held: PlacedLine[][] = grid.cells.map(() => []);
  const rest: Line[] = [];
  for (const line of lines) {
    // Writing that stands upright is in one cell, or none.
    if (line.upright !== undefined) {
      const cell = held[cellAt(grid, line.upright)];
      if (cell === undefined) rest.push(line);
      else cell.push({ line, page });
      continue;
    }
    const middle = line.y - line.size * 0.3;
    const row = indexIn(ys, middle);
    const outside: Word[] = [];
    const inside = new Map<number, Word[]>();
    for (const word of line.words) {
      const column = indexIn(xs, (word.x0 + word.x1) / 2);
      const cell = row < 0 || column < 0 ? -1 : grid.cells.findIndex((c) => covers(c, row, column));
      if (cell < 0) outside.push(word);
      else inside.set(cell, [...(inside.get(cell) ?? []), word]);
    }
    for (const [cell, words] of inside) {
      const part = lineWith(line, words);
      if (part !== undefined) held[cell]?.push({ line: part, page });
    }
    const left = lineWith(line, outside);
    if (left !== undefined) rest.push(left);
  }
  const rows = Array.from({ length: ys.length - 1 }, (_, row) => ({
    cells: grid.cells.flatMap((cell, index): TableCell[] =>
      cell.row === row
        ? [
            {
              column: cell.column,
              columnSpan: cell.columnSpan,
              rowSpan: cell.rowSpan,
              lines: held[index] ?? [],
              room: (xs[cell.column + cell.columnSpan] ?? 0) - (xs[cell.column] ?? 0),
            },
          ]
        : [],
    ),
  }));
  return { table: { kind: 'table', edges: xs, rows, ruled: true }, rest };
}

/** The cell that holds the middle of a box; -1 where none does. */
export function cellAt({ xs, ys, cells }: Grid, { x0, y0, x1, y1 }: RuledLine): number {
  const row = indexIn(ys, (y0 + y1) / 2);
  const column = indexIn(xs, (x0 + x1) / 2);
  return row < 0 || column < 0 ? -1 : cells.findIndex((cell) => covers(cell, row, column));
}

const covers = (cell: RuledCell, row: number, column: number): boolean =>
  row >= cell.row && row < cell.row + cell.rowSpan && column >= cell.column && column < cell.column + cell.columnSpan;

function indexIn(edges: readonly number[], at: number): number {
  for (let i = 0; i + 1 < edges.length; i++) {
    if (at >= (edges[i] ?? 0) && at < (edges[i + 1] ?? 0)) return i;
  }
  return -1;
}

const turned = (r: RuledLine): RuledLine => ({ x0: r.y0, y0: r.x0, x1: r.y1, y1: r.x1 });
const flat = (r: RuledLine): RuledLine => ({ ...r, y0: (r.y0 + r.y1) / 2, y1: (r.y0 + r.y1) / 2 });

/** Horizontal pieces that lie on one line and touch become one. */
function joined(rules: readonly RuledLine[]): RuledLine[] {
  const levels: RuledLine[][] = [];
  for (const rule of [...rules].sort((a, b) => a.y0 - b.y0)) {
    const level = levels.at(-1);
    if (level?.[0] !== undefined && rule.y0 - level[0].y0 <= SAME_RULE / 2) level.push(rule);
    else levels.push([rule]);
  }
  return levels.flatMap((level) => {
    const made: RuledLine[] = [];
    for (const rule of level.sort((a, b) => a.x0 - b.x0)) {
      const last = made.at(-1);
      if (last === undefined || rule.x0 > last.x1 + REACH) made.push(rule);
      else made[made.length - 1] = { ...last, x1: Math.max(last.x1, rule.x1) };
    }
    return made;
  });
}

/** Sets of lines that meet each other. */
function groups(across: readonly RuledLine[], down: readonly RuledLine[]): [RuledLine[], RuledLine[]][] {
  const group = new Map<RuledLine, number>();
  let next = 0;
  for (const h of across) {
    const met = down.filter((v) => meets(h, v));
    const known = [h, ...met].map((r) => group.get(r)).filter((g): g is number => g !== undefined);
    const id = known[0] ?? next++;
    for (const [rule, g] of group) if (known.includes(g)) group.set(rule, id);
    for (const rule of [h, ...met]) group.set(rule, id);
  }
  return [...new Set(group.values())].map((id) => [
    across.filter((r) => group.get(r) === id),
    down.filter((r) => group.get(r) === id),
  ]);
}

const meets = (h: RuledLine, v: RuledLine): boolean =>
  v.x0 >= h.x0 - REACH && v.x0 <= h.x1 + REACH && h.y0 >= v.y0 - REACH && h.y0 <= v.y1 + REACH;

function gridOf(across: readonly RuledLine[], down: readonly RuledLine[]): Grid | undefined {
  // A table cut by the page's end has no line there: its uprights still tell how far it goes.
  const xs = places(down.map((v) => v.x0));
  const ys = places([...across.map((h) => h.y0), ...ends(down)]);
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  if (columns < 1 || rows < 1 || columns * rows < 2) return undefined;
  const upright = (column: number, row: number): boolean => {
    const at = ((ys[row] ?? 0) + (ys[row + 1] ?? 0)) / 2;
    return down.some((v) => Math.abs(v.x0 - (xs[column] ?? 0)) <= SAME_RULE && v.y0 <= at && v.y1 >= at);
  };
  const level = (column: number, row: number): boolean => {
    const at = ((xs[column] ?? 0) + (xs[column + 1] ?? 0)) / 2;
    return across.some((h) => Math.abs(h.y0 - (ys[row] ?? 0)) <= SAME_RULE && h.x0 <= at && h.x1 >= at);
  };
  const taken = new Set<number>();
  const cells: RuledCell[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (taken.has(row * columns + column)) continue;
      let columnSpan = 1;
      while (column + columnSpan < columns && !upright(column + columnSpan, row)) columnSpan++;
      let rowSpan = 1;
      while (row + rowSpan < rows && !level(column, row + rowSpan)) rowSpan++;
      for (let r = row; r < row + rowSpan; r++) {
        for (let c = column; c < column + columnSpan; c++) taken.add(r * columns + c);
      }
      cells.push({ row, column, rowSpan, columnSpan });
    }
  }
  return cells.length < 2 ? undefined : { xs, ys, cells };
}

function ends(down: readonly RuledLine[]): number[] {
  return down
    .flatMap((v) => [v.y0, v.y1])
    .sort((a, b) => a - b)
    .filter((_, i, all) => i === 0 || i === all.length - 1);
}

/** Distinct places, near ones taken together. */
function places(values: readonly number[]): number[] {
  const made: number[] = [];
  for (const value of [...values].sort((a, b) => a - b)) {
    const last = made.at(-1);
    if (last === undefined || value - last > SAME_RULE) made.push(value);
  }
  return made;
}
