import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { vi, viPart } from '../../language/pattern.ts';
import type { Range } from '../../language/sentences.ts';
import { onlyMeasures } from '../mentions/quantities/measure.ts';
import { subjectOfAside } from './brackets.ts';
import { isShare } from './figures-of-clause.ts';
import { isHeldAgainst, isPlanFigure, ofOthers, saysChange, shareOfSubject, subjectOfSaid } from './heads.ts';
import { isLabel } from './left-out.ts';
import { PASSES } from './measure-in-turn.ts';
import { OF_WHICH, partOfMeasure } from './of-which.ts';
import { phrasesOf, STATEMENT_TABLES } from './phrases.ts';
import { elliptic } from './second-predicates.ts';
import type { SentenceView } from './sentence-view.ts';
import type { Statement } from './statement.ts';

const patternsOf = built(STATEMENT_TABLES, (tables) => {
  const { BOUND, LISTS, RATIO, say } = phrasesOf(tables);
  const parts = viPart`${LISTS}|riêng|đối với`;
  return {
    HELD_AGAINST: vi`${say('against')}\s(?<what>([^,;:()]|(?<=\d),(?=\d)){2,140}?)\s*$`,
    TELLS_SHARE: vi`^\(\s*(?<verb>${say('makes-up')})(\s+(${RATIO}|${BOUND}))*\s*$`,
    /** "(trong đó: VNPT 56 trạm, …)" */
    LISTS_PARTS: vi`^\(\s*(${parts})(?!\p{L})`,
    PARTS: vi`^(${parts})[\s:]*(đối\s+với\s+)?`,
  };
});

/** "đạt 52% so với nghị quyết (23.600 tỷ đồng)": what stands right before the bracket is what a figure is held against. */
export const comparedBefore = (knowledge: Knowledge, words: string): string | undefined =>
  patternsOf(knowledge).HELD_AGAINST.exec(words)?.groups?.what;

/** The same measure, in another year, of others or as it was planned: of those told before, the last that is counted alike and no change. */
export function ofWhatIsCompared(
  knowledge: Knowledge,
  plain: readonly Statement[],
  aside: Range,
  own: Statement,
  before: Statement,
  against: string,
): Statement {
  const { unit } = own.quantity.value;
  const alike = plain.findLast(
    ({ quantity, indicator }) =>
      quantity.end <= aside.start &&
      quantity.value.unit === unit &&
      !PASSES(knowledge).test(quantity.text) &&
      !saysChange(knowledge, lastWords(indicator)),
  );
  const measure = alike?.indicator ?? subjectOfSaid(knowledge, before.indicator);
  const whose = ofOthers(knowledge, against)?.whose;
  const heads = (alike ?? before).heads;
  const start = Math.min((alike ?? before).quote.start, own.quote.start);
  const said = { ...own, quote: { start, end: own.quote.end } };
  return whose === undefined
    ? { ...said, indicator: measure, heads }
    : { ...said, indicator: whose, heads: [...heads, measure] };
}

const lastWords = (words: string): string => /(?:\S+\s+)?\S+$/u.exec(words)?.[0] ?? words;

/**
 * A statement in brackets beside the one that they stand in: a part of it, or what only goes on with it.
 *
 * @param said words of its measure within the brackets
 */
export function besideOuter(
  view: SentenceView,
  aside: Range,
  own: Statement,
  before: Statement,
  said: string,
): Statement {
  const { knowledge, text } = view;
  const ofOuter = { start: Math.min(before.quote.start, own.quote.start), end: own.quote.end };
  const verb = patternsOf(knowledge).TELLS_SHARE.exec(text.slice(aside.start, own.quantity.start))?.groups?.verb;
  const goesOn = verb !== undefined || (own.shape === 'measure-first' && saysChange(knowledge, own.indicator));
  const next = goesOn ? subjectOfAside(knowledge, text, aside, before) : undefined;
  if (next !== undefined) {
    const start = text.lastIndexOf(next, aside.start);
    const indicator =
      verb === undefined
        ? `${next} ${own.indicator}`
        : shareOfSubject(knowledge, verb, said, next, isShare(own.quantity));
    return { ...own, quote: { start, end: own.quote.end }, indicator, heads: before.heads };
  }
  // "Châu Á (chiếm 67% tổng kim ngạch) tăng 12%": told of what stands before the bracket.
  if (verb !== undefined && isShare(own.quantity) && before.indicator !== '')
    return {
      ...own,
      quote: ofOuter,
      indicator: shareOfSubject(knowledge, verb, said, before.indicator, true),
      heads: before.heads,
    };
  if (own.shape === 'measure-first' && isPlanFigure(knowledge, own.indicator))
    return { ...own, quote: ofOuter, indicator: before.indicator, heads: before.heads, planned: true };
  const whole = elliptic(view, own, before);
  if (whole !== own) return whole;
  // "giảm 5,8% (3.389 vụ)": so many there are.
  if (isShare(before.quantity) && own.indicator === own.quantity.value.unit && !isShare(own.quantity)) {
    const { start } = own.quantity;
    const what = before.indicator.replace(phrasesOf(knowledge).ENDS_WITH_CHANGE, '').replace(/[\s,]+$/u, '');
    return { ...own, before: { start, end: start }, heads: [...before.heads, what] };
  }
  if (isHeldAgainst(knowledge, own.indicator)) return { ...own, quote: ofOuter, indicator: before.indicator };
  const alike =
    own.quantity.value.unit === before.quantity.value.unit || before.indicator.includes(own.quantity.value.unit);
  if (!patternsOf(knowledge).LISTS_PARTS.test(text.slice(aside.start, aside.end)))
    return ofSameUnit(view, own, before)
      ? { ...own, indicator: withoutUnit(knowledge, own), heads: [...before.heads, before.indicator] }
      : own;
  if (!alike) return own;
  const part = partOfMeasure(knowledge, withoutUnit(knowledge, own));
  return { ...own, indicator: part.own, heads: part.alone ? [] : [...before.heads, before.indicator] };
}

/** "(khu vực nông thôn 60 triệu đồng)": for a part that is but named, the same is measured as for the whole. */
function ofSameUnit({ knowledge }: SentenceView, own: Statement, before: Statement): boolean {
  return (
    own.shape === 'measure-first' &&
    own.quantity.value.unit === before.quantity.value.unit &&
    (onlyMeasures(knowledge, own.quantity.value.unit) ||
      own.quantity.value.unit === 'con' ||
      // "Số hộ kinh doanh có 240 hộ (nông nghiệp 74 hộ)": the whole is a number of the same.
      before.indicator.toLowerCase().startsWith(`số ${own.quantity.value.unit.toLowerCase()} `)) &&
    isLabel(knowledge, withoutUnit(knowledge, own)) &&
    !isHeldAgainst(knowledge, own.indicator)
  );
}

/** "VNPT 56 trạm" tells how many of the stations before it are whose. */
const withoutUnit = (knowledge: Knowledge, { indicator, quantity }: Statement): string => {
  const part = indicator.replace(OF_WHICH, '').replace(patternsOf(knowledge).PARTS, '');
  const { unit } = quantity.value;
  return part.endsWith(` ${unit}`) ? part.slice(0, -unit.length).replace(/[\s:,–-]+$/u, '') : part;
};
