import { AgencySaid, type CorrectedKind } from '../model/correction.ts';
import type { DocumentHeader, Source, Target, Task } from '../model/record.ts';

/** What a correction speaks of. Fields are named by paths, so that what is set is held against the schema at the end. */
export type Corrected = Target | Task | DocumentHeader;

/** What a confirmation vouches for: what the document says. Codes are the catalogue's, and may become better. */
const CONFIRMED: Readonly<Record<CorrectedKind, readonly string[]>> = {
  target: ['status', 'indicator.text', 'quantity', 'direction', 'baseline', 'condition', 'deadline', 'agencies'],
  task: ['text', 'product', 'leads', 'cooperating', 'deadline'],
  header: ['form', 'number', 'title', 'issuer', 'province', 'level', 'issuedOn', 'period'],
};

/** The fields of a record that a confirmation vouches for, as they are. */
export const confirmedFields = (kind: CorrectedKind, item: Corrected): Record<string, unknown> =>
  Object.fromEntries(CONFIRMED[kind].map((field) => [field, fieldOf(item, field)]));

/** @returns undefined where it has no such field, or what should hold it is null */
export function fieldOf(item: object, path: string): unknown {
  let value: unknown = item;
  for (const name of path.split('.')) value = isObject(value) ? value[name] : undefined;
  return value;
}

/** Whether a field is the other, or holds it. */
export const covers = (field: string, other: string): boolean => field === other || other.startsWith(`${field}.`);

/** The record with another value in a field, and with what hangs on that. */
export function withField<T extends Corrected>(item: T, path: string, value: unknown, where: ValuePlace): T {
  const set = replaced(item, path.split('.'), settled(item, path, value, where));
  return attuned(set, path) as T;
}

/** ValuePlace a record stands, and how to find a place of the text that a value names. */
export interface ValuePlace {
  readonly source: Source | null;
  readonly find: (source: Source) => Source | undefined;
}

function replaced(holder: unknown, [name = '', ...rest]: readonly string[], value: unknown): unknown {
  const own = isObject(holder) ? holder : {};
  return { ...own, [name]: rest.length === 0 ? value : replaced(own[name], rest, value) };
}

/** What a person left out is put in: where an agency is named, who told the province. */
function settled(item: Corrected, path: string, value: unknown, { source, find }: ValuePlace): unknown {
  if (path === 'province' && isObject(value)) {
    const before = fieldOf(item, 'province.basis');
    return { ...value, basis: value.basis ?? before ?? 'manifest' };
  }
  const said = AgencySaid.array().safeParse(value);
  if (!LISTS.has(path) || !said.success || source === null) return value;
  return said.data.map((agency) => ({ ...agency, source: (agency.source && find(agency.source)) ?? source }));
}

/** Lists of agencies. */
const LISTS: ReadonlySet<string> = new Set(['agencies', 'leads', 'cooperating']);

function attuned(item: unknown, path: string): unknown {
  if (!isObject(item)) return item;
  if (path === 'quantity') return { ...item, kind: item.quantity === null ? 'qualitative' : 'quantified' };
  const { indicator } = item;
  if (!isObject(indicator)) return item;
  if (path === 'indicator.code') {
    // No word of the catalogue decided it.
    const { match: _, ...rest } = indicator;
    return { ...item, indicator: rest };
  }
  if (path === 'indicator.text') {
    const under: unknown = indicator.under;
    const heads = Array.isArray(under) ? under.map(String) : [];
    const kept = String(indicator.text).startsWith(heads.join(': ')) ? heads : [];
    return { ...item, indicator: under === undefined ? indicator : { ...indicator, under: kept } };
  }
  return item;
}

/** Whether two values of a field say the same, whatever words they were found in and wherever. */
export const sameSaid = (field: string, a: unknown, b: unknown): boolean => said(field, a) === said(field, b);

function said(field: string, value: unknown): string {
  if (typeof value === 'string') return value.normalize('NFC').replace(/\s+/gu, ' ').trim();
  if (value === undefined) return 'null';
  if (Array.isArray(value)) return JSON.stringify(value.map((one) => said(field, one)).sort());
  if (!isObject(value)) return JSON.stringify(value);
  const names = SAYING[field] ?? Object.keys(value).sort();
  return JSON.stringify(names.map((name) => [name, value[name] ?? DEFAULTS[name] ?? null]));
}

const AGENCY = ['role', 'code', 'name'];
/** Of fields that hold several things, those that say something; the rest tells where it was found. */
const SAYING: Readonly<Record<string, readonly string[]>> = {
  quantity: ['comparator', 'value', 'valueMax', 'unit'],
  deadline: ['type', 'start', 'end', 'rrule', 'planYearOffset', 'exclusive', 'duration', 'workingDays'],
  province: ['code', 'set'],
  issuer: ['code', 'name'],
  agencies: AGENCY,
  leads: AGENCY,
  cooperating: AGENCY,
};
const DEFAULTS: Readonly<Record<string, unknown>> = { workingDays: false };

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
