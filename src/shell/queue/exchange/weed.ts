import { Queue } from 'bullmq';
import type { RedisClient } from '../redis/client.ts';
import { QUEUE } from '../redis/names.ts';

/** Jobs that are looked at in one go: no queue has more of them in hand. */
const MOST = 1000;

/** Whether BullMQ could not make a job of what lies in Redis: it parses before anybody is asked whether it is one. */
export const isUnreadable = (error: unknown): boolean =>
  error instanceof SyntaxError || error instanceof TypeError || error instanceof RangeError;

/**
 * Takes jobs in hand out of the queue that BullMQ stumbles over before any worker sees them: it hands them out again and
 * again. A submitter whose job has gone puts it again.
 *
 * @param told of each
 */
export async function weed(client: RedisClient, prefix: string, told: (job: string) => void): Promise<void> {
  const at = (name: string): string => `${prefix}:${QUEUE}:${name}`;
  const queue = new Queue(QUEUE, { connection: client, prefix, skipMetasUpdate: true });
  queue.on('error', () => undefined);
  try {
    for (const id of await client.lrange(at('active'), 0, MOST - 1)) {
      try {
        await queue.getJob(id);
      } catch (error) {
        if (!isUnreadable(error)) throw error;
        // Whoever holds the lock cannot work on it.
        await client.del(at(`${id}:lock`));
        await queue.remove(id);
        told(id.slice(0, 100));
      }
    }
  } finally {
    await queue.close();
  }
}
