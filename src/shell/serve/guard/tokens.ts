import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { CallError } from '../../call-error.ts';

export const ROLES = ['read', 'write'] as const;
/** `read` sees everything; `write` also uploads, corrects and deletes. */
export type Role = (typeof ROLES)[number];

export interface Tokens {
  /** Whether anybody needs one. */
  readonly needed: boolean;
  readonly roleOf: (token: string) => Role | undefined;
}

/** Characters below which a token can be guessed over a network. */
const SHORTEST = 16;

/**
 * The tokens of a server: KEHOACH_TOKEN (write) and KEHOACH_READ_TOKEN, or a file with lines such as "write 5f0c…".
 *
 * @throws {CallError} for a file that cannot be read, or a token that can be guessed. It never says what the token is
 */
export async function readTokens(file: string | undefined, environment: NodeJS.ProcessEnv): Promise<Tokens> {
  const known = file === undefined ? ofEnvironment(environment) : await ofFile(file);
  for (const { token } of known) {
    if (token.length < SHORTEST)
      throw new CallError(`A token must have at least ${SHORTEST} characters: openssl rand -hex 24 makes one.`);
  }
  const digests = known.map(({ role, token }) => ({ role, digest: digestOf(token) }));
  return {
    needed: digests.length > 0,
    roleOf(token) {
      const asked = digestOf(token);
      let found: Role | undefined;
      // All of them are looked at, so that time tells nothing.
      for (const { role, digest } of digests) if (timingSafeEqual(digest, asked)) found = role;
      return found;
    },
  };
}

interface Known {
  readonly role: Role;
  readonly token: string;
}

function ofEnvironment({ KEHOACH_TOKEN: write, KEHOACH_READ_TOKEN: read }: NodeJS.ProcessEnv): Known[] {
  const told = (role: Role, token: string | undefined): Known[] =>
    token === undefined || token.trim() === '' ? [] : [{ role, token: token.trim() }];
  return [...told('write', write), ...told('read', read)];
}

async function ofFile(file: string): Promise<Known[]> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) throw new CallError(`--token-file ${file} cannot be read.`);
  const known = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line): Known => {
      const { role, token } = /^(?:(?<role>read|write)\s+)?(?<token>\S+)$/u.exec(line)?.groups ?? {};
      if (token === undefined)
        throw new CallError(`--token-file ${file}: a line is "read TOKEN", "write TOKEN" or a token that may write.`);
      return { role: role === 'read' ? 'read' : 'write', token };
    });
  if (known.length === 0) throw new CallError(`--token-file ${file} holds no token.`);
  return known;
}

const digestOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Milliseconds after which somebody must show the token again. */
const LASTING = 12 * 3600_000;
const MOST_SESSIONS = 1000;

/** People who showed a token in a browser: the cookie says who comes, not what the token is. */
export interface Sessions {
  readonly begin: (role: Role) => string;
  readonly roleOf: (id: string) => Role | undefined;
  readonly end: (id: string) => void;
}

export function openSessions(): Sessions {
  const sessions = new Map<string, { readonly role: Role; readonly until: number }>();
  return {
    begin(role) {
      const id = randomBytes(32).toString('base64url');
      sessions.set(id, { role, until: Date.now() + LASTING });
      for (const old of sessions.keys()) {
        if (sessions.size <= MOST_SESSIONS) break;
        sessions.delete(old);
      }
      return id;
    },
    roleOf(id) {
      const session = sessions.get(id);
      if (session === undefined) return undefined;
      if (session.until > Date.now()) return session.role;
      sessions.delete(id);
      return undefined;
    },
    end: (id) => void sessions.delete(id),
  };
}
