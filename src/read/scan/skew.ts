import { shadesOf } from './ink.ts';
import type { Picture } from './picture.ts';

/** The picture is looked at with about so many pixels across. */
const ACROSS = 900;
/** Slopes that are tried: 6° to each side, first in steps of a quarter of a degree. */
const WIDEST = 0.105;
const COARSE = 0.0044;
const FINE = 0.0005;
/** Feet of letters that are enough to tell by. */
const FEWEST = 200;

/**
 * How many pixels a pixel to the right the lines of a picture fall: that slope at which the feet of its letters gather on
 * the fewest rows.
 */
export function slopeOf(picture: Picture): number {
  const feet = feetOf(picture);
  if (feet.length < 2 * FEWEST) return 0;
  const coarse = best(feet, -WIDEST, WIDEST, COARSE);
  const fine = best(feet, coarse - COARSE, coarse + COARSE, FINE);
  // Level stands as long as nothing is plainly better.
  return gathered(feet, fine) > 1.02 * gathered(feet, 0) ? fine : 0;
}

function best(feet: Float32Array, from: number, to: number, step: number): number {
  let [found, most] = [0, 0];
  for (let slope = from; slope <= to + step / 2; slope += step) {
    const sum = gathered(feet, slope);
    if (sum > most) [found, most] = [slope, sum];
  }
  return found;
}

/** The lower edges of what is dark, x and y by turns, in a picture made smaller. */
function feetOf({ width, height, grey }: Picture): Float32Array {
  const step = Math.max(1, Math.round(width / ACROSS));
  const { letters } = shadesOf({ width, height, grey });
  const [w, h] = [Math.floor(width / step), Math.floor(height / step)];
  const dark = new Uint8Array(w * h);
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      let least = 255;
      for (let dy = 0; dy < step; dy++) {
        const at = (y * step + dy) * width + x * step;
        for (let dx = 0; dx < step; dx++) least = Math.min(least, grey[at + dx] ?? 255);
      }
      if (least < letters) dark[y * w + x] = 1;
    }
  }
  const feet: number[] = [];
  // Shadows along the edges of the paper say nothing of its lines.
  const [mx, my] = [Math.floor(w * 0.03), Math.floor(h * 0.03)];
  for (let y = my; y < h - 1 - my; y++) {
    for (let x = mx; x < w - mx; x++)
      if (dark[y * w + x] === 1 && dark[(y + 1) * w + x] === 0 && dark[(y - 1) * w + x] === 1) feet.push(x - w / 2, y);
  }
  return Float32Array.from(feet);
}

/** The sum of the squares of how many feet stand on each row. */
function gathered(feet: Float32Array, slope: number): number {
  const rows = new Map<number, number>();
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = 1; i < feet.length; i += 2) {
    const y = feet[i] ?? 0;
    if (y < low) low = y;
    if (y > high) high = y;
  }
  rows.clear();
  const reach = Math.ceil(WIDEST * ACROSS) + 2;
  const counts = new Uint32Array(Math.ceil(high - low) + 2 * reach);
  for (let i = 0; i < feet.length; i += 2) {
    const row = Math.round((feet[i + 1] ?? 0) - slope * (feet[i] ?? 0) - low) + reach;
    if (row >= 0 && row < counts.length) counts[row] = (counts[row] ?? 0) + 1;
  }
  let sum = 0;
  for (const count of counts) sum += count * count;
  return sum;
}
