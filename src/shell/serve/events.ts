import type { FastifyReply } from 'fastify';
import { Problem } from './problem.ts';

/** Milliseconds between two signs of life: proxies close what is silent. */
const HEARTBEAT = 15_000;
const MOST_LISTENERS = 200;
/** Bytes that wait for one who does not read them; beyond, the connection is closed and the browser asks again. */
const MOST_BEHIND = 1 << 20;

/** Tells browsers what happens, as server-sent events. */
export interface Events {
  readonly tell: (event: string, data: unknown) => void;
  /** @throws {Problem} where too many listen */
  readonly listen: (reply: FastifyReply) => void;
  readonly listeners: () => number;
  readonly close: () => void;
}

export function openEvents(): Events {
  const open = new Set<FastifyReply>();

  function send(text: string): void {
    for (const reply of open) {
      if (reply.raw.writableLength > MOST_BEHIND) reply.raw.destroy();
      else reply.raw.write(text);
    }
  }
  const heart = setInterval(() => send(':\n\n'), HEARTBEAT);
  heart.unref();

  return {
    tell: (event, data) => send(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
    listeners: () => open.size,
    listen(reply) {
      if (open.size >= MOST_LISTENERS) throw new Problem(503, 'Too many pages listen at this moment.', 'busy', 10);
      reply.hijack();
      // What plugins have said of the answer is said of this one too.
      for (const [name, value] of Object.entries(reply.getHeaders()))
        if (value !== undefined) reply.raw.setHeader(name, value);
      reply.raw.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      reply.raw.write('retry: 2000\n\n');
      open.add(reply);
      reply.raw.on('close', () => open.delete(reply));
      reply.raw.on('error', () => open.delete(reply));
    },
    close() {
      clearInterval(heart);
      for (const reply of open) reply.raw.end();
    },
  };
}
