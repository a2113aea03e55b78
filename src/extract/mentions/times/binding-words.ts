import type { Context } from '../../../knowledge/context.ts';
import { built, type Knowledge } from '../../../knowledge/knowledge.ts';
import { type DeadlineValue, deadline, isoOf, type Window, yearly } from '../../../language/calendar.ts';
import { vi } from '../../../language/pattern.ts';
import { anyOf, keyOf } from '../../../language/words.ts';
import type { Reading } from '../engine/rule.ts';
import { timeSources } from './time-sources.ts';

export type Binding = 'by' | 'before' | 'in' | 'since';
/** An hour between the word that binds and its day: "trước 17 giờ 00 ngày …". */
const CLOCK = String.raw`\d{1,2}\s?(?:giờ|[hg:])(?:\s?\d{2})?(?:\s?(?:phút|['’′]))?,?\s{1,3}`;
const BINDINGS = ['by', 'before', 'in', 'since'] as const;
const patternsOf = built(['figures', 'timeWords'], (tables) => {
  const { of, EACH, EACH_YEAR, QUARTER, PLAN_YEAR, AND, DAY, MONTH, OF, TO, YEAR } = timeSources(tables);
  const bindings = new Map<string, Binding>(
    tables.timeWords.flatMap(({ word, means }) => {
      const binding = BINDINGS.find((one) => means.includes(one));
      return binding === undefined ? [] : [[keyOf(word), binding] as const];
    }),
  );
  const SPAN = String.raw`(?:${QUARTER}|${MONTH})`;
  const REPORT = String.raw`báo\scáo\s(?:${YEAR}|${QUARTER}|(?:sáu|0?6)\s${MONTH})(?!\p{L})`;
  return {
    bindings,
    /** A range of quarters or months, written out. */
    RANGES: new RegExp(
      String.raw`(?<!\p{L})${SPAN}\s\S{1,4}\s?(?:[-–]|${TO})\s?(?:${SPAN}\s)?[\divx]{1,4}(?![\p{L}\p{N}])`,
      'iu',
    ),
    EACH_YEAR: new RegExp(String.raw`^,?\s{0,2}(?:${OF}\s)?${EACH_YEAR}`, 'iu'),
    /** More of the same before it comes back every year: "tháng 3, tháng 6 và tháng 9 hằng năm". */
    LISTED: new RegExp(
      String.raw`^(?:(?:,|\s${AND})\s(?:trước\s)?(?:(?:${DAY}|${SPAN})\s)?[\divx/]{1,5}(?:\s${MONTH}\s\d{1,2})?){1,11}\s${EACH_YEAR}`,
      'iu',
    ),
    PLAN_YEAR: vi`^,?\s(của\s|trong\s)?${PLAN_YEAR}`,
    OTHER_YEAR: new RegExp(
      String.raw`^,?\s(?:${OF}\s)?${YEAR}\s(?<side>${of('year-before')}|(?<later>${of('year-after')}))(?:\s(?:liền\skề|đó|liền\sđó))?(?:\s(?:${OF}\s)?${PLAN_YEAR.source})?(?![\p{L}\p{N}])`,
      'iu',
    ),
    ONWARD: new RegExp(
      String.raw`^(?:\s${of('onward')}|,?\s(?:${AND}\s)?(?:các|những)\s${YEAR}\s${of('years-on')})(?![\p{L}\p{N}])`,
      'iu',
    ),
    /** Read in the sentence of a day without a year: it comes back every year. */
    HABIT: new RegExp(String.raw`(?<!\p{L})(?:${EACH}\s${YEAR}|định\skỳ|${REPORT})(?!\p{L})[^.;]*$`, 'iu'),
    HABIT_AFTER: new RegExp(String.raw`^[^.;\d]{0,20}${REPORT}`, 'iu'),
    /** "… đạt 80%; định hướng đến năm 2030 đạt 90%" */
    REACHES: new RegExp(String.raw`^,?\s${of('says')}(?!\p{L})`, 'iu'),
    BINDING: new RegExp(
      String.raw`(?<![\p{L}\p{N}])(?<word>${anyOf([...bindings.keys()])})\s{1,3}(?:${of('between')}\s{1,3})?(?:${CLOCK})?$`,
      'iu',
    ),
    /** Read before the word that binds: "tầm nhìn đến năm 2045", "so với năm 2020". */
    OTHERWISE: new RegExp(
      String.raw`(?<![\p{L}\p{N}])(?:(?<vision>${of('vision')})(?:\s{1,3}${of('of-vision')})?|(?!sau\s{1,3}(?:đó|này|đại\s{1,3}học))${of('compared')}(?:\s{1,3}\p{L}{1,12}){0,2}|(?:khóa|khoá|lần\sthứ)\s{1,3}[ivxl\d]{1,6},?)\s{1,3}$`,
      'iu',
    ),
  };
});

/** "so với mức 65 USD/thùng năm 2006": only a time that nothing binds. */
const WITH_OTHER = vi`so (với|cùng)\s[^.;,]{0,45}$`;

/** Of another calendar: its months are not those that are written. */
const LUNAR = vi`^\s(âm lịch|ÂL)`;
const RANGE_YEAR = /^\s?(?:đến|tới|[-–])[^.;\n]{0,30}?(?<year>20\d{2})(?!\d)/iu;

/** "… đạt 80%; định hướng đến năm 2030 đạt 90%": an outlook that says by itself what is to be reached by then. */
function isOutlook(REACHES: RegExp, before: string, { groups }: RegExpExecArray, after: string): boolean {
  if (groups?.vision === undefined) return false;
  return REACHES.test(after)
    ? /(?:^|[,.;:(–-])\s*$/u.test(before)
    : /^,\s/u.test(after) && /(?:^|[.;]\s)$/u.test(before);
}
const THIS_YEAR = vi`^ nay`;

/** The year in which a text speaks: a plan's only year, else that of its date. Null where neither is known. */
export const yearAtHand = ({ singleYear, year, date }: Context): number | null =>
  singleYear ? year : date === null ? null : Number(date.slice(0, 4));

/** The word right before a time that says how it binds, and where that word begins. */
export function bindingBefore(
  knowledge: Knowledge,
  before: string,
): { readonly binding: Binding | undefined; readonly start: number } {
  const { bindings, BINDING } = patternsOf(knowledge);
  const bound = BINDING.exec(before);
  if (bound === null) return { binding: undefined, start: before.length };
  return { binding: bindings.get(keyOf(bound.groups?.word ?? '')), start: bound.index };
}

/**
 * Reads how a written time binds from the words around it.
 *
 * @param text the match itself
 * @returns undefined where the time is no deadline ("tầm nhìn đến năm 2045") or its year is not known
 */
export function framed(
  window: Window,
  groups: Readonly<Record<string, string | undefined>>,
  context: Context,
  text: string,
): Reading<'deadline'> | undefined {
  const { before = '', after = '' } = groups;
  const { binding, start } = bindingBefore(context.knowledge, before);
  const { OTHERWISE, REACHES, ONWARD, LISTED, HABIT, HABIT_AFTER, RANGES } = patternsOf(context.knowledge);
  const otherwise = OTHERWISE.exec(before.slice(0, start));
  if (
    LUNAR.test(after) ||
    (otherwise !== null && !isOutlook(REACHES, before.slice(0, otherwise.index), otherwise, after))
  )
    return undefined;
  if (binding === undefined && WITH_OTHER.test(before)) return undefined;
  const { first: opens, last: closes } = window;
  // "tính đến ngày 31/7/2024" dates a figure.
  if (opens === closes && binding === 'by' && /tính\s$/iu.test(before.slice(0, start))) return undefined;
  const from = start - before.length;
  if (window.last.year === null) {
    const recurring = eachYear(window, binding, after, context);
    if (recurring !== undefined) return { value: recurring.value, from, to: text.length + recurring.length };
  }
  const onward = ONWARD.exec(after);
  if (closes.year === null && LISTED.test(after)) {
    return {
      value: deadline('recurring', { rrule: yearly(closes), exclusive: binding === 'before' }),
      from,
      to: text.length,
    };
  }
  const habit = HABIT.test(before.slice(0, start)) || HABIT_AFTER.test(after);
  if (closes.year === null && opens === closes && habit && !context.singleYear) {
    const exclusive = binding === 'before';
    return { value: deadline('recurring', { rrule: yearly(closes), exclusive }), from, to: text.length };
  }
  const year = window.last.year ?? rangeYear(after) ?? (THIS_YEAR.test(after) ? yearAtHand(context) : context.year);
  if (year === null) return undefined;
  const first = isoOf(window.first, year);
  const last = isoOf(window.last, year);
  // "từ quý II đến quý IV" says where it ends.
  const ranges = (closes.year ?? 0) > (opens.year ?? 0) || RANGES.test(text);
  if (onward !== null || (binding === 'since' && !ranges)) {
    return { value: deadline('during', { start: first }), from, to: text.length + (onward?.[0].length ?? 0) };
  }
  return { value: bind(binding, first, last), from, to: text.length };
}

function bind(binding: Binding | undefined, first: string, last: string): DeadlineValue {
  if (binding === 'by') return deadline('by', { end: last });
  // "trước tháng 6" ends where June begins.
  if (binding === 'before') return deadline('by', { end: first, exclusive: true });
  return deadline('during', { start: first, end: last });
}

const rangeYear = (after: string): number | undefined => {
  const year = RANGE_YEAR.exec(after)?.groups?.year;
  return year === undefined ? undefined : Number(year);
};

/** "hằng năm", "của năm kế hoạch", "năm trước liền kề của năm kế hoạch" after a day, month or quarter. */
function eachYear(
  { first, last }: Window,
  binding: Binding | undefined,
  after: string,
  context: Context,
): { readonly value: DeadlineValue; readonly length: number } | undefined {
  const { OTHER_YEAR, PLAN_YEAR, EACH_YEAR } = patternsOf(context.knowledge);
  const other = OTHER_YEAR.exec(after);
  const plan = other ?? PLAN_YEAR.exec(after);
  const tail = plan ?? EACH_YEAR.exec(after);
  if (tail === null) return undefined;
  const planYearOffset = other === null ? 0 : other.groups?.later !== undefined ? 1 : -1;
  const exclusive = binding === 'before';
  const due = exclusive ? first : last;
  if (plan !== null && context.singleYear && context.year !== null) {
    const year = context.year + planYearOffset;
    const value = bind(binding === 'since' ? undefined : binding, isoOf(first, year), isoOf(last, year));
    return { value: { ...value, planYearOffset }, length: tail[0].length };
  }
  return {
    value: deadline('recurring', { rrule: yearly(due), planYearOffset, exclusive }),
    length: tail[0].length,
  };
}
