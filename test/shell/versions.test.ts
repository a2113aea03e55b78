import { chmod, rm, writeFile } from 'node:fs/promises';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { folderWith, ingestWith, linesOf, putFiles, snapshot } from './make.ts';

const sourcesIn = async (out: string): Promise<unknown[]> =>
  (await linesOf(out, 'documents')).map(({ source }) => source).map((source) => Object(source).uri);

test('other bytes at the same path are a new version, which takes the place of the old record', async () => {
  const folder = await folderWith({ 'in/a.txt': '- Đạt 90%', 'in/b.txt': '- Đạt 1%' });
  await ingestWith([`${folder}/in`], `${folder}/out`);
  await writeFile(`${folder}/in/a.txt`, '- Đạt 95%');
  const result = await ingestWith([`${folder}/in`], `${folder}/out`);
  expect(result.outcomes).toMatchObject({ new: 1, same: 1 });
  expect(result.removed).toEqual([{ id: expect.any(String), source: `${folder}/in/a.txt`, why: 'new-version' }]);
  expect((await linesOf(`${folder}/out`, 'targets')).map(({ indicator }) => Object(indicator).text)).toEqual([
    'Đạt 95%',
    'Đạt 1%',
  ]);
  const fresh = await folderWith({});
  await ingestWith([`${folder}/in`], `${fresh}/out`);
  expect(await snapshot(`${folder}/out`)).toEqual(await snapshot(`${fresh}/out`));
});

test('a version that cannot be read leaves the record of the one before', async () => {
  const folder = await folderWith({ 'in/a.txt': '- Đạt 90%' });
  await ingestWith([`${folder}/in`], `${folder}/out`);
  await writeFile(`${folder}/in/a.txt`, 'FAIL');
  expect((await ingestWith([`${folder}/in`], `${folder}/out`)).removed).toEqual([]);
  expect(await linesOf(`${folder}/out`, 'documents')).toHaveLength(1);
});

test('a record that another place still gives is kept, for that place alone', async () => {
  const folder = await folderWith({ 'in/a.txt': '- Đạt 90%', 'in/b.txt': '- Đạt 90%' });
  await ingestWith([`${folder}/in`], `${folder}/out`);
  await writeFile(`${folder}/in/a.txt`, '- Đạt 95%');
  // The other place is not given this time.
  const result = await ingestWith([`${folder}/in/a.txt`], `${folder}/out`);
  expect(result.removed).toEqual([]);
  expect(await sourcesIn(`${folder}/out`)).toEqual([`${folder}/in/a.txt`, `${folder}/in/b.txt`]);
  const fresh = await folderWith({});
  await ingestWith([`${folder}/in`], `${fresh}/out`);
  expect(await snapshot(`${folder}/out`)).toEqual(await snapshot(`${fresh}/out`));
});

test('two files that change places change places in their records', async () => {
  const folder = await folderWith({ 'in/a.txt': '- Đạt 1%', 'in/b.txt': '- Đạt 2%' });
  await ingestWith([`${folder}/in`], `${folder}/out`);
  await putFiles(folder, { 'in/a.txt': '- Đạt 2%', 'in/b.txt': '- Đạt 1%' });
  await ingestWith([`${folder}/in`], `${folder}/out`);
  const fresh = await folderWith({});
  await ingestWith([`${folder}/in`], `${fresh}/out`);
  expect(await snapshot(`${folder}/out`)).toEqual(await snapshot(`${fresh}/out`));
});

test('prune removes what the given folders no longer hold, and tells it', async () => {
  const folder = await folderWith({ 'in/a.txt': '- 1', 'in/b/b.txt': '- 2', 'in/c.txt': '- 3', 'other/d.txt': '- 4' });
  await ingestWith([`${folder}/in`, `${folder}/other`], `${folder}/out`);
  await rm(`${folder}/in/a.txt`);
  await rm(`${folder}/other/d.txt`);
  expect((await ingestWith([`${folder}/in`], `${folder}/out`)).removed).toEqual([]);
  const { removed } = await ingestWith([`${folder}/in`], `${folder}/out`, { prune: true });
  expect(removed).toEqual([{ id: expect.any(String), source: `${folder}/in/a.txt`, why: 'gone' }]);
  expect(await sourcesIn(`${folder}/out`)).toEqual([
    `${folder}/in/b/b.txt`,
    `${folder}/in/c.txt`,
    `${folder}/other/d.txt`,
  ]);
});

test.skipIf(process.getuid?.() === 0)('prune leaves what lies in a folder that could not be looked into', async () => {
  const folder = await folderWith({ 'in/a.txt': '- 1', 'in/b/b.txt': '- 2' });
  await ingestWith([`${folder}/in`], `${folder}/out`);
  await chmod(`${folder}/in/b`, 0);
  const { removed } = await ingestWith([`${folder}/in`], `${folder}/out`, { prune: true });
  await chmod(`${folder}/in/b`, 0o755);
  expect(removed).toEqual([]);
});

test('prune leaves what lay in an archive that cannot be opened any more', async () => {
  const folder = await folderWith({ 'in/a.zip': zipSync({ 'a.txt': strToU8('- 1') }), 'in/b.txt': '- 2' });
  await ingestWith([`${folder}/in`], `${folder}/out`);
  await writeFile(`${folder}/in/a.zip`, zipSync({ '../a.txt': strToU8('- 1') }));
  const { removed } = await ingestWith([`${folder}/in`], `${folder}/out`, { prune: true });
  expect(removed).toEqual([]);
});

test('each entry of an archive is a document, whatever it is called', async () => {
  const names = ['a.txt', './a.txt', 'A.txt', 'b//c.txt', 'b/c.txt', 'b/./c.txt'];
  const bytes = Buffer.from(zipSync(Object.fromEntries(names.map((name, i) => [name, strToU8(`- ${i}`)]))));
  const folder = await folderWith({ 'in.zip': bytes });
  const { sources, outcomes } = await ingestWith([`${folder}/in.zip`], `${folder}/out`);
  expect([sources, outcomes.new]).toEqual([names.length, names.length]);
  expect((await sourcesIn(`${folder}/out`)).map((uri) => String(uri).slice(folder.length)).sort()).toEqual([
    '/in.zip/A.txt',
    '/in.zip/a.txt',
    '/in.zip/a.txt#2',
    '/in.zip/b/c.txt',
    '/in.zip/b/c.txt#2',
    '/in.zip/b/c.txt#3',
  ]);
});

test('what is passed over is told with the reason', async () => {
  const folder = await folderWith({
    'in/a.txt': '- 1',
    'in/.DS_Store': 'x',
    'in/z.zip': zipSync({ 'b.txt': strToU8('- 2'), '__MACOSX/b.txt': strToU8('x') }),
    'in/out/documents/x.txt': '',
  });
  const { passedOver, sources } = await ingestWith([`${folder}/in`, `${folder}/in/./a.txt`], `${folder}/in/out`);
  expect(sources).toBe(2);
  expect(passedOver.map(({ source, why }) => `${why} ${source.slice(folder.length)}`).sort()).toEqual([
    'duplicate /in/a.txt',
    'litter /in/.DS_Store',
    'litter /in/z.zip/__MACOSX/b.txt',
    'output /in/out',
  ]);
});

test('an output folder that holds what is to be read is refused, and nothing in it is touched', async () => {
  const folder = await folderWith({ 'documents/a.txt': '- Đạt 1%', 'documents/b.txt': '- 2', 'x.draft': 'mine' });
  const before = await snapshot(folder);
  await expect(ingestWith([`${folder}/documents`], folder)).rejects.toThrow(/lie in it .*output folder of its own/u);
  expect(await snapshot(folder)).toEqual(before);
});

test('what took its process down comes last the next time', async () => {
  const folder = await folderWith({ 'in/a.txt': 'KILL', 'in/b.txt': '- 1', 'in/c.txt': '- 2' });
  const order: string[] = [];
  const executor = {
    width: 1,
    run: async ({ uri }: { readonly uri: string }) => {
      order.push(uri.slice(-5));
      return {
        failed: { stage: 'extract', code: uri.endsWith('a.txt') ? 'worker-lost' : 'internal', message: '' },
      } as const;
    },
    settled: async () => undefined,
    close: async () => undefined,
  };
  for (let times = 0; times < 2; times++) await ingestWith([`${folder}/in`], `${folder}/out`, { executor });
  expect(order).toEqual(['a.txt', 'b.txt', 'c.txt', 'b.txt', 'c.txt', 'a.txt']);
});
