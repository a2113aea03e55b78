import type { Knowledge } from '../../knowledge/knowledge.ts';
import { vi } from '../../language/pattern.ts';
import type { Range } from '../../language/sentences.ts';
import { isShare } from './figures-of-clause.ts';
import { countedNoun } from './indicator-words.ts';
import type { Statement } from './statement.ts';

/** The same once more, counted otherwise: "giảm 5%, tương đương với 1.000 hộ". */
export const EQUALS = vi`^[^.;:\d]{0,30}((năm|cùng kỳ)\s[^.;:]{0,10})?[\s,(](tức|tức là|tương đương|tương ứng)( với)?( (khoảng|trên|gần|hơn|từ))?\s*$`;

/** A figure of what the one before it measures, with its own noun where that has another: "Tỷ lệ hộ nghèo giảm 5% (1.000 hộ)". */
export function sameAgain(knowledge: Knowledge, statement: Statement, before: Statement): Statement {
  const noun = countedNoun(knowledge, statement.quantity);
  const own = isShare(statement.quantity) ? before.indicator : before.indicator.replace(COUNTED_RATE, '');
  const base = isShare(statement.quantity) ? statement.indicator.replace(SAYS_EQUAL, '').trim() : '';
  const named = noun === '' || ` ${own.toLowerCase()} `.includes(` ${noun.toLowerCase()} `);
  return {
    ...statement,
    quote: { start: Math.min(before.quote.start, statement.quote.start), end: statement.quote.end },
    indicator: base !== '' ? `${own} % ${base}` : named ? own : `${own} ${noun}`,
    heads: before.heads,
  };
}
const SAYS_EQUAL = vi`^(tức|tức là|tương đương|tương ứng)( với)?\s*%?\s*`;
/** "Tỷ lệ hộ nghèo" counted is "hộ nghèo". */
const COUNTED_RATE = /(?<=^|^(?:giảm|tăng)\s+)t[ỷỉ]\s+lệ\s+(?=\p{Ll})/iu;

/** "giảm 2% (1.000 hộ)": a count alone in brackets right behind a share. */
export const countsShare = (
  knowledge: Knowledge,
  text: string,
  aside: Range,
  { quantity }: Statement,
  before: Statement,
): boolean =>
  BARE_ASIDE.test(text.slice(aside.start, quantity.start)) &&
  countedNoun(knowledge, quantity) !== '' &&
  isShare(before.quantity) &&
  before.quantity.end <= aside.start &&
  (countsBase(knowledge, quantity, before.indicator) || PLACE_CHANGES.test(before.indicator));
/** "Huyện Cam Lộ giảm" says nothing of what is counted. */
const PLACE_CHANGES = /^(?:huyện|xã|phường|tỉnh|thị|thành|toàn)\s.{1,40}\s(?:giảm|tăng)$/iu;

/** Whether a figure counts what a share is taken of: "hộ" of "Tỷ lệ hộ nghèo". */
function countsBase(knowledge: Knowledge, quantity: Statement['quantity'], measure: string): boolean {
  const noun = countedNoun(knowledge, quantity).toLowerCase();
  const base = measure.toLowerCase().replace(/^(?:t[ỷỉ]\s+lệ\s+)?(?:số\s+)?/u, '');
  return noun !== '' && `${base} `.startsWith(`${noun} `);
}

/** Whether what is "tương ứng" is the measure before once more: a share of it, or a count without words of its own. */
export const isEqual = (knowledge: Knowledge, { quantity, indicator }: Statement, before: Statement): boolean =>
  before.indicator !== '' &&
  (isShare(quantity) ||
    indicator.replace(SAYS_EQUAL, '').trim().toLowerCase() === countedNoun(knowledge, quantity).toLowerCase());

const BARE_ASIDE = /^\((?:(?:tức|tương đương|tương ứng)(?:\s+(?:với|là))?\s+)?(?:(?:khoảng|gần|hơn|trên|từ)\s+)?$/iu;
