import type { z } from 'zod';
import {
  type CorrectedKind,
  type Correction,
  type CorrectionDraft,
  FIELDS_OF,
  fieldSchema,
  HEADER_KEY,
  TargetAdded,
  TaskAdded,
} from '../model/correction.ts';
import { PlanError } from '../model/errors.ts';
import type { PlanRecord, Target, Task } from '../model/record.ts';
import { addedKey } from './added.ts';
import { type Corrected, confirmedFields, fieldOf } from './fields.ts';
import { stemOf } from './find.ts';
import { applyCorrections, withAdditions } from './lay.ts';
import { textPlace } from './places.ts';

/** Who made a correction, when, and over what. */
export type MadeBy = Pick<Correction, 'id' | 'at' | 'by' | 'rules'>;

/** A document whose record is corrected. */
export interface Correctable {
  /** As the rules made it. */
  readonly record: PlanRecord;
  readonly text: string;
  readonly entries: readonly Correction[];
}

/**
 * A correction of what a person asks for.
 *
 * @throws {PlanError} `correction-refused` where there is no such record or field, or the value cannot stand in it
 */
export function correctionOf(document: Correctable, draft: CorrectionDraft, made: MadeBy): Correction {
  const { record, text, entries } = document;
  const act = { ...made, sha256: record.document.sha256, ...(draft.why === undefined ? {} : { why: draft.why }) };
  if (draft.act === 'add') return checked(document, additionOf(text, draft, act));
  const { base } = withAdditions(record, text, entries);
  const { kind, item } = named(base, draft.key);
  const spoken = { kind, key: draft.key, ...spokenOf(base, text, kind, item) };
  if (draft.act === 'delete') {
    if (kind === 'header') throw refused('The header of a document cannot be deleted. Remove the document.');
    return { act: 'delete', ...act, ...spoken };
  }
  if (draft.act === 'confirm') return { act: 'confirm', ...act, ...spoken, was: confirmedFields(kind, item) };
  const schema = fieldSchema(kind, draft.field);
  if (schema === undefined) {
    throw refused(`A ${kind} has no field ${draft.field}. Give one of: ${Object.keys(FIELDS_OF[kind]).join(', ')}.`);
  }
  const was = fieldOf(item, draft.field);
  const value = parsed(schema, draft.value, draft.field);
  return checked(document, { act: 'correct', ...act, ...spoken, field: draft.field, value, was: was ?? null });
}

function additionOf(
  text: string,
  { kind, start, end, value }: Extract<CorrectionDraft, { act: 'add' }>,
  act: MadeBy & Pick<Correction, 'sha256'>,
): Correction {
  const marked = text.slice(start, end);
  if (end > text.length || marked.trim() === '') throw refused('No words are marked. Mark those that say it.');
  const from = start + marked.length - marked.trimStart().length;
  const place = textPlace(text, from, from + marked.trim().length);
  const own = { ...act, act: 'add', key: addedKey(kind, act.id), place } as const;
  if (kind === 'task') return { ...own, kind, value: parsed(TaskAdded, value, 'value') };
  return { ...own, kind, value: parsed(TargetAdded, value, 'value') };
}

function named(
  { document, targets, tasks }: PlanRecord,
  key: string,
): { readonly kind: CorrectedKind; readonly item: Corrected } {
  if (key === HEADER_KEY) return { kind: 'header', item: document };
  const target = targets.find((one) => one.key === key);
  if (target !== undefined) return { kind: 'target', item: target };
  const task = tasks.find((one) => one.key === key);
  if (task !== undefined) return { kind: 'task', item: task };
  throw refused(`No target or task of this document has the key ${key}. Read its record again.`);
}

function spokenOf(
  { document, targets, tasks }: PlanRecord,
  text: string,
  kind: CorrectedKind,
  item: Corrected,
): Pick<Extract<Correction, { act: 'delete' }>, 'alone' | 'place' | 'about'> {
  if (!('key' in item))
    return { alone: true, place: null, about: { text: document.title ?? document.id, figure: null } };
  const all: readonly (Target | Task)[] = kind === 'target' ? targets : tasks;
  const { start, end } = item.source;
  return {
    alone: all.filter(({ key }) => stemOf(key) === stemOf(item.key)).length === 1,
    place: textPlace(text, start, end),
    about:
      'indicator' in item
        ? { text: item.indicator.text, figure: item.quantity?.text ?? null }
        : { text: item.text, figure: null },
  };
}

/** Holds a correction against the record that it is to be laid over: what comes of it must be a record. */
function checked({ record, text, entries }: Correctable, correction: Correction): Correction {
  const { record: laid, states } = applyCorrections(record, text, [...entries, correction]);
  const now = states.find(({ id }) => id === correction.id);
  if (now?.state === 'lost')
    throw refused('The record has no such field now. Correct the whole figure (quantity) in place of a part.');
  const spans = [laid.document.period, ...[...laid.targets, ...laid.tasks].map(({ deadline }) => deadline)];
  if (spans.some((span) => span != null && span.start !== null && span.end !== null && span.end < span.start))
    throw refused('The time ends before it begins.');
  if (
    laid.targets.some(
      ({ quantity }) => quantity != null && quantity.valueMax !== null && quantity.valueMax < quantity.value,
    )
  )
    throw refused('The upper end of the range is below its lower one. Correct the whole figure (quantity) at once.');
  return correction;
}

function parsed<T>(schema: z.ZodType<T>, value: unknown, field: string): T {
  const { success, data, error } = schema.safeParse(value);
  if (success) return data;
  const said = error.issues.map(({ path, message }) => `${[field, ...path].join('.')}: ${message}`);
  throw refused(`${said.slice(0, 5).join('; ')}.`);
}

const refused = (detail: string): PlanError => new PlanError('correction-refused', 'write', detail);
