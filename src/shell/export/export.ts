import { mkdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { PlanError } from '../../model/errors.ts';
import type { Pipeline } from '../../model/pipeline.ts';
import { CallError } from '../call-error.ts';
import { reasonOf, systemCode } from '../failure.ts';
import { type PackageSource, packageSource } from '../output/about.ts';
import { itemsOf } from '../output/items.ts';
import { readRecords } from './records.ts';
import { agencyRow, gatherReferences } from './reference.ts';
import { gatherRelations } from './relations.ts';
import { type Changes, changesSince, type Present, readPast } from './since.ts';
import type { Sink } from './sink.ts';
import {
  assignmentRows,
  type ChangeRow,
  citationRows,
  documentRow,
  type ExportChange,
  type TableName,
  targetRow,
  taskRow,
} from './tables.ts';

export const FORMATS = ['parquet', 'csv', 'xlsx', 'jsonl', 'sqlite'] as const;
export type ExportFormat = (typeof FORMATS)[number];

/** What happened to a document, target or task, with all of it as it is now. */
export interface Event extends ChangeRow {
  /** As in the tables of the output folder; absent where it was removed. */
  readonly record?: unknown;
}

export interface ExportOptions {
  readonly folder: string;
  /** Name of a run: only what is not as it was at its end. */
  readonly since?: string;
  readonly format?: ExportFormat;
  /** File of xlsx and sqlite, folder of the others. */
  readonly out?: string;
  /** Whose areas and indicators are told with their labels. */
  readonly pipelines?: readonly Pipeline[];
  /** Told of all that is exported, in the order of the folder. */
  readonly tell?: (event: Event) => Promise<void>;
}

export interface Exported {
  /** How many of each table, but for those that only say what codes mean. */
  readonly rows: Readonly<Partial<Record<TableName, number>>>;
  /** Why files were left out. */
  readonly skipped: readonly string[];
  readonly untold: readonly string[];
  /** No run came before the last: all there is was given as added. */
  readonly first: boolean;
}

/** What a reader looks for comes first, what codes mean last. */
const WHOLE: readonly TableName[] = [
  'documents',
  'targets',
  'tasks',
  'assignments',
  'citations',
  'relations',
  'agencies',
  'indicators',
  'areas',
  'provinces',
];

/**
 * Writes what an output folder holds as tables, one record in memory at a time.
 *
 * @throws {CallError} where the folder or the run is none
 */
export async function exportFolder(options: ExportOptions): Promise<Exported> {
  const { folder, since, format, out, pipelines = [], tell } = options;
  const skipped: string[] = [];
  const changes = since === undefined ? undefined : await changesOf(folder, since);
  const tables = changes === undefined ? WHOLE : [...WHOLE, 'changes' as const];
  const sink = format === undefined || out === undefined ? undefined : await openSink(format, out, tables);
  const counts: Partial<Record<TableName, number>> = {};
  const write: Sink['write'] = async (table, row) => {
    counts[table] = (counts[table] ?? 0) + 1;
    await sink?.write(table, row);
  };
  const references = gatherReferences(pipelines);
  const sources: PackageSource[] = [];
  const relations = gatherRelations();
  const agencies = new Map<string, Map<string, number>>();
  const changeOf = (id: string): ExportChange | undefined => (changes === undefined ? 'added' : changes.byId.get(id));
  try {
    for await (const { record } of readRecords(folder, (reason) => skipped.push(reason))) {
      const { document, targets, tasks } = record;
      const change = changeOf(document.id);
      relations.add(record, change !== undefined);
      if (change === undefined) continue;
      const { id, issuer } = document;
      references.add(record);
      sources.push(packageSource(document));
      if (issuer !== null) count(agencies, issuer.code, issuer.name);
      await write('documents', documentRow(record));
      await tell?.({ change, kind: 'document', key: id, id, document: id, record: document });
      for (const row of citationRows(record)) await write('citations', row);
      for (const target of targets) {
        const own = changeOf(target.id);
        if (own === undefined) continue;
        await write('targets', targetRow(document, target));
        await assign({ target: target.id, task: null }, target.agencies);
        await tell?.({ change: own, kind: 'target', key: target.key, id: target.id, document: id, record: target });
      }
      for (const task of tasks) {
        const own = changeOf(task.id);
        if (own === undefined) continue;
        await write('tasks', taskRow(document, task));
        await assign({ target: null, task: task.id }, [...task.leads, ...task.cooperating]);
        await tell?.({ change: own, kind: 'task', key: task.key, id: task.id, document: id, record: task });
      }
      async function assign(...[of, named]: [of: Assigned, named: Named]): Promise<void> {
        for (const row of assignmentRows(document, of, named)) {
          count(agencies, row.agency, row.name);
          await write('assignments', row);
        }
      }
    }
    for (const code of [...agencies.keys()].sort()) await write('agencies', agencyRow(code, usual(agencies.get(code))));
    for (const [table, row] of references.rows()) await sink?.write(table, row);
    for (const row of relations.rows()) await write('relations', row);
    for (const row of changes?.rows ?? []) {
      await write('changes', row);
      if (row.change === 'removed') await tell?.(row);
    }
    await sink?.commit(sources);
    return { rows: counts, skipped, untold: changes?.untold ?? [], first: changes?.first ?? false };
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    const { code, message } = reasonOf(error, 'write');
    throw new PlanError(code, 'write', message, error);
  } finally {
    await sink?.discard();
  }
}

type Assigned = Parameters<typeof assignmentRows>[1];
type Named = Parameters<typeof assignmentRows>[2];

async function changesOf(folder: string, since: string): Promise<Changes & { readonly first: boolean }> {
  const past = await readPast(folder, since);
  const present: Present[] = [];
  const unread = new Set<string>();
  for await (const { record, hash } of readRecords(folder, (_, id) => unread.add(id))) {
    present.push({ id: record.document.id, record: hash, items: itemsOf(record) });
  }
  // What cannot be read now has not gone away. That it is left out is said by the second reading.
  const known = past.documents.filter(({ id }) => !unread.has(id));
  return { ...changesSince({ ...past, documents: known }, present), first: past.run === null };
}

async function openSink(format: ExportFormat, out: string, tables: readonly TableName[]): Promise<Sink> {
  try {
    return await sinkOf(format, out, tables);
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    throw new CallError(`--out ${out}: ${reasonOf(error, 'write').message}`);
  }
}

async function sinkOf(format: ExportFormat, out: string, tables: readonly TableName[]): Promise<Sink> {
  const file = format === 'xlsx' || format === 'sqlite';
  await mkdir(file ? dirname(resolve(out)) : out, { recursive: true });
  if (file && (await stat(out).catch(() => undefined))?.isDirectory() === true) {
    throw new CallError(`--out ${out}: this is a folder; ${format} is one file.`);
  }
  switch (format) {
    case 'csv': {
      const { CSV, openLines } = await import('./lines-sink.ts');
      return openLines(out, tables, CSV);
    }
    case 'jsonl': {
      const { JSONL, openLines } = await import('./lines-sink.ts');
      return openLines(out, tables, JSONL);
    }
    case 'parquet':
      return (await import('./parquet-sink.ts')).openParquet(out, tables);
    case 'sqlite':
      return (await import('./sqlite-sink.ts')).openSqlite(out, tables);
    case 'xlsx':
      return (await import('./xlsx-sink.ts')).openXlsx(out, tables);
  }
}

function count(agencies: Map<string, Map<string, number>>, code: string, name: string): void {
  const names = agencies.get(code) ?? new Map<string, number>();
  agencies.set(code, names.set(name, (names.get(name) ?? 0) + 1));
}

/** The name that stands most often; of two that stand as often, the one that stands first in the folder. */
function usual(names: ReadonlyMap<string, number> = new Map()): string {
  let best = '';
  let most = 0;
  for (const [name, times] of names) if (times > most) [best, most] = [name, times];
  return best;
}
