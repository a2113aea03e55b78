import { shadesOf } from './ink.ts';
import type { Picture } from './picture.ts';

/** A ruling line of a picture, in pixels. */
export interface PictureRule {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** Inches. A shorter run may be a stroke of a letter, a thicker one is a surface; a line may be broken for so long. */
const SHORTEST = 0.3;
/** A shorter upright one parts the cells of a low row where it runs from one level line to another; it is so long at least. */
const LOW_ROW = 0.13;
const TOUCHES = 0.02;
const THICKEST = 0.055;
const BREAK = 0.012;
/** Pieces of one line lie so near to each other, and it ends so near to the one that it meets. */
const NEAR = 0.04;
const MEETS = 0.06;
/** More runs than this are a photograph. */
const MOST_RUNS = 20_000;

/** Finds the lines that rule tables: long thin runs of ink, level or upright, that meet such of the other kind. */
export function rulesOf(picture: Picture, dpi: number): PictureRule[] {
  const { lines } = shadesOf(picture);
  const { width, height, grey, red } = picture;
  const dark = new Uint8Array(grey.length);
  // Rules are not drawn in red, but strokes of large seals are.
  for (let i = 0; i < grey.length; i++) if ((grey[i] ?? 255) < lines && red?.[i] !== 1) dark[i] = 1;
  const level = longRuns(dark, width, height, dpi).map(
    ({ from, to, at }): PictureRule => ({ x0: from, y0: at, x1: to, y1: at }),
  );
  const turned = new Uint8Array(dark.length);
  for (let y = 0, i = 0; y < height; y++) for (let x = 0; x < width; x++, i++) turned[x * height + y] = dark[i] ?? 0;
  const upright = longRuns(turned, height, width, dpi).map(
    ({ from, to, at }): PictureRule => ({ x0: at, y0: from, x1: at, y1: to }),
  );
  const reach = MEETS * dpi;
  const meets = (h: PictureRule, v: PictureRule): boolean =>
    v.x0 >= h.x0 - reach && v.x0 <= h.x1 + reach && h.y0 >= v.y0 - reach && h.y0 <= v.y1 + reach;
  const framing = level.filter((h) => upright.some((v) => meets(h, v)));
  const parting = upright.filter((v) => level.some((h) => meets(h, v)));
  const low = framing.length < 2 ? [] : lowUprights(turned, width, height, dpi, framing);
  return [...framing, ...parting, ...low.filter((v) => !parting.some((other) => isPartOf(v, other, reach)))];
}

/** Upright lines of rows that are lower than a long line: they run from one level line to the next. */
function lowUprights(
  turned: Uint8Array,
  width: number,
  height: number,
  dpi: number,
  level: readonly PictureRule[],
): PictureRule[] {
  const reach = MEETS * dpi;
  const touches = Math.max(2, TOUCHES * dpi);
  const ends = (x: number, y: number): PictureRule | undefined =>
    level.find((h) => Math.abs(h.y0 - y) <= touches && x >= h.x0 - reach && x <= h.x1 + reach);
  return longRuns(turned, height, width, dpi, LOW_ROW)
    .filter(({ from, to, at }) => {
      const [above, below] = [ends(at, from), ends(at, to)];
      return (
        to - from < SHORTEST * dpi && above !== undefined && below !== undefined && below.y0 - above.y0 >= LOW_ROW * dpi
      );
    })
    .map(({ from, to, at }): PictureRule => ({ x0: at, y0: from, x1: at, y1: to }));
}

/** Whether an upright line lies along another one. */
const isPartOf = (v: PictureRule, other: PictureRule, reach: number): boolean =>
  Math.abs(v.x0 - other.x0) <= reach && v.y0 >= other.y0 - reach && v.y1 <= other.y1 + reach;

interface Run {
  from: number;
  to: number;
  at: number;
}

/** Long thin runs along the rows of a field of which 1 is dark. */
function longRuns(
  dark: Uint8Array,
  width: number,
  height: number,
  dpi: number,
  inches = SHORTEST,
): readonly Readonly<Run>[] {
  const runs: Run[] = [];
  const shortest = inches * dpi;
  const gap = Math.max(1, Math.round(BREAK * dpi));
  for (let y = 0; y < height; y++) {
    const row = y * width;
    let [from, last, count] = [-1, -1, 0];
    for (let x = 0; x <= width; x++) {
      if (x < width && dark[row + x] === 1) {
        if (from < 0) [from, count] = [x, 0];
        count++;
        last = x;
      } else if (from >= 0 && (x === width || x - last > gap)) {
        const long = last + 1 - from;
        if (long >= shortest && count >= 0.9 * long) runs.push({ from, to: last + 1, at: y });
        from = -1;
      }
    }
    if (runs.length > MOST_RUNS) return [];
  }
  return joined(runs, dpi);
}

/** Runs of neighbouring rows that touch are one line; such as make a thick one are none. */
function joined(runs: readonly Run[], dpi: number): Run[] {
  const lines: { from: number; to: number; last: number; first: number; weight: number; moment: number }[] = [];
  let open: typeof lines = [];
  const near = NEAR * dpi;
  for (const run of runs) {
    open = open.filter(({ last }) => run.at - last <= 2);
    const touching = open.filter(({ from, to }) => run.from <= to + near && run.to >= from - near);
    const long = run.to - run.from;
    const [line, ...others] = touching;
    if (line === undefined) {
      const made = { from: run.from, to: run.to, last: run.at, first: run.at, weight: long, moment: long * run.at };
      open.push(made);
      lines.push(made);
      continue;
    }
    line.from = Math.min(line.from, run.from);
    line.to = Math.max(line.to, run.to);
    line.last = run.at;
    line.weight += long;
    line.moment += long * run.at;
    for (const other of others) {
      line.from = Math.min(line.from, other.from);
      line.to = Math.max(line.to, other.to);
      line.first = Math.min(line.first, other.first);
      line.weight += other.weight;
      line.moment += other.moment;
      open.splice(open.indexOf(other), 1);
      lines.splice(lines.indexOf(other), 1);
    }
  }
  return lines
    .filter(({ from, to, weight }) => weight / (to - from) <= THICKEST * dpi)
    .map(({ from, to, weight, moment }) => ({ from, to, at: moment / weight + 0.5 }));
}

/** Inches. What is thicker where a line passes is a letter that crosses it. */
const CROSSING = 0.03;
/** How far beside its mean a line that is not quite straight may be, in inches. */
const ASTRAY = 0.02;
const PAPER = 255;

/** A picture without its ruling lines; letters that cross them stay whole. */
export function withoutRules(picture: Picture, rules: readonly PictureRule[], dpi: number): Picture {
  if (rules.length === 0) return picture;
  const { width, height } = picture;
  const grey = picture.grey.slice();
  const { lines } = shadesOf(picture);
  const most = Math.max(3, CROSSING * dpi);
  const astray = Math.ceil(ASTRAY * dpi);
  const isDark = (at: number): boolean => (picture.grey[at] ?? PAPER) < lines;
  /** Whitens what is dark across the line at one of its places, which is `from` and steps of `step` on from there. */
  const whiten = (from: number, step: number, low: number, high: number): void => {
    const found = nearest(from, step, low, high, astray, isDark);
    if (found === undefined) return;
    let [first, last] = [found, found];
    while (first > low && isDark(from + (first - 1) * step)) first--;
    while (last < high && isDark(from + (last + 1) * step)) last++;
    if (last - first + 1 > most) return;
    for (let i = Math.max(low, first - 1); i <= Math.min(high, last + 1); i++) grey[from + i * step] = PAPER;
  };
  const half = Math.ceil(BREAK * dpi) + 1;
  for (const level of rules.filter(({ y0, y1 }) => y0 === y1)) {
    for (const { x0, y0, y1 } of rules.filter((rule) => rule.x0 === rule.x1)) {
      if (x0 < level.x0 - half || x0 > level.x1 + half || level.y0 < y0 - half || level.y0 > y1 + half) continue;
      // Where two lines cross, what is dark is thick both ways.
      const [left, right] = [Math.max(0, Math.floor(x0) - half), Math.min(width, Math.floor(x0) + half + 1)];
      for (let y = Math.max(0, Math.floor(level.y0) - half); y <= Math.min(height - 1, level.y0 + half); y++)
        grey.fill(PAPER, y * width + left, y * width + right);
    }
  }
  for (const { x0, y0, x1, y1 } of rules) {
    if (y0 === y1) {
      const y = Math.floor(y0);
      for (let x = Math.max(0, Math.floor(x0)); x < Math.min(width, x1); x++)
        whiten(y * width + x, width, -y, height - 1 - y);
    } else {
      const x = Math.floor(x0);
      for (let y = Math.max(0, Math.floor(y0)); y < Math.min(height, y1); y++)
        whiten(y * width + x, 1, -x, width - 1 - x);
    }
  }
  return { ...picture, grey };
}

function nearest(
  from: number,
  step: number,
  low: number,
  high: number,
  reach: number,
  isDark: (at: number) => boolean,
): number | undefined {
  for (let away = 0; away <= reach; away++) {
    if (away <= high && isDark(from + away * step)) return away;
    if (-away >= low && isDark(from - away * step)) return -away;
  }
  return undefined;
}
