import type { ErrorCode } from '../../model/errors.ts';
import type { RecognisedLine } from './recogniser.ts';
import type { PictureRule } from './rules.ts';

/**
 * What was read of the image of a page. Plain values, so that a page can be read in another process, and without its
 * picture: those of a long document would fill the memory. Places are pixels of the picture, level and upright.
 */
export interface ReadScan {
  /** Pixels an inch. */
  readonly dpi: number;
  /** Of the picture, pixels. */
  readonly height: number;
  readonly lines: readonly RecognisedLine[];
  readonly rules: readonly PictureRule[];
  /** From there to points from the top left of the page as it is shown: x' = a x + c y + e, y' = b x + d y + f. */
  readonly toPage: readonly [a: number, b: number, c: number, d: number, e: number, f: number];
}

/** Why a page could not be read, though there may be something on it. */
export interface LostPage {
  readonly lost: { readonly code: ErrorCode; readonly message: string };
}

/** `blank`: there is nothing on it. `poor`: so little of it can be read that nothing is taken. */
export type PageRead = ReadScan | LostPage | 'blank' | 'poor';

/** Places of pages in their document, from 0. */
export type ScanPart = readonly number[];

/** Pages of one part: as many as are worth opening the document for, few enough that all processes are busy until the end. */
const PART = 8;

/** The parts in which pages are read. Each is read by itself, so that it is the same wherever and beside whatever it is read. */
export const partsOf = (pages: readonly number[]): ScanPart[] =>
  Array.from({ length: Math.ceil(pages.length / PART) }, (_, i) => pages.slice(i * PART, (i + 1) * PART));
