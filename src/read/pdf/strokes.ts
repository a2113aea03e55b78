import { midX, midY } from './nearby.ts';
import type { Glyph } from './paint.ts';

const LETTER = /[\p{L}\p{N}]/u;
const known = new Map<string, boolean>();
const MOST_KNOWN = 5000;

/** Whether it is a letter or a digit. */
export function isLetter({ text }: Glyph): boolean {
  const before = known.get(text);
  if (before !== undefined) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const found = LETTER.test(text);
  known.set(text, found);
  return found;
}

/** Letters that were painted one after another on one line, all alike. */
export interface Stroke {
  readonly glyphs: Glyph[];
  readonly first: Glyph;
  /** How many of them are letters and digits. */
  letters: number;
  /** Some letter stands before the one that was painted before it. */
  back: boolean;
}

/** Letters of one stroke are no farther apart, in sizes. */
const APART = 2;

export function strokesOf(glyphs: readonly Glyph[]): Stroke[] {
  const strokes: Stroke[] = [];
  let stroke: Stroke | undefined;
  let last: Glyph | undefined;
  for (const glyph of glyphs) {
    const goesOn =
      last !== undefined &&
      glyph.font === last.font &&
      glyph.size === last.size &&
      glyph.turn === last.turn &&
      glyph.ink.colour === last.ink.colour &&
      Math.abs(glyph.y - last.y) < 0.1 * glyph.size &&
      glyph.x0 - last.x1 < APART * glyph.size &&
      last.x0 - glyph.x1 < APART * glyph.size;
    if (!goesOn || stroke === undefined) {
      stroke = { glyphs: [], first: glyph, letters: 0, back: false };
      strokes.push(stroke);
    } else if (last !== undefined && glyph.x0 - last.x0 < 0.6 * (last.x1 - last.x0)) stroke.back = true;
    stroke.glyphs.push(glyph);
    if (isLetter(glyph)) stroke.letters++;
    last = glyph;
  }
  return strokes;
}

/** What letters say, without white: spaces are not painted by all. */
export const spelledBy = (glyphs: readonly Glyph[]): string =>
  glyphs
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/gu, '');

interface Bounds {
  readonly stroke: Stroke;
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}

/** Half of the height of a letter, and how far beyond the middles of its first and last letter a stroke may reach another, in sizes. */
const HALF = 0.3;
const BESIDE = 0.13;

/** Strokes some letters of which may stand over letters of others or of themselves; on most pages there are none. */
export function meetingStrokes(strokes: readonly Stroke[]): ReadonlySet<Stroke> {
  const meeting = new Set(strokes.filter(({ back, letters }) => back && letters > 1));
  const bounds = strokes.filter(({ letters }) => letters > 0).map(boundsOf);
  bounds.sort((a, b) => a.y0 - b.y0);
  let open: Bounds[] = [];
  for (const next of bounds) {
    open = open.filter(({ y1 }) => y1 > next.y0);
    for (const other of open) {
      if (Math.min(other.x1, next.x1) <= Math.max(other.x0, next.x0)) continue;
      meeting.add(other.stroke).add(next.stroke);
    }
    open.push(next);
  }
  return meeting;
}

function boundsOf(stroke: Stroke): Bounds {
  const { first, glyphs } = stroke;
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const along = first.turn % 2 === 0 ? midX : midY;
  for (const glyph of glyphs) {
    if (glyph.text === ' ') continue;
    const at = along(glyph);
    if (at < low) low = at;
    if (at > high) high = at;
  }
  const across = first.turn % 2 === 0 ? midY(first) : midX(first);
  const [from, to] = [low - BESIDE * first.size, high + BESIDE * first.size];
  const [top, bottom] = [across - HALF * first.size, across + HALF * first.size];
  return first.turn % 2 === 0
    ? { stroke, x0: from, x1: to, y0: top, y1: bottom }
    : { stroke, x0: top, x1: bottom, y0: from, y1: to };
}
