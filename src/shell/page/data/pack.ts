import type { Comparator } from '../../../model/record.ts';
import type { Fact, PageMeasure, ShortMeasure } from './page-data.ts';

const COMPARATORS: readonly (Comparator | null)[] = [null, '=', '>=', '>', '<=', '<', '~'];

/** What few figures have, by one letter. */
interface More {
  readonly m?: number;
  readonly s?: number;
  readonly u?: string;
  readonly t?: 1;
  readonly d?: number;
  readonly a?: number;
  readonly r?: readonly [number, number];
  readonly n?: 1;
  readonly x?: readonly [kind: number, from?: number | null, beside?: number];
  readonly o?: 1;
  readonly e?: NonNullable<Fact['result']>;
  readonly h?: 1;
}

/** A figure as it stands in the page. */
export type Packed = readonly [
  plan: number,
  year: number | null,
  value: number | null,
  comparator: number,
  /** In hundredths. */
  sure: number,
  more?: More,
];

export function packed(fact: Fact): Packed {
  const more: More = {
    ...(fact.valueMax === null ? {} : { m: fact.valueMax }),
    ...(fact.since === undefined ? {} : { s: fact.since }),
    ...(fact.unit === undefined ? {} : { u: fact.unit }),
    ...(fact.status === 'result' ? { t: 1 } : {}),
    ...(fact.difference === undefined ? {} : { d: fact.difference }),
    ...(fact.against === undefined ? {} : { a: fact.against }),
    ...(fact.rank === undefined ? {} : { r: [fact.rank.place, fact.rank.of] }),
    ...(fact.national ? { n: 1 } : {}),
    ...(fact.change === undefined ? {} : { x: changed(fact.change) }),
    ...(fact.superseded ? { o: 1 } : {}),
    ...(fact.result === undefined ? {} : { e: fact.result }),
    ...(fact.ahead === undefined ? {} : { h: 1 }),
  };
  const { plan, year, value, comparator, sure } = fact;
  const short = [plan, year, value, COMPARATORS.indexOf(comparator), Math.round(sure * 100)] as const;
  return Object.keys(more).length === 0 ? short : [...short, more];
}

type Change = NonNullable<Fact['change']>;
const CHANGES: readonly Change['kind'][] = ['new', 'kept', 'raised', 'lowered', 'dropped'];

function changed({ kind, from, beside }: Change): NonNullable<More['x']> {
  const at = CHANGES.indexOf(kind);
  if (beside !== undefined) return [at, from ?? null, beside];
  return from === undefined ? [at] : [at, from];
}

const unchanged = ([kind, from, beside]: NonNullable<More['x']>): Change => ({
  kind: CHANGES[kind] ?? 'kept',
  ...(from == null ? {} : { from }),
  ...(beside === undefined ? {} : { beside }),
});

/** @param at its place among the figures of its measure */
export function factOfPacked([plan, year, value, comparator, sure, more = {}]: Packed, at: number): Fact {
  return {
    at,
    plan,
    year,
    value,
    comparator: COMPARATORS[comparator] ?? null,
    sure: sure / 100,
    valueMax: more.m ?? null,
    status: more.t === 1 ? 'result' : 'target',
    national: more.n === 1,
    superseded: more.o === 1,
    ...(more.s === undefined ? {} : { since: more.s }),
    ...(more.u === undefined ? {} : { unit: more.u }),
    ...(more.d === undefined ? {} : { difference: more.d }),
    ...(more.a === undefined ? {} : { against: more.a }),
    ...(more.r === undefined ? {} : { rank: { place: more.r[0], of: more.r[1] } }),
    ...(more.x === undefined ? {} : { change: unchanged(more.x) }),
    ...(more.e === undefined ? {} : { result: more.e }),
    ...(more.h === undefined ? {} : { ahead: true }),
  };
}

const NOTHING = {
  code: null,
  basis: 'wording',
  unit: null,
  level: null,
  better: 0,
  others: 0,
  own: false,
  up: 0,
  down: 0,
  equal: 0,
  words: 0,
} as const satisfies Partial<PageMeasure>;

/** Leaves out what most measures do not have. */
export const shortMeasure = (measure: PageMeasure): ShortMeasure => {
  const usual: Readonly<Record<string, unknown>> = NOTHING;
  const kept = Object.entries(measure).filter(([name, value]) => !(name in usual) || usual[name] !== value);
  const { vi, area } = measure;
  return { ...Object.fromEntries(kept), vi, area };
};

export const fullMeasure = (short: ShortMeasure): PageMeasure => ({ ...NOTHING, ...short });
