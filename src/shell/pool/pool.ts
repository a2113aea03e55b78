import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { Reason } from '../failure.ts';
import type { Answer, Task, WorkerSetup } from './task.ts';

/** The caps under which a thread reads one document. */
export interface Caps {
  readonly seconds: number;
  /** Of the thread's heap, in MB. */
  readonly memory: number;
}
export const DEFAULT_CAPS: Caps = { seconds: 120, memory: 1024 };

export interface PoolOptions {
  readonly threads: number;
  readonly caps: Caps;
  readonly setup: WorkerSetup;
  /** Path of the compiled file whose default export is the work of a thread. */
  readonly worker?: string;
  /** Documents after which a thread has had its day: what parsers leak goes with it. */
  readonly recycleAfter?: number;
}

export interface Pool {
  /** Never throws: a document that crashes, hangs or outgrows its thread is a failure of its own. */
  readonly run: (task: Task) => Promise<Answer>;
  readonly close: () => Promise<void>;
}

/** Threads run compiled code only: from src/ too, the worker is the built one. */
const WORKER = fileURLToPath(new URL('../../../dist/shell/pool/worker.js', import.meta.url));

export function openPool({ threads, caps, setup, worker = WORKER, recycleAfter = 200 }: PoolOptions): Pool {
  const free = limiter(threads);
  const start = (): Piscina<Task, Answer> =>
    new Piscina<Task, Answer>({
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
  let pool = start();
  let given = 0;
  const closing: Promise<void>[] = [];

  function threadsOfNow(): Piscina<Task, Answer> {
    if (given >= recycleAfter * threads) {
      closing.push(pool.close());
      pool = start();
      given = 0;
    }
    given++;
    return pool;
  }

  async function run(task: Task): Promise<Answer> {
    // The clock starts when a thread is free, not when the document joins the queue.
    const timer = new AbortController();
    const clock = setTimeout(() => timer.abort(), caps.seconds * 1000);
    try {
      return await threadsOfNow().run(task, { signal: timer.signal });
    } catch (error) {
      return { failed: reasonOfLoss(error, timer.signal.aborted, caps) };
    } finally {
      clearTimeout(clock);
    }
  }

  return {
    run: (task) => free(() => run(task)),
    async close() {
      await Promise.all([...closing, pool.destroy()]);
    },
  };
}

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
