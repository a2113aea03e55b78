import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import type { IssueWordMeaning } from '../../knowledge/word-tables.ts';
import { isoDate } from '../../language/calendar.ts';
import { dateSources } from '../../language/dates.ts';
import { viMeaning } from '../../language/pattern.ts';
import { SOURCE_MARK } from '../../language/source-mark.ts';

/** "Ngày 28-9, UBND tỉnh …", "(QNO) - Ngày 13.3, …", "Chiều 5/6, …", "Hôm nay (27/8), …": the day with which a sentence opens; its year is not said. */
const dayOf = built(['issueWords', 'timeWords'], (tables) => {
  const { DAY, YEAR: OF_YEAR, BEFORE_MONTH } = dateSources(tables);
  const words = (meaning: IssueWordMeaning): string => viMeaning(tables.issueWords, meaning).source;
  return new RegExp(
    String.raw`^[^\p{L}]{0,4}(?:${SOURCE_MARK}|(?:\([^()\n]{1,30}\)\s?|[\p{L}\d.]{2,14}(?:vn)?\s?)?[-–—]?)\s*(?:(?:vào\s+)?(?:lúc|hồi)\s+\d{1,2}\s?(?:h|giờ|g)\s?\d{0,2}(?:\s+phút)?,?\s+)?(?:${words('just-now')},?\s+)?(?:${words('of-day')}(?:\s+(?:nay|qua))?,?\s+)?\(?(?:${DAY}\s+)?(?<day>\d{1,2})${BEFORE_MONTH}(?<month>\d{1,2})(?!\s?[/.-]?\d|\s+${OF_YEAR})\)?(?=\s*[,)]|\s+\p{L})`,
    'iu',
  );
});
/** When a page was posted, with the year: "29/09/2022 - 06:26", "Thứ Năm, 27/08/2021". */
const POSTED = /(?<![\d/.-])(?<day>\d{1,2})[/.-](?<month>\d{1,2})[/.-](?<year>20\d\d)(?!\d)/gu;
/** A line that holds a date and no more than its name: no sentence that tells of another day. */
const LONGEST_LINE = 60;
/** A headline may end with it: "… nông thôn mới (21/09/2021)". */
const ENDS_POSTED = /\(\d{1,2}[/.-]\d{1,2}[/.-]20\d\d\)\s*$/u;
const YEAR = /(?<!\d|\d[./-])20\d\d(?!\d)/gu;

/** Whether a sentence opens with a day. */
export const dayAt = (knowledge: Knowledge, before: string): boolean => dayOf(knowledge).test(before);

/**
 * The day on which a plan was issued, where the sentence that says so opens with a day and a month alone. The year is that of the page,
 * else the only one that the sentence speaks of; late in a year, plans are made for the next.
 *
 * @param before the sentence up to what was issued
 * @param sentence the whole of it
 * @param page the text that it stands in
 */
export function dayOfIssue(knowledge: Knowledge, before: string, sentence: string, page: string): string | undefined {
  const { day, month } = dayOf(knowledge).exec(before)?.groups ?? {};
  if (day === undefined || month === undefined) return undefined;
  const posted = postedOn(page);
  if (posted !== undefined) {
    const last = Number(posted.slice(0, 4));
    // A plan of December may be told in January.
    const of = [last, last - 1].map((year) => isoDate(String(year), month, day));
    return of.find((date) => date !== undefined && date <= posted);
  }
  const years = new Set([...sentence.matchAll(YEAR)].map(([year]) => year));
  const [year] = years;
  return year === undefined || years.size > 1 || Number(month) > LAST_OF_ITS_YEAR
    ? undefined
    : isoDate(year, month, day);
}

/** When a page was posted, where a line of its beginning says so. */
export function postedOn(page: string): string | undefined {
  for (const line of page.split('\n', 40)) {
    if (line.length > LONGEST_LINE && !ENDS_POSTED.test(line)) continue;
    for (const { groups } of line.matchAll(POSTED)) {
      const posted = isoDate(groups?.year ?? '', groups?.month ?? '', groups?.day ?? '');
      if (posted !== undefined) return posted;
    }
  }
  return undefined;
}

/** From the month behind it on, a plan may be for the next year. */
const LAST_OF_ITS_YEAR = 10;
