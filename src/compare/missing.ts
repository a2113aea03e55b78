import { indicatorsNamed } from '../catalogue/indicator-code.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { MissingCell } from '../model/comparison.ts';
import type { Pipeline } from '../model/pipeline.ts';
import { alikeFinder, type Near } from './alike.ts';
import { onceFor, putUnder } from './grouped.ts';
import type { HeldFigure, HeldRow } from './held.ts';
import type { Counted } from './plans.ts';
import type { Reducer } from './wording.ts';

/**
 * Says for each indicator why a plan that speaks of it has no figure there. A plan that does not state it is not named.
 *
 * @returns the indicators with their missing cells
 */
export function explainMissing(
  knowledge: Knowledge,
  rows: readonly HeldRow[],
  plans: readonly Counted[],
  pipelines: readonly Pipeline[],
  { tokens }: Reducer,
): readonly HeldRow[] {
  const byCode = new Map<string, HeldRow[]>();
  for (const one of rows) {
    if (one.code === null) continue;
    putUnder(byCode, keyIn(one), one);
  }
  const spoken = spokenBy(knowledge, plans, pipelines);
  // What stands in a row with others' has found its measure.
  const matched = new Set(
    rows
      .filter(({ figures, national }) => national !== null || figures.some(({ of }) => of !== figures[0]?.of))
      .flatMap(({ figures }) => figures.map(({ cell }) => cell.target)),
  );
  // Measures in much the same words are looked for beside the base's only.
  const wanted = rows.some(({ figures }) => figures.some(({ of }) => of.base));
  const alike = alikeFinder(wanted ? plans : [], matched, (text) => tokens(text));
  const order = new Map(plans.map(({ header }, i) => [header.id, i]));
  return rows.map((one) => {
    const missing = missingIn(one, byCode.get(keyIn(one)) ?? [], spoken, (code) =>
      one.figures.some(({ of }) => of.base) ? alike(tokens(one.label), code) : [],
    );
    if (missing.length === 0) return one;
    const place = ({ document }: MissingCell): number => order.get(document) ?? 0;
    return { ...one, missing: missing.sort((a, b) => place(a) - place(b)) };
  });
}

/** What a plan says of another land is no other figure of its own. */
const keyIn = ({ code, place }: HeldRow): string => `${code}|${place ?? ''}`;

/** @param others rows of the same code */
function missingIn(
  one: HeldRow,
  others: readonly HeldRow[],
  spoken: Spoken,
  alike: (code: string | null) => readonly Near[],
): MissingCell[] {
  const told = new Map<string, MissingCell>();
  const stating = new Set<string>();
  if (one.national !== null) stating.add(one.national.cell.document);
  for (const { cell } of one.figures) if (cell.status === 'target') stating.add(cell.document);
  // The first reason of each plan.
  const tell = (reason: MissingCell['reason'], { document, target: similar, quote }: Near): void => {
    if (!stating.has(document) && !told.has(document)) told.set(document, { document, reason, similar, quote });
  };
  for (const { cell } of one.figures) tell('result-only', cell);
  if (one.code !== null) {
    for (const other of others)
      for (const { cell } of figuresOf(other)) tell(other.unit === one.unit ? 'other-level' : 'other-unit', cell);
    if (one.place === undefined) for (const found of spoken.get(one.code) ?? []) tell('no-figure', found);
  }
  for (const found of alike(one.code)) tell('other-words', found);
  return [...told.values()];
}

const figuresOf = ({ figures, national }: HeldRow): readonly HeldFigure[] =>
  national === null ? figures : [...figures, national];

type Spoken = ReadonlyMap<string, readonly Near[]>;

/** By indicator: the plans that speak of it without a figure, with the targets that do. */
function spokenBy(knowledge: Knowledge, plans: readonly Counted[], pipelines: readonly Pipeline[]): Spoken {
  const spoken = new Map<string, Near[]>();
  // Many plans say the same.
  const named = new Map<Pipeline, Map<string, readonly string[]>>();
  const codesIn = (pipeline: Pipeline, text: string): readonly string[] => {
    const known = onceFor(named, pipeline, () => new Map<string, readonly string[]>());
    return onceFor(known, text, () => indicatorsNamed(knowledge, pipeline, text));
  };
  for (const { header, targets } of plans) {
    const own = pipelines.filter(({ topic }) => topic !== null && topic === header.topic);
    for (const { id, kind, indicator, source } of own.length === 0 ? [] : targets) {
      if (kind !== 'qualitative') continue;
      for (const code of own.flatMap((one) => codesIn(one, `${indicator.text} ${source.quote}`))) {
        putUnder(spoken, code, { document: header.id, target: id, quote: source.quote });
      }
    }
  }
  return spoken;
}
