import type { KnownHashes } from '../../output/known-hashes.ts';
import { isWanted } from '../../output/lock.ts';
import { openStore, type Store } from '../../output/store.ts';
import { openRunLists } from './run-lists.ts';
import { type Length, openFolderTurns } from './turns.ts';

/** Milliseconds after its last use in which the folder is kept: then a command line beside the server can have it. */
const IDLE = 2000;
/** Milliseconds between two lists of runs. */
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

export function openHolder(folder: string, listEvery = LIST_EVERY): Holder {
  const kept = keptStore(folder);
  const lists = openRunLists(listEvery);
  let idle: NodeJS.Timeout | undefined;
  let later: NodeJS.Timeout | undefined;
  let closing: Promise<void> = Promise.resolve();

  async function release(why: 'end' | 'rest' | 'way'): Promise<void> {
    const store = kept.take();
    if (store === undefined) return;
    try {
      await lists.settle(store, why);
    } finally {
      await store.close();
    }
  }

  async function giveBack(why: 'rest' | 'way'): Promise<void> {
    clearTimeout(idle);
    closing = release(why).catch(() => undefined);
    await closing;
    clearTimeout(later);
    // What was done last is listed too, though nothing follows it.
    if (lists.isBehind()) later = setTimeout(() => void use(nothing).catch(() => undefined), listEvery).unref();
  }
  const turns = openFolderTurns(
    async () => kept.now() !== undefined && isWanted(folder),
    () => giveBack('way'),
  );

  function rest(): void {
    clearTimeout(idle);
    if (turns.inside() > 0) return;
    idle = setTimeout(() => {
      if (turns.inside() === 0) void giveBack('rest');
    }, IDLE);
  }

  async function use<T>(work: (store: Store) => Promise<T>, length: Length = 'short'): Promise<T> {
    await turns.enter(length);
    clearTimeout(idle);
    try {
      await closing;
      return await work(lists.sharing(await kept.open()));
    } finally {
      turns.leave(length);
      rest();
    }
  }

  return {
    holds: () => kept.now() !== undefined,
    use,
    async close() {
      clearTimeout(later);
      // Another program that has the folder now lists what this one did.
      if (lists.isBehind() && kept.now() === undefined) await use(nothing).catch(() => undefined);
      clearTimeout(idle);
      await closing;
      await kept.opened();
      await release('end');
    },
  };
}

const nothing = async (): Promise<void> => undefined;

/** The store of a folder, opened once for all who ask for it until it is taken away. */
interface KeptStore {
  readonly now: () => Store | undefined;
  /** @throws {CallError} where another program has the folder */
  readonly open: () => Promise<Store>;
  /** Waits for one that is being opened. */
  readonly opened: () => Promise<void>;
  readonly take: () => Store | undefined;
}

function keptStore(folder: string): KeptStore {
  let opening: Promise<Store> | undefined;
  let held: Store | undefined;
  const known: KnownHashes = new Map();
  const forget = (): void => {
    opening = undefined;
    held = undefined;
  };
  return {
    now: () => held,
    async open() {
      opening ??= openStore(folder, known).then((store) => {
        held = store;
        return store;
      });
      const mine = opening;
      try {
        const store = await mine;
        // Somebody may have taken the folder over: what is in memory is no longer what is there.
        store.check();
        return store;
      } catch (error) {
        if (opening === mine) forget();
        throw error;
      }
    },
    async opened() {
      await opening?.catch(() => undefined);
    },
    take() {
      const store = held;
      forget();
      return store;
    },
  };
}
