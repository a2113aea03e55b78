import { z } from 'zod';
import { COOKIE } from '../guard/guard.ts';
import { ROLES } from '../guard/tokens.ts';
import { Problem } from '../problem.ts';
import type { FastifyRequest, Server, Serving } from '../serving.ts';
import { PROBLEMS } from './schemas.ts';

const Session = z.object({
  needsToken: z.boolean(),
  role: z.enum(ROLES).nullable().describe('What the sender may do; null where nothing'),
});

/** Registers who may use the server from a browser. */
export function addSession(server: Server, { guard }: Serving): void {
  const told = (request: FastifyRequest) => ({
    needsToken: guard.tokens.needed,
    role: guard.roleOf(request) ?? null,
  });
  server.get(
    '/session',
    { schema: { summary: 'What the sender may do', tags: ['session'], response: { 200: Session, ...PROBLEMS } } },
    async (request) => told(request),
  );
  server.post(
    '/session',
    {
      schema: {
        summary: 'Signs a browser in: what comes back is a cookie',
        ...{
          tags: ['session'],
          body: z.object({ token: z.string().max(500) }),
          response: { 200: Session, ...PROBLEMS },
        },
      },
      // Guessing is slow.
      config: { rateLimit: { max: 20, timeWindow: 60_000 } },
    },
    async (request, reply) => {
      const role = guard.tokens.needed ? guard.tokens.roleOf(request.body.token.trim()) : 'write';
      if (role === undefined) throw new Problem(401, 'This is no token of this server.', 'token-wrong');
      reply.setCookie(COOKIE, guard.sessions.begin(role), {
        ...{ path: '/', httpOnly: true, sameSite: 'strict', secure: request.protocol === 'https' },
        maxAge: 12 * 3600,
      });
      return { needsToken: guard.tokens.needed, role };
    },
  );
  server.delete(
    '/session',
    { schema: { summary: 'Signs a browser out', tags: ['session'], response: { 204: z.null(), ...PROBLEMS } } },
    async (request, reply) => {
      guard.sessions.end(request.cookies[COOKIE] ?? '');
      return reply.clearCookie(COOKIE, { path: '/' }).code(204).send(null);
    },
  );
}
