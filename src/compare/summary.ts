import type { ProvinceSummary } from '../model/comparison.ts';
import type { HeldRow, Standing } from './held.ts';

/** What of a plan a summary needs to know. */
export interface Summed extends Pick<Standing, 'owner' | 'base'> {
  readonly name: string;
  /** Of the country: no rival of any province. */
  readonly central: boolean;
}

/** How many measures of each area the plans of each province state, and how they stand beside the others'. */
export function summaries(rows: readonly HeldRow[], plans: readonly Summed[]): ProvinceSummary[] {
  const made = new Map<string, ProvinceSummary>();
  // Plans of which nothing is compared have a line too.
  for (const { owner, name, base, central } of plans) {
    const ambition = { shared: 0, ahead: 0, level: 0, behind: 0 };
    if (made.has(owner)) continue;
    made.set(owner, { name, base, ...(central ? { central } : {}), areas: {}, measures: 0, ambition });
  }
  for (const { figures, national, area } of rows) {
    const seen = new Set<ProvinceSummary>();
    for (const { cell, of } of national === null ? figures : [national, ...figures]) {
      const summary = made.get(of.owner);
      if (summary === undefined) continue;
      if (!seen.has(summary)) {
        seen.add(summary);
        summary.measures++;
        summary.areas[area ?? ''] = (summary.areas[area ?? ''] ?? 0) + 1;
      }
      if (cell.rank === undefined) continue;
      summary.ambition.shared++;
      if (cell.ahead === true) summary.ambition.ahead++;
      else if (cell.rank.place === 1) summary.ambition.level++;
      else summary.ambition.behind++;
    }
  }
  return [...made.values()].sort(
    (a, b) =>
      Number(b.base) - Number(a.base) ||
      Number(a.central === true) - Number(b.central === true) ||
      b.measures - a.measures ||
      (a.name === b.name ? 0 : a.name < b.name ? -1 : 1),
  );
}
