import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Queue, QueueEvents } from 'bullmq';
import type { Limits } from '../../../model/block.ts';
import { PlanError } from '../../../model/errors.ts';
import type { Pipeline } from '../../../model/pipeline.ts';
import type { PagesDone } from '../../pool/task.ts';
import type { Executor, Ran, Work } from '../../pool/work.ts';
import { openGate } from '../exchange/gate.ts';
import { type DocumentJob, JobProgress, jobIdOf, pipelinesKey, pipelinesText, type Stored } from '../exchange/job.ts';
import { sealWith, warnUnsealed } from '../exchange/seal.ts';
import { type BlobStore, redisStore } from '../exchange/store.ts';
import type { Speech } from '../redis/client.ts';
import { type Connection, connect } from '../redis/connection.ts';
import { namesUnder, PREFIX, QUEUE } from '../redis/names.ts';
import { loadTelemetry } from '../redis/telemetry.ts';
import { claimsOf } from './claims.ts';
import { follow, forget } from './follow.ts';
import { type Hand, openHand } from './hand.ts';
import type { SubmitLine } from './line.ts';
import { type Count, keepWatch } from './watches.ts';

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
  /** That workers share: answers without its seal are refused. */
  readonly secret?: string;
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

/** The way through the queue: documents go to workers wherever they are, answers come back. */
export async function queueExecutor(options: SubmitOptions): Promise<Executor> {
  const { stop, prefix = PREFIX, inFlight = DEFAULT_IN_FLIGHT, sweep = 5000 } = options;
  // What is wrong in the call shows before a connection is open.
  sealWith(options.secret);
  const connection = await connect(options.url, options.speech);
  const me = createHash('sha256')
    .update(`${hostname()}\0${resolve(options.out)}`)
    .digest('hex')
    .slice(0, 16);
  const count: Count = { expected: 0, answered: 0, refused: 0 };
  const line = await openLine(connection, prefix, me, count, options);
  const { client, names } = line;
  const events = new QueueEvents(QUEUE, { connection: client, prefix });
  events.on('error', connection.trouble);
  await events.waitUntilReady();

  const hands = new Map<string, Hand>();
  const results = new Map<string, Stored>();
  const stopped: Promise<Ran> = new Promise((done) => {
    if (stop?.aborted === true) done({ left: true });
    else stop?.addEventListener('abort', () => done({ left: true }), { once: true });
  });
  for (const event of ['completed', 'failed', 'removed'] as const) {
    events.on(event, ({ jobId }: { jobId: string }) => hands.get(jobId)?.nudge());
  }
  const watched = new Map<string, (pages: PagesDone) => void>();
  events.on('progress', ({ jobId, data }: { jobId: string; data: unknown }) => {
    const { pages } = JobProgress.safeParse(data).data ?? {};
    if (pages !== undefined) watched.get(jobId)?.(pages);
  });
  const endWatch = keepWatch(line, connection, { me, hands, count, sweep });
  const idOf = (work: Work): string => jobIdOf(work.sha256, work.made, line.limits);

  return {
    width: inFlight,
    expect(documents) {
      count.expected += documents;
    },
    async run(work, onPages) {
      const id = idOf(work);
      if (onPages !== undefined) watched.set(id, onPages);
      const hand = openHand();
      hands.set(id, hand);
      try {
        const answer = await Promise.race([stopped, follow(line, id, work, hand, results)]);
        count.answered++;
        return answer;
      } catch (error) {
        if (error instanceof PlanError) throw error;
        const detail = error instanceof Error ? error.message : String(error);
        throw new PlanError('worker-lost', 'extract', `The queue could not be used (${detail}). Run again.`, error);
      } finally {
        hands.delete(id);
        watched.delete(id);
      }
    },
    async settled(work) {
      const id = idOf(work);
      const result = results.get(id);
      results.delete(id);
      await Promise.race([stopped, settleJob(line, id, result).catch(connection.trouble)]);
    },
    async close() {
      endWatch();
      const gone = connection.away() ? undefined : client.hdel(names.runs, me);
      const closing = Promise.allSettled([gone, events.close(), line.queue.close()]);
      await Promise.race([closing, sleep(2000, undefined, { ref: false })]);
      connection.close();
    },
  };
}

async function openLine(
  connection: Connection,
  prefix: string,
  me: string,
  count: Count,
  options: SubmitOptions,
): Promise<SubmitLine> {
  const { client, trouble } = connection;
  const { speech, limits, pipelines, attempts = ATTEMPTS, backoff = 1000 } = options;
  const names = namesUnder(prefix);
  const seal = sealWith(options.secret);
  warnUnsealed(connection, seal, speech);
  const text = pipelinesText(pipelines);
  const queue = new Queue<DocumentJob>(QUEUE, { connection: client, prefix, ...(await loadTelemetry()) });
  queue.on('error', trouble);
  return {
    ...{ client, names, speech, limits, attempts, backoff, queue, seal },
    refused(job, what, detail) {
      speech.log.warn({ job, what, detail }, 'refused');
      if (count.refused++ === 0)
        speech.say(`Something in the queue was refused (${what}: ${detail}). The document is put again.`);
    },
    store: options.store ?? redisStore(client, names),
    claims: claimsOf(client, names, me, LEASE),
    lease: LEASE,
    pipelines: { key: pipelinesKey(text), text },
    bytesInFlight: openGate(options.bytesInFlight ?? DEFAULT_BYTES_IN_FLIGHT),
    reading: openGate(2),
    unpacking: openGate(1),
  };
}

/** The answer has been taken: what is kept of it goes, unless others wait for it. */
async function settleJob(line: SubmitLine, id: string, result: Stored | undefined): Promise<void> {
  const alone = await line.claims.release(id);
  if (!alone || result === undefined) return;
  await forget(line, id);
  await line.store.drop(line.names.result(id), result);
}
