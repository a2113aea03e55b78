import { type Line, lineParts } from './lines.ts';

/** A stretch of a line's width, in points. */
export type Gap = readonly [from: number, to: number];

/** White between words wider than this many type sizes is wide. */
export const WIDE = 1;
/** Narrower white, in type sizes, parts no columns. */
export const NARROW = 0.22;
/** White that no painted space fills parts a line where it is as wide as this, in type sizes. */
const UNPAINTED = 0.4;
/** The least white between columns on lines on which no space is painted at all. */
const ALL_UNPAINTED = 0.6;

/** What a line covers: its words, and the white between them unless it is wide, or no space was painted in it. */
export function inkOf(line: Line, strips: readonly Gap[]): Gap[] {
  const made: [number, number][] = [];
  const paintsSpaces = line.words.some((w) => w.spaced);
  for (const { x0, x1, spaced } of line.words) {
    const last = made.at(-1);
    if (last === undefined) {
      made.push([x0, x1]);
      continue;
    }
    const white = (x0 - last[1]) / line.size;
    const inStrip = strips.some(([a, b]) => Math.min(b, x0) - Math.max(a, last[1]) >= NARROW * line.size);
    const least = spaced ? WIDE : paintsSpaces ? (inStrip ? NARROW : UNPAINTED) : inStrip ? ALL_UNPAINTED : WIDE;
    if (white > least) made.push([x0, x1]);
    else last[1] = Math.max(last[1], x1);
  }
  return united(made);
}

export function united(gaps: readonly Gap[]): Gap[] {
  const made: [number, number][] = [];
  for (const [a, b] of [...gaps].sort((x, y) => x[0] - y[0])) {
    const last = made.at(-1);
    if (last !== undefined && a <= last[1]) last[1] = Math.max(last[1], b);
    else made.push([a, b]);
  }
  return made;
}

/** The white between covered stretches, where it is at least so wide. */
export function gapsOf(cover: readonly Gap[], least: number): Gap[] {
  return cover.flatMap(([, end], i): Gap[] => {
    const next = cover[i + 1];
    return next !== undefined && next[0] - end >= least ? [[end, next[0]]] : [];
  });
}

export const middle = ([a, b]: Gap): number => (a + b) / 2;

/** Baselines nearer than this, in type sizes, are not those of one column. */
const BESIDE = 0.75;
const SAME_LINE = 0.2;
/** Letters raised or lowered within a line are smaller by more than this share, and stand close to it. */
const SAME_SIZE = 0.1;

/** Whether two lines whose baselines differ, as in cells that are centred upright, stand beside each other. */
export function beside(line: Line | undefined, next: Line | undefined): boolean {
  if (line === undefined || next === undefined) return false;
  const step = next.y - line.y;
  if (step <= SAME_LINE * line.size || step >= BESIDE * line.size) return false;
  const alike = Math.abs(line.size - next.size) < SAME_SIZE * line.size;
  return Math.max(next.x0 - line.x1, line.x0 - next.x1) > (alike ? NARROW : WIDE) * line.size;
}

export const isParted = (line: Line): boolean => lineParts(line, WIDE * line.size).length > 1;
