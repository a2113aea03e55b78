import { columnsOf, regionsOf, tableOf } from './columns.ts';
import { fillGrid, gridsOf } from './grid.ts';
import type { Part, Setting } from './layout.ts';
import type { Line } from './lines.ts';
import type { Rule } from './paint.ts';
import { paragraphsOf, settingOf } from './paragraphs.ts';

/** Reads the lines of one page into paragraphs and tables, from top to bottom. */
export function partsOfPage(all: readonly Line[], rules: readonly Rule[], page: number): Part[] {
  let lines = all;
  const placed: { top: number; part: Part }[] = [];
  for (const grid of gridsOf(rules)) {
    const { table, rest } = fillGrid(grid, lines, page);
    if (!table.rows.some((row) => row.cells.some((cell) => cell.lines.length > 0))) continue;
    placed.push({ top: grid.ys[0] ?? 0, part: table });
    lines = rest;
  }
  const tables = placed.map((p) => p.top);
  for (const { top, parts } of flowOf(lines, tables, page)) {
    for (const part of parts) placed.push({ top, part });
  }
  return placed.sort((a, b) => a.top - b.top).map((p) => p.part);
}

/** Running text, read in stretches: between tables, and beside each other where it stands in columns. */
function flowOf(lines: readonly Line[], tables: readonly number[], page: number): { top: number; parts: Part[] }[] {
  if (lines.length === 0) return [];
  const setting = settingOf(lines);
  const made: { top: number; parts: Part[] }[] = [];
  let from = 0;
  const text = (until: number) => {
    for (const stretch of between(lines.slice(from, until), tables)) {
      for (const part of paragraphsOf(stretch, page, setting)) {
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
        parts: columnsOf(held, region.strips).flatMap((column) =>
          paragraphsOf(column, page, columnSetting(column, setting)),
        ),
      });
    }
    from = region.to;
  }
  text(lines.length);
  return made;
}

/** A column of a letterhead has margins of its own; where its lines are centred, each is by itself. */
function columnSetting(lines: readonly Line[], setting: Setting): Setting {
  const left = Math.min(...lines.map((l) => l.x0));
  const right = Math.max(...lines.map((l) => l.x1));
  const flush = lines.filter((l) => l.x0 - left < l.size).length;
  return { left, right: flush * 2 > lines.length ? right : Number.POSITIVE_INFINITY, step: setting.step };
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
