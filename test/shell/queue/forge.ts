import { createHash } from 'node:crypto';
import { type Job, Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { onTestFinished } from 'vitest';
import { DEFAULT_LIMITS } from '../../../src/model/block.ts';
import { fingerprint } from '../../../src/shell/pipelines.ts';
import { type DocumentJob, FORMAT, jobIdOf, jobOptions } from '../../../src/shell/queue/exchange/job.ts';
import { redisStore } from '../../../src/shell/queue/exchange/store.ts';
import { namesUnder } from '../../../src/shell/queue/redis/names.ts';
import { GENERAL } from '../make.ts';
import type { Bench } from './make.ts';

/** Somebody who can write to Redis and knows how the queue works, but nothing else. */
export interface Forger {
  readonly queue: Queue;
  /** Puts a job there as a submitter would, bytes and pipelines too; whatever is given replaces what is honest. */
  readonly add: (text: string, forged?: Forged) => Promise<string>;
  /** Works as a worker would, but answers what it likes. */
  readonly work: (answer: (job: Job<DocumentJob>, put: Put) => Promise<unknown>) => Promise<() => Promise<void>>;
}

export interface Forged {
  readonly id?: string;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly pipelines?: string;
  readonly bytes?: string;
}

/** Leaves an answer in the store and says where. */
export type Put = (parcel: Uint8Array) => Promise<{ readonly parts: number; readonly size: number }>;

export const hashOf = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

export function forgerOf({ url, prefix, client }: Bench): Forger {
  const names = namesUnder(prefix);
  const store = redisStore(client, names);
  const queue = new Queue('documents', { connection: client, prefix });
  queue.on('error', () => undefined);
  onTestFinished(() => queue.close());
  return {
    queue,
    async add(text, { id, data = {}, pipelines = JSON.stringify(GENERAL.pipelines), bytes = text } = {}) {
      const sha256 = hashOf(text);
      const made = { rules: 'test', choice: 'auto', pipelines: fingerprint(GENERAL), told: {} };
      const key = hashOf(pipelines).slice(0, 32);
      await client.set(names.pipelines(key), pipelines);
      const own = jobIdOf(sha256, { ...made, ...(data.made ?? {}) }, DEFAULT_LIMITS);
      const stored = await store.put(names.bytes(id ?? own), Buffer.from(bytes), 600);
      const honest = { format: FORMAT, sha256, uri: 'forged.txt', alsoAt: [], made, limits: DEFAULT_LIMITS };
      const whole = { ...honest, pipelines: key, store: 'redis', bytes: stored, ...data };
      await queue.add('document', whole, jobOptions(id ?? own, 3, 50));
      return id ?? own;
    },
    async work(answer) {
      const connection = new Redis(url, { maxRetriesPerRequest: null });
      const worker = new Worker<DocumentJob>(
        'documents',
        (job) => answer(job, (parcel) => store.put(names.result(job.id ?? ''), parcel, 600)),
        // What it has in hand when it is torn away comes back no sooner, and its look for what is lost counts for all.
        { connection, prefix, lockDuration: 2000, stalledInterval: 500 },
      );
      worker.on('error', () => undefined);
      const end = async (): Promise<void> => {
        await worker.close(true);
        connection.disconnect();
      };
      onTestFinished(end);
      await worker.waitUntilReady();
      return end;
    },
  };
}
