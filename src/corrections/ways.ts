import type { Correction } from '../model/correction.ts';
import { CORRECTION_STATES, type CorrectionNow, type CorrectionState } from './lay.ts';

/** A correction with what became of it. */
export interface ToldCorrection {
  readonly document: string;
  readonly correction: Correction;
  readonly now: CorrectionNow;
}

/** What was corrected in one way: of one kind of record, in one field, from one value to another where there are but a few. */
export interface WayCorrected {
  readonly act: Correction['act'];
  readonly kind: Correction['kind'];
  readonly field: string;
  readonly was: string;
  readonly value: string;
  readonly corrections: number;
  readonly documents: number;
  readonly states: Readonly<Record<CorrectionState, number>>;
}

/** Fields of a few values: of them it is told which is taken for which. */
const OF_FEW = new Set([
  'status',
  'direction',
  'quantity.comparator',
  'quantity.unit',
  'form',
  'level',
  'area',
  'indicator.code',
]);

/** The ways of correcting, the most frequent first: where the rules go wrong most. Confirmations count nowhere. */
export function waysCorrected(all: readonly ToldCorrection[]): readonly WayCorrected[] {
  const groups = new Map<
    string,
    { readonly first: Omit<WayCorrected, 'corrections' | 'documents' | 'states'>; readonly told: ToldCorrection[] }
  >();
  for (const one of all) {
    const { correction } = one;
    if (correction.act === 'confirm' || one.now.superseded) continue;
    const { act, kind } = correction;
    const field = act === 'correct' ? correction.field : '';
    const few = act === 'correct' && OF_FEW.has(field) ? [worded(correction.was), worded(correction.value)] : ['', ''];
    const [was = '', value = ''] = few;
    const first = { act, kind, field, was, value };
    const name = JSON.stringify(first);
    const group = groups.get(name) ?? { first, told: [] };
    group.told.push(one);
    groups.set(name, group);
  }
  return [...groups.values()]
    .map(
      ({ first, told }): WayCorrected => ({
        ...first,
        corrections: told.length,
        documents: new Set(told.map(({ document }) => document)).size,
        states: countStates(told.map(({ now }) => now)),
      }),
    )
    .sort((a, b) => b.corrections - a.corrections || (nameOf(a) < nameOf(b) ? -1 : 1));
}

const nameOf = ({ act, kind, field, was, value }: WayCorrected): string => [kind, act, field, was, value].join(' ');

/** How many corrections are in each state; those that a later one takes the place of are in none. */
export function countStates(states: readonly CorrectionNow[]): Record<CorrectionState, number> {
  const counts: Record<CorrectionState, number> = { laid: 0, agrees: 0, disagrees: 0, lost: 0 };
  for (const one of CORRECTION_STATES)
    counts[one] = states.filter(({ state, superseded }) => state === one && !superseded).length;
  return counts;
}

/** A value of a field for a table. */
export const worded = (value: unknown): string =>
  value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);
