import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { CorrectionNow } from '../../corrections/lay.ts';
import { correctionOf } from '../../corrections/make.ts';
import { type Correction, CorrectionDraft, type CorrectionsFile } from '../../model/correction.ts';
import { PlanError } from '../../model/errors.ts';
import { PlanRecord } from '../../model/record.ts';
import { CallError } from '../call-error.ts';
import { reasonOf, systemCode } from '../failure.ts';
import { jsonOf } from '../json.ts';
import {
  dropRules,
  laidDocument,
  noCorrections,
  openFolderOfCorrections,
  readCorrections,
  readRules,
  speaksOf,
  writeCorrected,
} from '../output/corrections.ts';
import { type FolderLock, lockFolder } from '../output/lock.ts';
import { readOwn, refuseLink } from '../output/own-file.ts';
import { freshenTables } from '../output/remake.ts';
import { sha256Of } from '../output/replace-file.ts';
import { noteCorrected, readNotes, runNames } from '../output/runs.ts';
import { rulesVersion } from '../rules-version.ts';

/** A document with what persons said of it. */
export interface CorrectedDocument {
  /** As it is written: with the corrections laid over. */
  readonly record: PlanRecord;
  /** The oldest first. */
  readonly entries: readonly Correction[];
  /** What became of each, in the same order. */
  readonly states: readonly CorrectionNow[];
  readonly undone: CorrectionsFile['undone'];
}

/** Corrections of the documents of one output folder. One change is made at a time, and each is whole or not made. */
export interface Corrections {
  /** @throws {PlanError} `document-unknown`, `correction-refused` where what is there is damaged */
  readonly list: (document: string) => Promise<CorrectedDocument>;
  /**
   * Adds corrections to a document: all of them or none.
   *
   * @param drafts each a `CorrectionDraft`; held against its schema here
   * @param by who makes them: a name
   * @param seen is given the SHA-256 of the record as it is: throws where that is not what the caller had seen
   * @returns the document as it is written now
   * @throws {PlanError} `document-unknown`, `correction-refused`, `output-unwritable` (also while a run has the folder)
   */
  readonly add: (
    document: string,
    drafts: readonly unknown[],
    by: string,
    seen?: (record: string) => void,
  ) => Promise<CorrectedDocument>;
  /** Takes corrections back; they are kept as `undone`. @throws {PlanError} as `add`, and where it has none of that id */
  readonly remove: (
    document: string,
    ids: readonly string[],
    by: string,
    seen?: (record: string) => void,
  ) => Promise<CorrectedDocument>;
  /** Makes the tables anew where something was corrected since they were made. @throws {CallError} while a run has the folder */
  readonly freshen: () => Promise<void>;
}

export interface CorrectionsOptions {
  /** Of a caller that has the folder to itself already; else it is kept for each change. */
  readonly lock?: Pick<FolderLock, 'check'>;
  readonly now?: () => Date;
  readonly newId?: () => string;
}

/** Opens the corrections of an output folder. Nothing is kept open. */
export function openCorrections(folder: string, options: CorrectionsOptions = {}): Corrections {
  const { now = () => new Date(), newId = () => randomBytes(6).toString('hex') } = options;
  const rulesOf = rulesOfRecords(join(folder, 'runs'));
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(change: () => Promise<T>): Promise<T> => {
    const turn = last.then(change);
    last = turn.catch(() => undefined);
    return turn;
  };
  const changing = (
    id: string,
    by: string,
    seen: (record: string) => void = () => undefined,
    change: Change,
  ): Promise<CorrectedDocument> =>
    inTurn(() =>
      withFolder(folder, options.lock, async (lock) => {
        const name = by.trim();
        if (name === '' || name.length > 100) throw refused('Give a name of at most 100 characters.');
        const open = await openDocument(folder, id);
        seen(open.hash);
        const file = change(open, { at: now().toISOString(), by: name, rules: await rulesOf(id) });
        lock.check();
        return write(folder, open, file);
      }),
    );
  return {
    list: async (id) => {
      const open = await openDocument(folder, id);
      const { states } = laidDocument(open.rules, open.text, open.file.entries, undefined);
      return { record: open.record, entries: open.file.entries, states, undone: open.file.undone };
    },
    add: (id, drafts, by, seen) =>
      changing(id, by, seen, ({ rules, text, file }, made) => {
        const record = PlanRecord.parse(JSON.parse(rules));
        const entries = [...file.entries];
        for (const draft of drafts) {
          const asked = CorrectionDraft.safeParse(draft);
          if (!asked.success)
            throw refused(asked.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));
          entries.push(correctionOf({ record, text, entries }, asked.data, { id: newId(), ...made }));
        }
        return { ...file, entries };
      }),
    remove: (id, ids, by, seen) =>
      changing(id, by, seen, ({ file }, { at, by: name }) => {
        const unknown = ids.find((one) => !file.entries.some((entry) => entry.id === one));
        if (unknown !== undefined) throw refused(`This document has no correction ${unknown}. Read them again.`);
        const gone = file.entries.filter((entry) => ids.includes(entry.id));
        return {
          ...file,
          entries: file.entries.filter((entry) => !gone.includes(entry)),
          undone: [...file.undone, ...gone.map((entry) => ({ at, by: name, entry }))],
        };
      }),
    freshen: () => inTurn(() => freshenTables(folder)).then(() => undefined),
  };
}

type Change = (open: OpenDocument, made: Pick<Correction, 'at' | 'by' | 'rules'>) => CorrectionsFile;

interface OpenDocument {
  readonly id: string;
  readonly record: PlanRecord;
  /** Hash of the file of the record. */
  readonly hash: string;
  /** JSON of the record that the rules made. */
  readonly rules: string;
  readonly text: string;
  readonly file: CorrectionsFile;
}

async function openDocument(folder: string, id: string): Promise<OpenDocument> {
  const known = id !== '' && basename(id) === id && !/[\\\0]/u.test(id) && !id.startsWith('.');
  const read = (kind: string): Promise<string | undefined> =>
    readOwn(join(folder, 'documents', `${id}.${kind}`)).then(String, () => undefined);
  const [written, text] = known ? [await read('json'), await read('txt')] : [];
  const record = PlanRecord.safeParse(jsonOf(written ?? ''));
  if (written === undefined || text === undefined || !record.success || record.data.document.id !== id)
    throw new PlanError('document-unknown', 'read', `No document of this folder has the id ${id}.`);
  const found = await readCorrections(folder, id);
  if (found === 'damaged') throw refused(`corrections/${id}.json is damaged. Put it right, or move it away.`);
  const { uri, alsoAt = [] } = record.data.document.source;
  const file = found ?? noCorrections(id, [uri, ...alsoAt]);
  const kept = await readRules(folder, id);
  const rules = kept ?? (file.entries.length === 0 ? written : undefined);
  if (rules === undefined || !speaksOf(rules, id, text))
    throw refused(`What the rules had made of ${id} is not there as it should be. Ingest its source again.`);
  return { id, record: record.data, hash: sha256Of(written), rules, text, file };
}

/** Writes what was said and the record with it. What a kill leaves half done is done by whoever opens the folder next. */
async function write(folder: string, open: OpenDocument, asked: CorrectionsFile): Promise<CorrectedDocument> {
  const { id, rules, text, hash } = open;
  const laid = laidDocument(rules, text, asked.entries, undefined);
  const file = { ...asked, entries: [...laid.entries] };
  const runs = join(folder, 'runs');
  await openFolderOfCorrections(folder);
  await mkdir(runs, { recursive: true });
  await refuseLink(runs);
  const sha256 = await writeCorrected(folder, file, { record: laid.record, rules });
  await noteCorrected(runs, { corrected: id, was: hash, record: sha256, mark: laid.mark ?? null });
  if (file.entries.length === 0) await dropRules(folder, id);
  const record = PlanRecord.parse(JSON.parse(laid.record));
  return { record, entries: file.entries, states: laid.states, undone: file.undone };
}

async function withFolder<T>(
  folder: string,
  own: Pick<FolderLock, 'check'> | undefined,
  change: (lock: Pick<FolderLock, 'check'>) => Promise<T>,
): Promise<T> {
  try {
    if (own !== undefined) return await change(own);
    await refuseLink(join(folder, 'documents'));
    const lock = await lockFolder(folder);
    try {
      return await change(lock);
    } finally {
      await lock.release();
    }
  } catch (error) {
    if (error instanceof CallError) throw new PlanError('output-unwritable', 'write', error.message, error);
    if (systemCode(error) === undefined) throw error;
    const { code, message } = reasonOf(error, 'write');
    throw new PlanError(code, 'write', message, error);
  }
}

/** The version of the rules that made a record, as the last run notes it. Read once a run: the list may be long. */
function rulesOfRecords(runs: string): (id: string) => Promise<string> {
  let read: { readonly run: string | undefined; readonly rules: ReadonlyMap<string, string> } | undefined;
  return async (id) => {
    const run = (await runNames(runs)).at(-1);
    if (read === undefined || read.run !== run) {
      const { entries } = await readNotes(runs);
      read = {
        run,
        rules: new Map([...entries.values()].flatMap((one) => (one.made === null ? [] : [[one.id, one.made.rules]]))),
      };
    }
    return read.rules.get(id) ?? rulesVersion();
  };
}

const refused = (detail: string): PlanError => new PlanError('correction-refused', 'write', detail);
