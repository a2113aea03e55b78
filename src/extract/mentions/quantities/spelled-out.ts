import { beginsWithHead, denominatorLength, nounLength } from '../../../language/counted-nouns.ts';
import { NUMBER_WORDS, wordNumber } from '../../../language/numbers.ts';
import { anyOf, keyOf } from '../../../language/words.ts';
import type { Rule } from '../engine/rule.ts';
import { compare, quantity } from './figure.ts';
import { isTime, UNITS, unitOf } from './measure.ts';

const WORD = anyOf(NUMBER_WORDS);
const UNIT = new RegExp(String.raw`^(?<unit>${UNITS}|%|phần trăm(?!\p{L}))`, 'iu');
/** Each has one: "Mỗi người dân có một tài khoản số". */
const EACH = /(?<![\p{L}\p{N}])mỗi\s[^.;:\d]{1,50}(?<![\p{L}\p{N}])(?:có|là)\s$/iu;
/** The word before makes something else of the number: an ordinal, a month, all of a few. */
const OTHER = /(?<![\p{L}\p{N}])(?:thứ|ngã|tháng|cả|đầu|lần|khóa|ngày|mùng|quý|năm|các|những|mỗi|một|và)\s$/iu;

/** "mười hai xã" · "ba trăm nghìn đồng" · "ít nhất một cơ sở" */
export const written: Rule<'quantity'> = {
  id: 'quantity.written',
  kind: 'quantity',
  pattern: new RegExp(String.raw`(?<![\p{L}\p{N}])(?<words>${WORD}(?:\s${WORD}){0,11})\s(?=\p{L}|%)`, 'giu'),
  read({ words = '', before = '', after = '' }) {
    // The last word may belong to what follows: "hai năm", "ba tư vấn".
    for (let list = words.split(/\s/u), most = 2; list.length > 0 && most > 0; list = list.slice(0, -1), most--) {
      const spoken = list.join(' ');
      const value = wordNumber(spoken);
      if (value === undefined) continue;
      return found(value, list.length, words.slice(spoken.length + 1), spoken.length, before, after);
    }
    return undefined;
  },
};

function found(value: number, words: number, left: string, length: number, before: string, after: string) {
  const rest = left === '' ? after : `${left} ${after}`;
  const unit = UNIT.exec(rest)?.groups?.unit;
  const noun = unit === undefined ? nounLength(rest) : unit.length;
  if (noun === 0) return undefined;
  const per = denominatorLength(rest.slice(noun));
  const figure = compare(value, null, before, rest.slice(noun + per));
  const named = unit === undefined ? rest.slice(0, noun) : (unitOf(unit) ?? '%');
  if (!figure.compared || figure.onlyFrom) {
    if (OTHER.test(before) || (unit !== undefined && isTime(unitOf(unit)))) return undefined;
    const each = value === 1 && EACH.test(before);
    if (unit === undefined && !beginsWithHead(rest)) {
      if (!each) return undefined;
    } else if (words === 1 && !each && (value === 1 || value === 5 || unit !== undefined)) return undefined;
  }
  // "dựa trên năm yếu tố": a small word after "trên" stands for no bound.
  if (words === 1 && (figure.comparator === '>' || figure.comparator === '~') && !beginsWithHead(rest))
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
