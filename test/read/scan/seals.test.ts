import { expect, test } from 'vitest';
import type { Picture } from '../../../src/read/scan/picture.ts';
import { withoutSeals } from '../../../src/read/scan/seals.ts';
import { drawnPage } from './draw.ts';

const WIDTH = 800;
const RED = 80;

/** A page with red ink, which is darker than paper in shades of grey. */
function pageWith(red: (x: number, y: number) => boolean): Picture {
  const page = drawnPage(WIDTH, 600, [[100, 180, 300, 196]]);
  const reds = page.grey.map((_, i) => (red(i % WIDTH, Math.floor(i / WIDTH)) ? 1 : 0));
  // Print under it stays black.
  return { ...page, grey: page.grey.map((shade, i) => (reds[i] === 1 ? Math.min(shade, RED) : shade)), red: reds };
}

const ring = (x: number, y: number): boolean => Math.abs(Math.hypot(x - 300, y - 200) - 120) < 4;
const shade = ({ grey }: Picture, x: number, y: number): number | undefined => grey[y * WIDTH + x];

test('a seal is taken out, and what is printed under it stays', () => {
  const page = pageWith((x, y) => ring(x, y) && !(x < 300 && y >= 180 && y < 196));
  expect(shade(page, 300, 80)).toBe(RED);
  const made = withoutSeals(page, 200);
  expect(shade(made, 300, 80)).toBe(255);
  expect(shade(made, 300, 320)).toBe(255);
  expect(shade(made, 250, 188)).toBe(0);
  expect(shade(made, 181, 188)).toBe(0);
});

test('the paler rim of its ink goes with it', () => {
  const page = pageWith(ring);
  const rim = page.grey.map((value, i) =>
    value === 255 && ring((i % WIDTH) + 1, Math.floor(i / WIDTH)) ? 200 : value,
  );
  const made = withoutSeals({ ...page, grey: rim }, 200);
  expect(made.grey.includes(200)).toBe(false);
});

test('words in red ink stay', () => {
  const line = (x: number, y: number): boolean => x > 100 && x < 700 && y > 300 && y < 320 && x % 30 < 20;
  const page = pageWith(line);
  expect(withoutSeals(page, 200)).toBe(page);
});

test('nothing is done where nothing is red', () => {
  const page = drawnPage(WIDTH, 600, [[100, 180, 300, 196]]);
  expect(withoutSeals(page, 200)).toBe(page);
});
