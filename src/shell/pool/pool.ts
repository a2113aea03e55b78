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

/** One thread, which a fresh one replaces when it has had its day. */
interface Slot {
  thread: Piscina<Task, Answer>;
  /** Aborted when the thread cannot even start: what waits for it would wait for ever. */
  broken: AbortController;
  given: number;
}

export function openPool(options: PoolOptions): Pool {
  const { threads, caps, setup, worker = WORKER, recycleAfter = 200, again = true } = options;
  const slots = Array.from({ length: threads }, begin);
  const free = slots.toReversed();
  const waiting: ((slot: Slot) => void)[] = [];

  function begin(): Slot {
    const thread = new Piscina<Task, Answer>({
      filename: worker,
      minThreads: 0,
      maxThreads: 1,
      idleTimeout: 10_000,
      workerData: setup,
      // Room for what one document leaves behind: two threads stay under 400 MB with it. Twice as much, which V8 makes of 25 to
      // 48, saves a twentieth of the time and takes 15 MB more for each thread.
      resourceLimits: { maxOldGenerationSizeMb: caps.memory, maxYoungGenerationSizeMb: 24 },
      recordTiming: false,
    });
    const broken = new AbortController();
    thread.on('error', (error: Error) => {
      if (thread.threads.length === 0) broken.abort(error);
    });
    return { thread, broken, given: 0 };
  }

  async function attempt(slot: Slot, task: Task): Promise<Answer> {
    if (slot.given >= recycleAfter || slot.broken.signal.aborted) {
      // Before the next one begins: two threads in one slot would take twice its memory.
      await slot.thread.destroy();
      Object.assign(slot, begin());
    }
    slot.given++;
    const { thread, broken } = slot;
    // The clock starts when a thread is free, not when the document joins the queue.
    const timer = new AbortController();
    const clock = setTimeout(() => timer.abort(), caps.seconds * 1000);
    try {
      return await thread.run(task, { signal: AbortSignal.any([timer.signal, broken.signal]) });
    } catch (error) {
      const cause: unknown = broken.signal.aborted ? broken.signal.reason : error;
      return { failed: reasonOfLoss(cause, timer.signal.aborted, caps) };
    } finally {
      clearTimeout(clock);
    }
  }

  async function run(task: Task): Promise<Answer> {
    const slot = free.pop() ?? (await new Promise<Slot>((take) => waiting.push(take)));
    try {
      const answer = await attempt(slot, task);
      // A second time where the thread was lost: what was left of an earlier document may have been the reason.
      return again && 'failed' in answer && AGAIN.has(answer.failed.code) ? await attempt(slot, task) : answer;
    } finally {
      const next = waiting.shift();
      if (next === undefined) free.push(slot);
      else next(slot);
    }
  }

  return {
    run,
    async close() {
      await Promise.all(slots.map(({ thread }) => thread.destroy()));
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
