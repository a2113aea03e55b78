import Table from 'cli-table3';
import stringWidth from 'string-width';

export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** Gives way when the terminal is narrow; what does not fit is wrapped. */
  readonly flexible?: boolean;
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
    ({ title }, i) => Math.max(stringWidth(title), ...rows.map((row) => stringWidth(row[i] ?? ''))) + 2,
  );
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

/** What is too much is taken from the flexible columns, in proportion to their width. */
function widths(columns: readonly Column[], natural: readonly number[], width: number): number[] {
  const room = width - (columns.length + 1);
  const total = natural.reduce((sum, one) => sum + one, 0);
  if (total <= room) return [...natural];
  const flexible = natural.reduce((sum, one, i) => sum + (columns[i]?.flexible === true ? one : 0), 0);
  const left = Math.max(room - (total - flexible), 0);
  return natural.map((one, i) =>
    columns[i]?.flexible === true ? Math.max(Math.floor((one / flexible) * left), Math.min(one, LEAST)) : one,
  );
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
