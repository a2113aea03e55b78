import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CallError } from './call-error.ts';
import { readFailures } from './output/failures.ts';
import { openStore } from './output/store.ts';
import { writeTables } from './output/tables.ts';
import { PACKAGE } from './package-root.ts';

/**
 * Takes documents out of an output folder and makes its tables anew.
 *
 * @throws {CallError} when one of them is not there; then none is removed
 */
export async function removeDocuments(folder: string, ids: readonly string[]): Promise<readonly string[]> {
  const there = await stat(join(folder, 'documents')).catch(() => undefined);
  if (there === undefined) throw new CallError(`${folder}: this is no output folder (it has no documents/)`);
  const store = await openStore(folder);
  try {
    const known = new Set(store.entries().map(({ id }) => id));
    const unknown = ids.filter((id) => !known.has(id));
    if (unknown.length > 0) throw new CallError(...unknown.map((id) => `${folder}: no document has the id ${id}`));
    for (const id of ids) await store.remove(id);
    const left = store.entries().map(({ id }) => id);
    store.check();
    await writeTables(folder, left, await readFailures(folder), () => undefined);
    await store.finish(PACKAGE.version);
    return ids;
  } finally {
    await store.close();
  }
}
