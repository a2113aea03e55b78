import { expect, test } from 'vitest';
import { layOut } from '../../../src/extract/document/text.ts';
import { readOpening } from '../../../src/extract/header/opening.ts';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import type { Block } from '../../../src/model/block.ts';
import { cellBlock } from '../../../src/read/blocks.ts';

const knowledge = loadKnowledge();
const paragraph = (text: string): Block => ({ kind: 'paragraph', text, page: null });

test.each<[name: string, blocks: Block[], text: string]>([
  ['a block ends a line', [paragraph('KẾ HOẠCH'), paragraph('Năm 2022')], 'KẾ HOẠCH\nNăm 2022\n'],
  ['a line inside a block does not', [paragraph('ỦY BAN\nNHÂN DÂN')], 'ỦY BAN NHÂN DÂN\n'],
  ['white space is one space', [paragraph('Số:  \u00a0 7/KH')], 'Số: 7/KH\n'],
  ['rules of dashes are none of it', [paragraph('-------'), paragraph('Hà Nội ------- Số 7')], 'Hà Nội Số 7\n'],
  ['bars of flattened tables neither', [paragraph('UBND | CỘNG HÒA')], 'UBND CỘNG HÒA\n'],
  [
    'it ends before a table whose rows are counted',
    [
      ...['UBND TỈNH', 'CỘNG HÒA'].map((text, column) =>
        cellBlock({ row: 0, column, rowSpan: 1, columnSpan: 1, text }, 0),
      ),
      ...['STT', 'Chỉ tiêu', 'Kế hoạch năm 2021'].map((text, column) =>
        cellBlock({ row: 0, column, rowSpan: 1, columnSpan: 1, text }, 1),
      ),
      ...['1', 'GRDP', '6,5'].map((text, column) => cellBlock({ row: 1, column, rowSpan: 1, columnSpan: 1, text }, 1)),
      paragraph('KẾ HOẠCH'),
    ],
    'UBND TỈNH\nCỘNG HÒA\n',
  ],
  [
    'and before one whose columns are years',
    [
      paragraph('KẾ HOẠCH'),
      ...['Chỉ tiêu', 'Năm 2025', '2026'].map((text, column) =>
        cellBlock({ row: 0, column, rowSpan: 1, columnSpan: 1, text }, 0),
      ),
    ],
    'KẾ HOẠCH\n',
  ],
  ['furniture is passed over', [{ ...paragraph('Trang chủ'), furniture: 'menu' }, paragraph('KẾ HOẠCH')], 'KẾ HOẠCH\n'],
])('%s', (_name, blocks, text) => {
  expect(readOpening(knowledge, layOut(blocks)).text).toBe(text);
});

test('every unit says where it stands in the text', () => {
  const laid = layOut([paragraph('Số:   7'), paragraph('KẾ  HOẠCH')]);
  const { text, at } = readOpening(knowledge, laid);
  expect(laid.text.slice(at[text.indexOf('7')]).startsWith('7')).toBe(true);
  expect(laid.text.slice(at[text.indexOf('HOẠCH')]).startsWith('HOẠCH')).toBe(true);
});

test('its end stands in the text too: what a title ends there is no header', () => {
  const laid = layOut([
    paragraph('KẾ HOẠCH'),
    cellBlock({ row: 0, column: 0, rowSpan: 1, columnSpan: 1, text: 'STT' }, 0),
  ]);
  const { text, at } = readOpening(knowledge, laid);
  expect(laid.text.slice(at[text.length]).trim()).toBe('STT');
});
