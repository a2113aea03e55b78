import type { TableCell, TablePart, TableRow } from './layout.ts';
import { type Line, lineWith, partsOf } from './lines.ts';
import { textOf } from './paragraphs.ts';

type Gap = readonly [from: number, to: number];

/** Lines that stand beside each other in columns with white between them. */
export interface Region {
  /** Index of the first line, and of the one after the last. */
  readonly from: number;
  readonly to: number;
  /** Middle of each white strip, from left to right. */
  readonly strips: readonly number[];
  /** Indices of lines that run over the strips: rows merged over the width. */
  readonly spanning: ReadonlySet<number>;
}

/** White between words wider than this many type sizes makes one look for columns. */
const WIDE = 1;
/** Between two columns only, the white must be this wide: less is a justified line. */
const WIDE_TWO = 1.5;
/** Enough where so many lines have wide white around it. */
const WIDE_OFTEN = 0.5;
const OFTEN = 2;
/** Narrower white, in type sizes, is no strip. */
const NARROW = 0.22;
/** Baselines nearer than this, in type sizes, are not those of one column. */
const BESIDE = 0.75;
const SAME_LINE = 0.2;
/** Letters raised or lowered within a line are smaller by more than this share. */
const SAME_SIZE = 0.1;
/** The least white between columns on lines whose spaces are not painted. */
const WIDE_UNPAINTED = 0.6;
const LABEL_ONLY = /^(?:[-–—+•●*]|\(?(?:\d{1,3}\.)*\d{1,3}[.)]?|[a-zđ][.)]|[IVXLC]+[.)]?)$/u;

/** Finds the regions of a page in which lines stand in columns, from top to bottom. */
export function regionsOf(lines: readonly Line[], step: number): Region[] {
  const regions: Region[] = [];
  let free = 0;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (i < free || line === undefined || !(isSeed(line) || besideNext(line, lines[i + 1]))) continue;
    const region = regionAt(lines, i, free, step);
    if (region === undefined) continue;
    regions.push(region);
    free = region.to;
  }
  return regions;
}

function isSeed(line: Line): boolean {
  const parts = partsOf(line, WIDE * line.size);
  const [first] = parts;
  return first !== undefined && parts.length > 1 && !(parts.length === 2 && LABEL_ONLY.test(textOf(first)));
}

/** Two lines whose baselines differ, as in cells that are centred upright, but which stand beside each other. */
function besideNext(line: Line, next: Line | undefined): boolean {
  if (next === undefined || next.y - line.y > BESIDE * line.size || next.words.length === 0) return false;
  const apart = Math.max(next.x0 - line.x1, line.x0 - next.x1);
  const alike = Math.abs(line.size - next.size) < SAME_SIZE * line.size;
  return (
    alike &&
    apart > NARROW * line.size &&
    next.y - line.y > SAME_LINE * line.size &&
    !LABEL_ONLY.test(textOf(line)) &&
    !LABEL_ONLY.test(textOf(next))
  );
}

function regionAt(lines: readonly Line[], seed: number, free: number, step: number): Region | undefined {
  const start = lines[seed];
  if (start === undefined) return undefined;
  let cover = inkOf(start, []);
  let strips = gapsOf(cover, NARROW * start.size);
  const spanning = new Set<number>();
  let to = seed + 1;
  for (let i = seed + 1, pending = 0; i < lines.length; i++) {
    const [line, before] = [lines[i], lines[i - 1]];
    if (line === undefined || before === undefined) break;
    const kept = keeps(strips, cover, line);
    if (kept === undefined) {
      pending++;
      if (pending > 2 || !startsLeft(line, cover) || strips.length < 2) break;
      continue;
    }
    if (strips.length < 2 && line.y - before.y > 2.2 * step * line.size) break;
    for (let j = i - pending; j < i; j++) spanning.add(j);
    pending = 0;
    cover = kept;
    strips = gapsOf(cover, NARROW * line.size);
    to = i + 1;
  }
  let from = seed;
  while (from > free) {
    const [line, below] = [lines[from - 1], lines[from]];
    if (line === undefined || below === undefined || below.y - line.y > 1.3 * step * line.size) break;
    const kept = keeps(strips, cover, line);
    if (kept === undefined) break;
    cover = kept;
    strips = gapsOf(cover, NARROW * line.size);
    from--;
  }
  const held = lines.slice(from, to);
  const wide = strips.length >= 2 && held.length >= 4 ? NARROW : WIDE_TWO;
  const good = strips.filter(
    ([a, b]) => b - a >= wide * start.size || (b - a >= WIDE_OFTEN * start.size && parts(held, (a + b) / 2)),
  );
  if (good.length === 0) return undefined;
  return { from, to, strips: good.map(([a, b]) => (a + b) / 2), spanning };
}

/** White that no painted space fills, and that several lines have at the same place, is no chance of justified lines. */
function parts(lines: readonly Line[], at: number): boolean {
  let crossing = 0;
  for (const [i, line] of lines.entries()) {
    const next = line.words.find(
      (word, k) => word.x0 >= at && (line.words[k - 1]?.x1 ?? Number.POSITIVE_INFINITY) <= at,
    );
    if (next?.spaced === true) return false;
    const below = lines[i + 1];
    if (next !== undefined || (below !== undefined && besideNext(line, below))) crossing++;
  }
  return crossing >= OFTEN;
}

/** The cover with a further line, or undefined where the line runs over a strip. */
function keeps(strips: readonly Gap[], cover: readonly Gap[], line: Line): Gap[] | undefined {
  const next = united([...cover, ...inkOf(line, strips)]);
  const left = gapsOf(next, NARROW * line.size);
  return strips.every(([a, b]) => left.some(([c, d]) => c >= a - 0.1 && d <= b + 0.1)) ? next : undefined;
}

/** What a line covers: its words, and the white between two words unless it is wide or lies in a strip and no space was painted there. */
function inkOf(line: Line, strips: readonly Gap[]): Gap[] {
  const made: [number, number][] = [];
  const paintsSpaces = line.words.some((w) => w.spaced);
  for (const { x0, x1, spaced } of line.words) {
    const last = made.at(-1);
    const inStrip = ([a, b]: Gap) => last !== undefined && Math.min(b, x0) - Math.max(a, last[1]) >= NARROW * line.size;
    const least = spaced ? WIDE : paintsSpaces ? NARROW : WIDE_UNPAINTED;
    const apart =
      last !== undefined &&
      (x0 - last[1] > WIDE * line.size || (x0 - last[1] >= least * line.size && strips.some(inStrip)));
    if (last === undefined || apart) made.push([x0, x1]);
    else last[1] = Math.max(last[1], x1);
  }
  return united(made);
}

const startsLeft = (line: Line, cover: readonly Gap[]): boolean =>
  Math.abs(line.x0 - (cover[0]?.[0] ?? 0)) < 2 * line.size && partsOf(line, WIDE * line.size).length === 1;

function united(gaps: readonly Gap[]): Gap[] {
  const made: [number, number][] = [];
  for (const [a, b] of [...gaps].sort((x, y) => x[0] - y[0])) {
    const last = made.at(-1);
    if (last !== undefined && a <= last[1]) last[1] = Math.max(last[1], b);
    else made.push([a, b]);
  }
  return made;
}

function gapsOf(cover: readonly Gap[], least: number): Gap[] {
  return cover.flatMap(([, end], i): Gap[] => {
    const next = cover[i + 1];
    return next !== undefined && next[0] - end >= least ? [[end, next[0]]] : [];
  });
}

/** The lines of a region column by column. */
export function columnsOf(lines: readonly Line[], strips: readonly number[]): Line[][] {
  return [...strips, Number.POSITIVE_INFINITY].map((right, i) => {
    const left = strips[i - 1] ?? Number.NEGATIVE_INFINITY;
    return lines.flatMap((line) => {
      const part = lineWith(
        line,
        line.words.filter((w) => (w.x0 + w.x1) / 2 >= left && (w.x0 + w.x1) / 2 < right),
      );
      return part === undefined ? [] : [part];
    });
  });
}

/** White between lines wider than this share of the type size parts two rows. */
const ROW_GAP = 0.1;
/** A wider step than this, in type sizes, is hardly one within a cell. */
const WIDEST_STEP = 1.25;
const TYPE_HEIGHT = 1.15;

/** Reads a region of three or more columns as a table: a row is a band of lines with white above and below. */
export function tableOf(lines: readonly Line[], region: Region, page: number): TablePart {
  const held = lines.slice(region.from, region.to);
  const spanning = new Set([...region.spanning].map((i) => lines[i]));
  const left = Math.min(...held.map((l) => l.x0));
  const right = Math.max(...held.map((l) => l.x1));
  const edges = [left, ...region.strips, right];
  const rows = bandsOf(held, spanning, region.strips).map((band): TableRow => {
    const [only] = band;
    if (only !== undefined && band.every((l) => spanning.has(l))) {
      const lines = band.map((line) => ({ line, page }));
      return {
        cells: [{ column: 0, columnSpan: edges.length - 1, rowSpan: 1, lines, room: right - left }],
      };
    }
    const cells = columnsOf(band, region.strips).map(
      (lines, column): TableCell => ({
        column,
        columnSpan: 1,
        rowSpan: 1,
        lines: lines.map((line) => ({ line, page })),
        room: (edges[column + 1] ?? 0) - (edges[column] ?? 0),
      }),
    );
    return { cells };
  });
  return { kind: 'table', edges, rows, ruled: false };
}

function bandsOf(lines: readonly Line[], spanning: ReadonlySet<Line | undefined>, strips: readonly number[]): Line[][] {
  const step = columnStep(lines, spanning, strips);
  const bands: Line[][] = [];
  let bottom = Number.NEGATIVE_INFINITY;
  let last: Line | undefined;
  for (const line of lines) {
    const top = line.y - step;
    const apart =
      top - bottom > ROW_GAP * line.size || (last !== undefined && spanning.has(last) !== spanning.has(line));
    if (apart) bands.push([]);
    bands.at(-1)?.push(line);
    bottom = Math.max(bottom, line.y);
    last = line;
  }
  return bands;
}

/**
 * Step from baseline to baseline within a cell: the least that one column shows twice. Where that is wide, cells hold one
 * line each (the first column then has one in nearly every band), and the type's own height is the step.
 */
function columnStep(
  lines: readonly Line[],
  spanning: ReadonlySet<Line | undefined>,
  strips: readonly number[],
): number {
  const columns = columnsOf(
    lines.filter((l) => !spanning.has(l)),
    strips,
  );
  const size = lines[0]?.size ?? 10;
  const steps = columns
    .flatMap((column) => column.map((line, i) => (column[i + 1]?.y ?? line.y) - line.y))
    .filter((step) => step > 0.9 * size)
    .sort((a, b) => a - b);
  const least = steps.find((step, i) => (steps[i + 1] ?? 0) - step < 0.2) ?? steps[0] ?? size;
  if (least <= WIDEST_STEP * size) return least;
  const bands = columns.reduce((most, column) => Math.max(most, column.length), 0);
  return (columns[0]?.length ?? 0) >= bands * 0.7 ? TYPE_HEIGHT * size : least;
}
