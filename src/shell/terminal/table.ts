import Table from 'cli-table3';
import stringWidth from 'string-width';
import { printableLines } from './printable.ts';

export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** Gives way when the terminal is narrow; what does not fit is wrapped. */
  readonly flexible?: boolean;
  /** Columns of the terminal that a flexible one has at least, where its texts fill them; one of long texts is not read in a few. */
  readonly least?: number;
  /** Left out where the terminal is too narrow for all columns, the first of them first. */
  readonly optional?: boolean;
}

/** A column narrower than this is no longer read. */
const LEAST = 12;
/** A word that takes more columns than this is broken rather than given the room: an address, a name without spaces. */
const LONGEST_WORD = 28;

/**
 * A table that fits the terminal. Widths count what is shown: a Vietnamese letter made of several code points is one
 * column, an East Asian one is two. Controls are spelled out. A row of one cell is a heading of those below it, over all
 * columns.
 *
 * @param width columns of the terminal
 */
export function drawTable(columns: readonly Column[], cells: readonly (readonly string[])[], width: number): string {
  const rows = cells.map((row) => row.map((cell) => printableLines(cell.normalize('NFC'))));
  const isHeading = (row: readonly string[]): boolean => row.length === 1 && columns.length > 1;
  const figures = rows.filter((row) => !isHeading(row));
  const natural = columns.map(
    ({ title }, i) => figures.reduce((most, row) => Math.max(most, longestLine(row[i] ?? '')), longestLine(title)) + 2,
  );
  const floors = columns.map(({ title, flexible, least: wanted = LEAST }, i) => {
    const own = natural[i] ?? 0;
    if (flexible !== true) return own;
    const word = figures.reduce((most, row) => Math.max(most, longestWord(row[i] ?? '')), longestWord(title));
    return Math.min(own, Math.max(wanted, word + 2));
  });
  const least = floors.reduce((sum, floor) => sum + floor, columns.length + 1);
  const left = columns.findIndex(({ optional }) => optional === true);
  if (least > width && left >= 0) {
    const rest = <T>(all: readonly T[]): T[] => all.filter((_, i) => i !== left);
    return drawTable(
      rest(columns),
      rows.map((row) => (isHeading(row) ? row : rest(row))),
      width,
    );
  }
  const given = widths(columns, natural, floors, width);
  const table = new Table({
    head: columns.map(({ title }) => title),
    colWidths: given,
    colAligns: columns.map(({ align = 'left' }) => align),
    wordWrap: true,
    wrapOnWordBoundary: true,
    style: { head: [], border: [], compact: true },
  });
  const whole = given.reduce((sum, one) => sum + one, columns.length - 1);
  table.push(
    ...rows.map((row) =>
      isHeading(row)
        ? row.map((content) => ({ content: breakable(content, whole - 2), colSpan: columns.length }))
        : row.map((cell, i) => breakable(cell, (given[i] ?? LEAST) - 2)),
    ),
  );
  return table.toString();
}

const longestLine = (text: string): number => Math.max(...text.split('\n').map((line) => stringWidth(line)));

/** Columns that the longest word takes which is to stay whole; a word may be parted behind a hyphen. */
const longestWord = (text: string): number =>
  Math.max(
    0,
    ...piecesOf(text)
      .map((piece) => stringWidth(piece))
      .filter((columns) => columns <= LONGEST_WORD),
  );

const piecesOf = (text: string): string[] => text.normalize('NFC').match(/[^\s-]+-*|-+/gu) ?? [];

/**
 * What is too much is taken from the widest flexible column of the moment, so that narrow ones keep their width; below the
 * width of their longest word only where there is no other way.
 */
function widths(columns: readonly Column[], natural: readonly number[], floors: readonly number[], width: number) {
  const given = [...natural];
  let over = given.reduce((sum, one) => sum + one, columns.length + 1) - width;
  for (const floor of [floors, floors.map((one) => Math.min(one, LEAST))]) {
    while (over > 0) {
      let widest: number | undefined;
      for (const [i, { flexible }] of columns.entries()) {
        const own = given[i] ?? 0;
        const more = flexible === true && own > (floor[i] ?? 0);
        if (more && (widest === undefined || own > (given[widest] ?? 0))) widest = i;
      }
      if (widest === undefined) break;
      given[widest] = (given[widest] ?? 0) - 1;
      over--;
    }
  }
  return given;
}

/** Words that are wider than their column are parted behind a hyphen, and broken only where a part is still too wide. */
function breakable(text: string, width: number): string {
  return text.replace(/\S+/gu, (word) => {
    if (stringWidth(word) <= width) return word;
    const lines = [''];
    for (const piece of piecesOf(word).flatMap((one) => (stringWidth(one) <= width ? [one] : broken(one, width)))) {
      const fits = stringWidth((lines.at(-1) ?? '') + piece) <= width;
      if (fits) lines.push((lines.pop() ?? '') + piece);
      else lines.push(piece);
    }
    return lines.filter((line) => line !== '').join('\n');
  });
}

/** Parts of a word that each fit a line; no letter is parted from its marks. */
function broken(word: string, width: number): string[] {
  const parts = [''];
  for (const { segment } of new Intl.Segmenter('vi').segment(word)) {
    const part = parts.pop() ?? '';
    if (stringWidth(part + segment) <= width) parts.push(part + segment);
    else parts.push(part, segment);
  }
  return parts;
}
