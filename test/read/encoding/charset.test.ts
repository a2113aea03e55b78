import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { decodeText } from '../../../src/read/encoding/charset.ts';

const TEXT = 'Kế hoạch cải cách hành chính nhà nước tỉnh Đồng Tháp, đạt trên 90% hồ sơ';
const utf8 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf8'));
const bytesOf = (text: string, charset: 'utf16le' | 'latin1'): Uint8Array => new Uint8Array(Buffer.from(text, charset));
const swapped = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le').swap16());
/** Windows-1258 keeps tone marks apart from their vowels. */
const windows1258 = (text: string): Uint8Array => {
  const table = new Map(
    Array.from({ length: 256 }, (_, i) => [new TextDecoder('windows-1258').decode(Uint8Array.of(i)), i] as const),
  );
  const apart = [...text.normalize('NFC')].map((letter) => {
    const [base = '', ...marks] = letter.normalize('NFD');
    const tones = marks.filter((mark) => /[\u0300\u0301\u0303\u0309\u0323]/u.test(mark));
    return (base + marks.filter((mark) => !tones.includes(mark)).join('')).normalize('NFC') + tones.join('');
  });
  return Uint8Array.from([...apart.join('')].map((letter) => table.get(letter) ?? 63));
};

const CASES: [name: string, bytes: Uint8Array, charset: string][] = [
  ['UTF-8', utf8(TEXT), 'utf-8'],
  ['UTF-8 with its mark', utf8(`\ufeff${TEXT}`), 'utf-8'],
  ['decomposed UTF-8', utf8(TEXT.normalize('NFD')), 'utf-8'],
  ['UTF-16 with its mark', new Uint8Array([0xff, 0xfe, ...bytesOf(TEXT, 'utf16le')]), 'utf-16le'],
  ['UTF-16 without', bytesOf(TEXT, 'utf16le'), 'utf-16le'],
  ['UTF-16, big end first', new Uint8Array([0xfe, 0xff, ...swapped(TEXT)]), 'utf-16be'],
  ['windows-1258, declared', windows1258(`<meta charset="windows-1258">${TEXT}`), 'windows-1258'],
  ['windows-1258, undeclared', windows1258(TEXT), 'windows-1258'],
  [
    'UTF-8 in a page that says otherwise',
    utf8(`<meta http-equiv=Content-Type content="text/html; charset=iso-8859-1">${TEXT}`),
    'utf-8',
  ],
  ['UTF-8 cut off in a letter', utf8(`${TEXT} ế`).subarray(0, -1), 'utf-8'],
];
test.each(CASES)('%s', (_, bytes, charset) => {
  const { text, charset: found } = decodeText(loadKnowledge(), bytes);
  expect(found).toBe(charset);
  expect(text).toContain(TEXT);
});

test('bytes that are no text are refused', () => {
  expect(() =>
    decodeText(
      loadKnowledge(),
      Uint8Array.from({ length: 500 }, (_, i) => i % 32),
    ),
  ).toThrow(expect.objectContaining({ code: 'format-unknown' }));
});
