import { expect, test } from 'vitest';
import { onWhite } from '../../../src/read/scan/paper.ts';
import type { Picture } from '../../../src/read/scan/picture.ts';

/** A page of 100 by 100 whose grain goes through these shades, with a black square and a pale one. */
function page(shades: readonly number[], black = 20, pale = 150): Picture {
  const grey = Uint8Array.from({ length: 10_000 }, (_, i) => shades[i % shades.length] ?? 0);
  for (let y = 10; y < 20; y++) {
    grey.fill(black, y * 100 + 10, y * 100 + 20);
    grey.fill(pale, y * 100 + 40, y * 100 + 50);
  }
  return { width: 100, height: 100, grey };
}
const at = ({ grey }: Picture, x: number, y: number): number | undefined => grey[y * 100 + x];

test('paper is white with its grain, ink stays dark, and shades between lie between', () => {
  const made = onWhite(page([238, 241, 244, 247, 250]));
  expect(new Set(made.grey.subarray(0, 900))).toEqual(new Set([255]));
  expect(at(made, 15, 15)).toBeLessThan(30);
  expect(at(made, 45, 15)).toBeGreaterThan(140);
  expect(at(made, 45, 15)).toBeLessThan(190);
});

test.each([
  ['white paper in two tones', page([255], 0, 0)],
  ['a dark picture', page([60, 64, 70])],
])('%s stays as it is', (_, picture) => {
  expect(onWhite(picture).grey).toEqual(picture.grey);
});

test('where it is red is kept', () => {
  const red = new Uint8Array(10_000).fill(1);
  expect(onWhite({ ...page([240, 246]), red }).red).toBe(red);
});
