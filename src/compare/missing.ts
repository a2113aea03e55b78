import { indicatorsNamed } from '../catalogue/indicator-code.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { ComparedIndicator, MissingCell } from '../model/comparison.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { Counted } from './plans.ts';

/** Beyond so many plans the reasons would be most of the comparison, and nobody reads them. */
const MOST_PLANS = 100;

/**
 * Says for each indicator and each plan without a target why there is none.
 *
 * @returns the indicators with their missing cells; as they are where too many plans are compared
 */
export function explainMissing(
  knowledge: Knowledge,
  indicators: readonly ComparedIndicator[],
  plans: readonly Counted[],
  pipelines: readonly Pipeline[],
): readonly ComparedIndicator[] {
  if (plans.length > MOST_PLANS) return indicators;
  const byCode = new Map<string, ComparedIndicator[]>();
  for (const one of indicators) {
    if (one.code !== null) byCode.set(one.code, [...(byCode.get(one.code) ?? []), one]);
  }
  const spoken = new Map(plans.map((plan) => [plan.header.id, spokenOf(knowledge, plan, pipelines)]));
  return indicators.map((one) => {
    const missing = plans.flatMap(({ header: { id } }): MissingCell[] => {
      const own = one.cells.filter(({ document }) => document === id);
      if (own.some(({ status }) => status === 'target')) return [];
      if (own[0] !== undefined) return [{ document: id, reason: 'result-only', target: own[0].target }];
      for (const other of one.code === null ? [] : (byCode.get(one.code) ?? [])) {
        const cell = other.cells.find(({ document }) => document === id);
        if (cell === undefined) continue;
        return [{ document: id, reason: other.unit === one.unit ? 'other-level' : 'other-unit', target: cell.target }];
      }
      const target = one.code === null ? undefined : spoken.get(id)?.get(one.code);
      return [
        target === undefined ? { document: id, reason: 'not-in-plan' } : { document: id, reason: 'no-figure', target },
      ];
    });
    return missing.length === 0 ? one : { ...one, missing };
  });
}

/** Indicators that a plan speaks of without a figure, with the target that does. */
function spokenOf(knowledge: Knowledge, plan: Counted, pipelines: readonly Pipeline[]): ReadonlyMap<string, string> {
  const spoken = new Map<string, string>();
  for (const { id, kind, indicator, source } of plan.targets) {
    if (kind !== 'qualitative') continue;
    for (const pipeline of pipelines.filter(({ topic }) => topic !== null && topic === plan.header.topic)) {
      for (const code of indicatorsNamed(knowledge, pipeline, `${indicator.text} ${source.quote}`)) {
        if (!spoken.has(code)) spoken.set(code, id);
      }
    }
  }
  return spoken;
}
