import type { SetAsideReason } from '../../model/block.ts';
import { midX, midY, type Nearby, nearby, REACH } from './nearby.ts';
import { bySlant, mayBeText, overlaid } from './overlay.ts';
import type { Glyph, PageBox, Painting, Surface } from './paint.ts';
import { isLetter, strokesOf } from './strokes.ts';
import { withoutTwice } from './twice.ts';

/** Letters that are no text of their page, and why. */
export interface OutOfSight {
  readonly reason: SetAsideReason;
  readonly glyphs: readonly Glyph[];
  /** A person who looks at the page does not see them, and what is seen does not say the same. */
  readonly doubtful?: true;
}

export interface Sighted {
  /** What a person reads on the page, or what an image of the page says. */
  readonly glyphs: readonly Glyph[];
  readonly aside: readonly OutOfSight[];
  /** Texts lie over each other, and none is told to be the page's own. */
  readonly woven: boolean;
  /** What is laid over the page flat: so it is laid over other pages. */
  readonly marks: ReadonlySet<string>;
}

/** Letters this far (in sizes) outside what is shown are cut off; nearer ones belong to words that are seen in part. */
const BEYOND = { x: 3, y: 0.5 };
/** A line of unseen letters over which so many of its letters stand is that line once more: an OCR layer over printed text. */
const REPEATED = 0.3;

/** Tells the text that is seen on a page from what lies under, over and beside it: one place shows one text. */
export function sighted(painting: Painting, width: number, height: number): Sighted {
  const page: PageBox = { x0: 0, y0: 0, x1: width, y1: height };
  const aside: OutOfSight[] = [];
  const putAside = (reason: SetAsideReason, glyphs: readonly Glyph[], doubtful: boolean): void => {
    if (glyphs.length > 0) aside.push({ reason, glyphs, ...(doubtful ? { doubtful } : {}) });
  };
  const away: Glyph[] = [];
  const stamps: Glyph[] = [];
  const unseen: Glyph[] = [];
  const covered: Glyph[] = [];
  const seen: Glyph[] = [];
  const ground = groundOf(painting);
  for (const glyph of painting.glyphs) {
    if (glyph.ink.off || isBeyond(glyph, page)) away.push(glyph);
    else if (glyph.ink.stamp !== undefined) stamps.push(glyph);
    else if (glyph.ink.invisible) unseen.push(glyph);
    else {
      const how = ground(glyph);
      (how === 'covered' ? covered : how === 'alike' ? unseen : seen).push(glyph);
    }
  }
  putAside('hidden', away, true);
  const { filled, laid } = bySign(stamps, seen);
  seen.push(...filled);
  putAside('watermark', laid, false);
  const read = withUnseen({ seen, unseen, covered, pictures: painting.pictures }, putAside);
  const { straight, slanted } = bySlant(read);
  const strokes = strokesOf(straight);
  const { glyphs: once, twice } = withoutTwice(straight, strokes);
  putAside('covered', twice, false);
  const { glyphs, watermark, woven, kinds } = overlaid(once, twice.length === 0 ? strokes : strokesOf(once));
  const marks = [...slanted, ...watermark];
  putAside('watermark', marks, mayBeText(marks, glyphs));
  return { glyphs, aside, woven, marks: kinds };
}

function isBeyond(glyph: Glyph, page: PageBox): boolean {
  const [x, y] = [midX(glyph), midY(glyph)];
  const {
    size,
    ink: { clip },
  } = glyph;
  if (x < page.x0 || x > page.x1 || y < page.y0 || y > page.y1) return true;
  if (clip === undefined) return false;
  const [beside, above] = [BEYOND.x * size, BEYOND.y * size];
  return x < clip.x0 - beside || x > clip.x1 + beside || y < clip.y0 - above || y > clip.y1 + above;
}

/**
 * Stamps and signatures that fill a gap of a line, as the number and the date of a document are filled in when it is signed,
 * are told from those that are laid over the page.
 */
function bySign(
  stamps: readonly Glyph[],
  seen: readonly Glyph[],
): { filled: readonly Glyph[]; laid: readonly Glyph[] } {
  const by = new Map<number | undefined, Glyph[]>();
  for (const glyph of stamps) by.set(glyph.ink.stamp, [...(by.get(glyph.ink.stamp) ?? []), glyph]);
  const filled = [...by.values()].filter((sign) => {
    const letters = sign.filter(isLetter);
    const [first, last] = [letters[0], letters.at(-1)];
    if (first === undefined || last === undefined || first.lean > 0) return false;
    const beside = (x: number, glyph: Glyph): boolean =>
      glyph.turn === first.turn &&
      Math.abs(glyph.y - first.y) < ON_LINE * first.size &&
      Math.abs(midX(glyph) - x) < BESIDE * first.size;
    return (
      letters.every((glyph) => Math.abs(glyph.y - first.y) < ON_LINE * first.size) &&
      seen.some((glyph) => isLetter(glyph) && (beside(first.x0, glyph) || beside(last.x1, glyph)))
    );
  });
  return { filled: filled.flat(), laid: stamps.filter((glyph) => !filled.some((sign) => sign.includes(glyph))) };
}
/** How far from the line that it fills a stamp stands, and from the next letter, in sizes. */
const ON_LINE = 0.35;
const BESIDE = 3;

interface Found {
  readonly seen: readonly Glyph[];
  readonly unseen: readonly Glyph[];
  readonly covered: readonly Glyph[];
  readonly pictures: readonly PageBox[];
}

/** Unseen letters are read where they say what a picture shows, and no printed letters stand there. */
function withUnseen(
  { seen, unseen, covered, pictures }: Found,
  putAside: (reason: SetAsideReason, glyphs: readonly Glyph[], doubtful: boolean) => void,
): readonly Glyph[] {
  if (unseen.length + covered.length === 0) return seen;
  // Its letters are drawn, or are a picture: what cannot be seen is what they say.
  if (!seen.some(isLetter)) return [...unseen, ...covered].sort((a, b) => a.order - b.order);
  const printed = nearby(seen.filter(isLetter));
  const read: Glyph[] = [];
  const rows = rowsOf(unseen);
  for (const row of rows) {
    if (repeats(row, printed)) putAside('covered', row, false);
    else if (row.some((glyph) => pictures.some((picture) => holds(picture, glyph)))) read.push(...row);
    else putAside('hidden', row, true);
  }
  const edges = edgesOf(seen, covered, printed);
  const hidden = covered.filter((glyph) => !edges.has(glyph));
  for (const row of rowsOf(hidden)) putAside('covered', row, true);
  read.push(...edges);
  return read.length === 0 ? seen : [...seen, ...read].sort((a, b) => a.order - b.order);
}

/** Letters of words that a box, as that of the next field of a form, covers in part: the words are read whole. */
function edgesOf(seen: readonly Glyph[], covered: readonly Glyph[], printed: Nearby): ReadonlySet<Glyph> {
  const edges = new Set<Glyph>();
  if (covered.length === 0) return edges;
  const shown = new Set(seen);
  let word: Glyph[] = [];
  const close = () => {
    const letters = word.filter(isLetter);
    const under = letters.filter((glyph) => !shown.has(glyph));
    if (under.length < letters.length && !under.some((glyph) => isOverprinted(glyph, printed)))
      for (const glyph of word) if (!shown.has(glyph)) edges.add(glyph);
    word = [];
  };
  for (const glyph of [...seen, ...covered].sort((a, b) => a.order - b.order)) {
    const last = word.at(-1);
    const goesOn =
      last !== undefined &&
      Math.abs(glyph.y - last.y) < 0.1 * last.size &&
      Math.abs(glyph.x0 - last.x1) < IN_WORD * last.size;
    if (!goesOn || !isLetter(glyph)) close();
    if (isLetter(glyph)) word.push(glyph);
  }
  close();
  return edges;
}
/** Letters of one word are no farther apart, in sizes. */
const IN_WORD = 0.15;

/** A letter stands over another whose middle is this near, in sizes. */
const OVER = 0.35;

function isOverprinted(glyph: Glyph, printed: Nearby): boolean {
  return printed.some(midX(glyph), midY(glyph), Math.min(REACH, OVER * glyph.size), () => true);
}

function repeats(row: readonly Glyph[], printed: Nearby): boolean {
  const letters = row.filter(isLetter);
  const under = letters.filter((glyph) => isOverprinted(glyph, printed));
  return letters.length === 0 || under.length >= REPEATED * letters.length;
}

/** Letters that were painted one after another along one line. */
function rowsOf(glyphs: readonly Glyph[]): Glyph[][] {
  const rows: Glyph[][] = [];
  let last: Glyph | undefined;
  for (const glyph of glyphs) {
    const goesOn =
      last !== undefined &&
      last.turn === glyph.turn &&
      Math.abs(glyph.y - last.y) < 0.5 * last.size &&
      glyph.x0 - last.x1 < 3 * last.size &&
      last.x0 - glyph.x1 < 3 * last.size;
    if (goesOn) rows.at(-1)?.push(glyph);
    else rows.push([glyph]);
    last = glyph;
  }
  return rows;
}

const WHITE = '#ffffff';
/** Colours nearer to each other than this in each of their three parts (of 255) are not told apart. */
const ALIKE = 12;

/** Whether a letter is covered by what was painted later, or has the colour of what is under it. */
function groundOf({ surfaces, pictures }: Painting): (glyph: Glyph) => 'covered' | 'alike' | 'seen' {
  const solid = surfaces.filter(({ colour }) => colour !== undefined);
  const grounds = new Set([WHITE, ...solid.map(({ colour }) => colour ?? WHITE)]);
  const likeSome = new Map<string, boolean>();
  let [under, before] = [0, 0];
  return (glyph) => {
    while ((solid[under]?.order ?? Number.POSITIVE_INFINITY) <= glyph.order) under++;
    while ((surfaces[before]?.order ?? Number.POSITIVE_INFINITY) <= glyph.order) before++;
    for (let i = under; i < solid.length; i++) if (hides(solid[i], glyph)) return 'covered';
    const { colour } = glyph.ink;
    if (colour === undefined) return 'seen';
    let known = likeSome.get(colour);
    if (known === undefined) {
      known = [...grounds].some((ground) => alike(ground, colour));
      likeSome.set(colour, known);
    }
    if (!known) return 'seen';
    for (let i = before - 1; i >= 0; i--) {
      const surface = surfaces[i];
      if (surface === undefined || !holds(surface, glyph)) continue;
      return surface.colour !== undefined && alike(surface.colour, colour) ? 'alike' : 'seen';
    }
    return alike(WHITE, colour) && !pictures.some((picture) => holds(picture, glyph)) ? 'alike' : 'seen';
  };
}

export function holds(box: PageBox, glyph: Glyph): boolean {
  const [x, y] = [midX(glyph), midY(glyph)];
  return x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1;
}

/** A box hides a letter whose middle it holds, and of which it leaves nothing but edges; what is lower is drawn through it. */
const hides = (surface: Surface | undefined, glyph: Glyph): boolean =>
  surface !== undefined &&
  holds(surface, glyph) &&
  Math.min(surface.x1 - surface.x0, surface.y1 - surface.y0) >= 0.4 * glyph.size;

function alike(a: string, b: string): boolean {
  const [x, y] = [Number.parseInt(a.slice(1), 16), Number.parseInt(b.slice(1), 16)];
  return [16, 8, 0].every((shift) => Math.abs(((x >> shift) & 255) - ((y >> shift) & 255)) <= ALIKE);
}
