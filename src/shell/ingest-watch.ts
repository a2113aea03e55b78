import { lstat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Failure } from './failure.ts';
import { type IngestOptions, type IngestResult, ingest } from './ingest.ts';
import type { Executor } from './pool/work.ts';
import { isBusy, QueueAway } from './serve/busy.ts';
import { openHolder } from './serve/desk/holder.ts';
import { findSources } from './sources/find.ts';
import { watchFolders } from './sources/watch.ts';

export interface WatchOptions extends Omit<IngestOptions, 'found' | 'store' | 'executor' | 'prune' | 'stop'> {
  /** As they were given. */
  readonly folders: readonly string[];
  /** What reads the documents of one run; closed at its end. @throws {QueueAway} where it cannot be reached now */
  readonly openExecutor: () => Promise<Executor>;
  /** Once aborted, what is in hand is finished, and it ends. */
  readonly stop: AbortSignal;
  /** Told of the files that arrived together, once they were read. */
  readonly told: (result: IngestResult) => void;
  /** Told once why what has arrived waits: another program has the folder, or the queue is away. */
  readonly waits: (why: string) => void;
  /** Milliseconds for which a file must not have grown. */
  readonly still?: number;
}

/** Milliseconds after which it is tried again. */
const AGAIN = 2000;

/**
 * Reads what is in folders, and what arrives there or changes, until it is stopped: each time by the same run as any other.
 *
 * @returns what became of all of it
 * @throws {CallError} for what is no folder
 */
export async function ingestWatched(options: WatchOptions): Promise<IngestResult> {
  const { folders, openExecutor, stop, told, waits, still, ...rest } = options;
  const holder = openHolder(rest.out);
  const arrived = new Set<string>();
  let wake = (): void => undefined;
  const ended = new Promise<void>((done) => stop.addEventListener('abort', () => done(), { once: true }));
  const watch = await watchFolders(
    folders,
    rest.out,
    (paths) => {
      for (const path of paths) arrived.add(path);
      wake();
    },
    still,
  );
  let all = NOTHING;
  try {
    while (!stop.aborted) {
      if (arrived.size === 0) await Promise.race([ended, new Promise<void>((go) => (wake = go))]);
      const paths = [...arrived];
      arrived.clear();
      // Some are moved on before anybody has looked at them.
      const there = await Promise.all(paths.map((path) => lstat(path).catch(() => undefined)));
      const given = paths.filter((_, i) => there[i]?.isFile() === true);
      if (given.length === 0 || stop.aborted) continue;
      const found = await findSources(
        given.map((path) => ({ path })),
        [rest.out],
      );
      const result = await whenFree(async () => {
        const executor = await openExecutor();
        return holder.use((store) => ingest({ ...rest, found, store, stop, executor })).finally(() => executor.close());
      });
      if (result === undefined) break;
      told(result);
      all = joined(all, result, given);
      if (result.unfinished !== undefined) break;
    }
    return { ...all, left: all.left + arrived.size, sources: all.sources + arrived.size };
  } finally {
    await watch.close();
    await holder.close();
  }

  /** @returns undefined where it was stopped meanwhile */
  async function whenFree<T>(run: () => Promise<T>): Promise<T | undefined> {
    for (let first = true; !stop.aborted; first = false) {
      try {
        return await run();
      } catch (error) {
        if (!isBusy(error) && !(error instanceof QueueAway)) throw error;
        if (first) waits(error instanceof Error ? error.message : String(error));
        await Promise.race([ended, sleep(AGAIN)]);
      }
    }
    return undefined;
  }
}

const NOTHING: IngestResult = {
  ...{ rows: [], failures: [], sources: 0, damaged: [], left: 0, passedOver: [], copies: [], removed: [] },
  outcomes: { new: 0, replaced: 0, moved: 0, same: 0, failed: 0 },
  unfinished: undefined,
};

/** Two runs as one: a document counts as it was left at the end, and what failed and went well later has not failed. */
function joined(before: IngestResult, after: IngestResult, given: readonly string[]): IngestResult {
  const isOf = ({ source }: Failure): boolean => given.some((path) => source === path || source.startsWith(`${path}/`));
  const failures = before.failures.filter((one) => !isOf(one));
  const again = before.failures.length - failures.length;
  const ids = new Set(after.rows.map(({ line }) => line.id));
  const { outcomes: a } = before;
  const { outcomes: b } = after;
  return {
    rows: [...before.rows.filter(({ line }) => !ids.has(line.id)), ...after.rows],
    failures: [...failures, ...after.failures],
    sources: before.sources - again + after.sources,
    outcomes: {
      ...{ new: a.new + b.new, replaced: a.replaced + b.replaced, moved: a.moved + b.moved, same: a.same + b.same },
      failed: a.failed - again + b.failed,
    },
    damaged: after.damaged,
    left: before.left + after.left,
    passedOver: [...before.passedOver, ...after.passedOver],
    copies: [...before.copies, ...after.copies],
    removed: [...before.removed, ...after.removed],
    unfinished: after.unfinished,
  };
}
