import { built, type Knowledge } from '../knowledge/knowledge.ts';
import type { TimeWordMeaning } from '../knowledge/word-tables.ts';
import { isoDate } from './calendar.ts';
import { inAllCases, viMeaning } from './pattern.ts';

/** Sources of patterns for days, months and years as offices write them, without edges. */
export const dateSources = built(['timeWords'], ({ timeWords }) => {
  const of = (...meanings: readonly TimeWordMeaning[]): string => viMeaning(timeWords, ...meanings).source;
  const [DAY, MONTH, YEAR] = [of('day'), of('month'), of('year')];
  const slash = String.raw`\s?[/.-]\s?`;
  return {
    of,
    DAY,
    MONTH,
    YEAR,
    QUARTER: of('quarter'),
    /** The same in patterns that tell capitals from small letters. */
    DAY_IN_ALL_CASES: inAllCases(timeWords.flatMap(({ word, means }) => (means.includes('day') ? [word] : []))),
    /** Between two times: "đến". */
    TO: of('to'),
    PART: of('part'),
    /** Before two years: "giai đoạn". */
    STAGE: of('stage'),
    /** Between a day and its month, or a month and its year: "3/2", "3 tháng 2". */
    BEFORE_MONTH: String.raw`(?:${slash}|\s+${MONTH}\s+)`,
    BEFORE_YEAR: String.raw`(?:${slash}|\s+${YEAR}\s+)`,
    /** "ngày 3/2/2024", "ngày 3 tháng 2 năm 2024" */
    DATE: String.raw`${DAY}\s+(?:\d{1,2}${slash}\d{1,2}${slash}\d{4}|\d{1,2}\s+${MONTH}\s+\d{1,2}\s+${YEAR}\s+\d{4})`,
    /** The same with its parts, for `dateOf`. */
    DATE_IN_PARTS: String.raw`${DAY}\s+(?:(?<day>\d{1,2})${slash}(?<month>\d{1,2})${slash}(?<year1>\d{4})|(?<day2>\d{1,2})\s+${MONTH}\s+(?<month2>\d{1,2})\s+${YEAR}\s+(?<year2>\d{4}))`,
  };
});

const datesOf = built(['timeWords'], (tables) => new RegExp(dateSources(tables).DATE_IN_PARTS, 'iu'));

/** The first date that a text names with its year. */
export const dateIn = (knowledge: Pick<Knowledge, 'timeWords'>, text: string): string | undefined =>
  dateOf(datesOf(knowledge).exec(text)?.groups);

/** The date that `DATE_IN_PARTS` found; undefined where it is no day. */
export const dateOf = (groups: Readonly<Record<string, string | undefined>> | undefined): string | undefined =>
  groups === undefined
    ? undefined
    : isoDate(groups.year1 ?? groups.year2 ?? '', groups.month ?? groups.month2 ?? '', groups.day ?? groups.day2 ?? '');
