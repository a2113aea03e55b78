import type { ComparedIndicator, ProvinceSummary } from '../model/comparison.ts';

/** What of a plan a summary needs to know. */
export interface Summed {
  readonly owner: string;
  readonly name: string;
  readonly base: boolean;
}

/**
 * How many measures of each area the plans of each province state, and how they stand beside the others'.
 *
 * @param of whose plan a document is
 */
export function summaries(
  indicators: readonly ComparedIndicator[],
  documents: readonly string[],
  of: (document: string) => Summed,
): ProvinceSummary[] {
  const made = new Map<string, ProvinceSummary>();
  const summaryOf = (document: string): ProvinceSummary => {
    const { owner, name, base } = of(document);
    const known = made.get(owner);
    if (known !== undefined) return known;
    const ambition = { shared: 0, ahead: 0, level: 0, behind: 0 };
    const fresh: ProvinceSummary = { name, base, areas: {}, measures: 0, ambition };
    made.set(owner, fresh);
    return fresh;
  };
  // Plans of which nothing is compared have a line too.
  for (const document of documents) summaryOf(document);
  for (const { cells, area } of indicators) {
    const seen = new Set<ProvinceSummary>();
    for (const cell of cells) {
      const summary = summaryOf(cell.document);
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
      Number(b.base) - Number(a.base) || b.measures - a.measures || (a.name === b.name ? 0 : a.name < b.name ? -1 : 1),
  );
}
