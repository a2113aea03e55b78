import type { Limits } from '../../model/block.ts';
import type { Pipeline } from '../../model/pipeline.ts';
import type { Declared } from '../../run.ts';
import type { Reason } from '../failure.ts';
import type { WrittenDocument } from '../output/written.ts';

/** What is the same for all documents of a pool. */
export interface WorkerSetup {
  readonly pipelines: readonly Pipeline[];
  readonly limits: Limits;
}

/** One document for a process. */
export interface PoolTask {
  readonly bytes: Uint8Array;
  readonly uri: string;
  /** Other places of the same bytes, sorted. */
  readonly alsoAt: readonly string[];
  readonly pipeline: string;
  readonly declared: Declared;
}

/** Failures come back as values: an error loses its class on the way between processes. */
export type Answer = { readonly done: WrittenDocument } | { readonly failed: Reason };

/** What a process sends back: the answer, and the bytes of memory that it takes by now. */
export interface Answered<T = Answer> {
  readonly answer: T;
  readonly rss: number;
}

/** What is heard of a process while it works: that the document is read, or what was printed. */
export type FromChild = { readonly read: true } | { readonly stdout: string } | { readonly stderr: string };
