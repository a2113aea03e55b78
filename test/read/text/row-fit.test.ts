import { expect, test } from 'vitest';
import { fittingColumns, fittingWays, profileOf, settledColumns } from '../../../src/read/text/row-fit.ts';

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

test('what stands in one column in all ways is settled, the rest is not', () => {
  const figure = (text: string): boolean => /\d/u.test(text);
  const shapes = [(text: string): boolean => !figure(text), figure, figure, (text: string) => text.length < 3];
  const ways = fittingWays(['Chè', '1.200', '45'], shapes);
  expect(ways).toEqual([
    [0, 1, 2],
    [0, 1, 3],
    [0, 2, 3],
  ]);
  expect(settledColumns(3, ways ?? [])).toEqual([0, undefined, undefined]);
  expect(settledColumns(2, fittingWays(['Chè', 'x'], shapes) ?? [])).toEqual([0, 3]);
  expect(settledColumns(1, [])).toEqual([undefined]);
});
