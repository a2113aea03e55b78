import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { isoDate } from '../../language/calendar.ts';
import { normalNumber, numberSourcesOf } from '../../language/document-numbers.ts';
import type { NamedBody } from '../mentions/agencies/body.ts';
import { committeeOf } from './committee.ts';
import { bodiesIn } from './letterhead.ts';

/** What a site of legal documents prints above or below one: "Số hiệu", "Ngày ban hành", "Cơ quan ban hành". */
export interface SiteSheet {
  readonly number: string | null;
  readonly issuedOn: string | null;
  readonly issuer: NamedBody | undefined;
  /** "Quyết định" */
  readonly kind: string | null;
}

const ownNumberOf = built(
  ['documentSymbols'],
  (tables) =>
    new RegExp(
      String.raw`Số\s*(?:/\s*)?(?:ký\s*)?hiệu(?:\s+văn\s+bản)?[\s:]{0,4}${numberSourcesOf(tables).NUMBER}`,
      'iu',
    ),
);
const ISSUED = /Ngày\s+(?:ban\s+hành|ký)[\s:]{1,4}(?<day>\d{1,2})[/-](?<month>\d{1,2})[/-](?<year>\d{4})/iu;
/** "Ban hành: 25/02/2013 - Hiệu lực: 11/04/2013" */
const ISSUED_AND_VALID =
  /Ban\s+hành\s{0,2}:\s{0,2}(?<day>\d{1,2})[/-](?<month>\d{1,2})[/-](?<year>\d{4})(?=[^\d\n]{1,9}\n?[^\d\n]{0,9}hiệu\s+lực)/iu;
const KIND = /Loại\s+văn\s+bản[\s:]{1,4}(?<kind>\p{L}+(?:\s\p{L}+)?)/iu;
const ISSUER = /(?:Cơ\s+quan|Nơi)\s+ban\s+hành[\s:]{1,4}(?<by>[^\n]{3,100})/iu;

/** Undefined where there is no such sheet: a number or a date alone may be anything's. */
export function siteSheetOf(knowledge: Knowledge, text: string): SiteSheet | undefined {
  const number = ownNumberOf(knowledge).exec(text);
  const issued = (number === null ? null : ISSUED.exec(text)) ?? ISSUED_AND_VALID.exec(text);
  if (issued === null) return undefined;
  const { day = '', month = '', year = '' } = issued.groups ?? {};
  const own = normalNumber(knowledge, number?.groups ?? {}) ?? null;
  const issuedOn = isoDate(year, month, day) ?? null;
  const by = ISSUER.exec(text)?.groups?.by;
  return {
    number: own,
    issuedOn,
    // "Tỉnh Bắc Ninh" says whose committee or council.
    issuer:
      by === undefined
        ? undefined
        : (bodiesIn(knowledge, by)[0] ?? committeeOf(knowledge, { number: own }, by, issuedOn)),
    kind: KIND.exec(text)?.groups?.kind ?? null,
  };
}
