import { computed, signal } from '@preact/signals';
import { toast } from '../../components/toast.tsx';
import { readFailures, readJobs } from '../api/client.ts';
import type { Failure, Item, Job } from '../api/types.ts';
import { numberText, words } from '../state.ts';

const jobs = signal<ReadonlyMap<string, Job>>(new Map());
export const failures = signal<readonly Failure[]>([]);

/** One thing that waits or is being read. */
export interface Underway {
  readonly key: string;
  readonly item: Item;
  /** Its place in line, from 1. */
  readonly place: number;
  readonly secondsLeft: number | null;
  /** Another program has the folder. */
  readonly blocked: boolean;
}

/** What is being read, then what waits, as it stands in line. */
export const underway = computed<readonly Underway[]>(() => {
  const open = [...jobs.value.values()]
    .filter(({ state }) => state !== 'done')
    .sort((a, b) => (a.created < b.created ? -1 : 1));
  const found = open.flatMap(({ id, ahead, secondsLeft, waitsFor, items }) => {
    let before = ahead;
    return items.flatMap((item, at): Underway[] => {
      if (item.state === 'done' || item.state === 'failed') return [];
      if (item.state === 'waiting') before++;
      return [{ key: `${id}.${at}`, item, place: before, secondsLeft, blocked: waitsFor === 'folder' }];
    });
  });
  return found.sort((a, b) => Number(a.item.state === 'waiting') - Number(b.item.state === 'waiting'));
});

/** What the jobs that are known say came of a document. */
export const outcomes = computed<ReadonlyMap<string, Item['outcome']>>(
  () =>
    new Map(
      [...jobs.value.values()].flatMap(({ items }) =>
        items.flatMap(({ document, outcome }) => (document === null ? [] : [[document, outcome] as const])),
      ),
    ),
);

export function tookJob(job: Job): void {
  const failed = job.items.some(({ state }) => state === 'failed');
  const before = jobs.value.get(job.id);
  jobs.value = new Map(jobs.value).set(job.id, job);
  const count = (one: Job | undefined): number => one?.items.filter(({ state }) => state === 'failed').length ?? 0;
  const same = known(job) - known(before);
  if (before !== undefined && same > 0) toast(words.value.knownAlready(numberText(same)));
  if (failed && count(job) !== count(before)) void fetchFailures();
}

const known = (job: Job | undefined): number => job?.items.filter(({ outcome }) => outcome === 'same').length ?? 0;

export async function fetchJobs(): Promise<void> {
  const { items } = await readJobs();
  jobs.value = new Map(items.map((job) => [job.id, job]));
}

export async function fetchFailures(): Promise<void> {
  failures.value = (await readFailures()).items;
}
