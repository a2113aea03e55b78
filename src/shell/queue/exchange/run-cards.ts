import { z } from 'zod';
import type { RedisClient } from '../redis/client.ts';
import { CardCount, cardsIn, Host, putCard } from './cards.ts';
import { BEAT } from './registry.ts';
import type { Seal } from './seal.ts';

/** What a submitter says of its run every few seconds. */
export const RunCard = z.object({
  id: Host,
  host: Host,
  pid: CardCount,
  /** Documents of the run that need reading, and how many of them have their answer. */
  documents: CardCount,
  done: CardCount,
  /** Answers and jobs that the run did not take because they were not what they said, or bore no seal. */
  refused: CardCount.default(0),
});
export type RunCard = z.infer<typeof RunCard>;

/** The key outlives the submitter by so many seconds. */
const GONE = 4 * BEAT;

export async function sayRun(client: RedisClient, key: string, seal: Seal, card: RunCard): Promise<void> {
  await putCard(client, key, seal, card);
  await client.expire(key, GONE * 2);
}

/** The runs that are under way now. */
export async function runsThere(client: RedisClient, key: string, seal: Seal): Promise<RunCard[]> {
  const cards = await cardsIn(client, key, seal, RunCard);
  return cards.flatMap(({ age, card }) => (card !== undefined && age <= GONE ? [card] : []));
}
