import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { jsonOf } from '../../json.ts';
import { readOwn } from '../../output/own-file.ts';
import { DRAFT, replaceFile } from '../../output/replace-file.ts';
import { makeFolder } from '../unwritable.ts';
import { KeptJob } from './job.ts';
import { removeLeftBehind } from './left-behind.ts';

/** Jobs that are remembered after they are done. */
export const REMEMBERED = 500;
/** Ends the name of a file that should be a job and is none: a person may look into it, no server does. */
const DAMAGED = '.damaged';

/** The jobs of a server on its disk: what was taken is read, whatever happens to the server meanwhile. */
export interface KeptJobs {
  /** What earlier servers left, the oldest first. */
  readonly before: readonly KeptJob[];
  /** Names of files that were no jobs and are set aside. */
  readonly damaged: readonly string[];
  /** On the disk when it returns. */
  readonly keep: (job: KeptJob) => Promise<void>;
  readonly forget: (id: string) => Promise<void>;
}

export async function openKeptJobs(folder: string): Promise<KeptJobs> {
  await makeFolder(folder);
  await removeLeftBehind(folder, DRAFT);
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json')).sort();
  const before: KeptJob[] = [];
  const damaged: string[] = [];
  for (const name of names) {
    const job = KeptJob.safeParse(jsonOf(String(await readOwn(join(folder, name)).catch(() => ''))));
    if (job.success && `${job.data.id}.json` === name) before.push(job.data);
    else damaged.push(await setAside(folder, name));
  }
  const forget = (id: string): Promise<void> => rm(join(folder, `${id}.json`), { force: true });
  return {
    before,
    damaged,
    async keep(job) {
      await replaceFile(join(folder, `${job.id}.json`), `${JSON.stringify(job)}\n`);
    },
    forget,
  };
}

/** @returns what it is called now */
async function setAside(folder: string, name: string): Promise<string> {
  const aside = `${name}${DAMAGED}`;
  return rename(join(folder, name), join(folder, aside)).then(
    () => aside,
    () => name,
  );
}
