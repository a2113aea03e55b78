import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { JobsOptions } from 'bullmq';
import { z } from 'zod';
import { ERROR_CODES } from '../../../model/errors.ts';
import type { PageRead } from '../../../read/scan/page-read.ts';
import type { PagesRead } from '../../pool/task.ts';
import { KEEP } from '../redis/names.ts';
import type { Seal } from './seal.ts';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** Some pages of a document that is in hand, to be read from their images by any worker of the same version and engine. */
export const PagesJob = z.object({
  /** Id of the document's job. */
  job: z.string(),
  /** The document's job as its submitter put it there, seal and all. */
  document: z.unknown(),
  /** Places of the pages in the document, from 0. */
  pages: z.array(z.int().nonnegative()).min(1).max(64),
  /** Engine and data: pages of one document are read by one. */
  by: z.string().max(200),
  /** Of the worker that has the document in hand. */
  seal: z.string().optional(),
});
export type PagesJob = z.infer<typeof PagesJob>;

const hashed = (...parts: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);

/** The same pages of the same document by the same engine: the same job. */
export const pagesIdOf = ({ job, pages, by }: Pick<PagesJob, 'job' | 'pages' | 'by'>): string =>
  `${job}-${hashed(pages, by)}`;

/** Workers of another version, or of another engine, never see such a job. */
export const pagesQueueOf = (rules: string, by: string): string => `pages-${hashed(rules, by)}`;

export const pagesOptions = (jobId: string) =>
  ({
    jobId,
    attempts: 1,
    removeOnComplete: { age: KEEP.bytes },
    removeOnFail: { age: KEEP.bytes },
    stackTraceLimit: 0,
  }) satisfies JobsOptions;

const sealedParts = ({ job, pages, by }: PagesJob): string => JSON.stringify([job, pages, by]);

export function sealPages(seal: Seal, id: string, data: PagesJob): PagesJob {
  const mark = seal.of('pages', id, sealedParts(data));
  return mark === undefined ? data : { ...data, seal: mark };
}

/** The job of an id, where both are what a worker could have put there. */
export function pagesJobOf(seal: Seal, id: string | undefined, data: unknown): PagesJob | undefined {
  const job = PagesJob.safeParse(data);
  if (!job.success || id === undefined || pagesIdOf(job.data) !== id) return undefined;
  return seal.holds(job.data.seal, 'pages', id, sealedParts(job.data)) ? job.data : undefined;
}

const Place = z.number();
/** Further fields are kept: they are part of what was read. */
const Scan = z.looseObject({
  dpi: z.number().positive(),
  height: z.number().positive(),
  lines: z.array(
    z.looseObject({
      words: z.array(
        z.looseObject({
          text: z.string(),
          ...{ x0: Place, y0: Place, x1: Place, y1: Place, confidence: z.number() },
          asRead: z.string().exactOptional(),
          doubtful: z.literal(true).exactOptional(),
        }),
      ),
      ...{ y: Place, slope: z.number(), xHeight: z.number() },
    }),
  ),
  rules: z.array(z.looseObject({ x0: Place, y0: Place, x1: Place, y1: Place })),
  toPage: z.tuple([Place, Place, Place, Place, Place, Place]),
});
const Lost = z.object({ lost: z.object({ code: z.enum(ERROR_CODES), message: z.string() }) });
const Pages = z.array(z.tuple([z.int().nonnegative(), z.union([z.enum(['blank', 'poor']), Lost, Scan])]));

/** Bytes of what was read of some pages, once unpacked. */
const MOST = 64 * 1024 * 1024;

export const packPages = (read: PagesRead): Promise<Uint8Array> => pack(JSON.stringify([...read]), { level: 1 });

/** @throws when the bytes are not what `packPages` made, or would be more once unpacked than it makes */
export async function unpackPages(bytes: Uint8Array): Promise<PagesRead> {
  const whole = await unpack(bytes, { maxOutputLength: MOST });
  const pages: (readonly [number, PageRead])[] = Pages.parse(JSON.parse(whole.toString('utf8')));
  return new Map(pages);
}
