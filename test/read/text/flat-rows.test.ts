import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { rowsOf } from '../../../src/read/text/flat-rows.ts';

const grid = (cells: readonly string[], marked = false): string[] =>
  rowsOf(loadKnowledge(), cells, marked).map(
    ({ row, column, columnSpan, text }) => `${row},${column}+${columnSpan} ${text}`,
  );

test('rows are told by what counts them', () => {
  expect(grid(['STT', 'Việc', 'Hạn', '1', 'Rà soát', '2026', '2', 'Đào tạo', '2027'])).toEqual([
    '0,0+1 STT',
    '0,1+1 Việc',
    '0,2+1 Hạn',
    '1,0+1 1',
    '1,1+1 Rà soát',
    '1,2+1 2026',
    '2,0+1 2',
    '2,1+1 Đào tạo',
    '2,2+1 2027',
  ]);
});

test('an empty cell between rows marks them', () => {
  expect(grid(['TT', 'Việc', '', '1', 'Rà soát', '', '2', 'Đào tạo'], true).at(-1)).toBe('2,1+1 Đào tạo');
});

test('one cell alone is a row', () => {
  expect(grid(['Hết'])).toEqual(['0,0+1 Hết']);
});
