import { tidyText } from '../blocks.ts';

/** Text that stands together on a line, with its place. */
export interface Chunk {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A column of a page, by the rows that fill all columns. */
export interface PageColumn {
  /** From where to where their texts reach. */
  readonly start: number;
  readonly end: number;
  /** What begins from here on, and before the next column, stands in it. */
  readonly from: number;
  /** Most of its texts are figures. */
  readonly figures: boolean;
  /** The texts that stand in it, other than figures. */
  readonly words: ReadonlySet<string>;
}

/** The texts of a line that two spaces or more part. */
export const chunksOf = (line: string): readonly Chunk[] =>
  [...line.matchAll(/\S+(?: \S+)*/gu)].map(({ 0: found, index }) => ({
    text: tidyText(found),
    start: index,
    end: index + found.length,
  }));

/** The columns that a text stands in or over. */
export const columnsUnder = (
  { start, end }: Pick<Chunk, 'start' | 'end'>,
  columns: readonly PageColumn[],
): readonly number[] => columns.flatMap((column, c) => (start < column.end && end > column.start ? [c] : []));

/** Of all lines at least so many fill all columns: one in so many. */
const FULL = 5;

/**
 * The columns of lines that are set below each other: those of the lines that hold most texts. Undefined where the texts of one
 * begin behind those of the next.
 */
export function pageColumnsOf(
  rows: readonly (readonly Chunk[])[],
  isFigure: (text: string) => boolean,
): readonly PageColumn[] | undefined {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [width = 0] =
    [...counts].filter(([, n]) => n > 1 && n * FULL >= rows.length).sort((a, b) => b[0] - a[0])[0] ?? [];
  if (width < 2) return undefined;
  const full = rows.filter(({ length }) => length === width);
  const inPlace = Array.from({ length: width }, (_, c) => full.flatMap((chunks) => chunks[c] ?? []));
  const columns = inPlace.map((chunks): PageColumn => {
    const texts = chunks.map(({ text }) => text);
    const start = Math.min(...chunks.map((chunk) => chunk.start));
    return {
      start,
      end: Math.max(...chunks.map((chunk) => chunk.end)),
      from: start,
      figures: texts.filter(isFigure).length * 2 > texts.length,
      words: new Set(texts.filter((text) => !isFigure(text))),
    };
  });
  const late = inPlace.some((chunks, c) => chunks.some(({ start }) => start >= (columns[c + 1]?.start ?? Infinity)));
  return late ? undefined : columns.map((column, c) => ({ ...column, from: boundary(columns[c - 1], column) }));
}

/** Halfway between two columns; right before the second where a text of the first reaches into it. */
function boundary(left: PageColumn | undefined, right: PageColumn): number {
  if (left === undefined) return 0;
  return left.end < right.start ? (left.end + right.start) / 2 : right.start - 1;
}

/** How far a text may end before the next column where one space parts it from what stands there. */
const NEAR = 5;

/** The text of each column in a line; undefined where it cannot be told. */
export function textsIn(
  chunks: readonly Chunk[],
  columns: readonly PageColumn[],
  isFigure: (text: string) => boolean,
): string[] | undefined {
  const texts = columns.map(() => '');
  const at = chunks.map(({ start }) => columns.findLastIndex(({ from }) => start >= from));
  for (const [i, chunk] of chunks.entries()) {
    const column = at[i] ?? 0;
    const room = (at[i + 1] ?? columns.length) - column;
    const parts = room < 1 ? undefined : partsOf(chunk, columns.slice(column, column + room), isFigure);
    if (parts === undefined) return undefined;
    for (const [p, text] of parts.entries()) texts[column + p] = text;
  }
  return texts;
}

/** What stands in a column and those behind it where one space parts them: "Doanh nghiệp 2.327", "chuẩn quốc gia %". */
function partsOf(
  { text, start, end }: Chunk,
  [own, next, ...more]: readonly PageColumn[],
  isFigure: (text: string) => boolean,
): readonly string[] | undefined {
  if (own === undefined || next === undefined || end < next.start - NEAR) return [text];
  const fits = (part: string, column: PageColumn): boolean =>
    column.figures ? isFigure(part) && !/^\p{Ll}/u.test(part) : column.words.has(part);
  const ways = [...text.matchAll(/ /gu)].flatMap(({ index }): (readonly string[])[] => {
    const left = text.slice(0, index);
    const right = text.slice(index + 1);
    if (own.figures ? !isFigure(left) : isFigure(left)) return [];
    const rest = partsOf({ text: right, start: start + index + 1, end }, [next, ...more], isFigure);
    return rest !== undefined && fits(rest[0] ?? '', next) ? [[left, ...rest]] : [];
  });
  // "Ít nhất 5" rather than "nhất 5": where a figure can begin sooner it does.
  const [first, ...others] = own.figures || !next.figures ? ways : ways.slice(0, 1);
  if (others.length > 0) return undefined;
  return first ?? [text];
}
