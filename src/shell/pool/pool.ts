import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { ErrorCode } from '../../model/errors.ts';
import type { Reason } from '../failure.ts';
import type { Caps } from './caps.ts';
import type { Answer, Task, WorkerSetup } from './task.ts';

export interface PoolOptions {
  readonly threads: number;
  readonly caps: Caps;
  readonly setup: WorkerSetup;
  /** Path of the compiled file whose default export is the work of a thread. */
  readonly worker?: string;
  /** Documents after which a thread has had its day: what parsers leak goes with it. */
  readonly recycleAfter?: number;
  /** Whether a document whose thread was lost is tried once more; true unless someone else sees to that. */
  readonly again?: boolean;
}

export interface Pool {
  /** Never throws: a document that crashes, hangs or outgrows its thread is a failure of its own. */
  readonly run: (task: Task) => Promise<Answer>;
  readonly close: () => Promise<void>;
}

/** Threads run compiled code only: from src/ too, the worker is the built one. */
const WORKER = fileURLToPath(new URL('../../../dist/shell/pool/worker.js', import.meta.url));

/** A pool of threads in use until its threads are recycled. */
interface Generation {
  readonly threads: Piscina<Task, Answer>;
  /** Aborted when its threads cannot even start: what waits for them would wait for ever. */
  readonly broken: AbortController;
  given: number;
}

export function openPool({
  threads,
  caps,
  setup,
  worker = WORKER,
  recycleAfter = 200,
  again = true,
}: PoolOptions): Pool {
  const free = limiter(threads);
  const closing: Promise<void>[] = [];
  let now = begin();

  function begin(): Generation {
    const pool = new Piscina<Task, Answer>({
      filename: worker,
      minThreads: 0,
      maxThreads: threads,
      idleTimeout: 10_000,
      workerData: setup,
      resourceLimits: { maxOldGenerationSizeMb: caps.memory },
      recordTiming: false,
      // A pool that is retired finishes what it has in hand, however long that may take.
      closeTimeout: (caps.seconds + 10) * 1000,
    });
    const broken = new AbortController();
    pool.on('error', (error: Error) => {
      if (pool.threads.length === 0) broken.abort(error);
    });
    return { threads: pool, broken, given: 0 };
  }

  function current(): Generation {
    if (now.given >= recycleAfter * threads || now.broken.signal.aborted) {
      closing.push(now.broken.signal.aborted ? now.threads.destroy() : now.threads.close());
      now = begin();
    }
    now.given++;
    return now;
  }

  async function attempt(task: Task): Promise<Answer> {
    const { threads: pool, broken } = current();
    // The clock starts when a thread is free, not when the document joins the queue.
    const timer = new AbortController();
    const clock = setTimeout(() => timer.abort(), caps.seconds * 1000);
    try {
      return await pool.run(task, { signal: AbortSignal.any([timer.signal, broken.signal]) });
    } catch (error) {
      const cause: unknown = broken.signal.aborted ? broken.signal.reason : error;
      return { failed: reasonOfLoss(cause, timer.signal.aborted, caps) };
    } finally {
      clearTimeout(clock);
    }
  }

  /** A second time where the thread was lost: what was left of an earlier document may have been the reason. */
  async function run(task: Task): Promise<Answer> {
    const answer = await attempt(task);
    return again && 'failed' in answer && AGAIN.has(answer.failed.code) ? attempt(task) : answer;
  }

  return {
    run: (task) => free(() => run(task)),
    async close() {
      await Promise.all([...closing, now.threads.destroy()]);
    },
  };
}

const AGAIN: ReadonlySet<ErrorCode> = new Set(['worker-lost', 'memory-exceeded']);

function reasonOfLoss(error: unknown, timedOut: boolean, { seconds, memory }: Caps): Reason {
  if (timedOut) {
    const message = `Reading took more than ${seconds} seconds and was stopped. Raise --max-seconds or split the document.`;
    return { stage: 'extract', code: 'time-exceeded', message };
  }
  if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    const message = `Reading took more than ${memory} MB of memory and was stopped. Raise --max-memory or split the document.`;
    return { stage: 'extract', code: 'memory-exceeded', message };
  }
  const detail = error instanceof Error ? error.message : String(error);
  const message = `The thread that read it was lost (${detail}). Run again; if it happens again, please report the document.`;
  return { stage: 'extract', code: 'worker-lost', message };
}

/** At most so many at a time, the rest in order. */
function limiter(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running >= most) await new Promise<void>((go) => waiting.push(go));
    else running++;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running--;
      else next();
    }
  };
}
