import stringWidth from 'string-width';
import type { ComparedIndicator, Comparison, ComparisonCell, ProvinceSummary } from '../../model/comparison.ts';
import type { Pipeline } from '../../model/pipeline.ts';
import { warningLine } from '../formats/comparison-words.ts';
import { DOUBTFUL } from '../formats/doubtful.ts';
import { figure, outcome, planTitles } from '../formats/figure.ts';
import { areaLabel, cellsOf } from '../formats/rows.ts';
import { COMPARISON_WORDS, type ComparisonWords } from './comparison-words.ts';
import { drawTable } from './table.ts';

/** One plan is one column. */
interface Column {
  readonly document: string;
  readonly title: string;
  readonly base: boolean;
  /** Provinces stand before the country, and this before texts that name neither. */
  readonly place: number;
  readonly issuedOn: string;
}

const MEASURE = 38;
const FIGURE = 12;
/** Beside the base; whoever has more plans narrows them down or takes another format. */
const MOST_PLANS = 24;

/** Rows that a person looks through on a terminal. */
const MOST_ROWS = 40;

/** Provinces of which a line tells how much they state. */
const MOST_TOLD = 8;

export interface TableOptions {
  /** Columns of the terminal. */
  readonly width: number;
  /** Every row that the base or several plans have, and every plan of the base, however many they are. */
  readonly all?: boolean;
  /** Of all words, labels too; English words and Vietnamese labels where it is not told. */
  readonly language?: 'vi' | 'en' | undefined;
}

/** The comparison as tables that fit the terminal; where there are more plans than columns, several, each with the base. */
export function comparisonTables(
  comparison: Comparison,
  pipelines: readonly Pipeline[],
  { width, all = false, language }: TableOptions,
): string {
  const words = COMPARISON_WORDS[language ?? 'en'];
  const warnings = warningLines(comparison, language ?? 'en');
  if (comparison.indicators.length === 0) return [words.none, ...warnings].join('\n');
  const columns = columnsOf(comparison);
  const ofBase = new Set(columns.filter((column) => column.base).map(({ document }) => document));
  const worth = comparison.indicators.filter((one) => worthShowing(one, ofBase));
  const ranked = worth.toSorted((a, b) => groupOf(a, ofBase) - groupOf(b, ofBase));
  const shown = all ? ranked : ranked.slice(0, MOST_ROWS);
  const having = new Set(shown.flatMap(({ cells }) => cells.map(({ document }) => document)));
  const fitting = Math.floor((width - MEASURE - 3) / (FIGURE + 1));
  const bases = columns.filter(({ base, document }) => base && having.has(document));
  const newest = new Set(
    bases
      .toSorted((a, b) => (a.issuedOn > b.issuedOn ? -1 : 1))
      .slice(0, all ? bases.length : Math.max(LEAST_OF_BASE, Math.floor(fitting / 2))),
  );
  const held = [
    ...bases.filter((column) => newest.has(column)),
    ...(shown.some(({ national }) => national !== null) ? [{ ...NATIONAL, title: words.country }] : []),
  ];
  const others = columns.filter(({ base, document }) => !base && having.has(document));
  const beside = others.slice(0, MOST_PLANS);
  const room = Math.max(fitting - held.length, 1);
  const tables: string[] = [];
  for (let i = 0; i < Math.max(beside.length, 1); i += room) {
    const part = [...held, ...beside.slice(i, i + room)];
    // What the base alone has stands in the first table.
    const telling = i === 0 ? part : part.slice(held.length);
    const rows = shown.filter((row) => telling.some((column) => figuresIn(row, column).length > 0));
    // A base plan that has none of these has no column here.
    const drawn = part.filter((column) => rows.some((row) => figuresIn(row, column).length > 0));
    tables.push(
      drawTable(
        [
          { title: words.measure, flexible: true },
          ...drawn.map(({ title }) => ({ title: inLines(title), flexible: true })),
        ],
        body(rows, drawn, (row) => groupOf(row, ofBase), pipelines, words, language),
        width,
      ),
    );
  }
  return [
    ...tables,
    ...below(comparison, shown, worth, others.length - beside.length, bases.length - newest.size, words),
    ...standings(comparison, words),
    ...warnings,
  ].join('\n');
}

/** Each with whom it is about, where its own words do not say that. */
function warningLines({ warnings, documents = [] }: Comparison, language: 'vi' | 'en'): string[] {
  const titles = planTitles(documents);
  const planName = (document: string): string => titles.get(document) ?? document;
  const repeated = warnings.filter(({ code }) => code === 'counted-once');
  const files = repeated.reduce((sum, { about }) => sum + (about?.others?.length ?? 0), 0);
  const together = repeated.length > MOST_REPEATED;
  const lines = together ? [`counted-once: ${COMPARISON_WORDS[language].countedOnce(repeated.length, files)}`] : [];
  const each = together ? warnings.filter(({ code }) => code !== 'counted-once') : warnings;
  return [...each.map((one) => `${one.code}: ${warningLine(one, language, planName)}`), ...lines];
}

/** Plans that came in several files are named one by one up to so many. */
const MOST_REPEATED = 3;

/** A person who sets one plan beside the one before wants both, however narrow the terminal. */
const LEAST_OF_BASE = 2;

/** What the tables leave out, and what their signs mean. */
function below(
  { indicators }: Comparison,
  shown: readonly ComparedIndicator[],
  worth: readonly ComparedIndicator[],
  morePlans: number,
  moreOfBase: number,
  words: ComparisonWords,
): string[] {
  const alone = indicators.length - worth.length;
  const rows = worth.length - shown.length;
  const has = (sign: (cell: ComparisonCell) => boolean): boolean => shown.some(({ cells }) => cells.some(sign));
  const lines: readonly (readonly [said: boolean, line: string])[] = [
    [moreOfBase > 0, words.moreOfBase(moreOfBase)],
    [morePlans > 0, words.morePlans(morePlans)],
    [rows > 0, words.moreMeasures(rows)],
    [alone > 0, words.alone(alone)],
    [has(({ ahead }) => ahead === true), words.ahead],
    [has(isDoubtful), words.doubtful],
    [has(({ result }) => result !== undefined), words.reached],
    [has(({ supersededBy }) => supersededBy !== undefined), words.superseded],
  ];
  return lines.filter(([said]) => said).map(([, line]) => line);
}

/** How much each province states, and how high those aim that may be held against others. */
function standings({ provinces = [] }: Comparison, words: ComparisonWords): string[] {
  if (provinces.length < 2) return [];
  const count = ({ name, measures }: ProvinceSummary): string => `${name} ${measures}`;
  const rivals = provinces.filter(({ central }) => central !== true);
  const told = rivals.slice(0, MOST_TOLD).map(count);
  const country = provinces.filter(({ central, measures }) => central === true && measures > 0).map(count);
  const ranked = provinces
    .filter(({ ambition }) => ambition.shared > 0)
    .sort(
      (a, b) => Number(b.base) - Number(a.base) || highShare(b) - highShare(a) || b.ambition.shared - a.ambition.shared,
    );
  const aims = ranked
    .slice(0, MOST_TOLD)
    .map(({ name, ambition: { ahead, level, shared } }) => words.standing(name, ahead, level, shared));
  return [
    words.coverage(told.join('; '), rivals.length - told.length),
    ...(country.length === 0 ? [] : [words.ofCountry(country.join('; '))]),
    ...(aims.length === 0 ? [] : [words.ambition(aims.join('; '), ranked.length - aims.length)]),
  ];
}

const highShare = ({ ambition: { ahead, level, shared } }: ProvinceSummary): number => (ahead + level) / shared;

/** What a central body sets, whichever of its plans does. */
const NATIONAL: Column = { document: '', title: '', base: false, place: 1, issuedOn: '' };

const figuresIn = (row: ComparedIndicator, { document }: Column): readonly ComparisonCell[] =>
  document !== '' ? cellsOf(row, document) : row.national === null ? [] : [row.national];

const isDoubtful = ({ sure }: ComparisonCell): boolean => sure < DOUBTFUL;

/** Several plans have it, or one and the country. */
const isShared = ({ cells, national }: ComparedIndicator): boolean =>
  new Set(cells.map(({ document }) => document)).size + Number(national !== null) > 1;

const isOfBase = ({ cells }: ComparedIndicator, ofBase: ReadonlySet<string>): boolean =>
  cells.some(({ document }) => ofBase.has(document));

/** What the base has, and what several plans have. */
const worthShowing = (row: ComparedIndicator, ofBase: ReadonlySet<string>): boolean =>
  isShared(row) || isOfBase(row, ofBase);

/** What the base has with others, what it has alone, what others have: in this order. */
function groupOf(row: ComparedIndicator, ofBase: ReadonlySet<string>): number {
  if (!isOfBase(row, ofBase)) return ofBase.size === 0 ? SHARED : OF_OTHERS;
  return row.national !== null || row.cells.some(({ document }) => !ofBase.has(document)) ? SHARED : OF_BASE;
}
const [SHARED, OF_BASE, OF_OTHERS] = [0, 1, 2] as const;

function columnsOf({ documents = [] }: Comparison): Column[] {
  const titles = planTitles(documents);
  return documents
    .map(({ document, base, issuedOn, province, level, issuer }) => ({
      document,
      title: titles.get(document) ?? document,
      base,
      place: province !== null ? 0 : level === 'central' && issuer !== null ? 1 : 2,
      issuedOn: issuedOn ?? '',
    }))
    .sort((a, b) => Number(b.base) - Number(a.base) || a.place - b.place || compareText(a.title, b.title));
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
  group: (row: ComparedIndicator) => number,
  pipelines: readonly Pipeline[],
  words: ComparisonWords,
  language: 'vi' | 'en' | undefined,
): string[][] {
  const lines: string[][] = [];
  let area: string | null | undefined;
  // What is shared needs no head, and what the base has alone none where nothing is shared.
  let before: number = rows.some((row) => group(row) === SHARED) ? SHARED : OF_BASE;
  for (const row of rows) {
    const now = group(row);
    if (now > before) {
      area = undefined;
      lines.push([`— ${now === OF_BASE ? words.ofBase : words.ofOthers} —`]);
    }
    before = now;
    if (row.area !== area) {
      area = row.area;
      const name = areaLabel(area, pipelines, language) || words.noArea;
      lines.push([name.toUpperCase()]);
    }
    const level = row.level === null ? '' : ` [${words.level[row.level]}]`;
    const label = language === 'en' ? (row.labelEn ?? row.label) : row.label;
    lines.push([
      `${shortened(label.replace(/\s+/gu, ' '))}${level}`,
      ...columns.map((column) => said(row, column, words)),
    ]);
  }
  return lines;
}

/** Whole sentences of a text are measures too: --format csv has all of them. */
const LONGEST_LABEL = 120;
const shortened = (label: string): string =>
  label.length <= LONGEST_LABEL ? label : `${label.slice(0, LONGEST_LABEL).replace(/\s\S*$/u, '')} …`;

/** A figure, what else is to be known of it, or why there is none. */
function said(row: ComparedIndicator, column: Column, words: ComparisonWords): string {
  const own = figuresIn(row, column);
  if (own.length === 0) {
    const missing = row.missing?.find(({ document }) => document === column.document);
    return missing === undefined ? '' : words.missing[missing.reason];
  }
  return own.map((cell) => marked(cell, row, words, column)).join('; ');
}

function marked(cell: ComparisonCell, row: ComparedIndicator, words: ComparisonWords, column: Column): string {
  const signs = `${cell.supersededBy === undefined ? '' : ' †'}${isDoubtful(cell) ? ' ?' : ''}${cell.ahead === true ? ' ▲' : ''}`;
  return `${figure(cell, cell.unit ?? row.unit)}${when(cell, words, column)}${outcome(cell, row.unit)}${signs}`;
}

/** The year in which the plan ends stands in the column's title; that of the country has none. */
function when({ status, year, since, period }: ComparisonCell, words: ComparisonWords, column: Column): string {
  if (status === 'result') return ` (${words.result})`;
  if (since !== undefined) return ` (${words.eachYear})`;
  const told = column.document !== NATIONAL.document && period?.end?.startsWith(String(year)) === true;
  return year === null || told ? '' : ` (${year})`;
}
