import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { blocksOfText, readPlainText } from '../../../src/read/text/plain-text.ts';

const texts = (text: string): string[] => blocksOfText(loadKnowledge(), text).map((block) => block.text);
const grid = (text: string): string[] =>
  blocksOfText(loadKnowledge(), text)
    .filter(({ cell }) => cell !== undefined)
    .map(
      ({ cell, text: words }) =>
        `${cell?.row},${cell?.column}${(cell?.columnSpan ?? 1) > 1 ? `+${cell?.columnSpan}` : ''} ${words}`,
    );

/** As pages save: the first line of each paragraph breaks off early, the others at some 80 characters. */
const WRAPPED = `I. MỤC TIÊU
1. Mục tiêu chung
a) Nâng cao chất lượng phục vụ
người dân và doanh nghiệp, xây dựng nền hành chính chuyên nghiệp, công khai và
minh bạch trong giai đoạn 2021 -
2025, bảo đảm tiết kiệm.
b) Rút ngắn thời gian tiếp cận
điện năng so với năm
2020. Duy trì các kết quả đã đạt được của năm trước và của cả giai đoạn từ năm
2015, có so sánh với các tỉnh trong vùng.
2. Sở Nội vụ
Là cơ quan theo dõi chung việc
thực hiện kế hoạch này trên địa bàn tỉnh, định kỳ báo cáo Ủy ban nhân dân tỉnh
và Bộ Nội vụ.
3. Sở Khoa học và Công nghệ
Chủ trì áp dụng hệ thống quản lý
chất lượng tại các cơ quan hành chính nhà nước trên địa bàn tỉnh theo quy định
hiện hành.
II. CÔNG TÁC
CHỈ ĐẠO, ĐIỀU HÀNH
1. Xây dựng chính quyền số
+ 100% hệ thống thông tin của
các cơ quan từ cấp tỉnh đến cấp xã được kết nối vào mạng truyền số liệu chuyên
dùng của tỉnh;
- Hợp tác kinh tế - văn hóa
- xã hội với các tỉnh bạn[1];
đ) Về tài chính công: 80% đơn
vị sự nghiệp tự chủ.
[1] Theo Nghị quyết số
12/NQ-HĐND ngày 05/7/2021 của
Hội đồng nhân dân tỉnh.`;

test('wrapped lines become the paragraphs that were meant', () => {
  expect(texts(WRAPPED)).toEqual([
    'I. MỤC TIÊU',
    '1. Mục tiêu chung',
    'a) Nâng cao chất lượng phục vụ người dân và doanh nghiệp, xây dựng nền hành chính chuyên nghiệp, công khai và minh bạch trong giai đoạn 2021 - 2025, bảo đảm tiết kiệm.',
    'b) Rút ngắn thời gian tiếp cận điện năng so với năm 2020. Duy trì các kết quả đã đạt được của năm trước và của cả giai đoạn từ năm 2015, có so sánh với các tỉnh trong vùng.',
    '2. Sở Nội vụ',
    'Là cơ quan theo dõi chung việc thực hiện kế hoạch này trên địa bàn tỉnh, định kỳ báo cáo Ủy ban nhân dân tỉnh và Bộ Nội vụ.',
    '3. Sở Khoa học và Công nghệ',
    'Chủ trì áp dụng hệ thống quản lý chất lượng tại các cơ quan hành chính nhà nước trên địa bàn tỉnh theo quy định hiện hành.',
    'II. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH',
    '1. Xây dựng chính quyền số',
    '+ 100% hệ thống thông tin của các cơ quan từ cấp tỉnh đến cấp xã được kết nối vào mạng truyền số liệu chuyên dùng của tỉnh;',
    '- Hợp tác kinh tế - văn hóa - xã hội với các tỉnh bạn[1];',
    'đ) Về tài chính công: 80% đơn vị sự nghiệp tự chủ.',
    '[1] Theo Nghị quyết số 12/NQ-HĐND ngày 05/7/2021 của Hội đồng nhân dân tỉnh.',
  ]);
  expect(blocksOfText(loadKnowledge(), WRAPPED).at(-1)?.kind).toBe('footnote');
});

test('where every line is a paragraph, none are joined', () => {
  const lines = [
    'Sở đề ra các chỉ tiêu sau',
    '- Đạt 100% hồ sơ trực tuyến',
    '- Hài lòng tối thiểu 90%',
    'tiếp tục rà soát quy trình',
    'Thanh Mai',
  ];
  expect(texts(lines.join('\n'))).toEqual(lines);
});

describe('tables flattened with bars', () => {
  const head = ['STT', 'Nhiệm vụ', 'Sản phẩm', 'Chủ trì', 'Ghi chú'];
  const rows = [
    ['I. Chỉ đạo', '', '', '', ''],
    ['1', 'Xây dựng kế hoạch', 'Kế hoạch', 'Sở Nội vụ', ''],
    ['2', 'Kiểm tra công vụ', 'Báo cáo', 'Sở Nội vụ', 'Quý II'],
    ['II. Thể chế', '', ''],
    ['3', 'Rà soát văn bản', 'Văn bản', 'Sở Tư pháp', ''],
  ];
  const expected = [
    '0,0 STT',
    '0,1 Nhiệm vụ',
    '0,2 Sản phẩm',
    '0,3 Chủ trì',
    '0,4 Ghi chú',
    '1,0+5 I. Chỉ đạo',
    '2,0 1',
    '2,1 Xây dựng kế hoạch',
    '2,2 Kế hoạch',
    '2,3 Sở Nội vụ',
    '2,4 ',
    '3,0 2',
    '3,1 Kiểm tra công vụ',
    '3,2 Báo cáo',
    '3,3 Sở Nội vụ',
    '3,4 Quý II',
    '4,0+5 II. Thể chế',
    '5,0 3',
    '5,1 Rà soát văn bản',
    '5,2 Văn bản',
    '5,3 Sở Tư pháp',
    '5,4 ',
  ];
  test('a bar after each cell, rows unmarked, group rows cut short', () => {
    const flat = [head, ...rows]
      .flat()
      .map((cell) => `${cell === '' ? '' : `${cell}\n`}|`)
      .join('\n');
    const text = `PHỤ LỤC\nDANH MỤC NHIỆM VỤ\n${flat}\nHết.`;
    expect(grid(text)).toEqual(expected);
    expect(texts(text).filter((_, i, all) => i < 2 || i === all.length - 1)).toEqual([
      'PHỤ LỤC',
      'DANH MỤC NHIỆM VỤ',
      'Hết.',
    ]);
  });
  test('a bar at either end of each row', () => {
    const flat = [head, ...rows.map((row) => (row.length === 3 ? ['', row[0] ?? '', '', '', ''] : row))]
      .map((row) => `|\n${row.map((cell) => `${cell === '' ? '' : `${cell}\n`}|`).join('\n')}`)
      .join('\n');
    const cells = grid(`PHỤ LỤC\n\n${flat}`);
    expect(cells.slice(0, 16)).toEqual(expected.slice(0, 16));
    expect(cells.at(-1)).toBe('5,4 ');
    expect(cells).toContain('4,1 II. Thể chế');
  });
  test('group rows of a number and a title', () => {
    const flat = [
      ['TT', 'Việc', 'Chủ trì', 'Hạn'],
      ['I', 'CƠ CHẾ'],
      ['1', 'Rà soát', 'Sở Tài chính', '2026'],
      ['II', 'NHÂN LỰC'],
      ['1', 'Đào tạo', 'Sở Nội vụ', '2027'],
    ]
      .map((row) => `|\n${row.map((cell) => `${cell}\n|`).join('\n')}`)
      .join('\n');
    expect(grid(flat)).toEqual([
      '0,0 TT',
      '0,1 Việc',
      '0,2 Chủ trì',
      '0,3 Hạn',
      '1,0 I',
      '1,1+3 CƠ CHẾ',
      '2,0 1',
      '2,1 Rà soát',
      '2,2 Sở Tài chính',
      '2,3 2026',
      '3,0 II',
      '3,1+3 NHÂN LỰC',
      '4,0 1',
      '4,1 Đào tạo',
      '4,2 Sở Nội vụ',
      '4,3 2027',
    ]);
  });
});

test('a letterhead and a closing block become paragraphs, left before right', () => {
  const text = `ỦY BAN NHÂN\nDÂN\nTỈNH HÀ NAM\n-------\n|\nCỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n--------\n|\nSố: 12/KH-UBND\n|\nHà Nam, ngày 05\ntháng 5 năm 2021\n|\nKẾ HOẠCH\nCẢI CÁCH HÀNH CHÍNH\nCăn cứ chương trình công tác năm, Ủy ban\nnhân dân tỉnh ban hành kế hoạch cải cách\nhành chính nhà nước trên địa bàn tỉnh và\ngiao các sở thực hiện./.\nNơi nhận:\n- Bộ Nội vụ;\n- Lưu: VT.\n|\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nTrần Văn B\n|`;
  expect(texts(text)).toEqual([
    'ỦY BAN NHÂN DÂN',
    'TỈNH HÀ NAM',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'Số: 12/KH-UBND',
    'Hà Nam, ngày 05 tháng 5 năm 2021',
    'KẾ HOẠCH',
    'CẢI CÁCH HÀNH CHÍNH',
    'Căn cứ chương trình công tác năm, Ủy ban nhân dân tỉnh ban hành kế hoạch cải cách hành chính nhà nước trên địa bàn tỉnh và giao các sở thực hiện./.',
    'Nơi nhận:',
    '- Bộ Nội vụ;',
    '- Lưu: VT.',
    'KT. CHỦ TỊCH',
    'PHÓ CHỦ TỊCH',
    'Trần Văn B',
  ]);
});

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

test('the text is NFC, without invisible characters, and a form feed parts lines', () => {
  expect(texts('Kê\u0301 hoạch\u200b\u00a0 cải\u00adcách\fTrang sau')).toEqual(['Kế hoạch cảicách', 'Trang sau']);
  expect(readPlainText(loadKnowledge(), '').blocks).toEqual([]);
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

/** As programs write out the pages of a PDF. */
const PAGES = `   UBND TỈNH HÀ NAM              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      SỞ NỘI VỤ                     Độc lập - Tự do - Hạnh phúc

  Số: 15/KH-SNV                     Hà Nam, ngày 02 tháng 3 năm 2026

                              KẾ HOẠCH
       Căn cứ chương trình công tác năm, Sở xây dựng kế hoạch cải cách
hành chính của ngành và giao các phòng thực hiện, theo dõi, báo cáo kết quả
hằng quý về Văn phòng Sở
       1. Mục tiêu
       Nâng tỷ lệ hồ sơ trực tuyến, rút ngắn thời gian và công khai quy trình
giải quyết tại bộ phận một cửa, lấy sự hài lòng làm thước đo của Sở Nội vụ và
của các đơn vị trực thuộc.
       - Đạt trên 90% hồ sơ đúng hạn, 80% hồ sơ trực tuyến toàn trình trong năm
2026 và các năm sau;
       - Giảm thời gian đi lại của người dân xuống còn một nửa, kể cả với thủ
                                       2

tục của các huyện, thành phố có nhiều xã vùng sâu, vùng xa, miền núi và hải
đảo trong tỉnh.
       2. Tổ chức thực hiện
       Các phòng chủ động thực hiện, nếu vướng mắc thì báo cáo Giám đốc Sở
xem xét, quyết định./.

Nơi nhận:                                 KT. GIÁM ĐỐC
- Sở Nội vụ;                              PHÓ GIÁM ĐỐC
- Lưu: VT.
                                          Trần Văn C
`;
test('pages written out as text: two columns, indents, page numbers', () => {
  const blocks = blocksOfText(loadKnowledge(), PAGES);
  expect(blocks.map(({ text, furniture }) => (furniture === undefined ? text : `<${furniture}> ${text}`))).toEqual([
    'UBND TỈNH HÀ NAM',
    'SỞ NỘI VỤ',
    'Số: 15/KH-SNV',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'Hà Nam, ngày 02 tháng 3 năm 2026',
    'KẾ HOẠCH',
    'Căn cứ chương trình công tác năm, Sở xây dựng kế hoạch cải cách hành chính của ngành và giao các phòng thực hiện, theo dõi, báo cáo kết quả hằng quý về Văn phòng Sở',
    '1. Mục tiêu',
    'Nâng tỷ lệ hồ sơ trực tuyến, rút ngắn thời gian và công khai quy trình giải quyết tại bộ phận một cửa, lấy sự hài lòng làm thước đo của Sở Nội vụ và của các đơn vị trực thuộc.',
    '- Đạt trên 90% hồ sơ đúng hạn, 80% hồ sơ trực tuyến toàn trình trong năm 2026 và các năm sau;',
    '- Giảm thời gian đi lại của người dân xuống còn một nửa, kể cả với thủ tục của các huyện, thành phố có nhiều xã vùng sâu, vùng xa, miền núi và hải đảo trong tỉnh.',
    '<page-number> 2',
    '2. Tổ chức thực hiện',
    'Các phòng chủ động thực hiện, nếu vướng mắc thì báo cáo Giám đốc Sở xem xét, quyết định./.',
    'Nơi nhận:',
    '- Sở Nội vụ;',
    '- Lưu: VT.',
    'KT. GIÁM ĐỐC',
    'PHÓ GIÁM ĐỐC',
    'Trần Văn C',
  ]);
});

test('a paragraph goes on over the end of a page that has no number', () => {
  const lines = [
    'Sở Nội vụ chủ trì, phối hợp với các sở, ngành và ủy ban nhân dân các huyện của tỉnh',
    'và các xã rà soát, sắp xếp lại đội ngũ cán bộ, công chức, viên chức theo quy định,',
    'bảo đảm tinh gọn và hoạt động hiệu quả từ cấp tỉnh đến cấp xã trong năm kế hoạch và',
    '',
    '\fcác năm sau, báo cáo kết quả hằng năm về Văn phòng Ủy ban nhân dân tỉnh để theo',
    'dõi, đôn đốc.',
  ];
  expect(texts(lines.join('\n'))).toHaveLength(1);
});

test('a figure alone on its line is no page number where it does not count pages', () => {
  expect(
    blocksOfText(loadKnowledge(), 'Tổng số\n12\nTrong đó\n5').every(({ furniture }) => furniture === undefined),
  ).toBe(true);
});
