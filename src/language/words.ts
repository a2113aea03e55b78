/**
 * Whole words and folding for Vietnamese. ASCII classes (`\b`, `\w`) see "ễ" as the end of a word and are never used.
 */

import { alternation } from './alternation.ts';

/** The two ways to place a tone on "oa", "oe", "uy" mean the same syllable: every form is keyed by the older one ("hòa"). */
const TONES: readonly (readonly [newer: string, older: string])[] = [
  ['oà', 'òa'],
  ['oá', 'óa'],
  ['oả', 'ỏa'],
  ['oã', 'õa'],
  ['oạ', 'ọa'],
  ['oè', 'òe'],
  ['oé', 'óe'],
  ['oẻ', 'ỏe'],
  ['oẽ', 'õe'],
  ['oẹ', 'ọe'],
  ['uỳ', 'ùy'],
  ['uý', 'úy'],
  ['uỷ', 'ủy'],
  ['uỹ', 'ũy'],
  ['uỵ', 'ụy'],
];
const OLDER = new Map(TONES);
const EITHER = new RegExp(TONES.flat().join('|'), 'gu');

/** White space that is not one space already. */
const ODD_SPACE = /\s{2,}|[^\S ]/gu;

/** Lower case, NFC, one space for white space, one placement of tones: equal for all spellings of the same words. */
export function keyOf(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(EITHER, (pair) => OLDER.get(pair) ?? pair)
    .replace(ODD_SPACE, ' ')
    .trim();
}

/** Key without any diacritics, đ as d: for identifiers and searches that ignore accents. */
export function asciiOf(text: string): string {
  const key = keyOf(text);
  let plain = '';
  for (let i = 0; i < key.length; i++) {
    const letter = PLAIN[key.charCodeAt(i)];
    if (letter === undefined) return plainOf(key);
    plain += letter;
  }
  return plain;
}

const plainOf = (key: string): string => key.replaceAll('đ', 'd').normalize('NFD').replace(/\p{M}/gu, '');
/** The same for each letter of the Latin alphabets, and what else stands before U+2100. */
const PLAIN: readonly string[] = Array.from({ length: 0x2100 }, (_, unit) => plainOf(String.fromCharCode(unit)));

/** "Sở Kế hoạch và Đầu tư" -> "so-ke-hoach-va-dau-tu". */
export function slugOf(text: string): string {
  return asciiOf(text)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/gu, '');
}

/** A regular expression source that matches the phrase with any white space between its words and either placement of tones. */
export function phrase(text: string): string {
  return keyOf(text)
    .replace(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`)
    .replace(EITHER, (pair) => {
      const other = TONES.find(([newer, older]) => newer === pair || older === pair);
      return other === undefined ? pair : `(?:${other[0]}|${other[1]})`;
    })
    .replaceAll(' ', String.raw`\s+`);
}

const EITHER_IN_ANY_CASE = new RegExp(EITHER.source, 'giu');

/** `phrase` for patterns that tell capitals from small letters: case is kept, and a dash between words may be long. */
export function phraseKept(text: string): string {
  return text
    .normalize('NFC')
    .trim()
    .replace(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`)
    .replace(EITHER_IN_ANY_CASE, (pair) => {
      const both = TONES.find((forms) => forms.includes(pair.toLowerCase())) ?? [pair, pair];
      return `(?:${both.map((form) => inCaseOf(pair, form)).join('|')})`;
    })
    .replace(/\s+/gu, String.raw`\s+`)
    .replaceAll(String.raw`\s+-\s+`, String.raw`\s+[-–]\s+`);
}

/** One text in the case of another, letter by letter. */
const inCaseOf = (model: string, text: string): string =>
  [...text].map((letter, i) => (model[i] === model[i]?.toLowerCase() ? letter : letter.toUpperCase())).join('');

/** Source of an alternation of phrases (a list, or the keys of a table), the longest first. */
export function anyOf(phrases: readonly string[] | Readonly<Record<string, unknown>>): string {
  const list = Array.isArray(phrases) ? (phrases as readonly string[]) : Object.keys(phrases);
  return `(?:${alternation([...list].sort((a, b) => b.length - a.length).map(phrase))})`;
}

/**
 * Inside of a class: letters and digits of the scripts that may stand in a document. It stands in most patterns, and V8 compiles
 * `\p{L}\p{N}` to kilobytes of code wherever it stands: with too much of that it optimises no pattern any more.
 */
export const SIGNS = '0-9A-Za-zª²³µ¹º¼-¾À-ÖØ-öø-ʯͰ-ӿḀ-ỿ⁰-₉Ⅰ-ↈ①-⒛぀-鿿가-힣０-９Ａ-Ｚａ-ｚ';

/** Source that matches only where no letter or digit touches either end. */
export function edged(source: string): string {
  return `(?<![${SIGNS}])(?:${source})(?![${SIGNS}])`;
}

/** A global, case-insensitive, Unicode pattern that matches whole words only. */
export function whole(source: string): RegExp {
  return new RegExp(edged(source), 'giu');
}
