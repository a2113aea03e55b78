import type { Knowledge } from '../knowledge/knowledge.ts';
import type { ComparisonWarning } from '../model/comparison.ts';
import type { PlanLinks } from './links.ts';
import type { Counted } from './plans.ts';
import { endedLevels, mergedProvinces } from './territory.ts';

/** What a reader must know before holding the figures of these plans against each other. */
export const comparisonWarnings = (
  knowledge: Knowledge,
  plans: readonly Counted[],
  links: PlanLinks,
): ComparisonWarning[] => [
  ...mergedProvinces(knowledge, plans),
  ...endedLevels(plans),
  ...repeated(plans),
  ...superseded(plans, links),
];

function repeated(plans: readonly Counted[]): ComparisonWarning[] {
  return plans
    .filter(({ others }) => others.length > 0)
    .map(({ header: { id }, others }) => ({
      code: 'counted-once',
      message: `${id} is the same plan as ${others.join(', ')}: it is counted once.`,
      about: { document: id, others: [...others] },
    }));
}

function superseded(plans: readonly Counted[], { replaced }: PlanLinks): ComparisonWarning[] {
  const shown = new Set(plans.map(({ header }) => header.id));
  return replaced
    .filter(({ to }) => shown.has(to))
    .map(({ from, to, kind }) => ({
      ...(kind === 'replaces'
        ? {
            code: 'superseded',
            message: `${to} is replaced by ${from}: its targets are not counted beside the newer ones.`,
          }
        : {
            code: 'amended',
            message: `${to} is amended by ${from}: targets that stand there again are not counted here.`,
          }),
      about: { document: to, others: [from] },
    }));
}
