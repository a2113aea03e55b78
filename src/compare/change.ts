import type { ComparedIndicator, ComparisonCell, MeasureChange } from '../model/comparison.ts';
import type { Counted } from './plans.ts';

/** Texts that set aims of their own; a report or an article between two plans does not part them. */
const SETS_AIMS: ReadonlySet<string> = new Set(['plan', 'decision', 'resolution', 'programme']);

/** The plans of one body in the order in which they came. */
export type Succession = readonly Counted[];

/**
 * Plans of each body, one after the other.
 *
 * @param landOf one for all territories that a province had
 */
export function successions(plans: readonly Counted[], landOf: (plan: Counted) => string | null): Succession[] {
  const byBody = new Map<string, Counted[]>();
  for (const plan of plans) {
    const land = landOf(plan);
    const { form, level, issuer } = plan.header;
    if (land === null || !SETS_AIMS.has(form) || dateOf(plan) === null) continue;
    const body = `${land}|${level ?? ''}|${level === 'province' ? '' : (issuer?.name ?? '')}`;
    byBody.set(body, [...(byBody.get(body) ?? []), plan]);
  }
  return [...byBody.values()]
    .filter(({ length }) => length > 1)
    .map((own) => own.toSorted((a, b) => ((dateOf(a) ?? '') < (dateOf(b) ?? '') ? -1 : 1)));
}

const dateOf = ({ header: { issuedOn, period } }: Counted): string | null => issuedOn ?? period?.start ?? null;

/** Marks in an indicator what each plan does to the figure of the one before it. */
export function withChanges(
  indicator: ComparedIndicator,
  plans: readonly Succession[],
  unitOf: (cell: ComparisonCell) => string,
): ComparedIndicator {
  const own = new Map<string, ComparisonCell[]>();
  for (const cell of indicator.cells) {
    if (cell.status !== 'target' || cell.value === null) continue;
    own.set(cell.document, [...(own.get(cell.document) ?? []), cell]);
  }
  if (own.size === 0) return indicator;
  // Whoever speaks of it in other words or another unit has neither dropped it nor brought it in.
  const speaks = new Set((indicator.missing ?? []).map(({ document }) => document));
  const changes = new Map<ComparisonCell, MeasureChange>();
  for (const succession of plans) {
    for (const [i, plan] of succession.entries()) {
      const { id, topic } = plan.header;
      const cells = own.get(id) ?? [];
      const before = succession.slice(0, i).findLast(({ header }) => own.has(header.id));
      const last = before === undefined ? undefined : latest(own.get(before.header.id) ?? []);
      const neighbour = succession.slice(0, i).findLast(({ header }) => topic !== null && header.topic === topic);
      const first = earliest(cells);
      if (first !== undefined && last !== undefined && unitOf(first) === unitOf(last)) {
        changes.set(first, changed(last, first));
      } else if (
        first !== undefined &&
        last === undefined &&
        neighbour !== undefined &&
        !speaks.has(neighbour.header.id)
      ) {
        for (const cell of cells) changes.set(cell, { kind: 'new', beside: neighbour.header.id });
      }
      const dropped =
        cells.length > 0 || neighbour === undefined || speaks.has(id)
          ? undefined
          : latest(own.get(neighbour.header.id) ?? []);
      if (dropped !== undefined && !changes.has(dropped)) changes.set(dropped, { kind: 'dropped', beside: id });
    }
  }
  if (changes.size === 0) return indicator;
  return {
    ...indicator,
    cells: indicator.cells.map((cell) => {
      const change = changes.get(cell);
      return change === undefined ? cell : { ...cell, change };
    }),
  };
}

function changed(before: ComparisonCell, after: ComparisonCell): MeasureChange {
  const [was, is] = [before.value ?? 0, after.value ?? 0];
  return { kind: is === was ? 'kept' : is > was ? 'raised' : 'lowered', from: before.target };
}

const yearOf = ({ year }: ComparisonCell): number => year ?? 0;
const latest = (cells: readonly ComparisonCell[]): ComparisonCell | undefined =>
  cells.reduce<ComparisonCell | undefined>((a, b) => (a === undefined || yearOf(b) > yearOf(a) ? b : a), undefined);
const earliest = (cells: readonly ComparisonCell[]): ComparisonCell | undefined =>
  cells.reduce<ComparisonCell | undefined>((a, b) => (a === undefined || yearOf(b) < yearOf(a) ? b : a), undefined);
