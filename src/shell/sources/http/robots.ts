import { createRequire } from 'node:module';
import type robotsParser from 'robots-parser';
import type { Response } from 'undici';
import { PlanError } from '../../../model/errors.ts';

export interface Rules {
  readonly allowed: boolean;
  /** Milliseconds between two requests that the site asks for. */
  readonly delay: number;
}

type Robot = ReturnType<typeof robotsParser.default>;

/** A CommonJS module whose types speak of a default export that Node does not see. */
const parse: typeof robotsParser.default = createRequire(import.meta.url)('robots-parser');

/** RFC 9309: at least so much of a robots.txt is read, in bytes. */
const READ = 500 * 1024;
/** Milliseconds; a site that asks for more is asked at this pace. */
const LONGEST_DELAY = 30_000;

export type RulesOf = (url: URL, signal: AbortSignal) => Promise<Rules>;

/** What robots.txt says of a URL; each site's is asked for once. A site without one allows everything (RFC 9309). */
export function openRobots(userAgent: string, get: (url: URL, signal: AbortSignal) => Promise<Response>): RulesOf {
  const known = new Map<string, Promise<Robot | undefined>>();

  async function read(origin: string, signal: AbortSignal): Promise<Robot | undefined> {
    const url = new URL('/robots.txt', origin);
    const response = await get(url, signal);
    if (response.status >= 500) {
      await response.body?.cancel();
      const detail = `The robots.txt of this site cannot be read (${response.status}), so it is not asked. Try later.`;
      throw new PlanError('url-failed', 'fetch', detail);
    }
    if (!response.ok || response.body === null) {
      await response.body?.cancel();
      return undefined;
    }
    return parse(url.href, await beginning(response.body));
  }

  return async (url, signal) => {
    const asked = known.get(url.origin) ?? read(url.origin, signal);
    known.set(url.origin, asked);
    let robots: Robot | undefined;
    try {
      robots = await asked;
    } catch (error) {
      // What the site answered holds for the run; where it did not answer, another try may help.
      if (!(error instanceof PlanError)) known.delete(url.origin);
      throw error;
    }
    const seconds = robots?.getCrawlDelay(userAgent) ?? 0;
    return {
      allowed: robots?.isAllowed(url.href, userAgent) !== false,
      delay: Math.min(seconds * 1000, LONGEST_DELAY),
    };
  };
}

async function beginning(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    bytes += chunk.byteLength;
    if (bytes >= READ) break;
  }
  return Buffer.concat(chunks).subarray(0, READ).toString('utf8');
}
