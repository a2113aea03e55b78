import { documentId } from '../../extract/record/keys.ts';
import { PlanRecord } from '../../model/record.ts';
import { serialise } from './serialise.ts';
import type { WrittenDocument } from './written.ts';

/** Where the bytes of a document are. */
export interface DocumentPlace {
  readonly uri: string;
  readonly alsoAt: readonly string[];
}

/**
 * The record as it is at another place than it was made for. Of all that it says only the source and, where the text tells
 * no better, the id depend on that; so one reading serves everybody who has the document, wherever it lies there.
 */
export function placed(
  written: WrittenDocument,
  { uri, alsoAt }: DocumentPlace,
  place: DocumentPlace,
): WrittenDocument {
  if (uri === place.uri && JSON.stringify(alsoAt) === JSON.stringify(place.alsoAt)) return written;
  const record = PlanRecord.parse(JSON.parse(written.record));
  const { alsoAt: _, ...source } = record.document.source;
  const before = record.document.id;
  const named = documentId(record.document, uri, record.document.sha256) === before;
  const id = named ? documentId(record.document, place.uri, record.document.sha256) : before;
  const moved = (own: string): string => `${id}${own.slice(before.length)}`;
  const whole: PlanRecord = {
    ...record,
    document: {
      ...record.document,
      id,
      source: { ...source, uri: place.uri, ...(place.alsoAt.length === 0 ? {} : { alsoAt: [...place.alsoAt] }) },
    },
    targets: record.targets.map((target) => ({ ...target, id: moved(target.id) })),
    tasks: record.tasks.map((task) => ({ ...task, id: moved(task.id) })),
  };
  return { ...written, id, record: serialise(whole) };
}
