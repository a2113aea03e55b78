import type { GreyImage, ImageLayout } from '../../read/scan/recogniser.ts';

/** A picture as a file of the simplest kind that every build of Tesseract reads (PGM). */
export function pgmOf({ width, height, data }: GreyImage): Uint8Array {
  const head = Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1');
  return Buffer.concat([head, data.subarray(0, width * height)]);
}

/** Modes of page segmentation by their numbers: 3 a page with its columns, 6 one block, 7 one line. */
export const SEGMENTATION: Readonly<Record<ImageLayout, number>> = { page: 3, block: 6, line: 7 };

/** Outside of these Tesseract guesses by itself, and says so. */
const FEWEST = 70;
const MOST = 2400;
export const dotsOf = ({ dpi }: GreyImage): number => Math.min(Math.max(Math.round(dpi), FEWEST), MOST);
