import type { Agency, Deadline, Target, Task } from '../../model/record.ts';

/** A target before it has an id, a key and a code; `start` and `end` of its source are final. */
export type TargetDraft = Omit<Target, 'id' | 'key' | 'indicator' | 'confidence'> & {
  readonly indicator: { readonly text: string; readonly under?: readonly string[] };
  /** Null for a figure of running text: what it is worth is told by the whole record (`record/confidence.ts`). */
  readonly confidence: number | null;
  /** Share of that which it is worth, where its figures may be misread. */
  readonly worth?: number;
  /** It is of a part of the country for which records have no field, such as a region: no indicator of the whole is measured. */
  readonly ofPart?: boolean;
};
/** A task before it has an id and a key. */
export type TaskDraft = Omit<Task, 'id' | 'key'>;

/** What a row of a task table gives to the figures in it. */
export interface RowFacts {
  readonly path: string | null;
  readonly area: string | null;
  readonly leads: readonly Agency[];
  readonly deadline: Deadline | null;
  /** The row names what its cell speaks of, and is quoted whole. */
  readonly states?: true;
}
