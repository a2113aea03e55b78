import { setTimeout as sleep } from 'node:timers/promises';
import { NO_TABLES, openTables, type Tables, versionOf } from './tables-index.ts';

/** Milliseconds between two looks whether the tables are others now. */
const LOOK_EVERY = 300;
/** Milliseconds for which one who asks waits for tables that have changed; those of large folders take longer. */
const PATIENCE = 200;
/** Milliseconds for which old tables can still be read by those who have them. */
const GRACE = 120_000;

/** What the tables of a folder say, kept in memory and read anew when they have changed. */
export interface KeptTables {
  /** Those that were read last; where they are old and others take long to read, those are read meanwhile. */
  readonly now: () => Promise<Tables>;
  /** Those that stand there at this moment. */
  readonly fresh: () => Promise<Tables>;
  readonly close: () => Promise<void>;
}

interface Kept {
  readonly tables: Tables;
  readonly close: () => Promise<void>;
}

/** @param changed told when other tables were read */
export function keepTables(folder: string, changed: (tables: Tables) => void): KeptTables {
  let kept: Kept | undefined;
  let reading: Promise<Tables> | undefined;
  let looked = 0;
  const old = new Set<() => Promise<void>>();

  async function read(): Promise<Tables> {
    const version = await versionOf(folder);
    looked = Date.now();
    if (version === undefined) return kept?.tables ?? NO_TABLES;
    if (kept?.tables.version === version) return kept.tables;
    const before = kept;
    kept = await openTables(folder, version, before?.tables);
    if (before !== undefined) {
      const { close } = before;
      old.add(close);
      setTimeout(() => {
        old.delete(close);
        void close();
      }, GRACE).unref();
    }
    changed(kept.tables);
    return kept.tables;
  }

  const fresh = (): Promise<Tables> => {
    reading ??= read().finally(() => {
      reading = undefined;
    });
    return reading;
  };

  return {
    async now() {
      if (kept === undefined) return fresh();
      if (Date.now() - looked > LOOK_EVERY) {
        const read = fresh().catch(() => undefined);
        await Promise.race([read, sleep(PATIENCE, undefined, { ref: false })]);
      }
      return kept.tables;
    },
    async fresh() {
      // What is being read now may have been begun before the change.
      await reading?.catch(() => undefined);
      return fresh();
    },
    async close() {
      await reading?.catch(() => undefined);
      await Promise.all([kept?.close(), ...[...old].map((close) => close())]);
    },
  };
}
