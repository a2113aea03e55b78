import { figuresCsv } from '../../formats/comparison-csv.ts';
import type { FigureCell, FigureRow } from '../../formats/rows.ts';
import type { Evidence, Fact, PageMeasure, PagePlan } from '../data/page-data.ts';
import { factsOf, listedMeasures, quotesOf, seenAt } from './list.ts';
import { read } from './parts.ts';
import { data } from './state.ts';

/**
 * Writes the figures of what is listed to a file, in the columns of `compare --format csv`; what is not in the page yet is read
 * first.
 *
 * @returns how many there are; nothing is written where the name of a file is told that cannot be read
 */
export async function downloadCsv(): Promise<{ readonly count: number } | { readonly unread: string }> {
  const list = listedMeasures.value;
  const needed = new Set(
    list.flatMap((index) => {
      const { area = 0, words = 0 } = data.measures[index] ?? {};
      return [data.figures[area] ?? '', data.words[words] ?? ''];
    }),
  );
  for (const [name, part] of await Promise.all([...needed].map(async (name) => [name, await read(name)] as const)))
    if (part === undefined) return { unread: name };
  const rows = list.flatMap(rowsOf);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([...figuresCsv(rows)], { type: 'text/csv;charset=utf-8' }));
  link.download = 'kehoach.csv';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  return { count: rows.length };
}

function rowsOf(index: number): FigureRow[] {
  const measure = data.measures[index];
  const said = quotesOf(index)?.cells;
  if (measure === undefined || said === undefined) return [];
  const targets = (factsOf(index) ?? []).map(({ at, plan }) => targetOf(said[at], data.plans[plan]));
  const cells = seenAt(index).flatMap((fact) => {
    const [plan, own] = [data.plans[fact.plan], said[fact.at]];
    return plan === undefined || own === undefined ? [] : [{ fact, cell: cellOf(measure, fact, plan, own, targets) }];
  });
  const { code, basis, level, unit, vi, en, area } = measure;
  const indicator = {
    ...{ code, basis, level, unit },
    label: vi,
    ...(en === undefined ? {} : { labelEn: en }),
    area: data.areas[area]?.code || null,
    national: cells.find(({ fact }) => fact.national)?.cell ?? null,
  };
  return cells.map(({ cell }) => ({ indicator, cell }));
}

/** Its id. */
const targetOf = (said: Evidence | undefined, plan: PagePlan | undefined): string =>
  `${said?.target.startsWith('#') ? (plan?.document ?? '') : ''}${said?.target ?? ''}`;

/** @param targets of all figures of the measure */
function cellOf(
  { unit }: PageMeasure,
  fact: Fact,
  plan: PagePlan,
  said: Evidence,
  targets: readonly string[],
): FigureCell {
  const { province, issuer, level, document } = plan;
  const { year, since, status, comparator, value, valueMax, sure, difference, ahead, change, result } = fact;
  const { quote, baseline, condition, direction, deadline, leads, page, supersededBy, report } = said;
  const against = targets[fact.against ?? -1];
  return {
    ...{ province, issuer, level, document, year, status, comparator, value, valueMax, sure, direction },
    ...{ quote, baseline, condition, deadline, change },
    unit: fact.unit ?? unit,
    source: { page },
    target: targetOf(said, plan),
    leads: leads.map(({ name, since2025 }) => ({
      name,
      ...(since2025 === undefined ? {} : { successorName: since2025 }),
    })),
    ...(since === undefined ? {} : { since }),
    ...(ahead === undefined ? {} : { ahead }),
    ...(supersededBy === undefined ? {} : { supersededBy }),
    ...(difference === undefined || against === undefined ? {} : { difference, against }),
    ...(result === undefined ? {} : { result: { ...result, document: report ?? '' } }),
  };
}
