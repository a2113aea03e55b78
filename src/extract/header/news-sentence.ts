import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import type { IssueWordMeaning } from '../../knowledge/word-tables.ts';
import { dateIn, dateSources } from '../../language/dates.ts';
import { normalNumber, numberSourcesOf } from '../../language/document-numbers.ts';
import { plainFigureSigns } from '../../language/figure-signs.ts';
import { vi, viMeaning, viWords } from '../../language/pattern.ts';
import { SOURCE_MARK } from '../../language/source-mark.ts';
import type { NamedBody } from '../mentions/agencies/body.ts';
import { dayAt, dayOfIssue } from './day-of-issue.ts';
import { giverIn } from './issuer.ts';
import { bodiesIn } from './letterhead.ts';
import { titlePatternsOf } from './title.ts';

/** What a text that reports on a plan says of how the plan was issued. */
export interface Report {
  readonly number: string | null;
  readonly issuedOn: string | null;
  readonly issuer: NamedBody | undefined;
  /** The sentence, for the period and the province. */
  readonly sentence: string;
}

/** Spaces may stand at the slash and at a hyphen. */
const OWN = String.raw`\d{1,6}[a-zđ]?\s?/\s?[^\s,;()]{2,40}(?:\s?[-–]\s?(?<=\s[-–]|[-–]\s)[^\s,;()]{2,20}|(?<=[-–])\s[^\s,;()]{2,20})?`;
const NUMBERED = String.raw`(?:số\s*:?\s*)?(?<own>${OWN})`;
// What must stand before a match is looked at behind its first words: there it is tried at few places.
const reportPatternsOf = built(
  ['documentKinds', 'titleWords', 'bodyOpenings', 'officeWords', 'issueWords', 'timeWords'],
  (tables) => {
    const words = (meaning: IssueWordMeaning): string => viMeaning(tables.issueWords, meaning).source;
    const KIND = String.raw`(?<kind>${viWords(tables.documentKinds.filter(({ issued }) => issued)).source}(?:(?<=kết\s+luận)\s+thanh\s+tra)?|${words('writing')})`;
    const [ISSUE, BESIDE] = [words('issues'), words('beside-verb')];
    const { DATE, DAY } = dateSources(tables);
    return {
      ISSUED: new RegExp(
        String.raw`(?<verb>(?:ký\s+)?(?:${ISSUE}|(?:${BESIDE}\s+)?${words('sends')}))\s+(?:bản\s+)?[“"]?${KIND}${titlePatternsOf(tables).OF_KIND}(?:\s+\(?(?:số\s*:?\s*)?(?<own>${OWN}|\d{1,6}-[^\s,;()]{2,30}))?(?:\s*,?\s*(?<after>${DATE}))?`,
        'giu',
      ),
      /** "Kế hoạch số 12/KH-UBND ngày 3/2/2024 của UBND tỉnh … vừa được ban hành" */
      PASSIVE: new RegExp(
        String.raw`${KIND}\s+${NUMBERED}(?:\s*,?\s*(?<after>${DATE}))?(?=[^.;]{0,160}(?:(?:được|${BESIDE})\s+${words('makes')}|vừa\s+được|${BESIDE}\s+được\s+${ISSUE}))`,
        'giu',
      ),
      /** "Đó là mục tiêu của Kế hoạch số 67/KH-UBND", "Đây là nội dung Quyết định số 965/QĐ-UBND" */
      IS_OF: new RegExp(
        String.raw`(?:đó|đây)(?:\s+chính)?\s+là\s+(?:[^.;:\n]{0,60}?\s)?${KIND}\s+${NUMBERED}(?:\s*,?\s*(?<after>${DATE}))?`,
        'giu',
      ),
      /** "Theo Quyết định 279/QĐ-TTg phê duyệt Đề án …, đến năm 2020 …", "Tại Công văn số 39/UBND-VX, … yêu cầu", at the head of a sentence. */
      BY: new RegExp(String.raw`(?<!\p{L})(?:theo|tại)\s+${KIND}\s+${NUMBERED}(?:\s*,?\s*(?<after>${DATE}))?`, 'giu'),
      /** "… được quy định tại Phụ lục ban hành kèm theo Quyết định 546/QĐ-TTg năm 2022 như sau:" */
      AS_FOLLOWS: new RegExp(
        String.raw`(?<!\p{L})(?:theo|(?:tại|trong)(?:\s[^.,;:\n]{1,40}?)?)\s+${KIND}\s+${NUMBERED}(?:\s*,?\s*(?<after>${DATE}))?(?=[^.,;:\n]{0,40}như\s+sau\s*:)`,
        'giu',
      ),
      /** A headline ends with its document's number: "Tháng hành động vì trẻ em (204/UBND-VX)". */
      HEADED: new RegExp(
        String.raw`\((?<kind>)(?<own>${OWN})(?:\s*,?\s*(?<after>${DATE}))?\)[.\s]{0,3}(?=\n|$)`,
        'giu',
      ),
      /** "Ngày 21/5, UBND tỉnh banh Công văn số 846/UBND-TH" */
      OF_DAY: new RegExp(
        String.raw`(?<!\p{L})${KIND}(?<=(?:^|\n|[.…]\s)\s*${DAY}\s+\d{1,2}\s?/\s?\d{1,2}[^.;:\n]{3,100}\s\k<kind>)\s+${NUMBERED}(?:\s*,?\s*(?<after>${DATE}))?`,
        'giu',
      ),
      /** "UBND tỉnh thông báo ý kiến … (Công văn số 1074/VP-KGVX, ngày 23/03/2020)", or the same on a line of its own. */
      SOURCE: new RegExp(
        String.raw`\((?<=(?:${words('before-source')}\s[^.;\n()]{0,300}|\n\s*|^\s*)\()\s*(?:(?:theo|tại|trích|nguồn)\s*:?\s+)?${KIND}\s+${NUMBERED}(?:\s*,?\s*(?<after>${DATE}))?`,
        'giu',
      ),
      /** "Nguồn: CV số 61/UBND-KTN ngày 20/02/2020", "Lan Anh - Nguồn Công văn số: 34/UBND-VX", on a line of its own. */
      CREDIT: new RegExp(
        String.raw`(?<=(?:^|\n)[^\n.;]{0,40})(?<!\p{L})nguồn\s*:?\s+(?:${KIND}|CV|QĐ|KH|VB|TB|CT)\s+${NUMBERED}(?:\s*,?\s*(?<after>${DATE}))?`,
        'giu',
      ),
      /** "UBND tỉnh ban hành Kế hoạch về … (Kế hoạch số 59/KH-UBND, ngày 20/3/2019)" */
      ASIDE: new RegExp(
        String.raw`\(\s*(?:tại\s+|theo\s+)?${KIND}\s+số\s*:?\s*(?<own>\d{1,6}[a-zđ]?\s{0,2}/[^\s,;()]{2,40})(?:\s*,?\s*(?<after>${DATE}))?`,
        'iu',
      ),
      SENT: new RegExp(String.raw`${words('sends')}$`, 'iu'),
    };
  },
);
/** Another document and its date. */
const citedOf = built(
  ['documentSymbols', 'timeWords'],
  (tables) =>
    new RegExp(
      String.raw`${numberSourcesOf(tables).NUMBER.replace(/\?<\p{L}+>/gu, '?:')}(?:\s*,?\s*${dateSources(tables).DATE})?`,
      'giu',
    ),
);
/** Numbers that bodies of the centre give. */
export const CENTRAL =
  /-(?:TTg|CP|VPCP)$|QH\d*$|[-/]TW$|-B(?!CĐ|QL|CH|TV|TG|DV|NC|ATGT)[A-ZĐ]{1,9}(?:-[A-ZĐ&]{1,9})?$|\/(?:B(?!CĐ|QL|CH|TV)[A-ZĐ]{1,9}|VPCP)-/u;
const wholeNumberOf = built(['documentSymbols'], (tables) => new RegExp(`^${numberSourcesOf(tables).NUMBER}`, 'u'));

/**
 * The sentence that says who issued the plan, in the first part of a text; undefined where none does.
 *
 * @param page the same with what stands around it: when it was posted
 */
export function reportOf(knowledge: Knowledge, text: string, page = text): Report | undefined {
  const first = plainFigureSigns(text.slice(0, 6000));
  const { ISSUED, PASSIVE, IS_OF, BY, OF_DAY, SOURCE, AS_FOLLOWS, HEADED, CREDIT } = reportPatternsOf(knowledge);
  let best: Found | undefined;
  for (const pattern of [ISSUED, PASSIVE, IS_OF, BY, OF_DAY, SOURCE, AS_FOLLOWS, HEADED, CREDIT]) {
    for (const match of first.matchAll(pattern)) {
      if (pattern === BY && !opensSentence(first, match.index)) continue;
      if (pattern === HEADED && match.index > HEADLINES) continue;
      const told = pattern === IS_OF || pattern === AS_FOLLOWS ? 'about' : pattern === ISSUED ? 'issued' : 'named';
      const found = reportAt(knowledge, { text: first, page }, match, told);
      // What the centre issued is reported only where nothing of a province is.
      if (found === undefined || (best !== undefined && !best.central && found.central)) continue;
      if (best === undefined || (best.central && !found.central) || found.score > best.score) best = found;
    }
  }
  return best?.central === true && !tellsOfCentre(knowledge, first, best) ? undefined : best?.report;
}

interface Found {
  readonly score: number;
  readonly report: Report;
  readonly central: boolean;
  readonly told: ToldHow;
}
/** Whether the text says in so many words that it is about a document, that somebody issued it, or only names it. */
type ToldHow = 'about' | 'issued' | 'named';

/** So far, in UTF-16 units, headlines stand. */
const HEADLINES = 600;

const opensSentence = (text: string, at: number): boolean => OPENS.test(text.slice(sentenceStart(text, at), at));
const OPENS = new RegExp(String.raw`^\s*(?:${SOURCE_MARK}\s*)?$`, 'u');

/** Whether a text is about a document of the centre, and does not only name what a province carries out. */
function tellsOfCentre(knowledge: Knowledge, text: string, { report, told }: Found): boolean {
  if (told === 'about') return true;
  if (told === 'issued' && report.issuer?.level === 'central' && giverIn(knowledge, text) === undefined) return true;
  const headline = text.slice(0, /\n/u.exec(text.trimStart())?.index ?? 0);
  if (report.number !== null && headline.includes(report.number)) return true;
  return bodiesIn(knowledge, text.slice(0, 1500)).every(({ level }) => level === 'central' || level === null);
}

/** What one sentence reports, and how much it says of a plan; undefined where it speaks of another document. */
function reportAt(
  knowledge: Knowledge,
  { text, page }: { readonly text: string; readonly page: string },
  match: RegExpExecArray,
  told: ToldHow,
): Found | undefined {
  const { ASIDE, SENT } = reportPatternsOf(knowledge);
  const { kind = '', verb = '' } = match.groups ?? {};
  const from = sentenceStart(text, match.index);
  const before = text.slice(from, match.index);
  const end = match.index + match[0].length;
  const stop = sentenceEnd(text, end);
  const rest = text.slice(end, stop);
  const { own, after } = (match.groups?.own === undefined ? ASIDE.exec(rest)?.groups : undefined) ?? match.groups ?? {};
  const number =
    own === undefined ? undefined : normalNumber(knowledge, wholeNumberOf(knowledge).exec(own)?.groups ?? {});
  const { PLAN, PLAN_OR_PROGRAMME } = planOf(knowledge);
  const named = PLAN_OR_PROGRAMME.test(kind);
  // Where no plan is reported, it may be a resolution or a directive of the province; "quyết định số 785" leaves out the rest of its number.
  const shortened = NUMBER_ALONE.test(rest);
  // What else is issued without a number is told with its day: "Ngày 10/2/2012, Phó Chủ tịch … ký quyết định công bố dịch".
  const dated = !SENT.test(verb) && match.groups?.own === undefined && opensWithDate(knowledge).test(before);
  if (number === undefined && ((!named && !shortened && !dated) || SENT.test(verb))) return undefined;
  // "Quyết định … về việc ban hành Kế hoạch …" cites.
  if (/(?:về|việc|v\/v)\s+$/iu.test(before)) return undefined;
  // Drawing one up is not issuing one.
  if (/xây\s+dựng/iu.test(verb) && number === undefined) return undefined;
  const subject =
    bodiesIn(knowledge, before).at(-1) ?? bodiesIn(knowledge, before.replace(/^.*?(?=\p{Lu})/u, '')).at(-1);
  const of = /^\s*(?:,\s*)?của\s+/iu.exec(rest);
  const issuer =
    (of === null ? undefined : bodiesIn(knowledge, rest.slice(of[0].length, of[0].length + 120))[0]) ?? subject;
  const central = issuer?.level === 'central' || (number !== undefined && CENTRAL.test(number));
  const today = told === 'issued' && dayAt(knowledge, before);
  if (number === undefined && (issuer === undefined || (central && !today))) return undefined;
  if (central && issuer !== undefined && issuer.level !== 'central') return undefined;
  const issuedOn =
    (after === undefined ? undefined : dateIn(knowledge, after)) ??
    dateIn(knowledge, before.replace(citedOf(knowledge), ' ')) ??
    (after === undefined && (!central || today)
      ? dayOfIssue(knowledge, before, text.slice(from, stop), page)
      : undefined);
  const plan = named || PLAN.test(rest.slice(0, 160));
  return {
    score:
      (number === undefined ? 0 : 4) +
      (plan ? 3 : 0) +
      (PLAN.test(kind) ? 2 : 0) +
      (issuedOn === undefined ? 0 : 1) +
      (issuer === undefined ? 0 : 2),
    central,
    told,
    report: { number: number ?? null, issuedOn: issuedOn ?? null, issuer, sentence: text.slice(from, stop) },
  };
}
const opensWithDate = built(
  ['timeWords'],
  (tables) => new RegExp(String.raw`^\s*(?:${SOURCE_MARK}\s*)?${dateSources(tables).DATE}`, 'iu'),
);
const NUMBER_ALONE = /^\s+số\s*:?\s*\d{1,5}(?=[\s,.;)](?!\s*\/))/iu;
const planOf = built(['documentKinds'], ({ documentKinds }) => ({
  PLAN: vi`${viWords(documentKinds.filter(({ form }) => form === 'plan'))}`,
  PLAN_OR_PROGRAMME: vi`${viWords(documentKinds.filter(({ form }) => form === 'plan' || form === 'programme'))}`,
}));

const sentenceStart = (text: string, at: number): number => {
  const before = text.slice(Math.max(0, at - 600), at);
  const breaks = [...before.matchAll(/\n|[.!?…]\s+(?=\p{Lu})|;\s/gu)].at(-1);
  return at - before.length + (breaks === undefined ? 0 : breaks.index + breaks[0].length);
};
const sentenceEnd = (text: string, at: number): number => {
  const after = /\n|[.!?…](?:\s+(?=\p{Lu})|$)/u.exec(text.slice(at, at + 600));
  return at + (after === null ? Math.min(600, text.length - at) : after.index);
};
