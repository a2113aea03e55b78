import { lstat } from 'node:fs/promises';
import { readOwn } from './own-file.ts';
import { sha256Of } from './replace-file.ts';

/** What the system told of files when they were hashed, and what came of it, by path: a folder of thousands is not read again to see that nothing has changed. */
export type KnownHashes = Map<string, { readonly told: string; readonly sha256: string }>;

/** Milliseconds within which a file may change twice and the system tells the same of it. */
const TOO_NEW = 2000;

/** SHA-256 of a file of an output folder; empty where it cannot be read. */
export async function hashOf(path: string, known?: KnownHashes): Promise<string> {
  const info = known === undefined ? undefined : await lstat(path, { bigint: true }).catch(() => undefined);
  // Whatever is written into it, or put in its place, the system tells another time of change.
  const told = info === undefined ? '' : `${info.ino} ${info.size} ${info.mtimeNs} ${info.ctimeNs}`;
  const before = known?.get(path);
  if (before !== undefined && before.told === told) return before.sha256;
  const bytes = await readOwn(path).catch(() => undefined);
  if (bytes === undefined) return '';
  const sha256 = sha256Of(bytes);
  if (info !== undefined && Date.now() - Number(info.ctimeMs) > TOO_NEW) known?.set(path, { told, sha256 });
  return sha256;
}
