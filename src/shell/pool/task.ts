import type { Account } from '../../extract/review/account.ts';
import type { Limits } from '../../model/block.ts';
import type { Pipeline } from '../../model/pipeline.ts';
import type { PageRead, ScanPart } from '../../read/scan/page-read.ts';
import type { Declared } from '../../run.ts';
import type { Reason } from '../failure.ts';
import type { DrawnPage } from '../images/draw.ts';
import type { WrittenDocument } from '../output/written.ts';
import type { Scans } from '../recognition/scans.ts';

/** What is the same for all documents of a pool. */
export interface WorkerSetup {
  readonly pipelines: readonly Pipeline[];
  readonly limits: Limits;
  /** Nothing reads pages that are images where it is absent. */
  readonly scans?: Scans;
}

/** One document for a process. */
export interface PoolTask {
  readonly bytes: Uint8Array;
  readonly uri: string;
  /** Other places of the same bytes, sorted. */
  readonly alsoAt: readonly string[];
  readonly pipeline: string;
  readonly declared: Declared;
  /** What other processes read of pages from their images. */
  readonly read?: PagesRead;
}

/** Pages of a document that are to be read from their images, by any process. */
export interface PagesTask {
  readonly bytes: Uint8Array;
  readonly uri: string;
  readonly pages: ScanPart;
}

/** A page that is to be drawn. */
export interface DrawTask {
  readonly bytes: Uint8Array;
  /** From 1. */
  readonly page: number;
}

/** Absent where the document has no such page. */
export type DrawAnswer = { readonly drawn?: DrawnPage } | { readonly failed: Reason };

/** Sizes of all pages, in points. */
export type SizesAnswer =
  | { readonly sizes: readonly { readonly width: number; readonly height: number }[] }
  | { readonly failed: Reason };

/** What became of the figures of a document. */
export type AccountAnswer = Pick<Account, 'figures' | 'furniture'> | { readonly failed: Reason };

/** By their places in the document, from 0. */
export type PagesRead = ReadonlyMap<number, PageRead>;

/** Failures come back as values: an error loses its class on the way between processes. */
export type Answer = { readonly done: WrittenDocument } | { readonly failed: Reason };

/** A document of many pages that are images: they are read first, part by part, in whatever processes are free. */
export interface Apart {
  readonly apart: readonly ScanPart[];
}

export type PagesAnswer = { readonly pages: PagesRead } | { readonly failed: Reason };

/** What a process sends back: the answer, the bytes of memory that it takes by now, and the seconds of processor time so far. */
export interface Answered<T = Answer> {
  readonly answer: T;
  readonly rss: number;
  readonly cpu?: number;
}

/** How many pages of a document were read from their images, of those that are. */
export interface PagesDone {
  readonly done: number;
  readonly of: number;
}

/** What is heard of a process while it works: that the document is read, or pages of it, or what was printed. */
export type FromChild =
  | { readonly read: true }
  | { readonly pages: PagesDone }
  | { readonly stdout: string }
  | { readonly stderr: string };
