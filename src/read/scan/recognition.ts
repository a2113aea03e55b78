import type { PageRead, ScanPart } from './page-read.ts';
import type { Recogniser } from './recogniser.ts';

/** How scanned pages are read. */
export interface Recognition {
  readonly recogniser: Recogniser;
  /** `auto`: pages without a text that can be read, which are mostly an image; `force`: each page that is mostly an image. */
  readonly mode: 'auto' | 'force';
  /** At most so many pages of a document are recognised; all unless told. */
  readonly maxPages?: number;
  /** Told before the first page (of none done) and after each: for those who watch and for those who keep the time. */
  readonly onPage?: (done: number, of: number) => void;
  /** Reads the pages of a long PDF elsewhere, part by part, such as in other processes; they are read here unless told. */
  readonly apart?: (parts: readonly ScanPart[]) => Promise<ReadonlyMap<number, PageRead>>;
}
