import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { isoDate } from '../../language/calendar.ts';
import { dateSources } from '../../language/dates.ts';
import { formOfSymbol, normalNumber, numberSourcesOf } from '../../language/document-numbers.ts';
import { viSource, viWords } from '../../language/pattern.ts';
import type { NamedBody } from '../mentions/agencies/body.ts';
import { bodyAt, nameStarts } from '../mentions/agencies/names.ts';
import { ownNames } from './letterhead-names.ts';
import { titleAt, titleStart } from './title.ts';

/** What the letterhead of Decree 30/2020/NĐ-CP, or of a party document, says, in whatever order and layout. */
export interface Letterhead {
  readonly number: string | null;
  /** The number as printed, with the word before it; also where its serial is left blank. */
  readonly printed: string | null;
  /** "KH" of "…/KH-UBND", also where the serial is left blank. */
  readonly kindSymbol: string | null;
  readonly issuedOn: string | null;
  /** First day on which a letter with a blank day can be dated: "ngày … tháng 5 năm 2021" is "2021-05-01". */
  readonly notBefore: string | null;
  /** The place before the date: "Việt Trì". */
  readonly place: string | null;
  /** From the superior body down to the one that issues. */
  readonly bodies: readonly NamedBody[];
  /** Offset in the view of the kind word that opens the title; undefined where there is none. */
  readonly titleAt: number | undefined;
  /** The view with motto, number and date blanked out, so that columns read one after the other leave the title whole. */
  readonly rest: string;
  /** Offsets in the view: where motto, number or date first stand, and after the last of them. */
  readonly start: number;
  readonly end: number;
}

/** "THEO QUYẾT ĐỊNH SỐ 12/QĐ-SCT" cites another document. */
const CITED = String.raw`(?<!(?:ĐỊNH|QUYẾT|HOẠCH|TRÌNH|THỊ|LUẬN|BÁO|TƯ|LUẬT|ÁN|định|quyết|hoạch|trình|thị|luận|báo|tư|luật|án|văn|bản)\s{1,3})`;
const numbersOf = built(['documentSymbols'], (tables) => {
  const { NUMBER } = numberSourcesOf(tables);
  return {
    // Old scans lose the letter with the two marks.
    OWN_NUMBER: new RegExp(String.raw`(?:${CITED}(?:Số|SỐ)\s*:?|(?<=\n)S\s?:)\s*${NUMBER}`, 'u'),
    /** Columns read one after the other part a number from its year: "Số: 24" … "/2025/QĐ-UBND". */
    PARTED_NUMBER: new RegExp(
      String.raw`(?:Số|SỐ)\s*:\s*(?<serial>\d{1,6})\s*\n[^\d/]{0,120}\n${NUMBER.replace(/^\(\?<serial>[^)]*\)/u, '')}`,
      'u',
    ),
    BARE_NUMBER: new RegExp(String.raw`(?<=^|\n)\s?${NUMBER}(?=\s*\n)`, 'u'),
  };
});
/** A number that is left blank, or that was written by hand and read as other signs. */
const BLANK_NUMBER =
  /(?:Số|SỐ)\s*(?::?[\s.…]*|:\s*[^\n/]{1,8}?\s*)(?:\/\s*(?:20\d\d\s*\/\s*)?|-\s*)(?<symbol>[\p{Lu}][\p{L}]{1,4})\s*[-–/.]\s*\p{Lu}[\p{L}&-]*/u;

/** The marks of a letterhead. */
const marksOf = built(['mottoes', 'placeKinds', 'bodyOpenings', 'timeWords'], (tables) => {
  const { mottoes, placeKinds, bodyOpenings } = tables;
  const { DAY_IN_ALL_CASES: OF_DAY, MONTH, YEAR } = dateSources(tables);
  const DAY = String.raw`(?<day>\d\s?\d?)\s{0,3}${MONTH}\s{1,3}(?<month>\d\s?\d?)\s{0,3}${YEAR}\s{1,3}(?<year>[12]\s?\d\s?\d\s?\d)(?!\d)`;
  const kinds = placeKinds.filter(({ level }) => level !== 'province');
  const KIND = inSentence(kinds);
  /** Names of places are written in small letters with capitals, the lines around them in capitals only. "20 23": a page may paint digits apart. "16/CT-TTg ngày …" names no place. */
  const PLACE = String.raw`(?<place>(?:${KIND}\s{0,2})?(?:\p{Lu}(?<!/\S{0,12})\p{Ll}+(?:[\s–-]{1,3}\p{Lu}\p{Ll}*){0,4}(?:\s\d{1,2}(?=\s{0,2},))?|HCM))\s{0,2},?\s{0,2}`;
  return {
    /** A letterhead has one of these. */
    MOTTO: new RegExp(viWords(mottoes.filter(({ opens }) => opens === true)).source, 'giu'),
    MOTTO_PARTS: new RegExp(viWords(mottoes).source, 'giu'),
    LONE_DATE: new RegExp(String.raw`(?<=^|\n)[.…\s,]*${OF_DAY}\s{1,3}${DAY}`, 'u'),
    PLACE_DATE: new RegExp(String.raw`${PLACE}${OF_DAY}\s{1,3}${DAY}`, 'u'),
    BLANK_DATE: new RegExp(
      String.raw`${PLACE}${OF_DAY}[\s.…]{0,12}${MONTH}[\s.…]{0,12}(?<month>\d{0,2})[\s.…]{0,12}${YEAR}\s{0,3}(?<year>(?:19|20)\d\d)`,
      'u',
    ),
    /** The same on a line of its own, below what a letter is about: "V/v … // Hà Nội, ngày 14 tháng 12 năm 2010". */
    DATE_LINE: new RegExp(String.raw`(?<=\n)\s{0,20}${PLACE}${OF_DAY}\s{1,3}${DAY}[ \t.]*(?=\n|$)`, 'u'),
    /** The place and time on the cover of a programme or scheme. */
    COVER: new RegExp(
      String.raw`(?<=\n)${PLACE}(?:${MONTH}\s{1,3}\d{1,2}\s{0,2}(?:/\s{0,2}|${YEAR}\s{1,3}|-\s{0,2})|${YEAR}\s{1,3})(?<year>(?:19|20)\d\d)\s*(?=\n)`,
      'iu',
    ),
    /** What opens the body, or a letter, in case no title stands before it. */
    BODY: new RegExp(
      String.raw`(?<=\s)${viSource`${viWords(bodyOpenings.filter(({ means }) => means.includes('ends-letterhead')))}`}`,
      'u',
    ),
  };
});

/** Words as they stand within a sentence: small, or with a capital first. */
const inSentence = (rows: readonly { readonly word: string }[]): string =>
  viWords(rows.flatMap(({ word }) => [{ word }, { word: word.slice(0, 1).toUpperCase() + word.slice(1) }])).source;

const REACH = 1800;
/** How long what a letter is about is, at most. */
const SUBJECT = 600;

type Match = RegExpExecArray | null;

/** "… do Chính phủ nước Cộng hòa xã hội chủ nghĩa Việt Nam tổ chức": a sentence names the state or the party. */
function isNamedIn(text: string, { index, 0: words }: RegExpExecArray): boolean {
  return /\p{Ll}/u.test(words) && !/^độc/iu.test(words) && /\p{Ll} $/u.test(text.slice(Math.max(0, index - 2), index));
}

/** The lines of a letterhead without what names no body. */
const withoutMatters = (names: string): string =>
  names
    // What a letter is about is no name: "CỤC HÓA CHẤT / V/v trao đổi".
    .replace(/(?<=\n\s*)V\s?\/\s?[vV](?!\p{L})/gu, ';')
    // What is left of a number that cannot be read names nobody.
    .replace(/\d+\s?\/\s?[-–\p{Lu}]\S*/gu, ' ')
    .replace(/(?<=\s)(?:THEO|Theo)\s(?:[^:;.]{0,60}?(?:SỐ|số)\s\S{4,30}|[^\n]{0,80})/gu, ' ');

/** Undefined where the text has no letterhead near its beginning. */
export function letterheadOf(knowledge: Knowledge, text: string): Letterhead | undefined {
  const { OWN_NUMBER, PARTED_NUMBER, BARE_NUMBER } = numbersOf(knowledge);
  const { MOTTO, MOTTO_PARTS, PLACE_DATE, LONE_DATE, BLANK_DATE, DATE_LINE, BODY } = marksOf(knowledge);
  const motto = [...text.slice(0, 8000).matchAll(MOTTO)].find((match) => !isNamedIn(text, match)) ?? null;
  const numbered = OWN_NUMBER.exec(text.slice(0, 1500));
  // Without the nation's motto, a number makes a letterhead where a place and date, or at once the title, stand with it.
  const after = numbered === null ? 0 : numbered.index + numbered[0].length;
  const titled = numbered !== null && (titleAt(knowledge, text, after) ?? Number.POSITIVE_INFINITY) - after < 80;
  const placed = PLACE_DATE.exec(text.slice(0, 1500)) !== null;
  if (motto === null && (numbered === null || !(placed || titled))) return undefined;
  const middle = motto?.index ?? numbered?.index ?? 0;
  const from = Math.max(0, middle - 400);
  const body = BODY.exec(text.slice(middle, middle + REACH));
  const subject = subjectBelow(knowledge, text, numbered);
  const head = text.slice(from, Math.min(middle + (body?.index ?? REACH), subject ?? Number.POSITIVE_INFINITY));
  const own = OWN_NUMBER.exec(head) ?? PARTED_NUMBER.exec(head);
  const blank = own === null ? BLANK_NUMBER.exec(head) : null;
  const bare = own === null && blank === null && motto !== null ? BARE_NUMBER.exec(head) : null;
  const mottoes = [...head.matchAll(MOTTO_PARTS)];
  // "Hạnh phúc" is no part of the place under it.
  const dates = mottoes.reduce(blanked, head);
  const dated = PLACE_DATE.exec(dates) ?? LONE_DATE.exec(dates);
  const undated = dated === null ? BLANK_DATE.exec(dates) : null;
  const parts = [own ?? blank ?? bare, dated ?? undated, ...mottoes];
  const below = dated ?? undated ?? DATE_LINE.exec(text.slice(from + head.length, from + head.length + SUBJECT));
  const rest = `${' '.repeat(from)}${parts.reduce(blanked, head)}${text.slice(from + head.length)}`;
  const known = parts.filter((part) => part !== null);
  const start = from + Math.min(...known.map(({ index }) => index));
  const end = from + Math.max(...known.map(({ index, 0: part }) => index + part.length));
  const opens = titleStart(knowledge, rest, start, end);
  const { symbol } = (own ?? blank ?? bare)?.groups ?? {};
  return {
    number: normalNumber(knowledge, (own ?? bare)?.groups ?? {}) ?? null,
    printed: (own ?? blank ?? bare)?.[0] ?? null,
    kindSymbol: symbol === undefined ? null : kindIn(symbol),
    issuedOn: dayOf(undated === null ? below : null),
    notBefore: monthOf(undated),
    place: below?.groups?.place?.replace(/\s+/gu, ' ') ?? null,
    bodies: withEnacting(
      knowledge,
      bodiesIn(
        knowledge,
        ownNames(
          knowledge,
          withoutMatters(
            rest.slice(
              namesFrom(knowledge, rest, from, start),
              Math.min(opens ?? capitalsEnd(rest, end), from + head.length),
            ),
          ),
        ),
        dayOf(dated) ?? monthOf(undated),
      ),
      opens === undefined ? '' : rest.slice(opens, from + head.length),
    ),
    titleAt: opens,
    rest,
    start,
    end,
  };
}

const kindIn = (symbol: string): string => symbol.split(/[-–./]/u)[0]?.trim() ?? symbol;

/** Where a letter says, right below its number, what it is about: "Về thực hiện Chỉ thị số 16/CT-TTg …" names another's paper. */
function subjectBelow(knowledge: Knowledge, text: string, number: Match): number | undefined {
  const symbol = number?.groups?.symbol;
  if (number === null || symbol === undefined || formOfSymbol(knowledge, kindIn(symbol)) !== 'official-dispatch')
    return undefined;
  const after = number.index + number[0].length;
  const gap = /^\s*\n\s*(?=Về\s)/u.exec(text.slice(after, after + 100))?.[0].length;
  return gap === undefined ? undefined : after + gap;
}

/** Where the names of a letterhead begin: below the headline of a page and what its site says of the paper. */
function namesFrom(knowledge: Knowledge, text: string, from: number, start: number): number {
  const above = text.slice(from, start);
  if (!/\p{Ll}{2}/u.test(above)) return from;
  const first = [...above.matchAll(/[^\n]+/gu)].find(({ 0: line }) => bodiesIn(knowledge, line.trim())[0]?.start === 0);
  return first !== undefined && /\p{Ll}{2}/u.test(above.slice(0, first.index)) ? from + first.index : from;
}

/** End of the lines in capitals that go on with a letterhead whose title is lost. */
const capitalsEnd = (text: string, from: number): number =>
  from + (/^[^\n]*(?:\n[^\p{Ll}\n]*(?=\n|$))*/u.exec(text.slice(from, from + 1000))?.[0].length ?? 0);

/** The year that the cover of a programme or scheme tells instead of a date: "Đà Nẵng, tháng 3 năm 2021". */
export function coverYear(knowledge: Knowledge, text: string): number | undefined {
  const year = marksOf(knowledge).COVER.exec(text.slice(0, 2000))?.groups?.year;
  return year === undefined ? undefined : Number(year);
}

/** Where the first line says "HỘI ĐỒNG NHÂN DÂN" alone, the whole name stands between title and body: who enacts. */
function withEnacting(knowledge: Knowledge, bodies: readonly NamedBody[], below: string): readonly NamedBody[] {
  const last = bodies.at(-1);
  if (last?.code !== 'ubnd' && last?.code !== 'hdnd') return bodies;
  const whole = bodiesIn(knowledge, below).find(
    ({ code, place }) => place !== undefined && /\s\p{Lu}/u.test(place) && code.startsWith(`${last.code}-`),
  );
  return whole === undefined ? bodies : [...bodies, whole];
}

const blanked = (text: string, match: Match): string =>
  match === null
    ? text
    : `${text.slice(0, match.index)}${match[0].replace(/[^\n]/gu, ' ')}${text.slice(match.index + match[0].length)}`;

const digits = (written: string | undefined): string => written?.replace(/\s/gu, '') ?? '';

function dayOf(match: Match): string | null {
  const { day, month, year } = match?.groups ?? {};
  return isoDate(digits(year), digits(month), digits(day)) ?? null;
}

function monthOf(match: Match): string | null {
  const { month, year } = match?.groups ?? {};
  return isoDate(digits(year), digits(month) || '1', '1') ?? null;
}

/** "Ban Chỉ huy Phòng thủ dân sự (PTDS) tỉnh": the short name parts the name from its place. */
export const withoutShortNames = (text: string): string =>
  text.includes('(') ? text.replace(/\s?\([\p{Lu}&–-]{2,20}\)/gu, '') : text;

/** The bodies that a few lines name one under the other. */
export function bodiesIn(knowledge: Knowledge, lines: string, date: string | null = null): readonly NamedBody[] {
  const text = withoutShortNames(lines).replace(/\s+/gu, ' ');
  const bodies: NamedBody[] = [];
  let free = 0;
  for (const start of text.matchAll(new RegExp(nameStarts(knowledge).SOURCE, 'giu'))) {
    if (start.index < free) continue;
    const body = bodyAt(knowledge, text, start.index, date);
    if (body === undefined || body.collective) continue;
    bodies.push(body);
    free = body.end;
  }
  return bodies;
}
