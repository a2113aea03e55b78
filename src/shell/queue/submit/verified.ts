import { PlanRecord } from '../../../model/record.ts';
import { serialise } from '../../output/serialise.ts';
import type { WrittenDocument } from '../../output/written.ts';
import { scansIn } from '../../recognition/scans.ts';

/** As `documentId` makes them: names of files are made of them. */
const ID = /^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*-[0-9a-f]{8}$/u;
/** UTF-16 units. */
const LONGEST = 120;

/**
 * What came back, as far as it is a record of the document: parsed and written down anew, so that nothing else is in it.
 *
 * @param sha256 of the bytes
 * @param uri where it is said to have been read
 * @throws when it is no record, or the record of something else
 */
export function verified(written: WrittenDocument, sha256: string, uri: string): WrittenDocument {
  const record = PlanRecord.parse(JSON.parse(written.record));
  const { id } = record.document;
  if (record.document.sha256 !== sha256) throw new Error('it is the record of another document');
  if (record.document.source.uri !== uri) throw new Error('it was read elsewhere than it says');
  if (!ID.test(id) || id.length > LONGEST || !id.endsWith(`-${sha256.slice(0, 8)}`))
    throw new Error('its id is none of this document');
  for (const part of [...record.targets, ...record.tasks])
    if (!part.id.startsWith(`${id}#`)) throw new Error('a part of it belongs to another document');
  const { text } = written;
  return { id, record: serialise(record), text, pipeline: record.pipeline, scans: scansIn(record) };
}
