import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { FastifyAdapter } from '@bull-board/fastify';
import type { Queue } from 'bullmq';
import fastify from 'fastify';
import { CallError } from '../../call-error.ts';

export interface BoardOptions {
  readonly host: string;
  readonly port: number;
  /** Whether it may also retry, remove and empty. */
  readonly write: boolean;
}

export interface Board {
  readonly url: string;
  readonly close: () => Promise<void>;
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/**
 * Bull Board for people with a browser on this machine. Read-only unless told.
 *
 * @throws {CallError} when the port is taken
 */
export async function openBoard(queue: Queue, { host, port, write }: BoardOptions): Promise<Board> {
  const adapter = new FastifyAdapter();
  createBullBoard({
    queues: [new BullMQAdapter(queue, { readOnlyMode: !write, allowRetries: write })],
    serverAdapter: adapter,
    options: { uiConfig: { boardTitle: 'kehoach' } },
  });
  const server = fastify();
  // A page elsewhere that points a name of its own at this machine, or posts to it, is turned away.
  server.addHook('onRequest', async (request, reply) => {
    const { origin } = request.headers;
    const foreign = origin !== undefined && origin !== `http://${request.headers.host}`;
    if (foreign || (LOOPBACK.has(host) && !LOOPBACK.has(request.hostname.replace(/^\[|\]$|:\d+$/gu, '')))) {
      await reply.code(403).send('Forbidden');
    }
  });
  await server.register(adapter.registerPlugin(), { prefix: '/' });
  try {
    const url = await server.listen({ host, port });
    return { url, close: () => server.close() };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new CallError(`--port ${port}: it cannot be used (${detail})`);
  }
}
