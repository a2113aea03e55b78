import { byCode } from '../failure.ts';
import { type FolderStatus, reasonsIn } from '../status.ts';
import { noPlans, type StatusPart } from './status-rows.ts';

/** The part that is asked for as an array of its lines; all of it as one object, with the counts. */
export function statusJson(status: FolderStatus, part: StatusPart): string {
  return `${JSON.stringify(partOfStatus(status, part), null, 2)}\n`;
}

function partOfStatus(status: FolderStatus, part: StatusPart): unknown {
  if (part === 'failures') return status.failures;
  if (part === 'doubts') return status.doubts;
  if (part === 'no-plan') return noPlans(status);
  return {
    forms: status.forms,
    failures: byCode(status.failures).map(({ code, documents }) => ({ code, documents })),
    doubts: reasonsIn(status.doubts),
    corrections: status.corrections,
  };
}
