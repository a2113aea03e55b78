import { element, valued } from '../docx/markup.ts';
import type { Binary } from './binary.ts';
import { type Change, CODE, last, range } from './properties.ts';

/** What the end of a row says of its cells. */
interface Row {
  readonly cells: readonly string[];
  /** Positions of the borders between the cells, in twentieths of a point. */
  readonly edges: readonly number[];
  readonly merges: readonly Merge[];
}

interface Merge {
  /** Goes on the cell to its left. */
  readonly joined: boolean;
  readonly vertical: 'restart' | 'continue' | undefined;
}

const CELL_SIZE = 20;
/** Borders this near to each other are one: rows that were drawn by hand differ by a hair. */
const HAIR = 40;

/** A table in the making: its rows as they end, and the cell at hand. */
export interface TableBuilder {
  readonly rows: Row[];
  cells: string[];
  content: string;
}

export function tableBuilder(): TableBuilder {
  return { rows: [], cells: [], content: '' };
}

export function endCell(table: TableBuilder): void {
  table.cells.push(table.content === '' ? '<w:p/>' : table.content);
  table.content = '';
}

export function endRow(table: TableBuilder, properties: readonly Change[]): void {
  if (table.content !== '') endCell(table);
  const definition = last(properties, CODE.tableRow);
  const count = definition?.u8(2) ?? 0;
  const edges = definition === undefined ? [] : range(count + 1).map((index) => definition.i16(3 + index * 2));
  const start = 3 + (count + 1) * 2;
  const merges = range(count).map((index): Merge => mergeOf(definition, start + index * CELL_SIZE));
  for (const { code, operand } of properties) {
    if (code !== CODE.verticalMerge) continue;
    const cell = merges[operand.u8(1)];
    if (cell !== undefined) merges[operand.u8(1)] = { ...cell, vertical: verticalOf(operand.u8(2)) };
  }
  table.rows.push({ cells: table.cells, edges, merges });
  table.cells = [];
}

function mergeOf(definition: Binary | undefined, at: number): Merge {
  const flags = definition === undefined || at + 2 > definition.length ? 0 : definition.u16(at);
  return { joined: (flags & 0x3) === 2, vertical: verticalOf((flags >> 5) & 0x3) };
}

function verticalOf(flags: number): Merge['vertical'] {
  return flags === 1 ? 'continue' : flags === 3 ? 'restart' : undefined;
}

/** Writes the table; the columns are all borders of all rows. */
export function writeTable(table: TableBuilder): string {
  if (table.cells.length > 0 || table.content !== '') endRow(table, []);
  const columns = gridOf(table.rows);
  return element('tbl', `<w:tblPr/>${table.rows.map((row) => writeRow(row, columns)).join('')}`);
}

function gridOf(rows: readonly Row[]): number[] {
  const all = [...new Set(rows.flatMap(({ edges }) => edges))].sort((a, b) => a - b);
  return all.filter((edge, index) => index === 0 || edge - (all[index - 1] ?? 0) > HAIR);
}

function writeRow({ cells, edges, merges }: Row, columns: readonly number[]): string {
  /** Number of the column that begins at an edge. */
  const column = (edge: number): number => columns.findLastIndex((each) => each <= edge);
  const before = edges[0] === undefined ? 0 : column(edges[0]);
  const written: string[] = [];
  let index = 0;
  while (index < cells.length) {
    let end = index + 1;
    while (end < cells.length && merges[end]?.joined === true) end += 1;
    const [left, right] = [edges[index], edges[end]];
    const span = left === undefined || right === undefined ? end - index : Math.max(1, column(right) - column(left));
    const vertical = merges[index]?.vertical;
    const properties = valued('gridSpan', span) + (vertical === undefined ? '' : valued('vMerge', vertical));
    written.push(element('tc', element('tcPr', properties) + cells.slice(index, end).join('')));
    index = end;
  }
  return element('tr', (before > 0 ? element('trPr', valued('gridBefore', before)) : '') + written.join(''));
}
