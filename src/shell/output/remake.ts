import { join } from 'node:path';
import type { Failure } from '../failure.ts';
import { PACKAGE } from '../package-root.ts';
import { readFailures } from './failures.ts';
import { type Item, itemsOf, notedRecords } from './items.ts';
import { tablesBehind } from './runs.ts';
import { openStore, type Store } from './store.ts';
import { type Row, writeTables } from './tables.ts';

/** The last making of tables of each folder, whether it went well or not. */
const turns = new Map<string, Promise<unknown>>();

/** One after the other: of two at a time the older one might have the last word. */
function inTurnOf<T>(folder: string, make: () => Promise<T>): Promise<T> {
  const turn = (turns.get(folder) ?? Promise.resolve()).then(make);
  const done = turn.catch(() => undefined);
  turns.set(folder, done);
  void done.then(() => turns.get(folder) === done && turns.delete(folder));
  return turn;
}

/**
 * Makes the tables of the whole folder anew, and lists the run.
 *
 * @param shown ids of the documents that `see` is shown; of the others lines may be taken over
 * @returns names of record files that could not be read
 */
export function remakeTables(
  store: Store,
  failures: readonly Failure[],
  shown: ReadonlySet<string> = new Set(),
  see: (row: Row) => void = () => undefined,
): Promise<readonly string[]> {
  return inTurnOf(store.folder, () => remake(store, failures, shown, see));
}

async function remake(
  store: Store,
  failures: readonly Failure[],
  shown: ReadonlySet<string>,
  see: (row: Row) => void,
): Promise<readonly string[]> {
  await store.takeCorrected();
  const records = new Map(store.entries().map(({ id, record }) => [id, record]));
  const items = new Map<string, readonly Item[]>();
  store.check();
  const noted = await notedRecords(join(store.folder, 'runs'));
  const isNoted = (id: string): boolean => {
    const record = records.get(id) ?? '';
    return noted.has(record) || store.notes?.(record) === true;
  };
  const unreadable = await writeTables(store.folder, {
    ...{ records, failures },
    wanted: (id) => shown.has(id) || !isNoted(id),
    see(row, record) {
      const { id } = row.line;
      if (shown.has(id)) see(row);
      if (!isNoted(id)) items.set(id, itemsOf(record));
    },
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
