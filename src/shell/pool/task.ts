import type { Limits } from '../../model/block.ts';
import type { Pipeline } from '../../model/pipeline.ts';
import type { Told } from '../../run.ts';
import type { Reason } from '../failure.ts';
import type { Written } from '../output/written.ts';

/** What every thread is given once. */
export interface WorkerSetup {
  readonly pipelines: readonly Pipeline[];
  readonly limits: Limits;
}

/** One document for a thread. */
export interface Task {
  readonly bytes: Uint8Array;
  readonly uri: string;
  /** Other places of the same bytes, sorted. */
  readonly alsoAt: readonly string[];
  readonly pipeline: string;
  readonly told: Told;
  /** One Float64: the time (ms) at which the document was read and extraction began, 0 until then. A busy thread sends no messages. */
  readonly readAt?: SharedArrayBuffer;
}

/** Failures come back as values: an error loses its class on the way between threads. */
export type Answer = { readonly done: Written } | { readonly failed: Reason };
