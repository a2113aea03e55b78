import { PlanError } from '../../model/errors.ts';

/** Seconds of processor time for one page. */
export const PAGE_SECONDS = 60;
/** Seconds by the clock for one page, for what waits and takes no time. */
export const PAGE_CLOCK = 600;

export const tooLong = (): PlanError =>
  new PlanError(
    'time-exceeded',
    'read',
    `Recognising the text of a page took more than ${PAGE_SECONDS} seconds of processor time and was stopped.`,
  );

/** @param said what the engine said of it */
export const engineLost = (said: string, cause?: unknown): PlanError =>
  new PlanError(
    'worker-lost',
    'read',
    `The engine that recognises text failed (${said.trim().split('\n').at(-1) ?? ''}). Run again; if it happens again, please report the document.`,
    cause,
  );
