import { raisedSign } from '../../language/figure-signs.ts';

/** Fields within fields; no person writes so many. */
const DEEPEST = 20;

/**
 * What Word shows for the code of a formula field, which has no result of its own: "EQ \f(2,3)" is "2/3".
 *
 * @returns undefined for any other field
 */
export function equationText(code: string): string | undefined {
  const formula = /^\s*EQ\s+(?<formula>\S[\s\S]*)$/iu.exec(code)?.groups?.formula;
  return formula === undefined ? undefined : read({ text: formula, at: 0 }, 0, '').trim();
}

interface Reading {
  readonly text: string;
  at: number;
}

/** Reads up to one of the ends, which is left to be read. */
function read(reading: Reading, depth: number, ends: string): string {
  let written = '';
  while (reading.at < reading.text.length) {
    const sign = reading.text[reading.at] ?? '';
    if (ends.includes(sign)) break;
    reading.at += 1;
    if (sign !== '\\') {
      written += sign;
      continue;
    }
    const rest = reading.text.slice(reading.at, reading.at + 40);
    const command = /^(?:[a-z]+\s?\d*(?:\\[a-z]{2}\s?\d*|\\[bl]c\\\S){0,4})/iu.exec(rest)?.[0];
    // A backslash before a sign of the notation means the sign itself.
    if (command === undefined) {
      written += reading.text[reading.at] ?? '';
      reading.at += 1;
      continue;
    }
    reading.at += command.length;
    written += shown(command, argumentsOf(reading, depth), written);
  }
  return written;
}

function argumentsOf(reading: Reading, depth: number): string[] {
  while (reading.text[reading.at] === ' ') reading.at += 1;
  if (reading.text[reading.at] !== '(' || depth >= DEEPEST) return [];
  const found: string[] = [];
  do {
    reading.at += 1;
    found.push(read(reading, depth + 1, ',;)').trim());
  } while (',;'.includes(reading.text[reading.at] ?? ')'));
  reading.at += 1;
  return found;
}

const inBrackets = (text: string): string => (/^[\p{L}\p{N}.]*$/u.test(text) ? text : `(${text})`);

function shown(command: string, given: readonly string[], before: string): string {
  const [first = '', second] = given;
  if (/^f(?![a-z])/iu.test(command) && second !== undefined)
    return `${/\d$/u.test(before) ? ' ' : ''}${inBrackets(first)}/${inBrackets(second)}`;
  if (/^r(?![a-z])/iu.test(command)) return second === undefined ? `√(${first})` : `${first}√(${second})`;
  if (/^s\s?\\up/iu.test(command) && /^\d{1,2}$/u.test(first) && /\d$/u.test(before))
    return [...first].map((digit) => raisedSign(Number(digit))).join('');
  if (/^b/iu.test(command)) return `(${first})`;
  return given.filter((each) => each !== '').join(' ');
}
