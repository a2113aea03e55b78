import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { rowsOf } from '../../../src/read/text/flat-rows.ts';

const grid = (cells: readonly string[], marked = false): string[] =>
  (rowsOf(loadKnowledge(), cells, marked) ?? []).map(
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

const lines = (text: string): string[] => text.split('|').map((cell) => cell.trim());

const MERGED: [what: string, cells: string, head: string[]][] = [
  [
    'one head over all years',
    'TT | Chỉ tiêu | Đơn vị | Giai đoạn 2026 - 2030 || 2026 | 2027 | 2028 || 1 | GRDP | % | 8 | 9 | 10 || 2 | Thu | tỷ đồng | 5,1 | 6,2 | 7,3',
    [
      '0,0+1 TT',
      '0,1+1 Chỉ tiêu',
      '0,2+1 Đơn vị',
      '0,3+3 Giai đoạn 2026 - 2030',
      '1,3+1 2026',
      '1,4+1 2027',
      '1,5+1 2028',
    ],
  ],
  [
    'the head that only names a year is the one that parts',
    'TT | Chỉ tiêu | ĐVT | Năm 2025 | Kế hoạch năm 2026 || Kế hoạch | Ước thực hiện || 1 | GRDP | % | 8,1 | 7,9 | 8,5 || 2 | Thu | tỷ đồng | 5,1 | 6,2 | 7,3',
    [
      '0,0+1 TT',
      '0,1+1 Chỉ tiêu',
      '0,2+1 ĐVT',
      '0,3+2 Năm 2025',
      '0,5+1 Kế hoạch năm 2026',
      '1,3+1 Kế hoạch',
      '1,4+1 Ước thực hiện',
    ],
  ],
  [
    'two heads over two columns each',
    'TT | Sản phẩm | Kế hoạch năm 2026 | Kế hoạch năm 2027 || Diện tích (ha) | Sản lượng (tấn) | Diện tích (ha) | Sản lượng (tấn) || 1 | Chè | 8,1 | 7,9 | 8,5 | 1,2 || 2 | Bưởi | 5,1 | 6,2 | 7,3 | 9,1',
    [
      '0,0+1 TT',
      '0,1+1 Sản phẩm',
      '0,2+2 Kế hoạch năm 2026',
      '0,4+2 Kế hoạch năm 2027',
      '1,2+1 Diện tích (ha)',
      '1,3+1 Sản lượng (tấn)',
      '1,4+1 Diện tích (ha)',
      '1,5+1 Sản lượng (tấn)',
    ],
  ],
  [
    'three rows of heads',
    'TT | Chỉ tiêu | ĐVT | Năm 2025 | Kế hoạch năm 2026 || Kế hoạch | Ước thực hiện | Toàn tỉnh | Trong đó || Xã A | Xã B || 1 | Chè | ha | 8,1 | 7,9 | 8,5 | 4 | 4,5 || 2 | Bưởi | ha | 5,1 | 6,2 | 7,3 | 4 | 3,3',
    [
      '0,0+1 TT',
      '0,1+1 Chỉ tiêu',
      '0,2+1 ĐVT',
      '0,3+2 Năm 2025',
      '0,5+3 Kế hoạch năm 2026',
      '1,3+1 Kế hoạch',
      '1,4+1 Ước thực hiện',
      '1,5+1 Toàn tỉnh',
      '1,6+2 Trong đó',
      '2,6+1 Xã A',
      '2,7+1 Xã B',
    ],
  ],
];
test.each(MERGED)('merged heads that were written once: %s', (_, cells, head) => {
  expect(grid(lines(cells)).slice(0, head.length)).toEqual(head);
});

test('where two heads could be the merged one, nothing is read', () => {
  const cells =
    'TT | Chỉ tiêu | ĐVT | Miền núi | Đồng bằng || Nam | Nữ || 1 | A | % | 8,1 | 7,9 | 8,5 || 2 | B | % | 5,1 | 6,2 | 7,3';
  expect(rowsOf(loadKnowledge(), lines(cells), false)).toBeUndefined();
});

test('rows that an empty cell parts keep apart, whatever is empty in them', () => {
  const cells =
    'TT | Chỉ tiêu | ĐVT | 2026 || I | Kinh tế | | || 1 | GRDP | % | 8 ||  | - Nông nghiệp | % | 3 || 2 | Thu | tỷ đồng | 5,1';
  expect(grid(lines(cells)).filter((cell) => /^\d,1/u.test(cell))).toEqual([
    '0,1+1 Chỉ tiêu',
    '1,1+1 Kinh tế',
    '2,1+1 GRDP',
    '3,1+1 - Nông nghiệp',
    '4,1+1 Thu',
  ]);
});

test('rows that an empty cell parts are not read two at a time', () => {
  const row = (name: string, unit: string): string[] => [name, unit, '40', '30', ''];
  const cells = ['Chỉ tiêu', 'Đơn vị', 'Năm 2026', 'Năm 2027', '', ...row('Trường đạt chuẩn', 'Trường')];
  const found = grid([...cells, ...row('Nước sạch', '%'), ...row('Hộ nghèo', '%'), ...row('Đô thị hóa', '%')], true);
  expect(found.filter((cell) => cell.includes(',0+'))).toHaveLength(5);
});

test('where nothing counts the rows, a small figure behind an empty cell counts none', () => {
  const cells = [
    'Chỉ tiêu',
    '2025',
    '2026',
    '2027',
    '',
    'Lượt khách',
    '392',
    '785',
    '53',
    '',
    'Xã đạt chuẩn',
    '',
    '72',
  ];
  const found = grid([...cells, '20', '', 'Thu ngân sách', '638', '', '882'], true);
  expect(found).toContain('2,2+1 72');
  expect(found).toContain('3,3+1 882');
});

test('a column that lacks its head: nothing is read', () => {
  const row = (n: string, name: string): string[] => ['', n, name, 'ha', '31', '42'];
  const heads = ['chỉ tiêu', 'Đơn vị tính', 'Thực hiện năm 2025', 'Kế hoạch năm 2026'];
  const cells = [...heads, ...row('1', 'Rừng'), ...row('2', 'Lúa'), ...row('3', 'Ngô')];
  expect(rowsOf(loadKnowledge(), cells, true)).toBeUndefined();
});
