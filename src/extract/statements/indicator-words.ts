import { anyOf, edged } from '../../language/words.ts';
import type { MentionOf } from '../../model/mention.ts';
import { onlyMeasures } from '../mentions/quantities/measure.ts';
import type { Statement } from './statement.ts';
import { CHANGE } from './vocabulary.ts';

/** A measure that has been named and linked to its figure needs no noun of it. */
const LINKED = new RegExp(
  `${edged(anyOf(['đạt', 'là', 'còn', 'ở mức', 'bằng', 'đạt mức', 'khoảng', 'đạt khoảng']))}\\s*$`,
  'iu',
);

/** What is measured, from the words before and after the figure and the noun that it counts. */
export function measured(
  figure: MentionOf<'quantity'>,
  shape: Statement['shape'],
  before: string,
  after: string,
): string {
  const noun = countedNoun(figure);
  switch (shape) {
    case 'figure-first':
      return `${noun} ${after}`;
    case 'verb-first':
      return CHANGE.test(before) ? `${noun} ${after}` : `${before} ${noun} ${after}`;
    case 'figure-alone':
      return noun === '' ? before : noun;
    case 'measure-first':
      return LINKED.test(before) ? before : `${before.trim()} ${noun}`;
  }
}

/** The noun that a figure counts, as written; "" for a unit that only measures. */
export const countedNoun = (figure: MentionOf<'quantity'>): string =>
  onlyMeasures(figure.value.unit) ||
  figure.value.unit.includes('/') ||
  !figure.text.toLowerCase().endsWith(figure.value.unit.toLowerCase())
    ? ''
    : figure.value.unit;

const TRAILING = new RegExp(
  String.raw`[\s,:;–-]*(?:(?<!trở\s)${edged(anyOf(['đạt', 'là', 'còn', 'ở mức', 'đạt mức', 'đạt tỷ lệ', 'có', 'chiếm', 'lên', 'xuống', 'đến', 'tới', 'đạt được']))}[\s,:–-]*)*$`,
  'iu',
);

/** What is measured, without links to the figure at its end. */
export function tidy(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(TRAILING, '')
    .replace(/^[\s,;:.–-]+|[\s,;:.–-]+$/gu, '');
}
