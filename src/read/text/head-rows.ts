import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { GridCell } from '../blocks.ts';
import { mergedHeads } from './merged-heads.ts';

/** A number or label that counts rows: "1", "12", "IV", "3.1", "a". */
export const COUNTS = /^(?:\d{1,3}\.?|\d{1,2}(?:\.\d{1,2})+\.?|[IVXLC]{1,6}\.?|[A-H]\.?|[a-zđ]\)?|\(?\d{1,2}\))$/u;

/** What a cell holds, as far as its signs tell. */
export const cellKindOf = (text: string): string =>
  text === '' ? '' : COUNTS.test(text) ? 'count' : /\d/u.test(text) && !/\p{L}{12}/u.test(text) ? 'figure' : 'words';

/** Rows of heads at most. */
const MOST_HEADS = 4;

/**
 * The heads whose merged cells were written once, as many rows as can be read as such.
 *
 * @param rows as they were written, the uppermost first
 * @returns 'unsure' where nobody can tell which column a head stands over: a figure below a wrong head is worse than none;
 *   undefined where there are no such heads
 */
export function headsWrittenOnce(
  knowledge: Knowledge,
  rows: readonly (readonly string[])[],
  columns: number,
): { readonly cells: readonly GridCell[]; readonly rows: number } | 'unsure' | undefined {
  const end = rows.findIndex((row) => row.length >= columns || row.includes('') || row.some((text) => isOfRow(text)));
  let unsure = false;
  for (let count = Math.min(MOST_HEADS, end < 0 ? rows.length : end); count > 1; count--) {
    const cells = mergedHeads(knowledge, rows.slice(0, count), columns);
    if (Array.isArray(cells)) return { cells, rows: count };
    unsure ||= cells === 'unsure';
  }
  return unsure || isShortOfHeads(rows, columns) ? 'unsure' : undefined;
}

/** Fewer heads than columns right above a whole row, none of them empty: nobody can tell which column lacks its head. */
function isShortOfHeads([heads = [], first = []]: readonly (readonly string[])[], columns: number): boolean {
  return (
    heads.length > 2 &&
    heads.length < columns &&
    first.length === columns &&
    !heads.includes('') &&
    !heads.some((text) => isOfRow(text)) &&
    first.some((text) => isOfRow(text))
  );
}

/** What stands in no head: a count of rows, or a figure that is no year. */
export const isOfRow = (text: string): boolean =>
  COUNTS.test(text) ||
  (cellKindOf(text) === 'figure' && !/(?<!\d)(?:19|20)\d\d(?!\d)/u.test(text) && !/\p{L}/u.test(text));
