import { plainFigureSigns } from './figure-signs.ts';
import { keyOf } from './words.ts';

/**
 * One grammar of printed labels, asked by two: `readLabel` reads the label of a block, for its place in the outline;
 * `labelOfLine` tells, from one line of a text that may be wrapped, whether a new paragraph begins with it. A form says what a
 * label looks like; what may follow it depends on who asks, for a figure that begins a line may belong to the sentence before.
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

/** Who asks: for the outline, a block is known to begin here. */
type Asked = 'outline' | 'line';

type Groups = Readonly<Record<string, string | undefined>>;
type OutlineLabel = Omit<Label, 'length'>;

/** How labels of one kind are printed. */
interface Form {
  /** Source of a pattern of the label with its mark, without what follows. */
  readonly label: string;
  /** What must follow, by who asks; a label without one is none for that reader. */
  readonly outline?: string;
  readonly line?: string;
  /** What its parts say; undefined where it is no label after all. */
  readonly read: (groups: Groups) => OutlineLabel | undefined;
  readonly opens: (groups: Groups) => Pick<LineLabel, 'kind' | 'ordinal'> | undefined;
}

const TWO_DIGITS = String.raw`\d{1,2}`;
const THREE_DIGITS = String.raw`\d{1,3}`;
/** "1.1", "2.3.1": two digits in each part. */
const COMPOUND = String.raw`${TWO_DIGITS}(?:\.${TWO_DIGITS}){1,4}`;
/** Programs leave a space before a dot or bracket now and then. */
const MARK = String.raw`(?:\s?[.)]|\/)`;
/** Places of the fonts Symbol and Wingdings, in which Word sets its bullets; those that compare figures are none. */
const OF_SYMBOL_FONTS = String.raw`[\uf020-\uf0a2\uf0a4-\uf0b0\uf0b2\uf0b4-\uf0ff]`;
/** Signs that programs print before an item. "o" is Word's sign of the second level: before a space and a capital. */
const BULLETS = String.raw`[-‐‑–—−+*•·●▪■□○◦♦◆❖➢➤►✓✔☑§‣⁃∙⦁▸▶◾◼★]|${OF_SYMBOL_FONTS}(?=\s)|o(?=\s+\p{Lu})`;
/** A letter before a slash is "đ/c" (đồng chí) unless a word follows. */
const AFTER_SLASH = String.raw`\p{Lu}\p{Ll}`;
const OPENING = String.raw`\p{Lu}“"‘'(`;
/** What follows the number of a paragraph on its line. */
const TEXT = String.raw`\s*\p{Lu}|\s+\S`;

const decimal = (components: readonly string[]): OutlineLabel => ({
  kind: 'decimal',
  components: components.map((part) => String(Number(part))),
  ordinal: Number(components.at(-1)),
});

function lettered({ letter = '', sub }: Groups, kind: LabelKind): OutlineLabel | undefined {
  const ordinal = LETTERS.indexOf(letter.toLowerCase()) + 1;
  if (ordinal === 0) return undefined;
  if (sub === undefined) return { kind, components: [letter], ordinal };
  return { kind, components: [letter, sub], ordinal: Number(sub) };
}

const FORMS: readonly Form[] = [
  // "II.3."
  {
    label: String.raw`(?<roman>[IVXL]{1,6})\.(?<sub>${TWO_DIGITS})${MARK}`,
    outline: String.raw`\s*\S`,
    line: TEXT,
    read: ({ roman = '', sub = '' }) =>
      romanValue(roman) === undefined ? undefined : { kind: 'decimal', components: [sub], ordinal: Number(sub) },
    opens: () => ({ kind: 'compound' }),
  },
  // "II.", "II/", "II -"; a lone L, C or D counts letters
  {
    label: String.raw`(?<roman>[IVX]|[IVXL]{2,6})(?:${MARK}|\s?[-–](?=\s))`,
    outline: String.raw`\s*\S`,
    line: String.raw`\s*\p{Lu}|(?<![-–])\s+\S`,
    read: ({ roman = '' }) => {
      const ordinal = romanValue(roman);
      return ordinal === undefined ? undefined : { kind: 'roman', components: [roman], ordinal };
    },
    opens: () => ({ kind: 'roman' }),
  },
  // "1.", "12/", "2.1."; a quantity ("1.500 hộ", "30/6", "100%") is none
  {
    label: String.raw`(?<number>${THREE_DIGITS}(?:\.${TWO_DIGITS}){0,4})(?!\d)${MARK}(?![\d%‰])`,
    outline: String.raw`\s*\S`,
    line: String.raw`\s*[${OPENING}]|\s+[\d\p{L}]`,
    read: ({ number = '' }) => decimal(number.split('.')),
    opens: ({ number = '' }) =>
      number.includes('.') ? { kind: 'compound' } : { kind: 'number', ordinal: Number(number) },
  },
  // "3.1.2 Thương mại"
  {
    label: String.raw`(?<number>${COMPOUND})`,
    outline: String.raw`\s+\p{Lu}`,
    line: String.raw`\s+[${OPENING}\p{L}]`,
    read: ({ number = '' }) => decimal(number.split('.')),
    opens: () => ({ kind: 'compound' }),
  },
  // "a)", "b.1)", "a1)", "a.", "a/ Về …"
  {
    label: String.raw`(?<letter>\p{Ll})(?:\.?(?<sub>${TWO_DIGITS}))?(?:\s?[.)]|\/(?=\s|${AFTER_SLASH}))`,
    outline: String.raw`\s*\S`,
    line: String.raw`(?<=[)/])\s*\S|(?<=\.)\s+\p{Lu}`,
    read: (groups) => lettered(groups, 'letter'),
    opens: ({ letter = '' }) => (/[a-zđ]/u.test(letter) ? { kind: 'letter' } : undefined),
  },
  // "A."; further down the alphabet it is the name of a person on a line
  {
    label: String.raw`(?<letter>\p{Lu})(?:\.?(?<sub>${TWO_DIGITS}))?(?<mark>\s?[.)]|\/(?=\s|${AFTER_SLASH}))`,
    outline: String.raw`\s*\S`,
    line: TEXT,
    read: (groups) =>
      lettered(groups, groups.mark?.endsWith(')') && groups.sub === undefined ? 'letter' : 'letter-capital'),
    opens: ({ letter = '' }) => (/[A-H]/u.test(letter) ? { kind: 'roman' } : undefined),
  },
  // "(1)", "(iv)", "(a)"
  {
    label: String.raw`\((?<number>${TWO_DIGITS}|[ivx]{1,5}|\p{Ll})\)`,
    outline: '',
    line: String.raw`\s*\p{L}`,
    read: ({ number = '' }) => {
      const ordinal = /^\d+$/u.test(number) ? Number(number) : (romanValue(number) ?? LETTERS.indexOf(number) + 1);
      return { kind: 'parenthesised', components: [number], ordinal };
    },
    opens: ({ number = '' }) => (/^\d+$/u.test(number) ? { kind: 'number', ordinal: Number(number) } : undefined),
  },
  // "-5%" is a figure in a cell, and on a line the dash of a range that was broken
  {
    label: `(?<sign>${BULLETS})`,
    outline: String.raw`\s|\p{L}`,
    line: String.raw`(?![-–—+*_=])\s*\S`,
    read: ({ sign = '' }) => {
      const kind = /[+\uf02b]/u.test(sign) ? 'plus' : /[-‐‑–—−⁃\uf02d]/u.test(sign) ? 'dash' : 'star';
      // Other bullet signs stand where an office would print "-" or "+"; their path says which they are by their place.
      const shown = kind === 'plus' ? '+' : kind === 'dash' ? '-' : '*';
      return { kind, components: [shown], ordinal: 0, sign };
    },
    opens: () => ({ kind: 'bullet' }),
  },
  // "[1]" begins a note, which has no place in the outline
  {
    label: String.raw`\[(?<number>${THREE_DIGITS})\]`,
    line: String.raw`\s`,
    read: () => undefined,
    opens: ({ number }) => ({ kind: 'note', ordinal: Number(number) }),
  },
];

const patternsFor = (asked: Asked): readonly (readonly [Form, RegExp])[] =>
  FORMS.flatMap((form) => {
    const follows = form[asked];
    return follows === undefined ? [] : [[form, new RegExp(`^(?:${form.label})(?=${follows})`, 'u')] as const];
  });
const OUTLINE_FORMS = patternsFor('outline');
const LINE_FORMS = patternsFor('line');

const HEADED =
  /^(?<word>phụ lục|phụ biểu|biểu số|biểu|phần thứ|phần|chương|điều|tiểu mục|mục)\s+(?:số\s+)?(?<number>\d{1,3}|[ivxlc]{1,7}|nhất|một|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười|[a-h])(?![\p{L}\p{N}/])(?<mark>\s?[.:)]|\s?[-–](?=\s|$))?\s*/iu;
const BARE_APPENDIX = /^phụ lục(?![\p{L}\p{N}])(?<mark>\s?[.:])?\s*/iu;

const ORDINAL_WORDS: Readonly<Record<string, string>> = {
  nhất: 'I',
  một: 'I',
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
  return labelAt(plainStart(text));
}

function labelAt(text: string): Label | undefined {
  const headed = readHeaded(text);
  if (headed !== undefined) return headed.label;
  for (const [form, pattern] of OUTLINE_FORMS) {
    const match = pattern.exec(text);
    const label = match === null ? undefined : form.read(match.groups ?? {});
    if (match !== null && label !== undefined)
      return { ...label, length: text.length - text.slice(match[0].length).trimStart().length };
  }
  return undefined;
}

/** The printed label that a line begins with, if what it begins with can be one. Only the line itself is looked at. */
export function labelOfLine(text: string): LineLabel | undefined {
  const plain = plainStart(text);
  const headed = readHeaded(plain);
  if (headed !== undefined)
    return headed.opens === undefined ? undefined : lineLabel(text, headed.label.length, headed.opens);
  for (const [form, pattern] of LINE_FORMS) {
    const match = pattern.exec(plain);
    const label = match === null || match[0] === '' ? undefined : form.opens(match.groups ?? {});
    if (match !== null && label !== undefined) return lineLabel(text, match[0].length, label);
  }
  return undefined;
}

/** Wide digits and marks, as some keyboards write them: "１．", "a．". */
const WIDE = /^.{0,8}?[\uff0d-\uff19]/u;
const LONGEST_LABEL = 40;
/** The text with a label in the signs of the keyboard; offsets are unchanged. */
const plainStart = (text: string): string =>
  WIDE.test(text) ? plainFigureSigns(text.slice(0, LONGEST_LABEL)) + text.slice(LONGEST_LABEL) : text;

const lineLabel = (text: string, length: number, label: Pick<LineLabel, 'kind' | 'ordinal'>): LineLabel => ({
  ...label,
  text: text.slice(0, length).trimEnd(),
  rest: text.slice(length).trimStart(),
});

/** A label that begins with a word ("Chương II."), and what it opens on a line: nothing where running text may go on so. */
interface Headed {
  readonly label: Label;
  readonly opens?: Pick<LineLabel, 'kind' | 'ordinal'>;
}

function readHeaded(text: string): Headed | undefined {
  const match = HEADED.exec(text);
  if (match === null) return bareAppendix(text);
  const { word = '', number = '', mark } = match.groups ?? {};
  const key = keyOf(word);
  const rest = text.slice(match[0].length);
  const capitals = word === word.toUpperCase();
  const marked = mark !== undefined;
  if (!/^\p{Lu}/u.test(text) || !(capitals || marked || rest === '' || /^\p{Lu}/u.test(rest))) return undefined;
  const inLaw = key === 'điều' || key.endsWith('mục');
  // "Điều 3 Nghị định này" names an article; one that begins here carries its mark or stands alone.
  if (inLaw && rest !== '' && !capitals && !marked) return undefined;
  const shown = ORDINAL_WORDS[number.toLowerCase()] ?? number.toUpperCase();
  const ordinal = romanValue(shown) ?? (/^\d+$/u.test(shown) ? Number(shown) : 1);
  const made = { ordinal, length: match[0].length };
  if (key.startsWith('phụ') || key.startsWith('biểu')) {
    const label: Label = { kind: 'appendix', components: [`${word.toUpperCase()} ${shown}`], ...made };
    return marked || rest === '' ? { label, opens: { kind: 'appendix' } } : { label };
  }
  const kind = key.startsWith('phần') ? 'part' : key === 'chương' ? 'chapter' : key === 'điều' ? 'article' : 'roman';
  const label: Label = { kind, components: [shown], ...made };
  if (kind === 'article') return marked || rest === '' ? { label, opens: { kind, ordinal } } : { label };
  return marked || rest === '' || /^\p{Lu}{2}/u.test(rest) ? { label, opens: { kind: 'part' } } : { label };
}

/** "Phụ lục kèm theo" in running text is no heading: it is printed in capitals or stands alone. */
function bareAppendix(text: string): Headed | undefined {
  const match = BARE_APPENDIX.exec(text);
  if (match === null) return undefined;
  const alone = match[0].length === text.length;
  const capitals = text.startsWith('PHỤ LỤC');
  if (!capitals && !alone) return undefined;
  const label: Label = { kind: 'appendix', components: ['PHỤ LỤC'], ordinal: 0, length: match[0].length };
  return alone || match.groups?.mark !== undefined ? { label, opens: { kind: 'appendix' } } : { label };
}
