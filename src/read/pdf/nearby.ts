import type { Glyph } from './paint.ts';

/** Letters of a page by where their middles are: finds what is near a place without looking at all of them. */
export interface Nearby {
  readonly add: (glyph: Glyph) => void;
  /** Letters whose middles are within `reach` points of a place to each side; `reach` is at most `REACH`. */
  readonly find: (x: number, y: number, reach: number) => Generator<Glyph>;
}

/** Points to each side that are looked at. */
export const REACH = 8;
const COLUMNS = 1 << 16;

export function nearby(glyphs: Iterable<Glyph> = []): Nearby {
  const fields = new Map<number, Glyph[]>();
  const field = (x: number, y: number): number => Math.floor(y / REACH) * COLUMNS + Math.floor(x / REACH);
  const made: Nearby = {
    add(glyph) {
      const key = field(glyph.midX, glyph.midY);
      const held = fields.get(key);
      if (held === undefined) fields.set(key, [glyph]);
      else held.push(glyph);
    },
    *find(x, y, reach) {
      const [left, right] = [Math.floor((x - reach) / REACH), Math.floor((x + reach) / REACH)];
      const [top, bottom] = [Math.floor((y - reach) / REACH), Math.floor((y + reach) / REACH)];
      for (let row = top; row <= bottom; row++) {
        for (let column = left; column <= right; column++) {
          for (const glyph of fields.get(row * COLUMNS + column) ?? []) {
            if (Math.abs(glyph.midX - x) <= reach && Math.abs(glyph.midY - y) <= reach) yield glyph;
          }
        }
      }
    },
  };
  for (const glyph of glyphs) made.add(glyph);
  return made;
}
