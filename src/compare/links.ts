import type { Knowledge } from '../knowledge/knowledge.ts';
import { successorOf } from '../knowledge/provinces.ts';
import { keyOf } from '../language/words.ts';
import type { ComparisonCell } from '../model/comparison.ts';
import type { Province, Replaced } from '../model/record.ts';
import { putUnder } from './grouped.ts';
import { type HeldRow, withCell } from './held.ts';
import type { Countable } from './plans.ts';

type LinkedPlan = Pick<Countable, 'header' | 'formerly'>;

/** A document that another one speaks of, by their ids. */
interface PlanLink {
  readonly from: string;
  readonly to: string;
}

/** Which documents of a folder take the place of others, and which report on others. */
export interface PlanLinks {
  readonly replaced: readonly (PlanLink & Pick<Replaced, 'kind'>)[];
  readonly reported: readonly PlanLink[];
}

/** Finds the plans that others replace, amend or report on, by number, date and territory; a doubtful link is none. */
export function planLinks(knowledge: Knowledge, plans: readonly LinkedPlan[]): PlanLinks {
  const linking = plans.filter(({ header }) => header.replaces !== undefined || header.reportsOn !== undefined);
  if (linking.length === 0) return { replaced: [], reported: [] };
  const byNumber = new Map<string, LinkedPlan[]>();
  for (const plan of plans) {
    if (plan.header.number === null || plan.header.form === 'report') continue;
    const key = keyOf(plan.header.number);
    putUnder(byNumber, key, plan);
  }
  const meant = (by: LinkedPlan, { number, date }: CitedNumber): LinkedPlan | undefined => {
    const found = (byNumber.get(keyOf(number)) ?? []).filter(
      (plan) => plan !== by && sameDate(plan, date, by) && sameTerritory(knowledge, plan, by) && !issuedAfter(plan, by),
    );
    return found.length === 1 ? found[0] : undefined;
  };
  return {
    replaced: linking.flatMap((plan) =>
      (plan.header.replaces ?? []).flatMap((cited) => {
        const to = meant(plan, cited);
        return to === undefined ? [] : [{ from: plan.header.id, to: to.header.id, kind: cited.kind }];
      }),
    ),
    reported: linking.flatMap((plan) =>
      (plan.header.reportsOn ?? []).flatMap((cited) => {
        const to = meant(plan, cited);
        return to === undefined ? [] : [{ from: plan.header.id, to: to.header.id }];
      }),
    ),
  };
}

interface CitedNumber {
  readonly number: string;
  readonly date: string | null;
}

/** A number without its date says which plan only where the same body issued both: numbers begin anew every year. */
function sameDate({ header }: LinkedPlan, date: string | null, by: LinkedPlan): boolean {
  if (date !== null && header.issuedOn !== null) return date === header.issuedOn;
  return header.issuer !== null && header.issuer.code === by.header.issuer?.code;
}

/** A plan of a former province may be replaced by, or reported on in, a text of its successor. */
function sameTerritory(knowledge: Knowledge, a: LinkedPlan, b: LinkedPlan): boolean {
  const [one, other] = [a, b].map(({ header, formerly }) => territoryToday(knowledge, formerly ?? header.province));
  return one === other && (one !== null || a.header.issuer?.code === b.header.issuer?.code);
}

/** Code of the province that the land of one belongs to today. */
export function territoryToday(knowledge: Knowledge, province: Province | null | undefined): string | null {
  if (province == null) return null;
  return province.set === 34 ? province.code : (successorOf(knowledge, province.code)?.code ?? province.code);
}

const issuedAfter = ({ header: { issuedOn } }: LinkedPlan, { header }: LinkedPlan): boolean =>
  issuedOn !== null && header.issuedOn !== null && issuedOn > header.issuedOn;

/**
 * Marks in one indicator the targets that another plan took the place of, and puts results beside the targets that they
 * report on.
 */
export function withLinks(row: HeldRow, { replaced, reported }: PlanLinks): HeldRow {
  if (replaced.length === 0 && reported.length === 0) return row;
  const linked = new Set([...replaced, ...reported].map(({ to }) => to));
  if (!row.figures.some(({ cell }) => linked.has(cell.document))) return row;
  const byDocument = new Map<string, ComparisonCell[]>();
  for (const { cell } of row.figures) putUnder(byDocument, cell.document, cell);
  const cellsOf = (document: string, status: ComparisonCell['status']): ComparisonCell[] =>
    (byDocument.get(document) ?? []).filter((cell) => cell.status === status);
  return {
    ...row,
    figures: row.figures.map((figure) => {
      const { cell } = figure;
      if (cell.status !== 'target' || !linked.has(cell.document)) return figure;
      const newer = replaced.find(
        ({ from, to, kind }) =>
          to === cell.document &&
          (kind === 'replaces' || cellsOf(from, 'target').some(({ year }) => sameYear(year, cell.year))),
      );
      const results = reported
        .filter(({ to }) => to === cell.document)
        .flatMap(({ from }) => resultFor(cell, cellsOf(cell.document, 'target'), cellsOf(from, 'result')));
      const result = results.toSorted((a, b) => (b.year ?? 0) - (a.year ?? 0))[0];
      return withCell(figure, {
        supersededBy: newer?.from,
        result: result === undefined ? undefined : resultOf(result, cell),
      });
    }),
  };
}

const sameYear = (a: number | null, b: number | null): boolean => a === null || b === null || a === b;

/** The result for the year of a target; where there is one target and no more, whatever was reached on the way to it. */
function resultFor(
  cell: ComparisonCell,
  targets: readonly ComparisonCell[],
  results: readonly ComparisonCell[],
): readonly ComparisonCell[] {
  const exact = results.filter(({ year }) => year !== null && year === cell.year);
  if (exact.length > 0) return exact.slice(0, 1);
  return targets.length === 1 ? results.filter(({ year }) => year === null || year <= (cell.year ?? year)) : [];
}

function resultOf(
  { document, target, comparator, value, valueMax, year, quote, source }: ComparisonCell,
  of: ComparisonCell,
): NonNullable<ComparisonCell['result']> {
  const reached = isReached(of, value);
  return {
    document,
    target,
    comparator,
    value,
    valueMax,
    year,
    quote,
    source,
    ...(reached === undefined ? {} : { reached }),
  };
}

/** Undefined where the target does not say which way it is bounded. */
function isReached({ comparator, value }: ComparisonCell, result: number | null): boolean | undefined {
  if (value === null || result === null) return undefined;
  switch (comparator) {
    case '>=':
      return result >= value;
    case '>':
      return result > value;
    case '<=':
      return result <= value;
    case '<':
      return result < value;
    default:
      return result === value ? true : undefined;
  }
}
