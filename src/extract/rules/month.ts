import { monthsWindow } from '../dates.ts';
import type { Rule } from '../rule.ts';
import { framed } from '../time-frame.ts';

/** "trong tháng 12/2021" · "đến tháng 6 năm 2025" · "tháng 01 của năm kế hoạch" */
export const month: Rule<'deadline'> = {
  id: 'deadline.month',
  kind: 'deadline',
  pattern:
    /(?<![\p{L}\p{N}])(?:(?:đầu|giữa|cuối)\s)?tháng\s(?<first>\d{1,2})(?:\s?[-–]\s?(?<last>\d{1,2})(?!\d))?(?:\s?[/-]\s?(?<year>\d{4})|\s(?:của\s)?năm\s(?<year2>\d{4}))?(?![\p{L}\p{N}]|\/\d)/giu,
  read(groups, context, text) {
    const { first, last, year, year2, before = '' } = groups;
    // "12 tháng 6" belongs to a day, "ngày … tháng 5" is still to be filled in.
    if (/(?:\d|ngày)\s$/iu.test(before)) return undefined;
    const of = year ?? year2;
    const window = monthsWindow(of === undefined ? null : Number(of), Number(first), Number(last ?? first));
    return window && framed(window, groups, context, text);
  },
};

const COUNTS: Readonly<Record<string, number>> = { ba: 3, sáu: 6, chín: 9 };

/** "6 tháng đầu năm 2024" · "9 tháng năm 2025" · "6 tháng cuối năm" · "nửa đầu năm 2025" */
export const partOfYear: Rule<'deadline'> = {
  id: 'deadline.part-of-year',
  kind: 'deadline',
  pattern:
    /(?<![\p{L}\p{N}])(?:(?<n>\d{1,2}|ba|sáu|chín)\stháng|nửa)(?:\s(?<part>đầu|cuối))?(?:\scủa)?\snăm(?:\s(?<year>\d{4}))?(?![\p{L}\p{N}])/giu,
  read(groups, context, text) {
    const { n = '6', part, year } = groups;
    if (part === undefined && year === undefined) return undefined;
    const months = COUNTS[n.toLowerCase()] ?? Number(n);
    if (months < 1 || months > 11) return undefined;
    const late = part?.toLowerCase() === 'cuối';
    const of = year === undefined ? null : Number(year);
    const window = late ? monthsWindow(of, 13 - months, 12) : monthsWindow(of, 1, months);
    return window && framed(window, groups, context, text);
  },
};
