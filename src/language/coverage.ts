import type { Range } from './sentences.ts';

/** Answers, for many ranges at once, whether any of them holds or touches another one. */
export interface CoveredRanges {
  /** Some range begins at or before `start` and ends at or after `end`. */
  readonly holds: (start: number, end: number) => boolean;
  /** Some range shares at least one place with [start, end). */
  readonly touches: (start: number, end: number) => boolean;
}

export function coverageOf(ranges: readonly Range[]): CoveredRanges {
  const sorted = [...ranges].sort((a, b) => a.start - b.start);
  // How far the ranges reach that begin no later than each of them.
  const reach: number[] = [];
  for (const { end } of sorted) reach.push(Math.max(reach.at(-1) ?? 0, end));
  const reachBefore = (offset: number): number => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.start ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return reach[low - 1] ?? 0;
  };
  return {
    holds: (start, end) => reachBefore(start + 1) >= end,
    touches: (start, end) => reachBefore(end) > start,
  };
}
