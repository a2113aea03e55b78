import { DelayedError, type Job, UnrecoverableError, WaitingError } from 'bullmq';
import { PlanError } from '../../../model/errors.ts';
import { type Reason, reasonOf } from '../../failure.ts';
import { sha256Of } from '../../output/replace-file.ts';
import type { WorkerSetup } from '../../pool/task.ts';
import { type Scans, ScansAsked } from '../../recognition/scans.ts';
import type { Turns } from '../exchange/gate.ts';
import {
  AnyJob,
  type DocumentJob,
  FOREIGN,
  FORMAT,
  isJobId,
  isSealed,
  type JobProgress,
  jobOf,
  jobOptions,
  LOST,
  type Returned,
  sealReason,
  Tries,
  UNSEALED,
} from '../exchange/job.ts';
import { packParcel } from '../exchange/parcel.ts';
import { pipelinesUnder } from '../exchange/pipelines.ts';
import { workersThere } from '../exchange/registry.ts';
import type { Seal } from '../exchange/seal.ts';
import type { BlobStore } from '../exchange/store.ts';
import type { RedisClient } from '../redis/client.ts';
import { KEEP, type Names } from '../redis/names.ts';
import type { PagesOf } from './pages-of.ts';
import type { PagePool } from './pools.ts';

export interface Workshop {
  readonly client: RedisClient;
  readonly names: Names;
  readonly rules: string;
  readonly store: BlobStore;
  readonly seal: Seal;
  /** MB that one document may take once it is read: what is larger as it is never can be. */
  readonly memory: number;
  /** Told of what was not taken, because no submitter put it there or it bore no seal. */
  readonly refused: (job: string, what: 'form' | 'seal' | 'content' | 'unreadable') => void;
  readonly turns: Turns;
  /** How pages that are images are read here, for what is asked. */
  readonly scansOf: (asked: ScansAsked) => Scans;
  /** Processes that read by these pipelines and limits. */
  readonly poolFor: (key: string, setup: () => Promise<WorkerSetup>) => Promise<PagePool>;
  /** Has pages of a document read by all workers that read them alike; undefined where none does. */
  readonly pagesOf: PagesOf;
  /** Once aborted, what is in hand is given back. */
  readonly giveBack: AbortSignal;
  /** Workers that a document may take down with it before it is set aside. */
  readonly losses: number;
  /** Seconds of each stage of what was done, by job, until somebody takes them. */
  readonly times: Map<string, Readonly<Record<string, number>>>;
  /** Times that a job of an unknown version is left to other workers, and the wait in ms between them. */
  readonly patience: { readonly times: number; readonly wait: number };
}

/** One job: the bytes from the store, through a process, the answer into the store. */
export async function processJob(job: Job, token: string, shop: Workshop): Promise<Returned> {
  const id = admit(job, shop);
  const fail = (reason: Reason): Error => unrecoverable(shop.seal, id, reason);
  await leaveToOthers(job, token, shop, fail);
  const data = jobOf(id, job.data);
  if (data === undefined) {
    shop.refused(id, 'form');
    throw fail(FOREIGN);
  }
  const { turns, giveBack, client, names } = shop;
  const work = (): Promise<Returned> => read(id, job, data, shop);
  const turn = job.stalledCounter > 0 ? turns.alone(() => underSuspicion(job, work, shop)) : turns.shared(work);
  try {
    return await beforeAbort(giveBack, turn);
  } catch (error) {
    if (!(error instanceof GivenBack)) throw thrownFor(error, shop.seal, id);
    await client.del(names.suspect(id));
    await job.moveToWait(token);
    throw new WaitingError();
  }
}

/**
 * The id of a job that a submitter may have put there. Options are the worker's own: those in the queue are whoever's.
 */
function admit(job: Job, { seal, refused }: Workshop): string {
  const { id, data } = job;
  const tries = Tries.safeParse(job.opts);
  const { attempts, backoff } = tries.success ? tries.data : { attempts: 1, backoff: { delay: 0 } };
  job.opts = jobOptions(id ?? '', attempts, backoff.delay);
  if (!isJobId(id) || !tries.success) {
    refused(String(id).slice(0, 100), 'form');
    throw unrecoverable(seal, id ?? '', FOREIGN);
  }
  if (isSealed(seal, id, data)) return id;
  refused(id, 'seal');
  throw unrecoverable(seal, id, UNSEALED);
}

/**
 * A document that was lost with its worker has the next one to itself: nothing else goes down with it again. What counts
 * against it are the times that it was read so and never ended, not the times that it waited beside the one to blame.
 */
async function underSuspicion(job: Job, work: () => Promise<Returned>, shop: Workshop): Promise<Returned> {
  const { client, names, losses, giveBack } = shop;
  if (giveBack.aborted) throw new GivenBack();
  const suspect = names.suspect(job.id ?? '');
  const [times] = await reach(async () => Promise.all([client.incr(suspect), client.expire(suspect, KEEP.suspect)]));
  try {
    // The first worker was lost before anybody counted.
    if (times >= losses) throw new Lost();
    return await work();
  } finally {
    client.del(suspect).catch(() => undefined);
  }
}

async function read(id: string, job: Job, data: DocumentJob, shop: Workshop): Promise<Returned> {
  const { names, store, seal } = shop;
  if (data.store !== store.name && (data.store === 'redis' || store.name === 'redis')) {
    const detail =
      data.store === 'redis'
        ? 'The bytes of this document lie in Redis, but this worker looks into another store. Start it without --blobs.'
        : `The bytes of this document lie in ${data.store}. Start the worker with --blobs and the way to it.`;
    throw new PlanError('version-unknown', 'fetch', detail);
  }
  if (data.bytes.size > shop.memory * 1024 * 1024) {
    const detail = `It is larger than the ${shop.memory} MB that this worker may take for it. Raise --max-memory or split the document.`;
    throw new PlanError('memory-exceeded', 'fetch', detail);
  }
  const begun = Date.now();
  // Nothing waits for this: it is for those who watch. A job begins with `fetch`.
  const reached = (stage: JobProgress['stage'], pages?: JobProgress['pages']): void => {
    job.updateProgress({ stage, ...(pages === undefined ? {} : { pages }) }).catch(() => undefined);
  };
  const bytes = await reach(() => store.get(names.bytes(id), data.bytes));
  if (bytes === undefined) throw GONE;
  if (sha256Of(bytes) !== data.sha256) {
    shop.refused(id, 'content');
    throw GONE;
  }
  const { pool, scans } = await poolOf(data, shop);
  reached('read');
  const fetched = Date.now();
  // A process that does not say when it had read the document counts as extracting all the time.
  let read = fetched;
  const onRead = (): void => {
    read = Date.now();
    reached('extract');
  };
  const { uri, alsoAt, made } = data;
  const task = { bytes, uri, alsoAt, pipeline: made.choice, declared: made.told };
  const pages = shop.pagesOf(id, job.data, scans);
  const answer = await pool
    .run(task, { onRead, onPages: (done) => reached('read', done), ...(pages && { readPages: pages.readPages }) })
    .finally(() => pages?.end());
  if ('failed' in answer) {
    const { code, stage, message } = answer.failed;
    throw new PlanError(code, stage, message);
  }
  const extracted = Date.now();
  reached('write');
  const parcel = await packParcel({ written: answer.done, uri, alsoAt });
  const stored = await reach(() => store.put(names.result(id), parcel, KEEP.result));
  const seconds = (from: number, to: number): number => Math.max(0, to - from) / 1000;
  const taken = {
    fetch: seconds(begun, fetched),
    read: seconds(fetched, read),
    extract: seconds(read, extracted),
    write: seconds(extracted, Date.now()),
  };
  shop.times.set(id, taken);
  const mark = seal.of('result', id, sha256Of(parcel));
  return mark === undefined ? stored : { ...stored, seal: mark };
}

/** The processes that read a document as its submitter asks. */
export async function poolOf(
  { made, pipelines: key, limits }: DocumentJob,
  { client, names, scansOf, poolFor }: Pick<Workshop, 'client' | 'names' | 'scansOf' | 'poolFor'>,
): Promise<{ readonly pool: PagePool; readonly scans: Scans }> {
  const scans = scansOf(ScansAsked.parse(made.scans ?? { ocr: 'auto' }));
  const pool = await poolFor(`${key} ${JSON.stringify([limits, scans.asked])}`, async () => {
    const pipelines = await pipelinesUnder(client, names, key);
    if (pipelines === undefined) throw GONE;
    return { pipelines, limits, scans };
  });
  return { pool, scans };
}

/** The submitter puts them again when it hears of this. */
const GONE = new PlanError(
  'file-missing',
  'fetch',
  'The bytes of this document are no longer in the queue. Ingest it again.',
);
const NEVER: ReadonlySet<string> = new Set(['version-unknown']);

/** What BullMQ is to make of it: try again where that can help. */
function thrownFor(error: unknown, seal: Seal, id: string): Error {
  if (error instanceof UnrecoverableError) return error;
  if (error instanceof Lost) return unrecoverable(seal, id, LOST);
  const reason = reasonOf(error, 'extract');
  const hopeless = error instanceof PlanError && (!error.retryable || NEVER.has(error.code));
  return hopeless ? unrecoverable(seal, id, reason) : new Error(sealReason(seal, id, reason));
}

const unrecoverable = (seal: Seal, id: string, reason: Reason): Error =>
  new UnrecoverableError(sealReason(seal, id, reason));

/** Trouble with the store is no trouble of the document: another try may find it well. */
async function reach<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new PlanError('url-failed', 'fetch', `The store of the queue could not be reached (${detail}).`, error);
  }
}

/**
 * A job that only another version can do is put back for it a number of times, for as long as workers of that version are
 * about, and then fails, so that somebody hears of it.
 */
async function leaveToOthers(job: Job, token: string, shop: Workshop, fail: (reason: Reason) => Error): Promise<void> {
  const { client, names, rules, patience, seal } = shop;
  const any = AnyJob.safeParse(job.data);
  const asked = any.success ? any.data : undefined;
  if (asked === undefined || (asked.format === FORMAT && asked.made?.rules === rules)) return;
  const wanted = asked.made?.rules ?? `format ${asked.format}`;
  const there = await workersThere(client, names, seal);
  const known = there.some((worker) => worker.rules === asked.made?.rules);
  if (!known && job.attemptsStarted > patience.times) {
    throw fail({
      stage: 'read',
      code: 'version-unknown',
      message: `This document was sent by another version of kehoach (${wanted}) than the workers have (${rules}). Start workers of that version, or send it with theirs.`,
    });
  }
  await job.moveToDelayed(Date.now() + patience.wait, token);
  throw new DelayedError();
}

class GivenBack extends Error {}
/** Every worker that took it went down with it. */
class Lost extends Error {}

/** The work, or `GivenBack` when there is no more time for it. */
async function beforeAbort<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  let stop: (() => void) | undefined;
  const aborted = new Promise<never>((_, refuse) => {
    stop = () => refuse(new GivenBack());
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    if (stop !== undefined) signal.removeEventListener('abort', stop);
  }
}
