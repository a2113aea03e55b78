import { setTimeout as sleep } from 'node:timers/promises';
import { Agent, fetch, type Response } from 'undici';
import { type ErrorCode, PlanError } from '../../../model/errors.ts';
import type { Most } from '../source.ts';
import { HEAD, MAGIC, mayBeArchive } from '../zip/archive.ts';
import { type Allowed, checkHost, guardedLookup, isPublic } from './address.ts';
import { type Cache, openCache } from './cache.ts';
import { DEFAULT_CACHE_BYTES } from './defaults.ts';
import { freshUntil, retryAfter } from './headers.ts';
import { type Hosts, openHosts } from './hosts.ts';
import { refuseLogin } from './login.ts';
import { LONGEST_PAUSE, PASSING } from './patience.ts';
import { openRobots, type RulesOf } from './robots.ts';

export interface ClientOptions {
  /** Folder of the cache. */
  readonly cache: string;
  /** Bytes of all that it keeps. */
  readonly cacheBytes?: number;
  readonly userAgent: string;
  /** Milliseconds between two requests to one host. */
  readonly delay: number;
  /** Seconds for one URL, from asking to its last byte. */
  readonly seconds: number;
  /** Bytes of one answer as it comes over the wire, packed or not. */
  readonly wireBytes?: number;
  /** By default public ones alone. */
  readonly allowed?: Allowed;
  /** Tries of one URL; the pause between them doubles. */
  readonly tries?: number;
  /** Milliseconds before the second try. */
  readonly backoff?: number;
}

/** A polite client: asks robots.txt, keeps pauses, asks only for what has changed, and never leaves the public internet. */
export interface HttpClient {
  /**
   * @returns path of a file that holds what the URL gives; asked for once in the life of the client
   * @throws {PlanError} `url-refused`, `url-failed` or `file-too-large`
   */
  readonly fetch: (url: string, most: Most) => Promise<string>;
  /** What a URL gave made no document: it is asked for again, however long its server said that it holds. */
  readonly doubt: (url: string, code: ErrorCode) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Failures of a body that may have been cut off on its way: it is fetched whole again, whether it has changed or not. */
const CUT_OFF: ReadonlySet<ErrorCode> = new Set(['file-corrupt', 'file-empty']);

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const MOST_REDIRECTS = 10;
/** Answers that hold the whole document. */
const WHOLE = new Set([200, 203]);

export async function openClient(options: ClientOptions): Promise<HttpClient> {
  const { tries = 3, backoff = 1000, allowed = isPublic, cacheBytes = DEFAULT_CACHE_BYTES, wireBytes } = options;
  const cache = await openCache(options.cache, cacheBytes);
  const agent = new Agent({
    connect: { lookup: guardedLookup(allowed) },
    connections: 2,
    ...(wireBytes === undefined ? {} : { maxResponseSize: wireBytes }),
  });
  const hosts = openHosts();
  const asked = new Map<string, Promise<string>>();
  const follow = follower(options, allowed, agent, hosts);
  const robots = openRobots(options.userAgent, (url, signal) =>
    follow(url, {}, signal, async () => ({ allowed: true, delay: 0 })),
  );
  const get: Get = (url, headers, signal) => follow(url, headers, signal, robots);

  async function persist(href: string, most: Most): Promise<string> {
    for (let attempt = 1; ; attempt++) {
      const answer = await once(href, most, { cache, get, hosts, seconds: options.seconds });
      if (typeof answer === 'string') return answer;
      const pause = answer.again ?? backoff * 2 ** (attempt - 1);
      if (attempt >= tries || pause > LONGEST_PAUSE) throw answer.error;
      await sleep(pause);
    }
  }

  return {
    fetch(url, most) {
      const href = hrefOf(url);
      const answer = asked.get(href) ?? persist(href, most);
      asked.set(href, answer);
      return answer;
    },
    async doubt(url, code) {
      const kept = await cache.find(hrefOf(url));
      if (kept === undefined) return;
      const whole = CUT_OFF.has(code) ? { etag: null, lastModified: null } : {};
      await cache.renew({ ...kept, ...whole, freshUntil: null });
    },
    close: () => agent.destroy(),
  };
}

type Follow = (url: URL, headers: Record<string, string>, signal: AbortSignal, rules: RulesOf) => Promise<Response>;
type Get = (url: URL, headers: Record<string, string>, signal: AbortSignal) => Promise<Response>;

/** One request and the redirects that it leads through; each of them is held against the same rules and waits for its turn. */
function follower({ delay, userAgent }: ClientOptions, allowed: Allowed, agent: Agent, hosts: Hosts): Follow {
  const next = new Map<string, number>();

  /** Waits for this host's next turn. */
  async function turn({ host }: URL, pause: number, signal: AbortSignal): Promise<void> {
    const at = Math.max(Date.now(), next.get(host) ?? 0);
    next.set(host, at + pause);
    await sleep(at - Date.now(), undefined, { signal });
  }

  async function answerOf(url: URL, signal: AbortSignal, headers: Record<string, string>): Promise<Response> {
    try {
      return await fetch(url, { dispatcher: agent, redirect: 'manual', signal, headers });
    } catch (error) {
      if (planErrorIn(error) === undefined) hosts.silent(url.host, signal.aborted ? 'too slow' : causeOf(error));
      throw error;
    }
  }

  return async (url, headers, signal, rules) => {
    let at = url;
    for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
      if (at.protocol !== 'http:' && at.protocol !== 'https:') {
        throw new PlanError('url-refused', 'fetch', `It leads to ${at.protocol}//…; only http and https are followed.`);
      }
      refuseLogin(at);
      checkHost(at, allowed);
      hosts.check(at.host);
      const site = await rules(at, signal);
      if (!site.allowed) {
        const detail = 'The robots.txt of the site does not let programs read it. Save it yourself and give the file.';
        throw new PlanError('url-refused', 'fetch', detail);
      }
      await turn(at, Math.max(delay, site.delay), signal);
      hosts.check(at.host);
      const response = await answerOf(at, signal, { 'user-agent': userAgent, accept: '*/*', ...headers });
      const location = response.headers.get('location');
      if (!REDIRECTS.has(response.status) || location === null) return response;
      hosts.answered(at.host);
      await response.body?.cancel();
      at = new URL(location, at);
    }
    const detail = `It leads through more than ${MOST_REDIRECTS} redirects. Open it in a browser.`;
    throw new PlanError('url-failed', 'fetch', detail);
  };
}

/** What another try may help with, and after how many milliseconds where the site says so. */
interface Again {
  readonly again: number | undefined;
  readonly error: PlanError;
}

interface Means {
  readonly cache: Cache;
  readonly get: Get;
  readonly hosts: Hosts;
  readonly seconds: number;
}

/** One try: from the cache where that still holds, else asked for, only what has changed. */
async function once(href: string, most: Most, { cache, get, hosts, seconds }: Means): Promise<string | Again> {
  const url = new URL(href);
  const kept = await cache.find(href);
  if (kept?.freshUntil != null && kept.freshUntil > new Date().toISOString()) return cache.path(href);
  const signal = AbortSignal.timeout(seconds * 1000);
  let reached: string | undefined;
  try {
    const headers = {
      ...(kept?.etag == null ? {} : { 'if-none-match': kept.etag }),
      ...(kept?.lastModified == null ? {} : { 'if-modified-since': kept.lastModified }),
    };
    const response = await get(url, headers, signal);
    reached = new URL(response.url).host;
    const said = {
      url: href,
      etag: response.headers.get('etag'),
      lastModified: response.headers.get('last-modified'),
      freshUntil: freshUntil(response.headers, new Date()),
    };
    if (response.status === 304 && kept !== undefined) {
      hosts.answered(reached);
      const { etag, lastModified } = kept;
      await cache.renew({ ...kept, ...said, etag: said.etag ?? etag, lastModified: said.lastModified ?? lastModified });
      return cache.path(href);
    }
    if (!WHOLE.has(response.status) || response.body === null) {
      hosts.answered(reached);
      await response.body?.cancel();
      const error = new PlanError('url-failed', 'fetch', saidBy(response.status));
      if (!PASSING.has(response.status)) throw error;
      return { again: retryAfter(response.headers, new Date()), error };
    }
    await cache.keep(said, within(response.body, Number(response.headers.get('content-length') ?? 0), most));
    hosts.answered(reached);
    return cache.path(href);
  } catch (error) {
    const known = planErrorIn(error);
    if (known !== undefined) throw known;
    if (causeOf(error) === 'UND_ERR_RES_EXCEEDED_MAX_SIZE') throw tooLarge(most.archive);
    if (reached !== undefined) hosts.silent(reached, signal.aborted ? 'too slow' : causeOf(error));
    const why = signal.aborted ? `no whole answer within ${seconds} seconds` : causeOf(error);
    const detail = `It could not be fetched (${why}). Check the address, or try later.`;
    const failed = new PlanError('url-failed', 'fetch', detail, error);
    if (signal.aborted) throw failed;
    return { again: undefined, error: failed };
  }
}

/**
 * The address as it is asked for: the fragment never leaves this machine.
 *
 * @throws {PlanError} `url-refused` when it is no address
 */
export function hrefOf(url: string): string {
  try {
    const parsed = new URL(url);
    parsed.hash = '';
    refuseLogin(parsed);
    return parsed.href;
  } catch (cause) {
    if (cause instanceof PlanError) throw cause;
    throw new PlanError('url-refused', 'fetch', 'This is no address. Copy it from the browser once more.', cause);
  }
}

function saidBy(status: number): string {
  if (status === 206) return 'The site gave only a part of it (206). Try later.';
  if (status === 404 || status === 410) return `The site has no such page (${status}). Check the address.`;
  if (status === 401 || status === 403)
    return `The site does not give it to programs (${status}). Save it yourself and give the file.`;
  return `The site answered with ${status}. Try later, or save it yourself and give the file.`;
}

/** The body, as long as it stays within the cap of what it is: what it says of its length, and what really comes, unpacked. */
async function* within(body: AsyncIterable<Uint8Array>, announced: number, most: Most): AsyncGenerator<Uint8Array> {
  let head: Buffer = Buffer.alloc(0);
  let bytes = 0;
  for await (const chunk of body) {
    if (head.length < HEAD) head = Buffer.concat([head, chunk.subarray(0, HEAD - head.length)]);
    bytes += chunk.byteLength;
    const cap = head.length < MAGIC || mayBeArchive(head) ? most.archive : most.document;
    if (Math.max(announced, bytes) > cap) throw tooLarge(cap);
    yield chunk;
  }
}

function tooLarge(cap: number): PlanError {
  const megabytes = (cap / 1024 / 1024).toFixed(1);
  const detail = `It is larger than the ${megabytes} MB that are read. Raise --max-size if it is a plan, --max-archive if it is an archive.`;
  return new PlanError('file-too-large', 'fetch', detail);
}

/** undici wraps what its parts threw. */
export function planErrorIn(error: unknown): PlanError | undefined {
  for (let at = error; at instanceof Error; at = at.cause) if (at instanceof PlanError) return at;
  return undefined;
}

/** "ECONNREFUSED", or the message of what lies at the bottom of an error. */
export function causeOf(error: unknown): string {
  let at = error;
  while (at instanceof Error && at.cause instanceof Error) at = at.cause;
  if (!(at instanceof Error)) return String(at);
  return 'code' in at && typeof at.code === 'string' ? at.code : at.message;
}
