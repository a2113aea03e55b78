import type { Knowledge } from '../../knowledge/knowledge.ts';
import {
  MERGER,
  type ProvinceUnit,
  placeKey,
  provinceAsOf,
  provinceNamed,
  provinceOfDistrict,
} from '../../knowledge/provinces.ts';
import type { Province } from '../../model/record.ts';
import { districtIn, PROVINCE } from '../mentions/agencies/places.ts';

type Basis = Province['basis'];

/** A unit as the record holds it. */
export const provinceRecord = ({ code, iso, name, set }: ProvinceUnit, basis: Basis): Province => ({
  code,
  iso,
  name,
  set,
  basis,
});

const KIND = /^(?:tỉnh|thành\s+phố|tp\.?|t\.p\.?|huyện|quận|thị\s+xã|tx\.?)\s*/iu;

/**
 * The province that a place names: itself, or the one that alone has a district of that name.
 *
 * @param place "tỉnh Phú Thọ", "TP. Hồ Chí Minh", "huyện Lâm Thao", "Việt Trì"
 */
export function provinceOfPlace(knowledge: Knowledge, place: string, date: string | null): ProvinceUnit | undefined {
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

/** Bodies and lands that a document calls its own by a province's name. */
const TOP = String.raw`(?:tỉnh|thành\s+phố|TP\.?)`;
const OWN = new RegExp(
  String.raw`(?:(?:UBND|Ủy\s+ban\s+nhân\s+dân|Uỷ\s+ban\s+nhân\s+dân|HĐND|Hội\s+đồng\s+nhân\s+dân|Tỉnh\s+(?:ủy|uỷ)|Thành\s+(?:ủy|uỷ))\s+(?:${TOP}\s*)?|(?:Đảng\s+bộ|địa\s+bàn|Công\s+an|Chủ\s+tịch|hành\s+chính(?:\s+nhà\s+nước)?|của)\s+${TOP}\s*)(?<name>${PROVINCE})(?![\p{L}])`,
  'giu',
);
const TITLED = new RegExp(String.raw`(?<![\p{L}])${TOP}\s*(?<name>${PROVINCE})(?![\p{L}])`, 'giu');
const DEPARTMENT = new RegExp(
  String.raw`Sở\s+(?:\p{L}+[\s,&-]+){1,9}?(?:tỉnh\s+|thành\s+phố\s+|TP\.?\s*)?(?<name>${PROVINCE})(?![\p{L}])`,
  'gu',
);
const DISTRICTS =
  /(?:UBND|Ủy\s+ban\s+nhân\s+dân|Uỷ\s+ban\s+nhân\s+dân|các)\s+(?:các\s+)?(?:(?:huyện|quận|thị\s+xã|thành\s+phố)\s*(?:,|và)\s*)+(?:và\s+)?(?<kind>thành\s+phố|thị\s+xã)\s+(?<name>\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+){0,3})/gu;

/**
 * The province that a text names as its own by its bodies ("UBND tỉnh Phú Thọ") or by its city ("UBND các huyện, thị xã,
 * thành phố Huế"); undefined where none is named, or more than one.
 */
export function provinceInText(knowledge: Knowledge, text: string, date: string | null): ProvinceUnit | undefined {
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

const DISTRICT =
  /(?<![\p{L}])(?<kind>huyện|quận|thị\s+xã|thành\s+phố)\s+(?<name>\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}*){0,3})(?![\p{L}])/gu;

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
  for (const { groups } of text.matchAll(DISTRICT)) {
    const name = districtIn(groups?.name ?? '');
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
  const units = [...title.matchAll(TITLED)].flatMap(
    ({ groups }) => provinceNamed(knowledge, groups?.name ?? '', date) ?? [],
  );
  return new Set(units.map(({ code }) => code)).size === 1 ? units[0] : undefined;
}

/** A province as a person writes it: name in any spelling, or code. */
export function provinceTold(knowledge: Knowledge, told: string, date: string | null): ProvinceUnit | undefined {
  const place = provinceOfPlace(knowledge, told, date);
  if (place !== undefined) return place;
  const code = /^\d{1,2}$/u.test(told.trim()) ? told.trim().padStart(2, '0') : undefined;
  const iso = told.trim().toUpperCase();
  const fits = knowledge.provinces.units.filter(
    (unit) => unit.code === code || unit.iso === iso || placeKey(unit.name) === placeKey(told),
  );
  return fits.find(({ set }) => set === (date !== null && date >= MERGER ? 34 : 63)) ?? fits[0];
}
