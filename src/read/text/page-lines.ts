import type { Knowledge } from '../../knowledge/knowledge.ts';
import { vi } from '../../language/pattern.ts';
import { tidyText } from '../blocks.ts';
import { allCapitals } from '../labels.ts';
import { beginsRecipients, isTitleLine } from '../line-words.ts';

/** Stands before a line that is a page's number and no text; alone where a page ends without one. */
export const PAGE_NUMBER = '\u0001';

/** Lines with text between two page numbers, at least: empty lines may part all that stands on a page. */
const SHORTEST_PAGE = 12;
const NUMBER_LINE = vi`^((trang|page)\s+)?[-–—]?\s*(?<n>\d{1,4})\s*[-–—]?(\s*/\s*\d{1,4})?$`;

/** Marks the lines that hold nothing but the number of a page: numbers that grow by one from page to page. */
export function markPageNumbers(lines: readonly string[]): string[] {
  const found: { readonly at: number; readonly n: number }[] = [];
  lines.forEach((line, at) => {
    if (line.length > 200 || line === PAGE_NUMBER) return;
    const n = NUMBER_LINE.exec(tidyText(line))?.groups?.n;
    if (n !== undefined && !isCellOfBars(lines, at)) found.push({ at, n: Number(n) });
  });
  const marked = [...lines];
  /** How many lines hold text up to each line. */
  let filled = 0;
  const upTo = lines.map((line) => (tidyText(line) === '' ? filled : ++filled));
  const apart = (a: number, b: number): number => Math.abs((upTo[a] ?? 0) - (upTo[b] ?? 0));
  found.forEach(({ at, n }, i) => {
    const follows = (other: { readonly at: number; readonly n: number } | undefined): boolean =>
      other !== undefined &&
      apart(other.at, at) >= SHORTEST_PAGE &&
      Math.abs(other.n - n) <= 2 &&
      other.n - n > 0 === other.at > at &&
      other.n !== n;
    // A lone number in the middle of a line of its own, far from the margin, is one too.
    const lone = /^\s{25,}\S/u.test(lines[at] ?? '') && n === 2;
    if (follows(found[i - 1]) || follows(found[i + 1]) || lone)
      marked[at] = `${PAGE_NUMBER}${tidyText(lines[at] ?? '')}`;
  });
  return marked;
}

/** A number with a bar above and one below is a cell of a flattened table, such as the counts of its rows. */
const isCellOfBars = (lines: readonly string[], at: number): boolean =>
  lines[at - 1]?.trim() === '|' && lines[at + 1]?.trim() === '|';

/** White space that sets two columns side by side. */
const GAP = /\S(?<gap>\s{3,}|\t)(?=\S)/gu;
const NATION = vi`cộng hòa xã hội|đảng cộng sản việt nam`;
/** The name of the state, or of the party, in capitals. */
const isNation = (line: string): boolean => {
  const name = NATION.exec(line)?.[0];
  return name !== undefined && allCapitals(name);
};
const LONGEST_HEAD = 16;
const LONGEST_CLOSE = 40;

/** Two columns set side by side with spaces, read each from its top to its bottom. */
export interface Columns {
  readonly left: readonly string[];
  readonly right: readonly string[];
  /** How many lines they take. */
  readonly lines: number;
}

/**
 * The letterhead or the closing block that begins at a line and is set in two columns with spaces, as programs write
 * pages out as text.
 */
export function columnsAt(knowledge: Knowledge, lines: readonly string[], from: number): Columns | undefined {
  const line = lines[from] ?? '';
  if (line.length > 400) return undefined;
  if (beginsRecipients(line)) return columns(lines, from, LONGEST_CLOSE, closed);
  const head = lines.slice(from, from + 3).findIndex((text) => isNation(text) && gapOf(text) !== undefined);
  return head === 0 || (head > 0 && gapOf(line) !== undefined)
    ? columns(lines, from, LONGEST_HEAD, (text) => titled(knowledge, text))
    : undefined;
}

/** A title in the middle ends a letterhead. */
const titled = (knowledge: Knowledge, line: string): boolean =>
  /^\s*\p{Lu}[\p{Lu}\s]+$/u.test(line) && gapOf(line) === undefined && isTitleLine(knowledge, line);
const ANNEX = vi`^\s*(phụ lục|biểu|danh mục)`;
const closed = (line: string): boolean => /^\s*\p{Lu}/u.test(line) && ANNEX.test(line);

const BULLET = /^\s*[-–—+*•]$/u;

function gapOf(line: string): { readonly from: number; readonly to: number } | undefined {
  let widest: { from: number; to: number } | undefined;
  for (const { index, groups } of line.matchAll(GAP)) {
    const gap = groups?.gap ?? '';
    // A tab behind the sign of an item parts no columns.
    if (gap === '\t' && BULLET.test(line.slice(0, index + 1))) continue;
    if (widest === undefined || gap.length > widest.to - widest.from)
      widest = { from: index + 1, to: index + 1 + gap.length };
  }
  return widest;
}

function columns(
  lines: readonly string[],
  from: number,
  longest: number,
  ends: (line: string) => boolean,
): Columns | undefined {
  const left: string[] = [];
  const right: string[] = [];
  let middle = 0;
  let blanks = 0;
  let i = from;
  for (; i < lines.length && i < from + longest; i++) {
    const line = (lines[i] ?? '').slice(0, 400);
    if (line.trim() === '') {
      if (++blanks > 6) break;
      continue;
    }
    if (i > from && (ends(line) || line.startsWith(PAGE_NUMBER))) break;
    const gap = gapOf(line);
    const indent = line.length - line.trimStart().length;
    if (gap !== undefined) {
      left.push(tidyText(line.slice(0, gap.from)));
      right.push(tidyText(line.slice(gap.to)));
      middle = middle === 0 ? gap.to : Math.min(middle, gap.to);
    } else if (middle > 0 && indent >= middle - 8) right.push(tidyText(line));
    else if (indent > 60) right.push(tidyText(line));
    else if (blanks > 0 && right.length > 0 && i > from + 3) break;
    else left.push(tidyText(line));
    blanks = 0;
  }
  while (i > from && (lines[i - 1] ?? '').trim() === '') i--;
  return right.length === 0 ? undefined : { left, right, lines: i - from };
}
