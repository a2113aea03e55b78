import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { blankRowsAt } from '../../../src/read/text/blank-rows.ts';

const grid = (lines: readonly string[]): string[] | undefined =>
  blankRowsAt(loadKnowledge(), lines, 0)
    ?.cells.filter(({ text }) => text !== '')
    .map(({ row, column, columnSpan, text }) => `${row},${column}${columnSpan > 1 ? `+${columnSpan}` : ''} ${text}`);
const row = (at: number, ...texts: readonly string[]): string[] => texts.map((text, i) => `${at},${i} ${text}`);

test('words, a unit and figures of which single spaces part one from the next', () => {
  const lines = [
    'TT Chỉ tiêu ĐVT Năm 2026 Năm 2027',
    '1 Đô thị hóa % 31,5 Trên 32',
    '2 Đàn bò sữa Con 1.200 1.250 - 1.300',
  ];
  expect(grid([...lines, '3 Số thôn có nhà văn hóa', 'đạt chuẩn Thôn 40 45', 'Hết.'])).toEqual([
    ...row(0, 'TT', 'Chỉ tiêu', 'ĐVT', 'Năm 2026', 'Năm 2027'),
    ...row(1, '1', 'Đô thị hóa', '%', '31,5', 'Trên 32'),
    ...row(2, '2', 'Đàn bò sữa', 'Con', '1.200', '1.250 - 1.300'),
    ...row(3, '3', 'Số thôn có nhà văn hóa đạt chuẩn', 'Thôn', '40', '45'),
  ]);
});

test('groups, parts of a whole, a row that lost a figure, heads that stand again', () => {
  const heads = 'STT Nội dung 2025 2026 2027';
  const cells = grid([
    ...[heads, 'I Về kinh tế', '1 Lượt khách 40 50 60', '- Khách nội tỉnh 10 20 30', heads],
    ...['2 Cơ sở lưu trú 5 7', '3 Phòng nghỉ 90 95 99', 'II. TỔ CHỨC THỰC HIỆN', 'Sở Du lịch chủ trì.'],
  ]);
  expect(cells?.slice(5)).toEqual([
    ...['1,0 I', '1,1 Về kinh tế'],
    ...row(2, '1', 'Lượt khách', '40', '50', '60'),
    ...['3,1 - Khách nội tỉnh', '3,2 10', '3,3 20', '3,4 30'],
    // Nobody can tell which year lost its figure.
    ...['4,0 2', '4,1 Cơ sở lưu trú 5 7'],
    ...row(5, '3', 'Phòng nghỉ', '90', '95', '99'),
  ]);
});

test('a unit that is known ends the words of a row, whatever stands before it', () => {
  const lines = [
    'STT Chỉ tiêu Đơn vị tính TH 2016 - 2020 Tăng bq 2016-2020 (%) KH 2021 - 2025 Tăng bq 2021 - 2025 (%)',
    '1 Giá trị sản xuất Tỷ đồng 13.500 5,2 19.400 6,5',
    '- Khu vực I Tỷ đồng 3.300 2,2 4.100 2,3',
    'Trong đó: Chăn nuôi Tỷ đồng 1.100 1,2 1.500 3,1',
    '- Khu vực II Tỷ đồng 5.900 9,8 10.200 11,2',
  ];
  expect(grid(lines)).toEqual([
    ...row(0, 'STT', 'Chỉ tiêu', 'Đơn vị tính', 'TH 2016 - 2020'),
    ...['0,4 Tăng bq 2016-2020 (%)', '0,5 KH 2021 - 2025', '0,6 Tăng bq 2021 - 2025 (%)'],
    ...row(1, '1', 'Giá trị sản xuất', 'Tỷ đồng', '13.500', '5,2', '19.400', '6,5'),
    ...['2,1 - Khu vực I', '2,2 Tỷ đồng', '2,3 3.300', '2,4 2,2', '2,5 4.100', '2,6 2,3'],
    ...['3,1 Trong đó: Chăn nuôi', '3,2 Tỷ đồng', '3,3 1.100', '3,4 1,2', '3,5 1.500', '3,6 3,1'],
    ...['4,1 - Khu vực II', '4,2 Tỷ đồng', '4,3 5.900', '4,4 9,8', '4,5 10.200', '4,6 11,2'],
  ]);
});

test('heads over heads', () => {
  const lines = ['TT Chỉ tiêu ĐVT Năm 2025 Kế hoạch năm 2026', 'Kế hoạch Ước thực hiện', '1 Rừng trồng Ha 40 42 45'];
  expect(grid([...lines, '2 Lúa mùa Ha 900 910 905'])?.slice(0, 7)).toEqual([
    ...['0,0 TT', '0,1 Chỉ tiêu', '0,2 ĐVT', '0,3+2 Năm 2025', '0,5 Kế hoạch năm 2026'],
    ...['1,3 Kế hoạch', '1,4 Ước thực hiện'],
  ]);
});

test('one column of figures where something counts the rows', () => {
  const lines = [
    'STT Địa phương Chỉ tiêu giao năm 2026',
    '1 Xã Tân Hòa 523',
    '2 Xã Mỹ Lợi 203',
    '3 Phường An Bình 759',
  ];
  expect(grid(lines)).toHaveLength(12);
  expect(grid(lines.map((line) => line.replace(/^\S+ /u, '')))).toBeUndefined();
});

const UNREAD: [what: string, ...lines: string[]][] = [
  ['more heads than figures', 'Nội dung 2024 2025 2026', 'Hộ nghèo 5 4', 'Hộ cận nghèo 9 8', 'Hộ khá 40 45'],
  ['heads that can be cut in two ways', 'TT Nơi Vùng Cao Vùng Thấp Xa', '1 Xã Tân Hòa 5 6', '2 Xã Mỹ Lợi 7 8'],
  ['a title of a section', 'Nội dung của Kế hoạch năm 2026', 'Sở Y tế có 20 phòng 30', 'Sở Nội vụ có 10 phòng 25'],
  ['sentences', 'Mục tiêu đến năm 2030', 'Phấn đấu tăng 8,5% đến 2030.', 'Giảm hộ nghèo còn 2% năm 2030.'],
  ['items', 'Nhiệm vụ năm 2026', '1. Rà soát 40 quy trình, hoàn thành 35', '2. Tập huấn 20 lớp, đạt 95%'],
];
test.each(UNREAD)('no table: %s', (_, ...lines) => expect(grid(lines)).toBeUndefined());
