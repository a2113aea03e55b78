import type { Queue } from 'bullmq';
import type { Limits } from '../../../model/block.ts';
import type { Gate } from '../exchange/gate.ts';
import type { DocumentJob } from '../exchange/job.ts';
import type { BlobStore } from '../exchange/store.ts';
import type { RedisClient, Speech } from '../redis/connection.ts';
import type { Names } from '../redis/names.ts';
import type { Claims } from './claims.ts';

/** What all documents of a run share on their way through the queue. */
export interface SubmitLine {
  readonly client: RedisClient;
  readonly names: Names;
  readonly speech: Speech;
  readonly queue: Queue<DocumentJob>;
  readonly store: BlobStore;
  readonly claims: Claims;
  /** Seconds for which a claim counts. */
  readonly lease: number;
  readonly limits: Limits;
  /** The key that names them, and what lies under it. */
  readonly pipelines: { readonly key: string; readonly text: string };
  readonly attempts: number;
  /** Milliseconds before the second attempt. */
  readonly backoff: number;
  /** For the bytes that lie in the store at a time. */
  readonly bytesInFlight: Gate;
  /** For the documents that are read from the disk at a time. */
  readonly reading: Gate;
}
