import type { Knowledge } from '../../knowledge/knowledge.ts';
import { labelOfLine } from '../../language/labels.ts';
import { isCountingHead, isYearHead } from '../../language/table-heads.ts';
import { type GridCell, tidyText } from '../blocks.ts';
import { allCapitals, terminated } from '../labels.ts';
import { beginsRecipients, isTableHead } from '../line-words.ts';
import { brokenRowsAt } from './broken-rows.ts';
import { cellLinesAt } from './cell-lines.ts';
import { closedRowsAt } from './closed-rows.ts';
import { isLetterhead } from './letterhead.ts';
import { columnsAt } from './page-lines.ts';
import { type RowLines, rowLinesAt } from './row-lines.ts';
import { spacedRowsAt } from './spaced-rows.ts';

/** A stretch of a plain text: running text, or the cells of a table that was flattened. Lines as they stand in the text. */
export type FlatPart =
  | { readonly kind: 'body'; readonly lines: readonly string[] }
  | { readonly kind: 'rows'; readonly cells: readonly GridCell[] }
  | {
      readonly kind: 'table';
      readonly cells: readonly (readonly string[])[];
      /** An empty cell stands between each two rows: rows had a bar at either end. */
      readonly marked: boolean;
    };

/** Lines of running text from which on one heading of a part tells that it is no cell. */
const MANY_LINES = 16;
/** Lines of a cell; what is longer is running text. */
const LONGEST_CELL = 60;

/** Cuts a text into running text and flattened tables: cells parted by lines that hold a bar alone, or rows with bars or tabs in them. */
export function flatParts(knowledge: Knowledge, lines: readonly string[]): FlatPart[] {
  return closedParts(knowledge, lines)
    .flatMap((part) => (part.kind === 'body' ? barParts(knowledge, part.lines) : [part]))
    .flatMap((part) => (part.kind === 'body' ? linedParts(knowledge, part.lines) : [part]));
}

/** Tables whose cells are each closed by a bar, and what stands between them. */
function closedParts(knowledge: Knowledge, lines: readonly string[]): FlatPart[] {
  const parts: FlatPart[] = [];
  let from = 0;
  for (let i = 0; i < lines.length; i++) {
    const rows = closedRowsAt(knowledge, lines, i);
    if (rows === undefined) continue;
    if (i > from) parts.push({ kind: 'body', lines: lines.slice(from, i) });
    parts.push({ kind: 'rows', cells: rows.cells });
    from = i + rows.lines;
    i = from - 1;
  }
  if (from < lines.length) parts.push({ kind: 'body', lines: lines.slice(from) });
  return parts;
}

function barParts(knowledge: Knowledge, lines: readonly string[]): FlatPart[] {
  const segments: string[][] = [[]];
  for (const line of lines) {
    if (line.trim() === '|') segments.push([]);
    else segments.at(-1)?.push(line);
  }
  if (segments.length < 2) return [{ kind: 'body', lines }];
  const parts: FlatPart[] = [];
  let cells: string[][] = [];
  let marked = false;
  const close = (): void => {
    if (cells.length > 0) parts.push({ kind: 'table', cells, marked });
    cells = [];
  };
  segments.forEach((segment, i) => {
    const last = i === segments.length - 1;
    // Where no bar opens a row, none closes the last one: its last cell stands before the text that follows.
    const end = last && !marked && lacksLastCell(cells) && isCell(segment[0]) ? 1 : 0;
    if (end > 0) cells.push(segment.slice(0, end));
    const cut = bodyEnd(knowledge, segment, i, segments[i + 1]);
    if (cut === undefined) {
      cells.push(segment);
      return;
    }
    close();
    const body = segment.slice(end, cut);
    if (!isEmpty(body)) parts.push({ kind: 'body', lines: body });
    if (last) return;
    const opening = segment.slice(cut);
    marked = isEmpty(opening);
    if (!marked) cells.push(opening);
  });
  close();
  return parts;
}

/** Whether the last of the rows that nothing at all parts is one cell shorter than most. */
function lacksLastCell(cells: readonly (readonly string[])[]): boolean {
  const rows = [0];
  for (const lines of cells) {
    if (lines.length === 0) rows.push(0);
    else rows[rows.length - 1] = (rows.at(-1) ?? 0) + 1;
  }
  const [last = 0] = rows.slice(-1);
  const alike = rows.slice(0, -1).filter((length) => length === last + 1).length;
  return last > 0 && alike > 1 && alike * 2 >= rows.length - 1;
}

const isCell = (line: string | undefined): boolean =>
  line !== undefined && line.trim() !== '' && line.length <= LONGEST_CELL && !terminated(tidyText(line));

const isEmpty = (lines: readonly string[] | undefined): boolean =>
  lines === undefined || lines.every((line) => line.trim() === '');

/**
 * How many lines of what stands between two bars are running text, the rest being the first cell of the next table.
 *
 * @returns undefined where all of it is one cell
 */
function bodyEnd(
  knowledge: Knowledge,
  segment: readonly string[],
  index: number,
  next: readonly string[] | undefined,
): number | undefined {
  if (next === undefined) return segment.length;
  const lines = segment.map(tidyText);
  const filled = lines.filter((line) => line !== '').length;
  if (filled === 0) return index === 0 ? segment.length : undefined;
  const recipients = lines.findIndex((line) => beginsRecipients(line));
  const last = lines.findLastIndex((line) => line !== '');
  // "Số" over "TT", "Tên" over "chỉ tiêu": one head.
  const end = last > 0 && isTableHead(knowledge, `${lines[last - 1]} ${lines[last]}`) ? last - 1 : last;
  // What stands before a year heads a column too, whatever it is.
  const headed =
    end < last ||
    isTableHead(knowledge, lines[end] ?? '') ||
    (index === 0 && isCell(lines[end]) && isYearHead(knowledge, tidyText(next.join(' '))));
  const afterBlank = index > 0 && lines[0] === '';
  const labels = lines.filter((line) =>
    /^(?:roman|part|article|appendix)$/u.test(labelOfLine(line)?.kind ?? ''),
  ).length;
  const body =
    afterBlank ||
    recipients > 0 ||
    beginsAppendix(lines) ||
    (headed && filled > last - end + 1) ||
    lines.length > LONGEST_CELL ||
    (labels >= 2 && filled > 8) ||
    (labels > 0 && filled > MANY_LINES);
  // What counts the rows heads the first column: nothing of the table stands before it.
  const begins = isCountingHead(knowledge, tidyText(next.join(' ')));
  if (index === 0 && !body) {
    if (lines.at(-1) === '' || begins) return segment.length;
    return isLetterhead(knowledge, [[segment.join(' '), next.join(' ')]]) ? 0 : lastCell(lines, end);
  }
  if (!body) return undefined;
  if (beginsAppendix(lines)) return headed ? end : segment.length;
  if (recipients >= 0 && lines.length - recipients <= LONGEST_CELL && lines.at(-1) !== '') return recipients;
  if (lines.at(-1) === '' || begins) return segment.length;
  return headed ? end : lastCell(lines, end);
}

/** The name of an appendix in capitals, with its title below: no cell, though bars stand above and below it. */
function beginsAppendix(lines: readonly string[]): boolean {
  const [name = '', title = ''] = lines.filter((line) => line !== '');
  return labelOfLine(name)?.kind === 'appendix' && allCapitals(name) && allCapitals(title) && title.length > 8;
}

/** Where the last line can be a header cell it is one; else the bar opens a row. */
function lastCell(lines: readonly string[], end: number): number {
  const line = lines[end] ?? '';
  return line.length <= 60 && !terminated(line) && labelOfLine(line) === undefined ? end : lines.length;
}

/** Stretches of running text, letterheads set with spaces and tables whose rows keep to a line. */
function linedParts(knowledge: Knowledge, lines: readonly string[]): FlatPart[] {
  const parts: FlatPart[] = [];
  let body: string[] = [];
  const add = (part: FlatPart): void => {
    if (body.length > 0) parts.push({ kind: 'body', lines: body });
    body = [];
    parts.push(part);
  };
  for (let i = 0; i < lines.length; ) {
    const columns = columnsAt(knowledge, lines, i);
    const rows =
      columns === undefined
        ? (rowsAt(knowledge, lines, i) ?? cellLinesAt(knowledge, lines, i) ?? spacedRowsAt(knowledge, lines, i))
        : undefined;
    if (columns !== undefined) add({ kind: 'table', cells: [columns.left, columns.right], marked: false });
    else if (rows !== undefined) add({ kind: 'rows', cells: rows.cells });
    else body.push(lines[i] ?? '');
    i += columns?.lines ?? rows?.lines ?? 1;
  }
  if (body.length > 0) parts.push({ kind: 'body', lines: body });
  return parts;
}

/** The table that begins at a line: of a row a line and of rows broken over lines what takes more of them. */
export function rowsAt(knowledge: Knowledge, lines: readonly string[], from: number): RowLines | undefined {
  const rows = rowLinesAt(knowledge, lines, from);
  const broken = brokenRowsAt(knowledge, lines, from);
  return broken !== undefined && broken.lines > (rows?.lines ?? 0) ? broken : rows;
}
