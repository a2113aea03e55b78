import { expect, test } from 'vitest';
import { CallError } from '../../../src/shell/call-error.ts';
import { parseManifest, readManifest } from '../../../src/shell/sources/manifest.ts';
import { isProvince } from '../../../src/shell/sources/province-check.ts';
import { folderWith, ingestWith, linesOf } from '../make.ts';

/** In pieces of a few bytes: what is cut anywhere is read alike. */
function* pieces(bytes: Uint8Array, size = 7): Generator<Uint8Array> {
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size);
}
const parse = (text: string | Uint8Array) =>
  parseManifest(pieces(typeof text === 'string' ? Buffer.from(text) : text), 'lists/m.csv', isProvince);

const A = { path: 'lists/a.pdf', declared: { province: 'Phú Thọ', year: 2021, title: 'Kế hoạch, lần 2' } };
const GOOD: [what: string, text: string | Uint8Array, given: unknown[]][] = [
  [
    'number and day of issue',
    'path,Number,issuedOn\na.pdf,310/KH-UBND,2025-11-24\n',
    [{ path: 'lists/a.pdf', declared: { number: '310/KH-UBND', issuedOn: '2025-11-24' } }],
  ],
  ['commas', 'path,province,year,title\na.pdf,Phú Thọ,2021,"Kế hoạch, lần 2"\n', [A]],
  [
    'semicolons, a byte order mark and CRLF',
    '\ufeffpath;province;year;title\r\na.pdf;Phú Thọ;2021;Kế hoạch, lần 2\r\n',
    [A],
  ],
  [
    'tabs in UTF-16, as Excel writes them',
    Buffer.from('\ufeffpath\tprovince\tyear\ttitle\na.pdf\tPhú Thọ\t2021\tKế hoạch, lần 2\n', 'utf16le'),
    [A],
  ],
  [
    "another order, capitals, columns of one's own",
    'Year,Note,PATH\n2021,x,a.pdf',
    [{ path: 'lists/a.pdf', declared: { year: 2021 } }],
  ],
  [
    'empty cells and lines',
    'path,province,year\n\na.pdf,,\n,,\nb.pdf\n',
    [
      { path: 'lists/a.pdf', declared: {} },
      { path: 'lists/b.pdf', declared: {} },
    ],
  ],
  [
    'paths from outside its folder',
    'path\n/x/a.pdf\n../b.pdf',
    [
      { path: '/x/a.pdf', declared: {} },
      { path: 'b.pdf', declared: {} },
    ],
  ],
  [
    'URLs',
    'path,url\n,https://a.vn/x.pdf\nhttps://a.vn/y.pdf,\n',
    [
      { path: 'https://a.vn/x.pdf', declared: {} },
      { path: 'https://a.vn/y.pdf', declared: {} },
    ],
  ],
  [
    'decomposed letters',
    `path,province\na.pdf,${'Phú Thọ'.normalize('NFD')}`,
    [{ path: 'lists/a.pdf', declared: { province: 'Phú Thọ' } }],
  ],
  [
    'the kind word of a province',
    'path,province\na.pdf,tỉnh Bắc Ninh',
    [{ path: 'lists/a.pdf', declared: { province: 'tỉnh Bắc Ninh' } }],
  ],
];
test.each(GOOD)('reads %s', async (_, text, given) => {
  expect(await parse(text)).toEqual(given);
});

const BROKEN: [what: string, text: string | Uint8Array, says: string[]][] = [
  ['no columns', 'a.pdf,b\n', ['lists/m.csv:1: path:']],
  ['an empty file', '', ['lists/m.csv:1: path:']],
  ['columns alone', 'path,year\n', ['lists/m.csv:1: path: the manifest lists no document']],
  ['a column twice', 'path,year,year\na.pdf,1,2', ['lists/m.csv:1: year: the column stands twice']],
  ['a wrong year', 'path,year\na.pdf,2021\nb.pdf,21', ['lists/m.csv:3: year: "21"']],
  ['a province that there is not', 'path,province\na.pdf,Phú Tho Thọ', ['lists/m.csv:2: province: no province']],
  ['no place', 'path,url,year\n,,2021', ['lists/m.csv:2: path: neither']],
  ['two places', 'path,url\na.pdf,https://a.vn/', ['lists/m.csv:2: path: path and url']],
  ['a path as URL', 'url\na.pdf', ['lists/m.csv:2: url: "a.pdf" is no URL']],
  ['the same twice', 'path\na.pdf\n./a.pdf', ['lists/m.csv:3: path: the same document stands in line 2']],
  ['too many cells', 'path,year\na.pdf,2021,x', ['lists/m.csv:2: row:']],
  [
    'what is no number, and no day',
    'path,number,issuedOn\na.pdf,KH-UBND,24/11/2025\nb.pdf,44-KH/TU,2025-02-30',
    ['lists/m.csv:2: number:', 'lists/m.csv:2: issuedOn:', 'lists/m.csv:3: issuedOn:'],
  ],
  ['an open quotation mark', 'path,title\na.pdf,"x', ['lists/m.csv:2: row:']],
  ['not UTF-8', Buffer.from([0x70, 0x61, 0x74, 0x68, 0x0a, 0xe9, 0x2e]), ['lists/m.csv: the manifest is not UTF-8']],
  ['NUL bytes', 'path,year\na.pdf,2021\nb.p\0df,2022\n', ['lists/m.csv:3: row: a NUL stands there']],
  ['UTF-16 that does not say so', Buffer.from('path\na.pdf', 'utf16le'), ['lists/m.csv:1: row: a NUL stands there']],
  [
    'a quotation mark that is never closed, in a long list',
    `path,title\na.pdf,"x\n${'b.pdf,y\n'.repeat(200_000)}`,
    ['lists/m.csv:'],
  ],
  ['every fault at once', 'path,year\n,2021\nb.pdf,x', ['lists/m.csv:2: path:', 'lists/m.csv:3: year:']],
];
test.each(BROKEN)('names what is wrong: %s', async (_, text, says) => {
  const error = await parse(text).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(CallError);
  expect(error instanceof Error ? error.message.split('\n') : []).toEqual(
    says.map((start) => expect.stringContaining(start)),
  );
});

test('a manifest that is not there', async () => {
  await expect(readManifest('/no/m.csv', isProvince)).rejects.toThrow(
    '/no/m.csv: the manifest cannot be read. There is no such file',
  );
});

test('a document in a folder and in the manifest is ingested once, with what the manifest tells', async () => {
  const folder = await folderWith({ 'in/a.txt': '- Đạt 1%', 'in/m.csv': 'path,province\na.txt,Huế\n' });
  const given = [`${folder}/in`, ...(await readManifest(`${folder}/in/m.csv`, isProvince))];
  const result = await ingestWith(given, `${folder}/out`, { leaveOut: [`${folder}/in/m.csv`] });
  expect(result.outcomes).toMatchObject({ new: 1, failed: 0 });
  expect(await linesOf(`${folder}/out`, 'documents')).toMatchObject([
    { province: { name: 'Huế', basis: 'manifest' }, source: { uri: `${folder}/in/a.txt` } },
  ]);
});

test('a long list is read as it comes, and its first faults are told', async () => {
  const lines = 100_000;
  function* list(year: (i: number) => string): Generator<Uint8Array> {
    yield Buffer.from('path,year\n');
    for (let i = 0; i < lines; i += 1000) {
      yield Buffer.from(Array.from({ length: 1000 }, (_, j) => `${i + j}.pdf,${year(i + j)}\n`).join(''));
    }
  }
  const given = await parseManifest(
    list(() => '2021'),
    'm.csv',
    isProvince,
  );
  expect(given.length).toBe(lines);
  expect(given.at(-1)).toEqual({ path: `${lines - 1}.pdf`, declared: { year: 2021 } });
  const error = await parseManifest(
    list((i) => (i % 2 === 0 ? 'x' : '2021')),
    'm.csv',
    isProvince,
  ).catch((one) => one);
  const told = error instanceof CallError ? error.message.split('\n') : [];
  expect(told).toHaveLength(21);
  expect(told[0]).toContain('m.csv:2: year: "x"');
  expect(told[20]).toBe(`m.csv: … and ${lines / 2 - 20} more`);
});
