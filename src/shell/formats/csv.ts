import { harmless } from './harmless.ts';

/** So that Excel shows Vietnamese right. */
export const BYTE_ORDER_MARK = '\ufeff';

/**
 * A line of a CSV file, as every CSV of the program and of its pages is written: text is quoted and nothing else is, so that a
 * reader who heeds it keeps the code "01"; text that a spreadsheet would run stays text.
 */
export function csvLine(values: readonly (string | number | boolean | null)[]): string {
  let line = '';
  for (const [i, value] of values.entries()) {
    if (i > 0) line += ',';
    if (typeof value === 'string') line += `"${harmless(value).replaceAll('"', '""')}"`;
    else if (value !== null) line += value;
  }
  return `${line}\r\n`;
}
