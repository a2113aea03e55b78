import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { FolderError } from '../call-error.ts';
import { reasonOf, systemCode } from '../failure.ts';
import { jsonOf } from '../json.ts';
import type { Entry, RunList } from './entry.ts';
import type { Item } from './items.ts';
import { keepCorrections } from './kept-corrections.ts';
import { hashOf, type KnownHashes } from './known-hashes.ts';
import { type FolderLock, lockFolder } from './lock.ts';
import { readOwn, refuseLink } from './own-file.ts';

import { isDraftOf, sha256Of } from './replace-file.ts';
import {
  afterCorrection,
  beginRun,
  dropJournal,
  type Notes,
  openJournal,
  readNotes,
  thinRuns,
  writeRun,
} from './runs.ts';
import { openShelf, type Rooms, type Shelf } from './shelf.ts';

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
export interface Store extends Pick<Shelf, 'put' | 'remove' | 'read' | 'changed'> {
  readonly folder: string;
  /** Files in documents/ that are no records, and in corrections/ that are no corrections: named in the summary, left where they are. */
  readonly damaged: readonly string[];
  /** @throws {PlanError} when the folder is no longer this run's own */
  readonly check: () => void;
  readonly entries: () => readonly Entry[];
  readonly bySha: (sha256: string) => Entry | undefined;
  /** Takes note of documents that were corrected while this store was open: their records are others now. */
  readonly takeCorrected: () => Promise<void>;
  /** Whether the items of this record (by its SHA-256) are noted, though no list has them yet. */
  readonly notes?: (record: string) => boolean;
  /** Writes the list of this run, if it changed anything, with the items of records that no earlier run noted. */
  readonly finish: (
    program: string,
    itemsById?: ReadonlyMap<string, readonly Item[]>,
    by?: RunList['by'],
  ) => Promise<void>;
  /** Gives the folder back. */
  readonly close: () => Promise<void>;
}

/**
 * @param known hashes of its files, for those who open it again and again
 * @throws {CallError} when the folder cannot be made or another run has it
 */
export async function openStore(folder: string, known?: KnownHashes): Promise<Store> {
  const documents = join(folder, 'documents');
  const runs = join(folder, 'runs');
  try {
    await mkdir(documents, { recursive: true });
    await mkdir(runs, { recursive: true });
  } catch (error) {
    throw new FolderError(`--out ${folder}`, reasonOf(error, 'write').message);
  }
  for (const place of [documents, runs]) await refuseLink(place);
  const lock = await lockFolder(folder);
  try {
    return await load({ folder, documents, runs }, lock, known);
  } catch (error) {
    await lock.release();
    if (systemCode(error) === undefined) throw error;
    throw new FolderError(`--out ${folder}`, reasonOf(error, 'write').message);
  }
}

async function load(rooms: Rooms, lock: FolderLock, known: KnownHashes | undefined): Promise<Store> {
  const { folder, documents, runs } = rooms;
  const started = await beginRun(runs);
  const notes = await readNotes(runs);
  for (const place of [folder, documents, runs]) await removeDrafts(place, notes.drafts);
  const { entries, damaged, superseded } = await readEntries(documents, notes.entries, known);
  const kept = await keepCorrections(folder, (corrections) => removeDrafts(corrections, notes.drafts));
  const shelf = openShelf(rooms, lock, kept, entries);
  for (const id of superseded) await shelf.erase(id);
  await removeLoneTexts(documents, notes);
  await openJournal(runs);
  await shelf.settle();
  const { bySha, put, remove, read, changed } = shelf;
  return {
    folder,
    damaged: [...damaged, ...kept.damaged],
    check: lock.check,
    entries: () => [...bySha.values()],
    bySha: (sha256) => bySha.get(sha256),
    ...{ put, remove, read, changed },
    async takeCorrected() {
      await takeCorrected(runs, bySha);
    },
    async finish(program, itemsById = new Map(), by) {
      lock.check();
      const corrected = await takeCorrected(runs, bySha);
      if (changed() || notes.unlisted || corrected) {
        await writeRun(runs, started, program, bySha.values(), itemsById, by);
        if (by === 'serve') await thinRuns(runs, started);
      }
      await dropJournal(runs);
    },
    close: lock.release,
  };
}

/**
 * What was corrected while a run went on is noted in the journal alone.
 *
 * @returns whether anything was
 */
async function takeCorrected(runs: string, bySha: Map<string, Entry>): Promise<boolean> {
  const { corrected } = await readNotes(runs);
  for (const one of corrected) {
    const entry = [...bySha.values()].find(({ id, record }) => id === one.corrected && record === one.was);
    if (entry !== undefined) bySha.set(entry.sha256, afterCorrection(entry, one));
  }
  return corrected.length > 0;
}

interface Loaded {
  readonly entries: readonly Entry[];
  readonly damaged: readonly string[];
  /** Ids of records whose bytes a later record was made of, when the run that made it was killed. */
  readonly superseded: readonly string[];
}

async function readEntries(
  documents: string,
  notes: ReadonlyMap<string, Entry>,
  known: KnownHashes | undefined,
): Promise<Loaded> {
  const order = new Map([...notes.keys()].map((id, i) => [id, i]));
  const kept = new Map<string, Entry>();
  const damaged: string[] = [];
  const superseded: string[] = [];
  for (const name of (await readdir(documents)).filter((one) => one.endsWith('.json')).sort()) {
    const entry = await readEntry(documents, name.slice(0, -'.json'.length), notes, known);
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
async function readEntry(
  documents: string,
  id: string,
  notes: ReadonlyMap<string, Entry>,
  hashesKnown: KnownHashes | undefined,
): Promise<Entry | undefined> {
  const [json, txt] = [join(documents, `${id}.json`), join(documents, `${id}.txt`)];
  const noted = notes.get(id);
  const hashes = { record: await hashOf(json, hashesKnown), text: await hashOf(txt, hashesKnown) };
  if (hashes.record === '') return undefined;
  if (noted !== undefined && noted.record === hashes.record && noted.text === hashes.text) return noted;
  const record = await readOwn(json).catch(() => '');
  const known = Known.safeParse(jsonOf(String(record)));
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
