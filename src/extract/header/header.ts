import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Declared } from '../../model/declared.ts';
import type { DocumentHeader, Period } from '../../model/record.ts';
import type { Laid } from '../document/text.ts';
import { carrierOf } from './carrier.ts';
import { latestCited } from './cited.ts';
import { postedOn } from './day-of-issue.ts';
import { hear, type KnownFacts, type Page, type Witness } from './facts.ts';
import { headingOf } from './heading.ts';
import { headlineOf } from './headline.ts';
import {
  actorIn,
  centralIn,
  enactorBelow,
  issuing,
  levelAbove,
  levelActed,
  levelBelow,
  levelOfIssuer,
  speaksForCentre,
  wholeName,
} from './issuer.ts';
import { coverYear, letterheadOf } from './letterhead.ts';
import { countsDistricts, levelFor, levelSpoken, levelTold, speakerFirst, speakerIn } from './level-told.ts';
import { CENTRAL, reportOf } from './news-sentence.ts';
import { readOpening } from './opening.ts';
import { campaignOf, periodAimed, periodEnacted, periodIssued, periodOf, periodTold, stageAround } from './period.ts';
import { type Signature, signatureOf, signersOf } from './signers.ts';
import { siteSheetOf } from './site-sheet.ts';
import { formInTitle, formOf, formOfItself } from './title.ts';
import { PROVINCE_WITNESSES } from './whose-province.ts';

export interface HeaderOptions {
  readonly knowledge: Knowledge;
  readonly declared?: Declared;
  /** What of it counts before the text, as the text cannot be read surely there. */
  readonly sure?: Declared;
  /** The title that the file carries outside its text. */
  readonly title?: string;
  /** Where the file came from: a path or an address. */
  readonly uri?: string;
}

export interface Header
  extends Pick<
    DocumentHeader,
    'form' | 'number' | 'title' | 'issuer' | 'province' | 'level' | 'issuedOn' | 'period' | 'signers'
  > {
  /** What it says that it is about: its title, of an article also the sentence that reports the plan. */
  readonly about: string | null;
  /** When an article was posted; null where it does not say, and of other texts. */
  readonly postedOn: string | null;
  /** Index of the block in which the body begins: after letterhead and title. */
  readonly headerEnd: number;
  /** Offset in the document's text at which the body begins; inside a block where a whole document is one run of text. */
  readonly bodyStart: number;
  /** Recipients and signatures, before any appendix; null where there are none. */
  readonly signature: Signature | null;
}

const DECLARED = ['number', 'issuedOn'] as const;
const PAPER = ['number', 'issuedOn', 'issuer'] as const;

/** Here, in UTF-16 units, a page says when it was posted. */
const PAGE_HEAD = 3000;

/** A headline that sets a figure of its own. */
const TELLS_FIGURE = /\d\s?%|(?<!\p{L})(?:phấn đấu|có|đạt|trên|hơn|thêm)\s[^\d]{0,40}\d/iu;

const paperOf = (declared: Declared | undefined): KnownFacts => ({
  number: declared?.number,
  issuedOn: declared?.issuedOn,
});

/** Who says what a document is, in this order: what the paper says of itself counts before what others say of it. */
const WITNESSES: readonly Witness[] = [
  { gives: DECLARED, says: ({ sure }) => paperOf(sure) },
  {
    gives: PAPER,
    says: ({ knowledge, letterhead }) => letterhead && { ...letterhead, issuer: wholeName(knowledge, letterhead) },
  },
  { gives: PAPER, says: ({ sheet }) => sheet },
  { gives: PAPER, says: ({ headline }) => headline },
  { gives: PAPER, says: ({ report }) => report },
  { gives: PAPER, says: carrierOf },
  { gives: DECLARED, says: ({ declared }) => paperOf(declared) },
  {
    gives: ['issuer'],
    says: ({ knowledge, letterhead, heading, opening }) =>
      letterhead === undefined
        ? { issuer: speakerIn(knowledge, heading.title ?? '') ?? speakerFirst(knowledge, opening) }
        : {},
  },
  {
    gives: ['issuer'],
    says: ({ knowledge, letterhead, opening, heading }) =>
      letterhead === undefined ? { issuer: enactorBelow(knowledge, opening, heading.end) } : {},
  },
  // What an article without a document is about stands in its headline; bodies of every level act in its text.
  {
    gives: ['level'],
    says: ({ knowledge, letterhead, heading, report, opening }, { issuer }) =>
      letterhead === undefined && heading.form === 'news' && report === undefined && issuer == null
        ? { level: levelTold(knowledge, heading.title ?? '', opening) }
        : {},
  },
  {
    gives: ['level'],
    says: ({ knowledge, letterhead, report, opening }, { issuer }) =>
      letterhead === undefined && report === undefined && issuer == null && speaksForCentre(knowledge, opening)
        ? { level: 'central' }
        : {},
  },
  {
    gives: ['issuer'],
    says: ({ knowledge, letterhead, opening, heading }, { level }) => {
      if (letterhead !== undefined) return {};
      return { issuer: level === 'central' ? centralIn(knowledge, heading.title ?? '') : actorIn(knowledge, opening) };
    },
  },
  {
    gives: ['level'],
    says: ({ knowledge, letterhead, opening }, known) =>
      letterhead === undefined ? { level: levelActed(knowledge, opening, known) } : {},
  },
  { gives: ['level'], says: (_, { issuer }) => ({ level: levelOfIssuer(issuer) }) },
  { gives: ['level'], says: ({ letterhead }) => ({ level: levelBelow(letterhead) }) },
  {
    gives: ['level'],
    says: ({ knowledge, letterhead, heading }, { issuer }) =>
      letterhead === undefined && issuer == null ? { level: levelFor(knowledge, heading.title ?? '') } : {},
  },
  {
    gives: ['level'],
    says: (_, { issuer, number }) => (issuer == null && CENTRAL.test(number ?? '') ? { level: 'central' } : {}),
  },
  {
    gives: ['level'],
    says: ({ knowledge, letterhead, opening }, { issuer }) =>
      letterhead === undefined && (issuer == null || issuer.code === 'ubnd-thanh-pho')
        ? {
            level:
              levelAbove(knowledge, opening) ??
              levelSpoken(knowledge, opening) ??
              (issuer == null && countsDistricts(knowledge, opening) ? 'province' : null),
          }
        : {},
  },
  {
    gives: ['form'],
    says: ({ knowledge, sheet, letterhead, heading }) =>
      letterhead === undefined && heading.form === 'other' ? { form: formInTitle(knowledge, sheet?.kind ?? '') } : {},
  },
  {
    gives: ['form'],
    says: ({ knowledge, letterhead, laid, heading }) =>
      letterhead === undefined && heading.form === 'other' ? { form: formOfItself(knowledge, laid.text) } : {},
  },
  { gives: ['form', 'title'], says: ({ heading }) => heading },
  { gives: ['title'], says: ({ declared }) => ({ title: declared?.title }) },
  { gives: ['title'], says: ({ fileTitle }) => ({ title: fileTitle }) },
  { gives: ['year'], says: (_, { issuedOn }) => ({ year: issuedOn == null ? null : Number(issuedOn.slice(0, 4)) }) },
  { gives: ['year'], says: ({ declared }) => ({ year: declared?.year }) },
  { gives: ['year'], says: ({ knowledge, opening }) => ({ year: coverYear(knowledge, opening) }) },
  // A headline names a figure's year before the plan's: "Phấn đấu đến năm 2025, hơn 90% hộ gia đình …".
  {
    gives: ['period'],
    says: ({ knowledge, heading, report }, { year }) =>
      heading.form === 'news' && formOf(knowledge, heading.title ?? '') === 'other' && report !== undefined
        ? { period: periodOf(knowledge, report.sentence, year) }
        : {},
  },
  {
    gives: ['period'],
    says: ({ knowledge, letterhead, laid, heading: { form, title } }, { year }) =>
      letterhead === undefined && (form === 'news' || form === 'other') && TELLS_FIGURE.test(title ?? '')
        ? { period: stageAround(knowledge, laid.text, periodOf(knowledge, title ?? '', year)) }
        : {},
  },
  {
    gives: ['period'],
    says: ({ knowledge, heading: { title } }, { year }) => ({
      period: title === null ? null : (campaignOf(knowledge, title) ?? periodOf(knowledge, title, year)),
    }),
  },
  {
    gives: ['period'],
    says: ({ knowledge, report }, { year }) => ({ period: report && periodOf(knowledge, report.sentence, year) }),
  },
  {
    gives: ['period'],
    says: ({ knowledge, opening, heading }, { year }) => ({
      period: periodIssued(knowledge, opening.slice(heading.end), year),
    }),
  },
  {
    gives: ['period'],
    says: ({ knowledge, opening, heading: { form, end } }, { year }) =>
      form === 'decision' || form === 'resolution'
        ? { period: periodEnacted(knowledge, opening.slice(end), year) }
        : {},
  },
  {
    gives: ['period'],
    says: ({ knowledge, laid, heading }, { year }) =>
      heading.form === 'news' ? {} : { period: periodAimed(knowledge, laid.text, year) },
  },
  {
    gives: ['period'],
    says: ({ knowledge, laid, heading, letterhead }, { year, level }) =>
      letterhead === undefined && (heading.form === 'news' || heading.form === 'other')
        ? { period: periodTold(knowledge, laid.text, year, level === 'central') }
        : {},
  },
  {
    gives: ['period'],
    says: ({ declared }) => ({ period: declared?.year === undefined ? null : wholeYear(declared.year) }),
  },
  { gives: ['asOf'], says: (_, { issuedOn }) => ({ asOf: issuedOn }) },
  { gives: ['asOf'], says: (page, known) => ({ asOf: latestTime(page, known) }) },
  ...PROVINCE_WITNESSES,
  // What names no other unit than a province is about the province.
  {
    gives: ['level'],
    says: ({ letterhead }, { province, issuer }) =>
      letterhead === undefined && issuer == null && province != null && province !== 'none'
        ? { level: 'province' }
        : {},
  },
];

/**
 * What the beginning and the end of a document say of it: from its letterhead, in whatever layout, else from the sentence in which a
 * news page reports the plan. Unknown is null; a manifest fills only what the text does not tell.
 */
export function readHeader(laid: Laid, options: HeaderOptions): Header {
  const { text: opening, at } = readOpening(options.knowledge, laid);
  const page = pageOf(laid, opening, options);
  const known = hear(WITNESSES, page);
  const { end } = page.heading;
  const bodyStart = at[end] ?? laid.text.length;
  const block = laid.blocks.find((one) => one.end > bodyStart);
  const headerEnd = end === 0 ? 0 : (block?.index ?? laid.blocks.length);
  const signature = signatureOf(options.knowledge, laid, headerEnd);
  const province = known.province === 'none' ? null : (known.province ?? null);
  return {
    form: known.form ?? 'other',
    number: known.number ?? null,
    title: known.title ?? null,
    about: aboutOf(page, known),
    postedOn: known.form === 'news' ? (postedOn(laid.text.slice(0, PAGE_HEAD)) ?? null) : null,
    // The province overrules the letterhead: it completes the issuer's name, and a city of the centre is no district.
    ...issuing(options.knowledge, known.issuer ?? undefined, province, known.level ?? null),
    province,
    issuedOn: known.issuedOn ?? null,
    period: known.period ?? null,
    signers: signature === undefined ? [] : [...signersOf(options.knowledge, laid, signature)],
    headerEnd,
    bodyStart,
    signature: signature ?? null,
  };
}

const aboutOf = ({ report }: Page, { form, title }: KnownFacts): string | null =>
  form === 'news' && report !== undefined ? `${title ?? ''}. ${report.sentence}` : (title ?? null);

/** The places in which a document says what it is. */
function pageOf(laid: Laid, opening: string, { knowledge, declared, sure, title, uri }: HeaderOptions): Page {
  const letterhead = letterheadOf(knowledge, opening);
  const report = letterhead === undefined ? reportOf(knowledge, opening, laid.text.slice(0, PAGE_HEAD)) : undefined;
  const named = headlineOf(knowledge, letterhead === undefined ? opening : opening.slice(0, letterhead.start));
  const heading = headingOf(knowledge, laid, opening, { letterhead, headline: named, report }, title);
  // "CHỈ THỊ CỦA … SỐ 16/2001/CT-TTG NGÀY …": a title may say what a letterhead does.
  const headline = letterhead === undefined && heading.title !== null ? headlineOf(knowledge, heading.title) : named;
  const sheet = siteSheetOf(knowledge, opening);
  return {
    knowledge,
    laid,
    opening,
    letterhead,
    headline,
    report,
    sheet,
    heading,
    declared,
    sure,
    fileTitle: title,
    uri,
  };
}

/** Undated, a document is of the latest time that anything in it speaks of. */
const latestTime = ({ knowledge, letterhead, opening }: Page, { year, period }: KnownFacts): string | undefined =>
  [
    letterhead?.notBefore ?? undefined,
    period?.start ?? undefined,
    year == null ? undefined : `${year}-01-01`,
    latestCited(knowledge, opening),
  ]
    .filter((time) => time !== undefined)
    .sort()
    .at(-1);

const wholeYear = (year: number): Period => ({ start: `${year}-01-01`, end: `${year}-12-31` });
