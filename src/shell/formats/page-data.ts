import type { ComparedIndicator, Comparison, ComparisonCell } from '../../model/comparison.ts';
import type { Pipeline } from '../../model/pipeline.ts';
import type { Fact, PageArea, PageCoverage, PageMeasure, PagePlan } from '../page/data/page-data.ts';
import { type MeasureRow, rowOf } from '../page/data/row.ts';
import { allCells } from './rows.ts';

/** The measures of a comparison as the page has them, and what follows from their figures. */
export interface PageMeasures {
  readonly areas: readonly PageArea[];
  readonly measures: readonly Omit<PageMeasure, 'words'>[];
  /** By measure. */
  readonly facts: readonly (readonly Fact[])[];
  readonly coverage: readonly PageCoverage[];
}

/** @param owners how many there are */
export function pageMeasures(
  { indicators }: Comparison,
  pipelines: readonly Pipeline[],
  plans: readonly PagePlan[],
  owners: number,
): PageMeasures {
  const planOf = new Map(plans.map(({ document }, i) => [document, i]));
  const areas = areasOf(indicators, pipelines);
  const areaAt = new Map(areas.map(({ code }, i) => [code, i]));
  const facts = indicators.map((one) => factsOf(one, planOf));
  const rows: MeasureRow[] = [];
  const measures = indicators.map((one, i): Omit<PageMeasure, 'words'> => {
    const { code, basis, unit, level, label, labelEn, area, better } = one;
    const known = {
      code,
      basis,
      unit,
      level,
      vi: label,
      ...(labelEn === undefined ? {} : { en: labelEn }),
      area: areaAt.get(area ?? '') ?? 0,
      better: betterOf(better, unit),
    };
    const own = (facts[i] ?? []).filter(({ status }) => status === 'target');
    const none = { own: false, others: 0, up: 0, down: 0, equal: 0, words: 0 };
    const row = rowOf({ ...known, ...none }, own, own, (at) => plans[at] ?? NOBODY);
    rows.push(row);
    return { ...known, own: row.base.length > 0, others: row.others, up: row.up, down: row.down, equal: row.equal };
  });
  return { areas, measures, facts, coverage: coverageOf(rows, facts, plans, owners, areas.length) };
}

const NOBODY = { owner: -1, level: null, set: null, base: false, issuedOn: null };

/** A smaller number in a ranking is the better one; else only the catalogue tells. */
function betterOf(better: ComparedIndicator['better'], unit: string | null): PageMeasure['better'] {
  if (unit === 'rank' || better === 'lower') return -1;
  return better === 'higher' ? 1 : 0;
}

function areasOf(indicators: readonly ComparedIndicator[], pipelines: readonly Pipeline[]): readonly PageArea[] {
  const labels = new Map(pipelines.flatMap(({ areas }) => areas).map(({ code, label }) => [code, label]));
  return [...new Set(indicators.map(({ area }) => area ?? ''))].map((code) => ({
    code,
    vi: labels.get(code)?.vi ?? code,
    en: labels.get(code)?.en ?? code,
  }));
}

function factsOf(indicator: ComparedIndicator, planOf: ReadonlyMap<string, number>): Fact[] {
  const cells = allCells(indicator);
  const at = new Map(cells.map(({ target }, i) => [target, i]));
  return cells.map((cell, i) => factOf(cell, i, indicator, planOf, at));
}

function factOf(
  cell: ComparisonCell,
  at: number,
  { unit, national }: ComparedIndicator,
  planOf: ReadonlyMap<string, number>,
  places: ReadonlyMap<string, number>,
): Fact {
  const { year, status, comparator, value, valueMax, sure, since, difference, against, rank, ahead, change, result } =
    cell;
  const place = (target: string | undefined): number | undefined =>
    target === undefined ? undefined : places.get(target);
  const [other, from] = [place(against), place(change?.from)];
  const beside = change?.beside === undefined ? undefined : planOf.get(change.beside);
  return {
    at,
    plan: planOf.get(cell.document) ?? -1,
    year,
    status,
    comparator,
    value,
    valueMax,
    sure,
    national: cell === national,
    superseded: cell.supersededBy !== undefined,
    ...(since === undefined ? {} : { since }),
    ...(rank === undefined ? {} : { rank }),
    ...(ahead === undefined ? {} : { ahead }),
    ...(cell.unit === null || cell.unit === unit ? {} : { unit: cell.unit }),
    ...(difference === undefined || other === undefined ? {} : { difference, against: other }),
    ...(change === undefined
      ? {}
      : {
          change: {
            kind: change.kind,
            ...(from === undefined ? {} : { from }),
            ...(beside === undefined ? {} : { beside }),
          },
        }),
    ...(result === undefined
      ? {}
      : {
          result: {
            value: result.value,
            valueMax: result.valueMax,
            year: result.year,
            plan: planOf.get(result.document) ?? null,
            ...(result.reached === undefined ? {} : { reached: result.reached }),
          },
        }),
  };
}

function coverageOf(
  rows: readonly MeasureRow[],
  facts: readonly (readonly Fact[])[],
  plans: readonly PagePlan[],
  owners: number,
  areas: number,
): PageCoverage[] {
  const made = Array.from({ length: owners }, (_, owner) => ({
    whose: whoseOf(plans.filter((plan) => plan.owner === owner)),
    areas: Array.from({ length: areas }, () => 0),
    measures: 0,
    shared: 0,
    pairs: 0,
    asHigh: 0,
  }));
  for (const [i, { measure, base, comparable }] of rows.entries()) {
    const stating = new Set(
      (facts[i] ?? []).filter(({ status }) => status === 'target').map(({ plan }) => plans[plan]?.owner ?? -1),
    );
    for (const owner of stating) {
      const own = made[owner];
      if (own === undefined) continue;
      own.measures++;
      own.areas[measure.area] = (own.areas[measure.area] ?? 0) + 1;
      if (base.length > 0) own.shared++;
    }
    for (const { owner, stand } of comparable) {
      const own = made[owner];
      if (own === undefined || stand === 'apart') continue;
      own.pairs++;
      if (stand !== 'lower') own.asHigh++;
    }
  }
  return made;
}

function whoseOf(plans: readonly PagePlan[]): PageCoverage['whose'] {
  if (plans.some(({ province, base }) => base || province !== null)) return 'province';
  return plans.some(({ level, issuer }) => level === 'central' && issuer !== null) ? 'country' : 'untold';
}
