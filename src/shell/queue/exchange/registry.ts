import { z } from 'zod';
import { jsonOf } from '../../json.ts';
import type { RedisClient } from '../redis/connection.ts';
import type { Names } from '../redis/names.ts';

/** What a worker says of itself every few seconds. */
export const WorkerCard = z.object({
  id: z.string(),
  host: z.string(),
  pid: z.number(),
  /** Version of the rules that it reads by. */
  rules: z.string(),
  concurrency: z.number(),
  /** Documents that it has done, failed ones too. */
  documents: z.number(),
  /** Of them, those of the last minute. */
  lately: z.number(),
  /** Bytes. */
  rss: z.number(),
  started: z.number(),
});
export type WorkerCard = z.infer<typeof WorkerCard>;

export const BEAT = 3;
/** Seconds without a word after which a worker counts as gone. */
const GONE = 4 * BEAT;

const Said = z.object({ at: z.number(), card: WorkerCard });

export async function sayAlive(client: RedisClient, names: Names, card: WorkerCard): Promise<void> {
  const [seconds] = await client.time();
  await client.hset(names.workers, card.id, JSON.stringify({ at: Number(seconds), card }));
  await client.expire(names.workers, 60 * 60);
}

export async function sayGone(client: RedisClient, names: Names, id: string): Promise<void> {
  await client.hdel(names.workers, id);
}

/** The workers that are there now. Cards of those that died are thrown away. */
export async function workersThere(client: RedisClient, names: Names): Promise<WorkerCard[]> {
  const [[seconds], all] = await Promise.all([client.time(), client.hgetall(names.workers)]);
  const there: WorkerCard[] = [];
  for (const [id, text] of Object.entries(all)) {
    const said = Said.safeParse(jsonOf(text));
    if (said.success && Number(seconds) - said.data.at <= GONE) there.push(said.data.card);
    else await client.hdel(names.workers, id);
  }
  return there.sort((a, b) => (a.id < b.id ? -1 : 1));
}
