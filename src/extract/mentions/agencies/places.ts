import { built, type Knowledge } from '../../../knowledge/knowledge.ts';
import { placeKey } from '../../../knowledge/provinces.ts';
import { asWritten, capitalOf, inAllCases } from '../../../language/pattern.ts';
import { SIGNS, slugOf } from '../../../language/words.ts';
import type { Level } from '../../../model/record.ts';
import { startsOf } from '../engine/first-words.ts';
import { levelOfPlace, placeWords } from './place-words.ts';

export const END = `(?![${SIGNS}])`;
export const sticky = (source: string): RegExp => new RegExp(source, 'iuy');
export const exact = (source: string): RegExp => new RegExp(source, 'uy');
/** The name of a province that stands at a place after white space, with that space; "" where none does. */
export function provinceAt(knowledge: Tables, text: string, at: number): string {
  const { THEN_PROVINCE } = placePatterns(knowledge);
  THEN_PROVINCE.lastIndex = at;
  return THEN_PROVINCE.exec(text)?.[0] ?? '';
}
const CAPITAL = String.raw`\p{Lu}[\p{L}\p{M}’']{0,12}`;
/** What begins with one of these is a body, not a place. */
const OF_PLACE = String.raw`(?!Sở|Bộ|Ban|Ủy|Uỷ|UBND|Phòng)${CAPITAL}`;
export const PROPER = String.raw`(?:${OF_PLACE}|\d{1,2}${END})(?:\s${OF_PLACE}){0,3}`;
const placeNames = (names: readonly string[]): string =>
  asWritten([...new Set(names.flatMap((name) => [name, name.toUpperCase()]))]);
const REGION = String.raw`(?:(?:${inAllCases(['chi nhánh'])}\s+)?${inAllCases(['khu vực'])}|${inAllCases(['chi nhánh'])})`;
type Tables = Pick<Knowledge, 'placeKinds' | 'provinces'>;
const NEXT_WORD = /\s{1,4}(?<word>[\p{L}\p{M}]+)/uy;

/** What is made of the names of provinces and districts. */
export const placePatterns = built(['placeKinds', 'provinces'], (tables) => {
  const { names, spellings, units, districts } = tables.provinces;
  const { PROVINCE: PROVINCE_WORD, CITY, BELOW, BARE, MANY, committees } = placeWords(tables);
  const PARTY = String.raw`${inAllCases(committees)}\s+${inAllCases(['ủy'])}|${asWritten(['Trung ương', 'TW'])}`;
  const PROVINCE = placeNames([...names, ...spellings]);
  const CENTRAL = placeNames([...units.filter(({ kind }) => kind === 'city').map(({ name }) => name), 'HCM']);
  const TOWN = placeNames(districts.filter(({ kind }) => kind === 'thành phố').map(({ name }) => name));
  const TOP = String.raw`(?:${PROVINCE_WORD}(?:\s{0,4}${PROVINCE})?|${CITY}(?:\s{0,4}${CENTRAL}|(?!\s{1,4}${TOWN})))`;
  const suffix = String.raw`(?:(?<party>${PARTY})|(?<top>${TOP}(?!\s+(?:ủy|uỷ|ỦY|UỶ)))|(?<bare>${PROVINCE})|(?<low>${CITY}\s{1,4}${TOWN}|${BELOW}\s{1,4}${PROPER})|(?<region>${REGION}\s+(?:[IVX]{1,5}${END}|\d{1,2}|${TOP}|${PROVINCE}${END}|(?<=[Kk]hu\s{1,3}vực\s{1,3})${CAPITAL}\s${CAPITAL}))|(?<tier>(?:cấp\s+)(?:tỉnh|huyện|xã)|(?:các\s+ngành(?:,|\s+và)\s+)?(?:các\s+)?cấp${END}(?!\s+phát))|(?<many>(?:các|Các)\s+${MANY}${END}(?:(?:\s{0,3}[,/-]\s{0,3}|\s{1,3}và\s{1,3})(?:các\s{1,3})?${MANY}${END}){0,4}(?:\s{1,3}${OF_CENTRE})?)|(?<unit>${BARE}(?:\s?[-–/]\s?${BARE})?${END}(?!\s*,?\s*${BARE})))${END}`;
  return {
    /** A province's name as written, case kept. */
    PROVINCE,
    /** "tỉnh" or a city, with its name or without. */
    TOP,
    THEN_PROVINCE: exact(String.raw`\s{1,3}${PROVINCE}${END}`),
    /** The first words of all that SUFFIX matches, as slugs. */
    suffixWords: new Set([...(startsOf(new RegExp(`(?<![${SIGNS}])${suffix}`, 'u'))?.words ?? [])].map(slugOf)),
    KIND_OF_PLACE: new RegExp(String.raw`^(?:${BELOW}|${CITY})\s*`, 'u'),
    districts: new Set(districts.map(({ name }) => placeKey(name))),
    /** What may follow a body's own name. */
    SUFFIX: exact(String.raw`\s{1,4}${suffix}`),
  };
});
export const clean = (text: string): string => text.replace(/\s+/gu, ' ').trim();
export const capital = capitalOf;
/** Which cities are meant: "các tỉnh, thành phố trực thuộc Trung ương". */
const OF_CENTRE = String.raw`trực\s{1,3}thuộc\s{1,3}(?:[Tt]rung\s{1,3}ương|TW|TƯ)`;
const IS_OF_CENTRE = new RegExp(String.raw`\s+${OF_CENTRE}$`, 'u');

/** A word of capitals that can be spoken is a word where all stands in capitals: "BỘ TƯ PHÁP". */
export const expand = ({ agencies: { abbreviations } }: Pick<Knowledge, 'agencies'>, text: string): string =>
  text.replace(/(?<!\/)[\p{Lu}][\p{Lu}&]+/gu, (word) =>
    word === 'TƯ' && !/\p{Ll}/u.test(text) ? word : (abbreviations[word] ?? word),
  );
const placeName = (place: string): string =>
  clean(place.replace(/^(?:TP|Tp|T\.P)\.?\s*/u, 'thành phố ').replace(/HCM$/u, 'Hồ Chí Minh'));
interface Suffix {
  readonly end: number;
  readonly text: string;
  readonly place?: string;
  readonly code: string;
  readonly level: Level | null;
}
export function suffixAt(knowledge: Knowledge, text: string, at: number): Suffix | undefined {
  const { SUFFIX, suffixWords } = placePatterns(knowledge);
  // The pattern is long and slow; few words can begin what it matches.
  NEXT_WORD.lastIndex = at;
  const next = NEXT_WORD.exec(text)?.groups?.word;
  if (next === undefined || !suffixWords.has(slugOf(next))) return undefined;
  SUFFIX.lastIndex = at;
  const match = SUFFIX.exec(text);
  if (match === null) return undefined;
  const { party, top, bare, region, tier, unit, many } = match.groups ?? {};
  const low = match.groups?.low === undefined ? undefined : placeOf(knowledge, match.groups.low);
  if (match.groups?.low !== undefined && low === undefined) return undefined;
  const end = at + match[0].length - (match.groups?.low?.length ?? 0) + (low?.length ?? 0);
  const capitals = !/\p{Ll}/u.test(text.slice(at, end));
  const written = (part: string): string => {
    const name = placeName(part);
    return capitals && !/^TP/u.test(part) ? properCase(knowledge, name) : name;
  };
  if (party !== undefined) {
    const name = capital(expand(knowledge, clean(party)).toLowerCase()).replace('uỷ', 'ủy');
    return {
      end,
      text: name,
      code: slugOf(name),
      level: /^Tỉnh|^Thành/u.test(name) ? 'province' : name === 'Trung ương' ? 'central' : 'district',
    };
  }
  if (top !== undefined) {
    const name = written(top);
    return { end, text: name, place: name, code: '', level: 'province' };
  }
  if (bare !== undefined) return { end, text: written(bare), place: written(bare), code: '', level: 'province' };
  if (low !== undefined)
    return { end, text: written(low), place: written(low), code: slugOf(low), level: levelOfPlace(knowledge, low) };
  if (region !== undefined)
    return {
      end,
      text: written(region),
      code: /^chi\s+nhánh(?!\s+khu)/iu.test(region) ? '' : slugOf(region.replace(/^chi\s+nhánh/iu, '')),
      level: null,
    };
  if (many !== undefined) {
    const central = IS_OF_CENTRE.exec(many)?.[0];
    const units = clean(many.slice(0, many.length - (central?.length ?? 0))).toLowerCase();
    return {
      end,
      text: `${inFull(knowledge, units)}${central === undefined ? '' : ' trực thuộc Trung ương'}`,
      ...tiersOf(knowledge, units.replace(/^các\s/u, '').split(/\s*[,/-]\s*|\s+và\s+(?:các\s+)?/u)),
    };
  }
  const rest = clean(tier ?? unit ?? '');
  return { end, text: rest, code: slugOf(rest), level: levelOfPlace(knowledge, rest) };
}
/**
 * A place below the province, cut after its name: "huyện Lâm Thao Tiếp" is "huyện Lâm Thao". Districts are known; of communes, a
 * single word with a capital may be the next sentence's.
 */
function placeOf(knowledge: Tables, written: string): string | undefined {
  const [kind] = placePatterns(knowledge).KIND_OF_PLACE.exec(written) ?? [];
  if (kind === undefined) return undefined;
  if (placeWords(knowledge).OF_COMMUNE.test(kind)) return written;
  // "quận 2", "Quận 10": what follows a number is no part of it.
  const numbered = /^\d{1,2}(?!\d)/u.exec(written.slice(kind.length))?.[0];
  if (numbered !== undefined) return kind + numbered;
  const words = [...written.slice(kind.length).matchAll(/\S+/gu)];
  for (let count = words.length; count > 0; count--) {
    const last = words[count - 1];
    const name = last === undefined ? '' : written.slice(kind.length, kind.length + last.index + last[0].length);
    if (placePatterns(knowledge).districts.has(placeKey(name))) return kind + name;
  }
  return words.length > 1 ? written : undefined;
}
/** "các huyện, thành, thị" -> "các huyện, thành phố, thị xã". */
const inFull = (knowledge: Tables, units: string): string =>
  placeWords(knowledge).shorts.reduce((sofar, { word, SHORT }) => sofar.replace(SHORT, word), units);
/** "TỈNH PHÚ THỌ" -> "tỉnh Phú Thọ". */
function properCase(knowledge: Tables, name: string): string {
  const words = name.toLowerCase().split(' ');
  const kind = placeWords(knowledge)
    .kinds.map(({ word }) => word.split(' '))
    .find((own) => own.every((word, i) => words[i] === word));
  return words.map((word, i) => (i < (kind?.length ?? 0) ? word : capital(word))).join(' ');
}
/** The tiers of government of some units: "huyện", "thành phố"; a city beside a province is one of its kind. */
export function tiersOf(
  knowledge: Tables,
  units: readonly string[],
): { readonly code: string; readonly level: Level | null } {
  const of = units.map((unit) => levelOfPlace(knowledge, unit));
  if (of.includes('province')) return { code: 'cap-tinh', level: 'province' };
  const levels = [...new Set(of)];
  const level = levels.length === 1 ? (levels[0] ?? null) : null;
  return { code: level === 'district' ? 'cap-huyen' : level === 'commune' ? 'cap-xa' : 'cap-huyen-cap-xa', level };
}
/** The longest beginning of some words that is a former district's name. */
export function districtIn(knowledge: Tables, words: string): string | undefined {
  const { districts } = placePatterns(knowledge);
  for (let end = words.length; end > 0; end = words.lastIndexOf(' ', end - 1)) {
    const name = words.slice(0, end);
    if (districts.has(placeKey(name))) return name;
  }
  return undefined;
}
