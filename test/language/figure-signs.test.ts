import { expect, test } from 'vitest';
import { exponentOf, fractionOf, plainFigureSigns } from '../../src/language/figure-signs.ts';

const CASES: [written: string, plain: string][] = [
  ['7,5‑8,0%', '7,5-8,0%'],
  ['90−95%', '90-95%'],
  ['giai đoạn 2021 ÷ 2030', 'giai đoạn 2021 - 2030'],
  ['⩾ 90, ≧ 80, ⩽ 3, ≦ 2', '≥ 90, ≥ 80, ≤ 3, ≤ 2'],
  ['\uf0b3 90, \uf0a3 3, 5 \uf0b1 1', '≥ 90, ≤ 3, 5 ± 1'],
  ['2⁄3, 3∕4', '2/3, 3/4'],
  ['９５．５％', '95.5%'],
  ['１，２５０＋５', '1,250+5'],
  ['＞ 90, ＜ 5, ＝ 3, 7～8', '> 90, < 5, = 3, 7~8'],
  ['đạt 90 – 95% (ưu tiên)', 'đạt 90 – 95% (ưu tiên)'],
];
test.each(CASES)('%s', (written, plain) => {
  expect(plainFigureSigns(written)).toBe(plain);
  expect(plain).toHaveLength(written.length);
});

test('exponents and signs of whole fractions', () => {
  expect(['⁶', '¹²', '^6', '^12'].map(exponentOf)).toEqual([6, 12, 6, 12]);
  expect(['½', '⅔', '⅞', '-'].map(fractionOf)).toEqual([[1, 2], [2, 3], [7, 8], undefined]);
});
