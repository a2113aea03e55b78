import { DIGITS } from '../../../language/numbers.ts';
import type { MentionRule } from '../engine/rule.ts';
import { figureOf, quantity } from './figure.ts';

/** "≤ 50 Thế giới" · "chiếm ≥ 30": a sign of comparison makes a measure of a number whose unit stands elsewhere (unit ""). */
export const bare: MentionRule<'quantity'> = {
  id: 'quantity.bare',
  kind: 'quantity',
  pattern: new RegExp(
    String.raw`(?<=(?<!\p{L})[≥≤<>=]{1,2}\s{0,3})(?<!\p{N}|\p{N}[.,])(?<high>${DIGITS})(?![\p{L}\p{N}/])`,
    'giu',
  ),
  read(groups, { knowledge }, text) {
    const figure = figureOf(knowledge, groups, groups.after ?? '');
    if (figure === undefined || !figure.compared || /^\s?tuổi/iu.test(groups.after ?? '')) return undefined;
    return { value: quantity(figure, ''), from: -figure.before, to: text.length + figure.after };
  },
};
