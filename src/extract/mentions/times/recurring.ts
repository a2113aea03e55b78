import { type DeadlineValue, deadline, everyMonths } from '../../../language/calendar.ts';
import { keyOf, whole } from '../../../language/words.ts';
import type { MentionRule } from '../engine/rule.ts';
import { yearAtHand } from './binding-words.ts';

const EVERY: Readonly<Record<string, string>> = {
  năm: 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31',
  quý: 'FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1',
  qúy: 'FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1',
  quí: 'FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1',
  tháng: 'FREQ=MONTHLY;BYMONTHDAY=-1',
  tuần: 'FREQ=WEEKLY;BYDAY=SU',
  ngày: 'FREQ=DAILY',
};
const SPAN = '(?:năm|(?:qu[ýí]|qúy)|tháng|tuần|ngày)';

/** "hằng năm" · "mỗi quý" · "định kỳ hàng tháng" */
export const each: MentionRule<'deadline'> = {
  id: 'deadline.each',
  kind: 'deadline',
  pattern: whole(
    String.raw`(?<!(?:cây|cây\strồng)\s)(?:(?<!(?:ngân\ssách|dự\stoán|thường\sxuyên|biên\schế)\s)|(?=\p{L}+\s\p{L}+\s(?:tăng|giảm|đạt|phấn\sđấu)(?!\p{L})))(?:định\skỳ\s)?(?:hằng|hàng|mỗi|từng)\s(?<span>${SPAN})`,
  ),
  read({ span = '' }) {
    const rrule = EVERY[span.toLowerCase()];
    return rrule === undefined ? undefined : { value: deadline('recurring', { rrule }) };
  },
};

/** How many of a span: "nửa năm một lần" comes twice a year, "cách năm một lần" every second one. */
const MONTHS: Readonly<Record<string, number>> = {
  một: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  năm: 5,
  sáu: 6,
  mười: 10,
  nửa: 0.5,
  cách: 2,
};

/** "Định kỳ 6 tháng, hằng năm" · "06 tháng một lần" · "quý/lần" · "5 năm một lần" */
export const every: MentionRule<'deadline'> = {
  id: 'deadline.every',
  kind: 'deadline',
  pattern: whole(
    String.raw`(?<regular>định\skỳ\s(?:\(\s?)?)?(?:(?<n>\d{1,2}|một|hai|ba|bốn|năm|sáu|mười|nửa|cách)\s)?(?<span>tháng|năm|(?:qu[ýí]|qúy))(?<once>\s?/\s?(?:0?1\s|một\s)?lần|\s(?:0?1|một)\slần)?(?:(?:,|\svà)\s(?:(?:hằng|hàng)\s)?năm(?!\s\d))?`,
  ),
  read({ regular, n, span = '', once }) {
    if (regular === undefined && once === undefined) return undefined;
    const of = span.toLowerCase();
    const unit = of === 'năm' ? 12 : of === 'tháng' ? 1 : 3;
    const months = unit * (n === undefined ? 1 : (MONTHS[keyOf(n)] ?? Number(n)));
    const rrule = months === 0.5 ? 'FREQ=MONTHLY;BYMONTHDAY=15,-1' : everyMonths(months);
    return rrule === undefined ? undefined : { value: deadline('recurring', { rrule }) };
  },
};

/** "01 lần/năm" · "2 lần/năm" · "mỗi năm 2 lần": how often, as due dates */
export const frequency: MentionRule<'deadline'> = {
  id: 'deadline.frequency',
  kind: 'deadline',
  pattern: whole(
    String.raw`(?:(?:mỗi|hằng|hàng|một|0?1)\s(?<span2>năm|(?:qu[ýí]|qúy)|tháng)\s(?<n2>một|hai|ba|bốn|sáu|0?[1-46])\slần|(?<!(?:thiểu|nhất|dưới|đa|quá|hơn|từ|trên)\s)(?<n>0?[1-46]|một|hai)\slần\s?/\s?(?:0?1\s)?(?<span>năm|(?:qu[ýí]|qúy)|tháng))`,
  ),
  read({ n, n2, span, span2 }) {
    const of = (span ?? span2 ?? '').toLowerCase();
    const often = n ?? n2 ?? '1';
    const times = MONTHS[keyOf(often)] ?? Number(often);
    const unit = of === 'năm' ? 12 : of === 'tháng' ? 1 : 3;
    const rrule = unit % times === 0 ? everyMonths(unit / times) : undefined;
    return rrule === undefined ? undefined : { value: deadline('recurring', { rrule }) };
  },
};

/** "trước ngày 20 hằng tháng" · "ngày 15 của tháng cuối quý" */
export const dayOfEach: MentionRule<'deadline'> = {
  id: 'deadline.day-of-each',
  kind: 'deadline',
  pattern: whole(
    String.raw`(?:(?<lead>trước|chậm\snhất(?:\slà)?(?:\strước)?|vào|đến)\s)?ngày\s(?<day>\d{1,2})\s(?:của\s)?(?:(?<month>(?:hằng|hàng|mỗi)\stháng)|tháng\s(?<which>đầu|cuối(?:\scùng)?)\s(?:của\s)?(?:hằng\s|hàng\s|mỗi\s)?quý(?:\ssau|\stiếp\stheo)?)`,
  ),
  read({ lead = '', day, month, which = '' }) {
    const on = Number(day);
    if (on < 1 || on > 31) return undefined;
    const rrule =
      month === undefined
        ? `FREQ=YEARLY;BYMONTH=${/^đầu/iu.test(which) ? '1,4,7,10' : '3,6,9,12'};BYMONTHDAY=${on}`
        : `FREQ=MONTHLY;BYMONTHDAY=${on}`;
    return { value: deadline('recurring', { rrule, exclusive: /trước$/iu.test(lead) }) };
  },
};

const ofYear = (year: number, until: boolean): DeadlineValue =>
  until
    ? deadline('by', { end: `${year}-12-31` })
    : deadline('during', { start: `${year}-01-01`, end: `${year}-12-31` });

/** "trong năm Kế hoạch" · "đến cuối năm" · "được ban hành trong năm": once in each year that the plan is for */
export const planYear: MentionRule<'deadline'> = {
  id: 'deadline.plan-year',
  kind: 'deadline',
  pattern: whole(
    String.raw`(?:(?<until>đến|tới|hết)\s(?:hết\s)?)?(?:trong|cuối)\snăm(?<plan>\s(?:kế\shoạch|kh))?(?!\s(?:\d|qua|tới|học|trước|sau|nay|này|liền|đầu|thứ|tiếp|kế|sự|nhà|châu|tài))`,
  ),
  read({ until }, { singleYear, year }) {
    return {
      value:
        singleYear && year !== null
          ? ofYear(year, until !== undefined)
          : deadline('recurring', { rrule: 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31' }),
    };
  },
};

/** "Trong năm nay" · "đến hết năm nay" · "cuối năm nay": the year at hand */
export const thisYear: MentionRule<'deadline'> = {
  id: 'deadline.this-year',
  kind: 'deadline',
  pattern: whole(
    String.raw`(?:(?:trong|vào|ngay\strong)\s|(?<until>(?:đến|tới|hết|từ\snay\sđến)\s(?:hết\s|cuối\s)?))?(?:(?:đầu|giữa|cuối)\s)?năm\snay`,
  ),
  read({ until, before = '' }, context) {
    const year = yearAtHand(context);
    if (year === null || /(?<!\p{L})(?:cùng kỳ|so với|tháng|quý|\d)\s$/iu.test(before)) return undefined;
    return { value: ofYear(year, until !== undefined) };
  },
};
