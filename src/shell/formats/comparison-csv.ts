import type { Comparison } from '../../model/comparison.ts';
import { BYTE_ORDER_MARK, csvLine } from './csv.ts';
import { allCells, FIELDS, type FigureRow, type HeadLanguage } from './rows.ts';

/** Lines that are made at a time. */
const BATCH = 250;

/**
 * One line for each figure, in pieces. The comparison page writes the same.
 *
 * @param language of the heads; names for programs where it is left out
 */
export function* figuresCsv(rows: Iterable<FigureRow>, language?: HeadLanguage): Generator<string> {
  let lines = [
    BYTE_ORDER_MARK,
    csvLine(FIELDS.map(({ name, heads }) => (language === undefined ? name : heads[language]))),
  ];
  for (const row of rows) {
    lines.push(csvLine(FIELDS.map(({ value }) => value(row))));
    if (lines.length < BATCH) continue;
    yield lines.join('');
    lines = [];
  }
  if (lines.length > 0) yield lines.join('');
}

/** All figures of a comparison. */
export const comparisonCsv = ({ indicators }: Comparison, language?: HeadLanguage): Generator<string> =>
  figuresCsv(rowsOf(indicators), language);

function* rowsOf(indicators: Comparison['indicators']): Generator<FigureRow> {
  for (const indicator of indicators) for (const cell of allCells(indicator)) yield { indicator, cell };
}
