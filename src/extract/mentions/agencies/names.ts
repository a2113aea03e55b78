import type { Body } from '../../../knowledge/agencies.ts';
import { built, type Knowledge } from '../../../knowledge/knowledge.ts';
import { provinceNamed } from '../../../knowledge/provinces.ts';
import { asWritten, vi } from '../../../language/pattern.ts';
import { anyOf, keyOf, slugOf, whole } from '../../../language/words.ts';
import { startsOf } from '../engine/first-words.ts';
import { type NamedBody, type Reader, withSuffix } from './body.ts';
import { collective } from './collectives.ts';
import { council } from './councils.ts';
import { department } from './departments.ts';
import { placeWords } from './place-words.ts';
import { capital, clean, districtIn, END, exact, PROPER, provinceAt, sticky } from './places.ts';
import { unlisted } from './unlisted.ts';

interface Listed {
  readonly body: Body;
  readonly key: string;
}

const listedOf = built(['agencies'], ({ agencies: { bodies } }) => {
  /** By key and, hyphens and "&" written in more ways than one, by loose key. */
  const byName = new Map<string, Listed>();
  for (const body of bodies)
    for (const name of [body.name, ...body.also]) byName.set(keyOf(name), { body, key: keyOf(name) });
  const keys = [...byName.keys()];
  const byFirst = new Map<string, string[]>();
  for (const name of keys) {
    const first = /^\p{L}+/u.exec(name)?.[0] ?? '';
    byFirst.set(first, [...(byFirst.get(first) ?? []), name]);
  }
  /** The names that begin with one word, by every spelling of that word. */
  const patterns = new Map<string, RegExp>();
  const spellings = firstWords([...byFirst.keys()]);
  for (const [first, names] of byFirst) {
    const pattern = sticky(`${anyOf(names)}${END}`);
    for (const word of spellings) if (keyOf(word) === first) patterns.set(word, pattern);
  }
  for (const [key, listed] of [...byName]) byName.set(loose(key), listed);
  return { byName, keys, patterns };
});

/** The words that phrases begin with, in every spelling, lower case. */
function firstWords(phrases: readonly string[]): ReadonlySet<string> {
  return startsOf(whole(anyOf(phrases)))?.words ?? new Set();
}

const WORD = /\p{L}+/uy;
function wordAt(text: string, at: number): string {
  WORD.lastIndex = at;
  return WORD.exec(text)?.[0].toLowerCase() ?? '';
}

const loose = (text: string): string =>
  keyOf(text)
    .replace(/\s*([-–&])\s*/gu, ' $1 ')
    .replace(/–/gu, '-');

/** Words that end like a place though the place is part of the listed name ("Thuế tỉnh"). */
const listed: Reader = (knowledge, text, at) => {
  const { byName, patterns } = listedOf(knowledge);
  const { smallNames, things } = knowledge.agencies;
  const bodies = patterns.get(wordAt(text, at));
  if (bodies === undefined) return undefined;
  bodies.lastIndex = at;
  const match = bodies.exec(text);
  if (match === null) return undefined;
  const found = byName.get(keyOf(match[0])) ?? byName.get(loose(match[0]));
  if (found === undefined) return undefined;
  const { body } = found;
  // In small letters these are things, not bodies: "cục thuế" hardly, "chính phủ điện tử" and "thống kê" often.
  if (/^\p{Ll}/u.test(match[0]) && !smallNames.some((name) => keyOf(match[0]).startsWith(keyOf(name))))
    return undefined;
  const end = at + match[0].length;
  const code = body.code ?? slugOf(body.name);
  if (code === 'ban-to-chuc' && things.some((thing) => keyOf(text.slice(end, end + 12)).startsWith(thing)))
    return undefined;
  if (/^\s+(?:điện tử|số)/iu.test(text.slice(end, end + 10)) && code === 'chinh-phu') return undefined;
  if (body.ofPlace === true) {
    const place = provinceAt(knowledge, text, end);
    return {
      code: code.replace(/-(?:tinh|thanh-pho)$/u, '-tinh'),
      name: place === '' ? body.name : `${body.name} ${clean(place)}`,
      end: end + place.length,
      collective: false,
      level: 'province',
    };
  }
  if (body.level === 'central') return { code, name: body.name, end, collective: false, level: 'central' };
  if (/^(?:cong|trang)-thong-tin/u.test(code)) {
    const owners = ownersAt(knowledge, text, end);
    if (owners !== undefined)
      return {
        code: `${code}-${slugOf(owners.code)}`,
        name: `${body.name} của ${owners.name}`,
        end: owners.end,
        collective: true,
        level: null,
      };
  }
  const local = ofDistrict(knowledge, text, end, body, code);
  if (local !== undefined) return local;
  const zone = /^ban-quan-ly-khu-kinh-te$/u.test(code) ? zoneAt(knowledge, text, end) : '';
  if (zone !== '')
    return {
      code: `${code}-${slugOf(zone)}`,
      name: `${body.name} ${clean(zone)}`,
      end: end + zone.length,
      collective: false,
      level: body.level ?? null,
    };
  const office = /^van-phong-(?:hdnd-va-)?ubnd$/u.test(code);
  const read = withSuffix(knowledge, text, end, body.name, code, false, body.level ?? null);
  return office && read.code === code ? { ...read, code: `${code}-tinh` } : read;
};

const NAME = exact(String.raw`\s{1,3}${PROPER}`);

/** The name of an economic zone behind its board's, with the space before it: " Đông Nam"; "" where none stands there. */
function zoneAt(knowledge: Knowledge, text: string, at: number): string {
  const { ZONE } = zonesOf(knowledge);
  ZONE.lastIndex = at;
  return ZONE.exec(text)?.[0] ?? '';
}
const zonesOf = built(['agencies', 'placeKinds'], ({ agencies, placeKinds }) => {
  const { afterNames, otherNames, otherHeads } = agencies;
  const others = [...afterNames, ...otherNames, ...otherHeads, ...placeKinds.map(({ word }) => word), 'khu'];
  const firsts = [...new Set(others.map((word) => capital(word.split(' ')[0] ?? '')))];
  const WORD = String.raw`(?!${asWritten(firsts)}${END})\p{Lu}\p{Ll}+`;
  return { ZONE: exact(String.raw`\s{1,3}${WORD}(?:\s${WORD}){1,2}${END}`) };
});

/** "Huyện ủy Lâm Thao", "Thành ủy Việt Trì", "VNPT Lâm Thao": of a district, whose name stands alone; a city of the centre is none. */
function ofDistrict(
  knowledge: Knowledge,
  text: string,
  at: number,
  { name, branch: unit }: Body,
  code: string,
): ReturnType<Reader> {
  if (unit === undefined) return undefined;
  NAME.lastIndex = at;
  const written = NAME.exec(text)?.[0];
  const own = written === undefined ? undefined : (districtIn(knowledge, written) ?? provinceAt(knowledge, text, at));
  if (own === undefined || own === '') return undefined;
  const place = /\p{Ll}/u.test(own)
    ? clean(own)
    : clean(own)
        .split(' ')
        .map((word) => capital(word.toLowerCase()))
        .join(' ');
  const province = provinceNamed(knowledge, place, null);
  if (province !== undefined && (unit === '' || (unit === 'thành phố' && province.kind === 'city'))) return undefined;
  return {
    code: `${code}-${slugOf(place)}`,
    name: `${name} ${place}`,
    end: at + own.length,
    collective: false,
    level: 'district',
    place: `${unit} ${place}`.trim(),
  };
}

const OF = sticky(String.raw`\s{1,3}của\s{1,3}`);
const AND = sticky(String.raw`\s{0,3}(?:,|\svà\s)\s{0,3}(?=các|ubnd|ủy ban|sở)`);

/** "của các sở, ban, ngành và UBND các huyện": whose pages these are. */
function ownersAt(
  knowledge: Knowledge,
  text: string,
  at: number,
): { readonly name: string; readonly code: string; readonly end: number } | undefined {
  OF.lastIndex = at;
  let end = at + (OF.exec(text)?.[0].length ?? 0);
  if (end === at) return undefined;
  const names: string[] = [];
  const codes: string[] = [];
  for (let count = 0; count < 5; count++) {
    const body = firstOf([council, department, collective], knowledge, text, end, null);
    if (body === undefined) break;
    names.push(count > 0 || !body.name.startsWith('Các ') ? body.name : `các ${body.name.slice(4)}`);
    codes.push(body.code);
    end = body.end;
    AND.lastIndex = end;
    const next = AND.exec(text);
    if (next === null) break;
    const following = end + next[0].length;
    if (firstOf([council, collective], knowledge, text, following, null) === undefined) break;
    end = following;
  }
  return names.length === 0 ? undefined : { name: names.join(' và '), code: codes.join(' '), end };
}

/** What the first of some readers reads that reads anything. */
function firstOf(readers: readonly Reader[], ...place: Parameters<Reader>): ReturnType<Reader> {
  for (const read of readers) {
    const body = read(...place);
    if (body !== undefined) return body;
  }
  return undefined;
}

const READERS: readonly Reader[] = [listed, council, department, collective, unlisted];

/**
 * The agency whose name begins at a place of the text, or undefined.
 *
 * @param date ISO date as of which short names are understood, null where unknown
 */
export function bodyAt(knowledge: Knowledge, text: string, at: number, date: string | null): NamedBody | undefined {
  const own = membersOf(knowledge, text, at, date) ?? firstOf(READERS, knowledge, text, at, date);
  if (own !== undefined) return { ...own, start: at };
  const { CHIEF, OF_UNITS } = nameStarts(knowledge);
  CHIEF.lastIndex = at;
  const chief = CHIEF.exec(text);
  if (chief === null) return chiefsOf(knowledge, text, at);
  const from = at + chief[0].length;
  // "Chủ tịch các xã, phường" head the committees of these.
  if (CHAIR.test(chief[0]) && OF_UNITS.test(text.slice(from, from + 20))) {
    const ubnd = 'UBND ';
    const all = council(knowledge, ubnd + text.slice(from, from + 120), 0, date);
    if (all !== undefined && all.end > ubnd.length) return { ...all, start: at, end: from + all.end - ubnd.length };
  }
  // "Trưởng phòng Nội vụ", "Trưởng ban Dân tộc" lead an office that is a name of its own: "Phòng Nội vụ".
  const office = /^(?:phòng\s|ban\s\p{Lu})/u.test(text.slice(from, from + 8))
    ? `${text.slice(0, from)}${capital(text.slice(from, from + 1))}${text.slice(from + 1)}`
    : text;
  const led = firstOf(READERS, knowledge, office, from, date);
  if (led === undefined) return chiefsOf(knowledge, text, at);
  // The standing members of a board are a body of their own: "Thường trực Ban An toàn giao thông".
  const standing = STANDING.test(chief[0]) ? clean(text.slice(at, from)) : undefined;
  return standing === undefined
    ? { ...led, start: at }
    : {
        ...led,
        code: `${slugOf(standing)}-${led.code}`,
        name: `${capital(standing.toLowerCase())} ${led.name}`,
        start: at,
      };
}

/** "các thành viên Ban Chỉ đạo", "cơ quan thành viên của Ban Chỉ đạo": those who make up a body, by its name. */
function membersOf(knowledge: Knowledge, text: string, at: number, date: string | null): ReturnType<Reader> {
  MEMBERS.lastIndex = at;
  const found = MEMBERS.exec(text)?.[0];
  const body = found === undefined ? undefined : firstOf(READERS, knowledge, text, at + found.length, date);
  return found === undefined || body === undefined
    ? undefined
    : {
        ...body,
        code: `thanh-vien-${body.code}`,
        name: `${capital(clean(found).toLowerCase())} ${body.name}`,
        collective: true,
      };
}
const MEMBERS = new RegExp(
  vi`(các)? (cơ quan|đơn vị|ủy viên)? thành viên( của)?\s+(?=(ban|hội đồng|tổ|ủy ban|bcđ)\s)`.source,
  'iuy',
);

const CHAIR = /^chủ\s+tịch/iu;
const STANDING = /^thường\s+trực/iu;

/** "Giám đốc các sở", "các giám đốc sở": bodies of one kind, which alone are named so by their heads only. */
function chiefsOf(knowledge: Knowledge, text: string, at: number): NamedBody | undefined {
  const { CHIEFS_OF, CHIEFS_ALONE, ALSO_OF } = nameStarts(knowledge);
  CHIEFS_OF.lastIndex = at;
  CHIEFS_ALONE.lastIndex = at;
  // "Bộ trưởng, Thủ trưởng cơ quan ngang bộ", "Giám đốc Sở, Thủ trưởng các ban": of all, where heads of more kinds follow.
  const alone = CHIEFS_ALONE.exec(text);
  const found = CHIEFS_OF.exec(text) ?? alone;
  const noun = found?.groups?.noun ?? found?.groups?.of;
  if (found === null || noun === undefined) return undefined;
  const kind = clean(noun).toLowerCase();
  // "Giám đốc các sở, Thủ trưởng các ban, ngành": one collective, whose parts have heads of their own.
  const stop = at + found[0].length;
  ALSO_OF.lastIndex = stop;
  const also = ALSO_OF.exec(text);
  if (also !== null) {
    const from = stop + also[0].length;
    const parts = `các ${kind}, `;
    const all = collective(knowledge, parts + text.slice(from, from + 120), 0, null);
    if (all !== undefined && all.end > parts.length) return { ...all, start: at, end: from + all.end - parts.length };
  }
  if (found === alone) return undefined;
  return {
    code: slugOf(kind),
    name: `Các ${kind}`,
    start: at,
    end: at + found[0].length,
    collective: true,
    level: null,
  };
}

/** The name of who issued a document, from the words after "của". */
export function issuerAt(knowledge: Knowledge, text: string): string | undefined {
  const words = text.replace(/\s+/gu, ' ').trimStart();
  return bodyAt(knowledge, words, 0, null)?.name ?? (/^CP(?![\p{L}\p{N}])/u.test(words) ? 'Chính phủ' : undefined);
}

/** Where the name of an agency may begin. */
export const nameStarts = built(['agencies', 'bodyWords', 'officeWords', 'placeKinds'], (tables) => {
  const { heads, nouns, chiefs, firstNouns } = tables.agencies;
  const FIRST = anyOf([
    ...new Set([
      ...[...listedOf(tables).keys, ...heads.map(keyOf), ...nouns, ...chiefs].map((name) => name.split(' ')[0] ?? ''),
      'các',
      'thành',
      'những',
      ...[
        ...tables.bodyWords.filter(({ means }) => means.includes('all')),
        ...tables.officeWords.filter(({ means }) => means.includes('own')),
      ].map(({ word }) => word.split(' ')[0] ?? ''),
    ]),
  ]);

  return {
    /** Source that matches, without taking it, the first word of any name. */
    SOURCE: String.raw`(?<![\p{L}\p{N}]|[\p{L}\p{N}]-)(?=${FIRST}(?![\p{L}\p{N}]))`,
    /** These words themselves. */
    words: startsOf(whole(FIRST))?.words ?? new Set<string>(),
    OF_UNITS: vi`^các ${placeWords(tables).UNIT_PIECE}`,
    CHIEF: sticky(String.raw`${anyOf(chiefs)}(?:,(?=\s{1,3}các\s))?\s{1,3}(?=\S)`),
    /** The heads of more kinds of bodies: ", Thủ trưởng các". */
    ALSO_OF: sticky(String.raw`\s{0,3}[,;]\s{1,3}${anyOf(chiefs)}\s{1,3}(?:các\s{1,3})?`),
    CHIEFS_ALONE: sticky(
      String.raw`(?:(?<noun>bộ)\s{1,3}trưởng|giám\s{1,3}đốc\s{1,3}(?<of>sở)${END})(?=\s{0,3}[,;]\s{1,3}${anyOf(chiefs)}\s)`,
    ),
    CHIEFS_OF: sticky(
      String.raw`(?:${anyOf(chiefs)}\s{1,3}các|các\s{1,3}${anyOf(chiefs)})\s{1,3}(?<noun>${anyOf(firstNouns)})${END}(?=\s{0,3}(?:[,;:]|và\s))`,
    ),
  };
});
