import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from '../problem.ts';
import { openSessions, type Role, type Sessions, type Tokens } from './tokens.ts';

export const COOKIE = 'kehoach';

/** Names of this machine, for itself. */
const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]', '::1']);
export const isLoopback = (host: string): boolean => LOOPBACK.has(host);

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
/** What is sent there is looked at, and changes nothing. */
const LOOKED_AT = /^\/(?:recognise|pipelines\/(?:try|yaml))$/u;
/** Seen without a token: what tells machines how the server is, and what shows a person where to give one. */
const OPEN = /^\/(?:health|ready|session|assets\/[\w.-]+)?$/u;

export interface Guard {
  readonly sessions: Sessions;
  readonly tokens: Tokens;
  /** What the sender of a request may do. */
  readonly roleOf: (request: FastifyRequest) => Role | undefined;
}

/** Decides who may do what, before anything of a request is read. */
export function addGuard(server: FastifyInstance, host: string, tokens: Tokens): Guard {
  const sessions = openSessions();

  function roleOf(request: FastifyRequest): Role | undefined {
    if (!tokens.needed) return 'write';
    const bearer = /^Bearer (?<token>\S+)$/iu.exec(request.headers.authorization ?? '')?.groups?.token;
    if (bearer !== undefined) return tokens.roleOf(bearer);
    const cookie = request.cookies[COOKIE];
    return cookie === undefined ? undefined : sessions.roleOf(cookie);
  }

  server.addHook('onRequest', async (request) => {
    refuseForeign(request, isLoopback(host));
    const path = request.url.split('?')[0] ?? '';
    if (OPEN.test(path)) return;
    const role = roleOf(request);
    if (role === undefined)
      throw new Problem(401, 'A token is needed: "Authorization: Bearer …", or sign in on the page.', 'token-needed');
    const changes = !SAFE.has(request.method) && !(request.method === 'POST' && LOOKED_AT.test(path));
    if (changes && role !== 'write') throw new Problem(403, 'This token may only read.', 'read-only');
  });
  return { sessions, tokens, roleOf };
}

/**
 * A page elsewhere must not act in the name of somebody who uses this one: neither by a form that posts here, nor by a name
 * of its own that leads to this machine.
 *
 * @throws {Problem} 403; 400 where it is not said whom a request is for
 */
function refuseForeign(request: FastifyRequest, onlyHere: boolean): void {
  const { host = '', origin } = request.headers;
  if (host === '' && request.raw.httpVersion !== '1.0')
    throw new Problem(400, 'The request has no Host header.', 'host-missing');
  if (onlyHere && !isLoopback(host.replace(/:\d+$/u, '')))
    throw new Problem(403, 'This server answers to the names of its own machine only.', 'foreign-host');
  if (SAFE.has(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  const foreign =
    (origin !== undefined && hostOf(origin) !== host) ||
    (typeof site === 'string' && site !== 'same-origin' && site !== 'none') ||
    // A cookie comes from a browser, and every browser says where a post comes from.
    (origin === undefined && site === undefined && request.headers.cookie?.includes(`${COOKIE}=`) === true);
  if (foreign) throw new Problem(403, 'Requests from pages of other sites are refused.', 'foreign-origin');
}

const hostOf = (origin: string): string | undefined => (URL.canParse(origin) ? new URL(origin).host : undefined);
