import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { jsonOf } from '../../json.ts';
import { readOwn } from '../../output/own-file.ts';
import { replaceFile } from '../../output/replace-file.ts';
import { KeptJob } from './job.ts';

/** Jobs that are remembered after they are done. */
const REMEMBERED = 500;

/** The jobs of a server on its disk: what was taken is read, whatever happens to the server meanwhile. */
export interface KeptJobs {
  /** What earlier servers left, the oldest first. */
  readonly before: readonly KeptJob[];
  /** On the disk when it returns. */
  readonly keep: (job: KeptJob) => Promise<void>;
}

export async function openKeptJobs(folder: string): Promise<KeptJobs> {
  await mkdir(folder, { recursive: true });
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const before: KeptJob[] = [];
  for (const name of names) {
    const job = KeptJob.safeParse(jsonOf(String(await readOwn(join(folder, name)).catch(() => ''))));
    if (job.success) before.push(job.data);
  }
  const done = before.filter(({ items }) => items !== null);
  for (const { id } of done.slice(0, Math.max(0, done.length - REMEMBERED))) {
    await rm(join(folder, `${id}.json`), { force: true });
  }
  return {
    before,
    async keep(job) {
      await replaceFile(join(folder, `${job.id}.json`), `${JSON.stringify(job)}\n`);
    },
  };
}
