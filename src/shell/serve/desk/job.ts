import { z } from 'zod';
import { Failure } from '../../failure.ts';

/** One of the documents of an archive that was uploaded. */
const Inside = z.object({
  source: z.string().describe('Name of the archive, then the path in it'),
  document: z.string().nullable().describe('Id of its record; null where it failed'),
  code: Failure.shape.code.nullable().describe('Why it failed'),
  message: z.string().nullable().describe('The same in a sentence'),
});

export const JobItem = z.object({
  source: z.string().describe('Name of the upload as it stands in its record, or the URL'),
  state: z.enum(['waiting', 'reading', 'done', 'failed']),
  pages: z
    .object({ done: z.int().nonnegative(), of: z.int().positive() })
    .nullable()
    .describe('Pages that were read from their images so far'),
  outcome: z
    .enum(['new', 'replaced', 'moved', 'same'])
    .nullable()
    .describe('Not there before; made anew; found at a further place; nothing to do'),
  document: z.string().nullable().describe('Id of the record'),
  inside: z.array(Inside).describe('Of an archive: what it held'),
  failure: Failure.omit({ source: true }).extend({ id: z.string() }).nullable(),
});
export type JobItem = z.infer<typeof JobItem>;

export const Job = z.object({
  id: z.string(),
  created: z.iso.datetime(),
  state: z.enum(['waiting', 'running', 'done']),
  ahead: z.int().nonnegative().describe('Documents that come before it'),
  secondsLeft: z
    .number()
    .nullable()
    .describe('Until it is done, by how fast documents were read of late; null where nothing is known'),
  waitsFor: z
    .enum(['folder', 'queue'])
    .nullable()
    .describe('folder: another program is writing to the output folder; queue: it cannot be reached'),
  items: z.array(JobItem),
});
export type Job = z.infer<typeof Job>;

/** What is declared of a document that was uploaded, as a manifest does. */
export const Declarations = z.object({
  province: z.string().exactOptional(),
  year: z.number().exactOptional(),
  title: z.string().exactOptional(),
  number: z.string().exactOptional(),
  issuedOn: z.string().exactOptional(),
});
export type Declarations = z.infer<typeof Declarations>;

/** One thing to read, as it is kept until it is done. */
export const Wish = z.object({
  source: z.string(),
  /** Of an upload; null of a URL or of a path that an earlier run was given. */
  sha256: z.string().nullable(),
  said: Declarations,
});
export type Wish = z.infer<typeof Wish>;

/** `server/jobs/<id>.json`. */
export const KeptJob = z.object({
  id: z.string(),
  created: z.iso.datetime(),
  wishes: z.array(Wish),
  /** Null until all of it is done. */
  items: z.array(JobItem).nullable(),
});
export type KeptJob = z.infer<typeof KeptJob>;
