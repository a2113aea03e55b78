import { type StatusPart, statusRows } from '../formats/status-rows.ts';
import { type FolderStatus, reasonsIn } from '../status.ts';
import { failureLines } from './failures.ts';
import { printable, shellWord } from './printable.ts';
import { type Column, drawTable } from './table.ts';
import { wrapped } from './wrap.ts';

/**
 * What an output folder holds, for a terminal.
 *
 * @param folder as it was given
 * @param width columns of the terminal
 */
export function statusText(status: FolderStatus, part: StatusPart, folder: string, width: number): string {
  if (part === 'all') return overview(status, printable(folder), width);
  if (part === 'failures') {
    if (status.failures.length === 0) return 'Nothing failed.';
    return [
      `${count(status.failures.length, 'document')} failed:`,
      ...failureLines(status.failures, '', width, status.failures.length),
    ].join('\n');
  }
  const { heads, rows } = statusRows(status, part);
  if (rows.length === 0) return 'There is nothing to look at.';
  const columns = heads.map((title): Column => ({ title, ...COLUMNS[title] }));
  return drawTable(
    columns,
    rows.map((row) => row.map((cell) => printable(String(cell)))),
    width,
  );
}

const COLUMNS: Readonly<Record<string, Omit<Column, 'title'>>> = {
  document: { flexible: true },
  why: { flexible: true },
  'low confidence': { align: 'right', optional: true },
  title: { flexible: true, least: 26 },
  source: { flexible: true, least: 26, optional: true },
};

function overview(
  { forms, failures, doubts, corrections, damaged }: FolderStatus,
  folder: string,
  width: number,
): string {
  const sum = (of: (one: FolderStatus['forms'][number]) => number): number =>
    forms.reduce((total, one) => total + of(one), 0);
  const [documents, targets, results, tasks] = [
    sum((one) => one.documents),
    sum((one) => one.targets),
    sum((one) => one.results),
    sum((one) => one.tasks),
  ];
  const lines = [
    `${count(documents, 'document')} in ${folder}: ${count(targets, 'target')}, ${count(results, 'result')}, ${count(tasks, 'task')}; ${failures.length} failed.`,
  ];
  const row = (name: string, ...numbers: readonly number[]): string[] => [name, ...numbers.map(String)];
  if (documents > 0) {
    const heads = ['documents', 'targets', 'results', 'tasks'].map((title): Column => ({ title, align: 'right' }));
    lines.push(
      drawTable(
        [{ title: 'form', flexible: true }, ...heads],
        forms.map((one) => row(one.form, one.documents, one.targets, one.results, one.tasks)),
        width,
      ),
    );
  }
  if (failures.length > 0)
    lines.push(
      '',
      `Failed (--failures lists all):`,
      ...failureLines(failures, `kehoach status --in ${shellWord(folder)} --failures`, width, MOST),
    );
  if (doubts.length > 0) {
    lines.push(
      '',
      `To look at, ${count(doubts.length, 'document')} (--doubts lists them, --no-plan those that are no plans):`,
      drawTable(
        [
          { title: 'why', flexible: true },
          { title: 'documents', align: 'right' },
        ],
        reasonsIn(doubts).map(({ reason, documents: number }) => row(reason, number)),
        width,
      ),
    );
  }
  lines.push(...reviewLines(corrections));
  for (const line of damaged) lines.push(`${printable(line)}: left out`);
  return lines.map((line) => (line.includes('\n') ? line : wrapped(line, width, '    '))).join('\n');
}

function reviewLines({
  documents,
  confirmed,
  corrected,
  agreeing,
  disagreeing,
  lost,
  waiting,
}: FolderStatus['corrections']): string[] {
  if (documents + waiting === 0) return [];
  const away = waiting === 0 ? '' : `; corrections of ${count(waiting, 'document')} wait for it to come back`;
  return [
    '',
    `Reviewed in ${count(documents, 'document')}: ${confirmed} confirmed, ${corrected} corrected; the rules agree with ${agreeing} by now, disagree with ${disagreeing}; ${lost} lost their place (kehoach corrections list)${away}.`,
  ];
}

/** Failed sources that an overview names. */
const MOST = 20;

const count = (number: number, one: string): string => `${number} ${number === 1 ? one : `${one}s`}`;
