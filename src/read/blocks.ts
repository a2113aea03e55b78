import { labelOfLine } from '../language/labels.ts';
import type { Block, BlockKind, Cell } from '../model/block.ts';
import { composed } from './encoding/compose.ts';
import { allCapitals, terminated } from './labels.ts';

/** Letters of Icelandic and of Ewe, which look like those of Vietnamese and are typed for them. */
const LOOK_ALIKES = /[\u00d0\u00f0\u0189\u0256]/gu;

/** NFC, every run of white space one space, no white space at the ends; invisible characters gone, "đ" by its own code. */
export const tidyText = (text: string): string =>
  composed(text)
    .replace(LOOK_ALIKES, (letter) => (letter === letter.toUpperCase() ? 'Đ' : 'đ'))
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]/gu, '')
    // What is one space already is no match: a match for every word of a long line takes a hundred times its memory.
    .replace(/[\s\p{Cc}]{2,}|[^\S ]|\p{Cc}/gu, ' ')
    .trim();

/** The same for a text in which line breaks mean something: each line tidied, empty ones left out. */
export const tidyLines = (text: string): string =>
  text
    .split(/\r\n?|[\n\u2028\u2029]/u)
    .map(tidyText)
    .filter((line) => line !== '')
    .join('\n');

/** A rule drawn with characters ("-------", "_____", "* * *"): no text of the document. */
export const isRule = (text: string): boolean => /^(?:[-–—_=*~.·•]\s?){3,}$/u.test(text);

/** The rule that ends a cell of a letterhead cut off: "TỈNH PHÚ THỌ -------". */
export const withoutRule = (text: string): string => text.replace(/\s*(?:[-–—_=*~]\s?){4,}$/u, '').trim();

/** What a paragraph is, by its label and letters alone: the same in every format. */
export function blockKindOf(text: string): BlockKind {
  const label = labelOfLine(text);
  if (label?.kind === 'note') return 'footnote';
  if (label?.kind === 'appendix' || label?.kind === 'part') return 'heading';
  if (label?.kind === 'bullet') return 'item';
  const short = text.length <= 200 && !terminated(text);
  if (short && (allCapitals(text) || label?.kind === 'article' || label?.kind === 'roman')) return 'heading';
  return label?.kind === 'letter' ? 'item' : 'paragraph';
}

/** A block outside tables. */
export const paragraph = (text: string, more: Partial<Block> = {}): Block => ({
  kind: blockKindOf(text),
  text,
  page: null,
  ...more,
});

/** One cell of a table in the grid that its spans make. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
  readonly bold?: boolean;
}

export const cellBlock = ({ row, column, rowSpan, columnSpan, text, bold }: GridCell, table: number): Block => {
  const cell: Cell = { table, row, column, rowSpan, columnSpan };
  return { kind: 'cell', text, cell, page: null, ...(bold === undefined ? {} : { bold }) };
};
