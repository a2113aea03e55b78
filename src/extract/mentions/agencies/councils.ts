import { built, type Knowledge } from '../../../knowledge/knowledge.ts';
import { HUE_CITY } from '../../../knowledge/provinces.ts';
import { viWords } from '../../../language/pattern.ts';
import { anyOf, slugOf } from '../../../language/words.ts';
import type { Reader } from './body.ts';
import { qualifierEnd } from './collectives.ts';
import { levelOfPlace, placeWords, unitInFull } from './place-words.ts';
import { clean, districtIn, END, exact, PROPER, sticky, suffixAt, tiersOf } from './places.ts';

const patternsOf = built(['officeWords', 'placeKinds', 'figures'], (tables) => {
  const { UNIT, DISTRICT_OR_COMMUNE } = placeWords(tables);
  const { digits, ten } = tables.figures.words;
  const several = anyOf([...Object.keys(digits).filter((word) => (digits[word] ?? 0) > 1), ten]);
  return {
    COUNCIL: sticky(`${viWords(tables.officeWords.filter(({ means }) => means.includes('own'))).source}${END}`),
    UNITS: sticky(
      String.raw`\s{1,3}(?<each>(?:(?:các|những|cả)\s{1,3})?(?:\d{1,3}|${several})\s{1,3}(?=${DISTRICT_OR_COMMUNE})|(?:các|những)\s{1,3})?(?<units>${UNIT}${END}(?:(?:\s{0,3}[,/-]\s{0,3}|\s{1,3}và\s{1,3})(?:các\s{1,3})?${UNIT}${END}){0,5})`,
    ),
    /** Cities and towns, whose name may stand behind a list that ends with them. */
    TOWN: new RegExp(`${viWords(tables.placeKinds.filter(({ short }) => short !== undefined)).source}$`, 'u'),
  };
});

const TIER = sticky(
  String.raw`\s{1,3}(?:(?<tier>cấp\s+(?:tỉnh|huyện|xã|cơ\s+sở))|(?<every>(?:các|hai|02|2)\s+cấp)|(?<local>(?:các\s+)?địa\s+phương)|(?<provinces>(?:các\s+tỉnh(?:(?:\s*,\s*|\s+và\s+)(?:các\s+)?(?:thành\s+phố|tp))?|tỉnh\s*[,/]\s*(?:thành\s+phố|tp))(?:\s+trực\s+thuộc\s+(?:trung\s+ương|TW|TƯ))?))${END}`,
);

/** "UBND các tỉnh ven biển từ Quảng Ninh đến Thanh Hóa" */
const FROM_TO = exact(String.raw`\s{1,3}từ\s{1,3}${PROPER}\s{1,3}(?:đến|tới)\s{1,3}${PROPER}${END}`);

const NAMED = exact(String.raw`\s{1,3}${PROPER}`);

/** A council or its committee, as far as its own name goes. */
interface Own {
  readonly name: string;
  readonly code: string;
  /** Offset in the text after it. */
  readonly end: number;
}

/** "UBND tỉnh", "Ủy ban nhân dân các huyện, thành phố, thị xã", "HĐND cấp xã" */
export const council: Reader = (knowledge, text, at, date) => {
  const { COUNCIL } = patternsOf(knowledge);
  COUNCIL.lastIndex = at;
  const match = COUNCIL.exec(text);
  if (match === null) return undefined;
  const end = at + match[0].length;
  const code = /^h/iu.test(match[0]) ? 'hdnd' : 'ubnd';
  const own = { name: knowledge.agencies.abbreviations[code === 'hdnd' ? 'HĐND' : 'UBND'] ?? match[0], code, end };
  return ofTier(knowledge, own, text) ?? ofUnits(knowledge, own, text) ?? ofPlace(knowledge, own, text, date);
};

/** "UBND cấp xã", "HĐND các cấp", "UBND các tỉnh, thành phố" */
function ofTier(knowledge: Knowledge, { name, code, end }: Own, text: string): ReturnType<Reader> {
  TIER.lastIndex = end;
  const tier = TIER.exec(text);
  if (tier === null) return undefined;
  // "UBND tỉnh, thành phố Vinh" are two.
  if (/^\s*tỉnh/iu.test(tier[0]) && /^[.\s]+\p{Lu}/u.test(text.slice(end + tier[0].length))) return undefined;
  const rest = clean(tier[0]).toLowerCase().replace(/tp$/u, 'thành phố');
  const found = { end: end + tier[0].length, collective: true };
  if (tier.groups?.provinces === undefined)
    return { ...found, code: `${code}-${slugOf(rest)}`, name: `${name} ${rest}`, level: levelOfPlace(knowledge, rest) };
  const narrower = narrowerAt(knowledge, text, found.end);
  return {
    ...found,
    end: narrower.end,
    code: `${code}-cap-tinh`,
    name: clean(`${name} ${rest.replace(/tw$|tư$/u, 'trung ương')}${text.slice(narrower.from, narrower.end)}`),
    level: 'province',
  };
}

/** What narrows units down behind their kinds: "ven biển", "trên địa bàn tỉnh", "từ Quảng Ninh đến Thanh Hóa". */
function narrowerAt(knowledge: Knowledge, text: string, at: number): { readonly from: number; readonly end: number } {
  const { from, end } = qualifierEnd(knowledge, text, at);
  FROM_TO.lastIndex = end;
  return { from, end: end + (FROM_TO.exec(text)?.[0].length ?? 0) };
}

/** Units as written: "thành phố và các huyện", "huyện, thị xã". */
function wordingOf(written: string, units: readonly string[]): string {
  const and = /(?<!,)\s+(?<and>và(?:\s+các)?)\s+\S+(?:\s\S+)?$/iu.exec(written)?.groups?.and;
  return and === undefined || units.length < 2
    ? units.join(', ')
    : `${units.slice(0, -1).join(', ')} ${clean(and).toLowerCase()} ${units.at(-1)}`;
}

/** "UBND các huyện, thành, thị": of more than one unit. */
function ofUnits(knowledge: Knowledge, { name, code, end }: Own, text: string): ReturnType<Reader> {
  const { UNITS, TOWN } = patternsOf(knowledge);
  UNITS.lastIndex = end;
  const units = UNITS.exec(text);
  if (units?.groups?.units === undefined) return undefined;
  const list = clean(units.groups.units)
    .toLowerCase()
    .split(/\s*[,/;-]\s*|\s+và\s+/u)
    .map((unit) => unit.replace(/^các /u, ''));
  if (units.groups.each === undefined && list.length < 2) return undefined;
  const stop = end + units[0].length;
  const short = list.some((unit) => placeWords(knowledge).shorts.some((row) => row.short === unit));
  const full = list.map((unit) => unitInFull(knowledge, unit));
  const tiers = tiersOf(knowledge, full);
  NAMED.lastIndex = stop;
  const after = TOWN.test(full.at(-1) ?? '') ? NAMED.exec(text) : null;
  const proper = after === null ? undefined : districtIn(knowledge, after[0]);
  const rest = narrowerAt(knowledge, text, stop + (proper?.length ?? 0));
  const each = short || units.groups.each !== undefined ? 'các ' : '';
  return {
    code: `${code}-${tiers.code}`,
    name: clean(
      `${name} ${each}${wordingOf(units.groups.units, full)}${proper ?? ''}${text.slice(rest.from, rest.end)}`,
    ),
    end: rest.end,
    collective: true,
    level: tiers.level,
    ...(proper === undefined ? {} : { place: clean(`${full.at(-1)}${proper}`) }),
  };
}

/** "UBND tỉnh Phú Thọ", "HĐND huyện Lâm Thao", or the name alone. */
function ofPlace(
  knowledge: Knowledge,
  { name, code, end }: Own,
  text: string,
  date: string | null,
): ReturnType<Reader> {
  const suffix = suffixAt(knowledge, text, end);
  if (suffix === undefined) return { code, name, end, collective: false, level: null };
  const found = {
    name: `${name} ${suffix.text}`,
    end: suffix.end,
    collective: false,
    ...(suffix.place === undefined ? {} : { place: suffix.place }),
  };
  if (suffix.level !== 'province') return { ...found, code: `${code}-${suffix.code}`, level: suffix.level };
  // Huế was a city of its province until 2025.
  if (/Huế$/iu.test(suffix.text) && /^thành phố/iu.test(suffix.text) && date !== null && date < HUE_CITY)
    return { ...found, code: `${code}-${slugOf(suffix.text)}`, level: 'district' };
  // Without a name, "thành phố" in small letters may be a city of a province.
  return suffix.text === 'thành phố'
    ? { ...found, code: `${code}-thanh-pho`, level: null }
    : { ...found, code: `${code}-tinh`, level: 'province' };
}
