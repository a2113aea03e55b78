import { readdir, readFile, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { CallError } from '../../../src/shell/call-error.ts';
import { openDesk, type ReadAll } from '../../../src/shell/serve/desk/desk.ts';
import { openKeptJobs } from '../../../src/shell/serve/desk/kept-jobs.ts';
import { openOriginals } from '../../../src/shell/serve/desk/originals.ts';
import { uploadedAs, uploadName } from '../../../src/shell/serve/desk/read-all.ts';
import { folderWith } from '../make.ts';

const wish = (source: string) => ({ source, sha256: null, said: {} });

async function deskOf(folder: string, read: ReadAll) {
  const desk = openDesk({
    kept: await openKeptJobs(folder),
    read,
    changed: () => undefined,
    ended: async () => undefined,
  });
  desk.start();
  return desk;
}

const readsAll: ReadAll = async (wishes, tell) => {
  for (const { source } of wishes) {
    tell({ source, begun: true });
    tell({ source, outcome: 'new', document: `id-${source}` });
  }
};

test('what was taken in and not read is read by the next server, once', async () => {
  const folder = await folderWith();
  const first = await deskOf(folder, () => new Promise(() => undefined));
  const { id } = await first.accept([wish('a'), wish('b')]);
  // The first one is gone without a word.
  const seen: string[] = [];
  const second = await deskOf(folder, async (wishes, tell) => {
    seen.push(...wishes.map(({ source }) => source));
    await readsAll(wishes, tell);
  });
  await second.wait(id, 5000);
  expect(second.job(id)).toMatchObject({ state: 'done', items: [{ document: 'id-a' }, { document: 'id-b' }] });
  const third = await deskOf(folder, async () => {
    throw new Error('nothing is left to read');
  });
  expect(third.job(id)).toMatchObject({ state: 'done', items: [{ document: 'id-a' }, { document: 'id-b' }] });
  expect(seen).toEqual(['a', 'b']);
});

test('while another program writes to the folder, what was taken in waits and says so', async () => {
  const folder = await folderWith();
  let busy = true;
  const desk = await deskOf(folder, async (wishes, tell) => {
    if (busy) throw new CallError('output: another run is writing to this folder. Wait for its end.');
    await readsAll(wishes, tell);
  });
  const { id } = await desk.accept([wish('a')]);
  await expect.poll(() => desk.job(id)?.waitsFor).toBe('folder');
  busy = false;
  await desk.wait(id, 5000);
  expect(desk.job(id)).toMatchObject({ state: 'done', waitsFor: null });
});

test('what goes wrong with a whole run is the failure of each, and the next run goes on', async () => {
  const folder = await folderWith();
  let broken = true;
  const desk = await deskOf(folder, async (wishes, tell) => {
    if (broken) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', syscall: 'write' });
    await readsAll(wishes, tell);
  });
  const first = await desk.accept([wish('a')]);
  await desk.wait(first.id, 5000);
  expect(desk.job(first.id)?.items).toMatchObject([{ state: 'failed', failure: { code: 'output-unwritable' } }]);
  broken = false;
  const second = await desk.accept([wish('a')]);
  await desk.wait(second.id, 5000);
  expect(desk.job(second.id)?.items).toMatchObject([{ state: 'done' }]);
});

test('what comes while a run is under way is read in the next, and says how many come before it', async () => {
  const folder = await folderWith();
  let go = (): void => undefined;
  const gate = new Promise<void>((open) => {
    go = open;
  });
  let runs = 0;
  const desk = await deskOf(folder, async (wishes, tell) => {
    runs++;
    await gate;
    await readsAll(wishes, tell);
  });
  await desk.accept([wish('a')]);
  await desk.accept([wish('b'), wish('c')]);
  const last = await desk.accept([wish('d')]);
  expect(last).toMatchObject({ state: 'waiting', ahead: 2 });
  expect(desk.open()).toBe(4);
  go();
  await desk.wait(last.id, 5000);
  expect([runs, desk.open()]).toEqual([2, 0]);
  expect(desk.jobs().map(({ items }) => items.length)).toEqual([1, 2, 1]);
});

test('an upload is there whole or not at all', async () => {
  const folder = await folderWith();
  const originals = await openOriginals(folder);
  const { sha256 } = await originals.receive(Readable.from(['abc']), 10);
  expect(await readFile(originals.path(sha256), 'utf8')).toBe('abc');
  await expect(originals.receive(Readable.from(['abcdefghijkl']), 10)).rejects.toMatchObject({
    code: 'file-too-large',
  });
  await expect(originals.receive(Readable.from([]), 10)).rejects.toMatchObject({ code: 'file-empty' });
  async function* torn(): AsyncGenerator<string> {
    yield 'ab';
    throw new Error('the line is cut');
  }
  await expect(originals.receive(Readable.from(torn()), 10)).rejects.toThrow('the line is cut');
  expect(await readdir(folder)).toEqual([sha256]);
  expect(await originals.starting(sha256.slice(0, 8))).toBe(originals.path(sha256));
  expect(await originals.starting('')).toBeUndefined();
});

test('what is being received outlives its removal, and what nobody keeps is removed unless it was there', async () => {
  const folder = await folderWith();
  const originals = await openOriginals(folder);
  const receive = async () => (await originals.receive(Readable.from(['abc']), 10)).sha256;
  const sha256 = await receive();
  await originals.remove(sha256);
  expect(await originals.has(sha256)).toBe(true);
  await receive();
  await originals.release(sha256, false);
  expect(await originals.has(sha256)).toBe(true);
  await originals.release(sha256, false);
  expect(await readdir(folder)).toEqual([]);
  await originals.release(await receive(), true);
  await originals.release(await receive(), false);
  expect(await readdir(folder)).toEqual([sha256]);
  await originals.remove(sha256);
  expect(await readdir(folder)).toEqual([]);
});

test('files that should be jobs and are none are named and set aside', async () => {
  const good = { id: '20260101-d', created: '2026-01-01T00:00:00.000Z', wishes: [wish('a')], items: null };
  const folder = await folderWith({
    '20260101-a.json': '{"id":',
    '20260101-b.json': '{}',
    '20260101-c.json': '',
    '20260101-d.json': JSON.stringify(good),
    // What a file is called is what its job is called.
    '20260101-e.json': JSON.stringify(good),
    'note.txt': 'x',
  });
  const { before, damaged } = await openKeptJobs(folder);
  expect(before.map(({ id }) => id)).toEqual(['20260101-d']);
  const aside = ['a', 'b', 'c', 'e'].map((name) => `20260101-${name}.json.damaged`);
  expect(damaged).toEqual(aside);
  expect((await readdir(folder)).toSorted()).toEqual(['20260101-d.json', ...aside, 'note.txt'].toSorted());
  expect((await openKeptJobs(folder)).damaged).toEqual([]);
});

test('what servers that were killed had begun to write is removed once it is old', async () => {
  const folder = await folderWith({ 'a.json.x.draft': 'old', 'b.json.y.draft': 'new' });
  const past = Date.now() / 1000 - 3 * 24 * 3600;
  await utimes(join(folder, 'a.json.x.draft'), past, past);
  await openKeptJobs(folder);
  expect(await readdir(folder)).toEqual(['b.json.y.draft']);
});

test('of jobs that are done the last 500 are remembered, those under way all', async () => {
  const folder = await folderWith();
  const desk = await deskOf(folder, async (wishes, tell) => {
    if (wishes.some(({ source }) => source === 'hangs')) await new Promise(() => undefined);
    await readsAll(wishes, tell);
  });
  const ids: string[] = [];
  for (let i = 0; i < 505; i++) ids.push((await desk.accept([wish(`${i}`)])).id);
  await desk.wait(ids.at(-1) ?? '', 10_000);
  await expect.poll(async () => (await readdir(folder)).length).toBe(500);
  expect([desk.job(ids[0] ?? ''), desk.jobs().length]).toEqual([undefined, 500]);
  expect(desk.job(ids.at(-1) ?? '')).toMatchObject({ state: 'done' });
});

test.each([
  ['a.pdf', 'upload:01234567/a.pdf'],
  ['năm 2026/kế hoạch.pdf', 'upload:01234567/năm 2026/kế hoạch.pdf'],
  ['../../etc/passwd', 'upload:01234567/etc/passwd'],
  ['C:\\plans\\a.pdf', 'upload:01234567/C:/plans/a.pdf'],
  ['a\u0000\u202eb.pdf', 'upload:01234567/ab.pdf'],
  ['', 'upload:01234567/document'],
  ['/', 'upload:01234567/document'],
])('the upload %j is called %s', (name, called) => {
  expect(uploadName(name, '0123456789abcdef')).toBe(called);
  expect(uploadedAs(called)).toBe('01234567');
});
