import { textBelow } from './left-out.ts';
import { child, children, descendants, type Element, isWordElement, make, makeRun, remove } from './xml.ts';

/** From so many rows on a table holds data, where most of its letters are its own; others only set tables side by side. */
const ROWS = 3;

/**
 * Makes the tables in the cells of a table of data lines of those cells, each figure behind the head that it stands under: "Năm 2026:
 * 90%". Tables that are only set in another one are read as tables of their own.
 * So are those in a table of one column, which only sets one thing below another.
 */
export function writeNestedTables(root: Element, names: ReadonlySet<string>): void {
  if (!names.has('tbl')) return;
  for (const table of descendants(root, 'tbl')) {
    if (tableAround(table) !== undefined) continue;
    const inner = descendants(table, 'tbl');
    if (inner.length === 0 || !holdsData(table, inner)) continue;
    // Innermost first: what stands in a cell is its text by then.
    for (const each of inner.reverse()) {
      for (const line of linesOfTable(each)) each.parentNode?.insertBefore(paragraphOf(each, line), each);
      remove(each);
    }
  }
}

function tableAround(table: Element): Element | undefined {
  let node = table.parentNode;
  while (node !== null && !isWordElement(node, 'tbl')) node = node.parentNode;
  return isWordElement(node, 'tbl') ? node : undefined;
}

function holdsData(table: Element, inner: readonly Element[]): boolean {
  const rows = children(table, 'tr');
  if (rows.length < ROWS || rows.every((row) => children(row, 'tc').length <= 1)) return false;
  const lengthOf = (element: Element): number => textBelow(element).replace(/\s+/gu, '').length;
  const nested = inner.filter((each) => tableAround(each) === table).reduce((sum, each) => sum + lengthOf(each), 0);
  return nested * 2 <= lengthOf(table);
}

const YEAR = /(?<!\d)20\d{2}(?!\d)/gu;
const hasFigure = (text: string): boolean => /\d/u.test(text.replace(YEAR, ''));

/** Cells, and what is written between them. */
type Line = readonly (string | Element)[];

const textOf = (cell: Element): string => textBelow(cell).replace(/\s+/gu, ' ').trim();

/** Signs of symbol fonts have no letter of their own. */
const isFilled = (part: Element): boolean => textOf(part) !== '' || descendants(part, 'sym').length > 0;

function linesOfTable(table: Element): Line[] {
  const whole = children(table, 'tr').map((row) => children(row, 'tc'));
  const rows = isNumbered(whole) ? whole.map((row) => row.slice(1)) : whole;
  const [heads = [], ...below] = rows;
  const even = rows.every((row) => row.length === heads.length) && !hasMerged(table);
  const holdsFigure = (cell: Element): boolean => hasFigure(textOf(cell));
  const headed =
    even &&
    heads.length > 1 &&
    below.length > 0 &&
    !heads.some(holdsFigure) &&
    below.every((row) => row.some(holdsFigure));
  if (!headed) return rows.map((row) => pair(row)).filter((line) => line.length > 0);
  return below.flatMap((row) => {
    const [label, ...values] = row;
    // Where figures stand in all columns, no column names them.
    if (label === undefined || holdsFigure(label)) return row.map((value, i) => pair([heads[i], value]));
    return values.flatMap((value, i) => {
      const head = heads[i + 1];
      if (!isFilled(value)) return [];
      const named = head !== undefined && (values.length > 1 || /\d/u.test(textOf(head)));
      return [named ? [label, ', ', ...pair([head, value])] : pair([label, value])];
    });
  });
}

/** Whether the first column only counts the rows, 1, 2, 3, and the second says what they are. */
function isNumbered([heads = [], ...rows]: readonly (readonly Element[])[]): boolean {
  return (
    heads.length > 2 &&
    rows.length > 0 &&
    rows.every(
      ([first, label, ...values], i) =>
        first !== undefined &&
        label !== undefined &&
        values.length === heads.length - 2 &&
        textOf(first).replace(/[.)]$/u, '') === String(i + 1) &&
        /^\p{L}/u.test(textOf(label)) &&
        !hasFigure(textOf(label)),
    )
  );
}

/** "Cấp tỉnh: 90%"; of more cells than two the others follow. */
function pair(row: readonly (Element | undefined)[]): Line {
  const cells = row.filter((cell) => cell !== undefined && isFilled(cell));
  return cells.flatMap((cell, i) => {
    if (cell === undefined) return [];
    if (i === 0) return [cell];
    const colon = i === 1 && !/:$/u.test(textOf(cells[0] ?? cell));
    return [colon ? ': ' : i === 1 ? ' ' : ', ', cell];
  });
}

/** One paragraph of the runs of several cells, each as it is printed there. */
function paragraphOf(beside: Element, line: Line): Element {
  const paragraph = make(beside, 'p');
  for (const piece of line) {
    if (typeof piece === 'string') paragraph.appendChild(makeRun(beside, piece));
    else
      for (const [i, own] of descendants(piece, 'p').filter(isFilled).entries()) {
        if (i > 0) paragraph.appendChild(makeRun(beside, ' '));
        for (const run of children(own, 'r')) paragraph.appendChild(run.cloneNode(true));
      }
  }
  return paragraph;
}

const hasMerged = (table: Element): boolean =>
  descendants(table, 'tc').some((cell) => {
    const properties = child(cell, 'tcPr');
    return child(properties, 'vMerge') !== undefined || child(properties, 'gridSpan') !== undefined;
  });
