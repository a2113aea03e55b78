import { z } from 'zod';
import { jsonOf } from '../../json.ts';
import type { RedisClient } from '../redis/connection.ts';
import { BEAT } from './registry.ts';

/** What a submitter says of its run every few seconds. */
export const RunCard = z.object({
  id: z.string(),
  host: z.string(),
  pid: z.number(),
  /** Documents of the run that need reading, and how many of them have their answer. */
  documents: z.number(),
  done: z.number(),
});
export type RunCard = z.infer<typeof RunCard>;

/** The key outlives the submitter by so many seconds. */
const GONE = 4 * BEAT;

export async function sayRun(client: RedisClient, key: string, card: RunCard): Promise<void> {
  const [seconds] = await client.time();
  await client.hset(key, card.id, JSON.stringify({ at: Number(seconds), card }));
  await client.expire(key, GONE * 2);
}

const Said = z.object({ at: z.number(), card: RunCard });

/** The runs that are under way now. */
export async function runsThere(client: RedisClient, key: string): Promise<RunCard[]> {
  const [[seconds], all] = await Promise.all([client.time(), client.hgetall(key)]);
  return Object.values(all).flatMap((text) => {
    const said = Said.safeParse(jsonOf(text));
    return said.success && Number(seconds) - said.data.at <= GONE ? [said.data.card] : [];
  });
}
