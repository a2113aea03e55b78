import { PlanError } from '../../../model/errors.ts';

/** Tries in a row without a whole answer after which a host is left alone for the run. */
export const MOST_SILENT = 4;

/** Which hosts answer: a list of a thousand addresses of one that is gone would wait a thousand times. */
export interface Hosts {
  /** @throws {PlanError} `url-failed` for a host that is given up */
  readonly check: (host: string) => void;
  readonly answered: (host: string) => void;
  readonly silent: (host: string, why: string) => void;
}

export function openHosts(): Hosts {
  const tries = new Map<string, number>();
  const givenUp = new Map<string, string>();
  return {
    check(host) {
      const why = givenUp.get(host);
      if (why === undefined) return;
      const detail = `${host} gave no answer ${MOST_SILENT} times in a row (${why}), so it is not asked again in this run. Try later.`;
      throw new PlanError('url-failed', 'fetch', detail);
    },
    answered: (host) => void tries.delete(host),
    silent(host, why) {
      const now = (tries.get(host) ?? 0) + 1;
      tries.set(host, now);
      if (now >= MOST_SILENT) givenUp.set(host, why);
    },
  };
}
