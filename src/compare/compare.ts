import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Comparison } from '../model/comparison.ts';
import { align, type Placed } from './align.ts';
import { successions, withChanges } from './change.ts';
import { figureReader } from './figures.ts';
import { planLinks, territoryToday, withLinks } from './links.ts';
import { explainMissing } from './missing.ts';
import { type CompareOptions, firstBase, isOfProvince, leftOut, targetWanted, wanted } from './narrow.ts';
import { type ComparedPlan, type Counted, countOnce } from './plans.ts';
import { catalogueOf, indicatorOf, indicatorRow, inPlace, withNational, withoutResults } from './rows.ts';
import { countAlikeOnce } from './same-text.ts';
import { documentOf, nameOf, sideOf } from './sides.ts';
import { withStanding } from './standing.ts';
import { summaries } from './summary.ts';
import { underSuccessor } from './territory.ts';
import { comparisonWarnings } from './warnings.ts';
import { reducer } from './wording.ts';

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
    province !== null && base.some((unit) => isOfProvince(province, unit));
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
    const linked = withLinks(indicatorRow(row, catalogue, figureOf), links);
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
