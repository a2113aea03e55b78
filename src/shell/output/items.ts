import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { PlanRecord, Target, Task } from '../../model/record.ts';
import { jsonOf } from '../json.ts';
import { openOwn } from './own-file.ts';
import { replaceFile, sha256Of } from './replace-file.ts';

/** What is kept of a target or task, to tell in a later run whether it changed. */
export interface Item {
  readonly kind: 'target' | 'task';
  readonly key: string;
  readonly id: string;
  /** Hash of what it says, wherever it stands. */
  readonly said: string;
  /** Hash of all of it. */
  readonly whole: string;
}

/** One line of `runs/<start>.items.ndjson`: the items of a record that no earlier run had. */
const Noted = z.object({
  /** SHA-256 of documents/<id>.json. */
  record: z.string(),
  document: z.string(),
  items: z.array(z.tuple([z.enum(['target', 'task']), z.string(), z.string(), z.string(), z.string()])),
});

const SUFFIX = '.items.ndjson';

export const itemsOf = ({ targets, tasks }: PlanRecord): Item[] => [
  ...targets.map((target): Item => ({ kind: 'target', ...named(target), said: short(saidByTarget(target)) })),
  ...tasks.map((task): Item => ({ kind: 'task', ...named(task), said: short(saidByTask(task)) })),
];

const named = (item: Target | Task): Pick<Item, 'key' | 'id' | 'whole'> => ({
  key: item.key,
  id: item.id,
  whole: short(item),
});

/** Twelve digits tell a few versions of one item apart with room to spare. */
const short = (value: unknown): string => sha256Of(JSON.stringify(value)).slice(0, 12);

function saidByTarget({ id, path, source, confidence, agencies, ...said }: Target): unknown {
  return { ...said, agencies: agencies.map(({ role, code }) => [role, code]) };
}

function saidByTask({ id, path, number, group, source, confidence, leads, cooperating, ...said }: Task): unknown {
  return { ...said, leads: leads.map(({ code }) => code), cooperating: cooperating.map(({ code }) => code) };
}

/** Hashes of the records whose items some run noted. */
export async function notedRecords(runs: string): Promise<Set<string>> {
  const noted = new Set<string>();
  for await (const { record } of notes(runs)) noted.add(record);
  return noted;
}

/** The items of these records, by the hash of the record. */
export async function readItems(runs: string, records: ReadonlySet<string>): Promise<Map<string, readonly Item[]>> {
  const found = new Map<string, readonly Item[]>();
  for await (const { record, items } of notes(runs)) {
    if (!records.has(record)) continue;
    found.set(
      record,
      items.map(([kind, key, id, said, whole]) => ({ kind, key, id, said, whole })),
    );
  }
  return found;
}

/** Notes the items of records that are new in this run, beside its list. */
export async function writeItems(
  runs: string,
  run: string,
  records: Iterable<{ readonly record: string; readonly document: string; readonly items: readonly Item[] }>,
): Promise<void> {
  const lines = function* (): Generator<string> {
    for (const { record, document, items } of records) {
      const rows = items.map(({ kind, key, id, said, whole }) => [kind, key, id, said, whole]);
      yield `${JSON.stringify({ record, document, items: rows })}\n`;
    }
  };
  await replaceFile(join(runs, `${run}${SUFFIX}`), lines());
}

async function* notes(runs: string): AsyncGenerator<z.infer<typeof Noted>> {
  const names = await readdir(runs).catch(() => []);
  for (const name of names.filter((one) => one.endsWith(SUFFIX)).sort()) {
    const input = (await openOwn(join(runs, name))).createReadStream();
    const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
    for await (const line of lines) {
      const noted = Noted.safeParse(jsonOf(line));
      if (noted.success) yield noted.data;
    }
  }
}
