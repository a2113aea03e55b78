import type { Glyph } from './paint.ts';

const LETTER = /[\p{L}\p{N}]/u;
export const isLetter = ({ text }: Glyph): boolean => LETTER.test(text);

/** Letters that were painted one after another on one line, all alike. */
export interface Stroke {
  readonly glyphs: Glyph[];
  readonly first: Glyph;
  /** How many of them are letters and digits. */
  letters: number;
}

/** Letters of one stroke are no farther apart, in sizes. */
const APART = 2;

export function strokesOf(glyphs: readonly Glyph[]): Stroke[] {
  const strokes: Stroke[] = [];
  let last: Glyph | undefined;
  for (const glyph of glyphs) {
    const goesOn =
      last !== undefined &&
      glyph.turn === last.turn &&
      glyph.size === last.size &&
      glyph.font === last.font &&
      glyph.ink.colour === last.ink.colour &&
      Math.abs(glyph.y - last.y) < 0.1 * glyph.size &&
      glyph.x0 - last.x1 < APART * glyph.size &&
      last.x0 - glyph.x1 < APART * glyph.size;
    let stroke = strokes.at(-1);
    if (!goesOn || stroke === undefined) {
      stroke = { glyphs: [], first: glyph, letters: 0 };
      strokes.push(stroke);
    }
    stroke.glyphs.push(glyph);
    if (isLetter(glyph)) stroke.letters++;
    last = glyph;
  }
  return strokes;
}

/** What letters say, without white: spaces are not painted by all. */
export const wordsOf = (glyphs: readonly Glyph[]): string =>
  glyphs
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/gu, '');
