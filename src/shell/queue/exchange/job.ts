import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Limits } from '../../../model/block.ts';
import { ERROR_CODES } from '../../../model/errors.ts';
import type { Pipeline } from '../../../model/pipeline.ts';
import type { Reason } from '../../failure.ts';
import { Made } from '../../output/entry.ts';

/** Raised when a worker that knows only what stands here could not do the job. */
export const FORMAT = 1;

/** All that is certain of a job of any version. */
export const AnyJob = z.object({ format: z.number(), made: z.object({ rules: z.string() }).optional() });

/** Where something lies in the store, and in how many parts. */
export const Stored = z.object({ parts: z.int().positive(), size: z.int().nonnegative() });
export type Stored = z.infer<typeof Stored>;

const LimitsShape = z.object({
  maxBytes: z.number(),
  maxPages: z.number(),
  maxUnpackedBytes: z.number(),
  maxCharacters: z.number(),
}) satisfies z.ZodType<Limits>;

/** One document and one version of all that reads it. */
export const DocumentJob = z.object({
  format: z.literal(FORMAT),
  sha256: z.string(),
  /** Of the submitter that came first; others put their own in its place. */
  uri: z.string(),
  alsoAt: z.array(z.string()),
  made: Made,
  limits: LimitsShape,
  /** Fingerprint under which the pipelines lie. */
  pipelines: z.string(),
  /** `redis`, or the folder or bucket as the submitter names it: a worker may know it by another name. */
  store: z.string(),
  bytes: Stored,
});
export type DocumentJob = z.infer<typeof DocumentJob>;

/** How far a job is. */
export const JobProgress = z.object({ stage: z.enum(['fetch', 'read', 'extract', 'write']) });
export type JobProgress = z.infer<typeof JobProgress>;

/** The same bytes, read in the same way: the same job. BullMQ allows no ":" in it. */
export const jobIdOf = (sha256: string, made: Made, limits: Limits): string => {
  const { rules, choice, pipelines, told } = made;
  const { province, year, title } = told;
  const { maxBytes, maxPages, maxUnpackedBytes, maxCharacters } = limits;
  const asked = [FORMAT, rules, choice, pipelines, province, year, title];
  return `${sha256}-${hashed([...asked, maxBytes, maxPages, maxUnpackedBytes, maxCharacters]).slice(0, 16)}`;
};

export const pipelinesKey = (pipelines: readonly Pipeline[]): string => hashed(pipelines).slice(0, 32);

const hashed = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

/** "[read] file-corrupt: The PDF is cut off. Fetch it again." is how BullMQ keeps why a job failed. */
export const sayReason = ({ stage, code, message }: Reason): string => `[${stage}] ${code}: ${message}`;

const REASON = /^\[(?<stage>fetch|read|extract|write)\] (?<code>[a-z-]+): (?<message>[\s\S]*)$/u;
const Code = z.enum(ERROR_CODES);
const StageShape = JobProgress.shape.stage;

export function readReason(said: string): Reason {
  const { stage, code, message = '' } = REASON.exec(said)?.groups ?? {};
  const known = Code.safeParse(code);
  if (known.success) return { stage: StageShape.parse(stage), code: known.data, message };
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
