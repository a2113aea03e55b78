import type { Evidence, Fact, PageMeasure } from '../data/page-data.ts';
import { csvText } from './csv-text.ts';
import { factsOf, listedMeasures, planByIndex, quotesOf, rowAt } from './list.ts';
import { read } from './parts.ts';
import { data, FILTERS } from './state.ts';

const HEADS = [
  'code',
  'indicator',
  'area',
  'measured_at',
  'unit',
  'province',
  'issuer',
  'plan_level',
  'number',
  'year',
  'since',
  'status',
  'comparator',
  'value',
  'value_max',
  'difference',
  'national',
  'sure',
  'deadline',
  'leads',
  'quote',
  'page',
  'document',
] as const;

/** Writes the figures of what is listed to a file; what is not in the page yet is read first. */
export async function downloadCsv(): Promise<number> {
  const list = listedMeasures.value;
  const needed = new Set(
    list.flatMap((index) => {
      const { area = 0, words = 0 } = data.measures[index] ?? {};
      return [data.figures[area] ?? '', data.words[words] ?? ''];
    }),
  );
  await Promise.all([...needed].map(read));
  const lines = list.flatMap(linesOf);
  const text = `\ufeff${csvText([HEADS, ...lines])}`;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  link.download = 'kehoach.csv';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  return lines.length;
}

function linesOf(index: number): (readonly (string | number | null)[])[] {
  const measure = data.measures[index];
  if (measure === undefined) return [];
  const row = rowAt(index);
  const said = quotesOf(index)?.cells;
  // With a filter only what it leaves; else every figure of the measure, not one a province.
  const filtered = Object.entries(FILTERS).some(([name, { value }]) => name !== 'area' && value !== '');
  const chosen = filtered && row !== undefined ? shownIn(row) : (factsOf(index) ?? []);
  return chosen.map((fact) => line(measure, fact, said?.[fact.at]));
}

const shownIn = ({ national, base, comparable, rest }: NonNullable<ReturnType<typeof rowAt>>): readonly Fact[] => [
  ...(national === undefined ? [] : [national]),
  ...base,
  ...[...comparable, ...rest].map(({ fact }) => fact),
];

function line(measure: PageMeasure, fact: Fact, said: Evidence | undefined): (string | number | null)[] {
  const plan = data.plans[fact.plan];
  return [
    measure.code,
    measure.vi,
    data.areas[measure.area]?.code || null,
    measure.level,
    fact.unit ?? measure.unit,
    data.owners[planByIndex(fact.plan).owner] ?? null,
    plan?.issuer ?? null,
    plan?.level ?? null,
    plan?.number ?? null,
    fact.year,
    fact.since ?? null,
    fact.status,
    fact.comparator,
    fact.value,
    fact.valueMax,
    fact.difference ?? null,
    fact.national ? 'yes' : null,
    fact.sure,
    said?.deadline?.text ?? null,
    said === undefined ? null : said.leads.map(({ name }) => name).join('; ') || null,
    said?.quote ?? null,
    said?.page ?? null,
    plan?.document ?? null,
  ];
}
