import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { cellLinesAt } from '../../../src/read/text/cell-lines.ts';

const AFTER = ['II. TỔ CHỨC THỰC HIỆN', 'Sở Tài chính chủ trì theo dõi.'];
const read = (text: string): string[] | undefined => {
  const rows = text.split(' | ');
  const lines = [...rows, ...(rows.includes('') ? [''] : []), ...AFTER];
  const found = cellLinesAt(loadKnowledge(), lines, 0);
  if (found === undefined) return undefined;
  expect(found.lines).toBe(rows.length);
  return found.cells
    .filter(({ text: own }) => own !== '')
    .map(
      ({ row, column, columnSpan, text: own }) => `${row},${column}${columnSpan > 1 ? `+${columnSpan}` : ''} ${own}`,
    );
};

test('rows are found by what counts them, and by their width', () => {
  expect(
    read('TT | Chỉ tiêu | ĐVT | Năm 2026 | 1 | Đô thị hóa | % | 31 | 2 | Xã đạt chuẩn | xã | 3 | 3 | Rừng | ha | 900'),
  ).toEqual([
    ...['0,0 TT', '0,1 Chỉ tiêu', '0,2 ĐVT', '0,3 Năm 2026'],
    ...['1,0 1', '1,1 Đô thị hóa', '1,2 %', '1,3 31'],
    // The figure 3 is not what counts the next row.
    ...['2,0 2', '2,1 Xã đạt chuẩn', '2,2 xã', '2,3 3'],
    ...['3,0 3', '3,1 Rừng', '3,2 ha', '3,3 900'],
  ]);
});

test('a row that lost a cell gives no figure to any column', () => {
  const cells = read(
    'TT | Chỉ tiêu | ĐVT | 2026 | 2027 | 1 | Đô thị hóa | % | 31 | 32 | 2 | Hộ nghèo | % | 40 | 3 | Nước sạch | % | 50 | 51',
  );
  expect(cells?.filter((cell) => cell.startsWith('2,'))).toEqual(['2,0 2', '2,1 Hộ nghèo', '2,5 %; 40']);
  expect(cells?.filter((cell) => cell.startsWith('3,'))).toEqual([
    '3,0 3',
    '3,1 Nước sạch',
    '3,2 %',
    '3,3 50',
    '3,4 51',
  ]);
});

test('groups, products and merged heads', () => {
  const heads = 'TT | Chỉ tiêu | ĐVT | Giai đoạn 2026 - 2028 | 2026 | 2027 | 2028';
  const cells = read(
    `${heads} | I | Kinh tế | 1 | Thu | tỷ đồng | 5,1 | 5,3 | 5,9 | Chè | - Diện tích | ha | 90 | 91 | 92 | II | Xã hội | 1 | Hộ nghèo | % | 5 | 4 | 3`,
  );
  expect(cells).toEqual([
    ...['0,0 TT', '0,1 Chỉ tiêu', '0,2 ĐVT', '0,3+3 Giai đoạn 2026 - 2028', '1,3 2026', '1,4 2027', '1,5 2028'],
    ...['2,0 I', '2,1 Kinh tế', '3,0 1', '3,1 Thu', '3,2 tỷ đồng', '3,3 5,1', '3,4 5,3', '3,5 5,9'],
    ...['4,1 Chè', '5,1 - Diện tích', '5,2 ha', '5,3 90', '5,4 91', '5,5 92'],
    ...['6,0 II', '6,1 Xã hội', '7,0 1', '7,1 Hộ nghèo', '7,2 %', '7,3 5', '7,4 4', '7,5 3'],
  ]);
});

test('a row that lost cells is read where the rest fits the columns in one way', () => {
  const heads = 'STT | Chỉ tiêu | Đơn vị | Kế hoạch 2026 | Phấn đấu 2026 | Theo dõi';
  const row = (n: number): string =>
    `${n} | Lao động qua đào tạo nghề các cấp ${n} | % | Khoảng 6${n} | Trên 6${n} | Bộ Y tế`;
  const cells = read(`${heads} | ${row(1)} | - Trong đó: Có chứng chỉ | % | 24-25 | Khoảng 25 | ${row(2)} | ${row(3)}`);
  expect(cells?.filter((cell) => cell.startsWith('2,'))).toEqual([
    ...['2,1 - Trong đó: Có chứng chỉ', '2,2 %', '2,3 24-25', '2,4 Khoảng 25'],
  ]);
  expect(cells?.filter((cell) => cell.startsWith('4,'))).toHaveLength(6);
});

const spaced = (text: string): string => text.replaceAll(' | ', ' |  | ');
const EMPTY = ' |  | \u00a0 |  | ';

test('cells parted by empty lines: white space alone is an empty cell, in heads and groups too', () => {
  const rows = `${spaced('1 | Hà Nội | 8,0 | 2 | Bắc Ninh | 9,5')} |  | II |  | Trung du${EMPTY}${spaced('3 | Hà Giang | 8,0')}`;
  expect(read(`TT${EMPTY}Tăng trưởng 2025 (%) |  | I |  | Đồng bằng${EMPTY}${rows}`)).toEqual([
    ...['0,0 TT', '0,2 Tăng trưởng 2025 (%)', '1,0 I', '1,1 Đồng bằng'],
    ...['2,0 1', '2,1 Hà Nội', '2,2 8,0', '3,0 2', '3,1 Bắc Ninh', '3,2 9,5'],
    ...['4,0 II', '4,1 Trung du', '5,0 3', '5,1 Hà Giang', '5,2 8,0'],
  ]);
});

test('rows that begin with numbered words, heads of two languages, and a figure that says more in brackets', () => {
  const heads = 'Tên chỉ tiêu - Name |  | Thực hiện | Implemented 2024 |  | Mục tiêu 2025 | Target';
  const rows = `1. Số bác sỹ |  | 9.06 |  | 10 (tăng 2%) |  | 2. Xã có bác sỹ |  | >90${EMPTY}3. Tiêm chủng |  | 94.3 |  | >95`;
  expect(read(`${heads} |  | ${rows}`)?.slice(1)).toEqual([
    ...['0,1 Thực hiện\nImplemented 2024', '0,2 Mục tiêu 2025\nTarget'],
    ...['1,0 1. Số bác sỹ', '1,1 9.06', '1,2 10 (tăng 2%)', '2,0 2. Xã có bác sỹ', '2,1 >90'],
    ...['3,0 3. Tiêm chủng', '3,1 94.3', '3,2 >95'],
  ]);
});

test('a corner with two names is one head; what lost a figure is read in no column', () => {
  const rows = 'Bệnh viện | 26 | 23 | Giường bệnh | 7.343 | 7.323 | 7.940 | Bác sĩ | 1.487 | 1.479 | 1511';
  expect(read(`NĂM | CHỈ TIÊU | 2024 | 2025 | 2026 | ${rows}`)).toEqual([
    ...['0,0 NĂM\nCHỈ TIÊU', '0,1 2024', '0,2 2025', '0,3 2026', '1,0 Bệnh viện', '1,4 26; 23'],
    ...['2,0 Giường bệnh', '2,1 7.343', '2,2 7.323', '2,3 7.940', '3,0 Bác sĩ', '3,1 1.487', '3,2 1.479', '3,3 1511'],
  ]);
});

test('nothing stands in the corner over the words', () => {
  expect(read('2024 | 2025 | Tổng số | 6,18 | 5,32 | Phân theo quý | Quý I | 7,49 | 3,14')).toEqual([
    ...['0,1 2024', '0,2 2025', '1,0 Tổng số', '1,1 6,18', '1,2 5,32', '2,0 Phân theo quý'],
    ...['3,0 Quý I', '3,1 7,49', '3,2 3,14'],
  ]);
});

test('the heads of a table of years stand again, with a word for its corner', () => {
  const rows = 'Thu | 61 | 53 | Danh sách | 2024 | 2025 | Chi | 74 | 31';
  expect(read(`2024 | 2025 | ${rows}`)?.slice(2)).toEqual([
    ...['1,0 Thu', '1,1 61', '1,2 53', '2,0 Chi', '2,1 74', '2,2 31'],
  ]);
});

test('a row above the first that is counted; heads are parted over figures, not over names', () => {
  const rows = 'Toàn vùng | 91,2 | 93,5 | 1 | Xã Một | 90,1 | 92,5 | 2 | Xã Hai | 88 | 91';
  expect(read(`TT | Xã, phường | Độ bao phủ | Năm 2026 | Năm 2027 | ${rows}`)).toEqual([
    ...['0,0 TT', '0,1 Xã, phường', '0,2+2 Độ bao phủ', '1,2 Năm 2026', '1,3 Năm 2027'],
    ...['2,1 Toàn vùng', '2,2 91,2', '2,3 93,5', '3,0 1', '3,1 Xã Một', '3,2 90,1', '3,3 92,5'],
    ...['4,0 2', '4,1 Xã Hai', '4,2 88', '4,3 91'],
  ]);
});

test('a table of which the beginning is not there goes on with its count', () => {
  expect(
    read('TT | Tỉnh | Tăng trưởng 2025 | II | Miền núi | 18 | Sơn La | 8,0 | 19 | Lào Cai | 8,5')?.slice(3),
  ).toEqual([...['1,0 II', '1,1 Miền núi', '2,0 18', '2,1 Sơn La', '2,2 8,0', '3,0 19', '3,1 Lào Cai', '3,2 8,5']]);
});

test('a row that lost its unit does not take the number of the next, though a row between is missing', () => {
  const rows = ['TT | Chỉ tiêu | ĐVT | Năm 2025 | Năm 2026', '1 | Số trạm y tế | trạm | 140 | 141'];
  const more = ['2 | Số giường bệnh | giường | 900 | 950', '3 | Tỷ suất sinh thô | 15 | 14,8', '5 | Mức sinh thay thế'];
  expect(read([...rows, ...more, ' con | 2,1 | 2,1'].join(' | '))?.slice(15)).toEqual([
    ...['3,0 3', '3,1 Tỷ suất sinh thô', '3,3 15', '3,4 14,8'],
    ...['4,0 5', '4,1 Mức sinh thay thế', '4,2 con', '4,3 2,1', '4,4 2,1'],
  ]);
});

test('rows that nothing counts begin with words', () => {
  expect(
    read('Chỉ tiêu | Năm 2026 | Năm 2027 | Thu nội địa | 1.200 | 1.300 | Chi đầu tư | ≥ 900 | 950')?.slice(3),
  ).toEqual([...['1,0 Thu nội địa', '1,1 1.200', '1,2 1.300'], ...['2,0 Chi đầu tư', '2,1 ≥ 900', '2,2 950']]);
});

test.each([
  [
    'running text after a word that heads columns',
    'Nội dung | Năm 2026 | Các sở, ngành thực hiện nghiêm túc. | Báo cáo kết quả.',
  ],
  [
    'words that no number follows',
    'TT | Nhiệm vụ | Chủ trì | 1 | Rà soát | Sở Nội vụ | Sở Y tế | Sở Tài chính phối hợp',
  ],
  ['a numbered list', '1 | Mở rộng dịch vụ công | 2 | Đào tạo cán bộ'],
])('no table of figures: %s', (_, text) => {
  expect(read(text)).toBeUndefined();
});

test('years beside "Năm" head cells that state their figures in words', () => {
  expect(
    read(
      'Năm | 2026 | 2030 | Nuôi trồng | Thả nuôi 1.200 ha mặt nước, 350 lồng bè; | Sản lượng tăng 4%/năm | Thả nuôi 1.500 ha mặt nước; Sản lượng tăng 5%/năm | Giá trị sản xuất | 207 tỷ đồng | 372 tỷ đồng',
    ),
  ).toEqual([
    ...['0,0 Năm', '0,1 2026', '0,2 2030'],
    ...['1,0 Nuôi trồng', '1,1 Thả nuôi 1.200 ha mặt nước, 350 lồng bè;\nSản lượng tăng 4%/năm'],
    '1,2 Thả nuôi 1.500 ha mặt nước; Sản lượng tăng 5%/năm',
    ...['2,0 Giá trị sản xuất', '2,1 207 tỷ đồng', '2,2 372 tỷ đồng'],
  ]);
});

test('tasks without a figure: the next number tells the width', () => {
  expect(read('TT | Nhiệm vụ | Chủ trì | 1 | Rà soát | Sở Nội vụ | 2 | Đào tạo | Sở Y tế')?.slice(3)).toEqual([
    ...['1,0 1', '1,1 Rà soát', '1,2 Sở Nội vụ'],
    ...['2,0 2', '2,1 Đào tạo', '2,2 Sở Y tế'],
  ]);
});

test('a row that counts the columns by letters is none', () => {
  const cells = read(
    'TT | Chỉ tiêu | ĐVT | 2026 | 2027 | A | B | C | 1 | 2 | 1 | Lúa | ha | 5 | 6 | 2 | Ngô | ha | 7 | 8',
  );
  expect(cells?.slice(5, 10)).toEqual(['1,0 1', '1,1 Lúa', '1,2 ha', '1,3 5', '1,4 6']);
});

test('heads that are broken over lines', () => {
  const heads = 'Số | TT | Tên | chỉ tiêu | Đơn vị | tính | Kế hoạch | năm 2026';
  expect(read(`${heads} | 1 | Lúa | ha | 5 | 2 | Ngô | ha | 7`)?.slice(0, 4)).toEqual([
    ...['0,0 Số\nTT', '0,1 Tên\nchỉ tiêu', '0,2 Đơn vị\ntính', '0,3 Kế hoạch\nnăm 2026'],
  ]);
});

test('years down', () => {
  expect(read('Năm | Số hộ | Số trường | 2025 | 40 | 5 | 2026 | 45 | 6')?.slice(0, 6)).toEqual([
    ...['0,0 Năm', '0,1 Số hộ', '0,2 Số trường', '1,0 2025', '1,1 40', '1,2 5'],
  ]);
});

test('a whole without a number that lost its unit', () => {
  const cells = read(
    'TT | Loại đất | Mã | Năm 2025 | Năm 2030 | Tổng diện tích | 900 | 900 | 1 | Đất lúa | LUA | 50 | 45 | 2 | Đất ở | ODT | 8 | 9',
  );
  expect(cells?.slice(5, 8)).toEqual(['1,1 Tổng diện tích', '1,3 900', '1,4 900']);
});

/** Heads, and rows of them: "Trồng rừng | ha | 300 | 250 | 410". */
const below = (heads: string, ...rows: string[]): string[] | undefined =>
  read([heads, ...rows.map((row, i) => `${i + 1} | ${row}`)].join(' | '))
    ?.filter((cell) => /^[01],/u.test(cell))
    .filter((cell) => !/TT|Chỉ tiêu$|ĐVT/u.test(cell));
const THREE = ['Trồng rừng | ha | 300 | 250 | 410', 'Trồng chè | ha | 30 | 25 | 41', 'Bể nước | bể | 5 | 8 | 12'];
const WITH_SUM = [
  'Trồng rừng | ha | 960 | 300 | 250 | 410',
  'Trồng chè | ha | 96 | 30 | 25 | 41',
  'Bể | bể | 25 | 5 | 8 | 12',
];
const PARTED: [what: string, heads: string, rows: string[], found: string[]][] = [
  [
    'regions',
    'TT | Chỉ tiêu | ĐVT | Mục tiêu theo vùng | Tây Nguyên | Đông Nam Bộ | Vùng khác',
    THREE,
    ['0,3+3 Mục tiêu theo vùng', '1,3 Tây Nguyên', '1,4 Đông Nam Bộ', '1,5 Vùng khác'],
  ],
  [
    'districts without a unit',
    'TT | Chỉ tiêu | Chia theo huyện (ha) | Hạ Hòa | Yên Lập | Thanh Sơn',
    THREE.map((row) => row.replace(/ \| (?:ha|bể)/u, '')),
    ['0,2+3 Chia theo huyện (ha)', '1,2 Hạ Hòa', '1,3 Yên Lập', '1,4 Thanh Sơn'],
  ],
  [
    'districts that say themselves what they are',
    'TT | Chỉ tiêu | ĐVT | Kế hoạch 2026 | Huyện Hạ Hòa | Huyện Yên Lập | Huyện Tam Nông',
    THREE,
    ['0,3+3 Kế hoạch 2026', '1,3 Huyện Hạ Hòa', '1,4 Huyện Yên Lập', '1,5 Huyện Tam Nông'],
  ],
  [
    'years',
    'TT | Chỉ tiêu | ĐVT | Lộ trình | Năm 2026 | Năm 2027 | Năm 2028',
    THREE,
    ['0,3+3 Lộ trình', '1,3 Năm 2026', '1,4 Năm 2027', '1,5 Năm 2028'],
  ],
  [
    'levels',
    'TT | Chỉ tiêu | ĐVT | Yêu cầu | Mức 1 | Mức 2 | Mức 3',
    THREE,
    ['0,3+3 Yêu cầu', '1,3 Mức 1', '1,4 Mức 2', '1,5 Mức 3'],
  ],
  [
    'the whole before its parts, as its figures show',
    'TT | Chỉ tiêu | ĐVT | Kế hoạch theo huyện | Toàn tỉnh | Hạ Hòa | Yên Lập | Thanh Sơn',
    WITH_SUM,
    ['0,3+4 Kế hoạch theo huyện', '1,3 Toàn tỉnh', '1,4 Hạ Hòa', '1,5 Yên Lập', '1,6 Thanh Sơn'],
  ],
  [
    'the whole behind its parts, though its head is written before theirs',
    'TT | Chỉ tiêu | ĐVT | Kế hoạch theo huyện | Toàn tỉnh | Hạ Hòa | Yên Lập | Thanh Sơn',
    WITH_SUM.map((row) => row.replace(/\| (\d+) \| (.*)$/u, '| $2 | $1')),
    ['0,3+3 Kế hoạch theo huyện', '0,6 Toàn tỉnh', '1,3 Hạ Hòa', '1,4 Yên Lập', '1,5 Thanh Sơn'],
  ],
  [
    'the whole, of which the head above speaks',
    'TT | Chỉ tiêu | ĐVT | Mức chung và theo vùng | Chung | Vùng cao | Vùng thấp',
    THREE.map((row) => row.replaceAll(/(?= \d)/gu, ' ≥')),
    ['0,3+3 Mức chung và theo vùng', '1,3 Chung', '1,4 Vùng cao', '1,5 Vùng thấp'],
  ],
];
test.each(PARTED)('heads below one that is written once: %s', (_, heads, rows, found) =>
  expect(below(heads, ...rows)).toEqual(found),
);

test('groups of rows below heads that are parted', () => {
  const [wood, tea, tanks] = THREE;
  const heads = 'TT | Chỉ tiêu | ĐVT | Kế hoạch theo xã | Tân An | Phú Mỹ | Y Can';
  const cells = read(`${heads} | I | Kinh tế | 1 | ${wood} | 2 | ${tea} | II | Xã hội | 1 | ${tanks}`);
  expect(cells?.slice(3, 9)).toEqual([
    ...['0,3+3 Kế hoạch theo xã', '1,3 Tân An', '1,4 Phú Mỹ', '1,5 Y Can', '2,0 I', '2,1 Kinh tế'],
  ]);
  expect(cells?.slice(-5)).toEqual(['6,1 Bể nước', '6,2 bể', '6,3 5', '6,4 8', '6,5 12']);
});

test.each([
  [
    'more names than columns',
    'TT | Chỉ tiêu | ĐVT | Kế hoạch theo huyện | Hạ Hòa | Yên Lập | Thanh Sơn | Lâm Thao',
    THREE,
  ],
  ['nothing says which head is parted', 'TT | Chỉ tiêu | ĐVT | Nơi làm | Miền núi | Ven sông | Ven biển', THREE],
  [
    'nothing says where the whole stands',
    'TT | Chỉ tiêu | ĐVT | Kế hoạch theo huyện | Toàn tỉnh | Hạ Hòa | Yên Lập',
    ['Nước sạch | % | 50 | 60 | 55', 'Rác thu gom | % | 70 | 80 | 75', 'Hộ có điện | % | 98 | 99 | 98'],
  ],
])('heads of which nobody can tell how they lie stand in one cell: %s', (_, heads, rows) => {
  const cells = below(heads, ...rows);
  expect(cells?.filter((cell) => cell.startsWith('0,'))).toEqual([]);
  expect(cells?.at(0)).toBe('1,0 1');
});
