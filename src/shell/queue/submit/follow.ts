import type { Job } from 'bullmq';
import { placed } from '../../output/placed.ts';
import type { Answer } from '../../pool/task.ts';
import type { Work } from '../../pool/work.ts';
import { type DocumentJob, LOST, readReason, Stored } from '../exchange/job.ts';
import { unpackParcel } from '../exchange/parcel.ts';
import type { Hand } from './hand.ts';
import type { SubmitLine } from './line.ts';
import { put } from './put.ts';

/** Times that one document is put again because the queue had lost it. */
const PUTS = 20;

/**
 * Brings one document through the queue, whatever becomes of its job meanwhile.
 *
 * @param results where the answer lies in the store is noted here
 */
export async function follow(
  line: SubmitLine,
  id: string,
  work: Work,
  hand: Hand,
  results: Map<string, Stored>,
): Promise<Answer> {
  const { queue, claims, lease, bytesInFlight } = line;
  let held = 0;
  let puts = 0;
  let claimed = 0;
  try {
    for (let first = true; ; first = false) {
      if (Date.now() - claimed > (lease * 1000) / 3) {
        await claims.claim(id);
        claimed = Date.now();
      }
      // The state first: what is read of the job after it is at least as far.
      const state = await queue.getJobState(id);
      const job: Job<DocumentJob> | undefined = await queue.getJob(id);
      if (job !== undefined && state === 'completed') {
        const answer = await collect(line, id, job, work, results);
        if (answer !== undefined) return answer;
        await forget(line, id);
      } else if (job !== undefined && state === 'failed') {
        const reason = readReason(job.failedReason);
        const lost = reason.stage === 'fetch' && reason.code === 'file-missing';
        // What failed before this run began is tried again in it, as without a queue.
        if (!first && !lost) return { failed: reason };
        await forget(line, id);
      } else if (job !== undefined && state !== 'unknown') {
        await hand.nudged();
        continue;
      }
      bytesInFlight.leave(held);
      held = 0;
      if (++puts > PUTS) return { failed: LOST };
      if (puts > 1) await claims.claim(id);
      held = await put(line, id, work);
      await hand.nudged();
    }
  } finally {
    bytesInFlight.leave(held);
  }
}

async function collect(
  { store, names }: SubmitLine,
  id: string,
  job: Job<DocumentJob>,
  work: Work,
  results: Map<string, Stored>,
): Promise<Answer | undefined> {
  const stored = Stored.safeParse(job.returnvalue);
  const bytes = stored.success ? await store.get(names.result(id), stored.data) : undefined;
  if (!stored.success || bytes === undefined) return undefined;
  results.set(id, stored.data);
  const { written, ...there } = await unpackParcel(bytes);
  return { done: placed(written, there, work) };
}

/** Takes a job out of the queue; refused while a worker has it, and then no matter. */
export const forget = ({ queue }: SubmitLine, id: string): Promise<unknown> => queue.remove(id).catch(() => undefined);
