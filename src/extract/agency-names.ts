import { type Body, type Field, loadAgencies } from '../knowledge/agencies.ts';
import { loadProvinces, placeKey } from '../knowledge/provinces.ts';
import type { Level } from '../model/record.ts';
import { anyOf, keyOf, slugOf } from './words.ts';

/** One agency read at a place in a text. */
export interface NamedBody {
  readonly code: string;
  /** Abbreviations spelled out, usual capitals. */
  readonly name: string;
  /** Offsets in the text, the head of the body included ("Thủ trưởng các sở …"). */
  readonly start: number;
  readonly end: number;
  /** A kind of bodies rather than one: "các sở, ban, ngành". */
  readonly collective: boolean;
  readonly level: Level | null;
  /** Offset of what opens the enumeration that it stands first in: "giao các Sở: Tài chính, …". */
  readonly opens?: number;
  /** Of a name that no table lists. */
  readonly open?: boolean;
  /** No agency, but one who works with them. */
  readonly partner?: boolean;
  /** The place named at its end, as written: "tỉnh Phú Thọ", "Hà Nội", "huyện Lâm Thao". */
  readonly place?: string;
}

const table = loadAgencies();
const { names: PROVINCES, units, districts } = loadProvinces();
const DISTRICTS = new Set(districts.map(({ name }) => placeKey(name)));
const END = String.raw`(?![\p{L}\p{N}])`;
const sticky = (source: string): RegExp => new RegExp(source, 'iuy');
const exact = (source: string): RegExp => new RegExp(source, 'uy');

const provinceSource = (): string => {
  const written = PROVINCES.flatMap((name) => [name, name.toUpperCase()]);
  return [...written, 'HCM', 'Đắc Lắc', 'Đắc Nông', 'Đăk Lăk', 'Đăk Nông', 'Dak Lak', 'Dak Nong']
    .sort((a, b) => b.length - a.length)
    .map((name) => caseKept(name))
    .join('|');
};
/** `phrase` with the case of the text kept. */
function caseKept(name: string): string {
  return name
    .split(/\s+/u)
    .map((word) =>
      word === '-'
        ? '[-–]'
        : word
            .replace(/òa|oà/gu, '(?:òa|oà)')
            .replace(/óa|oá/gu, '(?:óa|oá)')
            .replace(/ÒA|OÀ/gu, '(?:ÒA|OÀ)')
            .replace(/ÓA|OÁ/gu, '(?:ÓA|OÁ)'),
    )
    .join(String.raw`\s+`);
}
/** A province's name as written, case kept. */
export const PROVINCE = `(?:${provinceSource()})`;
const CAPITAL = String.raw`\p{Lu}[\p{L}\p{M}’']{0,12}`;
const PROPER = String.raw`(?:(?!Sở|Bộ|Ban|Ủy|Uỷ|UBND|Phòng)${CAPITAL}|\d{1,2}${END})(?:\s(?!Sở|Bộ|Ban|Ủy|Uỷ|UBND|Phòng)${CAPITAL}){0,3}`;
const CITY = String.raw`(?:thành\s+phố|Thành\s+phố|THÀNH\s+PHỐ|Thành\s+Phố|TP\.?|Tp\.?)`;
const placeNames = (names: readonly string[]): string =>
  `(?:${[...new Set(names.flatMap((name) => [name, name.toUpperCase()]))]
    .sort((a, b) => b.length - a.length)
    .map(caseKept)
    .join('|')})`;
const CENTRAL = placeNames([...units.filter(({ kind }) => kind === 'city').map(({ name }) => name), 'HCM']);
const TOWN = placeNames(districts.filter(({ kind }) => kind === 'thành phố').map(({ name }) => name));
const TOP = String.raw`(?:(?:tỉnh|Tỉnh|TỈNH)(?:\s{0,4}${PROVINCE})?|${CITY}(?:\s{0,4}${CENTRAL}|(?!\s{1,4}${TOWN})))`;
const LOWER = String.raw`(?:huyện|Huyện|HUYỆN|quận|Quận|QUẬN|thị\s+xã|Thị\s+xã|THỊ\s+XÃ|TX\.?|phường|Phường|PHƯỜNG|xã|Xã|XÃ|thị\s+trấn|Thị\s+trấn|THỊ\s+TRẤN|đặc\s+khu|Đặc\s+khu|ĐẶC\s+KHU)`;
const REGION = String.raw`(?:khu\s+vực|Khu\s+vực|KHU\s+VỰC|chi\s+nhánh|Chi\s+nhánh)\s+(?:[IVX]{1,5}|\d{1,2}|${TOP}|${PROVINCE})`;
const PARTY = String.raw`(?:Tỉnh|Thành|Huyện|Quận|Thị|Đảng|TỈNH|THÀNH|HUYỆN|tỉnh|thành|huyện|đảng)\s+(?:ủy|uỷ|ỦY|UỶ|Ủy|Uỷ)|Trung\s+ương|TW`;
/** What may follow a body's own name. */
const SUFFIX = exact(
  String.raw`\s{1,4}(?:(?<party>${PARTY})|(?<top>${TOP}(?!\s+(?:ủy|uỷ|ỦY|UỶ)))|(?<bare>${PROVINCE})|(?<low>${CITY}\s{1,4}${TOWN}|${LOWER}\s{1,4}${PROPER})|(?<region>${REGION})|(?<tier>(?:cấp\s+)(?:tỉnh|huyện|xã)|(?:các\s+)?cấp${END})|(?<unit>(?:huyện|quận|phường|xã)${END}(?!\s*,?\s*(?:huyện|quận|phường|xã))))${END}`,
);

const clean = (text: string): string => text.replace(/\s+/gu, ' ').trim();
const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

function fieldSource({ parts, also }: Field): string {
  const joined = parts.map((forms) => anyOf(forms)).join(String.raw`(?:[\s,&–-]{0,4}|\s{1,3}và\s{1,3})`);
  return also.length === 0 ? joined : `${joined}|${anyOf(also)}`;
}
const FIELDS = [...table.fields]
  .sort((a, b) => b.parts.length - a.parts.length)
  .map((field) => ({ field, pattern: sticky(`(?:${fieldSource(field)})${END}`) }));

/** The field that stands at a place: "KH&ĐT", "Thông tin &TT", "Nội vụ". */
export function fieldAt(
  text: string,
  at: number,
  head: string,
  date: string | null,
): { readonly field: Field; readonly end: number } | undefined {
  let best: { field: Field; end: number } | undefined;
  for (const { field, pattern } of FIELDS) {
    if (!field.of.includes(head)) continue;
    pattern.lastIndex = at;
    const length = pattern.exec(text)?.[0].length ?? 0;
    const end = at + length;
    if (length === 0 || (best !== undefined && end < best.end)) continue;
    const fits = date === null || ((field.from ?? '') <= date && date <= (field.to ?? '9'));
    if (best === undefined || end > best.end || fits) best = { field, end };
  }
  return best;
}

interface Listed {
  readonly body: Body;
  readonly key: string;
}
const LISTED = new Map<string, Listed>();
for (const body of table.bodies)
  for (const name of [body.name, ...body.also]) LISTED.set(keyOf(name), { body, key: keyOf(name) });
const BODY = sticky(`${anyOf([...LISTED.keys()])}${END}`);
/** Listed names are looked up by key; hyphens and "&" are written in more ways than one. */
const loose = (text: string): string =>
  keyOf(text)
    .replace(/\s*([-–&])\s*/gu, ' $1 ')
    .replace(/–/gu, '-');
for (const [key, listed] of [...LISTED]) LISTED.set(loose(key), listed);

const HEAD = exact(
  `(?:${[...table.heads]
    .sort((a, b) => b.length - a.length)
    .map(caseKept)
    .join('|')}|${[...table.heads]
    .map((head) => head.toUpperCase())
    .sort((a, b) => b.length - a.length)
    .map(caseKept)
    .join('|')})${END}`,
);
/** Official names write the first syllable of a compound with a capital: "Xúc tiến Đầu tư". */
const AFTER = table.afterNames.join('|');
/** Where the name of another body begins. */
const BODY_WORD = '(?:Sở|Bộ|UBND|HĐND|Ủy ban nhân|Công an)(?![\\p{L}])';
const OPEN_WORD = exact(
  String.raw`(?:\s{1,3}(?:[-–&]|và|của|về|vì)(?=\s{1,3}\p{Lu})|\s{1,3}(?:các\s{1,3}|và\s{1,3})?${anyOf(table.nameWords).replace(/^\(\?:/u, '(?:')}${END}|\s{1,3}(?!${BODY_WORD})\p{Lu}[\p{L}\p{N}&]{0,14}(?:[-–]\p{L}{1,8})?${END}(?:(?<=\p{Lu}\p{Ll}{1,7})\s(?!(?:${AFTER})${END})\p{Ll}{2,7}${END})?)`,
);
const NOUN = anyOf(table.nouns);
const COLLECTIVE = sticky(
  String.raw`(?<all>(?:(?:tất\s+cả|toàn\s+bộ|một\s+số)\s+)?(?:các|những)\s{1,3})?(?<nouns>${NOUN}${END}(?:(?:\s{0,3}[,/-]\s{0,3}|\s{1,3}và\s{1,3}|\s{0,3},\s{0,3}và\s{1,3})${NOUN}${END}){0,7})`,
);
const QUALIFIER = sticky(String.raw`\s{0,3},?\s{1,3}${anyOf(table.qualifiers)}${END}`);
const BY_FIELD = sticky(
  String.raw`\s{1,3}theo\s+(?:chức\s+năng,?\s*(?:và\s+)?nhiệm\s+vụ|(?:ngành,?\s*)?lĩnh\s+vực(?:\s+(?:được\s+)?(?:quản\s+lý|phụ\s+trách|phân\s+công|giao))?|phân\s+công|thẩm\s+quyền)${END}`,
);
const COUNCIL = sticky(
  String.raw`(?<kind>ủy\s+ban\s+nhân\s+dân|uỷ\s+ban\s+nhân\s+dân|ubnd|hội\s+đồng\s+nhân\s+dân|hđnd)${END}`,
);
const UNIT = String.raw`(?:thị\s+trấn|thị\s+xã|thành\s+phố|đặc\s+khu|huyện|quận|phường|thành|thị|xã|tp\.?|tx\.?)`;
const UNITS = sticky(
  String.raw`\s{1,3}(?<each>(?:các|những)\s{1,3})?(?<units>${UNIT}${END}(?:(?:\s{0,3}[,/-]\s{0,3}|\s{1,3}và\s{1,3})(?:các\s{1,3})?${UNIT}${END}){0,5})`,
);
const TIER = sticky(
  String.raw`\s{1,3}(?:(?<tier>cấp\s+(?:tỉnh|huyện|xã|cơ\s+sở))|(?<every>(?:các|hai|02|2)\s+cấp)|(?<local>địa\s+phương))${END}`,
);
const CHIEF = sticky(String.raw`${anyOf(table.chiefs)}\s{1,3}(?=\S)`);
const DEPARTMENT = sticky(String.raw`(?<head>sở|bộ|phòng)\s{1,3}`);

const expand = (text: string): string =>
  text.replace(/[\p{Lu}][\p{Lu}&]+/gu, (word) => table.abbreviations[word] ?? word);

/** Title case for names that stand in capitals: "VĂN PHÒNG ĐIỀU PHỐI" -> "Văn phòng điều phối". */
const settle = (name: string): string => (/\p{Ll}/u.test(name) ? name : capital(name.toLowerCase()));

const placeName = (place: string): string =>
  clean(place.replace(/^(?:TP|Tp|T\.P)\.?\s*/u, 'thành phố ').replace(/HCM$/u, 'Hồ Chí Minh'));

interface Suffix {
  readonly end: number;
  readonly text: string;
  readonly place?: string;
  readonly code: string;
  readonly level: Level | null;
}
function suffixAt(text: string, at: number): Suffix | undefined {
  SUFFIX.lastIndex = at;
  const match = SUFFIX.exec(text);
  if (match === null) return undefined;
  const { party, top, bare, region, tier, unit } = match.groups ?? {};
  const low = match.groups?.low === undefined ? undefined : placeOf(match.groups.low);
  if (match.groups?.low !== undefined && low === undefined) return undefined;
  const end = at + match[0].length - (match.groups?.low?.length ?? 0) + (low?.length ?? 0);
  const capitals = !/\p{Ll}/u.test(match[0]);
  const written = (part: string): string => {
    const name = placeName(part);
    return capitals && /\s/u.test(name) ? properCase(name) : name;
  };
  if (party !== undefined) {
    const name = capital(expand(clean(party)).toLowerCase()).replace('uỷ', 'ủy');
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
    return { end, text: written(low), place: written(low), code: slugOf(low), level: levelOf(low) };
  if (region !== undefined)
    return { end, text: written(region), code: /chi nhánh/iu.test(region) ? '' : slugOf(region), level: null };
  const rest = clean(tier ?? unit ?? '');
  return { end, text: rest, code: slugOf(rest), level: levelOf(rest) };
}
/**
 * A place below the province, cut after its name: "huyện Lâm Thao Tiếp" is "huyện Lâm Thao". Districts are known; of communes, a
 * single word with a capital may be the next sentence's.
 */
function placeOf(written: string): string | undefined {
  const [kind] = new RegExp(`^(?:${LOWER}|${CITY})\\s*`, 'u').exec(written) ?? [];
  if (kind === undefined) return undefined;
  if (/^(?:phường|xã|thị\s+trấn|đặc\s+khu)/iu.test(kind)) return written;
  const words = [...written.slice(kind.length).matchAll(/\S+/gu)];
  for (let count = words.length; count > 0; count--) {
    const last = words[count - 1];
    const name = last === undefined ? '' : written.slice(kind.length, kind.length + last.index + last[0].length);
    if (DISTRICTS.has(placeKey(name))) return kind + name;
  }
  return words.length > 1 ? written : undefined;
}
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
function levelOf(text: string): Level | null {
  const key = keyOf(text);
  if (/phường|(?<!thị )xã|thị trấn|đặc khu|cơ sở/u.test(key)) return 'commune';
  if (/huyện|quận|thị|thành phố|^thành|tp|tx/u.test(key)) return 'district';
  return key.includes('tỉnh') ? 'province' : null;
}

type Reader = (text: string, at: number, date: string | null) => Omit<NamedBody, 'start'> | undefined;

const department: Reader = (text, at, date) => {
  DEPARTMENT.lastIndex = at;
  const match = DEPARTMENT.exec(text);
  const head = match?.groups?.head?.toLowerCase();
  if (match === null || head === undefined) return undefined;
  const from = at + match[0].length;
  const found = fieldAt(text, from, head, date);
  let end = found?.end;
  let name = found?.field.name;
  if (head === 'phòng' && (found === undefined || text[at] === 'p')) return undefined;
  if (end === undefined || name === undefined) {
    const open = /^\p{Lu}/u.test(text.slice(at, at + 1)) ? openEnd(text, at + head.length) : at;
    if (open <= from || !/\p{Lu}/u.test(text.slice(from, from + 1))) return undefined;
    end = open;
    name = settle(expand(clean(text.slice(from, open))));
  }
  // "sở tài chính" in small letters is a name, "bộ tài chính" hardly ever; "bộ công an" neither.
  if (head === 'bộ' && text[at] === 'b') return undefined;
  const own = `${capital(head)} ${name}`;
  const unknown = found === undefined ? { open: true } : {};
  if (head === 'bộ') return { code: slugOf(own), name: own, end, collective: false, level: 'central', ...unknown };
  return {
    ...withSuffix(text, end, own, slugOf(own), false, head === 'phòng' ? 'district' : 'department'),
    ...unknown,
  };
};

function withSuffix(
  text: string,
  end: number,
  name: string,
  code: string,
  collective: boolean,
  level: Level | null,
): Omit<NamedBody, 'start'> {
  const suffix = suffixAt(text, end);
  if (suffix === undefined) return { code, name, end, collective, level };
  return {
    code: suffix.code === '' ? code : `${code}-${suffix.code}`,
    name: `${name} ${suffix.text}`,
    end: suffix.end,
    collective,
    level: level ?? suffix.level,
    ...(suffix.place === undefined ? {} : { place: suffix.place }),
  };
}

/** Words that end like a place though the place is part of the listed name ("Thuế tỉnh"). */
const listed: Reader = (text, at) => {
  BODY.lastIndex = at;
  const match = BODY.exec(text);
  if (match === null) return undefined;
  const found = LISTED.get(keyOf(match[0])) ?? LISTED.get(loose(match[0]));
  if (found === undefined) return undefined;
  const { body } = found;
  // In small letters these are things, not bodies: "cục thuế" hardly, "chính phủ điện tử" and "thống kê" often.
  if (
    /^\p{Ll}/u.test(match[0]) &&
    !/^(?:công an|ủy ban|uỷ ban|văn phòng|tỉnh|thành|huyện|đảng|bảo hiểm|liên đoàn|hội|đoàn)/u.test(keyOf(match[0]))
  )
    return undefined;
  const end = at + match[0].length;
  if (
    body.name === 'Ban Tổ chức' &&
    /^\s+(?:hội|cuộc|sự|lễ|giải|ngày|tuần|chương|đại|liên)/iu.test(text.slice(end, end + 12))
  )
    return undefined;
  if (/^\s+(?:điện tử|số)/iu.test(text.slice(end, end + 10)) && body.name === 'Chính phủ') return undefined;
  const code = body.code ?? slugOf(body.name);
  if (/^(?:Thuế|Thống kê|Thanh tra|Bưu điện|Viễn thông|Điện lực) (?:tỉnh|Thành phố)$/u.test(body.name)) {
    const province = exact(String.raw`\s{1,3}${PROVINCE}${END}`);
    province.lastIndex = end;
    const place = province.exec(text);
    return {
      code: code.replace(/-(?:tinh|thanh-pho)$/u, '-tinh'),
      name: place === null ? body.name : `${body.name}${clean(` ${place[0]}`).replace(/^/u, ' ')}`,
      end: end + (place?.[0].length ?? 0),
      collective: false,
      level: 'province',
    };
  }
  if (body.level === 'central') return { code, name: body.name, end, collective: false, level: 'central' };
  if (/^(?:cong|trang)-thong-tin/u.test(code)) {
    const owners = ownersAt(text, end);
    if (owners !== undefined)
      return {
        code: `${code}-${slugOf(owners.code)}`,
        name: `${body.name} của ${owners.name}`,
        end: owners.end,
        collective: true,
        level: null,
      };
  }
  const office = /^van-phong-(?:hdnd-va-)?ubnd$/u.test(code);
  const read = withSuffix(text, end, body.name, code, false, body.level ?? null);
  return office && read.code === code ? { ...read, code: `${code}-tinh` } : read;
};

/** "của các sở, ban, ngành và UBND các huyện": whose pages these are. */
function ownersAt(
  text: string,
  at: number,
): { readonly name: string; readonly code: string; readonly end: number } | undefined {
  const of = sticky(String.raw`\s{1,3}của\s{1,3}`);
  of.lastIndex = at;
  let end = at + (of.exec(text)?.[0].length ?? 0);
  if (end === at) return undefined;
  const names: string[] = [];
  const codes: string[] = [];
  for (let count = 0; count < 5; count++) {
    const body = council(text, end, null) ?? department(text, end, null) ?? collective(text, end, null);
    if (body === undefined) break;
    names.push(count > 0 || !body.name.startsWith('Các ') ? body.name : `các ${body.name.slice(4)}`);
    codes.push(body.code);
    end = body.end;
    const joint = sticky(String.raw`\s{0,3}(?:,|\svà\s)\s{0,3}(?=các|ubnd|ủy ban|sở)`);
    joint.lastIndex = end;
    const next = joint.exec(text);
    if (next === null) break;
    const following = end + next[0].length;
    if (council(text, following, null) === undefined && collective(text, following, null) === undefined) break;
    end = following;
  }
  return names.length === 0 ? undefined : { name: names.join(' và '), code: codes.join(' '), end };
}

/** The longest beginning of some words that is a former district's name. */
function districtIn(words: string): string | undefined {
  for (let end = words.length; end > 0; end = words.lastIndexOf(' ', end - 1)) {
    const name = words.slice(0, end);
    if (DISTRICTS.has(placeKey(name))) return name;
  }
  return undefined;
}

const council: Reader = (text, at, date) => {
  COUNCIL.lastIndex = at;
  const match = COUNCIL.exec(text);
  if (match === null) return undefined;
  const assembly = /^h/iu.test(match[0]);
  const own = assembly ? 'Hội đồng nhân dân' : 'Ủy ban nhân dân';
  const code = assembly ? 'hdnd' : 'ubnd';
  const end = at + match[0].length;
  TIER.lastIndex = end;
  const tier = TIER.exec(text);
  if (tier !== null) {
    const rest = clean(tier[0]).toLowerCase();
    return {
      code: `${code}-${slugOf(rest)}`,
      name: `${own} ${rest}`,
      end: end + tier[0].length,
      collective: true,
      level: levelOf(rest),
    };
  }
  UNITS.lastIndex = end;
  const units = UNITS.exec(text);
  if (units?.groups?.units !== undefined) {
    const written = units.groups.units;
    const list = clean(written)
      .toLowerCase()
      .split(/\s*[,/;-]\s*|\s+và\s+/u)
      .map((unit) => unit.replace(/^các /u, ''));
    if (units.groups.each !== undefined || list.length > 1) {
      const stop = end + units[0].length;
      const short = list.some((unit) => unit === 'thành' || unit === 'thị');
      const full = list.map(
        (unit) =>
          ({ thành: 'thành phố', thị: 'thị xã', tp: 'thành phố', 'tp.': 'thành phố', tx: 'thị xã', 'tx.': 'thị xã' })[
            unit
          ] ?? unit,
      );
      const levels = [...new Set(full.map(levelOf))];
      const named = exact(String.raw`\s{1,3}${PROPER}`);
      named.lastIndex = stop;
      const after = /(?:thành phố|thị xã)$/u.test(full.at(-1) ?? '') ? named.exec(text) : null;
      const proper = after === null ? undefined : districtIn(after[0]);
      const rest = qualifierEnd(text, stop + (proper?.length ?? 0));
      return {
        code:
          levels.length === 1 && levels[0] === 'district'
            ? `${code}-cap-huyen`
            : levels.length === 1 && levels[0] === 'commune'
              ? `${code}-cap-xa`
              : `${code}-cap-huyen-cap-xa`,
        name: clean(
          `${own} ${short || units.groups.each !== undefined ? 'các ' : ''}${full.join(', ')}${proper ?? ''}${text.slice(rest.from, rest.end)}`,
        ),
        end: rest.end,
        collective: true,
        level: levels.length === 1 ? (levels[0] ?? null) : null,
        ...(proper === undefined ? {} : { place: clean(`${full.at(-1)}${proper}`) }),
      };
    }
  }
  const suffix = suffixAt(text, end);
  if (suffix === undefined) return { code, name: own, end, collective: false, level: null };
  if (suffix.level === 'province') {
    // Without a name, "thành phố" in small letters may be a city of a province.
    const unclear = suffix.text === 'thành phố';
    // Huế was a city of its province until 2025.
    const district =
      /Huế$/iu.test(suffix.text) && /^thành phố/iu.test(suffix.text) && date !== null && date < '2025-01-01';
    return {
      code: district ? `${code}-${slugOf(suffix.text)}` : unclear ? `${code}-thanh-pho` : `${code}-tinh`,
      name: `${own} ${suffix.text}`,
      end: suffix.end,
      collective: false,
      level: district ? 'district' : unclear ? null : 'province',
      ...(suffix.place === undefined ? {} : { place: suffix.place }),
    };
  }
  return {
    code: `${code}-${suffix.code}`,
    name: `${own} ${suffix.text}`,
    end: suffix.end,
    collective: false,
    level: suffix.level,
    ...(suffix.place === undefined ? {} : { place: suffix.place }),
  };
};

/** End of the words that narrow a collective name down, and where they begin. */
function qualifierEnd(text: string, at: number): { readonly from: number; readonly end: number } {
  let end = at;
  for (let i = 0; i < 3; i++) {
    QUALIFIER.lastIndex = end;
    const match = QUALIFIER.exec(text);
    if (match === null || match[0].startsWith(',')) break;
    end += match[0].length;
    const province = exact(String.raw`\s{1,3}${PROVINCE}${END}`);
    province.lastIndex = end;
    end += province.exec(text)?.[0].length ?? 0;
  }
  return { from: at, end };
}

const FIRST = new Set([
  'sở',
  'ban',
  'cơ quan',
  'đơn vị',
  'phòng',
  'viện',
  'trường',
  'ngành',
  'tổ chức',
  'đoàn thể',
  'địa phương',
  'bộ',
  'hội',
  'sở ngành',
  'ban ngành',
  'phòng ban',
  'hội đoàn thể',
]);
const collective: Reader = (text, at) => {
  COLLECTIVE.lastIndex = at;
  const match = COLLECTIVE.exec(text);
  const nouns = match?.groups?.nouns;
  if (match === null || nouns === undefined) return undefined;
  const list = clean(nouns)
    .toLowerCase()
    .split(/\s*[,/;-]\s*|\s+và\s+|\s+(?=ngành$)|(?<=^(?:sở|phòng))\s+(?=ban$|ngành$)/u)
    .map((noun) => noun.replace(/^và /u, ''));
  const all = match.groups?.all !== undefined;
  const first = list[0] ?? '';
  const stop = at + match[0].length;
  const rest = qualifierEnd(text, stop);
  const narrowed = rest.end > rest.from;
  if (!FIRST.has(first)) return undefined;
  // One noun alone is a kind of thing ("tổ chức"), not a body.
  if (list.length < 2 && !narrowed) return undefined;
  if (
    list.length < 2 &&
    !all &&
    !/^(?:cơ quan|đơn vị)/u.test(first) &&
    !/liên quan/iu.test(text.slice(rest.from, rest.end))
  )
    return undefined;
  BY_FIELD.lastIndex = rest.end;
  const byField = BY_FIELD.exec(text)?.[0].length ?? 0;
  const tail = clean(text.slice(rest.from, rest.end));
  const owned = list.includes('sở') || list.includes('cơ quan') || list.includes('đơn vị') || list.includes('ngành');
  const words = `${list.join(', ')}${tail === '' ? '' : ` ${/^[\p{Lu}\s]+$/u.test(tail) ? tail.toLowerCase() : expand(tail)}`}`;
  const stem = list.filter((noun) => noun !== 'ban' || !list.includes('sở'));
  return {
    code: codeOfNouns(list, stem, tail),
    name: all || (owned && (list.length > 1 || /liên quan/u.test(tail))) ? `Các ${words}` : capital(words),
    end: rest.end + byField,
    collective: true,
    level: null,
  };
};
function codeOfNouns(list: readonly string[], stem: readonly string[], tail: string): string {
  const narrower = slugOf(tail)
    .replace(/(?:^|-)(?:co-)?lien-quan$|^khac$/u, '')
    .replace(/^(?:tinh|thanh-pho|cap-tinh|cua-tinh|thuoc-tinh)$/u, '');
  const own =
    list.includes('sở') && list.includes('ngành') ? ['sở', 'ban', ...stem.filter((noun) => noun !== 'sở')] : list;
  return slugOf([...own, narrower].join(' '));
}

function openEnd(text: string, at: number): number {
  let end = at;
  for (let words = 0; words < 16; words++) {
    OPEN_WORD.lastIndex = end;
    const match = OPEN_WORD.exec(text);
    if (match === null) break;
    end += match[0].length;
  }
  return end;
}

const open: Reader = (text, at) => {
  HEAD.lastIndex = at;
  const match = HEAD.exec(text);
  if (match === null) return undefined;
  const end = openEnd(text, at + match[0].length);
  const own = clean(text.slice(at, end));
  if (end === at + match[0].length || !/\s\p{Lu}/u.test(own)) return undefined;
  // In the name of a company, CP is "Cổ phần".
  const name = settle(expand(/công ty/iu.test(own) ? own.replace(/(?<=\s)CP(?=\s)/u, 'Cổ phần') : own));
  const province = new RegExp(String.raw`\s+(?:${TOP})?(?:\s*${PROVINCE})?$`, 'u');
  const code = slugOf(name.replace(province, ''));
  const level =
    /(?:quốc gia|trung ương|chính phủ)/iu.test(name) && /^(?:Ủy ban|Ban|Hội đồng|Tổng cục|Cục)/u.test(name)
      ? 'central'
      : null;
  return { ...withSuffix(text, end, name, code === '' ? slugOf(name) : code, false, level), open: true };
};

const READERS: readonly Reader[] = [listed, council, department, collective, open];

/**
 * The agency whose name begins at a place of the text, or undefined.
 *
 * @param date ISO date as of which short names are understood, null where unknown
 */
export function bodyAt(text: string, at: number, date: string | null): NamedBody | undefined {
  for (const read of READERS) {
    const body = read(text, at, date);
    if (body !== undefined) return { ...body, start: at };
  }
  CHIEF.lastIndex = at;
  const chief = CHIEF.exec(text);
  if (chief === null) return undefined;
  for (const read of READERS) {
    const body = read(text, at + chief[0].length, date);
    if (body !== undefined) return { ...body, start: at };
  }
  return undefined;
}

/** The name of who issued a document, from the words after "của". */
export function issuerAt(text: string): string | undefined {
  const words = text.replace(/\s+/gu, ' ').trimStart();
  return bodyAt(words, 0, null)?.name ?? (/^CP(?![\p{L}\p{N}])/u.test(words) ? 'Chính phủ' : undefined);
}

/** Source of the first words of all names, for finding where one may begin. */
export const STARTS = String.raw`(?<![\p{L}\p{N}]|[\p{L}\p{N}]-)(?=${anyOf([
  ...new Set([
    ...[...LISTED.keys()].map((key) => key.split(' ')[0] ?? ''),
    ...table.heads.map((head) => keyOf(head).split(' ')[0] ?? ''),
    ...table.nouns.map((noun) => noun.split(' ')[0] ?? ''),
    ...table.chiefs.map((chief) => chief.split(' ')[0] ?? ''),
    'các',
    'những',
    'tất',
    'toàn',
    'một',
    'sở',
    'bộ',
    'ủy',
    'uỷ',
    'ubnd',
    'hđnd',
    'hội',
  ]),
])}(?![\p{L}\p{N}]))`;
