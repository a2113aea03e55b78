import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { linesOfHocr } from '../../read/scan/hocr.ts';
import { DATA_NAME, type Engine } from './engine.ts';
import { engineLost, PAGE_CLOCK, PAGE_SECONDS, tooLong } from './failing.ts';
import { dotsOf, pgmOf, SEGMENTATION } from './image.ts';
import type { OpenRecogniser } from './recogniser.ts';

/** What the thread is told at its start: paths of the compiled module and of the packed data. */
export interface ThreadSetup {
  readonly core: string;
  readonly packed: string;
}

export interface ThreadTask {
  readonly pgm: Uint8Array;
  readonly dots: number;
  readonly segmentation: number;
}

export type FromThread = { readonly hocr: string } | { readonly failed: string };

/** Threads run compiled code only: from src/ too, it is the built one. */
const THREAD = fileURLToPath(new URL('../../../dist/shell/recognition/wasm-thread.js', import.meta.url));
/** Milliseconds between two looks at the time that a page has taken. */
const LOOK = 500;

/**
 * Tesseract in WebAssembly, in a thread of its own: one that takes too long can be ended, and the process hears meanwhile
 * whether it is still wanted. One image at a time.
 */
export function wasmRecogniser(engine: Engine, packed: string, pageSeconds = PAGE_SECONDS): OpenRecogniser {
  const setup: ThreadSetup = { core: engine.path, packed };
  let thread: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();

  function begin(): Worker {
    const begun = new Worker(THREAD, { workerData: setup, stdout: true, stderr: true });
    // Between two images nothing keeps the process.
    begun.unref();
    return begun;
  }

  async function end(): Promise<void> {
    const ended = thread;
    thread = undefined;
    await ended?.terminate();
  }

  /** @throws {PlanError} after which the thread is no more */
  async function ask(task: ThreadTask): Promise<string> {
    thread ??= begin();
    try {
      return await answerOf(thread, task, pageSeconds);
    } catch (error) {
      await end();
      throw error;
    }
  }

  return {
    engine: engine.name,
    data: DATA_NAME,
    recognise(image, { layout }) {
      const task = { pgm: pgmOf(image), dots: dotsOf(image), segmentation: SEGMENTATION[layout] };
      const answer = last.then(() => ask(task));
      last = answer.catch(() => undefined);
      return answer.then(linesOfHocr);
    },
    close: end,
  };
}

function answerOf(thread: Worker, task: ThreadTask, pageSeconds: number): Promise<string> {
  return new Promise((done, refuse) => {
    const [begun, since] = [process.cpuUsage(), Date.now()];
    // Of the whole process, which waits for the thread meanwhile.
    const look = setInterval(() => {
      const { user, system } = process.cpuUsage(begun);
      if ((user + system) / 1e6 > pageSeconds || Date.now() - since > PAGE_CLOCK * 1000)
        settle(() => refuse(tooLong()));
    }, LOOK);
    const heard = (answer: FromThread): void =>
      settle(() => ('hocr' in answer ? done(answer.hocr) : refuse(engineLost(answer.failed))));
    const failed = (error: Error): void => settle(() => refuse(engineLost(error.message, error)));
    const exited = (code: number): void => settle(() => refuse(engineLost(`its thread ended with ${code}`)));
    function settle(how: () => void): void {
      clearInterval(look);
      thread.off('message', heard).off('error', failed).off('exit', exited).unref();
      how();
    }
    thread.once('message', heard).once('error', failed).once('exit', exited).ref();
    thread.postMessage(task);
  });
}
