import type { z } from 'zod';
import { SCHEMA_VERSION } from '../model/record.ts';
import { CallError } from './call-error.ts';
import { type CorrectionCounts, countCorrections } from './corrections/folder.ts';
import { Failure } from './failure.ts';
import { doubtsOf, rankOf } from './output/doubts.ts';
import { DocumentLine, TargetLine, TaskLine } from './output/lines.ts';
import { readLines } from './output/read-lines.ts';
import { isUnsure } from './output/tables.ts';
import { type TargetCounts, targetCounter } from './output/told.ts';

const Document = DocumentLine.pick({
  id: true,
  form: true,
  title: true,
  source: true,
  targets: true,
  tasks: true,
  warnings: true,
  schemaVersion: true,
  cleared: true,
});
const Target = TargetLine.pick({ document: true, status: true, confidence: true, reviewed: true });
const Task = TaskLine.pick({ document: true, confidence: true, reviewed: true });

/** Documents of one form, and what was found in them. */
export interface FormCount {
  readonly form: string;
  readonly documents: number;
  readonly targets: number;
  readonly results: number;
  readonly tasks: number;
}

/** A document that a person should look at. */
export interface Doubt {
  readonly document: string;
  readonly source: string;
  readonly form: string;
  readonly title: string | null;
  /** `nothing-found`, `low-confidence`, or the code of a warning; the gravest first. */
  readonly why: readonly string[];
  /** Targets and tasks of low confidence. */
  readonly unsure: number;
}

/** What an output folder holds, as its tables tell. */
export interface FolderStatus {
  /** The most frequent form first. */
  readonly forms: readonly FormCount[];
  readonly failures: readonly Failure[];
  /** The gravest first. */
  readonly doubts: readonly Doubt[];
  /** What persons said of its records, and what the rules make of that now. */
  readonly corrections: CorrectionCounts;
  /** Lines that are no records of this program. */
  readonly damaged: readonly string[];
}

/**
 * @param counted what has been counted of the targets already: they are not read again
 * @throws {CallError} where there is no such folder, or it was written by another major version
 */
export async function readStatus(folder: string, counted?: TargetCounts): Promise<FolderStatus> {
  const damaged: string[] = [];
  const major = SCHEMA_VERSION.split('.')[0];
  const documents: z.infer<typeof Document>[] = [];
  await readLines(folder, 'documents.ndjson', Document, damaged, (line) => {
    if (line.schemaVersion.split('.')[0] !== major) {
      throw new CallError(
        `${folder}: written with schema ${line.schemaVersion}; this program reads ${major}.x. Ingest the sources again.`,
      );
    }
    documents.push(line);
  });
  const { results, unsure: unsureTargets } = counted ?? (await countTargets(folder, damaged));
  const unsure = new Map(unsureTargets);
  await readLines(folder, 'tasks.ndjson', Task, damaged, (task) => {
    if (isUnsure(task)) unsure.set(task.document, (unsure.get(task.document) ?? 0) + 1);
  });
  const failures: Failure[] = [];
  await readLines(folder, 'failures.ndjson', Failure, damaged, (failure) => void failures.push(failure));
  return {
    forms: formsOf(documents, results),
    failures,
    doubts: documents
      .map((line): Doubt => {
        const number = unsure.get(line.id) ?? 0;
        const { id, form, title, source } = line;
        return {
          document: id,
          source: source.uri,
          form,
          title,
          why: doubtsOf({ line, unsure: number }),
          unsure: number,
        };
      })
      .filter(({ why }) => why.length > 0)
      .sort(graver),
    corrections: await countCorrections(folder),
    damaged,
  };
}

async function countTargets(folder: string, damaged: string[]): Promise<TargetCounts> {
  const counter = targetCounter();
  await readLines(folder, 'targets.ndjson', Target, damaged, counter.count);
  return counter;
}

function formsOf(
  documents: readonly z.infer<typeof Document>[],
  resultsOf: ReadonlyMap<string, number>,
): readonly FormCount[] {
  const forms = new Map<string, FormCount>();
  for (const { id, form, targets, tasks } of documents) {
    const sum = forms.get(form) ?? { form, documents: 0, targets: 0, results: 0, tasks: 0 };
    const results = resultsOf.get(id) ?? 0;
    forms.set(form, {
      form,
      documents: sum.documents + 1,
      targets: sum.targets + targets - results,
      results: sum.results + results,
      tasks: sum.tasks + tasks,
    });
  }
  return [...forms.values()].sort((a, b) => b.documents - a.documents || (a.form < b.form ? -1 : 1));
}

function graver(a: Doubt, b: Doubt): number {
  const [first = '', second = ''] = [a.why[0], b.why[0]];
  return rankOf(first) - rankOf(second) || b.unsure - a.unsure || (a.document < b.document ? -1 : 1);
}

/** How many documents there are for each reason to look at one, the gravest first. */
export function reasonsIn(
  doubts: readonly Doubt[],
): readonly { readonly reason: string; readonly documents: number }[] {
  const counts = new Map<string, number>();
  for (const { why } of doubts) for (const reason of why) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts]
    .map(([reason, documents]) => ({ reason, documents }))
    .sort((a, b) => rankOf(a.reason) - rankOf(b.reason) || b.documents - a.documents || (a.reason < b.reason ? -1 : 1));
}
