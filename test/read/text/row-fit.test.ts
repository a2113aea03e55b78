import { expect, test } from 'vitest';
import { fittingColumns, profileOf } from '../../../src/read/text/row-fit.ts';

const isFigure = (text: string): boolean => /^\d/u.test(text);
const PROFILE = profileOf(
  [
    ['1', 'Rừng', '%', '41', '42', 'Bộ A'],
    ['2', 'Đất', 'ha', '90', '91', 'Bộ B'],
  ],
  6,
  isFigure,
);

test.each<[name: string, cells: string[], columns: number[] | undefined]>([
  ['all figures, no agency', ['Lúa', 'ha', '5', '6'], [1, 2, 3, 4]],
  ['no unit', ['Lúa', '5', '6', 'Bộ A'], [1, 3, 4, 5]],
  ['one of two figures', ['Lúa', 'ha', '5', 'Bộ A'], undefined],
  ['a unit that no other row has', ['Lúa', 'cây', '5', '6'], [1, 2, 3, 4]],
  ['words that fit either end', ['Lúa', 'cây'], undefined],
  ['words that stand there in another row', ['Lúa', 'ha'], [1, 2]],
  ['more figures than columns', ['Lúa', '5', '6', '7'], undefined],
])('%s', (_name, cells, columns) => {
  expect(fittingColumns(cells, 1, PROFILE, isFigure)).toEqual(columns);
});
