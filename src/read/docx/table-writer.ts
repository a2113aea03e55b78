import { element, valued } from './markup.ts';

/** Where the cells of a row stand and how they are merged. */
export interface RowLayout {
  /** Positions of the borders between the cells, in twentieths of a point; none where the file does not tell. */
  readonly edges: readonly number[];
  readonly merges: readonly Merge[];
}

export interface Merge {
  /** Goes on the cell to its left. */
  readonly joined: boolean;
  readonly vertical: 'restart' | 'continue' | undefined;
}

interface Row extends RowLayout {
  readonly cells: readonly string[];
}

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

export function endRow(table: TableBuilder, layout: RowLayout): void {
  if (table.content !== '') endCell(table);
  table.rows.push({ cells: table.cells, ...layout });
  table.cells = [];
}

/** Writes the table; the columns are all borders of all rows. */
export function writeTable(table: TableBuilder): string {
  if (table.cells.length > 0 || table.content !== '') endRow(table, { edges: [], merges: [] });
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
