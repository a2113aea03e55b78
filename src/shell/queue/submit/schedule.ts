import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Queue, UnrecoverableError, Worker } from 'bullmq';
import { z } from 'zod';
import { CallError } from '../../call-error.ts';
import { jsonOf } from '../../json.ts';
import { type Connection, connect, type Speech } from '../redis/connection.ts';
import { namesUnder } from '../redis/names.ts';

/** A manifest that is ingested again and again into one folder. */
export const Schedule = z.object({
  id: z.string(),
  host: z.string(),
  /** Absolute, both. */
  manifest: z.string(),
  out: z.string(),
  /** Further options of `kehoach ingest`. */
  options: z.array(z.string()),
  when: z.union([z.object({ every: z.number() }), z.object({ pattern: z.string(), tz: z.string().exactOptional() })]),
});
export type Schedule = z.infer<typeof Schedule>;

export type When = Schedule['when'];

const UNITS = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** "30m", "12h", "7d" in milliseconds. */
export function readEvery(text: string): number | undefined {
  const { count, unit } = /^(?<count>\d{1,6})(?<unit>[smhd])$/u.exec(text)?.groups ?? {};
  const known = Object.entries(UNITS).find(([name]) => name === unit)?.[1];
  return count === undefined || known === undefined || Number(count) === 0 ? undefined : Number(count) * known;
}

/** The same manifest into the same folder is the same schedule, whenever it is due. */
export function scheduleOf(manifest: string, out: string, options: readonly string[], when: When): Schedule {
  const [from, to, host] = [resolve(manifest), resolve(out), hostname()];
  const id = createHash('sha256').update(`${host}\0${from}\0${to}`).digest('hex').slice(0, 12);
  return { id, host, manifest: from, out: to, options: [...options], when };
}

/** A queue of its own: only the machine that has the manifest and the folder can do it. */
const queueOf = (id: string): string => `schedule-${id}`;

/** One run of a schedule. */
export type Ingest = (schedule: Schedule) => Promise<{ readonly code: number; readonly said: string }>;

export interface Keeper {
  /** Ends within the grace (ms) and a little more. */
  readonly close: (grace: number) => Promise<void>;
}

/**
 * Puts a schedule into Redis, in place of an earlier one for the same folder, and sees to its runs until it is closed.
 * What was due meanwhile is run once when it is opened again.
 */
export async function keepSchedule(
  url: string,
  prefix: string,
  speech: Speech,
  schedule: Schedule,
  ingest: Ingest,
): Promise<Keeper> {
  const connection = await connect(url, speech);
  const { client } = connection;
  const { log, say } = speech;
  const queue = new Queue(queueOf(schedule.id), { connection: client, prefix });
  queue.on('error', connection.trouble);
  try {
    await queue.upsertJobScheduler(schedule.id, schedule.when, {
      name: 'ingest',
      data: schedule,
      opts: { removeOnComplete: { count: 20 }, removeOnFail: { count: 20 } },
    });
  } catch (error) {
    connection.close();
    throw new CallError(`--cron: ${error instanceof Error ? error.message : String(error)}`);
  }
  await client.hset(namesUnder(prefix).schedules, schedule.id, JSON.stringify(schedule));
  const worker = new Worker(
    queueOf(schedule.id),
    async (job) => {
      const due = Schedule.safeParse(job.data);
      if (!due.success) throw new UnrecoverableError('[fetch] version-unknown: This is no schedule of this version.');
      log.info({ schedule: schedule.id, manifest: due.data.manifest }, 'scheduled run begun');
      const { code, said } = await ingest(due.data);
      log.info({ schedule: schedule.id, code, said }, 'scheduled run ended');
      say(`${new Date().toISOString()} ${due.data.manifest}: exit code ${code}${said === '' ? '' : `: ${said}`}`);
      // Documents that fail are told by the run itself; a wrong call is no run at all.
      if (code > 1) throw new UnrecoverableError(said);
      return { code, said };
    },
    { connection: client, prefix, concurrency: 1, lockDuration: 60_000, maxStalledCount: 10, runRetryDelay: 1000 },
  );
  worker.on('error', connection.trouble);
  await worker.waitUntilReady();
  return {
    async close(grace) {
      await Promise.race([
        Promise.allSettled([worker.close(), queue.close()]),
        sleep(grace, undefined, { ref: false }),
      ]);
      connection.close();
    },
  };
}

export interface Listed extends Schedule {
  /** ISO time. */
  readonly next: string | null;
}

/** What is scheduled, by whomever. */
export async function listSchedules(url: string, prefix: string, speech: Speech): Promise<Listed[]> {
  return withConnection(url, speech, async ({ client, trouble }) => {
    const all = await client.hgetall(namesUnder(prefix).schedules);
    const list: Listed[] = [];
    for (const text of Object.values(all)) {
      const schedule = Schedule.safeParse(jsonOf(text));
      if (!schedule.success) continue;
      const queue = new Queue(queueOf(schedule.data.id), { connection: client, prefix });
      queue.on('error', trouble);
      const scheduler = await queue.getJobScheduler(schedule.data.id);
      list.push({
        ...schedule.data,
        next: scheduler?.next === undefined ? null : new Date(scheduler.next).toISOString(),
      });
      await queue.close();
    }
    return list.sort((a, b) => (a.manifest < b.manifest ? -1 : 1));
  });
}

/** @returns whether there was such a schedule */
export async function removeSchedule(url: string, prefix: string, speech: Speech, id: string): Promise<boolean> {
  return withConnection(url, speech, async ({ client, trouble }) => {
    // A queue that is opened leaves its mark: none is opened for nothing.
    if ((await client.hdel(namesUnder(prefix).schedules, id)) === 0) return false;
    const queue = new Queue(queueOf(id), { connection: client, prefix, skipMetasUpdate: true });
    queue.on('error', trouble);
    await queue.removeJobScheduler(id);
    await queue.obliterate({ force: true });
    await queue.close();
    return true;
  });
}

async function withConnection<T>(
  url: string,
  speech: Speech,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = await connect(url, speech);
  try {
    return await work(connection);
  } finally {
    connection.close();
  }
}
