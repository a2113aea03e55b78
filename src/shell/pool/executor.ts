import { openPool, type Pool, type PoolOptions } from './pool.ts';
import type { Executor } from './work.ts';

/** The way without a queue: processes of this run's own. None is started before there is a document to read. */
export function poolExecutor(options: PoolOptions): Executor & Pick<Pool, 'unpack'> {
  let opened: Pool | undefined;
  const pool = (): Pool => {
    opened ??= openPool(options);
    return opened;
  };
  return {
    // Two more than there are processes: they read ahead and write behind.
    width: options.processes + 2,
    async run({ uri, alsoAt, made, bytes }, onPages) {
      const task = { bytes: await bytes(), uri, alsoAt, pipeline: made.choice, declared: made.told };
      return pool().run(task, onPages === undefined ? {} : { onPages });
    },
    settled: async () => undefined,
    unpack: (bytes, uri) => pool().unpack(bytes, uri),
    close: async () => opened?.close(),
  };
}
