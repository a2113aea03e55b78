import { stringify } from 'csv-stringify/sync';
import type { Comparison } from '../../model/comparison.ts';
import { FIELDS, figureRows, type Value } from './rows.ts';

/** One line for each figure, in UTF-8 with a byte order mark, so that Excel shows Vietnamese right. */
export function comparisonCsv(comparison: Comparison): string {
  const lines = figureRows(comparison).map((row) => FIELDS.map(([, value]) => harmless(value(row))));
  return stringify([FIELDS.map(([title]) => title), ...lines], { bom: true, record_delimiter: 'windows' });
}

/** Spreadsheets run text that begins like a formula ("- 100% …", "=…"); an apostrophe keeps it text. Numbers stay numbers. */
function harmless(value: Value): Value {
  return typeof value === 'string' && value !== '=' && /^[=+\-@\t\r\n＝＋－＠]/u.test(value) ? `'${value}` : value;
}
