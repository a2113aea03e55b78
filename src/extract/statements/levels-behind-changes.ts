import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { vi } from '../../language/pattern.ts';
import { verbs } from '../../language/verbs.ts';
import type { Statement } from './statement.ts';

const patternsOf = built(['verbs'], (tables) => {
  const { CHANGES, ARRIVES } = verbs(tables);
  return {
    /** ", từ 290 lên": where it was, and that a figure says where it arrives. */
    FROM: vi`^\s*[,(]?\s*từ (mức)? \d[\d.,]*[^,;:()\d]{0,25}?\s+${ARRIVES}(\s+${ARRIVES})*\s*$`,
    /** "Bệnh viện Nhi tăng giường": who or what, and what of it changes. */
    CHANGE: vi`^(?<subject>.*?)(^|\s)${CHANGES}(?=\s|$)\s*(?<object>.*)$`,
  };
});

/**
 * "Bệnh viện Nhi tăng 20 giường, từ 290 lên 310 giường": behind a change stands the level that it comes to, and what has that level
 * was said with the change.
 */
export function levelBehindChange(
  knowledge: Knowledge,
  text: string,
  statement: Statement,
  before: Statement | undefined,
): Statement {
  if (before === undefined) return statement;
  const { FROM, CHANGE } = patternsOf(knowledge);
  const [start, end] = [before.quantity.end, statement.quantity.start];
  if (end <= start || end - start > FARTHEST || !FROM.test(text.slice(start, end))) return statement;
  if (statement.quantity.value.unit !== before.quantity.value.unit) return statement;
  // "từ 80 xã lên 85 xã đạt chuẩn": what stands behind the level says more of it.
  if (/^\s*\p{L}/u.test(text.slice(end + statement.quantity.text.length, statement.quote.end))) return statement;
  const { subject = '', object = '' } = CHANGE.exec(before.indicator)?.groups ?? {};
  // What begins with a figure is the rest of one that was cut.
  if (!/^\p{L}/u.test(subject === '' ? object : subject)) return statement;
  const whole = statement.quote.end - before.quote.start <= LONGEST_QUOTE ? before.quote.start : statement.quote.start;
  return {
    ...statement,
    quote: { start: Math.min(whole, statement.quote.start), end: statement.quote.end },
    before: { start, end },
    indicator: object === '' ? subject : object,
    heads: object === '' || subject === '' ? before.heads : [...before.heads, subject],
  };
}
/** UTF-16 units between the two. */
const FARTHEST = 60;
const LONGEST_QUOTE = 240;
