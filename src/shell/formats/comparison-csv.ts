import { stringify } from 'csv-stringify/sync';
import type { Comparison } from '../../model/comparison.ts';
import { CSV_WRITTEN } from './csv.ts';
import { harmless } from './harmless.ts';
import { FIELDS, figureRows, type HeadLanguage, type Value } from './rows.ts';

/** Lines that are made at a time. */
const BATCH = 1000;

/**
 * One line for each figure, in UTF-8 with a byte order mark, so that Excel shows Vietnamese right; in pieces.
 *
 * @param language of the heads; names for programs where it is left out
 */
export function* comparisonCsv(comparison: Comparison, language?: HeadLanguage): Generator<string> {
  const rows = figureRows(comparison);
  yield stringify([FIELDS.map(({ name, heads }) => (language === undefined ? name : heads[language]))], {
    bom: true,
    ...CSV_WRITTEN,
  });
  for (let i = 0; i < rows.length; i += BATCH) {
    const lines = rows.slice(i, i + BATCH).map((row) => FIELDS.map(({ value }) => cellOf(value(row))));
    yield stringify(lines, CSV_WRITTEN);
  }
}

/** Numbers stay numbers. */
const cellOf = (value: Value): Value => (typeof value === 'string' ? harmless(value) : value);
