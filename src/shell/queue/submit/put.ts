import type { Work } from '../../pool/work.ts';
import { type DocumentJob, FORMAT, jobOptions, sealJob } from '../exchange/job.ts';
import { KEEP } from '../redis/names.ts';
import type { SubmitLine } from './line.ts';

/**
 * Leaves the bytes of a document in the store and its job in the queue.
 *
 * @returns how many bytes now lie in the store; they are inside `bytesInFlight` until they are let out
 */
export async function put(line: SubmitLine, id: string, work: Work): Promise<number> {
  const { names, queue, store, seal, limits, pipelines, attempts, backoff, bytesInFlight, reading } = line;
  await reading.enter(1);
  try {
    const bytes = await work.bytes();
    await bytesInFlight.enter(bytes.byteLength);
    try {
      await putPipelines(line);
      const stored = await store.put(names.bytes(id), bytes, KEEP.bytes);
      const { sha256, uri, alsoAt, made } = work;
      const data: DocumentJob = {
        format: FORMAT,
        ...{ sha256, uri, made, limits },
        alsoAt: [...alsoAt],
        pipelines: pipelines.key,
        store: store.name,
        bytes: stored,
      };
      await queue.add('document', sealJob(seal, id, data), jobOptions(id, attempts, backoff));
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
