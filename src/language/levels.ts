import { built, type Knowledge } from '../knowledge/knowledge.ts';
import { MERGER } from '../knowledge/provinces.ts';
import type { MeasureLevel } from '../model/record.ts';
import { vi, viAll, viMeaning } from './pattern.ts';
import { keyOf } from './words.ts';

const ORDER: readonly MeasureLevel[] = ['central', 'province', 'district', 'commune'];

const patternsOf = built(['levels'], ({ levels }) => {
  const end = viMeaning(levels, 'ends-span');
  return {
    named: ORDER.map(
      (level) =>
        [
          level,
          vi`${viMeaning(
            levels.filter((row) => row.level === level),
            'names',
          )}`,
        ] as const,
    ),
    /** "từ tỉnh đến cấp xã", "từ cấp xã đến cấp tỉnh", "từ Trung ương đến địa phương" (the last names none). */
    SPAN: viAll`từ (cấp)? (?<from>${end}) (đến|tới|xuống) (cấp)? (?<to>${end})`,
    ends: new Map(
      levels.filter(({ means }) => means.includes('ends-span')).map(({ word, level }) => [keyOf(word), level]),
    ),
    counted: ORDER.flatMap((level) => {
      const rows = levels.filter((row) => row.level === level && row.means.includes('counted'));
      return rows.length === 0 ? [] : [[level, vi`${viMeaning(rows, 'counted')}`] as const];
    }),
    AMONG: vi`${viMeaning(levels, 'among')}`,
  };
});

/** A level whose units a measure counts or names, and by what word. */
export interface CountedLevel {
  readonly level: MeasureLevel;
  readonly word: string;
}

/** The one level whose units a measure counts or names: "xã có chợ đạt chuẩn", "hồ sơ cấp xã"; null where it is none or several. */
export function levelCounted(knowledge: Pick<Knowledge, 'levels'>, measure: string): CountedLevel | null {
  const found = patternsOf(knowledge).counted.flatMap(([level, pattern]) => {
    const word = pattern.exec(measure)?.[0];
    return word === undefined ? [] : [{ level, word: keyOf(word) }];
  });
  const [only] = found;
  return found.length === 1 && only !== undefined ? only : null;
}

/** What a measure takes out, in brackets. */
const EXCEPT = /\((?:không|chưa|trừ)(?!\p{L})[^()]*\)/giu;

/**
 * The levels of government that a measure names, outermost first; [] where it names none.
 *
 * @param date ISO date of the document: between province and commune a span holds districts until they ended; null where unknown
 */
export function levelsOf(
  knowledge: Pick<Knowledge, 'levels'>,
  written: string,
  unit: string,
  date: string | null,
): MeasureLevel[] {
  const { named, SPAN, ends, AMONG } = patternsOf(knowledge);
  const districts = date === null || date < MERGER;
  // "Giường bệnh (không tính trạm y tế xã)" is of no commune.
  const measure = written.replace(EXCEPT, ' ');
  const found = new Set<MeasureLevel>();
  for (const [level, pattern] of named) if (pattern.test(measure)) found.add(level);
  for (const match of measure.matchAll(SPAN)) {
    const from = ends.get(keyOf(match.groups?.from ?? ''));
    const to = ends.get(keyOf(match.groups?.to ?? ''));
    if (from === undefined || to === undefined) continue;
    const [a, b] = [ORDER.indexOf(from), ORDER.indexOf(to)].sort((x, y) => x - y);
    for (const level of ORDER.slice(a, (b ?? 0) + 1)) if (level !== 'district' || districts) found.add(level);
  }
  // A rank among provinces is the province's own.
  if (unit === 'rank' && found.size === 0 && AMONG.test(measure)) found.add('province');
  return ORDER.filter((level) => found.has(level));
}
