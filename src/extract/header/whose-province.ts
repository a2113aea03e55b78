import { type ProvinceUnit, provinceAsOf } from '../../knowledge/provinces.ts';
import type { Province } from '../../model/record.ts';
import type { KnownFacts, Page, Witness } from './facts.ts';
import { levelOfIssuer } from './issuer.ts';
import { CENTRAL } from './news-sentence.ts';
import {
  provinceDeclared,
  provinceInBanner,
  provinceInText,
  provinceInTitle,
  provinceOfDistricts,
  provinceOfPlace,
  provinceOfSite,
  provinceRecord,
  provinceSpokenOf,
} from './province.ts';

/** One who may know the unit, as of the date that is known by then. */
const witness = (
  basis: (page: Page) => Province['basis'],
  unitOf: (page: Page, asOf: string | null, known: KnownFacts) => ProvinceUnit | undefined,
): Witness => ({
  gives: ['province'],
  says(page, known) {
    const unit = unitOf(page, known.asOf ?? null, known);
    return { province: unit === undefined ? null : provinceRecord(unit, basis(page)) };
  },
});

/** A place named in the text is taken as its unit was called at the document's date. */
const inText = (unitOf: (page: Page, asOf: string | null, known: KnownFacts) => ProvinceUnit | undefined): Witness =>
  witness(
    () => 'text',
    (page, asOf, known) => {
      const unit = unitOf(page, asOf, known);
      return unit === undefined ? undefined : provinceAsOf(page.knowledge, unit, asOf);
    },
  );

/** The place at the end of the issuer's name, else of a body above it. */
function placeOfBodies({ knowledge, letterhead }: Page, asOf: string | null, { issuer }: KnownFacts) {
  for (const body of [issuer, ...(letterhead?.bodies ?? [])]) {
    const unit = body?.place === undefined ? undefined : provinceOfPlace(knowledge, body.place, asOf);
    if (unit !== undefined) return unit;
  }
  return undefined;
}

/** The place from which a letter is dated. Bodies of the centre date theirs from Hà Nội too. */
function placeOfDate({ knowledge, letterhead }: Page, asOf: string | null, { issuer }: KnownFacts) {
  const unit = letterhead?.place == null ? undefined : provinceOfPlace(knowledge, letterhead.place, asOf);
  return unit !== undefined && (unit.code !== '01' || levelOfIssuer(issuer) !== null) ? unit : undefined;
}

/** Who knows of which province a document is, in this order; they are asked when issuer and date are known. */
export const PROVINCE_WITNESSES: readonly Witness[] = [
  { gives: ['province'], says: (_, { level }) => ({ province: level === 'central' ? 'none' : null }) },
  witness(({ letterhead }) => (letterhead === undefined ? 'text' : 'header'), placeOfBodies),
  witness(() => 'header', placeOfDate),
  inText(({ knowledge, heading }, asOf) =>
    heading.title === null ? undefined : provinceInTitle(knowledge, heading.title, asOf),
  ),
  inText(({ knowledge, report }, asOf) =>
    report === undefined ? undefined : provinceInText(knowledge, report.sentence, asOf),
  ),
  inText(({ knowledge, laid, letterhead }, asOf) =>
    letterhead === undefined ? provinceInBanner(knowledge, laid.text, asOf) : undefined,
  ),
  inText(({ knowledge, opening }, asOf) => provinceInText(knowledge, opening.slice(0, 4000), asOf)),
  inText(({ knowledge, laid }, asOf) => provinceInText(knowledge, laid.text.slice(0, 200_000), asOf)),
  // What a district or commune issues names its own; elsewhere a single district may be an example.
  inText(({ knowledge, opening }, asOf, { issuer, level }) =>
    provinceOfDistricts(
      knowledge,
      opening,
      asOf,
      /^(?:district|commune)$/u.test(levelOfIssuer(issuer) ?? level ?? '') ? 1 : 2,
    ),
  ),
  inText(({ knowledge, opening, heading, letterhead }, asOf, { number }) =>
    letterhead === undefined && !CENTRAL.test(number ?? '')
      ? provinceSpokenOf(knowledge, heading.title ?? '', opening.slice(0, 4000), asOf)
      : undefined,
  ),
  witness(
    () => 'url',
    ({ knowledge, uri }, asOf) => {
      const unit = uri === undefined ? undefined : provinceOfSite(knowledge, uri, asOf);
      return unit === undefined ? undefined : provinceAsOf(knowledge, unit, asOf);
    },
  ),
  witness(
    () => 'manifest',
    ({ knowledge, declared }, asOf) =>
      declared?.province === undefined ? undefined : provinceDeclared(knowledge, declared.province, asOf),
  ),
];
