import { lock } from 'proper-lockfile';
import { CallError } from '../call-error.ts';

/** A run that was killed leaves its lock behind; untouched for so long, it counts for nothing. */
const STALE = 5000;

/**
 * Keeps the output folder for one run: two runs that remove what they replace and make the tables anew would destroy
 * each other's work.
 *
 * @returns gives the folder back
 * @throws {CallError} when another run still has the folder after some seconds
 */
export async function lockFolder(folder: string, patience = 8): Promise<() => Promise<void>> {
  try {
    return await lock(folder, {
      lockfilePath: `${folder}/.lock`,
      stale: STALE,
      update: STALE / 4,
      retries: { retries: patience, factor: 1, minTimeout: 1000, maxTimeout: 1000 },
    });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ELOCKED')) throw error;
    throw new CallError(`${folder}: another run is writing to this folder. Wait for its end, or choose another --out.`);
  }
}
