import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Milliseconds after which what was begun and not finished belongs to a server that was killed. */
const LEFT_BEHIND = 24 * 3600_000;

/**
 * Removes what servers that were killed had begun to write, once it is old: another server may be writing there now.
 *
 * @param ending of the names of what is not finished
 */
export async function removeLeftBehind(folder: string, ending: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    if (!name.endsWith(ending)) continue;
    const { mtimeMs } = await stat(join(folder, name)).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > LEFT_BEHIND) await rm(join(folder, name), { force: true }).catch(() => undefined);
  }
}
