import { MERGER } from '../knowledge/provinces.ts';
import type { MeasureLevel } from '../model/record.ts';
import { anyOf, edged } from './words.ts';

const ORDER: readonly MeasureLevel[] = ['central', 'province', 'district', 'commune'];

/** Words by which a measure names the level of government that it is taken at. */
const NAMED: Readonly<Record<MeasureLevel, readonly string[]>> = {
  central: ['cấp trung ương', 'cấp bộ', 'bộ, ngành trung ương', 'các bộ, ngành'],
  province: [
    'cấp tỉnh',
    'cấp thành phố',
    'của tỉnh',
    'cấp sở',
    'các sở',
    'sở, ban, ngành',
    'sở, ngành',
    'UBND tỉnh',
    'ủy ban nhân dân tỉnh',
    'HĐND tỉnh',
    'hội đồng nhân dân tỉnh',
    'UBND thành phố',
    'hành chính công tỉnh',
    'cơ quan ngang sở',
    'tỉnh xuống',
    'tuyến tỉnh',
    'ban ngành tỉnh',
  ],
  district: [
    'cấp huyện',
    'các huyện',
    'UBND huyện',
    'ủy ban nhân dân huyện',
    'quận, huyện',
    'huyện, thị xã',
    'huyện, thành phố',
    'huyện, thành, thị',
    'huyện, quận',
    'tuyến huyện',
    'quận, thị xã',
  ],
  commune: [
    'cấp xã',
    'UBND xã',
    'các xã',
    'xã, phường',
    'phường, xã',
    'xã, thị trấn',
    'thị trấn',
    'ủy ban nhân dân xã',
    'các phường',
    'tuyến xã',
    'số xã',
    'trạm y tế xã',
    'đặc khu',
    'đơn vị hành chính cấp xã',
  ],
};
const PATTERNS = ORDER.map((level) => [level, new RegExp(edged(anyOf(NAMED[level])), 'iu')] as const);

/** A span of levels: "từ tỉnh đến cấp xã", "từ cấp xã đến cấp tỉnh", "từ Trung ương đến địa phương" (the last names none). */
const SPAN =
  /từ\s+(?:cấp\s+)?(?<from>trung ương|tỉnh|thành phố|huyện|xã|cơ sở)\s+(?:đến|tới|xuống)\s+(?:cấp\s+)?(?<to>trung ương|tỉnh|thành phố|huyện|xã|cơ sở)/giu;
const SPAN_LEVEL: Readonly<Record<string, MeasureLevel>> = {
  'trung ương': 'central',
  tỉnh: 'province',
  'thành phố': 'province',
  huyện: 'district',
  xã: 'commune',
  'cơ sở': 'commune',
};

const AMONG_PROVINCES = new RegExp(
  edged(anyOf(['địa phương', 'tỉnh', 'tỉnh, thành phố', 'tỉnh, thành', 'cả nước', 'toàn quốc'])),
  'iu',
);

/**
 * The levels of government that a measure names, outermost first; [] where it names none.
 *
 * @param date ISO date of the document: between province and commune a span holds districts until they ended; null where unknown
 */
export function levelsOf(measure: string, unit: string, date: string | null): MeasureLevel[] {
  const districts = date === null || date < MERGER;
  const found = new Set<MeasureLevel>();
  for (const [level, pattern] of PATTERNS) if (pattern.test(measure)) found.add(level);
  for (const match of measure.matchAll(SPAN)) {
    const from = SPAN_LEVEL[match.groups?.from?.toLowerCase() ?? ''];
    const to = SPAN_LEVEL[match.groups?.to?.toLowerCase() ?? ''];
    if (from === undefined || to === undefined) continue;
    const [a, b] = [ORDER.indexOf(from), ORDER.indexOf(to)].sort((x, y) => x - y);
    for (const level of ORDER.slice(a, (b ?? 0) + 1)) if (level !== 'district' || districts) found.add(level);
  }
  // A rank among provinces is the province's own.
  if (unit === 'rank' && found.size === 0 && AMONG_PROVINCES.test(measure)) found.add('province');
  return ORDER.filter((level) => found.has(level));
}
