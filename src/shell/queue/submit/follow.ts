import type { Job } from 'bullmq';
import type { Reason } from '../../failure.ts';
import { placed } from '../../output/placed.ts';
import { sha256Of } from '../../output/replace-file.ts';
import type { Answer } from '../../pool/task.ts';
import type { Work } from '../../pool/work.ts';
import {
  type DocumentJob,
  isReasonSealed,
  isSealed,
  LOST,
  Returned,
  readReason,
  type Stored,
  UNSEALED,
} from '../exchange/job.ts';
import { unpackParcel } from '../exchange/parcel.ts';
import { isUnreadable } from '../exchange/weed.ts';
import type { Hand } from './hand.ts';
import type { SubmitLine } from './line.ts';
import { put } from './put.ts';
import { verified } from './verified.ts';

/** Times that one document is put again because the queue had lost it. */
const PUTS = 20;
/** Times that it is put again because what stood there was not what it said. */
const REFUSALS = 5;

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
  const { claims, lease, bytesInFlight } = line;
  let held = 0;
  let puts = 0;
  let refusals = 0;
  let claimed = 0;
  try {
    for (let first = true; ; first = false) {
      if (Date.now() - claimed > (lease * 1000) / 3) {
        await claims.claim(id);
        claimed = Date.now();
      }
      const found = await look(line, id, work, first, results);
      if (found.is === 'answer') return found.answer;
      if (found.is === 'under-way') {
        await hand.nudged();
        continue;
      }
      if (found.is !== 'absent') await forget(line, id);
      if (found.is === 'refused' && ++refusals > REFUSALS) return { failed: found.last };
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

/** `again`: what is there is worth nothing, and the document is put anew. */
type Found =
  | { readonly is: 'answer'; readonly answer: Answer }
  | { readonly is: 'under-way' | 'again' | 'absent' }
  | { readonly is: 'refused'; readonly last: Reason };

/** What has become of a document's job so far. */
async function look(
  line: SubmitLine,
  id: string,
  work: Work,
  first: boolean,
  results: Map<string, Stored>,
): Promise<Found> {
  const { queue, seal, refused } = line;
  // The state first: what is read of the job after it is at least as far.
  const state = await queue.getJobState(id);
  const job = await jobUnder(line, id);
  if (job === 'unreadable') {
    refused(id, 'job', 'it cannot be read');
    return { is: 'refused', last: FORGED };
  }
  if (job === undefined || state === 'unknown') return { is: 'absent' };
  if (!isSealed(seal, id, job.data)) {
    refused(id, 'job', 'it bears no seal');
    return { is: 'refused', last: UNSEALED };
  }
  if (state === 'completed') return collect(line, id, job, work, results);
  if (state !== 'failed') return { is: 'under-way' };
  const reason = readReason(job.failedReason);
  const lost = reason.stage === 'fetch' && reason.code === 'file-missing';
  // What failed before this run began is tried again in it, as without a queue.
  if (first || lost) return { is: 'again' };
  if (isReasonSealed(seal, id, job.failedReason)) return { is: 'answer', answer: { failed: reason } };
  refused(id, 'failure', 'it bears no seal');
  return { is: 'refused', last: UNSEALED };
}

async function jobUnder({ queue }: SubmitLine, id: string): Promise<Job<DocumentJob> | undefined | 'unreadable'> {
  try {
    return await queue.getJob(id);
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    return 'unreadable';
  }
}

async function collect(
  line: SubmitLine,
  id: string,
  job: Job<DocumentJob>,
  work: Work,
  results: Map<string, Stored>,
): Promise<Found> {
  const { store, names, seal, refused, unpacking } = line;
  const returned = Returned.safeParse(job.returnvalue);
  const bytes = returned.success ? await store.get(names.result(id), returned.data) : undefined;
  if (!returned.success || bytes === undefined) return { is: 'again' };
  if (!seal.holds(returned.data.seal, 'result', id, sha256Of(bytes))) {
    refused(id, 'answer', 'it bears no seal');
    return { is: 'refused', last: UNSEALED };
  }
  await unpacking.enter(1);
  try {
    const { written, ...there } = await unpackParcel(bytes);
    const { sha256, uri } = work;
    // Moved to where it lies here it has another name, which is made of other words of the same record.
    const done = verified(placed(verified(written, sha256, there.uri), there, work), sha256, uri);
    results.set(id, returned.data);
    return { is: 'answer', answer: { done } };
  } catch (error) {
    refused(id, 'answer', error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
    return { is: 'refused', last: FORGED };
  } finally {
    unpacking.leave(1);
  }
}

/** What came back again and again was no record of the document. */
const FORGED: Reason = {
  stage: 'fetch',
  code: 'version-unknown',
  message:
    'What came back is no record of this document. Workers and submitters must be of one version; if they are, somebody else writes to this Redis.',
};

/** Takes a job out of the queue; refused while a worker has it, and then no matter. */
export const forget = ({ queue }: SubmitLine, id: string): Promise<unknown> => queue.remove(id).catch(() => undefined);
