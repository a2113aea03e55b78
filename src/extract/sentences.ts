/** A half-open range of UTF-16 units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Abbreviations whose dot ends no sentence. */
const ABBREVIATION = /(?:^|[\s(])(?:TP|Tp|TX|Tx|TT|ThS|TS|PGS|GS|BS|Q|P|H|St|Mr|Mrs|No|v\.v|\p{Lu})$/u;
const END = /[.!?…](?=\s+["“‘(]*[\p{Lu}\d+–-])|(?<=[\p{Ll}\d%)])\.(?=\p{Lu}\p{Ll})|\n/gu;

/** Sentences of a text, without the white space around them. A line break ends one. */
export function sentences(text: string, from = 0, to = text.length): Range[] {
  const ranges: Range[] = [];
  let start = from;
  END.lastIndex = from;
  for (let match = END.exec(text); match !== null && match.index < to; match = END.exec(text)) {
    if (match[0] === '.' && ABBREVIATION.test(text.slice(Math.max(0, match.index - 6), match.index))) continue;
    push(start, match.index + (match[0] === '\n' ? 0 : 1));
    start = match.index + 1;
  }
  push(start, to);
  return ranges;

  function push(a: number, b: number): void {
    const trimmed = trim(text, a, b);
    if (trimmed.end > trimmed.start) ranges.push(trimmed);
  }
}

/** The range without white space at its ends. */
export function trim(text: string, start: number, end: number): Range {
  let a = start;
  let b = Math.max(start, end);
  while (a < b && /\s/u.test(text[a] ?? '')) a++;
  while (b > a && /\s/u.test(text[b - 1] ?? '')) b--;
  return { start: a, end: b };
}

/** The text with everything inside brackets and quotation marks blanked out, offsets unchanged. */
export function withoutAsides(text: string): string {
  const chars = [...text].length === text.length ? [...text] : text.split('');
  const open: { at: number; close: string }[] = [];
  const PAIRS: Readonly<Record<string, string>> = { '(': ')', '“': '”', '[': ']', '«': '»' };
  for (let i = 0; i < chars.length; i++) {
    const char = chars[i] ?? '';
    const last = open.at(-1);
    if (last !== undefined && char === last.close) {
      open.pop();
      for (let j = last.at; j <= i; j++) chars[j] = ' ';
    } else if (PAIRS[char] !== undefined && open.length < 20) open.push({ at: i, close: PAIRS[char] ?? '' });
  }
  return chars.join('');
}
