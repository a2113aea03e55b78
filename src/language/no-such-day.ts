import { dayWindow } from './calendar.ts';
import { vi } from './pattern.ts';
import type { Range } from './sentences.ts';

/** A day, month and year in digits, or called a day; months beyond the twelfth only where it is called one. */
const DAYS =
  /(?<![\p{L}\p{N}]|\p{N}[.,/:-])(?<word>ngày\s{1,3})?(?<day>\d{1,2})(?:\s?(?<mark>[/.-])\s?|\s{1,3}tháng\s{1,3})(?<month>\d{1,2})(?:(?:\s?\k<mark>\s?|\s{1,3}năm\s{1,3})(?<year>\d{4}))?(?![\p{L}\p{N}]|[.,/-]\d|\/\p{L})/giu;
/** What is in any of them. */
const LIKE_DAYS = /\d\s?[/.-]\s?\d|\d\s{1,3}tháng/iu;
/** Before a number of a document, or of a part of one. */
const NUMBER = vi`(số|mục|điểm|khoản|điều|phiên bản|bảng|biểu|hình)\s*$`;

/** What is written as a day and is none: "ngày 31/6", "29/02/2026". */
export function noSuchDays(text: string): Range[] {
  if (!LIKE_DAYS.test(text)) return [];
  return [...text.matchAll(DAYS)].flatMap((match) => {
    const { word, day, month, mark, year } = match.groups ?? {};
    // "31/6" may be a share, and "15.13" a decimal.
    if (word === undefined && year === undefined) return [];
    if (mark !== undefined && mark !== '/' && year === undefined) return [];
    if (word === undefined && (Number(month) > 12 || Number(day) > 31 || Number(day) < 1 || Number(month) < 1))
      return [];
    if (NUMBER.test(text.slice(Math.max(0, match.index - 20), match.index))) return [];
    const written = year === undefined ? null : Number(year);
    if (written !== null && (written < 1945 || written > 2110)) return [];
    if (dayWindow(written, Number(month), Number(day)) !== undefined) return [];
    return [{ start: match.index, end: match.index + match[0].length }];
  });
}
