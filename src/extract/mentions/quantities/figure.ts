import { loadFigures } from '../../../knowledge/load.ts';
import { plainSigns } from '../../../language/counted-nouns.ts';
import { DIGITS, NUMBER_WORDS, viNumber } from '../../../language/numbers.ts';
import { anyOf, keyOf, SIGNS } from '../../../language/words.ts';
import type { Comparator, Quantity } from '../../../model/record.ts';

const { units, comparators } = loadFigures();

const byKey = <T>(entries: readonly (readonly [string, T])[]): ReadonlyMap<string, T> =>
  new Map(entries.map(([written, value]) => [keyOf(written), value]));

const BEFORE = byKey(
  Object.entries(comparators.before).flatMap(([sign, list]) => list.map((word) => [word, sign as Comparator] as const)),
);
const AFTER = byKey(
  Object.entries(comparators.after).flatMap(([sign, list]) => list.map((word) => [word, sign as Comparator] as const)),
);
const isSymbol = (word: string): boolean => !/\p{L}/u.test(word);
const SYMBOLS = anyOf([...BEFORE.keys()].filter(isSymbol));
/** Of several words ("ít nhất", "không quá"): these may stand some words before their number. */
const PHRASES = anyOf([...BEFORE.keys()].filter((word) => word.includes(' ')));
const SINGLES = anyOf([...BEFORE.keys()].filter((word) => !isSymbol(word) && !word.includes(' ')));
const LINK = anyOf(comparators.links);
const YEAR_BETWEEN = String.raw`,?\s{1,3}(?:(?:vào|đến|tới|trong)\s{1,3})?(?:hết\s{1,3})?(?:cuối\s{1,3})?năm\s{1,3}\d{4}\s?,?`;

const BOUND = new RegExp(
  String.raw`(?:(?<![${SIGNS}])(?:(?<far>${PHRASES})(?:\s{0,3}:|\s{1,3}${LINK}){0,3}(?<parted>${YEAR_BETWEEN})?(?:\s{1,3}${LINK}){0,3}\s{1,3}|(?<near>${SINGLES})\s{1,3})|(?<symbol>${SYMBOLS})\s{0,3})$`,
  'iu',
);
const TRAIL = new RegExp(String.raw`^\s{0,3}(?<trail>${anyOf([...AFTER.keys()])})(?![${SIGNS}])`, 'iu');
/** "giảm từ 23 … xuống 18": the first of two states, no lower bound. */
const FROM_STATE = /^[^.;,\n]{0,60}?(?<!trở\s)(?<![\p{L}\p{N}])(?:xuống|lên|còn)(?![\p{L}\p{N}])/iu;

/** Start of a number that is no part of another number, date or word. */
export const EDGE = String.raw`(?<![${SIGNS}]|[\p{N}][.,/:+-]|\p{L}[.+])`;
/** The same, but a word may touch it ("CCHC30%"). */
export const LOOSE_EDGE = String.raw`(?<!\p{N}|[\p{N}][.,/:+-])`;
/** "nghìn", "tỷ", and the two together: "142 nghìn tỷ đồng". */
const SCALE = String.raw`${anyOf(units.multipliers)}(?:\s{1,2}${anyOf(units.multipliers)})?(?![${SIGNS}])`;
const TO = String.raw`\s{0,2}(?:[-–—÷]|đến|tới)\s{0,2}(?:khoảng\s{1,2})?`;

/** "01 (một) bộ hồ sơ": said twice. */
const SPELT = String.raw`(?:\s?\((?:${anyOf(NUMBER_WORDS)})(?:\s\p{L}{1,6}){0,8}\))?`;

/** Source of one number or a range in digits, before its unit: groups low, lowScale, lowUnit, high, scale. */
export function amounts(unit: string): string {
  const first = String.raw`(?<low>${DIGITS})(?:\s{0,2}(?<lowScale>${SCALE}))?(?:\s{0,2}(?<lowUnit>${unit}))?`;
  return String.raw`(?:${first}${TO})?(?<high>${DIGITS})${SPELT}(?:\s{0,2}(?<scale>${SCALE}))?`;
}

type Groups = Readonly<Record<string, string | undefined>>;
export interface Figure {
  readonly comparator: Comparator;
  readonly value: number;
  readonly valueMax: number | null;
  /** UTF-16 units that the figure takes before the match and after the end of its unit. */
  readonly before: number;
  readonly after: number;
  /** A word of comparison stands at it. */
  readonly compared: boolean;
  /** That comparison is "từ" alone, which may just as well open a span of time. */
  readonly onlyFrom: boolean;
}

/**
 * Puts together what `amounts` matched with the words of comparison around it.
 *
 * @param after what follows the unit
 * @returns undefined where the digits are no number or a range runs backwards
 */
export function figureOf(groups: Groups, after: string): Figure | undefined {
  const { low, lowScale, high, scale, before = '' } = groups;
  const top = viNumber(high ?? '', power(scale));
  if (top === undefined) return undefined;
  const bottom = low === undefined ? top : viNumber(low, power(lowScale ?? scale));
  if (bottom === undefined || bottom > top) return undefined;
  return compare(bottom, low === undefined ? null : top, before, after);
}

const power = (scale: string | undefined): number =>
  keyOf(scale ?? '')
    .split(' ')
    .reduce((sum, word) => sum + (units.multipliers[word] ?? 0), 0);

/** A value with the words of comparison that stand before and after it. */
export function compare(value: number, valueMax: number | null, before: string, after: string): Figure {
  const bound = BOUND.exec(before);
  const { far, near, symbol, parted } = bound?.groups ?? {};
  const word = keyOf(far ?? near ?? symbol ?? '');
  const trail = TRAIL.exec(after);
  const trailing = trail === null ? undefined : AFTER.get(keyOf(trail.groups?.trail ?? ''));
  let comparator: Comparator = trailing ?? BEFORE.get(word) ?? '=';
  if (word === 'từ' && trailing === undefined && (valueMax !== null || FROM_STATE.test(after))) comparator = '=';
  return {
    comparator,
    value,
    valueMax,
    before: bound === null || parted !== undefined ? 0 : before.length - bound.index,
    after: trail === null ? 0 : trail[0].length,
    compared: comparator !== '=',
    onlyFrom: word === 'từ' && trailing === undefined,
  };
}

/** The quantity without its text. */
export const quantity = ({ comparator, value, valueMax }: Figure, unit: string): Omit<Quantity, 'text'> => ({
  comparator,
  value,
  valueMax,
  unit: plainSigns(unit),
});

const CELL = new RegExp(
  String.raw`^(?<before>[^\d\n]{0,40}?)${amounts('%')}(?<percent>\s{0,2}%)?(?<after>[^\n]{0,120})`,
  'iu',
);

/** A figure in a table's cell, whose unit the column or row tells: "≥ 30" · "40 - 50" · "> 60" · "20% - 50%" · "trên 80". */
export function cellFigure(
  text: string,
):
  | (Pick<Figure, 'comparator' | 'value' | 'valueMax'> & { readonly percent: boolean; readonly rest: string })
  | undefined {
  const groups = CELL.exec(text)?.groups;
  if (groups === undefined) return undefined;
  const figure = figureOf(groups, groups.after ?? '');
  if (figure === undefined || figure.before < (groups.before ?? '').trim().length) return undefined;
  const { comparator, value, valueMax } = figure;
  const percent = groups.percent !== undefined || groups.lowUnit !== undefined;
  return { comparator, value, valueMax, percent, rest: (groups.after ?? '').slice(figure.after).trim() };
}
