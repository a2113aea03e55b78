import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { GreyImage } from '../../../src/read/scan/recogniser.ts';

/** The title of a plan of the fixtures, in two lines, at 150 dots an inch. */
export function titleImage(): GreyImage {
  const bytes = gunzipSync(readFileSync(new URL('./title.pgm.gz', import.meta.url)));
  const [head = '', width, height] = /^P5\n(\d+) (\d+)\n255\n/u.exec(bytes.toString('latin1', 0, 40)) ?? [];
  return { width: Number(width), height: Number(height), data: bytes.subarray(head.length), dpi: 150 };
}
export const TITLE = ['KẾ HOẠCH', 'Cải cách hành chính nhà nước tỉnh Phú Thọ giai đoạn 2021 - 2025'];

/** A picture of one shade. */
export const plain = (width: number, height: number, shade = 255): GreyImage => ({
  ...{ width, height, dpi: 200 },
  data: new Uint8Array(width * height).fill(shade),
});
