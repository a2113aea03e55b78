import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FolderError } from '../call-error.ts';
import { reasonOf, systemCode } from '../failure.ts';
import type { Log } from '../log.ts';

/** A disk that is full or may only be read: what lies on it can be shown all the same. */
const UNWRITABLE: ReadonlySet<string> = new Set(['EROFS', 'EACCES', 'EPERM', 'ENOSPC', 'EDQUOT']);

export const isUnwritable = (error: unknown): boolean => UNWRITABLE.has(systemCode(error) ?? '');

/** Makes a folder of a server, or goes without it where nothing can be written. Whoever writes into it later is told why he cannot. */
export async function makeFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true }).catch((error: unknown) => {
    if (!isUnwritable(error)) throw error;
  });
}

/**
 * Makes the output folder of a server.
 *
 * @throws {FolderError} where it is not there and cannot be made
 */
export async function makeOutput(folder: string, log: Log): Promise<void> {
  try {
    await mkdir(join(folder, 'server'), { recursive: true });
  } catch (error) {
    const { message } = reasonOf(error, 'write');
    const there = await stat(join(folder, 'documents')).catch(() => undefined);
    if (!isUnwritable(error) || there === undefined) throw new FolderError(`--out ${folder}`, message);
    log.warn({ folder, why: message }, 'only shown: nothing is taken in');
  }
}
