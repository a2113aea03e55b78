import type { FolderStatus } from '../status.ts';
import { BYTE_ORDER_MARK, csvLine } from './csv.ts';
import { type StatusPart, statusRows } from './status-rows.ts';

export function statusCsv(status: FolderStatus, part: StatusPart): string {
  const { heads, rows } = statusRows(status, part);
  return `${BYTE_ORDER_MARK}${[heads, ...rows].map(csvLine).join('')}`;
}
