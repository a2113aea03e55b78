import type { PictureBox } from './columns.ts';
import { shadesOf } from './ink.ts';
import type { Picture } from './picture.ts';
import { piecesIn } from './pieces.ts';

/** Fields an inch in which red is looked for. */
const FIELDS = 50;
/** A seal, or what is seen of one at the edge of a sheet, is so high and so wide at least, in inches: no letters are. */
const LOWEST = 0.7;
const NARROWEST = 0.2;
/** How far the pale rims of its ink reach, in inches. */
const RIM = 0.01;
const WHITE = 255;

/**
 * A picture without its red seals. Their rings hide lines of text from engines, and their letters are read as others; what is printed
 * under them is black, and stays. Words in red ink stay too.
 */
export function withoutSeals(picture: Picture, dpi: number): Picture {
  const { red, width, height } = picture;
  if (red === undefined) return picture;
  const seals = sealsOf(red, width, height, dpi);
  if (seals.length === 0) return picture;
  const grey = picture.grey.slice();
  const { letters } = shadesOf(picture);
  const rim = Math.max(1, Math.round(RIM * dpi));
  for (const { x0, y0, x1, y1 } of seals)
    for (let y = y0; y < Math.min(height, y1); y++)
      for (let x = x0; x < Math.min(width, x1); x++) {
        if (red[y * width + x] !== 1) continue;
        grey[y * width + x] = WHITE;
        // The rims of its ink are too pale to be red.
        for (let v = Math.max(0, y - rim); v <= Math.min(height - 1, y + rim); v++)
          for (let u = Math.max(0, x - rim); u <= Math.min(width - 1, x + rim); u++)
            if ((grey[v * width + u] ?? 0) > letters) grey[v * width + u] = WHITE;
      }
  return { ...picture, grey };
}

/** Where seals are: red that hangs together and is higher than letters. Pixels. */
function sealsOf(red: Uint8Array, width: number, height: number, dpi: number): PictureBox[] {
  const step = Math.max(1, Math.round(dpi / FIELDS));
  const [across, down] = [Math.ceil(width / step), Math.ceil(height / step)];
  const inked = new Uint8Array(across * down);
  for (let at = red.indexOf(1); at >= 0; at = red.indexOf(1, at + 1))
    inked[Math.floor(at / width / step) * across + Math.floor((at % width) / step)] = 1;
  return piecesIn(inked, across, down)
    .map(({ x0, y0, x1, y1 }) => ({ x0: x0 * step, y0: y0 * step, x1: x1 * step, y1: y1 * step }))
    .filter(({ x0, y0, x1, y1 }) => y1 - y0 >= LOWEST * dpi && x1 - x0 >= NARROWEST * dpi);
}
