import { batch, computed, effect, signal } from '@preact/signals';
import { Refused, tryIndicator } from '../api/client.ts';
import type { Fault, TriedRead } from '../api/types.ts';
import { indicator, into } from './draft.ts';

export const SHOWS = ['taken', 'moved', 'lost', 'near'] as const;
export type Show = (typeof SHOWS)[number];

/** Which targets are seen, and of those that are near, for which reason. */
export const group = signal<Show>('taken');
export const why = signal('');

/** What the server said last. */
export const tried = signal<TriedRead | undefined>(undefined);
export const items = signal<TriedRead['items']>([]);
export const faults = signal<readonly Fault[]>([]);
export const failed = signal('');
/** Whether something else is asked for than what is seen. */
export const asking = signal(false);
let next: string | null = null;
export const left = computed(() => (tried.value?.total ?? 0) - items.value.length);

/** Milliseconds after the last letter. */
const PAUSE = 300;
const PAGE = 50;
let stop = new AbortController();

async function ask(cursor: string): Promise<void> {
  const wanted = indicator.value;
  if (cursor === '') stop.abort();
  if (cursor === '') stop = new AbortController();
  const own = stop;
  if (wanted === undefined) {
    batch(() => {
      tried.value = undefined;
      items.value = [];
      faults.value = [];
      failed.value = '';
      asking.value = false;
    });
    return;
  }
  try {
    const asked = { into: into.value, show: group.value, why: why.value, cursor, limit: String(PAGE) };
    const answer = await tryIndicator(wanted, asked, own.signal);
    if (own.signal.aborted) return;
    batch(() => {
      items.value = cursor === '' ? answer.items : [...items.value, ...answer.items];
      tried.value = answer;
      next = answer.next;
      faults.value = [];
      failed.value = '';
      asking.value = false;
    });
  } catch (error) {
    if (own.signal.aborted) return;
    batch(() => {
      asking.value = false;
      faults.value = error instanceof Refused ? error.faults : [];
      failed.value = error instanceof Error ? error.message : String(error);
    });
  }
}

export const again = (): Promise<void> => ask('');
export async function more(): Promise<void> {
  if (next !== null) await ask(next);
}

/** Asks whenever words change, until it is stopped. */
export function followDraft(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = effect(() => {
    const now = [indicator.value, into.value, group.value, why.value];
    clearTimeout(timer);
    asking.value = now[0] !== undefined;
    timer = setTimeout(() => void ask(''), PAUSE);
  });
  return () => {
    clearTimeout(timer);
    stop.abort();
    end();
  };
}
