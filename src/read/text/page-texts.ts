import type { GridCell } from '../blocks.ts';
import { PAGE_NUMBER } from './page-lines.ts';

/** Lines of a page longer than this are text, whatever stands in them. */
export const LONGEST = 400;
/** Empty lines inside a table. */
export const MOST_BLANKS = 3;
/** Words that name a row are shorter. */
export const LONGEST_WORDS = 120;

export const NUMBER = String.raw`[-−]?\d[\d.,]*(?:\s?[-–]\s?\d[\d.,]*)?\s?%?`;
export const FIGURE = new RegExp(
  String.raw`^(?:[<>≤≥~]=?\s?|\p{L}[\p{L}\s]{1,16}\s)?${NUMBER}(?:\s\p{Ll}[\p{Ll}\s/]{1,14})?$`,
  'u',
);
export const DATED = /(?<!\d)(?:19|20)\d\d$/u;
export const YEARS = /(?<![\d.,/-])(?:19|20)\d\d(?![\d.,/-])/gu;
/** What stands where there is no figure. */
export const NONE = /^(?:[-–—…]|\.{2,4})$/u;
export const COUNT = /^(?:\(?\d{1,2}\)?|[IVX]{1,5}|\d{1,2}(?:\.\d{1,2})+|[-+*]|[A-Ha-h])\.?$/u;
export const WORDS = /\p{L}{2}/u;

export const isFigure = (text: string): boolean => NONE.test(text) || (FIGURE.test(text) && !DATED.test(text));
export const isWords = (text: string): boolean => WORDS.test(text) && !FIGURE.test(text);

/** Letters of Vietnamese alone. */
export const MARKED = /[^\p{ASCII}\P{L}]/u;

export const isBlank = (line: string): boolean => line.startsWith(PAGE_NUMBER) || line.trim() === '';

/** The texts of a row, a cell each. */
export function rowCells(texts: readonly string[], row: number): GridCell[] {
  return texts.map((text, column) => ({ row, column, rowSpan: 1, columnSpan: 1, text }));
}
