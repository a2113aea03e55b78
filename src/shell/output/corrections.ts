import { lstat, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { applyCorrections, type CorrectionNow } from '../../corrections/lay.ts';
import { CORRECTIONS_VERSION, Correction, CorrectionsFile } from '../../model/correction.ts';
import { PlanRecord } from '../../model/record.ts';
import { systemCode } from '../failure.ts';
import { jsonOf } from '../json.ts';
import { readOwn, refuseLink } from './own-file.ts';
import { replaceFile, replaceFiles, sha256Of } from './replace-file.ts';
import { serialise } from './serialise.ts';

/** What the rules made of a corrected document stands beside what persons said of it, to go back to. */
const RULES = '.rules.json';

const folderOf = (folder: string): string => join(folder, 'corrections');
const fileOf = (folder: string, id: string): string => join(folderOf(folder), `${id}.json`);
const rulesOf = (folder: string, id: string): string => join(folderOf(folder), `${id}${RULES}`);

/** The folder of corrections; made where it is not there yet. @throws {CallError} for a link */
export async function openFolderOfCorrections(folder: string): Promise<void> {
  await mkdir(folderOf(folder), { recursive: true });
  await refuseLink(folderOf(folder));
}

/** What stands in corrections/. */
export interface FoundCorrections {
  /** By the id of the document. */
  readonly files: ReadonlyMap<string, CorrectionsFile>;
  /** Ids of documents of which the record that the rules made is kept. */
  readonly kept: ReadonlySet<string>;
  /** Names of files that are no corrections of this program: named in the summary, never written over. */
  readonly damaged: readonly string[];
}

/**
 * @param clean is given the folder of corrections first, where there is one
 * @throws {CallError} where a link stands in its place
 */
export async function findCorrections(
  folder: string,
  clean: (corrections: string) => Promise<void> = async () => undefined,
): Promise<FoundCorrections> {
  const place = folderOf(folder);
  const there = await lstat(place).catch(() => undefined);
  if (there !== undefined) {
    await refuseLink(place);
    await clean(place);
  }
  const names = there === undefined ? [] : await readdir(place);
  const files = new Map<string, CorrectionsFile>();
  const kept = new Set<string>();
  const damaged: string[] = [];
  for (const name of names.filter((one) => one.endsWith('.json')).sort()) {
    if (name.endsWith(RULES)) {
      kept.add(name.slice(0, -RULES.length));
      continue;
    }
    const id = name.slice(0, -'.json'.length);
    const file = await readCorrections(folder, id);
    if (file === undefined || file === 'damaged') damaged.push(`corrections/${name}`);
    else files.set(id, file);
  }
  return { files, kept, damaged };
}

/** What was said of a document; undefined where nobody said anything. */
export async function readCorrections(folder: string, id: string): Promise<CorrectionsFile | 'damaged' | undefined> {
  const content = await readOwn(fileOf(folder, id)).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (content === undefined) return undefined;
  const read = CorrectionsFile.safeParse(jsonOf(String(content)));
  return read.success && read.data.document.id === id ? read.data : 'damaged';
}

const jsonFile = (file: CorrectionsFile): string => `${JSON.stringify(file, null, 2)}\n`;

export async function writeCorrections(folder: string, file: CorrectionsFile): Promise<void> {
  await replaceFile(fileOf(folder, file.document.id), jsonFile(file));
}

/**
 * Writes what persons said of a document, and its record with that laid over: both, or where there is no room neither.
 *
 * @param rules the record that the rules made; kept where something is laid over it
 * @returns SHA-256 of the record
 */
export async function writeCorrected(
  folder: string,
  file: CorrectionsFile,
  { record, rules }: { readonly record: string; readonly rules: string },
): Promise<string> {
  const { id } = file.document;
  const replaced = await replaceFiles([
    ...(file.entries.length > 0 ? [[rulesOf(folder, id), rules] as const] : []),
    [fileOf(folder, id), jsonFile(file)],
    [join(folder, 'documents', `${id}.json`), record],
  ]);
  return replaced.at(-1)?.sha256 ?? '';
}

export const removeCorrections = (folder: string, id: string): Promise<void> => rm(fileOf(folder, id), { force: true });

export const noCorrections = (id: string, places: readonly string[]): CorrectionsFile => ({
  schemaVersion: CORRECTIONS_VERSION,
  document: { id, places: [...places], formerly: [] },
  entries: [],
  undone: [],
});

/** The record that the rules made, of a document that is corrected. */
export const readRules = (folder: string, id: string): Promise<string | undefined> =>
  readOwn(rulesOf(folder, id)).then(String, () => undefined);

export async function keepRules(folder: string, id: string, record: string): Promise<void> {
  await replaceFile(rulesOf(folder, id), record);
}

export const dropRules = (folder: string, id: string): Promise<void> => rm(rulesOf(folder, id), { force: true });

/** Corrections of two files as those of one document; what stands in both stands there once. */
export function merged(into: CorrectionsFile, from: CorrectionsFile): CorrectionsFile {
  const known = new Set([...into.entries.map(({ id }) => id), ...into.undone.map(({ entry }) => entry.id)]);
  const entries = [...into.entries, ...from.entries.filter(({ id }) => !known.has(id))];
  return {
    ...into,
    document: {
      ...into.document,
      formerly: [...new Set([...into.document.formerly, ...from.document.formerly, from.document.id])].filter(
        (id) => id !== into.document.id,
      ),
    },
    entries: entries.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
    undone: [...into.undone, ...from.undone.filter(({ entry }) => !known.has(entry.id))],
  };
}

/** A record with corrections laid over it, ready to be written. */
export interface LaidDocument {
  readonly record: string;
  readonly states: readonly CorrectionNow[];
  /** The corrections, with a note at those that the rules have come to agree with. */
  readonly entries: readonly Correction[];
  /** What tells whether it was made of these corrections and this record; undefined where there are no corrections. */
  readonly mark: string | undefined;
}

/**
 * @param record JSON of the record that the rules made
 * @param rules their version, where it is known
 */
export function laidDocument(
  record: string,
  text: string,
  entries: readonly Correction[],
  rules: string | undefined,
): LaidDocument {
  if (entries.length === 0) return { record, states: [], entries, mark: undefined };
  const laid = applyCorrections(PlanRecord.parse(JSON.parse(record)), text, entries);
  const agreeing = new Set(laid.states.flatMap(({ id, state }) => (state === 'agrees' ? [id] : [])));
  const told = entries.map((one) =>
    rules === undefined || one.agreed !== undefined || !agreeing.has(one.id) ? one : { ...one, agreed: rules },
  );
  return { record: serialise(laid.record), states: laid.states, entries: told, mark: markOf(record, told) };
}

/** The same for corrections that were just made and for those that were read from their file, whatever the order of fields. */
export const markOf = (record: string, entries: readonly Correction[]): string | undefined =>
  entries.length === 0
    ? undefined
    : sha256Of(`${record}\0${JSON.stringify(entries.map((entry) => Correction.parse(entry)))}`);

/** Whether the record that was kept speaks of the text that is there: a run may have been killed between the two. */
export function speaksOf(record: string, id: string, text: string): boolean {
  const read = PlanRecord.safeParse(jsonOf(record));
  if (!read.success || read.data.document.id !== id) return false;
  return [...read.data.targets, ...read.data.tasks].every(
    ({ source: { quote, start, end } }) => text.slice(start, end) === quote,
  );
}
