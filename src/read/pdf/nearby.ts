import type { Glyph } from './paint.ts';

/** How high, in sizes above its line, the middle of a letter is. */
export const MIDDLE = 0.3;

/** The middle of a letter on the page as it is shown; of a slanted one nearly so. Only before letters are turned. */
export function midX({ turn, x0, x1, y, size }: Glyph): number {
  if (turn === 0) return (x0 + x1) / 2;
  if (turn === 2) return -(x0 + x1) / 2;
  return turn === 1 ? MIDDLE * size - y : y - MIDDLE * size;
}
export function midY({ turn, x0, x1, y, size }: Glyph): number {
  if (turn === 0) return y - MIDDLE * size;
  if (turn === 2) return MIDDLE * size - y;
  return turn === 1 ? (x0 + x1) / 2 : -(x0 + x1) / 2;
}

/** Letters of a page by where their middles are: finds what is near a place without looking at all of them. */
export interface Nearby {
  readonly add: (glyph: Glyph) => void;
  /** Asks about letters whose middles are within `reach` points of a place to each side, until one fits. */
  readonly some: (x: number, y: number, reach: number, fits: (glyph: Glyph) => boolean) => boolean;
}

/** Points to each side that are looked at. */
export const REACH = 8;
const COLUMNS = 1 << 16;

export function nearby(glyphs: Iterable<Glyph> = []): Nearby {
  const fields = new Map<number, Glyph[]>();
  const made: Nearby = {
    add(glyph) {
      const key = Math.floor(midY(glyph) / REACH) * COLUMNS + Math.floor(midX(glyph) / REACH);
      const held = fields.get(key);
      if (held === undefined) fields.set(key, [glyph]);
      else held.push(glyph);
    },
    some(x, y, reach, fits) {
      const right = Math.floor((x + reach) / REACH);
      const bottom = Math.floor((y + reach) / REACH);
      for (let row = Math.floor((y - reach) / REACH); row <= bottom; row++) {
        for (let column = Math.floor((x - reach) / REACH); column <= right; column++) {
          for (const glyph of fields.get(row * COLUMNS + column) ?? []) {
            if (Math.abs(midX(glyph) - x) <= reach && Math.abs(midY(glyph) - y) <= reach && fits(glyph)) return true;
          }
        }
      }
      return false;
    },
  };
  for (const glyph of glyphs) made.add(glyph);
  return made;
}
