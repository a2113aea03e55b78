import type { Knowledge } from '../../knowledge/knowledge.ts';
import { labelOfLine } from '../../language/labels.ts';
import { type GridCell, tidyLines } from '../blocks.ts';
import { isLetterhead } from '../text/letterhead.ts';
import { type HtmlNode, type NodeMeasure, SOURCE_SPACE, visit } from './dom.ts';
import { type ListCounter, listCounter, nextLabel } from './list.ts';
import { raisedFrom } from './raised.ts';

const MOST_COLUMNS = 200;
/** Text of a cell from which on it is a part of a page, not a piece of data. */
const LONGEST_CELL = 4000;

const SECTIONS = new Set(['thead', 'tbody', 'tfoot']);
/** Elements that begin and end lines, in a cell as elsewhere. */
export const LINES: ReadonlySet<string> = new Set([
  'p',
  'div',
  'tr',
  'li',
  'ul',
  'ol',
  'dl',
  'dt',
  'dd',
  'table',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'blockquote',
  'section',
  'article',
  'center',
  'pre',
]);

/** Rows of a table itself, not of tables inside it. */
function rowsOfTable(table: HtmlNode): HtmlNode[] {
  const rows: HtmlNode[] = [];
  for (const child of table.children ?? []) {
    if (child.name === 'tr') rows.push(child);
    else if (SECTIONS.has(child.name ?? ''))
      for (const row of child.children ?? []) if (row.name === 'tr') rows.push(row);
  }
  return rows;
}

const cellsOfRow = (row: HtmlNode): HtmlNode[] =>
  (row.children ?? []).filter(({ name }) => name === 'td' || name === 'th');

/** A table's cells in the grid that their spans make. */
export function gridOf(table: HtmlNode): GridCell[] {
  const rows = rowsOfTable(table);
  const grid: GridCell[] = [];
  /** For each column, the first row that no span from above reaches. */
  const free: number[] = [];
  rows.forEach((tr, row) => {
    let column = 0;
    for (const td of cellsOfRow(tr)) {
      while ((free[column] ?? 0) > row) column++;
      const columnSpan = Math.min(span(td, 'colspan'), Math.max(1, MOST_COLUMNS - column));
      const wanted = span(td, 'rowspan', true);
      const rowSpan = Math.max(1, Math.min(wanted === 0 ? rows.length : wanted, rows.length - row));
      const { text, bold } = cellText(td);
      grid.push({ row, column, rowSpan, columnSpan, text, bold });
      for (let c = column; c < column + columnSpan; c++) free[c] = row + rowSpan;
      column += columnSpan;
    }
  });
  return grid;
}

function span(cell: HtmlNode, name: 'colspan' | 'rowspan', zero = false): number {
  const value = Number.parseInt(cell.attribs?.[name] ?? '1', 10);
  return Number.isFinite(value) && value >= (zero ? 0 : 1) ? value : 1;
}

export const isBoldElement = ({ name, attribs }: HtmlNode): boolean =>
  name === 'b' ||
  name === 'strong' ||
  name === 'th' ||
  /^h[1-6]$/u.test(name ?? '') ||
  /font-weight\s*:\s*(?:bold|[6-9]00)/iu.test(attribs?.style ?? '');

export const isRaisedElement = ({ name, attribs }: HtmlNode): boolean =>
  name === 'sup' || /vertical-align\s*:\s*super/iu.test(attribs?.style ?? '');

/** Text of a cell, its paragraphs and line breaks as lines; the rows of a table inside it are lines too. */
export function cellText(cell: HtmlNode): { text: string; bold: boolean } {
  let text = '';
  let bold = isBoldElement(cell) ? 1 : 0;
  let plain = false;
  let letters = false;
  let raised: number | undefined;
  const lists: ListCounter[] = [];
  visit(cell, {
    enter: (element) => {
      const name = element.name ?? '';
      if (name === 'br') {
        text += '\n';
        return false;
      }
      if (LINES.has(name)) text += '\n';
      else if (name === 'td' || name === 'th') text += ' ';
      if (name === 'ol' || name === 'ul') lists.push(listCounter(element));
      const counter = lists.at(-1);
      if (name === 'li' && counter !== undefined) text += labelled(nextLabel(counter, element), element);
      if (isBoldElement(element)) bold++;
      if (isRaisedElement(element)) raised = text.length;
      return true;
    },
    leave: (element) => {
      const name = element.name ?? '';
      if (raised !== undefined && isRaisedElement(element)) {
        text = raisedFrom(text, raised);
        raised = undefined;
      }
      if (LINES.has(name)) text += '\n';
      if (name === 'ol' || name === 'ul') lists.pop();
      if (isBoldElement(element)) bold--;
    },
    text: (data) => {
      text += data.replace(SOURCE_SPACE, ' ');
      if (/\S/u.test(data)) {
        letters = true;
        if (bold === 0) plain = true;
      }
    },
  });
  return { text: tidyLines(text), bold: letters && !plain };
}

/** A computed label, unless the item has a printed one, or nothing that could be labelled. */
export function labelled(label: string, item: HtmlNode): string {
  const text = firstText(item);
  return label === '' || text === '' || labelOfLine(text) !== undefined ? '' : `${label} `;
}

/** The first letters in an item, as many as a label takes. */
function firstText(item: HtmlNode): string {
  let text = '';
  const pending: HtmlNode[] = [item];
  for (let seen = 0; seen < 200 && text.length < 40; seen++) {
    const node = pending.pop();
    if (node === undefined) break;
    if (node.type === 'text') text = `${text}${(node.data ?? '').slice(0, 200)}`.trimStart();
    else pending.push(...(node.children ?? []).slice(0, 50).reverse());
  }
  return text;
}

/**
 * Whether a table only sets text side by side: a letterhead or closing block, or a box or page layout.
 *
 * @returns undefined for a table of data
 */
export function layoutOf(
  knowledge: Knowledge,
  table: HtmlNode,
  measures: ReadonlyMap<HtmlNode, NodeMeasure>,
): 'letterhead' | 'box' | undefined {
  const rows = rowsOfTable(table);
  const size = measures.get(table);
  if (rows.length <= 8 && (size?.characters ?? 0) < 3000) {
    if (
      isLetterhead(
        knowledge,
        rows.map((row) => cellsOfRow(row).map((cell) => cellText(cell).text)),
      )
    )
      return 'letterhead';
  }
  if (/^(?:presentation|none)$/iu.test(table.attribs?.role ?? '')) return 'box';
  if (size !== undefined && size.tables > 0 && (size.tableCharacters * 2 > size.characters || rows.length < 3))
    return 'box';
  const widest = rows.slice(0, 50).reduce((most, row) => Math.max(most, cellsOfRow(row).length), 0);
  if (widest > 1 && rows.some((row) => cellsOfRow(row).some(({ name }) => name === 'th'))) return undefined;
  if (rows.length < 2 || widest < 2) return 'box';
  const long = rows.some((row) => cellsOfRow(row).some((cell) => (measures.get(cell)?.characters ?? 0) > LONGEST_CELL));
  return long ? 'box' : undefined;
}
