import { z } from 'zod';
import { DocumentHeader, PlanRecord, Province, Target, Task } from '../../model/record.ts';

/** What every line of a table repeats, so that it stands by itself. */
export const Of = z.object({
  /** Id of the document. */
  document: z.string(),
  province: Province.nullable(),
  /** Of issue; null where the document does not tell. */
  year: z.int().nullable(),
});

export const TargetLine = z.object({ ...Of.shape, ...Target.shape });
export const TaskLine = z.object({ ...Of.shape, ...Task.shape });
export const DocumentLine = z.object({
  ...Of.shape,
  ...DocumentHeader.shape,
  /** How much of each was found. */
  sections: z.int(),
  targets: z.int(),
  tasks: z.int(),
  references: z.int(),
  /** Codes of the warnings, each once, sorted. */
  warnings: z.array(z.string()),
  pipeline: PlanRecord.shape.pipeline,
  schemaVersion: z.string(),
});
export type DocumentLine = z.infer<typeof DocumentLine>;
