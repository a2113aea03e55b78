import { expect, test } from 'vitest';
import { levelled } from '../../../src/read/scan/picture.ts';
import { slopeOf } from '../../../src/read/scan/skew.ts';
import { drawnPage, lines } from './draw.ts';

const page = drawnPage(1600, 2200, lines(150, 1450, 200, 50));

test.each([-0.035, -0.01, 0.004, 0.02, 0.035])('lines that fall %d pixels a pixel are found, and levelled', (slope) => {
  const askew = levelled(page, -slope).picture;
  expect(slopeOf(askew)).toBeCloseTo(slope, 2.7);
  expect(Math.abs(slopeOf(levelled(askew, slopeOf(askew)).picture))).toBeLessThan(0.0015);
});

test('a level page and one with hardly anything on it stay as they are', () => {
  expect(slopeOf(page)).toBe(0);
  expect(slopeOf(drawnPage(1600, 2200, [[300, 300, 340, 320]]))).toBe(0);
});
