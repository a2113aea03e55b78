import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Failure, reasonOf } from '../../failure.ts';
import type { Happened } from '../../tally.ts';
import { isBusy, QueueAway } from '../busy.ts';
import type { Job, KeptJob, Wish } from './job.ts';
import { type KeptJobs, REMEMBERED } from './kept-jobs.ts';
import {
  followerOf,
  isDone,
  isOpen,
  type JobLine,
  type JobPlace,
  lineOf,
  placesIn,
  settle,
  shownJob,
  type Traffic,
} from './lines.ts';

/** Things to read that are taken in one run: the tables are made anew at its end, and what came meanwhile follows. */
const MOST_AT_ONCE = 200;
/** Milliseconds between two looks whether the folder is free again. */
const PATIENCE = 1000;
/** Reads what was asked for; told of each document as a run does. */
export type ReadAll = (wishes: readonly Wish[], tell: (told: Happened) => void) => Promise<void>;

/** Takes what is to be read and follows it until it is. */
export interface Desk {
  /** Begins to read. Before that, what is taken in only waits. */
  readonly start: () => void;
  /** Kept on the disk when it returns, and read sooner or later. */
  readonly accept: (wishes: readonly Wish[]) => Promise<Job>;
  readonly job: (id: string) => Job | undefined;
  /** Those under way first, then the newest. */
  readonly jobs: () => Job[];
  /** Waits until a job is done, at most so many milliseconds. */
  readonly wait: (id: string, most: number) => Promise<void>;
  /** Whether an upload of this hash waits or is being read. */
  readonly wants: (sha256: string) => boolean;
  /** Things that wait or are being read. */
  readonly open: () => number;
  /** Finishes what is in hand, begins nothing more. */
  readonly close: () => Promise<void>;
}

export interface DeskOptions {
  readonly kept: KeptJobs;
  readonly read: ReadAll;
  /** Happened of a job whenever something about it changed. */
  readonly changed: (job: Job) => void;
  /** Happened when a run has ended and the tables say something else; its jobs are done when it has returned. */
  readonly ended: () => Promise<void>;
}

export function openDesk(options: DeskOptions): Desk {
  const { kept } = options;
  const lines = new Map(kept.before.map((job) => [job.id, lineOf(job)]));
  const traffic: Traffic = {
    waiting: [...lines.values()].filter((line) => !isDone(line)).flatMap(placesIn),
    waitsFor: null,
    lately: [],
  };
  const watchers = new Set<() => void>();
  const tell = (line: JobLine): void => {
    options.changed(shownJob(line, traffic));
    for (const wake of [...watchers]) wake();
  };
  let running: Promise<void> | undefined;
  let state: 'new' | 'started' | 'closed' = 'new';

  function go(): void {
    if (state !== 'started' || running !== undefined || traffic.waiting.length === 0) return;
    const batch = traffic.waiting.slice(0, MOST_AT_ONCE);
    traffic.waiting = traffic.waiting.slice(MOST_AT_ONCE);
    running = runBatch(batch, { ...options, traffic, tell, isClosed: () => state === 'closed' })
      .then(() => forgetOld(lines, kept))
      .finally(() => {
        running = undefined;
        go();
      });
  }

  return {
    start() {
      state = 'started';
      void forgetOld(lines, kept);
      go();
    },
    async accept(wishes) {
      const job = newJob(wishes);
      await kept.keep(job);
      const line = lineOf(job);
      lines.set(job.id, line);
      traffic.waiting = [...traffic.waiting, ...placesIn(line)];
      tell(line);
      go();
      return shownJob(line, traffic);
    },
    job(id) {
      const line = lines.get(id);
      return line === undefined ? undefined : shownJob(line, traffic);
    },
    jobs: () =>
      [...lines.values()]
        .reverse()
        .sort((a, b) => Number(isDone(a)) - Number(isDone(b)))
        .map((line) => shownJob(line, traffic)),
    async wait(id, most) {
      const until = Date.now() + most;
      for (;;) {
        const line = lines.get(id);
        const left = until - Date.now();
        if (line === undefined || isDone(line) || left <= 0) return;
        await woken(watchers, left);
      }
    },
    wants: (sha256) =>
      [...lines.values()].some((line) => !isDone(line) && line.kept.wishes.some((wish) => wish.sha256 === sha256)),
    open: () => [...lines.values()].reduce((sum, { items }) => sum + items.filter(isOpen).length, 0),
    async close() {
      state = 'closed';
      await running;
    },
  };
}

function newJob(wishes: readonly Wish[]): KeptJob {
  const created = new Date().toISOString();
  // Sorted by name, the oldest comes first.
  const id = `${created.replace(/\D/gu, '')}-${randomBytes(6).toString('hex')}`;
  return { id, created, wishes: [...wishes], items: null };
}

/** Of jobs that are done the oldest are remembered no more. */
async function forgetOld(lines: Map<string, JobLine>, kept: KeptJobs): Promise<void> {
  const done = [...lines.values()].filter(isDone);
  for (const { kept: job } of done.slice(0, Math.max(0, done.length - REMEMBERED))) {
    lines.delete(job.id);
    await kept.forget(job.id).catch(() => undefined);
  }
}

/** Waits until somebody wakes it, at most so many milliseconds. */
function woken(watchers: Set<() => void>, most: number): Promise<void> {
  return new Promise((wake) => {
    const timer = setTimeout(done, most);
    function done(): void {
      clearTimeout(timer);
      watchers.delete(done);
      wake();
    }
    watchers.add(done);
  });
}

interface Run extends DeskOptions {
  readonly traffic: Traffic;
  readonly tell: (line: JobLine) => void;
  readonly isClosed: () => boolean;
}

/** Reads a batch in one run. Never throws: what went wrong with all of it is the failure of each. */
async function runBatch(batch: readonly JobPlace[], run: Run): Promise<void> {
  const { kept, ended, tell, isClosed } = run;
  const lines = new Set(batch.map(({ line }) => line));
  const broken = await persist(batch, lines, run);
  const left = batch.some(({ line, at }) => line.items[at]?.state === 'waiting');
  // A server that was told to stop leaves what it did not begin: it stays kept, for the next one.
  if (isClosed() && broken === undefined && left) return;
  await ended();
  for (const { line, at } of batch) {
    settle(line, at, broken);
    line.unsettled--;
  }
  for (const line of lines) {
    // Where it cannot be kept as done, the next server reads it again, and finds it done.
    if (isDone(line)) await kept.keep({ ...line.kept, items: line.items }).catch(() => undefined);
    tell(line);
  }
}

/** @returns why nothing of it could be read, if that is so */
async function persist(
  batch: readonly JobPlace[],
  lines: ReadonlySet<JobLine>,
  { read, traffic, tell, isClosed }: Run,
): Promise<Failure | undefined> {
  const bySource = new Map<string, JobPlace[]>();
  for (const place of batch) {
    const source = place.line.items[place.at]?.source ?? '';
    bySource.set(source, [...(bySource.get(source) ?? []), place]);
  }
  const follow = followerOf(bySource, traffic.lately, tell);
  const wishes = batch.flatMap(({ line, at }) => line.kept.wishes[at] ?? []);
  for (;;) {
    try {
      await read(wishes, follow);
      return undefined;
    } catch (error) {
      const away = error instanceof QueueAway;
      if (!away && !isBusy(error)) return { source: '', ...reasonOf(error, 'write') };
      if (isClosed()) return undefined;
      traffic.waitsFor = away ? 'queue' : 'folder';
      for (const line of lines) tell(line);
      await sleep(PATIENCE);
      traffic.waitsFor = null;
    }
  }
}
