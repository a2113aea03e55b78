import type { Knowledge } from '../knowledge/knowledge.ts';
import { departmentAfter } from '../knowledge/successors.ts';
import type { ComparedDocument, ComparedIndicator, Comparison, ComparisonCell } from '../model/comparison.ts';
import type { Indicator, Pipeline } from '../model/pipeline.ts';
import { type Level, type MeasureLevel, NO_PLAN_FORMS, type Province } from '../model/record.ts';
import { type Aligned, align, type InRow, type Placed } from './align.ts';
import { successions, withChanges } from './change.ts';
import { dueYears } from './due.ts';
import type { HeldFigure, HeldRow, Standing } from './held.ts';
import { type PlanLinks, planLinks, territoryToday, withLinks } from './links.ts';
import { explainMissing } from './missing.ts';
import { ownName } from './own-name.ts';
import { type ComparedPlan, type ComparedTarget, type Counted, countOnce } from './plans.ts';
import { countAlikeOnce } from './same-text.ts';
import { withGap, withStanding } from './standing.ts';
import { summaries } from './summary.ts';
import { underSuccessor } from './territory.ts';
import { comparisonWarnings } from './warnings.ts';
import { reducer } from './wording.ts';

/** What of the plans is compared; what is left out is not narrowed. */
export interface CompareOptions {
  /** Areas and indicators are labelled and ordered as in these. */
  readonly pipelines: readonly Pipeline[];
  /**
   * The territories of the province that the others are held against; those of the first with a province where it is left out.
   * Its plans are never narrowed by province or year.
   */
  readonly base?: readonly Unit[];
  /** Only these beside the base. */
  readonly provinces?: readonly Unit[];
  readonly areas?: readonly string[];
  /** Years in which a target of the others is due. */
  readonly years?: readonly number[];
  readonly topics?: readonly string[];
  /** Levels of the plans' issuers. */
  readonly levels?: readonly Level[];
  readonly kinds?: readonly ComparedTarget['kind'][];
  /** 2025: former provinces are shown as parts of the province that they belong to since 1 July 2025. */
  readonly territory?: '2025';
  /** Also documents that are no plans: directives, dispatches, notices. */
  readonly all?: boolean;
  /** Also what is reported as reached already, as figures of their own. */
  readonly results?: boolean;
}

type Unit = Pick<Province, 'code' | 'set'>;

/** Holds the targets of several plans against each other, indicator by indicator. */
export function comparePlans(
  knowledge: Knowledge,
  plans: readonly ComparedPlan[],
  options: CompareOptions,
): Comparison {
  const placedIn = options.territory === undefined ? plans : plans.map((plan) => underSuccessor(knowledge, plan));
  const all = countAlikeOnce(countOnce(placedIn));
  // What is left out of the comparison still takes the place of what is in it.
  const links = planLinks(knowledge, all);
  const base = options.base ?? firstBase(all.filter((plan) => wanted(plan, options)));
  const ofBase = ({ header: { province } }: Pick<Counted, 'header'>): boolean =>
    province !== null && base.some((unit) => isProvince(province, unit));
  const counted = all.filter((plan) => wanted(plan, options, ofBase(plan)));
  // The base first: its wording names a row.
  const ordered = counted.toSorted((a, b) => Number(ofBase(b)) - Number(ofBase(a)));
  const catalogue = catalogueOf(options.pipelines);
  const narrowed = new Map(
    ordered.map((plan) => [
      plan,
      plan.targets.filter((target) => targetWanted(target, plan, options, catalogue, ofBase(plan))),
    ]),
  );
  const reduce = reducer(
    knowledge,
    ordered.flatMap(({ targets }) => targets.map(({ indicator: { text } }) => text)),
  );
  const rows = align(
    knowledge,
    [...narrowed].flatMap(([plan, targets]) => targets.map((target): Placed => ({ plan, target }))),
    reduce,
    catalogue,
  );
  const following = successions(ordered, ({ header, formerly }) =>
    territoryToday(knowledge, formerly ?? header.province),
  );
  const sides = new Map(ordered.map((plan) => [plan, sideOf(plan, ofBase(plan), following.get(plan.header.id))]));
  const figureOf = figureReader(knowledge, sides);
  const held = rows.map((row) => {
    const linked = withLinks(rowOf(row, catalogue, figureOf), links);
    return withStanding(base.length === 0 || row.measure.place !== null ? linked : withNational(linked));
  });
  const explained = explainMissing(knowledge, held, ordered, options.pipelines, reduce);
  const finished = explained
    .map(withChanges)
    .map((one) => (options.results === true ? one : withoutResults(one)))
    .filter(({ figures, national }) => figures.length > 0 || national !== null);
  return {
    base: base[0]?.code ?? null,
    documents: ordered.map((plan) => documentOf(plan, ofBase(plan), links)),
    indicators: inPlace(finished, options.pipelines).map(indicatorOf),
    provinces: summaries(
      finished,
      [...sides].map(([{ header }, { standing }]) => ({
        ...standing,
        name: nameOf(header),
        central: header.province === null && header.level === 'central',
      })),
    ),
    warnings: [
      ...comparisonWarnings(
        knowledge,
        counted.map((plan) => ({ ...plan, targets: narrowed.get(plan) ?? [] })),
        links,
      ),
      ...leftOut(all, explained, options),
    ],
  };
}

/** Whoever has no province is known by who issued it, else by the text. */
function nameOf(header: Counted['header']): string {
  const { id, province, level, issuer } = header;
  const body = province === null || level !== 'province' ? issuer?.name : undefined;
  return [province?.name, body].filter(Boolean).join(', ') || ownName(header) || id;
}

function firstBase(plans: readonly Counted[]): readonly Unit[] {
  const province = plans.find(({ header }) => header.province !== null)?.header.province;
  return province == null ? [] : [province];
}

/** What all figures of one plan have alike. */
interface Side {
  readonly standing: Standing;
  readonly province: ComparedDocument['province'];
}

function sideOf(plan: Counted, base: boolean, turn: Standing['turn']): Side {
  const { id, province, level, issuer, issuedOn } = plan.header;
  const own = plan.formerly ?? province;
  // A province before and after 2025 is one owner; its departments are others.
  const name = level === 'province' ? own?.name : [own?.name, issuer?.name].filter(Boolean).join(', ');
  const standing: Standing = { base, owner: base ? 'base' : name || id, units: own?.set ?? null, issuedOn, turn };
  return { standing, province: territoryOf(province) };
}

/** Takes the newest figure of a central body out of the row: what all are held to is no rival of any. */
function withNational(row: HeldRow): HeldRow {
  const central = row.figures.filter(
    ({ cell: { level, status, supersededBy } }) =>
      level === 'central' && status === 'target' && supersededBy === undefined,
  );
  const [first, ...more] = central;
  if (first === undefined) return row;
  const dateOf = ({ of }: HeldFigure): string => of.issuedOn ?? '';
  const last = more.reduce((best, one) => (dateOf(one) > dateOf(best) ? one : best), first);
  // Of several years of one plan, the one that the base has too.
  const years = new Set(row.figures.flatMap(({ cell, of }) => (of.base ? [cell.year] : [])));
  const newest = central.find(({ cell, of }) => of === last.of && years.has(cell.year)) ?? last;
  const figures = row.figures.filter((figure) => figure !== newest);
  return { ...row, figures, national: withGap(newest, figures) };
}

const withoutResults = (row: HeldRow): HeldRow =>
  row.figures.every(({ cell }) => cell.status === 'target')
    ? row
    : { ...row, figures: row.figures.filter(({ cell }) => cell.status === 'target') };

/** What a person may miss: it is there, and was not asked for. */
function leftOut(plans: readonly Counted[], rows: readonly HeldRow[], options: CompareOptions): Comparison['warnings'] {
  const parts: string[] = [];
  const none = options.all === true ? 0 : plans.filter(({ header }) => NO_PLAN_FORMS.has(header.form)).length;
  if (none > 0)
    parts.push(`${none} ${none === 1 ? 'document that is no plan' : 'documents that are no plans'} (--all)`);
  const results =
    options.results === true
      ? 0
      : rows.reduce((sum, { figures }) => sum + figures.filter(({ cell }) => cell.status === 'result').length, 0);
  if (results > 0) parts.push(`${results} ${results === 1 ? 'result' : 'results'} (--results)`);
  const about = { documents: none, results };
  return parts.length === 0 ? [] : [{ code: 'left-out', message: `Not compared: ${parts.join(' and ')}.`, about }];
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

const isProvince = (province: Unit, unit: Unit): boolean => province.code === unit.code && province.set === unit.set;

function wanted({ header }: Counted, options: CompareOptions, ofBase = false): boolean {
  const { province, topic, level, form } = header;
  const { provinces, topics, levels } = options;
  if (options.all !== true && NO_PLAN_FORMS.has(form)) return false;
  if (topics !== undefined && (topic === null || !topics.includes(topic))) return false;
  if (levels !== undefined && (level === null || !levels.includes(level))) return false;
  if (provinces === undefined || ofBase) return true;
  return province !== null && provinces.some((unit) => isProvince(province, unit));
}

function targetWanted(
  target: ComparedTarget,
  plan: Counted,
  { areas, years, kinds = ['quantified'] }: CompareOptions,
  catalogue: ReadonlyMap<string, Indicator>,
  ofBase: boolean,
): boolean {
  if (!kinds.includes(target.kind)) return false;
  // What a plan allots to a part of its territory or to a body is no figure of its own.
  if (target.allottedTo !== undefined) return false;
  // As its row has it: the catalogue tells where a measure belongs, whatever section a plan states it in.
  const area = catalogue.get(target.indicator.code ?? '')?.area ?? target.area;
  if (areas !== undefined && (area === null || !areas.includes(area))) return false;
  if (years === undefined || ofBase) return true;
  const due = dueYears(target, plan);
  return due !== null && years.some((year) => due.from <= year && year <= due.to);
}

/** A code that stands in several pipelines is the one of the first. */
const catalogueOf = (pipelines: readonly Pipeline[]): ReadonlyMap<string, Indicator> =>
  new Map(
    pipelines
      .flatMap(({ indicators }) => indicators)
      .map((one) => [one.code, one] as const)
      .reverse(),
  );

/** A figure of the target in a row. */
type FigureOf = (inRow: InRow) => HeldFigure;

function rowOf(
  { code, measure, targets }: Aligned,
  catalogue: ReadonlyMap<string, Indicator>,
  figureOf: FigureOf,
): HeldRow {
  const known = code === null ? undefined : catalogue.get(code);
  const first = targets[0];
  const { place, until } = measure;
  const apart = [place, until?.split('-').map(Number).reverse().join('/')].filter((part) => part != null);
  const named = (label: string): string => (apart.length === 0 ? label : `${label} (${apart.join(', ')})`);
  return {
    code,
    basis: code === null ? 'wording' : 'catalogue',
    label: known === undefined ? (first?.target.indicator.text ?? '') : named(known.label.vi),
    ...(known === undefined ? {} : { labelEn: named(known.label.en), better: known.better }),
    ...(place === null ? {} : { place }),
    area: known?.area ?? first?.target.area ?? null,
    unit: shortestUnit(targets) ?? measure.unit,
    level: measure.level,
    national: null,
    figures: figuresOf(targets, figureOf),
  };
}

/** What is written of a row. */
function indicatorOf({ national, figures, spread, missing, ...about }: HeldRow): ComparedIndicator {
  return {
    ...about,
    national: national?.cell ?? null,
    cells: figures.map(({ cell }) => cell),
    ...(spread === undefined ? {} : { spread }),
    ...(missing === undefined ? {} : { missing }),
  };
}

/** Of units that say the same, the one that says least: "VND" for "VND/người/năm" too. */
function shortestUnit(targets: readonly InRow[]): string | undefined {
  let shortest: string | undefined;
  for (const { target } of targets) {
    const unit = target.quantity?.unit;
    if (unit !== undefined && (shortest === undefined || unit.length < shortest.length)) shortest = unit;
  }
  return shortest;
}

/** A measure that one document states twice is one figure: the more explicit statement, else the first. */
function figuresOf(targets: readonly InRow[], figureOf: FigureOf): HeldFigure[] {
  const byPlan = new Map<Counted, InRow[]>();
  for (const one of targets) {
    const own = byPlan.get(one.plan);
    if (own === undefined) byPlan.set(one.plan, [one]);
    else own.push(one);
  }
  return [...byPlan.values()].flatMap((own) => {
    if (own.length === 1) return own.map(figureOf);
    const stated = statedOnce(own);
    const times = new Map<string, number>();
    for (const one of stated) times.set(whenOf(one), (times.get(whenOf(one)) ?? 0) + 1);
    return stated.map((one) =>
      figureOf(times.get(whenOf(one)) === 1 ? one : { ...one, sure: Math.min(one.sure, TWO_FIGURES) }),
    );
  });
}

/** Of two figures of one plan for one year at most one is this measure, unless one is what is strived for. */
const TWO_FIGURES = 0.7;

const whenOf = ({ plan, target }: InRow): string => `${target.status}|${dueYears(target, plan)?.to}`;

function statedOnce(own: readonly InRow[]): readonly InRow[] {
  const stated = new Map<string, InRow>();
  for (const one of own) {
    const { target } = one;
    const { value = '', valueMax = '' } = target.quantity ?? {};
    const figure = target.quantity === null ? target.source.quote : `${value},${valueMax}`;
    const key = `${whenOf(one)}|${figure}`;
    const before = stated.get(key);
    if (before === undefined || explicitness(target) > explicitness(before.target)) stated.set(key, one);
  }
  return [...stated.values()];
}

/** A word of comparison and a deadline of its own make a statement more explicit. */
function explicitness({ deadline, quantity }: ComparedTarget): number {
  return (deadline?.basis === 'explicit' ? 2 : 0) + (quantity !== null && quantity.comparator !== '=' ? 1 : 0);
}

function figureReader(knowledge: Knowledge, sides: ReadonlyMap<Counted, Side>): FigureOf {
  const leads = new Map<string, Lead[]>();
  const leadOf = ({ code, name }: Pick<Lead, 'code' | 'name'>): Lead => {
    let known = leads.get(code);
    if (known === undefined) {
      known = [];
      leads.set(code, known);
    }
    const before = known.find((one) => one.name === name);
    if (before !== undefined) return before;
    const after = departmentAfter(knowledge, code);
    const lead = { code, name, ...(after === undefined ? {} : { successor: after.code, successorName: after.name }) };
    known.push(lead);
    return lead;
  };
  const deadlines = new Map<ComparedTarget['deadline'], ComparisonCell['deadline']>([[null, null]]);
  const deadlineOf = (deadline: ComparedTarget['deadline']): ComparisonCell['deadline'] => {
    let told = deadlines.get(deadline);
    if (told === undefined && deadline !== null) {
      const { text, type, end, basis } = deadline;
      told = { text, type, end, basis };
      deadlines.set(deadline, told);
    }
    return told ?? null;
  };
  return ({ plan, target, measure, sure }) => {
    const side = sides.get(plan) ?? sideOf(plan, false, undefined);
    const shared = { province: side.province, deadline: deadlineOf(target.deadline) };
    return { cell: cellOf(plan, target, sure, shared, leadOf), of: side.standing, unit: measure.unitKey };
  };
}

type Lead = ComparisonCell['leads'][number];

/** What is not known of it has its place all the same: cells of one form are copied and looked into in a third of the time. */
function cellOf(
  plan: Counted,
  target: ComparedTarget,
  sure: number,
  { province, deadline }: Pick<ComparisonCell, 'province' | 'deadline'>,
  leadOf: (agency: Pick<Lead, 'code' | 'name'>) => Lead,
): ComparisonCell {
  const { id, issuer, level, period } = plan.header;
  const { quantity, baseline, condition, source } = target;
  const due = dueYears(target, plan);
  return {
    province,
    issuer: issuer?.name ?? null,
    level,
    document: id,
    target: target.id,
    period,
    year: due?.to ?? null,
    since: due === null || due.from === due.to ? undefined : due.from,
    status: target.status,
    comparator: quantity?.comparator ?? null,
    value: quantity?.value ?? null,
    valueMax: quantity?.valueMax ?? null,
    unit: quantity?.unit ?? null,
    direction: target.direction,
    baseline,
    condition,
    sure,
    deadline,
    leads: target.agencies.filter(({ role }) => role === 'lead').map(leadOf),
    quote: source.quote,
    source: { start: source.start, end: source.end, page: source.page },
    supersededBy: undefined,
    result: undefined,
    difference: undefined,
    against: undefined,
    ahead: undefined,
    rank: undefined,
    change: undefined,
  };
}

const LEVELS: readonly (MeasureLevel | null)[] = [null, 'central', 'province', 'district', 'commune'];

/** By area as the pipelines list them; in an area what the base has first, then what most have. */
function inPlace(rows: readonly HeldRow[], pipelines: readonly Pipeline[]): HeldRow[] {
  const areas = pipelines.flatMap(({ areas }) => areas.map(({ code }) => code));
  const place = (area: string | null): number => {
    const at = area === null ? -1 : areas.indexOf(area);
    return at === -1 ? areas.length : at;
  };
  return rows
    .map((one) => ({
      one,
      place: place(one.area),
      ofBase: Number(one.figures.some(({ of }) => of.base)),
      plans: new Set(one.figures.map(({ of }) => of)).size,
    }))
    .sort(
      (a, b) =>
        a.place - b.place ||
        b.ofBase - a.ofBase ||
        b.plans - a.plans ||
        (a.one.label === b.one.label ? 0 : a.one.label < b.one.label ? -1 : 1) ||
        LEVELS.indexOf(a.one.level) - LEVELS.indexOf(b.one.level),
    )
    .map(({ one }) => one);
}
