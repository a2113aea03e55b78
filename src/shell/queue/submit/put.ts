import { setTimeout as sleep } from 'node:timers/promises';
import type { Work } from '../../pool/work.ts';
import { type DocumentJob, FORMAT } from '../exchange/job.ts';
import type { Speech } from '../redis/connection.ts';
import { KEEP } from '../redis/names.ts';
import type { SubmitLine } from './line.ts';

/**
 * Leaves the bytes of a document in the store and its job in the queue.
 *
 * @returns how many bytes now lie in the store; they are inside `bytesInFlight` until they are let out
 */
export async function put(line: SubmitLine, id: string, work: Work): Promise<number> {
  const { names, speech, queue, store, limits, pipelines, attempts, backoff, bytesInFlight, reading } = line;
  await reading.enter(1);
  try {
    const bytes = await work.bytes();
    await bytesInFlight.enter(bytes.byteLength);
    try {
      const stored = await withRoom(speech, async () => {
        await putPipelines(line);
        return store.put(names.bytes(id), bytes, KEEP.bytes);
      });
      const { sha256, uri, alsoAt, made } = work;
      const data: DocumentJob = {
        format: FORMAT,
        ...{ sha256, uri, made, limits },
        alsoAt: [...alsoAt],
        pipelines: pipelines.key,
        store: store.name,
        bytes: stored,
      };
      await withRoom(speech, () => queue.add('document', data, jobOptions(id, attempts, backoff)));
      return bytes.byteLength;
    } catch (error) {
      bytesInFlight.leave(bytes.byteLength);
      throw error;
    }
  } finally {
    reading.leave(1);
  }
}

async function putPipelines({ client, names, pipelines }: SubmitLine): Promise<void> {
  const key = names.pipelines(pipelines.key);
  const there = await client.expire(key, KEEP.pipelines);
  if (there === 0) await client.set(key, pipelines.text, 'EX', KEEP.pipelines);
}

/** Redis that is full is waited for: workers and other submitters make room. */
async function withRoom<T>(speech: Speech, write: () => Promise<T>): Promise<T> {
  for (let warned = false; ; warned = true) {
    try {
      return await write();
    } catch (error) {
      if (!(error instanceof Error && /\bOOM\b/u.test(error.message))) throw error;
      if (!warned) {
        speech.log.warn('redis is full');
        speech.say('Redis is full (maxmemory). Waiting for room.');
      }
      await sleep(1000);
    }
  }
}

export const jobOptions = (jobId: string, attempts: number, backoff: number) => ({
  jobId,
  attempts,
  backoff: { type: 'exponential', delay: backoff, jitter: 0.5 },
  removeOnComplete: { age: KEEP.result },
  removeOnFail: { age: KEEP.failed, count: 5000 },
  stackTraceLimit: 0,
});
