import { type Line, lineWith } from './lines.ts';
import { lineText } from './paragraphs.ts';
import { beside, type Gap, gapsOf, inkOf, isParted, middle, NARROW, united, WIDE } from './white.ts';

/** Lines that stand beside each other in columns with white between them. */
export interface Region {
  /** Index of the first line, and of the one after the last. */
  readonly from: number;
  readonly to: number;
  /** White from top to bottom between the columns, from left to right. */
  readonly strips: readonly Gap[];
  /** Indices of lines that run over a strip: cells merged over columns. */
  readonly spanning: ReadonlySet<number>;
}

/** A first word that is only a label stands apart from its own text, not in a column. */
const LABEL_ONLY = /^(?:[-–—+•●*]|\(?(?:\d{1,3}\.)*\d{1,3}[.)]?|[a-zđ][.)]|[IVXLC]+[.)]?)$/u;

/** Finds the regions of a page in which lines stand in columns, from top to bottom. */
export function regionsOf(lines: readonly Line[], step: number): Region[] {
  const regions: Region[] = [];
  let free = 0;
  for (let i = 0; i < lines.length; i++) {
    if (i < free || !isSeed(lines, i)) continue;
    const region = regionAt(lines, i, free, step);
    if (region === undefined) continue;
    regions.push(region);
    free = region.to;
  }
  return regions;
}

function isSeed(lines: readonly Line[], at: number): boolean {
  const line = lines[at];
  if (line === undefined) return false;
  const label = (l: Line | undefined) => l !== undefined && LABEL_ONLY.test(lineText(l));
  if (beside(line, lines[at + 1])) return !label(line) && !label(lines[at + 1]);
  const ink = inkOf(line, []);
  const first = lineWith(
    line,
    line.words.filter((w) => w.x1 <= (ink[0]?.[1] ?? 0)),
  );
  return ink.length > 1 && !(ink.length === 2 && label(first));
}

/** What a region is known to hold so far. */
interface Held {
  readonly cover: readonly Gap[];
  readonly strips: readonly Gap[];
  readonly to: number;
  readonly spanning: readonly number[];
}

function regionAt(lines: readonly Line[], seed: number, free: number, step: number): Region | undefined {
  const start = lines[seed];
  if (start === undefined) return undefined;
  const held = upwards(lines, seed, free, step, downwards(lines, seed, start, step));
  // One line alone may leave room to be filled in: "ngày      tháng      năm".
  if (held.to - held.from < 2) return undefined;
  const inside = lines.filter((_, i) => i >= held.from && i < held.to && !held.spanning.includes(i));
  const strips = held.strips.filter((strip) => isStrip(strip, inside, start.size, held.strips.length > 1));
  return strips.length === 0 ? undefined : { from: held.from, to: held.to, strips, spanning: new Set(held.spanning) };
}

function downwards(lines: readonly Line[], seed: number, start: Line, step: number): Held {
  const ink = inkOf(start, []);
  let held: Held = { cover: ink, strips: gapsOf(ink, NARROW * start.size), to: seed + 1, spanning: [] };
  // Lines that fit in are held for certain only when a line that stands in more than one column follows them.
  let { cover, strips } = held;
  let over: number[] = [];
  for (let i = seed + 1; i < lines.length; i++) {
    const [line, before] = [lines[i], lines[i - 1]];
    if (line === undefined || before === undefined) break;
    const kept = keeps(strips, cover, line);
    if (kept === undefined) {
      if (strips.length < 2 || over.length > 1 || !isMerged(line, cover) || line.y - before.y > FAR * line.size) break;
      over.push(i);
      continue;
    }
    if (!goesOn(lines, i, strips, step)) break;
    const crossing = strips.length > 0 && isCrossing(lines, i, strips);
    const tail = over.length === 0 && held.to === i && isTail(line, before, strips);
    cover = kept;
    strips = gapsOf(cover, NARROW * line.size);
    if (!crossing && !tail) continue;
    held = { cover, strips, to: i + 1, spanning: [...held.spanning, ...over] };
    over = [];
  }
  return held;
}

function upwards(
  lines: readonly Line[],
  seed: number,
  free: number,
  step: number,
  below: Held,
): Held & { from: number } {
  let { cover, strips } = below;
  let from = seed;
  while (from > free) {
    const [line, next] = [lines[from - 1], lines[from]];
    if (line === undefined || next === undefined || next.y - line.y > NEAR * step * line.size) break;
    if (Math.abs(line.size - next.size) > 0.1 * next.size) break;
    const kept = keeps(strips, cover, line);
    if (kept === undefined) break;
    cover = kept;
    strips = gapsOf(cover, NARROW * line.size);
    from--;
  }
  return { ...below, cover, strips, from };
}

/** Steps, in usual ones or in type sizes: of lines of one stretch, of rows of one region, over room left for a signature. */
const NEAR = 1.35;
const FAR = 3;
const SIGNATURE = 9;
/** A step within a cell is hardly wider than this, in type sizes. */
const IN_CELL = 1.25;

/** Whether a line that fits between the strips belongs to the region, by its distance from the one above. */
function goesOn(lines: readonly Line[], at: number, strips: readonly Gap[], step: number): boolean {
  const [line, before, strip] = [lines[at], lines[at - 1], strips[0]];
  if (line === undefined || before === undefined) return false;
  const gap = line.y - before.y;
  if (strips.length !== 1 || strip === undefined) return gap <= FAR * line.size;
  if (line.x0 >= strip[0]) return gap <= SIGNATURE * line.size;
  if (isCrossing(lines, at, strips)) return gap <= FAR * line.size;
  const left = lines.slice(0, at).findLast((l) => l.x0 < strip[0]);
  // What follows a list of recipients is printed larger than the list.
  const alike = left === undefined || line.size <= 1.1 * left.size;
  return alike && gap <= NEAR * step * line.size;
}

const isCrossing = (lines: readonly Line[], at: number, strips: readonly Gap[]): boolean => {
  const line = lines[at];
  if (line === undefined) return false;
  return inkOf(line, strips).length > 1 || isParted(line) || beside(lines[at - 1], line) || beside(line, lines[at + 1]);
};

/** The last lines of a region stand in one column only; in the first column of a table, only right under the one above. */
function isTail(line: Line, before: Line, strips: readonly Gap[]): boolean {
  const [first] = strips;
  if (strips.length === 1 || first === undefined || line.x0 >= first[0]) return true;
  return line.y - before.y <= IN_CELL * line.size;
}

/** A line that begins where the table begins, and may run over columns. */
const isMerged = (line: Line, cover: readonly Gap[]): boolean =>
  Math.abs(line.x0 - (cover[0]?.[0] ?? 0)) < 2 * line.size && inkOf(line, []).length <= 2;

/** The cover with a further line, or undefined where the line runs over a strip. */
function keeps(strips: readonly Gap[], cover: readonly Gap[], line: Line): Gap[] | undefined {
  const next = united([...cover, ...inkOf(line, strips)]);
  const left = gapsOf(next, NARROW * line.size);
  return strips.every(([a, b]) => left.some(([c, d]) => c >= a - 0.1 && d <= b + 0.1)) ? next : undefined;
}

/** Between two columns only, white must be so wide, in type sizes: less is a justified line. */
const WIDE_ONCE = 1.5;
const WIDE_OFTEN = 0.3;
/** White this wide is no chance even where spaces were painted in it: producers move text with them. */
const WIDE_PAINTED = 4;

/** Whether white is a strip between columns: no painted space fills it, and it is wide or several lines have it. */
function isStrip(strip: Gap, lines: readonly Line[], size: number, isTable: boolean): boolean {
  const at = middle(strip);
  const wide = (strip[1] - strip[0]) / size;
  let crossing = 0;
  let painted = 0;
  for (const [i, line] of lines.entries()) {
    const next = line.words.find((word, k) => word.x0 >= at && (line.words[k - 1]?.x1 ?? at + 1) <= at);
    if (next?.spaced === true) painted++;
    if (next !== undefined || beside(line, lines[i + 1])) crossing++;
  }
  if (painted * 3 > crossing) return wide >= (isTable ? WIDE : WIDE_PAINTED);
  if (isTable && lines.length >= 4) return true;
  return wide >= WIDE_ONCE || (wide >= WIDE_OFTEN && crossing > 1);
}

/** The lines of a region column by column. */
export function columnsOf(lines: readonly Line[], strips: readonly Gap[]): Line[][] {
  return [...strips.map(middle), Number.POSITIVE_INFINITY].map((right, i) => {
    const strip = strips[i - 1];
    const left = strip === undefined ? Number.NEGATIVE_INFINITY : middle(strip);
    return lines.flatMap((line) => {
      const part = lineWith(
        line,
        line.words.filter((w) => (w.x0 + w.x1) / 2 >= left && (w.x0 + w.x1) / 2 < right),
      );
      return part === undefined ? [] : [part];
    });
  });
}
