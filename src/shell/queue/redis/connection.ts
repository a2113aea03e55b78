import { Cluster, Redis, type RedisOptions } from 'ioredis';
import { CallError } from '../../call-error.ts';
import type { Log } from '../../log.ts';
import { type Address, readRedisUrl, redacted } from './url.ts';

export type RedisClient = Redis | Cluster;

/** How the queue speaks: structured to the log, in words to the person at the terminal. */
export interface Speech {
  readonly log: Log;
  readonly say: (sentence: string) => void;
}

/** A way to Redis that waits, with a message, for a server that is away. */
export interface Connection {
  readonly client: RedisClient;
  /** For the errors that BullMQ's own connections tell of. */
  readonly trouble: (error: Error) => void;
  readonly away: () => boolean;
  /** Never waits: the server may be gone. */
  readonly close: () => void;
}

/** Longest wait between two tries to come back. */
const AT_MOST = 2000;
const PATIENCE = 10_000;

/**
 * @throws {CallError} at once when nobody answers there, or the user or the password is wrong
 */
export async function connect(url: string, speech: Speech): Promise<Connection> {
  const address = readRedisUrl(url);
  await probe(address, redacted(url), speech);
  const client = open(address, (times) => Math.min(50 * 2 ** Math.min(times, 10), AT_MOST));
  let away = false;
  let closing = false;

  function trouble(error: Error): void {
    if (closing || away || !isAway(error)) {
      // The message alone: an error of the client carries the command, and AUTH has the password in it.
      if (!closing && !isAway(error)) speech.log.error({ error: redacted(error.message) }, 'queue error');
      return;
    }
    away = true;
    speech.log.warn({ error: redacted(error.message) }, 'redis is away');
    speech.say(`Redis is away (${redacted(error.message)}). Waiting for it to come back.`);
  }
  client.on('error', trouble);
  client.on('close', () => trouble(new Error('Connection is closed.')));
  client.on('ready', () => {
    if (!away) return;
    away = false;
    speech.log.info('redis is back');
    speech.say('Redis is back.');
  });
  return {
    client,
    trouble,
    away: () => away,
    close() {
      closing = true;
      client.disconnect();
    },
  };
}

function open(address: Address, retry: (times: number) => number | null): RedisClient {
  if (address.kind === 'cluster') {
    return new Cluster([...address.nodes], {
      clusterRetryStrategy: retry,
      redisOptions: { ...address.options, maxRetriesPerRequest: null, connectTimeout: PATIENCE },
    });
  }
  const options: Omit<RedisOptions, 'replyMapping'> = {
    ...address.options,
    maxRetriesPerRequest: null,
    connectTimeout: PATIENCE,
    retryStrategy: retry,
    sentinelRetryStrategy: retry,
  };
  return new Redis(options);
}

/** One connection that does not try twice: what is wrong now is wrong in the call. */
async function probe(address: Address, shown: string, { log, say }: Speech): Promise<void> {
  const client = open(address, () => null);
  let reason: Error | undefined;
  client.on('error', (error: Error) => {
    reason = rootOf(error);
  });
  const timer = setTimeout(() => {
    reason ??= new Error(`no answer within ${PATIENCE / 1000} seconds`);
    client.disconnect();
  }, PATIENCE);
  try {
    await client.ping();
    const old = tooOld(await client.info('server'));
    if (old !== undefined) throw new CallError(`--redis ${shown}: ${old}`);
    const [, policy] = /maxmemory_policy:(\S+)/u.exec(await client.info('memory')) ?? [];
    if (policy !== undefined && policy !== 'noeviction') {
      log.warn({ policy }, 'redis may evict keys');
      say(`Redis may throw the queue away: maxmemory-policy is ${policy}. Set it to noeviction.`);
    }
  } catch (error) {
    if (error instanceof CallError) throw error;
    const cause = error instanceof Error && /^[A-Z]+ /u.test(error.message) ? error : (reason ?? error);
    const detail = redacted(cause instanceof Error ? cause.message : String(cause));
    throw new CallError(`--redis ${shown}: ${detail}`);
  } finally {
    clearTimeout(timer);
    // Ending what has ended keeps the process waiting for two seconds.
    if (client.status !== 'end') client.disconnect();
  }
}

/** What is wrong with the version, by the server's own account. Valkey names the Redis that it is compatible with. */
export function tooOld(info: string): string | undefined {
  const [, version = '', major, minor] = /^redis_version:((\d+)\.(\d+)\S*)/mu.exec(info) ?? [];
  if (major === undefined || Number(major) > 6 || (Number(major) === 6 && Number(minor) >= 2)) return undefined;
  return `this is Redis ${version}, too old for the queue: it needs Redis 6.2 or later, or Valkey.`;
}

/** A cluster wraps what went wrong at its nodes. */
function rootOf(error: Error): Error {
  return 'lastNodeError' in error && error.lastNodeError instanceof Error ? error.lastNodeError : error;
}

/** Errors of the way rather than of what was asked. */
function isAway(error: Error): boolean {
  if ('code' in error && typeof error.code === 'string' && /^E[A-Z_]+$/u.test(error.code)) return true;
  return /connection is closed|connection lost|ECONN|ETIMEDOUT|LOADING|CLUSTERDOWN|all sentinels/iu.test(error.message);
}
