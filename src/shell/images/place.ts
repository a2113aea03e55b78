import { decode, encode } from 'fast-png';
import type { Box } from '../../model/record.ts';
import type { DrawnPage } from './draw.ts';

/** White around a place, in points: some words to the left and right, some lines above and below. */
const [BESIDE, ABOVE] = [120, 48];
/** Of the marker over each box: points beyond it, and how much of red, green and blue it lets through. */
const GAP = 1.5;
const MARKER = [1, 0.92, 0.45] as const;

/**
 * Cuts out of a page what stands around boxes, which are marked as with a highlighter: a line around them would strike
 * through what stands close above or below, as on pages that are not level.
 *
 * @param boxes of a record; those of other pages are left aside
 * @param number of the page, from 1
 * @returns a PNG; undefined where no box stands on the page
 */
export function placeOn(page: DrawnPage, boxes: readonly Box[], number: number): Uint8Array | undefined {
  const own = boxes.filter(([on]) => on === number);
  if (own.length === 0) return undefined;
  const picture = inColour(page.png);
  const [across, down] = [picture.width / page.width, picture.height / page.height];
  const within = (at: number, most: number): number => Math.min(Math.max(Math.round(at), 0), most);
  const x = (points: number): number => within(points * across, picture.width);
  const y = (points: number): number => within(points * down, picture.height);
  mark(
    picture,
    own.map(([, x0, y0, x1, y1]) => [x(x0 - GAP), y(y0 - GAP), x(x1 + GAP), y(y1 + GAP)]),
  );
  const left = x(Math.min(...own.map(([, x0]) => x0)) - BESIDE);
  const top = y(Math.min(...own.map(([, , y0]) => y0)) - ABOVE);
  const right = x(Math.max(...own.map(([, , , x1]) => x1)) + BESIDE);
  const bottom = y(Math.max(...own.map(([, , , , y1]) => y1)) + ABOVE);
  // Boxes may lie outside of what is shown of a page.
  return right <= left || bottom <= top ? undefined : cut(picture, left, top, right, bottom);
}

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Three bytes a pixel. */
  readonly data: Uint8Array;
}

/** Left, top, right, bottom. */
type PixelBox = readonly [number, number, number, number];

function inColour(png: Uint8Array): Pixels {
  const { width, height, channels, data, depth } = decode(png);
  const made = new Uint8Array(width * height * 3);
  const shade = (at: number): number => (data[at] ?? 0) >> (depth === 16 ? 8 : 0);
  for (let i = 0; i < width * height; i++) {
    const from = i * channels;
    for (let c = 0; c < 3; c++) made[i * 3 + c] = shade(channels < 3 ? from : from + c);
  }
  return { width, height, data: made };
}

/** Once, however many boxes lie over each other. */
function mark({ width, height, data }: Pixels, boxes: readonly PixelBox[]): void {
  const marked = new Uint8Array(width * height);
  for (const [x0, y0, x1, y1] of boxes) for (let y = y0; y < y1; y++) marked.fill(1, y * width + x0, y * width + x1);
  for (let i = 0; i < marked.length; i++) {
    if (marked[i] !== 1) continue;
    for (const [c, share] of MARKER.entries()) data[i * 3 + c] = (data[i * 3 + c] ?? 0) * share;
  }
}

function cut({ width, data }: Pixels, left: number, top: number, right: number, bottom: number): Uint8Array {
  const [wide, high] = [right - left, bottom - top];
  const made = new Uint8Array(wide * high * 3);
  for (let y = 0; y < high; y++) {
    const from = ((top + y) * width + left) * 3;
    made.set(data.subarray(from, from + wide * 3), y * wide * 3);
  }
  return encode({ width: wide, height: high, data: made, channels: 3, depth: 8 });
}
