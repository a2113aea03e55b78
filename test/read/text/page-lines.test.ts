import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { columnsAt, markPageNumbers, PAGE_NUMBER } from '../../../src/read/text/page-lines.ts';
import { blocksOfText } from '../../../src/read/text/plain-text.ts';

const texts = (text: string): string[] => blocksOfText(loadKnowledge(), text).map((block) => block.text);

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
test('numbers that grow from page to page are marked', () => {
  const page = Array.from({ length: 12 }, (_, i) => `Dòng ${i}`);
  const marked = markPageNumbers([...page, 'Trang 1', ...page, '- 2 -', ...page, '3/5']);
  expect(marked.filter((line) => line.startsWith(PAGE_NUMBER))).toEqual(
    ['Trang 1', '- 2 -', '3/5'].map((line) => `${PAGE_NUMBER}${line}`),
  );
  expect(markPageNumbers([...page, '4', '5', '6'])).toEqual([...page, '4', '5', '6']);
});

test.each<[lines: string[], left: string[] | undefined]>([
  [
    ['SỞ NỘI VỤ      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Số: 5      Hà Nam', '', 'KẾ HOẠCH'],
    ['SỞ NỘI VỤ', 'Số: 5'],
  ],
  [
    ['Nơi nhận:      GIÁM ĐỐC', '- Lưu: VT.      Trần Văn C', 'PHỤ LỤC'],
    ['Nơi nhận:', '- Lưu: VT.'],
  ],
  [['SỞ NỘI VỤ      Cộng hòa xã hội', 'Số: 5      Hà Nam'], undefined],
  [['Nội dung      Mức', 'Hồ sơ      90%'], undefined],
])('two columns of %j', (lines, left) => expect(columnsAt(loadKnowledge(), lines, 0)?.left).toEqual(left));

test('a number between two bars is a cell, though the next page-long row counts on', () => {
  const row = (n: number): string[] => [
    '|',
    String(n),
    '|',
    ...Array.from({ length: 14 }, () => 'thực hiện nhiệm vụ'),
    '|',
  ];
  const lines = [...row(1), ...row(2), ...row(3)];
  expect(markPageNumbers(lines)).toEqual(lines);
  const pages = lines.map((line) => (line === '|' ? '' : line));
  expect(markPageNumbers(pages).filter((line) => line.startsWith(PAGE_NUMBER))).toHaveLength(3);
});

test('what counts rows whose cells stand between empty lines numbers no pages', () => {
  const row = (n: number): string[] =>
    [String(n), 'Tỷ lệ che phủ rừng', '%', '42', '43', '44', 'Sở A'].flatMap((cell) => [cell, '']);
  const lines = [...row(1), ...row(2), ...row(3)];
  expect(markPageNumbers(lines)).toEqual(lines);
});

test('a tab behind the sign of an item parts no columns', () => {
  expect(columnsAt(loadKnowledge(), ['Nơi nhận:', '-\tBộ Nội vụ;', '-\tCác sở;', 'CHỦ TỊCH'], 0)).toBeUndefined();
  expect(columnsAt(loadKnowledge(), ['Nơi nhận:\tCHỦ TỊCH', '- Bộ Nội vụ;'], 0)?.right).toEqual(['CHỦ TỊCH']);
});
