import { readFile } from 'node:fs/promises';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { findSources } from '../../../../src/shell/sources/find.ts';
import type { GivenSource } from '../../../../src/shell/sources/source.ts';
import { unpackArchive } from '../../../../src/shell/sources/zip/archive.ts';
import { folderWith, ingestWith, linesOf, putFiles, snapshot } from '../../make.ts';

const CAPS = { bytes: 1_000_000, entries: 50 };
const zip = (files: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content]),
    ),
  );

async function sourceOf(bytes: Uint8Array): Promise<{ source: GivenSource; path: string }> {
  const folder = await folderWith({ 'a.zip': bytes });
  const path = `${folder}/a.zip`;
  const { sources } = await findSources([{ path, declared: { year: 2021 } }], []);
  const [source] = sources;
  if (source === undefined) throw new Error('no source');
  return { source, path };
}

test('each document of an archive is a source of its own, litter and folders aside', async () => {
  const { source, path } = await sourceOf(
    zip({ 'b.txt': 'B', 'sub/a.txt': 'A', 'sub/': '', '__MACOSX/b.txt': 'x', '.DS_Store': 'x', 'kế hoạch.txt': 'K' }),
  );
  const unpacked = await unpackArchive(source, path, CAPS);
  const read = async (one: GivenSource): Promise<string> => Buffer.from(await one.read(100)).toString();
  expect(unpacked?.failures).toEqual([]);
  expect(
    await Promise.all((unpacked?.sources ?? []).map(async (one) => [one.uri, one.declared, await read(one)])),
  ).toEqual([
    [`${path}/b.txt`, { year: 2021 }, 'B'],
    [`${path}/sub/a.txt`, { year: 2021 }, 'A'],
    [`${path}/kế hoạch.txt`, { year: 2021 }, 'K'],
  ]);
});

/** Names in the local headers and in the directory alike; fflate itself writes no such names. */
const renamed = (bytes: Uint8Array, from: string, to: string): Uint8Array =>
  Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll(from, to), 'latin1');

test('names in UTF-8 that do not say so are read as such', async () => {
  const bytes = Buffer.from(zip({ 'kế.txt': 'K' }));
  const directory = bytes.indexOf('PK\u0001\u0002');
  // The bit that says UTF-8, in the local header and in the directory.
  bytes.writeUInt16LE(bytes.readUInt16LE(6) & ~0x800, 6);
  bytes.writeUInt16LE(bytes.readUInt16LE(directory + 8) & ~0x800, directory + 8);
  const { source, path } = await sourceOf(bytes);
  expect((await unpackArchive(source, path, CAPS))?.sources.map(({ uri }) => uri)).toEqual([`${path}/kế.txt`]);
});

const NO_ARCHIVES: [what: string, bytes: Uint8Array][] = [
  ['a document of an office program', zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<x/>' })],
  ['a Word document without its list of parts', zip({ '_rels/.rels': '<x/>', 'word/document.xml': '<x/>' })],
  ['an OpenDocument text', zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' })],
  ['a text', strToU8('PK, viết tắt của phòng khám')],
  ['a container that is cut off', zip({ 'a.txt': 'A'.repeat(100) }).subarray(0, 60)],
];
test.each(NO_ARCHIVES)('%s is left to the readers', async (_, bytes) => {
  const { source, path } = await sourceOf(bytes);
  expect(await unpackArchive(source, path, CAPS)).toBeUndefined();
});

const REFUSED: [what: string, bytes: Uint8Array, says: RegExp][] = [
  ['nothing', zip({}), /no documents/u],
  ['litter alone', zip({ '.DS_Store': 'x', 'sub/': '' }), /no documents/u],
  [
    'more than the cap once unpacked',
    zip({ 'a.txt': '0'.repeat(600_000), 'b.txt': '0'.repeat(600_000) }),
    /--max-archive/u,
  ],
  ['too many files', zip(Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`${i}.txt`, 'x']))), /51 files/u],
  ['a name that leads out of it', renamed(zip({ 'aa/b.txt': 'x' }), 'aa/b', '../b'), /leads out/u],
  ['a name from the root', renamed(zip({ 'a/b.txt': 'x' }), 'a/b.', '/ab.'), /leads out/u],
];
test.each(REFUSED)('an archive that holds %s is refused', async (_, bytes, says) => {
  const { source, path } = await sourceOf(bytes);
  await expect(unpackArchive(source, path, CAPS)).rejects.toMatchObject({
    code: 'archive-refused',
    message: expect.stringMatching(says),
  });
});

test('a file in it that is more than it says, too large, empty or broken fails alone', async () => {
  const bytes = Buffer.from(
    zip({
      'bomb.txt': '0'.repeat(50_000),
      'broken.txt': 'abc '.repeat(99),
      'empty.txt': '',
      'good.txt': 'G',
      'large.txt': '1'.repeat(5000),
    }),
  );
  // The directory says of the bomb that it has 10 bytes; the data of the other is overwritten.
  const directory = bytes.indexOf('PK\u0001\u0002');
  bytes.writeUInt32LE(10, directory + 24);
  const broken = bytes.indexOf('broken.txt') + 'broken.txt'.length;
  bytes.fill(0xff, broken, broken + 8);
  const { source, path } = await sourceOf(bytes);
  const { sources } = (await unpackArchive(source, path, CAPS)) ?? { sources: [] };
  const outcomes = await Promise.all(
    sources.map((one) =>
      one.read(1000).then(
        (read) => Buffer.from(read).toString(),
        (error: { code: string }) => error.code,
      ),
    ),
  );
  expect(outcomes).toEqual(['file-corrupt', 'file-corrupt', 'file-empty', 'G', 'file-too-large']);
});

test('a file that is protected by a password fails, the others are written', async () => {
  const bytes = Buffer.from(zip({ 'a.txt': '- Đạt 1%', 'b.txt': '- Đạt 2%' }));
  const directory = bytes.indexOf('PK\u0001\u0002');
  bytes.writeUInt16LE(bytes.readUInt16LE(directory + 8) | 1, directory + 8);
  const folder = await folderWith({ 'in/x.zip': bytes, 'in/c.txt': '- Đạt 3%' });
  const result = await ingestWith([`${folder}/in`], `${folder}/out`);
  expect(result.outcomes).toMatchObject({ new: 2, failed: 1 });
  expect(await linesOf(`${folder}/out`, 'failures')).toMatchObject([
    { source: `${folder}/in/x.zip/a.txt`, code: 'file-encrypted' },
  ]);
  expect((await linesOf(`${folder}/out`, 'documents')).map((line) => line.source)).toMatchObject(
    expect.arrayContaining([{ uri: `${folder}/in/x.zip/b.txt` }].map((one) => expect.objectContaining(one))),
  );
});

test('an archive again changes nothing; a failure in it is forgotten when the file is gone from it', async () => {
  const folder = await folderWith({ 'x.zip': zip({ 'a.txt': '- Đạt 1%', 'b.txt': 'FAIL' }) });
  await ingestWith([`${folder}/x.zip`], `${folder}/out`);
  const before = await snapshot(`${folder}/out`);
  expect((await ingestWith([`${folder}/x.zip`], `${folder}/out`)).outcomes).toMatchObject({ same: 1, failed: 1 });
  expect(await snapshot(`${folder}/out`)).toEqual(before);
  await putFiles(folder, { 'x.zip': zip({ 'a.txt': '- Đạt 1%' }) });
  await ingestWith([`${folder}/x.zip`], `${folder}/out`);
  expect(await linesOf(`${folder}/out`, 'failures')).toEqual([]);
});

test('the same bytes in an archive and beside it are one document', async () => {
  const folder = await folderWith({ 'in/x.zip': zip({ 'a.txt': '- Đạt 1%' }), 'in/y.txt': '- Đạt 1%' });
  await ingestWith([`${folder}/in`], `${folder}/out`);
  expect(await linesOf(`${folder}/out`, 'documents')).toMatchObject([
    { source: { uri: `${folder}/in/x.zip/a.txt`, alsoAt: [`${folder}/in/y.txt`] } },
  ]);
});

test('archives do not touch the disk', async () => {
  const folder = await folderWith({ 'in/x.zip': zip({ 'a.txt': '- Đạt 1%' }) });
  const before = await readFile(`${folder}/in/x.zip`);
  await ingestWith([`${folder}/in`], `${folder}/out`);
  expect(Object.keys(await snapshot(`${folder}/in`))).toEqual(['x.zip']);
  expect((await readFile(`${folder}/in/x.zip`)).equals(before)).toBe(true);
});
