import { join } from 'node:path';
import type { z } from 'zod';
import { PlanRecord } from '../../model/record.ts';
import type { Failure } from '../failure.ts';
import { type PackageSource, packageSource } from './about.ts';
import { descriptor, type TableFile } from './datapackage.ts';
import type { DocumentLine, Of } from './lines.ts';
import { readOwn } from './own-file.ts';
import { type Draft, openDraft, replaceFile } from './replace-file.ts';

/** What a summary wants to know of one document. */
export interface Row {
  readonly line: DocumentLine;
  /** Of the targets, those that are results reached already. */
  readonly results: number;
  /** Targets and tasks of low confidence. */
  readonly unsure: number;
}

/** Below this, a target or task is as likely wrong as right: a person should look at it. */
export const LOW_CONFIDENCE = 0.5;

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
  see: (row: Row, record: PlanRecord) => void,
): Promise<readonly string[]> {
  const damaged: string[] = [];
  const drafts: Draft[] = [];
  const sources: PackageSource[] = [];
  const begin = async (name: TableFile['name']): Promise<Draft> => {
    const draft = await openDraft(join(folder, `${name}.ndjson`));
    drafts.push(draft);
    return draft;
  };
  try {
    const documents = await begin('documents');
    const targets = await begin('targets');
    const tasks = await begin('tasks');
    for (const id of ids.toSorted()) {
      const record = await readRecord(folder, id);
      if (record === undefined) {
        damaged.push(`${id}.json`);
        continue;
      }
      const line = documentLine(record);
      const unsure = [...record.targets, ...record.tasks].filter(({ confidence }) => confidence < LOW_CONFIDENCE);
      const results = record.targets.filter(({ status }) => status === 'result').length;
      see({ line, results, unsure: unsure.length }, record);
      const of = ofRecord(record);
      sources.push(packageSource(record.document));
      await documents.write(lineOf(line));
      for (const target of inPlace(record.targets)) await targets.write(lineOf({ ...of, ...target }));
      for (const task of inPlace(record.tasks)) await tasks.write(lineOf({ ...of, ...task }));
    }
    const failed = await begin('failures');
    for (const failure of failures) await failed.write(lineOf(failure));
    const files: TableFile[] = [
      { name: 'documents', ...(await documents.commit()) },
      { name: 'targets', ...(await targets.commit()) },
      { name: 'tasks', ...(await tasks.commit()) },
      { name: 'failures', ...(await failed.commit()) },
    ];
    await replaceFile(join(folder, 'datapackage.json'), `${JSON.stringify(descriptor(files, sources), null, 2)}\n`);
    return damaged;
  } finally {
    for (const draft of drafts) await draft.discard();
  }
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
