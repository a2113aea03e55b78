import { batch, effect, type ReadonlySignal, signal } from '@preact/signals';
import { readDocuments } from '../api/client.ts';
import type { Summary } from '../api/types.ts';
import { FILTERS, search, sort } from '../state.ts';

type Asked = Readonly<Record<string, string>>;

/** A list of documents that the server hands out in pages. */
export interface DocumentList {
  readonly items: ReadonlySignal<readonly Summary[]>;
  /** How many there are, also those that have not been fetched. */
  readonly total: ReadonlySignal<number>;
  /** Why it could not be read. */
  readonly fault: ReadonlySignal<string | undefined>;
  /** Whether nothing has been read of it yet. */
  readonly fresh: ReadonlySignal<boolean>;
  /** Whether there are more to fetch. */
  readonly further: ReadonlySignal<boolean>;
  /** Fetches the next ones. */
  readonly more: () => Promise<void>;
  /** Fetches as many anew as there are. */
  readonly reload: () => Promise<void>;
  /** Fetches anew whenever something else is asked for, until it is stopped. */
  readonly follow: () => () => void;
}

const PAGE = 50;
/** How many are fetched anew at once when something has changed. */
const MOST = 500;
/** Milliseconds after the last letter of a search. */
const PAUSE = 200;

function documentList(asked: () => Asked): DocumentList {
  const items = signal<readonly Summary[]>([]);
  const total = signal(0);
  const fault = signal<string | undefined>(undefined);
  const fresh = signal(true);
  const further = signal(false);
  let next: string | null = null;
  let stop = new AbortController();

  async function fetchFrom(cursor: string, limit: number): Promise<void> {
    if (cursor === '') stop.abort();
    if (cursor === '') stop = new AbortController();
    const own = stop;
    try {
      const page = await readDocuments({ ...asked(), cursor, limit: String(limit) }, own.signal);
      if (own.signal.aborted) return;
      batch(() => {
        items.value = cursor === '' ? page.items : [...items.value, ...page.items];
        total.value = page.total;
        next = page.next;
        further.value = next !== null;
        fault.value = undefined;
        fresh.value = false;
      });
    } catch (error) {
      if (own.signal.aborted) return;
      fault.value = error instanceof Error ? error.message : String(error);
    }
  }

  let fetching = false;
  return {
    items,
    total,
    fault,
    fresh,
    further,
    async more() {
      if (fetching || next === null) return;
      fetching = true;
      await fetchFrom(next, PAGE);
      fetching = false;
    },
    reload: () => fetchFrom('', Math.min(MOST, Math.max(PAGE, items.value.length))),
    follow() {
      let timer: ReturnType<typeof setTimeout> | undefined;
      let first = true;
      const end = effect(() => {
        asked();
        clearTimeout(timer);
        timer = setTimeout(() => void fetchFrom('', PAGE), first ? 0 : PAUSE);
        first = false;
      });
      return () => {
        clearTimeout(timer);
        end();
      };
    },
  };
}

const filters = (): Asked => Object.fromEntries(Object.entries(FILTERS).map(([name, state]) => [name, state.value]));

/** As the filters and the order ask. */
export const everything = documentList(() => ({ ...filters(), q: search.value, sort: sort.value }));
/** Beside a document: those with doubts, and those without. */
export const doubtful = documentList(() => ({ q: search.value, doubt: 'true' }));
export const finished = documentList(() => ({ q: search.value, doubt: 'false' }));

const shown = new Set<DocumentList>();

/** Keeps a list up to date while it is seen. */
export function show(list: DocumentList): () => void {
  shown.add(list);
  const end = list.follow();
  return () => {
    shown.delete(list);
    end();
  };
}

/** At most one look in so many milliseconds, however many documents arrive. */
const LULL = 1000;
let due: ReturnType<typeof setTimeout> | undefined;

/** Something in the folder has changed. */
export function listsChanged(): void {
  if (due !== undefined) return;
  due = setTimeout(() => {
    due = undefined;
    for (const list of shown) void list.reload();
  }, LULL);
}

export function clearFilters(): void {
  batch(() => {
    for (const state of Object.values(FILTERS)) state.value = '';
    search.value = '';
  });
}
