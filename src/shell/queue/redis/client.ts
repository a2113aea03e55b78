import type { Cluster, Redis } from 'ioredis';
import type { Log } from '../../log.ts';

export type RedisClient = Redis | Cluster;

/** How the queue speaks: structured to the log, in words to the person at the terminal. */
export interface Speech {
  readonly log: Log;
  readonly say: (sentence: string) => void;
}
