import { z } from 'zod';
import { Failure } from '../../failure.ts';
import { DocumentLine, TargetLine, TaskLine } from '../../output/lines.ts';
import { Job } from '../desk/job.ts';
import { ProblemDetails } from '../problem.ts';

const listOf = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item),
    total: z.int().nonnegative().describe('Of all pages'),
    next: z.string().nullable().describe('cursor of the next page; null on the last'),
    version: z.string().describe('Changes with the tables'),
  });

export const DocumentSummary = z.object({
  ...DocumentLine.shape,
  unsure: z.int().nonnegative().describe('Targets and tasks of a confidence under 0.8 that nobody has looked at'),
  reviewed: z.int().nonnegative().describe('Targets and tasks that somebody confirmed or corrected'),
  headerReviewed: z.boolean().describe('Whether somebody confirmed or corrected its header'),
  why: z.array(z.string()).describe('Why a person should look at it, the gravest reason first'),
});
export type DocumentSummary = z.infer<typeof DocumentSummary>;

export const DocumentPage = listOf(DocumentSummary).meta({ id: 'DocumentPage' });
export const TargetPage = listOf(TargetLine).meta({ id: 'TargetPage' });
export const TaskPage = listOf(TaskLine).meta({ id: 'TaskPage' });

export const JobBody = Job.meta({ id: 'Job' });
export const Jobs = z.object({ items: z.array(Job) }).meta({ id: 'Jobs' });

export const FailureBody = Failure.extend({ id: z.string() });
export const Failures = z.object({ items: z.array(FailureBody) }).meta({ id: 'Failures' });

/** What any route may answer. */
export const PROBLEMS = {
  '4xx': ProblemDetails.describe('The request cannot be served as it is'),
  '5xx': ProblemDetails.describe('The server cannot serve it now'),
};

/** Ids as records have them; never a path. */
export const Id = z
  .string()
  .regex(/^[\p{L}\p{N}_](?:[\p{L}\p{N}_-]|\.(?!\.)){0,250}$/u)
  .describe('Id of the document');
export const WithId = z.object({ id: Id });
