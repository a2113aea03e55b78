import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Pipeline } from '../../../model/pipeline.ts';
import type { Log } from '../../log.ts';
import { Problem, type ProblemDetails } from '../problem.ts';
import type { TryAnswer, TryAsked } from './ask.ts';

/** What the thread is told at its start. */
export interface TrySetup {
  readonly folder: string;
  /** Those that come with the program. */
  readonly pipelines: readonly Pipeline[];
}
export type ToTryThread = TryAsked | 'warm';
export type FromTryThread =
  | { readonly answer: TryAnswer }
  | { readonly warm: true }
  | { readonly problem: ProblemDetails & { readonly told: string } };

/** Tries pipelines on the folder in a thread of its own: the server answers meanwhile. One try at a time. */
export interface Trials {
  /**
   * @param gone whoever asked is no longer there
   * @throws {Problem} where too many ask, or the tables cannot be read
   */
  readonly ask: (asked: TryAsked, gone: AbortSignal) => Promise<TryAnswer>;
  /** Reads the folder, so that the first who asks need not wait for that. */
  readonly warm: () => void;
  readonly close: () => Promise<void>;
}

/** Threads run compiled code only: from src/ too, it is the built one. */
const THREAD = fileURLToPath(new URL('../../../../dist/shell/serve/trying/thread.js', import.meta.url));
const MOST_WAITING = 20;
/** Milliseconds after which the thread and what it keeps of the folder go, where nobody asks. */
const IDLE = 20 * 60_000;

export function openTrials(setup: TrySetup, log: Log): Trials {
  let thread: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();

  async function end(): Promise<void> {
    clearTimeout(idle);
    const ended = thread;
    thread = undefined;
    await ended?.terminate();
  }
  function begun(): Worker {
    if (thread !== undefined) return thread;
    const begin = new Worker(THREAD, { workerData: setup });
    // It keeps no process.
    begin.unref();
    begin.on('error', (error) => log.error({ error: error.stack ?? String(error) }, 'trying failed'));
    thread = begin;
    return begin;
  }

  async function told(message: ToTryThread): Promise<FromTryThread> {
    clearTimeout(idle);
    const own = begun();
    const answer = await new Promise<FromTryThread>((done, refuse) => {
      const lost = (): void => refuse(new Problem(503, 'Trying was broken off. Try again.', 'try-lost', 1));
      own.once('message', (said: FromTryThread) => {
        own.off('exit', lost);
        done(said);
      });
      own.once('exit', lost);
      own.postMessage(message);
    }).catch((error: unknown) => {
      if (thread === own) thread = undefined;
      throw error;
    });
    idle = setTimeout(() => void end(), IDLE);
    idle.unref();
    return answer;
  }
  const inLine = <T>(act: () => Promise<T>): Promise<T> => {
    const next = last.then(act);
    last = next.catch(() => undefined);
    return next;
  };

  return {
    async ask(asked, gone) {
      if (waiting >= MOST_WAITING) throw new Problem(503, 'Too many tries are asked for.', 'busy', 2);
      waiting++;
      try {
        const said = await inLine(() => {
          if (gone.aborted) throw new Problem(499, 'Nobody waits for this any more.');
          return told(asked);
        });
        if ('answer' in said) return said.answer;
        if ('warm' in said) throw new Error('no answer');
        const { status, detail, code, told: why } = said.problem;
        if (status >= 500) log.error({ error: why }, 'trying failed');
        throw new Problem(status, detail, code);
      } finally {
        waiting--;
      }
    },
    warm: () => void inLine(() => told('warm')).catch(() => undefined),
    close: end,
  };
}
