import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { type Below, mergedHeads, mergedHeadsIn } from '../../../src/read/text/merged-heads.ts';

function heads(rows: string, columns: number, below: Below = {}): string[] | string | undefined {
  const texts = rows.split('||').map((row) => row.split('|').map((text) => text.trim()));
  const cells = mergedHeads(loadKnowledge(), texts, columns, below);
  return Array.isArray(cells)
    ? cells.map((cell) => `${cell.row},${cell.column} ${cell.rowSpan}x${cell.columnSpan} ${cell.text}`)
    : cells;
}

test('three rows of heads, of which the names below one head stand again below another', () => {
  expect(
    heads(
      'TT | Chỉ tiêu | Năm 2024 | Kế hoạch năm 2025 || Số hộ | Tỷ lệ | Vốn tỉnh | Vốn huyện | Tổng số || Số hộ | Tỷ lệ',
      8,
    ),
  ).toEqual([
    '0,0 3x1 TT',
    '0,1 3x1 Chỉ tiêu',
    '0,2 1x2 Năm 2024',
    '0,4 1x4 Kế hoạch năm 2025',
    '1,2 2x1 Số hộ',
    '1,3 2x1 Tỷ lệ',
    '1,4 2x1 Vốn tỉnh',
    '1,5 2x1 Vốn huyện',
    '1,6 1x2 Tổng số',
    '2,6 1x1 Số hộ',
    '2,7 1x1 Tỷ lệ',
  ]);
});

test('what a row that counts the columns adds up stands below one head', () => {
  const rows = 'Xã | Mục tiêu năm 2025 | Mục tiêu năm 2026 || Trồng | Chăm sóc | Khoanh nuôi | Bảo vệ | Tổng';
  expect(heads(rows, 6)).toBe('unsure');
  expect(heads(rows, 6, { together: [[5, 3, 4]] })).toEqual([
    '0,0 2x1 Xã',
    '0,1 1x2 Mục tiêu năm 2025',
    '0,3 1x3 Mục tiêu năm 2026',
    '1,1 1x1 Trồng',
    '1,2 1x1 Chăm sóc',
    '1,3 1x1 Khoanh nuôi',
    '1,4 1x1 Bảo vệ',
    '1,5 1x1 Tổng',
  ]);
});

const UNREAD: [what: string, rows: string, columns: number, found: string | undefined][] = [
  ['two heads could be the merged one', 'TT | Nơi | Miền núi | Đồng bằng || Nam | Nữ', 5, 'unsure'],
  ['no way to part them', 'TT | Chỉ tiêu | Năm 2025 || Nam | Nữ', 9, undefined],
  ['the width is that of the first row', 'TT | Chỉ tiêu | Năm 2025', 3, undefined],
];
test.each(UNREAD)('%s', (_, rows, columns, found) => expect(heads(rows, columns)).toBe(found));

test('heads are parted over columns of figures alone', () => {
  const rows = 'TT | Loại rừng | Hiện có | Sẽ có || Ha | Hộ | Ha | Hộ';
  expect(heads(rows, 6, { ofFigures: (column) => column > 1 })).toEqual([
    '0,0 2x1 TT',
    '0,1 2x1 Loại rừng',
    '0,2 1x2 Hiện có',
    '0,4 1x2 Sẽ có',
    '1,2 1x1 Ha',
    '1,3 1x1 Hộ',
    '1,4 1x1 Ha',
    '1,5 1x1 Hộ',
  ]);
});

const CUT: [what: string, texts: string, columns: number, found: string][] = [
  [
    'a year over its quarters',
    'TT | Việc | ĐVT | Kế hoạch năm 2027 | Cả năm | Quý I | Quý II',
    6,
    '0,3 1x3 Kế hoạch năm 2027',
  ],
  ['parts of a whole', 'TT | Nơi | Tổng số | Trong đó | Vốn tỉnh | Vốn xã | Vốn vay', 6, '0,3 1x3 Trong đó'],
  [
    'two ways to compare',
    'TT | Việc | Dự toán năm 2026 | Dự toán năm 2027 | So sánh | Tuyệt đối | Tương đối (%)',
    6,
    '0,4 1x2 So sánh',
  ],
  [
    'years in a period, and one before it',
    'TT | Việc | ĐVT | Năm 2025 | Giai đoạn 2026 - 2028 | Năm 2026 | Năm 2027 | Năm 2028',
    7,
    '0,4 1x3 Giai đoạn 2026 - 2028',
  ],
];
test.each(CUT)('heads of which nobody tells the rows: %s', (_, texts, columns, found) => {
  const cells = mergedHeadsIn(loadKnowledge(), texts.split(' | '), columns, { ofFigures: (column) => column > 1 });
  const parted = Array.isArray(cells) ? cells.filter(({ columnSpan }) => columnSpan > 1) : [];
  expect(parted.map((cell) => `${cell.row},${cell.column} ${cell.rowSpan}x${cell.columnSpan} ${cell.text}`)).toEqual([
    found,
  ]);
});

test('heads that may be parted in two ways stay unread', () => {
  const texts = 'TT | Việc | Dự toán năm 2026 | Dự toán năm 2027 | Tổng số | Chi đầu tư';
  expect(mergedHeadsIn(loadKnowledge(), texts.split(' | '), 5)).toBe('unsure');
});
