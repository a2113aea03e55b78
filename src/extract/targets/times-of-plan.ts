import type { Mention } from '../../model/mention.ts';
import type { Deadline } from '../../model/record.ts';
import type { Plan } from '../document/plan.ts';

/** "Trong năm có 3 đợt bão" under "TÌNH HÌNH NĂM 2024", or "6 THÁNG ĐẦU NĂM 2024": the year is that of the heading. */
export function ofYearAbove(mentions: readonly Mention[], above: Deadline | null): readonly Mention[] {
  const year = above?.end?.slice(0, 4);
  if (above?.type !== 'during' || year === undefined || above.start?.slice(0, 4) !== year) return mentions;
  const [start, end] = [`${year}-01-01`, `${year}-12-31`];
  return mentions.map((mention) => {
    if (mention.kind !== 'deadline' || !YEAR_AT_HAND.test(mention.text)) return mention;
    const { value } = mention;
    // In a plan for several years, "trong năm" alone comes back each year.
    if (value.type === 'recurring') {
      const until = UNTIL_ITS_END.test(mention.text);
      return {
        ...mention,
        value: { ...value, type: until ? 'by' : 'during', start: until ? null : start, end, rrule: null },
      };
    }
    return value.end === null ? mention : { ...mention, value: { ...value, start: value.start && start, end } };
  });
}

const UNTIL_ITS_END = /^(?:đến|tới|hết)\s/iu;

const YEAR_AT_HAND = /(?:^|\s)(?:trong|cuối|hết|cả)\snăm$/iu;

/** A year that was over when the plan began can only be reported on. */
export const isPast = (time: Deadline | null, planYear: number | null): boolean =>
  time?.type !== 'recurring' && time?.end != null && planYear !== null && Number(time.end.slice(0, 4)) < planYear;

/** A sentence that opens with a year that was over when its article was posted tells of it: "Năm 2024, …". By when old plans aimed at something, a page may show years later. */
export const isToldOf = (time: Deadline | null, { context, toldIn }: Plan): boolean =>
  isPast(time, context.year) || (time?.type === 'during' && isPast(time, toldIn));

/** Days and months that were over when a text was issued, or its very day: "Đến 12 giờ ngày 21/11/2025, …". Whole years are told by `isPast`. */
export const isOver = (time: Deadline | null, date: string | null): boolean =>
  (time?.type === 'by' || time?.type === 'during') &&
  time.end !== null &&
  !time.exclusive &&
  !/^(?:chậm|muộn)\s/iu.test(time.text) &&
  date !== null &&
  !isOfYears(time) &&
  (time.end < date || (time.end === date && time.start === null));

/** A year that comes after that of the document can only be aimed at. */
export function isAhead(time: Deadline | null, date: string | null): boolean {
  if (time === null || date === null) return false;
  const from = time.type === 'by' ? time.end : time.type === 'during' && isOfYears(time) ? time.start : null;
  return from !== null && from.slice(0, 4) > date.slice(0, 4);
}

/** Whole years: "5 tháng đầu năm 2025" is told of when it is over. */
export const isOfYears = ({ start, end }: Deadline): boolean =>
  (start === null || start.endsWith('-01-01')) && (end === null || end.endsWith('-12-31'));

const LATEST = new WeakMap<Plan, string>();

/** The latest year of a day that a text without a date of its own names: beyond it, what is to be reached by a year is aimed at. */
export function latestIn(plan: Plan): string {
  const known = LATEST.get(plan);
  if (known !== undefined) return known;
  const latest = lastYear(plan.laid.text, DAY_OR_STATE) ?? lastYear(plan.laid.text, COMPARED) ?? '0000';
  LATEST.set(plan, latest);
  return latest;
}

const lastYear = (text: string, said: RegExp): string | undefined =>
  [...text.matchAll(said)]
    .map(({ groups }) => groups?.year ?? groups?.of ?? '')
    .sort()
    .at(-1);

/** Days that are no deadlines, and years whose state is told: not the "ước năm" of "trước năm 2030". */
const DAY_OR_STATE =
  /(?<!\d)(?<!(?:trước|hết|hạn|chậm nhất|(?<!tính )đến)\s(?:là\s)?(?:ngày\s)?)\d{1,2}(?:[/.-]\d{1,2}[/.-]|\stháng\s\d{1,2}\snăm\s)(?<year>20\d\d)(?!\d)|(?<!\p{L})(?:hiện trạng|tính đến|kết quả|ước)\s(?:hết\s)?năm\s(?<of>20\d\d)/giu;

/** Plans compare with years to come too. */
const COMPARED = /(?<!\p{L})so với\s(?:hết\s)?năm\s(?<of>20\d\d)/giu;
