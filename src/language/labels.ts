import { keyOf } from './words.ts';

/** The kinds of printed labels, outermost first. */
export type LabelKind =
  | 'appendix'
  | 'part'
  | 'chapter'
  | 'letter-capital'
  | 'roman'
  | 'article'
  | 'decimal'
  | 'letter'
  | 'parenthesised'
  | 'dash'
  | 'plus'
  | 'star';

export interface Label {
  readonly kind: LabelKind;
  /** What the path shows: ["II"], ["6", "1"], ["đ"], ["PHỤ LỤC 2"]; bullets hold their sign alone and get their position in the outline. */
  readonly components: readonly string[];
  /** Ordinal of the last component, from 1; 0 where it has none. */
  readonly ordinal: number;
  /** The sign of a bullet as printed. */
  readonly sign?: string;
  /** Length of the label and the white space behind it, in UTF-16 units. */
  readonly length: number;
}

const ROMAN = /^(?=[IVXLC])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/u;
const ROMAN_VALUES: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

/** "XIV" -> 14; undefined where it is no Roman numeral up to 99. */
export function romanValue(text: string): number | undefined {
  const upper = text.toUpperCase();
  if (upper === '' || !ROMAN.test(upper)) return undefined;
  let sum = 0;
  for (let i = 0; i < upper.length; i++) {
    const value = ROMAN_VALUES[upper[i] ?? ''] ?? 0;
    sum += value < (ROMAN_VALUES[upper[i + 1] ?? ''] ?? 0) ? -value : value;
  }
  return sum;
}

/** Vietnamese lists count a b c d đ e g h …; Word counts a b c d e f …: the ordinal follows the former, and both are read. */
const LETTERS = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz';

const HEADED =
  /^(?<word>phụ lục|phụ biểu|biểu số|biểu|phần thứ|phần|chương|điều|mục)\s+(?:số\s+)?(?<number>\d{1,3}|[ivxlc]{1,7}|nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười|[a-e])(?![\p{L}\p{N}/])[.:)]?\s*/iu;
const BARE_APPENDIX = /^phụ lục(?![\p{L}\p{N}])[.:]?\s*/iu;
const NUMBERED = /^(?<number>\d{1,3}(?:\.\d{1,3}){0,4})(?<mark>\.(?!\d)|\)|\/(?!\d))\s*(?=\D)/u;
const NUMBERED_BARE = /^(?<number>\d{1,2}(?:\.\d{1,2}){1,4})\s+(?=\p{Lu})/u;
/** "a)", "a." and "a/ Về …", but not "đ/c" (đồng chí). */
const LETTERED = /^(?<letter>\p{L})(?:\.?(?<sub>\d{1,2}))?(?<mark>[.)]|\/(?=\s|\p{Lu}\p{Ll}))\s*(?=[^\s])/u;
const ROMANED = /^(?<roman>[IVXL]{1,6})(?:\.(?<sub>\d{1,2}))?(?<mark>[./)]|\s*[-–](?=\s))\s*(?=\S)/u;
const PARENTHESISED = /^\((?<number>\d{1,2}|[ivx]{1,5}|\p{Ll})\)\s*/u;
/** Signs that programs print before an item, inside of a class. "o" is Word's sign of the second level: before a space and a capital. */
export const BULLET_SIGNS = '-–—−+*•·●▪■□○◦♦◆❖➢➤►✓✔☑§';
const BULLET = new RegExp(String.raw`^(?<sign>[${BULLET_SIGNS}]|o(?=\s+\p{Lu}))(?:\s+|(?=\p{L}))`, 'u');

const ORDINAL_WORDS: Readonly<Record<string, string>> = {
  nhất: 'I',
  hai: 'II',
  ba: 'III',
  tư: 'IV',
  bốn: 'IV',
  năm: 'V',
  sáu: 'VI',
  bảy: 'VII',
  tám: 'VIII',
  chín: 'IX',
  mười: 'X',
};

/** The printed label at the start of a block, or undefined. */
export function readLabel(text: string): Label | undefined {
  return headed(text) ?? roman(text) ?? numbered(text) ?? lettered(text) ?? parenthesised(text) ?? bullet(text);
}

function headed(text: string): Label | undefined {
  const bare = BARE_APPENDIX.exec(text);
  const match = HEADED.exec(text);
  if (match === null) {
    // "Phụ lục kèm theo" in running text is no heading: it is printed in capitals or stands alone.
    if (bare === null || !(text.startsWith('PHỤ LỤC') || bare[0].trim().length === text.length)) return undefined;
    return { kind: 'appendix', components: ['PHỤ LỤC'], ordinal: 0, length: bare[0].length };
  }
  const { word = '', number = '' } = match.groups ?? {};
  const key = keyOf(word);
  const shown = ORDINAL_WORDS[number.toLowerCase()] ?? number.toUpperCase();
  const ordinal = romanValue(shown) ?? (/^\d+$/u.test(shown) ? Number(shown) : 1);
  const rest = text.slice(match[0].length);
  const heading =
    word === word.toUpperCase() ||
    /^[.:)]/u.test(match[0].slice(word.length).trim().slice(number.length)) ||
    rest === '' ||
    /^\p{Lu}/u.test(rest);
  if (!heading || !/^\p{Lu}/u.test(text)) return undefined;
  // "Điều 3 Nghị định này" names an article; one that begins here carries its mark or stands alone.
  if ((key === 'điều' || key === 'mục') && rest !== '' && word !== word.toUpperCase() && !/[.:)]\s*$/u.test(match[0]))
    return undefined;
  if (key.startsWith('phụ') || key.startsWith('biểu')) {
    return { kind: 'appendix', components: [`${word.toUpperCase()} ${shown}`], ordinal, length: match[0].length };
  }
  const kind = key.startsWith('phần') ? 'part' : key === 'chương' ? 'chapter' : key === 'mục' ? 'roman' : 'article';
  return { kind, components: [shown], ordinal, length: match[0].length };
}

function roman(text: string): Label | undefined {
  const match = ROMANED.exec(text);
  if (match === null) return undefined;
  const { roman: written = '', sub } = match.groups ?? {};
  const value = romanValue(written);
  if (value === undefined) return undefined;
  if (sub !== undefined) return { kind: 'decimal', components: [sub], ordinal: Number(sub), length: match[0].length };
  return { kind: 'roman', components: [written], ordinal: value, length: match[0].length };
}

function numbered(text: string): Label | undefined {
  const match = NUMBERED.exec(text) ?? NUMBERED_BARE.exec(text);
  const number = match?.groups?.number;
  if (match === null || number === undefined) return undefined;
  // A quantity at the start ("100% …", "1.500 …", "30/6 …") is no label.
  if (/^[%‰\d]/u.test(text.slice(match[0].length))) return undefined;
  const components = number.split('.');
  if (components.some((part, i) => i > 0 && part.length === 3)) return undefined;
  return {
    kind: 'decimal',
    components: components.map((part) => String(Number(part))),
    ordinal: Number(components.at(-1)),
    length: match[0].length,
  };
}

function lettered(text: string): Label | undefined {
  const match = LETTERED.exec(text);
  if (match === null) return undefined;
  const { letter = '', sub, mark } = match.groups ?? {};
  const ordinal = LETTERS.indexOf(letter.toLowerCase()) + 1;
  if (ordinal === 0) return undefined;
  const capital = letter !== letter.toLowerCase();
  // "b. Sở …" is a label, "A.B. …" and "ô. Tô" hardly ever; a capital needs its dot.
  if (capital && mark === ')' && sub === undefined)
    return { kind: 'letter', components: [letter], ordinal, length: match[0].length };
  const components = sub === undefined ? [letter] : [letter, sub];
  return {
    kind: capital ? 'letter-capital' : 'letter',
    components,
    ordinal: sub === undefined ? ordinal : Number(sub),
    length: match[0].length,
  };
}

function parenthesised(text: string): Label | undefined {
  const match = PARENTHESISED.exec(text);
  const number = match?.groups?.number;
  if (match === null || number === undefined) return undefined;
  const ordinal = /^\d+$/u.test(number) ? Number(number) : (romanValue(number) ?? LETTERS.indexOf(number) + 1);
  return { kind: 'parenthesised', components: [number], ordinal, length: match[0].length };
}

function bullet(text: string): Label | undefined {
  const match = BULLET.exec(text);
  const sign = match?.groups?.sign;
  if (match === null || sign === undefined) return undefined;
  const kind = sign === '+' ? 'plus' : /[-–—−]/u.test(sign) ? 'dash' : 'star';
  // Other bullet signs stand where an office would print "-" or "+"; their path says which they are by their place.
  const shown = kind === 'plus' ? '+' : kind === 'dash' ? '-' : '*';
  return { kind, components: [shown], ordinal: 0, sign, length: match[0].length };
}
