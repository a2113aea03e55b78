import { midX, midY, nearby, REACH } from './nearby.ts';
import type { Glyph } from './paint.ts';
import { isLetter, meetingStrokes, type Stroke, spelledBy } from './strokes.ts';

/** Lines of a page lean no more than this, in degrees; a page that was scanned askew hardly so much. */
const LEANING = 8;
const ASKEW = 20;
/** Type this much larger than what it lies over is laid over it. */
const LARGER = 1.5;
/** Colours of text and of what is laid over it differ by this much, of 1. */
const PALER = 0.25;
/** Text that stands on a page so often is laid over it in tiles. */
const TILES = 3;
/** Letters lie over each other whose middles are nearer than this: in widths of the narrower, and in sizes of the smaller. */
const OVER = { x: 0.4, y: 0.45 };
/** Half the height of a letter, in sizes. */
const HALF = 0.35;
/** Two texts lie over each other where so many letters do, or so great a share of the one that has fewer. */
const LYING = { letters: 3, share: 0.5 };

/** Which strokes lie over or under each, and with how many letters. */
type Meetings = ReadonlyMap<Stroke, ReadonlyMap<Stroke, number>>;

export interface Overlaid {
  readonly glyphs: readonly Glyph[];
  readonly watermark: readonly Glyph[];
  readonly woven: boolean;
  /** What is laid over the page, without white, and its size: so it is laid over other pages. */
  readonly kinds: ReadonlySet<string>;
}

/** Tells the text of a page from what is laid over it flat: larger, paler, or in tiles. What lies over nothing is text. */
export function overlaid(all: readonly Glyph[], strokes: readonly Stroke[]): Overlaid {
  const meeting = meetingStrokes(strokes);
  if (meeting.size === 0) return { glyphs: all, watermark: [], woven: false, kinds: new Set() };
  const marks = new Set<Stroke>();
  const meetings = meetingsOf(meeting, usualSize(all));
  let woven = false;
  const counts = new Map<string, number>();
  for (const { glyphs } of strokes) counts.set(spelledBy(glyphs), (counts.get(spelledBy(glyphs)) ?? 0) + 1);
  for (const stroke of strokes) {
    for (const [other, letters] of meetings.get(stroke) ?? []) {
      if (letters < Math.min(LYING.letters, LYING.share * Math.min(stroke.letters, other.letters))) continue;
      const mark = laidOver(stroke, other, counts);
      if (mark === undefined) woven = true;
      else marks.add(mark);
    }
  }
  if (marks.size === 0) return { glyphs: all, watermark: [], woven, kinds: new Set() };
  const kinds = new Set([...marks].map(kindOf));
  const gone = new Set<Glyph>();
  for (const stroke of strokes)
    if (marks.has(stroke) || (stroke.letters > 1 && kinds.has(kindOf(stroke))))
      for (const glyph of stroke.glyphs) gone.add(glyph);
  return {
    glyphs: all.filter((glyph) => !gone.has(glyph)),
    watermark: all.filter((glyph) => gone.has(glyph)),
    woven,
    kinds,
  };
}

/** Slanted type is so much larger than that of the page where it is laid over it, and says no figure. */
const LARGE = 2;

/** Whether letters that were taken for a watermark may be text: they hold a figure, or are slanted and small. */
export function mayBeText(watermark: readonly Glyph[], text: readonly Glyph[]): boolean {
  if (watermark.some((glyph) => /\p{N}/u.test(glyph.text))) return true;
  const slanted = watermark.filter((glyph) => glyph.lean > LEANING && isLetter(glyph));
  if (slanted.length === 0) return false;
  const size = usualSize(text);
  return slanted.some((glyph) => glyph.size < LARGE * size);
}

/** Text that is not in the direction of the page's lines is laid over it. */
export function bySlant(all: readonly Glyph[]): { straight: readonly Glyph[]; slanted: readonly Glyph[] } {
  if (!all.some(({ lean }) => lean > LEANING)) return { straight: all, slanted: [] };
  const slanted = all.filter(({ lean }) => lean > LEANING);
  const askew = slanted.length * 2 > all.length && slanted.every(({ lean }) => lean < ASKEW);
  return askew ? { straight: all, slanted: [] } : { straight: all.filter(({ lean }) => lean <= LEANING), slanted };
}

/** Notes which strokes lie over each other. */
function meetingsOf(strokes: ReadonlySet<Stroke>, size: number): Meetings {
  const meetings = new Map<Stroke, Map<Stroke, number>>();
  const strokeOf = new Map<Glyph, Stroke>();
  for (const stroke of strokes) for (const glyph of stroke.glyphs) if (isLetter(glyph)) strokeOf.set(glyph, stroke);
  const small = nearby();
  const note = (a: Stroke, b: Stroke): void => {
    const of = meetings.get(a) ?? new Map<Stroke, number>();
    meetings.set(a, of.set(b, (of.get(b) ?? 0) + 1));
  };
  const large: Glyph[] = [];
  for (const [glyph, stroke] of strokeOf) {
    if (glyph.size >= LARGER * size) large.push(glyph);
    const width = glyph.x1 - glyph.x0;
    // Marks that are letters of their own have no width, and stand over others.
    if (width > 0.1 * glyph.size && glyph.size < LARGER * size) {
      const reach = Math.min(REACH, OVER.y * glyph.size);
      small.some(midX(glyph), midY(glyph), reach, (other) => {
        const under = strokeOf.get(other);
        if (under !== undefined && under !== stroke && isOver(glyph, other)) note(stroke, under);
        return false;
      });
      small.add(glyph);
    }
  }
  if (large.length > MOST_LARGE) return meetings;
  for (const glyph of large) {
    const stroke = strokeOf.get(glyph);
    for (const [other, under] of strokeOf) {
      if (stroke !== undefined && under !== stroke && other.size * LARGER <= glyph.size && lies(other, glyph))
        note(stroke, under);
    }
  }
  return meetings;
}
/** More letters that are larger than the others are those of a page of several sizes. */
const MOST_LARGE = 300;

function isOver(a: Glyph, b: Glyph): boolean {
  const width = Math.min(a.x1 - a.x0, b.x1 - b.x0);
  const size = Math.min(a.size, b.size);
  const [dx, dy] = [Math.abs(midX(a) - midX(b)), Math.abs(midY(a) - midY(b))];
  const [along, across] = a.turn % 2 === 0 ? [dx, dy] : [dy, dx];
  return along < OVER.x * width && across < OVER.y * size;
}

/** Whether the middle of a small letter is in the box of a large one. */
function lies(small: Glyph, large: Glyph): boolean {
  const [dx, dy] = [Math.abs(midX(small) - midX(large)), Math.abs(midY(small) - midY(large))];
  const [along, across] = large.turn % 2 === 0 ? [dx, dy] : [dy, dx];
  return along < (large.x1 - large.x0) / 2 && across < HALF * large.size;
}

/** Which of two texts that lie over each other is no text of the page; undefined where nothing tells. */
function laidOver(a: Stroke, b: Stroke, counts: ReadonlyMap<string, number>): Stroke | undefined {
  const more = (of: (stroke: Stroke) => number, by: number): Stroke | undefined => {
    const [x, y] = [of(a), of(b)];
    return x >= y + by ? a : y >= x + by ? b : undefined;
  };
  return (
    more(({ first }) => Math.log(first.size), Math.log(LARGER)) ??
    more(({ first }) => Number(first.ink.artifact), 1) ??
    more(({ first }) => paleness(first), PALER) ??
    more((stroke) => Number((counts.get(spelledBy(stroke.glyphs)) ?? 0) >= TILES), 1)
  );
}

/** 0 for black, 1 for white. */
function paleness({ ink: { colour } }: Glyph): number {
  const value = Number.parseInt((colour ?? '#000000').slice(1), 16);
  const [red, green, blue] = [(value >> 16) & 255, (value >> 8) & 255, value & 255];
  return (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
}

const kindOf = ({ glyphs, first }: Stroke): string => kindOfText(spelledBy(glyphs), first.size);
export const kindOfText = (words: string, size: number): string => `${words} ${Math.round(size)}`;

/** The size of most letters. */
function usualSize(glyphs: readonly Glyph[]): number {
  const counts = new Map<number, number>();
  for (const glyph of glyphs) {
    const size = Math.round(glyph.size * 2) / 2;
    if (isLetter(glyph)) counts.set(size, (counts.get(size) ?? 0) + 1);
  }
  let [usual, most] = [0, 0];
  for (const [size, count] of counts) if (count > most) [usual, most] = [size, count];
  return usual;
}
