import { z } from 'zod';
import { CORRECTION_STATES } from '../../../corrections/lay.ts';
import { Correction, CorrectionDraft, CorrectionsFile } from '../../../model/correction.ts';
import { PlanRecord } from '../../../model/record.ts';
import type { CorrectedDocument } from '../../corrections/open.ts';
import { seenBy } from '../conditions.ts';
import type { Server, Serving } from '../serving.ts';
import { Id, PROBLEMS, WithId } from './schemas.ts';

const TAGS = ['corrections'];
const By = z.string().trim().min(1).max(100).describe('Who says it: a name');

const Now = z.object({
  state: z
    .enum(CORRECTION_STATES)
    .describe(
      'laid over the record; agrees with what the rules read by themselves; disagrees with it; lost: its place is not found',
    ),
  record: z.string().nullable().describe('Id of the target or task, header, or null'),
  superseded: z.boolean().describe('A later one says the same field'),
  rules: z.unknown().optional().describe('What the rules read in the field now'),
});
const Corrected = z
  .object({
    record: PlanRecord.describe('The document as it is written now'),
    items: z.array(z.object({ correction: Correction, now: Now })).describe('The oldest first'),
    undone: CorrectionsFile.shape.undone,
  })
  .meta({ id: 'Corrected' });

/** Registers what persons say of documents. */
export function addCorrections(server: Server, { editing }: Serving): void {
  server.get(
    '/documents/:id/corrections',
    {
      schema: {
        summary: 'What persons said of a document, and what became of it',
        ...{ tags: TAGS, params: WithId, response: { 200: Corrected, ...PROBLEMS } },
      },
    },
    async ({ params: { id } }) => shown(await editing.list(id)),
  );

  server.post(
    '/documents/:id/corrections',
    {
      schema: {
        summary: 'Confirms, corrects, deletes or adds: all that is sent, or none of it',
        ...{ tags: TAGS, params: WithId, response: { 200: Corrected, ...PROBLEMS } },
        body: z.object({ by: By, corrections: z.array(CorrectionDraft).min(1).max(500) }),
      },
    },
    async ({ params: { id }, body: { by, corrections }, headers }) =>
      shown(await editing.add(id, corrections, by, seenBy(headers['if-match']))),
  );

  server.delete(
    '/documents/:id/corrections/:correction',
    {
      schema: {
        summary: 'Takes a correction back',
        ...{ tags: TAGS, response: { 200: Corrected, ...PROBLEMS } },
        params: z.object({ id: Id, correction: z.string().regex(/^[0-9a-f]{8,64}$/u) }),
        querystring: z.object({ by: By }),
      },
    },
    async ({ params: { id, correction }, query: { by }, headers }) =>
      shown(await editing.remove(id, [correction], by, seenBy(headers['if-match']))),
  );
}

function shown({ record, entries, states, undone }: CorrectedDocument): z.infer<typeof Corrected> {
  const nows = new Map(states.map(({ id, ...now }) => [id, now]));
  const lost = { state: 'lost', record: null, superseded: false } as const;
  return {
    record,
    items: entries.map((correction) => ({ correction, now: nows.get(correction.id) ?? lost })),
    undone: [...undone],
  };
}
