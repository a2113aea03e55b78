import type { Registry } from 'prom-client';
import { z } from 'zod';
import type { Server, Serving } from '../serving.ts';
import { PROBLEMS } from './schemas.ts';

const Health = z.object({ status: z.string(), open: z.int().describe('Documents that wait or are being read') });

/** Registers what machines ask of the server itself. */
export function addOperation(server: Server, { desk, holder, tables }: Serving, registry: Registry): void {
  server.get(
    '/health',
    { schema: { summary: 'Whether the server answers', tags: ['operation'], response: { 200: Health, ...PROBLEMS } } },
    async () => ({ status: 'ok', open: desk.open() }),
  );
  server.get(
    '/ready',
    {
      schema: {
        summary: 'Whether the folder can be read',
        ...{
          tags: ['operation'],
          response: { 200: Health.extend({ version: z.string(), writing: z.boolean() }), ...PROBLEMS },
        },
      },
    },
    async () => {
      const { version } = await tables.now();
      return { status: 'ok', open: desk.open(), version, writing: holder.holds() };
    },
  );
  server.get(
    '/metrics',
    {
      schema: {
        summary: 'For Prometheus',
        ...{ tags: ['operation'], produces: ['text/plain'], response: { 200: z.string(), ...PROBLEMS } },
      },
    },
    async (_, reply) => reply.type(registry.contentType).send(await registry.metrics()),
  );
  server.get('/openapi.json', { schema: { hide: true } }, async () => server.swagger());
}
