import type { Failure } from '../../failure.ts';
import { sha256Of } from '../../output/replace-file.ts';
import type { Happened } from '../../tally.ts';
import type { Job, JobItem, KeptJob } from './job.ts';

/** A job as a server has it in memory. */
export interface JobLine {
  readonly kept: KeptJob;
  readonly items: JobItem[];
  /** Items whose run has not ended: what is read is in the tables only then. */
  unsettled: number;
}

/** One item of a job. */
export interface JobPlace {
  readonly line: JobLine;
  readonly at: number;
}

/** What is under way in a server, whatever the job. */
export interface Traffic {
  waiting: readonly JobPlace[];
  /** Why nothing is read at this moment. */
  waitsFor: Job['waitsFor'];
  /** When the last documents were done, in milliseconds. */
  readonly lately: number[];
}

/** Documents by which it is told how long the others will take. */
const LATELY = 20;

/** A job as it was kept: what was not done of it is to be read. */
export function lineOf(kept: KeptJob): JobLine {
  const items = kept.items ?? kept.wishes.map(({ source }) => fresh(source));
  return { kept, items: [...items], unsettled: kept.items === null ? items.length : 0 };
}

export const placesIn = (line: JobLine): JobPlace[] => line.items.map((_, at) => ({ line, at }));
export const isOpen = ({ state }: JobItem): boolean => state === 'waiting' || state === 'reading';
export const isDone = ({ unsettled }: JobLine): boolean => unsettled === 0;

/** A job as it is shown. */
export function shownJob(line: JobLine, { waiting, waitsFor, lately }: Traffic): Job {
  const { id, created } = line.kept;
  const done = isDone(line);
  const ahead = Math.max(
    0,
    waiting.findIndex((one) => one.line === line),
  );
  const left = line.items.filter(isOpen).length + ahead;
  const state = done ? 'done' : line.items.some((item) => item.state !== 'waiting') ? 'running' : 'waiting';
  return {
    ...{ id, created, state, ahead: done ? 0 : ahead, items: line.items },
    secondsLeft: done ? 0 : secondsFor(left, lately),
    waitsFor: done ? null : waitsFor,
  };
}

const fresh = (source: string): JobItem => ({
  ...{ source, state: 'waiting', pages: null, outcome: null, document: null, inside: [], failure: null },
});

/** Names a failure in addresses: sources hold slashes, and may be long. */
export const failureId = (source: string): string => sha256Of(source).slice(0, 16);

/** By the source that was asked for. */
export type ItemsBySource = ReadonlyMap<string, readonly JobPlace[]>;

/** Writes what a run tells into the items that asked for it; what is told of the inside of an archive into the archive's. */
export function followerOf(
  bySource: ItemsBySource,
  lately: number[],
  tellOf: (line: JobLine) => void,
): (told: Happened) => void {
  return (told) => {
    const own = bySource.get(told.source);
    const outer = own === undefined ? outerOf(bySource, told.source) : undefined;
    for (const { line, at } of own ?? outer ?? []) {
      const item = line.items[at];
      if (item === undefined) continue;
      const next = outer === undefined ? after(item, told) : within(item, told);
      if (next === item) continue;
      line.items[at] = next;
      tellOf(line);
    }
    if ('outcome' in told || 'failure' in told) {
      lately.push(Date.now());
      if (lately.length > LATELY) lately.shift();
    }
  };
}

/** The archive that a source lies in. */
function outerOf(bySource: ItemsBySource, source: string): ReturnType<ItemsBySource['get']> {
  for (let end = source.lastIndexOf('/'); end > 0; end = source.lastIndexOf('/', end - 1)) {
    const found = bySource.get(source.slice(0, end));
    if (found !== undefined) return found;
  }
  return undefined;
}

function after(item: JobItem, told: Happened): JobItem {
  if ('begun' in told) return item.state === 'waiting' ? { ...item, state: 'reading' } : item;
  if ('pages' in told) return { ...item, pages: told.pages };
  if ('outcome' in told) return { ...item, state: 'done', pages: null, outcome: told.outcome, document: told.document };
  const { stage, code, message } = told.failure;
  return { ...item, state: 'failed', pages: null, failure: { id: failureId(told.source), stage, code, message } };
}

function within(item: JobItem, told: Happened): JobItem {
  if ('begun' in told) return item.state === 'waiting' ? { ...item, state: 'reading' } : item;
  if ('pages' in told) return item;
  const { source } = told;
  const one =
    'outcome' in told
      ? { source, document: told.document, code: null, message: null }
      : { source, document: null, code: told.failure.code, message: told.failure.message };
  return { ...item, inside: [...item.inside.filter((other) => other.source !== source), one] };
}

const NOT_REACHED = {
  stage: 'read',
  code: 'internal',
  message: 'The run ended without it. Try again; if it happens again, please report it.',
} as const;

/** At the end of a run everything has been told: what is still open is an archive, or was never reached. */
export function settle(line: JobLine, at: number, broken: Failure | undefined): void {
  const item = line.items[at];
  if (item === undefined || item.state === 'done' || item.state === 'failed') return;
  if (item.inside.length > 0) {
    const state = item.inside.some(({ document }) => document !== null) ? 'done' : 'failed';
    line.items[at] = { ...item, state, pages: null };
    return;
  }
  const { stage, code, message } = broken ?? NOT_REACHED;
  line.items[at] = { ...item, state: 'failed', failure: { id: failureId(item.source), stage, code, message } };
}

/** Seconds for so many documents, by how fast the last ones came. */
function secondsFor(documents: number, lately: readonly number[]): number | null {
  const [first, last] = [lately[0], lately.at(-1)];
  if (first === undefined || last === undefined || lately.length < 2) return null;
  return Math.ceil((documents * (last - first)) / 1000 / (lately.length - 1));
}
