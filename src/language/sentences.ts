import { vi } from './pattern.ts';

/** A half-open range of UTF-16 units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Abbreviations whose dot ends no sentence. */
const ABBREVIATION = /(?:^|[\s(])(?:TP|Tp|TX|Tx|TT|ThS|TS|PGS|GS|BS|Q|P|H|St|Mr|Mrs|No|v\.v|\p{Lu})$/u;
/** Not the dots of a date: "trước ngày 31. 12. 2026". */
const NO_DATE = String.raw`(?!(?<=(?<!\d)\d{1,2}\.)\s{1,2}(?:0?[1-9]|1[0-2])\.\s{0,2}20\d\d(?!\d))(?!(?<=(?<!\d)\d{1,2}\.\s{1,2}\d{1,2}\.)\s{1,2}20\d\d(?!\d))`;
/** The last but one: before the credit of a picture, which ends its caption. */
const END = new RegExp(
  String.raw`[.!?…]${NO_DATE}(?=\s+["“‘(*]*[\p{Lu}\d+–-])|(?<=[\p{Ll}\d%)])\.(?=\p{Lu}\p{Ll})|…(?=\p{Lu}\p{Ll})|\s[-–](?=\s*Ảnh\s?:)|\n`,
  'gu',
);

/** UTF-16 units behind which a sentence that goes on is parted at white space. The longest of 7,000 in real plans has 1,915. */
const LONGEST = 4000;

/** "đạt 9. 500 tỷ đồng": the dot of thousands that came apart, where a scale or a unit says that they are a figure. */
const THOUSANDS = /^\.\s\d{3}(?:\.\d{3}){0,3}(?:,\d{1,3})?\s?(?:nghìn|ngàn|triệu|tỷ|tỉ|đồng|ha|tấn|USD)(?!\p{L})/iu;
/** "đạt 85. 5%": the same of a decimal, where a word before says that one figure follows. */
const DECIMALS = /^\.\s\d{1,2}\s?%/u;
const BEFORE_FIGURE = vi`((đạt|còn|lên|xuống|thêm|trên|dưới|tăng|giảm|tối thiểu|ít nhất|khoảng|không quá)\s|[≥≤<>]\s?)\d{1,3}$`;

function isInFigure(text: string, dot: number): boolean {
  const before = text.slice(Math.max(0, dot - 20), dot);
  const after = text.slice(dot, dot + 40);
  return (
    (/(?:\p{L}\s|[≥≤<>]\s?)\d{1,3}$/u.test(before) && THOUSANDS.test(after)) ||
    (DECIMALS.test(after) && BEFORE_FIGURE.test(before))
  );
}

/** Sentences of a text, without the white space around them. A line break ends one. */
export function sentences(text: string, from = 0, to = text.length): Range[] {
  const ranges: Range[] = [];
  let start = from;
  END.lastIndex = from;
  for (let match = END.exec(text); match !== null && match.index < to; match = END.exec(text)) {
    if (match[0] === '.' && isInFigure(text, match.index)) continue;
    if (match[0] === '.' && ABBREVIATION.test(text.slice(Math.max(0, match.index - 6), match.index))) continue;
    push(start, match.index + (match[0] === '\n' ? 0 : 1));
    start = match.index + 1;
  }
  push(start, to);
  return ranges;

  function push(a: number, b: number): void {
    let rest = trim(text, a, b);
    while (rest.end - rest.start > LONGEST) {
      const space = text.lastIndexOf(' ', rest.start + LONGEST);
      const cut = space > rest.start ? space : text.indexOf(' ', rest.start + LONGEST);
      if (cut < 0 || cut >= rest.end) break;
      ranges.push(trim(text, rest.start, cut));
      rest = trim(text, cut, rest.end);
    }
    if (rest.end > rest.start) ranges.push(rest);
  }
}

/** Ranges, one behind the other, each with the items that lie in it; `items` are in order of start. */
export function* insideEach<T extends Range>(
  ranges: readonly Range[],
  items: readonly T[],
): Generator<readonly [Range, readonly T[]]> {
  let next = 0;
  for (const range of ranges) {
    const inside: T[] = [];
    for (let item = items[next]; item !== undefined && item.start < range.end; item = items[++next])
      if (item.start >= range.start && item.end <= range.end) inside.push(item);
    yield [range, inside];
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

const PAIRS: Readonly<Record<string, string>> = { '(': ')', '“': '”', '[': ']', '«': '»' };
const MARK = /[()“”[\]«»]/gu;

/** The text with everything inside brackets and quotation marks blanked out, offsets unchanged. */
export function withoutAsides(text: string): string {
  const open: { readonly at: number; readonly close: string }[] = [];
  const asides: Range[] = [];
  MARK.lastIndex = 0;
  for (let match = MARK.exec(text); match !== null; match = MARK.exec(text)) {
    const [mark] = match;
    const close = PAIRS[mark];
    if (mark === open.at(-1)?.close) {
      const start = open.pop()?.at ?? match.index;
      while ((asides.at(-1)?.start ?? -1) > start) asides.pop();
      asides.push({ start, end: match.index + 1 });
    } else if (close !== undefined && open.length < 20) open.push({ at: match.index, close });
  }
  if (asides.length === 0) return text;
  let flat = '';
  for (const { start, end } of asides) flat += text.slice(flat.length, start) + ' '.repeat(end - start);
  return flat + text.slice(flat.length);
}
