import type { ComparedIndicator, ComparisonCell } from '../model/comparison.ts';

/**
 * Adds to an indicator how far each figure is from the base's and which plans are ahead.
 *
 * @param isBase whether a document is the base's
 * @param level of government at which plans are ranked; null for any
 */
export function withStanding(
  indicator: ComparedIndicator,
  isBase: (document: string) => boolean,
  level: ComparisonCell['level'],
): ComparedIndicator {
  const base = indicator.cells.filter((cell) => isBase(cell.document) && counts(cell));
  const cells = indicator.cells.map((cell) => {
    const against = isBase(cell.document) || !counts(cell) ? undefined : nearestYear(base, cell.year);
    if (against === undefined || cell.value === null || against.value === null) return cell;
    return { ...cell, difference: rounded(cell.value - against.value) };
  });
  const ahead = leaders(indicator, level);
  return { ...indicator, cells, ...(ahead.length === 0 ? {} : { ahead }) };
}

/** What another plan took the place of is no rival any more. */
const counts = ({ status, value, supersededBy }: ComparisonCell): boolean =>
  status === 'target' && value !== null && supersededBy === undefined;

/** Of several figures of the base, the one due nearest to a year. */
function nearestYear(cells: readonly ComparisonCell[], year: number | null): ComparisonCell | undefined {
  const apart = (cell: ComparisonCell): number => Math.abs((cell.year ?? 0) - (year ?? 0));
  const [first, ...more] = cells;
  return more.reduce((best, one) => (best !== undefined && apart(one) < apart(best) ? one : best), first);
}

/** Sums of decimal fractions carry noise: 92.3 - 90 is 2.2999999999999972. */
const rounded = (value: number): number => Number(value.toPrecision(12));

/** Plans of one level of government, where at least two have a figure and not all the same. */
function leaders({ better, cells }: ComparedIndicator, level: ComparisonCell['level']): string[] {
  if (better === undefined || better === 'neither') return [];
  const rivals = cells.filter((cell) => counts(cell) && (level === null || cell.level === level));
  const values = rivals.map(({ value }) => value ?? 0);
  if (new Set(rivals.map(({ document }) => document)).size < 2 || new Set(values).size < 2) return [];
  const best = better === 'higher' ? Math.max(...values) : Math.min(...values);
  return [...new Set(rivals.filter(({ value }) => value === best).map(({ document }) => document))].sort();
}
