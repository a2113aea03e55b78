import type { Knowledge } from '../../knowledge/knowledge.ts';
import { isCountingHead } from '../../language/table-heads.ts';
import type { GridCell } from '../blocks.ts';
import { type Chunk, chunksOf, columnsUnder, type PageColumn } from './page-columns.ts';
import { COUNT, DATED, isBlank } from './page-texts.ts';

/** The column of the words that name the rows, and the first of figures. */
export interface TableSides {
  readonly words: number;
  readonly figures: number;
}

/** A head, with the columns it stands over. */
interface PlacedHead {
  readonly text: string;
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

/** The heads above the columns: those over several in a row above the others. Undefined where it cannot be told how they lie. */
export function headsOver(
  knowledge: Knowledge,
  lines: readonly string[],
  columns: readonly PageColumn[],
  { words, figures }: TableSides,
): readonly GridCell[] | undefined {
  const filled = lines.filter((line) => !isBlank(line) && !chunksOf(line).every(({ text }) => COUNT.test(text)));
  const heads = filled.flatMap((line, at) =>
    chunksOf(line)
      .flatMap((chunk) => piecesOf(knowledge, chunk, columns))
      .map((chunk): PlacedHead => {
        const over = columnsUnder(chunk, columns);
        const [c = nearest(chunk, columns)] = over;
        return { text: chunk.text, line: at, from: c, to: over.at(-1) ?? c };
      }),
  );
  // A title or a unit stands alone over the words.
  if (filled.some((_, at) => heads.filter(({ line }) => line === at).every(({ to }) => to < figures))) return undefined;
  const outer = heads.filter(({ line }) => line === 0).map((head) => widened(head, heads, figures));
  if (outer.includes(undefined)) return undefined;
  const over = outer.filter((head) => head !== undefined && head.to > head.from);
  const others = heads.filter(
    ({ line, from }) => line > 0 || !over.some((head) => head?.from === from && head.line === line),
  );
  const inner = others.filter((head) => !over.some((one) => one?.text === head.text && one.line === head.line));
  if (inner.some(({ from, to }) => to > from)) return undefined;
  const own = columns.map((_, column) => ({
    column,
    columnSpan: 1,
    text: inner
      .filter(({ from }) => from === column)
      .map(({ text }) => text)
      .join(' '),
  }));
  const spanned = (c: number): boolean => over.some((head) => head !== undefined && c >= head.from && c <= head.to);
  if (own.some(({ text, column }) => column >= words && text === '' && !(column < figures && column > words)))
    return undefined;
  const top = over.length > 0 ? 1 : 0;
  return [
    ...over.flatMap((head) =>
      head === undefined
        ? []
        : [{ row: 0, column: head.from, rowSpan: 1, columnSpan: head.to - head.from + 1, text: head.text }],
    ),
    ...own.filter(({ column }) => !spanned(column)).map((cell) => ({ ...cell, row: 0, rowSpan: 1 + top })),
    ...own.filter(({ column }) => spanned(column)).map((cell) => ({ ...cell, row: top, rowSpan: 1 })),
  ];
}

/** No place at which a column begins. */
const FAR = 1000;

/** Heads of which one space parts one from the next are cut where a column begins. */
function piecesOf(knowledge: Knowledge, chunk: Chunk, columns: readonly PageColumn[]): readonly Chunk[] {
  const over = columnsUnder(chunk, columns);
  if (over.length < 2) return [chunk];
  const starts = [...chunk.text.matchAll(/\S+/gu)].map(({ index }) => index);
  // "Số TT Chỉ tiêu": the head of the numbers is wider than they are.
  const counts = (at: number): boolean => over[0] === 0 && isCountingHead(knowledge, chunk.text.slice(0, at).trim());
  /** How far words that can be a head of their own stand from where a column begins. */
  const off = (at: number): number =>
    Math.min(
      ...columns.map(({ from, start }, c) => {
        const place = chunk.start + at;
        return c > (over[0] ?? 0) && place >= from - 3 && place <= start + 1 ? Math.abs(place - start) : FAR;
      }),
    );
  // "Kế hoạch năm 2027 Năm 2028", "2027 2028", but not "GIAI ĐOẠN 2026 - 2030".
  const named = (at: number): boolean =>
    (/^\p{Lu}/u.test(chunk.text.slice(at)) && /\p{Ll}/u.test(chunk.text)) ||
    /\d\d \d{4}$/u.test(chunk.text.slice(0, at + 4));
  const begins = starts.filter((at) => at > 0 && named(at) && off(at) < FAR).sort((a, b) => off(a) - off(b));
  const cut = starts.find((at) => at > 0 && counts(at)) ?? begins[0];
  if (cut === undefined) return [chunk];
  const left = { text: chunk.text.slice(0, cut).trim(), start: chunk.start, end: chunk.start + cut - 1 };
  const right = { text: chunk.text.slice(cut), start: chunk.start + cut, end: chunk.end };
  return [left, right].flatMap((piece) => piecesOf(knowledge, piece, columns));
}

/**
 * A head of the first line over the columns that it heads: years, or what it gives a year to. Undefined where others than such
 * stand below it.
 */
function widened(head: PlacedHead, heads: readonly PlacedHead[], figures: number): PlacedHead | undefined {
  const below = (c: number): readonly PlacedHead[] =>
    heads.filter(({ line, from, to }) => line > 0 && c >= from && c <= to);
  const free = (c: number): boolean =>
    c >= figures && below(c).length > 0 && !heads.some(({ line, from, to }) => line === 0 && c >= from && c <= to);
  if (head.from < figures || below(head.from).length === 0) return head.to > head.from ? undefined : head;
  let { from, to } = head;
  while (free(to + 1)) to++;
  // What a head in the middle of its columns leaves on its left belongs to it where none stands further left.
  while (free(from - 1) && !heads.some(({ line, to: end }) => line === 0 && end >= figures && end < from)) from--;
  const names = Array.from({ length: to - from + 1 }, (_, i) =>
    below(from + i)
      .map(({ text }) => text)
      .join(' '),
  );
  const dated = names.filter((name) => DATED.test(name)).length;
  const gives = /(?:19|20)\d\d/u.test(head.text) ? dated === 0 || dated === names.length : dated === names.length;
  return to === from ? head : gives ? { ...head, from, to } : undefined;
}

function nearest({ start, end }: Chunk, columns: readonly PageColumn[]): number {
  const far = ({ start: a, end: b }: PageColumn): number => Math.max(a - end, start - b);
  return columns.reduce((best, column, c) => (far(column) < far(columns[best] ?? column) ? c : best), 0);
}
