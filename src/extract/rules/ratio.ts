import { EDGE, figureOf, quantity } from '../figure.ts';
import { denominatorLength } from '../nouns.ts';
import { DIGITS } from '../numbers.ts';
import type { Rule } from '../rule.ts';

/** "dưới 4/100.000 trẻ": so many of a round number. */
export const ratio: Rule<'quantity'> = {
  id: 'quantity.ratio',
  kind: 'quantity',
  pattern: new RegExp(
    String.raw`${EDGE}(?:(?<low>${DIGITS})\s{0,2}[-–]\s{0,2})?(?<high>${DIGITS})(?=\s?/\s?(?:10{0,3}(?:00|\.000){1,2}\s\p{L}|10\sđiểm))`,
    'giu',
  ),
  read(groups, _context, text) {
    const { after = '' } = groups;
    const per = denominatorLength(after);
    const figure = figureOf(groups, after.slice(per));
    if (per === 0 || figure === undefined) return undefined;
    return {
      // "88,5/100 điểm": the scale of the points.
      value: quantity(figure, /\sđiểm$/iu.test(after.slice(0, per)) ? 'point' : after.slice(0, per).trim()),
      from: -figure.before,
      to: text.length + per + figure.after,
    };
  },
};
