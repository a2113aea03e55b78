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
/** The exponent that is written: "⁶" and "^6" are 6. */
export const exponentOf = (written: string): number =>
  RAISED.includes(written) ? RAISED.indexOf(written) : Number(written.replace('^', ''));
