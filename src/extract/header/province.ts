import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import {
  MERGER,
  type ProvinceUnit,
  placeKey,
  provinceAsOf,
  provinceNamed,
  provinceOfDistrict,
} from '../../knowledge/provinces.ts';
import { inAllCases, vi, viMeaning, viWords } from '../../language/pattern.ts';
import type { Province } from '../../model/record.ts';
import { districtIn, placePatterns } from '../mentions/agencies/places.ts';

type Basis = Province['basis'];

/** A unit as the record holds it. */
export const provinceRecord = ({ code, iso, name, set }: ProvinceUnit, basis: Basis): Province => ({
  code,
  iso,
  name,
  set,
  basis,
});

/** Patterns of places and of what names them. */
const placesOf = built(['placeKinds', 'officeWords', 'provinces'], ({ placeKinds, officeWords, provinces }) => {
  const { PROVINCE } = placePatterns({ placeKinds, provinces });
  const kindsOf = (...levels: readonly PlaceLevel[]): string =>
    viWords(placeKinds.filter(({ level }) => levels.includes(level))).source;
  const full = (...levels: readonly PlaceLevel[]): string =>
    viWords(placeKinds.filter(({ level, committee }) => levels.includes(level) && committee !== undefined)).source;
  const wordsOf = (meaning: 'own' | 'of-unit' | 'called'): string =>
    viWords(officeWords.filter(({ means }) => means.includes(meaning))).source;
  const committees = placeKinds
    .filter(({ level }) => level === 'province' || level === 'city')
    .flatMap(({ committee }) => (committee === undefined ? [] : [{ word: committee }]));
  const TOP = kindsOf('province', 'city');
  const NAME = String.raw`(?<name>${PROVINCE})(?![\p{L}])`;
  const COUNCIL = `(?:${inAllCases(officeWords.flatMap(({ word, means }) => (means.includes('own') ? [word] : [])))}|các)`;
  return {
    /** What kind of place a name begins with; a commune's is a part of its name. */
    KIND: new RegExp(String.raw`^${kindsOf('province', 'city', 'district')}\s*`, 'iu'),
    /** Bodies and lands that a document calls its own by a province's name. */
    OWN: new RegExp(
      String.raw`(?:(?:${wordsOf('own')}|${viWords(committees).source})\s+(?:${TOP}\s*)?|${wordsOf('of-unit')}\s+${TOP}\s*)${NAME}`,
      'giu',
    ),
    NAMED: new RegExp(String.raw`(?<![\p{L}-])(?:TP\.?\s*)?${NAME}(?!\s*[-–]\s*\p{Lu})`, 'gu'),
    /** What is called by a province's name though it is not of it: roads, rivers, papers, schools, communes. */
    CALLED: new RegExp(
      String.raw`(?:${wordsOf('called')}|(?<!\p{L})${kindsOf('commune')})\s+(?:[\p{L}\d]+\s*[-–]\s*)?$`,
      'iu',
    ),
    TITLED: new RegExp(String.raw`(?<![\p{L}])${TOP}\s*${NAME}`, 'giu'),
    DEPARTMENT: new RegExp(String.raw`Sở\s+(?:\p{L}+[\s,&-]+){1,9}?(?:${TOP}\s*)?${NAME}`, 'gu'),
    /** "UBND các huyện, thị xã, thành phố Huế" */
    DISTRICTS: new RegExp(
      String.raw`${COUNCIL}\s+(?:các\s+)?(?:${full('city', 'district')}\s*(?:,|và)\s*)+(?:và\s+)?(?<kind>thành\s+phố|thị\s+xã)\s+(?<name>\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+){0,3})`,
      'gu',
    ),
    DISTRICT: new RegExp(
      String.raw`(?<![\p{L}])(?<kind>${full('city', 'district')})\s+(?<name>\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}*){0,3})(?![\p{L}])`,
      'gu',
    ),
  };
});
type PlaceLevel = Knowledge['placeKinds'][number]['level'];

/**
 * The province that a place names: itself, or the one that alone has a district of that name.
 *
 * @param place "tỉnh Phú Thọ", "TP. Hồ Chí Minh", "huyện Lâm Thao", "Việt Trì"
 */
export function provinceOfPlace(knowledge: Knowledge, place: string, date: string | null): ProvinceUnit | undefined {
  const { KIND } = placesOf(knowledge);
  const words = place.replace(/\s+/gu, ' ').trim();
  const kind = KIND.exec(words)?.[0].trim().toLowerCase();
  const name = words.replace(KIND, '');
  if (name === '') return undefined;
  const low = kind === 'huyện' || kind === 'quận' || kind?.startsWith('thị') || kind?.startsWith('tx');
  const named = low ? undefined : provinceNamed(knowledge, name, date);
  if (named !== undefined) return named;
  const level = kind === undefined || /^t\.?p/u.test(kind) ? undefined : kind.startsWith('tx') ? 'thị xã' : kind;
  const unit = provinceOfDistrict(knowledge, name, level === 'tỉnh' ? undefined : level);
  return unit === undefined ? undefined : provinceAsOf(knowledge, unit, date);
}

/**
 * The province that a text names as its own by its bodies ("UBND tỉnh Phú Thọ") or by its city ("UBND các huyện, thị xã,
 * thành phố Huế"); undefined where none is named, or more than one.
 */
export function provinceInText(knowledge: Knowledge, text: string, date: string | null): ProvinceUnit | undefined {
  const { OWN, DEPARTMENT, DISTRICTS } = placesOf(knowledge);
  const counts = new Map<string, { readonly unit: ProvinceUnit; count: number }>();
  const put = (unit: ProvinceUnit | undefined): void => {
    if (unit === undefined) return;
    const entry = counts.get(unit.code) ?? { unit, count: 0 };
    entry.count += 1;
    counts.set(unit.code, entry);
  };
  for (const { groups } of text.matchAll(OWN)) put(provinceNamed(knowledge, groups?.name ?? '', date));
  if (counts.size === 0)
    for (const { groups } of text.matchAll(DEPARTMENT)) put(provinceNamed(knowledge, groups?.name ?? '', date));
  if (counts.size === 0) {
    for (const { groups } of text.matchAll(DISTRICTS)) {
      put(provinceOfPlace(knowledge, `${groups?.kind?.replace(/\s+/gu, ' ')} ${groups?.name}`, date));
    }
  }
  const [first, second] = [...counts.values()].sort((a, b) => b.count - a.count);
  // Another province may be named now and then (as an example, as a neighbour); one that stands out is the text's own.
  if (first === undefined || (second !== undefined && first.count < 4 * second.count)) return undefined;
  return first.unit;
}

/**
 * The province of the districts that a text names: all of one province.
 *
 * @param least so many different ones; a single one may be an example
 */
export function provinceOfDistricts(
  knowledge: Knowledge,
  text: string,
  date: string | null,
  least: number,
): ProvinceUnit | undefined {
  const units = new Map<string, ProvinceUnit>();
  const names = new Set<string>();
  for (const { groups } of text.matchAll(placesOf(knowledge).DISTRICT)) {
    const name = districtIn(knowledge, groups?.name ?? '');
    if (name === undefined) continue;
    // Some have become towns or cities since.
    const unit =
      provinceOfDistrict(knowledge, name, groups?.kind?.replace(/\s+/gu, ' ')) ?? provinceOfDistrict(knowledge, name);
    if (unit === undefined) continue;
    units.set(unit.code, unit);
    names.add(name);
  }
  const [unit] = units.values();
  return units.size === 1 && names.size >= least && unit !== undefined
    ? provinceAsOf(knowledge, unit, date)
    : undefined;
}

/** The one province that a title names. */
export function provinceInTitle(knowledge: Knowledge, title: string, date: string | null): ProvinceUnit | undefined {
  const units = [...title.matchAll(placesOf(knowledge).TITLED)].flatMap(
    ({ groups }) => provinceNamed(knowledge, groups?.name ?? '', date) ?? [],
  );
  return new Set(units.map(({ code }) => code)).size === 1 ? units[0] : undefined;
}

/** The province of a page whose banner names its unit and those above it, each on its line: "Xã Sơn Mùa", "Tỉnh Quảng Ngãi". */
export function provinceInBanner(knowledge: Knowledge, text: string, date: string | null): ProvinceUnit | undefined {
  const units = text
    .slice(0, BANNER)
    .split('\n')
    .flatMap((line) => {
      const name = UNIT_LINE.exec(line)?.groups?.name;
      return (name === undefined ? undefined : provinceNamed(knowledge, name, date)) ?? [];
    });
  return new Set(units.map(({ code }) => code)).size === 1 ? units[0] : undefined;
}
const BANNER = 600;
const UNIT_LINE = /^\s*(?:Tỉnh|TỈNH|Thành phố|THÀNH PHỐ)\s+(?<name>\p{Lu}[\p{L} –-]{1,24}?)\s*$/u;

/**
 * The province that a text without letterhead speaks of by its bare name: the one that its headline names, else the one that
 * stands out among all that are named.
 */
export function provinceSpokenOf(
  knowledge: Knowledge,
  title: string,
  text: string,
  date: string | null,
): ProvinceUnit | undefined {
  const inTitle = namedIn(knowledge, title, date);
  if (inTitle.length === 1) return inTitle[0]?.unit;
  const [first, second] = namedIn(knowledge, text, date);
  // One that is named once and alone is the text's own where it is called a province, or acts.
  if (first !== undefined && second === undefined && first.count === 1) {
    const called = [...provincesCalledSo(knowledge, text, date), ...provincesActing(knowledge, text, date)];
    return called.includes(first.unit.code) ? first.unit : undefined;
  }
  if (first === undefined || first.count < 2 || (second !== undefined && first.count < 4 * second.count))
    return undefined;
  return first.unit;
}

/** Codes of the provinces that a text calls so: "tỉnh Quảng Bình", "huyện Quỳnh Lưu, tỉnh Nghệ An". */
const provincesCalledSo = (knowledge: Knowledge, text: string, date: string | null): readonly string[] =>
  [...text.matchAll(placesOf(knowledge).TITLED)].flatMap(({ index, groups }) =>
    BESIDE.test(text.slice(Math.max(0, index - 20), index))
      ? []
      : (provinceNamed(knowledge, groups?.name ?? '', date)?.code ?? []),
  );
/** Held beside the text's own, or gone to. */
const BESIDE = /(?<!\p{L})(?:như|(?<!đối\s)với|sang|gồm|ra|vào)\s+$/u;
/** Codes of the provinces that do something in a text: "Cao Bằng cũng đặt mục tiêu …". */
const provincesActing = (knowledge: Knowledge, text: string, date: string | null): readonly string[] =>
  [...text.matchAll(placesOf(knowledge).NAMED)].flatMap(({ index, 0: name, groups }) =>
    actsOf(knowledge).ACTS.test(text.slice(index + name.length, index + name.length + 40))
      ? (provinceNamed(knowledge, groups?.name ?? '', date)?.code ?? [])
      : [],
  );
const actsOf = built(['issueWords'], ({ issueWords }) => ({
  ACTS: vi`^ (${viMeaning(issueWords, 'beside-verb')} ){0,2}${viMeaning(issueWords, 'plans')}`,
}));

/** The provinces that a text names, the most often named first. */
function namedIn(
  knowledge: Knowledge,
  text: string,
  date: string | null,
): readonly { readonly unit: ProvinceUnit; readonly count: number }[] {
  const { NAMED, CALLED } = placesOf(knowledge);
  const counts = new Map<string, { readonly unit: ProvinceUnit; readonly count: number }>();
  for (const { index, groups } of text.matchAll(NAMED)) {
    if (CALLED.test(text.slice(Math.max(0, index - 30), index))) continue;
    const unit = provinceNamed(knowledge, groups?.name ?? '', date);
    if (unit !== undefined) counts.set(unit.code, { unit, count: (counts.get(unit.code)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}

/** The province whose government a site is of: "https://vinhloc.thanhhoa.gov.vn/…". */
export function provinceOfSite(knowledge: Knowledge, uri: string, date: string | null): ProvinceUnit | undefined {
  const host = /^https?:\/\/(?<host>[^/:?#]+)/iu.exec(uri)?.groups?.host?.toLowerCase();
  const label = host === undefined ? undefined : /(?:^|\.)(?<own>[a-z0-9-]+)\.gov\.vn$/u.exec(host)?.groups?.own;
  if (label === undefined) return undefined;
  return provinceNamed(knowledge, label === 'hochiminhcity' ? 'Hồ Chí Minh' : label, date);
}

/** A province as a person writes it: name in any spelling, or code. */
export function provinceDeclared(knowledge: Knowledge, written: string, date: string | null): ProvinceUnit | undefined {
  const place = provinceOfPlace(knowledge, written, date);
  if (place !== undefined) return place;
  const code = /^\d{1,2}$/u.test(written.trim()) ? written.trim().padStart(2, '0') : undefined;
  const iso = written.trim().toUpperCase();
  const fits = knowledge.provinces.units.filter(
    (unit) => unit.code === code || unit.iso === iso || placeKey(unit.name) === placeKey(written),
  );
  return fits.find(({ set }) => set === (date !== null && date >= MERGER ? 34 : 63)) ?? fits[0];
}
