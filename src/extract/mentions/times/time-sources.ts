import { built, type Knowledge } from '../../../knowledge/knowledge.ts';
import type { TimeWordMeaning } from '../../../knowledge/word-tables.ts';
import { viMeaning, viPart, viWords } from '../../../language/pattern.ts';
import { anyOf, keyOf } from '../../../language/words.ts';

/** What the rules for times are built from. */
export type TimeTables = Pick<Knowledge, 'figures' | 'timeWords'>;

/** Sources of patterns, without edges, that several rules for times share. */
export const timeSources = built(['figures', 'timeWords'], ({ figures, timeWords }) => {
  const of = (...meanings: readonly TimeWordMeaning[]): string => viMeaning(timeWords, ...meanings).source;
  const spans = timeWords.filter(({ means }) => means.includes('span'));
  const EACH = of('each');
  const others = timeWords.filter(({ means }) =>
    means.some((one) => one === 'year-before' || one === 'year-after' || one === 'year-this'),
  );
  const { digits, ten } = figures.words;
  const numbers = new Map<string, number>([
    ...Object.entries(digits),
    [ten, 10],
    ...timeWords.flatMap(({ word, times }): [string, number][] => (times === undefined ? [] : [[word, times]])),
  ]);
  return {
    of,
    DAY: of('day'),
    MONTH: of('month'),
    YEAR: of('year'),
    TO: of('to'),
    AND: of('and'),
    OF: of('of'),
    EACH,
    EACH_YEAR: String.raw`${EACH}\s${of('year')}(?!\p{L})`,
    PART: of('part'),
    /** What comes again: "hằng năm", "hằng tuần". */
    SPAN: viWords(spans.filter(({ every }) => every !== undefined)).source,
    /** A month and more. */
    LONG_SPAN: viWords(spans.filter(({ months }) => months !== undefined)).source,
    QUARTER: viWords(spans.filter(({ months }) => months === 3)).source,
    /** What a term counts. */
    UNIT: viWords(spans.filter(({ duration }) => duration !== undefined)).source,
    /** What the words for another year than one that is named begin with, behind "năm". */
    OTHER_YEAR: viWords([...new Set(others.map(({ word }) => word.split(' ')[0] ?? ''))].map((word) => ({ word })))
      .source,
    NUMBER: anyOf([...numbers.keys()]),
    /** Words of comparison, before which how often is an amount: "ít nhất 2 lần/năm". */
    COMPARED: anyOf([...(['>=', '>', '<=', '<'] as const).flatMap((sign) => figures.comparators.before[sign] ?? [])]),
    numbers,
    spans: new Map(spans.map((row) => [keyOf(row.word), row])),
    /** The years of this plan and that which ends it, as words behind a time name them. */
    PLAN_YEAR: viPart`năm (kế hoạch|kh)`,
  };
});
