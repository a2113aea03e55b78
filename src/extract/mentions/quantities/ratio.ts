import { denominatorLength } from '../../../language/counted-nouns.ts';
import { DIGITS } from '../../../language/numbers.ts';
import type { MentionRule } from '../engine/rule.ts';
import { EDGE, figureOf, quantity } from './figure.ts';

const RATE =
  /(?:tử vong|tỷ suất|tỉ suất|tỷ số|tỉ số|tỷ lệ (?:mắc|chết|sinh)|\/\s?10{0,3}(?:00|\.000){1,2}\s\p{L})[^.;\n]{0,160}$/iu;
const ROUND = /^\s?\/\s?10{0,3}(?:00|\.000){1,2}(?![\p{N}])/u;

/** "dưới 4/100.000 trẻ": so many of a round number. */
export const ratio: MentionRule<'quantity'> = {
  id: 'quantity.ratio',
  kind: 'quantity',
  pattern: new RegExp(
    String.raw`${EDGE}(?:(?<low>${DIGITS})\s{0,2}[-–]\s{0,2})?(?<high>${DIGITS})(?=(?:\s?/|\strên|\stính\strên)\s?(?:10{0,3}(?:00|\.000){1,2}(?:\s\p{L}|[\s,.;)](?!\p{N})|$)|10\sđiểm))`,
    'giu',
  ),
  read(groups, { knowledge }, text) {
    const { before = '', after = '' } = groups;
    const named = denominatorLength(knowledge, after);
    // "Tỷ suất tử vong … dưới 8/1.000 vào năm 2030": of whom is known from what is measured.
    const per = named === 0 && RATE.test(before) ? (ROUND.exec(after)?.[0].length ?? 0) : named;
    const figure = figureOf(knowledge, groups, after.slice(per));
    if (per === 0 || figure === undefined) return undefined;
    return {
      // "88,5/100 điểm": the scale of the points.
      value: quantity(figure, /\sđiểm$/iu.test(after.slice(0, per)) ? 'point' : after.slice(0, per).trim()),
      from: -figure.before,
      to: text.length + per + figure.after,
    };
  },
};
