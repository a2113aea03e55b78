import { stringify } from 'csv-stringify/sync';
import type { Comparison } from '../../model/comparison.ts';
import { CSV_WRITTEN } from './csv.ts';
import { harmless } from './harmless.ts';
import { allCells, FIELDS, type HeadLanguage, type Value } from './rows.ts';

/** Lines that are made at a time. */
const BATCH = 250;

/**
 * One line for each figure, in UTF-8 with a byte order mark, so that Excel shows Vietnamese right; in pieces.
 *
 * @param language of the heads; names for programs where it is left out
 */
export function* comparisonCsv(comparison: Comparison, language?: HeadLanguage): Generator<string> {
  yield stringify([FIELDS.map(({ name, heads }) => (language === undefined ? name : heads[language]))], {
    bom: true,
    ...CSV_WRITTEN,
  });
  let lines: Value[][] = [];
  for (const indicator of comparison.indicators) {
    for (const cell of allCells(indicator)) {
      lines.push(FIELDS.map(({ value }) => cellOf(value({ indicator, cell }))));
      if (lines.length < BATCH) continue;
      yield stringify(lines, CSV_WRITTEN);
      lines = [];
    }
  }
  if (lines.length > 0) yield stringify(lines, CSV_WRITTEN);
}

/** Numbers stay numbers. */
const cellOf = (value: Value): Value => (typeof value === 'string' ? harmless(value) : value);
