import type { Log } from '../../log.ts';
import type { Speech } from '../redis/client.ts';

/** Words on stderr unless the log speaks or nobody wants to hear. */
export const speechOf = (log: Log, silent: boolean): Speech => ({
  log,
  say: (sentence) => {
    if (!silent) process.stderr.write(`${sentence}\n`);
  },
});
