import { NO_MEASURE } from '../statements/no-measure.ts';

/** Why a figure is in no target: codes that stay, and what they say. */
export const UNUSED_FIGURES = {
  furniture: 'no part of the document',
  time: 'a time',
  reference: "a document's number or date",
  place: 'a place in the text',
  agency: "part of an agency's name",
  letterhead: 'stands in the letterhead or at the signature',
  unread: 'no rule reads it as a measure (a label, a date, an age, a count of parts, a code)',
  footnote: 'stands in a footnote',
  'no-sentence': 'stands outside any sentence',
  change: 'the state from which a change starts, or part of another figure',
  ...NO_MEASURE,
  'table-row': 'stands in a row of a table that is longer than its heads',
  'table-head': 'stands in the heads of a table',
  'table-not-read': 'stands in a table that is not read: its heads name no measure, time or aim that is known',
  'table-not-aimed': 'stands in a table of which nothing says that its figures are aimed at',
  'table-measure': 'part of what a row of a table measures',
  'table-words': 'stands in the words of a row of a table',
  'table-unit': 'part of a unit in a table',
  'table-cell':
    'stands in a cell of a table whose figure cannot be read in one way, or of which nothing says what it measures',
  'table-against': 'stands in a column that holds figures against others, or those of an older plan',
  'table-column': 'stands in a column of a table that sets no targets',
} as const;
export type UnusedCode = keyof typeof UNUSED_FIGURES;
export const UNUSED_CODES = Object.keys(UNUSED_FIGURES) as [UnusedCode, ...UnusedCode[]];

/** Why one figure is in no target. */
export interface UnusedReason {
  readonly code: UnusedCode;
  /** What tells it: the rule that reads it as something else, the head of its column. */
  readonly by?: string;
}

/** In a sentence. */
export const sentenceOf = ({ code, by }: UnusedReason): string =>
  by === undefined ? UNUSED_FIGURES[code] : `${UNUSED_FIGURES[code]} (${by})`;
