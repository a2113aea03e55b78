import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { ComparedIndicator, ComparisonCell } from '../../model/comparison.ts';
import { Agency, Deadline, Quantity, Source } from '../../model/record.ts';
import { TargetLine } from '../output/lines.ts';
import { readLines } from '../output/read-lines.ts';
import type { Evidence, MeasureWords } from '../page/compare/data.ts';
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

/** The words behind each figure of each indicator, in the order of the indicators. */
export async function pageWords(
  indicators: readonly ComparedIndicator[],
  folder: string,
  planOf: ReadonlyMap<string, number>,
): Promise<readonly MeasureWords[]> {
  const wanted = new Set<string>();
  const places = new Map<string, ComparisonCell[]>();
  for (const cell of indicators.flatMap(allCells)) {
    wanted.add(cell.target);
    const own = places.get(cell.document);
    if (own === undefined) places.set(cell.document, [cell]);
    else own.push(cell);
  }
  const around = new Map<string, Evidence['around']>();
  for (const [document, cells] of places) {
    const text = await readFile(join(folder, 'documents', `${document}.txt`), 'utf8').catch(() => '');
    for (const { target, source } of cells) around.set(target, beside(text, source));
  }
  const said = new Map<string, Said>();
  await readLines(folder, 'targets.ndjson', Said, [], (one) => {
    if (wanted.has(one.id)) said.set(one.id, one);
  }).catch(() => undefined);
  return indicators.map(
    (one): MeasureWords => ({
      ...(one.spread === undefined ? {} : { spread: one.spread }),
      cells: allCells(one).map((cell) => evidence(cell, said.get(cell.target), around.get(cell.target) ?? ['', ''])),
      missing: (one.missing ?? []).map(({ document, reason, quote }) => ({
        plan: planOf.get(document) ?? -1,
        reason,
        quote,
      })),
    }),
  );
}

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
  const { quote, baseline, condition, source, deadline, leads } = cell;
  const words = said?.quantity?.text ?? '';
  const at = words === '' ? -1 : quote.indexOf(words);
  const due = said?.deadline ?? null;
  return {
    quote,
    baseline,
    condition,
    around,
    page: source.page,
    path: said?.path ?? null,
    figure: at === -1 ? null : [at, at + words.length],
    deadline:
      deadline === null
        ? null
        : { text: deadline.text, basis: deadline.basis, ...(due?.source == null ? {} : due.source) },
    leads: leads.map(({ name, successorName }) => {
      const own = said?.agencies.find((one) => one.role === 'lead' && one.name === name);
      return {
        name,
        text: own?.text ?? name,
        basis: own?.basis ?? 'explicit',
        ...(own === undefined || own.source.quote === own.text ? {} : own.source),
        ...(successorName === undefined || successorName === name ? {} : { since2025: successorName }),
      };
    }),
  };
}
