import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Job, Queue, QueueEvents } from 'bullmq';
import type { Limits } from '../../../model/block.ts';
import { PlanError } from '../../../model/errors.ts';
import type { Pipeline } from '../../../model/pipeline.ts';
import type { Answer } from '../../pool/task.ts';
import type { Executor, Ran, Work } from '../../pool/work.ts';
import { openGate } from '../exchange/gate.ts';
import { type DocumentJob, FORMAT, jobIdOf, LOST, pipelinesKey, readReason, Stored } from '../exchange/job.ts';
import { unpackParcel } from '../exchange/parcel.ts';
import { BEAT, workersThere } from '../exchange/registry.ts';
import { sayRun } from '../exchange/run-cards.ts';
import { type BlobStore, redisStore } from '../exchange/store.ts';
import { connect, type Speech } from '../redis/connection.ts';
import { KEEP, namesUnder, PREFIX, QUEUE } from '../redis/names.ts';
import { loadTelemetry } from '../redis/telemetry.ts';
import { claimsOf } from './claims.ts';
import { placed } from './placed.ts';

export interface SubmitOptions {
  readonly url: string;
  readonly speech: Speech;
  /** The output folder: a submitter that is started again for it takes up where it was. */
  readonly out: string;
  readonly pipelines: readonly Pipeline[];
  readonly limits: Limits;
  readonly stop?: AbortSignal;
  readonly prefix?: string;
  /** Documents that are under way at a time, and the bytes of them that lie in the store. */
  readonly inFlight?: number;
  readonly bytesInFlight?: number;
  /** In place of Redis. */
  readonly store?: BlobStore;
  /** Times that a document is tried where another try can help, and the first wait between them in ms. */
  readonly attempts?: number;
  readonly backoff?: number;
  /** Milliseconds between two looks at everything that is under way: what was lost tells nobody. */
  readonly sweep?: number;
}

const DEFAULT_IN_FLIGHT = 32;
const DEFAULT_BYTES_IN_FLIGHT = 64 * 1024 * 1024;
const ATTEMPTS = 3;
/** Seconds for which a claim counts. */
const LEASE = 60;
/** Times that one document is put again because the queue had lost it. */
const PUTS = 20;

/** What one document of this run waits for. */
interface Hand {
  /** Something may have happened to its job. */
  readonly nudge: () => void;
  readonly nudged: () => Promise<void>;
}

/** The way through the queue: documents go to workers wherever they are, answers come back. */
export async function queueExecutor(options: SubmitOptions): Promise<Executor> {
  const { url, speech, out, limits, stop, prefix = PREFIX } = options;
  const { inFlight = DEFAULT_IN_FLIGHT, attempts = ATTEMPTS, backoff = 1000, sweep = 5000 } = options;
  const connection = await connect(url, speech);
  const { client } = connection;
  const names = namesUnder(prefix);
  const store = options.store ?? redisStore(client, names);
  const me = createHash('sha256')
    .update(`${hostname()}\0${resolve(out)}`)
    .digest('hex')
    .slice(0, 16);
  const claims = claimsOf(client, names, me, LEASE);
  const pipelines = { key: pipelinesKey(options.pipelines), text: JSON.stringify(options.pipelines) };
  const telemetry = await loadTelemetry();
  const queue = new Queue<DocumentJob>(QUEUE, { connection: client, prefix, ...telemetry });
  const events = new QueueEvents(QUEUE, { connection: client, prefix });
  queue.on('error', connection.trouble);
  events.on('error', connection.trouble);
  await events.waitUntilReady();

  const hands = new Map<string, Hand>();
  const results = new Map<string, Stored>();
  const gate = openGate(options.bytesInFlight ?? DEFAULT_BYTES_IN_FLIGHT);
  const reading = openGate(2);
  const stopped: Promise<Ran> = new Promise((done) => {
    if (stop?.aborted === true) done({ left: true });
    else stop?.addEventListener('abort', () => done({ left: true }), { once: true });
  });

  for (const event of ['completed', 'failed', 'removed'] as const) {
    events.on(event, ({ jobId }: { jobId: string }) => hands.get(jobId)?.nudge());
  }
  const sweeper = setInterval(() => {
    if (connection.away()) return;
    for (const hand of hands.values()) hand.nudge();
  }, sweep);
  const watcher = watchWorkers();
  let expected = 0;
  let answered = 0;
  const beats = setInterval(() => {
    if (connection.away()) return;
    const card = { id: me, host: hostname(), pid: process.pid, documents: expected, done: answered };
    sayRun(client, names.runs, card).catch(connection.trouble);
  }, BEAT * 1000);

  /** Says so when nobody is there to do the work. */
  function watchWorkers(): NodeJS.Timeout {
    let told = false;
    return setInterval(() => {
      if (told || hands.size === 0 || connection.away()) return;
      workersThere(client, names).then((there) => {
        if (there.length > 0 || told) return;
        told = true;
        speech.log.warn('no worker is there');
        speech.say('No worker is there yet. Start one, here or elsewhere: kehoach worker --redis …');
      }, connection.trouble);
    }, 5000);
  }

  /** Redis that is full is waited for: workers and other submitters make room. */
  async function withRoom<T>(write: () => Promise<T>): Promise<T> {
    for (let told = false; ; told = true) {
      try {
        return await write();
      } catch (error) {
        if (!(error instanceof Error && /\bOOM\b/u.test(error.message))) throw error;
        if (!told) {
          speech.log.warn('redis is full');
          speech.say('Redis is full (maxmemory). Waiting for room.');
        }
        await sleep(1000);
      }
    }
  }

  async function putPipelines(): Promise<void> {
    const key = names.pipelines(pipelines.key);
    const there = await client.expire(key, KEEP.pipelines);
    if (there === 0) await client.set(key, pipelines.text, 'EX', KEEP.pipelines);
  }

  /** @returns how many bytes now lie in the store */
  async function put(id: string, work: Work): Promise<number> {
    await reading.enter(1);
    try {
      const bytes = await work.bytes();
      await gate.enter(bytes.byteLength);
      try {
        const stored = await withRoom(async () => {
          await putPipelines();
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
        await withRoom(() => queue.add('document', data, jobOptions(id, attempts, backoff)));
        return bytes.byteLength;
      } catch (error) {
        gate.leave(bytes.byteLength);
        throw error;
      }
    } finally {
      reading.leave(1);
    }
  }

  async function collect(id: string, job: Job<DocumentJob>, work: Work): Promise<Answer | undefined> {
    const stored = Stored.safeParse(job.returnvalue);
    const bytes = stored.success ? await store.get(names.result(id), stored.data) : undefined;
    if (!stored.success || bytes === undefined) return undefined;
    results.set(id, stored.data);
    return { done: placed(await unpackParcel(bytes), work) };
  }

  const forget = (id: string): Promise<unknown> => queue.remove(id).catch(() => undefined);

  async function follow(id: string, work: Work, hand: Hand): Promise<Answer> {
    let held = 0;
    let puts = 0;
    let claimed = 0;
    try {
      for (let first = true; ; first = false) {
        if (Date.now() - claimed > (LEASE * 1000) / 3) {
          await claims.claim(id);
          claimed = Date.now();
        }
        // The state first: what is read of the job after it is at least as far.
        const state = await queue.getJobState(id);
        const job: Job<DocumentJob> | undefined = await queue.getJob(id);
        if (job !== undefined && state === 'completed') {
          const answer = await collect(id, job, work);
          if (answer !== undefined) return answer;
          await forget(id);
        } else if (job !== undefined && state === 'failed') {
          const reason = readReason(job.failedReason);
          const lost = reason.stage === 'fetch' && reason.code === 'file-missing';
          // What failed before this run began is tried again in it, as without a queue.
          if (!first && !lost) return { failed: reason };
          await forget(id);
        } else if (job !== undefined && state !== 'unknown') {
          await hand.nudged();
          continue;
        }
        gate.leave(held);
        held = 0;
        if (++puts > PUTS) return { failed: LOST };
        if (puts > 1) await claims.claim(id);
        held = await put(id, work);
        await hand.nudged();
      }
    } finally {
      gate.leave(held);
    }
  }

  return {
    width: inFlight,
    expect(documents) {
      expected += documents;
    },
    async run(work) {
      const id = jobIdOf(work.sha256, work.made, limits);
      const hand = openHand();
      hands.set(id, hand);
      try {
        const answer = await Promise.race([stopped, follow(id, work, hand)]);
        answered++;
        return answer;
      } catch (error) {
        if (error instanceof PlanError) throw error;
        const detail = error instanceof Error ? error.message : String(error);
        throw new PlanError('worker-lost', 'extract', `The queue could not be used (${detail}). Run again.`, error);
      } finally {
        hands.delete(id);
      }
    },
    async settled(work) {
      const id = jobIdOf(work.sha256, work.made, limits);
      const result = results.get(id);
      results.delete(id);
      const settle = async (): Promise<void> => {
        const alone = await claims.release(id);
        if (!alone || result === undefined) return;
        await forget(id);
        await store.drop(names.result(id), result);
      };
      await Promise.race([stopped, settle().catch(connection.trouble)]);
    },
    async close() {
      clearInterval(sweeper);
      clearInterval(watcher);
      clearInterval(beats);
      const gone = connection.away() ? undefined : client.hdel(names.runs, me);
      const closing = Promise.allSettled([gone, events.close(), queue.close()]);
      await Promise.race([closing, sleep(2000, undefined, { ref: false })]);
      connection.close();
    },
  };
}

export const jobOptions = (jobId: string, attempts: number, backoff: number) => ({
  jobId,
  attempts,
  backoff: { type: 'exponential', delay: backoff, jitter: 0.5 },
  removeOnComplete: { age: KEEP.result },
  removeOnFail: { age: KEEP.failed, count: 5000 },
  stackTraceLimit: 0,
});

function openHand(): Hand {
  let due = false;
  let wake: (() => void) | undefined;
  return {
    nudge() {
      due = true;
      wake?.();
    },
    async nudged() {
      if (!due) {
        await new Promise<void>((go) => {
          wake = go;
        });
      }
      due = false;
    },
  };
}
