import type { Correction } from '../model/correction.ts';
import type { Source } from '../model/record.ts';
import { common, placeNow, type Span } from './places.ts';

/** What is looked for: a target or task. */
export interface Findable {
  readonly key: string;
  readonly source: Source;
  readonly quantity?: { readonly text: string } | null;
}

/** Half of two spans in common: a rule that takes a word more or less into its quote still speaks of the same. */
const MOSTLY = 0.5;

/** A key without the number that tells its repetitions apart: what is added before the second makes it the third. */
export const stemOf = (key: string): string => /^(?<stem>[tk]-[0-9a-f]{16})-\d+$/u.exec(key)?.groups?.stem ?? key;

export interface FoundRecord<T> {
  readonly item: T;
  /** Whether the words are still in the text that it was read from then; else it is known by its key alone. */
  readonly worded: boolean;
}

/**
 * The record that a correction speaks of: by its key where that is one record's alone, then as now; else by the words that
 * it was read from. A correction is laid over no other record than the one that was meant: in doubt over none.
 */
export function findRecord<T extends Findable>(
  items: readonly T[],
  text: string,
  { key, alone, place, about }: Pick<Exclude<Correction, { act: 'add' }>, 'key' | 'alone' | 'place' | 'about'>,
): FoundRecord<T> | undefined {
  const start = place === null ? undefined : placeNow(text, place);
  const alike = items.filter((item) => stemOf(item.key) === stemOf(key));
  const [first] = alike;
  if (alone && first !== undefined && alike.length === 1) return { item: first, worded: start !== undefined };
  if (place === null || start === undefined) return undefined;
  const span: Span = { start, end: start + place.quote.length };
  const within = (all: readonly T[], least: number): readonly T[] =>
    all.filter(({ source }) => common(source, span) >= least);
  const figured = (all: readonly T[]): readonly T[] =>
    all.filter(({ quantity }) => sameFigure(quantity?.text ?? null, about.figure));
  const ways: readonly (readonly T[])[] = [
    within(alike, 1).filter((item) => item.key === key),
    figured(within(alike, 1)),
    figured(within(items, 1)),
    figured(within(items, MOSTLY)),
  ];
  const item = ways.find((way) => way.length === 1)?.[0];
  return item === undefined ? undefined : { item, worded: true };
}

/** Whether the words of two figures are of the same: "35%" and "tối thiểu 35%", but not "5%" and "35%". */
function sameFigure(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return a === b;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const at = long.indexOf(short);
  return at !== -1 && !(/\d/u.test(short[0] ?? '') && /[\d.,]$/u.test(long.slice(0, at)));
}
