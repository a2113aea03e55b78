import type { Knowledge } from '../../knowledge/knowledge.ts';
import { type LineLabel, labelOfLine } from '../../language/labels.ts';
import { tidyText } from '../blocks.ts';
import { allCapitals, terminated } from '../labels.ts';
import { dangling, isBrokenWord, isKindLine, isNameOver, isOpening } from '../line-words.ts';
import { PAGE_NUMBER } from './page-lines.ts';

/** How a text was broken into lines. */
export interface Wrapping {
  /** UTF-16 units of a full line. */
  readonly width: number;
  /**
   * Units that the first line of a paragraph holds at most, and any other, where every line holds as many words as fit: programs
   * that count characters break lines so. A shorter line ends its paragraph.
   */
  readonly exact: { readonly first: number; readonly other: number } | undefined;
  /** The same for the first line of a paragraph: shorter where the lines are those of an HTML source, in which a tag stood before it. */
  readonly firstWidth: number;
  /** Paragraphs are told apart by empty lines. */
  readonly blankSeparated: boolean;
  /** White space before a full line, where the first line of each paragraph is set in from there. */
  readonly margin: number | undefined;
}

/** A line at which a sentence plainly goes on from the line before it. */
const goesOn = (before: string, line: string): boolean =>
  !terminated(before) && /^[\p{Ll}\d(,]/u.test(line) && labelOfLine(line) === undefined;

const indentOf = (line: string): number => line.length - line.trimStart().length;
/** Spaces by which the first line of a paragraph is set in, at least. */
const INDENT = 3;

/**
 * Whether and how a text is hard-wrapped, measured on its lines.
 *
 * @returns undefined where every line is a paragraph
 */
export function wrappingOf(lines: readonly string[]): Wrapping | undefined {
  let pairs = 0;
  const full: number[] = [];
  const first: number[] = [];
  const margins: number[] = [];
  const going: GoingLine[] = [];
  let labels = 0;
  let labelsAfterBlank = 0;
  let before = '';
  let ended = true;
  for (const raw of lines) {
    const line = tidyText(raw);
    const last = before;
    const opens = ended;
    ended = last === '' || terminated(last);
    // Lines with columns in them are no running text.
    before = line.startsWith(PAGE_NUMBER) || /\S\s{3,20}\S/u.test(raw.slice(0, 500)) ? '' : line;
    if (before === '') continue;
    const label = labelOfLine(line);
    if (label !== undefined && label.kind !== 'bullet') {
      labels++;
      if (last === '') labelsAfterBlank++;
    }
    if (last === '' || line === '|' || last === '|') continue;
    if (label !== undefined || (allCapitals(last) && allCapitals(line))) continue;
    pairs++;
    if (!goesOn(last, line)) continue;
    const labelled = labelOfLine(last) !== undefined;
    (labelled ? first : full).push(last.length);
    going.push({ length: last.length, withNext: withNextWord(last, line), first: labelled || opens });
    margins.push(indentOf(raw));
  }
  if (going.length < 3 || going.length / pairs < 0.3) return undefined;
  // Rows of tables among the lines are longer than those of running text.
  const lengths = full.length > 0 ? full : first;
  const exact = exactWidths(going);
  const width = exact?.other ?? Math.min(quantile(lengths, 0.95), Math.round(quantile(lengths, 0.5) * 1.15));
  // Lines this long were not broken to fit anything.
  if (width > 200) return undefined;
  const firstWidth = first.length < 3 ? width : quantile(first, 0.5);
  const margin = quantile(margins, 0.5);
  const setIn = lines.filter((line) => line.trim() !== '' && indentOf(line) >= margin + INDENT).length;
  const goingSetIn = margins.filter((indent) => indent >= margin + INDENT).length;
  return {
    width,
    exact,
    firstWidth: firstWidth < width * 0.8 ? firstWidth : width,
    blankSeparated: labels === 0 ? lines.some((line) => line.trim() === '') : labelsAfterBlank / labels > 0.6,
    margin: setIn * 12 >= lines.length && goingSetIn * 6 <= margins.length ? margin : undefined,
  };
}

/** A line that goes on in the next. */
interface GoingLine {
  readonly length: number;
  /** The same with the first word of the next line. */
  readonly withNext: number;
  /** A paragraph begins with it. */
  readonly first: boolean;
}

/** The widths that all lines fill as far as their words go; undefined where they do not. */
function exactWidths(lines: readonly GoingLine[]): Wrapping['exact'] {
  const widthOf = (some: readonly GoingLine[]): number =>
    quantile(
      some.map(({ length }) => length),
      0.95,
    );
  const others = lines.filter((line) => !line.first);
  const firsts = lines.filter((line) => line.first);
  const other = widthOf(others.length > 0 ? others : firsts);
  const first = firsts.length < 3 ? other : widthOf(firsts);
  const filled = lines.filter((line) => line.withNext > (line.first ? first : other)).length;
  return lines.length >= LEAST_FULL && filled >= lines.length * NEARLY_ALL ? { first, other } : undefined;
}

/** Lines that go on in the next, by which it is told whether all are as full as they can be. */
const LEAST_FULL = 8;
/** Lines of letterheads and tables go on before they are full. */
const NEARLY_ALL = 0.9;

/** Length of a line that holds the first word of the next one too. */
const withNextWord = (line: string, next: string): number => line.length + 1 + (next.split(' ', 1)[0] ?? '').length;

function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** The paragraph at hand. */
interface Open {
  readonly parts: string[];
  /** White space before its last line. */
  indent: number;
  /** No small letter in it. */
  capitals: boolean;
}

/**
 * Joins wrapped lines to the paragraphs that were meant. Empty lines part paragraphs; without wrapping every line is one.
 *
 * @param lines as they stand, page numbers marked; what the white space before a line says is used
 * @returns tidied texts; a page number, marked, behind the paragraph that it stood in
 */
export function joinLines(knowledge: Knowledge, lines: readonly string[], wrapping: Wrapping | undefined): string[] {
  if (wrapping === undefined) return withLabels(lines.map(tidyMarked));
  const done: string[] = [];
  const seen = new Set<string>();
  let open: Open = { parts: [], indent: 0, capitals: false };
  let numbers: string[] = [];
  let blank = false;
  const close = (): void => {
    if (open.parts.length > 0) done.push(joinParts(knowledge, open.parts));
    for (const number of numbers) done.push(number);
    open = { parts: [], indent: 0, capitals: false };
    numbers = [];
  };
  lines.forEach((raw, i) => {
    const line = tidyMarked(raw);
    if (line.startsWith(PAGE_NUMBER)) {
      numbers.push(line);
      return;
    }
    if (line === '') {
      blank = true;
      return;
    }
    const label = labelOfLine(line);
    const indent = indentOf(raw);
    if (open.parts.length > 0) {
      const next = tidyText(lines[i + 1] ?? '');
      if (
        blank
          ? !resumes(open, line, label, indent, wrapping, numbers.length > 0)
          : parted(knowledge, open, line, label, indent, next, wrapping, seen)
      )
        close();
    } else if (numbers.length > 0) close();
    blank = false;
    if (open.parts.length === 0 && label !== undefined) seen.add(countKey(label, label.ordinal));
    open.capitals = (open.parts.length === 0 || open.capitals) && !/\p{Ll}/u.test(line);
    open.parts.push(line);
    open.indent = indent;
  });
  close();
  return done;
}

/**
 * Lines that are a paragraph each. A label that stands alone is of the line below it: "2." above "Sở Tài chính:"; a line at which the
 * sentence of a long one plainly goes on belongs to that, over the end of a page too.
 */
function withLabels(lines: readonly string[]): string[] {
  const done: string[] = [];
  let alone = false;
  /** Page numbers behind the last paragraph. */
  let numbers: string[] = [];
  for (const line of lines) {
    if (line.startsWith(PAGE_NUMBER)) {
      numbers.push(line);
      continue;
    }
    if (line === '') continue;
    const before = done.at(-1) ?? '';
    const broken = before.length >= LEAST_BROKEN && goesOn(before, line) && /^\p{Ll}{2}/u.test(line);
    if (broken || (alone && /^\p{Lu}/u.test(line) && labelOfLine(line) === undefined))
      done[done.length - 1] = `${before} ${line}`;
    else {
      done.push(...numbers, line);
      numbers = [];
    }
    alone = LABEL_ALONE.test(line);
  }
  return [...done, ...numbers];
}
/** UTF-16 units of a line that was broken; a shorter one may be an item of a list without marks. */
const LEAST_BROKEN = 50;
const LABEL_ALONE = /^(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-Z])\.$/u;

/** The lines of a paragraph in one; a word that a hyphen parts at the end of a line is whole again. */
export function joinParts(knowledge: Knowledge, lines: readonly string[]): string {
  const parts: string[] = [];
  for (const line of lines) {
    const last = parts.at(-1) ?? '';
    // Each line is looked at with the one before it alone: a paragraph may have any number of them.
    if (isBrokenWord(knowledge, last, line)) parts[parts.length - 1] = last.slice(0, -1);
    else if (parts.length > 0) parts.push(' ');
    parts.push(line);
  }
  return parts.join('');
}

const tidyMarked = (line: string): string =>
  line.startsWith(PAGE_NUMBER) ? `${PAGE_NUMBER}${tidyText(line)}` : tidyText(line);

/** Whether a paragraph goes on behind an empty line: over the end of a page, or at the margin where paragraphs are set in. */
function resumes(
  { parts }: Open,
  line: string,
  label: LineLabel | undefined,
  indent: number,
  { width, margin }: Wrapping,
  turned: boolean,
): boolean {
  const before = parts.at(-1) ?? '';
  if (label !== undefined || terminated(before) || allCapitals(before)) return false;
  if (margin !== undefined) return indent < margin + INDENT && before.length > width * 0.7 && /^[\p{L}\d(]/u.test(line);
  return turned && (/^\p{Ll}/u.test(line) || before.length > width * 0.85);
}

/** Whether a dash between two lines stands in a range, and not before an item. */
const isRange = (before: string, rest: string): boolean =>
  /\d$/u.test(before) &&
  /^\d/u.test(rest) &&
  !/\d\s*[-–—−]\s*\d+$/u.test(before) &&
  (!ENDS_WITH_YEAR.test(before) || BEGINS_WITH_YEAR.test(rest));
/** "(Ban Thi đua" + "- Khen thưởng)": a dash between two lines stands in brackets. */
const isInBrackets = (before: string, rest: string): boolean => /\([^()]*$/u.test(before) && /^[^()]*\)/u.test(rest);
const ENDS_WITH_YEAR = /(?<!\d)(?:19|20)\d\d$/u;
const BEGINS_WITH_YEAR = /^(?:19|20)\d\d(?!\d)/u;

const countKey = (label: LineLabel, ordinal: number | undefined): string => `${label.kind}${ordinal ?? label.text}`;

/** How many times as long as a full line a line is that was never broken. */
const UNBROKEN = 1.3;

/** Whether a line begins a paragraph, given the lines of the paragraph before it. */
function parted(
  knowledge: Knowledge,
  open: Open,
  line: string,
  label: LineLabel | undefined,
  indent: number,
  next: string,
  wrapping: Wrapping,
  seen: ReadonlySet<string>,
): boolean {
  const { parts } = open;
  const before = parts.at(-1) ?? '';
  const capitals = open.capitals && allCapitals(before);
  // "VII. CHẾ ĐỘ" + "BÁO CÁO" is one heading.
  const heading =
    capitals && labelOfLine(parts[0] ?? '') !== undefined && !(parts.length === 1 && isKindLine(knowledge, before));
  if (!heading && (isKindLine(knowledge, before) || (isKindLine(knowledge, line) && !dangling(knowledge, before))))
    return true;
  if (isOpening(knowledge, line)) return true;
  const uneven = wrapping.firstWidth < wrapping.width;
  const full = withNextWord(before, line) > wrapping.width * 0.9;
  if (
    label !== undefined &&
    plausible(knowledge, label, { before, full, first: parts.length === 1, apart: wrapping.blankSeparated }, seen)
  )
    return true;
  if (capitals && !/\p{Ll}/u.test(line)) return false;
  // A dash or number that was no label, or a word or figure in the middle of a sentence.
  if (
    label !== undefined ||
    /^[\p{Ll},;.:)\]”]/u.test(line) ||
    (/^\d/u.test(line) && !terminated(before) && (full || uneven))
  )
    return false;
  if (wrapping.margin !== undefined) {
    const setIn = indent >= wrapping.margin + INDENT;
    const beforeSetIn = open.indent >= wrapping.margin + INDENT;
    if (setIn && !beforeSetIn) return true;
    if (!setIn && !(capitals && parts.length > 0)) {
      const short = before.length < wrapping.width * 0.6 && !dangling(knowledge, before);
      return !full && (terminated(before) || short);
    }
  }
  // A line much longer than the others was not broken to fit.
  if (terminated(before) && before.length > wrapping.width * UNBROKEN) return true;
  if (wrapping.blankSeparated) return false;
  if (capitals) return true;
  if (dangling(knowledge, before)) return false;
  // A line that breaks off early, with more to come, is the first of its paragraph.
  if (
    uneven &&
    label === undefined &&
    line.length <= wrapping.firstWidth + 6 &&
    !terminated(line) &&
    next !== '' &&
    next !== '|' &&
    labelOfLine(next) === undefined
  ) {
    return true;
  }
  if (uneven && parts.length === 1) {
    return (
      /[.;!?…][”"’)\]]*$/u.test(before) ||
      (before.endsWith(':') && /^\p{Lu}/u.test(line) && line.length <= wrapping.firstWidth + 8)
    );
  }
  if (wrapping.exact !== undefined) {
    const { first, other } = wrapping.exact;
    return withNextWord(before, line) <= (parts.length === 1 ? Math.min(first, other) : other);
  }
  return withNextWord(before, line) <= wrapping.width * (terminated(before) ? 0.93 : 0.85);
}

/** Whether what looks like a label at the beginning of a wrapped line is one, and no number or dash of the sentence before it. */
function plausible(
  knowledge: Knowledge,
  label: LineLabel,
  { before, full, first, apart }: Readonly<Record<'full' | 'first' | 'apart', boolean>> & { readonly before: string },
  seen: ReadonlySet<string>,
): boolean {
  const ended = terminated(before);
  if (label.kind === 'bullet') {
    // "giai đoạn 2021" + "- 2025", "sản xuất" + "- quản lý"
    if (
      /^[-–—−]/u.test(label.text) &&
      (isRange(before, label.rest) ||
        isInBrackets(before, label.rest) ||
        (full && isNameOver(knowledge, before, label.rest)))
    )
      return false;
    if (/^\p{Ll}/u.test(label.rest)) return ended;
    return ended || !/(?:[,(“‘/]|\s[-–])$/u.test(before);
  }
  if (dangling(knowledge, before)) return false;
  if (label.kind === 'appendix' || label.kind === 'part')
    return ended || /\p{Lu}{3}/u.test(label.text) || allCapitals(before);
  if (label.kind === 'note') return label.ordinal === 1 || seen.has(countKey(label, (label.ordinal ?? 0) - 1));
  if (ended || !(full || first)) return true;
  // Where empty lines part the items, a number in the middle of a sentence counts none: "địa bàn cấp độ" + "1. Cấp ngay …".
  if (apart && full && label.kind === 'number' && /^\d/u.test(label.text)) return false;
  if (label.kind === 'letter' || label.kind === 'article') return true;
  return label.ordinal === undefined ? true : label.ordinal === 1 || seen.has(countKey(label, label.ordinal - 1));
}
