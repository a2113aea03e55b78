import type { Context } from '../../knowledge/context.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { provinceAsOf } from '../../knowledge/provinces.ts';
import { isoDate } from '../../language/calendar.ts';
import type { DocumentHeader, Period, Province } from '../../model/record.ts';
import type { Told } from '../../model/told.ts';
import type { Laid } from '../document/text.ts';
import type { NamedBody } from '../mentions/agencies/body.ts';
import { scan } from '../mentions/engine/rule.ts';
import { documentNumber } from '../mentions/references/document-number.ts';
import { type Heading, headingOf } from './heading.ts';
import { headlineOf } from './headline.ts';
import { issuing, levelBelow, levelOf, wholeName } from './issuer.ts';
import { bodiesIn, coverYear, type Letterhead, letterheadOf } from './letterhead.ts';
import { type Report, reportOf } from './news-sentence.ts';
import { viewOf } from './opening.ts';
import { periodOf } from './period.ts';
import {
  provinceInText,
  provinceInTitle,
  provinceOfDistricts,
  provinceOfPlace,
  provinceRecord,
  provinceTold,
} from './province.ts';
import { type Signature, signatureOf, signersOf } from './signers.ts';
import { sheetOf } from './site-sheet.ts';

export interface HeaderOptions {
  readonly knowledge: Knowledge;
  readonly told?: Told;
  /** The title that the file carries outside its text. */
  readonly title?: string;
}

export interface Header
  extends Pick<
    DocumentHeader,
    'form' | 'number' | 'title' | 'issuer' | 'province' | 'level' | 'issuedOn' | 'period' | 'signers'
  > {
  /** Index of the block in which the body begins: after letterhead and title. */
  readonly headerEnd: number;
  /** Offset in the document's text at which the body begins; inside a block where a whole document is one run of text. */
  readonly bodyStart: number;
  /** Recipients and signatures, before any appendix; null where there are none. */
  readonly signature: Signature | null;
}

/**
 * What the beginning and the end of a document say of it: from its letterhead, in whatever layout, else from the sentence in which a
 * news page reports the plan. Unknown is null; a manifest fills only what the text does not tell.
 */
export function readHeader(laid: Laid, options: HeaderOptions): Header {
  const undated = undatedBy(options.knowledge);
  const view = viewOf(laid);
  const letterhead = letterheadOf(view.text);
  const report = letterhead === undefined ? reportOf(view.text) : undefined;
  const named = headlineOf(letterhead === undefined ? view.text : view.text.slice(0, letterhead.start));
  const heading = headingOf(laid, view.text, { letterhead, headline: named, report }, options.title);
  // "CHỈ THỊ CỦA … SỐ 16/2001/CT-TTG NGÀY …": a title may say what a letterhead does.
  const headline = letterhead === undefined && heading.title !== null ? headlineOf(heading.title) : named;
  const bodyStart = view.at[heading.end] ?? laid.text.length;
  const block = laid.blocks.find(({ end }) => end > bodyStart);
  const headerEnd = heading.end === 0 ? 0 : (block?.index ?? laid.blocks.length);
  const signature = signatureOf(laid, headerEnd);
  const carrier = letterhead === undefined && report === undefined ? carrierOf(view.text, undated) : undefined;
  const sheet = sheetOf(view.text);
  const issuer =
    wholeName(options.knowledge, letterhead) ??
    sheet?.body ??
    headline?.body ??
    report?.issuer ??
    carrier?.body ??
    firstBody(view.text, letterhead);
  const issuedOn =
    letterhead?.issuedOn ?? sheet?.issuedOn ?? headline?.issuedOn ?? report?.issuedOn ?? carrier?.issuedOn ?? null;
  const level = levelOf(issuer) ?? levelBelow(letterhead?.bodies.findLast((body) => levelOf(body) !== null));
  const year = issuedOn === null ? (options.told?.year ?? coverYear(view.text) ?? null) : Number(issuedOn.slice(0, 4));
  const period = readPeriod(view.text, heading, report, year);
  // Undated, it is of the latest time that anything in it speaks of.
  const times = [
    letterhead?.notBefore ?? null,
    period?.start ?? null,
    year === null ? null : `${year}-01-01`,
    notBefore(view.text, undated) ?? null,
  ].filter((time) => time !== null);
  const asOf = issuedOn ?? times.sort().at(-1) ?? null;
  const province =
    level === 'central'
      ? null
      : readProvince(laid, view.text, { letterhead, report, issuer, heading: heading.title }, asOf, options);
  return {
    form: heading.form,
    number: letterhead?.number ?? sheet?.number ?? headline?.number ?? report?.number ?? carrier?.number ?? null,
    title: heading.title ?? options.told?.title ?? options.title ?? null,
    ...issuing(options.knowledge, issuer, province, level),
    province,
    issuedOn,
    period: period ?? (options.told?.year === undefined ? null : wholeYear(options.told.year)),
    signers: signature === undefined ? [] : [...signersOf(laid, signature)],
    headerEnd,
    bodyStart,
    signature: signature ?? null,
  };
}

const undatedBy = (knowledge: Knowledge): Context => ({ knowledge, year: null, date: null, singleYear: false });

/** The document that a plan without letterhead is part of. */
interface Carrier {
  readonly number: string | null;
  readonly issuedOn: string | null;
  readonly body: NamedBody | undefined;
}

/** "(Ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 3/2/2024 của UBND tỉnh …)": what it was issued with. */
function carrierOf(text: string, context: Context): Carrier | undefined {
  const aside = /\((?:Kèm\s+theo|Ban\s+hành\s+kèm\s+theo)(?<what>[^()]{5,400})\)/iu.exec(text.slice(0, 3000));
  const what = aside?.groups?.what;
  if (what === undefined) return undefined;
  const cited = scan(documentNumber, what, context)[0];
  const [, by] = /\scủa\s+([^()]{3,120})$/u.exec(what) ?? [];
  const [, day, month, year] = /ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})/u.exec(what) ?? [];
  const reference = cited?.kind === 'reference' ? cited.value : undefined;
  return {
    number: reference?.number ?? null,
    issuedOn: reference?.date ?? isoDate(year ?? '', month ?? '', day ?? '') ?? null,
    body: by === undefined ? undefined : bodiesIn(by)[0],
  };
}

/** The last day that the text cites a document of: it is not older than that. */
function notBefore(text: string, context: Context): string | undefined {
  return scan(documentNumber, text, context)
    .flatMap((mention) => (mention.kind === 'reference' && mention.value.date !== null ? [mention.value.date] : []))
    .sort()
    .at(-1);
}

/** Who acts first in a text that says nowhere who issued it. */
function firstBody(text: string, letterhead: Letterhead | undefined): NamedBody | undefined {
  if (letterhead !== undefined) return undefined;
  const acts = bodiesIn(text.slice(0, 1500)).find((body) => body.level !== null && body.level !== 'central');
  return acts;
}

function readPeriod(text: string, heading: Heading, report: Report | undefined, year: number | null): Period | null {
  const titled = heading.title === null ? null : periodOf(heading.title, year);
  if (titled !== null) return titled;
  const told = report === undefined ? null : periodOf(report.sentence, year);
  if (told !== null) return told;
  const opening = text.slice(heading.end, heading.end + 3000);
  const clauses = [...opening.matchAll(ISSUES)];
  // What a preamble leads up to stands at its end; before it, plans of others are named.
  const sum = /(?:như|cụ\s+thể|chính|chủ\s+yếu)\s+sau(?![\p{L}])|sau\s+đây|sau\s*:/iu.exec(opening)?.index ?? 0;
  const clause = clauses.findLast(({ index }) => index < sum) ?? clauses[0];
  return clause?.groups?.what === undefined ? null : periodOf(clause.groups.what, year);
}
const ISSUES = /(?:ban\s+hành|xây\s+dựng)\s+(?:Kế\s+hoạch|Chương\s+trình)(?=(?<what>[^;:]{0,300}))/giu;

const wholeYear = (year: number): Period => ({ start: `${year}-01-01`, end: `${year}-12-31` });

interface Named {
  readonly letterhead: Letterhead | undefined;
  readonly report: Report | undefined;
  readonly issuer: NamedBody | undefined;
  readonly heading: string | null;
}

function readProvince(
  laid: Laid,
  opening: string,
  named: Named,
  date: string | null,
  { knowledge, told }: HeaderOptions,
): Province | null {
  const { letterhead, issuer, heading } = named;
  const basis = letterhead === undefined ? 'text' : 'header';
  for (const body of [issuer, ...(letterhead?.bodies ?? [])]) {
    const unit = body?.place === undefined ? undefined : provinceOfPlace(knowledge, body.place, date);
    if (unit !== undefined) return provinceRecord(unit, basis);
  }
  const unit = letterhead?.place == null ? undefined : provinceOfPlace(knowledge, letterhead.place, date);
  // Bodies of the centre date their letters from Hà Nội too.
  if (unit !== undefined && (unit.code !== '01' || levelOf(issuer) !== null)) return provinceRecord(unit, 'header');
  const said =
    (heading === null ? undefined : provinceInTitle(knowledge, heading, date)) ??
    (named.report === undefined ? undefined : provinceInText(knowledge, named.report.sentence, date)) ??
    provinceInText(knowledge, opening.slice(0, 4000), date) ??
    provinceInText(knowledge, laid.text.slice(0, 200_000), date) ??
    provinceOfDistricts(knowledge, opening, date, /^(?:district|commune)$/u.test(levelOf(issuer) ?? '') ? 1 : 2);
  if (said !== undefined) return provinceRecord(provinceAsOf(knowledge, said, date), 'text');
  const manifest = told?.province === undefined ? undefined : provinceTold(knowledge, told.province, date);
  return manifest === undefined ? null : provinceRecord(manifest, 'manifest');
}
