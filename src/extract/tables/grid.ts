import type { Knowledge } from '../../knowledge/knowledge.ts';
import { readLabel } from '../../language/labels.ts';
import { keyOf } from '../../language/words.ts';
import type { Outline, OutlineNode } from '../document/outline.ts';
import type { LaidBlock } from '../document/text.ts';
import { kindOf, type PlanColumn, roleOfHeader, settleRoles } from './columns.ts';

/** A row of the grid: the cell that covers each column, spans included. */
export interface PlanRow {
  readonly row: number;
  readonly cells: readonly (LaidBlock | undefined)[];
}

export interface PlanTable {
  readonly kind: 'task' | 'target' | 'other';
  readonly node: OutlineNode;
  readonly columns: readonly PlanColumn[];
  /** Rows below the header. */
  readonly rows: readonly PlanRow[];
  readonly start: number;
  readonly end: number;
}

/** All tables of the body, in reading order. */
export function readTables(knowledge: Knowledge, body: readonly LaidBlock[], outline: Outline): PlanTable[] {
  const byTable = new Map<number, LaidBlock[]>();
  for (const block of body) {
    if (block.cell === undefined) continue;
    const cells = byTable.get(block.cell.table) ?? [];
    cells.push(block);
    byTable.set(block.cell.table, cells);
  }
  const tables: PlanTable[] = [];
  for (const cells of byTable.values()) {
    const first = cells[0];
    const last = cells.at(-1);
    if (first === undefined || last === undefined) continue;
    const rows = gridOf(cells);
    const header = headerRows(knowledge, rows);
    const named = rows.slice(0, header).filter((row) => !counts(row));
    const columns = settleRoles(knowledge, numbered(columnsOf(knowledge, named), rows.slice(header)));
    tables.push({
      kind: kindOf(columns),
      node: outline.nodeOf.get(first.index) ?? outline.root,
      columns,
      rows: rows.slice(header).filter((row) => !repeatsHeader(row, rows.slice(0, header))),
      start: first.start,
      end: last.end,
    });
  }
  return tables;
}

function gridOf(cells: readonly LaidBlock[]): PlanRow[] {
  const grid: (LaidBlock | undefined)[][] = [];
  for (const block of cells) {
    if (block.cell === undefined) continue;
    const { row, column, rowSpan, columnSpan } = block.cell;
    for (let r = row; r < row + rowSpan; r++) {
      const line = grid[r] ?? [];
      grid[r] = line;
      for (let c = column; c < column + columnSpan; c++) line[c] ??= block;
    }
  }
  return grid.map((line, row) => ({ row, cells: Array.from(line ?? []) })).filter((row) => row.cells.length > 0);
}

/** How many rows the header takes: those before the first row that counts, groups, or holds a figure. */
function headerRows(knowledge: Knowledge, rows: readonly PlanRow[]): number {
  for (let i = 0; i < Math.min(rows.length, 4); i++) {
    const row = rows[i];
    if (row === undefined) break;
    const first = row.cells[0]?.text ?? '';
    const texts = distinct(row).map((cell) => cell.text);
    if (i > 0 && counts(row)) return i + 1;
    if (i > 0 && (/^(?:\d+(?:\.\d+)*|[IVXLC]+|[a-zđ])[.)]?$/u.test(first) || readLabel(first) !== undefined)) return i;
    if (i > 0 && texts.filter((text) => text !== '').length <= 1) return i;
    // Below a header that says all, a row that begins in the first column is the first of the table's own.
    if (
      i > 0 &&
      first !== '' &&
      !spansFromAbove(rows, i) &&
      !spreads(rows[i - 1]) &&
      complete(knowledge, rows.slice(0, i))
    )
      return i;
    if (
      i > 0 &&
      row.cells.every((cell) => roleOfHeader(knowledge, cell?.text ?? '') === 'other') &&
      !spansFromAbove(rows, i)
    )
      return i;
  }
  return Math.min(rows.length, 1);
}

/** A row "1 | 2 | 3 | 4" or "(A) | (B) | (1) | (2)" that only counts the columns. */
const counts = (row: PlanRow): boolean =>
  row.cells.length > 2 &&
  row.cells.every((cell, i) => {
    const mark = /^\(?(?<mark>\d{1,3}|[a-z])\)?$/iu.exec(cell?.text.trim() ?? '')?.groups?.mark ?? '';
    return mark === String(i + 1) || /^[a-z]$/iu.test(mark);
  });

const spansFromAbove = (rows: readonly PlanRow[], i: number): boolean =>
  rows[i]?.cells.some((cell) => cell !== undefined && rows[i - 1]?.cells.includes(cell)) ?? false;

/** A heading over several columns, which the row below parts: "Cơ quan thực hiện" over "Chủ trì | Phối hợp". */
const spreads = (row: PlanRow | undefined): boolean =>
  row?.cells.some((cell, i) => cell !== undefined && cell === row.cells[i - 1]) ?? false;

const complete = (knowledge: Knowledge, header: readonly PlanRow[]): boolean =>
  kindOf(columnsOf(knowledge, header)) !== 'other';

/** A first column that counts the rows, whatever is written above it. */
function numbered(columns: readonly PlanColumn[], rows: readonly PlanRow[]): readonly PlanColumn[] {
  if (columns[0]?.role !== 'other') return columns;
  const cells = rows.map((row) => row.cells[0]?.text.trim() ?? '');
  const counting = cells.filter((text) => /^(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,5})[.)]?$/u.test(text));
  return counting.length > 0 && counting.length >= cells.length * 0.6
    ? columns.map((column, i) => (i === 0 ? { ...column, role: 'number' } : column))
    : columns;
}

function repeatsHeader(row: PlanRow, header: readonly PlanRow[]): boolean {
  return header.some(
    (head) =>
      head.cells.length === row.cells.length &&
      head.cells.every((cell, i) => bare(cell?.text) === bare(row.cells[i]?.text)),
  );
}

/** A header may be broken elsewhere where it is repeated: "ST T", "STT". */
const bare = (text: string | undefined): string => keyOf(text ?? '').replaceAll(' ', '');

/** The different cells of a row, in order. */
export function distinct(row: PlanRow): LaidBlock[] {
  return [...new Set(row.cells.filter((cell) => cell !== undefined))];
}

function columnsOf(knowledge: Knowledge, header: readonly PlanRow[]): PlanColumn[] {
  const width = Math.max(0, ...header.map((row) => row.cells.length));
  return Array.from({ length: width }, (_, c) => {
    const texts = [...new Set(header.map((row) => row.cells[c]?.text ?? '').filter((text) => text !== ''))];
    const inner = texts.at(-1) ?? '';
    const own = roleOfHeader(knowledge, inner);
    // "Cơ quan thực hiện" over "Chủ trì | Phối hợp": the inner one decides, the outer one where the inner says nothing.
    const role = own === 'other' && texts.length > 1 ? roleOfHeader(knowledge, texts.join(' ')) : own;
    return { role, header: texts.join(' '), inner };
  });
}
