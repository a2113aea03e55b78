import { z } from 'zod';
import { jsonOf } from '../../json.ts';
import { Problem } from '../problem.ts';

/** Where a row stands in its order: compared part by part. */
export type RowPlace = readonly (string | number)[];

export interface PageOf<T> {
  readonly rows: readonly T[];
  /** Of all pages. */
  readonly total: number;
  readonly next: string | null;
}

const Cursor = z.array(z.union([z.string(), z.number()]));

/**
 * One page of rows that stand in order. A cursor says after which place it goes on, so that rows that come or go meanwhile
 * make none of the others appear twice or never.
 *
 * @throws {Problem} for a cursor that is none
 */
export function pageOf<T>(
  rows: readonly T[],
  placeOf: (row: T) => RowPlace,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): PageOf<T> {
  const from = cursor === undefined ? 0 : firstAfter(rows, placeOf, readCursor(cursor));
  const page = rows.slice(from, from + limit);
  const last = page.at(-1);
  const next = last === undefined || from + limit >= rows.length ? null : cursorOf(placeOf(last));
  return { rows: page, total: rows.length, next };
}

const cursorOf = (place: RowPlace): string => Buffer.from(JSON.stringify(place)).toString('base64url');

function readCursor(cursor: string): RowPlace {
  const place = Cursor.safeParse(jsonOf(Buffer.from(cursor, 'base64url').toString('utf8')));
  if (!place.success) throw new Problem(400, 'cursor: this is none. Begin again without one.');
  return place.data;
}

/** By halves: rows are many. */
function firstAfter<T>(rows: readonly T[], placeOf: (row: T) => RowPlace, place: RowPlace): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const row = rows[middle];
    if (row !== undefined && comparePlaces(placeOf(row), place) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** By UTF-16 units: the same on every machine. */
export function comparePlaces(a: RowPlace, b: RowPlace): number {
  for (const [i, one] of a.entries()) {
    const other = b[i];
    if (other === undefined) return 1;
    if (one !== other) return one < other ? -1 : 1;
  }
  return a.length - b.length;
}
