import { createHash } from 'node:crypto';
import type { JobsOptions } from 'bullmq';
import { z } from 'zod';
import type { Limits } from '../../../model/block.ts';
import { ERROR_CODES } from '../../../model/errors.ts';
import type { Pipeline } from '../../../model/pipeline.ts';
import type { Reason } from '../../failure.ts';
import { Made } from '../../output/entry.ts';
import { KEEP } from '../redis/names.ts';
import type { Seal } from './seal.ts';

/** Raised when a worker that knows only what stands here could not do the job. */
export const FORMAT = 1;

/** All that is certain of a job of any version. */
export const AnyJob = z.object({ format: z.number(), made: z.object({ rules: z.string() }).optional() });

/** Of what lies in the store, in MB: more than any process could hold as one piece. */
const MOST_STORED = 4096;

/** Where something lies in the store, and in how many parts. */
export const Stored = z.object({
  parts: z.int().positive().max(MOST_STORED),
  size: z
    .int()
    .nonnegative()
    .max(MOST_STORED * 1024 * 1024),
});
export type Stored = z.infer<typeof Stored>;

/** What a job gives back: where its answer lies, under the worker's seal. */
export const Returned = Stored.extend({ seal: z.string().optional() });
export type Returned = z.infer<typeof Returned>;

const LimitsShape = z.object({
  maxBytes: z.number().positive(),
  maxPages: z.number().positive(),
  maxUnpackedBytes: z.number().positive(),
  maxCharacters: z.number().positive(),
}) satisfies z.ZodType<Limits>;

/** Paths and addresses: longer than any system takes. */
const Uri = z.string().max(65_536);
const Word = z.string().max(10_000);

/** As `jobIdOf` makes them. Keys, paths and file names are made of them: no other id comes near the store. */
const JOB_ID = /^[0-9a-f]{64}-[0-9a-f]{16}$/u;
export const isJobId = (id: string | undefined): id is string => id !== undefined && JOB_ID.test(id);

/** One document and one version of all that reads it. */
export const DocumentJob = z.object({
  format: z.literal(FORMAT),
  sha256: z.string().regex(/^[0-9a-f]{64}$/u),
  /** Of the submitter that came first; others put their own in its place. */
  uri: Uri,
  alsoAt: z.array(Uri),
  made: Made.extend({
    rules: z.string().regex(/^[\w.+-]{1,100}$/u),
    choice: z.string().regex(/^[a-z]+(-[a-z]+)*$/u),
    pipelines: z.string().regex(/^[\w.-]{1,100}$/u),
    told: Made.shape.told.extend({
      province: Word.exactOptional(),
      title: Word.exactOptional(),
      number: Word.exactOptional(),
      issuedOn: Word.exactOptional(),
    }),
  }),
  limits: LimitsShape,
  /** Fingerprint under which the pipelines lie. */
  pipelines: z.string().regex(/^[0-9a-f]{32}$/u),
  /** `redis`, or the folder or bucket as the submitter names it: a worker may know it by another name. */
  store: z.string(),
  bytes: Stored,
  /** The submitter's, over all the rest as it stands in the queue. */
  seal: z.string().optional(),
});
export type DocumentJob = z.infer<typeof DocumentJob>;

/** The job of an id, where both are what a submitter could have put there. */
export function jobOf(id: string | undefined, data: unknown): DocumentJob | undefined {
  const job = DocumentJob.safeParse(data);
  if (!job.success || !isJobId(id)) return undefined;
  const { sha256, made, limits } = job.data;
  return jobIdOf(sha256, made, limits) === id ? job.data : undefined;
}

/** The job with the submitter's seal. */
export const sealJob = (seal: Seal, id: string, data: DocumentJob): DocumentJob =>
  seal.on ? { ...data, seal: seal.of('job', id, JSON.stringify(data)) } : data;

/** Whether whoever put a job there knows the secret, whatever version its program is of. */
export function isSealed(seal: Seal, id: string | undefined, data: unknown): boolean {
  if (!seal.on) return true;
  if (typeof data !== 'object' || data === null || !('seal' in data) || id === undefined) return false;
  const { seal: found, ...rest } = data;
  return seal.holds(found, 'job', id, JSON.stringify(rest));
}

/** What is taken of the options of a job; all others are the worker's own. */
export const Tries = z.object({
  attempts: z.int().min(1).max(20).default(1),
  backoff: z.object({ delay: z.number().min(0).max(3_600_000) }).default({ delay: 0 }),
});

/** @param backoff milliseconds before the second attempt */
export const jobOptions = (jobId: string, attempts: number, backoff: number) =>
  ({
    jobId,
    attempts,
    backoff: { type: 'exponential', delay: backoff, jitter: 0.5 },
    removeOnComplete: { age: KEEP.result },
    removeOnFail: { age: KEEP.failed, count: 5000 },
    stackTraceLimit: 0,
  }) satisfies JobsOptions;

/** How far a job is. */
export const JobProgress = z.object({
  stage: z.enum(['fetch', 'read', 'extract', 'write']),
  /** Of pages that are read from their images. */
  pages: z.object({ done: z.int().nonnegative(), of: z.int().nonnegative() }).optional(),
});
export type JobProgress = z.infer<typeof JobProgress>;

/** The same bytes, read in the same way: the same job. BullMQ allows no ":" in it. */
export const jobIdOf = (sha256: string, made: Made, limits: Limits): string => {
  const { rules, choice, pipelines, told, scans } = made;
  const { province, year, title } = told;
  const { maxBytes, maxPages, maxUnpackedBytes, maxCharacters } = limits;
  const asked = [FORMAT, rules, choice, pipelines, province, year, title, scans?.ocr, scans?.pages];
  return `${sha256}-${hashed([...asked, maxBytes, maxPages, maxUnpackedBytes, maxCharacters]).slice(0, 16)}`;
};

/** Of the text under which pipelines lie in Redis: what lies there is what the key says, or is not taken. */
export const pipelinesKey = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);

export const pipelinesText = (pipelines: readonly Pipeline[]): string => JSON.stringify(pipelines);

const hashed = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

/** "[read] file-corrupt: The PDF is cut off. Fetch it again." is how BullMQ keeps why a job failed. */
export const sayReason = ({ stage, code, message }: Reason): string => `[${stage}] ${code}: ${message}`;

/** The same with the worker's seal, on a line of its own. */
export function sealReason(seal: Seal, id: string, reason: Reason): string {
  const said = sayReason(reason);
  const mark = seal.of('failure', id, said);
  return mark === undefined ? said : `${said}\n#${mark}`;
}

/** Whether a worker that knows the secret said why the job failed. */
export function isReasonSealed(seal: Seal, id: string, said: string): boolean {
  const at = said.lastIndexOf('\n#');
  return seal.holds(said.slice(at + 2), 'failure', id, said.slice(0, Math.max(0, at)));
}

/** Letters of a reason that are kept: it is shown on a line. */
const MOST_SAID = 2000;
const REASON = /^\[(?<stage>fetch|read|extract|write)\] (?<code>[a-z-]+): (?<message>[\s\S]*?)(?:\n#[0-9a-f]{64})?$/u;
const Code = z.enum(ERROR_CODES);
const StageShape = JobProgress.shape.stage;

/** Never throws, whatever is said. */
export function readReason(text: unknown): Reason {
  const said = String(text).slice(0, MOST_SAID + 100);
  const { stage, code, message = '' } = REASON.exec(said)?.groups ?? {};
  const known = Code.safeParse(code);
  if (known.success) return { stage: StageShape.parse(stage), code: known.data, message: message.slice(0, MOST_SAID) };
  if (/stalled more than/u.test(said)) return LOST;
  return {
    stage: 'extract',
    code: 'internal',
    message: `The worker failed on this document (${said}). Please report it.`,
  };
}

/** Every worker that took it went down with it. */
export const LOST: Reason = {
  stage: 'extract',
  code: 'worker-lost',
  message:
    'Every worker that took this document was lost with it. Run again; if it happens again, please report the document.',
};

/** A job that no submitter of this program put there. */
export const FOREIGN: Reason = {
  stage: 'fetch',
  code: 'version-unknown',
  message: 'This is no job of kehoach.',
};

/** A job or an answer without the seal that the secret asks for. */
export const UNSEALED: Reason = {
  stage: 'fetch',
  code: 'version-unknown',
  message:
    'It does not bear the seal of this secret. Submitters and workers need the same KEHOACH_QUEUE_SECRET; if they have it, somebody else writes to this Redis.',
};
