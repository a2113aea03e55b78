import { BULLET_SIGNS } from '../language/labels.ts';

/** What a printed label at the beginning of a line is, from the outermost to the innermost. */
export type LabelKind =
  | 'appendix'
  | 'part'
  | 'article'
  | 'roman'
  | 'compound'
  | 'number'
  | 'letter'
  | 'bullet'
  | 'note';

export interface PrintedLabel {
  readonly kind: LabelKind;
  /** As printed, without the white space after it: "I.", "đ)", "+", "[1]". */
  readonly text: string;
  /** What follows the label on its line. */
  readonly rest: string;
  /** The number that it counts with, where it counts with digits. */
  readonly ordinal?: number;
}

const PATTERNS: readonly (readonly [LabelKind, RegExp])[] = [
  // "PHỤ LỤC", "PHỤ LỤC I", "Phụ lục 2:"
  [
    'appendix',
    /^(?:PHỤ LỤC(?:\s+(?:SỐ\s+|số\s+)?(?:[IVXLC]+|\d{1,2}|[A-H]))?|Phụ lục\s+(?:số\s+)?(?:[IVXLC]+|\d{1,2}|[A-H]))(?=\s*(?:[.:–-]|$))/u,
  ],
  // "Phần I", "CHƯƠNG II", "Phần thứ nhất", "Mục 1."
  [
    'part',
    /^(?:PHẦN|Phần|CHƯƠNG|Chương|TIỂU MỤC|Tiểu mục|MỤC|Mục)\s+(?:THỨ\s+\p{Lu}+|thứ\s+\p{L}+|[IVXLC]+|\d{1,2}|[A-H])(?=\s*(?:[.:–-]|$)|\s+\p{Lu}{2})/u,
  ],
  ['article', /^(?:Điều|ĐIỀU)\s+(?<n>\d{1,3})[a-zđ]?\s*(?:[.:]|$)/u],
  ['note', /^\[(?<n>\d{1,3})\](?=\s)/u],
  ['roman', /^(?:[IVX]{1,5}|X{0,3}(?:IX|IV|V?I{0,3})|[A-H])\s?[.)/](?=\s*\p{Lu}|\s+\S)/u],
  ['roman', /^[IVX]{1,5}\s?[-–](?=\s\p{Lu})/u],
  ['compound', /^\d{1,2}(?:\.\d{1,2}){1,4}[.)]?(?=\s+[\p{L}“"‘'(])/u],
  ['number', /^(?<n>\d{1,3})\s?[.)/](?=\s*[\p{Lu}“"‘'(]|\s+[\d\p{L}])/u],
  ['number', /^\((?<n>\d{1,3})\)(?=\s*\p{L})/u],
  ['letter', /^[a-zđ]{1,2}\d{0,2}\s?\)(?=\s*\S)/u],
  ['letter', /^[a-zđ]\d{0,2}\s?\.(?=\s+\p{Lu})/u],
  ['letter', /^[a-zđ]\d{0,2}\s?\/(?=\s+\S|\p{Lu}\p{Ll})/u],
  ['bullet', new RegExp(String.raw`^(?:[${BULLET_SIGNS}](?=\s*\S)(?![-–—+*_=])|o(?=\s+\p{Lu}))`, 'u')],
];

/** The printed label that a line begins with, if what it begins with can be one. Only the line itself is looked at. */
export function labelOf(line: string): PrintedLabel | undefined {
  for (const [kind, pattern] of PATTERNS) {
    const match = pattern.exec(line);
    if (match === null || match[0] === '') continue;
    const n = match.groups?.n;
    return {
      kind,
      text: match[0].trimEnd(),
      rest: line.slice(match[0].length).trimStart(),
      ...(n === undefined ? {} : { ordinal: Number(n) }),
    };
  }
  return undefined;
}

/** True where a sentence or an item of a list ends with the line. */
export const terminated = (line: string): boolean => /[.;:!?…][”"’'»)\]]*$/u.test(line);

/** No small letter, and letters enough to be meant so. */
export const allCapitals = (text: string): boolean =>
  !/\p{Ll}/u.test(text) && (text.match(/\p{Lu}/gu)?.length ?? 0) >= 2;
