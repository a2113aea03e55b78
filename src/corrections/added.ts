import { createHash } from 'node:crypto';
import type { Correction } from '../model/correction.ts';
import type { PlanRecord, Source, Target, Task } from '../model/record.ts';
import { sameSaid, type ValuePlace, withField } from './fields.ts';
import { common, placeNow, type Span } from './places.ts';

export type Addition = Extract<Correction, { act: 'add' }>;

/** Of a record that a person added, for as long as the correction is there: made of nothing that a new version changes. */
export const addedKey = (kind: Addition['kind'], id: string): string =>
  `${LETTER[kind]}-${createHash('sha256').update(id).digest('hex').slice(0, 16)}`;

const LETTER = { target: 't', task: 'k' } as const;

/** What became of a record that a person added. */
export type AddedNow =
  | { readonly kind: 'target'; readonly item: Target }
  | { readonly kind: 'task'; readonly item: Task }
  /** The rules have come to find it by themselves. */
  | { readonly twin: Target | Task }
  | undefined;

/** Half in common, as where a record is looked for. */
const MOSTLY = 0.5;

/** @returns undefined where its words are no longer in the text */
export function addedNow(
  record: PlanRecord,
  text: string,
  { id, kind, key, place, value, at, by }: Addition,
  where: (source: Source) => ValuePlace,
): AddedNow {
  const start = placeNow(text, place);
  if (start === undefined) return undefined;
  const span: Span = { start, end: start + place.quote.length };
  const source: Source = { quote: place.quote, ...span, page: pageAt(record, start) };
  const section = record.sections.findLast((one) => one.start <= start && start < one.end);
  const own = {
    id: `${record.document.id}#${LETTER[kind]}-${id}`,
    key,
    path: section?.path ?? null,
    source,
    confidence: 1,
    reviewed: { at, by, fields: Object.keys(value).sort() },
  };
  const area = value.area === undefined ? (section?.area ?? null) : value.area;
  if (kind === 'target') {
    const twin = record.targets.find(
      (one) => common(one.source, span) >= MOSTLY && sameSaid('quantity', one.quantity, value.quantity),
    );
    if (twin !== undefined) return { twin };
    const { indicator, quantity, status, direction, baseline, condition, levels, deadline, agencies } = value;
    const said = { status, area, indicator, quantity, direction, baseline, condition, levels, deadline };
    const item: Target = { ...own, kind: quantity === null ? 'qualitative' : 'quantified', ...said, agencies: [] };
    return { kind, item: withField(item, 'agencies', agencies, where(source)) };
  }
  const twin = record.tasks.find((one) => common(one.source, span) >= MOSTLY);
  if (twin !== undefined) return { twin };
  const { product, note, leads, cooperating, deadline } = value;
  const said = {
    number: null,
    group: null,
    area,
    text: value.text,
    product,
    deadline,
    note,
    basis: 'section',
  } as const;
  const task: Task = { ...own, ...said, leads: [], cooperating: [] };
  const led = withField(task, 'leads', leads, where(source));
  return { kind, item: withField(led, 'cooperating', cooperating, where(source)) };
}

/** The page that what stands before and after a place is on; null where they differ, or there are no pages. */
function pageAt({ targets, tasks, references }: PlanRecord, start: number): number | null {
  const sources = [...targets, ...tasks, ...references].map(({ source }) => source);
  const before = sources.filter((one) => one.start <= start);
  const after = sources.filter((one) => one.start > start);
  const last = before.reduce<Source | undefined>((a, b) => (a === undefined || b.start > a.start ? b : a), undefined);
  const next = after.reduce<Source | undefined>((a, b) => (a === undefined || b.start < a.start ? b : a), undefined);
  return last !== undefined && next !== undefined && last.page === next.page ? last.page : null;
}

/** The records with those that were added among them, each behind what begins before it. */
export function inserted<T extends { readonly source: Source }>(items: readonly T[], added: readonly T[]): T[] {
  const all = [...items];
  for (const one of added) {
    const at = all.findIndex(({ source }) => source.start > one.source.start);
    all.splice(at === -1 ? all.length : at, 0, one);
  }
  return all;
}
