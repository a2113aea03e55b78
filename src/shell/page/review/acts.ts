import { signal } from '@preact/signals';
import type { Correction, CorrectionDraft } from '../../../model/correction.ts';
import { toast } from '../components/toast.tsx';
import { correct, role, takeBack } from './api/client.ts';
import { corrections, entries, entryOf, record, tookCorrected } from './document.ts';
import { shortId } from './entry.ts';
import {
  type CorrectedField,
  draftId,
  draftName,
  forget,
  HEAD,
  HEADER_KEY,
  keyOf,
  NEW,
  reasonOf,
  typedOf,
} from './records/drafts.ts';
import { changedOf, draftsOf } from './records/typed.ts';
import { focusCard, listed, select } from './select.ts';
import { documentId, reviewer, selected, words } from './state.ts';
import { asReviewer } from './top.tsx';

/** Something that was done and may be taken back: the entries that it made, and where it was done. */
interface Done {
  readonly document: string;
  readonly entries: readonly string[];
  readonly record: string;
}
const done: Done[] = [];
export const mayUndo = signal(false);

/** Acts are sent one after the other, in the order in which they were done. */
let line: Promise<unknown> = Promise.resolve();
const inLine = <T>(act: () => Promise<T>): Promise<T> => {
  const next = line.then(act);
  line = next.catch(() => undefined);
  return next;
};

/**
 * Sends what was said of a record.
 *
 * @returns whether it was taken
 */
function say(drafts: readonly CorrectionDraft[], of: string, said: string): Promise<boolean> {
  const id = documentId.value;
  return inLine(async () => {
    try {
      const answer = await correct(id, drafts, reviewer.value);
      // The newest stand last.
      const made = answer.items.slice(-drafts.length).map(({ correction }) => correction.id);
      tookCorrected(answer);
      done.push({ document: id, entries: made, record: of });
      mayUndo.value = true;
      toast(said, { label: `${words.value.undo} (u)`, run: undo });
      return true;
    } catch (error) {
      toast(`${words.value.notSaved}: ${error instanceof Error ? error.message : error}`);
      return false;
    }
  });
}

/** Takes back what was done last. */
export function undo(): void {
  const last = done.at(-1);
  if (last === undefined || last.document !== documentId.value) return;
  done.pop();
  mayUndo.value = done.length > 0;
  void withdraw(last.entries, last.record);
}

/** Takes corrections back, the last one first. */
export function withdraw(ids: readonly string[], of: string): Promise<void> {
  const id = documentId.value;
  return inLine(async () => {
    try {
      for (const entry of ids.toReversed()) {
        tookCorrected(await takeBack(id, entry, reviewer.value));
      }
      toast(words.value.undone);
      if (of !== '' && of !== HEAD && entryOf(of) !== undefined) select(of, 'key');
    } catch (error) {
      toast(`${words.value.notSaved}: ${error instanceof Error ? error.message : error}`);
    }
  });
}

/** The record that is gone to when this one is done with. */
function nextOf(id: string): string | undefined {
  const list = listed();
  const at = list.findIndex((one) => shortId(one) === id);
  const next = list[at + 1] ?? list[0];
  return next === undefined || shortId(next) === id ? undefined : shortId(next);
}

const goOn = (next: string | undefined): void => {
  if (next !== undefined) select(next, 'key');
};

const mayAct = (): boolean => role.value === 'write';

/** Confirms the open record, or saves what was typed of it; then goes to the next. */
export function confirm(): void {
  const id = selected.value;
  const entry = entryOf(id);
  if (entry === undefined || !mayAct()) return;
  const typed = typedOf(id);
  if (faulty(id)) return;
  const changed = changedOf(entry, typed).length > 0;
  if (!changed && entry.reviewed !== undefined) {
    goOn(nextOf(id));
    return;
  }
  asReviewer(() => {
    const next = nextOf(id);
    const w = words.value;
    if (changed) void save(entry, w.saved);
    else void say([{ act: 'confirm', key: entry.key }], id, w.confirmed);
    goOn(next);
  });
}

/** Goes to a field of a form that cannot be saved as it stands; tells whether there is one. */
function faulty(id: string): boolean {
  const field = document.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"] [aria-invalid="true"]`);
  field?.focus();
  return field !== null;
}

async function save(of: CorrectedField, said: string): Promise<void> {
  const id = draftId(of);
  const name = draftName(id);
  const drafts = draftsOf(keyOf(of), of, typedOf(id), reasonOf(id));
  if (await say(drafts, id, said)) forget(name);
}

/** Saves what was typed of the document as a whole. */
export function saveHeader(): void {
  const header = record.value?.document;
  if (header === undefined || !mayAct() || faulty(HEAD)) return;
  asReviewer(() => void save(header, words.value.saved));
}

export function confirmHeader(): void {
  if (mayAct()) asReviewer(() => void say([{ act: 'confirm', key: HEADER_KEY }], HEAD, words.value.confirmed));
}

/** Takes back everything that was said of a record. */
export function withdrawAll(of: CorrectedField, acts: readonly Correction['act'][]): void {
  const key = keyOf(of);
  const own = corrections.value.flatMap(({ correction: { key: its, act, id } }) =>
    its === key && acts.includes(act) ? [id] : [],
  );
  if (mayAct() && own.length > 0) asReviewer(() => void withdraw(own, draftId(of)));
}

export function remove(): void {
  const id = selected.value;
  const entry = entryOf(id);
  if (entry === undefined || !mayAct()) return;
  asReviewer(() => {
    const next = nextOf(id);
    void say([{ act: 'delete', key: entry.key }], id, words.value.deleted);
    forget(draftName(id));
    goOn(next);
  });
}

/** What is being added, from words that were marked in the text. */
export interface Adding {
  readonly kind: 'target' | 'task';
  readonly start: number;
  readonly end: number;
}
export const adding = signal<Adding | undefined>(undefined);

export function cancelAdding(): void {
  adding.value = undefined;
  forget(draftName(NEW));
}

/** @param value the record as the form has it */
export function add(value: Readonly<Record<string, unknown>>): void {
  const now = adding.value;
  if (now === undefined || !mayAct() || faulty(NEW)) return;
  asReviewer(async () => {
    const known = new Set(entries.value.map(({ key }) => key));
    if (!(await say([{ act: 'add', ...now, value }], '', words.value.added))) return;
    cancelAdding();
    const made = entries.value.find(({ key }) => !known.has(key));
    if (made === undefined) return;
    select(shortId(made), 'key');
    focusCard(shortId(made));
  });
}
