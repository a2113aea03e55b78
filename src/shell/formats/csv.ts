import { harmless } from './harmless.ts';

/** So that Excel shows Vietnamese right. */
export const BYTE_ORDER_MARK = '\ufeff';

/**
 * A line of a CSV file, as every CSV of the program and of its pages is written: text is quoted and nothing else is, so that a
 * reader who heeds it keeps the code "01"; text that a spreadsheet would run stays text.
 */
export const csvLine = (values: readonly (string | number | boolean | null)[]): string =>
  `${values.map(cellText).join(',')}\r\n`;

const cellText = (value: string | number | boolean | null): string =>
  typeof value === 'string' ? `"${harmless(value).replaceAll('"', '""')}"` : value === null ? '' : String(value);
