import { expect, test } from 'vitest';
import { blockKindOf, isRule, tidyLines, tidyText, withoutRule } from '../../src/read/blocks.ts';

test.each([
  ['KẾ HOẠCH CẢI CÁCH', 'heading'],
  ['I. Mục tiêu', 'heading'],
  ['Điều 5. Hiệu lực', 'heading'],
  ['PHỤ LỤC II', 'heading'],
  ['I. Đến năm 2025 đạt 90%.', 'paragraph'],
  ['1. Mục tiêu chung', 'paragraph'],
  ['- Đạt 90%', 'item'],
  ['a) Về thể chế', 'item'],
  ['[1] Nghị quyết số 5', 'footnote'],
])('%s is a %s', (text, kind) => expect(blockKindOf(text)).toBe(kind));

test('white space, normal form, characters that are not seen', () => {
  expect(tidyText(' Kê\u0301\u00a0\n hoạch\u200b ')).toBe('Kế hoạch');
  expect(tidyText('\u0189iều 5: ðiểm ð, \u00d0ắk Nông, \u0256ến')).toBe('Điều 5: điểm đ, Đắk Nông, đến');
  expect(tidyLines(' Một \r\n\n Hai\u2028Ba')).toBe('Một\nHai\nBa');
});

test.each([
  ['-------', true],
  ['* * *', true],
  ['--', false],
  ['- Đạt 90%', false],
])('a rule of characters: %s', (text, yes) => expect(isRule(text)).toBe(yes));

test('a rule at the end of a cell goes', () => {
  expect(withoutRule('TỈNH HÀ NAM -------')).toBe('TỈNH HÀ NAM');
  expect(withoutRule('giai đoạn 2021 -')).toBe('giai đoạn 2021 -');
});
