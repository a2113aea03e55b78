import type { FileHandle } from 'node:fs/promises';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Failure } from '../../failure.ts';
import { jsonOf } from '../../json.ts';
import { doubtsOf } from '../../output/doubts.ts';
import { DocumentLine, TargetLine, TaskLine } from '../../output/lines.ts';
import { openOwn } from '../../output/own-file.ts';
import { type LinePlace, readLinesOf } from '../../output/read-lines.ts';
import { LOW_CONFIDENCE } from '../../output/tables.ts';
import { folded } from '../../page/data/ids.ts';

/** Below this a person is asked to look at a target or task first. */
export const SURE = 0.8;

/** A document of the folder, with what is looked for in lists. */
export interface DocumentEntry {
  readonly line: DocumentLine;
  /** Targets and tasks that a person should look at. */
  readonly unsure: number;
  /** Why a person should look at it, the gravest reason first. */
  readonly why: readonly string[];
  /** What a search looks in, without marks. */
  readonly words: string;
}

/** What of a target or task is kept in memory; the rest is read from its table when it is shown. */
export interface RowEntry extends LinePlace {
  readonly document: DocumentEntry;
  readonly id: string;
  /** RowPlace in the text of its document. */
  readonly at: number;
  readonly area: string | null;
  readonly confidence: number;
  readonly words: string;
  /** First and last year in which it is due; null where nothing tells. */
  readonly due: readonly [from: number, to: number] | null;
  readonly agencies: readonly string[];
}

export interface TargetEntry extends RowEntry {
  readonly kind: 'quantified' | 'qualitative';
  readonly status: 'target' | 'result';
  readonly code: string | null;
  readonly unit: string | null;
}

/** What the tables of a folder said at one moment. What is read of them later is of the same moment. */
export interface Tables {
  /** Changes with the tables. */
  readonly version: string;
  /** By id. */
  readonly documents: ReadonlyMap<string, DocumentEntry>;
  /** In the order of their tables: by document, then by place. */
  readonly targets: readonly TargetEntry[];
  readonly tasks: readonly RowEntry[];
  readonly failures: readonly Failure[];
  readonly target: (entry: TargetEntry) => Promise<z.infer<typeof TargetLine>>;
  readonly task: (entry: RowEntry) => Promise<z.infer<typeof TaskLine>>;
}

const DeadlineYears = z
  .object({ start: z.string().nullable(), end: z.string().nullable(), type: z.string() })
  .nullable();
const Row = TargetLine.pick({ document: true, id: true, area: true, confidence: true }).extend({
  source: z.object({ start: z.int() }),
  deadline: DeadlineYears,
});
const Code = z.object({ code: z.string() });
const TargetRow = Row.extend({
  kind: TargetLine.shape.kind,
  status: TargetLine.shape.status,
  indicator: z.object({ text: z.string(), code: z.string().nullable() }),
  quantity: z.object({ unit: z.string() }).nullable(),
  agencies: z.array(Code),
});
const TaskRow = Row.extend({ text: z.string(), leads: z.array(Code), cooperating: z.array(Code) });

/** Files that are made anew together. */
const NAMES = ['documents', 'targets', 'tasks', 'failures'] as const;

/** Tells the tables that stand there now from any others; undefined where there are none. */
export async function versionOf(folder: string): Promise<string | undefined> {
  const stamps = await Promise.all(
    NAMES.map(async (name) => {
      const info = await stat(join(folder, `${name}.ndjson`), { bigint: true }).catch(() => undefined);
      return info === undefined ? undefined : `${info.ino.toString(36)}.${info.mtimeNs.toString(36)}`;
    }),
  );
  return stamps.includes(undefined) ? undefined : stamps.join('-');
}

export const NO_TABLES: Tables = {
  version: 'none',
  documents: new Map(),
  targets: [],
  tasks: [],
  failures: [],
  target: () => Promise.reject(new Error('there are no tables')),
  task: () => Promise.reject(new Error('there are no tables')),
};

/**
 * Reads the tables of a folder once.
 *
 * @returns the tables, and what lets go of their files
 */
export async function openTables(
  folder: string,
  version: string,
): Promise<{ readonly tables: Tables; readonly close: () => Promise<void> }> {
  const files: Partial<Record<(typeof NAMES)[number], FileHandle>> = {};
  const close = async (): Promise<void> => {
    await Promise.all(Object.values(files).map((file) => file.close().catch(() => undefined)));
  };
  try {
    for (const name of NAMES) files[name] = await openOwn(join(folder, `${name}.ndjson`));
    return { tables: await indexed(files as Required<typeof files>, version), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function indexed(files: Readonly<Record<(typeof NAMES)[number], FileHandle>>, version: string): Promise<Tables> {
  /** Lines that are no records of this program are left out, as everywhere. */
  const damaged: string[] = [];
  const same = interned();
  const lines = new Map<string, DocumentLine>();
  await readLinesOf(
    files.documents,
    'documents.ndjson',
    DocumentLine,
    damaged,
    (line) => void lines.set(line.id, line),
  );
  const counts = new Map<string, { unsure: number; low: number }>();
  const documents = new Map<string, { line: DocumentLine; unsure: number; why: readonly string[]; words: string }>();
  for (const [id, line] of lines) {
    counts.set(id, { unsure: 0, low: 0 });
    documents.set(id, { line, unsure: 0, why: [], words: wordsOf(line) });
  }
  const count = (id: string, confidence: number): void => {
    const sums = counts.get(id);
    if (sums === undefined) return;
    if (confidence < SURE) sums.unsure++;
    if (confidence < LOW_CONFIDENCE) sums.low++;
  };
  const targets: TargetEntry[] = [];
  await readLinesOf(files.targets, 'targets.ndjson', TargetRow, damaged, (line, _, place) => {
    const document = documents.get(line.document);
    if (document === undefined) return;
    count(line.document, line.confidence);
    const { id, area, confidence, kind, status, indicator, quantity, agencies } = line;
    targets.push({
      ...{ document, id, confidence, kind, status, ...place },
      at: line.source.start,
      area: same(area),
      code: same(indicator.code),
      unit: same(quantity?.unit ?? null),
      words: folded(indicator.text),
      due: yearsOf(line.deadline),
      agencies: agencies.map(({ code }) => same(code)),
    });
  });
  const tasks: RowEntry[] = [];
  await readLinesOf(files.tasks, 'tasks.ndjson', TaskRow, damaged, (line, _, place) => {
    const document = documents.get(line.document);
    if (document === undefined) return;
    count(line.document, line.confidence);
    const { id, area, confidence, leads, cooperating } = line;
    tasks.push({
      ...{ document, id, confidence, ...place },
      at: line.source.start,
      area: same(area),
      words: folded(line.text),
      due: yearsOf(line.deadline),
      agencies: [...leads, ...cooperating].map(({ code }) => same(code)),
    });
  });
  const failures: Failure[] = [];
  await readLinesOf(files.failures, 'failures.ndjson', Failure, damaged, (one) => void failures.push(one));
  for (const [id, entry] of documents) {
    const { unsure = 0, low = 0 } = counts.get(id) ?? {};
    entry.unsure = unsure;
    entry.why = doubtsOf({ line: entry.line, unsure: low });
  }
  return {
    ...{ version, documents, targets, tasks, failures },
    target: async (entry) => TargetLine.parse(await readAt(files.targets, entry)),
    task: async (entry) => TaskLine.parse(await readAt(files.tasks, entry)),
  };
}

async function readAt(file: FileHandle, { start, end }: LinePlace): Promise<unknown> {
  const bytes = Buffer.allocUnsafe(end - start);
  await file.read(bytes, 0, bytes.length, start);
  return jsonOf(bytes.toString('utf8'));
}

function wordsOf({ id, number, title, issuer, province, source }: DocumentLine): string {
  return folded([number, title, issuer?.name, province?.name, id, source.uri].filter((part) => part != null).join(' '));
}

function yearsOf(deadline: z.infer<typeof DeadlineYears>): RowEntry['due'] {
  if (deadline === null) return null;
  const [from, to] = [deadline.start, deadline.end].map((day) => (day === null ? undefined : Number(day.slice(0, 4))));
  if (to !== undefined) return [deadline.type === 'by' ? to : (from ?? to), to];
  return from === undefined ? null : [from, 9999];
}

/** Codes stand in a hundred thousand rows: each is kept once. */
function interned(): <T extends string | null>(text: T) => T {
  const known = new Map<string, string>();
  return (text) => {
    if (text === null) return text;
    const there = known.get(text);
    if (there !== undefined) return there as typeof text;
    known.set(text, text);
    return text;
  };
}
