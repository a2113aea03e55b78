import { built, type Knowledge } from '../../../knowledge/knowledge.ts';
import { placeKey } from '../../../knowledge/provinces.ts';
import { asWritten, capitalOf, inAllCases } from '../../../language/pattern.ts';
import { keyOf, SIGNS, slugOf } from '../../../language/words.ts';
import type { Level } from '../../../model/record.ts';
import { startsOf } from '../engine/first-words.ts';

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
export const PROPER = String.raw`(?:(?!Sở|Bộ|Ban|Ủy|Uỷ|UBND|Phòng)${CAPITAL}|\d{1,2}${END})(?:\s(?!Sở|Bộ|Ban|Ủy|Uỷ|UBND|Phòng)${CAPITAL}){0,3}`;
const CITY = String.raw`(?:${asWritten(['thành phố', 'Thành phố', 'THÀNH PHỐ', 'Thành Phố'])}|TP\.?|Tp\.?)`;
const placeNames = (names: readonly string[]): string =>
  asWritten([...new Set(names.flatMap((name) => [name, name.toUpperCase()]))]);
const UNITS = ['huyện', 'quận', 'phường', 'xã', 'thị xã', 'thị trấn', 'đặc khu'];
const LOWER = String.raw`(?:${inAllCases(UNITS)}|TX\.?)`;
const REGION = asWritten([
  'chi nhánh khu vực',
  'Chi nhánh khu vực',
  'chi nhánh Khu vực',
  'Chi nhánh Khu vực',
  'khu vực',
  'Khu vực',
  'KHU VỰC',
  'chi nhánh',
  'Chi nhánh',
]);
const PARTY = String.raw`${inAllCases(['tỉnh', 'thành', 'huyện', 'quận', 'thị', 'đảng'])}\s+${inAllCases(['ủy'])}|${asWritten(['Trung ương', 'TW'])}`;
const KIND_OF_PLACE = new RegExp(`^(?:${LOWER}|${CITY})\\s*`, 'u');
const BARE = asWritten(UNITS.flatMap((unit) => [unit, capitalOf(unit)]));
const MANY = String.raw`(?:${inAllCases([...UNITS, 'thành phố', 'tỉnh'])}|thành|thị)`;
type Tables = Pick<Knowledge, 'provinces'>;
const NEXT_WORD = /\s{1,4}(?<word>[\p{L}\p{M}]+)/uy;

/** What is made of the names of provinces and districts. */
export const placePatterns = built(['provinces'], ({ provinces: { names, units, districts } }) => {
  const PROVINCE = placeNames([
    ...names,
    'HCM',
    'Thừa Thiên - Huế',
    'Thừa Thiên-Huế',
    'Bà Rịa-Vũng Tàu',
    'Đắc Lắc',
    'Đắc Nông',
    'Đăk Lăk',
    'Đăk Nông',
    'Dak Lak',
    'Dak Nong',
  ]);
  const CENTRAL = placeNames([...units.filter(({ kind }) => kind === 'city').map(({ name }) => name), 'HCM']);
  const TOWN = placeNames(districts.filter(({ kind }) => kind === 'thành phố').map(({ name }) => name));
  const TOP = String.raw`(?:(?:tỉnh|Tỉnh|TỈNH)(?:\s{0,4}${PROVINCE})?|${CITY}(?:\s{0,4}${CENTRAL}|(?!\s{1,4}${TOWN})))`;
  const suffix = String.raw`(?:(?<party>${PARTY})|(?<top>${TOP}(?!\s+(?:ủy|uỷ|ỦY|UỶ)))|(?<bare>${PROVINCE})|(?<low>${CITY}\s{1,4}${TOWN}|${LOWER}\s{1,4}${PROPER})|(?<region>${REGION}\s+(?:[IVX]{1,5}|\d{1,2}|${TOP}|${PROVINCE}))|(?<tier>(?:cấp\s+)(?:tỉnh|huyện|xã)|(?:các\s+)?cấp${END})|(?<many>(?:các|Các)\s+${MANY}${END}(?:(?:\s{0,3}[,/-]\s{0,3}|\s{1,3}và\s{1,3})(?:các\s{1,3})?${MANY}${END}){0,4})|(?<unit>${BARE}${END}(?!\s*,?\s*(?:huyện|quận|phường|xã))))${END}`;
  return {
    /** A province's name as written, case kept. */
    PROVINCE,
    /** "tỉnh" or a city, with its name or without. */
    TOP,
    THEN_PROVINCE: exact(String.raw`\s{1,3}${PROVINCE}${END}`),
    /** The first words of all that SUFFIX matches, as slugs. */
    suffixWords: new Set([...(startsOf(new RegExp(`(?<![${SIGNS}])${suffix}`, 'u'))?.words ?? [])].map(slugOf)),
    districts: new Set(districts.map(({ name }) => placeKey(name))),
    /** What may follow a body's own name. */
    SUFFIX: exact(String.raw`\s{1,4}${suffix}`),
  };
});
export const clean = (text: string): string => text.replace(/\s+/gu, ' ').trim();
export const capital = capitalOf;
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
    return capitals && !/^TP/u.test(part) ? properCase(name) : name;
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
    return { end, text: written(low), place: written(low), code: slugOf(low), level: levelOfPlace(low) };
  if (region !== undefined)
    return {
      end,
      text: written(region),
      code: /^chi\s+nhánh(?!\s+khu)/iu.test(region) ? '' : slugOf(region.replace(/^chi\s+nhánh/iu, '')),
      level: null,
    };
  if (many !== undefined) {
    const units = clean(many).toLowerCase();
    return {
      end,
      text: inFull(units),
      ...tiersOf(units.replace(/^các\s/u, '').split(/\s*[,/-]\s*|\s+và\s+(?:các\s+)?/u)),
    };
  }
  const rest = clean(tier ?? unit ?? '');
  return { end, text: rest, code: slugOf(rest), level: levelOfPlace(rest) };
}
/**
 * A place below the province, cut after its name: "huyện Lâm Thao Tiếp" is "huyện Lâm Thao". Districts are known; of communes, a
 * single word with a capital may be the next sentence's.
 */
function placeOf(knowledge: Tables, written: string): string | undefined {
  const [kind] = KIND_OF_PLACE.exec(written) ?? [];
  if (kind === undefined) return undefined;
  if (/^(?:phường|xã|thị\s+trấn|đặc\s+khu)/iu.test(kind)) return written;
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
const inFull = (units: string): string =>
  units.replace(/thành(?! phố)/gu, 'thành phố').replace(/thị(?! (?:xã|trấn))/gu, 'thị xã');
/** "TỈNH PHÚ THỌ" -> "tỉnh Phú Thọ". */
function properCase(name: string): string {
  const words = name.toLowerCase().split(' ');
  const kind = /^(?:thành phố|thị xã|thị trấn|đặc khu) /u.test(`${words.join(' ')} `)
    ? 2
    : /^(?:tỉnh|huyện|quận|phường|xã)$/u.test(words[0] ?? '')
      ? 1
      : 0;
  return words.map((word, i) => (i < kind ? word : capital(word))).join(' ');
}
/** The tiers of government of some units: "huyện", "thành phố"; a city beside a province is one of its kind. */
export function tiersOf(units: readonly string[]): { readonly code: string; readonly level: Level | null } {
  if (units.includes('tỉnh')) return { code: 'cap-tinh', level: 'province' };
  const levels = [...new Set(units.map(levelOfPlace))];
  const level = levels.length === 1 ? (levels[0] ?? null) : null;
  return { code: level === 'district' ? 'cap-huyen' : level === 'commune' ? 'cap-xa' : 'cap-huyen-cap-xa', level };
}
export function levelOfPlace(text: string): Level | null {
  const key = keyOf(text);
  if (/phường|(?<!thị )xã|thị trấn|đặc khu|cơ sở/u.test(key)) return 'commune';
  if (/huyện|quận|thị|thành phố|^thành|tp|tx/u.test(key)) return 'district';
  return key.includes('tỉnh') ? 'province' : null;
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
