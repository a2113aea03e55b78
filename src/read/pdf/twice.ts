import { midX, midY, nearby } from './nearby.ts';
import type { Glyph } from './paint.ts';
import { meetingStrokes, type Stroke } from './strokes.ts';

/** The same letter this near (in sizes) to where it was painted before is the same one: the way of some to print bold. */
const SAME = 0.1;
/** So far, and no farther in points, a shadow may fall. */
const SHADOW = 0.35;
const SHADOW_POINTS = 5;
/** All of its letters are moved alike, within so many sizes. */
const MOVED_ALIKE = 0.04;
/** Letters of a shadow are of the same size within this share. */
const SAME_SIZE = 0.05;
/** A text is painted over another where so many of its letters are; single letters meet by chance. */
const OFTEN = 0.6;
/** The same of letters that are each painted again before the next one. */
const EACH = 0.4;

/** A letter, and the same one painted before. */
interface Pair {
  readonly glyph: Glyph;
  readonly first: Glyph;
  readonly dx: number;
  readonly dy: number;
}

/** Letters painted over themselves once more, as bold type is simulated and as shadows are made, are read once: as painted last. */
export function withoutTwice(
  glyphs: readonly Glyph[],
  strokes: readonly Stroke[],
): {
  readonly glyphs: readonly Glyph[];
  readonly twice: readonly Glyph[];
} {
  const meeting = meetingStrokes(strokes);
  if (meeting.size === 0) return { glyphs, twice: [] };
  const strokeOf = new Map<Glyph, Stroke>();
  for (const stroke of meeting) for (const glyph of stroke.glyphs) strokeOf.set(glyph, stroke);
  const pairs = pairsOf(glyphs.filter((glyph) => strokeOf.has(glyph)));
  const met = new Map<Stroke | undefined, Map<Stroke | undefined, Pair[]>>();
  for (const pair of pairs) {
    const [over, under] = [strokeOf.get(pair.glyph), strokeOf.get(pair.first)];
    // Narrow letters stand side by side nearer than wide ones are painted twice.
    if (over === under && !isNear(pair)) continue;
    const of = met.get(over) ?? new Map<Stroke | undefined, Pair[]>();
    met.set(over, of.set(under, [...(of.get(under) ?? []), pair]));
  }
  const under = new Set<Glyph>();
  for (const [over, of] of met)
    for (const [below, found] of of) for (const { first } of alike(over, below, found)) under.add(first);
  return { glyphs: glyphs.filter((glyph) => !under.has(glyph)), twice: glyphs.filter((glyph) => under.has(glyph)) };
}

/** Those of the letters two strokes share that tell that one is painted over the other. */
function alike(over: Stroke | undefined, under: Stroke | undefined, found: readonly Pair[]): readonly Pair[] {
  const [right, down] = [middle(found.map(({ dx }) => dx)), middle(found.map(({ dy }) => dy))];
  const moved = found.filter(
    ({ dx, dy, glyph }) => Math.abs(dx - right) + Math.abs(dy - down) < MOVED_ALIKE * glyph.size,
  );
  const least = Math.min(over?.glyphs.length ?? 0, under?.glyphs.length ?? 0) * (over === under ? EACH : OFTEN);
  return moved.length >= least ? moved : [];
}

const middle = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

function pairsOf(glyphs: readonly Glyph[]): Pair[] {
  const painted = nearby();
  const pairs: Pair[] = [];
  for (const glyph of glyphs) {
    const reach = Math.min(SHADOW_POINTS, SHADOW * glyph.size);
    let [least, first]: [number, Glyph | undefined] = [Number.POSITIVE_INFINITY, undefined];
    const [x, y] = [midX(glyph), midY(glyph)];
    painted.some(x, y, reach, (other) => {
      if (other.text !== glyph.text || other.turn !== glyph.turn) return false;
      if (Math.abs(other.size - glyph.size) > SAME_SIZE * glyph.size) return false;
      const far = Math.hypot(midX(other) - x, midY(other) - y);
      if (far < least) [least, first] = [far, other];
      return false;
    });
    if (first !== undefined) pairs.push({ glyph, first, dx: x - midX(first), dy: y - midY(first) });
    painted.add(glyph);
  }
  return pairs;
}

const isNear = ({ glyph, dx, dy }: Pair): boolean =>
  Math.hypot(dx, dy) < Math.min(SAME * glyph.size, Math.max(0.5 * (glyph.x1 - glyph.x0), 0.01 * glyph.size));
