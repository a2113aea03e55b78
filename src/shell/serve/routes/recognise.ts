import { z } from 'zod';
import { Target } from '../../../model/record.ts';
import { recogniseText } from '../../recognise.ts';
import type { Server, Serving } from '../serving.ts';
import { PROBLEMS } from './schemas.ts';

/** Letters of a text: a few sentences, read in the server itself. */
const LONGEST = 2000;

const Recognised = z
  .object({
    text: z.string().describe('As it was read; offsets count UTF-16 units of it'),
    mentions: z.array(
      z.looseObject({ kind: z.string(), rule: z.string(), start: z.int(), end: z.int(), text: z.string() }),
    ),
    targets: z.array(Target),
  })
  .meta({ id: 'Recognised' });

/** Registers what the rules say of a text, for those who add a record. */
export function addRecognise(server: Server, { pipelines }: Serving): void {
  server.post(
    '/recognise',
    {
      schema: {
        summary: 'What the rules find in a text of a few sentences, as `kehoach recognise` does',
        ...{ tags: ['names'], response: { 200: Recognised, ...PROBLEMS } },
        body: z.object({
          text: z.string().min(1).max(LONGEST),
          year: z.int().min(1900).max(2200).optional().describe('Completes times without a year'),
        }),
      },
    },
    async ({ body: { text, year } }) => {
      const { mentions, targets, text: read } = recogniseText(text, year ?? null, { pipelines, pipeline: 'auto' });
      return { text: read, mentions: mentions.map((mention) => ({ ...mention })), targets: [...targets] };
    },
  );
}
