import type { Failure } from '../failure.ts';
import type { IngestResult } from '../ingest.ts';
import type { Row } from '../output/tables.ts';
import { printable } from './printable.ts';
import { drawTable } from './table.ts';

/** Rows of the table of documents; beyond this only the totals are shown. */
const MOST_ROWS = 200;

/** The table of documents that a run was about. */
export function documentsTable(rows: readonly Row[], width: number): string {
  if (rows.length === 0) return '';
  const table = drawTable(
    [
      { title: 'document', flexible: true },
      { title: 'province or issuer', flexible: true },
      { title: 'year', align: 'right' },
      { title: 'form', optional: true },
      { title: 'title', flexible: true, optional: true },
      { title: 'targets', align: 'right' },
      { title: 'tasks', align: 'right' },
    ],
    rows
      .slice(0, MOST_ROWS)
      .map(({ line }) => [
        line.document,
        line.province?.name ?? line.issuer?.name ?? '–',
        String(line.year ?? line.period?.start?.slice(0, 4) ?? '–'),
        line.form,
        printable(oneLine(line.title ?? '–')),
        String(line.targets),
        String(line.tasks),
      ]),
    width,
  );
  const more = rows.length - MOST_ROWS;
  return more > 0 ? `${table}\n… and ${more} more documents (documents.ndjson lists all)` : table;
}

/** The figures of a run. */
export interface Totals {
  readonly documents: number;
  readonly new: number;
  readonly replaced: number;
  readonly unchanged: number;
  readonly targets: number;
  readonly tasks: number;
  readonly lowConfidence: number;
  /** Documents in which neither a target nor a task was found. */
  readonly empty: number;
  readonly failed: number;
  readonly left: number;
}

export function totals({ rows, outcomes, failures, left }: IngestResult): Totals {
  const sum = (of: (row: Row) => number): number => rows.reduce((total, row) => total + of(row), 0);
  return {
    documents: rows.length,
    new: outcomes.new,
    replaced: outcomes.replaced + outcomes.moved,
    unchanged: outcomes.same,
    targets: sum(({ line }) => line.targets),
    tasks: sum(({ line }) => line.tasks),
    lowConfidence: sum(({ lowConfidence }) => lowConfidence),
    empty: rows.filter(nothingIn).length,
    failed: failures.length,
    left,
  };
}

const nothingIn = ({ line }: Row): boolean => line.targets + line.tasks === 0;

/** What a run covered, and what is left for a person to do. */
export function coverage(result: IngestResult, out: string): string {
  const { rows, failures, damaged } = result;
  const all = totals(result);
  const how = `${all.new} new, ${all.replaced} replaced, ${all.unchanged} unchanged`;
  const lines = [
    `${count(all.documents, 'document')} (${how}), ${count(all.targets, 'target')}, ${count(all.tasks, 'task')} in ${out}`,
  ];
  if (all.new + all.replaced === 0 && all.documents > 0 && all.failed === 0) {
    lines.push('Nothing to do: everything was there already.');
  }
  if (all.lowConfidence > 0) {
    const them = all.lowConfidence === 1 ? 'it' : 'them';
    lines.push(
      `${count(all.lowConfidence, 'target or task', 'targets or tasks')} with low confidence: look at ${them}.`,
    );
  }
  if (all.empty > 0) lines.push(`Nothing was found in ${list(rows.filter(nothingIn))}`);
  for (const [codes, what] of TO_LOOK_AT) {
    const warned = rows.filter((row) => row.line.warnings.some((code) => codes.includes(code)) && !nothingIn(row));
    if (warned.length > 0) lines.push(`${what} ${list(warned)}`);
  }
  if (all.left > 0) lines.push(`Stopped: ${count(all.left, 'document')} left. Run again to go on.`);
  for (const name of damaged) {
    lines.push(
      `documents/${printable(name)} is no record of this program: left out of the tables. Ingest its source again.`,
    );
  }
  if (all.failed > 0) lines.push(`${count(all.failed, 'document')} failed:`);
  for (const failure of failures.slice(0, MOST_ROWS)) lines.push(`  ${failureLine(failure)}`);
  if (all.failed > MOST_ROWS) lines.push(`  … and ${all.failed - MOST_ROWS} more (failures.ndjson lists all)`);
  return lines.join('\n');
}

/** What went wrong with one source, on one line. */
export const failureLine = ({ source, code, message }: Failure): string => `${printable(source)}: ${code}: ${message}`;

/** Warnings that say that what was found in a document may be none of its targets, or not all of them. */
const TO_LOOK_AT: readonly (readonly [codes: readonly string[], what: string])[] = [
  [['no-plan'], 'Neither a plan nor a report on one, as far as the text tells; look before you use what was found in'],
  [['page-unreadable', 'page-without-text'], 'Some pages could not be read in'],
];

const LISTED = 10;

/** "2: a.pdf, b.pdf" */
function list(rows: readonly Row[]): string {
  const names = rows.slice(0, LISTED).map(({ line }) => printable(line.source.uri));
  const more = rows.length > LISTED ? ` and ${rows.length - LISTED} more` : '';
  return `${rows.length}: ${names.join(', ')}${more}`;
}

const count = (number: number, one: string, many = `${one}s`): string => `${number} ${number === 1 ? one : many}`;

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ');
