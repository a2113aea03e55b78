import { built, type Knowledge } from '../../../knowledge/knowledge.ts';
import type { FigureWordMeaning } from '../../../knowledge/word-tables.ts';
import { denominatorLength } from '../../../language/counted-nouns.ts';
import { DIGITS } from '../../../language/numbers.ts';
import { vi, viMeaning, viWords } from '../../../language/pattern.ts';
import { verbs } from '../../../language/verbs.ts';
import { anyOf, keyOf } from '../../../language/words.ts';
import type { MentionRule } from '../engine/rule.ts';
import { amounts, EDGE, type Figure, figureOf, quantity } from './figure.ts';

type Tables = Pick<Knowledge, 'figures'>;

/** What is made of the table of units. */
export const unitsOf = built(['figures'], ({ figures: { units } }) => {
  const codes = new Map(units.units.flatMap(({ unit, forms }) => forms.map((form) => [keyOf(form), unit] as const)));
  const symbols = new Map(units.symbols.map((symbol) => [keyOf(symbol), symbol] as const));
  const forms = [...codes.keys(), ...symbols.keys()].filter((form) => form !== '%' && form !== 'phần trăm');
  const signs = anyOf([...units.units.map(({ unit }) => unit), 'rank', ...units.symbols]);
  return {
    codes,
    symbols,
    times: new Set(units.units.filter(({ time }) => time === true).map(({ unit }) => unit)),
    /** Source that matches any unit. */
    UNIT: String.raw`${anyOf(forms)}(?![\p{L}\p{N}])`,
    SIGN: new RegExp(String.raw`^(?:${signs})(?![\p{L}\p{N}])`, 'iu'),
    LARGER: new RegExp(
      String.raw`(?<![\p{L}\p{N}.,])(?<high>${DIGITS})\s(?<scale>${anyOf(units.multipliers)})\s$`,
      'iu',
    ),
  };
});

/** Code or symbol of a written unit, undefined where the table has none. */
export function unitOf(knowledge: Tables, written: string): string | undefined {
  const { codes, symbols } = unitsOf(knowledge);
  return codes.get(keyOf(written)) ?? symbols.get(keyOf(written));
}
/** Whether a unit of a quantity only measures ("ha", "VND/người"), and is no noun that it counts ("mô hình", "hành vi"). */
export const onlyMeasures = (knowledge: Tables, unit: string): boolean => unitsOf(knowledge).SIGN.test(unit);
/** Days, months: a measure only where something says so. */
export const isTimeUnit = (knowledge: Tables, unit: string | undefined): boolean =>
  unit !== undefined && unitsOf(knowledge).times.has(unit);

const aroundOf = built(['figureWords', 'measures', 'verbs'], (tables) => {
  const words = (meaning: FigureWordMeaning) => viMeaning(tables.figureWords, meaning);
  const { CHANGES, DOWN, MOVES } = verbs(tables);
  return {
    /** Something is measured in time here, and no term is set. */
    MEASURED: vi`(${words('lasts')}|${viWords(tables.measures.filter(({ lasts }) => lasts))})(\s[\p{L}\p{M}()]+){0,12}\s$`,
    LIFE: vi`${words('age')}[^.;:]*:?[^.;:]*$`,
    SHORTENED: vi`(còn|${MOVES}|(${DOWN}|tiết kiệm) (thêm|bớt|đi|được|còn|tổng (cộng|số))*|xuống còn|${CHANGES} từ)\s$`,
    OFTEN: vi`${words('often')}(?!\p{L})[^.;:]*:?\s*$`,
    POINT_ENDS: vi`^\s${words('behind-points')}`,
  };
});

/** "1.234,5 ha" · "2,5 tỷ đồng" · "50 triệu đồng/người/năm" · "không quá 15 ngày làm việc" · "86,5 điểm" · "gấp 2 lần" */
export const measure = (tables: Pick<Knowledge, 'figures'>): MentionRule<'quantity'> => ({
  id: 'quantity.measure',
  kind: 'quantity',
  pattern: new RegExp(
    String.raw`${EDGE}${amounts(tables, unitsOf(tables).UNIT)}\s{0,2}(?<unit>${unitsOf(tables).UNIT})`,
    'giu',
  ),
  read(groups, { knowledge }, text) {
    const { unit: written = '', lowUnit, before = '', after = '' } = groups;
    const unit = unitOf(knowledge, written);
    // "giá trị sản phẩm/1 ha": what stands behind a slash is what another figure is counted by.
    if (/\/\s?$/u.test(before)) return undefined;
    // "346.000 ha/350.000 ha kế hoạch": so much of a plan.
    if (OF_PLAN.exec(after)?.groups?.unit?.toLowerCase() === written.toLowerCase()) return undefined;
    if (unit === undefined || (lowUnit !== undefined && unitOf(knowledge, lowUnit) !== unit)) return undefined;
    const { MEASURED, SHORTENED, LIFE, POINT_ENDS } = aroundOf(knowledge);
    const per = perLength(knowledge, after);
    const figure = figureOf(knowledge, groups, after.slice(per));
    if (figure === undefined) return undefined;
    if (isTimeUnit(knowledge, unit)) {
      const bounded = figure.compared && !figure.onlyFrom;
      if (!bounded && !MEASURED.test(before) && !SHORTENED.test(before)) return undefined;
      // "8 giờ 30 phút" is a time of day, or its first part says it all.
      if (/\d\sgiờ\s$/iu.test(before)) return undefined;
    }
    // An age says whom a measure covers; how long people live is a measure.
    if (unit === 'tuổi' && !LIFE.test(before)) return undefined;
    // "01 lần/năm" tells how often, unless a comparison makes it a measure.
    if (unit === 'lần' && per > 0 && !figure.compared && !saysHowOften(knowledge, before)) return undefined;
    // "5 điểm du lịch" counts places.
    if (unit === 'point' && /^\s?,\s?tụ\sđiểm/iu.test(after)) return undefined;
    if (unit === 'point' && /^\s\p{L}/u.test(after) && !POINT_ENDS.test(after)) return undefined;
    const part = larger(knowledge, before.slice(0, before.length - figure.before), groups, figure);
    if (part !== undefined) {
      return { value: quantity({ ...figure, ...part }, unit), from: -part.before, to: text.length + figure.after };
    }
    return {
      value: quantity(figure, `${unit}${after.slice(0, per).replace(/^[^/]*/u, '')}`),
      from: -figure.before,
      to: text.length + per + figure.after,
    };
  },
});

const OF_PLAN = new RegExp(String.raw`^\s?/\s?${DIGITS}\s?(?<unit>\p{L}+)`, 'iu');

/** "Mức hưởng thụ văn hóa 45 lần/người/năm": how often is itself what is measured. */
export const saysHowOften = (knowledge: Knowledge, before: string): boolean => aroundOf(knowledge).OFTEN.test(before);

/** "1 tỷ 200 triệu đồng": the larger part stands before, and the words of comparison before that. */
function larger(
  knowledge: Tables,
  before: string,
  { low, scale }: Readonly<Record<string, string | undefined>>,
  { value, compared }: Figure,
) {
  const found = unitsOf(knowledge).LARGER.exec(before);
  if (found === null || low !== undefined || scale === undefined || compared) return undefined;
  const part = figureOf(knowledge, { ...found.groups, before: before.slice(0, found.index) }, '');
  if (part === undefined || part.value <= value) return undefined;
  return {
    comparator: part.comparator,
    value: part.value + value,
    before: before.length - found.index + part.before,
  };
}

/** Denominators, also after what is measured: "27 m2 sàn/người", "20 nghìn tấn đồng kim loại/năm". */
function perLength(knowledge: Tables, after: string): number {
  const between = /^(?:\s\p{Ll}\p{L}{0,9}){1,5}(?=\/)/u.exec(after)?.[0].length ?? 0;
  const per = denominatorLength(knowledge, after.slice(between));
  return per === 0 ? 0 : between + per;
}
