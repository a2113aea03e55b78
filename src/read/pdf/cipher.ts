import type { Knowledge } from '../../knowledge/knowledge.ts';
import { isWord } from '../encoding/health.ts';
import type { Line } from './lines.ts';

/** What a font's letters really are, by what its broken character map says that they are. */
export type Letters = ReadonlyMap<string, string>;

/** Numbers of glyphs in the order of Macintosh fonts, which those of Windows begin with: ASCII from the space on, then accented letters. */
const ASCII_GLYPHS = { from: 3, to: 97, shift: 29 };
/** Painted like a letter where its number is not known. */
const SPACE_GLYPH = String.fromCharCode(ASCII_GLYPHS.from);
const ACCENTED = 32;
/** Their block of Vietnamese letters, in the order of Unicode, begins at another number in each font. */
const BLOCK = { from: 0x1ea0, to: 0x1ef9 };
const BEYOND_ASCII = 0x200;
/** Vietnamese letters outside that block, the frequent ones first. */
const OTHERS = [...'đăơưĩũàáâãèéêìíòóôõùúýỳ'];
/** A map is right when it makes so many more of a font's words syllables. */
const SURE = 0.6;
const FEWEST = 3;
/** Words of a font that are tried with each map, and maps that are tried: a broken font may hold any number of either. */
const MOST_WORDS = 400;
/** No syllable is longer, with signs at its ends. */
const LONGEST_WORD = 24;
const MOST_MAPS = 300;
/** A letter that stands in fewer words is not guessed. */
const FEWEST_OF_LETTER = 2;

/** The upper half of Mac Roman, and what the same codes are in Windows-1252. */
const MAC = new TextDecoder('macintosh').decode(Uint8Array.from({ length: 128 }, (_, i) => 0x80 + i));
const WINDOWS: Letters = new Map(
  [...MAC].flatMap((letter, i): [string, string][] => (i < ACCENTED ? [] : [[letter, String.fromCharCode(0x80 + i)]])),
);

/**
 * Finds what the letters of fonts are whose character maps are broken: of fonts of Windows whose codes are the numbers of
 * their glyphs, and of such whose codes were taken for those of a Macintosh. A map counts only where it makes words.
 *
 * @param lines of the whole document
 * @param fonts ids of those that are looked at; all without it
 * @returns by the id of the font; fonts that are in order are not in it
 */
export function lettersOf(
  knowledge: Knowledge,
  lines: readonly Line[],
  fonts?: ReadonlySet<string>,
): ReadonlyMap<string, Letters> {
  const words = new Map<string, string[]>();
  for (const { text, font } of lines.flatMap((line) => line.words)) {
    if (font === undefined || fonts?.has(font) === false) continue;
    const held = words.get(font) ?? [];
    for (const word of text.split(SPACE_GLYPH)) if (word !== '') held.push(word);
    words.set(font, held);
  }
  const found = new Map<string, Letters>();
  const bases = new Map<number, number>();
  for (const [font, texts] of [...words].sort((a, b) => b[1].length - a[1].length)) {
    const own = validShare(knowledge, texts, new Map());
    const broken = texts.filter((text) => [...text].some((letter) => WINDOWS.has(letter)));
    if (
      broken.length > 0 &&
      validShare(knowledge, broken, WINDOWS) > Math.max(SURE, validShare(knowledge, broken, new Map())) &&
      validShare(knowledge, texts, WINDOWS) > SURE
    ) {
      found.set(font, WINDOWS);
      continue;
    }
    const glyphs = glyphLetters(knowledge, texts, [...bases.keys()]);
    if (glyphs === undefined || validShare(knowledge, texts, glyphs.letters) <= Math.max(SURE, own)) continue;
    found.set(font, glyphs.letters);
    if (glyphs.base !== undefined) bases.set(glyphs.base, texts.length);
  }
  return found;
}

function glyphLetters(
  knowledge: Knowledge,
  all: readonly string[],
  known: readonly number[],
): { letters: Letters; base: number | undefined } | undefined {
  const letters = new Map<string, string>();
  for (let code = ASCII_GLYPHS.from; code <= ASCII_GLYPHS.to; code++) {
    letters.set(String.fromCharCode(code), String.fromCharCode(code + ASCII_GLYPHS.shift));
  }
  for (let i = 0; i < ACCENTED; i++) letters.set(String.fromCharCode(ASCII_GLYPHS.to + 1 + i), MAC[i] ?? '');
  const texts = [...new Set(all.filter(({ length }) => length <= LONGEST_WORD))].slice(0, MOST_WORDS);
  const codes = [...new Set(texts.join(''))].map((letter) => letter.charCodeAt(0));
  const high = codes.filter((code) => code >= BEYOND_ASCII);
  if (high.length === 0) return { letters, base: undefined };
  const tried = [...new Set([...known, ...likelyShifts(high)])];
  const [base] = best(
    tried,
    (shift) => validCount(knowledge, texts, new Map([...letters, ...blockOf(high, shift)])),
    FEWEST,
  );
  // The whole block: words of letters in several fonts hold more of it than those that were looked at.
  for (const [code, letter] of base === undefined ? [] : blockOf(range(BLOCK.from - base, BLOCK.to - base), base)) {
    letters.set(code, letter);
  }
  for (const code of codes.filter((c) => c > ASCII_GLYPHS.to).map((c) => String.fromCharCode(c))) {
    if (letters.has(code)) continue;
    const holding = texts.filter((text) => text.includes(code));
    const [letter] = best(
      OTHERS,
      (other) => validCount(knowledge, holding, new Map([...letters, [code, other]])),
      FEWEST_OF_LETTER,
    );
    if (letter === undefined) continue;
    letters.set(code, isCapital(code, holding, letters) ? letter.toUpperCase() : letter);
  }
  // "ƯƠ" stand together more often than apart.
  const [horned, other] = codes.map((code) => String.fromCharCode(code)).filter((code) => !letters.has(code));
  if (horned !== undefined && other !== undefined) {
    const pairs: [string, string][] = [
      [horned, other],
      [other, horned],
    ];
    const holding = texts.filter((text) => text.includes(`${horned}${other}`) || text.includes(`${other}${horned}`));
    const [pair] = best(
      pairs,
      ([u, o]) => validCount(knowledge, holding, new Map([...letters, [u, 'Ư'], [o, 'Ơ']])),
      1,
    );
    if (pair !== undefined) letters.set(pair[0], 'Ư').set(pair[1], 'Ơ');
  }
  return { letters, base };
}

/** By how much codes may be off, so that they fall into the block of Vietnamese letters: first what puts the most of them there. */
function likelyShifts(codes: readonly number[]): readonly number[] {
  const fitting = new Map<number, number>();
  for (const code of codes)
    for (const shift of range(BLOCK.from - code, BLOCK.to - code)) fitting.set(shift, (fitting.get(shift) ?? 0) + 1);
  return [...fitting]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_MAPS)
    .map(([shift]) => shift);
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);

const blockOf = (codes: readonly number[], shift: number): [string, string][] =>
  codes
    .filter((code) => code + shift >= BLOCK.from && code + shift <= BLOCK.to)
    .map((code) => [String.fromCharCode(code), String.fromCharCode(code + shift)]);

/** The candidate that counts most, where it counts at least so much. */
function best<T>(candidates: readonly T[], count: (candidate: T) => number, least: number): T[] {
  let [found, most]: [T[], number] = [[], least - 1];
  for (const candidate of candidates) {
    const counted = count(candidate);
    if (counted > most) [found, most] = [[candidate], counted];
  }
  return found;
}

/** A letter that stands in words of capitals is one. */
const isCapital = (code: string, texts: readonly string[], letters: Letters): boolean =>
  texts.some((text) => {
    const others = [...text].filter((letter) => letter !== code).map((letter) => letters.get(letter) ?? '');
    return others.some((letter) => /\p{Lu}/u.test(letter)) && !others.some((letter) => /\p{Ll}/u.test(letter));
  });

/** A syllable that is small throughout, capital throughout, or has a capital first. */
const isPrinted = (knowledge: Knowledge, word: string): boolean =>
  isWord(knowledge, word) && (!/\p{Ll}/u.test(word) || !/\p{Lu}/u.test(word.slice(1)));

const read = (text: string, letters: Letters): string =>
  [...text]
    .map((letter) => letters.get(letter) ?? letter)
    .join('')
    .replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');

const validCount = (knowledge: Knowledge, texts: readonly string[], letters: Letters): number =>
  texts.filter((text) => isPrinted(knowledge, read(text, letters))).length;

function validShare(knowledge: Knowledge, texts: readonly string[], letters: Letters): number {
  const words = texts.map((text) => read(text, letters)).filter((text) => text.length > 1);
  return words.length === 0 ? 0 : words.filter((word) => isPrinted(knowledge, word)).length / words.length;
}
