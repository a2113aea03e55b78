import { isoDate } from '../../language/calendar.ts';
import { NUMBER, normalNumber } from '../../language/document-numbers.ts';
import type { Laid } from '../document/text.ts';
import type { NamedBody } from '../mentions/agencies/body.ts';
import { bodiesIn } from './letterhead.ts';

/** What a text that reports on a plan says of how the plan was issued. */
export interface Report {
  readonly number: string | null;
  readonly issuedOn: string | null;
  readonly issuer: NamedBody | undefined;
  /** The sentence, for the period and the province. */
  readonly sentence: string;
}

const KIND = String.raw`(?<kind>kế\s+hoạch|quyết\s+định|chương\s+trình|nghị\s+quyết|chỉ\s+thị|đề\s+án|công\s+văn|văn\s+bản)`;
const DATE = String.raw`ngày\s+(?:\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4})`;
const ISSUED = new RegExp(
  String.raw`(?<verb>(?:ký\s+)?(?:ban\s+hành|phê\s+duyệt|thông\s+qua|xây\s+dựng|ký))\s+(?:bản\s+)?${KIND}(?:\s+(?:hành\s+động|liên\s+tịch|phối\s+hợp))?(?:\s+(?:số\s*:?\s*)?(?<own>\d{1,6}[a-zđ]?\s?/[^\s,;()]{2,40}|\d{1,6}-[^\s,;()]{2,30}))?(?:\s*,?\s*(?<after>${DATE}))?`,
  'giu',
);
/** "Kế hoạch số 12/KH-UBND ngày 3/2/2024 của UBND tỉnh … vừa được ban hành" */
const PASSIVE = new RegExp(
  String.raw`${KIND}\s+(?:số\s*:?\s*)?(?<own>\d{1,6}[a-zđ]?\s?/[^\s,;()]{2,40})(?:\s*,?\s*(?<after>${DATE}))?(?=[^.;]{0,160}(?:được\s+ban\s+hành|vừa\s+được|đã\s+được\s+(?:ký|phê\s+duyệt)))`,
  'giu',
);
/** "UBND tỉnh ban hành Kế hoạch về … (Kế hoạch số 59/KH-UBND, ngày 20/3/2019)" */
const ASIDE = new RegExp(
  String.raw`\(\s*(?:tại\s+|theo\s+)?${KIND}\s+số\s*:?\s*(?<own>\d{1,6}[a-zđ]?\s{0,2}/[^\s,;()]{2,40})(?:\s*,?\s*(?<after>${DATE}))?`,
  'iu',
);
const LOOSE_DATE =
  /ngày\s+(?:(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})|(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4}))/iu;
/** Another document and its date. */
const CITED = new RegExp(String.raw`${NUMBER.replace(/\?<\p{L}+>/gu, '?:')}(?:\s*,?\s*${DATE})?`, 'giu');
const CENTRAL = /-(?:TTg|CP)$|QH\d*$|\/TW$|-B[A-ZĐ]{1,7}$/u;
const WHOLE_NUMBER = new RegExp(`^${NUMBER}`, 'u');

const dateIn = (text: string): string | undefined => {
  const match = LOOSE_DATE.exec(text);
  if (match === null) return undefined;
  const [, day, month, year, day2, month2, year2] = match;
  return isoDate(year ?? year2 ?? '', month ?? month2 ?? '', day ?? day2 ?? '');
};

/** The sentence that says who issued the plan, in the first part of a text; undefined where none does. */
export function reportOf(text: string): Report | undefined {
  const first = text.slice(0, 6000);
  let best: { readonly score: number; readonly report: Report } | undefined;
  for (const pattern of [ISSUED, PASSIVE]) {
    for (const match of first.matchAll(pattern)) {
      const { kind = '', verb = '' } = match.groups ?? {};
      const from = sentenceStart(first, match.index);
      const before = first.slice(from, match.index);
      const end = match.index + match[0].length;
      const stop = sentenceEnd(first, end);
      const rest = first.slice(end, stop);
      const { own, after } =
        (match.groups?.own === undefined ? ASIDE.exec(rest)?.groups : undefined) ?? match.groups ?? {};
      const number = own === undefined ? undefined : normalNumber(WHOLE_NUMBER.exec(own)?.groups ?? {});
      const plan = /kế\s+hoạch|chương\s+trình/iu.test(kind) || /kế\s+hoạch/iu.test(rest.slice(0, 160));
      // Where no plan is reported, it may be a resolution or a directive of the province; what the centre issued is only carried out.
      if (number === undefined && !/kế\s+hoạch|chương\s+trình/iu.test(kind)) continue;
      if (number !== undefined && CENTRAL.test(number)) continue;
      // "Quyết định … về việc ban hành Kế hoạch …" cites.
      if (/(?:về|việc|v\/v)\s+$/iu.test(before)) continue;
      // Drawing one up is not issuing one.
      if (/xây\s+dựng/iu.test(verb) && number === undefined) continue;
      const subject = bodiesIn(before).at(-1) ?? bodiesIn(before.replace(/^.*?(?=\p{Lu})/u, '')).at(-1);
      const of = /^\s*(?:,\s*)?của\s+/iu.exec(rest);
      const issuer = (of === null ? undefined : bodiesIn(rest.slice(of[0].length, of[0].length + 120))[0]) ?? subject;
      const issuedOn = (after === undefined ? undefined : dateIn(after)) ?? dateIn(before.replace(CITED, ' '));
      const score =
        (number === undefined ? 0 : 4) +
        (plan ? 3 : 0) +
        (/^kế/iu.test(kind) ? 2 : 0) +
        (issuedOn === undefined ? 0 : 1) +
        (issuer === undefined ? 0 : 2);
      if (number === undefined && issuer === undefined) continue;
      if (issuer?.level === 'central') continue;
      if (best === undefined || score > best.score) {
        best = {
          score,
          report: {
            number: number ?? null,
            issuedOn: issuedOn ?? null,
            issuer,
            sentence: first.slice(from, stop),
          },
        };
      }
    }
  }
  return best?.report;
}

const sentenceStart = (text: string, at: number): number => {
  const before = text.slice(Math.max(0, at - 600), at);
  const breaks = [...before.matchAll(/\n|[.!?…]\s+(?=\p{Lu})|;\s/gu)].at(-1);
  return at - before.length + (breaks === undefined ? 0 : breaks.index + breaks[0].length);
};
const sentenceEnd = (text: string, at: number): number => {
  const after = /\n|[.!?…](?:\s+(?=\p{Lu})|$)/u.exec(text.slice(at, at + 600));
  return at + (after === null ? Math.min(600, text.length - at) : after.index);
};

/** Marks that only a page which reports carries: times of posting, views, authors. */
const PAGE =
  /(?:Ngày\s+(?:cập\s+nhật|đăng)|Cập\s+nhật\s*(?:ngày|lúc|:)|Lượt\s+(?:xem|đọc|truy\s+cập)|View\s+count|Số\s+lượt\s+xem|Tác\s+giả(?:\s+bài\s+viết)?\s*:|Chia\s+sẻ|Ảnh\s+minh\s+họa|Tin\s+(?:liên\s+quan|tức)|Các\s+tin\s+khác|\d{1,2}\/\d{1,2}\/\d{4}\s*[|,-]?\s*\d{1,2}:\d{2}|Theo\s+đó,|Thứ\s+(?:hai|ba|tư|năm|sáu|bảy)\s*,?\s*[-–]?\s*(?:ngày\s+)?\d{1,2}\/\d)/iu;

/** Whether a text without letterhead reads like a page that reports: by what stands around it, or by how it speaks. */
export const looksLikeNews = (laid: Laid): boolean =>
  laid.blocks.some(({ furniture }) => furniture === 'counter' || furniture === 'comments' || furniture === 'related') ||
  PAGE.test(laid.text.slice(0, 6000)) ||
  PAGE.test(laid.text.slice(-3000));
