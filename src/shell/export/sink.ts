import type { PackageSource } from '../output/about.ts';
import type { ExportRow, TableName } from './tables.ts';

/** Takes rows of tables, in any order of tables, and makes a file or a folder of them. */
export interface Sink {
  readonly write: (table: TableName, row: ExportRow) => Promise<void> | void;
  /**
   * Puts what was written in place.
   *
   * @param sources the documents that it was made from
   */
  readonly commit: (sources: readonly PackageSource[]) => Promise<void>;
  /** Leaves what was there before. Harmless after `commit`. */
  readonly discard: () => Promise<void>;
}
