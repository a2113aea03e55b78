import { mkdir, readdir, readFile, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { SCHEMA_VERSION } from '../../model/record.ts';
import { replaceFile, sha256Of } from '../output/replace-file.ts';
import type { Event } from './export.ts';
import type { Webhook } from './webhook.ts';

/** What one body holds at most. */
const MOST_EVENTS = 100;
const MOST_CHARACTERS = 1 << 20;

/** In a row; then the receiver is taken to be out of order, and what is left is kept without trying. */
const MOST_FAILURES = 3;

export interface Deliveries {
  readonly add: (event: Event) => Promise<void>;
  /** Sends what is left; to be called once, at the end. */
  readonly end: () => Promise<Delivered>;
}

export interface Delivered {
  readonly batches: number;
  readonly events: number;
  /** Bodies that were not taken: they lie in `folder` and go first the next time. */
  readonly kept: number;
  /** Why, each reason once. */
  readonly reasons: readonly string[];
  readonly folder: string;
}

/**
 * Sends events in batches. The id of a batch is made of its content: what is sent twice can be told by the receiver.
 *
 * @param folder the output folder; what is not taken is kept in its undelivered/, apart for each address
 * @param since the run that the events are told from, null for all there is
 */
export function openDeliveries(folder: string, url: URL, since: string | null, webhook: Webhook): Deliveries {
  const kept = join(folder, 'undelivered');
  // The address may hold a token: its hash is enough to tell it again.
  const own = join(kept, sha256Of(url.href).slice(0, 16));
  let [batches, events, failures, left] = [0, 0, 0, 0];
  const reasons = new Set<string>();
  const retried = new Set<string>();
  let lines: string[] = [];
  let length = 0;

  async function send(id: string, body: string, count: number): Promise<boolean> {
    const why = failures >= MOST_FAILURES ? 'the batches before it failed' : await webhook.post(id, body);
    if (why === undefined) {
      failures = 0;
      batches++;
      events += count;
      return true;
    }
    failures++;
    left++;
    reasons.add(why);
    return false;
  }

  async function flush(): Promise<void> {
    if (lines.length === 0) return;
    const head = JSON.stringify({ schemaVersion: SCHEMA_VERSION, since }).slice(0, -1);
    const body = `${head},"events":[${lines.join(',')}]}`;
    const id = `msg_${sha256Of(body).slice(0, 32)}`;
    const count = lines.length;
    lines = [];
    length = 0;
    // It was kept from an earlier run, and went first in this one.
    if (retried.has(id)) return;
    if (await send(id, body, count)) return;
    await mkdir(own, { recursive: true });
    await replaceFile(join(own, `${id}.json`), body);
  }

  let begun = false;
  /** What an earlier run could not deliver goes first. */
  async function begin(): Promise<void> {
    if (begun) return;
    begun = true;
    for (const name of await batchesIn(own)) {
      const path = join(own, name);
      const body = await readFile(path, 'utf8');
      const id = name.slice(0, -'.json'.length);
      retried.add(id);
      if (await send(id, body, eventsIn(body))) await rm(path);
    }
  }

  return {
    async add(event) {
      await begin();
      const line = JSON.stringify(event);
      if (lines.length > 0 && (lines.length >= MOST_EVENTS || length + line.length > MOST_CHARACTERS)) await flush();
      lines.push(line);
      length += line.length;
    },
    async end() {
      await begin();
      await flush();
      for (const place of [own, kept]) await rmdir(place).catch(() => undefined);
      return { batches, events, kept: left, reasons: [...reasons], folder: own };
    },
  };
}

/** Files of a folder that hold a batch. */
async function batchesIn(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(() => [])).filter((name) => /^msg_[0-9a-f]+\.json$/u.test(name)).sort();
}

const Body = z.object({ events: z.array(z.unknown()) });

function eventsIn(body: string): number {
  return Body.parse(JSON.parse(body)).events.length;
}
