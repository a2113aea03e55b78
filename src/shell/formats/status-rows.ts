import { byCode } from '../failure.ts';
import { type FolderStatus, reasonsIn } from '../status.ts';

/** Which part of an output folder's state is asked for. */
export type StatusPart = 'all' | 'failures' | 'doubts' | 'no-plan';

export interface StatusRows {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** One row for each failure, or for each document that is to be looked at; for all, one for each count. */
export function statusRows(status: FolderStatus, part: StatusPart): StatusRows {
  switch (part) {
    case 'failures':
      return {
        heads: ['source', 'stage', 'code', 'message'],
        rows: status.failures.map(({ source, stage, code, message }) => [source, stage, code, message]),
      };
    case 'doubts':
      return {
        heads: ['document', 'why', 'low confidence', 'source'],
        rows: status.doubts.map(({ document, why, unsure, source }) => [document, why.join(', '), unsure, source]),
      };
    case 'no-plan':
      return {
        heads: ['document', 'form', 'title', 'source'],
        rows: noPlans(status).map(({ document, form, title, source }) => [document, form, title ?? '', source]),
      };
    case 'all':
      return {
        heads: ['what', 'name', 'documents', 'targets', 'results', 'tasks'],
        rows: [
          ...status.forms.map((one) => ['form', one.form, one.documents, one.targets, one.results, one.tasks]),
          ...byCode(status.failures).map(({ code, documents }) => ['failure', code, documents, '', '', '']),
          ...reasonsIn(status.doubts).map(({ reason, documents }) => ['doubt', reason, documents, '', '', '']),
          ...(status.corrections.documents === 0
            ? []
            : [['correction', 'reviewed', status.corrections.documents, '', '', '']]),
        ],
      };
  }
}

export const noPlans = ({ doubts }: FolderStatus): FolderStatus['doubts'] =>
  doubts.filter(({ why }) => why.includes('no-plan'));
