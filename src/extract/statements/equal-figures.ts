import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { vi } from '../../language/pattern.ts';
import type { Range } from '../../language/sentences.ts';
import { isShare } from './figures-of-clause.ts';
import { countedNoun } from './indicator-words.ts';
import { phrasesOf, STATEMENT_TABLES } from './phrases.ts';
import type { Statement } from './statement.ts';

const patternsOf = built(STATEMENT_TABLES, (tables) => {
  const { BOUND, EQUAL, PLACE_KIND, RATIO, say } = phrasesOf(tables);
  return {
    EQUALS: vi`^[^.;:\d]{0,30}((năm|${say('former')})\s[^.;:]{0,10})?[\s,(]${EQUAL}( ${BOUND})?\s*$`,
    SAYS_EQUAL: vi`^${EQUAL}\s*%?\s*`,
    /** "Tỷ lệ hộ nghèo" counted is "hộ nghèo". */
    COUNTED_RATE: vi`(?<=^|^${say('up-down')}\s+)${RATIO}\s+(?=\p{L})`,
    /** "Huyện Cam Lộ giảm" says nothing of what is counted. */
    PLACE_CHANGES: vi`^(${PLACE_KIND}|thị|thành|toàn)\s.{1,40}\s${say('up-down')}$`,
    COUNT_OF: vi`^(${RATIO}\s+)?(số\s+)?`,
    BARE_ASIDE: vi`^\((${EQUAL}\s+)?(${BOUND}\s+)?$`,
  };
});

/** Whether the words between two figures say that the second is the same once more, counted otherwise: "giảm 5%, tương đương với 1.000 hộ". */
export const tellsSame = (knowledge: Knowledge, between: string): boolean => patternsOf(knowledge).EQUALS.test(between);

/** A figure of what the one before it measures, with its own noun where that has another: "Tỷ lệ hộ nghèo giảm 5% (1.000 hộ)". */
export function sameAgain(knowledge: Knowledge, statement: Statement, before: Statement): Statement {
  const noun = countedNoun(knowledge, statement.quantity);
  const own = isShare(statement.quantity)
    ? before.indicator
    : before.indicator.replace(patternsOf(knowledge).COUNTED_RATE, '');
  const base = isShare(statement.quantity)
    ? statement.indicator.replace(patternsOf(knowledge).SAYS_EQUAL, '').trim()
    : '';
  const named = noun === '' || ` ${own.toLowerCase()} `.includes(` ${noun.toLowerCase()} `);
  return {
    ...statement,
    quote: { start: Math.min(before.quote.start, statement.quote.start), end: statement.quote.end },
    indicator: base !== '' ? `${own} % ${base}` : named ? own : `${own} ${noun}`,
    heads: before.heads,
  };
}

/** "giảm 2% (1.000 hộ)": a count alone in brackets right behind a share. */
export const countsShare = (
  knowledge: Knowledge,
  text: string,
  aside: Range,
  { quantity }: Statement,
  before: Statement,
): boolean =>
  patternsOf(knowledge).BARE_ASIDE.test(text.slice(aside.start, quantity.start)) &&
  countedNoun(knowledge, quantity) !== '' &&
  isShare(before.quantity) &&
  before.quantity.end <= aside.start &&
  (countsBase(knowledge, quantity, before.indicator) || patternsOf(knowledge).PLACE_CHANGES.test(before.indicator));

/** Whether a figure counts what a share is taken of: "hộ" of "Tỷ lệ hộ nghèo". */
function countsBase(knowledge: Knowledge, quantity: Statement['quantity'], measure: string): boolean {
  const noun = countedNoun(knowledge, quantity).toLowerCase();
  const base = measure.toLowerCase().replace(patternsOf(knowledge).COUNT_OF, '');
  return noun !== '' && `${base} `.startsWith(`${noun} `);
}

/** Whether what is "tương ứng" is the measure before once more: a share of it, or a count without words of its own. */
export const isEqual = (knowledge: Knowledge, { quantity, indicator }: Statement, before: Statement): boolean =>
  before.indicator !== '' &&
  (isShare(quantity) ||
    indicator.replace(patternsOf(knowledge).SAYS_EQUAL, '').trim().toLowerCase() ===
      countedNoun(knowledge, quantity).toLowerCase());
