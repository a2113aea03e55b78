import { z } from 'zod';
import type { RedisClient } from '../redis/client.ts';
import type { Names } from '../redis/names.ts';
import { CardCount, cardsIn, Host, putCard } from './cards.ts';
import type { Seal } from './seal.ts';

/** What a worker says of itself every few seconds. */
export const WorkerCard = z.object({
  id: Host,
  host: Host,
  pid: CardCount,
  /** Version of the rules that it reads by. */
  rules: z.string().regex(/^[\w.+-]{1,100}$/u),
  concurrency: CardCount,
  /** Documents that it has done, failed ones too. */
  documents: CardCount,
  /** Of them, those of the last minute. */
  lately: CardCount,
  /** Bytes. */
  rss: CardCount,
  started: CardCount,
});
export type WorkerCard = z.infer<typeof WorkerCard>;

export const BEAT = 3;
/** Seconds without a word after which a worker counts as gone. */
const GONE = 4 * BEAT;

export async function sayAlive(client: RedisClient, names: Names, seal: Seal, card: WorkerCard): Promise<void> {
  await putCard(client, names.workers, seal, card);
  await client.expire(names.workers, 60 * 60);
}

export async function sayGone(client: RedisClient, names: Names, id: string): Promise<void> {
  await client.hdel(names.workers, id);
}

/** The workers that are there now. Cards of those that died are thrown away. */
export async function workersThere(client: RedisClient, names: Names, seal: Seal): Promise<WorkerCard[]> {
  const there: WorkerCard[] = [];
  for (const { id, age, card } of await cardsIn(client, names.workers, seal, WorkerCard)) {
    if (age > GONE) await client.hdel(names.workers, id);
    else if (card !== undefined) there.push(card);
  }
  return there.sort((a, b) => (a.id < b.id ? -1 : 1));
}
