import { built, type Knowledge } from '../knowledge/knowledge.ts';
import { keyOf } from './words.ts';

type Tables = Pick<Knowledge, 'figures'>;
const setOf = (list: readonly string[]): ReadonlySet<string> => new Set(list.map(keyOf));

const setsOf = built(['figures'], ({ figures: { counted } }) => ({
  LABELLED: setOf(counted.labelled),
  SILENT: setOf(counted.silent),
  ENDS: setOf(counted.ends),
  VERBS: setOf(counted.verbs),
  HEADS: setOf(counted.heads),
  COMPOUNDS: setOf(counted.compounds),
  SERIES: counted.series.map((series) => series.map(keyOf)),
}));
type Sets = ReturnType<typeof setsOf>;

/** A noun phrase longer than this is a sentence that lacks its stop. */
const LONGEST = 8;
const WORD = /^[\p{L}\p{M}\d&²³]+(?:[-–][\p{L}\p{M}\d]+)*/u;
/** Spans of time, which a denominator may name ("%/năm") though no noun goes on past one. */
const PERIODS = setOf(['năm', 'tháng', 'quý', 'tuần', 'ngày', 'giờ', 'lần', 'vụ', 'lượt']);

interface Token {
  readonly key: string;
  readonly end: number;
  readonly titled: boolean;
}

/** Words from the start of the text on that one space parts, up to the first other sign. */
function tokens(text: string, most: number): readonly Token[] {
  const found: Token[] = [];
  let at = 0;
  while (found.length < most) {
    const word = WORD.exec(text.slice(at, at + 40))?.[0];
    if (word === undefined) break;
    found.push({ key: keyOf(word), end: at + word.length, titled: /^\p{Lu}\p{Ll}/u.test(word) });
    at += word.length;
    if (text[at] !== ' ' && !/^\n\p{Ll}/u.test(text.slice(at, at + 2))) break;
    at += 1;
  }
  return found;
}

/** The longest entry (up to four words) that begins at a token, in words; 0 where none does. */
function begins(list: readonly Token[], from: number, set: ReadonlySet<string>): number {
  for (let length = Math.min(4, list.length - from); length > 0; length--) {
    const key = list
      .slice(from, from + length)
      .map((token) => token.key)
      .join(' ');
    if (set.has(key)) return length;
  }
  return 0;
}

/**
 * How far the counted noun goes that begins a text.
 *
 * @returns its length in UTF-16 units; 0 where no noun begins there, or one whose count is no measure ("6 nội dung")
 */
export function nounLength(knowledge: Tables, text: string): number {
  const sets = setsOf(knowledge);
  const { HEADS, SILENT, ENDS, COMPOUNDS } = sets;
  const list = tokens(text, LONGEST + 2);
  const head = begins(list, 0, HEADS);
  // A name, not a noun: "≤ 3 Đông Nam Á".
  if (list[0] === undefined || ((list[0].titled || /\d/u.test(list[0].key)) && head === 0)) return 0;
  if (begins(list, 0, SILENT) > head || begins(list, 0, ENDS) > Math.max(head, begins(list, 0, COMPOUNDS))) return 0;
  const taken = phraseEnd(sets, list, Math.max(1, head));
  return taken === 0 ? 0 : withSeries(sets, text, list, taken);
}

function phraseEnd({ COMPOUNDS, ENDS, VERBS }: Sets, list: readonly Token[], from: number): number {
  let taken = from;
  while (taken < Math.min(list.length, LONGEST)) {
    const token = list[taken];
    if (token === undefined || token.titled || /^\d/u.test(token.key)) break;
    const compound = Math.max(begins(list, taken, COMPOUNDS), begins(list, taken - 1, COMPOUNDS) - 1);
    if (compound > 0) {
      taken += compound;
      continue;
    }
    if (begins(list, taken, ENDS) > 0 || begins(list, taken, VERBS) > 0) break;
    taken += 1;
  }
  return Math.min(taken, list.length);
}

/** "04 tin, bài": nouns that are counted together go on past a comma. */
function withSeries({ SERIES }: Sets, text: string, list: readonly Token[], taken: number): number {
  let end = list[taken - 1]?.end ?? 0;
  const first = keyOf(text.slice(0, end));
  for (const series of SERIES) {
    let place = series.indexOf(first);
    if (place < 0) continue;
    for (;;) {
      const rest = /^(?:\s?,\s?|\s?-\s?|\svà\s|\/)/u.exec(text.slice(end, end + 4));
      if (rest === null) break;
      const from = end + rest[0].length;
      const next = series.findIndex((noun, i) => i > place && isNoun(text, from, noun));
      if (next < 0) break;
      end = from + (series[next] ?? '').length;
      place = next;
    }
    return end;
  }
  return end;
}

const isNoun = (text: string, from: number, noun: string): boolean =>
  keyOf(text.slice(from, from + noun.length)) === noun && !/^[\p{L}\p{N}]/u.test(text.slice(from + noun.length));

/** True where the words begin with a noun that is usually counted ("xã", "cơ sở"). */
export const beginsWithHead = (knowledge: Tables, text: string): boolean => headWords(knowledge, text) > 0;

/** How many words the noun has with which the text begins, of those that are usually counted; 0 where none does. */
export const headWords = (knowledge: Tables, text: string): number =>
  begins(tokens(text, 4), 0, setsOf(knowledge).HEADS);

/** True where a number after these words is their label: "mức độ", "Phụ lục", "khóa". */
export function endsWithLabel(knowledge: Tables, before: string): boolean {
  const { LABELLED } = setsOf(knowledge);
  const words = keyOf(before.slice(-40)).split(' ');
  for (let length = 1; length <= 4; length++) {
    if (length <= words.length && LABELLED.has(words.slice(-length).join(' '))) {
      // "tổng số 500 hồ sơ" and "dân số 1,2 triệu người" are counts.
      return !(length === 1 && words.at(-1) === 'số' && ['tổng', 'trong', 'trên', 'dân'].includes(words.at(-2) ?? ''));
    }
  }
  return false;
}

/** Numbers of a list before its last: "mức độ 2, 3 và ". */
const LISTED = /(?:\d{1,2}\s?[,;]\s?){0,6}(?<last>\d{1,2})\s?(?:,|;|và|hoặc|hay)\s?$/iu;

/** "mức độ 3, 4": what labels a number labels the next one that is listed with it. */
export function goesOnLabels(knowledge: Tables, before: string, value: number): boolean {
  const listed = LISTED.exec(before);
  return Number(listed?.groups?.last) === value - 1 && endsWithLabel(knowledge, before.slice(0, listed?.index));
}

/** "/người", and as it is said: "20 người trên 100.000 dân". */
const SLASH =
  /^(?:\s?\/\s?|\s(?:tính\s)?trên\s(?=(?:10{0,2}(?:0{3}|\.000)(?:\.000)?|(?:1|10|một|mười)\s(?:nghìn|ngàn|vạn|triệu)|vạn)\s\p{L}))(?:(?<per>\d{1,3}(?:\.000){1,3}|10{0,7}(?!\s(?:nghìn|ngàn|vạn|triệu))|(?:(?:1|10|một|mười)\s)?(?:vạn|nghìn|ngàn|triệu)|một)\s)?/u;

/** "m3/ngày đêm" */
const DAY_AND_NIGHT = /^ngày(?:\s?[-–]\s?|\s(?:và\s)?)đêm(?!\p{L})/iu;

/** Length of the denominators that begin a text: "/người/năm", "/100 trẻ sơ sinh gái"; 0 where there is none. */
export function denominatorLength(knowledge: Tables, text: string): number {
  const sets = setsOf(knowledge);
  const { HEADS, ENDS } = sets;
  let end = 0;
  for (let i = 0; i < 3; i++) {
    const slash = SLASH.exec(text.slice(end));
    if (slash === null) break;
    const from = end + slash[0].length;
    const rest = text.slice(from);
    const list = tokens(rest, 6);
    const first = list[0];
    if (first === undefined || /^\d/u.test(first.key)) break;
    if (PERIODS.has(first.key)) end = from + (DAY_AND_NIGHT.exec(rest)?.[0].length ?? first.end);
    else if (begins(list, 0, ENDS) > begins(list, 0, HEADS)) break;
    else {
      const taken = phraseEnd(sets, list, Math.max(1, begins(list, 0, HEADS)));
      end = from + (list[taken - 1]?.end ?? 0);
    }
  }
  return end;
}

/** One spelling of a unit's signs: "km²" is "km2", the two letters mu are one, and "ca trên 1.000 dân" is "ca/1.000 dân". */
export const plainSigns = (unit: string): string =>
  unit
    .replace(/[²³µ]/gu, (sign) => sign.normalize('NFKC'))
    .replace(/(?:^|\s)(?:tính\s)?trên\s(?=\d|một|mười|vạn)/iu, '/');
