import { lock } from 'proper-lockfile';
import { PlanError } from '../../model/errors.ts';
import { CallError, FolderError } from '../call-error.ts';
import { reasonOf, systemCode } from '../failure.ts';

/** A run that was killed leaves its lock behind; untouched for so long, it counts for nothing. */
const STALE = 5000;

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
  try {
    const release = await lock(folder, {
      lockfilePath: `${folder}/.lock`,
      stale: STALE,
      update: STALE / 4,
      retries: { retries: patience, factor: 1, minTimeout: 1000, maxTimeout: 1000 },
      onCompromised: (error) => {
        lost = error;
      },
    });
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
    if (!(error instanceof Error && 'code' in error && error.code === 'ELOCKED')) throw error;
    throw new CallError(
      `${folder}: another run is writing to this folder. Wait for its end, or choose another --out. If there is none, remove ${folder}/.lock.`,
    );
  }
}

/** The lock is renewed again and again; where that fails, what failed stands in the message and its code is another. */
function whyLost({ message }: Error): string {
  const code = /^(?<code>E[A-Z]+): /u.exec(message)?.groups?.code;
  if (code !== undefined && code !== 'ENOENT')
    return reasonOf(Object.assign(new Error(message), { code, syscall: 'utime' }), 'write').message;
  return 'The output folder was taken over by another run, or its lock was removed. Run again.';
}
