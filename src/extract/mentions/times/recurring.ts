import { type DeadlineValue, deadline, everyMonths } from '../../../language/calendar.ts';
import { keyOf, whole } from '../../../language/words.ts';
import type { MentionRule } from '../engine/rule.ts';
import { yearAtHand } from './binding-words.ts';
import { type TimeTables, timeSources } from './time-sources.ts';

/** "hằng năm" · "mỗi quý" · "định kỳ hàng tháng" */
export const each = (tables: TimeTables): MentionRule<'deadline'> => {
  const { of, EACH, SPAN, spans } = timeSources(tables);
  return {
    id: 'deadline.each',
    kind: 'deadline',
    pattern: whole(
      String.raw`(?<!${of('yearly')}\s)(?:(?<!${of('yearly-noun')}\s)|(?=\p{L}+\s\p{L}+\s(?:tăng|giảm|đạt|phấn\sđấu)(?!\p{L})))(?:định\skỳ\s)?${EACH}\s(?<span>${SPAN})`,
    ),
    read({ span = '' }) {
      const rrule = spans.get(keyOf(span))?.every;
      return rrule === undefined ? undefined : { value: deadline('recurring', { rrule }) };
    },
  };
};

/** "Định kỳ 6 tháng, hằng năm" · "06 tháng một lần" · "quý/lần" · "5 năm một lần" */
export const every = (tables: TimeTables): MentionRule<'deadline'> => {
  const { EACH, NUMBER, LONG_SPAN, numbers, spans, AND, YEAR } = timeSources(tables);
  return {
    id: 'deadline.every',
    kind: 'deadline',
    pattern: whole(
      String.raw`(?<regular>định\skỳ\s(?:\(\s?)?)?(?:(?<n>\d{1,2}|${NUMBER})\s)?(?<span>${LONG_SPAN})(?<once>\s?/\s?(?:0?1\s|một\s)?lần|\s(?:0?1|một)\slần)?(?:(?:,|\s${AND})\s(?:${EACH}\s)?${YEAR}(?!\s\d))?`,
    ),
    read({ regular, n, span = '', once }) {
      if (regular === undefined && once === undefined) return undefined;
      const unit = spans.get(keyOf(span))?.months ?? 0;
      const months = unit * (n === undefined ? 1 : (numbers.get(keyOf(n)) ?? Number(n)));
      const rrule = months === 0.5 ? 'FREQ=MONTHLY;BYMONTHDAY=15,-1' : everyMonths(months);
      return rrule === undefined ? undefined : { value: deadline('recurring', { rrule }) };
    },
  };
};

/** "01 lần/năm" · "2 lần/năm" · "mỗi năm 2 lần": how often, as due dates */
export const frequency = (tables: TimeTables): MentionRule<'deadline'> => {
  const { EACH, NUMBER, LONG_SPAN, COMPARED, numbers, spans } = timeSources(tables);
  return {
    id: 'deadline.frequency',
    kind: 'deadline',
    pattern: whole(
      String.raw`(?:(?:${EACH}|một|0?1)\s(?<span2>${LONG_SPAN})\s(?<n2>${NUMBER}|0?[1-46])\slần|(?<!${COMPARED}\s)(?<n>0?[1-46]|${NUMBER})\slần\s?/\s?(?:0?1\s)?(?<span>${LONG_SPAN}))`,
    ),
    read({ n, n2, span, span2 }) {
      const unit = spans.get(keyOf(span ?? span2 ?? ''))?.months ?? 0;
      const often = n ?? n2 ?? '1';
      const times = numbers.get(keyOf(often)) ?? Number(often);
      const rrule = unit % times === 0 ? everyMonths(unit / times) : undefined;
      return rrule === undefined ? undefined : { value: deadline('recurring', { rrule }) };
    },
  };
};

/** "trước ngày 20 hằng tháng" · "ngày 15 của tháng cuối quý" · "trước 20 hằng tháng" */
export const dayOfEach = (tables: TimeTables): MentionRule<'deadline'> => {
  const { of, EACH, QUARTER, DAY, MONTH, OF } = timeSources(tables);
  return {
    id: 'deadline.day-of-each',
    kind: 'deadline',
    pattern: whole(
      String.raw`(?:(?:(?<lead>${of('by', 'before', 'in')})\s)?${DAY}\s|(?<bare>${of('before')})\s(?=\d{1,2}\s(?:${OF}\s)?${EACH}\s${MONTH}))(?<day>\d{1,2})\s(?:${OF}\s)?(?:(?<month>${EACH}\s${MONTH})|${MONTH}\s(?<which>đầu|cuối(?:\scùng)?)\s(?:${OF}\s)?(?:${EACH}\s)?${QUARTER}(?:\s${of('year-after')})?)`,
    ),
    read({ bare, lead = bare ?? '', day, month, which = '' }) {
      const on = Number(day);
      if (on < 1 || on > 31) return undefined;
      const rrule =
        month === undefined
          ? `FREQ=YEARLY;BYMONTH=${/^đầu/iu.test(which) ? '1,4,7,10' : '3,6,9,12'};BYMONTHDAY=${on}`
          : `FREQ=MONTHLY;BYMONTHDAY=${on}`;
      return { value: deadline('recurring', { rrule, exclusive: /trước$/iu.test(lead) }) };
    },
  };
};

const ofYear = (year: number, until: boolean): DeadlineValue =>
  until
    ? deadline('by', { end: `${year}-12-31` })
    : deadline('during', { start: `${year}-01-01`, end: `${year}-12-31` });

/** "trong năm Kế hoạch" · "đến cuối năm" · "hết năm" · "được ban hành trong năm": once in each year that the plan is for */
export const planYear = (tables: TimeTables): MentionRule<'deadline'> => {
  const { of, OTHER_YEAR, spans, TO, YEAR } = timeSources(tables);
  return {
    id: 'deadline.plan-year',
    kind: 'deadline',
    pattern: whole(
      String.raw`(?:(?:(?<until>${TO}|hết)\s(?:hết\s)?)?(?:trong|cuối)|(?<all>(?:(?:${TO})\s)?hết))\s${YEAR}(?<plan>\s(?:kế\shoạch|kh))?(?!\s(?:\d|${OTHER_YEAR}|${of('no-year')}))`,
    ),
    read({ until, all }, { singleYear, year }) {
      return {
        value:
          singleYear && year !== null
            ? ofYear(year, (until ?? all) !== undefined)
            : deadline('recurring', { rrule: spans.get('năm')?.every ?? null }),
      };
    },
  };
};

/** "Trong năm nay" · "đến hết năm nay" · "cuối năm nay": the year at hand */
export const thisYear = (tables: TimeTables): MentionRule<'deadline'> => {
  const { of, PART, LONG_SPAN, YEAR } = timeSources(tables);
  const OTHERWISE = new RegExp(String.raw`(?:(?<!\p{L})(?:${of('compared')}|${LONG_SPAN})|\d)\s$`, 'iu');
  return {
    id: 'deadline.this-year',
    kind: 'deadline',
    pattern: whole(String.raw`(?:${of('in')}\s|(?<until>${of('by')}\s(?:(?:hết|cuối)\s)?))?(?:${PART}\s)?${YEAR}\snay`),
    read({ until, before = '' }, context) {
      const year = yearAtHand(context);
      if (year === null || OTHERWISE.test(before)) return undefined;
      return { value: ofYear(year, until !== undefined) };
    },
  };
};

const FIGURE_BEHIND = /^\s(?:(?:ước|phấn\sđấu|dự\skiến)\s)?(?:đạt|là|tăng|giảm)\s(?:\p{Ll}+\s){0,2}\d/iu;
/** "6 tháng cuối năm đạt 11%, cả năm đạt 10%", "thu ngân sách cả năm đạt 4.500 tỷ đồng": the whole of the year at hand, where a clause begins with it or its figure stands behind it */
export const wholeYear = (tables: TimeTables): MentionRule<'deadline'> => {
  const { of, OTHER_YEAR, YEAR } = timeSources(tables);
  const OPENS = new RegExp(String.raw`(?:^|[,;:.(–-]\s?|(?<!\p{L})(?:${of('opens-year')})\s)$`, 'iu');
  return {
    id: 'deadline.whole-year',
    kind: 'deadline',
    pattern: whole(String.raw`cả\s${YEAR}(?=,?\s[\p{L}\d])(?!\s(?:20\d\d|${OTHER_YEAR}|${of('no-year')}))`),
    read({ before = '', after = '' }, context) {
      const year = yearAtHand(context);
      return year === null || !(OPENS.test(before) || FIGURE_BEHIND.test(after))
        ? undefined
        : { value: ofYear(year, false) };
    },
  };
};
