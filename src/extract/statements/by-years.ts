import { built } from '../../knowledge/knowledge.ts';
import { vi } from '../../language/pattern.ts';
import { verbs } from '../../language/verbs.ts';
import { withoutBranches } from './branch-names.ts';
import { isShare } from './figures-of-clause.ts';
import { withoutLinks } from './indicator-words.ts';
import { changeBefore, measureEnd, wordsOf } from './measure-words.ts';
import { phrasesOf, STATEMENT_TABLES } from './phrases.ts';
import type { SentenceView } from './sentence-view.ts';
import type { Statement } from './statement.ts';

const patternsOf = built(STATEMENT_TABLES, (tables) => {
  const { BOUND, RATIO, say, times } = phrasesOf(tables);
  return {
    /** Who aims, and at what time, but not at what: "Chương trình phấn đấu đến năm 2025". */
    AIMS_ONLY: vi`^(([^,;:%]{0,60}\s)?${verbs(tables).AIMS}( (${times('to', 'in')}) (hết)? năm \d{4})?)?$`,
    OF_ALL_THOSE: vi`^(${say('counted-base', 'number-of')}|tổng) \p{L}+`,
    ONLY_REACHES: vi`^[\s,]*(và)?\s*((phấn\s+đấu\s+)?(đạt|là|lên|tăng\s+lên)?(\s+${RATIO})?)\s*(${BOUND})?\s*$`,
  };
});

/**
 * "Phấn đấu đến năm 2025 đạt 60% và đến năm 2030 đạt 75%, các cơ quan có lãnh đạo là nữ": where nothing before the figures says what is
 * measured, a comma behind the last of them parts it from nothing.
 */
export function behindComma(view: SentenceView, statements: readonly Statement[]): readonly Statement[] {
  const last = statements.at(-1);
  const { PREDICATE } = view.vocabulary;
  const { AIMS_ONLY } = patternsOf(view.knowledge);
  if (last === undefined || statements.some((one) => !isShare(one.quantity) || !AIMS_ONLY.test(one.indicator)))
    return statements;
  const behind = view.plain(last.quantity.end, view.sentence.end);
  const comma = /^\s*,\s*(?=\p{L})/u.exec(behind)?.[0].length;
  if (comma === undefined || (PREDICATE.exec(behind.slice(comma))?.index ?? 0) <= 0) return statements;
  const start = last.quantity.end + comma;
  const indicator = withoutLinks(view.knowledge, wordsOf(view, start, measureEnd(view, start, view.sentence.end)));
  return statements.map((one) => ({ ...one, indicator, shape: 'figure-first' }));
}

/** "Đến năm 2028 giảm 50% và đến năm 2030 giảm 100% số xã khó khăn": of what, stands behind the second of two figures of one verb. */
export function sharedObject(view: SentenceView, own: Statement, before: Statement): string | undefined {
  const verb = before.indicator.toLowerCase();
  const alike = own.quantity.value.unit === before.quantity.value.unit && own.shape === 'figure-first';
  if (verb === '' || !alike || !own.indicator.toLowerCase().startsWith(`${verb} `)) return undefined;
  if (changeBefore(view, before.indicator) !== before.indicator || before.heads.length > 0) return undefined;
  return /[;:.]\s/u.test(view.plain(before.quantity.end, own.quantity.start)) ? undefined : own.indicator;
}

/** "Số gia đình thể thao đạt 22% năm 2015 và 25% số hộ năm 2020": what both are a share of stands behind the second. */
export function sharedBase(view: SentenceView, own: Statement, before: Statement): string | undefined {
  const shares = isShare(own.quantity) && isShare(before.quantity);
  if (!shares || before.shape !== 'measure-first' || before.indicator.includes('%')) return undefined;
  // "… đạt 95%, năm 2030 đạt 98% dân số"
  const sameWithBase =
    own.indicator.startsWith(`${before.indicator} % `) &&
    !phrasesOf(view.knowledge).OF_PLAN.test(own.indicator.slice(before.indicator.length + 3));
  if (
    !sameWithBase &&
    (own.shape !== 'figure-first' ||
      own.indicator.includes('%') ||
      !patternsOf(view.knowledge).OF_ALL_THOSE.test(own.indicator) ||
      saysMore(view, own.indicator))
  )
    return undefined;
  let between = view.text.slice(before.quantity.end, own.quantity.start);
  for (const { start, end } of view.times)
    if (start >= before.quantity.end && end <= own.quantity.start)
      between = between.replace(view.text.slice(start, end), '');
  if (!patternsOf(view.knowledge).ONLY_REACHES.test(between)) return undefined;
  return sameWithBase ? own.indicator : `${before.indicator} % ${own.indicator}`;
}
/** Whether a verb stands in some words; "hiện có" only says which. */
export const saysMore = ({ knowledge, vocabulary: { PREDICATE } }: SentenceView, words: string): boolean =>
  PREDICATE.test(withoutBranches(knowledge, words).replace(/(?<!\p{L})hiện\s+có(?!\p{L})/giu, ' '));
