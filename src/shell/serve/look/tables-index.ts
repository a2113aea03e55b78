import type { FileHandle } from 'node:fs/promises';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Failure } from '../../failure.ts';
import { jsonOf } from '../../json.ts';
import { doubtsOf, SURE } from '../../output/doubts.ts';
import { DocumentLine, TargetLine, TaskLine } from '../../output/lines.ts';
import {
  type HeldLines,
  OUTLINED,
  type Outlined,
  readTablesOutline,
  type TablesOutline,
} from '../../output/outline.ts';
import { openOwn } from '../../output/own-file.ts';
import { type LinePlace, readLinesOf } from '../../output/read-lines.ts';
import { isUnsure } from '../../output/tables.ts';
import { folded } from '../../page/data/ids.ts';
import { Problem } from '../problem.ts';

/** A document of the folder, with what is looked for in lists. */
export interface DocumentEntry {
  readonly line: DocumentLine;
  /** Targets and tasks that a person should look at. */
  readonly unsure: number;
  /** Targets and tasks that somebody confirmed or corrected. */
  readonly reviewed: number;
  /** Why a person should look at it, the gravest reason first. */
  readonly why: readonly string[];
  /** What a search looks in, without marks. */
  readonly words: string;
}

/** What of a target or task is kept in memory; the rest is read from its table when it is shown: its place counts from the first line of its document. */
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
  /** By document: what is taken over where its record has not changed. */
  readonly blocks: ReadonlyMap<string, RowsOfDocument>;
}

/** What the tables say of one document. */
export interface RowsOfDocument {
  /** SHA-256 of the record that its lines were made of; undefined where that is not known. */
  readonly record: string | undefined;
  readonly document: DocumentEntry;
  readonly targets: readonly TargetEntry[];
  readonly tasks: readonly RowEntry[];
}

const DeadlineYears = z
  .object({ start: z.string().nullable(), end: z.string().nullable(), type: z.string() })
  .nullable();
const Row = TargetLine.pick({ document: true, id: true, area: true, confidence: true, reviewed: true }).extend({
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

/**
 * Tells the tables that stand there now from any others, by their description: it is made anew with them, and comes last.
 *
 * @returns undefined where there are none
 */
export async function versionOf(folder: string): Promise<string | undefined> {
  const info = await stat(join(folder, 'datapackage.json'), { bigint: true }).catch(() => undefined);
  return info === undefined ? undefined : `${info.ino.toString(36)}.${info.mtimeNs.toString(36)}`;
}

export const NO_TABLES: Tables = {
  version: 'none',
  documents: new Map(),
  targets: [],
  tasks: [],
  failures: [],
  blocks: new Map(),
  target: () => Promise.reject(new Error('there are no tables')),
  task: () => Promise.reject(new Error('there are no tables')),
};

/** Documents that are read one by one where the others are taken over; of more, all lines are read in one go. */
const MOST_ALONE = 500;

type Files = Readonly<Record<(typeof NAMES)[number], FileHandle>>;

/**
 * Reads the tables of a folder once.
 *
 * @param before what was read of them earlier: documents that have not changed since are taken over
 * @returns the tables, and what lets go of their files
 */
export async function openTables(
  folder: string,
  version: string,
  before: Tables = NO_TABLES,
): Promise<{ readonly tables: Tables; readonly close: () => Promise<void> }> {
  const files: Partial<Record<(typeof NAMES)[number], FileHandle>> = {};
  const close = async (): Promise<void> => {
    await Promise.all(Object.values(files).map((file) => file.close().catch(() => undefined)));
  };
  try {
    for (const name of NAMES) files[name] = await openOwn(join(folder, `${name}.ndjson`));
    const open = files as Files;
    const outline = await outlineOf(folder, open);
    const isSame = ({ id, record }: HeldLines): boolean => before.blocks.get(id)?.record === record;
    const anew = outline?.documents.filter((one) => !isSame(one)).length ?? Number.POSITIVE_INFINITY;
    const read =
      outline !== undefined && anew <= MOST_ALONE ? readByOutline(open, outline, before) : readWhole(open, outline);
    return { tables: await indexed(open, version, await read), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The outline, where it is of the tables that are open: others may have taken their place meanwhile. */
async function outlineOf(folder: string, files: Files): Promise<TablesOutline | undefined> {
  const outline = await readTablesOutline(folder);
  for (const name of OUTLINED) {
    const { size } = await files[name].stat();
    if (outline?.documents.reduce((sum, { bytes }) => sum + bytes[name], 0) !== size) return undefined;
  }
  return outline;
}

/** Where the lines of each document begin in a table. */
type Bases = ReadonlyMap<string, Readonly<Record<Outlined, number>>>;

interface TablesRead {
  readonly blocks: ReadonlyMap<string, RowsOfDocument>;
  readonly bases: Bases;
}

async function readByOutline(files: Files, { documents }: TablesOutline, before: Tables): Promise<TablesRead> {
  const blocks = new Map<string, RowsOfDocument>();
  const bases = new Map<string, Readonly<Record<Outlined, number>>>();
  const at = { documents: 0, targets: 0, tasks: 0 };
  const same = interned();
  for (const { id, record, bytes } of documents) {
    bases.set(id, { ...at });
    const known = before.blocks.get(id);
    const block =
      known?.record === record
        ? known
        : blockOf(
            record,
            {
              documents: await linesAt(files.documents, at.documents, bytes.documents),
              targets: await linesAt(files.targets, at.targets, bytes.targets),
              tasks: await linesAt(files.tasks, at.tasks, bytes.tasks),
            },
            same,
          );
    if (block !== undefined) blocks.set(id, block);
    for (const name of OUTLINED) at[name] += bytes[name];
  }
  return { blocks, bases };
}

/** A line and where it stands. */
interface PlacedLine extends LinePlace {
  readonly json: unknown;
}

async function linesAt(file: FileHandle, start: number, length: number): Promise<PlacedLine[]> {
  const bytes = Buffer.allocUnsafe(length);
  await file.read(bytes, 0, length, start);
  const lines: PlacedLine[] = [];
  for (let from = 0; from < length; ) {
    const end = bytes.indexOf(10, from);
    const to = end === -1 ? length : end;
    lines.push({ json: jsonOf(bytes.toString('utf8', from, to)), start: from, end: to });
    from = to + 1;
  }
  return lines;
}

async function readWhole(files: Files, outline: TablesOutline | undefined): Promise<TablesRead> {
  const records = new Map(outline?.documents.map(({ id, record }) => [id, record]));
  const rows = new Map<
    string,
    { documents: PlacedLine[]; targets: TargetEntry[]; tasks: RowEntry[]; document: Tallied }
  >();
  const bases = new Map<string, Record<Outlined, number>>();
  /** Lines that are no records of this program are left out, as everywhere. */
  const damaged: string[] = [];
  const same = interned();
  await readLinesOf(files.documents, 'documents.ndjson', DocumentLine, damaged, (line, _, { start, end }) => {
    rows.set(line.id, { documents: [{ json: line, start, end }], targets: [], tasks: [], document: tallied(line) });
    bases.set(line.id, { documents: start, targets: -1, tasks: -1 });
  });
  const of = (id: string, name: 'targets' | 'tasks', { start, end }: LinePlace) => {
    const [own, base] = [rows.get(id), bases.get(id)];
    if (own === undefined || base === undefined) return undefined;
    if (base[name] === -1) base[name] = start;
    return { own, place: { start: start - base[name], end: end - base[name] } };
  };
  await readLinesOf(files.targets, 'targets.ndjson', TargetRow, damaged, (line, _, at) => {
    const found = of(line.document, 'targets', at);
    if (found !== undefined) found.own.targets.push(targetEntry(line, found.place, found.own.document, same));
  });
  await readLinesOf(files.tasks, 'tasks.ndjson', TaskRow, damaged, (line, _, at) => {
    const found = of(line.document, 'tasks', at);
    if (found !== undefined) found.own.tasks.push(taskEntry(line, found.place, found.own.document, same));
  });
  const blocks = new Map<string, RowsOfDocument>();
  for (const [id, { targets, tasks, document }] of rows)
    blocks.set(id, { record: records.get(id), document: settled(document), targets, tasks });
  return { blocks, bases };
}

/** A document whose rows are still being counted. */
interface Tallied extends DocumentEntry {
  unsure: number;
  reviewed: number;
  low: number;
  why: readonly string[];
}

const tallied = (line: DocumentLine): Tallied => ({
  line,
  unsure: 0,
  reviewed: 0,
  low: 0,
  why: [],
  words: wordsOf(line),
});

function settled(document: Tallied): DocumentEntry {
  document.why = doubtsOf({ line: document.line, unsure: document.low });
  return document;
}

function count(document: Tallied, item: { readonly confidence: number; readonly reviewed?: unknown }): void {
  const { confidence, reviewed } = item;
  if (confidence < SURE && reviewed === undefined) document.unsure++;
  if (reviewed !== undefined) document.reviewed++;
  if (isUnsure(item)) document.low++;
}

export type Interned = ReturnType<typeof interned>;

function blockOf(
  record: string,
  lines: Readonly<Record<Outlined, readonly PlacedLine[]>>,
  same: Interned,
): RowsOfDocument | undefined {
  const line = DocumentLine.safeParse(lines.documents[0]?.json).data;
  if (line === undefined) return undefined;
  const document = tallied(line);
  const targets = lines.targets.flatMap(({ json, start, end }) => {
    const row = TargetRow.safeParse(json).data;
    return row === undefined ? [] : [targetEntry(row, { start, end }, document, same)];
  });
  const tasks = lines.tasks.flatMap(({ json, start, end }) => {
    const row = TaskRow.safeParse(json).data;
    return row === undefined ? [] : [taskEntry(row, { start, end }, document, same)];
  });
  return { record, document: settled(document), targets, tasks };
}

function targetEntry(
  line: z.infer<typeof TargetRow>,
  place: LinePlace,
  document: Tallied,
  same: Interned,
): TargetEntry {
  const { kind, status, indicator, quantity, agencies } = line;
  return {
    ...rowEntry(line, place, document, same),
    ...{ kind, status },
    code: same(indicator.code),
    unit: same(quantity?.unit ?? null),
    words: folded(indicator.text),
    agencies: agencies.map(({ code }) => same(code)),
  };
}

const taskEntry = (line: z.infer<typeof TaskRow>, place: LinePlace, document: Tallied, same: Interned): RowEntry => ({
  ...rowEntry(line, place, document, same),
  words: folded(line.text),
  agencies: [...line.leads, ...line.cooperating].map(({ code }) => same(code)),
});

function rowEntry(line: z.infer<typeof Row>, place: LinePlace, document: Tallied, same: Interned) {
  const { id, area, confidence, source, deadline } = line;
  count(document, line);
  return { document, id, confidence, ...place, at: source.start, area: same(area), due: yearsOf(deadline) };
}

async function indexed(files: Files, version: string, { blocks, bases }: TablesRead): Promise<Tables> {
  const failures: Failure[] = [];
  await readLinesOf(files.failures, 'failures.ndjson', Failure, [], (one) => void failures.push(one));
  const documents = new Map<string, DocumentEntry>();
  const targets: TargetEntry[] = [];
  const tasks: RowEntry[] = [];
  for (const [id, block] of blocks) {
    documents.set(id, block.document);
    for (const one of block.targets) targets.push(one);
    for (const one of block.tasks) tasks.push(one);
  }
  const at = (name: 'targets' | 'tasks', { document, start, end }: RowEntry): LinePlace => {
    const base = bases.get(document.line.id)?.[name] ?? 0;
    return { start: base + start, end: base + end };
  };
  return {
    ...{ version, documents, targets, tasks, failures, blocks },
    target: async (entry) => lineAs(TargetLine, await readAt(files.targets, at('targets', entry))),
    task: async (entry) => lineAs(TaskLine, await readAt(files.tasks, at('tasks', entry))),
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
export function interned(): <T extends string | null>(text: T) => T {
  const known = new Map<string, string>();
  return (text) => {
    if (text === null) return text;
    const there = known.get(text);
    if (there !== undefined) return there as typeof text;
    known.set(text, text);
    return text;
  };
}

/** @throws {Problem} where somebody wrote in a table after it was read */
function lineAs<T>(schema: z.ZodType<T>, json: unknown): T {
  const line = schema.safeParse(json);
  if (line.success) return line.data;
  const detail = 'The tables of the folder are damaged. They are made anew with the next document that is read.';
  throw new Problem(503, detail, 'tables-damaged', 10);
}
