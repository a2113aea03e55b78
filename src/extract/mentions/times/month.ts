import { monthsWindow } from '../../../language/calendar.ts';
import type { MentionRule } from '../engine/rule.ts';
import { framed } from './binding-words.ts';

/** "trong tháng 12/2021" · "đến tháng 6 năm 2025" · "tháng 01 của năm kế hoạch" */
export const month: MentionRule<'deadline'> = {
  id: 'deadline.month',
  kind: 'deadline',
  pattern:
    /(?<![\p{L}\p{N}])(?:(?:đầu|giữa|cuối)\s)?tháng\s(?<first>\d{1,2})(?:\s?(?:[-–]|(?:,|và)(?=[^/]{1,10}(?:\/\d{4}|năm\s\d{4})))\s?(?:tháng\s)?(?<last>\d{1,2})(?!\d))?(?:\s?[/-]\s?(?<year>\d{4})|\s(?:của\s)?năm\s(?<year2>\d{4}))?(?![\p{L}\p{N}]|\/\d)/giu,
  read(groups, context, text) {
    const { first, last, year, year2, before = '' } = groups;
    // "12 tháng 6" belongs to a day, "ngày … tháng 5" is still to be filled in.
    if (/(?:\d|ngày)\s$/iu.test(before)) return undefined;
    const of = year ?? year2;
    const window = monthsWindow(of === undefined ? null : Number(of), Number(first), Number(last ?? first));
    return window && framed(window, groups, context, text);
  },
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

const COUNTS: Readonly<Record<string, number>> = { ba: 3, sáu: 6, chín: 9 };

/** After "năm": it is another than the plan's, which is read where all times are bound. */
const OTHER = String.raw`\s(?:trước|sau|liền|kế|tiếp|tới|ngoái|kh)(?!\p{L})`;

/** "6 tháng đầu năm 2024" · "9 tháng năm 2025" · "6 tháng cuối năm" · "nửa đầu năm 2025" · "6 tháng đầu năm sau" */
export const partOfYear: MentionRule<'deadline'> = {
  id: 'deadline.part-of-year',
  kind: 'deadline',
  pattern: new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:(?<n>\d{1,2}|ba|sáu|chín)\stháng|nửa)(?![\p{L}\p{N}])(?:\s(?<part>đầu|cuối))?(?:(?:\scủa)?\snăm(?!${OTHER})(?:\s(?<year>\d{4}))?(?![\p{L}\p{N}])|(?=\s(?:của\s)?(?:năm${OTHER}|(?:hằng|hàng|mỗi)\snăm(?!\p{L}))))`,
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
