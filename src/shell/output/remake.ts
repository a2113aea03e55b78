import { join } from 'node:path';
import type { Failure } from '../failure.ts';
import { PACKAGE } from '../package-root.ts';
import { readFailures } from './failures.ts';
import { type Item, itemsOf, notedRecords } from './items.ts';
import { tablesBehind } from './runs.ts';
import { openStore, type Store } from './store.ts';
import { type Row, writeTables } from './tables.ts';

/**
 * Makes the tables of the whole folder anew, and lists the run.
 *
 * @param see is shown every document once
 * @returns names of record files that could not be read
 */
export async function remakeTables(
  store: Store,
  failures: readonly Failure[],
  see: (row: Row) => void = () => undefined,
): Promise<readonly string[]> {
  const hashes = new Map(store.entries().map(({ id, record }) => [id, record]));
  const items = new Map<string, readonly Item[]>();
  store.check();
  const noted = await notedRecords(join(store.folder, 'runs'));
  const unreadable = await writeTables(store.folder, [...hashes.keys()], failures, (row, record) => {
    see(row);
    if (!noted.has(hashes.get(row.line.id) ?? '')) items.set(row.line.id, itemsOf(record));
  });
  await store.finish(PACKAGE.version, items);
  return unreadable;
}

/**
 * Makes the tables anew where documents were corrected since they were made.
 *
 * @returns whether they say now what the documents say
 */
export async function freshenTables(folder: string): Promise<boolean> {
  if (!(await tablesBehind(join(folder, 'runs')))) return true;
  const store = await openStore(folder);
  try {
    await remakeTables(store, await readFailures(folder));
    return true;
  } finally {
    await store.close();
  }
}
