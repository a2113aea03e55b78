import stringWidth from 'string-width';
import type { ComparedIndicator, Comparison, ComparisonCell } from '../../model/comparison.ts';
import type { Pipeline } from '../../model/pipeline.ts';
import { figure, outcome, planTitles } from '../formats/figure.ts';
import { areaLabel, cellsOf } from '../formats/rows.ts';
import { WORKBOOK_WORDS } from '../formats/workbook-words.ts';
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

/** Rows that a person looks through on a terminal. */
const MOST_ROWS = 40;
/** A measure that is less sure than this of its row is marked. */
const DOUBTFUL = 0.75;

/**
 * The comparison as tables that fit the terminal; where there are more plans than columns, several, each with the base.
 *
 * @param all shows every row that the base or several plans have, however many they are
 */
export function comparisonTables(
  comparison: Comparison,
  pipelines: readonly Pipeline[],
  width: number,
  all = false,
): string {
  const warnings = comparison.warnings.map(({ code, message }) => `${code}: ${message}`);
  if (comparison.indicators.length === 0) return ['No target fits.', ...warnings].join('\n');
  const columns = columnsOf(comparison);
  const ofBase = new Set(columns.filter((column) => column.base).map(({ document }) => document));
  const worth = comparison.indicators.filter((one) => worthShowing(one, ofBase));
  const shared = worth.filter(isShared);
  const ranked = [...shared, ...worth.filter((one) => !isShared(one))];
  const shown = all ? ranked : ranked.slice(0, MOST_ROWS);
  const having = new Set(shown.flatMap(({ cells }) => cells.map(({ document }) => document)));
  const held = [
    ...columns.filter(({ base, document }) => base && having.has(document)),
    ...(shown.some(({ national }) => national !== null) ? [NATIONAL] : []),
  ];
  const others = columns.filter(({ base, document }) => !base && having.has(document));
  const beside = others.slice(0, MOST_PLANS);
  const room = Math.max(Math.floor((width - MEASURE - 3) / (FIGURE + 1)) - held.length, 1);
  const tables: string[] = [];
  for (let i = 0; i < Math.max(beside.length, 1); i += room) {
    const part = [...held, ...beside.slice(i, i + room)];
    // What the base alone has stands in the first table.
    const telling = i === 0 ? part : part.slice(held.length);
    const rows = shown.filter((row) => telling.some((column) => figuresIn(row, column).length > 0));
    tables.push(
      drawTable(
        [{ title: 'measure', flexible: true }, ...part.map(({ title }) => ({ title: inLines(title), flexible: true }))],
        body(rows, part, pipelines),
        width,
      ),
    );
  }
  return [...tables, ...below(comparison, shown, worth, others.length - beside.length), ...warnings].join('\n');
}

/** What the tables leave out, and what their signs mean. */
function below(
  { indicators }: Comparison,
  shown: readonly ComparedIndicator[],
  worth: readonly ComparedIndicator[],
  morePlans: number,
): string[] {
  const alone = indicators.length - worth.length;
  const rows = worth.length - shown.length;
  const has = (sign: (cell: ComparisonCell) => boolean): boolean => shown.some(({ cells }) => cells.some(sign));
  const lines: readonly (readonly [said: boolean, line: string])[] = [
    [morePlans > 0, `${morePlans} more plans (--with, --level, --year narrow them down; --format csv has all).`],
    [rows > 0, `${rows} more ${rows === 1 ? 'measure' : 'measures'} (--all shows them, --area narrows them down).`],
    [
      alone > 0,
      `${alone} more ${alone === 1 ? 'measure stands' : 'measures stand'} in one other plan only (--format json).`,
    ],
    [
      has(({ ahead }) => ahead === true),
      '▲ ahead of other provinces for the same year, at the same level of government',
    ],
    [has(isDoubtful), '? may be another measure: look at its quote (--format html)'],
    [has(({ result }) => result !== undefined), '→ reached, as a report on that plan says'],
    [has(({ supersededBy }) => supersededBy !== undefined), '† superseded by a newer plan'],
  ];
  return lines.filter(([said]) => said).map(([, line]) => line);
}

/** What a central body sets, whichever of its plans does. */
const NATIONAL: Column = { document: '', title: 'Cả nước', base: false };

const figuresIn = (row: ComparedIndicator, { document }: Column): readonly ComparisonCell[] =>
  document !== '' ? cellsOf(row, document) : row.national === null ? [] : [row.national];

const isDoubtful = ({ sure }: ComparisonCell): boolean => sure < DOUBTFUL;

/** Several plans have it, or one and the country. */
const isShared = ({ cells, national }: ComparedIndicator): boolean =>
  new Set(cells.map(({ document }) => document)).size + Number(national !== null) > 1;

/** What the base has, and what several plans have. */
const worthShowing = (row: ComparedIndicator, ofBase: ReadonlySet<string>): boolean =>
  isShared(row) || row.cells.some(({ document }) => ofBase.has(document));

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
  const own = figuresIn(row, column);
  if (own.length === 0) {
    const missing = row.missing?.find(({ document }) => document === column.document);
    return missing === undefined ? '' : WORKBOOK_WORDS.en.missing[missing.reason];
  }
  return own.map((cell) => marked(cell, row)).join('; ');
}

function marked(cell: ComparisonCell, row: ComparedIndicator): string {
  const signs = `${cell.supersededBy === undefined ? '' : ' †'}${isDoubtful(cell) ? ' ?' : ''}${cell.ahead === true ? ' ▲' : ''}`;
  return `${figure(cell, cell.unit ?? row.unit)}${when(cell)}${outcome(cell, row.unit)}${signs}`;
}

/** The year in which the plan ends stands in the column's title. */
function when({ status, year, since, period }: ComparisonCell): string {
  if (status === 'result') return ' (result)';
  if (since !== undefined) return ' (each year)';
  return year === null || period?.end?.startsWith(String(year)) === true ? '' : ` (${year})`;
}
