import type { LaidPlan } from './laid-plan.ts';
import type { Places } from './places.ts';

export { ofKind } from './laid-plan.ts';

/** A document on its way to a record: laid out, and what holds at each of its places. */
export interface Plan extends LaidPlan, Places {}
