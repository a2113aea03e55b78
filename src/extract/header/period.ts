import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import type { IssueWordMeaning } from '../../knowledge/word-tables.ts';
import { isoDate, isoOf, monthsWindow } from '../../language/calendar.ts';
import { dateSources } from '../../language/dates.ts';
import { documentKinds } from '../../language/document-kinds.ts';
import { capitalOf, vi, viAll, viMeaning, viPart, viWords } from '../../language/pattern.ts';
import { verbs } from '../../language/verbs.ts';
import type { Period } from '../../model/record.ts';

const YEAR = String.raw`((?:19|20)\d{2})`;
const datesOf = built(['timeWords'], (tables) => {
  const { of, DAY, MONTH, YEAR: OF_YEAR, QUARTER, TO, PART, STAGE, BEFORE_MONTH, BEFORE_YEAR } = dateSources(tables);
  const BOUND = String.raw`(?:${of('by', 'before', 'since', 'compared', 'vision')}(?:\s+${PART})?|của)`;
  return {
    DATES: [
      new RegExp(String.raw`${DAY}\s+\d{1,2}\s+${MONTH}\s+\d{1,2}\s+${OF_YEAR}\s+\d{4}`, 'giu'),
      /\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}/gu,
      // The year in a document's number is no period.
      /\d+[a-zđ]?\s?\/\s?\d{4}\s?\/\s?[\p{L}\d-]+/giu,
      // … nor the year of issue after it: "Kế hoạch 60/KH-UBND năm 2025 về …".
      new RegExp(String.raw`\d+[a-zđ]?\s?[/-]\s?\p{Lu}[\p{L}-]*(?:\/\p{Lu}+)?\s+${OF_YEAR}\s+\d{4}`, 'gu'),
      new RegExp(String.raw`${OF_YEAR}\s+học\s+\d{4}\s*[-–]\s*\d{4}`, 'giu'),
      // A day that is still to be filled in: "64/KH-UBND ngày … tháng 3 năm 2025", "ngày tháng 3 năm 2025".
      new RegExp(String.raw`${DAY}[\s.…_/-]{1,12}${MONTH}\s+\d{1,2}\s+${OF_YEAR}\s+\d{4}`, 'giu'),
    ],
    /** "giai đoạn 20212025": some programs lose the dash. */
    JOINED_YEARS: new RegExp(String.raw`(?<=${STAGE}\s)(?<from>20\d\d)(?<to>20\d\d)(?!\d)`, 'giu'),
    /** "từ ngày 01/6/2022 đến ngày 31/8/2022", "từ 15/11 đến 15/12/2023": days that a campaign lasts. */
    DAYS: new RegExp(
      String.raw`(?<!\p{L})${of('since')}\s+(?:${DAY}\s+)?(?<day>\d{1,2})${BEFORE_MONTH}(?<month>\d{1,2})(?:${BEFORE_YEAR}(?<year>\d{4}))?\s*(?:${of('by')}|[-–])\s*(?:${DAY}\s+)?(?<day2>\d{1,2})${BEFORE_MONTH}(?<month2>\d{1,2})${BEFORE_YEAR}(?<year2>\d{4})(?!\d)`,
      'iu',
    ),
    RANGE: new RegExp(
      String.raw`(?<!${of('vision')}\s+|\d)${YEAR}\s*(?:[-–÷]|${of('by')}(?:\s+${OF_YEAR})?)\s*${YEAR}(?!\d)`,
      'iu',
    ),
    SINGLE: new RegExp(
      String.raw`(?<!${BOUND}\s+|\p{L}\p{L})(?:(?<part>(?:sáu|06|6)\s+${MONTH}\s+(?:đầu|cuối)|${QUARTER}\s+(?:IV|I{1,3}|[1-4])|${MONTH}\s+(?<month>\d{1,2}))(?:\s*[,/-]\s*|\s+))?${OF_YEAR}\s+${YEAR}(?!\d|\s*[-–÷]\s*\d{4}|\s+${TO})`,
      'iu',
    ),
    NAMED_YEAR: new RegExp(String.raw`(?<!\p{L})${OF_YEAR}\s+(?:\p{L}+\s+){2,6}?${YEAR}(?!\d|\s*[-–]\s*\d)`, 'iu'),
    UNTIL: new RegExp(String.raw`${of('by')}(?:\s+${PART})?\s+${OF_YEAR}\s+${YEAR}(?!\d)`, 'iu'),
    /** Names the time of the plan in a heading of aims. */
    OF_A_TIME: new RegExp(String.raw`${TO}\s+${OF_YEAR}|${STAGE}`, 'iu'),
    /** "quý" before the number of one. */
    QUARTER_BEFORE: new RegExp(String.raw`^${QUARTER}\s+`, 'u'),
  };
});

const patternsOf = built(['documentKinds', 'issueWords', 'timeWords'], (tables) => {
  const { issueWords, timeWords, documentKinds: kinds } = tables;
  const { DAY, MONTH, BEFORE_YEAR } = dateSources(tables);
  const plans = viWords(kinds.filter(({ form }) => form === 'plan' || form === 'programme')).source;
  const words = (meaning: IssueWordMeaning): string => viMeaning(issueWords, meaning).source;
  const [PART, IN] = [viMeaning(timeWords, 'part').source, viMeaning(timeWords, 'in').source];
  const ENACTS = viWords(
    issueWords.flatMap(({ word, means }) => (means.includes('enacts') ? [{ word: capitalOf(word) }] : [])),
  );
  return {
    /** "Tháng 5 năm 2024, UBND tỉnh …", "Kế hoạch số 64/KH-UBND tháng 3 năm 2025 về …": when it was issued, or a meeting was held. */
    MONTH_OF_ISSUE: new RegExp(
      String.raw`(?<head>(?:^|[.!?–:-]\s+)(?:(?:${IN}|${PART})\s+){0,2}|(?:${words('meets')}|${words('issues')}|\/[\p{Lu}Đ-]{2,20})(?:\s+(?:${IN}|${DAY}|của))?,?\s+)${MONTH}\s+\d{1,2}${BEFORE_YEAR}\d{4}(?=,|\s+(?:về|của|${words('beside-verb')}|${words('acts-on')})(?!\p{L}))`,
      'giu',
    ),
    ISSUES: new RegExp(String.raw`${words('makes')}\s+${plans}(?=(?<what>[^;:]{0,300}))`, 'giu'),
    LEADS_UP: new RegExp(String.raw`${words('leads-up')}\s+sau(?![\p{L}])|sau\s+đây|sau\s*:`, 'iu'),
    ENACTED: new RegExp(
      String.raw`(?:^|\n)\s*Điều\s+1\s?[.:]?\s{0,3}(?:Nay\s+)?${ENACTS.source}(?<what>(?:(?!\nĐiều\s)[^;:]){0,400})`,
      'u',
    ),
  };
});

const toldPatternsOf = built(['documentKinds', 'issueWords', 'timeWords', 'verbs'], (tables) => {
  const words = (meaning: IssueWordMeaning) => viMeaning(tables.issueWords, meaning);
  const aims = words('aims');
  const [year, stage] = [viMeaning(tables.timeWords, 'year'), viMeaning(tables.timeWords, 'stage')];
  const plan = viPart`(?<plan>(${documentKinds(tables).NAMED_WITH_A_YEAR}|${aims})(?!\p{L})[^.;:\n\t%]{2,160})`;
  return {
    AIMS_OF: vi`^${aims}`,
    /** "mục tiêu chấm dứt dịch bệnh vào năm 2030": when it is to be so; "mục tiêu … trong năm 2025" is the time of a plan. */
    COMES_IN: vi`vào (cuối)? ${year} 20\d\d`,
    /** "thông qua Nghị quyết về nhiệm vụ … 6 tháng cuối năm 2025", "triển khai kế hoạch … năm 2010" */
    ACTED_ON: viAll`${words('acts-on')}(?!\p{L})[^.;:\n%]{0,40}?${plan}`,
    /** "Năm 2019, huyện … phấn đấu …" at the head of a sentence. */
    OF_YEAR: viAll`(^|\n|[.!?)] |[-–] )(${words('enters')} )?${year} (?<year>20\d\d)(,| )[^.;:\n%\d]{2,80}?(${verbs(tables).AIMS}|${words('sets')}[^.;:\n]{0,20}${aims})`,
    /** "Giai đoạn 2021 - 2025, tỉnh đề ra mục tiêu …" */
    OF_STAGE: viAll`(^|\n|[.!?)] |[-–] )(${words('enters')} )?${stage} (?<from>20\d\d)\s?[-–]\s?(?<to>20\d\d)(,| )[^.;:\n%\d]{2,80}?(${verbs(tables).AIMS}|${aims})`,
    /** "… kế hoạch thực hiện cuộc vận động giai đoạn 2021 - 2030 vừa được UBND tỉnh ban hành" */
    IS_ISSUED: viAll`(?<plan>${viWords(tables.documentKinds.filter(({ issued }) => issued))}(?!\p{L})[^.;:\n%]{2,200}?) ${words('beside-verb')} (được)? [^,.;\n]{0,40}?${words('enacts')}`,
    /** What provinces carry out for others has a period of its own. */
    OF_THE_STATE: vi`^\p{L}+ \p{L}+ ${aims}? quốc gia|^[^,]{3,60} của ${words('centre')}`,
    LOOKS_BACK: vi`${words('looks-back')}`,
    NAMED: viAll`(?<before>[^.;:\n]{0,40})(?<!\p{L})${plan}`,
  };
});
/**
 * The period that a title or a first sentence gives its plan.
 *
 * @param text "… giai đoạn 2021 - 2025", "… năm 2019", "… đến năm 2035"
 * @param year of issue, from which "đến năm 2035" alone starts; null leaves that start open
 * @returns null where the text tells none
 */
export function periodOf(knowledge: Knowledge, text: string, year: number | null | undefined): Period | null {
  const { DATES, JOINED_YEARS, SINGLE, RANGE, UNTIL, NAMED_YEAR } = datesOf(knowledge);
  let bare = text.replace(/\s+/gu, ' ');
  bare = bare.replace(JOINED_YEARS, '$<from>-$<to>');
  for (const dates of DATES) bare = bare.replace(dates, ' ');
  bare = bare.replace(patternsOf(knowledge).MONTH_OF_ISSUE, '$<head>');
  const single = SINGLE.exec(bare);
  const range = RANGE.exec(bare);
  if (single !== null) {
    const own = Number(single.at(-1));
    // A year before the stage that is named is the year of something else.
    if (range === null || (Number(range[1]) <= own && own <= Number(range[2]))) {
      // A month beside a year that is named by itself is when something happens in it.
      const whole = single.groups?.month !== undefined && hasYearBehind(SINGLE, bare, single);
      return whole
        ? periodWithin(own, undefined, undefined)
        : periodWithin(own, partOf(knowledge, single.groups?.part), single.groups?.month);
    }
  }
  if (range !== null && Number(range[1]) <= Number(range[2])) {
    return { start: `${range[1]}-01-01`, end: `${range[2]}-12-31` };
  }
  const until = UNTIL.exec(bare);
  if (until !== null) return { start: year == null ? null : `${year}-01-01`, end: `${until[1]}-12-31` };
  const named = NAMED_YEAR.exec(bare);
  return named === null ? null : { start: `${named[1]}-01-01`, end: `${named[1]}-12-31` };
}

/**
 * The days that a campaign lasts, by its title or where it is issued; elsewhere they may be those of a part of it.
 *
 * @returns null where the text names no first and last day
 */
export function campaignOf(knowledge: Knowledge, text: string): Period | null {
  const {
    day = '',
    month = '',
    day2 = '',
    month2 = '',
    year2 = '',
    year = year2,
  } = datesOf(knowledge).DAYS.exec(text.replace(/\s+/gu, ' '))?.groups ?? {};
  const [start, end] = [isoDate(year, month, day), isoDate(year2, month2, day2)];
  return start === undefined || end === undefined || start > end ? null : { start, end };
}

/** Whether the year of a month stands once more behind it, by itself: "tháng 3 năm 2023 … kế hoạch năm 2023". */
const hasYearBehind = (year: RegExp, text: string, month: RegExpExecArray): boolean =>
  year.exec(text.slice(month.index + month[0].length))?.at(-1) === month.at(-1);

/** "Căn cứ Quyết định số 12/QĐ-TTg ngày … của Thủ tướng về việc ban hành Kế hoạch …": a plan that another document issued. */
const CITES = /(?:(?:về|việc)\s+|\d[a-zđ]?\s?\/\s?(?:\d{4}\s?\/\s?)?\p{Lu}[^,;\n]{0,160})$/u;
/** The period that the preamble gives a plan: "… ban hành Kế hoạch cải cách hành chính giai đoạn 2021 - 2025 như sau:". */
export function periodIssued(knowledge: Knowledge, body: string, year: number | null | undefined): Period | null {
  const { ISSUES, LEADS_UP } = patternsOf(knowledge);
  const preamble = body.slice(0, 3000);
  const clauses = [...preamble.matchAll(ISSUES)].filter(({ index }) => !CITES.test(preamble.slice(0, index)));
  // What a preamble leads up to stands at its end; before it, plans of others are named.
  const sum = LEADS_UP.exec(preamble)?.index ?? 0;
  const clause = clauses.findLast(({ index }) => index < sum) ?? clauses[0];
  const what = clause?.groups?.what;
  return what === undefined ? null : (campaignOf(knowledge, what) ?? periodOf(knowledge, what, year));
}

/** The period of what the first article of a decision or resolution enacts: "Điều 1. Phê duyệt Đề án …, giai đoạn 2021 - 2025". */
export function periodEnacted(knowledge: Knowledge, body: string, year: number | null | undefined): Period | null {
  const clause = patternsOf(knowledge).ENACTED.exec(body.slice(0, 12_000))?.groups?.what;
  return clause === undefined ? null : periodOf(knowledge, clause, year);
}
const AIMS =
  /(?:^|\n)\s*(?:(?:[IVX]{1,4}|\d{1,2}|[A-D])\s*[.)/-]\s*)?(?:các\s+)?mục\s+tiêu(?<what>[^\n.;:%]{0,80})[.:]?\s*(?=\n)/giu;

/** The period that the heading of a plan's aims tells: "II. MỤC TIÊU ĐẾN NĂM 2030". */
export function periodAimed(knowledge: Knowledge, body: string, year: number | null | undefined): Period | null {
  for (const { groups } of body.slice(0, 40_000).matchAll(AIMS)) {
    const what = groups?.what ?? '';
    const period = datesOf(knowledge).OF_A_TIME.test(what) ? periodOf(knowledge, what, year) : null;
    if (period !== null) return period;
  }
  return null;
}

const termsOf = built(['issueWords', 'timeWords'], (tables) => {
  const { STAGE } = dateSources(tables);
  const words = (meaning: IssueWordMeaning) => viMeaning(tables.issueWords, meaning).source;
  return {
    /** A council's own term is not that of its resolutions. */
    OF_COUNCIL: new RegExp(
      String.raw`${words('council')}(?=[\s,])[^.;:\n]{0,60}?${STAGE}\s+\d{4}\s*[-–]\s*\d{4}`,
      'giu',
    ),
    /** "Đại hội Đảng bộ tỉnh lần thứ XVIII, nhiệm kỳ 2020 - 2025": what a congress of the Party decides is for the term that it opens. */
    OF_CONGRESS: new RegExp(
      String.raw`${words('congress')}[^.;:\n]{0,90}?(?:${STAGE}\s+|\(\s?)(?:${STAGE}\s+)?(?<from>20\d\d)\s?[-–]\s?(?<to>20\d\d)`,
      'iu',
    ),
  };
});
/**
 * The period of the plan that an article is about, where no sentence says who issued it.
 *
 * @param ofCentre whether it is about the centre, whose programmes are its own
 */
export function periodTold(
  knowledge: Knowledge,
  text: string,
  year: number | null | undefined,
  ofCentre = false,
): Period | null {
  const opening = text.slice(0, 4000).replace(termsOf(knowledge).OF_COUNCIL, (term) => ' '.repeat(term.length));
  const { ACTED_ON, OF_YEAR, NAMED, AIMS_OF, COMES_IN, LOOKS_BACK, OF_THE_STATE: ofState } = toldPatternsOf(knowledge);
  const periodNamed = (plan = ''): Period | null => {
    const period = !ofCentre && ofState.test(plan) ? null : periodOf(knowledge, plan, year);
    // By when an aim is to be reached is no period of a plan.
    return AIMS_OF.test(plan) && (period?.start === null || COMES_IN.test(plan)) ? null : period;
  };
  for (const { groups } of opening.matchAll(ACTED_ON)) {
    const period = periodNamed(groups?.plan);
    if (period !== null) return period;
  }
  for (const { groups } of opening.matchAll(OF_YEAR)) {
    if (groups?.year !== undefined) return periodWithin(Number(groups.year), undefined, undefined);
  }
  for (const { groups } of opening.matchAll(NAMED)) {
    const period = LOOKS_BACK.test(groups?.before ?? '') ? null : periodNamed(groups?.plan);
    if (period !== null) return period;
  }
  const { from, to } = termsOf(knowledge).OF_CONGRESS.exec(text.slice(0, 2000))?.groups ?? {};
  return from === undefined ? null : { start: `${from}-01-01`, end: `${to}-12-31` };
}

/**
 * The stage of the plan that an article is about, where its headline only tells by when a figure is to be reached: "Năm 2025, có 95% hộ
 * dân dùng nước sạch" above "Giai đoạn 2021 - 2025, tỉnh đề ra mục tiêu …".
 *
 * @param told the period that the headline tells
 * @returns none where the text speaks of no stage that holds it
 */
export function stageAround(knowledge: Knowledge, body: string, told: Period | null): Period | null {
  if (told?.end == null) return null;
  const opening = body.slice(0, 4000).replace(termsOf(knowledge).OF_COUNCIL, (term) => ' '.repeat(term.length));
  const { ACTED_ON, OF_STAGE, IS_ISSUED, OF_THE_STATE: ofState } = toldPatternsOf(knowledge);
  const stages = [
    ...[...opening.matchAll(IS_ISSUED)].map(({ groups }) => periodOf(knowledge, groups?.plan ?? '', null)),
    ...[...opening.matchAll(ACTED_ON)].map(({ groups }) =>
      ofState.test(groups?.plan ?? '') ? null : periodOf(knowledge, groups?.plan ?? '', null),
    ),
    ...[...opening.matchAll(OF_STAGE)].map(({ groups }) => ({
      start: `${groups?.from}-01-01`,
      end: `${groups?.to}-12-31`,
    })),
  ];
  return (
    stages.find(
      (stage) =>
        stage?.start != null && stage.end != null && stage.start < (told.end ?? '') && stage.end >= (told.end ?? ''),
    ) ?? null
  );
}

/** "quý II" is "II". */
const partOf = (knowledge: Knowledge, part: string | undefined): string | undefined =>
  part?.toLowerCase().replace(datesOf(knowledge).QUARTER_BEFORE, '');

function periodWithin(year: number, part: string | undefined, month: string | undefined): Period {
  const [from = 1, to = 12] = part === undefined ? [] : monthsOf(part, month);
  const window = monthsWindow(year, from, to);
  return window === undefined
    ? { start: `${year}-01-01`, end: `${year}-12-31` }
    : { start: isoOf(window.first, year), end: isoOf(window.last, year) };
}

function monthsOf(part: string, month: string | undefined): readonly number[] {
  if (month !== undefined) return [Number(month), Number(month)];
  if (/đầu$/u.test(part)) return [1, 6];
  if (/cuối$/u.test(part)) return [7, 12];
  const quarter = ['i', 'ii', 'iii', 'iv'].indexOf(part) + 1 || Number(part.at(-1));
  return [quarter * 3 - 2, quarter * 3];
}
