import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import type { RecognisedLine } from './recogniser.ts';

/**
 * Labels of headings and items by their order: engines read "IL", "L" and "HI." for "II.", "I." and "III.", and the order of the
 * others tells what was printed. Only what goes on a series that is open is put right, and only where what was read does not.
 */

type Kind = 'roman' | 'number' | 'letter';

/** A label as it was read. */
interface Seen {
  readonly kind: Kind;
  readonly ordinal: number;
  readonly mark: string;
}

/** Labels of one kind at one indent, counted on. */
interface Series {
  readonly kind: Kind;
  readonly mark: string;
  ordinal: number;
  readonly x: number;
}

/** The beginnings of lines that can be labels, with their place. */
interface Opening {
  readonly page: number;
  readonly line: number;
  readonly text: string;
  readonly x: number;
  readonly xHeight: number;
  /** What follows begins with a capital. */
  readonly capital: boolean;
}

/** Labels of one series begin within so many heights of a small letter of each other. */
const INDENT = 4;
/** No label of a line is longer. */
const LONGEST = 6;
const LETTERS = 'abcdđeghiklmnopqrstuvxy';
const ROMANS = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV'];

/** For each sign what it stands for. */
const bySign = (signsOf: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(signsOf).flatMap(([told, signs]) => [...signs].map((sign) => [sign, told] as const)));

const signsOf = built(['misreadings'], ({ misreadings }) => {
  return {
    strokes: bySign(misreadings.strokes),
    digits: bySign(misreadings.digits),
    /** Places of a sign in the rows of letters that are taken for each other. */
    letters: (one: string, other: string): boolean =>
      one === other || misreadings.letters.some((row) => row.includes(one) && row.includes(other)),
  };
});

/**
 * The lines of a document with labels put right where their order tells.
 *
 * @param pages lines of each page in reading order
 */
export function labelsInOrder(
  knowledge: Pick<Knowledge, 'misreadings'>,
  pages: readonly (readonly RecognisedLine[])[],
): RecognisedLine[][] {
  const openings = pages.flatMap((lines, page) => lines.flatMap((line, i) => openingOf(line, page, i)));
  const repaired = new Map<string, string>();
  const open: Series[] = [];
  for (const [i, opening] of openings.entries()) {
    const decimal = firstDecimal(knowledge, openings, i, open);
    if (decimal !== undefined) {
      repaired.set(`${opening.page} ${opening.line}`, decimal);
      continue;
    }
    const seen = seenLabel(opening.text);
    if (seen !== undefined && goesOn(open, seen, opening)) continue;
    // A line that goes on within its sentence: "phạm / vi quản lý".
    if (!opening.capital && /^\p{Ll}{2,}$/u.test(opening.text)) continue;
    if (seen === undefined && isFirstNumber(knowledge, openings, i)) {
      repaired.set(`${opening.page} ${opening.line}`, '1.');
      open.push({ kind: 'number', mark: '.', ordinal: 1, x: opening.x });
      continue;
    }
    const next = open.flatMap((series) => {
      const label = isNear(series, opening) ? labelFor(series.kind, series.ordinal + 1, series.mark) : undefined;
      return label !== undefined && isMisreadOf(knowledge, opening.text, label, seen, series)
        ? [{ series, label }]
        : [];
    });
    const [only, ...others] = next;
    if (only !== undefined && others.length === 0) {
      repaired.set(`${opening.page} ${opening.line}`, only.label);
      only.series.ordinal++;
      closeAfter(open, only.series);
      continue;
    }
    const first = next.length === 0 ? firstOf(knowledge, openings, i, seen) : undefined;
    if (first !== undefined) {
      if (first.label !== opening.text) repaired.set(`${opening.page} ${opening.line}`, first.label);
      open.push({ kind: 'roman', mark: first.mark, ordinal: 1, x: opening.x });
    }
  }
  return pages.map((lines, page) =>
    lines.map((line, i) => {
      const label = repaired.get(`${page} ${i}`);
      const [word, ...rest] = line.words;
      return label === undefined || word === undefined
        ? line
        : { ...line, words: [{ ...word, text: label, asRead: word.asRead ?? word.text }, ...rest] };
    }),
  );
}

function openingOf({ words, xHeight }: RecognisedLine, page: number, line: number): Opening[] {
  const [first, second] = words;
  if (first === undefined || second === undefined || first.text.length > LONGEST) return [];
  const capital = /^[“"‘'(]?\p{Lu}/u.test(second.text);
  return [{ page, line, text: first.text, x: first.x0, xHeight, capital }];
}

/** "II.", "3.", "b)", read as they stand. */
function seenLabel(text: string): Seen | undefined {
  const match = /^(?<body>[IVX]{1,4}|\d{1,2}|\p{Ll})(?<mark>[.)/])$/u.exec(text);
  const { body = '', mark = '' } = match?.groups ?? {};
  if (/^\d/u.test(body)) return { kind: 'number', ordinal: Number(body), mark };
  if (/^[IVX]/u.test(body)) {
    const ordinal = ROMANS.indexOf(body);
    return ordinal > 0 ? { kind: 'roman', ordinal, mark } : undefined;
  }
  const ordinal = LETTERS.indexOf(body) + 1;
  return body !== '' && ordinal > 0 ? { kind: 'letter', ordinal, mark } : undefined;
}

/** Notes a label that begins a series or is the next of one; false for one that is neither. */
function goesOn(open: Series[], { kind, ordinal, mark }: Seen, opening: Opening): boolean {
  const series = open.findLast((one) => one.kind === kind && one.mark === mark && one.ordinal + 1 === ordinal);
  if (series !== undefined) {
    series.ordinal = ordinal;
    closeAfter(open, series);
    return true;
  }
  if (ordinal === 1) {
    open.push({ kind, mark, ordinal, x: opening.x });
    return true;
  }
  // One that was skipped, or whose line was lost: what stands there is told by nothing, and the count goes on from it.
  const behind = open.findLast((one) => one.kind === kind && one.mark === mark && one.ordinal + 1 < ordinal);
  if (behind === undefined || ordinal - behind.ordinal > 3) return false;
  behind.ordinal = ordinal;
  closeAfter(open, behind);
  return true;
}

/** What was opened within an item is closed by the next item. */
function closeAfter(open: Series[], series: Series): void {
  open.length = open.indexOf(series) + 1;
}

const isNear = (series: Series, { x, xHeight }: Opening): boolean => Math.abs(series.x - x) <= INDENT * xHeight;

function labelFor(kind: Kind, ordinal: number, mark: string): string | undefined {
  const body = kind === 'number' ? String(ordinal) : kind === 'roman' ? ROMANS[ordinal] : LETTERS[ordinal - 1];
  return body === undefined || body === '' ? undefined : body + mark;
}

function isMisreadOf(
  knowledge: Pick<Knowledge, 'misreadings'>,
  text: string,
  label: string,
  seen: Seen | undefined,
  series: Series,
): boolean {
  const { digits, letters } = signsOf(knowledge);
  if (series.kind === 'roman') {
    const [read, printed] = [strokesOfNumeral(knowledge, text), strokesOfNumeral(knowledge, label)];
    if (read === undefined || printed === undefined) return false;
    if (read === printed) return true;
    // A stroke is lost where the numeral before is read once more: "II." after "II." is "III.".
    return seen?.kind === 'roman' && seen.ordinal === series.ordinal && `|${read}` === printed;
  }
  if (text.length !== label.length || !isSameMark(text.at(-1), label.at(-1))) return false;
  const [body, printed] = [text.slice(0, -1), label.slice(0, -1)];
  // "9," goes on behind "8.".
  if (body === printed) return true;
  if (series.kind === 'letter') return seen?.kind !== 'number' && letters(body, printed);
  // A number that was read as one is left: an item may be counted wrongly in print.
  if (/^\d+$/u.test(body)) return false;
  return [...body].map((sign) => digits.get(sign) ?? sign).join('') === printed;
}

const isSameMark = (read: string | undefined, printed: string | undefined): boolean =>
  read === printed || (printed === '.' && /^[,:;·•]$/u.test(read ?? ''));

/** The strokes of a numeral without its mark; undefined where a sign is of none. */
export function strokesOfNumeral(knowledge: Pick<Knowledge, 'misreadings'>, text: string): string | undefined {
  const { strokes } = signsOf(knowledge);
  const parts = [...text].map((sign) => strokes.get(sign));
  return parts.includes(undefined) ? undefined : parts.join('').replaceAll('.', '');
}

/** "L", "I", "l." begin Roman numerals where a second one comes at the same indent before anything else begins at a first. */
function firstOf(
  knowledge: Pick<Knowledge, 'misreadings'>,
  openings: readonly Opening[],
  at: number,
  seen: Seen | undefined,
): { label: string; mark: string } | undefined {
  const opening = openings[at];
  if (opening === undefined || seen !== undefined || !opening.capital) return undefined;
  if (/\d/u.test(opening.text) || strokesOfNumeral(knowledge, opening.text) !== '|') return undefined;
  for (const later of openings.slice(at + 1)) {
    if (Math.abs(later.x - opening.x) > INDENT * opening.xHeight || !later.capital) continue;
    const label = seenLabel(later.text);
    if (label?.kind === 'roman' && label.ordinal === 1) return undefined;
    const mark = /[.)/]$/u.exec(later.text)?.[0] ?? '.';
    if ((label?.kind === 'roman' && label.ordinal === 2) || (label === undefined && isSecond(knowledge, later.text)))
      return { label: `I${mark}`, mark };
  }
  return undefined;
}

/** "1l." is the "1." of a list, and no "II.", where "2." comes at its indent before any other first one or numeral. */
function isFirstNumber(knowledge: Pick<Knowledge, 'misreadings'>, openings: readonly Opening[], at: number): boolean {
  const opening = openings[at];
  if (opening === undefined || !/^(?=[^\s.]*1)[^\s.]{2,3}\.$/u.test(opening.text)) return false;
  if (!/^\|+$/u.test(strokesOfNumeral(knowledge, opening.text) ?? '')) return false;
  for (const later of openings.slice(at + 1)) {
    const label = seenLabel(later.text);
    if (label?.kind === 'roman' || (label?.kind === 'number' && label.ordinal === 1)) return false;
    if (label?.kind === 'number' && label.mark === '.' && Math.abs(later.x - opening.x) <= INDENT * opening.xHeight)
      return label.ordinal === 2;
  }
  return false;
}

/** How many lines may begin between "1.1." and "1.2.". */
const FARTHEST = 60;

/** "II." or "1." is the "1.1." below a "1." where "1.2." comes at its indent before "1.1." or another "1." does. */
function firstDecimal(
  knowledge: Pick<Knowledge, 'misreadings'>,
  openings: readonly Opening[],
  at: number,
  open: readonly Series[],
): string | undefined {
  const opening = openings[at];
  const item = open.findLast(({ kind, mark }) => kind === 'number' && mark === '.');
  if (opening === undefined || item === undefined || !opening.capital) return undefined;
  const [own, label, next] = [`${item.ordinal}.`, `${item.ordinal}.1.`, `${item.ordinal}.2.`];
  const strokes = strokesOfNumeral(knowledge, opening.text);
  const isRead = opening.text === own || (strokes !== undefined && strokes === strokesOfNumeral(knowledge, label));
  if (!isRead || opening.text === label || opening.text === label.slice(0, -1)) return undefined;
  for (const { text, x, xHeight } of openings.slice(at + 1, at + FARTHEST)) {
    if (text === next || text === next.slice(0, -1))
      return Math.abs(x - opening.x) <= INDENT * xHeight ? label : undefined;
    const other = seenLabel(text);
    if (text.startsWith(label.slice(0, -1)) || other?.kind === 'number' || other?.kind === 'roman') return undefined;
  }
  return undefined;
}

const isSecond = (knowledge: Pick<Knowledge, 'misreadings'>, text: string): boolean =>
  text.length > 1 && strokesOfNumeral(knowledge, text) === '||';
