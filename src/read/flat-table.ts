import { tidy } from './blocks.ts';
import { labelOf, terminated } from './labels.ts';
import { isLetterhead } from './letterhead.ts';

/** A stretch of a plain text: running text, or the cells of a table that was flattened. Lines as they stand in the text. */
export type FlatPart =
  | { readonly kind: 'body'; readonly lines: readonly string[] }
  | {
      readonly kind: 'table';
      readonly cells: readonly (readonly string[])[];
      /** An empty cell stands between each two rows: rows had a bar at either end. */
      readonly marked: boolean;
      /** Known where the text keeps a row on a line. */
      readonly columns?: number;
    };

/** First cells of the header row of tables in plans. */
const TABLE_HEADS = /^(?:S?TT|Số TT|Số thứ tự|Stt|Nội dung|Nhiệm vụ|Chỉ tiêu|Tên chỉ tiêu|Mục tiêu|Lĩnh vực|Đơn vị)$/iu;
const RECIPIENTS = /^N[ơƠ][iI]\s+n[hH]ận\s*:?/iu;
/** Lines of a cell; what is longer is running text. */
const LONGEST_CELL = 60;

/** Cuts a text into running text and flattened tables: cells parted by lines that hold a bar alone, or rows with bars or tabs in them. */
export function flatParts(lines: readonly string[]): FlatPart[] {
  return barParts(lines).flatMap((part) => (part.kind === 'body' ? inlineParts(part.lines) : [part]));
}

function barParts(lines: readonly string[]): FlatPart[] {
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
    const cut = bodyEnd(segment, i, segments[i + 1]);
    if (cut === undefined) {
      cells.push(segment);
      return;
    }
    close();
    const body = segment.slice(0, cut);
    if (!isEmpty(body)) parts.push({ kind: 'body', lines: body });
    if (last) return;
    const opening = segment.slice(cut);
    marked = isEmpty(opening);
    if (!marked) cells.push(opening);
  });
  close();
  return parts;
}

const isEmpty = (lines: readonly string[] | undefined): boolean =>
  lines === undefined || lines.every((line) => line.trim() === '');

/**
 * How many lines of what stands between two bars are running text, the rest being the first cell of the next table.
 *
 * @returns undefined where all of it is one cell
 */
function bodyEnd(segment: readonly string[], index: number, next: readonly string[] | undefined): number | undefined {
  if (next === undefined) return segment.length;
  const lines = segment.map(tidy);
  const filled = lines.filter((line) => line !== '').length;
  if (filled === 0) return index === 0 ? segment.length : undefined;
  const recipients = lines.findIndex((line) => RECIPIENTS.test(line));
  const end = lines.findLastIndex((line) => line !== '');
  const headed = TABLE_HEADS.test(lines[end] ?? '');
  const afterBlank = index > 0 && lines[0] === '';
  const labels = lines.filter((line) => /^(?:roman|part|article|appendix)$/u.test(labelOf(line)?.kind ?? '')).length;
  const body =
    afterBlank ||
    recipients > 0 ||
    (headed && filled > 1) ||
    lines.length > LONGEST_CELL ||
    (labels >= 2 && filled > 8);
  if (index === 0 && !body) {
    if (lines.at(-1) === '') return segment.length;
    return isLetterhead([[segment.join(' '), next.join(' ')]]) ? 0 : lastCell(lines, end);
  }
  if (!body) return undefined;
  if (recipients >= 0 && lines.length - recipients <= LONGEST_CELL && lines.at(-1) !== '') return recipients;
  if (lines.at(-1) === '') return segment.length;
  return headed ? end : lastCell(lines, end);
}

/** Where the last line can be a header cell it is one; else the bar opens a row. */
function lastCell(lines: readonly string[], end: number): number {
  const line = lines[end] ?? '';
  return line.length <= 60 && !terminated(line) && labelOf(line) === undefined ? end : lines.length;
}

/** Rows that keep to one line: "a | b | c", or cells parted by tabs. */
function inlineParts(lines: readonly string[]): FlatPart[] {
  const parts: FlatPart[] = [];
  let body: string[] = [];
  for (let i = 0; i < lines.length; ) {
    const split = splitterAt(lines, i);
    if (split === undefined) {
      body.push(lines[i] ?? '');
      i++;
      continue;
    }
    const columns = split(lines[i] ?? '').length;
    const cells: string[][] = [];
    while (i < lines.length && split(lines[i] ?? '').length === columns) {
      cells.push(...split(lines[i] ?? '').map((cell) => [cell]));
      i++;
    }
    if (body.length > 0) parts.push({ kind: 'body', lines: body });
    body = [];
    parts.push({ kind: 'table', cells, marked: false, columns });
  }
  if (body.length > 0) parts.push({ kind: 'body', lines: body });
  return parts;
}

const onBars = (line: string): string[] =>
  line
    .trim()
    .replace(/^\||\|$/gu, '')
    .split(/\s*\|\s*/u);
const onTabs = (line: string): string[] => line.split('\t');
/** "Hình 1. Sơ đồ ……… 9": a line of a table of contents. */
const CONTENTS = /(?:\t|\.{3,}|…)\s*\d{1,4}\s*$/u;

function splitterAt(lines: readonly string[], i: number): ((line: string) => string[]) | undefined {
  const line = lines[i] ?? '';
  const next = lines[i + 1] ?? '';
  if (line.includes('|') && next.includes('|')) {
    const columns = onBars(line).length;
    if (columns >= 2 && onBars(next).length === columns) return onBars;
  }
  if (line.includes('\t') && next.includes('\t') && !CONTENTS.test(line)) {
    const columns = onTabs(line).length;
    if (columns >= 3 && onTabs(next).length === columns) return onTabs;
  }
  return undefined;
}
