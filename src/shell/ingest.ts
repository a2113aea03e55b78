import { realpath } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join, sep } from 'node:path';
import { DEFAULT_LIMITS, type Limits } from '../model/block.ts';
import { type ErrorCode, PlanError } from '../model/errors.ts';
import type { Declared } from '../run.ts';
import { CallError } from './call-error.ts';
import { type Failure, reasonOf } from './failure.ts';
import type { Log } from './log.ts';
import { type Made, sameMade } from './output/entry.ts';
import { failuresAfter, readFailures } from './output/failures.ts';
import { type Item, itemsOf, notedRecords } from './output/items.ts';
import { placesOf, type Removed, releasePlaces } from './output/places.ts';
import { sha256Of } from './output/replace-file.ts';
import { openStore, type Store } from './output/store.ts';
import { type Row, writeTables } from './output/tables.ts';
import { PACKAGE } from './package-root.ts';
import { fingerprint, type PipelineChoice } from './pipelines.ts';
import { type Caps, DEFAULT_CAPS } from './pool/caps.ts';
import { poolExecutor } from './pool/executor.ts';
import type { PoolOptions } from './pool/pool.ts';
import type { Executor, Work } from './pool/work.ts';
import { rulesVersion } from './rules-version.ts';
import { doubt, type Group, inParallel, scanSources } from './scan.ts';
import type { Found, GivenSource, PassedOver } from './sources/source.ts';
import { type ArchiveCaps, DEFAULT_ARCHIVE_CAPS } from './sources/zip/caps.ts';

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
  /** Once aborted, no further document is begun; what is in hand is finished and the tables are made. */
  readonly stop?: AbortSignal;
  /** Removes what the folders and archives of this run no longer hold. */
  readonly prune?: boolean;
  readonly worker?: PoolOptions['worker'];
  readonly rules?: string;
  /** In place of processes of this run's own; closed at the end of the run. */
  readonly executor?: Executor;
}

/** Told of every document as it is done. */
export interface Progress {
  readonly start: (documents: number) => void;
  /** An archive turned out to hold so many documents more than the one that it was counted as. */
  readonly more: (documents: number) => void;
  /** This one is in hand now. */
  readonly at: (source: string) => void;
  readonly step: (outcome: Outcome) => void;
  readonly stop: () => void;
}

/** `new`: not there before. `replaced`: made anew. `moved`: only its places were added to. `same`: nothing to do. */
export type Outcome = 'new' | 'replaced' | 'moved' | 'same' | 'failed';

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
}

/** The main job: documents to records in an output folder. One failed document never stops another. */
export async function ingest(options: IngestOptions): Promise<IngestResult> {
  await refuseSourcesWithin(options.out, options.found.sources);
  const store = await openStore(options.out);
  try {
    return await ingestInto(store, options);
  } finally {
    await store.close();
  }
}

async function ingestInto(store: Store, options: IngestOptions): Promise<IngestResult> {
  const { found, choice, log, progress, stop } = options;
  const limits = options.limits ?? DEFAULT_LIMITS;
  const before = await readFailures(store.folder);
  const tally = openTally(log, progress, found.sources.length + found.failures.length);
  progress.start(tally.sources);
  for (const failure of found.failures) tally.fail(failure);
  const caps = options.archives ?? DEFAULT_ARCHIVE_CAPS;
  const scanned = await scanSources(found.sources, {
    limits,
    caps,
    stop,
    fail: tally.fail,
    more: tally.more,
    at: progress.at,
  });
  const { archives } = scanned;
  const groups = harmlessFirst(scanned.groups, before);
  tally.left += scanned.unread;
  const executor =
    options.executor ??
    poolExecutor({
      processes: Math.min(options.concurrency ?? availableParallelism(), groups.length),
      caps: options.caps ?? DEFAULT_CAPS,
      setup: { pipelines: choice.pipelines, limits },
      printed: (source, text) => log.info({ source, text }, 'printed while it was read'),
      ...(options.worker === undefined ? {} : { worker: options.worker }),
    });
  const rules = options.rules ?? rulesVersion();
  const run: Run = {
    store,
    tally,
    executor,
    choice,
    printOf: fingerprints(choice),
    rules,
    limits,
    at: progress.at,
    seen: new Set(),
    claims: claimsOf(groups),
  };

  executor.expect?.(groups.length);
  try {
    await inParallel(groups, executor.width, async (group) => {
      if (stop?.aborted === true) tally.left += group.sources.length;
      else await ingestOne(run, group);
    });
  } finally {
    await executor.close();
    progress.stop();
  }
  const whole = stop?.aborted === true ? [] : [...found.folders, ...archives];
  const passedOver = [...found.passedOver, ...scanned.passedOver];
  const there = new Set([...tally.tried, ...passedOver.map(({ source }) => source)]);
  const gone = options.prune === true ? goneFrom(whole, there, tally.failures) : () => false;
  const removed = await releasePlaces(store, (place, { sha256 }) => {
    const now = run.claims.get(place);
    // The old record stays until there is one of what stands there now.
    if (now !== undefined && now !== sha256) return store.bySha(now) === undefined ? undefined : 'new-version';
    return gone(place) ? 'gone' : undefined;
  });
  for (const one of passedOver) log.info({ ...one }, 'passed over');
  for (const { id, source, why } of removed) log.info({ document: id, source, why }, 'record removed');
  const done = await finish(run, failuresAfter(before, tally.failures, tally.tried, whole));
  return { ...done, passedOver, removed };
}

/** What became of the documents so far. */
interface Tally {
  /** Documents that came in; an archive counts as what it holds. */
  sources: number;
  readonly failures: Failure[];
  readonly outcomes: Record<Outcome, number>;
  readonly copies: string[];
  /** Sources of this run that were reached. */
  readonly tried: Set<string>;
  /** Documents that were not, because the run was stopped. */
  left: number;
  readonly more: (documents: number) => void;
  readonly fail: (failure: Failure) => void;
  readonly done: (outcome: Exclude<Outcome, 'failed'>, id: string, source: string) => void;
}

function openTally(log: Log, progress: Progress, sources: number): Tally {
  const failures: Failure[] = [];
  const outcomes: Record<Outcome, number> = { new: 0, replaced: 0, moved: 0, same: 0, failed: 0 };
  const copies: string[] = [];
  const tried = new Set<string>();
  const tally: Tally = {
    ...{ sources, failures, outcomes, copies, tried },
    left: 0,
    more(documents) {
      tally.sources += documents;
      progress.more(documents);
    },
    fail(failure) {
      failures.push(failure);
      tried.add(failure.source);
      outcomes.failed++;
      log.warn({ ...failure }, 'document failed');
      progress.step('failed');
    },
    done(outcome, id, source) {
      outcomes[outcome]++;
      tried.add(source);
      log.info({ document: id, source, outcome }, 'document done');
      progress.step(outcome);
    },
  };
  return tally;
}

/** What all documents of a run share. */
interface Run {
  readonly store: Store;
  readonly tally: Tally;
  readonly executor: Executor;
  readonly choice: PipelineChoice;
  readonly printOf: (choice: string) => string;
  readonly rules: string;
  readonly limits: Limits;
  readonly at: Progress['at'];
  /** Ids of the documents that the run was about. */
  readonly seen: Set<string>;
  /** SHA-256 of what stands at each place that the run looked at. */
  readonly claims: ReadonlyMap<string, string>;
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

/** What took its process down the last time comes last: the others are done before it does so again. */
function harmlessFirst(groups: readonly Group[], before: readonly Failure[]): readonly Group[] {
  const lethal = new Set(before.filter(({ code }) => LETHAL.has(code)).map(({ source }) => source));
  const isLethal = ({ sources }: Group): number => (sources.some(({ uri }) => lethal.has(uri)) ? 1 : 0);
  return groups.toSorted((a, b) => isLethal(a) - isLethal(b));
}

const claimsOf = (groups: readonly Group[]): ReadonlyMap<string, string> =>
  new Map(groups.flatMap(({ sha256, sources }) => sources.map(({ uri }) => [uri, sha256] as const)));

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

async function ingestOne(
  { store, tally, executor, seen, claims, ...run }: Run,
  { sha256, sources }: Group,
): Promise<void> {
  const [first, ...others] = sources;
  const entry = store.bySha(sha256);
  // Where other bytes stand now, this document no longer is.
  const before = entry === undefined ? [] : placesOf(entry).filter((place) => (claims.get(place) ?? sha256) === sha256);
  const uri = before[0] ?? first.uri;
  const places = new Set([...sources.map((source) => source.uri), ...before]);
  places.delete(uri);
  const alsoAt = [...places].sort();
  const made = madeWith(entry?.made ?? undefined, sources, run);
  const fresh = entry?.made != null && sameMade(entry.made, made);
  const known = entry !== undefined && fresh && entry.uri === uri && same(entry.alsoAt, alsoAt);
  if (entry !== undefined && known) {
    seen.add(entry.id);
    executor.expect?.(-1);
    for (const source of sources) tally.done('same', entry.id, source.uri);
    for (const other of others) tally.copies.push(other.uri);
    return;
  }
  try {
    run.at(uri);
    const work: Work = { sha256, uri, alsoAt, made, bytes: () => bytesOf(first, sha256, run.limits) };
    const answer = await executor.run(work);
    if ('left' in answer) {
      tally.left += sources.length;
      return;
    }
    if ('failed' in answer) {
      if (entry !== undefined) seen.add(entry.id);
      for (const source of sources) {
        tally.fail({ source: source.uri, ...answer.failed });
        await doubt(source, answer.failed.code);
      }
      await executor.settled(work);
      return;
    }
    const written = await store.put(answer.done, { sha256, uri, alsoAt }, made);
    await executor.settled(work);
    seen.add(written.id);
    tally.done(entry === undefined ? 'new' : fresh ? 'moved' : 'replaced', written.id, first.uri);
    for (const other of others) tally.done('same', written.id, other.uri);
    for (const other of others) tally.copies.push(other.uri);
  } catch (error) {
    if (entry !== undefined) seen.add(entry.id);
    for (const source of sources) tally.fail({ source: source.uri, ...reasonOf(error, 'read') });
  }
}

/** Makes the tables of the whole folder anew. */
async function finish(
  { store, tally, seen }: Run,
  remaining: readonly Failure[],
): Promise<Omit<IngestResult, 'passedOver' | 'removed'>> {
  const rows: Row[] = [];
  const entries = store.entries();
  const hashes = new Map(entries.map(({ id, record }) => [id, record]));
  const items = new Map<string, readonly Item[]>();
  try {
    store.check();
    const noted = await notedRecords(join(store.folder, 'runs'));
    const unreadable = await writeTables(store.folder, [...hashes.keys()], remaining, (row, record) => {
      if (seen.has(row.line.id)) rows.push(row);
      if (!noted.has(hashes.get(row.line.id) ?? '')) items.set(row.line.id, itemsOf(record));
    });
    await store.finish(PACKAGE.version, items);
    const { sources, outcomes, left, copies } = tally;
    const damaged = [...store.damaged, ...unreadable];
    return { rows, failures: tally.failures.sort(bySource), sources, outcomes, damaged, left, copies: copies.sort() };
  } catch (error) {
    const { stage, code, message } = reasonOf(error, 'write');
    throw new PlanError(code, stage, message, error);
  }
}

/**
 * What a document is to be made with now. What was declared of it before stays so unless the manifest says otherwise, and
 * a pipeline that was once asked for stays chosen under `auto`: the same bytes again change nothing.
 */
function madeWith(
  before: Made | undefined,
  sources: readonly GivenSource[],
  { choice, printOf, rules }: Pick<Run, 'choice' | 'printOf' | 'rules'>,
): Made {
  const declared: Declared = Object.assign({}, ...sources.map((source) => source.declared).reverse());
  const kept = choice.name === 'auto' && before !== undefined ? before.choice : choice.name;
  const there = kept === 'auto' || choice.pipelines.some(({ name }) => name === kept);
  // Made with a pipeline of the user's own, which is not at hand now: the record stays until it is.
  if (!there && before !== undefined) return before;
  return { rules, choice: kept, pipelines: printOf(kept), told: { ...before?.told, ...declared } };
}

/** The catalogues are long, and every document of a run asks for the same few. */
function fingerprints({ pipelines }: PipelineChoice): (choice: string) => string {
  const known = new Map<string, string>();
  return (name) => {
    const print = known.get(name) ?? fingerprint({ name, pipelines });
    known.set(name, print);
    return print;
  };
}

async function bytesOf(source: GivenSource, sha256: string, { maxBytes }: Limits): Promise<Uint8Array> {
  const bytes = await source.read(maxBytes);
  if (sha256Of(bytes) === sha256) return bytes;
  throw new PlanError('file-unreadable', 'read', 'The file changed while it was being read. Run again.');
}

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one, i) => one === b[i]);

const bySource = (a: Failure, b: Failure): number => (a.source < b.source ? -1 : a.source > b.source ? 1 : 0);
