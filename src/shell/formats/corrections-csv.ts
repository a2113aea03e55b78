import { CORRECTION_STATES } from '../../corrections/lay.ts';
import type { WayCorrected } from '../../corrections/ways.ts';
import type { CorrectionRow } from '../corrections/list.ts';
import { BYTE_ORDER_MARK, csvLine } from './csv.ts';

const COLUMNS = [
  'document',
  'state',
  'act',
  'record',
  'field',
  'about',
  'was',
  'said',
  'rules',
  'by',
  'at',
  'why',
  'id',
] as const satisfies readonly (keyof CorrectionRow)[];

export const correctionsCsv = (rows: readonly CorrectionRow[]): string =>
  `${BYTE_ORDER_MARK}${csvLine(COLUMNS)}${rows.map((row) => csvLine(COLUMNS.map((name) => row[name]))).join('')}`;

/** Where the rules were corrected most. */
export function waysCsv(ways: readonly WayCorrected[]): string {
  const heads = ['record', 'act', 'field', 'was', 'said', 'corrections', 'documents', ...CORRECTION_STATES];
  const lines = ways.map(({ kind, act, field, was, value, corrections, documents, states }) =>
    csvLine([kind, act, field, was, value, corrections, documents, ...CORRECTION_STATES.map((state) => states[state])]),
  );
  return `${BYTE_ORDER_MARK}${csvLine(heads)}${lines.join('')}`;
}
