import { setTimeout as sleep } from 'node:timers/promises';
import { Agent, fetch } from 'undici';
import { type Allowed, checkHost, guardedLookup, isPublic } from '../sources/http/address.ts';
import { causeOf, planErrorIn } from '../sources/http/client.ts';
import { retryAfter } from '../sources/http/headers.ts';
import { LONGEST_PAUSE, PASSING } from '../sources/http/patience.ts';
import { signedHeaders } from './signature.ts';

export interface WebhookOptions {
  readonly url: URL;
  readonly key: Buffer;
  readonly userAgent: string;
  /** By default public ones alone. */
  readonly allowed?: Allowed;
  readonly tries?: number;
  /** Milliseconds before the second try; doubles with each. */
  readonly backoff?: number;
  /** For one try. */
  readonly seconds?: number;
}

export interface Webhook {
  /** @returns why the body was not taken, or nothing */
  readonly post: (id: string, body: string) => Promise<string | undefined>;
  readonly close: () => Promise<void>;
}

/** Posts signed bodies to one address, each signed anew for every try. Redirects are not followed: they would carry data elsewhere. */
export function openWebhook(options: WebhookOptions): Webhook {
  const { url, key, userAgent, allowed = isPublic, tries = 5, backoff = 1000, seconds = 30 } = options;
  const agent = new Agent({ connect: { lookup: guardedLookup(allowed) } });

  async function once(
    id: string,
    body: string,
  ): Promise<{ readonly why: string; readonly again?: number } | undefined> {
    try {
      // An address that is written out is never looked up.
      checkHost(url, allowed);
      const response = await fetch(url, {
        method: 'POST',
        dispatcher: agent,
        redirect: 'manual',
        signal: AbortSignal.timeout(seconds * 1000),
        headers: {
          'content-type': 'application/json',
          'user-agent': userAgent,
          ...signedHeaders(key, id, new Date(), body),
        },
        body,
      });
      await response.body?.cancel();
      if (response.ok) return undefined;
      const why = `it answered with ${response.status}`;
      return PASSING.has(response.status) ? { why, again: retryAfter(response.headers, new Date()) ?? -1 } : { why };
    } catch (error) {
      const refused = planErrorIn(error);
      if (refused !== undefined) return { why: refused.message };
      const late = error instanceof Error && error.name === 'TimeoutError';
      return { why: late ? `no answer within ${seconds} seconds` : causeOf(error), again: -1 };
    }
  }

  return {
    async post(id, body) {
      for (let attempt = 1; ; attempt++) {
        const failed = await once(id, body);
        if (failed === undefined) return undefined;
        const { why, again } = failed;
        if (again === undefined || attempt >= tries) return why;
        const pause = again >= 0 ? again : backoff * 2 ** (attempt - 1);
        if (pause > LONGEST_PAUSE) return `${why} and asked to be left alone for ${Math.round(pause / 1000)} seconds`;
        await sleep(pause);
      }
    },
    close: () => agent.destroy(),
  };
}
