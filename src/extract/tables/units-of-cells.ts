import type { Context } from '../../knowledge/context.ts';
import { built } from '../../knowledge/knowledge.ts';
import { plainSigns } from '../../language/counted-nouns.ts';
import { exponentOf } from '../../language/figure-signs.ts';
import { viNumber } from '../../language/numbers.ts';
import { vi, viMeaning, viWords } from '../../language/pattern.ts';
import { shareWords } from '../../language/shares.ts';
import { keyOf } from '../../language/words.ts';
import { findMentions } from '../mentions/find.ts';

/** What a unit in a head, a bracket or a cell of its own means: the unit of the record, and what a figure is multiplied by. */
export interface CellUnit {
  readonly unit: string;
  readonly factor: number;
  /** What it says of the measure beside the unit: "% GDP" is a share of GDP. */
  readonly shareOf: string;
}

/** "m 3/ngày": a raised figure that came apart from its sign; "Tr. đồng": a short word that came apart from what it multiplies. */
const raised = (words: string): string =>
  words.replace(/(^|[/\s])([ckd]?m)\s([23])(?!\d)/giu, '$1$2$3').replace(/^(tr)\.\s*(?=\p{L})/iu, '$1 ');

const sharesOf = built(['measures'], (tables) => {
  const { SHARE, RATE } = shareWords(tables);
  return { SHARE: vi`^(${SHARE}|phần trăm)`, RATE: vi`^${RATE}`, CHANGES: vi`(giảm|tăng) ${RATE}` };
});
const ranksOf = built(['ranks'], ({ ranks }) => {
  const heads = viMeaning(ranks, 'heads');
  return {
    RANK: vi`(${heads}|hạng)`,
    /** Heads that are a unit by themselves: "Thứ hạng", "Điểm số". */
    RANKED: vi`^((?<rank>${heads})|điểm (số)?|số điểm)$`,
    /** "Xếp hạng DTI", "Thứ hạng chỉ số PCI". */
    RANK_OF: vi`^${heads}( chỉ số)?`,
  };
});
const labelOf = built(['columns'], ({ columns }) => {
  const label = viWords(
    columns.flatMap(({ word, holds }) => (holds === 'unit' ? [{ word: word.replace(/[$^]/gu, '') }] : [])),
  );
  return {
    BRACKETED: new RegExp(String.raw`\s*[([]\s*(?:${label.source}\s*:?\s*)?(?<unit>[^()[\]]{1,40}?)\s*[)\]]`, 'giu'),
    ABOVE: vi`${label}(?:\s*[-/]\s*unit)?\s*:\s*(?<unit>[^\n;:()]{1,40}?)\s*\)?\s*$`,
  };
});
/** "Tỷ lệ hộ nghèo", "Cơ cấu": parts of a whole. */
export const isUnitOfShares = ({ knowledge }: Pick<Context, 'knowledge'>, words: string): boolean =>
  sharesOf(knowledge).SHARE.test(keyOf(words));
/** "1000 người", "1.000 USD", "10⁹ đồng", "10^6 đồng", "109 đồng" where the raised figure was lost: a power of ten is a multiplier. */
const MULTIPLIED =
  /^(?<digits>1(?:[.,]?000)+|10{1,9}|10(?<power>[⁰¹²³⁴⁵⁶⁷⁸⁹]|\^\d|[369](?=\s?\p{L})|12(?=\s?\p{L})))\s*(?<rest>\p{L}.*)$/u;

/**
 * The unit that words name which stand where only a unit stands: in a column of units, or after "Đơn vị tính:".
 *
 * @returns undefined where there are no words
 */
export function cellUnit(context: Context, written: string): CellUnit | undefined {
  const words = raised(written.replace(/\s+/gu, ' ').trim());
  if (words === '' || /^[-–—*x]$/u.test(words)) return undefined;
  const power = MULTIPLIED.exec(words)?.groups;
  if (power?.rest !== undefined) {
    const rest = cellUnit(context, power.rest);
    const digits = power.digits ?? '';
    const factor = power.power === undefined ? Number(digits.replace(/[.,]/gu, '')) : 10 ** exponentOf(power.power);
    return rest === undefined ? undefined : { ...rest, factor: rest.factor * factor };
  }
  const exact = unitWordsOf(context.knowledge).units.get(keyOf(words));
  if (exact !== undefined) return { unit: exact, factor: 1, shareOf: '' };
  if (ranksOf(context.knowledge).RANK.test(keyOf(words))) return { unit: 'rank', factor: 1, shareOf: '' };
  if (words.startsWith('%')) {
    const per = /^%\s*\/\s*\p{L}+/u.exec(words)?.[0].replace(/\s+/gu, '');
    return { unit: per ?? '%', factor: 1, shareOf: per === undefined ? words.slice(1).trim() : '' };
  }
  if (isUnitOfShares(context, words)) return { unit: '%', factor: 1, shareOf: '' };
  return known(context, words) ?? multiplied(context, words) ?? { unit: plainSigns(words), factor: 1, shareOf: '' };
}

/** "Triệu GTHL": so many of what no table knows. */
function multiplied(context: Context, words: string): CellUnit | undefined {
  const { multipliers, notMultipliers } = context.knowledge.figures.units;
  const [scale = '', ...rest] = words.split(' ');
  const other = notMultipliers.some((one) => ` ${keyOf(words)} `.startsWith(` ${one} `.toLowerCase()));
  const power = other ? undefined : multipliers[keyOf(scale)];
  const unit = power === undefined || rest.length === 0 ? undefined : cellUnit(context, rest.join(' '));
  return power === undefined || unit === undefined ? undefined : { ...unit, factor: unit.factor * 10 ** power };
}

/**
 * The rules for running text know what a unit means and how it multiplies; they are asked with the number 1.
 *
 * @returns undefined where they do not take all of the words for one
 */
function known(context: Context, words: string): CellUnit | undefined {
  const one = findMentions(`1 ${lowered(words)}`, context).find(
    ({ start, kind }) => start === 0 && kind === 'quantity',
  );
  if (one?.kind !== 'quantity' || one.value.unit === '' || one.text.length < words.length + 2) return undefined;
  return { unit: one.value.unit, factor: one.value.value, shareOf: '' };
}

/** "Nghìn tấn" begins its cell with a capital; "USD" and "GRDP" are written so. */
const lowered = (words: string): string =>
  /^\p{Lu}\p{Ll}/u.test(words) ? words.slice(0, 1).toLowerCase() + words.slice(1) : words;

const unitWordsOf = built(['figures'], ({ figures: { units, counted } }) => {
  const forms = [...units.units.flatMap(({ forms: all }) => all), ...units.symbols].map(keyOf);
  return {
    forms: new Set(forms),
    /** What the written forms mean: "%0" is no "%", and "năm" here no time. */
    units: new Map(units.units.flatMap(({ unit, forms: all }) => all.map((form) => [keyOf(form), unit] as const))),
    multipliers: new Set(Object.keys(units.multipliers)),
    heads: new Set(counted.heads.map(keyOf)),
  };
});

/**
 * Words that can hardly be anything but a unit: "tỷ đồng", "ha", "giường/vạn dân".
 *
 * @param nouns whether what is usually counted is one too: "(xã)", but not "khoa học, công nghệ"
 */
function isUnit(context: Context, words: string, nouns = true): boolean {
  const key = keyOf(raised(words));
  if (key.length > 40 || key === '') return false;
  if (key.startsWith('%') || MULTIPLIED.test(words)) return true;
  const { forms, multipliers, heads } = unitWordsOf(context.knowledge);
  const [first = '', ...denominators] = key.split(/\s*\/\s*/u);
  if (denominators.some((one) => one.split(' ').length > 4)) return false;
  const [scale = '', ...rest] = first.split(' ');
  const noun = multipliers.has(scale) ? rest.join(' ') : first;
  return (
    forms.has(noun) ||
    // "l/người.ngày": a sign that only stands for a unit where it is divided.
    (noun === 'l' && denominators.length > 0) ||
    (nouns && heads.has(noun)) ||
    (multipliers.has(scale) && rest.length > 0 && rest.length < 4)
  );
}

const COUNTING = vi`^(tổng số|số lượng|số) `;
const PEOPLE = vi`^(tổng )?(dân số|số dân(?! (tộc|quân|phòng|công)))`;
/** Provinces that are counted by the thousand have fewer. */
const CERTAINLY_PEOPLE = 20_000;

/**
 * "Dân số", "Số dân được cấp nước" over figures that can only be people, as some of them are too many for thousands.
 *
 * @param values of the column
 */
export const unitOfPeople = (measure: string, values: readonly number[]): CellUnit | undefined =>
  PEOPLE.test(measure) && values.every(Number.isInteger) && Math.max(...values) >= CERTAINLY_PEOPLE
    ? { unit: 'người', factor: 1, shareOf: '' }
    : undefined;

/** Shares that are counted per thousand or per hundred others. */
const NO_PERCENT = vi`/|(giới tính|sinh|chết|tử vong)|(trên|cho|mỗi) (\d[\d.]*|một|vạn|nghìn|triệu)`;

/**
 * The unit that the words of a row tell where nothing names one: the noun that it counts ("Số giường bệnh", "Xã đạt chuẩn nông
 * thôn mới"), or that it is a share ("Tỷ lệ hộ nghèo").
 *
 * @param aimed whether a verb stands before them that says what is aimed at: "Phấn đấu xã đạt chuẩn"
 */
export function unitOfWords(context: Context, words: string, value: number, aimed: boolean): string | undefined {
  if (isUnitOfShares(context, words))
    return words.includes('%') || (Math.abs(value) <= 100 && !NO_PERCENT.test(words)) ? '%' : undefined;
  const { RANKED, RANK_OF } = ranksOf(context.knowledge);
  const sign = value < 0 ? undefined : RANKED.exec(words)?.groups;
  if (sign !== undefined) return sign.rank === undefined ? 'point' : 'rank';
  if (
    /^\s\p{Lu}{2}/u.test(words.slice(RANK_OF.exec(words)?.[0].length ?? words.length)) &&
    Number.isInteger(value) &&
    value > 0
  )
    return 'rank';
  const counting = COUNTING.exec(words)?.[0] ?? '';
  const noun = lowered(words.slice(counting.length));
  // "Số HTX thành lập mới": what is short for a name is counted by it; among capitals alone nothing is.
  const short = counting === '' || !/\s\p{Ll}/u.test(noun) ? undefined : SHORT.exec(noun)?.[0];
  if (short !== undefined) return short;
  const { heads } = unitWordsOf(context.knowledge);
  const first = keyOf(noun).split(/[\s/]+/u);
  // "Dịch vụ" beside 46 may be a share, money, or anything; "Giường bệnh/vạn dân" is what it says.
  if (counting === '' && !aimed && !noun.includes('/')) return undefined;
  if (![1, 2, 3].some((n) => heads.has(first.slice(0, n).join(' ')))) return undefined;
  const one = findMentions(`1 ${noun}`, context).find(({ start, kind }) => start === 0 && kind === 'quantity');
  return one?.kind === 'quantity' && one.value.value === 1 && one.value.unit !== '' ? one.value.unit : undefined;
}

/** "HTX thành lập mới"; "BS trên 10.000 dân" is counted by more. */
const SHORT = /^\p{Lu}{2,6}(?=\s(?!(?:trên|cho|mỗi)\s|\/))/u;

/** "Mức giảm tỷ lệ hộ nghèo" in points: a share changes by percentage points. */
export const ofChange = (
  { knowledge }: Pick<Context, 'knowledge'>,
  words: string,
  unit: CellUnit | undefined,
): CellUnit | undefined =>
  unit?.unit === 'point' && sharesOf(knowledge).CHANGES.test(words) ? { ...unit, unit: 'pp' } : unit;

export interface SplitUnit {
  /** Without the unit. */
  readonly words: string;
  readonly unit: CellUnit | undefined;
}

const TRAILING = /^(?<words>.*\S)\s*[,;:]\s*(?<unit>[^,;:()]{1,30})$/su;

/**
 * "Số giải tổ chức (giải)", "Đón khách (lượt người)": a bracket that only says what is counted. One that says more than the words
 * before it ("Số hộ (hộ nghèo)", "Tổng số (nữ)") narrows them.
 */
function isCountedAgain(context: Context, before: string, written: string): boolean {
  const noun = keyOf(written);
  if (noun.split(' ').length > 2 || !/^\p{Ll}[\p{Ll}\s]*$/u.test(written.trim()) || isUnitOfShares(context, before))
    return false;
  return TIMES_COUNTED.test(noun) || ` ${keyOf(before).replace(/^(tổng )?số /u, '')} `.startsWith(` ${noun} `);
}
/** "2026 (kế hoạch)", "Năm 2025 (ước)": what becomes of figures, and no noun, though plans are counted too. */
const statesOf = built(
  ['columns'],
  ({ columns }) => vi`^${viWords(columns.filter(({ figures, plans }) => figures !== undefined || plans === true))}$`,
);
/** "lượt khách": how often somebody comes, whoever it is. */
const TIMES_COUNTED = vi`^lượt( \p{L}+)?$`;

/** "Thu ngân sách (tỷ đồng)", "Tỷ lệ che phủ rừng, %": a unit at the end of the words that say what is measured. */
export function splitUnit(context: Context, text: string): SplitUnit {
  // Of several brackets the last that is one: "Tốc độ tăng (GRDP) (%)".
  const brackets = [...text.matchAll(labelOf(context.knowledge).BRACKETED)].reverse();
  // "Thu ngân sách tăng (%) (tỷ đồng)": nobody can tell in which of the two.
  const named = brackets.flatMap(({ groups }) =>
    isUnit(context, groups?.unit ?? '', false) ? [cellUnit(context, groups?.unit ?? '')?.unit] : [],
  );
  if (new Set(named).size > 1) return { words: text, unit: undefined };
  for (const found of brackets) {
    const written = found.groups?.unit ?? '';
    const per = PER.exec(written)?.groups?.per;
    if (per !== undefined && (RATIO.test(text) || (sharesOf(context.knowledge).RATE.test(text) && OF_MANY.test(per)))) {
      const words = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`;
      return { words: words.replace(/\s+/gu, ' ').trim(), unit: { unit: `/${per}`, factor: 1, shareOf: '' } };
    }
    if (statesOf(context.knowledge).test(written)) continue;
    if (!isUnit(context, written) && !isCountedAgain(context, text.slice(0, found.index), written)) continue;
    const words = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`
      .replace(/\s+/gu, ' ')
      .trim();
    return { words, unit: cellUnit(context, written) };
  }
  const trailing = TRAILING.exec(text)?.groups;
  if (trailing?.unit !== undefined && trailing.words !== undefined && isUnit(context, trailing.unit, false))
    return { words: trailing.words, unit: cellUnit(context, trailing.unit) };
  return { words: text, unit: isUnit(context, text) ? cellUnit(context, text) : undefined };
}

/** "Tỷ suất tử vong trẻ em (trên 1.000 trẻ đẻ sống)": so many of so many others. */
const RATIO = vi`^(tỷ|tỉ) (suất|số)`;
/** "Tỷ lệ bác sĩ (trên 10.000 dân)", but not "Tỷ lệ trẻ bú mẹ (trong 6 tháng đầu)". */
const OF_MANY = /^1[.0]{2,}\s/u;
const PER = /^(?:trên|trong|cho|\/)\s*(?<per>\d[\d.]*\s\p{L}.*)$/iu;

/** "Đơn vị tính: tỷ đồng" above a table. */
export function unitAbove(context: Context, line: string): CellUnit | undefined {
  const written = labelOf(context.knowledge).ABOVE.exec(line)?.groups?.unit;
  return written === undefined ? undefined : cellUnit(context, written);
}

/** A value multiplied without the noise of binary fractions. */
export const timesFactor = (value: number, factor: number): number => Number((value * factor).toPrecision(15));

/** The number of a text that is nothing but one, with its sign: "-4,13", "(0,5)" is no negative here. */
export const signOf = (text: string): -1 | 1 =>
  /^\s*[-−–]\s*(?=\d)/u.test(text) &&
  viNumber(text.replace(/^\s*[-−–]\s*/u, '').split(/[\s%]/u)[0] ?? '', 0) !== undefined
    ? -1
    : 1;
