import { monthsWindow } from '../dates.ts';
import type { Rule } from '../rule.ts';
import { AROUND, framed } from '../time-frame.ts';

/** "trong tháng 12/2021" · "đến tháng 6 năm 2025" · "tháng 01 của năm kế hoạch" */
export const month: Rule<'deadline'> = {
  id: 'deadline.month',
  kind: 'deadline',
  pattern: new RegExp(
    String.raw`(?<!\d\s|ngày\s)(?<![\p{L}\p{N}])(?=(?:(?:đầu|giữa|cuối)\s)?tháng\s\d)${AROUND.before}(?:(?:đầu|giữa|cuối)\s)?tháng\s(?<first>\d{1,2})(?:\s?[-–]\s?(?<last>\d{1,2})(?!\d))?(?:\s?[/-]\s?(?<year>\d{4})|\s(?:của\s)?năm\s(?<year2>\d{4}))?(?![\p{L}\p{N}]|/\d)${AROUND.after}`,
    'giu',
  ),
  read(groups, context, text) {
    const { first, last, year, year2 } = groups;
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
  pattern: new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?=(?:\d{1,2}|ba|sáu|chín)\stháng\s(?:đầu\s|cuối\s)?năm|nửa)${AROUND.before}(?:(?<n>\d{1,2}|ba|sáu|chín)\stháng|nửa)(?:\s(?<part>đầu|cuối))?(?:\scủa)?\snăm(?:\s(?<year>\d{4}))?(?![\p{L}\p{N}])${AROUND.after}`,
    'giu',
  ),
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
