/** What the whole rows of a table show of its columns. */
export interface ColumnProfile {
  /** Most of its cells hold figures. */
  readonly figures: boolean;
  /** The texts that stand in it, other than figures. */
  readonly words: ReadonlySet<string>;
}

/** @param rows of the full width */
export function profileOf(
  rows: readonly (readonly string[])[],
  columns: number,
  isFigure: (text: string) => boolean,
): readonly ColumnProfile[] {
  return Array.from({ length: columns }, (_, c) => {
    const texts = rows.map((row) => row[c] ?? '').filter((text) => text !== '');
    const figures = texts.filter(isFigure).length;
    return { figures: figures * 2 > texts.length, words: new Set(texts.filter((text) => !isFigure(text))) };
  });
}

/**
 * The columns in which the cells of a row stand that lost some, their order kept: figures stand in columns of figures, a word that
 * another row has where it stands there ("%", "Sở Y tế"), any other in a column of words.
 *
 * @param from the column of the first of them
 * @returns undefined where they fit in no way, or in more than one: a figure in a wrong column is worse than none
 */
export function fittingColumns(
  texts: readonly string[],
  from: number,
  profile: readonly ColumnProfile[],
  isFigure: (text: string) => boolean,
): readonly number[] | undefined {
  const places = texts.map((text, i) => {
    if (i === 0) return [from];
    const known = profile.flatMap(({ words }, c) => (words.has(text) ? [c] : []));
    const kind = isFigure(text);
    const open = profile.flatMap(({ figures }, c) => (figures === kind ? [c] : []));
    return (known.length > 0 && !kind ? known : open).filter((c) => c > from);
  });
  let ways: (readonly number[])[] = [[]];
  for (const place of places) {
    ways = ways.flatMap((way) => place.filter((c) => c > (way.at(-1) ?? -1)).map((c) => [...way, c]));
    if (ways.length === 0 || ways.length > 2000) return undefined;
  }
  return ways.length === 1 ? ways[0] : undefined;
}

/**
 * All ways in which the cells of a row stand in its columns, their order kept.
 *
 * @param shapes whether a text may stand in each column
 * @returns undefined where there are too many to tell
 */
export function fittingWays(
  texts: readonly string[],
  shapes: readonly ((text: string) => boolean)[],
): readonly (readonly number[])[] | undefined {
  let ways: (readonly number[])[] = [[]];
  for (const [i, text] of texts.entries()) {
    const places = shapes.flatMap((fits, c) => (fits(text) ? [c] : []));
    const last = shapes.length - (texts.length - i);
    ways = ways.flatMap((way) => places.filter((c) => c > (way.at(-1) ?? -1) && c <= last).map((c) => [...way, c]));
    if (ways.length > MOST_WAYS) return undefined;
  }
  return ways;
}
const MOST_WAYS = 2000;

/** The column of each cell that stands in the same in all ways; undefined for the others: a figure in a wrong column is worse than none. */
export const settledColumns = (cells: number, ways: readonly (readonly number[])[]): readonly (number | undefined)[] =>
  Array.from({ length: cells }, (_, i) => {
    const [column] = ways.map((way) => way[i]);
    return ways.every((way) => way[i] === column) ? column : undefined;
  });
