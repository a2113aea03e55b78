import { allCapitals, dangling, isKindLine, isOpening, labelOf, type PrintedLabel, terminated } from './labels.ts';

/** How a text was broken into lines. */
export interface Wrapping {
  /** UTF-16 units of a full line. */
  readonly width: number;
  /** The same for the first line of a paragraph: shorter where the lines are those of an HTML source, in which a tag stood before it. */
  readonly firstWidth: number;
  /** Paragraphs are told apart by empty lines. */
  readonly blankSeparated: boolean;
}

/** A line at which a sentence plainly goes on from the line before it. */
const goesOn = (before: string, line: string): boolean =>
  !terminated(before) && /^[\p{Ll}\d(,]/u.test(line) && labelOf(line) === undefined;

/**
 * Whether and how a text is hard-wrapped, measured on its lines (trimmed).
 *
 * @returns undefined where every line is a paragraph
 */
export function wrappingOf(lines: readonly string[]): Wrapping | undefined {
  let pairs = 0;
  const full: number[] = [];
  const first: number[] = [];
  let labels = 0;
  let labelsAfterBlank = 0;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    const before = lines[i - 1] ?? '';
    const label = labelOf(line);
    if (i > 0 && label !== undefined && label.kind !== 'bullet') {
      labels++;
      if (before === '') labelsAfterBlank++;
    }
    if (line === '' || before === '' || line === '|' || before === '|') continue;
    if (label !== undefined || (allCapitals(before) && allCapitals(line))) continue;
    pairs++;
    if (!goesOn(before, line)) continue;
    (labelOf(before) === undefined ? full : first).push(before.length);
  }
  const going = full.length + first.length;
  if (going < 3 || going / pairs < 0.3) return undefined;
  const width = quantile(full.length > 0 ? full : first, 0.95);
  // Lines this long were not broken to fit anything.
  if (width > 200) return undefined;
  const firstWidth = first.length < 3 ? width : quantile(first, 0.5);
  return {
    width,
    firstWidth: firstWidth < width * 0.6 ? firstWidth : width,
    blankSeparated: labels === 0 ? lines.includes('') : labelsAfterBlank / labels > 0.6,
  };
}

function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/**
 * Joins wrapped lines to the paragraphs that were meant. Empty lines part paragraphs; without wrapping every line is one.
 *
 * @param lines trimmed
 */
export function paragraphsOf(lines: readonly string[], wrapping: Wrapping | undefined): string[] {
  if (wrapping === undefined) return lines.filter((line) => line !== '');
  const done: string[] = [];
  const seen = new Set<string>();
  let parts: string[] = [];
  const close = (): void => {
    if (parts.length > 0) done.push(parts.join(' '));
    parts = [];
  };
  lines.forEach((line, i) => {
    if (line === '') {
      close();
      return;
    }
    const label = labelOf(line);
    if (parts.length > 0 && parted(parts, line, label, lines[i + 1] ?? '', wrapping, seen)) close();
    if (parts.length === 0 && label !== undefined) seen.add(countKey(label, label.ordinal));
    parts.push(line);
  });
  close();
  return done;
}

const countKey = (label: PrintedLabel, ordinal: number | undefined): string => `${label.kind}${ordinal ?? label.text}`;

/** Whether a line begins a paragraph, given the lines of the paragraph before it. */
function parted(
  parts: readonly string[],
  line: string,
  label: PrintedLabel | undefined,
  next: string,
  wrapping: Wrapping,
  seen: ReadonlySet<string>,
): boolean {
  const before = parts.at(-1) ?? '';
  const capitals = allCapitals(parts.join(' '));
  // "VII. CHẾ ĐỘ" + "BÁO CÁO" is one heading.
  const heading = capitals && labelOf(parts[0] ?? '') !== undefined && !isKindLine(parts.join(' '));
  if (!heading && (isKindLine(before) || (isKindLine(line) && !dangling(before)))) return true;
  if (isOpening(line)) return true;
  const full = before.length + 1 + (line.split(' ')[0] ?? '').length > wrapping.width * 0.9;
  if (label !== undefined && plausible(label, before, full || parts.length === 1, seen)) return true;
  if (capitals && !/\p{Ll}/u.test(line)) return false;
  // A dash or number that was no label, or a word or figure in the middle of a sentence.
  if (label !== undefined || /^[\p{Ll},;.:)\]”]/u.test(line) || (/^\d/u.test(line) && !terminated(before)))
    return false;
  if (wrapping.blankSeparated) return false;
  if (capitals) return true;
  if (dangling(before)) return false;
  const uneven = wrapping.firstWidth < wrapping.width;
  // A line that breaks off early, with more to come, is the first of its paragraph.
  if (
    uneven &&
    label === undefined &&
    line.length <= wrapping.firstWidth + 6 &&
    !terminated(line) &&
    next !== '' &&
    next !== '|' &&
    labelOf(next) === undefined
  ) {
    return true;
  }
  if (uneven && parts.length === 1) {
    return (
      /[.;!?…][”"’)\]]*$/u.test(before) ||
      (before.endsWith(':') && /^\p{Lu}/u.test(line) && line.length <= wrapping.firstWidth + 8)
    );
  }
  return before.length + 1 + (line.split(' ')[0] ?? '').length <= wrapping.width * (terminated(before) ? 0.93 : 0.85);
}

/** Whether what looks like a label at the beginning of a wrapped line is one, and no number or dash of the sentence before it. */
function plausible(label: PrintedLabel, before: string, full: boolean, seen: ReadonlySet<string>): boolean {
  const ended = terminated(before);
  if (label.kind === 'bullet') {
    // "giai đoạn 2021" + "- 2025", "sản xuất" + "- quản lý"
    if (/\d$/u.test(before) && /^\d/u.test(label.rest)) return false;
    if (/^\p{Ll}/u.test(label.rest)) return ended;
    return ended || !/(?:[,(“‘/]|\s[-–])$/u.test(before);
  }
  if (dangling(before)) return false;
  if (label.kind === 'appendix' || label.kind === 'part')
    return ended || /\p{Lu}{3}/u.test(label.text) || allCapitals(before);
  if (label.kind === 'note') return label.ordinal === 1 || seen.has(countKey(label, (label.ordinal ?? 0) - 1));
  if (ended || !full) return true;
  if (label.kind === 'letter' || label.kind === 'article') return true;
  return label.ordinal === undefined ? true : label.ordinal === 1 || seen.has(countKey(label, label.ordinal - 1));
}
