import { execFileSync } from 'node:child_process';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { findSources } from '../../../src/shell/sources/find.ts';
import { folderWith } from '../make.ts';

const uris = ({ sources }: Awaited<ReturnType<typeof findSources>>, folder: string): string[] =>
  sources.map(({ uri }) => uri.replace(folder, ''));

const TREE = {
  'in/b.pdf': '1',
  'in/a.txt': '2',
  'in/sub/deep/c.HTML': '3',
  'in/noname': '4',
  'in/.hidden': '5',
  'in/~$b.docx': '6',
  'in/Thumbs.db': '7',
  'in/sub/README.md': '8',
  'in/out/documents/x.json': '9',
};

test('folders are looked through whole, litter and the output folder aside', async () => {
  const folder = await folderWith(TREE);
  const found = await findSources([{ path: `${folder}/in/` }], [`${folder}/in/out`]);
  expect(uris(found, folder)).toEqual(['/in/a.txt', '/in/b.pdf', '/in/noname', '/in/sub/deep/c.HTML']);
  expect(found.failures).toEqual([]);
  expect(found.folders).toEqual([`${folder}/in`]);
});

const GLOBS: [pattern: string, found: string[]][] = [
  ['in/*.{pdf,txt}', ['/in/a.txt', '/in/b.pdf']],
  ['in/**/*.HTML', ['/in/sub/deep/c.HTML']],
  ['in/[ab].*', ['/in/a.txt', '/in/b.pdf']],
];
test.each(GLOBS)('glob %s', async (pattern, expected) => {
  const folder = await folderWith(TREE);
  const found = await findSources([{ path: `${folder}/${pattern}` }], []);
  expect(uris(found, folder)).toEqual(expected);
});

test('a file whose name looks like a pattern is that file', async () => {
  const folder = await folderWith({ 'kế hoạch [1].txt': 'x', 'kế hoạch 1.txt': 'y' });
  const found = await findSources([{ path: `${folder}/kế hoạch [1].txt` }], []);
  expect(uris(found, folder)).toEqual(['/kế hoạch [1].txt']);
});

test('one place given twice is one source, and what is told of it adds up', async () => {
  const folder = await folderWith({ 'in/a.txt': 'x' });
  const given = [{ path: `${folder}/in` }, { path: `${folder}/in/../in/a.txt`, declared: { province: 'Huế' } }];
  const found = await findSources(given, []);
  expect(found.sources).toMatchObject([{ uri: `${folder}/in/../in/a.txt`, declared: { province: 'Huế' } }]);
  const other = await findSources(given.toReversed(), []);
  expect(other.sources.map(({ uri }) => uri)).toEqual(found.sources.map(({ uri }) => uri));
});

const MISSING: [what: string, path: string, says: RegExp][] = [
  ['a file that is not there', 'nothing.pdf', /no such file/u],
  ['a pattern that nothing fits', '*.docx', /No file fits/u],
  ['a folder with nothing in it', 'empty', /holds no documents/u],
  ['a path through a file', 'a.txt/b.txt', /not a folder/u],
];
test.each(MISSING)('%s is a failure that says what to do', async (_, path, says) => {
  const folder = await folderWith({ 'a.txt': 'x' });
  await mkdir(`${folder}/empty`);
  const found = await findSources([{ path: `${folder}/${path}` }, { path: `${folder}/a.txt` }], []);
  expect(uris(found, folder)).toEqual(['/a.txt']);
  expect(found.failures).toMatchObject([
    { source: `${folder}/${path}`, stage: 'read', code: 'file-missing', message: expect.stringMatching(says) },
  ]);
});

test('links: one within its folder is read, one that leads out or round is a failure', async () => {
  const folder = await folderWith({ 'in/sub/a.txt': 'x', 'secret.txt': 'y' });
  await symlink('../secret.txt', `${folder}/in/out.txt`);
  await symlink('..', `${folder}/in/sub/round`);
  await symlink('loop', `${folder}/in/loop`);
  await symlink('sub/a.txt', `${folder}/in/same.txt`);
  await symlink('gone.txt', `${folder}/in/dangling.txt`);
  const found = await findSources([{ path: `${folder}/in` }], []);
  expect(uris(found, folder)).toEqual(['/in/same.txt']);
  expect(found.failures.map(({ source, code }) => [source.replace(folder, ''), code])).toEqual([
    ['/in/dangling.txt', 'file-missing'],
    ['/in/loop', 'file-unreadable'],
    ['/in/out.txt', 'file-unreadable'],
    ['/in/sub/round', 'file-unreadable'],
  ]);
});

test('a name that is not UTF-8 is a failure that says so', async () => {
  const folder = await folderWith({ 'in/a.txt': 'x' });
  await writeFile(Buffer.concat([Buffer.from(`${folder}/in/`), Buffer.from([0x62, 0xff, 0x2e])]), 'y');
  const found = await findSources([{ path: `${folder}/in` }], []);
  expect(uris(found, folder)).toEqual(['/in/a.txt']);
  expect(found.failures).toMatchObject([{ code: 'file-missing', message: expect.stringContaining('UTF-8') }]);
});

test('a path with a NUL in it is that of no file', async () => {
  const found = await findSources([{ path: 'in/ld.txt\0' }], []);
  expect(found.failures).toMatchObject([
    { source: 'in/ld.txt\0', code: 'file-missing', message: expect.stringContaining('NUL') },
  ]);
});

test('what is no file is refused, and a pipe without a writer does not hold the run', async () => {
  const folder = await folderWith();
  execFileSync('mkfifo', [`${folder}/pipe`]);
  const { sources } = await findSources([{ path: `${folder}/pipe` }], []);
  await expect(sources[0]?.read(1000)).rejects.toMatchObject({ code: 'file-unreadable' });
});

const READING: [what: string, content: string, max: number, code: string][] = [
  ['an empty file', '', 10, 'file-empty'],
  ['a file above the cap', '12345678901', 10, 'file-too-large'],
];
test.each(READING)('%s', async (_, content, max, code) => {
  const folder = await folderWith({ 'a.txt': content });
  const { sources } = await findSources([{ path: `${folder}/a.txt` }], []);
  await expect(sources[0]?.read(max)).rejects.toMatchObject({ code });
});
