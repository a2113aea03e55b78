import { deadline, monthsWindow } from '../../../language/calendar.ts';
import type { MentionRule } from '../engine/rule.ts';
import { framed } from './binding-words.ts';
import { wordedTimes } from './month.ts';
import { monthNumber } from './number-of-month.ts';
import { type TimeTables, timeSources } from './time-sources.ts';

const NUMERALS: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4, '1': 1, '2': 2, '3': 3, '4': 4 };
const ONE = String.raw`(?:iv|iii|ii|i|0?[1-4])(?![\p{L}\p{N}])`;
const EACH = new RegExp(String.raw`(?<![\p{L}\p{N}])${ONE}`, 'giu');

/** As tables shorten it: "Q2/2026", "Q.IV/2025"; without its year it may be a district, "Q.3". */
const SHORT = String.raw`q\.?\s?(?=${ONE}(?:\s?[,–-]\s?(?:q\.?\s?)?${ONE}){0,3}\s?[/-]\s?\d{4})`;

/** "Quý II/2024" · "quý IV năm 2023" · "quý II hằng năm" · "quý III, IV/2021" · "quý I và quý II năm 2022" · "Q2/2026" */
export const quarter = (tables: TimeTables): MentionRule<'deadline'> => {
  const { PART, QUARTER, EACH_YEAR, AND, OF, YEAR } = timeSources(tables);
  const TAIL = new RegExp(String.raw`^\s${EACH_YEAR}`, 'iu');
  return {
    id: 'deadline.quarter',
    kind: 'deadline',
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}])(?:${PART}\s)?(?:${QUARTER}\s{1,2}|${SHORT})(?<first>${ONE})(?:\s?(?:,|[-–]|${AND}|đến)\s?(?:${QUARTER}\s|q\.?\s?)?(?<last>${ONE})){0,3}(?:(?:\s?[/-]\s?|\.)(?<year>\d{4})|,?\s(?:${OF}\s)?${YEAR}\s(?<year2>\d{4}))?(?![\p{L}\p{N}])`,
      'giu',
    ),
    read(groups, context, text) {
      const { first = '', last, year, year2, after = '' } = groups;
      const of = year ?? year2;
      const from = numeral(first);
      const to = last === undefined ? from : numeral(last);
      if (from === undefined || to === undefined) return undefined;
      // "quý I, quý III hằng năm" comes back at the end of each.
      const listed = [...text.matchAll(EACH)].map(([one]) => (numeral(one) ?? 0) * 3);
      const tail = TAIL.exec(after)?.[0];
      if (of === undefined && tail !== undefined && listed.length > 1 && !/[-–]|đến/u.test(text)) {
        const rrule = `FREQ=YEARLY;BYMONTH=${listed.join(',')};BYMONTHDAY=-1`;
        return { value: deadline('recurring', { rrule }), to: text.length + tail.length };
      }
      const window = monthsWindow(of === undefined ? null : Number(of), from * 3 - 2, to * 3);
      return window && framed(window, groups, context, text);
    },
  };
};

/** A quarter in words: "ba", "thứ ba"; "đầu" and "cuối" of the year. */
const WORD = String.raw`(?:thứ\s)?\p{L}{2,4}(?!\p{L})`;
const ENDS: Readonly<Record<string, number>> = { đầu: 1, cuối: 4 };

/** "trong quý ba năm 2026" · "quý tư/2026" · "quý hai và quý ba năm 2026" · "quý hai hằng năm" */
export const quarterInWords = (tables: TimeTables): MentionRule<'deadline'> => {
  const { PART, QUARTER, AND, OF, YEAR } = timeSources(tables);
  return {
    id: 'deadline.quarter-in-words',
    kind: 'deadline',
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}])(?:${PART}\s)?${QUARTER}\s(?<first>${WORD})(?:\s?(?:,|[-–]|${AND}|đến)\s?${QUARTER}\s(?<last>${WORD}))?(?:\s?[/-]\s?(?<year>\d{4})|,?\s(?:${OF}\s)?${YEAR}\s(?<year2>\d{4}))?(?![\p{L}\p{N}])`,
      'giu',
    ),
    read(groups, context, text) {
      const { first = '', last, year, year2, before = '', after = '' } = groups;
      const of = year ?? year2;
      const number = (word: string): number | undefined => {
        const bare = word.toLowerCase().replace(/^thứ\s/u, '');
        const quarter = ENDS[bare] ?? monthNumber(context.knowledge, bare, false);
        return quarter !== undefined && quarter <= 4 ? quarter : undefined;
      };
      const { CLOSES, EVERY } = wordedTimes(context.knowledge);
      const from = number(first);
      const to = last === undefined ? from : number(last);
      if (from === undefined || to === undefined || (of === undefined && !CLOSES.test(after))) return undefined;
      // "mỗi quý một lần", "hai quý đầu năm": none is named.
      const ahead = /(?<word>[\p{L}\d]+)\s$/u.exec(before)?.groups?.word ?? '';
      if (EVERY.test(ahead) || monthNumber(context.knowledge, ahead, true) !== undefined) return undefined;
      const window = monthsWindow(of === undefined ? null : Number(of), from * 3 - 2, to * 3);
      return window && framed(window, groups, context, text);
    },
  };
};

const numeral = (written: string): number | undefined => NUMERALS[written.toLowerCase().replace(/^0/u, '')];
