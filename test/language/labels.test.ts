import { expect, test } from 'vitest';
import { labelOfLine, readLabel, romanValue } from '../../src/language/labels.ts';

const CASES: [text: string, kind: string | null, components?: string, rest?: string][] = [
  ['I. MỤC TIÊU', 'roman', 'I', 'MỤC TIÊU'],
  ['XIV/ Tổ chức', 'roman', 'XIV', 'Tổ chức'],
  ['1. Mục tiêu chung', 'decimal', '1', 'Mục tiêu chung'],
  ['2.1. Đến năm 2030', 'decimal', '2.1', 'Đến năm 2030'],
  ['11.10 Tỷ lệ xử lý', 'decimal', '11.10', 'Tỷ lệ xử lý'],
  ['3) Nội dung', 'decimal', '3', 'Nội dung'],
  // Digits and marks of another width.
  ['１. Nội dung', 'decimal', '1', 'Nội dung'],
  ['２．１． Nội dung', 'decimal', '2.1', 'Nội dung'],
  ['(３) Nội dung', 'parenthesised', '3', 'Nội dung'],
  ['I． MỤC TIÊU', 'roman', 'I', 'MỤC TIÊU'],
  ['a) Về thể chế', 'letter', 'a', 'Về thể chế'],
  ['đ) Về tài chính', 'letter', 'đ', 'Về tài chính'],
  ['b.1) Nội dung', 'letter', 'b.1', 'Nội dung'],
  ['A. PHẦN CHUNG', 'letter-capital', 'A', 'PHẦN CHUNG'],
  ['(1) Rà soát', 'parenthesised', '1', 'Rà soát'],
  ['- Một bullet', 'dash', '-', 'Một bullet'],
  ['‐ Một bullet', 'dash', '-', 'Một bullet'],
  ['– Gạch dài', 'dash', '-', 'Gạch dài'],
  ['+ Cộng', 'plus', '+', 'Cộng'],
  ['• Chấm', 'star', '*', 'Chấm'],
  ['➢ Mũi tên', 'star', '*', 'Mũi tên'],
  ['✓ Dấu kiểm', 'star', '*', 'Dấu kiểm'],
  ['❖ Hoa thị', 'star', '*', 'Hoa thị'],
  ['o Đến năm 2030', 'star', '*', 'Đến năm 2030'],
  // Word's bullets in the fonts Symbol and Wingdings.
  ['\uf0b7 Chấm', 'star', '*', 'Chấm'],
  ['\uf0a7 Ô vuông', 'star', '*', 'Ô vuông'],
  ['\uf02d Gạch', 'dash', '-', 'Gạch'],
  ['\uf02b Cộng', 'plus', '+', 'Cộng'],
  ['\uf0b3 90% hồ sơ', null],
  ['▸ Mũi tên nhỏ', 'star', '*', 'Mũi tên nhỏ'],
  ['a/ Về thể chế', 'letter', 'a', 'Về thể chế'],
  ['đ/Về tài chính', 'letter', 'đ', 'Về tài chính'],
  ['PHỤ LỤC', 'appendix', 'PHỤ LỤC', ''],
  ['PHỤ LỤC 2', 'appendix', 'PHỤ LỤC 2', ''],
  ['Phụ lục II. Danh mục', 'appendix', 'PHỤ LỤC II', 'Danh mục'],
  ['Phần thứ nhất', 'part', 'I', ''],
  ['PHẦN MỘT', 'part', 'I', ''],
  ['Chương II', 'chapter', 'II', ''],
  ['Điều 3. Hiệu lực', 'article', '3', 'Hiệu lực'],
  ['Điều 14 : Định mức', 'article', '14', 'Định mức'],
  ['Chương II : Kinh phí', 'chapter', 'II', 'Kinh phí'],
  ['1.5.Tài nguyên', 'decimal', '1.5', 'Tài nguyên'],
  ['1. 500 hộ', 'decimal', '1', '500 hộ'],
  ['II.3. Kinh tế', 'decimal', '3', 'Kinh tế'],
  // must stay silent
  ['100% hồ sơ được số hóa', null],
  ['1.500 hộ được vay vốn', null],
  ['30/6 hằng năm', null],
  ['(028) 3930 3279', null],
  ['-4,13%', null],
  ['[1] Nghị quyết', null],
  ['2021 - 2025', null],
  ['Phụ lục kèm theo Kế hoạch này', null],
  ['Điều 3 Nghị định này', null],
  ['mục 2 phần này', null],
  ['Sở Nội vụ', null],
  ['5G phủ sóng', null],
  ['đ/c Chủ tịch phụ trách', null],
  ['o tròn', null],
];

test.each(CASES)('label: %s', (text, kind, components, rest) => {
  const label = readLabel(text);
  expect(label?.kind ?? null).toBe(kind);
  if (label === undefined || components === undefined) return;
  expect(label.components.join('.')).toBe(components);
  expect(text.slice(label.length)).toBe(rest);
});

test('Roman numerals up to 99, and nothing that only looks like one', () => {
  expect(['I', 'IV', 'IX', 'XIV', 'XL', 'XCIX'].map(romanValue)).toEqual([1, 4, 9, 14, 40, 99]);
  expect(['', 'IIII', 'VX', 'A', 'ICI'].map(romanValue)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

const LINES: [line: string, kind: string | null, text?: string, rest?: string][] = [
  ['I. MỤC TIÊU', 'roman', 'I.', 'MỤC TIÊU'],
  ['VIII. Tuyên truyền', 'roman', 'VIII.', 'Tuyên truyền'],
  ['A. Phần chung', 'roman', 'A.', 'Phần chung'],
  ['1. Mục tiêu chung', 'number', '1.', 'Mục tiêu chung'],
  ['12/ Sở Y tế', 'number', '12/', 'Sở Y tế'],
  ['(3) Nguồn lực', 'number', '(3)', 'Nguồn lực'],
  ['1.1. Kinh tế số', 'compound', '1.1.', 'Kinh tế số'],
  ['3.1.2 Thương mại', 'compound', '3.1.2', 'Thương mại'],
  ['a) Về thể chế', 'letter', 'a)', 'Về thể chế'],
  ['đ) Tài chính công', 'letter', 'đ)', 'Tài chính công'],
  ['b1) Nhóm thứ nhất', 'letter', 'b1)', 'Nhóm thứ nhất'],
  ['- 100% hồ sơ', 'bullet', '-', '100% hồ sơ'],
  ['+ Cắt giảm', 'bullet', '+', 'Cắt giảm'],
  ['• Đến năm 2030', 'bullet', '•', 'Đến năm 2030'],
  ['✓ Đến năm 2030', 'bullet', '✓', 'Đến năm 2030'],
  ['o Đến năm 2030', 'bullet', 'o', 'Đến năm 2030'],
  ['a/ Về thể chế', 'letter', 'a/', 'Về thể chế'],
  ['[2] Nghị quyết', 'note', '[2]', 'Nghị quyết'],
  ['Điều 5. Hiệu lực', 'article', 'Điều 5.', 'Hiệu lực'],
  ['Phần I', 'part', 'Phần I', ''],
  ['CHƯƠNG II. TỔ CHỨC', 'part', 'CHƯƠNG II.', 'TỔ CHỨC'],
  ['PHỤ LỤC', 'appendix', 'PHỤ LỤC', ''],
  ['Phụ lục 2: Danh mục', 'appendix', 'Phụ lục 2:', 'Danh mục'],
  ['Chương II : Kinh phí', 'part', 'Chương II :', 'Kinh phí'],
  ['1.5.Tài nguyên', 'compound', '1.5.', 'Tài nguyên'],
  ['II.3. Kinh tế', 'compound', 'II.3.', 'Kinh tế'],
  ['-4,13%', 'bullet', '-', '4,13%'],
  // must stay silent
  ['/KH-UBND ngày', null],
  ['K. Trần', null],
  ['(a) Nội dung', null],
  ['2025 trở đi', null],
  ['2.961 thủ tục hành chính', null],
  ['08/02/2021 của tỉnh', null],
  ['II hằng năm', null],
  ['đ/c Chủ tịch', null],
  ['Phụ lục kèm theo kế hoạch', null],
  ['Điều chỉnh quy hoạch', null],
  ['Phần mềm dùng chung', null],
  ['-------', null],
  ['và các đơn vị', null],
];

test.each(LINES)('label of the line %s', (line, kind, text, rest) => {
  const label = labelOfLine(line);
  expect(label?.kind ?? null).toBe(kind);
  if (kind !== null) expect([label?.text, label?.rest]).toEqual([text, rest]);
});
