import { built, type Knowledge } from '../../../knowledge/knowledge.ts';
import { daysIn, dayWindow, deadline, isoOf } from '../../../language/calendar.ts';
import type { MentionRule } from '../engine/rule.ts';
import { bindingBefore, framed } from './binding-words.ts';
import { MONTH_IN_WORDS, monthNumber } from './number-of-month.ts';
import { type TimeTables, timeSources } from './time-sources.ts';

const behindDay = built(['figures', 'timeWords'], (tables) => {
  const { of, EACH_YEAR, OF, YEAR } = timeSources(tables);
  return {
    /** What may stand behind a day that neither a year nor the word "ngày" tells from a share: no noun that is counted. */
    NO_NOUN: new RegExp(String.raw`^(?:\s?[.,;:)]|$|\s(?:${of('behind-day')}(?!\p{L})|${EACH_YEAR}))`, 'iu'),
    COMES_BACK: new RegExp(String.raw`^,?\s(?:${OF}\s)?(?:${EACH_YEAR}|${YEAR}\skế)`, 'iu'),
  };
});

/** "trước 30 tháng 4": bound as a time is, so it needs not be called a day. */
function boundAsDay(knowledge: Knowledge, day: number, before: string, after: string): boolean {
  const { binding } = bindingBefore(knowledge, before);
  // "đến 3/4" may be a share; "đến 30/6" is none, for a share is less than one: whatever is done behind it.
  if (day > 12 && (binding === 'before' || binding === 'by')) return true;
  return binding === 'before' && behindDay(knowledge).NO_NOUN.test(after);
}

/** "ngày 05 tháng 5 năm 2021" · "ngày 15 tháng 12 hằng năm" · "trước 30 tháng 4" · "ngày 30 tháng tư năm 2026" · "ngày 15 tháng 12/2020" */
export const dayInWords: MentionRule<'deadline'> = {
  id: 'deadline.day-in-words',
  kind: 'deadline',
  pattern: new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:ngày\s{1,2}(?:m[ùồ]ng\s)?)?(?<day>\d{1,2})\stháng\s(?<month>\d{1,2}|${MONTH_IN_WORDS})(?:(?:,?\s(?<named>năm\s)?|\s?[/.-]\s?)(?<year>(?:19|20)\d{2}))?(?![\p{L}\p{N}]|[.,/]\d)`,
    'giu',
  ),
  read(groups, context, text) {
    const { day = '', month = '', named, year, before = '', after = '' } = groups;
    // "6 tháng 5" without a year may be anything but a day, unless it is called one.
    const called = /^ngày/iu.test(text) || boundAsDay(context.knowledge, Number(day), before, after);
    if (year === undefined && !called) return undefined;
    const of = monthNumber(context.knowledge, month, named !== undefined);
    const window = of && dayWindow(year === undefined ? null : Number(year), of, Number(day));
    return window ? framed(window, groups, context, text) : undefined;
  },
};

/** "từ ngày 01 đến ngày 15 tháng 10 năm 2025" · "ngày 10-15/10/2025": two days of one month */
export const daysOfMonth: MentionRule<'deadline'> = {
  id: 'deadline.days-of-month',
  kind: 'deadline',
  pattern:
    /(?<![\p{L}\p{N}])(?:từ\s)?ngày\s(?<first>\d{1,2})\s?(?:đến|tới|[-–])\s?(?:hết\s)?(?:ngày\s)?(?<last>\d{1,2})(?:\stháng\s|\s?\/\s?)(?<month>\d{1,2})(?:(?:\snăm\s|\s?\/\s?)(?<year>\d{4}))?(?![\p{L}\p{N}/])/giu,
  read({ first, last, month, year }, context) {
    const of = year === undefined ? context.year : Number(year);
    const from = of === null ? undefined : dayWindow(of, Number(month), Number(first));
    const to = of === null ? undefined : dayWindow(of, Number(month), Number(last));
    if (of === null || from === undefined || to === undefined || Number(first) > Number(last)) return undefined;
    return { value: deadline('during', { start: isoOf(from.first, of), end: isoOf(to.last, of) }) };
  },
};

/** "5/5/2021" · "trước ngày 30/6/2024" · "10/12 hàng năm" · "31. 12. 2026" · "trước 31/12/26" · "2026-06-30" · "ngày Quốc khánh 02/9/2025" */
export const dayInDigits = (tables: TimeTables): MentionRule<'deadline'> => ({
  id: 'deadline.day-in-digits',
  kind: 'deadline',
  pattern: new RegExp(
    String.raw`(?<![\p{L}\p{N}]|\p{N}[.,/:-])(?<word>ngày\s{1,2}(?:${timeSources(tables).of('holiday')}\s{1,2})?)?(?:(?<isoYear>\d{4})(?<isoMark>[-/])(?<isoMonth>\d{2})\k<isoMark>(?<isoDay>\d{2})|(?<day>\d{1,2})(?:\s?/\s?(?<month>\d{1,2})(?:\s?/\s?(?<year>\d{4}|\d{2}))?|(?<mark>\s?[.-]\s?)(?<month2>\d{1,2})\s?[.-]\s?(?<year2>\d{4}|\d{2})))(?![\p{L}\p{N}]|[.,/-]\d|/\p{L}|-\p{L})`,
    'giu',
  ),
  read(groups, context, text) {
    const { word, mark = '', before = '', after = '' } = groups;
    const day = Number(groups.isoDay ?? groups.day);
    const month = Number(groups.isoMonth ?? groups.month ?? groups.month2);
    const written = groups.isoYear ?? groups.year ?? groups.year2;
    const year = written === undefined ? null : Number(written.length === 2 ? `20${written}` : written);
    const bound = word !== undefined || bindingBefore(context.knowledge, before).binding !== undefined;
    // Signs with white space, or two digits for the year, may part other numbers.
    if (!bound && (/\s/u.test(mark) || written?.length === 2)) return undefined;
    // "3/4" is a day only where it is called one, comes back every year, or is bound as no share can be.
    const each = behindDay(context.knowledge).COMES_BACK.test(after);
    if (year === null && word === undefined && !each && !boundAsDay(context.knowledge, day, before, after))
      return undefined;
    const window = dayWindow(year, month, day);
    return window && framed(window, groups, context, text);
  },
});

/** "trước 30/6 và 31/12 hằng năm" · "ngày 15 tháng 6, ngày 15 tháng 12 hằng năm": the same day of several months */
export const daysOfEachYear = (tables: TimeTables): MentionRule<'deadline'> => {
  const { EACH_YEAR, AND, DAY, MONTH, OF } = timeSources(tables);
  const ONE_DAY = String.raw`(?:${DAY}\s)?\d{1,2}(?:\s?\/\s?|\s${MONTH}\s)\d{1,2}`;
  return {
    id: 'deadline.days-of-each-year',
    kind: 'deadline',
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}]|\p{N}[.,/:-])(?<days>${ONE_DAY}(?:(?:,|;|\s${AND})\s(?:trước\s)?${ONE_DAY}){1,11})\s(?:${OF}\s)?${EACH_YEAR}`,
      'giu',
    ),
    read({ days = '', before = '' }, context, text) {
      const due = [...days.matchAll(/(?<day>\d{1,2})(?:\s?\/\s?|\stháng\s)(?<month>\d{1,2})/giu)].map(({ groups }) => ({
        day: Number(groups?.day),
        month: Number(groups?.month),
      }));
      if (due.some(({ day, month }) => dayWindow(null, month, day) === undefined)) return undefined;
      const last = due.every(({ day, month }) => day === daysIn(null, month) || (month === 2 && day === 28));
      const day = due[0]?.day ?? 0;
      if (!last && due.some((one) => one.day !== day)) return undefined;
      const { binding, start } = bindingBefore(context.knowledge, before);
      const rrule = `FREQ=YEARLY;BYMONTH=${due.map(({ month }) => month).join(',')};BYMONTHDAY=${last ? -1 : day}`;
      const value = deadline('recurring', { rrule, exclusive: binding === 'before' });
      return { value, from: start - before.length, to: text.length };
    },
  };
};
