import type { ScansMade } from '../recognition/scans.ts';

/** The two files of a document, ready to be written. */
export interface WrittenDocument {
  readonly id: string;
  /** JSON of the record, as it stands in the file. */
  readonly record: string;
  readonly text: string;
  readonly pipeline: { readonly name: string; readonly version: string };
  /** What the record says of pages that are images. */
  readonly scans?: Pick<ScansMade, 'by' | 'had'>;
}
