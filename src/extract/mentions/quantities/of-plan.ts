import type { Knowledge } from '../../../knowledge/knowledge.ts';
import { DIGITS, viNumber } from '../../../language/numbers.ts';
import { anyOf } from '../../../language/words.ts';
import type { MentionRule } from '../engine/rule.ts';
import { EDGE, figureOf, quantity } from './figure.ts';
import { isTimeUnit, unitOf, unitsOf } from './measure.ts';

/** A plan of less than this may be the lower part of a fraction: "1/2 ha". */
const LEAST_PLAN = 10;

/** "đạt 9.481/9.440 ha", "giải ngân 99,2/151,7 tỷ đồng": so much of what was planned. */
export const ofPlan = (tables: Pick<Knowledge, 'figures'>): MentionRule<'quantity'> => ({
  id: 'quantity.of-plan',
  kind: 'quantity',
  pattern: new RegExp(
    String.raw`${EDGE}(?<high>${DIGITS})(?:\s{0,2}(?<own>${unitsOf(tables).UNIT}))?\s?/\s?(?<plan>${DIGITS})(?:\s{0,2}(?<scale>${anyOf(tables.figures.units.multipliers)})(?!\p{L}))?\s{0,2}(?<unit>${unitsOf(tables).UNIT})`,
    'giu',
  ),
  read({ high, own, plan, scale, unit: written = '', before = '', after = '' }, { knowledge }, text) {
    const unit = unitOf(knowledge, written);
    if (unit === undefined || unit === 'lần' || unit === 'point' || isTimeUnit(knowledge, unit)) return undefined;
    if ((viNumber(plan ?? '') ?? 0) < LEAST_PLAN) return undefined;
    // "2,5 km/1.000 km2": so much for so many of another unit; "tỷ lệ 1/2.000" is the scale of a map.
    if ((own !== undefined && unitOf(knowledge, own) !== unit) || high === '1') return undefined;
    const figure = figureOf(knowledge, { high, scale, before }, after);
    if (figure === undefined) return undefined;
    return { value: quantity(figure, unit), from: -figure.before, to: text.length + figure.after };
  },
});
