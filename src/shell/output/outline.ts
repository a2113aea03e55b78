import { join } from 'node:path';
import { z } from 'zod';
import { jsonOf } from '../json.ts';
import { readOwn } from './own-file.ts';
import { replaceFile } from './replace-file.ts';

/** The tables that hold lines of documents, in the order of the lengths of an outline. */
export const OUTLINED = ['documents', 'targets', 'tasks'] as const;
export type Outlined = (typeof OUTLINED)[number];

const Bytes = z.int().nonnegative();
const Held = z.tuple([z.string(), z.string(), Bytes, Bytes, Bytes]);
const File = z.object({
  hashes: z.object({ documents: z.string(), targets: z.string(), tasks: z.string() }),
  documents: z.array(Held),
});

/** What the tables hold of one document. */
export interface HeldLines {
  readonly id: string;
  /** SHA-256 of the record that the lines were made of. */
  readonly record: string;
  /** Bytes of its lines in each table. */
  readonly bytes: Readonly<Record<Outlined, number>>;
}

/** How the tables of a folder are made up: whose lines stand where, and of which records they were made. */
export interface TablesOutline {
  /** In the order of the tables. */
  readonly documents: readonly HeldLines[];
  readonly hashes: Readonly<Record<Outlined, string>>;
}

const placeOf = (folder: string): string => join(folder, '.tables.json');

/** What the description of the tables says of each: the last thing that a run writes of them. */
const Described = z.object({ resources: z.array(z.object({ name: z.string(), hash: z.string() })) });

/**
 * The outline of the tables that stand there; undefined where there is none, or where it is of other tables, such as those
 * of a run that was killed or of an earlier version of the program.
 */
export async function readTablesOutline(folder: string): Promise<TablesOutline | undefined> {
  const read = async (path: string): Promise<unknown> => jsonOf(String(await readOwn(path).catch(() => '')));
  const file = File.safeParse(await read(placeOf(folder)));
  const described = Described.safeParse(await read(join(folder, 'datapackage.json')));
  if (!file.success || !described.success) return undefined;
  const { hashes, documents } = file.data;
  const told = new Map(described.data.resources.map(({ name, hash }) => [name, hash]));
  if (OUTLINED.some((name) => told.get(name) !== `sha256:${hashes[name]}`)) return undefined;
  return {
    hashes,
    documents: documents.map(([id, record, ofDocuments, ofTargets, ofTasks]) => ({
      ...{ id, record },
      bytes: { documents: ofDocuments, targets: ofTargets, tasks: ofTasks },
    })),
  };
}

/** To be written before the description of the tables: only with that it counts. */
export async function writeOutline(folder: string, { hashes, documents }: TablesOutline): Promise<void> {
  const rows = documents.map(
    ({ id, record, bytes }, i) =>
      `${i === 0 ? '' : ','}\n${JSON.stringify([id, record, bytes.documents, bytes.targets, bytes.tasks])}`,
  );
  await replaceFile(placeOf(folder), [`{"hashes":${JSON.stringify(hashes)},"documents":[`, ...rows, '\n]}\n']);
}
