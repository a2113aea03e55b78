import { PlanError } from '../../model/errors.ts';
import { CallError } from '../call-error.ts';

/** The queue cannot be reached at this moment. */
export class QueueAway extends Error {
  override readonly name = 'QueueAway';
}

/** Whether another program has the folder, so that waiting helps. */
export const isBusy = (error: unknown): boolean =>
  (error instanceof CallError && /another run is writing/u.test(error.message)) ||
  (error instanceof PlanError &&
    error.code === 'output-unwritable' &&
    /taken over by another run/u.test(error.message));
