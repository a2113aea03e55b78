import { mkdir, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DRAFT, DRAFT_MARK } from './replace-file.ts';

/** What a page's folder may hold of an earlier page. Whatever else lies there is not ours. */
const OWN = /^(?:figures|words)-\d+\.[0-9a-f]{8}\.js$/u;

/** Writes the files that lie beside a page, and removes those of the page before it. */
export async function replacePageFiles(folder: string, files: ReadonlyMap<string, () => Uint8Array>): Promise<void> {
  if (files.size > 0) await mkdir(folder, { recursive: true });
  for (const [name, bytesOf] of files) await writeWhole(join(folder, name), bytesOf());
  const present = await readdir(folder).catch((): string[] => []);
  const old = present.filter((name) => OWN.test(name) && !files.has(name));
  for (const name of old) await rm(join(folder, name), { force: true });
  // Refused where something else lies there.
  if (files.size === 0 && old.length > 0) await rmdir(folder).catch(() => undefined);
}

/** Not synced as records are: what a lost disk takes of a page is made again, and a hundred syncs take a minute. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const draft = `${path}.${DRAFT_MARK}${DRAFT}`;
  try {
    await writeFile(draft, bytes);
    await rename(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
}
