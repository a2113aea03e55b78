import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { openStore } from '../../../src/shell/output/store.ts';
import { folderWith, ingestWith, linesOf, snapshot } from '../make.ts';

/** A folder as it is when a run dies after the new record was noted and before the old one was removed. */
async function killedWhileReplacing() {
  const folder = await folderWith({ 'a.txt': '- Đạt 1%' });
  const path = `${folder}/a.txt`;
  await ingestWith([path], `${folder}/out`);
  await cp(`${folder}/out/documents`, `${folder}/old`, { recursive: true });
  await ingestWith([{ path, told: { province: 'Huế' } }], `${folder}/out`);
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

test('what a killed run left half done is cleared away, and nothing else', async () => {
  const folder = await folderWith({
    'a.txt': '- Đạt 1%',
    'out/documents/x.json.0b1c.draft': '{"half',
    'out/documents/lone.txt': 'a text without its record',
    'out/targets.ndjson.0b1c.draft': '{"half',
    'out/runs/journal.ndjson': '\n{"id":"x","sha',
    'out/notes.md': "a person's own",
  });
  await ingestWith([`${folder}/a.txt`], `${folder}/out`);
  expect(Object.keys(await snapshot(`${folder}/out`)).filter((name) => !name.startsWith('documents/a-'))).toEqual([
    'datapackage.json',
    'documents.ndjson',
    'failures.ndjson',
    'notes.md',
    'targets.ndjson',
    'tasks.ndjson',
  ]);
  expect((await readdir(`${folder}/out/runs`)).sort()).toEqual([
    expect.stringMatching(/^\d{4}-.*\.items\.ndjson$/u),
    expect.stringMatching(/^\d{4}-.*\.json$/u),
  ]);
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
