import { appendFile, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { byId, Entry, Run } from './entry.ts';
import { replaceFile } from './replace-file.ts';

const RUN = /^\d{4}-\d{2}-\d{2}T.*\.json$/u;
const JOURNAL = 'journal.ndjson';

/**
 * What earlier runs noted of each document, by id, the latest word last. Only notes: what documents/ holds decides.
 * The journal is there when a run was killed; its last line may be torn.
 */
export async function readNotes(folder: string): Promise<Map<string, Entry>> {
  const notes = new Map<string, Entry>();
  const names = (await readdir(folder).catch(() => [])).filter((name) => RUN.test(name)).sort();
  for (const name of names.reverse()) {
    const run = Run.safeParse(jsonOf(await readFile(join(folder, name), 'utf8')));
    if (!run.success) continue;
    for (const entry of run.data.documents) notes.set(entry.id, entry);
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

/** Closes the journal into the list of this run. */
export async function writeRun(
  folder: string,
  started: Date,
  program: string,
  entries: Iterable<Entry>,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const documents = [...entries].sort(byId);
  const run: Run = { run: started.toISOString(), program, documents };
  const lines = documents.map((entry, i) => `${i === 0 ? '' : ','}\n  ${JSON.stringify(entry)}`);
  const head = JSON.stringify({ run: run.run, program }).slice(0, -1);
  await replaceFile(join(folder, `${run.run.replaceAll(':', '-')}.json`), [
    `${head},"documents":[`,
    ...lines,
    '\n]}\n',
  ]);
}

/** Everything that the journal says stands in the list of a run, or nothing new was done. */
export const dropJournal = (folder: string): Promise<void> => rm(join(folder, JOURNAL), { force: true });

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
