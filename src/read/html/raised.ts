import { MEASURED_BY, raisedSign } from '../../language/figure-signs.ts';

/** A mark of a note, or an exponent: nothing else that is raised is changed. */
const MARK = /^\s*(?<number>\d{1,3}(?:\s?,\s?\d{1,3}){0,3})\s*$/u;
/** Units of which an exponent is part of the word: "km2". */
const UNIT = /(?<!\p{L})[kcdmh]?m$/u;
/** "CO2", "x2": one or two letters are a sign, which a figure may be part of. */
const SIGN = /(?<![\p{L}\p{N}])(?:\p{Lu}{1,2}|[a-z])$/u;
/** "3 x 10", or "(10" and what stands alone in a head: with a raised figure, a power. */
const FACTOR = /(?:\d\s*[x×*·]\s*|(?<![\d.,])\d\.|(?:^|[(/:])\s*)10$/iu;
const TEN = /(?<![\d.,])10$/u;
const MEASURED = new RegExp(String.raw`^\s*${MEASURED_BY}`, 'iu');

/** Whether raised text can be a note's mark or an exponent. */
export const canBeMark = (raised: string): boolean => MARK.test(raised);

/**
 * What raised text says in a line of plain text: a figure that refers to a note becomes "[1]", a power of ten "10⁶"; the exponent
 * of a unit stays a figure ("km2"), as people type it.
 *
 * @param before what stands before it in its paragraph
 * @param after what stands behind it, as far as it is known
 */
export function raisedText(before: string, raised: string, after = ''): string {
  const number = MARK.exec(raised)?.groups?.number;
  if (number === undefined || UNIT.test(before) || SIGN.test(before)) return raised;
  if (/^\d{1,2}$/u.test(number)) {
    const thousands = Number(number) % 3 === 0;
    if (FACTOR.test(before) || (thousands && TEN.test(before) && MEASURED.test(after)))
      return [...number].map((digit) => raisedSign(Number(digit))).join('');
  }
  if (before.trim() === '') return after.trim() === '' ? raised : `[${number}] `;
  const space = /\s$/u.test(raised) ? ' ' : '';
  return /[\p{L}\p{N}%)\]”".,;:]\s*$/u.test(before) ? `[${number.replace(/\s/gu, '')}]${space}` : raised;
}

/** A text whose end, from a place on, was raised. */
export function raisedFrom(text: string, from: number): string {
  const line = text.slice(0, from);
  return line + raisedText(line.slice(line.lastIndexOf('\n') + 1), text.slice(from));
}
