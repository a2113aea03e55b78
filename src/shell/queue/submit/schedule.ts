import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Queue, UnrecoverableError, Worker } from 'bullmq';
import { z } from 'zod';
import { CallError } from '../../call-error.ts';
import { jsonOf } from '../../json.ts';
import { entriesOf, Host } from '../exchange/cards.ts';
import { sealWith } from '../exchange/seal.ts';
import { isUnreadable } from '../exchange/weed.ts';
import type { Speech } from '../redis/client.ts';
import { type Connection, connect } from '../redis/connection.ts';
import { namesUnder } from '../redis/names.ts';

const ID = /^[0-9a-f]{12}$/u;
/** On one line of a terminal. */
const Line = z.string().regex(/^[^\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]{1,5000}$/u);

/** What Redis knows of a schedule, for those who list them; nothing is done by it. */
export const ScheduleCard = z.object({
  id: z.string().regex(ID),
  host: Host,
  /** Absolute, both. */
  manifest: Line,
  out: Line,
  when: z.union([z.object({ every: z.int().positive() }), z.object({ pattern: Line, tz: Line.exactOptional() })]),
});
export type ScheduleCard = z.infer<typeof ScheduleCard>;

/** A manifest that is ingested again and again into one folder, as the process that sees to it was told. */
export interface Schedule extends ScheduleCard {
  /** Further options of `kehoach ingest`. */
  readonly options: readonly string[];
}

export type When = ScheduleCard['when'];

/** What a job says: which schedule is due. What is to be done, the process that takes it knows by itself. */
const Due = z.object({ schedule: z.string(), seal: z.string().optional() });

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
  secret?: string,
): Promise<Keeper> {
  const seal = sealWith(secret);
  const connection = await connect(url, speech);
  const { client } = connection;
  const { log, say } = speech;
  const queue = new Queue(queueOf(schedule.id), { connection: client, prefix });
  queue.on('error', connection.trouble);
  try {
    await queue.upsertJobScheduler(schedule.id, schedule.when, {
      name: 'ingest',
      data: { schedule: schedule.id, seal: seal.of('schedule', schedule.id) },
      opts: { removeOnComplete: { count: 20 }, removeOnFail: { count: 20 } },
    });
  } catch (error) {
    connection.close();
    throw new CallError(`--cron: ${error instanceof Error ? error.message : String(error)}`);
  }
  const { options: _, ...card } = schedule;
  await client.hset(namesUnder(prefix).schedules, schedule.id, JSON.stringify(card));
  const worker = new Worker(
    queueOf(schedule.id),
    async (job) => {
      const due = Due.safeParse(job.data);
      const own = due.success && due.data.schedule === schedule.id;
      if (!own || !seal.holds(due.data.seal, 'schedule', schedule.id)) {
        log.warn({ schedule: schedule.id, job: job.id }, 'job refused');
        say('Something in the queue of this schedule was refused: it is no run of it, or bears no seal.');
        throw new UnrecoverableError('[fetch] version-unknown: This is no run of this schedule.');
      }
      log.info({ schedule: schedule.id, manifest: schedule.manifest }, 'scheduled run begun');
      const { code, said } = await ingest(schedule);
      log.info({ schedule: schedule.id, code, said }, 'scheduled run ended');
      say(`${new Date().toISOString()} ${schedule.manifest}: exit code ${code}${said === '' ? '' : `: ${said}`}`);
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

export interface Listed extends ScheduleCard {
  /** ISO time. */
  readonly next: string | null;
}

/** What is scheduled, by whomever. */
export async function listSchedules(url: string, prefix: string, speech: Speech): Promise<Listed[]> {
  return withConnection(url, speech, async ({ client, trouble }) => {
    const list: Listed[] = [];
    for (const [, text] of await entriesOf(client, namesUnder(prefix).schedules)) {
      const schedule = ScheduleCard.safeParse(jsonOf(text));
      if (!schedule.success) continue;
      const queue = new Queue(queueOf(schedule.data.id), { connection: client, prefix });
      queue.on('error', trouble);
      list.push({ ...schedule.data, next: await nextOf(queue, schedule.data.id) });
      await queue.close();
    }
    return list.sort((a, b) => (a.manifest < b.manifest ? -1 : 1));
  });
}

/** ISO; null where Redis does not tell, or tells no time. */
async function nextOf(queue: Queue, id: string): Promise<string | null> {
  try {
    const { next } = (await queue.getJobScheduler(id)) ?? {};
    return next === undefined ? null : new Date(next).toISOString();
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    return null;
  }
}

/** @returns whether there was such a schedule */
export async function removeSchedule(url: string, prefix: string, speech: Speech, id: string): Promise<boolean> {
  return withConnection(url, speech, async ({ client, trouble }) => {
    // A queue that is opened leaves its mark: none is opened for nothing.
    if (!ID.test(id) || (await client.hdel(namesUnder(prefix).schedules, id)) === 0) return false;
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
