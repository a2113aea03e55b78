/** Signs that other keyboards, fonts and recognition write for those that figures are read by; each is one UTF-16 unit, as what it stands for. */
const PLAIN: Readonly<Record<string, string>> = {
  // Hyphens and the minus sign are dashes of ranges and numbers of documents.
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2212': '-',
  '\ufe63': '-',
  '\uff0d': '-',
  '\u2015': '–',
  // "2021 ÷ 2030": between the ends of a range.
  '÷': '-',
  '⩾': '≥',
  '≧': '≥',
  '≽': '≥',
  '⩽': '≤',
  '≦': '≤',
  '≼': '≤',
  // Private places of the font Symbol.
  '\uf0b3': '≥',
  '\uf0a3': '≤',
  '\uf0b1': '±',
  // Lines of fractions: the sign for "2⁄3" and the one for a division.
  '\u2044': '/',
  '\u2215': '/',
  '﹪': '%',
  '∼': '~',
};
const ODD = new RegExp(`[${Object.keys(PLAIN).join('')}\uff05\uff0b-\uff0f\uff10-\uff19\uff1c-\uff1e\uff5e]`, 'gu');
/** From a full-width sign to the ASCII sign that it is. */
const WIDTH = 0xfee0;

/** A text in which figures, their dashes and signs of comparison are those of the keyboard; offsets are unchanged. */
export const plainFigureSigns = (text: string): string =>
  text.replace(ODD, (sign) => PLAIN[sign] ?? String.fromCharCode(sign.charCodeAt(0) - WIDTH));

/** Raised figures, each at the place of its value. */
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
export const raisedSign = (digit: number): string => RAISED[digit] ?? '';
/** The exponent that is written: "⁶", "¹²", "^6" and "^12" are 6 and 12. */
export const exponentOf = (written: string): number =>
  Number(written.replace('^', '').replace(/[⁰¹²³⁴-⁹]/gu, (sign) => String(RAISED.indexOf(sign))));

/** What a power of ten says how much of there is: behind any other word a raised figure may be the mark of a note. */
export const MEASURED_BY = String.raw`(?:đ(?:ồng)?|vnđ|vnd|usd|tấn|kg|ha|lít|[kcdm]?m[23²³]?|k?wh|con|người|lượt)(?![\p{L}\p{N}])`;

const SINGLE = [
  '½1/2',
  '⅓1/3',
  '⅔2/3',
  '¼1/4',
  '¾3/4',
  '⅕1/5',
  '⅖2/5',
  '⅗3/5',
  '⅘4/5',
  '⅙1/6',
  '⅚5/6',
  '⅛1/8',
  '⅜3/8',
  '⅝5/8',
  '⅞7/8',
];
/** Signs that are a whole fraction, as a class of a pattern, and the two numbers of each. */
export const FRACTIONS = `[${SINGLE.map((each) => each[0]).join('')}]`;
export function fractionOf(sign: string): readonly [above: number, below: number] | undefined {
  const [above, below] =
    SINGLE.find((each) => each.startsWith(sign))
      ?.slice(1)
      .split('/')
      .map(Number) ?? [];
  return above === undefined || below === undefined ? undefined : [above, below];
}
