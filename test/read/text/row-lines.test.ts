import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { blocksOfText } from '../../../src/read/text/plain-text.ts';
import { rowLinesAt } from '../../../src/read/text/row-lines.ts';

const grid = (text: string): string[] =>
  blocksOfText(loadKnowledge(), text)
    .filter(({ cell }) => cell !== undefined)
    .map(
      ({ cell, text: words }) =>
        `${cell?.row},${cell?.column}${(cell?.columnSpan ?? 1) > 1 ? `+${cell?.columnSpan}` : ''} ${words}`,
    );

test('rows on lines of their own, with bars or tabs; a table of contents is none', () => {
  expect(grid('Bảng 1\nChỉ tiêu | Năm 2025\nTỷ lệ hồ sơ | 90%\nHết')).toEqual([
    '0,0 Chỉ tiêu',
    '0,1 Năm 2025',
    '1,0 Tỷ lệ hồ sơ',
    '1,1 90%',
  ]);
  expect(grid('TT\tChỉ tiêu\tMức\n1\tHồ sơ\t90%')).toHaveLength(6);
  expect(grid('Hình 1. Sơ đồ\t9\nHình 2. Bản đồ\t31')).toEqual([]);
  expect(grid('1.\tMở đầu\t3\n2.\tMục tiêu\t5\n3.\tTổ chức\t5')).toEqual([]);
  expect(grid('TT\tViệc\tNăm\nI. CHUNG\n1\tRà soát\t2026\nII\tNHÂN LỰC\n2\tĐào tạo\t2025')).toEqual([
    '0,0 TT',
    '0,1 Việc',
    '0,2 Năm',
    '1,0+3 I. CHUNG',
    '2,0 1',
    '2,1 Rà soát',
    '2,2 2026',
    '3,0 II',
    '3,1+2 NHÂN LỰC',
    '4,0 2',
    '4,1 Đào tạo',
    '4,2 2025',
  ]);
  expect(grid('12/11/2019 | 15:57 | 7059')).toEqual([]);
});

test('rows on lines: empty cells at the end, merged cells written out', () => {
  expect(
    grid('TT | Danh mục | Đơn vị | Ghi chú\nI | Tài sản |  | \n1 | Cáp ngầm | Cáp ngầm | Cáp ngầm\n2 | 35 | 35 | 35'),
  ).toEqual([
    '0,0 TT',
    '0,1 Danh mục',
    '0,2 Đơn vị',
    '0,3 Ghi chú',
    '1,0 I',
    '1,1 Tài sản',
    '1,2 ',
    '1,3 ',
    '2,0 1',
    '2,1+3 Cáp ngầm',
    '3,0 2',
    '3,1 35',
    '3,2 35',
    '3,3 35',
  ]);
  expect(grid('| Hồ sơ | Mức |\n| Trực tuyến | 90% |')).toEqual(['0,0 Hồ sơ', '0,1 Mức', '1,0 Trực tuyến', '1,1 90%']);
});

test('an empty line between every two rows parts no table; two do', () => {
  const rows = ['TT\tViệc\tNăm', 'I\tCHUNG', '1\tRà soát\t2026', '2\tĐào tạo\t2025'];
  expect(grid(rows.join('\n\n'))).toEqual(grid(rows.join('\n')));
  expect(grid(rows.join('\n\n'))).toHaveLength(11);
  expect(rowLinesAt(loadKnowledge(), ['Tên | Mức', '', 'Hồ sơ | 90%', '', 'Hết'], 0)?.lines).toBe(3);
  expect(rowLinesAt(loadKnowledge(), ['Tên | Mức', '', '', 'Hồ sơ | 90%', 'Hết'], 0)).toBeUndefined();
});

test('how many lines a table takes; none where one row stands alone', () => {
  expect(rowLinesAt(loadKnowledge(), ['Tên | Mức', 'Hồ sơ | 90%', 'Hết'], 0)?.lines).toBe(2);
  expect(rowLinesAt(loadKnowledge(), ['Tên | Mức', 'Hết'], 0)).toBeUndefined();
  expect(rowLinesAt(loadKnowledge(), ['Hết', 'Tên | Mức'], 0)).toBeUndefined();
});

test('items that are set in with a tab before and behind their label are no rows', () => {
  const items = [
    '\t-\t100% hồ sơ đúng hạn;',
    '\t-\t90% hồ sơ trực tuyến;',
    '\t2.\tNhiệm vụ',
    '\ta)\tRà soát quy định.',
  ];
  for (const item of items) expect(rowLinesAt(loadKnowledge(), [item, item], 0), item).toBeUndefined();
  expect(rowLinesAt(loadKnowledge(), ['\t\t1.1. Hạ tầng', '\t\t1.2. Nhân lực'], 0)).toBeUndefined();
  expect(rowLinesAt(loadKnowledge(), ['\t1\tHồ sơ', '\t2\tVăn bản'], 0)?.cells).toHaveLength(6);
});

test('a line alone between two rows of one width is a row of the table', () => {
  expect(grid('TT | Loại đất | Năm 2026\n1 | Đất lúa | 45\nTrong đó:\n1.1 | Đất hai vụ | 30').slice(6)).toEqual([
    '2,0+3 Trong đó:',
    '3,0 1.1',
    '3,1 Đất hai vụ',
    '3,2 30',
  ]);
  expect(grid('TT | Loại đất | Năm 2026\n1 | Đất lúa | 45\nĐất màu giữ nguyên như cũ.\n2 | Đất ở | 30')).toHaveLength(
    6,
  );
});

test('merged heads that were written once stand over their columns; where nobody can tell which, figures stand below none', () => {
  const below = '1 | Lúa | 5 | 6 | 7\n2 | Ngô | 8 | 9 | 4';
  expect(grid(`TT | Cây | Năm 2026 | Kế hoạch năm 2027\nDiện tích | Sản lượng\n${below}`).slice(0, 6)).toEqual([
    '0,0 TT',
    '0,1 Cây',
    '0,2+2 Năm 2026',
    '0,4 Kế hoạch năm 2027',
    '1,2 Diện tích',
    '1,3 Sản lượng',
  ]);
  expect(grid(`TT | Cây | Vùng cao | Vùng thấp\nĐã trồng | Sẽ trồng\n${below}`).slice(0, 3)).toEqual([
    '0,0 TT Cây Vùng cao Vùng thấp Đã trồng Sẽ trồng',
    '1,0 1',
    '1,1 Lúa',
  ]);
});

test('a bar behind the last cell of each row makes no column', () => {
  expect(grid('TT | Cây | Năm 2026 |\n1 | Lúa | 5 |\n| Trong đó: |  |\n2 | Ngô | 8 |')).not.toContain('0,3 ');
});
