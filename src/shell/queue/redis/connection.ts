import { Cluster, Redis, type RedisOptions } from 'ioredis';
import { CallError } from '../../call-error.ts';
import type { RedisClient, Speech } from './client.ts';
import { waitForRoom } from './room.ts';
import { type Address, concealer, isLocal, readRedisUrl, shownUrl } from './url.ts';

/** A way to Redis that waits, with a message, for a server that is away or full. */
export interface Connection {
  readonly client: RedisClient;
  /** For the errors that BullMQ's own connections tell of. */
  readonly trouble: (error: Error) => void;
  readonly away: () => boolean;
  /** Whether writes wait for room. */
  readonly full: () => boolean;
  /** Whether it leads nowhere but to this machine. */
  readonly local: boolean;
  /** Never waits: the server may be gone. */
  readonly close: () => void;
}

/** Longest wait between two tries to come back. */
const AT_MOST = 2000;
const PATIENCE = 10_000;

/**
 * @throws {CallError} at once when nobody answers there, the user or the password is wrong, or the server may throw away
 *   what is written
 */
export async function connect(url: string, speech: Speech): Promise<Connection> {
  const address = readRedisUrl(url);
  const conceal = concealer(url);
  const told = await probe(address, { shown: conceal(shownUrl(url)), conceal }, speech);
  const client = open(address, (times) => Math.min(50 * 2 ** Math.min(times, 10), AT_MOST), told);
  const room = waitForRoom(client, speech, conceal);
  let away = false;
  let closing = false;

  function trouble(error: Error): void {
    if (closing || away || !isAway(error)) {
      // The message alone: an error of the client carries the command, and AUTH has the password in it.
      if (!closing && !isAway(error)) speech.log.error({ error: conceal(error.message) }, 'queue error');
      return;
    }
    away = true;
    speech.log.warn({ error: conceal(error.message) }, 'redis is away');
    speech.say(`Redis is away (${conceal(error.message)}). Waiting for it to come back.`);
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
    full: room.full,
    local: isLocal(address),
    close() {
      closing = true;
      room.close();
      client.disconnect();
    },
  };
}

/** @param told whether the server lets this user ask for its INFO; BullMQ and the client would ask again and again */
function open(address: Address, retry: (times: number) => number | null, told: boolean): RedisClient {
  const mute = told ? {} : { skipVersionCheck: true, enableReadyCheck: false };
  if (address.kind === 'cluster') {
    return new Cluster([...address.nodes], {
      clusterRetryStrategy: retry,
      redisOptions: { ...address.options, ...mute, maxRetriesPerRequest: null, connectTimeout: PATIENCE },
    });
  }
  const options: Omit<RedisOptions, 'replyMapping'> = {
    ...address.options,
    ...mute,
    maxRetriesPerRequest: null,
    connectTimeout: PATIENCE,
    retryStrategy: retry,
    sentinelRetryStrategy: retry,
  };
  return new Redis(options);
}

/**
 * One connection that does not try twice: what is wrong now is wrong in the call.
 *
 * @returns whether the server tells about itself
 */
async function probe(address: Address, { shown, conceal }: Shown, { log, say }: Speech): Promise<boolean> {
  const client = open(address, () => null, true);
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
    const info = await permitted(client.info('server'));
    const old = tooOld(info);
    if (old !== undefined) throw new CallError(`--redis ${shown}: ${old}`);
    const policy = await policyOf(client);
    if (policy === undefined) {
      log.warn('maxmemory-policy unknown');
      say('This Redis does not tell its maxmemory-policy. It must be noeviction: any other may throw the queue away.');
    } else if (policy !== 'noeviction') {
      throw new CallError(
        `--redis ${shown}: it may throw the queue away (maxmemory-policy is ${policy}). Set maxmemory-policy to noeviction: in redis.conf or where the service is managed, or with redis-cli CONFIG SET maxmemory-policy noeviction.`,
      );
    }
    return info !== '';
  } catch (error) {
    if (error instanceof CallError) throw error;
    const cause = error instanceof Error && /^[A-Z]+ /u.test(error.message) ? error : (reason ?? error);
    const detail = conceal(cause instanceof Error ? cause.message : String(cause));
    throw new CallError(`--redis ${shown}: ${detail}`);
  } finally {
    clearTimeout(timer);
    // Ending what has ended keeps the process waiting for two seconds.
    if (client.status !== 'end') client.disconnect();
  }
}

interface Shown {
  /** The URL without its login. */
  readonly shown: string;
  readonly conceal: (text: string) => string;
}

/** What the server lets this user know; "" where it does not. */
async function permitted(asked: Promise<string>): Promise<string> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Error && /^(?:NOPERM|ERR unknown command)/u.test(error.message)) return '';
    throw error;
  }
}

/** What the server does when its memory is used up; undefined where this user may not know. */
async function policyOf(client: RedisClient): Promise<string | undefined> {
  const [, told] = /maxmemory_policy:(\S+)/u.exec(await permitted(client.info('memory'))) ?? [];
  if (told !== undefined) return told;
  const asked = client
    .config('GET', 'maxmemory-policy')
    .then((answer) => String(Object.values(answer as object)[1] ?? ''));
  const configured = await permitted(asked);
  return configured === '' ? undefined : configured;
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
