import { expect, test } from 'vitest';
import { otherwise, WAYS } from './ways.ts';

const PLAN = {
  head: ['Số: 12/KH-UBND', 'KẾ HOẠCH'],
  body: [
    'I. MỤC TIÊU',
    '1. Mục tiêu cụ thể',
    'a) Đến năm 2025, tối thiểu 95% hồ sơ thủ tục hành chính “đúng hạn”; hằng năm giảm 2 - 3% so với giai đoạn 2021 - 2024.',
    '- Ủy ban nhân dân tỉnh chi 2,5 tỷ đồng trước ngày 30/6/2025 cho 03 huyện, UBND huyện hoàn thành trong hằng quý.',
    '+ Tỷ lệ hài lòng đạt ít nhất 90%, được bảo đảm và báo cáo hằng tháng.',
    '- Trồng 1.200 ha rừng trong giai đoạn 2021 - 2024; hoàn thành trong quý III/2024, báo cáo Ủy ban nhân dân tỉnh trước ngày 15 tháng 10 năm 2024.',
    'II. NHIỆM VỤ',
    '1. Sở Nội vụ',
  ],
};
const LONG = {
  head: PLAN.head,
  body: [
    'Thời gian qua, việc giải quyết hồ sơ ở nhiều nơi còn chậm, người dân phải đi lại nhiều lần mới xong, có nơi để hồ sơ quá hạn mà không một lời xin lỗi.',
    '- Các đơn vị rà soát toàn bộ hồ sơ, công khai kết quả trên trang tin của mình, gửi thư xin lỗi đến người dân và bố trí người làm thay khi có việc phải đi xa.',
    '- Các phòng nghiêm túc thực hiện những việc trên và báo cáo hằng tháng về tiến độ, khó khăn cùng những đề xuất của mình để cùng nhau tháo gỡ cho kịp.',
  ],
};

/** What each way makes of a plan, where it is drawn with 0. */
const MADE: Readonly<Record<string, string>> = {
  'decomposed letters': 'So\u031b\u0309',
  'the other placement of tones': 'Uỷ ban',
  'Windows line ends': '\r\n',
  'wide and no-break spaces': '\u00a0',
  'double spaces': '  ',
  'empty lines between paragraphs': 'MỤC TIÊU\n\n1.',
  'soft line breaks': 'thiểu\n95%',
  'other bullets': '\n• Ủy ban',
  'other dashes': '2–3%',
  'letters with another mark': '\na. Đến',
  'Roman numbers with another mark': 'I/ MỤC TIÊU',
  'dots in thousands': '1200 ha',
  'a dot for the decimal comma': '2.5 tỷ',
  'ranges of shares in words': '2% - 3%',
  'quarters and months written otherwise': 'tháng 10/2024',
  'periods written otherwise': 'từ năm 2021 đến năm 2024',
  'names with other capitals': 'Ủy ban Nhân dân',
  'a page break in a sentence': '\n\f',
  'a stray line break': 'báo\ncáo',
  'numbers with another mark': '\n1) Mục',
  'parts for Roman numbers': 'Phần thứ nhất\nMỤC TIÊU',
  'space before the percent sign': '95 %',
  'headings in capitals': '1. SỞ NỘI VỤ',
  'an HTML page': '<p>I. MỤC TIÊU</p>',
  'Markdown headings': '\n# I. MỤC TIÊU',
  'Markdown bold': '**I. MỤC TIÊU**',
  'Markdown bold over a soft break': '**1. Sở\nNội vụ**',
  'short names': 'TTHC',
  'full names': 'Ủy ban nhân dân huyện',
  '"tối thiểu" and "ít nhất"': 'ít nhất 95%',
  '"hằng năm" and "hàng năm"': 'hàng năm',
  '"hằng quý" and "hàng quý"': 'hàng quý',
  '"hằng tháng" and "hàng tháng"': 'hàng tháng',
  '"tỷ lệ" and "tỉ lệ"': 'Tỉ lệ',
  '"tỷ đồng" and "tỉ đồng"': 'tỉ đồng',
  '"bảo đảm" and "đảm bảo"': 'đảm bảo',
  'full-width digits': '９５%',
  'letters that look alike': '\u00d0ến',
  'invisible signs': '\u200b',
  'straight quotation marks': '"đúng hạn"',
  'no space behind labels': '-Ủy ban',
  'a colon behind headings': 'MỤC TIÊU:',
  'dates written otherwise': '30/06/2025',
  'small numbers with and without a zero': 'cho 3 huyện',
  'percent in words': '95 phần trăm',
  'signs of comparison': '≥ 90%',
  'tabs for indentation': '\tI. MỤC TIÊU',
};

test.each(Object.entries(MADE))('%s', (way, piece) => {
  expect(otherwise(PLAN, [])).not.toContain(piece);
  expect(otherwise(PLAN, [{ way, draw: 0 }])).toContain(piece);
});

test('wrapped lines are no longer than the width; words broken at their ends have a hyphen', () => {
  const widths = otherwise(LONG, [{ way: 'wrapped lines', draw: 10 }])
    .split('\n')
    .map((line) => line.length);
  expect(Math.max(...widths)).toBeLessThanOrEqual(60);
  expect(otherwise(LONG, [{ way: 'words broken at line ends', draw: 9 }])).toMatch(/\p{Ll}-\n\p{Ll}/u);
  const known = [...Object.keys(MADE), 'wrapped lines', 'words broken at line ends'];
  expect(known.sort()).toEqual(Object.keys(WAYS).sort());
});

test('words change before lines are broken, and lines before a page is made of them', () => {
  const ways = ['an HTML page', 'wrapped lines', 'short names'].map((way) => ({ way, draw: 0 }));
  expect(otherwise(LONG, ways)).toBe(otherwise(LONG, [...ways].reverse()));
});
