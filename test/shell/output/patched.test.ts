import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readTablesOutline } from '../../../src/shell/output/outline.ts';
import { openStore } from '../../../src/shell/output/store.ts';
import { writeTables } from '../../../src/shell/output/tables.ts';
import { removeDocuments } from '../../../src/shell/remove.ts';
import { folderWith, ingestWith, putFiles } from '../make.ts';

const NAMES = ['documents.ndjson', 'targets.ndjson', 'tasks.ndjson', 'failures.ndjson', 'datapackage.json'];
const plan = (n: number): string => `SỞ ${n}\n${'Tối thiểu 90% hồ sơ đúng hạn.\n'.repeat(n % 4)}`;
const readAll = (out: string): Promise<string[]> => Promise.all(NAMES.map((name) => readFile(join(out, name), 'utf8')));

/** The tables as they are when every record is read. */
async function whole(out: string): Promise<string[]> {
  const store = await openStore(out);
  try {
    const records = new Map(store.entries().map(({ id, record }) => [id, record]));
    await writeTables(out, { records, failures: [] });
  } finally {
    await store.close();
  }
  return readAll(out);
}

/** Ids of the documents that are read when the tables are made for these. */
async function readFor(out: string, wanted: (id: string) => boolean = () => false): Promise<string[]> {
  const store = await openStore(out);
  const seen: string[] = [];
  try {
    const records = new Map(store.entries().map(({ id, record }) => [id, record]));
    await writeTables(out, { records, failures: [], wanted, see: (row) => void seen.push(row.line.id) });
  } finally {
    await store.close();
  }
  return seen;
}

async function folder(): Promise<{ readonly plans: string; readonly out: string }> {
  const root = await folderWith(Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`plans/${i}.txt`, plan(i)])));
  return { plans: join(root, 'plans'), out: join(root, 'out') };
}

test('tables that are patched are those that are made anew, whatever came, went or changed', async () => {
  const { plans, out } = await folder();
  await ingestWith([plans], out);
  const first = await readAll(out);
  expect(await whole(out)).toEqual(first);
  await putFiles(plans, { '3.txt': plan(103), 'new.txt': plan(55), '0.txt': plan(200), 'zz.txt': plan(56) });
  await ingestWith([plans], out);
  const second = await readAll(out);
  expect(second).not.toEqual(first);
  expect(await whole(out)).toEqual(second);
  const ids =
    second[0]
      ?.trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { id: string }).id) ?? [];
  await removeDocuments(out, [ids[0] ?? '', ids[5] ?? '', ids.at(-1) ?? '']);
  const third = await readAll(out);
  expect(third[0]?.trim().split('\n')).toHaveLength(ids.length - 3);
  expect(await whole(out)).toEqual(third);
});

test('documents that have not changed are not read', async () => {
  const { plans, out } = await folder();
  await ingestWith([plans], out);
  expect(await readFor(out)).toEqual([]);
  const { documents = [] } = (await readTablesOutline(out)) ?? {};
  expect(documents).toHaveLength(12);
  const [id = ''] = documents.map((one) => one.id);
  expect(await readFor(out, (one) => one === id)).toEqual([id]);
});

test('what somebody wrote into a table is put right', async () => {
  const { plans, out } = await folder();
  await ingestWith([plans], out);
  const first = await readAll(out);
  const table = join(out, 'documents.ndjson');
  for (const spoilt of [
    first[0]?.replace('sha256', 'sha265') ?? '',
    first[0]?.slice(0, -40) ?? '',
    `x${first[0]}`,
    '',
  ]) {
    await writeFile(table, spoilt);
    expect(await readFor(out)).toHaveLength(12);
    expect(await readAll(out)).toEqual(first);
  }
  await appendFile(table, '{}\n');
  await readFor(out);
  expect(await readAll(out)).toEqual(first);
  await rm(table);
  await readFor(out);
  expect(await readAll(out)).toEqual(first);
});

test('an outline counts only with the tables that it is of', async () => {
  const { plans, out } = await folder();
  await ingestWith([plans], out);
  const file = join(out, 'datapackage.json');
  const description = await readFile(file, 'utf8');
  await writeFile(file, description.replace(/sha256:[0-9a-f]/u, 'sha256:x'));
  expect(await readTablesOutline(out)).toBeUndefined();
  await rm(file);
  expect(await readTablesOutline(out)).toBeUndefined();
  expect(await readFor(out)).toHaveLength(12);
  expect(await readTablesOutline(out)).toBeDefined();
});
