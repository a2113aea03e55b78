import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { removeDocuments } from '../../../src/shell/remove.ts';
import { comparePlaces, pageOf } from '../../../src/shell/serve/look/page-of.ts';
import { NO_TABLES, openTables, type Tables, versionOf } from '../../../src/shell/serve/look/tables-index.ts';
import { keepTables } from '../../../src/shell/serve/look/tables-kept.ts';
import { folderWith, ingestWith, putFiles } from '../make.ts';
import { kehoach, PLAN } from '../program.ts';

const plan = (n: number): string => PLAN.replace('12/KH', `${n}/KH`).replace('90%', `${n}%`);

async function read(out: string, before: Tables = NO_TABLES): Promise<Tables> {
  const { tables } = await openTables(out, (await versionOf(out)) ?? '', before);
  return tables;
}

/** All that tables say, whatever they were taken over from. */
async function said(tables: Tables): Promise<unknown> {
  return {
    documents: [...tables.documents.values()].map(({ line, unsure, why, words }) => [line, unsure, why, words]),
    targets: await Promise.all(
      tables.targets.map(async (one) => [one.words, one.due, one.agencies, await tables.target(one)]),
    ),
    tasks: await Promise.all(tables.tasks.map(async (one) => [one.words, await tables.task(one)])),
    failures: tables.failures,
  };
}

test('tables that are read again say what they say when they are read for the first time', async () => {
  const folder = await folderWith(
    Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`plans/${i}.txt`, plan(i + 20)])),
  );
  const out = join(folder, 'out');
  const ingest = () => kehoach(['ingest', join(folder, 'plans'), '--out', out, '--quiet']);
  await ingest();
  const first = await read(out);
  expect(first.targets).toHaveLength(6);
  await putFiles(folder, { 'plans/2.txt': plan(77), 'plans/9.txt': plan(15), 'plans/broken.pdf': '%PDF-1.4' });
  await ingest();
  const second = await read(out, first);
  expect(await said(second)).toEqual(await said(await read(out)));
  // What has not changed is the same in memory, too.
  const kept = [...second.blocks].filter(([id, block]) => first.blocks.get(id) === block);
  expect(kept).toHaveLength(5);
  await removeDocuments(out, [[...second.documents.keys()][0] ?? '']);
  const third = await read(out, second);
  expect(await said(third)).toEqual(await said(await read(out)));
  expect(third.documents.size).toBe(6);
  // What was opened earlier can be read as it was.
  expect(await said(first)).toMatchObject({ targets: { length: 6 } });
}, 120_000);

test('tables of an earlier version of the program, without an outline, are read too', async () => {
  const folder = await folderWith({ 'plans/a.txt': plan(20), 'plans/b.txt': plan(21) });
  const out = join(folder, 'out');
  await kehoach(['ingest', join(folder, 'plans'), '--out', out, '--quiet']);
  const whole = await said(await read(out));
  await rm(join(out, '.tables.json'));
  const before = await read(out);
  expect(await said(before)).toEqual(whole);
  expect(await said(await read(out, before))).toEqual(whole);
  await writeFile(join(out, 'targets.ndjson'), '{"no":"record"}\n');
  expect((await read(out, before)).targets).toEqual([]);
}, 120_000);

test('pages go on after the place of the last row, whatever came or went meanwhile', () => {
  const place = (row: number) => [row];
  const rows = [1, 3, 5, 7, 9, 11];
  const first = pageOf(rows, place, { limit: 2 });
  expect(first).toMatchObject({ rows: [1, 3], total: 6 });
  const others = [2, 3, 4, 5, 7, 9];
  expect(pageOf(others, place, { limit: 2, cursor: first.next ?? '' }).rows).toEqual([4, 5]);
  expect(pageOf([1], place, { limit: 2, cursor: first.next ?? '' })).toMatchObject({ rows: [], next: null });
  expect(() => pageOf(rows, place, { limit: 2, cursor: 'x' })).toThrow(/cursor/u);
  expect(comparePlaces(['a', 2], ['a', 10])).toBeLessThan(0);
  expect(comparePlaces(['a'], ['a', 1])).toBeLessThan(0);
});

test('whoever asks first after a run of another program is told what that run wrote', async () => {
  const folder = await folderWith({ 'in/a.txt': '- Đạt 1%', 'in/b.txt': '- Đạt 2%' });
  await ingestWith([`${folder}/in/a.txt`], `${folder}/out`);
  const tables = keepTables(`${folder}/out`, () => undefined);
  onTestFinished(tables.close);
  expect((await tables.now()).documents.size).toBe(1);
  await ingestWith([`${folder}/in/b.txt`], `${folder}/out`);
  await new Promise((done) => setTimeout(done, 350));
  expect((await tables.now()).documents.size).toBe(2);
});
