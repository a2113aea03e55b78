import { built, type Knowledge } from '../../../knowledge/knowledge.ts';
import { plainSigns } from '../../../language/counted-nouns.ts';
import { exponentOf, plainFigureSigns } from '../../../language/figure-signs.ts';
import { DIGITS, numberWords, viNumber } from '../../../language/numbers.ts';
import { anyOf, keyOf, SIGNS } from '../../../language/words.ts';
import type { Comparator, Quantity } from '../../../model/record.ts';

type Tables = Pick<Knowledge, 'figures'>;

const byKey = <T>(entries: readonly (readonly [string, T])[]): ReadonlyMap<string, T> =>
  new Map(entries.map(([written, value]) => [keyOf(written), value]));

const isSymbol = (word: string): boolean => !/\p{L}/u.test(word);
const YEAR_BETWEEN = String.raw`,?\s{1,3}(?:(?:vào|đến|tới|trong)\s{1,3})?(?:hết\s{1,3})?(?:cuối\s{1,3})?năm\s{1,3}\d{4}\s?,?`;

const comparisonsOf = built(['figures'], ({ figures: { comparators } }) => {
  const signs = (side: Readonly<Partial<Record<Comparator, readonly string[]>>>): ReadonlyMap<string, Comparator> =>
    byKey(Object.entries(side).flatMap(([sign, list]) => list.map((word) => [word, sign as Comparator] as const)));
  const before = signs(comparators.before);
  const after = signs(comparators.after);
  const SYMBOLS = anyOf([...before.keys()].filter(isSymbol));
  /** Of several words ("ít nhất", "không quá"): these may stand some words before their number. */
  const PHRASES = anyOf([...before.keys()].filter((word) => word.includes(' ')));
  const SINGLES = anyOf([...before.keys()].filter((word) => !isSymbol(word) && !word.includes(' ')));
  const LINK = anyOf(comparators.links);
  return {
    before,
    after,
    /** "cao hơn", "thấp hơn": a bound, but where something is held against it. */
    DIFFERS: new Set(
      [...before].flatMap(([word, sign]) => (/^[<>]$/u.test(sign) && /\shơn$/u.test(word) ? [word] : [])),
    ),
    BOUND: new RegExp(
      String.raw`(?:(?<![${SIGNS}])(?:(?<far>${PHRASES})(?:\s{0,3}:|\s{1,3}${LINK}){0,3}(?<parted>${YEAR_BETWEEN})?(?:\s{1,3}${LINK}){0,3}\s{1,3}|(?<near>${SINGLES})\s{1,3})|(?<symbol>${SYMBOLS})\s{0,3})$`,
      'iu',
    ),
    TRAIL: new RegExp(String.raw`^\s{0,3}(?<trail>${anyOf([...after.keys()])})(?![${SIGNS}])`, 'iu'),
    /** "từ trên 90% đến dưới 95%", "> 90% và ≤ 95%": what binds the upper end of a range. */
    UPPER: anyOf([...(comparators.before['<'] ?? []), ...(comparators.before['<='] ?? [])]),
    LOWER: anyOf([...(comparators.before['>'] ?? []), ...(comparators.before['>='] ?? [])]),
  };
});
/** "giảm từ 23 … xuống 18": the first of two states, no lower bound. */
const FROM_STATE = /^[^.;,\n]{0,60}?(?<!trở\s)(?<![\p{L}\p{N}])(?:xuống|lên|còn)(?![\p{L}\p{N}])/iu;

/** "Đến năm 2030 - 100% hộ …": the year before a dash is no end of a range. */
const YEAR_BEFORE = String.raw`năm\s(?=20\d{2}\s[-–—]\s)`;
/** Start of a number that is no part of another number, date or word. */
export const EDGE = String.raw`(?<![${SIGNS}]|[\p{N}][.,/:+^-]|\p{L}[.+]|${YEAR_BEFORE})`;
/** The same, but a word may touch it ("CCHC30%"). */
export const LOOSE_EDGE = String.raw`(?<!\p{N}|[\p{N}][.,/:+^-]|${YEAR_BEFORE})`;
const TO = String.raw`\s{0,2}(?:[-–—÷~]|đến|tới)\s{0,2}(?:khoảng\s{1,2})?`;
/** "25,1% - 28,8% - 41,1%": figures in order, no range. */
const CHAIN = String.raw`\s{0,2}[-–—]\s{0,2}`;
/** "95% ± 1%", "95% +/- 1%", "95% (±1%)": how far a figure may be off is none of its own. */
const OFF_BY = String.raw`(?:±|\+\s?/\s?-|\+-)\s{0,2}${DIGITS}`;
const OFF = new RegExp(String.raw`^\s{0,2}(?:${OFF_BY}(?:\s{0,2}%)?|\((?:sai\ssố\s)?${OFF_BY}[^()]{0,12}\))`, 'iu');

/** Source of one number or a range in digits, before its unit: groups low, lowScale, lowUnit, high, scale. */
export function amounts(knowledge: Tables, unit: string): string {
  const scales = anyOf(knowledge.figures.units.multipliers);
  /** "nghìn", "tỷ", and the two together: "142 nghìn tỷ đồng". */
  const SCALE = String.raw`(?:${scales}(?:\s{1,2}${scales})?(?:(?![${SIGNS}])|\.?(?=đ(?:ồng)?(?![${SIGNS}])))|[x×*·.]\s?10(?:[⁰¹²³⁴-⁹]|\^\d{1,2}))`;
  /** "01 (một) bộ hồ sơ": said twice. */
  const SPELT = String.raw`(?:\s?\((?:${anyOf(numberWords(knowledge))})(?:\s\p{L}{1,6}){0,8}\))?`;
  const NAME = String.raw`(?!\s{0,3}${anyOf(knowledge.figures.units.notMultipliers)}(?![${SIGNS}]))`;
  const first = String.raw`(?<low>${DIGITS})(?:\s{0,2}(?<lowScale>${SCALE}))?(?:\s{0,2}(?<lowUnit>${unit})(?:\s?/\s?\p{L}{2,8}){0,2})?`;
  const { LOWER, UPPER } = comparisonsOf(knowledge);
  const to = String.raw`(?:${TO}(?:${UPPER}\s{0,3})?|(?=,?\s(?:và\s)?${UPPER})(?<=(?<![${SIGNS}])${LOWER}\s{0,3}[\d.,]{1,20}\s{0,2}(?:${unit})?),?\s(?:và\s)?${UPPER}\s{0,3})`;
  const one = String.raw`${DIGITS}\s{0,2}(?:${unit})?`;
  const range = String.raw`(?<!\d\s?(?:${unit})?${CHAIN})(?!(?<=lần\slượt\s(?:\p{L}{2,6}\s|:\s)?)${one}${CHAIN}${one}\s?(?:[.;]|$))${first}${to}(?!${one}${CHAIN}\d)`;
  return String.raw`(?:${range})?(?<high>${DIGITS})${NAME}${SPELT}(?:\s{0,2}${OFF_BY}(?=[\s${SIGNS}%]))?(?:\s{0,2}(?<scale>${SCALE}))?`;
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
 * @param share it is a figure in percent
 * @returns undefined where the digits are no number or a range runs backwards
 */
export function figureOf(knowledge: Tables, groups: Groups, after: string, share = false): Figure | undefined {
  const { low, lowScale, high, scale, before = '' } = groups;
  const top = viNumber(high ?? '', power(knowledge, scale));
  if (top === undefined) return undefined;
  const bottom = low === undefined ? top : viNumber(low, power(knowledge, lowScale ?? scale));
  if (bottom === undefined || bottom > top || /(?:±|\+\s?\/\s?-|\+-)\s{0,2}$/u.test(before)) return undefined;
  const { sign, mark, down } = (low === undefined ? SIGNED.exec(before)?.groups : undefined) ?? {};
  // "Cụ thể: -90% xã có …": an item of a list begins.
  if (sign === undefined || (mark !== undefined && !ENDS_CLAUSE.test(after)))
    return compare(knowledge, bottom, low === undefined ? null : top, before, after, share);
  const figure = compare(
    knowledge,
    sign === '+' || down !== undefined ? top : -top,
    null,
    before.slice(0, -sign.length),
    after,
  );
  return { ...figure, before: figure.before + sign.length };
}

/** "Tỷ số giới tính khi sinh: -0,3 điểm phần trăm": a sign at its figure, where no list and no range could begin. */
const SIGNED = /(?:(?<mark>[:(])|(?<!\p{L})(?:là|đạt|mức|ở|tăng|(?<down>giảm)|còn))\s{0,2}(?<sign>[-−–+])$/iu;
const ENDS_CLAUSE = /^\s*(?:[.,;)]|$|so\s|trong\s|vào\s|năm\s|điểm\s)/iu;

/** "không để cháy quá 5 ha", "không để tỷ lệ hộ nghèo phát sinh vượt quá 0,5%": at most so much. */
const NOT_OVER = /(?:^|\s)không\s[^.;,:\d]{1,50}\squá\s{1,3}$/iu;

/** "triệu" is 6, "nghìn tỷ" 12, "x 10⁶" 6. */
const power = ({ figures: { units } }: Tables, scale: string | undefined): number => {
  const raised = /10(?<power>\^\d{1,2}|[⁰¹²³⁴-⁹])$/u.exec(scale ?? '')?.groups?.power;
  if (raised !== undefined) return exponentOf(raised);
  return keyOf(scale ?? '')
    .replace(/\.$/u, '')
    .split(' ')
    .reduce((sum, word) => sum + (units.multipliers[word] ?? 0), 0);
};

/** "so với kế hoạch"; "so với tổng số trẻ" tells of what it is a share. */
const HELD_AGAINST = /^\s{0,3}so\s(?!(?:với\s)?(?:tổng|toàn\sbộ)(?!\p{L}))/iu;
const AGAINST_PLAN = /^\s{0,3}so\s(?:với\s)?(?:kế\shoạch|dự\stoán)(?!\p{L})/iu;
/** From this share on, what is held against a plan is how much of it is reached. */
const WHOLE_PLAN = 80;
/** "giảm thời gian nhiều hơn": by more than so much; "tốc độ tăng trưởng cao hơn" names what is higher. */
const CHANGES_BY = /(?<!\p{L})(?:giảm|tăng(?!\s(?:trưởng|cường))|rút\sngắn)(?!\p{L})[^.,;:]{0,80}$/iu;
const IN_NAME = /(?<!\p{L})(?:tốc\sđộ|tỷ\slệ|tỉ\slệ|mức)\s(?:tăng|giảm)(?!\p{L})[^.,;:]{0,80}$/iu;
const OTHER_YEAR = /^\s{1,3}năm\s\d{4}\s?$/iu;

/** A value with the words of comparison that stand before and after it. */
export function compare(
  knowledge: Tables,
  value: number,
  valueMax: number | null,
  before: string,
  after: string,
  share = false,
): Figure {
  const { BOUND, DIFFERS, TRAIL, before: signsBefore, after: signsAfter } = comparisonsOf(knowledge);
  const bound = BOUND.exec(before);
  const { far, near, symbol, parted } = bound?.groups ?? {};
  const word = keyOf(far ?? near ?? symbol ?? '');
  const trail = TRAIL.exec(after);
  const off = trail === null ? OFF.exec(after) : null;
  const trailing = trail === null ? undefined : signsAfter.get(keyOf(trail.groups?.trail ?? ''));
  let comparator: Comparator = trailing ?? signsBefore.get(word) ?? '=';
  if (word === '' && trailing === undefined && /quá\s{1,3}$/iu.test(before) && NOT_OVER.test(before)) comparator = '<=';
  // "cao hơn 5% so với kế hoạch" differs by just so much, "cao hơn khoảng 5%" by about so much.
  if (bound !== null && far !== undefined && DIFFERS.has(word)) {
    const ahead = before.slice(0, bound.index);
    const plan = share && value >= WHOLE_PLAN && AGAINST_PLAN.test(after);
    const changes = CHANGES_BY.test(ahead) && !IN_NAME.test(ahead);
    if (OTHER_YEAR.test(parted ?? '') || (HELD_AGAINST.test(after) && !plan && !changes))
      return compare(knowledge, value, valueMax, bound[0].slice(far.length), after, share);
  }
  if (word === 'từ' && trailing === undefined && (valueMax !== null || FROM_STATE.test(after))) comparator = '=';
  return {
    comparator,
    value,
    valueMax,
    before: bound === null || parted !== undefined ? 0 : before.length - bound.index,
    after: (trail ?? off)?.[0].length ?? 0,
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

const cellOf = built(
  ['figures'],
  (tables) =>
    new RegExp(
      String.raw`^(?<before>[^\d\n]{0,40}?)${amounts(tables, '%')}(?<percent>\s{0,2}%)?(?<after>[^\n]{0,120})`,
      'iu',
    ),
);

/** A figure in a table's cell, whose unit the column or row tells: "≥ 30" · "40 - 50" · "> 60" · "20% - 50%" · "trên 80". */
export function cellFigure(
  knowledge: Tables,
  text: string,
):
  | (Pick<Figure, 'comparator' | 'value' | 'valueMax'> & { readonly percent: boolean; readonly rest: string })
  | undefined {
  const groups = cellOf(knowledge).exec(plainFigureSigns(text))?.groups;
  if (groups === undefined) return undefined;
  const figure = figureOf(knowledge, groups, groups.after ?? '');
  if (figure === undefined || figure.before < (groups.before ?? '').trim().length) return undefined;
  const { comparator, value, valueMax } = figure;
  const percent = groups.percent !== undefined || groups.lowUnit !== undefined;
  return { comparator, value, valueMax, percent, rest: (groups.after ?? '').slice(figure.after).trim() };
}
