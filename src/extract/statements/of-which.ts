import type { Knowledge } from '../../knowledge/knowledge.ts';
import { OF_WHICH_JOINT } from '../../language/of-which.ts';
import { vocabularyOf } from './vocabulary.ts';

/** What is told apart from the measure before it. */
export const OF_WHICH = /^[\s–+-]*trong\s+đó(?:\s+có)?(?!\p{L})[\s:,]*/iu;
/** "riêng các xã vùng cao" is a part too. */
const ALONE = /^riêng\s+(?:đối\s+với\s+)?/iu;

/** "được sử dụng nước sạch": a predicate without anybody of whom it is said. */
const OF_NOBODY = /^(?:được|đạt|có|biết|không)\s/iu;

/**
 * What a part of a measure measures: "Diện tích gieo trồng" and "Lúa" are "Diện tích gieo trồng, trong đó lúa". A part that says
 * itself what it measures ("tỷ lệ lao động nữ", "hồ sơ được ký số") stays as it is.
 */
export function ofWhich(knowledge: Knowledge, whole: string, part: string): string {
  const own = part.replace(OF_WHICH, '').replace(ALONE, '');
  const { MEASURE_NOUN, PREDICATE } = vocabularyOf(knowledge);
  if (MEASURE_NOUN.test(own) || (PREDICATE.test(own) && !OF_NOBODY.test(own))) return own;
  const first = /^\p{Lu}\p{Ll}+(?=\s\p{Ll}|$)/u.test(own) ? own.slice(0, 1).toLowerCase() + own.slice(1) : own;
  return `${whole}${OF_WHICH_JOINT}${first}`;
}
