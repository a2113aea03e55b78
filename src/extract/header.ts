import { MERGER, provinceAsOf, provinceNamed } from '../knowledge/provinces.ts';
import type { Context } from '../model/mention.ts';
import type { DocumentHeader, Level, Period, Province } from '../model/record.ts';
import type { Told } from '../model/told.ts';
import type { NamedBody } from './agency-body.ts';
import { formOfSymbol } from './document-numbers.ts';
import { type Headline, headlineOf } from './header-headline.ts';
import { bodiesIn, coverYear, type Letterhead, letterheadOf } from './header-letterhead.ts';
import { looksLikeNews, type Report, reportOf } from './header-news.ts';
import { periodOf } from './header-period.ts';
import {
  provinceInText,
  provinceInTitle,
  provinceOfDistricts,
  provinceOfPlace,
  provinceRecord,
  provinceTold,
} from './header-province.ts';
import { sheetOf } from './header-sheet.ts';
import { type Signature, signatureOf, signersOf } from './header-signers.ts';
import { formOf, kindOf, titleAt, titleFrom } from './header-title.ts';
import { viewOf } from './header-view.ts';
import type { Laid } from './laid.ts';
import { scan } from './rule.ts';
import { documentNumber, isoDate } from './rules/document-number.ts';

export interface HeaderOptions {
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

/** Level of government of who issues: a body of a province that is not its council or party committee is a department. */
function levelOf(body: NamedBody | undefined): Level | null {
  if (body === undefined) return null;
  if (/^(?:ubnd|hdnd)-tinh$|^(?:ban-thuong-vu-|thuong-truc-)?(?:tinh|thanh)-uy$/u.test(body.code)) return 'province';
  if (/^phong-/u.test(body.code)) return 'district';
  return body.level === 'province' ? 'department' : body.level;
}

/** A body that no table knows is of the level of the one above it: a province's is one of its departments. */
function levelBelow(above: NamedBody | undefined): Level | null {
  const level = levelOf(above);
  return level === 'province' ? 'department' : level;
}

/**
 * What the beginning and the end of a document say of it: from its letterhead, in whatever layout, else from the sentence in which a
 * news page reports the plan. Unknown is null; a manifest fills only what the text does not tell.
 */
export function readHeader(laid: Laid, options: HeaderOptions = {}): Header {
  const view = viewOf(laid);
  const letterhead = letterheadOf(view.text);
  const report = letterhead === undefined ? reportOf(view.text) : undefined;
  const named = headlineOf(letterhead === undefined ? view.text : view.text.slice(0, letterhead.start));
  const heading = headingOf(laid, view.text, { letterhead, headline: named, report }, options);
  // "CHỈ THỊ CỦA … SỐ 16/2001/CT-TTG NGÀY …": a title may say what a letterhead does.
  const headline = letterhead === undefined && heading.title !== null ? headlineOf(heading.title) : named;
  const bodyStart = view.at[heading.end] ?? laid.text.length;
  const block = laid.blocks.find(({ end }) => end > bodyStart);
  const headerEnd = heading.end === 0 ? 0 : (block?.index ?? laid.blocks.length);
  const signature = signatureOf(laid, headerEnd);
  const carrier = letterhead === undefined && report === undefined ? carrierOf(view.text, UNDATED) : undefined;
  const sheet = sheetOf(view.text);
  const issuer =
    wholeName(letterhead) ??
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
    notBefore(view.text, UNDATED) ?? null,
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
    ...issuing(issuer, province, level),
    province,
    issuedOn,
    period: period ?? (options.told?.year === undefined ? null : wholeYear(options.told.year)),
    signers: signature === undefined ? [] : [...signersOf(laid, signature)],
    headerEnd,
    bodyStart,
    signature: signature ?? null,
  };
}

/** Who issues, in full: "UBND tỉnh" is that of the province that the document is of, "UBND thành phố" of a city of the centre too. */
function issuing(
  body: NamedBody | undefined,
  province: Province | null,
  level: Level | null,
): { readonly issuer: Header['issuer']; readonly level: Level | null } {
  if (body === undefined) return { issuer: null, level };
  const { code, name } = body;
  if (province === null || !/(?:tỉnh|thành phố)$/iu.test(name)) return { issuer: { code, name }, level };
  const whole = `${name} ${province.name}`;
  if (/-tinh$/u.test(code)) return { issuer: { code, name: whole }, level };
  const city = provinceNamed(province.name, province.set === 34 ? MERGER : null)?.kind === 'city';
  if (!city || !/^(?:ubnd|hdnd)-thanh-pho$/u.test(code)) return { issuer: { code, name }, level };
  return { issuer: { code: code.replace(/thanh-pho$/u, 'tinh'), name: whole }, level: 'province' };
}

/** Who issues, by the last line of the letterhead; where "TỈNH …" is lost under "ỦY BAN NHÂN DÂN", the place of the date says it. */
function wholeName(letterhead: Letterhead | undefined): NamedBody | undefined {
  const body = letterhead?.bodies.at(-1);
  if (letterhead == null || letterhead.place === null || (body?.code !== 'ubnd' && body?.code !== 'hdnd')) return body;
  const unit = provinceNamed(letterhead.place.replace(/^(?:Thành\s+phố|TP\.?)\s*/iu, ''), letterhead.issuedOn);
  if (unit === undefined) return body;
  const place = `${unit.kind === 'city' ? 'thành phố' : 'tỉnh'} ${unit.name}`;
  return { ...body, code: `${body.code}-tinh`, name: `${body.name} ${place}`, level: 'province', place };
}

const UNDATED: Context = { year: null, date: null, singleYear: false };

interface Heading {
  readonly form: DocumentHeader['form'];
  readonly title: string | null;
  /** Offset in the view at which the body begins. */
  readonly end: number;
}

/** What a document says of itself, each undefined where it does not. */
interface Says {
  readonly letterhead: Letterhead | undefined;
  readonly headline: Headline | undefined;
  readonly report: Report | undefined;
}

function headingOf(laid: Laid, text: string, { letterhead, headline, report }: Says, options: HeaderOptions): Heading {
  if (letterhead !== undefined) {
    const { titleAt: at, rest, kindSymbol } = letterhead;
    if (at !== undefined) {
      const { title, end } = titleFrom(rest, at);
      const form = kindOf(title);
      return {
        form: form === undefined || (form === 'other' && kindSymbol === 'KH') ? formOfSymbol(kindSymbol) : form,
        title,
        end: skipSpace(text, Math.max(end, letterhead.end)),
      };
    }
    return {
      form: formOfSymbol(kindSymbol),
      title: aboutOf(rest) ?? headline?.title ?? null,
      end: skipSpace(text, letterhead.end),
    };
  }
  const news = looksLikeNews(laid);
  const at = titleAt(text, 0);
  if (at !== undefined && at < 1500 && /(?:^|\n)\s*$/u.test(text.slice(0, at)) && !(news && report !== undefined)) {
    const { title, end } = titleFrom(text, at);
    return { form: formOf(title), title, end: skipSpace(text, end) };
  }
  if (headline !== undefined) {
    const { title, form, end } = headline;
    return { form: news ? 'news' : form, title, end: skipSpace(text, end) };
  }
  const line = titleLine(text, options.title);
  const form = news || report !== undefined ? 'news' : line === undefined ? 'other' : formOf(line.title);
  return { form, title: line?.title ?? null, end: line === undefined ? 0 : skipSpace(text, line.end) };
}

/** "V/v triển khai …": what a letter is about. */
const aboutOf = (text: string): string | null =>
  /(?<=\s)V\/v\s*:?\s*(?<about>[^\n]{10,300})/u.exec(text.slice(0, 3000))?.groups?.about?.trim() ?? null;

const skipSpace = (text: string, at: number): number => at + (/^\s*/u.exec(text.slice(at))?.[0].length ?? 0);

/** The headline of a page: what the file calls itself where the text begins with it, else the first line that reads like one. */
function titleLine(
  text: string,
  fileTitle: string | undefined,
): { readonly title: string; readonly end: number } | undefined {
  let at = 0;
  let first: { readonly title: string; readonly end: number } | undefined;
  for (const line of text.slice(0, 3000).split('\n').slice(0, 12)) {
    const title = line.trim();
    const end = at + line.length;
    at = end + 1;
    if (title.length < 12 || title.length > 300 || !/\p{L}{2}.*\s/u.test(title)) continue;
    if (fileTitle?.toLowerCase().includes(title.toLowerCase())) return { title, end };
    const small = /\p{Ll}/u.test(title) && !/^(?:\d(?!\d?\s+\p{Ll})|[-–+•*])|\d{1,2}:\d{2}|[.;:]$/u.test(title);
    if (small) first ??= { title, end };
    // Sites have names and menus above the line that says what the document is.
    if (small && formOf(title) !== 'other') return { title, end };
  }
  return first;
}

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
  { told }: HeaderOptions,
): Province | null {
  const { letterhead, issuer, heading } = named;
  const basis = letterhead === undefined ? 'text' : 'header';
  for (const body of [issuer, ...(letterhead?.bodies ?? [])]) {
    const unit = body?.place === undefined ? undefined : provinceOfPlace(body.place, date);
    if (unit !== undefined) return provinceRecord(unit, basis);
  }
  const unit = letterhead?.place == null ? undefined : provinceOfPlace(letterhead.place, date);
  // Bodies of the centre date their letters from Hà Nội too.
  if (unit !== undefined && (unit.code !== '01' || levelOf(issuer) !== null)) return provinceRecord(unit, 'header');
  const said =
    (heading === null ? undefined : provinceInTitle(heading, date)) ??
    (named.report === undefined ? undefined : provinceInText(named.report.sentence, date)) ??
    provinceInText(opening.slice(0, 4000), date) ??
    provinceInText(laid.text.slice(0, 200_000), date) ??
    provinceOfDistricts(opening, date, /^(?:district|commune)$/u.test(levelOf(issuer) ?? '') ? 1 : 2);
  if (said !== undefined) return provinceRecord(provinceAsOf(said, date), 'text');
  const manifest = told?.province === undefined ? undefined : provinceTold(told.province, date);
  return manifest === undefined ? null : provinceRecord(manifest, 'manifest');
}
