import { setTimeout as sleep } from 'node:timers/promises';
import { Queue } from 'bullmq';
import type { ScanPart } from '../../../read/scan/page-read.ts';
import { sha256Of } from '../../output/replace-file.ts';
import type { ReadPages } from '../../pool/apart.ts';
import type { PagesAnswer, PagesDone } from '../../pool/task.ts';
import { DATA_NAME } from '../../recognition/engine.ts';
import type { Scans } from '../../recognition/scans.ts';
import { isReasonSealed, LOST, Returned, readReason } from '../exchange/job.ts';
import { type PagesJob, pagesIdOf, pagesOptions, pagesQueueOf, sealPages, unpackPages } from '../exchange/pages-job.ts';
import type { Seal } from '../exchange/seal.ts';
import type { BlobStore } from '../exchange/store.ts';
import type { RedisClient } from '../redis/client.ts';
import type { Names } from '../redis/names.ts';

/** Pages of one document, read by whichever worker is free. */
export interface DocumentPages {
  readonly readPages: ReadPages;
  /** Takes away what was left for other workers. */
  readonly end: () => Promise<void>;
}

/** @param raw the document's job as it stands in the queue */
export type PagesOf = (job: string, raw: unknown, scans: Scans) => DocumentPages | undefined;

export interface PagesRoom {
  readonly client: RedisClient;
  readonly prefix: string;
  readonly names: Names;
  readonly rules: string;
  readonly store: BlobStore;
  readonly seal: Seal;
  /** Once aborted, nothing more is waited for. */
  readonly giveBack: AbortSignal;
}

/** Milliseconds between two looks at a job: what is lost tells nobody. */
const LOOK = 400;

/** What reads images here, as jobs tell it. */
export const readerOf = ({ engine, asked }: Scans): string | undefined =>
  engine === undefined || asked.ocr === 'off' ? undefined : `${engine.name}, ${DATA_NAME}`;

/** The side of the worker that has a document in hand: puts jobs for its pages, and collects what comes of them. */
export function openPagesOf(room: PagesRoom): { readonly pagesOf: PagesOf; readonly close: () => Promise<void> } {
  const { client, prefix, rules } = room;
  const queues = new Map<string, Queue<PagesJob>>();
  const queueOf = (by: string): Queue<PagesJob> => {
    const name = pagesQueueOf(rules, by);
    const queue = queues.get(name) ?? new Queue<PagesJob>(name, { connection: client, prefix });
    // What cannot be reached is asked for again; the connection says so itself.
    if (!queues.has(name)) queue.on('error', () => undefined);
    queues.set(name, queue);
    return queue;
  };
  return {
    pagesOf(job, raw, scans) {
      const by = readerOf(scans);
      if (by === undefined) return undefined;
      const put = new Map<string, Returned | undefined>();
      return {
        async readPages(pages, onPages) {
          const data = { job, document: raw, pages: [...pages], by };
          const id = pagesIdOf(data);
          put.set(id, undefined);
          return collect(room, queueOf(by), sealPages(room.seal, id, data), { id, put, onPages });
        },
        async end() {
          if (room.giveBack.aborted) return;
          for (const [id, stored] of put) {
            await queueOf(by)
              .remove(id)
              .catch(() => 0);
            if (stored !== undefined) await room.store.drop(room.names.result(id), stored).catch(() => undefined);
          }
        },
      };
    },
    async close() {
      await Promise.allSettled([...queues.values()].map((queue) => queue.close()));
    },
  };
}

interface Collecting {
  readonly id: string;
  /** Where answers lie, by job. */
  readonly put: Map<string, Returned | undefined>;
  readonly onPages: (pages: PagesDone) => void;
}

/** Waits for one job, which is put again whenever it is gone. */
async function collect(
  room: PagesRoom,
  queue: Queue<PagesJob>,
  data: PagesJob,
  { id, put, onPages }: Collecting,
): Promise<PagesAnswer> {
  let ours = false;
  while (!room.giveBack.aborted) {
    try {
      const job = await queue.getJob(id);
      const state = job === undefined ? 'unknown' : await job.getState();
      if (job === undefined || state === 'unknown') {
        await queue.add('pages', data, pagesOptions(id));
        ours = true;
      } else if (state === 'failed') {
        // Of a worker that had the document before: it is tried anew.
        if (ours) return { failed: reasonIn(room.seal, id, job.failedReason) };
        await job.remove();
      } else if (state === 'completed') {
        const stored = Returned.safeParse(job.returnvalue).data;
        const read = stored === undefined ? undefined : await answerIn(room, id, stored, data.pages);
        put.set(id, stored);
        if (read !== undefined) return { pages: read };
        // It is not there any more, or not what a worker left.
        await job.remove();
        ours = true;
      } else {
        ours = true;
        told(job.progress, onPages);
      }
    } catch {
      // Redis is away, or what lies in it is none of ours.
    }
    await sleep(LOOK, undefined, { signal: room.giveBack }).catch(() => undefined);
  }
  return { failed: LOST };
}

function told(progress: unknown, onPages: (pages: PagesDone) => void): void {
  if (typeof progress !== 'object' || progress === null || !('done' in progress) || !('of' in progress)) return;
  const { done, of } = progress;
  if (typeof done === 'number' && typeof of === 'number') onPages({ done, of });
}

async function answerIn(
  { store, names, seal }: PagesRoom,
  id: string,
  stored: Returned,
  pages: ScanPart,
): Promise<Awaited<ReturnType<typeof unpackPages>> | undefined> {
  const bytes = await store.get(names.result(id), stored);
  if (bytes === undefined || !seal.holds(stored.seal, 'result', id, sha256Of(bytes))) return undefined;
  const read = await unpackPages(bytes).catch(() => undefined);
  return read?.size === pages.length && pages.every((page) => read.has(page)) ? read : undefined;
}

const reasonIn = (seal: Seal, id: string, said: string): ReturnType<typeof readReason> =>
  !seal.on || isReasonSealed(seal, id, said) ? readReason(said) : LOST;
