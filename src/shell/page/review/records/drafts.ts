import { batch, signal } from '@preact/signals';
import type { RecordRead } from '../api/types.ts';
import { type Entry, shortId } from '../entry.ts';
import type { Typed } from './typed.ts';

const NONE: Typed = { values: {}, faults: {} };

/** By record ("t6"), "head" for the document as a whole, "new" for what is being added. */
const drafts = signal<Readonly<Record<string, Typed>>>({});
/** Why it is corrected, by record. */
export const reasons = signal<Readonly<Record<string, string>>>({});

export const typedOf = (id: string): Typed => drafts.value[id] ?? NONE;

/** @param fault why it cannot be saved; the value is kept all the same */
export function type(id: string, field: string, value: unknown, fault?: string): void {
  const { values, faults } = drafts.peek()[id] ?? NONE;
  const { [field]: _, ...others } = faults;
  const next = {
    values: { ...values, [field]: value },
    faults: fault === undefined ? others : { ...others, [field]: fault },
  };
  drafts.value = { ...drafts.peek(), [id]: next };
}

/** Puts a field back as it is saved. */
export function untype(id: string, field: string): void {
  const { values, faults } = drafts.peek()[id] ?? NONE;
  const { [field]: _, ...left } = values;
  const { [field]: __, ...others } = faults;
  drafts.value = { ...drafts.peek(), [id]: { values: left, faults: others } };
}

export function forget(id: string): void {
  const { [id]: _, ...others } = drafts.peek();
  const { [id]: __, ...why } = reasons.peek();
  batch(() => {
    drafts.value = others;
    reasons.value = why;
  });
}

/** What is corrected: a record, or the document as a whole. */
export type Corrected = Entry | RecordRead['document'];

/** Keys under which corrections speak: of a record its own, of the document as a whole "header". */
export const HEADER_KEY = 'header';
export const HEAD = 'head';
export const NEW = 'new';
export const draftId = (of: Corrected): string => ('key' in of ? shortId(of) : HEAD);
export const keyOf = (of: Corrected): string => ('key' in of ? of.key : HEADER_KEY);
