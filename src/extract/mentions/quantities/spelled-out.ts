import { built, type Knowledge } from '../../../knowledge/knowledge.ts';
import { beginsWithHead, denominatorLength, nounLength } from '../../../language/counted-nouns.ts';
import { DIGITS, numberWords, viNumber, wordNumber } from '../../../language/numbers.ts';
import { vi, viMeaning } from '../../../language/pattern.ts';
import { anyOf, keyOf } from '../../../language/words.ts';
import type { MentionRule } from '../engine/rule.ts';
import { compare, quantity } from './figure.ts';
import { isTimeUnit, unitOf, unitsOf } from './measure.ts';

const patternsOf = built(['figures', 'figureWords'], (tables) => ({
  WORD: anyOf(numberWords(tables)),
  /** The word before makes something else of the number: an ordinal, a month, all of a few. */
  OTHER: vi`${viMeaning(tables.figureWords, 'other-number')}\s$`,
  UNIT: new RegExp(String.raw`^(?<unit>${unitsOf(tables).UNIT}|%|phần trăm(?!\p{L}))`, 'iu'),
}));
/** Each has one: "Mỗi người dân có một tài khoản số". */
const EACH = vi`mỗi\s[^.;:\d]{1,50}(?<![\p{L}\p{N}])(có|là)\s$`;

/** "mười hai xã" · "ba trăm nghìn đồng" · "ít nhất một cơ sở" */
export const written = (tables: Pick<Knowledge, 'figures' | 'figureWords'>): MentionRule<'quantity'> => ({
  id: 'quantity.written',
  kind: 'quantity',
  pattern: new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?<words>${patternsOf(tables).WORD}(?:\s${patternsOf(tables).WORD}){0,11})(?:\s\((?<again>${DIGITS})\)(?=\s\p{L}|\s?%)\s?|\s(?=\p{L}|%))`,
    'giu',
  ),
  read({ words = '', again, before = '', after = '' }, { knowledge }, text) {
    if (again !== undefined) {
      const value = wordNumber(knowledge, words);
      // "mười hai (12) xã"
      if (value === undefined || value !== viNumber(again)) return undefined;
      return found(knowledge, { value, words: 2, length: text.length - 1 }, before, after);
    }
    // The last word may belong to what follows: "hai năm", "ba tư vấn".
    for (let list = words.split(/\s/u), most = 2; list.length > 0 && most > 0; list = list.slice(0, -1), most--) {
      const spoken = list.join(' ');
      const value = wordNumber(knowledge, spoken);
      if (value === undefined) continue;
      const left = words.slice(spoken.length + 1);
      const rest = left === '' ? after : `${left} ${after}`;
      return found(knowledge, { value, words: list.length, length: spoken.length }, before, rest);
    }
    return undefined;
  },
});

/** A number in words: its value, how many words it has, and its length in UTF-16 units. */
interface Spoken {
  readonly value: number;
  readonly words: number;
  readonly length: number;
}

/** "từ một đến hai công trình", "hai đến ba lớp", "một hoặc hai mô hình": the lower end of what is said. */
const FROM = /(?<![\p{L}\p{N}])(?:từ\s)?(?<low>\p{L}+)\s(?:đến|tới|hoặc|-|–)\s$/iu;

function found(knowledge: Knowledge, { value, words, length }: Spoken, before: string, rest: string) {
  const lower = FROM.exec(before);
  const low = lower?.groups?.low === undefined ? undefined : wordNumber(knowledge, lower.groups.low);
  if (lower !== null && low !== undefined && low < value && beginsWithHead(knowledge, rest)) {
    const noun = nounLength(knowledge, rest);
    const per = denominatorLength(knowledge, rest.slice(noun));
    const figure = compare(knowledge, low, value, before.slice(0, lower.index), rest.slice(noun + per));
    return {
      value: quantity(figure, `${rest.slice(0, noun)}${rest.slice(noun, noun + per).trim()}`),
      from: lower.index - before.length - figure.before,
      to: length + 1 + noun + per + figure.after,
    };
  }
  const unit = patternsOf(knowledge).UNIT.exec(rest)?.groups?.unit;
  const noun = unit === undefined ? nounLength(knowledge, rest) : unit.length;
  if (noun === 0) return undefined;
  const per = denominatorLength(knowledge, rest.slice(noun));
  const figure = compare(knowledge, value, null, before, rest.slice(noun + per));
  const named = unit === undefined ? rest.slice(0, noun) : (unitOf(knowledge, unit) ?? '%');
  if (!figure.compared || figure.onlyFrom) {
    if (
      patternsOf(knowledge).OTHER.test(before) ||
      (unit !== undefined && isTimeUnit(knowledge, unitOf(knowledge, unit)))
    )
      return undefined;
    const each = value === 1 && EACH.test(before);
    if (unit === undefined && !beginsWithHead(knowledge, rest)) {
      if (!each) return undefined;
    } else if (words === 1 && !each && (value === 1 || value === 5 || unit !== undefined)) return undefined;
  }
  // "dựa trên năm yếu tố": a small word after "trên" stands for no bound.
  if (words === 1 && (figure.comparator === '>' || figure.comparator === '~') && !beginsWithHead(knowledge, rest))
    return undefined;
  // "28 giường trên một vạn dân": of how many, no bound.
  if (figure.comparator === '>' && Number.isInteger(Math.log10(value)) && /^dân(?!\p{L})/iu.test(rest))
    return undefined;
  if (value === 0 || keyOf(rest).startsWith('trong')) return undefined;
  return {
    value: quantity(figure, `${named}${rest.slice(noun, noun + per).trim()}`),
    from: -figure.before,
    to: length + 1 + noun + per + figure.after,
  };
}
