import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { z } from 'zod';
import type { WrittenDocument } from '../../output/written.ts';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** What stands before the two files. */
const Label = z.object({
  id: z.string(),
  pipeline: z.object({ name: z.string(), version: z.string() }),
  /** Where the document was said to lie when it was read. */
  uri: z.string(),
  alsoAt: z.array(z.string()),
  /** Bytes of the record; the text is the rest. */
  record: z.int(),
});

export interface Parcel {
  readonly written: WrittenDocument;
  readonly uri: string;
  readonly alsoAt: readonly string[];
}

/** The two files of a document as one piece of bytes: label, record, text; packed, since both are words. */
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
  return pack(Buffer.concat([length, head, record, Buffer.from(written.text, 'utf8')]), { level: 1 });
}

/** @throws when the bytes are not what `packParcel` made */
export async function unpackParcel(bytes: Uint8Array): Promise<Parcel> {
  const whole = await unpack(bytes);
  const start = 4 + whole.readUInt32BE(0);
  const { record, uri, alsoAt, ...rest } = Label.parse(JSON.parse(whole.toString('utf8', 4, start)));
  const middle = start + record;
  return {
    written: { ...rest, record: whole.toString('utf8', start, middle), text: whole.toString('utf8', middle) },
    uri,
    alsoAt,
  };
}
