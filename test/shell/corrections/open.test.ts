import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PlanRecord } from '../../../src/model/record.ts';
import { type Corrections, openCorrections } from '../../../src/shell/corrections/open.ts';
import { lockFolder } from '../../../src/shell/output/lock.ts';
import { freshenTables } from '../../../src/shell/output/remake.ts';
import { openStore } from '../../../src/shell/output/store.ts';
import { removeDocuments } from '../../../src/shell/remove.ts';
import { folderWith, ingestWith, linesOf, putFiles, snapshot } from '../make.ts';

const TEXT = '- Đạt 90% hồ sơ đúng hạn\n- Đạt 80% hồ sơ trực tuyến\n- Đạt 70% hồ sơ số hóa\n';

async function ingested(files: Readonly<Record<string, string>> = { 'in/a.txt': TEXT }) {
  const folder = await folderWith(files);
  const out = `${folder}/out`;
  const ingestAgain = (options: Parameters<typeof ingestWith>[2] = {}) => ingestWith([`${folder}/in`], out, options);
  await ingestAgain();
  return { folder, out, ingestAgain, corrections: openCorrections(out), id: await onlyId(out) };
}

const idsIn = async (out: string): Promise<string[]> =>
  (await readdir(`${out}/documents`)).flatMap((name) => (name.endsWith('.json') ? [name.slice(0, -5)] : [])).sort();
const onlyId = async (out: string): Promise<string> => (await idsIn(out))[0] ?? '';
const recordOf = async (out: string, id: string): Promise<PlanRecord> =>
  JSON.parse(await readFile(`${out}/documents/${id}.json`, 'utf8'));
const documentsOf = async (out: string): Promise<Record<string, string>> =>
  Object.fromEntries(Object.entries(await snapshot(out)).filter(([name]) => !name.startsWith('corrections/')));
const inCorrections = (out: string): Promise<string[]> => readdir(`${out}/corrections`).then((names) => names.sort());
const textOf = (key: string, value: string) => ({ act: 'correct', key, field: 'indicator.text', value });
const says = (record: PlanRecord): string[] => record.targets.map(({ indicator }) => indicator.text);

test('a correction is kept, laid over the record and told; undone, all is as it was but for the memory of it', async () => {
  const { out, corrections, id } = await ingested();
  const before = await documentsOf(out);
  const { record, entries, states } = await corrections.add(
    id,
    [textOf('k1', 'hồ sơ đúng hạn'), { act: 'confirm', key: 'k2' }],
    ' Lan ',
  );
  expect(says(record)).toEqual(['hồ sơ đúng hạn', 'Đạt 80% hồ sơ trực tuyến', 'Đạt 70% hồ sơ số hóa']);
  expect(await recordOf(out, id)).toEqual(record);
  expect(entries[0]).toMatchObject({ by: 'Lan', rules: 'test', was: 'Đạt 90% hồ sơ đúng hạn', alone: true });
  expect(states.map(({ state }) => state)).toEqual(['laid', 'laid']);
  expect(await corrections.list(id)).toEqual({ record, entries, states, undone: [] });
  expect(await inCorrections(out)).toEqual([`${id}.json`, `${id}.rules.json`]);
  await corrections.remove(
    id,
    entries.map((one) => one.id),
    'Minh',
  );
  await corrections.freshen();
  expect(await documentsOf(out)).toEqual(before);
  expect(await inCorrections(out)).toEqual([`${id}.json`]);
  expect((await corrections.list(id)).undone).toMatchObject([{ by: 'Minh' }, { by: 'Minh' }]);
});

test('all of several are made, or none', async () => {
  const { out, corrections, id } = await ingested();
  const before = await snapshot(out);
  await expect(corrections.add(id, [textOf('k1', 'x'), textOf('k9', 'y')], 'Lan')).rejects.toMatchObject({
    code: 'correction-refused',
  });
  await expect(corrections.add(id, [{ act: 'other' }], 'Lan')).rejects.toMatchObject({ code: 'correction-refused' });
  await expect(corrections.add(id, [textOf('k1', 'x')], ' ')).rejects.toMatchObject({ code: 'correction-refused' });
  await expect(corrections.remove(id, ['abc'], 'Lan')).rejects.toMatchObject({ code: 'correction-refused' });
  for (const other of ['none', '../documents', '', `../documents/${id}`, '.', 'a\0b'])
    await expect(corrections.add(other, [], 'Lan')).rejects.toMatchObject({ code: 'document-unknown' });
  expect(await snapshot(out)).toEqual(before);
});

test('the same bytes again change nothing, before and after the tables were made anew', async () => {
  const { out, corrections, id, ingestAgain } = await ingested();
  await corrections.add(id, [textOf('k1', 'x')], 'Lan');
  expect((await ingestAgain()).outcomes).toMatchObject({ same: 1, replaced: 0 });
  const after = await snapshot(out);
  expect((await linesOf(out, 'targets'))[0]).toMatchObject({ indicator: { text: 'x' }, reviewed: { by: 'Lan' } });
  expect((await ingestAgain()).outcomes).toMatchObject({ same: 1 });
  expect(await snapshot(out)).toEqual(after);
});

test('the tables are made anew on demand, and only where something was corrected', async () => {
  const { out, corrections, id } = await ingested();
  const runs = async (): Promise<number> =>
    (await readdir(`${out}/runs`)).filter((name) => !name.includes('items')).length;
  await corrections.freshen();
  expect(await runs()).toBe(1);
  await corrections.add(id, [{ act: 'delete', key: 'k2' }], 'Lan');
  expect(await linesOf(out, 'targets')).toHaveLength(3);
  await freshenTables(out);
  expect([await runs(), (await linesOf(out, 'targets')).length]).toEqual([2, 2]);
  await freshenTables(out);
  expect(await runs()).toBe(2);
});

test('other rules: corrections are laid over what they make, and undone they leave what they made', async () => {
  const { out, corrections, id, ingestAgain } = await ingested();
  const { entries } = await corrections.add(id, [textOf('k1', 'x')], 'Lan');
  expect((await ingestAgain({ rules: 'other' })).outcomes).toMatchObject({ replaced: 1 });
  expect(says(await recordOf(out, id))[0]).toBe('x');
  await corrections.remove(id, [entries[0]?.id ?? ''], 'Lan');
  await corrections.freshen();
  const fresh = await ingested();
  expect(says(await recordOf(out, id))).toEqual(says(await recordOf(fresh.out, await onlyId(fresh.out))));
});

test('rules that came to agree are noted by their version', async () => {
  const { corrections, id, ingestAgain } = await ingested();
  await corrections.add(id, [textOf('k1', 'Đạt 90%  hồ sơ đúng hạn')], 'Lan');
  await ingestAgain({ rules: 'other' });
  const { entries, states } = await corrections.list(id);
  expect(states).toMatchObject([{ state: 'agrees' }]);
  expect(entries).toMatchObject([{ agreed: 'other' }]);
});

test.each([
  { ...textOf('k1', 'x'), why: 'đọc nhầm' },
  { act: 'correct', key: 'k1', field: 'direction', value: 'reach' },
  { act: 'confirm', key: 'k2' },
  { act: 'add', kind: 'target', start: 0, end: 24, value: { indicator: { text: 'x' }, quantity: null } },
  { act: 'add', kind: 'task', start: 0, end: 24, value: { text: 'x' } },
])('what was written of $act is known again, before and after other rules: nothing is written twice', async (draft) => {
  const { out, corrections, id, ingestAgain } = await ingested();
  await corrections.add(id, [draft], 'Lan');
  const made = await snapshot(out);
  await (await openStore(out)).close();
  expect(await snapshot(out)).toEqual(made);
  await ingestAgain({ rules: 'other' });
  const after = await snapshot(out);
  expect((await ingestAgain({ rules: 'other' })).outcomes).toMatchObject({ same: 1 });
  expect(await snapshot(out)).toEqual(after);
});

test('a new version at the same place takes the corrections over; what is not in it is listed, not lost', async () => {
  const { folder, out, corrections, id, ingestAgain } = await ingested();
  await corrections.add(id, [textOf('k1', 'x'), textOf('k3', 'z')], 'Lan');
  await writeFile(`${folder}/in/a.txt`, `Bản mới\n${TEXT.replace('70%', '75%')}`);
  expect((await ingestAgain()).removed).toMatchObject([{ id, why: 'new-version' }]);
  const next = await onlyId(out);
  expect(next).not.toBe(id);
  expect(await inCorrections(out)).toEqual([`${next}.json`, `${next}.rules.json`]);
  const { record, states } = await corrections.list(next);
  expect(says(record)).toEqual(['x', 'Đạt 80% hồ sơ trực tuyến', 'Đạt 75% hồ sơ số hóa']);
  expect(states.map(({ state }) => state)).toEqual(['laid', 'lost']);
  expect(record.warnings).toMatchObject([{ code: 'correction-lost' }]);
  const file = JSON.parse(await readFile(`${out}/corrections/${next}.json`, 'utf8'));
  expect(file.document).toEqual({ id: next, places: [`${folder}/in/a.txt`], formerly: [id] });
  const after = await snapshot(out);
  expect((await ingestAgain()).outcomes).toMatchObject({ same: 1 });
  expect(await snapshot(out)).toEqual(after);
});

test('an id that changes with what a manifest declares takes the corrections along', async () => {
  const { folder, out, corrections, id } = await ingested();
  await corrections.add(id, [textOf('k1', 'x')], 'Lan');
  await ingestWith([{ path: `${folder}/in`, declared: { province: 'Huế' } }], out);
  const next = await onlyId(out);
  expect([next === id, says(await recordOf(out, next))[0]]).toEqual([false, 'x']);
  expect(await inCorrections(out)).toEqual([`${next}.json`, `${next}.rules.json`]);
});

test('a document that is found at another place too keeps its corrections', async () => {
  const { folder, out, corrections, id, ingestAgain } = await ingested();
  await corrections.add(id, [textOf('k1', 'x')], 'Lan');
  await putFiles(folder, { 'in/b.txt': TEXT });
  await ingestAgain();
  expect(says(await recordOf(out, id))[0]).toBe('x');
  await rm(`${folder}/in/a.txt`);
  await ingestAgain({ prune: true });
  const next = await onlyId(out);
  expect(says(await recordOf(out, next))[0]).toBe('x');
  const { entries } = await corrections.list(next);
  await corrections.remove(next, [entries[0]?.id ?? ''], 'Lan');
  expect(says(await recordOf(out, next))[0]).toBe('Đạt 90% hồ sơ đúng hạn');
});

test.each(['prune', 'remove'])(
  '%s leaves the corrections; they are laid again when the document comes back',
  async (way) => {
    const { folder, out, corrections, id, ingestAgain } = await ingested();
    await corrections.add(id, [textOf('k1', 'x')], 'Lan');
    if (way === 'remove') await removeDocuments(out, [id]);
    else {
      await rm(`${folder}/in/a.txt`);
      await putFiles(folder, { 'in/b.txt': 'khác' });
      await ingestAgain({ prune: true });
    }
    expect([(await idsIn(out)).includes(id), await inCorrections(out)]).toEqual([false, [`${id}.json`]]);
    await putFiles(folder, { 'in/a.txt': TEXT });
    await ingestAgain();
    expect(says(await recordOf(out, id))[0]).toBe('x');
  },
);

test('corrections that somebody brought are laid over what is there', async () => {
  const { out, corrections, id, ingestAgain } = await ingested();
  await corrections.add(id, [textOf('k1', 'x')], 'Lan');
  const other = await ingested();
  await mkdir(`${other.out}/corrections`);
  await writeFile(`${other.out}/corrections/${id}.json`, await readFile(`${out}/corrections/${id}.json`));
  expect((await other.ingestAgain()).outcomes).toMatchObject({ same: 1 });
  expect(says(await recordOf(other.out, id))[0]).toBe('x');
  await ingestAgain();
  expect((await linesOf(other.out, 'targets'))[0]).toMatchObject({ indicator: { text: 'x' } });
});

test('what a kill left half done is done by whoever opens the folder next', async () => {
  const { out, corrections, id } = await ingested();
  const raw = await readFile(`${out}/documents/${id}.json`, 'utf8');
  await corrections.add(id, [textOf('k1', 'x')], 'Lan');
  const laid = await readFile(`${out}/documents/${id}.json`, 'utf8');
  // The corrections were written, the record was not.
  await writeFile(`${out}/documents/${id}.json`, raw);
  await (await openStore(out)).close();
  expect(await readFile(`${out}/documents/${id}.json`, 'utf8')).toBe(laid);
  // They were taken back, the record was not.
  const file = JSON.parse(await readFile(`${out}/corrections/${id}.json`, 'utf8'));
  await writeFile(`${out}/corrections/${id}.json`, JSON.stringify({ ...file, entries: [] }));
  await (await openStore(out)).close();
  expect(await readFile(`${out}/documents/${id}.json`, 'utf8')).toBe(raw);
  expect(await inCorrections(out)).toEqual([`${id}.json`]);
});

test('where what the rules made was lost, the document is made anew from its source', async () => {
  const { out, corrections, id, ingestAgain } = await ingested();
  await corrections.add(id, [textOf('k1', 'x')], 'Lan');
  await rm(`${out}/corrections/${id}.rules.json`);
  await expect(corrections.add(id, [textOf('k2', 'y')], 'Lan')).rejects.toThrow(/Ingest its source again/u);
  expect((await ingestAgain()).outcomes).toMatchObject({ replaced: 1 });
  const { record } = await corrections.add(id, [textOf('k2', 'y')], 'Lan');
  expect(says(record).slice(0, 2)).toEqual(['x', 'y']);
});

test('a damaged file is named and never written over', async () => {
  const { out, corrections, id, ingestAgain } = await ingested();
  await corrections.add(id, [textOf('k1', 'x')], 'Lan');
  await writeFile(`${out}/corrections/${id}.json`, '{"half');
  await expect(corrections.list(id)).rejects.toThrow(/is damaged/u);
  expect((await ingestAgain({ rules: 'other' })).damaged).toEqual([`corrections/${id}.json`]);
  expect(await readFile(`${out}/corrections/${id}.json`, 'utf8')).toBe('{"half');
});

test('a link in the place of the folder is refused', async () => {
  const { folder, out, corrections, id } = await ingested();
  await mkdir(`${folder}/elsewhere`);
  await symlink(`${folder}/elsewhere`, `${out}/corrections`);
  await expect(corrections.add(id, [textOf('k1', 'x')], 'Lan')).rejects.toMatchObject({ code: 'output-unwritable' });
  await expect(openStore(out)).rejects.toThrow(/is a link/u);
  expect(await readdir(`${folder}/elsewhere`)).toEqual([]);
});

test('two who correct one document at the same time: what both said is there', async () => {
  const { out, corrections, id } = await ingested();
  const other = openCorrections(out);
  await Promise.all([
    ...['a', 'b', 'c'].map((value) => corrections.add(id, [textOf('k1', value)], 'Lan')),
    ...['d', 'e'].map((value) => other.add(id, [textOf('k2', value)], 'Minh')),
  ]);
  const { entries, record } = await corrections.list(id);
  expect(entries).toHaveLength(5);
  expect(says(record).slice(0, 2)).toEqual(['c', 'e']);
});

test('while a run has the folder a correction is refused; who has it to himself may correct', async () => {
  const { out, corrections, id, ingestAgain } = await ingested();
  const store = await openStore(out);
  const own = openCorrections(out, { lock: { check: store.check } });
  const { entries } = await own.add(id, [textOf('k1', 'x')], 'Lan');
  await expect(lockFolder(out, 0)).rejects.toThrow('another run');
  // What the store holds was read before: it knows what the rules made all the same.
  const [entry] = store.entries();
  if (entry === undefined) throw new Error('no document');
  expect(says(JSON.parse((await store.read(entry)).record))[0]).toBe('Đạt 90% hồ sơ đúng hạn');
  await store.put(await store.read(entry), entry, entry.made);
  expect(says((await own.list(id)).record)[0]).toBe('x');
  await own.remove(
    id,
    entries.map((one) => one.id),
    'Lan',
  );
  expect(says((await own.add(id, [textOf('k1', 'x')], 'Lan')).record)[0]).toBe('x');
  await store.finish('test');
  await store.close();
  expect((await ingestAgain()).outcomes).toMatchObject({ same: 1 });
  expect(says((await corrections.list(id)).record)[0]).toBe('x');
});

test('what is corrected while a run goes on follows its document to a new id', async () => {
  const { out, id } = await ingested();
  const store = await openStore(out);
  await openCorrections(out, { lock: { check: store.check } }).add(id, [textOf('k1', 'x')], 'Lan');
  const [entry] = store.entries();
  if (entry === undefined) throw new Error('no document');
  const written = await store.read(entry);
  const next = `hue-${id}`;
  const record = written.record.replaceAll(id, next);
  await store.put({ ...written, id: next, record }, entry, entry.made);
  await store.close();
  expect(says(await recordOf(out, next))[0]).toBe('x');
  expect(await inCorrections(out)).toEqual([`${next}.json`, `${next}.rules.json`]);
});

const drafts = fc.array(
  fc.oneof(
    fc.record({ act: fc.constant('confirm'), key: fc.constantFrom('k1', 'k2', 'k3', 'header') }),
    fc.record({ act: fc.constant('delete'), key: fc.constantFrom('k1', 'k2', 'k3') }),
    fc.record({
      ...textOf('', ''),
      act: fc.constant('correct'),
      key: fc.constantFrom('k1', 'k2'),
      field: fc.constant('indicator.text'),
      value: fc.constantFrom('x', 'y'),
    }),
    fc.record({
      ...{ act: fc.constant('add'), kind: fc.constantFrom('target', 'task'), start: fc.nat(10) },
      ...{
        end: fc.integer({ min: 14, max: 60 }),
        value: fc.constant({ text: 'x', indicator: { text: 'x' }, quantity: null }),
      },
    }),
  ),
  { minLength: 1, maxLength: 5 },
);

test('any corrections, taken back in any order, leave the bytes of the first record', async () => {
  const { out, id } = await ingested();
  const lock = { check: () => undefined };
  const corrections: Corrections = openCorrections(out, { lock });
  const first = await readFile(`${out}/documents/${id}.json`, 'utf8');
  await fc.assert(
    fc.asyncProperty(drafts, fc.infiniteStream(fc.nat()), async (said, order) => {
      for (const one of said) await corrections.add(id, [one], 'Lan');
      let { entries } = await corrections.list(id);
      while (entries.length > 0) {
        const at = (order.next().value ?? 0) % entries.length;
        ({ entries } = await corrections.remove(id, [entries[at]?.id ?? ''], 'Lan'));
      }
      expect(await readFile(`${out}/documents/${id}.json`, 'utf8')).toBe(first);
    }),
    { numRuns: 15 },
  );
});
