import type { RedisClient } from '../redis/client.ts';
import type { Names } from '../redis/names.ts';

/** Who waits for which answer. A submitter that dies stops renewing, and its claim counts for nothing. */
export interface Claims {
  readonly claim: (job: string) => Promise<void>;
  /** @returns whether nobody else waits for it: the answer may go */
  readonly release: (job: string) => Promise<boolean>;
}

/** The clock is the server's: machines differ. */
const CLAIM = `
local now = tonumber(redis.call('TIME')[1])
redis.call('ZADD', KEYS[1], now + tonumber(ARGV[2]), ARGV[1])
redis.call('EXPIRE', KEYS[1], tonumber(ARGV[2]) * 2)
return 1`;
const RELEASE = `
local now = tonumber(redis.call('TIME')[1])
redis.call('ZREM', KEYS[1], ARGV[1])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
return redis.call('ZCARD', KEYS[1])`;

/**
 * @param me the same for a submitter that is started again as for the one that died
 * @param lease seconds for which a claim counts unless it is made again
 */
export function claimsOf(client: RedisClient, names: Names, me: string, lease: number): Claims {
  return {
    async claim(job) {
      await client.eval(CLAIM, 1, names.claims(job), me, lease);
    },
    async release(job) {
      return Number(await client.eval(RELEASE, 1, names.claims(job), me)) === 0;
    },
  };
}
