import type { Limits } from '../model/block.ts';
import { PlanError } from '../model/errors.ts';
import type { Declared } from '../run.ts';
import { type Reason, reasonOf } from './failure.ts';
import type { InHand } from './in-hand.ts';
import type { Group } from './intake.ts';
import { type Entry, type Made, placesOf, sameMade } from './output/entry.ts';
import { placed } from './output/placed.ts';

import { sha256Of } from './output/replace-file.ts';
import type { Store } from './output/store.ts';
import { fingerprint, type PipelineChoice } from './pipelines.ts';
import type { Executor, Work } from './pool/work.ts';
import type { ScansMade } from './recognition/scans.ts';
import { doubt } from './scan.ts';
import type { GivenSource } from './sources/source.ts';
import type { RecordOutcome, Tally } from './tally.ts';

/** What all documents of a run share. */
export interface IngestRun {
  readonly store: Store;
  readonly tally: Tally;
  readonly executor: Executor;
  readonly choice: PipelineChoice;
  readonly printOf: (choice: string) => string;
  readonly rules: string;
  /** Absent where nothing is known of what reads pages that are images. */
  readonly scans: ScansMade | undefined;
  readonly limits: Limits;
  readonly stop: AbortSignal | undefined;
  readonly hand: InHand;
  /** Ids of the documents that the run was about. */
  readonly seen: Set<string>;
  /** SHA-256 of what stands at each place that was looked at so far. */
  readonly claims: Map<string, string>;
  /** Documents that were taken so far, by their SHA-256. */
  readonly taken: Map<string, Taken>;
}

/** A document that was taken, as it was then: further sources of the same bytes may be found later. */
export interface Taken {
  /** Its record before the run. */
  readonly before: Entry | undefined;
  readonly became: Became;
  readonly sources: ReadonlySet<GivenSource>;
}

type Became =
  | { readonly id: string; readonly outcome: RecordOutcome }
  | { readonly failed: Reason }
  | { readonly left: true };

/** What there is to do about a document. */
interface Wanted {
  readonly uri: string;
  readonly alsoAt: string[];
  readonly made: Made;
  /** What comes of it where nothing fails. */
  readonly outcome: RecordOutcome;
}

/** Makes the record of a document, unless it is there as it is to be. */
export async function ingestOne(run: IngestRun, group: Group): Promise<void> {
  const before = run.store.bySha(group.sha256);
  const became = run.stop?.aborted === true ? ({ left: true } as const) : await becomes(run, group, before);
  run.taken.set(group.sha256, { before, became, sources: new Set(group.sources) });
  if ('failed' in became && before !== undefined) run.seen.add(before.id);
  await tell(run, group.sources, became);
}

async function becomes(run: IngestRun, group: Group, before: Entry | undefined): Promise<Became> {
  const wanted = wantedOf(run, group, before);
  if (before === undefined || wanted.outcome !== 'same') return recordOf(run, group, wanted);
  run.executor.expect?.(-1);
  return { id: before.id, outcome: 'same' };
}

/**
 * Sees to the sources of a document that were found after it was taken. The record is then as if they had been known from
 * the start: which of them was found first tells nothing of the document.
 */
export async function ingestLate(run: IngestRun, group: Group): Promise<void> {
  const { store, tally, taken } = run;
  const then = taken.get(group.sha256);
  const late = group.sources.filter((source) => then?.sources.has(source) !== true);
  if (then === undefined || late.length === 0) return;
  if (run.stop?.aborted === true || !('id' in then.became)) {
    await tell(run, late, 'id' in then.became ? { left: true } : then.became);
    return;
  }
  const wanted = wantedOf(run, group, then.before);
  const entry = store.bySha(group.sha256);
  const became = await moved(run, group, wanted, entry);
  await tell(run, late, 'id' in became ? { ...became, outcome: 'same' } : became);
  if (!('id' in became)) return;
  tally.recount(then.became.outcome, wanted.outcome);
  taken.set(group.sha256, { ...then, became, sources: new Set(group.sources) });
}

/** Of all that a record says, hardly anything hangs on where its document lies: it is read again only where more is declared. */
async function moved(run: IngestRun, group: Group, wanted: Wanted, entry: Entry | undefined): Promise<Became> {
  const { store, executor } = run;
  const { sha256 } = group;
  if (entry !== undefined && wanted.outcome === 'same') return { id: entry.id, outcome: 'same' };
  if (entry?.made == null || !sameMade(entry.made, wanted.made)) {
    executor.expect?.(1);
    return recordOf(run, group, wanted);
  }
  const { uri, alsoAt, made, outcome } = wanted;
  try {
    const kept = withScans(made, entry.made.scans);
    const written = await store.put(placed(await store.read(entry), entry, wanted), { sha256, uri, alsoAt }, kept);
    run.seen.add(written.id);
    return { id: written.id, outcome };
  } catch (error) {
    return { failed: reasonOf(error, 'write') };
  }
}

/** Names of copies: all sources of a document that have its record, but the one that names it. */
export function copiesOf({ taken }: IngestRun, groups: readonly Group[]): readonly string[] {
  return groups.flatMap(({ sha256, sources }) => {
    const then = taken.get(sha256);
    if (then === undefined || !('id' in then.became)) return [];
    return sources
      .filter((source) => then.sources.has(source))
      .slice(1)
      .map(({ uri }) => uri);
  });
}

/** Has a document read, and its record written. */
async function recordOf(run: IngestRun, { sha256, sources: [first] }: Group, wanted: Wanted): Promise<Became> {
  const { store, executor, hand, limits } = run;
  const { uri, alsoAt, made, outcome } = wanted;
  hand.begin(uri);
  try {
    const work: Work = { sha256, uri, alsoAt, made, bytes: () => bytesOf(first, sha256, limits) };
    const answer = await executor.run(work, (pages) => hand.pages(uri, pages));
    if ('left' in answer) return answer;
    if ('failed' in answer) {
      await executor.settled(work);
      return answer;
    }
    const scans = made.scans === undefined ? undefined : { ...made.scans, ...answer.done.scans };
    const written = await store.put(answer.done, { sha256, uri, alsoAt }, withScans(made, scans));
    await executor.settled(work);
    run.seen.add(written.id);
    return { id: written.id, outcome };
  } catch (error) {
    return { failed: reasonOf(error, 'read') };
  } finally {
    hand.end(uri);
  }
}

/** Counts what became of these sources of a document. */
async function tell({ tally, seen }: IngestRun, sources: readonly GivenSource[], became: Became): Promise<void> {
  if ('left' in became) tally.left += sources.length;
  else if ('failed' in became) {
    for (const source of sources) {
      tally.fail({ source: source.uri, ...became.failed });
      // Nothing is wrong with what it gave where the record could not be written.
      if (became.failed.stage !== 'write') await doubt(source, became.failed.code);
    }
  } else {
    seen.add(became.id);
    for (const [i, { uri }] of sources.entries()) tally.done(i === 0 ? became.outcome : 'same', became.id, uri);
  }
}

/** @param entry the record of the document as it was before the run */
function wantedOf(run: IngestRun, { sha256, sources }: Group, entry: Entry | undefined): Wanted {
  const [first] = sources;
  // Where other bytes stand now, this document no longer is.
  const before =
    entry === undefined ? [] : placesOf(entry).filter((place) => (run.claims.get(place) ?? sha256) === sha256);
  const uri = before[0] ?? first.uri;
  const places = new Set([...sources.map((source) => source.uri), ...before]);
  places.delete(uri);
  const alsoAt = [...places].sort();
  const made = madeWith(entry?.made ?? undefined, sources, run);
  const wanted = { uri, alsoAt, made };
  if (entry === undefined) return { ...wanted, outcome: 'new' };
  if (entry.made === null || !sameMade(entry.made, made)) return { ...wanted, outcome: 'replaced' };
  return { ...wanted, outcome: entry.uri === uri && same(entry.alsoAt, alsoAt) ? 'same' : 'moved' };
}

/**
 * What a document is to be made with now. What was declared of it before stays so unless the manifest says otherwise, and
 * a pipeline that was once asked for stays chosen under `auto`: the same bytes again change nothing.
 */
function madeWith(
  before: Made | undefined,
  sources: readonly GivenSource[],
  { choice, printOf, rules, scans }: Pick<IngestRun, 'choice' | 'printOf' | 'rules' | 'scans'>,
): Made {
  const declared: Declared = Object.assign({}, ...sources.map((source) => source.declared).reverse());
  const kept = choice.name === 'auto' && before !== undefined ? before.choice : choice.name;
  const there = kept === 'auto' || choice.pipelines.some(({ name }) => name === kept);
  // Made with a pipeline of the user's own, which is not at hand now: the record stays until it is.
  if (!there && before !== undefined) return before;
  return withScans({ rules, choice: kept, pipelines: printOf(kept), told: { ...before?.told, ...declared } }, scans);
}

const withScans = ({ scans: _, ...made }: Made, scans: ScansMade | undefined): Made =>
  scans === undefined ? made : { ...made, scans };

/** The catalogues are long, and every document of a run asks for the same few. */
export function fingerprints({ pipelines }: PipelineChoice): (choice: string) => string {
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
