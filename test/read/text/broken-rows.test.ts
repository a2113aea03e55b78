import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { brokenRowsAt } from '../../../src/read/text/broken-rows.ts';
import { blocksOfText } from '../../../src/read/text/plain-text.ts';

/** Rows of cells, and what stands outside of the table. */
function read(text: string): (string | string[])[] {
  const out: (string | string[])[] = [];
  for (const { cell, text: words } of blocksOfText(loadKnowledge(), text)) {
    if (cell === undefined) out.push(words);
    else if (cell.column === 0) out.push([words]);
    else (out.at(-1) as string[]).push(words);
  }
  return out;
}

const WHOLE = `TT\tChỉ tiêu\tChủ trì
I. Bến tàu
1\tSố bến tàu được dọn sạch trước mùa mưa đạt 45 bến.\tSở Xây dựng
2\tTỷ lệ tàu cá có áo phao và máy bộ đàm đạt 90%\tCông an tỉnh, các xã ven biển
II. Đảo
1\tMỗi đảo có ít nhất 02 bác sĩ.\tSở Y tế`;
const ROWS = [
  ['TT', 'Chỉ tiêu', 'Chủ trì'],
  ['I. Bến tàu'],
  ['1', 'Số bến tàu được dọn sạch trước mùa mưa đạt 45 bến.', 'Sở Xây dựng'],
  ['2', 'Tỷ lệ tàu cá có áo phao và máy bộ đàm đạt 90%', 'Công an tỉnh, các xã ven biển'],
  ['II. Đảo'],
  ['1', 'Mỗi đảo có ít nhất 02 bác sĩ.', 'Sở Y tế'],
];
/** At each other place where a cell may be broken. */
const broken = (text: string, by: string): string => {
  let n = 0;
  return text.replace(/(?<=[^\t\n]{12}[\p{Ll},]) (?=[\p{L}\d])/gu, () => (n++ % 2 === 0 ? by : ' '));
};

test('cells broken over lines are whole again, a row a count', () => {
  expect(read(`Bảng 1\n${WHOLE}\nNơi nhận:`)).toEqual(['Bảng 1', ...ROWS, 'Nơi nhận:']);
  expect(read(`Bảng 1\n${broken(WHOLE, '\n')}\nNơi nhận:`)).toEqual(['Bảng 1', ...ROWS, 'Nơi nhận:']);
  expect(read(broken(WHOLE, '\n').replace(/\n(?=\d\t|[IV]+\.)/gu, '\n\n'))).toEqual(ROWS);
});

test('the last cell holds the list below it until the next row; empty cells at the end may be lost', () => {
  const text = `TT\tTiêu chí\tĐiểm\tCách chấm
I\tCÁC XÃ\t15
1\tDọn bến\t10\tTính theo tỷ lệ:
- a là số bến;
- b là số bến đã dọn.
2\tTrữ thuốc\t5\tCó kho thuốc.
2.1\tThuốc cho đảo\t2\tCó đủ 02 tủ.
Mỗi tủ một điểm.
3\tTập bơi\t5\tMở lớp.`;
  expect(read(`${text}\nSở Y tế theo dõi chung.`)).toEqual([
    ['TT', 'Tiêu chí', 'Điểm', 'Cách chấm'],
    ['I', 'CÁC XÃ', '15'],
    ['1', 'Dọn bến', '10', 'Tính theo tỷ lệ:\n- a là số bến;\n- b là số bến đã dọn.'],
    ['2', 'Trữ thuốc', '5', 'Có kho thuốc.'],
    ['2.1', 'Thuốc cho đảo', '2', 'Có đủ 02 tủ. Mỗi tủ một điểm.'],
    ['3', 'Tập bơi', '5', 'Mở lớp.'],
    'Sở Y tế theo dõi chung.',
  ]);
});

test.each([
  ['no head that counts rows', 'Việc\tChủ trì\tHạn\n1\tDọn\nbến\tSở A\t2026\n2\tB\tC\tD\n3\tE\tF\tG'],
  ['two columns', 'TT\tViệc\n1\tDọn\n2\tTrữ\n3\tTập'],
  ['counts that do not follow each other', 'TT\tViệc\tHạn\n4\tDọn\tA\n9\tTrữ\tB\n2\tTập\tC'],
  ['more cells than heads', 'TT\tViệc\tHạn\n1\tDọn\tA\tB\tC\n2\tTrữ\tA\tB\tC\n3\tTập\tA\tB\tC'],
  ['no rows', 'TT\tViệc\tHạn\nDọn bến\nTrữ thuốc'],
])('no table: %s', (_, text) => {
  expect(brokenRowsAt(loadKnowledge(), text.split('\n'), 0)).toBeUndefined();
});
