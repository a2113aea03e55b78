import { keyOf } from '../../language/words.ts';
import type { Plan } from '../document/plan.ts';
import type { LaidBlock } from '../document/text.ts';

/** What commas part in the figures of a table: decimals, thousands, or nothing that can be told. */
export type Commas = 'decimals' | 'thousands' | 'unsure';

/** A cell with more text than this holds words. */
const LONGEST_FIGURE = 40;
/** "1,250,000", "1,250.5": only thousands are parted so. */
const GROUPED = /^[1-9]\d{0,2}(?:(?:,\d{3}){2,}(?:\.\d+)?|,\d{3}\.\d{1,2})$/u;
/** "21,600": thousands, or three decimals. */
const EITHER = /^[1-9]\d{0,2},\d{3}$/u;
/** Three decimals that often end so were made even, or are thousands. */
const ROUND = /00$/u;
const FEW = 3;

type Row = readonly string[];

const numbersIn = (text: string): readonly string[] =>
  [...text.matchAll(/\d[\d.,]*/gu)].map(([number]) => number.replace(/[.,]+$/u, ''));

/**
 * What commas part in a table: thousands only where it is proved, by figures of several groups, by a total that adds up in no other
 * way, or by the same figures with points in the text.
 *
 * @param rows texts of the cells
 * @param said all numbers of the document, as they are written
 */
export function commasOf(rows: readonly Row[], said: ReadonlySet<string>): Commas {
  const short = rows.flat().filter((text) => text.length <= LONGEST_FIGURE);
  const numbers = short.flatMap(numbersIn).filter((number) => number.includes(','));
  if (numbers.some((number) => !GROUPED.test(number) && !EITHER.test(number))) return 'decimals';
  const open = numbers.filter((number) => EITHER.test(number));
  if (numbers.length > open.length || open.some((number) => isPointed(number, said)) || addsUp(rows))
    return 'thousands';
  const round = open.filter((number) => ROUND.test(number));
  return (open.length >= FEW && round.length * 2 >= open.length) || besideHundreds(rows) ? 'unsure' : 'decimals';
}

/** "1,250" above "980" in one column: hundreds stand between what has decimals as seldom as what has none. */
function besideHundreds(rows: readonly Row[]): boolean {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, c) => rows.map((row) => row[c] ?? '')).some(
    (column) => column.some((text) => EITHER.test(text)) && column.some((text) => /^[1-9]\d\d$/u.test(text)),
  );
}

/** "208,600" in a table and "208.600" elsewhere; five digits are no chance. */
const isPointed = (number: string, said: ReadonlySet<string>): boolean =>
  number.length > 5 && said.has(number.replace(',', '.'));

/** Whether the figures of some column come to their total as thousands, and do not as decimals. */
function addsUp(rows: readonly Row[]): boolean {
  // Before "Tổng cộng" the column that counts the rows may be empty.
  const at = rows.findIndex((row) => /^tổng(?: số| cộng)?$/u.test(keyOf(row.find((text) => text !== '') ?? '').trim()));
  const total = rows[at];
  if (total === undefined) return false;
  return total.some((sum, c) => {
    const parts = rows.flatMap((row, r) => (r === at || !/^\d[\d,]*$/u.test(row[c] ?? '') ? [] : [row[c] ?? '']));
    const whole = Number(sum.replaceAll(',', ''));
    const mixed = parts.some((part) => part.includes(',')) && parts.some((part) => !part.includes(','));
    return (
      mixed && EITHER.test(sum) && parts.reduce((all, part) => all + Number(part.replaceAll(',', '')), 0) === whole
    );
  });
}

const OF_DOCUMENT = new WeakMap<Plan, ReadonlyMap<number, Commas>>();

/** The same for a table of a plan: where another table of it is proved and no comma of the document parts decimals, it is of one hand. */
export function commasIn(plan: Plan, cells: readonly [LaidBlock, ...LaidBlock[]]): Commas {
  const known = OF_DOCUMENT.get(plan) ?? commasOfAll(plan);
  OF_DOCUMENT.set(plan, known);
  return known.get(cells[0].cell?.table ?? -1) ?? 'decimals';
}

function commasOfAll({ body, laid }: Plan): ReadonlyMap<number, Commas> {
  const tables = new Map<number, string[][]>();
  for (const { cell, text } of body) {
    if (cell === undefined) continue;
    const rows = tables.get(cell.table) ?? [];
    tables.set(cell.table, rows);
    const row = rows[cell.row] ?? [];
    rows[cell.row] = row;
    row[cell.column] = text.replace(/\s+/gu, ' ').trim();
  }
  const numbers = numbersIn(laid.text);
  const said = new Set(numbers);
  const read = [...tables].map(
    ([table, rows]) =>
      [
        table,
        commasOf(
          // A row that lies below merged cells alone may be missing.
          Array.from(rows, (row) => Array.from(row ?? [], (one) => one ?? '')),
          said,
        ),
      ] as const,
  );
  const one = read.some(([, commas]) => commas === 'thousands') && !numbers.some((number) => DECIMALS.test(number));
  return new Map(read.map(([table, commas]) => [table, one ? 'thousands' : commas]));
}
/** "7,5", "0,125", "1.250,500": a comma that can only part decimals. */
const DECIMALS = /^(?:\d+,(?:\d{1,2}|\d{4,})|0,\d{3}|\d{1,3}(?:\.\d{3})+,\d+)$/u;

/** A text without the commas that part its thousands; a point parts decimals there: "43,323.9" is 43323,9. */
export const withoutGroups = (text: string): string =>
  text.replace(/\d[\d.,]*/gu, (number) =>
    THOUSANDS.test(number) ? number.replaceAll(/,(?=\d)/gu, '').replace(/\.(?=\d)/u, ',') : number,
  );
const THOUSANDS = /^[1-9]\d{0,2}(?:,\d{3})*(?:\.\d+)?[.,]?$/u;

/** Whether a text holds figures whose commas may part either. */
export const holdsEither = (text: string): boolean => numbersIn(text).some((number) => EITHER.test(number));
