import { expect, test } from 'vitest';
import { cellFigure, compare } from '../../../../src/extract/mentions/quantities/figure.ts';
import { loadKnowledge } from '../../../../src/knowledge/knowledge.ts';

const CASES: [text: string, expected: Partial<ReturnType<typeof cellFigure>>][] = [
  ['≥ 30', { comparator: '>=', value: 30, valueMax: null, percent: false, rest: '' }],
  ['>= 30', { comparator: '>=', value: 30 }],
  ['> 0,7', { comparator: '>', value: 0.7 }],
  ['09', { comparator: '=', value: 9 }],
  ['40 - 50', { comparator: '=', value: 40, valueMax: 50 }],
  ['20% - 50%', { comparator: '=', value: 20, valueMax: 50, percent: true }],
  ['100%', { comparator: '=', value: 100, percent: true, rest: '' }],
  ['trên 80', { comparator: '>', value: 80 }],
  ['từ 70 trở lên', { comparator: '>=', value: 70, rest: '' }],
  ['tối thiểu 1.250', { comparator: '>=', value: 1250 }],
  ['1,5 triệu', { comparator: '=', value: 1500000 }],
  ['≥ 3% và tăng dần', { comparator: '>=', value: 3, percent: true, rest: 'và tăng dần' }],
  ['≤ 3 Đông Nam Á', { comparator: '<=', value: 3, rest: 'Đông Nam Á' }],
];
test.each(CASES)('cell: %s', (text, expected) => {
  expect(cellFigure(loadKnowledge(), text)).toMatchObject(expected as object);
});

test.each(['', '-', 'Đạt mức trung bình', 'Hoàn thành', 'Nghị quyết số 12', 'xếp loại 3'])('no figure: %s', (text) => {
  expect(cellFigure(loadKnowledge(), text)).toBeUndefined();
});

test.each([
  ['cao hơn ', ' so với kế hoạch', '='],
  ['ít hơn ', ' so với cùng kỳ', '='],
  ['cao hơn khoảng ', ' so với năm trước', '~'],
  ['cao hơn năm 2024 là ', '', '='],
  ['tốc độ tăng trưởng cao hơn ', ' so với năm trước', '='],
  ['thấp hơn ', '', '<'],
  // By more than so much, and below so much of the whole.
  ['cắt giảm thời gian giải quyết nhiều hơn ', ' so với quy định', '>'],
  ['thu ngân sách tăng cao hơn ', ' so với năm trước', '>'],
  ['thấp hơn ', ' so với tổng số trẻ', '<'],
  ['không thấp hơn ', ' so với kế hoạch', '>='],
  ['hơn ', ' so với cùng kỳ', '>'],
])('%s5%s: %s', (before, after, comparator) => {
  expect(compare(loadKnowledge(), 5, null, before, after)).toMatchObject({ comparator });
});

test('a share held against a plan is how much of it is reached', () => {
  expect(compare(loadKnowledge(), 95, null, 'cao hơn ', ' so với kế hoạch', true)).toMatchObject({ comparator: '>' });
  expect(compare(loadKnowledge(), 95, null, 'nhiều hơn ', ' so với kế hoạch')).toMatchObject({ comparator: '=' });
});
