import { expect, test } from 'vitest';
import { type Gap, gapsOf, middle, united } from '../../../src/read/pdf/white.ts';

test.each<[gaps: Gap[], made: Gap[]]>([
  [[], []],
  [[[0, 10]], [[0, 10]]],
  [
    [
      [20, 30],
      [0, 10],
    ],
    [
      [0, 10],
      [20, 30],
    ],
  ],
  // Those that touch or lie in each other are one.
  [
    [
      [0, 10],
      [10, 20],
    ],
    [[0, 20]],
  ],
  [
    [
      [0, 30],
      [5, 10],
      [25, 40],
    ],
    [[0, 40]],
  ],
])('%j united are %j', (gaps, made) => {
  expect(united(gaps)).toEqual(made);
});

test.each<[least: number, gaps: Gap[]]>([
  [
    5,
    [
      [10, 15],
      [20, 40],
    ],
  ],
  [6, [[20, 40]]],
  [21, []],
])('white at least %d wide between covered stretches: %j', (least, gaps) => {
  const cover: Gap[] = [
    [0, 10],
    [15, 20],
    [40, 50],
  ];
  expect(gapsOf(cover, least)).toEqual(gaps);
});

test('the middle of a gap', () => {
  expect(middle([10, 15])).toBe(12.5);
});
