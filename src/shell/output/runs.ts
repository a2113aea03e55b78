import { appendFile, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { jsonOf } from '../json.ts';
import { byId, Entry, Run } from './entry.ts';
import { type Item, writeItems } from './items.ts';
import { replaceFile } from './replace-file.ts';

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
export async function readRun(folder: string, name: string): Promise<Run | undefined> {
  const run = Run.safeParse(jsonOf(await readFile(join(folder, `${name}.json`), 'utf8')));
  return run.success ? run.data : undefined;
}
const JOURNAL = 'journal.ndjson';

/**
 * What earlier runs noted of each document, by id, the latest word last. Only notes: what documents/ holds decides.
 * The journal is there when a run was killed; its last line may be torn.
 */
export async function readNotes(folder: string): Promise<Map<string, Entry>> {
  const notes = new Map<string, Entry>();
  for (const name of (await runNames(folder)).reverse()) {
    const run = await readRun(folder, name);
    if (run === undefined) continue;
    for (const entry of run.documents) notes.set(entry.id, entry);
    break;
  }
  const journal = await readFile(join(folder, JOURNAL), 'utf8').catch(() => '');
  for (const line of journal.split('\n')) {
    const entry = Entry.safeParse(jsonOf(line));
    if (!entry.success) continue;
    // Last in the map is last in time.
    notes.delete(entry.data.id);
    notes.set(entry.data.id, entry.data);
  }
  return notes;
}

/** Notes a document as soon as it is written, so that a killed run goes on where it was. */
export async function note(folder: string, entry: Entry): Promise<void> {
  await appendFile(join(folder, JOURNAL), `\n${JSON.stringify(entry)}\n`);
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
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const documents = [...entries].sort(byId);
  const run: Run = { run: started.toISOString(), program, documents };
  const lines = documents.map((entry, i) => `${i === 0 ? '' : ','}\n  ${JSON.stringify(entry)}`);
  const head = JSON.stringify({ run: run.run, program }).slice(0, -1);
  const name = run.run.replaceAll(':', '-');
  const noted = documents.flatMap(({ id, record }) => {
    const items = itemsById.get(id);
    return items === undefined ? [] : [{ record, document: id, items }];
  });
  // The items come first: a run that is listed has them.
  if (noted.length > 0) await writeItems(folder, name, noted);
  await replaceFile(join(folder, `${name}.json`), [`${head},"documents":[`, ...lines, '\n]}\n']);
}

/** Everything that the journal says stands in the list of a run, or nothing new was done. */
export const dropJournal = (folder: string): Promise<void> => rm(join(folder, JOURNAL), { force: true });
