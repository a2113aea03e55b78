import type { Log } from '../../log.ts';
import { readFailures } from '../../output/failures.ts';
import { remakeTables } from '../../output/remake.ts';
import { wasLeft } from '../../output/runs.ts';
import type { Desk } from './desk.ts';
import type { Holder } from './holder.ts';
import type { Originals } from './originals.ts';
import { unheardOf } from './unheard.ts';

/** A server that begins. */
interface Left {
  readonly out: string;
  readonly desk: Desk;
  readonly holder: Holder;
  readonly originals: Originals;
  /** What its tables say. */
  readonly tables: {
    readonly fresh: () => Promise<{
      readonly documents: ReadonlyMap<string, { readonly line: { readonly sha256: string } }>;
      readonly failures: readonly { readonly source: string }[];
    }>;
  };
}

/**
 * Takes up what an earlier server left.
 *
 * @param damaged names of jobs that cannot be read any more
 * @returns when the folder is in order; what is read then still goes on
 */
export async function takeUp(left: Left, damaged: readonly string[], log: Log): Promise<void> {
  const { desk, tables } = left;
  // Whatever a job reads is in the tables at its end.
  const mending = desk.open() === 0 ? mendTables(left, log) : undefined;
  desk.start();
  void tables.fresh().catch(() => undefined);
  for (const name of damaged) log.warn({ file: `server/jobs/${name}` }, 'damaged, set aside');
  if (damaged.length > 0) await readUnheard(left, log);
  await mending;
}

/**
 * Makes the tables say what the documents say where a server was killed before it had made them, and clears away what it had
 * begun to write. Where that goes wrong, the next run does it.
 */
async function mendTables({ out, holder, tables }: Left, log: Log): Promise<void> {
  try {
    if (!(await wasLeft(out))) return;
    await holder.use(async (store) => remakeTables(store, await readFailures(out)), 'long');
    log.info({}, 'put in order after an end that came too soon');
    await tables.fresh();
  } catch (error) {
    log.warn({ error: String(error) }, 'not put in order yet');
  }
}

/** Reads what came in by jobs that cannot be read any more. */
async function readUnheard({ desk, originals, tables }: Left, log: Log): Promise<void> {
  try {
    const { documents, failures } = await tables.fresh();
    const wishes = await unheardOf(originals, {
      read: new Set([...documents.values()].map(({ line }) => line.sha256)),
      failed: new Set(failures.map(({ source }) => source)),
      wanted: desk.wants,
    });
    if (wishes.length === 0) return;
    await desk.accept(wishes);
    log.warn({ uploads: wishes.length }, 'uploads of jobs that were damaged are read');
  } catch (error) {
    log.warn({ error: String(error) }, 'uploads of jobs that were damaged are not read');
  }
}
