import { fileURLToPath } from 'node:url';
import { type Pool as ChildPool, Promise as ChildPromise, pool as openChildPool } from 'workerpool';
import type { ErrorCode } from '../../model/errors.ts';
import type { Reason } from '../failure.ts';
import { PAGE_SECONDS } from '../recognition/failing.ts';
import { type ReadPages, readApart } from './apart.ts';
import type { Caps } from './caps.ts';
import { childOptions, USUAL } from './child-options.ts';
import { type Clock, openClock } from './clock.ts';
import type {
  AccountAnswer,
  Answer,
  Answered,
  Apart,
  DrawAnswer,
  DrawTask,
  FromChild,
  PagesAnswer,
  PagesDone,
  PagesTask,
  PoolTask,
  SizesAnswer,
  WorkerSetup,
} from './task.ts';
import type { Held, Unpack } from './unpacked.ts';

export interface PoolOptions {
  /** Documents that are read at a time, each in a process of its own. */
  readonly processes: number;
  readonly caps: Caps;
  readonly setup: WorkerSetup;
  /** Path of the compiled file that a process runs; it registers what `worker.ts` does. */
  readonly worker?: string;
  /** Documents after which a process has had its day: what parsers leak goes with it. */
  readonly recycleAfter?: number;
  /** Whether a document whose process was lost is tried once more; true unless someone else sees to that. */
  readonly again?: boolean;
  /** Told what libraries print while they read a document. */
  readonly printed?: (uri: string, text: string) => void;
}

/** For those who watch a document. */
export interface Watch {
  /** Called when the document was read and extraction begins. */
  readonly onRead?: () => void;
  /** Called before the first page that is read from its image, and after each. */
  readonly onPages?: (pages: PagesDone) => void;
  /** Reads pages of a long scan in place of the pool's own processes. */
  readonly readPages?: ReadPages;
}

export interface Pool {
  /** Never throws: a document that crashes, hangs or outgrows its process is a failure of its own. */
  readonly run: (task: PoolTask, watch?: Watch) => Promise<Answer>;
  /** Reads some pages of a PDF from their images. */
  readonly readPages: (task: PagesTask, onPages: (pages: PagesDone) => void) => Promise<PagesAnswer>;
  readonly unpack: Unpack;
  /** Draws a page, from 1. */
  readonly draw: (bytes: Uint8Array, uri: string, page: number) => Promise<DrawAnswer>;
  readonly sizes: (bytes: Uint8Array, uri: string) => Promise<SizesAnswer>;
  /** Tells what became of the figures of a document. Pages that are images are not read for it. */
  readonly account: (task: PoolTask) => Promise<AccountAnswer>;
  readonly close: () => Promise<void>;
}

/** Processes run compiled code only: from src/ too, the worker is the built one. */
const WORKER = fileURLToPath(new URL('../../../dist/shell/pool/worker.js', import.meta.url));
/** Milliseconds in which a process has started even where a hundred others do. */
const START = 120_000;
/** Seconds by the clock for a page that may take its processor time on a busy machine. */
const PAGE_PATIENCE = 4 * PAGE_SECONDS;
/** MB of a process after which it has had its day. */
const BLOATED = 512;
/**
 * What is kept of what a process prints about one document, in UTF-16 units. The end tells why it died; the log has the
 * beginning, since a library that complains of every byte would fill the disk.
 */
const PRINTED = 4000;

/** What a process is asked to do, by the name under which its worker registers it. */
interface Asked {
  readonly method: 'read' | 'readPages' | 'unpack' | 'draw' | 'sizes' | 'account';
  readonly uri: string;
  readonly given: PoolTask | PagesTask | DrawTask | Uint8Array;
  readonly watch?: Watch;
}

/** The place of one process, which a fresh one follows when it has had its day or died. */
interface Slot {
  child: ChildPool;
  /** Documents that the process was given. */
  given: number;
  spent: boolean;
}

export function openPool(options: PoolOptions): Pool {
  const { processes, caps, setup, worker = WORKER, recycleAfter = 200, again = true, printed } = options;
  const slots = Array.from({ length: processes }, begin);
  const free = slots.toReversed();
  const waiting: ((slot: Slot) => void)[] = [];

  /** No process starts before there is a document to read. */
  function begin(): Slot {
    const child = openChildPool(worker, {
      workerType: 'process',
      minWorkers: 0,
      maxWorkers: 1,
      // What it is asked to do in this time after it was stopped is nothing: it holds nothing that must be put in order.
      workerTerminateTimeout: 50,
      emitStdStreams: true,
      ...childOptions(caps, recycleAfter, setup),
    });
    return { child, given: 0, spent: false };
  }

  async function attempt<T>(slot: Slot, { method, uri, given, watch = {} }: Asked): Promise<T | Failing> {
    if (slot.spent) {
      // Before the next one begins: two processes in one place would take twice its memory.
      await slot.child.terminate(true);
      Object.assign(slot, begin());
    }
    slot.given++;
    const speech = hearing((text) => printed?.(uri, text));
    const clock = openClock();
    const listen = (heard: FromChild): void => {
      if ('read' in heard) watch.onRead?.();
      else if ('pages' in heard) turned(heard.pages, clock, caps, watch);
      else speech.hear('stderr' in heard ? heard.stderr : heard.stdout);
    };
    try {
      if (slot.given === 1) await slot.child.exec('methods').timeout(START);
      const asked = slot.child.exec(method, [given, setup], { on: listen });
      // The clock starts when a process is there and free, not when the document joins the queue.
      clock.start(caps.seconds, () => asked.cancel());
      const { answer, rss, cpu = 0 }: Answered<T> = await asked;
      slot.spent = slot.given >= recycleAfter || rss > BLOATED * 2 ** 20 || cpu > recycleAfter * USUAL;
      return answer;
    } catch (error) {
      slot.spent = true;
      const isLate = clock.isOver() || error instanceof ChildPromise.TimeoutError;
      return { failed: isLate ? tooSlow(caps) : reasonOfLoss(error, speech.end(), caps) };
    } finally {
      clock.stop();
    }
  }

  async function ask<T extends object>(asked: Asked): Promise<T | Failing> {
    const slot = free.pop() ?? (await new Promise<Slot>((take) => waiting.push(take)));
    try {
      const answer = await attempt<T>(slot, asked);
      // A second time where the process was lost: what was left of an earlier document may have been the reason. What is
      // too large or too slow for its caps is so again.
      return again && 'failed' in answer && (answer as Failing).failed.code === 'worker-lost'
        ? await attempt<T>(slot, asked)
        : answer;
    } finally {
      const next = waiting.shift();
      if (next === undefined) free.push(slot);
      else next(slot);
    }
  }

  return {
    ...asking(ask),
    async close() {
      await Promise.all(slots.map(({ child }) => child.terminate(true)));
    },
  };
}

const readPagesBy = (ask: Ask, task: PagesTask, onPages: (pages: PagesDone) => void): Promise<PagesAnswer> =>
  ask<PagesAnswer>({ method: 'readPages', uri: task.uri, given: task, watch: { onPages } });

const asking = (ask: Ask): Omit<Pool, 'close'> => ({
  run: (task, watch = {}) => runTask(ask, task, watch),
  readPages: (task, onPages) => readPagesBy(ask, task, onPages),
  unpack: (bytes, uri) => ask<Held | Failing>({ method: 'unpack', uri, given: bytes }),
  draw: (bytes, uri, page) => ask<DrawAnswer>({ method: 'draw', uri, given: { bytes, page } }),
  sizes: (bytes, uri) => ask<SizesAnswer>({ method: 'sizes', uri, given: bytes }),
  account: (task) => ask<AccountAnswer>({ method: 'account', uri: task.uri, given: task }),
});

/** Pages have a limit of their own; what comes after the last of them has the document's once more. */
function turned(pages: PagesDone, clock: Clock, { seconds }: Caps, { onPages }: Watch): void {
  clock.set(pages.done >= pages.of ? seconds : Math.max(seconds, PAGE_PATIENCE));
  onPages?.(pages);
}

interface Failing {
  readonly failed: Reason;
}

type Ask = <T extends object>(asked: Asked) => Promise<T | Failing>;

/** Reads a document: where many of its pages are images, these first, in all processes that are free. */
async function runTask(ask: Ask, task: PoolTask, watch: Watch): Promise<Answer> {
  const { bytes, uri } = task;
  const answer = await ask<Answer | Apart>({ method: 'read', uri, given: task, watch });
  if (!('apart' in answer)) return answer;
  const here: ReadPages = (pages, onPages) => readPagesBy(ask, { bytes, uri, pages }, onPages);
  const read = await readApart(answer.apart, watch.readPages ?? here, (pages) => watch.onPages?.(pages));
  return ask<Answer>({ method: 'read', uri, given: { ...task, read }, watch });
}

interface Hearing {
  readonly hear: (text: string) => void;
  /** The end of what was heard. */
  readonly end: () => string;
}

/** @param tell told the beginning of what is heard */
function hearing(tell: (text: string) => void): Hearing {
  let end = '';
  let told = 0;
  return {
    end: () => end,
    hear(text) {
      end = (end + text).slice(-PRINTED);
      if (told >= PRINTED) return;
      const shown = text.slice(0, PRINTED - told);
      told += shown.length;
      tell(told < PRINTED ? shown : `${shown}…`);
    },
  };
}

/** Words with which V8, the C++ library or Node tell that there was no more memory. */
const NO_MEMORY =
  /out of memory|allocation failed|failed to allocate|bad_alloc|cannot allocate|invalid (?:array|string|table|size)/iu;

const tooSlow = ({ seconds }: Caps): Reason =>
  lost(
    'time-exceeded',
    `Reading took more than ${seconds} seconds and was stopped. Raise --max-seconds or split the document.`,
  );

function reasonOfLoss(error: unknown, said: string, { memory }: Caps): Reason {
  const detail = error instanceof Error ? error.message : String(error);
  const code = /exitCode: `(?<code>\d+)`/u.exec(detail)?.groups?.code;
  const signal = /signalCode: `(?<signal>SIG\w+)`/u.exec(detail)?.groups?.signal;
  if (NO_MEMORY.test(said) || NO_MEMORY.test(detail.split('workerpool.script')[0] ?? '')) {
    const message = `Reading took more than ${memory} MB of memory and was stopped. Raise --max-memory or split the document.`;
    return lost('memory-exceeded', message);
  }
  if (signal === 'SIGXCPU')
    return lost(
      'time-exceeded',
      'Reading took too much processor time and was stopped. Raise --max-seconds or split the document.',
    );
  const how =
    signal !== undefined ? `signal ${signal}` : code !== undefined ? `exit code ${code}` : detail.split('\n')[0];
  const message = `The process that read it was lost (${how}). Run again; if it happens again, please report the document.`;
  return lost('worker-lost', message);
}

const lost = (code: ErrorCode, message: string): Reason => ({ stage: 'extract', code, message });
