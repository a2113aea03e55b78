import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { vi, viSource } from '../../language/pattern.ts';
import { verbs } from '../../language/verbs.ts';
import type { MentionOf } from '../../model/mention.ts';
import { onlyMeasures } from '../mentions/quantities/measure.ts';
import type { Statement } from './statement.ts';
import { vocabularyOf } from './vocabulary.ts';

const patternsOf = built(['verbs'], (tables) => {
  const { STATES, STATES_ALONE, MOVES, ARRIVAL } = verbs(tables);
  return {
    /** A measure that has been named and linked to its figure needs no noun of it. */
    LINKED: vi`(${STATES} (khoảng)?|khoảng)\s*$`,
    TRAILING: new RegExp(
      String.raw`[\s,:;–-]*(?:(?<!trở\s)${viSource`${STATES_ALONE}|${MOVES}|${ARRIVAL}|có`}[\s,:–-]*)*$`,
      'iu',
    ),
  };
});

/** What is measured, from the words before and after the figure and the noun that it counts. */
export function measured(
  knowledge: Knowledge,
  figure: MentionOf<'quantity'>,
  shape: Statement['shape'],
  before: string,
  after: string,
): string {
  const noun = countedNoun(knowledge, figure);
  switch (shape) {
    case 'figure-first':
      return `${noun} ${after}`;
    case 'verb-first':
      return vocabularyOf(knowledge).CHANGE.test(before) ? `${noun} ${after}` : `${before} ${noun} ${after}`;
    case 'figure-alone':
      return noun === '' ? before : noun;
    case 'measure-first':
      return patternsOf(knowledge).LINKED.test(before) ? before : `${before.trim()} ${noun}`;
  }
}

/** The noun that a figure counts, as written; "" for a unit that only measures. */
export const countedNoun = (knowledge: Knowledge, figure: MentionOf<'quantity'>): string =>
  onlyMeasures(knowledge, figure.value.unit) ||
  figure.value.unit.includes('/') ||
  !figure.text.toLowerCase().endsWith(figure.value.unit.toLowerCase())
    ? ''
    : figure.value.unit;

/** What is measured, without links to the figure at its end. */
export function withoutLinks(knowledge: Knowledge, text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(patternsOf(knowledge).TRAILING, '')
    .replace(/^[\s,;:.–-]+|[\s,;:.–-]+$/gu, '');
}
