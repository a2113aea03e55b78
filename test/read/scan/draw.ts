import type { Picture } from '../../../src/read/scan/picture.ts';

/** A box of ink, in pixels. */
export type Bar = readonly [x0: number, y0: number, x1: number, y1: number];

/** A white page with boxes of ink. */
export function drawnPage(width: number, height: number, bars: readonly Bar[], shade = 0): Picture {
  const grey = new Uint8Array(width * height).fill(255);
  for (const [x0, y0, x1, y1] of bars)
    for (let y = Math.round(y0); y < y1; y++)
      for (let x = Math.round(x0); x < x1; x++)
        if (x >= 0 && x < width && y >= 0 && y < height) grey[y * width + x] = shade;
  return { width, height, grey };
}

/** Words of a line as boxes of ink: 16 pixels high, on the baseline `y`, of 20 to 95 pixels, with spaces of 10. */
export function words(x0: number, x1: number, y: number, seed = 0): Bar[] {
  const made: Bar[] = [];
  let chance = seed * 7919 + 17;
  for (let x = x0; x < x1; ) {
    chance = (chance * 1103515245 + 12345) % 2 ** 31;
    const end = Math.min(x1, x + 20 + (Math.floor(chance / 65536) % 76));
    made.push([x, y - 16, end, y]);
    x = end + 10;
  }
  return made;
}

/** Lines of words, `step` pixels apart. */
export const lines = (x0: number, x1: number, y: number, count: number, step = 34): Bar[] =>
  Array.from({ length: count }, (_, i) => words(x0, x1, y + i * step, i)).flat();

/** The frame of a table: lines of two pixels at these places. */
export const frame = (xs: readonly number[], ys: readonly number[]): Bar[] => [
  ...xs.map((x): Bar => [x, ys[0] ?? 0, x + 2, (ys.at(-1) ?? 0) + 2]),
  ...ys.map((y): Bar => [xs[0] ?? 0, y, (xs.at(-1) ?? 0) + 2, y + 2]),
];
