import { harmless } from '../../formats/harmless.ts';

/** Lines of values as CSV that a spreadsheet opens and does not run. */
export const csvText = (lines: readonly (readonly (string | number | null)[])[]): string =>
  lines.map((line) => line.map(cellText).join(',')).join('\r\n');

function cellText(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = harmless(value);
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
