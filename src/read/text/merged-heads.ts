import type { Knowledge } from '../../knowledge/knowledge.ts';
import { vi } from '../../language/pattern.ts';
import { isTimeHead } from '../../language/table-heads.ts';
import { keyOf } from '../../language/words.ts';
import type { GridCell } from '../blocks.ts';
import { isTableHead } from '../line-words.ts';

/** What is known of the columns below heads. */
export interface Below {
  /** Whether a column holds figures, where that is known: heads are parted over such. */
  readonly ofFigures?: (column: number) => boolean;
  /** Columns that stand below one head, as the sums of a row that counts the columns tell: "(7)=(5)+(6)". */
  readonly together?: readonly (readonly number[])[];
}

/** How many cells stand right below each head of a row; none where it reaches down to the cells. */
type Parting = readonly number[];

/** Ways to part the heads at most: more are beyond telling. */
const MOST_WAYS = 40_000;
/** What a reading of the heads costs that cannot be. */
const NEVER = 20;

/**
 * Rows of heads of which merged cells were written once: "TT | Chỉ tiêu | Năm 2025 | Kế hoạch năm 2026" over "Kế hoạch | Ước
 * thực hiện", three rows or four as well. How many are merged with the places below them the widths tell; which they are, what
 * stands below, what they say, and what is said again below another.
 *
 * @param rows of heads, the uppermost first, without empty cells
 * @returns 'unsure' where two readings are as good: a figure under a wrong head is worse than none; undefined where these are no
 *   heads of so many columns
 */
export function mergedHeads(
  knowledge: Knowledge,
  rows: readonly (readonly string[])[],
  columns: number,
  below: Below = {},
): GridCell[] | 'unsure' | undefined {
  const [top] = rows;
  if (top === undefined || rows.length < 2 || rows.some((row) => row.length >= columns || row.length === 0))
    return undefined;
  const parted = rows.reduce((sum, row) => sum + row.length, 0) - columns;
  if (parted < rows.length - 1) return undefined;
  let best: { readonly cost: number; readonly partings: readonly Parting[]; readonly alone: boolean } | undefined;
  let ways = 0;
  for (const partings of partingsOf(rows, parted)) {
    if (++ways > MOST_WAYS) return 'unsure';
    const cost = costOf(knowledge, rows, partings, below);
    if (cost >= NEVER || (best !== undefined && cost > best.cost + 1e-9)) continue;
    best = { cost, partings, alone: best === undefined || cost < best.cost - 1e-9 };
  }
  return best?.alone === true ? cellsOf(rows, best.partings) : 'unsure';
}

/** All ways in which so many heads are parted, each over two cells or more of the row below it. */
function* partingsOf(rows: readonly (readonly string[])[], parted: number): Generator<readonly Parting[]> {
  const [row = [], next, ...rest] = rows;
  if (next === undefined) {
    if (parted === 0) yield [row.map(() => 0)];
    return;
  }
  for (let here = 1; here <= Math.min(row.length, parted - rest.length, next.length / 2); here++)
    for (const parting of partingsOfRow(row.length, here, next.length))
      for (const more of partingsOf([next, ...rest], parted - here)) yield [parting, ...more];
}

function* partingsOfRow(heads: number, parted: number, cells: number): Generator<Parting> {
  if (heads === 0) {
    if (parted === 0 && cells === 0) yield [];
    return;
  }
  if (heads > parted) for (const more of partingsOfRow(heads - 1, parted, cells)) yield [0, ...more];
  if (parted === 0) return;
  const least = parted === 1 ? cells : 2;
  for (let own = least; own <= cells - 2 * (parted - 1); own++)
    for (const more of partingsOfRow(heads - 1, parted - 1, cells - own)) yield [own, ...more];
}

/** A head with the heads below it. */
interface Head {
  readonly text: string;
  readonly below: readonly Head[];
}

/** The heads as they hang together, a row at a time from the lowest. */
function headsOf(rows: readonly (readonly string[])[], partings: readonly Parting[]): readonly Head[] {
  let under: readonly Head[] = [];
  for (const [r, row] of [...rows.entries()].reverse()) {
    let at = 0;
    under = row.map((text, i): Head => {
      const count = partings[r]?.[i] ?? 0;
      at += count;
      return { text, below: under.slice(at - count, at) };
    });
  }
  return under;
}

const widthOf = ({ below }: Head): number =>
  below.length === 0 ? 1 : below.reduce((sum, head) => sum + widthOf(head), 0);

/** How ill a reading of the heads fits what they say, and what stands below them. */
function costOf(
  knowledge: Knowledge,
  rows: readonly (readonly string[])[],
  partings: readonly Parting[],
  { ofFigures, together = [] }: Below,
): number {
  const top = headsOf(rows, partings);
  const groups: string[] = [];
  const widths: number[] = [];
  let cost = 0;
  const read = (head: Head, from: number): void => {
    if (head.below.length === 0) return;
    const names = head.below.map(({ text }) => keyOf(text));
    if (new Set(names).size < names.length || names.includes(keyOf(head.text))) cost += NEVER;
    cost += costOfParted(knowledge, head.text, ofFigures !== undefined);
    groups.push(names.join('|'));
    widths.push(names.length);
    let column = from;
    for (const inner of head.below) {
      read(inner, column);
      column += widthOf(inner);
    }
    if (ofFigures !== undefined) for (let c = from; c < column; c++) if (!ofFigures(c)) cost += NEVER;
  };
  const owners: number[] = [];
  for (const [i, head] of top.entries()) {
    read(head, owners.length);
    owners.push(...Array.from({ length: widthOf(head) }, () => i));
  }
  for (const own of together) if (new Set(own.map((column) => owners[column])).size > 1) cost += NEVER;
  // Of heads that are parted alike, or over the same names, the one is read as the other.
  const again = groups.length - new Set(groups).size;
  return cost - again + 0.3 * Math.max(0, new Set(widths).size - 1 - again);
}

/** Heads of rows and of units are hardly parted, those that name a time likely. */
function costOfParted(knowledge: Knowledge, text: string, known: boolean): number {
  if (isTableHead(knowledge, text)) return known ? NEVER / 4 : NEVER;
  if (/[^\s(]\s*\([^()]{1,20}\)$|%$/u.test(text)) return 3;
  if (isTimeHead(knowledge, text) && /^(?:năm|giai)/iu.test(text)) return 0;
  return DATED.test(text) || WHOLE.test(text) ? 0.5 : 1;
}

const DATED = /(?<!\d)(?:19|20)\d\d(?!\d)/u;
/** A whole that the heads below it part. */
const WHOLE = vi`^(tổng|trong đó)`;

function cellsOf(rows: readonly (readonly string[])[], partings: readonly Parting[]): GridCell[] {
  const cells: GridCell[] = [];
  const place = (head: Head, row: number, column: number): number => {
    const width = widthOf(head);
    cells.push({
      row,
      column,
      rowSpan: head.below.length === 0 ? rows.length - row : 1,
      columnSpan: width,
      text: head.text,
    });
    let at = column;
    for (const inner of head.below) at += place(inner, row + 1, at);
    return width;
  };
  let column = 0;
  for (const head of headsOf(rows, partings)) column += place(head, 0, column);
  return cells.sort((a, b) => a.row - b.row || a.column - b.column);
}
