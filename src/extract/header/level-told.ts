import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { provinceNamed, provinceOfDistrict } from '../../knowledge/provinces.ts';
import { capitalOf, viWords } from '../../language/pattern.ts';
import type { Level } from '../../model/record.ts';
import type { NamedBody } from '../mentions/agencies/body.ts';
import { levelOfPlace } from '../mentions/agencies/places.ts';
import { bodiesIn } from './letterhead.ts';

const patternsOf = built(['placeKinds'], ({ placeKinds }) => {
  const kinds = placeKinds.filter(({ level }) => level === 'district' || level === 'commune');
  const low = viWords(kinds.flatMap(({ word }) => [{ word }, { word: capitalOf(word) }])).source;
  const unit = String.raw`(?<kind>${low})\s+(?<name>\p{Lu}\p{Ll}+|\d{1,2}(?![\d.,]))`;
  return {
    UNIT: new RegExp(String.raw`(?<![\p{L}])${unit}`, 'gu'),
    /** "trên địa bàn phường Quảng Phú", "toàn huyện Vũ Quang": a text that calls a unit so is about it. */
    WHOLE: new RegExp(String.raw`(?<![\p{L}])(?:[tT]oàn|địa\s+bàn)\s+${unit}`, 'u'),
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
  return levelOfPlace(WHOLE.exec(opening.slice(0, 900))?.groups?.kind ?? '');
}

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
