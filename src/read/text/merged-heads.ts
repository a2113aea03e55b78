import { built, type Knowledge } from '../../knowledge/knowledge.ts';
import { vi, viWords } from '../../language/pattern.ts';
import { isTimeHead, isYearHead, partsNamedBy } from '../../language/table-heads.ts';
import { keyOf } from '../../language/words.ts';
import type { GridCell } from '../blocks.ts';
import { isTableHead } from '../line-words.ts';

/** What is known of the columns below heads. */
export interface Below {
  /** Whether a column holds figures, where that is known: heads are parted over such. */
  readonly ofFigures?: (column: number) => boolean;
  /** Columns that stand below one head, as the sums of a row that counts the columns tell: "(7)=(5)+(6)". */
  readonly together?: readonly (readonly number[])[];
  /** Whether the figures of a column cannot be those of all the others together: neither their sum nor between them. */
  readonly isNoWhole?: (column: number, parts: readonly number[]) => boolean;
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
  const read = bestHeads(knowledge, rows, columns, below);
  return read === undefined ? undefined : read.alone ? read.cells : 'unsure';
}

/** A reading of heads. */
interface HeadsRead {
  readonly cells: GridCell[];
  readonly cost: number;
  /** No other reading is as good. */
  readonly alone: boolean;
}

/** Rows of heads at most where it is not known where they end. */
const MOST_ROWS = 3;

/**
 * Heads of which nobody tells where a row of them ends: all ways to cut them into two rows or three are read, and the best is kept.
 *
 * @param texts more than there are columns
 * @returns as {@link mergedHeads}
 */
export function mergedHeadsIn(
  knowledge: Knowledge,
  texts: readonly string[],
  columns: number,
  below: Below = {},
): GridCell[] | 'unsure' | undefined {
  let best: HeadsRead | undefined;
  for (const rows of cutsOf(texts, Math.min(MOST_ROWS, texts.length - columns + 1))) {
    const read = bestHeads(knowledge, rows, columns, below);
    if (read === undefined || (best !== undefined && read.cost > best.cost + 1e-9)) continue;
    best = { ...read, alone: read.alone && (best === undefined || read.cost < best.cost - 1e-9) };
  }
  return best === undefined ? undefined : best.alone ? best.cells : 'unsure';
}

/** All ways to cut heads into so many rows at most, two at least: one above and two below it make the least. */
function* cutsOf(texts: readonly string[], most: number): Generator<readonly (readonly string[])[]> {
  for (let top = 1; top <= texts.length - 2; top++) {
    const [row, rest] = [texts.slice(0, top), texts.slice(top)];
    yield [row, rest];
    if (most > 2) for (const more of cutsOf(rest, most - 1)) yield [row, ...more];
  }
}

function bestHeads(
  knowledge: Knowledge,
  rows: readonly (readonly string[])[],
  columns: number,
  below: Below,
): HeadsRead | undefined {
  const [top] = rows;
  if (top === undefined || rows.length < 2 || rows.some((row) => row.length >= columns || row.length === 0))
    return undefined;
  const parted = rows.reduce((sum, row) => sum + row.length, 0) - columns;
  if (parted < rows.length - 1) return undefined;
  let best: { readonly cost: number; readonly partings: readonly Parting[]; readonly alone: boolean } | undefined;
  let ways = 0;
  for (const partings of partingsOf(rows, parted)) {
    if (++ways > MOST_WAYS) return { cells: [], cost: 0, alone: false };
    const cost = costOf(knowledge, rows, partings, below);
    if (cost >= NEVER || (best !== undefined && cost > best.cost + 1e-9)) continue;
    best = { cost, partings, alone: best === undefined || cost < best.cost - 1e-9 };
  }
  return best === undefined
    ? { cells: [], cost: NEVER, alone: false }
    : { ...best, cells: cellsOf(rows, best.partings) };
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
  { ofFigures, together = [], isNoWhole }: Below,
): number {
  const top = headsOf(rows, partings);
  const groups: string[] = [];
  const widths: number[] = [];
  let cost = 0;
  const weigh = (heads: readonly Head[], from: number): void => {
    if (isNoWhole !== undefined && heads.length > 1)
      for (const { column, parts } of wholesOf(heads, from)) if (isNoWhole(column, parts)) cost += NEVER;
  };
  const read = (head: Head, from: number): void => {
    if (head.below.length === 0) return;
    weigh(head.below, from);
    const names = head.below.map(({ text }) => keyOf(text));
    if (new Set(names).size < names.length || names.includes(keyOf(head.text))) cost += NEVER;
    cost += costOfParted(knowledge, head.text, ofFigures !== undefined) + costOfBelow(knowledge, head);
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
  cost += costOfLeaves(knowledge, rows, partings);
  weigh(top, 0);
  for (const [i, head] of top.entries()) {
    read(head, owners.length);
    owners.push(...Array.from({ length: widthOf(head) }, () => i));
  }
  for (const own of together) if (new Set(own.map((column) => owners[column])).size > 1) cost += NEVER;
  // Of heads that are parted alike, or over the same names, the one is read as the other.
  const again = groups.length - new Set(groups).size;
  return cost - again + 0.3 * Math.max(0, new Set(widths).size - 1 - again);
}

/** Heads like "Toàn tỉnh" with what they hold together: those beside them below one head, or those below the one before them. */
function wholesOf(
  heads: readonly Head[],
  from: number,
): readonly { readonly column: number; readonly parts: readonly number[] }[] {
  const flat = heads.every(({ below }) => below.length === 0);
  const ends = heads.map((_, i) => from + heads.slice(0, i + 1).reduce((sum, head) => sum + widthOf(head), 0));
  const columns = (start: number, end: number): number[] => Array.from({ length: end - start }, (_, i) => start + i);
  return heads.flatMap((head, i) => {
    const [before, column] = [heads[i - 1], (ends[i] ?? 0) - 1];
    if (head.below.length > 0 || !WHOLE.test(head.text)) return [];
    if (flat) return [{ column, parts: columns(from, ends.at(-1) ?? from).filter((one) => one !== column) }];
    if (before === undefined || before.below.length === 0) return [];
    return [{ column, parts: columns(column - widthOf(before), column) }];
  });
}

/** What says that parts follow is parted itself, over all that stands behind it; heads of one kind stand in one row. */
function costOfLeaves(
  knowledge: Knowledge,
  rows: readonly (readonly string[])[],
  partings: readonly Parting[],
): number {
  let cost = 0;
  for (const [r, row] of rows.entries()) {
    const parting = partings[r] ?? [];
    const last = parting.findLastIndex((count) => count > 0);
    for (const [i, text] of row.entries()) {
      if ((parting[i] ?? 0) > 0) continue;
      if (OF_WHICH.test(text)) cost += 3;
      else if (partsNamedBy(knowledge, text) !== undefined) cost += 1.5;
      const [next = ''] = rows[r + 1] ?? [];
      if (last < 0 || i < last || i < row.length - 1) continue;
      const alike = kindOf(knowledge, text) === kindOf(knowledge, next);
      if (isPartBefore(knowledge, text, row[last] ?? '')) cost += 1;
      else if (
        OF_WHICH.test(row[last] ?? '') ? alike : alike && kindOf(knowledge, text) !== 'words' && !falls(text, next)
      )
        cost += 1;
    }
  }
  return cost;
}

/**
 * Whether a head that is written behind "Chỉ tiêu theo vùng" is the first of the parts that it speaks of: any but one that columns
 * are known to have, as "Kế hoạch 2026". A whole may stand beside its parts or before them: "chung" of "Chỉ tiêu chung và theo vùng".
 */
function isPartBefore(knowledge: Knowledge, text: string, above: string): boolean {
  if (partsNamedBy(knowledge, above) === undefined || isTimeHead(knowledge, text)) return false;
  if (WHOLE.test(text)) return ` ${keyOf(above)} `.includes(` ${keyOf(text)} `);
  return kindOf(knowledge, text) !== 'unit' && !patternsOf(knowledge).COLUMN.test(text);
}

/** "2030" before "2026": no year of one row. */
const falls = (text: string, next: string): boolean => yearIn(text) >= yearIn(next);

/** Heads below one are of one kind, years among them rise, and one year is not parted into others. */
function costOfBelow(knowledge: Knowledge, { text, below }: Head): number {
  const names = below.map((head) => head.text);
  const years = names.filter((name) => isYearHead(knowledge, name)).map(yearIn);
  const own = isYearHead(knowledge, text) && years.some((year) => year !== yearIn(text));
  // A whole may stand beside its parts.
  const parts = names.filter((name) => !WHOLE.test(name));
  const mixed = new Set(parts.map((name) => kindOf(knowledge, name))).size > 1;
  const { COMPARED } = patternsOf(knowledge);
  const compared = COMPARED.test(text) && names.some((name) => OF_COMPARED.test(name));
  return (
    (own || isOneOf(text, names) ? 3 : 0) +
    (years.some((year, i) => i > 0 && year < (years[i - 1] ?? 0)) ? 3 : 0) +
    (mixed ? 0.2 : 0) -
    (compared ? 1 : 0)
  );
}

/** "Mức 1" beside "Mức 2": no such is parted into others. */
const isOneOf = (text: string, names: readonly string[]): boolean => {
  const word = NUMBERED.exec(text)?.groups?.word?.toLowerCase();
  return word !== undefined && names.some((name) => NUMBERED.exec(name)?.groups?.word?.toLowerCase() === word);
};
const NUMBERED = /^(?<word>\p{L}+(?: \p{L}+)?) (?:\d{1,2}|[IVX]{1,4})$/u;

/** What a head tells of itself: a year, a part of one, a unit, a place, one of several that are numbered. */
const kindOf = (knowledge: Knowledge, text: string): 'year' | 'part' | 'unit' | 'place' | 'numbered' | 'words' => {
  if (isYearHead(knowledge, text)) return 'year';
  if (PART_OF_YEAR.test(text)) return 'part';
  const { PLACE, REGION } = patternsOf(knowledge);
  if (REGION.test(text) || /^\p{Lu}/u.test(text.slice(PLACE.exec(text)?.[0].length ?? text.length))) return 'place';
  if (NUMBERED.test(text)) return 'numbered';
  return /\([^()]{1,20}\)$|%$/u.test(text) ? 'unit' : 'words';
};
const PART_OF_YEAR = /^(?:quý (?:[IV]{1,3}|\d)(?![\p{L}\d])|\d{1,2} tháng|tháng \d|cả năm$)/iu;

const patternsOf = built(['columns', 'placeKinds', 'reachWords'], ({ columns, placeKinds, reachWords }) => ({
  COMPARED: vi`^${viWords(columns.filter(({ figures }) => figures === 'compared'))}`,
  COLUMN: vi`^${viWords(columns)}`,
  PLACE: vi`^${viWords(placeKinds)} `,
  REGION: vi`^(vùng|khu vực)? ${viWords(reachWords.filter(({ means }) => means === 'region'))}$`,
}));
/** The two ways to compare figures. */
const OF_COMPARED = vi`(tuyệt|tương) đối`;

const yearIn = (text: string): number => Number(DATED.exec(text)?.[0] ?? Number.NaN);

/** Heads of rows and of units are hardly parted, those that name a time likely. */
function costOfParted(knowledge: Knowledge, text: string, known: boolean): number {
  const parts = partsNamedBy(knowledge, text) !== undefined;
  if (isTableHead(knowledge, text) && !(known && parts)) return known ? NEVER / 4 : NEVER;
  if (parts) return 0;
  if (/[^\s(]\s*\([^()]{1,20}\)$|%$/u.test(text)) return 3;
  if (isTimeHead(knowledge, text) && /^(?:năm|giai)/iu.test(text)) return 0;
  if (OF_WHICH.test(text)) return 0;
  return DATED.test(text) || TOTAL.test(text) ? 0.5 : 1;
}

const DATED = /(?<!\d)(?:19|20)\d\d(?!\d)/u;
/** A whole that the heads below it part. */
const TOTAL = vi`^tổng`;
/** What holds for all parts together. */
const WHOLE = vi`^(tổng|cộng|chung|toàn|cả nước|bình quân)`;
/** What says that the heads below are parts of the whole beside it. */
const OF_WHICH = vi`^(trong đó|chia ra)`;

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
