import type { PlanRecord } from '../../model/record.ts';

/** The record as it stands in its file. */
export const serialise = (record: PlanRecord): string => `${JSON.stringify(record, null, 2)}\n`;
