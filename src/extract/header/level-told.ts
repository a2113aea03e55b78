import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { provinceNamed, provinceOfDistrict } from '../../knowledge/provinces.ts';
import { capitalOf, viWords } from '../../language/pattern.ts';
import type { Level } from '../../model/record.ts';
import type { NamedBody } from '../mentions/agencies/body.ts';
import { levelOfPlace } from '../mentions/agencies/places.ts';
import { giverIn, levelOfIssuer } from './issuer.ts';
import { bodiesIn } from './letterhead.ts';

const patternsOf = built(['placeKinds'], ({ placeKinds }) => {
  const kinds = placeKinds.filter(({ level }) => level === 'district' || level === 'commune');
  const low = viWords(kinds.flatMap(({ word }) => [{ word }, { word: capitalOf(word) }])).source;
  const all = viWords(placeKinds.flatMap(({ word }) => [{ word }, { word: capitalOf(word) }])).source;
  const unit = String.raw`(?<kind>${low})\s+(?<name>\p{Lu}\p{Ll}+|\d{1,2}(?![\d.,]))`;
  return {
    UNIT: new RegExp(String.raw`(?<![\p{L}])${unit}`, 'gu'),
    /** "trên địa bàn phường Quảng Phú", "toàn huyện Vũ Quang": a text that calls a unit so is about it. */
    WHOLE: new RegExp(String.raw`(?<![\p{L}])(?:[tT]oàn|địa\s+bàn)\s+${unit}`, 'u'),
    /** What a text calls its own: "trên địa bàn tỉnh", "toàn huyện", "UBND xã", "phường phấn đấu". */
    OWN: new RegExp(
      String.raw`(?<![\p{L}])(?:(?:[tT]oàn|địa\s+bàn(?:\s+toàn)?|UBND|HĐND|[ỦUủu]y\s+ban\s+nhân\s+dân|Đảng\s+bộ|Đảng\s+ủy)\s+(?<of>${all})|(?<who>${all})(?:\s+\p{Lu}\p{L}+){0,4}\s+(?:đã|sẽ|cũng|đang|này|phấn\s+đấu|đề\s+ra|đặt|yêu\s+cầu|giao|chỉ\s+đạo|ban\s+hành|tập\s+trung|triển\s+khai|đảm\s+bảo|bảo\s+đảm)|(?:trực\s+thuộc|của)\s+(?<office>Sở)(?!\s+\p{Lu}))(?![\p{L}])`,
      'gu',
    ),
    HIGHER: /(?<![\p{L}])(?:tỉnh|sở|bộ\s|thủ tướng|trung ương|toàn quốc|cả nước)(?![\p{L}])/iu,
  };
});

/**
 * The level of what an article is about, where its headline or its first sentences say so: "Huyện Thanh Liêm đạt chuẩn …",
 * "Quỳ Hợp: Tiêm phòng …", "… trên địa bàn phường Quảng Phú".
 */
export function levelTold(knowledge: Knowledge, title: string, opening: string): Level | null {
  const { UNIT, WHOLE, HIGHER } = patternsOf(knowledge);
  if (CENTRE.test(title) || bodiesIn(knowledge, title).some(({ level }) => level === 'central')) return 'central';
  const place = /^(?<name>\p{Lu}[\p{L} ]{2,24}?)\s*[:：]/u.exec(title)?.groups?.name;
  if (place !== undefined && isDistrict(knowledge, place)) return 'district';
  if (!HIGHER.test(title)) {
    const levels = new Set([...title.matchAll(UNIT)].map(({ groups }) => levelOfPlace(groups?.kind ?? '')));
    const [level] = levels;
    if (levels.size === 1 && level !== undefined) return level;
  }
  // Orders of a higher one may be about a unit too.
  const giver = levelOfIssuer(giverIn(knowledge, opening));
  return giver === null ? levelOfPlace(WHOLE.exec(opening.slice(0, 900))?.groups?.kind ?? '') : null;
}

/** The level of the units that a text calls its own, the higher of two that it does as often; null where it calls none so. */
export function levelSpoken(knowledge: Knowledge, text: string): Level | null {
  const counts = new Map<Level, number>();
  for (const { groups } of text.slice(0, SPOKEN_IN).matchAll(patternsOf(knowledge).OWN)) {
    const level =
      groups?.office === undefined ? levelOfPlace((groups?.of ?? groups?.who ?? '').toLowerCase()) : 'department';
    if (level !== null) counts.set(level, (counts.get(level) ?? 0) + 1);
  }
  // Only a city of the centre has quarters below it.
  if (counts.size === 0 && /(?<!\p{L})các\s+quận(?!\p{L})/u.test(text.slice(0, SPOKEN_IN))) return 'province';
  if (counts.size === 0 && /(?<!\p{L})(?:cả\s+nước|toàn\s+quốc)(?!\p{L})/iu.test(text.slice(0, SPOKEN_IN)))
    return 'central';
  const [most] = (['province', 'department', 'district', 'commune'] as const)
    .filter((level) => counts.has(level))
    .toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  return most ?? null;
}
const SPOKEN_IN = 6000;

/** Who speaks in a headline: "Thủ tướng: Triển khai ngay …", "Bộ trưởng Bộ Nội vụ: …". */
const CENTRE = /^(?:Phó\s+)?Thủ\s+tướng(?!\p{L})/u;

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
