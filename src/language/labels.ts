import { keyOf } from './words.ts';

/**
 * One grammar of printed labels, read in two ways: `readLabel` reads the whole label of a block, for its place in the outline;
 * `labelOfLine` tells, from one line and nothing else, whether a new paragraph begins with it.
 */

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

/** Pieces that both readings are made of; inside of classes where a name ends in SIGNS. */
const UP_TO_TWO = String.raw`\d{1,2}`;
const UP_TO_THREE = String.raw`\d{1,3}`;
const ROMAN_SIGNS = 'IVXLC';
const MARK_SIGNS = '.)/';
/** "1.1", "2.3.1": two digits in each part. */
const COMPOUND = String.raw`${UP_TO_TWO}(?:\.${UP_TO_TWO}){1,4}`;
/** Signs that programs print before an item. "o" is Word's sign of the second level: before a space and a capital. */
const BULLET_SIGNS = '-–—−+*•·●▪■□○◦♦◆❖➢➤►✓✔☑§';
const ROUND_BULLET = String.raw`o(?=\s+\p{Lu})`;
/** A letter before a slash is "đ/c" (đồng chí) unless a word follows. */
const AFTER_SLASH = String.raw`\p{Lu}\p{Ll}`;

const HEADED =
  /^(?<word>phụ lục|phụ biểu|biểu số|biểu|phần thứ|phần|chương|điều|mục)\s+(?:số\s+)?(?<number>\d{1,3}|[ivxlc]{1,7}|nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười|[a-e])(?![\p{L}\p{N}/])[.:)]?\s*/iu;
const BARE_APPENDIX = /^phụ lục(?![\p{L}\p{N}])[.:]?\s*/iu;
const NUMBERED = new RegExp(
  String.raw`^(?<number>${UP_TO_THREE}(?:\.${UP_TO_THREE}){0,4})(?<mark>\.(?!\d)|\)|\/(?!\d))\s*(?=\D)`,
  'u',
);
const NUMBERED_BARE = new RegExp(String.raw`^(?<number>${COMPOUND})\s+(?=\p{Lu})`, 'u');
/** "a)", "a." and "a/ Về …". */
const LETTERED = new RegExp(
  String.raw`^(?<letter>\p{L})(?:\.?(?<sub>${UP_TO_TWO}))?(?<mark>[.)]|\/(?=\s|${AFTER_SLASH}))\s*(?=[^\s])`,
  'u',
);
const ROMANED = new RegExp(
  String.raw`^(?<roman>[IVXL]{1,6})(?:\.(?<sub>${UP_TO_TWO}))?(?<mark>[${MARK_SIGNS}]|\s*[-–](?=\s))\s*(?=\S)`,
  'u',
);
const PARENTHESISED = new RegExp(String.raw`^\((?<number>${UP_TO_TWO}|[ivx]{1,5}|\p{Ll})\)\s*`, 'u');
const BULLET = new RegExp(String.raw`^(?<sign>[${BULLET_SIGNS}]|${ROUND_BULLET})(?:\s+|(?=\p{L}))`, 'u');

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

/** What a label at the beginning of a line opens, from the outermost to the innermost. */
export type LineLabelKind =
  | 'appendix'
  | 'part'
  | 'article'
  | 'roman'
  | 'compound'
  | 'number'
  | 'letter'
  | 'bullet'
  | 'note';

export interface LineLabel {
  readonly kind: LineLabelKind;
  /** As printed, without the white space after it: "I.", "đ)", "+", "[1]". */
  readonly text: string;
  /** What follows the label on its line. */
  readonly rest: string;
  /** The number that it counts with, where it counts with digits. */
  readonly ordinal?: number;
}

const COUNTED = String.raw`(?:[${ROMAN_SIGNS}]+|${UP_TO_TWO}|[A-H])`;
const line = (source: string): RegExp => new RegExp(`^${source}`, 'u');

const LINE_LABELS: readonly (readonly [LineLabelKind, RegExp])[] = [
  // "PHỤ LỤC", "PHỤ LỤC I", "Phụ lục 2:"
  [
    'appendix',
    line(String.raw`(?:PHỤ LỤC(?:\s+(?:SỐ\s+|số\s+)?${COUNTED})?|Phụ lục\s+(?:số\s+)?${COUNTED})(?=\s*(?:[.:–-]|$))`),
  ],
  // "Phần I", "CHƯƠNG II", "Phần thứ nhất", "Mục 1."
  [
    'part',
    line(
      String.raw`(?:PHẦN|Phần|CHƯƠNG|Chương|TIỂU MỤC|Tiểu mục|MỤC|Mục)\s+(?:THỨ\s+\p{Lu}+|thứ\s+\p{L}+|${COUNTED})(?=\s*(?:[.:–-]|$)|\s+\p{Lu}{2})`,
    ),
  ],
  ['article', line(String.raw`(?:Điều|ĐIỀU)\s+(?<n>${UP_TO_THREE})[a-zđ]?\s*(?:[.:]|$)`)],
  ['note', line(String.raw`\[(?<n>${UP_TO_THREE})\](?=\s)`)],
  ['roman', line(String.raw`(?:[IVX]{1,5}|X{0,3}(?:IX|IV|V?I{0,3})|[A-H])\s?[${MARK_SIGNS}](?=\s*\p{Lu}|\s+\S)`)],
  ['roman', line(String.raw`[IVX]{1,5}\s?[-–](?=\s\p{Lu})`)],
  ['compound', line(String.raw`${COMPOUND}[.)]?(?=\s+[\p{L}“"‘'(])`)],
  ['number', line(String.raw`(?<n>${UP_TO_THREE})\s?[${MARK_SIGNS}](?=\s*[\p{Lu}“"‘'(]|\s+[\d\p{L}])`)],
  ['number', line(String.raw`\((?<n>${UP_TO_THREE})\)(?=\s*\p{L})`)],
  ['letter', line(String.raw`[a-zđ]{1,2}\d{0,2}\s?\)(?=\s*\S)`)],
  ['letter', line(String.raw`[a-zđ]\d{0,2}\s?\.(?=\s+\p{Lu})`)],
  ['letter', line(String.raw`[a-zđ]\d{0,2}\s?\/(?=\s+\S|${AFTER_SLASH})`)],
  ['bullet', line(String.raw`(?:[${BULLET_SIGNS}](?=\s*\S)(?![-–—+*_=])|${ROUND_BULLET})`)],
];

/** The printed label that a line begins with, if what it begins with can be one. Only the line itself is looked at. */
export function labelOfLine(text: string): LineLabel | undefined {
  for (const [kind, pattern] of LINE_LABELS) {
    const match = pattern.exec(text);
    if (match === null || match[0] === '') continue;
    const n = match.groups?.n;
    return {
      kind,
      text: match[0].trimEnd(),
      rest: text.slice(match[0].length).trimStart(),
      ...(n === undefined ? {} : { ordinal: Number(n) }),
    };
  }
  return undefined;
}
