import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { spacedRowsAt } from '../../../src/read/text/spaced-rows.ts';

const read = (lines: readonly string[], from = 0): string[] | undefined =>
  spacedRowsAt(loadKnowledge(), lines, from)
    ?.cells.filter(({ text }) => text !== '')
    .map(({ row, column, columnSpan, text }) => `${row},${column}${columnSpan > 1 ? `+${columnSpan}` : ''} ${text}`);

test('columns by their place: one space before a figure, an empty cell, words that go on in the next line', () => {
  expect(
    read([
      'Số TT Chỉ tiêu                        Đơn vị        Năm 2025   Kế hoạch 2026',
      '',
      '1       Tỷ lệ hộ nghèo theo chuẩn     %             5,3        Dưới 4',
      '        đa chiều',
      '2       Thu ngân sách                 Tỷ đồng       1.250',
      '3       Vốn đầu tư toàn xã hội        Triệu USD     88,5       90 trở lên',
      '4       Trường học các cấp đạt chuẩn quốc gia %     64,7       66,2',
      'II. TỔ CHỨC THỰC HIỆN',
    ]),
  ).toEqual([
    ...['0,0 Số TT', '0,1 Chỉ tiêu', '0,2 Đơn vị', '0,3 Năm 2025', '0,4 Kế hoạch 2026'],
    ...['1,0 1', '1,1 Tỷ lệ hộ nghèo theo chuẩn đa chiều', '1,2 %', '1,3 5,3', '1,4 Dưới 4'],
    ...['2,0 2', '2,1 Thu ngân sách', '2,2 Tỷ đồng', '2,3 1.250'],
    ...['3,0 3', '3,1 Vốn đầu tư toàn xã hội', '3,2 Triệu USD', '3,3 88,5', '3,4 90 trở lên'],
    ...['4,0 4', '4,1 Trường học các cấp đạt chuẩn quốc gia', '4,2 %', '4,3 64,7', '4,4 66,2'],
  ]);
});

test('a period over its years, and a year over what it is given to', () => {
  expect(
    read([
      'Chỉ tiêu              Giai đoạn 2026 - 2028',
      '                      2026     2027     2028',
      'Rừng trồng mới        900      910      920',
      'Đường nông thôn       12,5     13       14',
    ])?.slice(0, 5),
  ).toEqual(['0,1+3 Giai đoạn 2026 - 2028', '0,0 Chỉ tiêu', '1,1 2026', '1,2 2027', '1,3 2028']);
  expect(
    read([
      'Cây        Năm 2026               Năm 2027',
      '           Diện tích  Sản lượng   Diện tích  Sản lượng',
      'Chè        900        5.100       910        5.300',
      'Cà phê     1.200      2.050       1.250      2.100',
    ])?.slice(0, 3),
  ).toEqual(['0,1+2 Năm 2026', '0,3+2 Năm 2027', '0,0 Cây']);
});

test('the heads stand again on the next page', () => {
  const heads = 'Chỉ tiêu              Năm 2026   2027';
  expect(
    read([heads, 'Thu nội địa           1.200      1.300', '\u0001', heads, 'Chi đầu tư            900        950']),
  ).toHaveLength(9);
});

test('rows that run on are read where there are as many years as figures', () => {
  expect(read(['Sơ bộ 2024 2025 2026', 'Hà Nam - Ha Nam province 68,5 61,9 67,6', 'Ninh Bình 80,0 80,0 93,3'])).toEqual(
    [
      ...['0,0 Sơ bộ', '0,1 2024', '0,2 2025', '0,3 2026'],
      ...['1,0 Hà Nam - Ha Nam province', '1,1 68,5', '1,2 61,9', '1,3 67,6'],
      ...['2,0 Ninh Bình', '2,1 80,0', '2,2 80,0', '2,3 93,3'],
    ],
  );
  const short = read(['Chỉ tiêu 2024 2025 2026', 'Hộ nghèo hộ 63.379 51.085', 'Hộ thoát nghèo hộ 13.558 12.370']);
  expect(short?.slice(4)).toEqual([
    ...['1,0 Hộ nghèo hộ', '1,4 63.379', '1,5 51.085'],
    ...['2,0 Hộ thoát nghèo hộ', '2,4 13.558', '2,5 12.370'],
  ]);
});

test('one row of many figures is a table too', () => {
  expect(read(['Chỉ tiêu 2020 2021 2022 2023 2024 2025', 'Hệ số ICOR 4.80 4.90 5.30 6.40 6.40'])?.slice(7)).toEqual([
    ...['1,0 Hệ số ICOR', '1,7 4.80', '1,8 4.90', '1,9 5.30', '1,10 6.40', '1,11 6.40'],
  ]);
});

test('figures of which no head tells anything stand below none', () => {
  expect(read(['Ghi chú', '', '', 'Đông Hà   100,0   21,8   32,1', 'Vĩnh Linh   100,0   31,5   54,1'])?.[0]).toBe(
    '0,0 Ghi chú',
  );
  expect(read(['Tổng          Trong đó', 'Đông Hà   100,0   21,8   32,1', 'Vĩnh Linh    100,0   31,5   54,1'])).toEqual(
    [
      ...['0,0 Tổng Trong đó', '1,0 Đông Hà', '1,1 100,0', '1,2 21,8', '1,3 32,1'],
      ...['2,0 Vĩnh Linh', '2,1 100,0', '2,2 31,5', '2,3 54,1'],
    ],
  );
});

test.each<[name: string, lines: string[]]>([
  [
    'a letterhead',
    ['SỞ NỘI VỤ      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Số: 5/KH-SNV      Hà Nam, ngày 5 tháng 1 năm 2026'],
  ],
  [
    'running text',
    ['Năm 2025 đạt kết quả tốt.', 'Thu ngân sách đạt 1.250 tỷ đồng, tăng 5%.', 'Chi ngân sách đạt 950 tỷ đồng.'],
  ],
  ['a lead-in', ['Các chỉ tiêu cụ thể đến năm 2026 như sau:', 'Hộ nghèo   5,3   4,1', 'Nước sạch   90   95']],
  ['the end of a paper', ['Nơi nhận:                 TM. ỦY BAN NHÂN DÂN', '- Lưu: VT, 15.            KT. CHỦ TỊCH']],
])('no table: %s', (_name, lines) => {
  expect(read(lines)).toBeUndefined();
});

test('rows that run on, a year short or not: units apart from names where a head says so', () => {
  expect(
    read([
      'Chỉ tiêu ĐV tính 2021 2022 2023',
      'Tổng thu Tỷ đồng 4120.00 4218.00 4234.00',
      'Thu ngân sách Tỷ đồng 512.40 530.10',
      'Tỷ lệ hộ nghèo % 5.40 4.11',
      'Nợ Tỷ đồng 95.00 88.00',
    ]),
  ).toEqual([
    ...['0,0 Chỉ tiêu', '0,1 ĐV tính', '0,2 2021', '0,3 2022', '0,4 2023'],
    ...['1,0 Tổng thu', '1,1 Tỷ đồng', '1,2 4120.00', '1,3 4218.00', '1,4 4234.00'],
    // Beyond the heads: nobody can tell which year lacks its figure.
    ...['2,0 Thu ngân sách', '2,1 Tỷ đồng', '2,5 512.40', '2,6 530.10'],
    ...['3,0 Tỷ lệ hộ nghèo', '3,1 %', '3,5 5.40', '3,6 4.11'],
    ...['4,0 Nợ', '4,1 Tỷ đồng', '4,5 95.00', '4,6 88.00'],
  ]);
});
