import type { Knowledge } from '../knowledge/knowledge.ts';
import { exponentOf, MEASURED_BY } from './figure-signs.ts';
import { keyOf } from './words.ts';

/** "10^6", "10⁶ USD": a power of ten alone; behind "x", `amounts` reads one. */
const POWER = String.raw`10(?:\^\d{1,2}|(?:[³⁶⁹]|¹[²⁵])(?=\s?${MEASURED_BY}))`;

/** Source of a number in digits; `viNumber` tells whether it is one. Bounded, for hostile input. */
export const DIGITS = String.raw`(?:${POWER}|\d{1,3}(?:(?:\s\d{3}){2,4}|\s000)(?!\d|[.,]\d{3})|\d{1,15}(?:[.,]\d{1,15}){0,6})`;

/**
 * Reads a number as Vietnamese official documents write it.
 *
 * @param written digits with `.` for thousands and `,` for decimals: "1.250,5". One or two digits after a single dot can
 *   only be decimals ("8.5"); two groups of three after commas, or one before a point, can only be thousands ("1,250,000", "1,250.5"). No sign, no unit.
 * @param power a power of ten to multiply by, exactly: viNumber('1,3', 6) === 1300000
 * @returns the value, or `undefined` when the grouping fits no reading. Never throws.
 */
export function viNumber(written: string, power = 0): number | undefined {
  const plain = plainDecimal(written);
  return plain === undefined ? undefined : Number(`${plain}e${power}`);
}

function plainDecimal(written: string): string | undefined {
  const exponent = /^10(?<raised>\^\d{1,2}|[⁰¹²³⁴-⁹]{1,2})$/u.exec(written)?.groups?.raised;
  if (exponent !== undefined) return exponentOf(exponent) <= 15 ? `1${'0'.repeat(exponentOf(exponent))}` : undefined;
  // What is left of a number that was cut: "… 000".
  if (/^00/u.test(written)) return undefined;
  if (/^(?:\d+|\d{1,3}(?:\.\d{3})+)(?:,\d+)?$/u.test(written)) return written.replaceAll('.', '').replace(',', '.');
  if (/^\d{1,3}(?:\s\d{3})+$/u.test(written)) return written.replace(/\s/gu, '');
  if (/^\d{1,3}\.\d{1,2}$/u.test(written)) return written;
  if (/^\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?$/u.test(written)) return written.replaceAll(',', '');
  // A comma before a point parts thousands; three digits behind that point may be thousands as well, and tell nothing.
  if (/^[1-9]\d{0,2},\d{3}\.(?!\d{3}$)\d+$/u.test(written)) return written.replace(',', '');
  return undefined;
}

type Tables = Pick<Knowledge, 'figures'>;

/** Every word that a written-out number can hold. */
export function numberWords({ figures: { words, units } }: Tables): readonly string[] {
  return [
    ...Object.keys(words.digits),
    words.ten,
    words.tens,
    words.hundred,
    ...words.zeros,
    words.half,
    ...Object.keys(units.multipliers),
  ];
}

/**
 * Reads a number that is written out: "mười hai" is 12, "ba trăm nghìn" 300000, "hai triệu rưỡi" 2500000.
 *
 * @returns the value, or `undefined` when the words are no number
 */
export function wordNumber({ figures: { words, units } }: Tables, written: string): number | undefined {
  let total = 0;
  /** The group below the next multiplier: 0 to 999. */
  let group: number | undefined;
  let digit: number | undefined;
  let last = Number.POSITIVE_INFINITY;
  let zero = false;
  for (const word of keyOf(written).split(' ')) {
    const power = units.multipliers[word];
    if (Object.hasOwn(words.digits, word)) {
      if (digit !== undefined) return undefined;
      digit = words.digits[word];
    } else if (word === words.ten) {
      if (digit !== undefined || (group !== undefined && group % 100 !== 0)) return undefined;
      group = (group ?? 0) + 10;
    } else if (word === words.tens) {
      if (digit === undefined || digit < 2 || (group !== undefined && group % 100 !== 0)) return undefined;
      group = (group ?? 0) + digit * 10;
      digit = undefined;
    } else if (word === words.hundred) {
      if (digit === undefined || group !== undefined) return undefined;
      group = digit * 100;
      digit = undefined;
    } else if (words.zeros.includes(word)) {
      if (group === undefined || digit !== undefined) return undefined;
      zero = true;
    } else if (word === words.half) {
      // Half of what was just named: "hai triệu rưỡi".
      if (!Number.isFinite(last) || digit !== undefined || group !== undefined) return undefined;
      return total + 10 ** last / 2;
    } else if (power !== undefined) {
      if (power >= last || (digit === undefined && group === undefined)) return undefined;
      total += Number(`${(group ?? 0) + (digit ?? 0)}e${power}`);
      last = power;
      group = undefined;
      digit = undefined;
      zero = false;
    } else return undefined;
    // A digit after hundreds or tens stays a digit until the next word tells what it counts.
    if (zero && digit !== undefined && group !== undefined) {
      group += digit;
      digit = undefined;
      zero = false;
    }
  }
  // "tư" alone is no number: "tư duy".
  if (zero || keyOf(written) === 'tư') return undefined;
  return digit === undefined && group === undefined && !Number.isFinite(last)
    ? undefined
    : total + (group ?? 0) + (digit ?? 0);
}
