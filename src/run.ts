import { DEFAULT_LIMITS, type Limits } from './model/block.ts';
import type { Pipeline } from './model/pipeline.ts';
import type { PlanRecord } from './model/record.ts';

/** What a manifest tells of a document; recorded as such, and only where the text itself does not tell. */
export interface Told {
  readonly province?: string;
  readonly year?: number;
  readonly title?: string;
}

export interface ExtractOptions {
  /** Path or URL as it was given; names the document where its text does not. */
  readonly uri: string;
  /** All pipelines that may be chosen from; `general` is always among them. */
  readonly pipelines: readonly Pipeline[];
  /** Name of the pipeline to use; `auto` (default) chooses by title and text. */
  readonly pipeline?: string;
  readonly told?: Told;
  readonly limits?: Limits;
}

export interface Extracted {
  readonly record: PlanRecord;
  /** The normalised text into which every offset of the record points. */
  readonly text: string;
}

/**
 * The whole way of one document: bytes to record and text. No disk, no network, no clock.
 *
 * @throws {PlanError} when the bytes cannot be read
 */
export async function processDocument(_bytes: Uint8Array, options: ExtractOptions): Promise<Extracted> {
  const _limits = options.limits ?? DEFAULT_LIMITS;
  throw new Error('being assembled');
}
