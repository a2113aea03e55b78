import { readLabel } from './labels.ts';
import type { LaidBlock } from './laid.ts';
import type { Outline, OutlineNode } from './outline.ts';
import { keyOf } from './words.ts';

/** What a column of a table holds. */
export type ColumnRole =
  | 'number'
  | 'content'
  | 'product'
  | 'lead'
  | 'cooperate'
  | 'time'
  | 'note'
  | 'indicator'
  | 'unit'
  | 'value'
  | 'funding'
  | 'other';

export interface Column {
  readonly role: ColumnRole;
  /** Header text, the outer header first where it has several rows. */
  readonly header: string;
}

/** A row of the grid: the cell that covers each column, spans included. */
export interface TableRow {
  readonly row: number;
  readonly cells: readonly (LaidBlock | undefined)[];
}

export interface PlanTable {
  readonly kind: 'task' | 'target' | 'other';
  readonly node: OutlineNode;
  readonly columns: readonly Column[];
  /** Rows below the header. */
  readonly rows: readonly TableRow[];
  readonly start: number;
  readonly end: number;
}

/** All tables of the body, in reading order. */
export function readTables(body: readonly LaidBlock[], outline: Outline): PlanTable[] {
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
    const header = headerRows(rows);
    const columns = columnsOf(rows.slice(0, header));
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

function gridOf(cells: readonly LaidBlock[]): TableRow[] {
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
function headerRows(rows: readonly TableRow[]): number {
  for (let i = 0; i < Math.min(rows.length, 4); i++) {
    const row = rows[i];
    if (row === undefined) break;
    const first = row.cells[0]?.text ?? '';
    const texts = distinct(row).map((cell) => cell.text);
    if (i > 0 && (/^(?:\d+(?:\.\d+)*|[IVXLC]+|[a-zđ])[.)]?$/u.test(first) || readLabel(first) !== undefined))
      return counts(row) ? i + 1 : i;
    if (i > 0 && texts.filter((text) => text !== '').length <= 1) return i;
    if (i > 0 && row.cells.every((cell) => roleOfHeader(cell?.text ?? '') === 'other') && !spansFromAbove(rows, i))
      return i;
  }
  return Math.min(rows.length, 1);
}

/** A row "1 | 2 | 3 | 4" that only counts the columns. */
const counts = (row: TableRow): boolean =>
  row.cells.length > 2 &&
  row.cells.every((cell, i) =>
    new RegExp(String.raw`^\(?(?:${i + 1}|[a-z${String.fromCharCode(64 + i + 1)}])\)?$`, 'iu').test(
      cell?.text.trim() ?? '',
    ),
  );

const spansFromAbove = (rows: readonly TableRow[], i: number): boolean =>
  rows[i]?.cells.some((cell) => cell !== undefined && rows[i - 1]?.cells.includes(cell)) ?? false;

function repeatsHeader(row: TableRow, header: readonly TableRow[]): boolean {
  return header.some(
    (head) =>
      head.cells.length === row.cells.length &&
      head.cells.every((cell, i) => keyOf(cell?.text ?? '') === keyOf(row.cells[i]?.text ?? '')),
  );
}

/** The different cells of a row, in order. */
export function distinct(row: TableRow): LaidBlock[] {
  return [...new Set(row.cells.filter((cell) => cell !== undefined))];
}

function columnsOf(header: readonly TableRow[]): Column[] {
  const width = Math.max(0, ...header.map((row) => row.cells.length));
  return Array.from({ length: width }, (_, c) => {
    const texts = [...new Set(header.map((row) => row.cells[c]?.text ?? '').filter((text) => text !== ''))];
    const inner = texts.at(-1) ?? '';
    const own = roleOfHeader(inner);
    // "Cơ quan thực hiện" over "Chủ trì | Phối hợp": the inner one decides, the outer one where the inner says nothing.
    const role = own === 'other' && texts.length > 1 ? roleOfHeader(texts.join(' ')) : own;
    return { role, header: texts.join(' ') };
  });
}

const YEAR = /(?:^|[^\d])(?:19|20)\d\d(?:$|[^\d])/u;

/** The role of a column by the words of its header. */
export function roleOfHeader(header: string): ColumnRole {
  const key = header.normalize('NFC').toLowerCase().replace(/[./]+/gu, ' ').replace(/\s+/gu, ' ').trim();
  if (key === '') return 'other';
  if (/^(?:stt|tt|số tt|số thứ tự|thứ tự)$/u.test(key)) return 'number';
  if (/ghi chú/u.test(key)) return 'note';
  if (/kinh phí|dự toán|nguồn vốn|tổng mức|vốn/u.test(key)) return 'funding';
  if (/phối hợp/u.test(key) && !/chủ trì/u.test(key)) return 'cooperate';
  if (
    /chủ trì|tham mưu|phụ trách|chịu trách nhiệm|(?:cơ quan|đơn vị|phân công|người|tổ chức)\s*(?:,\s*\S+\s*)?(?:thực hiện|triển khai|theo dõi)|^phân công|^(?:cơ quan|đơn vị) ?, ?(?:cơ quan|đơn vị)/u.test(
      key,
    )
  )
    return 'lead';
  if (/^(?:đvt|đơn vị tính|đơn vị|đơn vị đo)$/u.test(key) || /đơn vị tính/u.test(key)) return 'unit';
  if (/sản phẩm|đầu ra/u.test(key)) return 'product';
  if (/thời gian|tiến độ|thời hạn|lộ trình|(?<!(?:kết quả|mức độ|tỷ lệ) )hoàn thành|mốc|thời điểm/u.test(key))
    return 'time';
  if (/^(?:nội dung|tên|danh mục)(?: các)? (?:chỉ tiêu|mục tiêu|chỉ số)/u.test(key)) return 'indicator';
  if (/nội dung|nhiệm vụ|công việc|hoạt động|giải pháp|tên đề án|tên dự án/u.test(key)) return 'content';
  if (YEAR.test(` ${key} `)) return 'value';
  if (/^(?:các |tên |hệ thống )?(?:chỉ tiêu|tiêu chí|chỉ số|mục tiêu)(?! (?:đến|năm|giai đoạn|\d))/u.test(key))
    return 'indicator';
  if (/kế hoạch|mục tiêu|chỉ tiêu|giai đoạn|thực hiện|ước|giá trị|mức/u.test(key)) return 'value';
  if (/kết quả/u.test(key)) return 'product';
  return 'other';
}

function kindOf(columns: readonly Column[]): PlanTable['kind'] {
  const has = (role: ColumnRole): boolean => columns.some((column) => column.role === role);
  if (has('indicator') && (has('value') || has('unit') || has('lead') || has('time') || has('product')))
    return 'target';
  if (has('content') && (has('lead') || has('time') || has('cooperate'))) return 'task';
  if (has('content') && has('unit') && has('value')) return 'target';
  return 'other';
}
