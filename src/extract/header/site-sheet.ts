import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { isoDate } from '../../language/calendar.ts';
import { normalNumber, numberSourcesOf } from '../../language/document-numbers.ts';
import type { NamedBody } from '../mentions/agencies/body.ts';
import { bodiesIn } from './letterhead.ts';

/** What a site of legal documents prints above or below one: "Số hiệu", "Ngày ban hành", "Cơ quan ban hành". */
export interface SiteSheet {
  readonly number: string | null;
  readonly issuedOn: string | null;
  readonly issuer: NamedBody | undefined;
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
const ISSUER = /(?:Cơ\s+quan|Nơi)\s+ban\s+hành[\s:]{1,4}(?<by>[^\n]{3,100})/iu;

/** Undefined where there is no such sheet: a number or a date alone may be anything's. */
export function siteSheetOf(knowledge: Knowledge, text: string): SiteSheet | undefined {
  const number = ownNumberOf(knowledge).exec(text);
  const issued = ISSUED.exec(text);
  if (number === null || issued === null) return undefined;
  const { day = '', month = '', year = '' } = issued.groups ?? {};
  const by = ISSUER.exec(text)?.groups?.by;
  return {
    number: normalNumber(knowledge, number.groups ?? {}) ?? null,
    issuedOn: isoDate(year, month, day) ?? null,
    issuer: by === undefined ? undefined : bodiesIn(knowledge, by)[0],
  };
}
