import type { Fact, PageMeasure, PagePlan } from './page-data.ts';

/**
 * How a figure stands beside the base's. higher, lower, equal: measure, unit, level and due year are the same (lower is less
 * ambitious); apart: the same, but nothing tells which way is more ambitious; the rest says why no difference is told.
 */
export type Stand =
  | 'higher'
  | 'lower'
  | 'equal'
  | 'apart'
  | 'year'
  | 'level'
  | 'units'
  | 'unit'
  | 'range'
  | 'result'
  | 'superseded'
  | 'none';

/** One figure of another province in its strip. */
export interface Chip {
  readonly fact: Fact;
  readonly stand: Stand;
  /** Index of the owner. */
  readonly owner: number;
}

/** A measure as it is seen under the filters. */
export interface MeasureRow {
  readonly measure: PageMeasure;
  readonly facts: readonly Fact[];
  /** The base's figures, the newest due first. */
  readonly base: readonly Fact[];
  /** That of the due year which most others share, else the newest. */
  readonly main: Fact | undefined;
  readonly national: Fact | undefined;
  /** Each owner once: higher than the main figure (best first), equal, lower; then what is held against another of the base's. */
  readonly comparable: readonly Chip[];
  /** What no difference is told of. */
  readonly rest: readonly Chip[];
  /** How many provinces stand beside the base; what the country set before is no province's. */
  readonly others: number;
  readonly up: number;
  readonly down: number;
  readonly equal: number;
}

/** What a row needs to know of the plans. */
type PlanOf = (index: number) => Pick<PagePlan, 'owner' | 'level' | 'set' | 'base' | 'issuedOn'>;

/** @param seen the figures that the filters leave */
export function rowOf(measure: PageMeasure, seen: readonly Fact[], facts: readonly Fact[], planOf: PlanOf): MeasureRow {
  const base: Fact[] = [];
  const others: Fact[] = [];
  let national: Fact | undefined;
  for (const fact of seen) {
    if (fact.national) national = fact;
    else if (planOf(fact.plan).base) base.push(fact);
    else others.push(fact);
  }
  base.sort((a, b) => (b.year ?? 0) - (a.year ?? 0) || newer(planOf, a, b));
  const main = mainOf(base, others);
  const chips = chipsOf(measure, others, main, facts, planOf);
  const comparable = chips.filter(({ stand }) => COMPARABLE.has(stand)).sort(bestFirst(measure, main));
  const rest = chips.filter(({ stand }) => !COMPARABLE.has(stand)).sort(newestFirst);
  const count = (stand: Stand): number => comparable.filter((chip) => chip.stand === stand).length;
  return {
    measure,
    facts,
    base,
    main,
    national,
    comparable,
    rest,
    others: chips.filter(({ fact }) => planOf(fact.plan).level !== 'central').length,
    up: count('higher'),
    down: count('lower'),
    equal: count('equal'),
  };
}

const COMPARABLE: ReadonlySet<Stand> = new Set(['higher', 'lower', 'equal', 'apart']);
export const isComparable = (stand: Stand): boolean => COMPARABLE.has(stand);

function mainOf(base: readonly Fact[], others: readonly Fact[]): Fact | undefined {
  if (base.length < 2) return base[0];
  const times = new Map<number, number>();
  for (const { against } of others) if (against !== undefined) times.set(against, (times.get(against) ?? 0) + 1);
  let best = base.find(({ superseded, status }) => !superseded && status === 'target') ?? base[0];
  let most = best === undefined ? 0 : (times.get(best.at) ?? 0);
  for (const fact of base) {
    const own = times.get(fact.at) ?? 0;
    if (own > most) [best, most] = [fact, own];
  }
  return best;
}

function chipsOf(
  measure: PageMeasure,
  others: readonly Fact[],
  main: Fact | undefined,
  facts: readonly Fact[],
  planOf: PlanOf,
): Chip[] {
  const best = new Map<number, { readonly chip: Chip; readonly place: number }>();
  for (const fact of others) {
    const { owner } = planOf(fact.plan);
    const stand = standOf(measure, fact, main, facts, planOf);
    const place = placeOf(stand, fact, main);
    const before = best.get(owner);
    if (
      before === undefined ||
      place < before.place ||
      (place === before.place && newer(planOf, fact, before.chip.fact) < 0)
    )
      best.set(owner, { chip: { fact, stand, owner }, place });
  }
  return [...best.values()].map(({ chip }) => chip);
}

/** Which of a province's figures its chip shows: what is held against the base's main figure first. */
function placeOf(stand: Stand, fact: Fact, main: Fact | undefined): number {
  if (fact.difference !== undefined) return fact.against === main?.at ? 0 : 1;
  if (stand === 'superseded') return 9000;
  if (stand === 'result') return 8000;
  return 2 + (stand === 'year' ? 0 : 1000) + Math.min(900, Math.abs((fact.year ?? 0) - (main?.year ?? 0)));
}

const newer = (planOf: PlanOf, a: Fact, b: Fact): number => {
  const [one, other] = [planOf(a.plan).issuedOn ?? '', planOf(b.plan).issuedOn ?? ''];
  return one === other ? (b.year ?? 0) - (a.year ?? 0) : one > other ? -1 : 1;
};

/** @param facts all of the measure: what the difference is to may be hidden by a filter */
export function standOf(
  measure: PageMeasure,
  fact: Fact,
  main: Fact | undefined,
  facts: readonly Fact[],
  planOf: PlanOf,
): Stand {
  const { difference, against } = fact;
  if (difference !== undefined && against !== undefined) {
    if (difference === 0) return 'equal';
    if (measure.better === 0) return 'apart';
    return difference * measure.better > 0 ? 'higher' : 'lower';
  }
  if (fact.status === 'result') return 'result';
  if (fact.superseded) return 'superseded';
  const beside = main ?? facts.find(({ plan }) => planOf(plan).base);
  if (beside === undefined || fact.value === null) return 'none';
  if ((fact.unit ?? measure.unit) !== (beside.unit ?? measure.unit)) return 'unit';
  const [own, its] = [planOf(fact.plan), planOf(beside.plan)];
  if (own.level !== its.level) return 'level';
  if (measure.unit === 'rank' && own.set !== its.set) return 'units';
  if (fact.year !== beside.year) return 'year';
  return fact.valueMax !== null || beside.valueMax !== null ? 'range' : 'none';
}

const RANKS: Partial<Record<Stand, number>> = { higher: 0, apart: 1, equal: 1, lower: 2 };

const bestFirst =
  ({ better }: PageMeasure, main: Fact | undefined) =>
  (a: Chip, b: Chip): number =>
    Number(a.fact.against !== main?.at) - Number(b.fact.against !== main?.at) ||
    (RANKS[a.stand] ?? 3) - (RANKS[b.stand] ?? 3) ||
    (b.fact.difference ?? 0) * (better || 1) - (a.fact.difference ?? 0) * (better || 1) ||
    a.owner - b.owner;

const newestFirst = (a: Chip, b: Chip): number => (b.fact.year ?? 0) - (a.fact.year ?? 0) || a.owner - b.owner;
