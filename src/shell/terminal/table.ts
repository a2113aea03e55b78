import Table from 'cli-table3';
import stringWidth from 'string-width';

export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** Gives way when the terminal is narrow; what does not fit is wrapped. */
  readonly flexible?: boolean;
  /** Left out where the terminal is too narrow for all columns, the first of them first. */
  readonly optional?: boolean;
}

/** A column narrower than this is no longer read. */
const LEAST = 12;

/**
 * A table that fits the terminal. Widths count what is shown: a Vietnamese letter made of several code points is one
 * column, an East Asian one is two.
 *
 * @param width columns of the terminal
 */
export function drawTable(columns: readonly Column[], rows: readonly (readonly string[])[], width: number): string {
  const natural = columns.map(
    ({ title }, i) => rows.reduce((most, row) => Math.max(most, longestLine(row[i] ?? '')), longestLine(title)) + 2,
  );
  const least = columns.reduce(
    (sum, { flexible }, i) => sum + (flexible === true ? Math.min(LEAST, natural[i] ?? 0) : (natural[i] ?? 0)),
    columns.length + 1,
  );
  const left = columns.findIndex(({ optional }) => optional === true);
  if (least > width && left >= 0) {
    const rest = <T>(all: readonly T[]): T[] => all.filter((_, i) => i !== left);
    return drawTable(rest(columns), rows.map(rest), width);
  }
  const given = widths(columns, natural, width);
  const table = new Table({
    head: columns.map(({ title }) => title),
    colWidths: given,
    colAligns: columns.map(({ align = 'left' }) => align),
    wordWrap: true,
    wrapOnWordBoundary: true,
    style: { head: [], border: [], compact: true },
  });
  table.push(...rows.map((row) => row.map((cell, i) => breakable(cell.normalize('NFC'), (given[i] ?? LEAST) - 2))));
  return table.toString();
}

const longestLine = (text: string): number => Math.max(...text.split('\n').map((line) => stringWidth(line)));

/** What is too much is taken from the widest flexible column of the moment, so that narrow ones keep their width. */
function widths(columns: readonly Column[], natural: readonly number[], width: number): number[] {
  const given = [...natural];
  const borders = columns.length + 1;
  for (let over = given.reduce((sum, one) => sum + one, borders) - width; over > 0; over--) {
    let widest: number | undefined;
    for (const [i, { flexible }] of columns.entries()) {
      const own = given[i] ?? 0;
      if (flexible === true && own > LEAST && (widest === undefined || own > (given[widest] ?? 0))) widest = i;
    }
    if (widest === undefined) break;
    given[widest] = (given[widest] ?? 0) - 1;
  }
  return given;
}

/** Words that are wider than their column are broken, at a hyphen where there is one: the table would cut them off. */
function breakable(text: string, width: number): string {
  return text.replace(/\S+/gu, (word) => {
    if (stringWidth(word) <= width) return word;
    const lines = [''];
    for (const piece of word.match(/[^-]{1,8}-?|-/gu) ?? []) {
      const fits = stringWidth((lines.at(-1) ?? '') + piece) <= width;
      if (fits) lines.push((lines.pop() ?? '') + piece);
      else lines.push(piece);
    }
    return lines.filter((line) => line !== '').join('\n');
  });
}
