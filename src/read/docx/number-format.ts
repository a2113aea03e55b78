import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { roman } from '../../language/roman.ts';

/** Prints a count as Word's number format of that name does ("lowerLetter": a, b, … z, aa); unknown ones as digits. */
export function readNumberFormat(knowledge: Knowledge, name: string): (count: number) => string {
  return name === 'vietnameseCounting' ? (count) => vietnamese(knowledge, count) : (FORMATS[name] ?? String);
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
};

/** Word goes on after z with aa, bb, cc (not ab), and has no đ. */
function letter(count: number): string {
  if (count < 1 || count > 780) return String(count);
  return String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.floor((count - 1) / 26) + 1);
}

const namesOf = built(['figures'], ({ figures: { words } }) => {
  /** The first word of a digit is its usual one. */
  const digits = Array.from(
    { length: 10 },
    (_, value) => Object.keys(words.digits).find((name) => words.digits[name] === value) ?? '',
  );
  return { digits, ten: words.ten, tens: words.tens };
});

function vietnamese(knowledge: Knowledge, count: number): string {
  const { digits, ten, tens } = namesOf(knowledge);
  const ones = count % 10;
  const many = Math.floor(count / 10);
  if (count < 0 || count > 99) return String(count);
  if (many === 0) return digits[ones] ?? '';
  const first = many === 1 ? ten : `${digits[many] ?? ''} ${tens}`;
  if (ones === 0) return first;
  const last = ones === 1 && many > 1 ? 'mốt' : ones === 5 ? 'lăm' : digits[ones];
  return `${first} ${last ?? ''}`;
}
