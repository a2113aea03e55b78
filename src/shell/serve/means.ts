import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_LIMITS, type Limits } from '../../model/block.ts';
import type { Webhook } from '../export/webhook.ts';
import type { Log } from '../log.ts';
import type { PipelineChoice } from '../pipelines.ts';
import { type Caps, DEFAULT_CAPS } from '../pool/caps.ts';
import { poolExecutor } from '../pool/executor.ts';
import type { WorkerSetup } from '../pool/task.ts';
import type { Executor } from '../pool/work.ts';
import type { Scans } from '../recognition/scans.ts';
import type { Remote } from '../sources/find.ts';
import { type FolderWatch, watchFolders } from '../sources/watch.ts';
import { type ArchiveCaps, DEFAULT_ARCHIVE_CAPS } from '../sources/zip/caps.ts';
import type { Happened } from '../tally.ts';
import { QueueAway } from './busy.ts';
import { openDesk } from './desk/desk.ts';
import { openEditing } from './desk/editing.ts';
import { openHolder } from './desk/holder.ts';
import { openKeptJobs } from './desk/kept-jobs.ts';
import { openOriginals } from './desk/originals.ts';
import { readerInto } from './desk/read-all.ts';
import { takeUp } from './desk/take-up.ts';
import { openEvents } from './events.ts';
import { openComparisons } from './look/comparisons.ts';
import { openLooks } from './look/looks.ts';
import { type KeptTables, keepTables } from './look/tables-kept.ts';
import { openJobPosting } from './posting.ts';
import type { Serving } from './serving.ts';
import { openPipelineShelf } from './trying/shelf-of-pipelines.ts';
import { openTrials } from './trying/trials.ts';
import { makeOutput } from './unwritable.ts';

/** With what a server reads documents, and what it serves. */
export interface MeansOptions {
  /** The output folder; made where it is not there. */
  readonly out: string;
  readonly choice: PipelineChoice;
  readonly log: Log;
  readonly remote: Remote;
  readonly caps?: Caps;
  readonly limits?: Limits;
  readonly archives?: ArchiveCaps;
  readonly scans?: Scans;
  /** Documents at a time; by default the number of cores. */
  readonly concurrency?: number;
  /** Bytes of one file that is uploaded. */
  readonly mostBytes?: number;
  /** Folders from which files are taken as they arrive. */
  readonly watch?: readonly string[];
  /** Told of each job that is done. */
  readonly webhook?: Pick<Webhook, 'post' | 'close'>;
  /** In place of processes of the server's own; opened for each run. */
  readonly openExecutor?: (stop: AbortSignal) => Promise<Executor>;
}

/** What the routes of a server work with. */
export interface Means extends Omit<Serving, 'guard'> {
  /** Takes up what an earlier server left. Before that, what is taken in only waits. */
  readonly start: () => Promise<void>;
  /** Finishes what is in hand and lists what was done. */
  readonly close: () => Promise<void>;
}

const MB = 1024 * 1024;
export const DEFAULT_UPLOAD = 200 * MB;

/**
 * @param count told what happens to each document
 * @throws where the folder cannot be made
 */
export async function openMeans(options: MeansOptions, count: (told: Happened) => void): Promise<Means> {
  const { out, choice, log, remote, mostBytes = DEFAULT_UPLOAD } = options;
  await makeOutput(out, log);
  const stop = new AbortController();
  const events = openEvents();
  const holder = openHolder(out);
  const originals = await openOriginals(join(out, 'originals'));
  const tables = keepTables(out, ({ version }) => events.tell('documents', { version }));
  const comparisons = await openComparisons(out, join(out, 'server', 'comparisons'));
  const executor = keptExecutor(options);
  const looks = openLooks(out, { caps: options.caps ?? DEFAULT_CAPS, setup: setupOf(options) });
  const trying = tryingIn(options);
  const read = readerInto(holder, originals, {
    ...{ out, choice, log, remote, stop: stop.signal },
    caps: options.caps ?? DEFAULT_CAPS,
    limits: options.limits ?? DEFAULT_LIMITS,
    archives: options.archives ?? DEFAULT_ARCHIVE_CAPS,
    scans: options.scans,
    concurrency: options.concurrency,
    openExecutor: () => executorOf(options, executor.shared, stop.signal),
  });
  const posting = options.webhook === undefined ? undefined : openJobPosting(options.webhook, log);
  const kept = await openKeptJobs(join(out, 'server', 'jobs'));
  const desk = openDesk({
    kept,
    read: (wishes, tell) =>
      read(wishes, (told) => {
        count(told);
        tell(told);
      }),
    changed(job) {
      events.tell('job', job);
      posting?.tell(job);
    },
    async ended() {
      await tables.fresh().catch((error: unknown) => log.warn({ error: String(error) }, 'tables not read'));
    },
  });
  const editing = openEditing(out, holder, log, (id) => {
    if (id === undefined) void tables.fresh().catch(() => undefined);
    else events.tell('document', { id });
  });
  let watching: FolderWatch | undefined;
  let taken: Promise<void> | undefined;
  return {
    ...{ out, editing, holder, originals, desk, tables, comparisons, looks, events, mostBytes },
    ...{ ...trying, pipelines: choice.pipelines },
    async start() {
      taken = takeUp({ out, desk, holder, originals, tables }, kept.damaged, log);
      void warmed(tables, trying).catch(() => undefined);
      const { watch = [] } = options;
      if (watch.length === 0) return;
      watching = await watchFolders(watch, out, (paths) => {
        const wishes = paths.map((source) => ({ source, sha256: null, said: {} }));
        void desk.accept(wishes).catch((error: unknown) => log.error({ error: String(error) }, 'files not taken'));
      });
    },
    async close() {
      stop.abort();
      await watching?.close();
      events.close();
      await comparisons.close();
      await Promise.all([taken, desk.close()]);
      await posting?.close();
      await editing.close();
      await Promise.all([executor.close(), looks.close(), trying.tries.close()]);
      await holder.close();
      await tables.close();
    },
  };
}

/** Pipelines that are tried on the folder, and saved in it. */
const tryingIn = ({ out, log, choice: { pipelines } }: MeansOptions): Pick<Serving, 'tries' | 'shelf'> => ({
  tries: openTrials({ folder: out, pipelines }, log),
  shelf: openPipelineShelf(out, pipelines),
});

/** Documents of a folder that takes longer to be read than one who tries something likes to wait. */
const MANY = 1000;

async function warmed(tables: KeptTables, { tries }: Pick<Serving, 'tries'>): Promise<void> {
  const { documents } = await tables.fresh();
  if (documents.size >= MANY) tries.warm();
}

/** Processes that read documents, kept from run to run: starting them takes as long as reading a short document. */
function keptExecutor(options: MeansOptions): { readonly shared: Executor; readonly close: () => Promise<void> } {
  const { log } = options;
  const own = poolExecutor({
    processes: options.concurrency ?? availableParallelism(),
    caps: options.caps ?? DEFAULT_CAPS,
    setup: setupOf(options),
    printed: (source, text) => log.info({ source, text }, 'printed while it was read'),
  });
  return { shared: { ...own, close: async () => undefined }, close: async () => own.close() };
}

async function executorOf({ openExecutor }: MeansOptions, own: Executor, stop: AbortSignal): Promise<Executor> {
  if (openExecutor === undefined) return own;
  return openExecutor(stop).catch((error: unknown) => {
    throw new QueueAway(error instanceof Error ? error.message : String(error));
  });
}

const setupOf = ({ choice, limits = DEFAULT_LIMITS, scans }: MeansOptions): WorkerSetup => ({
  ...{ pipelines: choice.pipelines, limits },
  ...(scans === undefined ? {} : { scans }),
});
