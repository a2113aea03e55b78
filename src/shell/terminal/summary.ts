import type { IngestResult } from '../ingest.ts';
import type { Row } from '../output/tables.ts';
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
      { title: 'form' },
      { title: 'title', flexible: true },
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
        oneLine(line.title ?? '–'),
        String(line.targets),
        String(line.tasks),
      ]),
    width,
  );
  const more = rows.length - MOST_ROWS;
  return more > 0 ? `${table}\n… and ${more} more documents (documents.ndjson lists all)` : table;
}

/** What a run covered, and what is left for a person to do. */
export function coverage(result: IngestResult, out: string): string {
  const { rows, outcomes, failures, damaged, left } = result;
  const sum = (of: (row: Row) => number): number => rows.reduce((total, row) => total + of(row), 0);
  const empty = rows.filter(({ line }) => line.targets + line.tasks === 0);
  const { made, unchanged } = { made: outcomes.new + outcomes.replaced + outcomes.moved, unchanged: outcomes.same };
  const lines = [
    `${count(rows.length, 'document')} (${outcomes.new} new, ${outcomes.replaced + outcomes.moved} replaced, ${unchanged} unchanged), ` +
      `${count(
        sum(({ line }) => line.targets),
        'target',
      )}, ${count(
        sum(({ line }) => line.tasks),
        'task',
      )} in ${out}`,
  ];
  if (made === 0 && rows.length > 0 && failures.length === 0)
    lines.push('Nothing to do: everything was there already.');
  const unsure = sum(({ lowConfidence }) => lowConfidence);
  if (unsure > 0)
    lines.push(`${count(unsure, 'target or task', 'targets or tasks')} with low confidence: look at them.`);
  if (empty.length > 0) lines.push(`Nothing was found in ${list(empty.map(({ line }) => line.source.uri))}`);
  if (left > 0) lines.push(`Stopped: ${count(left, 'document')} left. Run again to go on.`);
  for (const name of damaged) {
    lines.push(`documents/${name} is no record of this program: left out of the tables. Ingest its source again.`);
  }
  if (failures.length > 0) lines.push(`${count(failures.length, 'document')} failed:`);
  for (const { source, code, message } of failures.slice(0, MOST_ROWS)) lines.push(`  ${source}: ${code}: ${message}`);
  if (failures.length > MOST_ROWS)
    lines.push(`  … and ${failures.length - MOST_ROWS} more (failures.ndjson lists all)`);
  return lines.join('\n');
}

const LISTED = 10;

const list = (items: readonly string[]): string =>
  items.length <= LISTED
    ? `${items.length}: ${items.join(', ')}`
    : `${items.length}: ${items.slice(0, LISTED).join(', ')} and ${items.length - LISTED} more`;

const count = (number: number, one: string, many = `${one}s`): string => `${number} ${number === 1 ? one : many}`;

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ');
