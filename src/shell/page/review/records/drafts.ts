import { batch, computed, signal } from '@preact/signals';
import type { RecordRead } from '../api/types.ts';
import { entryOf } from '../document.ts';
import { type Entry, shortId } from '../entry.ts';
import { documentId } from '../state.ts';
import type { Typed } from './typed.ts';

const NONE: Typed = { values: {}, faults: {} };

/** By document and key of the record: what was typed stays with its record when the document is read again or left. */
const drafts = signal<Readonly<Record<string, Typed>>>({});
/** Why it is corrected. */
const reasons = signal<Readonly<Record<string, string>>>({});

/** "head" is the document as a whole, "new" what is being added. */
export const HEAD = 'head';
export const NEW = 'new';

/** Names a draft, also after the document was left. @param id of the record ("t6"), or one of the two above */
export const draftName = (id: string): string => `${documentId.value} ${entryOf(id)?.key ?? id}`;

export const typedOf = (id: string): Typed => drafts.value[draftName(id)] ?? NONE;
export const reasonOf = (id: string): string => reasons.value[draftName(id)] ?? '';
export function giveReason(id: string, why: string): void {
  reasons.value = { ...reasons.peek(), [draftName(id)]: why };
}

/** Names of drafts in which something stands. */
export const unsaved = computed<ReadonlySet<string>>((): ReadonlySet<string> => {
  const names = Object.keys(drafts.value).filter((name) => Object.keys(drafts.value[name]?.values ?? {}).length > 0);
  const list = names.sort().join('\n');
  if (list !== lastList) [lastList, lastSet] = [list, new Set(names)];
  return lastSet;
});
let lastList = '';
let lastSet: ReadonlySet<string> = new Set();

/** @param fault why it cannot be saved; the value is kept all the same */
export function type(id: string, field: string, value: unknown, fault?: string): void {
  const name = draftName(id);
  const { values, faults } = drafts.peek()[name] ?? NONE;
  const { [field]: _, ...others } = faults;
  const next = {
    values: { ...values, [field]: value },
    faults: fault === undefined ? others : { ...others, [field]: fault },
  };
  drafts.value = { ...drafts.peek(), [name]: next };
}

/** Puts a field back as it is saved. */
export function untype(id: string, field: string): void {
  const name = draftName(id);
  const { values, faults } = drafts.peek()[name] ?? NONE;
  const { [field]: _, ...left } = values;
  const { [field]: __, ...others } = faults;
  drafts.value = { ...drafts.peek(), [name]: { values: left, faults: others } };
}

export function forget(name: string): void {
  const { [name]: _, ...others } = drafts.peek();
  const { [name]: __, ...why } = reasons.peek();
  batch(() => {
    drafts.value = others;
    reasons.value = why;
  });
}

/** What is corrected: a record, or the document as a whole. */
export type CorrectedField = Entry | RecordRead['document'];

/** Keys under which corrections speak: of a record its own, of the document as a whole "header". */
export const HEADER_KEY = 'header';
export const draftId = (of: CorrectedField): string => ('key' in of ? shortId(of) : HEAD);
export const keyOf = (of: CorrectedField): string => ('key' in of ? of.key : HEADER_KEY);
