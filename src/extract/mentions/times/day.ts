import { dayWindow, deadline, isoOf } from '../../../language/calendar.ts';
import type { MentionRule } from '../engine/rule.ts';
import { framed } from './binding-words.ts';

/** "ngày 05 tháng 5 năm 2021" · "ngày 15 tháng 12 hằng năm" */
export const dayInWords: MentionRule<'deadline'> = {
  id: 'deadline.day-in-words',
  kind: 'deadline',
  pattern:
    /(?<![\p{L}\p{N}])(?:ngày\s{1,2})?(?<day>\d{1,2})\stháng\s(?<month>\d{1,2})(?:,?\s(?:năm\s)?(?<year>\d{4}))?(?![\p{L}\p{N}]|[.,/]\d)/giu,
  read(groups, context, text) {
    const { day, month, year } = groups;
    // "6 tháng 5" without a year may be anything but a day, unless it is called one.
    if (year === undefined && !/^ngày/iu.test(text)) return undefined;
    const window = dayWindow(year === undefined ? null : Number(year), Number(month), Number(day));
    return window && framed(window, groups, context, text);
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

/** "5/5/2021" · "trước ngày 30/6/2024" · "10/12 hàng năm" · "trước ngày 30/01 của năm Kế hoạch" */
export const dayInDigits: MentionRule<'deadline'> = {
  id: 'deadline.day-in-digits',
  kind: 'deadline',
  pattern:
    /(?<![\p{L}\p{N}]|\p{N}[.,/:-])(?<word>ngày\s{1,2})?(?<day>\d{1,2})(?:\s?\/\s?(?<month>\d{1,2})(?:\s?\/\s?(?<year>\d{4}))?|[.-](?<month2>\d{1,2})[.-](?<year2>\d{4}))(?![\p{L}\p{N}]|[.,/-]\d|\/\p{L}|-\p{L})/giu,
  read(groups, context, text) {
    const { day, month, month2, year, year2, word, after = '' } = groups;
    const of = year ?? year2;
    // "3/4" is a day only where it is called one or comes back every year.
    if (of === undefined && word === undefined && !/^,?\s(?:của\s)?(?:(?:hằng|hàng|mỗi)\snăm|năm\skế)/iu.test(after)) {
      return undefined;
    }
    const window = dayWindow(of === undefined ? null : Number(of), Number(month ?? month2), Number(day));
    return window && framed(window, groups, context, text);
  },
};
