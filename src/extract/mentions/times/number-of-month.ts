import type { Knowledge } from '../../../knowledge/knowledge.ts';
import { wordNumber } from '../../../language/numbers.ts';
import { keyOf } from '../../../language/words.ts';

/** What may be the number of a month in words: "tư", "mười hai". */
export const MONTH_IN_WORDS = String.raw`(?:mười(?:\s(?:một|hai))?|(?!mười)\p{L}{2,4})(?!\p{L})`;

/**
 * The number of a month in digits or words.
 *
 * @param named the word "năm" stands before its year: "tháng năm 2026" names no month, "tháng năm năm 2026" does
 */
export function monthNumber(knowledge: Knowledge, written: string, named: boolean): number | undefined {
  if (/^\d/u.test(written)) return Number(written);
  if (/^năm$/iu.test(written) && !named) return undefined;
  // "tư" by itself is no number elsewhere ("tư duy"), but a month or quarter.
  const number = knowledge.figures.words.digits[keyOf(written)] ?? wordNumber(knowledge, written);
  return number !== undefined && number >= 1 && number <= 12 ? number : undefined;
}
