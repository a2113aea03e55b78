import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CallError } from './call-error.ts';
import { readFailures } from './output/failures.ts';
import { remakeTables } from './output/remake.ts';
import { openStore, type Store } from './output/store.ts';

/**
 * Takes documents, and failures that nobody is going to put right, out of an output folder and makes its tables anew.
 *
 * @param names ids of documents, or sources of failures
 * @throws {CallError} when one of them is not there; then none is removed
 */
export async function removeDocuments(folder: string, names: readonly string[]): Promise<readonly string[]> {
  const there = await stat(join(folder, 'documents')).catch(() => undefined);
  if (there === undefined) throw new CallError(`${folder}: this is no output folder (it has no documents/)`);
  const store = await openStore(folder);
  try {
    return await removeFrom(store, names);
  } finally {
    await store.close();
  }
}

/** The same in a folder that is open already. @throws {CallError} as `removeDocuments` */
export async function removeFrom(store: Store, names: readonly string[]): Promise<readonly string[]> {
  const { folder } = store;
  const known = new Set(store.entries().map(({ id }) => id));
  const failures = await readFailures(folder);
  const unknown = names.filter((name) => !known.has(name) && !failures.some(({ source }) => source === name));
  if (unknown.length > 0) {
    throw new CallError(
      ...unknown.map((name) => `${folder}: no document has the id ${name}, and no failure has this source`),
    );
  }
  for (const name of names) await store.remove(name);
  await remakeTables(
    store,
    failures.filter(({ source }) => !names.includes(source)),
  );
  return names;
}
