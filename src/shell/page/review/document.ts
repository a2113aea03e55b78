import { batch, computed, signal } from '@preact/signals';
import { readCorrections, readFigures, readPages, readRecord, readText } from './api/client.ts';
import type { Corrected, CorrectionRead, FigureRead, PageSize, RecordRead } from './api/types.ts';
import { type Entry, isDoubtful, shortId } from './entry.ts';

/** The document that is reviewed, as far as it has been read. */
export const record = signal<RecordRead | undefined>(undefined);
export const text = signal<string | undefined>(undefined);
export const figures = signal<readonly FigureRead[]>([]);
/** Whether the account of figures has come; without it nothing can be said of those that are not used. */
export const accounted = signal(false);
/** Ranges of the text that belong to pages or site. */
export const furniture = signal<readonly (readonly [start: number, end: number])[]>([]);
export const corrections = signal<readonly CorrectionRead[]>([]);
/** Sizes of its pages; none where no images of them can be made. */
export const pages = signal<readonly PageSize[]>([]);
export const fault = signal<string | undefined>(undefined);

/** Targets and tasks in the order of the text. */
export const entries = computed<readonly Entry[]>(() => {
  const { targets = [], tasks = [] } = record.value ?? {};
  return [...targets, ...tasks].sort((a, b) => a.source.start - b.source.start);
});
const byId = computed(() => new Map(entries.value.map((one) => [shortId(one), one])));
export const entryOf = (id: string): Entry | undefined => byId.value.get(id);

/** The least sure first. */
export const doubts = computed(() => entries.value.filter(isDoubtful).sort((a, b) => a.confidence - b.confidence));
export const reviewedCount = computed(() => entries.value.filter(({ reviewed }) => reviewed !== undefined).length);

/** Why numbers of pages and the like are in no target: nobody asks. */
const OF_PAGES = 'furniture';
/** Reasons that leave nothing to ask: such figures come last. */
const PLAIN: ReadonlySet<string | null> = new Set(['time', 'reference', 'place', 'agency', 'letterhead']);
/** Figures that no target holds. */
export const unused = computed(() =>
  figures.value
    .filter(({ code }) => code !== null && code !== OF_PAGES)
    .sort((a, b) => Number(PLAIN.has(a.code)) - Number(PLAIN.has(b.code))),
);

let open = '';

/** Reads a document; what was open is let go at once. */
export async function load(id: string): Promise<void> {
  open = id;
  batch(() => {
    record.value = undefined;
    text.value = undefined;
    figures.value = [];
    accounted.value = false;
    furniture.value = [];
    corrections.value = [];
    pages.value = [];
    fault.value = undefined;
  });
  await refresh(id);
}

/** Reads anew what may have changed of the document that is open. */
export async function refresh(id: string): Promise<void> {
  if (id !== open) return;
  try {
    const [read, words] = await Promise.all([readRecord(id), readText(id)]);
    if (id !== open) return;
    batch(() => {
      text.value = words;
      took(read);
    });
  } catch (error) {
    if (id === open) fault.value = error instanceof Error ? error.message : String(error);
    return;
  }
  await Promise.allSettled([refreshFigures(id), refreshCorrections(id), fetchPages(id)]);
}

async function refreshFigures(id: string): Promise<void> {
  const read = await readFigures(id);
  if (id !== open) return;
  batch(() => {
    figures.value = read.items;
    accounted.value = true;
    // Lines are set anew where it is another thing.
    if (!same(furniture.value, read.furniture ?? [])) furniture.value = read.furniture ?? [];
  });
}

export async function refreshCorrections(id: string): Promise<void> {
  const { items } = await readCorrections(id);
  if (id === open) corrections.value = items;
}

/** Takes what the server answers when something was said of the document. */
export function tookCorrected({ record: next, items }: Corrected): void {
  if (next.document.id !== open) return;
  batch(() => {
    took(next);
    corrections.value = items;
  });
}

async function fetchPages(id: string): Promise<void> {
  if ((record.value?.document.source.pages ?? null) === null || pages.value.length > 0) return;
  const { items } = await readPages(id);
  if (id === open) pages.value = items;
}

/** Takes a record that the server has sent; records in it that say the same stay the same things, and are not drawn again. */
export function took(next: RecordRead): void {
  if (next.document.id !== open) return;
  const before = record.value;
  record.value =
    before === undefined
      ? next
      : {
          ...next,
          sections: same(before.sections, next.sections) ? before.sections : next.sections,
          targets: reused(before.targets, next.targets),
          tasks: reused(before.tasks, next.tasks),
        };
}

function reused<T extends { readonly id: string }>(before: readonly T[], next: readonly T[]): T[] {
  const known = new Map(before.map((one) => [one.id, one]));
  return next.map((one) => {
    const old = known.get(one.id);
    return old !== undefined && same(old, one) ? old : one;
  });
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
