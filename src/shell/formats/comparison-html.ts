import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { loadKnowledge } from '../../knowledge/knowledge.ts';
import { currencies } from '../../language/money.ts';
import type { ComparedDocument, Comparison } from '../../model/comparison.ts';
import type { Pipeline } from '../../model/pipeline.ts';
import type { Agency, Deadline, Source, Target, Task } from '../../model/record.ts';
import { readRecord } from '../output/tables.ts';
import { planTitles } from './figure.ts';
import { allCells } from './rows.ts';

/** UTF-16 units of the document's text that are shown on either side of a quote. */
const AROUND = 300;
/** Of so many plans the list of all targets and tasks is still looked through. */
const MOST_LISTED = 200;

/** One line of the list of everything. */
interface Item {
  readonly kind: 'target' | 'task';
  readonly document: string;
  readonly area: string | null;
  readonly text: string;
  /** Searched, not shown. */
  readonly more: string;
  readonly figure: string;
  readonly deadline: string;
  /** In which it is due, else in which the plan ends. */
  readonly year: number | null;
  readonly leads: string;
}

/**
 * One page that holds all it needs: it works from the disk, without a network.
 *
 * @param folder the output folder, for the texts around the quotes
 */
export async function comparisonHtml(
  comparison: Comparison,
  pipelines: readonly Pipeline[],
  folder: string,
): Promise<string> {
  const documents = comparison.documents ?? [];
  const listed = documents.slice(0, MOST_LISTED);
  const items: Item[] = [];
  const contexts: Record<string, readonly [before: string, after: string]> = {};
  for (const plan of listed) {
    const { document } = plan;
    const record = await readRecord(folder, document);
    items.push(...(record?.targets ?? []).map((target) => targetItem(plan, target)));
    items.push(...(record?.tasks ?? []).map((task) => taskItem(plan, task)));
    const text = await readFile(join(folder, 'documents', `${document}.txt`), 'utf8').catch(() => '');
    for (const row of comparison.indicators) {
      for (const { document: of, target, source } of allCells(row)) {
        if (of !== document) continue;
        contexts[target] = around(text, source);
      }
    }
  }
  const titles = planTitles(documents);
  const data = {
    comparison: { ...comparison, indicators: comparison.indicators.map((row) => ({ ...row, cells: allCells(row) })) },
    areas: Object.fromEntries(pipelines.flatMap(({ areas }) => areas).map(({ code, label }) => [code, label])),
    plans: documents.map(({ document, base }) => ({ document, title: titles.get(document) ?? document, base })),
    items,
    contexts,
    currencies: currencies(loadKnowledge()),
  };
  const [page, style, words, script, charts] = await Promise.all([
    ...['page.html', 'page.css', 'words.js', 'page.js'].map(asset),
    chartLibrary(),
  ]);
  // Replaced by functions: "$&" in a document's text is no pattern.
  return (page ?? '')
    .replace('/*STYLE*/', () => style ?? '')
    .replace('>null<', () => `>${embedded(data)}<`)
    .replace('/*SCRIPT*/', () => `${charts ?? ''}\n${words ?? ''}\n${script ?? ''}`);
}

/** The text on either side of a quote, cut between words. */
function around(text: string, { start, end }: Pick<Source, 'start' | 'end'>): readonly [before: string, after: string] {
  const before = text.slice(Math.max(0, start - AROUND), start);
  const after = text.slice(end, end + AROUND);
  return [
    start > AROUND ? before.replace(/^\S*\s/u, '… ') : before,
    end + AROUND < text.length ? after.replace(/\s\S*$/u, ' …') : after,
  ];
}

const asset = (name: string): Promise<string> => readFile(new URL(`../page/${name}`, import.meta.url), 'utf8');

/** The library that draws the charts, with its licence named and without the way to its source map. */
async function chartLibrary(): Promise<string> {
  const path = createRequire(import.meta.url).resolve('chartist/dist/index.umd.js');
  const code = await readFile(path, 'utf8');
  return `/* Chartist, MIT licence: github.com/chartist-js/chartist */\n${code.replace(/\n\/\/# sourceMappingURL=.*\s*$/u, '')}`;
}

/** JSON in which no text can end the script element that holds it. */
const embedded = (data: unknown): string =>
  JSON.stringify(data).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');

function targetItem(plan: ComparedDocument, target: Target): Item {
  return {
    kind: 'target',
    document: plan.document,
    area: target.area,
    text: target.indicator.text,
    more: target.source.quote,
    figure: target.quantity?.text ?? '',
    deadline: target.deadline?.text ?? '',
    year: yearOf(target.deadline, plan),
    leads: names(target.agencies.filter(({ role }) => role === 'lead')),
  };
}

function taskItem(plan: ComparedDocument, task: Task): Item {
  return {
    kind: 'task',
    document: plan.document,
    area: task.area,
    text: task.text,
    more: task.product ?? '',
    figure: task.product ?? '',
    deadline: task.deadline?.text ?? '',
    year: yearOf(task.deadline, plan),
    leads: names(task.leads),
  };
}

function yearOf(deadline: Deadline | null, { period }: ComparedDocument): number | null {
  const end = deadline?.end ?? period?.end ?? null;
  return end === null ? null : Number(end.slice(0, 4));
}

const names = (agencies: readonly Agency[]): string => agencies.map(({ name }) => name).join('; ');
