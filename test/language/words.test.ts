import { expect, test } from 'vitest';
import { asciiOf, keyOf, phrase, phraseKept, slugOf } from '../../src/language/words.ts';

test.each([
  ['Hoà Bình', 'hòa bình'],
  ['HÒA  BÌNH', 'hòa bình'],
  ['\u0110a\u0323t\u00a0chuâ\u0309n ', 'đạt chuẩn'],
  ['thuỷ lợi\tvà quỹ', 'thủy lợi và qũy'],
  ['', ''],
])('the key of %j is %j', (text, key) => {
  expect(keyOf(text)).toBe(key);
});

test.each([
  ['Đường sắt', 'duong sat'],
  ['Ủy ban nhân dân', 'uy ban nhan dan'],
])('%j in ASCII is %j', (text, ascii) => {
  expect(asciiOf(text)).toBe(ascii);
});

test.each([
  ['Sở Kế hoạch và Đầu tư', 'so-ke-hoach-va-dau-tu'],
  ['  Bộ TT&TT (cũ) ', 'bo-tt-tt-cu'],
  ['12/KH-UBND', '12-kh-ubnd'],
])('the slug of %j is %j', (text, slug) => {
  expect(slugOf(text)).toBe(slug);
});

test.each([
  ['ủy ban', 'uỷ\n ban', true],
  ['hoá đơn', 'hóa đơn', true],
  ['hoá đơn', 'hoa đơn', false],
  ['(a+b)', '(a+b)', true],
  ['1.5', '1x5', false],
])('the phrase %j matches %j: %s', (words, text, matches) => {
  expect(new RegExp(`^${phrase(words)}$`, 'u').test(text)).toBe(matches);
});

test.each([
  ['Uỷ ban', 'Ủy  ban', true],
  ['Uỷ ban', 'ủy ban', false],
  ['Bà Rịa - Vũng Tàu', 'Bà Rịa – Vũng Tàu', true],
  ['Bà Rịa - Vũng Tàu', 'Bà Rịa-Vũng Tàu', false],
])('the phrase %j with its capitals matches %j: %s', (words, text, matches) => {
  expect(new RegExp(`^${phraseKept(words)}$`, 'u').test(text)).toBe(matches);
});
