import type { Made } from '../output/entry.ts';
import type { Answer, PagesDone } from './task.ts';

/** One document to be read, and all that its record depends on. */
export interface Work {
  /** Of the bytes. */
  readonly sha256: string;
  readonly uri: string;
  /** Other places of the same bytes, sorted. */
  readonly alsoAt: readonly string[];
  readonly made: Made;
  /**
   * The bytes, read when they are wanted and not before; may be asked for again.
   *
   * @throws {PlanError} also when they are no longer those of `sha256`
   */
  readonly bytes: () => Promise<Uint8Array>;
}

/** `left`: the run was stopped before there was an answer. */
export type Ran = Answer | { readonly left: true };

/** Turns documents into answers: processes of this run, or workers behind a queue. */
export interface Executor {
  /** Documents that it can have in hand at a time. */
  readonly width: number;
  /** Told how many documents more (or fewer) the run has for it, for those who watch. */
  readonly expect?: (documents: number) => void;
  /**
   * @param onPages told how far a document is whose pages are read from their images, where that is known here
   * @throws what reading the bytes throws; a document that fails is an answer
   */
  readonly run: (work: Work, onPages?: (pages: PagesDone) => void) => Promise<Ran>;
  /** The answer stands in the output folder or among the failures: whoever keeps it for the run need keep it no longer. */
  readonly settled: (work: Work) => Promise<void>;
  readonly close: () => Promise<void>;
}
