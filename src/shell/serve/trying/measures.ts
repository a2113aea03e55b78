import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type MeasureRead, measureRead, type OpenMeasure } from '../../../catalogue/measure-read.ts';
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import { PlanRecord } from '../../../model/record.ts';
import { jsonOf } from '../../json.ts';
import { readRules } from '../../output/corrections.ts';
import { TargetLine } from '../../output/lines.ts';
import { readTablesOutline } from '../../output/outline.ts';
import { openOwn } from '../../output/own-file.ts';
import { type LinePlace, readLinesOf } from '../../output/read-lines.ts';
import { type Interned, interned, versionOf } from '../look/tables-index.ts';

/** A target that states a figure, with the words by which catalogues are looked up. Its place counts from the first of its document. */
export interface MeasuredTarget extends LinePlace {
  readonly id: string;
  /** Where it stands in the text of its document. */
  readonly at: number;
  readonly was: string | null;
  /** Whether it has the code that it has whatever a catalogue says: a person said so, or it is of a region. */
  readonly fixed: 'person' | 'part' | undefined;
  readonly measure: MeasureRead;
  /** Opened when it is first looked up. */
  open?: OpenMeasure;
}

export interface MeasuredDocument {
  readonly id: string;
  /** SHA-256 of the record of which its lines were made; undefined where that is not known. */
  readonly record: string | undefined;
  /** Where its first line stands. */
  readonly base: number;
  readonly targets: readonly MeasuredTarget[];
}

/** The targets of a folder at one moment, as they are tried. */
export interface MeasuredFolder {
  readonly version: string;
  readonly documents: readonly MeasuredDocument[];
  readonly line: (document: MeasuredDocument, target: MeasuredTarget) => Promise<z.infer<typeof TargetLine>>;
  readonly close: () => Promise<void>;
}

const Line = TargetLine.pick({
  ...{ document: true, id: true, kind: true, indicator: true, quantity: true, direction: true, area: true },
  reviewed: true,
}).extend({
  source: z.object({ quote: z.string(), start: z.int() }),
  quantity: z.object({ unit: z.string() }).nullable(),
});
type Line = z.infer<typeof Line>;

/** @returns what reads the targets of a folder: what has not changed since the last time is taken over */
export function measuredFolder(folder: string, knowledge: Knowledge): () => Promise<MeasuredFolder> {
  let kept: MeasuredFolder | undefined;
  return async () => {
    const version = (await versionOf(folder)) ?? 'none';
    if (kept?.version === version) return kept;
    const before = kept;
    kept = version === 'none' ? NOTHING : await readFolder(folder, version, knowledge, before);
    await before?.close();
    return kept;
  };
}

const NOTHING: MeasuredFolder = {
  ...{ version: 'none', documents: [] },
  line: () => Promise.reject(new Error('there are no tables')),
  close: async () => undefined,
};

async function readFolder(
  folder: string,
  version: string,
  knowledge: Knowledge,
  before: MeasuredFolder | undefined,
): Promise<MeasuredFolder> {
  const file = await openOwn(join(folder, 'targets.ndjson'));
  try {
    const outline = await readTablesOutline(folder);
    const { size } = await file.stat();
    const told = outline?.documents.reduce((sum, { bytes }) => sum + bytes.targets, 0) === size ? outline : undefined;
    const same = interned();
    const measured = (lines: readonly PlacedLine[]) => measuredLines(folder, knowledge, lines, same);
    const known = new Map(before?.documents.map((one) => [one.id, one]));
    const documents: MeasuredDocument[] = [];
    if (told === undefined) {
      for (const [id, lines] of await linesByDocument(file)) {
        const base = lines[0]?.start ?? 0;
        const own = lines.map(({ line, start, end }) => ({ line, start: start - base, end: end - base }));
        documents.push({ id, record: undefined, base, targets: await measured(own) });
      }
    } else {
      let base = 0;
      for (const { id, record, bytes } of told.documents) {
        const old = known.get(id);
        const targets = old?.record === record ? old.targets : await measured(await linesAt(file, base, bytes.targets));
        documents.push({ id, record, base, targets });
        base += bytes.targets;
      }
    }
    return {
      ...{ version, documents },
      async line({ base }, { start, end }) {
        const bytes = Buffer.allocUnsafe(end - start);
        await file.read(bytes, 0, bytes.length, base + start);
        return TargetLine.parse(jsonOf(bytes.toString('utf8')));
      },
      close: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

interface PlacedLine extends LinePlace {
  readonly line: Line;
}

async function linesAt(file: FileHandle, base: number, length: number): Promise<PlacedLine[]> {
  const bytes = Buffer.allocUnsafe(length);
  await file.read(bytes, 0, length, base);
  const lines: PlacedLine[] = [];
  for (let start = 0; start < length; ) {
    const found = bytes.indexOf(10, start);
    const end = found === -1 ? length : found;
    // Lines that are no records of this program are left out, as everywhere.
    const { data: line } = Line.safeParse(jsonOf(bytes.toString('utf8', start, end)));
    if (line !== undefined) lines.push({ line, start, end });
    start = end + 1;
  }
  return lines;
}

async function linesByDocument(file: FileHandle): Promise<ReadonlyMap<string, PlacedLine[]>> {
  const found = new Map<string, PlacedLine[]>();
  await readLinesOf(file, 'targets.ndjson', Line, [], (line, _, place) => {
    const own = found.get(line.document);
    if (own === undefined) found.set(line.document, [{ line, ...place }]);
    else own.push({ line, ...place });
  });
  return found;
}

async function measuredLines(
  folder: string,
  knowledge: Knowledge,
  lines: readonly PlacedLine[],
  same: Interned,
): Promise<MeasuredTarget[]> {
  const reviewed = lines.find(({ line }) => line.reviewed !== undefined);
  const rules = reviewed === undefined ? undefined : await rulesOf(folder, reviewed.line.document);
  return lines.flatMap(({ line, start, end }): MeasuredTarget[] => {
    // Codes are told by what the rules read, and persons have the last word.
    const read = rules?.get(line.id) ?? line;
    const measure = measureRead(knowledge, read);
    if (measure === null) return [];
    const { area, direction, unit, written } = measure;
    const { code, part } = line.indicator;
    const byPerson =
      line.reviewed !== undefined &&
      ((rules !== undefined && read === line) || line.reviewed.fields.includes('indicator.code'));
    return [
      {
        ...{ id: line.id, at: line.source.start, was: same(code), start, end },
        fixed: byPerson ? 'person' : part === true ? 'part' : undefined,
        measure: { ...measure, area: same(area), unit: same(unit), written: same(written), direction },
      },
    ];
  });
}

/** The targets as the rules made them, where persons said something of the document. */
async function rulesOf(folder: string, document: string): Promise<ReadonlyMap<string, Line> | undefined> {
  const record = PlanRecord.safeParse(jsonOf((await readRules(folder, document)) ?? ''));
  if (!record.success) return undefined;
  return new Map(record.data.targets.map((target) => [target.id, { ...target, document }]));
}
