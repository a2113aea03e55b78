import type { CorrectionsFile } from '../../model/correction.ts';
import {
  dropRules,
  findCorrections,
  keepRules,
  laidDocument,
  markOf,
  merged,
  noCorrections,
  readCorrections,
  readRules,
  removeCorrections,
  speaksOf,
  writeCorrections,
} from './corrections.ts';
import { type Entry, placesOf } from './entry.ts';

/** The corrections of one output folder, kept for one run. */
export interface KeptCorrections {
  /** Names of files that are no corrections of this program. */
  readonly damaged: readonly string[];
  /** Whether something was said of a document, or of one that lay where it does now and is no more. */
  readonly concerns: (entry: Entry, owned: (id: string) => boolean) => boolean;
  /**
   * The corrections of a document. It takes over those of its record before, and those of its places that no document
   * has any more: it is a new version of what lay there.
   *
   * @param owned whether a document has this id
   */
  readonly take: (
    of: Pick<Entry, 'id' | 'uri' | 'alsoAt'>,
    before: string | undefined,
    owned: (id: string) => boolean,
  ) => Promise<CorrectionsFile | undefined>;
  /** Lays corrections over a record that is about to be written, and keeps what the rules made. */
  readonly lay: (
    document: { readonly id: string; readonly record: string; readonly text: string },
    file: CorrectionsFile | undefined,
    rules: string | undefined,
  ) => Promise<{ readonly record: string; readonly mark: string | undefined }>;
  /** What the rules made of a document; undefined where nothing is laid over it, or it was lost. */
  readonly rules: (id: string) => Promise<string | undefined>;
  /** A document left the folder: what was said of it stays. */
  readonly left: (id: string) => Promise<boolean>;
  /** Clears away what a document without corrections does not need. */
  readonly clear: (id: string) => Promise<void>;
}

/**
 * @param clean is given the folder of corrections where there is one
 * @throws {CallError} where a link stands in its place
 */
export async function keepCorrections(
  folder: string,
  clean: (corrections: string) => Promise<void>,
): Promise<KeptCorrections> {
  const found = await findCorrections(folder, clean);
  const files = new Map(found.files);
  const kept = new Set(found.kept);
  const read = async (id: string): Promise<CorrectionsFile | undefined> => {
    // Read anew each time: a person may correct while a run goes on.
    const file = await readCorrections(folder, id);
    if (file === undefined || file === 'damaged') files.delete(id);
    else files.set(id, file);
    return files.get(id);
  };
  /** Ids of documents that lay where this one does and are no more. */
  const leftAt = (of: Pick<Entry, 'id' | 'uri' | 'alsoAt'>, owned: (id: string) => boolean): string[] => {
    const gone = [...files].filter(([id]) => id !== of.id && !owned(id));
    if (gone.length === 0) return [];
    const places = placesOf(of);
    return gone.flatMap(([id, { document }]) => (document.places.some((one) => places.includes(one)) ? [id] : []));
  };
  const clear = async (id: string): Promise<void> => {
    kept.delete(id);
    await dropRules(folder, id);
  };
  return {
    damaged: found.damaged,
    concerns: (entry, owned) =>
      entry.corrections !== undefined || files.has(entry.id) || kept.has(entry.id) || leftAt(entry, owned).length > 0,
    async take(of, before, owned) {
      const { id } = of;
      const places = placesOf(of);
      const own = await read(id);
      // One that was corrected since the run began is not among those that were found then.
      if (before !== undefined && before !== id) await read(before);
      const others = [...files.keys()].filter((other) => other === before && other !== id);
      others.push(...leftAt(of, owned).filter((other) => other !== before));
      let file = own;
      for (const other of others) {
        const theirs = await read(other);
        if (theirs !== undefined) file = merged(file ?? noCorrections(id, places), theirs);
      }
      // What is there but cannot be read is never written over.
      if (file === undefined || (own === undefined && (await readCorrections(folder, id)) === 'damaged'))
        return undefined;
      const now = { ...file, document: { ...file.document, places: [...places] } };
      if (JSON.stringify(now) !== JSON.stringify(own)) await writeCorrections(folder, now);
      files.set(id, now);
      for (const other of others) {
        await removeCorrections(folder, other);
        files.delete(other);
        await clear(other);
      }
      return now;
    },
    lay: (document, file, rules) => layKept(folder, document, file, rules),
    // Looked for each time, as what was said is.
    rules: (id) => readRules(folder, id),
    async left(id) {
      await clear(id);
      return (await read(id)) !== undefined;
    },
    clear,
  };
}

const layKept = async (
  folder: string,
  { id, record, text }: Parameters<KeptCorrections['lay']>[0],
  file: CorrectionsFile | undefined,
  rules: string | undefined,
): ReturnType<KeptCorrections['lay']> => {
  if (file === undefined || file.entries.length === 0) return { record, mark: undefined };
  const laid = laidDocument(record, text, file.entries, rules);
  if (laid.entries.some((one, i) => one !== file.entries[i]))
    await writeCorrections(folder, { ...file, entries: [...laid.entries] });
  await keepRules(folder, id, record);
  return laid;
};

/**
 * What is to be written of a document so that it says what its corrections say: nothing where it does, `unknown` where
 * what the rules made of it is lost. A run may have been killed in the middle, or somebody put the file there.
 */
export async function unsettled(
  kept: KeptCorrections,
  file: CorrectionsFile | undefined,
  entry: Entry,
  read: (kind: 'json' | 'txt') => Promise<string>,
): Promise<{ readonly record: string; readonly text: string } | 'settled' | 'unknown'> {
  const rules = await kept.rules(entry.id);
  const entries = file?.entries ?? [];
  if (rules === undefined && entries.length === 0 && entry.corrections === undefined) return 'settled';
  if (rules !== undefined && entries.length > 0 && markOf(rules, entries) === entry.corrections) return 'settled';
  const text = await read('txt');
  if (rules !== undefined && speaksOf(rules, entry.id, text)) return { record: rules, text };
  return entry.corrections === undefined ? { record: await read('json'), text } : 'unknown';
}
