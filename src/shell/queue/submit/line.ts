import type { Queue } from 'bullmq';
import type { Limits } from '../../../model/block.ts';
import type { Gate } from '../exchange/gate.ts';
import type { DocumentJob } from '../exchange/job.ts';
import type { Seal } from '../exchange/seal.ts';
import type { BlobStore } from '../exchange/store.ts';
import type { RedisClient, Speech } from '../redis/client.ts';
import type { Names } from '../redis/names.ts';
import type { Claims } from './claims.ts';

/** What all documents of a run share on their way through the queue. */
export interface SubmitLine {
  readonly client: RedisClient;
  readonly names: Names;
  readonly speech: Speech;
  readonly queue: Queue<DocumentJob>;
  readonly store: BlobStore;
  readonly seal: Seal;
  /** Told of what was not taken: an answer or a job that is not what it says, or bears no seal. */
  readonly refused: (job: string, what: 'answer' | 'failure' | 'job', detail: string) => void;
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
  /** For the answers that are unpacked at a time: what they will turn out to be is not known before. */
  readonly unpacking: Gate;
}
