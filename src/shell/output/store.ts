import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { PlanError } from '../../model/errors.ts';
import { CallError } from '../call-error.ts';
import { reasonOf, systemCode } from '../failure.ts';
import { jsonOf } from '../json.ts';
import type { Entry } from './entry.ts';
import type { Item } from './items.ts';
import { type FolderLock, lockFolder } from './lock.ts';
import { readOwn, refuseLink } from './own-file.ts';
import { isDraftOf, replaceFile, sha256Of } from './replace-file.ts';
import { beginRun, dropJournal, type Notes, note, noteBegun, openJournal, readNotes, writeRun } from './runs.ts';
import type { WrittenDocument } from './written.ts';

/** What tells one record from another, whatever else is in it. */
const Known = z.object({
  document: z.object({
    id: z.string(),
    sha256: z.string(),
    source: z.object({ uri: z.string(), alsoAt: z.array(z.string()).default([]) }),
  }),
  pipeline: z.object({ name: z.string(), version: z.string() }),
});

/** The documents of one output folder, kept for one run. */
export interface Store {
  readonly folder: string;
  /** Files in documents/ that are no records: named in the summary, left where they are. */
  readonly damaged: readonly string[];
  /** @throws {PlanError} when the folder is no longer this run's own */
  readonly check: () => void;
  readonly entries: () => readonly Entry[];
  readonly bySha: (sha256: string) => Entry | undefined;
  /**
   * Writes a document and removes the record of the same bytes that it replaces.
   *
   * @throws {PlanError} when another document has that id, or the folder cannot be written
   */
  readonly put: (
    written: WrittenDocument,
    of: Pick<Entry, 'sha256' | 'uri' | 'alsoAt'>,
    made: Entry['made'],
  ) => Promise<Entry>;
  readonly remove: (id: string) => Promise<boolean>;
  /** What `put` wrote. */
  readonly read: (entry: Entry) => Promise<WrittenDocument>;
  /** Whether anything was written or removed. */
  readonly changed: () => boolean;
  /** Writes the list of this run, if it changed anything, with the items of records that no earlier run noted. */
  readonly finish: (program: string, itemsById?: ReadonlyMap<string, readonly Item[]>) => Promise<void>;
  /** Gives the folder back. */
  readonly close: () => Promise<void>;
}

/** @throws {CallError} when the folder cannot be made or another run has it */
export async function openStore(folder: string): Promise<Store> {
  const documents = join(folder, 'documents');
  const runs = join(folder, 'runs');
  try {
    await mkdir(documents, { recursive: true });
    await mkdir(runs, { recursive: true });
  } catch (error) {
    throw new CallError(`--out ${folder}: ${reasonOf(error, 'write').message}`);
  }
  for (const place of [documents, runs]) await refuseLink(place);
  const lock = await lockFolder(folder);
  try {
    return await load(folder, documents, runs, lock);
  } catch (error) {
    await lock.release();
    if (systemCode(error) === undefined) throw error;
    throw new CallError(`--out ${folder}: ${reasonOf(error, 'write').message}`);
  }
}

async function load(folder: string, documents: string, runs: string, lock: FolderLock): Promise<Store> {
  const started = await beginRun(runs);
  const notes = await readNotes(runs);
  for (const place of [folder, documents, runs]) await removeDrafts(place, notes.drafts);
  const { entries, damaged, superseded } = await readEntries(documents, notes.entries);
  const bySha = new Map(entries.map((entry) => [entry.sha256, entry]));
  /** Also the ids that are being written right now. */
  const owners = new Map(entries.map(({ id, sha256 }) => [id, sha256]));
  let changed = false;

  async function erase(id: string): Promise<void> {
    lock.check();
    // The record goes first: a text without a record is nobody's, a record without its text is broken.
    await rm(join(documents, `${id}.json`), { force: true });
    await rm(join(documents, `${id}.txt`), { force: true });
    changed = true;
  }
  for (const id of superseded) await erase(id);
  await removeLoneTexts(documents, notes);
  await openJournal(runs);

  return {
    folder,
    damaged,
    check: lock.check,
    entries: () => [...bySha.values()],
    bySha: (sha256) => bySha.get(sha256),
    async put({ id, record, text, pipeline }, { sha256, uri, alsoAt }, made) {
      if ((owners.get(id) ?? sha256) !== sha256) {
        const detail = `Another document is already written as ${id}. Rename the file and run again.`;
        throw new PlanError('output-unwritable', 'write', detail);
      }
      owners.set(id, sha256);
      const before = bySha.get(sha256);
      try {
        lock.check();
        await noteBegun(runs, id, sha256Of(text));
        const hashes = await writeBoth(documents, { id, record, text });
        const entry: Entry = { id, sha256, uri, alsoAt: [...alsoAt], pipeline, ...hashes, made };
        changed = true;
        bySha.set(sha256, entry);
        await note(runs, entry);
        if (before !== undefined && before.id !== id) {
          await erase(before.id);
          owners.delete(before.id);
        }
        return entry;
      } catch (error) {
        const reason = reasonOf(error, 'write');
        throw new PlanError(reason.code, 'write', reason.message, error);
      }
    },
    async remove(id) {
      const entry = [...bySha.values()].find((one) => one.id === id);
      if (entry === undefined) return false;
      await erase(id);
      bySha.delete(entry.sha256);
      owners.delete(id);
      return true;
    },
    read: (entry) => readWritten(documents, entry),
    changed: () => changed,
    async finish(program, itemsById = new Map()) {
      lock.check();
      if (changed || notes.unlisted) {
        await writeRun(runs, started, program, bySha.values(), itemsById);
      }
      await dropJournal(runs);
    },
    close: lock.release,
  };
}

/** What was written of a document. */
async function readWritten(documents: string, { id, pipeline }: Entry): ReturnType<Store['read']> {
  const [record, text] = await Promise.all(['json', 'txt'].map((kind) => readOwn(join(documents, `${id}.${kind}`))));
  return { id, record: String(record), text: String(text), pipeline };
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

interface Loaded {
  readonly entries: readonly Entry[];
  readonly damaged: readonly string[];
  /** Ids of records whose bytes a later record was made of, when the run that made it was killed. */
  readonly superseded: readonly string[];
}

async function readEntries(documents: string, notes: ReadonlyMap<string, Entry>): Promise<Loaded> {
  const order = new Map([...notes.keys()].map((id, i) => [id, i]));
  const kept = new Map<string, Entry>();
  const damaged: string[] = [];
  const superseded: string[] = [];
  for (const name of (await readdir(documents)).filter((one) => one.endsWith('.json')).sort()) {
    const entry = await readEntry(documents, name.slice(0, -'.json'.length), notes);
    if (entry === undefined) {
      damaged.push(name);
      continue;
    }
    const other = kept.get(entry.sha256);
    const later = other === undefined || (order.get(entry.id) ?? -1) >= (order.get(other.id) ?? -1);
    if (other !== undefined) superseded.push(later ? other.id : entry.id);
    if (later) kept.set(entry.sha256, entry);
  }
  return { entries: [...kept.values()], damaged, superseded };
}

/** The note of a document where it still speaks of what is there, else what the record itself says. */
async function readEntry(documents: string, id: string, notes: ReadonlyMap<string, Entry>): Promise<Entry | undefined> {
  const record = await readOwn(join(documents, `${id}.json`)).catch(() => undefined);
  if (record === undefined) return undefined;
  const text = await readOwn(join(documents, `${id}.txt`)).catch(() => undefined);
  const hashes = { record: sha256Of(record), text: text === undefined ? '' : sha256Of(text) };
  const noted = notes.get(id);
  if (noted !== undefined && noted.record === hashes.record && noted.text === hashes.text) return noted;
  const known = Known.safeParse(jsonOf(record.toString('utf8')));
  if (!known.success || known.data.document.id !== id) return undefined;
  const { document, pipeline } = known.data;
  const { uri, alsoAt } = document.source;
  return { id, sha256: document.sha256, uri, alsoAt, pipeline, ...hashes, made: null };
}

/** What is removed is what killed runs noted that they wrote, by its exact name: whatever else stands there is somebody's. */
async function removeDrafts(folder: string, marks: ReadonlySet<string>): Promise<void> {
  if (marks.size === 0) return;
  for (const name of await readdir(folder))
    if ([...marks].some((mark) => isDraftOf(name, mark))) await rm(join(folder, name), { force: true });
}

/** A text without its record: a run was killed between the two. */
async function removeLoneTexts(documents: string, { entries, begun }: Notes): Promise<void> {
  const names = new Set(await readdir(documents));
  const texts = new Map([...[...entries].map(([id, { text }]) => [id, text] as const), ...begun]);
  for (const [id, text] of texts) {
    if (names.has(`${id}.json`) || !names.has(`${id}.txt`)) continue;
    const there = await readOwn(join(documents, `${id}.txt`)).catch(() => undefined);
    if (there !== undefined && sha256Of(there) === text) await rm(join(documents, `${id}.txt`), { force: true });
  }
}
