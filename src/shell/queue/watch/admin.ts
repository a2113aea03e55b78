import { type Job, Queue } from 'bullmq';
import type { Reason } from '../../failure.ts';
import type { PagesDone } from '../../pool/task.ts';
import { FOREIGN, JobProgress, jobOf, jobOptions, readReason, Tries } from '../exchange/job.ts';
import { keptNoMore } from '../exchange/kept.ts';
import { type WorkerCard, workersThere } from '../exchange/registry.ts';
import { type RunCard, runsThere } from '../exchange/run-cards.ts';
import { type Seal, sealWith } from '../exchange/seal.ts';
import { type BlobStore, redisStore } from '../exchange/store.ts';
import { isUnreadable } from '../exchange/weed.ts';
import type { RedisClient, Speech } from '../redis/client.ts';
import { connect } from '../redis/connection.ts';
import { type Names, namesUnder, QUEUE } from '../redis/names.ts';

export const STATES = ['waiting', 'active', 'delayed', 'failed', 'completed'] as const;
export type State = (typeof STATES)[number];

export interface QueueStatus {
  /** `delayed`: waits for another try or for a worker of its version. `completed`: waits for its submitter. */
  readonly states: Readonly<Record<State, number>>;
  /** Of active jobs where they are; of failed ones where they failed. */
  readonly stages: Readonly<Record<'active' | 'failed', Readonly<Record<string, number>>>>;
  /** Of active jobs: pages that are read from their images. */
  readonly pages: PagesDone;
  readonly codes: Readonly<Record<string, number>>;
  readonly workers: readonly WorkerCard[];
  readonly runs: readonly RunCard[];
  readonly perSecond: number;
  /** Documents that are still to come: of the runs that are under way, else of the queue. */
  readonly left: number;
  readonly secondsLeft: number | null;
}

export interface FailedJob {
  readonly job: string;
  readonly source: string;
  readonly stage: string;
  readonly code: string;
  readonly message: string;
  /** Attempts, with the workers that were lost. */
  readonly attempts: number;
  /** ISO time. */
  readonly at: string | null;
}

export interface Retried {
  readonly back: number;
  /** Their bytes are no longer there: they must be ingested again. */
  readonly gone: number;
}

/** What a person asks of the queue and does to it. */
export interface Admin {
  readonly status: () => Promise<QueueStatus>;
  readonly failed: (code?: string) => Promise<FailedJob[]>;
  readonly retry: (code?: string) => Promise<Retried>;
  /** Throws away what waits. @returns how many documents */
  readonly drain: () => Promise<number>;
  readonly queue: Queue;
  readonly close: () => Promise<void>;
}

/** Jobs that are looked at in one go. */
const PAGE = 200;

export interface AdminOptions {
  /** In place of Redis. */
  readonly store?: BlobStore;
  /** That submitters and workers share: who does not show it is not shown. */
  readonly secret?: string;
}

export async function openAdmin(
  url: string,
  prefix: string,
  speech: Speech,
  options: AdminOptions = {},
): Promise<Admin> {
  const seal = sealWith(options.secret);
  const connection = await connect(url, speech);
  const { client } = connection;
  const names = namesUnder(prefix);
  const store = options.store ?? redisStore(client, names);
  const queue = new Queue(QUEUE, { connection: client, prefix });
  queue.on('error', connection.trouble);
  const place: Place = { queue, client, names, store, seal };
  return {
    queue,
    status: () => statusOf(place),
    failed: (code) => failedOf(place, code),
    retry: (code) => retry(place, code),
    drain: () => drain(place),
    async close() {
      await queue.close();
      connection.close();
    },
  };
}

/** Where the queue lies. */
interface Place {
  readonly queue: Queue;
  readonly client: RedisClient;
  readonly names: Names;
  readonly store: BlobStore;
  readonly seal: Seal;
}

/** One job of the queue: what BullMQ makes of it, where it can make anything of it. */
interface Listed {
  readonly id: string;
  readonly job: Job | undefined;
}

async function* jobs(
  queue: Queue,
  states: readonly ('waiting' | 'active' | 'delayed' | 'failed')[],
): AsyncGenerator<Listed> {
  for (const state of states) {
    const ids: string[] = [];
    for (let start = 0; ; start += PAGE) {
      const some = await queue.getRanges([state], start, start + PAGE - 1);
      ids.push(...some);
      if (some.length < PAGE) break;
    }
    // What moves meanwhile is looked at once.
    for (const id of new Set(ids)) {
      try {
        const job: Job | undefined = await queue.getJob(id);
        if (job !== undefined) yield { id, job };
      } catch (error) {
        if (!isUnreadable(error)) throw error;
        yield { id, job: undefined };
      }
    }
  }
}

async function* failedJobs(queue: Queue, code?: string): AsyncGenerator<Listed & { readonly reason: Reason }> {
  for await (const { id, job } of jobs(queue, ['failed'])) {
    const reason = job === undefined ? FOREIGN : readReason(job.failedReason);
    if (code === undefined || reason.code === code) yield { id, job, reason };
  }
}

async function statusOf({ queue, client, names, seal }: Place): Promise<QueueStatus> {
  const [counts, workers, runs] = await Promise.all([
    queue.getJobCounts(...STATES),
    workersThere(client, names, seal),
    runsThere(client, names.runs, seal),
  ]);
  const stages = { active: new Map<string, number>(), failed: new Map<string, number>() };
  const codes = new Map<string, number>();
  let pages: PagesDone = { done: 0, of: 0 };
  const count = (map: Map<string, number>, name: string): unknown => map.set(name, (map.get(name) ?? 0) + 1);
  for await (const { job } of jobs(queue, ['active'])) {
    const progress = JobProgress.safeParse(job?.progress);
    count(stages.active, progress.success ? progress.data.stage : 'fetch');
    const { done = 0, of = 0 } = progress.data?.pages ?? {};
    pages = { done: pages.done + done, of: pages.of + of };
  }
  for await (const { reason } of failedJobs(queue)) {
    count(stages.failed, reason.stage);
    count(codes, reason.code);
  }
  const states = Object.fromEntries(STATES.map((state) => [state, counts[state] ?? 0]));
  const { waiting = 0, active = 0, delayed = 0, failed = 0, completed = 0 } = states;
  const perSecond = workers.reduce((sum, worker) => sum + worker.lately / spanOf(worker), 0);
  const ofRuns = runs.reduce((sum, { documents, done }) => sum + Math.max(0, documents - done), 0);
  const left = Math.max(ofRuns, waiting + active + delayed);
  return {
    states: { waiting, active, delayed, failed, completed },
    stages: { active: Object.fromEntries(stages.active), failed: Object.fromEntries(stages.failed) },
    ...{ pages, codes: Object.fromEntries(codes) },
    ...{ workers, runs, perSecond, left },
    secondsLeft: left === 0 ? 0 : perSecond === 0 ? null : left / perSecond,
  };
}

async function failedOf({ queue }: Place, code?: string): Promise<FailedJob[]> {
  const list: FailedJob[] = [];
  for await (const { id, job, reason } of failedJobs(queue, code)) {
    list.push({
      job: id,
      source: jobOf(id, job?.data)?.uri ?? '',
      ...reason,
      attempts: (job?.attemptsMade ?? 0) + (job?.stalledCounter ?? 0),
      at: timeOf(job?.finishedOn),
    });
  }
  return list.sort((a, b) => (a.source < b.source ? -1 : 1));
}

async function retry({ queue, client, names, store }: Place, code?: string): Promise<Retried> {
  let back = 0;
  let gone = 0;
  for await (const { id, job } of failedJobs(queue, code)) {
    const data = jobOf(id, job?.data);
    if (job === undefined || data === undefined || !(await store.has(names.bytes(id), data.bytes))) {
      gone++;
      continue;
    }
    const tries = Tries.safeParse(job.opts);
    const { attempts, backoff } = tries.success ? tries.data : { attempts: 1, backoff: { delay: 0 } };
    // Anew, so that neither attempts nor workers that were lost are held against it; as it stood there, under its seal.
    await queue.remove(id);
    await queue.add('document', job.data, jobOptions(id, attempts, backoff.delay));
    await keptNoMore({ client, names }, id, data.bytes);
    back++;
  }
  return { back, gone };
}

async function drain({ queue, names, store }: Place): Promise<number> {
  let drained = 0;
  for await (const { id, job } of jobs(queue, ['waiting', 'delayed'])) {
    const data = jobOf(id, job?.data);
    try {
      // Refused while a worker has it.
      if ((await queue.remove(id)) === 0) continue;
    } catch {
      continue;
    }
    if (data !== undefined) await store.drop(names.bytes(id), data.bytes);
    drained++;
  }
  return drained;
}

/** ISO; null for what is no time at all. */
const timeOf = (at: number | undefined): string | null =>
  at === undefined || Number.isNaN(new Date(at).getTime()) ? null : new Date(at).toISOString();

/** Seconds that a worker's count of late covers. */
const spanOf = ({ started }: WorkerCard): number => Math.min(60, Math.max(1, (Date.now() - started) / 1000));
