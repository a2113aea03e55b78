import { roman } from '../../language/roman.ts';

/** Prints a count as Word's number format of that name does ("lowerLetter": a, b, … z, aa); unknown ones as digits. */
export function readNumberFormat(name: string): (count: number) => string {
  return FORMATS[name] ?? String;
}

const FORMATS: Readonly<Record<string, (count: number) => string>> = {
  decimal: String,
  decimalZero: (count) => String(count).padStart(2, '0'),
  upperRoman: roman,
  lowerRoman: (count) => roman(count).toLowerCase(),
  upperLetter: (count) => letter(count).toUpperCase(),
  lowerLetter: letter,
  none: () => '',
  // Within the label of a deeper level, a level of bullets has no number to show.
  bullet: () => '',
  // Word's ordinals are in the language of the document; Vietnamese has none that differ from the digits.
  ordinal: String,
  vietnameseCounting: vietnamese,
};

/** Word goes on after z with aa, bb, cc (not ab), and has no đ. */
function letter(count: number): string {
  if (count < 1 || count > 780) return String(count);
  return String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.floor((count - 1) / 26) + 1);
}

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];

function vietnamese(count: number): string {
  if (count < 0 || count > 99) return String(count);
  const tens = Math.floor(count / 10);
  const ones = count % 10;
  if (tens === 0) return DIGITS[ones] ?? '';
  const ten = tens === 1 ? 'mười' : `${DIGITS[tens] ?? ''} mươi`;
  if (ones === 0) return ten;
  const one = ones === 1 && tens > 1 ? 'mốt' : ones === 5 ? 'lăm' : (DIGITS[ones] ?? '');
  return `${ten} ${one}`;
}
