import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { PlanRecord } from '../../model/record.ts';
import type { Failure } from '../failure.ts';
import { descriptor, type TableFile } from './datapackage.ts';
import type { DocumentLine, Of } from './lines.ts';
import { replaceFile } from './replace-file.ts';

/** What a summary wants to know of one document. */
export interface Row {
  readonly line: DocumentLine;
  readonly lowConfidence: number;
}

/** Below this, a target or task should be looked at by a person. */
export const LOW_CONFIDENCE = 0.6;

/**
 * Makes the tables and their description anew from documents/, one record in memory at a time.
 *
 * @param ids of all documents
 * @param see is shown every document once
 * @returns names of record files that could not be read
 */
export async function writeTables(
  folder: string,
  ids: readonly string[],
  failures: readonly Failure[],
  see: (row: Row) => void,
): Promise<readonly string[]> {
  const ordered = ids.toSorted();
  const damaged = new Set<string>();
  const files: TableFile[] = [];

  async function* lines(of: (record: PlanRecord) => readonly unknown[]): AsyncGenerator<string> {
    for (const id of ordered) {
      const record = await readRecord(folder, id);
      if (record === undefined) damaged.add(`${id}.json`);
      else for (const line of of(record)) yield `${JSON.stringify(line)}\n`;
    }
  }
  async function table(name: TableFile['name'], of: (record: PlanRecord) => readonly unknown[]): Promise<void> {
    files.push({ name, ...(await replaceFile(join(folder, `${name}.ndjson`), lines(of))) });
  }

  await table('documents', (record) => {
    const line = documentLine(record);
    const unsure = [...record.targets, ...record.tasks].filter(({ confidence }) => confidence < LOW_CONFIDENCE);
    see({ line, lowConfidence: unsure.length });
    return [line];
  });
  await table('targets', (record) => inPlace(record.targets).map((target) => ({ ...ofRecord(record), ...target })));
  await table('tasks', (record) => inPlace(record.tasks).map((task) => ({ ...ofRecord(record), ...task })));
  const failed = failures.map((failure) => `${JSON.stringify(failure)}\n`);
  files.push({ name: 'failures', ...(await replaceFile(join(folder, 'failures.ndjson'), failed)) });
  await replaceFile(join(folder, 'datapackage.json'), `${JSON.stringify(descriptor(files), null, 2)}\n`);
  return [...damaged];
}

/** A record of this major version of the contract, or nothing. */
export async function readRecord(folder: string, id: string): Promise<PlanRecord | undefined> {
  try {
    return PlanRecord.parse(JSON.parse(await readFile(join(folder, 'documents', `${id}.json`), 'utf8')));
  } catch {
    return undefined;
  }
}

function documentLine(record: PlanRecord): DocumentLine {
  const { document, sections, targets, tasks, references, warnings, pipeline, schemaVersion } = record;
  return {
    ...ofRecord(record),
    ...document,
    sections: sections.length,
    targets: targets.length,
    tasks: tasks.length,
    references: references.length,
    warnings: [...new Set(warnings.map(({ code }) => code))].sort(),
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
