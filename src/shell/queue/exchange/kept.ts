import type { RedisClient } from '../redis/client.ts';
import type { Names } from '../redis/names.ts';
import { isJobId, Stored } from './job.ts';
import type { BlobStore } from './store.ts';

interface Place {
  readonly client: RedisClient;
  readonly names: Names;
  readonly store: BlobStore;
}

/** Bytes of failed documents that are kept for another try, all together. */
const MOST = 64 * 1024 * 1024;
/** Apart from their size: what is listed must be looked through. */
const MOST_DOCUMENTS = 200;

/**
 * After a failure for good: bytes that another try could read stay for `queue retry`, as long as there is room for them;
 * the oldest go first.
 */
export async function dropOrKeep(
  { client, names, store }: Place,
  job: string,
  bytes: Stored,
  again: boolean,
): Promise<void> {
  if (!again) return store.drop(names.bytes(job), bytes);
  await client.zadd(names.kept, String(Date.now()), memberOf(job, bytes));
  // Every document that is added makes room for itself: there are never many more of them.
  const members = await client.zrange(names.kept, String(-2 * MOST_DOCUMENTS), '-1');
  let size = 0;
  for (const [i, member] of members.reverse().entries()) {
    const kept = readMember(member);
    size += kept?.size ?? 0;
    if (kept !== undefined && size <= MOST && i < MOST_DOCUMENTS) continue;
    if (kept !== undefined) await store.drop(names.bytes(kept.job), kept);
    await client.zrem(names.kept, member);
  }
}

/** They are wanted again, or gone. */
export async function keptNoMore({ client, names }: Omit<Place, 'store'>, job: string, bytes: Stored): Promise<void> {
  await client.zrem(names.kept, memberOf(job, bytes));
}

const memberOf = (job: string, { parts, size }: Stored): string => `${job} ${parts} ${size}`;

/** Nothing where it is not what was kept here: what it names is left alone. */
function readMember(member: string): (Stored & { readonly job: string }) | undefined {
  const [job, parts, size] = member.split(' ');
  const stored = Stored.safeParse({ parts: Number(parts), size: Number(size) });
  return isJobId(job) && stored.success ? { job, ...stored.data } : undefined;
}
