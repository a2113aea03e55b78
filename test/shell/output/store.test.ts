import { cp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { sha256Of } from '../../../src/shell/output/replace-file.ts';
import { openStore } from '../../../src/shell/output/store.ts';
import { folderWith, ingestWith, linesOf, snapshot } from '../make.ts';

/** A folder as it is when a run dies after the new record was noted and before the old one was removed. */
async function killedWhileReplacing() {
  const folder = await folderWith({ 'a.txt': '- Đạt 1%' });
  const path = `${folder}/a.txt`;
  await ingestWith([path], `${folder}/out`);
  await cp(`${folder}/out/documents`, `${folder}/old`, { recursive: true });
  await ingestWith([{ path, declared: { province: 'Huế' } }], `${folder}/out`);
  const good = await snapshot(`${folder}/out`);
  const [name] = (await readdir(`${folder}/out/runs`)).sort().slice(-1);
  const run = JSON.parse(await readFile(`${folder}/out/runs/${name}`, 'utf8'));
  await writeFile(`${folder}/out/runs/journal.ndjson`, `\n${JSON.stringify(run.documents[0])}\n`);
  await cp(`${folder}/old`, `${folder}/out/documents`, { recursive: true });
  return { folder, path, good };
}

test('of two records of the same bytes the later one stays', async () => {
  const { folder, path, good } = await killedWhileReplacing();
  expect(await readdir(`${folder}/out/documents`)).toHaveLength(4);
  expect((await ingestWith([path], `${folder}/out`)).outcomes).toMatchObject({ same: 1 });
  expect(await snapshot(`${folder}/out`)).toEqual(good);
});

const MARK = '6f0c2b1e-3d4a-4c5b-8e6f-7a8b9c0d1e2f';
const half = 'a text whose record was never written';

test('what a killed run noted of its half-done work is cleared away, and nothing else', async () => {
  const own = {
    'out/documents/ke-hoach.json.0b1c.draft': "a person's own",
    'out/documents/ke-hoach.txt': 'a text without a record',
    'out/documents/begun-0000000a.txt': 'not what was begun',
    'out/targets.ndjson.draft': "a person's own",
    'out/notes.md': "a person's own",
  };
  const begun = (id: string): string => `\n${JSON.stringify({ begun: id, text: sha256Of(half) })}\n`;
  const folder = await folderWith({
    'a.txt': '- Đạt 1%',
    ...own,
    [`out/documents/x.json.${MARK}-1.draft`]: '{"half',
    [`out/targets.ndjson.${MARK}-2.draft`]: '{"half',
    'out/documents/lone-0000000b.txt': half,
    'out/runs/journal.ndjson': `\n{"drafts":"${MARK}"}\n${begun('begun-0000000a')}${begun('lone-0000000b')}${begun('../notes.md')}\n{"id":"x","sha`,
  });
  await ingestWith([`${folder}/a.txt`], `${folder}/out`);
  expect(Object.keys(await snapshot(`${folder}/out`)).filter((name) => !name.startsWith('documents/a-'))).toEqual(
    [
      '.tables.json',
      'datapackage.json',
      'documents.ndjson',
      'failures.ndjson',
      'targets.ndjson',
      'tasks.ndjson',
      ...Object.keys(own).map((name) => name.slice('out/'.length)),
    ].sort(),
  );
  expect((await readdir(`${folder}/out/runs`)).sort()).toEqual([
    expect.stringMatching(/^\d{4}-.*\.items\.ndjson$/u),
    expect.stringMatching(/^\d{4}-.*\.json$/u),
  ]);
});

test('a run that dies between text and record leaves nothing for good', async () => {
  const folder = await folderWith({ 'a.txt': '- Đạt 1%' });
  await ingestWith([`${folder}/a.txt`], `${folder}/out`);
  const good = await snapshot(`${folder}/out`);
  const id = (await linesOf(`${folder}/out`, 'documents'))[0]?.id;
  await rm(`${folder}/out/documents/${id}.json`);
  const store = await openStore(`${folder}/out`);
  await store.close();
  expect(await readdir(`${folder}/out/documents`)).toEqual([]);
  await ingestWith([`${folder}/a.txt`], `${folder}/out`);
  expect(await snapshot(`${folder}/out`)).toEqual(good);
});

test.each(['documents', 'runs'])(
  'a link in the place of %s is refused, and what it leads to is left alone',
  async (name) => {
    const folder = await folderWith({ 'a.txt': '- Đạt 1%', 'elsewhere/ke-hoach.txt': 'x', 'out/notes.md': '' });
    await symlink(`${folder}/elsewhere`, `${folder}/out/${name}`);
    await expect(ingestWith([`${folder}/a.txt`], `${folder}/out`)).rejects.toThrow(/is a link.*--out/u);
    expect(await readdir(`${folder}/elsewhere`)).toEqual(['ke-hoach.txt']);
  },
);

test('nothing is written through a link of the name of the journal or of a table', async () => {
  const folder = await folderWith({ 'a.txt': '- Đạt 1%', 'mine.txt': 'mine', 'out/runs/x': '' });
  await symlink(`${folder}/mine.txt`, `${folder}/out/targets.ndjson`);
  await ingestWith([`${folder}/a.txt`], `${folder}/out`);
  expect(await linesOf(`${folder}/out`, 'targets')).toHaveLength(1);
  await symlink(`${folder}/mine.txt`, `${folder}/out/runs/journal.ndjson`);
  await expect(ingestWith([`${folder}/a.txt`], `${folder}/out`)).rejects.toThrow(/A link stands in the output folder/u);
  expect(await readFile(`${folder}/mine.txt`, 'utf8')).toBe('mine');
});

test('a journal that outlived its documents is not believed', async () => {
  const { folder, path } = await killedWhileReplacing();
  for (const name of await readdir(`${folder}/out/documents`)) {
    if (name.endsWith('.json')) await writeFile(`${folder}/out/documents/${name}`, '{}');
  }
  const store = await openStore(`${folder}/out`);
  expect(store.entries()).toEqual([]);
  expect(store.damaged).toHaveLength(2);
  await store.close();
  expect((await ingestWith([path], `${folder}/out`)).outcomes).toMatchObject({ same: 0, failed: 0 });
  expect(await linesOf(`${folder}/out`, 'documents')).toHaveLength(1);
});

test('a text that was lost is made again', async () => {
  const folder = await folderWith({ 'a.txt': '- Đạt 1%' });
  await ingestWith([`${folder}/a.txt`], `${folder}/out`);
  const good = await snapshot(`${folder}/out`);
  const [text] = (await readdir(`${folder}/out/documents`)).filter((name) => name.endsWith('.txt'));
  await writeFile(`${folder}/out/documents/${text}`, 'khác');
  expect((await ingestWith([`${folder}/a.txt`], `${folder}/out`)).outcomes).toMatchObject({ replaced: 1 });
  expect(await snapshot(`${folder}/out`)).toEqual(good);
});
