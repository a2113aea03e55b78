import { createHmac, timingSafeEqual } from 'node:crypto';
import { CallError } from '../../call-error.ts';
import type { Speech } from '../redis/client.ts';
import type { Connection } from '../redis/connection.ts';

/** What is sealed; a seal of one kind is none of another. */
export type Sealed = 'job' | 'result' | 'pages' | 'failure' | 'schedule' | 'card';

/**
 * Tells what submitters and workers of one secret left for each other from what others who can write to Redis put there.
 * Without a secret nothing is sealed and everything holds.
 */
export interface Seal {
  readonly on: boolean;
  /** @returns hex, or nothing without a secret */
  readonly of: (what: Sealed, ...parts: readonly string[]) => string | undefined;
  /** @param seal as it was found; never throws */
  readonly holds: (seal: unknown, what: Sealed, ...parts: readonly string[]) => boolean;
}

/** Whoever reads along can try out secrets at leisure: shorter ones are found. */
const SHORTEST = 16;

/**
 * @param secret of KEHOACH_QUEUE_SECRET; none where it is undefined or empty
 * @throws {CallError} when it is too short to be one
 */
export function sealWith(secret: string | undefined): Seal {
  if (secret === undefined || secret === '') return { on: false, of: () => undefined, holds: () => true };
  if (secret.length < SHORTEST) {
    throw new CallError(`KEHOACH_QUEUE_SECRET: it must have at least ${SHORTEST} characters (openssl rand -hex 32).`);
  }
  // No part holds NUL: ids, hashes and JSON.
  const digest = (what: Sealed, parts: readonly string[]): Buffer =>
    createHmac('sha256', secret)
      .update(['kehoach', what, ...parts].join('\0'))
      .digest();
  return {
    on: true,
    of: (what, ...parts) => digest(what, parts).toString('hex'),
    holds(seal, what, ...parts) {
      if (typeof seal !== 'string' || !/^[0-9a-f]{64}$/u.test(seal)) return false;
      return timingSafeEqual(Buffer.from(seal, 'hex'), digest(what, parts));
    },
  };
}

/** Says once what a Redis on another machine is trusted with where nothing is sealed. */
export function warnUnsealed({ local }: Pick<Connection, 'local'>, { on }: Seal, { log, say }: Speech): void {
  if (on || local) return;
  log.warn('queue without a secret');
  say(
    'Nothing in this queue is sealed: whoever can write to this Redis can have documents read and write results. Set the same KEHOACH_QUEUE_SECRET for submitters and workers.',
  );
}
