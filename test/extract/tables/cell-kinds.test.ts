import { expect, test } from 'vitest';
import { type CellKind, kindOfCell, shareOf } from '../../../src/extract/tables/cell-kinds.ts';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';

const CELLS: [text: string, kind: CellKind][] = [
  ['', 'empty'],
  ['95', 'figure'],
  ['≥ 95,5', 'figure'],
  ['-4,13', 'figure'],
  ['1.250 - 1.300', 'figure'],
  ['Không dưới 5.677', 'figure'],
  ['8.697,1 trở lên', 'figure'],
  ['575 (tăng 15%)', 'figure'],
  ['Giảm 0,3', 'figure'],
  ['2026', 'year'],
  ['Năm 2030', 'year'],
  ['2025 (ước)', 'year'],
  ['2024 (thực hiện)', 'year'],
  ['2000 (người)', 'figure'],
  ['112/QĐ-UBND ngày 05/02/2025', 'words'],
  ['Số 340/2024/NQ-HĐND', 'words'],
  ['12/15 xã', 'figure'],
  ['5/km2', 'figure'],
  ['IV', 'count'],
  ['a)', 'count'],
  ['-', 'count'],
  ['Tỷ lệ hộ nghèo', 'words'],
  ['Tỷ lệ xã có 100% hộ dân được sử dụng nước sạch hợp vệ sinh', 'words'],
  ['Tỷ đồng', 'words'],
  ['85% sổ hộ tịch được số hóa', 'words'],
  ['12.000 lượt khách/năm', 'figure'],
];
test.each(CELLS)('"%s" holds: %s', (text, kind) => {
  expect(kindOfCell(loadKnowledge(), text)).toBe(kind);
});

test('the share of a kind is of the cells that hold anything', () => {
  expect(shareOf(loadKnowledge(), ['95', '', 'x y', '80'], 'figure')).toBeCloseTo(2 / 3);
  expect(shareOf(loadKnowledge(), ['', ''], 'figure')).toBe(0);
});
