import { join } from 'node:path';
import type { z } from 'zod';
import { PlanRecord } from '../../model/record.ts';
import type { Failure } from '../failure.ts';
import { type PackageSource, packageSource } from './about.ts';
import { descriptor, type TableFile } from './datapackage.ts';
import { clearedIn } from './doubts.ts';
import type { DocumentLine, Of } from './lines.ts';
import { type HeldLines, OUTLINED, type Outlined, readTablesOutline, writeOutline } from './outline.ts';
import { readOwn } from './own-file.ts';
import { type Draft, openDraft, replaceFile } from './replace-file.ts';
import { OtherTables, openTaken, type TakenLines } from './taken-lines.ts';

/** What a summary wants to know of one document. */
export interface Row {
  readonly line: DocumentLine;
  /** Of the targets, those that are results reached already. */
  readonly results: number;
  /** Targets and tasks of low confidence that nobody has looked at. */
  readonly unsure: number;
  /** What persons said of it. */
  readonly said: PersonsSaid;
}

export interface PersonsSaid {
  /** Targets, tasks and headers that somebody confirmed, corrected or added. */
  readonly reviewed: number;
  /** Corrections where the rules read a third thing by now. */
  readonly disputed: number;
  /** Corrections that do not find what they speak of. */
  readonly lost: number;
}

/** Below this, a target or task is as likely wrong as right: a person should look at it. */
const LOW_CONFIDENCE = 0.5;

/** Whether it is one of those, and nobody has looked at it yet. */
export const isUnsure = ({
  confidence,
  reviewed,
}: {
  readonly confidence: number;
  readonly reviewed?: unknown;
}): boolean => confidence < LOW_CONFIDENCE && reviewed === undefined;

/** What a run knows of the records that its tables are made of. */
export interface TablesOf {
  /** SHA-256 of each record, by id. */
  readonly records: ReadonlyMap<string, string>;
  readonly failures: readonly Failure[];
  /** Whether `see` is to be shown a document whose lines need not be made anew. All of them unless told. */
  readonly wanted?: (id: string) => boolean;
  /** Shown each document that was read, once. */
  readonly see?: (row: Row, record: PlanRecord) => void;
}

/** Documents that are made anew in a table that is patched: their lines are in memory at a time. */
const MOST_PATCHED = 500;

/**
 * Makes the tables and their description anew from documents/, one record in memory at a time. Where few documents have
 * changed, the lines of the others are taken over from the tables that stand there.
 *
 * @returns names of record files that could not be read
 */
export async function writeTables(folder: string, of: TablesOf): Promise<readonly string[]> {
  const outline = await readTablesOutline(folder);
  const held = new Map(outline?.documents.map((one) => [one.id, one]));
  const { records, wanted = () => true } = of;
  const anew = [...records].filter(([id, record]) => held.get(id)?.record !== record || wanted(id));
  if (outline !== undefined && anew.length <= MOST_PATCHED) {
    const ids = new Set(anew.map(([id]) => id));
    const damaged = await openTaken(folder, outline, ids)
      .then((taken) => made(folder, of, taken))
      .catch((error: unknown) => {
        if (error instanceof OtherTables) return undefined;
        throw error;
      });
    if (damaged !== undefined) return damaged;
  }
  return made(folder, of, undefined);
}

/** @throws {OtherTables} where the tables that lines were to be taken from are not those of the outline */
async function made(
  folder: string,
  { records, failures, see }: TablesOf,
  taken: TakenLines | undefined,
): Promise<readonly string[]> {
  const damaged: string[] = [];
  const drafts: Draft[] = [];
  const sources: PackageSource[] = [];
  const held: HeldLines[] = [];
  const begin = async (name: TableFile['name']): Promise<Draft> => {
    const draft = await openDraft(join(folder, `${name}.ndjson`));
    drafts.push(draft);
    return draft;
  };
  try {
    const tables = {
      documents: await begin('documents'),
      targets: await begin('targets'),
      tasks: await begin('tasks'),
    };
    for (const [id, hash] of [...records].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const before = await taken?.linesOf(id, tables);
      if (before !== undefined) {
        held.push(before.held);
        sources.push(packageSource(before.line));
        continue;
      }
      const record = await readRecord(folder, id);
      if (record === undefined) {
        damaged.push(`${id}.json`);
        continue;
      }
      if (see !== undefined) see(rowOf(record), record);
      sources.push(packageSource(record.document));
      const lines = linesOf(record);
      for (const name of OUTLINED) for (const line of lines[name]) await tables[name].write(line);
      held.push({ id, record: hash, bytes: lengthsOf(lines) });
    }
    await taken?.end();
    const failed = await begin('failures');
    for (const failure of failures) await failed.write(lineOf(failure));
    const files: TableFile[] = [];
    for (const name of OUTLINED) files.push({ name, ...(await tables[name].commit()) });
    files.push({ name: 'failures', ...(await failed.commit()) });
    const [documents = '', targets = '', tasks = ''] = files.map(({ sha256 }) => sha256);
    await writeOutline(folder, { hashes: { documents, targets, tasks }, documents: held });
    await replaceFile(join(folder, 'datapackage.json'), `${JSON.stringify(descriptor(files, sources), null, 2)}\n`);
    return damaged;
  } finally {
    await taken?.close();
    for (const draft of drafts) await draft.discard();
  }
}

/** The lines of one document in each table. */
function linesOf(record: PlanRecord): Readonly<Record<Outlined, readonly string[]>> {
  const of = ofRecord(record);
  return {
    documents: [lineOf(documentLine(record))],
    targets: inPlace(record.targets).map((target) => lineOf({ ...of, ...target })),
    tasks: inPlace(record.tasks).map((task) => lineOf({ ...of, ...task })),
  };
}

function lengthsOf(lines: Readonly<Record<Outlined, readonly string[]>>): HeldLines['bytes'] {
  const sum = (of: readonly string[]): number => of.reduce((all, line) => all + Buffer.byteLength(line), 0);
  return { documents: sum(lines.documents), targets: sum(lines.targets), tasks: sum(lines.tasks) };
}

function rowOf(record: PlanRecord): Row {
  const { targets, tasks, warnings } = record;
  const items = [...targets, ...tasks];
  const results = targets.filter(({ status }) => status === 'result').length;
  const having = (code: string): number => warnings.filter((one) => one.code === code).length;
  const said = {
    reviewed: [record.document, ...items].filter(({ reviewed }) => reviewed !== undefined).length,
    disputed: having('correction-disputed'),
    lost: having('correction-lost'),
  };
  return { line: documentLine(record), results, unsure: items.filter(isUnsure).length, said };
}

const lineOf = (value: unknown): string => `${JSON.stringify(value)}\n`;

/** A record of this major version of the contract, or nothing. */
export async function readRecord(folder: string, id: string): Promise<PlanRecord | undefined> {
  try {
    return PlanRecord.parse(JSON.parse(String(await readOwn(join(folder, 'documents', `${id}.json`)))));
  } catch {
    return undefined;
  }
}

function documentLine(record: PlanRecord): DocumentLine {
  const { document, sections, targets, tasks, references, warnings, pipeline, schemaVersion } = record;
  const cleared = clearedIn(record);
  return {
    ...ofRecord(record),
    ...document,
    sections: sections.length,
    targets: targets.length,
    tasks: tasks.length,
    references: references.length,
    warnings: [...new Set(warnings.map(({ code }) => code))].sort(),
    ...(cleared === undefined ? {} : { cleared }),
    pipeline,
    schemaVersion,
  };
}

function ofRecord({ document }: PlanRecord): z.infer<typeof Of> {
  const year = document.issuedOn === null ? null : Number(document.issuedOn.slice(0, 4));
  return { document: document.id, province: document.province, year };
}

const inPlace = <T extends { readonly source: { readonly start: number } }>(items: readonly T[]): T[] =>
  items.toSorted((a, b) => a.source.start - b.source.start);
