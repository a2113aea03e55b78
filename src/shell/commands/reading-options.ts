import type { Command } from 'commander';
import { DEFAULT_LIMITS, type Limits } from '../../model/block.ts';
import { type Caps, DEFAULT_CAPS } from '../pool/caps.ts';
import { type ArchiveCaps, DEFAULT_ARCHIVE_CAPS } from '../sources/zip/caps.ts';
import { type OcrOptions, ocrOption, ocrPagesOption, positive, wholeNumber } from './option-values.ts';

/** What every command that reads documents into a folder may be told. */
export interface ReadingAsked extends OcrOptions {
  readonly pipeline: string;
  readonly concurrency?: number;
  readonly maxSeconds: number;
  readonly maxMemory: number;
  readonly maxSize: number;
  readonly maxPages: number;
  readonly maxArchive: number;
}

const MB = 1024 * 1024;

/** Adds them to a command. */
export const addReadingOptions = (command: Command): Command =>
  command
    .option('--pipeline <name or file>', 'the pipeline to use; auto chooses by title and text', 'auto')
    .option('--concurrency <documents>', 'documents at a time (default: the number of cores)', wholeNumber)
    .option('--max-seconds <s>', 'time for one document', positive, DEFAULT_CAPS.seconds)
    .option('--max-memory <mb>', 'memory for one document', wholeNumber, DEFAULT_CAPS.memory)
    .option('--max-size <mb>', 'size of one document', positive, DEFAULT_LIMITS.maxBytes / MB)
    .option('--max-pages <n>', 'pages of one document', wholeNumber, DEFAULT_LIMITS.maxPages)
    .option('--max-archive <mb>', 'size of one zip archive once unpacked', positive, DEFAULT_ARCHIVE_CAPS.bytes / MB)
    .addOption(ocrOption())
    .addOption(ocrPagesOption());

/** How much is read of one document, and with what, as it was told. */
export function boundsOf(options: ReadingAsked): {
  readonly limits: Limits;
  readonly caps: Caps;
  readonly archives: ArchiveCaps;
  readonly concurrency?: number;
} {
  const { concurrency } = options;
  return {
    limits: { ...DEFAULT_LIMITS, maxBytes: options.maxSize * MB, maxPages: options.maxPages },
    caps: { seconds: options.maxSeconds, memory: options.maxMemory },
    archives: { ...DEFAULT_ARCHIVE_CAPS, bytes: options.maxArchive * MB },
    ...(concurrency === undefined ? {} : { concurrency }),
  };
}
