import type { MediaType } from './record.ts';

/** What a block is on the page. A cell belongs to a table and knows its place in it. */
export type BlockKind = 'heading' | 'paragraph' | 'item' | 'cell' | 'footnote';

/** Why a block is no part of the document itself. Such blocks stay in the text, but nothing is extracted from them. */
export type Furniture =
  | 'page-header'
  | 'page-footer'
  | 'page-number'
  | 'menu'
  | 'counter'
  | 'comments'
  | 'related'
  | 'hidden';

/** Where a run of a PDF block stands: UTF-16 range in the block's text, 1-based page, box in points from the page's top left. */
export interface Run {
  readonly start: number;
  readonly end: number;
  readonly page: number;
  readonly box: readonly [x0: number, y0: number, x1: number, y1: number];
}

export interface DoubtfulRange {
  readonly start: number;
  readonly end: number;
}

export interface Cell {
  /** Index of the table in the document, from 0, in reading order. A table that goes on over a page break is one table. */
  readonly table: number;
  /** 0-based, in the grid that the spans make. */
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** One paragraph, list item, table cell or footnote, in reading order. */
export interface Block {
  readonly kind: BlockKind;
  /**
   * NFC, Unicode Vietnamese, no leading or trailing white space; printed and computed list labels are in it ("a) Về …").
   * Runs of white space are one space; a forced line break or a paragraph break inside a cell is "\n". Never "\t". May be "" for an empty cell only.
   */
  readonly text: string;
  readonly furniture?: Furniture;
  readonly cell?: Cell;
  /** 1-based page on which the block begins, null where the format has none. */
  readonly page: number | null;
  /** PDF only: sorted by start, none overlap. */
  readonly runs?: readonly Run[];
  /** Figures in the text that were read from an image and may be misread: UTF-16 ranges, sorted. */
  readonly doubts?: readonly DoubtfulRange[];
  /** True where the whole block is printed bold; undefined where the format does not tell. */
  readonly bold?: boolean;
}

/** Something the reader noticed that a person should know; no letter is lost without one. */
export interface Issue {
  readonly code: string;
  readonly message: string;
  /** 1-based, where one page is meant. */
  readonly page?: number;
}

/**
 * Text of the file that is no part of its document, and is in none of its blocks: `struck` out; `hidden` by its format, a layer
 * that is off or the edge of the page; `covered` by other letters or painted twice; a `watermark`; `unreadable` for want of a map of
 * its letters; `not-read` because no reader goes there (embedded workbooks, pictures).
 */
export type SetAsideReason = 'struck' | 'hidden' | 'covered' | 'watermark' | 'unreadable' | 'not-read';

export interface SetAside {
  readonly reason: SetAsideReason;
  /** How many letters and digits (`\p{L}`, `\p{N}`); 0 where they cannot be counted, as in a picture. */
  readonly characters: number;
  /** The words themselves, with those before and after where that helps; cut after 300 UTF-16 units. Left out where there are none. */
  readonly text?: string;
  /** The part of the file, as a person would look for it: "header of the first page", "word/embeddings/so-lieu.xlsx", "style .an". */
  readonly where?: string;
  /** 1-based, where the format has pages. */
  readonly page?: number;
}

export interface ReadResult {
  readonly mediaType: MediaType;
  readonly blocks: readonly Block[];
  /** null where the format has no pages. */
  readonly pages: number | null;
  /** The title that the file carries outside its text (HTML <title>, document properties), if any. */
  readonly title?: string;
  readonly issues: readonly Issue[];
  /** What was in the file and is in no block; furniture stands in blocks and is not told here. */
  readonly setAside?: readonly SetAside[];
  /** Where pages were read from images of them. */
  readonly recognised?: RecognisedPages;
}

/** Pages that were read from images of them, and by what. */
export interface RecognisedPages {
  /** From 1, in order. */
  readonly pages: readonly number[];
  /** Name and version: "tesseract 5.3.0". */
  readonly engine: string;
  /** Name and version: "vie best_int 4.0.0". */
  readonly data: string;
}

/** The caps under which one document is read. */
export interface Limits {
  readonly maxBytes: number;
  readonly maxPages: number;
  /** Total size once unpacked, in bytes: of a zip container's entries, of a PDF's streams beside its images. */
  readonly maxUnpackedBytes: number;
  /** UTF-16 units of text in one document. */
  readonly maxCharacters: number;
}

export const DEFAULT_LIMITS: Limits = {
  maxBytes: 100 * 1024 * 1024,
  maxPages: 3000,
  maxUnpackedBytes: 500 * 1024 * 1024,
  maxCharacters: 20_000_000,
};
