import type { Item } from '../../output/items.ts';
import type { Store } from '../../output/store.ts';
import { PACKAGE } from '../../package-root.ts';

/** The lists of runs of a server: it opens and closes its folder all the time, and a list may be as long as the folder is large. */
export interface RunLists {
  /** The store as those see it who share it: it is listed and closed by who opened it. */
  readonly sharing: (store: Store) => Store;
  /**
   * Lists what was done, if it is time to.
   *
   * @param why `way`: another program waits, and the tables may not say yet what was corrected; it is not listed before they do
   */
  readonly settle: (store: Store, why: 'end' | 'rest' | 'way') => Promise<void>;
  /** Whether something was done that no list says yet. */
  readonly isBehind: () => boolean;
}

/** @param every milliseconds between two lists */
export function openRunLists(every: number): RunLists {
  /** What runs noted of records, by the SHA-256 of the record. */
  const noted = new Map<string, readonly Item[]>();
  let [listed, behind] = [Date.now(), false];
  return {
    isBehind: () => behind,
    async settle(store, why) {
      behind = why === 'way' || (why === 'rest' && Date.now() - listed < every);
      if (behind) return;
      const items = store.entries().flatMap(({ id, record }) => {
        const own = noted.get(record);
        return own === undefined ? [] : [[id, own] as const];
      });
      await store.finish(PACKAGE.version, new Map(items), 'serve');
      noted.clear();
      listed = Date.now();
    },
    sharing: (store) => ({
      ...store,
      notes: (record) => noted.has(record),
      async finish(_, itemsById = new Map()) {
        const records = new Map(store.entries().map(({ id, record }) => [id, record]));
        for (const [id, of] of itemsById) noted.set(records.get(id) ?? '', of);
      },
      close: async () => undefined,
    }),
  };
}
