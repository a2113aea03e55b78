import type { Item } from '../../output/items.ts';
import { isWanted } from '../../output/lock.ts';
import { openStore, type Store } from '../../output/store.ts';
import { PACKAGE } from '../../package-root.ts';
import { type Length, openTurns } from './turns.ts';

/** Milliseconds after its last use in which the folder is kept: then a command line beside the server can have it. */
const IDLE = 2000;
/** Milliseconds between two lists of runs: one a document would fill the disk of a folder of thousands. */
const LIST_EVERY = 10 * 60_000;

/** The output folder of a server: opened when there is something to write, given back when there is not. */
export interface Holder {
  /**
   * Works in the folder. Several may at a time: they share one store, and so one lock. Where another program waits for the
   * folder, it comes first.
   *
   * @throws {CallError} where another program has the folder
   */
  readonly use: <T>(work: (store: Store) => Promise<T>, length?: Length) => Promise<T>;
  /** Whether it is this server's own at this moment. */
  readonly holds: () => boolean;
  /** Lists what was done and gives the folder back. */
  readonly close: () => Promise<void>;
}

interface Open {
  readonly store: Store;
  /** What runs noted of records, to be listed when the folder is given back. */
  readonly items: Map<string, readonly Item[]>;
  /** SHA-256 of the records that they are of. */
  readonly noted: Set<string>;
}

export function openHolder(folder: string): Holder {
  let opening: Promise<Open> | undefined;
  let held: Open | undefined;
  let idle: NodeJS.Timeout | undefined;
  let listed = Date.now();
  let closing: Promise<void> = Promise.resolve();

  async function open(): Promise<Open> {
    await closing;
    const store = await openStore(folder);
    held = { store, items: new Map(), noted: new Set() };
    return held;
  }

  async function release(final: boolean): Promise<void> {
    const own = held;
    opening = undefined;
    held = undefined;
    if (own === undefined) return;
    try {
      if (final || Date.now() - listed > LIST_EVERY) {
        await own.store.finish(PACKAGE.version, own.items);
        listed = Date.now();
      }
    } finally {
      await own.store.close();
    }
  }

  async function giveBack(): Promise<void> {
    clearTimeout(idle);
    closing = release(false).catch(() => undefined);
    await closing;
  }
  const turns = openTurns(async () => held !== undefined && isWanted(folder), giveBack);

  function rest(): void {
    clearTimeout(idle);
    if (turns.inside() > 0) return;
    idle = setTimeout(() => {
      if (turns.inside() === 0) void giveBack();
    }, IDLE);
  }

  return {
    holds: () => held !== undefined,
    async use(work, length = 'short') {
      await turns.enter(length);
      clearTimeout(idle);
      try {
        opening ??= open();
        const mine = opening;
        const { store, items, noted } = await mine.catch((error: unknown) => {
          if (opening === mine) opening = undefined;
          throw error;
        });
        try {
          store.check();
        } catch (error) {
          // Somebody took the folder over: what is in memory is no longer what is there.
          opening = undefined;
          held = undefined;
          throw error;
        }
        return await work(sharing(store, items, noted));
      } finally {
        turns.leave(length);
        rest();
      }
    },
    async close() {
      clearTimeout(idle);
      await closing;
      await opening?.catch(() => undefined);
      await release(true);
    },
  };
}

/** The store as those see it who share it: it is listed and closed by who opened it. */
function sharing(store: Store, items: Map<string, readonly Item[]>, noted: Set<string>): Store {
  return {
    ...store,
    notes: (record) => noted.has(record),
    async finish(_, itemsById = new Map()) {
      const records = new Map(store.entries().map(({ id, record }) => [id, record]));
      for (const [id, of] of itemsById) {
        items.set(id, of);
        noted.add(records.get(id) ?? '');
      }
    },
    close: async () => undefined,
  };
}
