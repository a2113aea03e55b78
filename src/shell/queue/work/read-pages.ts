import { type Job, UnrecoverableError, Worker } from 'bullmq';
import { PlanError } from '../../../model/errors.ts';
import { reasonOf } from '../../failure.ts';
import { sha256Of } from '../../output/replace-file.ts';
import type { PagesAnswer } from '../../pool/task.ts';
import { DATA_NAME, type Engine } from '../../recognition/engine.ts';
import { FOREIGN, isSealed, jobOf, type Returned, sealReason } from '../exchange/job.ts';
import { type PagesJob, packPages, pagesJobOf, pagesOptions, pagesQueueOf } from '../exchange/pages-job.ts';
import { KEEP } from '../redis/names.ts';
import { poolOf, type Workshop } from './process.ts';

export interface PagesWorkerOptions {
  readonly engine: Engine;
  readonly prefix: string;
  readonly concurrency: number;
  readonly lock: number;
  readonly stalledEvery: number;
  readonly trouble: (error: Error) => void;
}

/** Takes pages of documents that some worker has in hand, this one or another. */
export function startPagesWorker(
  shop: Workshop,
  { engine, prefix, concurrency, lock, stalledEvery, trouble }: PagesWorkerOptions,
): { readonly close: (force: boolean) => Promise<void> } {
  const { client, rules } = shop;
  const bytesOf = keptBytes(shop);
  const name = pagesQueueOf(rules, `${engine.name}, ${DATA_NAME}`);
  const worker: Worker<unknown, Returned> = new Worker(name, (job) => read(job, shop, bytesOf), {
    connection: client,
    prefix,
    concurrency,
    lockDuration: lock,
    stalledInterval: stalledEvery,
    // The second worker that goes down with it was not lost by chance.
    maxStalledCount: 1,
    runRetryDelay: 1000,
  });
  worker.on('error', trouble);
  return { close: (force) => worker.close(force) };
}

type BytesOf = (data: PagesJob, document: NonNullable<ReturnType<typeof jobOf>>) => Promise<Uint8Array>;

/** Those of the last document are kept: its parts follow each other. */
function keptBytes({ store, names }: Workshop): BytesOf {
  let last: { readonly job: string; readonly bytes: Promise<Uint8Array> } | undefined;
  return ({ job }, { bytes: stored, sha256 }) => {
    if (last?.job === job) return last.bytes;
    const bytes = store.get(names.bytes(job), stored).then((found) => {
      if (found !== undefined && sha256Of(found) === sha256) return found;
      last = undefined;
      throw new PlanError('file-missing', 'fetch', 'The bytes of this document are no longer in the queue.');
    });
    last = { job, bytes };
    return bytes;
  };
}

async function read(job: Job<unknown>, shop: Workshop, bytesOf: BytesOf): Promise<Returned> {
  const { seal, names, store, refused } = shop;
  const id = job.id ?? '';
  // Those in the queue are whoever's.
  job.opts = pagesOptions(id);
  const data = pagesJobOf(seal, id, job.data);
  const document = data === undefined ? undefined : jobOf(data.job, data.document);
  if (data === undefined || document === undefined || !isSealed(seal, data.job, data.document)) {
    refused(id.slice(0, 100), 'form');
    throw new UnrecoverableError(sealReason(seal, id, FOREIGN));
  }
  const answer = await answerTo(job, data, document, shop, bytesOf);
  if ('failed' in answer) throw new UnrecoverableError(sealReason(seal, id, answer.failed));
  const packed = await packPages(answer.pages);
  const stored = await store.put(names.result(id), packed, KEEP.bytes);
  const mark = seal.of('result', id, sha256Of(packed));
  return mark === undefined ? stored : { ...stored, seal: mark };
}

async function answerTo(
  job: Job<unknown>,
  data: PagesJob,
  document: NonNullable<ReturnType<typeof jobOf>>,
  shop: Workshop,
  bytesOf: BytesOf,
): Promise<PagesAnswer> {
  try {
    const bytes = await bytesOf(data, document);
    const { pool } = await poolOf(document, shop);
    return await pool.readPages({ bytes, uri: document.uri, pages: data.pages }, (pages) => {
      job.updateProgress({ ...pages }).catch(() => undefined);
    });
  } catch (error) {
    return { failed: reasonOf(error, 'read') };
  }
}
