import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { pino } from 'pino';
import { inject, onTestFinished } from 'vitest';
import { DEFAULT_LIMITS } from '../../../src/model/block.ts';
import type { IngestResult } from '../../../src/shell/ingest.ts';
import type { Speech } from '../../../src/shell/queue/redis/client.ts';
import { queueExecutor, type SubmitOptions } from '../../../src/shell/queue/submit/submit.ts';
import { type Admin, openAdmin } from '../../../src/shell/queue/watch/admin.ts';
import { type RunningWorker, startWorker, type WorkerOptions } from '../../../src/shell/queue/work/worker.ts';
import { DOUBLE, GENERAL, ingestWith } from '../make.ts';
import { type RedisServer, startRedis } from './redis-server.ts';

/** A queue of the test's own on some Redis. */
export interface Bench {
  readonly url: string;
  readonly prefix: string;
  readonly client: Redis;
  /** What was said to the person at the terminal. */
  readonly said: string[];
  readonly worker: (options?: Partial<WorkerOptions>) => Promise<RunningWorker>;
  readonly submit: (
    given: Parameters<typeof ingestWith>[0],
    out: string,
    options?: Partial<SubmitOptions> & { readonly ingest?: Parameters<typeof ingestWith>[2] },
  ) => Promise<IngestResult>;
  /** Names of everything that the queue keeps in Redis. */
  readonly keys: () => Promise<string[]>;
}

/**
 * Short times, so that what takes a minute in life takes a moment here: for workers that are to be lost. Any that is silent
 * for so long counts as lost, so no shorter than a busy machine may leave a process without its turn.
 */
export const QUICK = { lock: 2000, stalledEvery: 500, patience: { times: 3, wait: 100 } } as const;
/** For workers within the test's own process, which is busy with more than them. */
const PATIENT = { ...QUICK, lock: 15_000 } as const;

/** @param server one that the test may stop; by default the one that all tests share */
export async function openBench(server?: RedisServer): Promise<Bench> {
  const url = server?.url ?? sharedUrl();
  const prefix = `{kehoach-${randomUUID().slice(0, 8)}}`;
  const said: string[] = [];
  const speech: Speech = { log: pino({ level: 'silent' }), say: (sentence) => void said.push(sentence) };
  const client = new Redis(url, { maxRetriesPerRequest: null });
  client.on('error', () => undefined);
  const workers: RunningWorker[] = [];
  const keys = (): Promise<string[]> => client.keys(`${prefix}:*`);
  onTestFinished(async () => {
    await Promise.all(workers.map((worker) => worker.close(0)));
    if (server === undefined) for (const key of await keys()) await client.del(key);
    client.disconnect();
  });
  return {
    url,
    prefix,
    client,
    said,
    keys,
    async worker(options = {}) {
      const worker = await startWorker({
        ...{ url, prefix, speech, concurrency: 2, caps: { seconds: 20, memory: 256 }, rules: 'test', reader: DOUBLE },
        ...PATIENT,
        ...options,
      });
      workers.push(worker);
      return worker;
    },
    async submit(given, out, { ingest = {}, ...options } = {}) {
      const limits = DEFAULT_LIMITS;
      const { pipelines } = ingest.choice ?? GENERAL;
      const stop = ingest.stop === undefined ? {} : { stop: ingest.stop };
      const times = { backoff: 50, sweep: 200 };
      const executor = await queueExecutor({
        url,
        prefix,
        speech,
        out,
        pipelines,
        limits,
        ...times,
        ...stop,
        ...options,
      });
      return ingestWith(given, out, { ...ingest, executor });
    },
  };
}

/** A person who looks at the queue of a bench. */
export async function adminOf({ url, prefix }: Bench): Promise<Admin> {
  const admin = await openAdmin(url, prefix, { log: pino({ level: 'silent' }), say() {} });
  onTestFinished(() => admin.close());
  return admin;
}

/** A private server, gone with the test. */
export async function ownRedis(args: readonly string[] = [], config?: string): Promise<RedisServer> {
  const missing = inject('redisMissing');
  if (missing !== '') throw new Error(missing);
  const server = await startRedis(args, config);
  onTestFinished(() => server.end());
  return server;
}

export function sharedUrl(): string {
  const url = inject('redisUrl');
  if (url === '') throw new Error(inject('redisMissing'));
  return url;
}

/** Waits until it holds. */
export async function until(what: () => boolean | Promise<boolean>, seconds = 15): Promise<void> {
  for (const end = Date.now() + seconds * 1000; !(await what()); ) {
    if (Date.now() > end) throw new Error(`not within ${seconds} seconds: ${what}`);
    await new Promise((go) => setTimeout(go, 20));
  }
}
