import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { ComparedIndicator, ComparisonCell } from '../../model/comparison.ts';
import { Agency, Deadline, Quantity, Source } from '../../model/record.ts';
import { TargetLine } from '../output/lines.ts';
import { readLines } from '../output/read-lines.ts';
import type { Evidence, MeasureWords } from '../page/data/page-data.ts';
import { allCells } from './rows.ts';

/** UTF-16 units of the document's text that are shown on either side of a quote. */
const AROUND = 300;

const Said = TargetLine.pick({ id: true, path: true }).extend({
  quantity: Quantity.pick({ text: true }).nullable(),
  deadline: Deadline.pick({ text: true, basis: true })
    .extend({ source: Source.pick({ quote: true, page: true }).nullish() })
    .nullable(),
  agencies: z.array(
    Agency.pick({ role: true, name: true, text: true, basis: true }).extend({
      source: Source.pick({ quote: true, page: true }),
    }),
  ),
});
type Said = z.infer<typeof Said>;

/**
 * The words behind each figure of each indicator, in the order of the indicators, as JSON of `MeasureWords`: as bytes, of
 * which many need a third of the memory.
 */
export async function pageWords(
  indicators: readonly ComparedIndicator[],
  folder: string,
  planOf: ReadonlyMap<string, number>,
): Promise<readonly Buffer[]> {
  const cells = indicators.flatMap(allCells);
  const said = await saidOf(new Set(cells.map(({ target }) => target)), folder);
  const places = new Map<string, ComparisonCell[]>();
  for (const cell of cells) {
    const own = places.get(cell.document);
    if (own === undefined) places.set(cell.document, [cell]);
    else own.push(cell);
  }
  const told = new Map<ComparisonCell, Buffer>();
  for (const [document, own] of places) {
    const text = await readFile(join(folder, 'documents', `${document}.txt`), 'utf8').catch(() => '');
    for (const cell of own) {
      const made = evidence(cell, said.get(cell.target), beside(text, cell.source));
      told.set(cell, Buffer.from(JSON.stringify(made)));
      said.delete(cell.target);
    }
  }
  return indicators.map((one) => wordsOf(one, told, planOf));
}

/** What the records say of the targets that are wanted. A comparison without its folder still has its quotes. */
async function saidOf(wanted: ReadonlySet<string>, folder: string): Promise<Map<string, Said>> {
  const said = new Map<string, Said>();
  await readLines(folder, 'targets.ndjson', Said, [], (one) => {
    if (wanted.has(one.id)) said.set(one.id, { ...one, agencies: one.agencies.filter(({ role }) => role === 'lead') });
  }).catch(() => undefined);
  return said;
}

/** JSON of `MeasureWords`, of which the figures are JSON already. */
function wordsOf(
  one: ComparedIndicator,
  told: ReadonlyMap<ComparisonCell, Buffer>,
  planOf: ReadonlyMap<string, number>,
): Buffer {
  const missing = (one.missing ?? []).map(({ document, reason, quote }) => ({
    plan: planOf.get(document) ?? -1,
    reason,
    quote,
  }));
  const rest: Omit<MeasureWords, 'cells'> = { ...(one.spread === undefined ? {} : { spread: one.spread }), missing };
  const cells = allCells(one).flatMap((cell) => told.get(cell) ?? Buffer.from('null'));
  return joined(['{"cells":[', ...separated(cells), ']', `,${JSON.stringify(rest).slice(1)}`]);
}

/** Pieces of text and of bytes as one. */
export const joined = (pieces: readonly (string | Buffer)[]): Buffer =>
  Buffer.concat(pieces.map((piece) => (typeof piece === 'string' ? Buffer.from(piece) : piece)));

/** With a comma between each and the next. */
export const separated = <T>(list: readonly T[]): (T | string)[] =>
  list.flatMap((one, i) => (i === 0 ? [one] : [',', one]));

/** The text on either side of a quote, cut between words. */
function beside(text: string, { start, end }: Pick<Source, 'start' | 'end'>): Evidence['around'] {
  const before = text.slice(Math.max(0, start - AROUND), start);
  const after = text.slice(end, end + AROUND);
  return [
    start > AROUND ? before.replace(/^\S*\s/u, '… ') : before,
    end + AROUND < text.length ? after.replace(/\s\S*$/u, ' …') : after,
  ];
}

function evidence(cell: ComparisonCell, said: Said | undefined, around: Evidence['around']): Evidence {
  const { quote, baseline, condition, source, deadline, leads, direction, document, target, supersededBy } = cell;
  const words = said?.quantity?.text ?? '';
  const at = words === '' ? -1 : quote.indexOf(words);
  const due = said?.deadline ?? null;
  return {
    target: target.startsWith(`${document}#`) ? target.slice(document.length) : target,
    quote,
    baseline,
    condition,
    direction,
    ...(supersededBy === undefined ? {} : { supersededBy }),
    ...(cell.result === undefined ? {} : { report: cell.result.document }),
    around,
    page: source.page,
    path: said?.path ?? null,
    figure: at === -1 ? null : [at, at + words.length],
    deadline:
      deadline === null
        ? null
        : {
            text: deadline.text,
            basis: deadline.basis,
            end: deadline.end,
            ...(due?.source == null ? {} : due.source),
          },
    leads: leads.map(({ name, successorName }) => {
      const own = said?.agencies.find((one) => one.role === 'lead' && one.name === name);
      return {
        name,
        text: own?.text ?? name,
        basis: own?.basis ?? 'explicit',
        ...(own === undefined || own.source.quote === own.text ? {} : own.source),
        ...(successorName === undefined ? {} : { since2025: successorName }),
      };
    }),
  };
}
