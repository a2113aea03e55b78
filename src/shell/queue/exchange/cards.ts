import { z } from 'zod';
import { jsonOf } from '../../json.ts';
import type { RedisClient } from '../redis/client.ts';
import type { Seal } from './seal.ts';

/** A name for people: on one line, without anything that would move the cursor. */
export const Host = z.string().regex(/^[^\p{C}\p{Zl}\p{Zp}]{1,300}$/u);
export const CardCount = z.int().nonnegative();

/** Cards that are looked at, and the bytes of one: there are never so many, and none is so long. */
const MOST = 1000;
const LONGEST = 4096;

/** The server picks: what somebody else made too long or too many never comes here. */
const CARDS = `
local found, cursor = {}, '0'
repeat
  local page = redis.call('HSCAN', KEYS[1], cursor, 'COUNT', 100)
  cursor = page[1]
  for i = 1, #page[2], 2 do
    if #found >= 2 * tonumber(ARGV[1]) then return found end
    if #page[2][i] <= tonumber(ARGV[2]) and #page[2][i + 1] <= tonumber(ARGV[2]) then
      found[#found + 1] = page[2][i]
      found[#found + 1] = page[2][i + 1]
    end
  end
until cursor == '0'
return found`;

/** All that is short enough in a hash, as pairs of field and value. */
export async function entriesOf(client: RedisClient, key: string): Promise<[field: string, value: string][]> {
  const found = z.array(z.string()).parse(await client.eval(CARDS, 1, key, MOST, LONGEST));
  return found.flatMap((field, i) => (i % 2 === 0 ? [[field, found[i + 1] ?? '']] : []));
}

const Said = z.object({ at: z.number(), card: z.unknown(), seal: z.string().optional() });

/** Writes a card with the time of the server: machines differ. */
export async function putCard(
  client: RedisClient,
  key: string,
  seal: Seal,
  card: { readonly id: string },
): Promise<void> {
  const [seconds] = await client.time();
  const at = Number(seconds);
  const mark = seal.of('card', key, card.id, JSON.stringify({ at, card }));
  await client.hset(key, card.id, JSON.stringify({ at, card, ...(mark === undefined ? {} : { seal: mark }) }));
}

export interface FoundCard<T> {
  readonly id: string;
  /** Seconds since it was written. */
  readonly age: number;
  /** Nothing where it is no such card, or bears no seal although it should. */
  readonly card: T | undefined;
}

/** The cards of a hash, those too that say nothing. */
export async function cardsIn<T extends { readonly id: string }>(
  client: RedisClient,
  key: string,
  seal: Seal,
  shape: z.ZodType<T>,
): Promise<FoundCard<T>[]> {
  const [[seconds], all] = await Promise.all([client.time(), entriesOf(client, key)]);
  return all.map(([id, text]) => {
    const said = Said.safeParse(jsonOf(text));
    if (!said.success) return { id, age: Number.POSITIVE_INFINITY, card: undefined };
    const { at, card, seal: mark } = said.data;
    const parsed = shape.safeParse(card);
    const known =
      parsed.success && parsed.data.id === id && seal.holds(mark, 'card', key, id, JSON.stringify({ at, card }));
    return { id, age: Math.abs(Number(seconds) - at), card: known ? parsed.data : undefined };
  });
}
