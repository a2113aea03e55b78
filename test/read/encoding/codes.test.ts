import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { byteOf, characterOf, LETTERS, lettersByCode, toned } from '../../../src/read/encoding/codes.ts';

test('bytes 80 to 9F are those of Windows-1252', () => {
  for (let byte = 0; byte < 256; byte += 1) {
    const expected = iconv.decode(Buffer.of(byte), 'win1252');
    if (expected !== '\ufffd') expect(characterOf(byte)).toBe(expected);
    expect(byteOf(characterOf(byte))).toBe(byte);
  }
});

test('letters and codes of a table go together one by one', () => {
  expect(
    lettersByCode([
      { letters: 'đơ', codes: 'ñô' },
      { letters: 'áà', codes: 'ùø', behind: 'a' },
    ]),
  ).toEqual([
    ['ñ', 'đ'],
    ['ô', 'ơ'],
    ['aù', 'á'],
    ['aø', 'à'],
  ]);
});

test('a vowel with its tones, and all letters that are not ASCII', () => {
  expect(toned('ơ').join('')).toBe('ơờởỡớợ');
  expect(LETTERS).toHaveLength(2 * (12 * 6 - 6 + 1));
});
