import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { vi } from '../../language/pattern.ts';
import type { Range } from '../../language/sentences.ts';
import { shareWords } from '../../language/shares.ts';
import { verbs } from '../../language/verbs.ts';
import type { MentionOf } from '../../model/mention.ts';
import { isMeasure } from '../statements/heads.ts';
import { noMeasure } from '../statements/no-measure.ts';
import { vocabularyOf } from '../statements/vocabulary.ts';
import type { TextReading } from './text-place.ts';

/**
 * The quantities of a sentence that measure something themselves, and those that do not but are told with a measure of their own:
 * "kinh phí 30 tỷ đồng", "diện tích 47 ha".
 */
export function measuring(
  { plan, block: { text }, place }: TextReading,
  sentence: Range,
  quantities: readonly MentionOf<'quantity'>[],
): { readonly figures: MentionOf<'quantity'>[]; readonly setAside: MentionOf<'quantity'>[] } {
  const { knowledge } = plan.context;
  const denominators = new Set(quantities.filter((q) => q.value.unit.includes('/')).map(({ end }) => end));
  const figures: MentionOf<'quantity'>[] = [];
  const setAside: MentionOf<'quantity'>[] = [];
  for (const q of quantities) {
    const why = noMeasure(knowledge, text, sentence, q, { role: place.role, matter: plan.matter });
    if (why === 'spent' || why === 'attribute') setAside.push(q);
    if (why !== undefined || definesShare(knowledge, text, sentence, q, quantities)) continue;
    if (!followsDenominator(text, q, denominators)) figures.push(q);
  }
  return { figures, setAside };
}

const patternsOf = built(['measures', 'verbs'], (tables) => {
  const { MOVED, KEEPS, AIMS } = verbs(tables);
  return {
    RATE_FIRST: vi`(^|[,;:]\s*)((${MOVED}|${KEEPS}|${AIMS}|giữ)\s+)*${shareWords(tables).BEGINS}(?!\p{L})[^;:]*$`,
  };
});

/**
 * A count inside the measure of a share only says what is shared: "tỷ lệ trẻ học 02 buổi/ngày đạt 99%",
 * "95% phụ nữ được tầm soát ít nhất 4 bệnh".
 */
function definesShare(
  knowledge: Knowledge,
  text: string,
  sentence: Range,
  count: MentionOf<'quantity'>,
  all: readonly MentionOf<'quantity'>[],
): boolean {
  const { MEASURED_BEFORE, ONLY_ACT, PREDICATE } = vocabularyOf(knowledge);
  if (count.value.unit.startsWith('%') || count.value.unit === 'rank') return false;
  return all.some((share) => {
    if (!share.value.unit.startsWith('%') || share.start < sentence.start || share.end > sentence.end) return false;
    if (share.end > count.start && share.start < count.end) return false;
    if (Math.max(count.start - share.end, share.start - count.end) > FARTHEST) return false;
    const between = share.end <= count.start ? text.slice(share.end, count.start) : text.slice(count.end, share.start);
    // "đạt 1.200 CLB (tăng 8%/năm), đến năm 2030 có 1.500 CLB": the bracket with the share has ended.
    if (share.end <= count.start && between.includes(')')) return false;
    if (/[;:.(]|(?<![\p{L}])(?:(?<!so\s)với|gồm|trong đó)(?![\p{L}])/iu.test(between)) return false;
    // Commas may part nouns ("100% xã, phường có ít nhất 2 bản tin"), not clauses.
    const joint = Math.max(between.lastIndexOf(','), [...between.matchAll(AND)].at(-1)?.index ?? -1);
    if (joint >= 0 && ONLY_ACT.test(between.slice(joint + 1)) && share.end <= count.start) return false;
    if (
      joint >= 0 &&
      (share.end > count.start || PREDICATE.test(between.slice(0, joint)) || !PREDICATE.test(between.slice(joint)))
    )
      return false;
    // "X đạt 9,5%, Y đạt 8 tỷ đồng": the measure of the share stood before it.
    if (joint >= 0 && MEASURED_BEFORE.test(text.slice(sentence.start, share.start))) return false;
    // "hộ nghèo giảm 4%, thu nhập bình quân đạt 36 triệu đồng": a measure of its own.
    if (joint >= 0 && isMeasure(knowledge, between.slice(joint + 1))) return false;
    if (share.end <= count.start) return /\p{L}/u.test(between);
    const before = text.slice(sentence.start, count.start);
    return patternsOf(knowledge).RATE_FIRST.test(before);
  });
}

/** A count that stands farther from a share than this, in UTF-16 units, is no part of what is shared. */
const FARTHEST = 400;

const AND = /(?<!\p{L})và(?!\p{L})/giu;

/**
 * "2,2 giáo viên/lớp 2 buổi/ngày": right behind a denominator, a count only says which.
 *
 * @param denominators ends of the quantities that have one
 */
function followsDenominator(text: string, { start }: Range, denominators: ReadonlySet<number>): boolean {
  let end = start;
  while (end > 0 && /\s/u.test(text[end - 1] ?? '')) end--;
  return end < start && denominators.has(end);
}
