import { z } from 'zod';
import { UNUSED_CODES, UNUSED_FIGURES } from '../../../extract/review/unused-figures.ts';
import { placeOn } from '../../images/place.ts';
import { originalOf } from '../desk/original-of.ts';
import { Problem } from '../problem.ts';
import type { Server, Serving } from '../serving.ts';
import { recordNamed } from './documents.ts';
import { Id, PROBLEMS, WithId } from './schemas.ts';

const TAGS = ['documents'];

const Figures = z
  .object({
    items: z.array(
      z.object({
        start: z.int().nonnegative(),
        end: z.int().nonnegative(),
        text: z.string().describe('The figure with some words around it'),
        path: z.string().nullable(),
        code: z
          .enum(UNUSED_CODES)
          .nullable()
          .describe(
            `Why it is in no target; null where it is in one. ${UNUSED_CODES.map((code) => `${code}: ${UNUSED_FIGURES[code]}`).join('. ')}`,
          ),
        reason: z.string().nullable().describe('The same in a sentence, with what tells it'),
      }),
    ),
    furniture: z
      .array(z.tuple([z.int(), z.int()]))
      .describe('Ranges of the text that belong to pages or site, not to the document'),
  })
  .meta({ id: 'Figures' });
const Size = z.object({ width: z.number(), height: z.number() });

/** Registers what is looked up in the original of a document. */
export function addLooks(server: Server, { out, originals, looks }: Serving): void {
  server.get(
    '/documents/:id/figures',
    {
      schema: {
        summary: 'Every figure of the text, and why it became no target',
        description: 'Not of documents that were read from images of their pages: those would be read again.',
        ...{ tags: TAGS, params: WithId, response: { 200: Figures, ...PROBLEMS } },
      },
    },
    async ({ params: { id } }) => {
      const record = await recordNamed(out, id);
      if (record.document.source.recognised !== undefined) return { items: [], furniture: [] };
      const { figures, furniture } = await looks.account(record, () => originalOf(record.document, originals));
      return {
        items: figures.map(({ start, end, text, path, code, reason }) => ({ start, end, text, path, code, reason })),
        furniture: furniture.map(({ start, end }): [number, number] => [start, end]),
      };
    },
  );

  server.get(
    '/documents/:id/pages',
    {
      schema: {
        summary: 'Sizes of the pages, in points',
        ...{ tags: TAGS, params: WithId, response: { 200: z.object({ items: z.array(Size) }), ...PROBLEMS } },
      },
    },
    async ({ params: { id } }) => {
      const record = await recordNamed(out, id);
      const sizes = await looks.sizes(record, () => originalOf(record.document, originals));
      return { items: sizes.map(({ width, height }) => ({ width, height })) };
    },
  );

  server.get(
    '/documents/:id/pages/:page.png',
    {
      schema: {
        summary: 'A page as an image; with record, the place of a target or task on it',
        ...{
          tags: TAGS,
          produces: ['image/png'],
          response: { 200: z.string().meta({ format: 'binary' }), ...PROBLEMS },
        },
        params: z.object({ id: Id, page: z.coerce.number().int().min(1).max(100_000) }),
        querystring: z.object({ record: z.string().max(300).optional().describe('Id of a target or task') }),
      },
    },
    async ({ params: { id, page }, query: { record: asked } }, reply) => {
      const record = await recordNamed(out, id);
      const { sha256 } = record.document;
      const bytes = async (): Promise<Uint8Array> => (await originalOf(record.document, originals)).bytes;
      const drawn = await looks.images.page({ sha256, bytes }, page);
      if (drawn === undefined) throw new Problem(404, `It has no page ${page}.`, 'page-unknown');
      const item = [...record.targets, ...record.tasks].find((one) => one.id === asked);
      if (asked !== undefined && item === undefined)
        throw new Problem(404, `It has no record ${asked}.`, 'record-unknown');
      const png = item === undefined ? drawn.png : (placeOn(drawn, item.source.boxes ?? [], page) ?? drawn.png);
      return reply
        .type('image/png')
        .header('cache-control', 'private, no-cache')
        .send(Buffer.from(png) as never);
    },
  );
}
