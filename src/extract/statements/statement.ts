import type { Range } from '../../language/sentences.ts';
import type { MentionOf } from '../../model/mention.ts';

/** One figure with the words that say what it measures. All offsets are in the text of the block. */
export interface Statement {
  readonly quantity: MentionOf<'quantity'>;
  /** The shortest run that carries the measure and its figure. */
  readonly quote: Range;
  /** Where the measure begins that it shares with those before it, and how many those are. */
  readonly shared?: { readonly start: number; readonly figures: number };
  /** What is measured, without the figure. */
  readonly indicator: string;
  /** What the words lean on that stand before them: where, or the measure of a list: "Cơ cấu kinh tế". */
  readonly heads: readonly string[];
  /** Words before the figure in the statement, lead-ins included: verbs that give the direction stand here. */
  readonly before: Range;
  /** The statement's own part: what tells it from others that share its quote. */
  readonly own: Range;
  readonly sentence: Range;
  /** It was planned, whatever became of it: "65%, chưa đạt mục tiêu 70%", "460 triệu USD (kế hoạch 500 triệu USD)". */
  readonly planned?: boolean;
  /** How the figure and its measure stand: a figure alone in its statement is the doubtful case. */
  readonly shape: 'figure-first' | 'measure-first' | 'verb-first' | 'figure-alone';
}
