import { lstat, rm, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { lock } from 'proper-lockfile';
import { PlanError } from '../../model/errors.ts';
import { CallError, FolderError } from '../call-error.ts';
import { reasonOf, systemCode } from '../failure.ts';

/** A run that was killed leaves its lock behind; untouched for so long, it counts for nothing. */
const STALE = 5000;
/** Milliseconds between two tries to get a folder that another run has. */
const BETWEEN = 1000;
/** Stands in a folder while somebody waits for it: a server that writes without pause gives way. */
const WANTED = '.lock-wanted';

/** The folder is this run's own until it is given back, or lost (the machine slept, someone deleted the lock). */
export interface FolderLock {
  /** @throws {PlanError} when the folder is no longer this run's own: another one may be writing */
  readonly check: () => void;
  readonly release: () => Promise<void>;
}

/**
 * Keeps the output folder for one run: two runs that remove what they replace and make the tables anew would destroy
 * each other's work.
 *
 * @param patience seconds to wait for another run
 * @throws {CallError} when another run still has the folder then, or nothing can be written to it
 */
export async function lockFolder(folder: string, patience = 8): Promise<FolderLock> {
  let lost: Error | undefined;
  const take = (): Promise<() => Promise<void>> =>
    lock(folder, {
      lockfilePath: `${folder}/.lock`,
      stale: STALE,
      update: STALE / 4,
      onCompromised: (error) => {
        lost = error;
      },
    });
  try {
    const release = await taken(folder, patience, take);
    return {
      check() {
        if (lost !== undefined) throw new PlanError('output-unwritable', 'write', whyLost(lost), lost);
      },
      async release() {
        if (lost === undefined) await release();
      },
    };
  } catch (error) {
    if (systemCode(error) !== undefined) throw new FolderError(folder, reasonOf(error, 'write').message);
    if (!isTaken(error)) throw error;
    throw new CallError(
      `${folder}: another run is writing to this folder. Wait for its end, or choose another --out. If there is none, remove ${folder}/.lock.`,
    );
  }
}

const isTaken = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ELOCKED';

/** Tries until nobody has the folder, and lets whoever has it know. */
async function taken<T>(folder: string, patience: number, take: () => Promise<T>): Promise<T> {
  let waited = false;
  try {
    for (let left = patience; ; left--) {
      try {
        return await take();
      } catch (error) {
        if (!isTaken(error) || left <= 0) throw error;
      }
      waited = true;
      await sayWanted(folder);
      await sleep(BETWEEN);
    }
  } finally {
    if (waited) await rm(`${folder}/${WANTED}`, { force: true }).catch(() => undefined);
  }
}

async function sayWanted(folder: string): Promise<void> {
  const path = `${folder}/${WANTED}`;
  try {
    // Made anew, never written through: what stands there may be a link of somebody's.
    await rm(path, { force: true });
    await writeFile(path, '', { flag: 'wx' });
  } catch {
    // Another one who waits has just said so, or nothing can be written here.
  }
}

/** Whether somebody waits for the folder at this moment. One who was killed while he waited soon counts for nothing. */
export async function isWanted(folder: string): Promise<boolean> {
  const info = await lstat(`${folder}/${WANTED}`).catch(() => undefined);
  return info !== undefined && Date.now() - info.mtimeMs < 3 * BETWEEN;
}

/** The lock is renewed again and again; where that fails, what failed stands in the message and its code is another. */
function whyLost({ message }: Error): string {
  const code = /^(?<code>E[A-Z]+): /u.exec(message)?.groups?.code;
  if (code !== undefined && code !== 'ENOENT')
    return reasonOf(Object.assign(new Error(message), { code, syscall: 'utime' }), 'write').message;
  return 'The output folder was taken over by another run, or its lock was removed. Run again.';
}
