import { vi } from '../../language/pattern.ts';
import { tableOf } from './bands.ts';
import { columnsOf, regionsOf } from './columns.ts';
import { fillGrid, type Grid } from './grid.ts';
import type { PagePart, Setting, TablePart } from './layout.ts';
import type { Line } from './lines.ts';
import { lineText, partIntoParagraphs } from './paragraphs.ts';

/** A page whose ruled tables are told from its running text. */
export interface Framed {
  readonly page: number;
  readonly tables: readonly { readonly top: number; readonly part: TablePart }[];
  readonly text: readonly Line[];
}

export function frameTables(lines: readonly Line[], grids: readonly Grid[], page: number): Framed {
  let text = lines;
  const tables: { top: number; part: TablePart }[] = [];
  for (const grid of grids) {
    const { table, rest } = fillGrid(grid, text, page);
    if (!table.rows.some((row) => row.cells.some((cell) => cell.lines.length > 0))) continue;
    tables.push({ top: grid.ys[0] ?? 0, part: table });
    text = rest;
  }
  return { page, tables, text };
}

/** Reads one page into paragraphs and tables, from top to bottom. */
export function partsOfPage({ page, tables, text }: Framed, setting: Setting): PagePart[] {
  const tops = tables.map((p) => p.top);
  const flow = flowOf(text, tops, page, setting).flatMap(({ top, parts }) => parts.map((part) => ({ top, part })));
  return [...tables, ...flow].sort((a, b) => a.top - b.top).map((p) => p.part);
}

/** Running text, read in stretches: between tables, and beside each other where it stands in columns. */
function flowOf(
  lines: readonly Line[],
  tables: readonly number[],
  page: number,
  setting: Setting,
): { top: number; parts: PagePart[] }[] {
  const made: { top: number; parts: PagePart[] }[] = [];
  let from = 0;
  const text = (until: number) => {
    for (const stretch of between(lines.slice(from, until), tables)) {
      for (const part of partIntoParagraphs(stretch, page, setting)) {
        made.push({ top: part.lines[0]?.line.y ?? 0, parts: [part] });
      }
    }
  };
  for (const region of regionsOf(lines, setting.step)) {
    text(region.from);
    const held = lines.slice(region.from, region.to);
    const top = held[0]?.y ?? 0;
    if (region.strips.length >= 2 && held.length >= 4) made.push({ top, parts: [tableOf(lines, region, page)] });
    else {
      made.push({
        top,
        parts: letterheadRows(columnsOf(held, region.strips)).flatMap((column) =>
          partIntoParagraphs(column, page, columnSetting(column, setting)),
        ),
      });
    }
    from = region.to;
  }
  text(lines.length);
  return made;
}

const NUMBER = vi`^số\s*:`;
const PLACE_AND_DATE = vi`ngày\s*[\d.…_]*\s*tháng`;

/** A letterhead has two rows: who issues beside the name of the state, then the number beside place and date. */
function letterheadRows(columns: readonly Line[][]): Line[][] {
  const [left = [], right = []] = columns;
  const number = left.findIndex((line) => NUMBER.test(lineText(line)));
  const date = right.findIndex((line) => PLACE_AND_DATE.test(lineText(line)));
  if (columns.length !== 2 || number < 1 || date < 1) return [...columns];
  return [left.slice(0, number), right.slice(0, date), left.slice(number), right.slice(date)];
}

/** A column of a letterhead or of signatures has margins of its own; its lines are often centred. */
function columnSetting(lines: readonly Line[], setting: Setting): Setting {
  const left = lines.reduce((x, line) => Math.min(x, line.x0), Number.POSITIVE_INFINITY);
  const right = lines.reduce((x, line) => Math.max(x, line.x1), 0);
  const spread = (at: (line: Line) => number, from: number) =>
    lines.reduce((sum, line) => sum + Math.abs(at(line) - from), 0);
  const centre = (left + right) / 2;
  const centred = spread((l) => (l.x0 + l.x1) / 2, centre) < spread((l) => l.x0, left);
  if (!centred) return { left, right, step: setting.step, beside: true };
  return {
    left,
    right,
    step: setting.step,
    beside: true,
    room: 2 * Math.min(centre - setting.left, setting.right - centre),
  };
}

function between(lines: readonly Line[], tables: readonly number[]): Line[][] {
  const stretches: Line[][] = [];
  let before: Line | undefined;
  for (const line of lines) {
    const last = before?.y ?? Number.NEGATIVE_INFINITY;
    if (before === undefined || tables.some((t) => t > last && t <= line.y)) stretches.push([]);
    stretches.at(-1)?.push(line);
    before = line;
  }
  return stretches;
}
