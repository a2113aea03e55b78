import stringWidth from 'string-width';
import type { ComparedIndicator, Comparison, ComparisonCell } from '../../model/comparison.ts';
import type { Pipeline } from '../../model/pipeline.ts';
import { figure, MISSING, outcome, planTitles } from '../formats/figure.ts';
import { areaLabel, cellsOf } from '../formats/rows.ts';
import { drawTable } from './table.ts';

/** One plan is one column. */
interface Column {
  readonly document: string;
  readonly title: string;
  readonly base: boolean;
}

const MEASURE = 38;
const FIGURE = 12;
/** Beside the base; whoever has more plans narrows them down or takes another format. */
const MOST_PLANS = 24;

/** The comparison as tables that fit the terminal; where there are more plans than columns, several, each with the base. */
export function comparisonTables(comparison: Comparison, pipelines: readonly Pipeline[], width: number): string {
  const warnings = comparison.warnings.map(({ code, message }) => `${code}: ${message}`);
  const columns = columnsOf(comparison);
  const base = columns.filter((column) => column.base);
  const shown = comparison.indicators.filter((one) => worthShowing(one, base));
  const alone = comparison.indicators.length - shown.length;
  const having = new Set(shown.flatMap(({ cells }) => cells.map(({ document }) => document)));
  const others = columns.filter((column) => !column.base && having.has(column.document));
  const held = base.slice(0, 1);
  const all = [...base.slice(1), ...others];
  const beside = all.slice(0, MOST_PLANS);
  const room = Math.max(Math.floor((width - MEASURE - 3) / (FIGURE + 1)) - held.length, 1);
  const tables: string[] = [];
  if (comparison.indicators.length === 0) return ['No target fits.', ...warnings].join('\n');
  for (let i = 0; i < Math.max(beside.length, 1); i += room) {
    const part = [...held, ...beside.slice(i, i + room)];
    // What the base alone has stands in the first table.
    const telling = i === 0 ? part : part.slice(held.length);
    const rows = shown.filter((row) => telling.some((column) => cellsOf(row, column.document).length > 0));
    tables.push(
      drawTable(
        [{ title: 'measure', flexible: true }, ...part.map(({ title }) => ({ title: inLines(title), flexible: true }))],
        body(rows, part, pipelines),
        width,
      ),
    );
  }
  return [
    ...tables,
    ...(all.length > beside.length
      ? [`${all.length - beside.length} more plans (--with, --level, --year narrow them down; --format csv has all).`]
      : []),
    ...(alone > 0
      ? [`${alone} more ${alone === 1 ? 'measure stands' : 'measures stand'} in one other plan only (--format json).`]
      : []),
    ...(shown.some(({ ahead }) => ahead !== undefined) ? ['▲ ahead among plans of the same level of government'] : []),
    ...(shown.some(({ cells }) => cells.some(({ result }) => result !== undefined))
      ? ['→ reached, as a report on that plan says']
      : []),
    ...(shown.some(({ cells }) => cells.some(({ supersededBy }) => supersededBy !== undefined))
      ? ['† superseded by a newer plan']
      : []),
    ...warnings,
  ].join('\n');
}

/** What the base has, and what several plans have. */
const worthShowing = (row: ComparedIndicator, base: readonly Column[]): boolean =>
  base.some((column) => cellsOf(row, column.document).length > 0) ||
  new Set(row.cells.map(({ document }) => document)).size > 1;

function columnsOf({ documents = [] }: Comparison): Column[] {
  const titles = planTitles(documents);
  return documents
    .map(({ document, base }) => ({ document, title: titles.get(document) ?? document, base }))
    .sort((a, b) => Number(b.base) - Number(a.base) || compareText(a.title, b.title));
}

/** Broken between words into lines that fit a column of figures. */
function inLines(text: string): string {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && stringWidth(last) + 1 + stringWidth(word) <= FIGURE - 2)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join('\n');
}

const compareText = new Intl.Collator('vi').compare;

function body(
  rows: readonly ComparedIndicator[],
  columns: readonly Column[],
  pipelines: readonly Pipeline[],
): string[][] {
  const lines: string[][] = [];
  let area: string | null | undefined;
  for (const row of rows) {
    if (row.area !== area) {
      area = row.area;
      lines.push([(areaLabel(area, pipelines) || 'no area').toUpperCase(), ...columns.map(() => '')]);
    }
    const level = row.level === null ? '' : ` [${row.level}]`;
    lines.push([`${row.label.replace(/\s+/gu, ' ')}${level}`, ...columns.map((column) => said(row, column))]);
  }
  return lines;
}

/** A figure, what else is to be known of it, or why there is none. */
function said(row: ComparedIndicator, column: Column): string {
  const own = cellsOf(row, column.document);
  if (own.length === 0) {
    const missing = row.missing?.find(({ document }) => document === column.document);
    return missing === undefined ? '' : MISSING[missing.reason];
  }
  const ahead = row.ahead?.includes(column.document) === true ? ' ▲' : '';
  return `${own.map((cell) => `${figure(cell, row.unit)}${when(cell)}${outcome(cell, row.unit)}${cell.supersededBy === undefined ? '' : ' †'}`).join('; ')}${ahead}`;
}

/** The year in which the plan ends stands in the column's title. */
function when({ status, year, period }: ComparisonCell): string {
  if (status === 'result') return ' (result)';
  return year === null || period?.end?.startsWith(String(year)) === true ? '' : ` (${year})`;
}
