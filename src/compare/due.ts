import type { ComparedTarget, Counted } from './plans.ts';

/** The years in which a target is due, inclusive. */
export interface DueYears {
  /** Less than `to` only where it is due in every year of its plan. */
  readonly from: number;
  readonly to: number;
}

/** The year in which a target is due, else in which its plan ends; every year of its plan where it recurs. Null where nothing dates it. */
export function dueYears(
  { deadline }: Pick<ComparedTarget, 'deadline'>,
  { header: { period } }: Pick<Counted, 'header'>,
): DueYears | null {
  const recurs = deadline?.type === 'recurring' || deadline?.type === 'ongoing';
  const end = (recurs ? period?.end : null) ?? deadline?.end ?? period?.end ?? null;
  if (end === null) return null;
  const to = yearIn(end);
  const start = recurs ? (period?.start ?? deadline.start) : null;
  return { from: start == null ? to : Math.min(yearIn(start), to), to };
}

/** All years from the first to the last. */
export const yearsIn = ({ from, to }: DueYears): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);

const yearIn = (date: string): number => Number(date.slice(0, 4));
