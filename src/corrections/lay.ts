import { type CorrectedKind, type Correction, HEADER_KEY } from '../model/correction.ts';
import {
  type DocumentHeader,
  PlanRecord,
  type Reviewed,
  type Source,
  type Target,
  type Task,
} from '../model/record.ts';
import { type AddedNow, addedNow, inserted } from './added.ts';
import { type Corrected, covers, fieldOf, sameSaid, type ValuePlace, withField } from './fields.ts';
import { type FoundRecord, findRecord } from './find.ts';
import { placeNow } from './places.ts';

/**
 * What became of a correction. `laid`: the rules say what they said when it was made, and it is laid over that. `agrees`: the
 * rules say the same by themselves now. `disagrees`: they say a third thing; it is laid over that. `lost`: what it speaks of
 * is not found, or its document has come to say something else there; it is laid over nothing.
 */
export const CORRECTION_STATES = ['laid', 'agrees', 'disagrees', 'lost'] as const;
export type CorrectionState = (typeof CORRECTION_STATES)[number];

export interface CorrectionNow {
  /** Id of the correction. */
  readonly id: string;
  readonly state: CorrectionState;
  /** Id of the target or task, `header`, or null: what it speaks of is not found. */
  readonly record: string | null;
  /** A later one says the same field, or deletes the record: this one is not laid. */
  readonly superseded: boolean;
  /** What the rules read in the field now; undefined where it is not of one field. */
  readonly rules?: unknown;
}

export interface LaidRecord {
  readonly record: PlanRecord;
  /** In the order of the corrections. */
  readonly states: readonly CorrectionNow[];
}

type Spoken = Exclude<Correction, { act: 'add' }>;

/**
 * Lays corrections over the record that the rules made.
 *
 * @param text of the document, into which the record points
 */
export function applyCorrections(record: PlanRecord, text: string, corrections: readonly Correction[]): LaidRecord {
  const states = new Map<string, CorrectionNow>();
  const where = whereIn(text);
  const { base, twins } = withAdditions(record, text, corrections, where, states);
  const groups = new Map<string, Said[]>();
  const deleted = new Set(corrections.flatMap(({ act, kind, key }) => (act === 'delete' ? [`${kind} ${key}`] : [])));
  for (const one of corrections) {
    if (one.act === 'add') continue;
    const found = foundIn(base, twins, text, one);
    if (found === undefined) {
      const superseded = one.act !== 'delete' && deleted.has(`${one.kind} ${one.key}`);
      states.set(one.id, { id: one.id, state: goneState(one, text), record: null, superseded });
      continue;
    }
    const { id } = found.item;
    const said: Said = { ...found, correction: one, sameBytes: one.sha256 === record.document.sha256 };
    groups.set(id, [...(groups.get(id) ?? []), said]);
  }
  const lay = <T extends Corrected>(
    item: T,
    kind: CorrectedKind,
    name: string,
    source: Source | null,
  ): T | undefined => {
    const own = groups.get(item.id);
    return own === undefined ? item : layOver(item, kind, name, own, where(source), states);
  };
  const targets = base.targets.flatMap((item) => lay<Target>(item, 'target', item.id, item.source) ?? []);
  const tasks = base.tasks.flatMap((item) => lay<Task>(item, 'task', item.id, item.source) ?? []);
  const document = lay<DocumentHeader>(base.document, 'header', HEADER_KEY, null) ?? base.document;
  const ordered = corrections.flatMap(({ id }) => states.get(id) ?? []);
  const warnings = [...base.warnings, ...warningsOf(corrections, states, [...targets, ...tasks])];
  return { record: PlanRecord.parse({ ...base, document, targets, tasks, warnings }), states: ordered };
}

/** The record as the rules made it, with what persons added to it and nothing else that they said. */
export function withAdditions(
  record: PlanRecord,
  text: string,
  corrections: readonly Correction[],
  where: (source: Source | null) => ValuePlace = whereIn(text),
  states: Map<string, CorrectionNow> = new Map(),
): { readonly base: PlanRecord; readonly twins: ReadonlyMap<string, string> } {
  const twins = new Map<string, string>();
  const targets: Target[] = [];
  const tasks: Task[] = [];
  const plain = { ...record, warnings: record.warnings.filter(({ code }) => !OWN_WARNINGS.has(code)) };
  const found = new Map<string, Reviewed>();
  for (const one of corrections) {
    if (one.act !== 'add') continue;
    const now: AddedNow = addedNow(plain, text, one, where);
    const state = now === undefined ? 'lost' : 'twin' in now ? 'agrees' : 'laid';
    const item = now === undefined ? undefined : 'twin' in now ? now.twin : now.item;
    states.set(one.id, { id: one.id, state, record: item?.id ?? null, superseded: false });
    if (now === undefined) continue;
    if ('twin' in now) {
      twins.set(one.key, now.twin.id);
      found.set(now.twin.id, { at: one.at, by: one.by, fields: [] });
    } else if (now.kind === 'target') targets.push(now.item);
    else tasks.push(now.item);
  }
  /** What a person added and the rules find by now is as good as confirmed. */
  const known = <T extends Target | Task>(item: T): T => {
    const reviewed = found.get(item.id);
    return reviewed === undefined ? item : { ...item, confidence: 1, reviewed };
  };
  const base = {
    ...plain,
    targets: inserted(plain.targets.map(known), targets),
    tasks: inserted(plain.tasks.map(known), tasks),
  };
  return { base, twins };
}

function foundIn(
  { document, targets, tasks }: PlanRecord,
  twins: ReadonlyMap<string, string>,
  text: string,
  correction: Spoken,
): FoundRecord<Corrected> | undefined {
  if (correction.kind === 'header') return { item: document, worded: false };
  const items: readonly (Target | Task)[] = correction.kind === 'target' ? targets : tasks;
  const twin = twins.get(correction.key);
  const item = twin === undefined ? undefined : items.find(({ id }) => id === twin);
  return item === undefined ? findRecord(items, text, correction) : { item, worded: true };
}

/** A record that was deleted and is not found any more while its words are still there: the rules no longer make it. */
function goneState(correction: Spoken, text: string): CorrectionState {
  const there = correction.place !== null && placeNow(text, correction.place) !== undefined;
  return correction.act === 'delete' && there ? 'agrees' : 'lost';
}

/** A correction with what it is laid over. */
interface Said {
  readonly correction: Spoken;
  readonly worded: boolean;
  readonly sameBytes: boolean;
}

/** Fields that may be told elsewhere in the document than in the words of the record: by a heading, a section, another passage. */
const ELSEWHERE: ReadonlySet<string> = new Set(['deadline', 'agencies', 'leads', 'cooperating']);

/** Whether what a person said of a field still holds where the rules read something new in it: the words are as they were. */
const holds = ({ sameBytes, worded }: Said, field: string): boolean => sameBytes || (worded && !ELSEWHERE.has(field));

/** @returns undefined where the record was deleted */
function layOver<T extends Corrected>(
  item: T,
  kind: CorrectedKind,
  name: string,
  said: readonly Said[],
  where: ValuePlace,
  states: Map<string, CorrectionNow>,
): T | undefined {
  const deleted = said.some(({ correction }) => correction.act === 'delete');
  const fields = fieldsSaid(item, said, deleted);
  const confirmed = lastConfirmed(item, said, fields);
  let laid = item;
  const reviews: Review[] = item.reviewed === undefined ? [] : [item.reviewed];
  for (const one of said) {
    const { correction } = one;
    const tell = (state: CorrectionState, superseded: boolean, rules?: { readonly rules: unknown }): void =>
      void states.set(correction.id, { id: correction.id, state, record: name, superseded, ...rules });
    if (correction.act === 'delete') tell('laid', false);
    else if (correction.act === 'confirm') {
      const last = one === confirmed?.said;
      tell(confirmed?.state ?? 'laid', deleted || !last);
      if (!last || confirmed.state === 'lost') continue;
      for (const [field, value] of confirmed.differing) laid = withField(laid, field, value, where);
      reviews.push({ ...correction, fields: [], disagrees: confirmed.differing.map(([field]) => field) });
    } else {
      const { field, value } = correction;
      const own = fields.get(one) ?? { state: 'lost', superseded: false };
      tell(own.state, own.superseded, { rules: fieldOf(item, field) ?? null });
      if (own.superseded || own.state === 'lost') continue;
      if (own.state !== 'agrees') laid = withField(laid, field, value, where);
      reviews.push({ ...correction, fields: [field], [own.state]: [field] });
    }
  }
  if (deleted) return undefined;
  if (reviews.length === 0) return laid;
  const sure = kind === 'header' || confirmed === undefined || confirmed.state === 'lost' ? {} : { confidence: 1 };
  return { ...laid, ...sure, reviewed: reviewedBy(reviews) };
}

type FieldNow = Pick<CorrectionNow, 'state' | 'superseded'>;

/** What became of each correction of a field. */
function fieldsSaid(item: Corrected, said: readonly Said[], deleted: boolean): ReadonlyMap<Said, FieldNow> {
  const found = new Map<Said, FieldNow>();
  for (const [i, one] of said.entries()) {
    const { correction } = one;
    if (correction.act !== 'correct') continue;
    const { field, value, was } = correction;
    const later = said.slice(i + 1).some((other) => isOfField(other) && covers(other.correction.field, field));
    const rules = fieldOf(item, field);
    const read = (other: unknown): boolean => sameSaid(field, rules, other);
    const anew = rules !== undefined && holds(one, field) ? 'disagrees' : 'lost';
    const state = read(value) ? 'agrees' : rules !== undefined && read(was) ? 'laid' : anew;
    found.set(one, { state: isTaken(field, said.slice(0, i), found) ? 'lost' : state, superseded: deleted || later });
  }
  return found;
}

/** Whether somebody said before that what should hold a field is not there: "no figure", and then its unit. */
function isTaken(field: string, before: readonly Said[], states: ReadonlyMap<Said, FieldNow>): boolean {
  const whole = before.filter(isOfField).findLast(({ correction }) => field.startsWith(`${correction.field}.`));
  if (whole === undefined || states.get(whole)?.state === 'lost') return false;
  const { field: holder, value } = whole.correction;
  return fieldOf({ value }, `value${field.slice(holder.length)}`) === undefined;
}

const isOfField = (said: Said): said is Said & { readonly correction: Extract<Spoken, { act: 'correct' }> } =>
  said.correction.act === 'correct';

interface ConfirmedNow {
  readonly said: Said;
  readonly state: CorrectionState;
  /** Fields that the rules read anew, with what they read when it was confirmed. */
  readonly differing: readonly (readonly [field: string, was: unknown])[];
}

/**
 * What became of the last confirmation. It vouches for what nobody corrected; where a correction of the record is lost, it
 * is so too: it was given to the record with that.
 */
function lastConfirmed(
  item: Corrected,
  said: readonly Said[],
  fields: ReadonlyMap<Said, FieldNow>,
): ConfirmedNow | undefined {
  const last = said.findLast(({ correction }) => correction.act === 'confirm');
  if (last === undefined || last.correction.act !== 'confirm') return undefined;
  const corrected = said.filter(isOfField).map(({ correction }) => correction.field);
  const differing = changedSince(item, last.correction.was).filter(
    ([field]) => !corrected.some((other) => covers(field, other) || covers(other, field)),
  );
  const gone = [...fields.values()].some(({ state, superseded }) => state === 'lost' && !superseded);
  const lost = gone || differing.some(([field]) => !holds(last, field));
  return { said: last, state: lost ? 'lost' : differing.length > 0 ? 'disagrees' : 'laid', differing };
}

type Review = Pick<Reviewed, 'at' | 'by' | 'fields' | 'agrees' | 'disagrees'>;

/** The fields of a record that are no longer as they were confirmed, with what they were then; figures by their parts. */
function changedSince(item: Corrected, was: Readonly<Record<string, unknown>>): [field: string, was: unknown][] {
  const parts = Object.entries(was).flatMap(([field, value]): [string, unknown][] => {
    const now = fieldOf(item, field);
    if (field !== 'quantity' || !isFigure(value) || !isFigure(now)) return [[field, value]];
    return PARTS.map((part) => [`quantity.${part}`, value[part]]);
  });
  return parts.filter(([field, value]) => !sameSaid(field, fieldOf(item, field), value));
}

const PARTS = ['comparator', 'value', 'valueMax', 'unit'] as const;
const isFigure = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function reviewedBy(reviews: readonly Review[]): Reviewed {
  const all = (of: (review: Review) => readonly string[] | undefined): string[] =>
    [...new Set(reviews.flatMap((review) => of(review) ?? []))].sort();
  const last = reviews.reduce((a, b) => (b.at >= a.at ? b : a), reviews[0] ?? { at: '', by: '', fields: [] });
  const [agrees, disagrees] = [all((one) => one.agrees), all((one) => one.disagrees)];
  return {
    ...{ at: last.at, by: last.by, fields: all(({ fields }) => fields) },
    ...(agrees.length === 0 ? {} : { agrees }),
    ...(disagrees.length === 0 ? {} : { disagrees }),
  };
}

/** Finds a place of the text that a value names: where it was, else the nearest. */
const whereIn =
  (text: string) =>
  (source: Source | null): ValuePlace => ({
    source,
    find(place) {
      if (text.slice(place.start, place.end) === place.quote) return place;
      const start = placeNow(text, { ...place, before: '', after: '' });
      // Of a place that moved, nobody knows the page.
      if (start === undefined) return undefined;
      return { quote: place.quote, start, end: start + place.quote.length, page: null };
    },
  });

const OWN_WARNINGS: ReadonlySet<string> = new Set(['correction-lost', 'correction-disputed']);

function warningsOf(
  corrections: readonly Correction[],
  states: ReadonlyMap<string, CorrectionNow>,
  items: readonly (Target | Task)[],
): PlanRecord['warnings'] {
  return corrections.flatMap((one): PlanRecord['warnings'] => {
    const now = states.get(one.id);
    if (now === undefined || now.superseded) return [];
    const what = `${one.by} on ${one.at.slice(0, 10)}: ${wordsOf(one)}`;
    if (now.state === 'lost') {
      const message = `A correction does not find what it speaks of and is not laid over anything (${what})`;
      return [{ code: 'correction-lost', message }];
    }
    if (now.state !== 'disagrees') return [];
    const source = items.find(({ id }) => id === now.record)?.source;
    const message = `The rules read this in a third way now; what a person said was kept (${what})`;
    return [{ code: 'correction-disputed', message, ...(source === undefined ? {} : { source }) }];
  });
}

/** What a correction says, for a sentence. */
function wordsOf(one: Correction): string {
  const of = one.act === 'add' ? one.place.quote : one.about.text;
  const short = of.length <= 80 ? of : `${of.slice(0, 80)}…`;
  return one.act === 'correct' ? `${one.field} of "${short}"` : `${one.act} "${short}"`;
}
