import { createHash } from 'node:crypto';
import type { Choice } from './extract/document/plan-of.ts';
import { type Extraction, extractRecord } from './extract/extract.ts';
import type { Origin } from './extract/record/record.ts';
import { type Account, accountOf } from './extract/review/account.ts';
import { loadKnowledge } from './knowledge/knowledge.ts';
import { DEFAULT_LIMITS, type Limits } from './model/block.ts';
import type { Declared } from './model/declared.ts';
import { PlanError } from './model/errors.ts';
import { GENERAL, type Pipeline } from './model/pipeline.ts';
import { PlanRecord } from './model/record.ts';
import { readBlocks } from './read/read.ts';
import type { Recognition } from './read/scan/recognition.ts';
import { readPlainText } from './read/text/plain-text.ts';

export type { Declared } from './model/declared.ts';
export type {
  GreyImage,
  ImageLayout,
  RecognisedLine,
  RecognisedWord,
  Recogniser,
} from './read/scan/recogniser.ts';
export type { Recognition } from './read/scan/recognition.ts';

export interface ExtractOptions {
  /** Path or URL as it was given; names the document where its text does not. */
  readonly uri: string;
  /** All pipelines that may be chosen from; `general` alone unless told. */
  readonly pipelines?: readonly Pipeline[];
  /** Name of one of them; `auto` (default) chooses by title and text, and takes `general` where none fits. */
  readonly pipeline?: string;
  /** What a manifest declares; recorded as such, and only where the text itself does not say it. */
  readonly declared?: Declared;
  readonly limits?: Limits;
  /** What reads pages that are images, and which of them; without it they are not read. */
  readonly recognition?: Recognition;
  /** Called when the bytes are read and extraction begins: for those who watch. */
  readonly onRead?: () => void;
}

export interface Extracted {
  readonly record: PlanRecord;
  /** The normalised text into which every offset of the record points. */
  readonly text: string;
}

/**
 * The whole way of one document: bytes to record and text. No disk, no network, no clock.
 *
 * @throws {PlanError} when the bytes cannot be read, or `pipeline-unknown` where no pipeline has the name
 */
export async function processDocument(bytes: Uint8Array, options: ExtractOptions): Promise<Extracted> {
  const { record, text } = await extraction(bytes, options);
  return { record: PlanRecord.parse(record), text };
}

/**
 * The same way, with every mention and what became of every figure.
 *
 * @throws {PlanError} as `processDocument` does
 */
export async function inspectDocument(bytes: Uint8Array, options: ExtractOptions): Promise<Extracted & Account> {
  return inspected(await extraction(bytes, options));
}

/**
 * The same for a text at hand, which may be as short as one phrase: as plain text, whatever it looks like.
 *
 * @param before what stands before it in its document; read by itself, so that neither changes how the other is read
 * @throws {PlanError} `pipeline-unknown`
 */
export function inspectText(
  text: string,
  before: string,
  options: Omit<ExtractOptions, 'limits' | 'recognition' | 'onRead'>,
): Extracted & Account {
  const choice = chosen(options);
  const read = readPlainText(choice.knowledge, text);
  const whole = { ...read, blocks: [...readPlainText(choice.knowledge, before).blocks, ...read.blocks] };
  return inspected(extractRecord(whole, originOf(Buffer.from(text), options), choice));
}

const inspected = (extracted: Extraction): Extracted & Account => ({
  record: PlanRecord.parse(extracted.record),
  text: extracted.text,
  ...accountOf(extracted),
});

async function extraction(bytes: Uint8Array, options: ExtractOptions): Promise<Extraction> {
  // Before anything is read: a slip in a name shows at once, whatever the document.
  const choice = chosen(options);
  // Readers may take the buffer over: hash and size are of what came in.
  const origin = originOf(bytes, options);
  const { limits = DEFAULT_LIMITS, recognition } = options;
  const read = await readBlocks(bytes, limits, choice.knowledge, recognition);
  options.onRead?.();
  return extractRecord(read, origin, choice);
}

const originOf = (bytes: Uint8Array, { uri, declared }: ExtractOptions): Origin => ({
  uri,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  bytes: bytes.length,
  ...(declared === undefined ? {} : { declared }),
});

function chosen({ pipelines = [GENERAL], pipeline = 'auto' }: ExtractOptions): Choice {
  const names = pipelines.map(({ name }) => name);
  if (pipeline === 'auto')
    return {
      knowledge: loadKnowledge(),
      pipeline,
      pipelines: names.includes('general') ? pipelines : [...pipelines, GENERAL],
    };
  if (names.includes(pipeline)) return { knowledge: loadKnowledge(), pipeline, pipelines };
  const known = ['auto', ...names].join(', ');
  throw new PlanError('pipeline-unknown', 'extract', `No pipeline is called "${pipeline}". Give one of: ${known}.`);
}
