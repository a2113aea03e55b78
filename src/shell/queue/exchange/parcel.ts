import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { z } from 'zod';
import { PlanError } from '../../../model/errors.ts';
import type { WrittenDocument } from '../../output/written.ts';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** Bytes of a record: what takes this much to write down takes many times that to hold. */
const MOST_RECORD = 64 * 1024 * 1024;
/** Bytes of a parcel once unpacked: beside the record, the longest text that is read, at three bytes a letter. */
const MOST = 2 * MOST_RECORD;

/** What stands before the two files. */
const Label = z.object({
  id: z.string(),
  pipeline: z.object({ name: z.string(), version: z.string() }),
  /** Where the document was said to lie when it was read. */
  uri: z.string(),
  alsoAt: z.array(z.string()),
  /** Bytes of the record; the text is the rest. */
  record: z.int().nonnegative().max(MOST_RECORD),
});

export interface Parcel {
  readonly written: WrittenDocument;
  readonly uri: string;
  readonly alsoAt: readonly string[];
}

/**
 * The two files of a document as one piece of bytes: label, record, text; packed, since both are words.
 *
 * @throws {PlanError} `file-too-large` where nobody would unpack it
 */
export async function packParcel({ written, uri, alsoAt }: Parcel): Promise<Uint8Array> {
  const record = Buffer.from(written.record, 'utf8');
  const label: z.infer<typeof Label> = {
    id: written.id,
    pipeline: written.pipeline,
    uri,
    alsoAt: [...alsoAt],
    record: record.length,
  };
  const head = Buffer.from(JSON.stringify(label), 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length);
  const whole = Buffer.concat([length, head, record, Buffer.from(written.text, 'utf8')]);
  if (record.length > MOST_RECORD || whole.length > MOST) {
    const detail = 'What was read of it is too large for the queue. Ingest it without --redis, or split the document.';
    throw new PlanError('file-too-large', 'write', detail);
  }
  return pack(whole, { level: 1 });
}

/** @throws when the bytes are not what `packParcel` made, or would be more once unpacked than it makes */
export async function unpackParcel(bytes: Uint8Array): Promise<Parcel> {
  const whole = await unpack(bytes, { maxOutputLength: MOST });
  const start = 4 + whole.readUInt32BE(0);
  const { record, uri, alsoAt, ...rest } = Label.parse(JSON.parse(whole.toString('utf8', 4, start)));
  const middle = start + record;
  if (middle > whole.length) throw new RangeError('the record is longer than the parcel');
  return {
    written: { ...rest, record: whole.toString('utf8', start, middle), text: whole.toString('utf8', middle) },
    uri,
    alsoAt,
  };
}
