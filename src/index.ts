import { findMentions } from './extract/mentions/find.ts';
import { loadKnowledge } from './knowledge/knowledge.ts';
import type { Mention } from './model/mention.ts';
import type { PlanRecord } from './model/record.ts';
import { type ExtractOptions, processDocument } from './run.ts';

export type { Account, FigureAccount, PlacedMention } from './extract/review/account.ts';
export { DEFAULT_LIMITS, type Limits } from './model/block.ts';
export { ERROR_CODES, type ErrorCode, PlanError, type Stage } from './model/errors.ts';
export type { Mention } from './model/mention.ts';
export { GENERAL, Pipeline } from './model/pipeline.ts';
export * from './model/record.ts';
export {
  type Declared,
  type Extracted,
  type ExtractOptions,
  type GreyImage,
  type ImageLayout,
  inspectDocument,
  processDocument,
  type RecognisedLine,
  type RecognisedWord,
  type Recogniser,
  type Recognition,
} from './run.ts';

/**
 * The plan record of one document. No disk, no network, no clock; pages that are images are read where
 * `options.recognition` is given, by what is given.
 *
 * @param bytes PDF, DOCX, DOC, RTF, HTML, text or Markdown; told by content
 * @returns the record of the contract (`SCHEMA_VERSION`); its `source.uri` is "document" unless `options.uri` says otherwise
 * @throws {PlanError} with one of `ERROR_CODES` when the bytes cannot be read, or no pipeline has the name that is asked for
 */
export async function extractPlan(bytes: Uint8Array, options: Partial<ExtractOptions> = {}): Promise<PlanRecord> {
  return (await processDocument(bytes, { uri: 'document', ...options })).record;
}

export interface RecogniseOptions {
  /** Completes times without a year ("ngày 30/6", "quý II"); without it they stay unread. */
  readonly year?: number;
}
export type Recognised = Exclude<Mention, { kind: 'inner' }>;

/**
 * The mentions of one text: quantities, deadlines, agencies and references, in order of start.
 *
 * @param text any normal form; offsets are UTF-16 units of its NFC form
 */
export function recognise(text: string, { year }: RecogniseOptions = {}): readonly Recognised[] {
  const mentions = findMentions(text.normalize('NFC'), {
    knowledge: loadKnowledge(),
    year: year ?? null,
    date: null,
    singleYear: false,
  });
  return mentions.filter((mention) => mention.kind !== 'inner');
}
