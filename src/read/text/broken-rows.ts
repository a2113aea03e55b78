import type { Knowledge } from '../../knowledge/knowledge.ts';
import { labelOfLine } from '../../language/labels.ts';
import { isCountingHead } from '../../language/table-heads.ts';
import { tidyText } from '../blocks.ts';
import { terminated } from '../labels.ts';
import { gridOfRows, type RowLines } from './row-lines.ts';

/** Lines of the heads, of a row, and of anything, at most: what goes on for longer is text. */
const MOST_HEADS = 6;
const MOST_LINES = 60;
const LONGEST = 20_000;
/** Rows that show that lines are those of a table. */
const FEWEST_ROWS = 3;

interface Row {
  text: string;
  /** The line behind it. */
  end: number;
}

/**
 * The table that begins at a line: cells parted by tabs, of which some are broken over several lines, as they are where a table was
 * copied out of Word or its lines were wrapped. Its rows are counted ("TT": 1, 2, 3); each goes on until it has a cell for each head, and
 * the last cell until the next row.
 */
export function brokenRowsAt(knowledge: Knowledge, lines: readonly string[], from: number): RowLines | undefined {
  const first = lines[from] ?? '';
  const heading = first.split('\t', 1)[0] ?? '';
  if (heading.length === first.length || !isCountingHead(knowledge, tidyText(heading))) return undefined;
  const begin = lines
    .slice(from + 1, from + 1 + MOST_HEADS)
    .findIndex((line, i) => opens(line, following(lines, from + 1 + i)));
  if (begin < 0) return undefined;
  const heads = cellsOf(lines.slice(from, from + 1 + begin).join(' '));
  if (heads.length < 3) return undefined;
  const rows = rowsFrom(lines, from + 1 + begin, heads.length);
  if (rows.length < FEWEST_ROWS) return undefined;
  const grid = [heads, ...rows.map(({ text }) => cellsOf(text))];
  return { cells: gridOfRows(knowledge, grid, heads.length), lines: (rows.at(-1)?.end ?? from) - from };
}

/** Whether a line opens the first row, or a group of rows with a row behind it. */
const opens = (line: string, next: string | undefined): boolean =>
  countOf(line) !== undefined || (isGroup(line) && countOf(next ?? '') !== undefined);

const cellsOf = (text: string): string[] => text.split('\t').map((cell) => cell.replace(/^ +| +$/gu, ''));

/** "3" of "3\tTỷ lệ …", "2.1", "II", and nothing where the cell of the count is empty. */
const countOf = (line: string): string | undefined =>
  /^\s{0,3}(?<count>\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,6}|[A-Ha-h])[.)]?[ \u00a0]*\t/u.exec(line)?.groups?.count ??
  (line.startsWith('\t') ? '' : undefined);

/** "I. Kinh tế số" over rows: a title across the table. */
const isGroup = (line: string): boolean =>
  line.length < 120 &&
  !line.includes('\t') &&
  /^(?:roman|letter|part)$/u.test(labelOfLine(line.trimStart())?.kind ?? '') &&
  !terminated(line.trimEnd());

/** Whether a row that is counted so may come behind the one counted before it. */
function follows(count: string, before: number): boolean {
  return !/^\d+$/u.test(count) || Number(count) === before + 1 || Number(count) === 1;
}

function rowsFrom(lines: readonly string[], from: number, columns: number): readonly Row[] {
  const rows: Row[] = [];
  let [number, open, blank] = [0, 0, false];
  const filled = (row: Row | undefined): boolean =>
    row === undefined || row.text.split('\t').length === columns || !row.text.includes('\t');
  // Empty cells at the end of a row are lost with the blanks there.
  const closed = (row: Row | undefined): boolean =>
    row === undefined ||
    filled(row) ||
    row.text.split('\t').length === columns - 1 ||
    /^[IVXLC]+(?!\p{L})/u.test(row.text);
  for (let i = from; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (line.trim() === '') {
      if (blank) break;
      blank = true;
      continue;
    }
    const before = rows.at(-1);
    const count = countOf(line);
    const group = isGroup(line) && opens(following(lines, i) ?? '', undefined);
    if (closed(before) && (group || (count !== undefined && follows(count, number)))) {
      if (count !== undefined && /^\d+$/u.test(count)) number = Number(count);
      rows.push({ text: line, end: i + 1 });
      open = i;
    } else if (before === undefined || i - open > MOST_LINES) break;
    else if (filled(before) && !goesOn(lines, i, before.text, columns, number, blank)) break;
    else {
      const text = `${before.text}${labelOfLine(line.trimStart()) !== undefined && filled(before) ? '\n' : ' '}${line.trim()}`;
      if (text.length > LONGEST || text.split('\t').length > columns) break;
      rows[rows.length - 1] = { text, end: i + 1 };
    }
    blank = false;
  }
  const whole = rows.findLastIndex(closed);
  const kept = rows.slice(0, whole + 1);
  // A title over no row stands below the table.
  while (kept.length > 0 && !kept.at(-1)?.text.includes('\t')) kept.pop();
  return kept.filter(filled).length * 2 > kept.length ? kept : [];
}

/** Whether a line goes on with the last cell of a row that has all its cells: another row comes behind it, or it begins no sentence. */
function goesOn(
  lines: readonly string[],
  at: number,
  before: string,
  columns: number,
  number: number,
  blank: boolean,
): boolean {
  if (!before.includes('\t')) return false;
  if (!terminated(before) && !blank && /^\s*[\p{Ll}\d(]/u.test(lines[at] ?? '')) return true;
  for (let i = at + 1; i < Math.min(lines.length, at + MOST_LINES / 2); i++) {
    const line = lines[i] ?? '';
    const count = countOf(line);
    // The very next number, or one below the last: "5.2" in row 5.
    if (count === String(number + 1) || count?.startsWith(`${number}.`)) return line.split('\t').length <= columns;
    if (isCountless(line, columns)) return true;
  }
  return false;
}

/** A row whose count is empty, with a cell for each of the heads. */
const isCountless = (line: string, columns: number): boolean =>
  line.startsWith('\t') && line.split('\t').length === columns;

/** The next line with something on it, at most one empty line on. */
const following = (lines: readonly string[], at: number): string | undefined =>
  lines[at + 1]?.trim() === '' ? lines[at + 2] : lines[at + 1];
