import type { ReadResult } from '../../model/block.ts';
import { type DocumentHeader, NO_PLAN_FORMS, type Warning } from '../../model/record.ts';

/** What the reader had to say, as warnings of the record. */
export const issueWarnings = (read: ReadResult): Warning[] =>
  read.issues.map(({ code, message, page }) => ({
    code,
    message: page === undefined ? message : `Page ${page}: ${message}`,
  }));

/** What the header does not tell though a comparison needs it. */
export function headerWarnings(header: Pick<DocumentHeader, 'form' | 'province' | 'level'>): Warning[] {
  const warnings: Warning[] = [];
  if (NO_PLAN_FORMS.has(header.form))
    warnings.push({
      code: 'no-plan',
      message:
        'Neither title nor text says that this is a plan, or reports on one; look before you use what was found in it.',
    });
  if (header.province === null && header.level !== 'central')
    warnings.push({
      code: 'province-unknown',
      message: 'The text names no province as its own; tell it with a manifest (--manifest).',
    });
  return warnings;
}
