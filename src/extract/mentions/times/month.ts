import { built } from '../../../knowledge/knowledge.ts';
import { deadline, monthsWindow } from '../../../language/calendar.ts';
import { keyOf } from '../../../language/words.ts';
import type { MentionRule } from '../engine/rule.ts';
import { bindingBefore, framed } from './binding-words.ts';
import { MONTH_IN_WORDS, monthNumber } from './number-of-month.ts';
import { type TimeTables, timeSources } from './time-sources.ts';

/** As tables and hurried hands shorten it, always with its year: "T11/2026", "T.3-2026". */
const SHORT = String.raw`t\.?(?=\d{1,2}(?:\s?[-–,]\s?t?\.?\d{1,2})?\s?[/-]\s?20\d{2}(?!\d))`;

/** "trong tháng 12/2021" · "đến tháng 6 năm 2025" · "tháng 01 của năm kế hoạch" · "hết T11/2026" · "tháng 12.2026" */
export const month = (tables: TimeTables): MentionRule<'deadline'> => {
  const { PART, AND, MONTH, OF, YEAR } = timeSources(tables);
  return {
    id: 'deadline.month',
    kind: 'deadline',
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}])(?:${PART}\s)?(?:${MONTH}\s|${SHORT})(?<first>\d{1,2})(?:\s?(?:[-–]|(?:,|${AND})(?=[^/]{1,10}(?:\/\d{4}|${YEAR}\s\d{4})))\s?(?:${MONTH}\s|t\.?)?(?<last>\d{1,2})(?!\d))?(?:(?:\s?[/-]\s?|\.)(?<year>\d{4})|\s(?:${OF}\s)?${YEAR}\s(?<year2>\d{4}))?(?![\p{L}\p{N}]|\/\d)`,
      'giu',
    ),
    read(groups, context, text) {
      const { first, last, year, year2, before = '' } = groups;
      // "12 tháng 6" belongs to a day, "ngày … tháng 5" is still to be filled in.
      if (/(?:\d|ngày)\s$/iu.test(before)) return undefined;
      const of = year ?? year2;
      const window = monthsWindow(of === undefined ? null : Number(of), Number(first), Number(last ?? first));
      return window && framed(window, groups, context, text);
    },
  };
};

/** What may stand around a month or quarter in words that no year follows. */
export const wordedTimes = built(['figures', 'timeWords'], (tables) => {
  const { of, EACH_YEAR, OTHER_YEAR, OF, YEAR } = timeSources(tables);
  return {
    /** "tháng ba có 3 lần" counts months. */
    CLOSES: new RegExp(
      String.raw`^(?:\s?[.,;:)]|$|\s${EACH_YEAR}|\s(?:${OF}\s)?${YEAR}\s${OTHER_YEAR}(?!\p{L}))`,
      'iu',
    ),
    /** "hằng tháng", "mỗi quý": none is named. */
    EVERY: new RegExp(`^(?:${of('each')}|theo)$`, 'iu'),
  };
});

/** "trong tháng Mười hai năm 2026" · "hết tháng sáu/2026" · "tháng tư hằng năm" */
export const monthInWords = (tables: TimeTables): MentionRule<'deadline'> => {
  const { PART, MONTH, OF, YEAR } = timeSources(tables);
  return {
    id: 'deadline.month-in-words',
    kind: 'deadline',
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}])(?:${PART}\s)?${MONTH}\s(?<word>${MONTH_IN_WORDS})(?:\s?[/-]\s?(?<year>\d{4})|\s(?:${OF}\s)?${YEAR}\s(?<year2>\d{4}))?(?![\p{L}\p{N}])`,
      'giu',
    ),
    read(groups, context, text) {
      const { word = '', year, year2, before = '', after = '' } = groups;
      const of = monthNumber(context.knowledge, word, (year ?? year2) !== undefined);
      // "ba tháng một lần", "hằng tháng một báo cáo": months are counted, none is named.
      const counted = /(?:\d|ngày|(?<word>\p{L}+))\s$/iu.exec(before);
      const last = counted?.groups?.word;
      if (of === undefined || (counted !== null && last === undefined)) return undefined;
      const { EVERY, CLOSES } = wordedTimes(context.knowledge);
      if (last !== undefined && (EVERY.test(last) || monthNumber(context.knowledge, last, true) !== undefined))
        return undefined;
      if (year === undefined && year2 === undefined && !CLOSES.test(after)) return undefined;
      const named = year ?? year2;
      const window = monthsWindow(named === undefined ? null : Number(named), of, of);
      return window && framed(window, groups, context, text);
    },
  };
};

/** "tháng 3 và tháng 9 hằng năm" · "tháng 6, 12 hằng năm": the end of each */
export const monthsOfEachYear = (tables: TimeTables): MentionRule<'deadline'> => {
  const { EACH_YEAR, AND, MONTH, OF } = timeSources(tables);
  return {
    id: 'deadline.months-of-each-year',
    kind: 'deadline',
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}])(?<months>${MONTH}\s\d{1,2}(?:(?:,|;|\s${AND})\s(?:${MONTH}\s)?\d{1,2}){1,11})\s(?:${OF}\s)?${EACH_YEAR}`,
      'giu',
    ),
    read({ months = '', before = '' }, context, text) {
      const listed = [...months.matchAll(/\d{1,2}/gu)].map(([month]) => Number(month));
      if (/(?:\d|ngày)\s$/iu.test(before) || listed.some((month) => month < 1 || month > 12)) return undefined;
      const { binding, start } = bindingBefore(context.knowledge, before);
      // "trước tháng 3 và tháng 9": each ends where its month begins.
      const exclusive = binding === 'before';
      const rrule = `FREQ=YEARLY;BYMONTH=${listed.join(',')};BYMONTHDAY=${exclusive ? 1 : -1}`;
      return { value: deadline('recurring', { rrule, exclusive }), from: start - before.length, to: text.length };
    },
  };
};

/** "đến 12/2025" · a cell with "08/2025": only after a word that binds it, or alone */
export const monthInDigits: MentionRule<'deadline'> = {
  id: 'deadline.month-in-digits',
  kind: 'deadline',
  pattern:
    /(?<![\p{L}\p{N}]|\p{N}[.,/:-])(?<month>0?[1-9]|1[0-2])\/(?<year>20\d{2})(?![\p{L}\p{N}]|[/.,-][\p{L}\p{N}])/giu,
  read(groups, context, text) {
    const { month: of, year, before = '', after = '' } = groups;
    const alone = before === '' && /^(?:\.?$|\s?[-–]\s?\d)/u.test(after);
    if (!alone && !/(?:(?<!\p{L})(?:đến|tới|hết|trong|vào|từ|trước|nhất|là)\s|\d{4}\s?[-–]\s?)$/iu.test(before))
      return undefined;
    const window = monthsWindow(Number(year), Number(of), Number(of));
    return window && framed(window, groups, context, text);
  },
};

/** "6 tháng đầu năm 2024" · "9 tháng năm 2025" · "6 tháng cuối năm" · "nửa đầu năm 2025" · "hai quý đầu năm 2026" · "6 tháng đầu năm sau" */
export const partOfYear = (tables: TimeTables): MentionRule<'deadline'> => {
  const { EACH_YEAR, NUMBER, QUARTER, OTHER_YEAR, numbers, spans, MONTH, OF, YEAR } = timeSources(tables);
  /** After "năm": it is another than the plan's, which is read where all times are bound. */
  const OTHER = String.raw`\s(?:${OTHER_YEAR}|kh)(?!\p{L})`;
  return {
    id: 'deadline.part-of-year',
    kind: 'deadline',
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}])(?:(?<n>\d{1,2}|${NUMBER})\s(?<span>${MONTH}|${QUARTER})|nửa)(?![\p{L}\p{N}])(?:\s(?<part>đầu|cuối))?(?:(?:\s${OF})?\s${YEAR}(?!${OTHER})(?:\s(?<year>\d{4}))?(?![\p{L}\p{N}])|(?=\s(?:${OF}\s)?(?:${YEAR}${OTHER}|${EACH_YEAR})))`,
      'giu',
    ),
    read(groups, context, text) {
      const { n = '6', span = 'tháng', part, year } = groups;
      if (part === undefined && year === undefined) return undefined;
      const months = (numbers.get(keyOf(n)) ?? Number(n)) * (spans.get(keyOf(span))?.months ?? 1);
      if (months < 1 || months > 11) return undefined;
      const late = part?.toLowerCase() === 'cuối';
      const of = year === undefined ? null : Number(year);
      const window = late ? monthsWindow(of, 13 - months, 12) : monthsWindow(of, 1, months);
      return window && framed(window, groups, context, text);
    },
  };
};
