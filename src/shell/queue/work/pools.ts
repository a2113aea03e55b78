import { openPool, type Pool, type PoolOptions } from '../../pool/pool.ts';
import type { WorkerSetup } from '../../pool/task.ts';

/** What is asked of processes that read. */
export type PagePool = Pick<Pool, 'run' | 'readPages'>;

/** Pools of processes, one for each set of pipelines and limits that submitters ask for. */
export interface Pools {
  readonly poolFor: (key: string, setup: () => Promise<WorkerSetup>) => Promise<PagePool>;
  readonly close: () => Promise<void>;
}

/** Sets of pipelines whose processes are kept; more than a few at a time are asked for by no one. */
const MOST = 4;

export function openPools(options: Omit<PoolOptions, 'setup'>): Pools {
  const open = new Map<string, { readonly pool: Pool; busy: number }>();

  async function retire(): Promise<void> {
    for (const [key, { pool, busy }] of open) {
      if (open.size <= MOST) return;
      if (busy > 0) continue;
      open.delete(key);
      await pool.close();
    }
  }
  return {
    async poolFor(key, setup) {
      const ready = open.get(key) ?? { pool: openPool({ ...options, setup: await setup() }), busy: 0 };
      // Two that asked at once both opened one: no process starts before a document comes.
      const known = open.get(key) ?? ready;
      open.delete(key);
      open.set(key, known);
      await retire();
      const busy = async <T>(work: Promise<T>): Promise<T> => {
        known.busy++;
        try {
          return await work;
        } finally {
          known.busy--;
        }
      };
      return {
        run: (task, watch) => busy(known.pool.run(task, watch)),
        readPages: (task, onPages) => busy(known.pool.readPages(task, onPages)),
      };
    },
    async close() {
      await Promise.all([...open.values()].map(({ pool }) => pool.close()));
    },
  };
}
