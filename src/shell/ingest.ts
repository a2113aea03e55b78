import { realpath } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join, sep } from 'node:path';
import { DEFAULT_LIMITS, type Limits } from '../model/block.ts';
import { type ErrorCode, PlanError } from '../model/errors.ts';
import { CallError } from './call-error.ts';
import { type Failure, reasonOf } from './failure.ts';
import { openInHand } from './in-hand.ts';
import { copiesOf, fingerprints, type IngestRun, ingestLate, ingestOne } from './ingest-one.ts';
import { type Group, openIntake, type WhenRead } from './intake.ts';
import type { Log } from './log.ts';
import { placesOf } from './output/entry.ts';
import { failuresAfter, readFailures } from './output/failures.ts';
import { type Removed, releasePlaces } from './output/places.ts';
import { remakeTables } from './output/remake.ts';
import { openStore, type Store } from './output/store.ts';
import type { Row } from './output/tables.ts';
import type { PipelineChoice } from './pipelines.ts';
import { type Caps, DEFAULT_CAPS } from './pool/caps.ts';
import { poolExecutor } from './pool/executor.ts';
import type { PoolOptions } from './pool/pool.ts';
import type { Executor } from './pool/work.ts';
import { type Scans, wantedScans } from './recognition/scans.ts';
import { rulesVersion } from './rules-version.ts';
import { inParallel, openScan, type Scan, type ScanOptions } from './scan.ts';
import { attachmentOpener } from './sources/attached.ts';
import type { Found, GivenSource, PassedOver } from './sources/source.ts';
import { type ArchiveCaps, DEFAULT_ARCHIVE_CAPS } from './sources/zip/caps.ts';
import { type Happened, type Outcome, openTally, type Progress } from './tally.ts';

export interface IngestOptions {
  readonly out: string;
  readonly found: Found;
  readonly choice: PipelineChoice;
  readonly log: Log;
  readonly progress: Progress;
  /** Documents at a time; by default the number of cores. */
  readonly concurrency?: number;
  readonly caps?: Caps;
  readonly limits?: Limits;
  readonly archives?: ArchiveCaps;
  /** How pages that are images are read; not at all unless told. */
  readonly scans?: Scans;
  /** Once aborted, no further document is begun; what is in hand is finished and the tables are made. */
  readonly stop?: AbortSignal;
  /** Removes what the folders and archives of this run no longer hold. */
  readonly prune?: boolean;
  readonly worker?: PoolOptions['worker'];
  readonly rules?: string;
  /** In place of processes of this run's own; closed at the end of the run. */
  readonly executor?: Executor;
  /** Happened what happens to each document. */
  readonly tell?: (told: Happened) => void;
  /** The output folder where it is open already: it stays so. */
  readonly store?: Store;
}

export interface IngestResult {
  readonly rows: readonly Row[];
  readonly failures: readonly Failure[];
  /** Documents that came in; as many as there are outcomes and documents left. */
  readonly sources: number;
  readonly outcomes: Readonly<Record<Outcome, number>>;
  /** Record files that could not be read. */
  readonly damaged: readonly string[];
  /** Documents that were left because the run was stopped. */
  readonly left: number;
  readonly passedOver: readonly PassedOver[];
  /** Sources whose bytes another source of the run has too: one record for all of them. They count as `same`. */
  readonly copies: readonly string[];
  readonly removed: readonly Removed[];
  /** Why the folder is not as it should be at the end of a run, where its disk filled up or went away: the tables are the old ones. */
  readonly unfinished: PlanError | undefined;
}

/** The main job: documents to records in an output folder. One failed document never stops another. */
export async function ingest(options: IngestOptions): Promise<IngestResult> {
  await refuseSourcesWithin(options.out, options.found.sources);
  if (options.store !== undefined) return ingestInto(options.store, options);
  const store = await openStore(options.out);
  try {
    return await ingestInto(store, options);
  } finally {
    await store.close();
  }
}

async function ingestInto(store: Store, options: IngestOptions): Promise<IngestResult> {
  const { found, choice, log, progress, stop, scans } = options;
  const limits = options.limits ?? DEFAULT_LIMITS;
  const before = await readFailures(store.folder);
  const tally = openTally(log, progress, found.sources.length + found.failures.length, options.tell);
  progress.start(tally.sources);
  for (const failure of found.failures) tally.fail(failure);
  // Where documents are read elsewhere, what is attached to them is still opened here, as archives are.
  const own = poolExecutor({
    processes: options.executor === undefined ? (options.concurrency ?? availableParallelism()) : 1,
    caps: options.caps ?? DEFAULT_CAPS,
    setup: { pipelines: choice.pipelines, limits, ...(scans === undefined ? {} : { scans }) },
    printed: (source, text) => log.info({ source, text }, 'printed while it was read'),
    ...(options.worker === undefined ? {} : { worker: options.worker }),
  });
  const executor = options.executor ?? own;
  const hand = openInHand(progress.at, options.tell);
  const claims = new Map<string, string>();
  const run: IngestRun = {
    ...{ store, tally, executor, choice, limits, stop, hand, claims },
    printOf: fingerprints(choice),
    rules: options.rules ?? rulesVersion(),
    scans: scans === undefined ? undefined : wantedScans(scans),
    seen: new Set(),
    taken: new Map(),
  };
  let passed: Passed;
  try {
    const caps = options.archives ?? DEFAULT_ARCHIVE_CAPS;
    passed = await passThrough(
      run,
      found.sources,
      { caps, openAttached: attachmentOpener(own.unpack, limits) },
      before,
    );
  } finally {
    await Promise.all([own.close(), options.executor?.close()]);
    progress.stop();
  }
  const { archives, groups } = passed;
  const whole = stop?.aborted === true ? [] : [...found.folders, ...archives];
  const passedOver = [...found.passedOver, ...passed.passedOver];
  const there = new Set([...tally.tried, ...passedOver.map(({ source }) => source)]);
  // An archive that was looked through has failed no more.
  const looked = new Set([...there, ...archives]);
  const gone = options.prune === true ? goneFrom(whole, there, tally.failures) : () => false;
  for (const one of passedOver) log.info({ ...one }, 'passed over');
  const release = async (): Promise<readonly Removed[]> => {
    const removed = await releasePlaces(store, (place, { sha256 }) => {
      const now = claims.get(place);
      // The old record stays until there is one of what stands there now.
      if (now !== undefined && now !== sha256) return store.bySha(now) === undefined ? undefined : 'new-version';
      return gone(place) ? 'gone' : undefined;
    });
    for (const { id, source, why } of removed) log.info({ document: id, source, why }, 'record removed');
    return removed;
  };
  const made = await finish(run, release, failuresAfter(before, tally.failures, looked, whole));
  const { sources, outcomes, left } = tally;
  const copies = copiesOf(run, groups).toSorted();
  return { ...made, failures: tally.failures.sort(bySource), sources, outcomes, left, copies, passedOver };
}

interface Passed extends Pick<Scan, 'archives' | 'passedOver'> {
  readonly groups: readonly Group[];
}

/**
 * Looks at all sources and makes the records of what they hold. Files are looked at first, so that few documents are met
 * at a further place after they were read; what URLs give is read as it comes, while the others are fetched.
 */
async function passThrough(
  run: IngestRun,
  sources: readonly GivenSource[],
  opening: Pick<ScanOptions, 'caps' | 'openAttached'>,
  before: readonly Failure[],
): Promise<Passed> {
  const { tally, executor, limits, stop, hand, claims } = run;
  const urls = sources.filter(({ lane }) => lane !== undefined);
  const unseen = new Set(urls.map(({ uri }) => uri));
  const intake = openIntake(turnsAfter(before, run.store, unseen));
  const scan = openScan({
    ...{ ...opening, limits, stop, hand, fail: tally.fail, more: tally.more },
    found(source, sha256) {
      claims.set(source.uri, sha256);
      intake.add(source, sha256);
    },
    unread: () => void tally.left++,
  });
  let expected = 0;
  const expect = (): void => {
    const now = intake.size() + unseen.size;
    if (now !== expected) executor.expect?.(now - expected);
    expected = now;
  };
  const looking = async (): Promise<void> => {
    const fetching = scan.urls(urls, intake.room, ({ uri }) => {
      unseen.delete(uri);
      expect();
    });
    await scan.files(sources.filter(({ lane }) => lane === undefined));
    expect();
    intake.open();
    await fetching;
  };
  await Promise.all([
    looking().finally(intake.end),
    ...Array.from({ length: executor.width }, async () => {
      for (let group = await intake.next(); group !== undefined; group = await intake.next())
        await ingestOne(run, group);
    }),
  ]);
  const groups = intake.groups();
  await inParallel(groups, executor.width, (group) => ingestLate(run, group));
  return { groups, archives: scan.archives, passedOver: scan.passedOver };
}

/** @throws {CallError} when documents that are to be read lie where this program writes and removes files */
async function refuseSourcesWithin(out: string, sources: readonly GivenSource[]): Promise<void> {
  const place = await realpath(out).catch(() => undefined);
  const within = place === undefined ? undefined : sources.find((source) => source.place.startsWith(place + sep));
  if (within === undefined) return;
  throw new CallError(
    `--out ${out}: documents that are to be read lie in it (${within.uri}). Choose an output folder of its own, such as --out ${join(out, 'output')}.`,
  );
}

const LETHAL: ReadonlySet<ErrorCode> = new Set(['worker-lost', 'memory-exceeded', 'time-exceeded']);

/**
 * When a document is read. What took its process down the last time comes last: the others are done before it does so
 * again. One whose record has a place that is still to be looked at waits until it is known what stands there now.
 */
function turnsAfter(before: readonly Failure[], store: Store, unseen: ReadonlySet<string>): (group: Group) => WhenRead {
  const lethal = new Set(before.filter(({ code }) => LETHAL.has(code)).map(({ source }) => source));
  return ({ sha256, sources }) => {
    if (sources.some(({ uri }) => lethal.has(uri))) return 'last';
    const entry = store.bySha(sha256);
    return entry !== undefined && placesOf(entry).some((place) => isWithin(place, unseen)) ? 'held' : 'now';
  };
}

/** Whether a place is one of these, or in an archive that is. */
function isWithin(place: string, uris: ReadonlySet<string>): boolean {
  if (uris.size === 0) return false;
  for (let end = place.length; end > 0; end = place.lastIndexOf('/', end - 1)) {
    if (uris.has(place.slice(0, end))) return true;
  }
  return false;
}

/**
 * Tells which places are no longer there, of those in folders that were looked through whole.
 *
 * @param failures where nothing could be read, what is below is taken to be there still
 */
function goneFrom(
  folders: readonly string[],
  there: ReadonlySet<string>,
  failures: readonly Failure[],
): (place: string) => boolean {
  const below = (place: string, folder: string): boolean => place.startsWith(`${folder}/`);
  return (place) =>
    !there.has(place) &&
    folders.some((folder) => below(place, folder)) &&
    !failures.some(({ source }) => below(place, source));
}

/**
 * Makes the tables of the whole folder anew. What became of the documents is known by now, and is told even where the
 * folder cannot be written any more.
 */
async function finish(
  { store, seen }: IngestRun,
  release: () => Promise<readonly Removed[]>,
  remaining: readonly Failure[],
): Promise<Pick<IngestResult, 'rows' | 'damaged' | 'removed' | 'unfinished'>> {
  const rows: Row[] = [];
  const damaged = [...store.damaged];
  let removed: readonly Removed[] = [];
  try {
    removed = await release();
    const unreadable = await remakeTables(store, remaining, seen, (row) => void rows.push(row));
    damaged.push(...unreadable);
    return { rows, damaged, removed, unfinished: undefined };
  } catch (error) {
    const { stage, code, message } = reasonOf(error, 'write');
    return { rows: [], damaged, removed, unfinished: new PlanError(code, stage, message, error) };
  }
}

const bySource = (a: Failure, b: Failure): number => (a.source < b.source ? -1 : a.source > b.source ? 1 : 0);
