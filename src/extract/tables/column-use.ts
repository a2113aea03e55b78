import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { vi, viAll, viPart, viWords } from '../../language/pattern.ts';
import { headKey, type PlanColumn } from './columns.ts';

/** What the figures of a column are good for in a plan. */
export type ColumnUse = 'target' | 'result' | 'none';

const patternsOf = built(['columns'], ({ columns }) => {
  const kinds = [...new Set(columns.flatMap(({ figures }) => figures ?? []))];
  const wordsOf = (kind: (typeof kinds)[number]) => viWords(columns.filter(({ figures }) => figures === kind));
  const timed = viPart`(${wordsOf('aimed')}|${wordsOf('reached')}|năm)[\p{L}\s]{0,20}\d{4}`;
  return {
    figures: viAll`${viWords(columns.filter(({ figures }) => figures !== undefined))}`,
    kinds: kinds.map((kind) => [kind, vi`^${wordsOf(kind)}$`] as const),
    // "Chỉ tiêu giảm so với năm 2025 (%)": a change that is aimed at, not how an aim stands to what was.
    changes: vi`^(chỉ tiêu|mục tiêu|phấn đấu|mức|chỉ tiêu phấn đấu|kế hoạch) (kéo)? (tăng|giảm)(?!\s*[,/(+-])`,
    // "KH 2024/TH 2023"
    against: vi`${timed}\s*/\s*(${timed}|\d{4})`,
  };
});

/** "Kết quả thực hiện năm 2026", "Hiện trạng": words that say of figures how things are, or became. */
export const saysReached = (knowledge: Knowledge, words: string): boolean =>
  [...headKey(words).matchAll(patternsOf(knowledge).figures)].some(([word]) => {
    const kind = patternsOf(knowledge).kinds.find(([, pattern]) => pattern.test(word))?.[0];
    return kind !== undefined && kind !== 'aimed';
  });

/**
 * Whether the figures of a column are aimed at, reached, or neither.
 *
 * @param planYear the plan's first year: what an older plan aimed at is neither, any other figure of an older year was reached
 */
export function useOf(knowledge: Knowledge, { header, compares }: PlanColumn, planYear: number | null): ColumnUse {
  if (compares) return 'none';
  const key = headKey(header);
  const patterns = patternsOf(knowledge);
  const found = [...key.matchAll(patterns.figures)].map(
    ([word]) => patterns.kinds.find(([, pattern]) => pattern.test(word))?.[0],
  );
  if ((found.includes('compared') && !patterns.changes.test(key)) || patterns.against.test(key)) return 'none';
  if (found.includes('compared')) return 'target';
  const last = [...key.matchAll(/(?<!\d)20\d\d(?!\d)/gu)].at(-1)?.[0];
  const past = last !== undefined && planYear !== null && Number(last) < planYear;
  if (found.includes('reached') || (found.includes('state') && !found.includes('aimed'))) return 'result';
  if (past) return found.includes('aimed') ? 'none' : 'result';
  return 'target';
}
