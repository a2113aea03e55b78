import { deadline, yearsWindow } from '../../../language/calendar.ts';
import type { MentionRule } from '../engine/rule.ts';
import { bindingBefore, framed } from './binding-words.ts';
import { type TimeTables, timeSources } from './time-sources.ts';

const Y = String.raw`\d{4}(?![\p{L}\p{N}])`;

/** "Đến năm 2025" · "vào năm 2025" · "trong hai năm 2021 và 2022" · "từ năm 2025 trở đi" · "trước năm 2025" */
export const year = (tables: TimeTables): MentionRule<'deadline'> => {
  const { of, PART, AND, YEAR } = timeSources(tables);
  /** "38 nghìn người vào năm 2025 và năm 2030 là 45 nghìn người": the second year has its own figure. */
  const OWN = String.raw`\d{4}\s${of('says')}(?!\p{L})`;
  return {
    id: 'deadline.year',
    kind: 'deadline',
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}])(?:${PART}\s)?${YEAR}\s(?<first>${Y})(?:\s?(?:,|[-–]|${AND})\s?(?:${YEAR}\s(?!${OWN}))?(?<last>${Y})){0,9}`,
      'giu',
    ),
    read(groups, context, text) {
      const { first, last, before = '' } = groups;
      // "ngày … tháng … năm 2024" is still to be filled in; the year of "9 tháng năm 2025" belongs to its months.
      if (/(?:tháng[\s.…_/]{1,12}|\d\s)$/iu.test(before)) return undefined;
      const from = apart(text) ? last : first;
      const window = yearsWindow(Number(from), Number(last ?? first));
      return window && framed(window, groups, context, text);
    },
  };
};

/** "Kế hoạch năm 2023, tỉnh dự kiến đón …": what is planned for then; no document is named by itself at the head of a sentence. */
export const plannedYear: MentionRule<'deadline'> = {
  id: 'deadline.planned-year',
  kind: 'deadline',
  pattern: new RegExp(String.raw`(?<!\p{L})(?:theo\s)?kế\shoạch\snăm\s(?<year>${Y})(?=,\s\p{L})`, 'giu'),
  read({ year, before = '' }) {
    if (!/(?:^(?:[-–+•]\s)?|[.;:]\s)$/u.test(before)) return undefined;
    const window = yearsWindow(Number(year), Number(year));
    return window && { value: deadline('during', { start: `${year}-01-01`, end: `${year}-12-31` }) };
  },
};

/** "các năm 2027, 2029": years that are named one by one, with others between, are no span. The last is when all is due. */
function apart(text: string): boolean {
  const years = [...text.matchAll(/\d{4}/gu)].map(([year]) => Number(year));
  return !/[-–]/u.test(text) && years.some((year, i) => i > 0 && year - (years[i - 1] ?? year) > 1);
}

/** "trong năm học 2026-2027": from September to May. Bound by nothing, it names what is spoken of. */
export const schoolYear: MentionRule<'deadline'> = {
  id: 'deadline.school-year',
  kind: 'deadline',
  pattern: /(?<![\p{L}\p{N}])năm\shọc\s(?<first>20\d{2})\s?(?:[-–—/]|đến)\s?(?<last>20\d{2})(?![\p{L}\p{N}])/giu,
  read(groups, context, text) {
    const { first, last, before = '', after = '' } = groups;
    const opens = /(?:^|[:;.]\s)$/u.test(before) && /^\s?[,:]/u.test(after);
    if (Number(last) !== Number(first) + 1) return undefined;
    const { binding } = bindingBefore(context.knowledge, before);
    if (binding === undefined && !opens) return undefined;
    const window = {
      first: { year: Number(first), month: 9, day: 1 },
      last: { year: Number(last), month: 5, day: 31 },
    };
    const reading = framed(window, groups, context, text);
    return reading !== undefined && binding === 'since'
      ? { ...reading, value: deadline('during', { start: `${first}-09-01` }) }
      : reading;
  },
};

/** "vụ mùa 2027", "vụ đông xuân 2026 - 2027": the years in which the crop stands. */
export const cropSeason: MentionRule<'deadline'> = {
  id: 'deadline.crop-season',
  kind: 'deadline',
  pattern: new RegExp(
    String.raw`(?<![\p{L}\p{N}])vụ\s(?<season>\p{L}{2,5}(?:(?:\s|\s?[-–]\s?)\p{L}{2,5}){0,2})\s(?:năm\s)?(?<first>${Y})(?:\s?[-–/]\s?(?<last>${Y}))?`,
    'giu',
  ),
  read(groups, context, text) {
    const seasons = context.knowledge.timeWords.flatMap((row) => (row.means.includes('season') ? [row.word] : []));
    const { season = '', first, last } = groups;
    const words = season.toLowerCase().split(/[\s–-]+/u);
    // "nhiệm vụ mùa hè 2026" is about no crop.
    if (
      !words.every((word) => seasons.includes(word)) ||
      (words.indexOf('mùa') !== words.length - 1 && words.includes('mùa'))
    )
      return undefined;
    const window = yearsWindow(Number(first), Number(last ?? first));
    return window && framed(window, groups, context, text);
  },
};

/** "giai đoạn 2021-2025" · "nhiệm kỳ 2020 - 2025" · "thời kỳ 2021-2030" · "giai đoạn từ năm 2021 đến năm 2025" */
export const period = (tables: TimeTables): MentionRule<'deadline'> => {
  const { of, TO, YEAR } = timeSources(tables);
  return {
    id: 'deadline.period',
    kind: 'deadline',
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}])(?:${of('stage')}(?:\s(?:\d|[ivx]{1,3})\s?[:,]?)?|các\s${YEAR}|\d{1,2}\s${YEAR})\s(?:(?:0?5|10)\s${YEAR}\s)?(?:từ\s)?(?:${YEAR}\s)?(?:\(\s?)?(?<first>${Y})\s?(?:[-–—]|${TO})\s?(?:hết\s)?(?:${YEAR}\s)?(?<last>${Y})(?:\s?\))?`,
      'giu',
    ),
    read(groups, context, text) {
      const { first, last } = groups;
      const window = yearsWindow(Number(first), Number(last));
      return window && framed(window, groups, context, text);
    },
  };
};

/** A cell that holds nothing but "2026" or "2025 - 2030", or says before it that this is a time. */
export const yearsAlone = (tables: TimeTables): MentionRule<'deadline'> => {
  const { of } = timeSources(tables);
  return {
    id: 'deadline.years-alone',
    kind: 'deadline',
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}])(?<=^(?:[^:\n]{0,30}${of('heads')}[^:\n]{0,30}:\s)?)(?<first>20\d{2})(?:\s?[-–—]\s?(?<last>20\d{2}))?(?=\.?$)`,
      'giu',
    ),
    read(groups, context, text) {
      const { first, last } = groups;
      const window = yearsWindow(Number(first), Number(last ?? first));
      return window && framed(window, groups, context, text);
    },
  };
};

/** "đến 2030 đạt 95%" · "từ 2025 trở đi": a year that is only called one by what stands around it */
export const yearUnnamed = (tables: TimeTables): MentionRule<'deadline'> => {
  const { of, TO } = timeSources(tables);
  const SAYS = String.raw`\s${of('says')}(?!\p{L})`;
  return {
    id: 'deadline.year-unnamed',
    kind: 'deadline',
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}])(?<=(?<![\p{L}\p{N}])(?:${TO}|hết|từ|trước|vào)\s)(?<year>20\d{2})(?=\s?[,;:)]|\.?$|${SAYS})`,
      'giu',
    ),
    read(groups, context, text) {
      const window = yearsWindow(Number(groups.year), Number(groups.year));
      return window && framed(window, groups, context, text);
    },
  };
};

/** "từ 2021 đến 2025" · "trong 2026-2030": years that no noun follows */
export const yearsUnnamed = (tables: TimeTables): MentionRule<'deadline'> => {
  const { of } = timeSources(tables);
  const SAYS_HOW_MUCH = new RegExp(String.raw`^\s${of('says')}(?!\p{L})`, 'iu');
  return {
    id: 'deadline.years-unnamed',
    kind: 'deadline',
    pattern:
      /(?<![\p{L}\p{N}])(?:từ|trong)\s(?<first>20\d{2})\s?(?:[-–—]|đến|tới)\s?(?<last>20\d{2})(?![\p{L}\p{N}%]|[.,/]\d)/giu,
    read({ first, last, after = '' }) {
      if (/^\s\p{Ll}/u.test(after) && !SAYS_HOW_MUCH.test(after)) return undefined;
      const window = yearsWindow(Number(first), Number(last));
      return window && { value: deadline('during', { start: `${first}-01-01`, end: `${last}-12-31` }) };
    },
  };
};
