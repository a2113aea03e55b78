import { join } from 'node:path';
import type { IngestResult } from '../ingest.ts';
import { doubtsOf } from '../output/doubts.ts';
import type { Row } from '../output/tables.ts';
import { failureLines } from './failures.ts';
import { printable, shellWord } from './printable.ts';
import { drawTable } from './table.ts';
import { wrapped } from './wrap.ts';

/** How much of a run is shown: lines are wrapped at `width` columns, lists end early unless `all` is wanted. */
export interface View {
  readonly width: number;
  readonly all: boolean;
}

/** Rows of the table of documents, and failed sources by name. */
const MOST_ROWS = 20;
/** Names in a sentence. */
const LISTED = 5;

/** The table of documents that a run was about. */
export function documentsTable(rows: readonly Row[], { width, all }: View): string {
  if (rows.length === 0) return '';
  const shown = all ? rows : rows.slice(0, MOST_ROWS);
  const table = drawTable(
    [
      { title: 'document', flexible: true },
      { title: 'province or issuer', flexible: true },
      { title: 'year', align: 'right' },
      { title: 'form', optional: true },
      { title: 'title', flexible: true, least: 26, optional: true },
      { title: 'targets', align: 'right' },
      { title: 'results', align: 'right' },
      { title: 'tasks', align: 'right' },
    ],
    shown.map(({ line, results }) =>
      [
        line.document,
        line.province?.name ?? line.issuer?.name ?? '–',
        String(line.year ?? line.period?.start?.slice(0, 4) ?? '–'),
        line.form,
        line.title ?? '–',
        String(line.targets - results),
        String(results),
        String(line.tasks),
      ].map((cell) => printable(oneLine(cell))),
    ),
    width,
  );
  const more = rows.length - shown.length;
  return more > 0 ? `${table}\n… and ${more} more documents: --all lists them, documents.ndjson has them all.` : table;
}

/** The figures of a run. */
export interface Totals {
  /** Documents that came in. */
  readonly in: number;
  /** What became of them; as many as came in. */
  readonly new: number;
  readonly replaced: number;
  readonly unchanged: number;
  readonly copies: number;
  readonly failed: number;
  readonly left: number;
  /** Records that the run was about. */
  readonly documents: number;
  readonly targets: number;
  readonly results: number;
  readonly tasks: number;
  readonly lowConfidence: number;
  /** Documents in which neither a target nor a task was found. */
  readonly empty: number;
  readonly passedOver: number;
  readonly removed: number;
  /** Targets, tasks and headers that persons confirmed, corrected or added. */
  readonly reviewed: number;
  /** Corrections where the rules read a third thing by now, and those that do not find what they speak of. */
  readonly disputed: number;
  readonly lost: number;
}

export function totals(result: IngestResult): Totals {
  const { rows, outcomes, failures, left, sources, copies, passedOver, removed } = result;
  const sum = (of: (row: Row) => number): number => rows.reduce((total, row) => total + of(row), 0);
  const results = sum((row) => row.results);
  return {
    in: sources,
    new: outcomes.new,
    replaced: outcomes.replaced + outcomes.moved,
    unchanged: outcomes.same - copies.length,
    copies: copies.length,
    failed: failures.length,
    left,
    documents: rows.length,
    targets: sum(({ line }) => line.targets) - results,
    results,
    tasks: sum(({ line }) => line.tasks),
    lowConfidence: sum(({ unsure }) => unsure),
    empty: rows.filter(nothingIn).length,
    passedOver: passedOver.length,
    removed: removed.length,
    reviewed: sum(({ said }) => said.reviewed),
    disputed: sum(({ said }) => said.disputed),
    lost: sum(({ said }) => said.lost),
  };
}

const nothingIn = ({ line }: Row): boolean => line.targets + line.tasks === 0;

/** What a run covered, and what is left for a person to do. */
export function coverage(result: IngestResult, out: string, { width, all: whole }: View): string {
  const { rows, failures, damaged } = result;
  const all = totals(result);
  const folder = printable(out);
  const list = (names: readonly string[]): string => listed(names, whole ? names.length : LISTED);
  const lines = [balance(all)];
  lines.push(
    result.unfinished === undefined
      ? `${count(all.documents, 'record')} in ${folder}: ${count(all.targets, 'target')}, ${count(all.results, 'result')}, ${count(all.tasks, 'task')}.`
      : `The tables in ${folder} could not be made anew: they do not hold what this run did. Run again when what is said below is mended.`,
  );
  if (all.new + all.replaced === 0 && all.documents > 0 && all.failed === 0) {
    lines.push('Nothing to do: everything was there already.');
  }
  if (all.copies > 0) lines.push(`Copies of other documents: ${list(result.copies)}.`);
  const passed = (why: string): string[] => result.passedOver.filter((one) => one.why === why).map((one) => one.source);
  for (const [why, what] of PASSED_OVER) {
    const names = passed(why);
    if (names.length > 0) lines.push(`Passed over, ${what}: ${list(names)}.`);
  }
  for (const [why, what] of REMOVED) {
    const names = result.removed.filter((one) => one.why === why).map(({ source }) => source);
    if (names.length > 0) lines.push(`Removed, ${what}: ${list(names)}.`);
  }
  if (all.reviewed > 0)
    lines.push(
      `Said by persons and kept: ${count(all.reviewed, 'target, task or header', 'targets, tasks and headers')}.`,
    );
  if (all.left > 0) lines.push(`Stopped: ${count(all.left, 'document')} left. Run again to go on.`);
  for (const name of damaged) {
    lines.push(
      `documents/${printable(name)} is no record of this program: left out of the tables. Ingest its source again.`,
    );
  }
  const look = toLookAt(rows, list);
  if (look.length > 0) lines.push('', 'To look at:', ...look.map((line) => `  ${line}`));
  const status = `kehoach status --in ${shellWord(folder)}`;
  if (look.length > 0) lines.push(`  See them: ${status} --doubts`);
  const told = lines.map((line) => wrapped(line, width, '    '));
  if (all.failed === 0) return told.join('\n');
  // Where failures.ndjson could not be written, they stand nowhere but here.
  const later = result.unfinished === undefined;
  const most = whole || !later ? failures.length : MOST_ROWS;
  return [
    ...told,
    '',
    `${count(all.failed, 'document')} failed:`,
    ...failureLines(failures, join(folder, 'failures.ndjson'), width, most),
    ...(later ? [wrapped(`  See them later: ${status} --failures`, width, '    ')] : []),
  ].join('\n');
}

/** What came in beside what came out: no document is lost on the way without a word. */
function balance(all: Totals): string {
  const parts: [number: number, what: string][] = [
    [all.new, 'new'],
    [all.replaced, 'replaced'],
    [all.unchanged, 'unchanged'],
    [all.copies, all.copies === 1 ? 'copy' : 'copies'],
    [all.failed, 'failed'],
    [all.left, 'left'],
  ];
  const out = parts.reduce((sum, [number]) => sum + number, 0);
  const what = parts.filter(([number], i) => number > 0 || i === 0).map(([number, name]) => `${number} ${name}`);
  const said = `${count(all.in, 'document')} in, ${out} out: ${what.join(', ')}.`;
  if (out === all.in) return said;
  return `${said} THE COUNT IS WRONG: ${all.in} came in, ${out} came out. Documents may be missing: please report this.`;
}

const PASSED_OVER = [
  ['litter', 'no documents'],
  ['duplicate', 'the same place once more'],
  ['output', 'what this program wrote'],
] as const;

const REMOVED = [
  ['new-version', 'a new version has their place'],
  ['gone', 'their documents are no longer there'],
] as const;

/** Warnings that say that what was found in a document may be none of its targets, or not all of them. */
const TO_LOOK_AT: readonly (readonly [reasons: readonly string[], what: string])[] = [
  [['nothing-found'], 'Nothing was found in'],
  [['no-plan'], 'No plan and no report on one, as far as the texts tell, in'],
  [['page-unreadable', 'page-without-text'], 'Some pages could not be read in'],
  [['header-not-legible'], 'Number or date could not be read in the image of'],
  [['figure-doubtful'], 'Figures read from images are doubtful in'],
];

/** What persons said that somebody should look at once more. */
const CORRECTIONS = [
  ['lost', 'correction no longer finds what it speaks of', 'corrections no longer find what they speak of'],
  [
    'disputed',
    'correction stands where the rules read a third thing now',
    'corrections stand where the rules read a third thing now',
  ],
] as const;

function toLookAt(rows: readonly Row[], list: (names: readonly string[]) => string): string[] {
  const lines: string[] = [];
  const names = (found: readonly Row[]): string => list(found.map(({ line }) => line.source.uri).sort());
  for (const [reasons, what] of TO_LOOK_AT) {
    const found = rows.filter((row) => doubtsOf(row).some((reason) => reasons.includes(reason)));
    if (found.length > 0) lines.push(`${what} ${found.length}: ${names(found)}`);
  }
  const unsure = rows.filter((row) => row.unsure > 0);
  if (unsure.length > 0) {
    const number = unsure.reduce((sum, row) => sum + row.unsure, 0);
    const what = count(number, 'target or task', 'targets or tasks');
    lines.push(`${what} with low confidence in ${unsure.length}: ${names(unsure)}`);
  }
  for (const [what, one, many] of CORRECTIONS) {
    const found = rows.filter(({ said }) => said[what] > 0);
    if (found.length === 0) continue;
    const number = found.reduce((sum, { said }) => sum + said[what], 0);
    lines.push(`${count(number, one, many)} in ${found.length} (kehoach corrections list): ${names(found)}`);
  }
  return lines;
}

/** "a.pdf, b.pdf and 3 more" */
function listed(names: readonly string[], most: number): string {
  const more = names.length > most ? ` and ${names.length - most} more` : '';
  return `${names.slice(0, most).map(printable).join(', ')}${more}`;
}

const count = (number: number, one: string, many = `${one}s`): string => `${number} ${number === 1 ? one : many}`;

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ');
