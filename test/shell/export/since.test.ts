import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { CallError } from '../../../src/shell/call-error.ts';
import { type Event, exportFolder } from '../../../src/shell/export/export.ts';
import { changesSince, type Past, type Present } from '../../../src/shell/export/since.ts';
import type { Item } from '../../../src/shell/output/items.ts';
import { folderWith, ingestWith, putFiles } from '../make.ts';
import { linesIn } from './lines.ts';

const runsOf = async (folder: string): Promise<string[]> =>
  (await readdir(`${folder}/out/runs`)).filter((name) => !name.includes('items')).sort();
const nameOf = (file: string | undefined): string => (file ?? '').replace(/\.json$/u, '');

async function eventsOf(folder: string, since?: string): Promise<Event[]> {
  const events: Event[] = [];
  const tell = async (event: Event): Promise<void> => void events.push(event);
  await exportFolder({ folder: `${folder}/out`, tell, ...(since === undefined ? {} : { since }) });
  return events;
}
const brief = (events: readonly Event[]): string[] =>
  events.map(({ change, kind, key, record }) =>
    `${change} ${kind} ${kind === 'document' ? '' : key} ${record === undefined ? '' : 'whole'}`.trim(),
  );

/** Two runs: in the second, b.txt is new and a.txt, told another province, is made anew with other words. */
async function twoRuns(): Promise<{ folder: string; first: string }> {
  const folder = await folderWith({ 'a.txt': '- Đạt 1%\n- Đạt 2%', 'c.txt': '- Đạt 9%' });
  await ingestWith([`${folder}/a.txt`, `${folder}/c.txt`], `${folder}/out`);
  const first = nameOf((await runsOf(folder))[0]);
  await putFiles(folder, { 'b.txt': 'Province: Huế\n- Đạt 3%\n- Đạt 4%\n- Đạt 5%' });
  await ingestWith([`${folder}/b.txt`], `${folder}/out`);
  return { folder, first };
}

test('what was added since a run, and nothing else', async () => {
  const { folder, first } = await twoRuns();
  expect(brief(await eventsOf(folder, first))).toEqual([
    'added document  whole',
    // The double gives its targets the same keys in every document.
    'added target k1 whole',
    'added target k2 whole',
    'added target k3 whole',
  ]);
  expect(brief(await eventsOf(folder, 'previous'))).toHaveLength(4);
  expect(await eventsOf(folder, nameOf((await runsOf(folder)).at(-1)))).toEqual([]);
  expect(await eventsOf(folder)).toHaveLength(3 + 6);
});

test('before the first run there was nothing: everything is given as added, and that is said', async () => {
  const folder = await folderWith({ 'a.txt': '- Đạt 1%' });
  await ingestWith([`${folder}/a.txt`], `${folder}/out`);
  expect(brief(await eventsOf(folder, 'previous'))).toEqual(['added document  whole', 'added target k1 whole']);
  expect(await exportFolder({ folder: `${folder}/out`, since: 'previous' })).toMatchObject({ first: true, untold: [] });
  await putFiles(folder, { 'b.txt': '- Đạt 2%' });
  await ingestWith([`${folder}/b.txt`], `${folder}/out`);
  expect(await exportFolder({ folder: `${folder}/out`, since: 'previous' })).toMatchObject({ first: false });
});

test('what changed, moved and went away, by key', async () => {
  const folder = await folderWith({ 'a.txt': '- Đạt 1%\n- Đạt 2%\n- Đạt 3%' });
  await ingestWith([`${folder}/a.txt`], `${folder}/out`);
  const first = nameOf((await runsOf(folder))[0]);
  const [old] = await linesIn(`${folder}/out/documents.ndjson`);
  // A new version: k1 says the same one line further down, k2 something else, k3 is gone.
  await putFiles(folder, { 'a.txt': 'Lời nói đầu.\n- Đạt 1%\n- Đạt 8%' });
  await ingestWith([`${folder}/a.txt`], `${folder}/out`);
  const events = await eventsOf(folder, first);
  expect(brief(events)).toEqual([
    'added document  whole',
    'moved target k1 whole',
    'changed target k2 whole',
    'removed document',
    'removed target k3',
  ]);
  expect(events.at(-1)).toMatchObject({ id: `${old?.id}#t3`, document: old?.id });
});

test('runs stay in order when the clock is set back', async () => {
  const { folder, first } = await twoRuns();
  const second = nameOf((await runsOf(folder)).at(-1));
  const ahead = '2999-01-01T00-00-00.000Z';
  for (const end of ['.json', '.items.ndjson'])
    await rename(`${folder}/out/runs/${second}${end}`, `${folder}/out/runs/${ahead}${end}`);
  await putFiles(folder, { 'd.txt': '- Đạt 6%' });
  const result = await ingestWith([`${folder}/b.txt`, `${folder}/d.txt`], `${folder}/out`);
  expect(result.outcomes).toMatchObject({ same: 1, new: 1, replaced: 0 });
  expect((await runsOf(folder)).map(nameOf)).toEqual([first, ahead, '2999-01-01T00-00-00.001Z']);
  expect(brief(await eventsOf(folder, 'previous'))).toEqual(['added document  whole', 'added target k1 whole']);
});

test('as tables: what changed with its document, and a table of changes', async () => {
  const { folder, first } = await twoRuns();
  const out = `${folder}/tables`;
  const { rows } = await exportFolder({ folder: `${folder}/out`, since: first, format: 'jsonl', out });
  expect(rows).toEqual({ documents: 1, targets: 3, changes: 4 });
  expect(await linesIn(`${out}/changes.jsonl`)).toMatchObject([
    { change: 'added', kind: 'document' },
    { change: 'added', kind: 'target', key: 'k1' },
    { change: 'added', kind: 'target', key: 'k2' },
    { change: 'added', kind: 'target', key: 'k3' },
  ]);
});

test('a run whose items were not noted: its changed documents are given whole, and that is said', async () => {
  const folder = await folderWith({ 'a.txt': '- Đạt 1%' });
  await ingestWith([{ path: `${folder}/a.txt` }], `${folder}/out`);
  const first = nameOf((await runsOf(folder))[0]);
  await ingestWith([{ path: `${folder}/a.txt` }], `${folder}/out`, { rules: 'other', choice: RENAMED });
  await rm(`${folder}/out/runs/${first}.items.ndjson`);
  const result = await exportFolder({ folder: `${folder}/out`, since: first });
  expect(result.untold).toHaveLength(1);
  expect(brief(await eventsOf(folder, first))).toEqual(['changed document  whole', 'changed target k1 whole']);
});
const RENAMED = {
  name: 'other',
  pipelines: [
    {
      name: 'other',
      version: '2.0.0',
      topic: null,
      match: { title: [], text: [], textAtLeast: 3 },
      areas: [],
      indicators: [],
    },
  ],
};

test('the items of a run that was killed are noted by the next one', async () => {
  const folder = await folderWith({ 'a.txt': '- Đạt 1%' });
  await ingestWith([`${folder}/a.txt`], `${folder}/out`);
  const [list] = await runsOf(folder);
  const { documents } = JSON.parse(await readFile(`${folder}/out/runs/${list}`, 'utf8'));
  await rm(`${folder}/out/runs`, { recursive: true });
  await putFiles(folder, { 'out/runs/journal.ndjson': `${JSON.stringify(documents[0])}\n` });
  await ingestWith([`${folder}/a.txt`], `${folder}/out`);
  const after = nameOf((await runsOf(folder))[0]);
  expect(await linesIn(`${folder}/out/runs/${after}.items.ndjson`)).toMatchObject([{ record: documents[0].record }]);
});

test('a record that cannot be read now has not gone away', async () => {
  const { folder, first } = await twoRuns();
  const [name = ''] = (await readdir(`${folder}/out/documents`)).filter((one) => one.startsWith('c-'));
  await writeFile(`${folder}/out/documents/${name.replace('.txt', '.json')}`, '{"half":');
  expect(brief(await eventsOf(folder, first)).filter((one) => one.startsWith('removed'))).toEqual([]);
});

test.each([
  ['2019', /is no run of this folder; it keeps 20/u],
  ['20', /means 2 runs/u],
  ['', /means 2 runs/u],
])('--since "%s" is a wrong call', async (since, says) => {
  const { folder } = await twoRuns();
  const call = eventsOf(folder, since);
  await expect(call).rejects.toThrow(CallError);
  await expect(call).rejects.toThrow(says);
});

test('of documents that say the same, the one that went away is named', () => {
  const item = (document: string, whole: string): Item => ({
    kind: 'target',
    key: 'k',
    id: `${document}#t1`,
    said: 's',
    whole,
  });
  const past: Past = {
    run: 'r',
    documents: [
      { id: 'a', record: 'a1' },
      { id: 'b', record: 'b1' },
    ],
    items: new Map([
      ['a1', [item('a', 'w1')]],
      ['b1', [item('b', 'w2')]],
    ]),
  };
  const rows = (present: readonly Present[]) =>
    changesSince(past, present).rows.map(({ change, id }) => `${change} ${id}`);
  expect(rows([{ id: 'b', record: 'b2', items: [item('b', 'w3')] }])).toEqual([
    'changed b',
    'removed a',
    'moved b#t1',
    'removed a#t1',
  ]);
  expect(rows([{ id: 'a', record: 'a2', items: [item('a', 'w3')] }])).toEqual([
    'changed a',
    'removed b',
    'moved a#t1',
    'removed b#t1',
  ]);
});
