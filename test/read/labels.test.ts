import { expect, test } from 'vitest';
import { labelOf } from '../../src/read/labels.ts';

const CASES: [line: string, kind: string | null, text?: string, rest?: string][] = [
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
  ['CHƯƠNG II. TỔ CHỨC', 'part', 'CHƯƠNG II', '. TỔ CHỨC'],
  ['PHỤ LỤC', 'appendix', 'PHỤ LỤC', ''],
  ['Phụ lục 2: Danh mục', 'appendix', 'Phụ lục 2', ': Danh mục'],
  // must stay silent
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

test.each(CASES)('label of %s', (line, kind, text, rest) => {
  const label = labelOf(line);
  expect(label?.kind ?? null).toBe(kind);
  if (kind !== null) expect([label?.text, label?.rest]).toEqual([text, rest]);
});
