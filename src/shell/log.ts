import { type Logger, pino } from 'pino';

export type Log = Logger;

/** How much a run says of itself. */
export interface Voice {
  /** Failures only. */
  readonly quiet: boolean;
  /** Lines of JSON on stderr instead of words. */
  readonly json: boolean;
}

/** Structured lines on stderr; silent unless `--json` was given. Written at once, so that a run that dies has said why. */
export function openLog({ quiet, json }: Voice): Log {
  const level = json ? (quiet ? 'warn' : 'info') : 'silent';
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 2, sync: true }),
  );
}
