import type { Knowledge } from './knowledge.ts';

/** What a rule may know besides the text at hand: the tables, and what is known of the document. */
export interface Context {
  readonly knowledge: Knowledge;
  /** The plan's year (of issue, else first of the period): completes "ngày 30/6", "tháng 11". Null where unknown. */
  readonly year: number | null;
  /** ISO date of issue: names are looked up as of it. Null where unknown. */
  readonly date: string | null;
  /** The plan is for one year only: then "trong năm kế hoạch" is that year. */
  readonly singleYear: boolean;
}
