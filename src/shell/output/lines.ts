import { z } from 'zod';
import { DocumentHeader, PlanRecord, Province, Target, Task } from '../../model/record.ts';

/** What every line of a table repeats, so that it stands by itself. */
export const Of = z.object({
  document: z.string().describe('Id of the document'),
  province: Province.nullable().describe('The province that the document belongs to; null where unknown'),
  year: z.int().nullable().describe('Year of issue; null where the document does not tell'),
});

export const TargetLine = z.object({ ...Of.shape, ...Target.shape });
export const TaskLine = z.object({ ...Of.shape, ...Task.shape });
export const DocumentLine = z.object({
  ...Of.shape,
  ...DocumentHeader.shape,
  sections: z.int().describe('How many sections were found'),
  targets: z.int().describe('How many targets were found'),
  tasks: z.int().describe('How many tasks were found'),
  references: z.int().describe('How many references were found'),
  warnings: z.array(z.string()).describe('Codes of the warnings, each once, sorted'),
  cleared: z
    .array(z.string())
    .optional()
    .describe('Reasons to look at it that persons have dealt with: codes of warnings, nothing-found'),
  pipeline: PlanRecord.shape.pipeline,
  schemaVersion: PlanRecord.shape.schemaVersion,
});
export type DocumentLine = z.infer<typeof DocumentLine>;
