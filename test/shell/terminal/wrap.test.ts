import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { wrappedLines } from '../../../src/shell/terminal/wrap.ts';

const lines = (text: string, width: number): string[] =>
  wrappedLines(text, width).map(({ start, end }) => text.slice(start, end));

const CASES: [what: string, text: string, width: number, lines: string[]][] = [
  ['one that fits', 'đạt 90%', 10, ['đạt 90%']],
  ['one that just fits', 'đạt 90%', 7, ['đạt 90%']],
  ['broken between words', 'đạt 90% hồ sơ', 8, ['đạt 90%', 'hồ sơ']],
  ['its own line ends', 'một\nhai ba\n\nbốn', 20, ['một', 'hai ba', 'bốn']],
  ['white space at a break is gone, within a line it stays', 'một  hai   ba', 9, ['một  hai', 'ba']],
  ['a word wider than a line', 'so-thong-tin', 5, ['so-th', 'ong-t', 'in']],
  ['a letter of several code points counts once', 'Phú Thọ'.normalize('NFD'), 7, ['Phú Thọ'.normalize('NFD')]],
  ['and is not torn apart', 'ọọọ'.normalize('NFD'), 2, ['ọọ', 'ọ'].map((part) => part.normalize('NFD'))],
  ['an East Asian one counts twice', '越南 計劃', 5, ['越南', '計劃']],
  ['a letter wider than the line stands by itself', '越南', 1, ['越', '南']],
  ['nothing', '', 10, []],
  ['white space', ' \n ', 10, []],
];
test.each(CASES)('%s', (_, text, width, expected) => {
  expect(lines(text, width)).toEqual(expected);
});

test('no line is too wide, and no word is lost', () => {
  const text = 'Ủy ban nhân dân tỉnh Thừa Thiên Huế và các đơn vị trực thuộc (phu-tho-1782-kh-ubnd-2021) '.repeat(5);
  for (const width of [12, 40, 79]) {
    for (const line of lines(text, width)) expect(stringWidth(line)).toBeLessThanOrEqual(width);
    expect(lines(text, width).join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
  }
});
