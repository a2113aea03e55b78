import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import type { IssueWordMeaning } from '../../knowledge/word-tables.ts';
import { isoDate, isoOf, monthsWindow } from '../../language/calendar.ts';
import { documentKinds } from '../../language/document-kinds.ts';
import { capitalOf, vi, viAll, viMeaning, viPart, viWords } from '../../language/pattern.ts';
import { verbs } from '../../language/verbs.ts';
import type { Period } from '../../model/record.ts';

const YEAR = String.raw`((?:19|20)\d{2})`;
const DATES = [
  /ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}/giu,
  /\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}/gu,
  // The year in a document's number is no period.
  /\d+[a-zđ]?\s?\/\s?\d{4}\s?\/\s?[\p{L}\d-]+/giu,
  // … nor the year of issue after it: "Kế hoạch 60/KH-UBND năm 2025 về …".
  /\d+[a-zđ]?\s?[/-]\s?\p{Lu}[\p{L}-]*(?:\/\p{Lu}+)?\s+năm\s+\d{4}/gu,
  /năm\s+học\s+\d{4}\s*[-–]\s*\d{4}/giu,
  // A day that is still to be filled in: "64/KH-UBND ngày … tháng 3 năm 2025", "ngày tháng 3 năm 2025".
  /ngày[\s.…_/-]{1,12}tháng\s+\d{1,2}\s+năm\s+\d{4}/giu,
];
/** "giai đoạn 20212025": some programs lose the dash. */
const JOINED_YEARS = /(?<=(?:giai đoạn|thời kỳ|nhiệm kỳ)\s)(?<from>20\d\d)(?<to>20\d\d)(?!\d)/giu;
/** "từ ngày 01/6/2022 đến ngày 31/8/2022", "từ 15/11 đến 15/12/2023": days that a campaign lasts. */
const DAYS =
  /(?<!\p{L})từ\s+(?:ngày\s+)?(?<day>\d{1,2})(?:\s?[/.-]\s?|\s+tháng\s+)(?<month>\d{1,2})(?:(?:\s?[/.-]\s?|\s+năm\s+)(?<year>\d{4}))?\s*(?:đến|[-–])\s*(?:hết\s+)?(?:ngày\s+)?(?<day2>\d{1,2})(?:\s?[/.-]\s?|\s+tháng\s+)(?<month2>\d{1,2})(?:\s?[/.-]\s?|\s+năm\s+)(?<year2>\d{4})(?!\d)/iu;
const RANGE = new RegExp(
  String.raw`(?<!tầm\s+nhìn\s+|định\s+hướng\s+|\d)${YEAR}\s*(?:[-–÷]|đến(?:\s+hết)?(?:\s+năm)?)\s*${YEAR}(?!\d)`,
  'iu',
);
const SINGLE = new RegExp(
  String.raw`(?<!đến\s+|đến\s+(?:hết|cuối|đầu)\s+|hết\s+|từ\s+|trước\s+|sau\s+|nhìn\s+|hướng\s+|so\s+với\s+|cùng\s+kỳ\s+|của\s+|\p{L}\p{L})(?:(?<part>(?:sáu|06|6)\s+tháng\s+(?:đầu|cuối)|quý\s+(?:IV|I{1,3}|[1-4])|tháng\s+(?<month>\d{1,2}))(?:\s*[,/-]\s*|\s+))?năm\s+${YEAR}(?!\d|\s*[-–÷]\s*\d{4}|\s+đến)`,
  'iu',
);
const NAMED_YEAR = new RegExp(String.raw`(?<!\p{L})năm\s+(?:\p{L}+\s+){2,6}?${YEAR}(?!\d|\s*[-–]\s*\d)`, 'iu');
const UNTIL = new RegExp(String.raw`đến(?:\s+(?:hết|cuối))?\s+năm\s+${YEAR}(?!\d)`, 'iu');

const patternsOf = built(['issueWords', 'timeWords'], ({ issueWords, timeWords }) => {
  const words = (meaning: IssueWordMeaning): string => viMeaning(issueWords, meaning).source;
  const [PART, IN] = [viMeaning(timeWords, 'part').source, String.raw`trong|vào|hồi`];
  const ENACTS = viWords(
    issueWords.flatMap(({ word, means }) => (means.includes('enacts') ? [{ word: capitalOf(word) }] : [])),
  );
  return {
    /** "Tháng 5 năm 2024, UBND tỉnh …", "Kế hoạch số 64/KH-UBND tháng 3 năm 2025 về …": when it was issued, or a meeting was held. */
    MONTH_OF_ISSUE: new RegExp(
      String.raw`(?<head>(?:^|[.!?–:-]\s+)(?:(?:${IN}|${PART})\s+){0,2}|(?:${words('meets')}|${words('issues')}|\/[\p{Lu}Đ-]{2,20})(?:\s+(?:trong|vào|ngày|của))?,?\s+)tháng\s+\d{1,2}(?:\s+năm\s+|\s?\/\s?)\d{4}(?=,|\s+(?:về|của|đã|vừa|triển khai)(?!\p{L}))`,
      'giu',
    ),
    ISSUES: /(?:ban\s+hành|xây\s+dựng)\s+(?:Kế\s+hoạch|Chương\s+trình)(?=(?<what>[^;:]{0,300}))/giu,
    LEADS_UP: new RegExp(String.raw`${words('leads-up')}\s+sau(?![\p{L}])|sau\s+đây|sau\s*:`, 'iu'),
    ENACTED: new RegExp(
      String.raw`(?:^|\n)\s*Điều\s+1\s?[.:]?\s{0,3}(?:Nay\s+)?${ENACTS.source}(?<what>(?:(?!\nĐiều\s)[^;:]){0,400})`,
      'u',
    ),
  };
});

const toldPatternsOf = built(['documentKinds', 'issueWords', 'verbs'], (tables) => {
  const words = (meaning: IssueWordMeaning) => viMeaning(tables.issueWords, meaning);
  const aims = words('aims');
  const plan = viPart`(?<plan>(${documentKinds(tables).NAMED_WITH_A_YEAR}|${aims})(?!\p{L})[^.;:\n\t%]{2,160})`;
  return {
    AIMS_OF: vi`^${aims}`,
    /** "thông qua Nghị quyết về nhiệm vụ … 6 tháng cuối năm 2025", "triển khai kế hoạch … năm 2010" */
    ACTED_ON: viAll`${words('acts-on')}(?!\p{L})[^.;:\n%]{0,40}?${plan}`,
    /** "Năm 2019, huyện … phấn đấu …" at the head of a sentence. */
    OF_YEAR: viAll`(^|\n|[.!?)] |[-–] )(trong |bước (vào|sang) )?năm (?<year>20\d\d)(,| )[^.;:\n%\d]{2,80}?(${verbs(tables).AIMS}|đặt mục tiêu|(đề|giao) (ra)?[^.;:\n]{0,20}chỉ tiêu)`,
    /** "Giai đoạn 2021 - 2025, tỉnh đề ra mục tiêu …" */
    OF_STAGE: viAll`(^|\n|[.!?)] |[-–] )(trong|bước vào)? (giai đoạn|nhiệm kỳ|thời kỳ) (?<from>20\d\d)\s?[-–]\s?(?<to>20\d\d)(,| )[^.;:\n%\d]{2,80}?(${verbs(tables).AIMS}|mục tiêu|chỉ tiêu)`,
    /** "… kế hoạch thực hiện cuộc vận động giai đoạn 2021 - 2030 vừa được UBND tỉnh ban hành" */
    IS_ISSUED: viAll`(?<plan>(kế hoạch|chương trình|đề án|nghị quyết)(?!\p{L})[^.;:\n%]{2,200}?) (vừa|mới|đã) (được)? [^,.;\n]{0,40}?${words('enacts')}`,
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
      const whole = single.groups?.month !== undefined && hasYearBehind(bare, single);
      return whole
        ? periodWithin(own, undefined, undefined)
        : periodWithin(own, single.groups?.part, single.groups?.month);
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
export function campaignOf(text: string): Period | null {
  const {
    day = '',
    month = '',
    day2 = '',
    month2 = '',
    year2 = '',
    year = year2,
  } = DAYS.exec(text.replace(/\s+/gu, ' '))?.groups ?? {};
  const [start, end] = [isoDate(year, month, day), isoDate(year2, month2, day2)];
  return start === undefined || end === undefined || start > end ? null : { start, end };
}

/** Whether the year of a month stands once more behind it, by itself: "tháng 3 năm 2023 … kế hoạch năm 2023". */
const hasYearBehind = (text: string, month: RegExpExecArray): boolean =>
  SINGLE.exec(text.slice(month.index + month[0].length))?.at(-1) === month.at(-1);

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
  return what === undefined ? null : (campaignOf(what) ?? periodOf(knowledge, what, year));
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
    const period = /đến\s+năm|giai\s+đoạn/iu.test(what) ? periodOf(knowledge, what, year) : null;
    if (period !== null) return period;
  }
  return null;
}

/** What provinces carry out for others has a period of its own. */
const OF_THE_STATE = vi`^\p{L}+ \p{L}+ (mục tiêu)? quốc gia|^[^,]{3,60} của (Chính phủ|Trung ương|Thủ tướng)`;
/** A council's own term is not that of its resolutions. */
const TERM_OF_COUNCIL =
  /(?:HĐND|hội đồng nhân dân|khóa|khoá)(?=[\s,])[^.;:\n]{0,60}?nhiệm\s+kỳ\s+\d{4}\s*[-–]\s*\d{4}/giu;
/** "Đại hội Đảng bộ tỉnh lần thứ XVIII, nhiệm kỳ 2020 - 2025": what a congress of the Party decides is for the term that it opens. */
const TERM_OF_CONGRESS =
  /đại\s+hội(?:\s+đại\s+biểu)?\s+(?:đảng\s+bộ|chi\s+bộ|đại\s+biểu)[^.;:\n]{0,90}?(?:nhiệm\s+kỳ\s+|\(\s?)(?:nhiệm\s+kỳ\s+)?(?<from>20\d\d)\s?[-–]\s?(?<to>20\d\d)/iu;
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
  const opening = text.slice(0, 4000).replace(TERM_OF_COUNCIL, (term) => ' '.repeat(term.length));
  const { ACTED_ON, OF_YEAR, NAMED, AIMS_OF, LOOKS_BACK } = toldPatternsOf(knowledge);
  const periodNamed = (plan = ''): Period | null => {
    const period = !ofCentre && OF_THE_STATE.test(plan) ? null : periodOf(knowledge, plan, year);
    // By when an aim is to be reached is no period of a plan.
    return period?.start === null && AIMS_OF.test(plan) ? null : period;
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
  const { from, to } = TERM_OF_CONGRESS.exec(text.slice(0, 2000))?.groups ?? {};
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
  const opening = body.slice(0, 4000).replace(TERM_OF_COUNCIL, (term) => ' '.repeat(term.length));
  const { ACTED_ON, OF_STAGE, IS_ISSUED } = toldPatternsOf(knowledge);
  const stages = [
    ...[...opening.matchAll(IS_ISSUED)].map(({ groups }) => periodOf(knowledge, groups?.plan ?? '', null)),
    ...[...opening.matchAll(ACTED_ON)].map(({ groups }) =>
      OF_THE_STATE.test(groups?.plan ?? '') ? null : periodOf(knowledge, groups?.plan ?? '', null),
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

function periodWithin(year: number, part: string | undefined, month: string | undefined): Period {
  const [from = 1, to = 12] = part === undefined ? [] : monthsOf(part.toLowerCase(), month);
  const window = monthsWindow(year, from, to);
  return window === undefined
    ? { start: `${year}-01-01`, end: `${year}-12-31` }
    : { start: isoOf(window.first, year), end: isoOf(window.last, year) };
}

function monthsOf(part: string, month: string | undefined): readonly number[] {
  if (month !== undefined) return [Number(month), Number(month)];
  if (/đầu$/u.test(part)) return [1, 6];
  if (/cuối$/u.test(part)) return [7, 12];
  const quarter = ['i', 'ii', 'iii', 'iv'].indexOf(part.replace(/^quý\s+/u, '')) + 1 || Number(part.at(-1));
  return [quarter * 3 - 2, quarter * 3];
}
