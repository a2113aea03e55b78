import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { provinceNamed, provinceOfDistrict } from '../../knowledge/provinces.ts';
import type { IssueWordMeaning } from '../../knowledge/word-tables.ts';
import { capitalOf, inAllCases, vi, viMeaning, viWords } from '../../language/pattern.ts';
import type { Level } from '../../model/record.ts';
import type { NamedBody } from '../mentions/agencies/body.ts';
import { levelOfPlace } from '../mentions/agencies/place-words.ts';
import { placePatterns } from '../mentions/agencies/places.ts';
import { giverIn, levelOfIssuer } from './issuer.ts';
import { bodiesIn } from './letterhead.ts';

const patternsOf = built(['issueWords', 'officeWords', 'placeKinds', 'provinces'], (tables) => {
  const { issueWords, officeWords, placeKinds, provinces } = tables;
  const [PLANS, BESIDE] = [viMeaning(issueWords, 'plans').source, viMeaning(issueWords, 'beside-verb').source];
  const owners = inAllCases(officeWords.flatMap(({ word, means }) => (means.includes('own') ? [word] : [])));
  const { PROVINCE } = placePatterns({ placeKinds, provinces });
  const kinds = placeKinds.filter(({ level }) => level === 'district' || level === 'commune');
  const low = viWords(kinds.flatMap(({ word }) => [{ word }, { word: capitalOf(word) }])).source;
  const all = viWords(placeKinds.flatMap(({ word }) => [{ word }, { word: capitalOf(word) }])).source;
  const wordsOf = (meaning: IssueWordMeaning): string[] =>
    issueWords.flatMap(({ word, means }) => (means.includes(meaning) ? [word] : []));
  const WHOLE = inAllCases(wordsOf('whole'));
  const unit = String.raw`(?<kind>${low})\s+(?<name>\p{Lu}\p{Ll}+|\d{1,2}(?![\d.,]))`;
  return {
    UNIT: new RegExp(String.raw`(?<![\p{L}])${unit}`, 'gu'),
    /** "trên địa bàn phường Quảng Phú", "toàn huyện Vũ Quang": a text that calls a unit so is about it. */
    WHOLE: new RegExp(String.raw`(?<![\p{L}])${WHOLE}\s+${unit}`, 'u'),
    /** What a text calls its own: "trên địa bàn tỉnh", "toàn huyện", "UBND xã", "phường phấn đấu". */
    OWN: new RegExp(
      String.raw`(?<![\p{L}])(?:(?:${WHOLE}(?:\s+${WHOLE})?|${owners}|${inAllCases(wordsOf('party'))})\s+(?<of>${all})(?!\s+hội)|(?<who>${all})(?!\s+hội)(?:\s+\p{Lu}\p{L}+){0,4}\s+(?:${BESIDE}|này|${PLANS}|${viMeaning(issueWords, 'orders').source})|(?<ours>${all})\s+(?:${wordsOf('ours').join('|')})|(?:trực\s+thuộc|của)\s+(?<office>Sở)(?!\s+\p{Lu}))(?![\p{L}])`,
      'gu',
    ),
    /** "trên địa bàn tỉnh Cao Bằng", "toàn tỉnh": what a headline with it is about. */
    WHOLE_PROVINCE: vi`${viMeaning(issueWords, 'whole')} ${viWords(placeKinds.filter(({ level }) => level === 'province'))}`,
    /** Who does something, at the head of a clause: "Năm 2013, huyện Chiêm Hóa tập trung …", "Theo đó, Cao Bằng phấn đấu …". */
    ACTS: new RegExp(
      String.raw`(?<=^|[.,:–-]\s|\n)(?:(?:[tT]ỉnh\s+)?(?<province>${PROVINCE})|${unit}(?:\s\p{Lu}[\p{L}’']*){0,3})\s+(?:${BESIDE}\s+)*${PLANS}(?!\p{L})`,
      'u',
    ),
    /** "Na Hang là huyện vùng cao …" */
    IS_UNIT: new RegExp(String.raw`^ là (?:một |những )?(?<kind>${low})(?!\p{L})`, 'u'),
    HIGHER: vi`${viWords(placeKinds.filter(({ level }) => level === 'province'))}|sở|bộ(?=\s)|${viMeaning(issueWords, 'centre', 'country')}`,
    COUNTRY: vi`${viMeaning(issueWords, 'country')}`,
    /** Who speaks in a headline: "Thủ tướng: Triển khai ngay …". */
    CENTRE: vi`^${viMeaning(issueWords, 'premier')}`,
    /** Behind it stands whose plan is carried out. */
    CARRIES_OUT: vi`${viMeaning(issueWords, 'carries-out')}[^:]{1,60}\scủa\s*$`,
    /** Only a province has districts to count, and a gross product of its own: "100% đơn vị cấp huyện", "GRDP". */
    OF_PROVINCE: vi`${viMeaning(issueWords, 'of-province')}`,
  };
});

/**
 * The level of what an article is about, where its headline or its first sentences say so: "Huyện Thanh Liêm đạt chuẩn …",
 * "Quỳ Hợp: Tiêm phòng …", "… trên địa bàn phường Quảng Phú".
 */
export function levelTold(knowledge: Knowledge, title: string, opening: string): Level | null {
  const { UNIT, WHOLE, WHOLE_PROVINCE, HIGHER } = patternsOf(knowledge);
  if (patternsOf(knowledge).CENTRE.test(title) || namesCentre(knowledge, title)) return 'central';
  const place = /^(?<name>\p{Lu}[\p{L} ]{2,24}?)\s*[:：]/u.exec(title)?.groups?.name;
  if (place !== undefined && isDistrict(knowledge, place)) return 'district';
  const subject = SUBJECT.exec(title.replace(BEFORE_SUBJECT, ''))?.groups?.name;
  const called = subject === undefined ? null : levelCalled(knowledge, subject, opening);
  if (called !== null) return called;
  if (subject !== undefined && provinceNamed(knowledge, subject, null) !== undefined) return 'province';
  if (subject !== undefined && isDistrict(knowledge, subject)) return 'district';
  if (!HIGHER.test(title)) {
    const levels = new Set([...title.matchAll(UNIT)].map(({ groups }) => levelOfPlace(knowledge, groups?.kind ?? '')));
    const [level] = levels;
    if (levels.size === 1 && level !== undefined) return level;
  }
  // Orders of a higher one may be about a unit too.
  if (levelOfIssuer(giverIn(knowledge, opening)) !== null) return null;
  if (WHOLE_PROVINCE.test(title)) return 'province';
  return (
    levelActing(knowledge, opening) ?? levelOfPlace(knowledge, WHOLE.exec(opening.slice(0, 900))?.groups?.kind ?? '')
  );
}
/** Whether a headline is about a body of the centre, and not about carrying out what that has issued. */
const namesCentre = (knowledge: Knowledge, title: string): boolean =>
  bodiesIn(knowledge, title).some(
    ({ level, start }) =>
      level === 'central' && !patternsOf(knowledge).CARRIES_OUT.test(title.replace(/\s+/gu, ' ').slice(0, start)),
  );

/** "Chiêm Hóa đẩy nhanh …": a headline begins with whom it is about. */
const SUBJECT = /^(?<name>\p{Lu}[\p{L}’']*(?:\s[-–]\s\p{Lu}[\p{L}’']*|\s\p{Lu}[\p{L}’']*){0,3})\s(?=\p{Ll})/u;

/** The name of the paper, and the province of whom it is about: "(TTV) Na Hang …", "Tuyên Quang: Hồng Thái …". */
const BEFORE_SUBJECT = /^(?:\(\p{Lu}{2,8}\)\s+|\p{Lu}[\p{L} ]{2,24}:\s+(?=\p{Lu}))/u;

/** The level of the unit that a text calls by a name: "huyện Quảng Ninh" below "Quảng Ninh phấn đấu …". */
function levelCalled(knowledge: Knowledge, name: string, opening: string): Level | null {
  for (const { index, 0: unit, groups } of opening.slice(0, 1500).matchAll(patternsOf(knowledge).UNIT)) {
    const at = index + unit.length - (groups?.name?.length ?? 0);
    if (opening.startsWith(name, at)) return levelOfPlace(knowledge, groups?.kind ?? '');
  }
  // "Na Hang là huyện vùng cao …"
  const is = opening.slice(0, 1500).indexOf(`${name} là `);
  const kind = is < 0 ? undefined : patternsOf(knowledge).IS_UNIT.exec(opening.slice(is + name.length))?.groups?.kind;
  return kind === undefined ? null : levelOfPlace(knowledge, kind);
}

/** The level of a unit of which a paper without letterhead says in its title that it is for: "… trên địa bàn huyện Lâm Thao". */
export const levelFor = (knowledge: Knowledge, title: string): Level | null =>
  levelOfPlace(knowledge, patternsOf(knowledge).WHOLE.exec(title)?.groups?.kind ?? '');

/** The level of the unit that acts in the first sentences of a text. */
function levelActing(knowledge: Knowledge, opening: string): Level | null {
  const { province, kind } = patternsOf(knowledge).ACTS.exec(opening.slice(0, 400))?.groups ?? {};
  if (province !== undefined) return levelCalled(knowledge, province, opening) ?? 'province';
  return kind === undefined ? null : levelOfPlace(knowledge, kind);
}

/** The level of the units that a text calls its own, the higher of two that it does as often; null where it calls none so. */
export function levelSpoken(knowledge: Knowledge, text: string): Level | null {
  const counts = new Map<Level, number>();
  for (const { groups } of text.slice(0, SPOKEN_IN).matchAll(patternsOf(knowledge).OWN)) {
    const level =
      groups?.office === undefined
        ? levelOfPlace(knowledge, (groups?.of ?? groups?.who ?? groups?.ours ?? '').toLowerCase())
        : 'department';
    if (level !== null) counts.set(level, (counts.get(level) ?? 0) + 1);
  }
  // Only a city of the centre has quarters below it.
  if (counts.size === 0 && /(?<!\p{L})các\s+quận(?!\p{L})/u.test(text.slice(0, SPOKEN_IN))) return 'province';
  if (counts.size === 0 && patternsOf(knowledge).COUNTRY.test(text.slice(0, SPOKEN_IN))) return 'central';
  const [most] = (['province', 'department', 'district', 'commune'] as const)
    .filter((level) => counts.has(level))
    .toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  return most ?? null;
}
const SPOKEN_IN = 6000;

/** Whether a text counts districts, or tells of a gross product: only provinces do. */
export const countsDistricts = (knowledge: Knowledge, text: string): boolean =>
  patternsOf(knowledge).OF_PROVINCE.test(text.slice(0, SPOKEN_IN));

const isDistrict = (knowledge: Knowledge, name: string): boolean =>
  provinceNamed(knowledge, name, null) === undefined && provinceOfDistrict(knowledge, name) !== undefined;

/** Of whom a title says that it tells words or orders: "THÔNG BÁO KẾT LUẬN CỦA PHÓ THỦ TƯỚNG CHÍNH PHỦ …". */
export function speakerIn(knowledge: Knowledge, title: string): NamedBody | undefined {
  const [, said] = /^[\p{Lu}\s]{4,40}\sCỦA\s+(?:PHÓ\s+)?(.+)$/u.exec(title) ?? [];
  if (said === undefined || /^[\p{Lu}\s]*(?:THỰC HIỆN|TRIỂN KHAI)/u.test(title)) return undefined;
  return bodiesIn(knowledge, said.slice(0, 120)).find(({ level }) => level === 'central');
}

/** Whom a text without a title begins with: "Thủ tướng Chính phủ điện: Bộ Y tế; …". */
export function speakerFirst(knowledge: Knowledge, opening: string): NamedBody | undefined {
  const text = opening.trimStart().replace(/\s+/gu, ' ').slice(0, 160);
  const [first] = bodiesIn(knowledge, text);
  return first?.level === 'central' && first.start === 0 && /^\s*(?:điện|yêu\s+cầu)\s*:/iu.test(text.slice(first.end))
    ? first
    : undefined;
}
