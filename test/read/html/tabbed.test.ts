import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { blocksOfHtml } from '../../../src/read/html/html.ts';

const grid = (html: string): string[] =>
  blocksOfHtml(loadKnowledge(), html).map(({ cell, text }) =>
    cell === undefined ? text : `${cell.table}:${cell.row},${cell.column} ${text}`,
  );
const ROWS = ['TT\tViệc\tHạn', '1\tDọn bến tàu\t2026', '2\tTrữ thuốc cho đảo\t2027'];
const CELLS = [
  '0,0 TT',
  '0,1 Việc',
  '0,2 Hạn',
  '1,0 1',
  '1,1 Dọn bến tàu',
  '1,2 2026',
  '2,0 2',
  '2,1 Trữ thuốc cho đảo',
];
const cells = (table: number): string[] => [...CELLS, '2,2 2027'].map((cell) => `${table}:${cell}`);
const told = (table: number): string[] => ['0,0 Một', '0,1 9', '1,0 Hai', '1,1 8'].map((cell) => `${table}:${cell}`);

test('paragraphs and lines whose words tabs part are rows of a table; tables are numbered in their order', () => {
  const table = '<table><tr><td>Một</td><td>9</td></tr><tr><td>Hai</td><td>8</td></tr></table>';
  const rows = ROWS.map((row) => `<p>${row}</p>`).join('\n');
  expect(grid(`<p>Trước</p>${table}${rows}<p>Sau</p>${table}`)).toEqual([
    'Trước',
    ...told(0),
    ...cells(1),
    'Sau',
    ...told(2),
  ]);
  expect(grid(`<div>${ROWS.join('<br>')}</div>`)).toEqual(cells(0));
});

test('tabs that set a source or a paragraph in make no cells', () => {
  expect(grid('<div>\n\t\t<p>\tTrồng rừng\n\t\tven biển</p>\n\t\t<p>\t1.\tDọn bến tàu</p>\n</div>')).toEqual([
    'Trồng rừng ven biển',
    '1. Dọn bến tàu',
  ]);
  expect(grid('<p>Kính gửi:\t\tSở Y tế</p><p>Số:\t\t12</p>')).toEqual(['Kính gửi: Sở Y tế', 'Số: 12']);
});
