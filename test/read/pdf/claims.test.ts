import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../../../src/model/block.ts';
import { checkClaims } from '../../../src/read/pdf/claims.ts';
import { makePdf } from './make-pdf.ts';

const MAP = 'begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange';
const plain = (content: string): string => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
const packed = (content: string, dictionary = ''): string => {
  const bytes = deflateSync(Buffer.from(content, 'latin1')).toString('latin1');
  return `<< /Filter /FlateDecode ${dictionary} /Length ${bytes.length} >>\r\nstream\r\n${bytes}\r\nendstream`;
};
const map = (...ranges: string[]): string => `${MAP} ${ranges.length} beginbfrange ${ranges.join('\n')} endbfrange`;

const CLAIMS: [what: string, object: string, code: string | undefined][] = [
  ['a range of every code there can be', plain(map('<0000> <00ffffff> <0000>')), 'file-corrupt'],
  ['the same, packed', packed(map('<0000> <00ffffff> <0000>')), 'file-corrupt'],
  ['many ranges of the same codes', packed(map(...Array(100).fill('<0000><ffff><0041>'))), 'file-corrupt'],
  [
    'ranges of a map of characters',
    packed(`${MAP} 1 begincidrange <00000000> <0fffffff> 0 endcidrange`),
    'file-corrupt',
  ],
  ['widths without end', '<< /DW 500 /W [1 [500 500] 3 2147483647 500] >>', 'file-corrupt'],
  ['the same among packed objects', packed('<< /W[3 99999999 500] >>', '/Type /ObjStm'), 'file-corrupt'],
  ['heights without end', '<< /W2 [1 99999999 500 250 880] >>', 'file-corrupt'],
  ['what unpacks without end', packed('0 '.repeat(33 * 2 ** 20)), 'file-too-large'],
  // as fonts have them
  ['a map of the whole plane', packed(map('<0000> <ffff> <0000>')), undefined],
  ['a list of letters', packed(map(`<0000> <00ffffff> [${'<0041> <4e00> <0042>'.repeat(1000)}]`)), undefined],
  ['widths one by one', '<< /W [1 [500 2147483647] 120 [500] 3 9 500 5 0 R] >>', undefined],
  ['a stream that is cut', packed(map('<0000> <ffff> <0000>')).slice(0, 90), undefined],
  ['an image', packed('0 '.repeat(33 * 2 ** 20), '/Subtype /Image'), undefined],
];
test.each(CLAIMS)('%s', (_, object, code) => {
  const file = Buffer.from(`%PDF-1.5\n1 0 obj\n${object}\nendobj\n`, 'latin1');
  if (code === undefined) checkClaims(file, DEFAULT_LIMITS);
  else expect(() => checkClaims(file, DEFAULT_LIMITS)).toThrow(expect.objectContaining({ code }));
});

test('streams that all together unpack to more than is allowed', () => {
  const file = Buffer.from(packed('0 '.repeat(1000)).repeat(10), 'latin1');
  expect(() => checkClaims(file, { ...DEFAULT_LIMITS, maxUnpackedBytes: 10_000 })).toThrow(/more than 0 MB/u);
});

test('brackets and marks without end take no longer than they are long', () => {
  const start = performance.now();
  for (const piece of [
    '/W [',
    '/W[1 2 ',
    'stream\n',
    'stream endstream ',
    'stream\nbeginbfrange <0> <1> [',
    'beginbfrange ',
    '/Flstream\nbeginbfrange <0> <1> ',
  ])
    checkClaims(Buffer.from(piece.repeat(50_000)), DEFAULT_LIMITS);
  expect(performance.now() - start).toBeLessThan(15_000);
});

test('a plan claims what it has', () => {
  checkClaims(makePdf([{ text: [{ x: 50, y: 700, text: 'Kế hoạch' }] }]), DEFAULT_LIMITS);
});
