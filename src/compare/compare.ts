import type { Knowledge } from '../knowledge/knowledge.ts';
import { departmentAfter } from '../knowledge/successors.ts';
import type { ComparedDocument, ComparedIndicator, Comparison, ComparisonCell } from '../model/comparison.ts';
import type { Indicator, Pipeline } from '../model/pipeline.ts';
import type { Level, MeasureLevel, Province } from '../model/record.ts';
import { type Aligned, align, type Placed } from './align.ts';
import { type PlanLinks, planLinks, withLinks } from './links.ts';
import { explainMissing } from './missing.ts';
import { type ComparedPlan, type ComparedTarget, type Counted, countOnce } from './plans.ts';
import { withStanding } from './standing.ts';
import { underSuccessor } from './territory.ts';
import { comparisonWarnings } from './warnings.ts';
import { reducer } from './wording.ts';

/** What of the plans is compared; what is left out is not narrowed. */
export interface CompareOptions {
  /** Areas and indicators are labelled and ordered as in these. */
  readonly pipelines: readonly Pipeline[];
  /** The province the others are held against; the first with a province where it is left out. */
  readonly base?: Pick<Province, 'code' | 'set'>;
  /** Only these beside the base. */
  readonly provinces?: readonly Pick<Province, 'code' | 'set'>[];
  readonly areas?: readonly string[];
  /** Years in which a target is due. */
  readonly years?: readonly number[];
  readonly topics?: readonly string[];
  /** Levels of the plans' issuers. */
  readonly levels?: readonly Level[];
  readonly kinds?: readonly ComparedTarget['kind'][];
  /** 2025: former provinces are shown as parts of the province that they belong to since 1 July 2025. */
  readonly territory?: '2025';
}

/** Holds the targets of several plans against each other, indicator by indicator. */
export function comparePlans(
  knowledge: Knowledge,
  plans: readonly ComparedPlan[],
  options: CompareOptions,
): Comparison {
  const placedIn = options.territory === undefined ? plans : plans.map((plan) => underSuccessor(knowledge, plan));
  const all = countOnce(placedIn);
  // What is left out of the comparison still takes the place of what is in it.
  const links = planLinks(knowledge, all);
  const counted = all.filter(({ header }) => wanted(header, options));
  const base = options.base ?? counted.find(({ header }) => header.province !== null)?.header.province ?? null;
  const ofBase = ({ header: { province } }: Counted): boolean => base !== null && isProvince(province, base);
  // The base first: its wording names a row.
  const ordered = counted.toSorted((a, b) => Number(ofBase(b)) - Number(ofBase(a)));
  const placed = ordered.flatMap((plan) =>
    plan.targets.filter((target) => targetWanted(target, plan, options)).map((target): Placed => ({ plan, target })),
  );
  const level = ordered.find(ofBase)?.header.level ?? null;
  const baseIds = new Set(counted.filter(ofBase).map(({ header }) => header.id));
  const catalogue = catalogueOf(options.pipelines);
  const rows = align(knowledge, placed, reducer(knowledge), catalogue).map((row) =>
    withStanding(withLinks(indicator(knowledge, row, catalogue), links), (document) => baseIds.has(document), level),
  );
  return {
    base: base?.code ?? null,
    documents: ordered.map((plan) => documentOf(plan, ofBase(plan), links)),
    indicators: inPlace(explainMissing(knowledge, rows, ordered, options.pipelines), options.pipelines, base),
    warnings: comparisonWarnings(
      knowledge,
      counted.map((plan) => ({ ...plan, targets: plan.targets.filter((one) => targetWanted(one, plan, options)) })),
      links,
    ),
  };
}

function documentOf({ header, formerly, others }: Counted, base: boolean, links: PlanLinks): ComparedDocument {
  const { id, issuer, level, form, number, title, issuedOn, period } = header;
  return {
    document: id,
    province: territoryOf(header.province),
    ...(formerly === undefined ? {} : { formerly: territoryOf(formerly) }),
    issuer: issuer?.name ?? null,
    level,
    form,
    number,
    title,
    issuedOn,
    period,
    base,
    others: [...others],
    ...some('replacedBy', idsOf(links.replaced, id, 'replaces')),
    ...some('amendedBy', idsOf(links.replaced, id, 'amends')),
    ...some(
      'reportsOn',
      links.reported.filter(({ from }) => from === id).map(({ to }) => to),
    ),
  };
}

const idsOf = (replaced: PlanLinks['replaced'], id: string, how: PlanLinks['replaced'][number]['kind']): string[] =>
  replaced.filter(({ to, kind }) => to === id && kind === how).map(({ from }) => from);

const some = <K extends string>(name: K, ids: string[]): { [name in K]?: string[] } =>
  ids.length === 0 ? {} : ({ [name]: ids } as { [name in K]: string[] });

const territoryOf = (province: Province | null): ComparedDocument['province'] =>
  province === null ? null : { code: province.code, name: province.name, set: province.set };

type Unit = Pick<Province, 'code' | 'set'>;
const isProvince = (province: Unit | null, unit: Unit): boolean =>
  province !== null && province.code === unit.code && province.set === unit.set;

function wanted(header: ComparedPlan['header'], { base, provinces, topics, levels }: CompareOptions): boolean {
  const { province, topic, level } = header;
  if (topics !== undefined && (topic === null || !topics.includes(topic))) return false;
  if (levels !== undefined && (level === null || !levels.includes(level))) return false;
  if (provinces === undefined) return true;
  return [...provinces, ...(base === undefined ? [] : [base])].some((unit) => isProvince(province, unit));
}

function targetWanted(
  target: ComparedTarget,
  plan: Counted,
  { areas, years, kinds = ['quantified'] }: CompareOptions,
): boolean {
  const year = yearOf(target, plan);
  return (
    kinds.includes(target.kind) &&
    (areas === undefined || (target.area !== null && areas.includes(target.area))) &&
    (years === undefined || (year !== null && years.includes(year)))
  );
}

/** The year in which it is due, else in which the plan ends. */
function yearOf({ deadline }: ComparedTarget, { header: { period } }: Counted): number | null {
  const end = deadline?.end ?? period?.end ?? null;
  return end === null ? null : Number(end.slice(0, 4));
}

/** A code that stands in several pipelines is the one of the first. */
const catalogueOf = (pipelines: readonly Pipeline[]): ReadonlyMap<string, Indicator> =>
  new Map(
    pipelines
      .flatMap(({ indicators }) => indicators)
      .map((one) => [one.code, one] as const)
      .reverse(),
  );

function indicator(
  knowledge: Knowledge,
  { code, measure, targets }: Aligned,
  catalogue: ReadonlyMap<string, Indicator>,
): ComparedIndicator {
  const known = code === null ? undefined : catalogue.get(code);
  const first = targets[0];
  return {
    code,
    basis: code === null ? 'wording' : 'catalogue',
    label: known?.label.vi ?? first?.target.indicator.text ?? '',
    ...(known === undefined ? {} : { labelEn: known.label.en, better: known.better }),
    area: known?.area ?? first?.target.area ?? null,
    unit: shortest(targets.flatMap(({ target }) => target.quantity?.unit ?? [])) ?? measure.unit,
    level: measure.level,
    cells: cells(knowledge, targets),
  };
}

/** Of units that say the same, the one that says least: "VND" for "VND/người/năm" too. */
const shortest = (units: readonly string[]): string | undefined =>
  units.reduce<string | undefined>(
    (best, unit) => (best === undefined || unit.length < best.length ? unit : best),
    undefined,
  );

/** A measure that one document states twice is one cell: the more explicit statement, else the first. */
function cells(knowledge: Knowledge, targets: readonly Placed[]): ComparisonCell[] {
  const byPlan = new Map<Counted, Placed[]>();
  for (const one of targets) {
    const own = byPlan.get(one.plan);
    if (own === undefined) byPlan.set(one.plan, [one]);
    else own.push(one);
  }
  return [...byPlan.values()].flatMap((own) =>
    (own.length === 1 ? own : statedOnce(own)).map(({ plan, target }) => cell(knowledge, plan, target)),
  );
}

function statedOnce(own: readonly Placed[]): readonly Placed[] {
  const stated = new Map<string, Placed>();
  for (const one of own) {
    const { plan, target } = one;
    const { value = '', valueMax = '' } = target.quantity ?? {};
    const figure = target.quantity === null ? target.source.quote : `${value},${valueMax}`;
    const key = `${target.status}|${yearOf(target, plan)}|${figure}`;
    const before = stated.get(key);
    if (before === undefined || explicitness(target) > explicitness(before.target)) stated.set(key, one);
  }
  return [...stated.values()];
}

/** A word of comparison and a deadline of its own make a statement more explicit. */
function explicitness({ deadline, quantity }: ComparedTarget): number {
  return (deadline?.basis === 'explicit' ? 2 : 0) + (quantity !== null && quantity.comparator !== '=' ? 1 : 0);
}

function cell(knowledge: Knowledge, plan: Counted, target: ComparedTarget): ComparisonCell {
  const { header } = plan;
  const { province, issuer, level, period } = header;
  const { deadline, quantity } = target;
  return {
    province: territoryOf(province),
    issuer: issuer?.name ?? null,
    level,
    document: header.id,
    target: target.id,
    period,
    year: yearOf(target, plan),
    status: target.status,
    comparator: quantity?.comparator ?? null,
    value: quantity?.value ?? null,
    valueMax: quantity?.valueMax ?? null,
    direction: target.direction,
    deadline:
      deadline === null ? null : { text: deadline.text, type: deadline.type, end: deadline.end, basis: deadline.basis },
    leads: target.agencies
      .filter(({ role }) => role === 'lead')
      .map(({ code, name }) => {
        const successor = departmentAfter(knowledge, code);
        return {
          code,
          name,
          ...(successor === undefined ? {} : { successor: successor.code, successorName: successor.name }),
        };
      }),
    quote: target.source.quote,
    source: { start: target.source.start, end: target.source.end, page: target.source.page },
  };
}

const LEVELS: readonly (MeasureLevel | null)[] = [null, 'central', 'province', 'district', 'commune'];

/** By area as the pipelines list them; in an area what the base has first, then what most have. */
function inPlace(
  indicators: readonly ComparedIndicator[],
  pipelines: readonly Pipeline[],
  base: Unit | null,
): ComparedIndicator[] {
  const areas = pipelines.flatMap(({ areas }) => areas.map(({ code }) => code));
  const place = (area: string | null): number => {
    const at = area === null ? -1 : areas.indexOf(area);
    return at === -1 ? areas.length : at;
  };
  return indicators
    .map((one) => ({
      one,
      place: place(one.area),
      ofBase: Number(base !== null && one.cells.some(({ province }) => isProvince(province, base))),
      documents: new Set(one.cells.map(({ document }) => document)).size,
    }))
    .sort(
      (a, b) =>
        a.place - b.place ||
        b.ofBase - a.ofBase ||
        b.documents - a.documents ||
        (a.one.label === b.one.label ? 0 : a.one.label < b.one.label ? -1 : 1) ||
        LEVELS.indexOf(a.one.level) - LEVELS.indexOf(b.one.level),
    )
    .map(({ one }) => one);
}
