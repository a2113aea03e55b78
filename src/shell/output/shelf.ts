import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PlanError } from '../../model/errors.ts';
import { reasonOf } from '../failure.ts';
import { type Entry, placesOf } from './entry.ts';
import { type KeptCorrections, unsettled } from './kept-corrections.ts';
import type { FolderLock } from './lock.ts';
import { readOwn } from './own-file.ts';
import { replaceFile, sha256Of } from './replace-file.ts';
import { note, noteBegun } from './runs.ts';
import type { WrittenDocument } from './written.ts';

/** The folders of one output folder. */
export interface Rooms {
  readonly folder: string;
  readonly documents: string;
  readonly runs: string;
}

/** The documents of an output folder, with what persons said of them laid over. */
export interface Shelf {
  /**
   * Writes a document, with what persons said of it laid over, and removes the record of the same bytes that it replaces.
   *
   * @throws {PlanError} when another document has that id, or the folder cannot be written
   */
  readonly put: (
    written: WrittenDocument,
    of: Pick<Entry, 'sha256' | 'uri' | 'alsoAt'>,
    made: Entry['made'],
  ) => Promise<Entry>;
  /**
   * What persons said of it is taken over by the document that has its place now; where there is none it stays where it
   * lies, until one comes.
   */
  readonly remove: (id: string) => Promise<boolean>;
  /** What `put` was given: the record as the rules made it. */
  readonly read: (entry: Entry) => Promise<WrittenDocument>;
  /** Whether anything was written or removed. */
  readonly changed: () => boolean;
  readonly bySha: Map<string, Entry>;
  readonly erase: (id: string) => Promise<void>;
  /** Lays anew what a killed run, or whoever put corrections there, left undone. */
  readonly settle: () => Promise<void>;
}

export function openShelf(
  { documents, runs }: Rooms,
  lock: FolderLock,
  kept: KeptCorrections,
  entries: readonly Entry[],
): Shelf {
  const bySha = new Map(entries.map((entry) => [entry.sha256, entry]));
  /** Also the ids that are being written right now. */
  const owners = new Map(entries.map(({ id, sha256 }) => [id, sha256]));
  const owned = (id: string): boolean => owners.has(id);
  let changed = false;

  async function erase(id: string): Promise<void> {
    lock.check();
    // The record goes first: a text without a record is nobody's, a record without its text is broken.
    await rm(join(documents, `${id}.json`), { force: true });
    await rm(join(documents, `${id}.txt`), { force: true });
    changed = true;
  }
  const put: Shelf['put'] = async ({ id, record, text, pipeline }, { sha256, uri, alsoAt }, made) => {
    if ((owners.get(id) ?? sha256) !== sha256) {
      const detail = `Another document is already written as ${id}. Rename the file and run again.`;
      throw new PlanError('output-unwritable', 'write', detail);
    }
    owners.set(id, sha256);
    const before = bySha.get(sha256);
    try {
      lock.check();
      await noteBegun(runs, id, sha256Of(text));
      const file = await kept.take({ id, uri, alsoAt }, before?.id, owned);
      const laid = await kept.lay({ id, record, text }, file, made?.rules);
      const hashes = await writeBoth(documents, { id, record: laid.record, text });
      const mark = laid.mark === undefined ? {} : { corrections: laid.mark };
      const entry: Entry = { id, sha256, uri, alsoAt: [...alsoAt], pipeline, ...hashes, ...mark, made };
      changed = true;
      bySha.set(sha256, entry);
      await note(runs, entry);
      if (laid.mark === undefined) await kept.clear(id);
      if (before !== undefined && before.id !== id) {
        await erase(before.id);
        owners.delete(before.id);
      }
      return entry;
    } catch (error) {
      const reason = reasonOf(error, 'write');
      throw new PlanError(reason.code, 'write', reason.message, error);
    }
  };
  const read: Shelf['read'] = (entry) => readWritten(documents, kept, entry);
  return {
    ...{ bySha, erase, put, read },
    async remove(id) {
      const entry = [...bySha.values()].find((one) => one.id === id);
      if (entry === undefined) return false;
      await erase(id);
      bySha.delete(entry.sha256);
      owners.delete(id);
      if (!(await kept.left(id))) return true;
      const places = new Set(placesOf(entry));
      const next = [...bySha.values()].find((one) => placesOf(one).some((place) => places.has(place)));
      if (next !== undefined) await put(await read(next), next, next.made);
      return true;
    },
    changed: () => changed,
    settle: () => settle(documents, kept, entries, owned, { bySha, put }),
  };
}

async function settle(
  documents: string,
  kept: KeptCorrections,
  entries: readonly Entry[],
  owned: (id: string) => boolean,
  { bySha, put }: Pick<Shelf, 'bySha' | 'put'>,
): Promise<void> {
  for (const entry of entries.filter((one) => kept.concerns(one, owned))) {
    const { id, sha256, pipeline, made } = entry;
    const file = await kept.take(entry, undefined, owned);
    const read = async (kind: 'json' | 'txt'): Promise<string> =>
      String(await readOwn(join(documents, `${id}.${kind}`)));
    const want = await unsettled(kept, file, entry, read);
    if (want === 'unknown') bySha.set(sha256, { ...entry, made: null });
    else if (want !== 'settled') await put({ ...want, id, pipeline }, entry, made);
  }
}

/** What the rules made of a document. @throws an error of the system where it is not there */
async function readWritten(documents: string, kept: KeptCorrections, entry: Entry): Promise<WrittenDocument> {
  const { id, pipeline } = entry;
  const record = (await kept.rules(id)) ?? String(await readOwn(join(documents, `${id}.json`)));
  return { id, record, text: String(await readOwn(join(documents, `${id}.txt`))), pipeline };
}

/** Writes a document. The record comes last: it is there when the document is whole. */
async function writeBoth(
  documents: string,
  { id, record, text }: { readonly id: string; readonly record: string; readonly text: string },
): Promise<{ record: string; text: string }> {
  const textFile = await replaceFile(join(documents, `${id}.txt`), text);
  const recordFile = await replaceFile(join(documents, `${id}.json`), record);
  return { record: recordFile.sha256, text: textFile.sha256 };
}
