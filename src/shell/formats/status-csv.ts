import { stringify } from 'csv-stringify/sync';
import type { FolderStatus } from '../status.ts';
import { CSV_WRITTEN } from './csv.ts';
import { harmless } from './harmless.ts';
import { type StatusPart, statusRows } from './status-rows.ts';

/** In UTF-8 with a byte order mark, so that Excel shows Vietnamese right. */
export function statusCsv(status: FolderStatus, part: StatusPart): string {
  const { heads, rows } = statusRows(status, part);
  const cells = rows.map((row) => row.map((value) => (typeof value === 'string' ? harmless(value) : value)));
  return stringify([heads, ...cells], { bom: true, ...CSV_WRITTEN });
}
