import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { jsonOf } from '../json.ts';
import { byId, Entry, RunList } from './entry.ts';
import { type Item, writeItems } from './items.ts';
import { appendOwn, openOwn, readOwn } from './own-file.ts';
import { DRAFT_MARK, replaceFile } from './replace-file.ts';

const RUN = /^\d{4}-\d{2}-\d{2}T.*\.json$/u;

/** Names of the runs that a folder keeps, the oldest first: "2026-11-22T05-32-07.123Z". */
export async function runNames(folder: string): Promise<string[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => RUN.test(name)).sort();
  return names.map((name) => name.slice(0, -'.json'.length));
}

/**
 * When a run begins: after the runs that the folder lists, whatever the clock says, since they are told apart by it. A clock that
 * was set back would have the last run taken for an older one.
 */
export async function beginRun(folder: string): Promise<Date> {
  const last = (await runNames(folder)).at(-1);
  const then = last === undefined ? Number.NaN : Date.parse(last.replace(/T(\d\d)-(\d\d)-/u, 'T$1:$2:'));
  return new Date(Number.isNaN(then) ? Date.now() : Math.max(Date.now(), then + 1));
}

/** The list of one run, undefined where it is damaged. */
export async function readRun(folder: string, name: string): Promise<RunList | undefined> {
  const run = RunList.safeParse(jsonOf((await readOwn(join(folder, `${name}.json`))).toString('utf8')));
  return run.success ? run.data : undefined;
}
const JOURNAL = 'journal.ndjson';
/** What stands in the journal beside the entries of documents that were written. */
const Drafts = z.object({ drafts: z.uuid() });
const Begun = z.object({ begun: z.string(), text: z.string() });
/** A document that was corrected, with the hashes of its record before and after. */
const CorrectedNote = z.object({
  corrected: z.string(),
  was: z.string(),
  record: z.string(),
  /** As in the entry of the document. */
  mark: z.string().nullable(),
});
type CorrectedNote = z.infer<typeof CorrectedNote>;

/** What earlier runs left of themselves. */
export interface Notes {
  /** What they noted of each document, by id, the latest word last. Only notes: what documents/ holds decides. */
  readonly entries: ReadonlyMap<string, Entry>;
  /** SHA-256 of the texts of documents that a killed run had begun to write, by id. */
  readonly begun: ReadonlyMap<string, string>;
  /** Marks of drafts of killed runs. */
  readonly drafts: ReadonlySet<string>;
  /** Whether a run was killed after it had written something, or a document was corrected since. */
  readonly unlisted: boolean;
  /** What was corrected since the last run, the oldest first: the tables do not say it yet. */
  readonly corrected: readonly CorrectedNote[];
}

/** Reads the list of the last run, and the journal, which is there when a run was killed; its last line may be torn. */
export async function readNotes(folder: string): Promise<Notes> {
  const entries = new Map<string, Entry>();
  for (const name of (await runNames(folder)).reverse()) {
    const run = await readRun(folder, name);
    if (run === undefined) continue;
    for (const entry of run.documents) entries.set(entry.id, entry);
    break;
  }
  const begun = new Map<string, string>();
  const drafts = new Set<string>();
  const corrected: CorrectedNote[] = [];
  let unlisted = false;
  const journal = await readOwn(join(folder, JOURNAL)).catch(() => '');
  for (const line of journal.toString('utf8').split('\n')) {
    const note = z.union([Entry, Begun, Drafts, CorrectedNote]).safeParse(jsonOf(line)).data;
    if (note === undefined) continue;
    if ('drafts' in note) drafts.add(note.drafts);
    else if ('begun' in note) begun.set(note.begun, note.text);
    else if ('corrected' in note) {
      unlisted = true;
      corrected.push(note);
      const entry = entries.get(note.corrected);
      if (entry?.record === note.was) entries.set(note.corrected, afterCorrection(entry, note));
    } else {
      unlisted = true;
      // Last in the map is last in time.
      entries.delete(note.id);
      entries.set(note.id, note);
    }
  }
  return { entries, begun, drafts, unlisted, corrected };
}

/** What the folder holds for a document after it was corrected. */
export function afterCorrection({ corrections: _, ...entry }: Entry, { record, mark }: CorrectedNote): Entry {
  return { ...entry, record, ...(mark === null ? {} : { corrections: mark }) };
}

/** Whether documents were corrected since the tables were made. */
export async function tablesBehind(folder: string): Promise<boolean> {
  const journal = await readOwn(join(folder, JOURNAL)).catch(() => '');
  return journal
    .toString('utf8')
    .split('\n')
    .some((line) => CorrectedNote.safeParse(jsonOf(line)).success);
}

/** Whether something was begun in an output folder, or done, that no list of a run says yet. */
export const wasLeft = (folder: string): Promise<boolean> =>
  readOwn(join(folder, 'runs', JOURNAL)).then(
    () => true,
    () => false,
  );

const append = (folder: string, note: unknown): Promise<void> =>
  appendOwn(join(folder, JOURNAL), `\n${JSON.stringify(note)}\n`);

/** Opens the journal: from now on a later run can tell the drafts of this process. */
export const openJournal = (folder: string): Promise<void> => append(folder, { drafts: DRAFT_MARK });

/** Notes that a document is about to be written, so that its text is not left without its record. */
export const noteBegun = (folder: string, id: string, text: string): Promise<void> =>
  append(folder, { begun: id, text });

/** Notes a document as soon as it is written, so that a killed run goes on where it was. */
export const note = (folder: string, entry: Entry): Promise<void> => append(folder, entry);

/** Notes that a document was corrected, outside of a run. */
export async function noteCorrected(folder: string, note: CorrectedNote): Promise<void> {
  await openJournal(folder);
  await append(folder, note);
}

/**
 * Closes the journal into the list of this run.
 *
 * @param itemsById what the records say now; of a record that an earlier run noted it need not be there
 */
export async function writeRun(
  folder: string,
  started: Date,
  program: string,
  entries: Iterable<Entry>,
  itemsById: ReadonlyMap<string, readonly Item[]>,
  by?: RunList['by'],
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const documents = [...entries].sort(byId);
  const run = started.toISOString();
  const lines = documents.map((entry, i) => `${i === 0 ? '' : ','}\n  ${JSON.stringify(entry)}`);
  const head = JSON.stringify({ run, program, ...(by === undefined ? {} : { by }) }).slice(0, -1);
  const name = run.replaceAll(':', '-');
  const noted = documents.flatMap(({ id, record }) => {
    const items = itemsById.get(id);
    return items === undefined ? [] : [{ record, document: id, items }];
  });
  // The items come first: a run that is listed has them.
  if (noted.length > 0) await writeItems(folder, name, noted);
  await replaceFile(join(folder, `${name}.json`), [`${head},"documents":[`, ...lines, '\n]}\n']);
}

/** Milliseconds for which lists of a server are kept by the hour. */
const BY_HOUR = 24 * 3600_000;

/**
 * Of the lists that a server writes now and then one an hour is kept, the last one, and after a day one a day: whole lists of a
 * large folder would fill its disk. What they noted of items stays, and so do the lists of commands.
 */
export async function thinRuns(folder: string, now: Date): Promise<void> {
  const recent = new Date(now.getTime() - BY_HOUR).toISOString().replaceAll(':', '-');
  // "2026-11-22T05", or "2026-11-22".
  const span = (name: string): string => name.slice(0, name < recent ? 10 : 13);
  const names = await runNames(folder);
  for (const [i, name] of names.entries()) {
    const next = names[i + 1];
    if (next === undefined || span(next) !== span(name) || !(await isOfServer(folder, name))) continue;
    await rm(join(folder, `${name}.json`), { force: true });
  }
}

/** Told by its first line: a list may be long. */
async function isOfServer(folder: string, name: string): Promise<boolean> {
  const file = await openOwn(join(folder, `${name}.json`)).catch(() => undefined);
  try {
    const { buffer, bytesRead } = (await file?.read({ buffer: Buffer.alloc(200), position: 0 })) ?? { bytesRead: 0 };
    const head = buffer?.toString('utf8', 0, bytesRead) ?? '';
    return /^\{"run":"[^"]*","program":"[^"]*","by":"serve",/u.test(head);
  } finally {
    await file?.close();
  }
}

/** Everything that the journal says stands in the list of a run, or nothing new was done. */
export const dropJournal = (folder: string): Promise<void> => rm(join(folder, JOURNAL), { force: true });
