import { z } from 'zod';
import type { ComparedPlan, ComparedTarget } from '../../compare/plans.ts';
import { Agency, Deadline, Quantity, Replaced, ReportedOn, SCHEMA_VERSION, Source } from '../../model/record.ts';
import { CallError } from '../call-error.ts';
import { DocumentLine, TargetLine } from './lines.ts';
import { pool } from './pooled.ts';
import { readLines } from './read-lines.ts';
import { PlaceOfOrigin, Said, type Told, targetCounter, toldReader } from './told.ts';

const Header = DocumentLine.pick({
  id: true,
  form: true,
  number: true,
  issuer: true,
  province: true,
  level: true,
  issuedOn: true,
  period: true,
  topic: true,
  title: true,
  schemaVersion: true,
}).extend({
  replaces: z.array(Replaced.pick({ number: true, date: true, kind: true })).optional(),
  reportsOn: z.array(ReportedOn.pick({ number: true, date: true })).optional(),
});

/** No more than a comparison needs: of a hundred thousand targets, what else they carry would fill the memory. */
const Figure = TargetLine.pick({
  document: true,
  id: true,
  kind: true,
  status: true,
  area: true,
  direction: true,
  levels: true,
  baseline: true,
  condition: true,
  confidence: true,
  reviewed: true,
}).extend({
  indicator: z.object({
    text: z.string(),
    code: z.string().nullable(),
    match: z.object({ sure: z.number() }).optional(),
  }),
  quantity: Quantity.pick({ comparator: true, value: true, valueMax: true, unit: true }).nullable(),
  deadline: Deadline.pick({ text: true, type: true, start: true, end: true, basis: true }).nullable(),
  agencies: z.array(Agency.pick({ role: true, code: true, name: true })),
  allottedTo: TargetLine.shape.allottedTo,
  source: Source.pick({ quote: true, start: true, end: true, page: true }),
});

type Figure = z.infer<typeof Figure>;

/**
 * Makes targets of lines: of what many of them have alike, one is kept. What a hundred thousand targets leave in memory is
 * copied each time that memory is tidied up, which takes longer than to read it.
 */
function targetMaker(): (figure: Figure) => ComparedTarget {
  const strings = pool<string>();
  const deadlines = pool<NonNullable<Figure['deadline']>>();
  const agencies = pool<Figure['agencies']>();
  const levels = pool<Figure['levels']>();
  // Field by field: what is copied as a rest of fields takes several times as long, and twice the memory.
  return (one) => ({
    id: one.id,
    kind: one.kind,
    status: one.status,
    area: one.area === null ? null : strings(one.area, one.area),
    direction: one.direction,
    levels: levels(one.levels.join('|'), one.levels),
    baseline: one.baseline,
    condition: one.condition,
    confidence: one.confidence,
    indicator: one.indicator,
    quantity: one.quantity,
    deadline: one.deadline === null ? null : deadlines(Object.values(one.deadline).join('|'), one.deadline),
    agencies: agencies(one.agencies.map(({ role, code, name }) => `${role}|${code}|${name}`).join('|'), one.agencies),
    ...(one.allottedTo === undefined ? {} : { allottedTo: one.allottedTo }),
    source: one.source,
  });
}

/** The plans of an output folder with their targets, from its tables. */
export interface PlansRead {
  readonly plans: readonly ComparedPlan[];
  /** Lines that are no records of this program: `targets.ndjson:12: …`. */
  readonly damaged: readonly string[];
  /** What a page tells beside the comparison; where it was asked for. */
  readonly told?: Told;
}

/**
 * Reads the tables of an output folder line by line.
 *
 * @param page whether a page will be made: what it tells beside the comparison comes of the same reading
 * @throws {CallError} where there is no such folder, it is empty, or it was written by another major version
 */
export async function readPlans(folder: string, page = false): Promise<PlansRead> {
  const damaged: string[] = [];
  const targets = new Map<string, ComparedTarget[]>();
  const plans: ComparedPlan[] = [];
  const major = SCHEMA_VERSION.split('.')[0];
  const told = page ? { ...toldReader(), counts: targetCounter() } : undefined;
  await readLines(folder, 'documents.ndjson', Header, damaged, (header, line) => {
    if (header.schemaVersion.split('.')[0] !== major) {
      throw new CallError(
        `${folder}: written with schema ${header.schemaVersion}; this program reads ${major}.x. Ingest the sources again.`,
      );
    }
    const own: ComparedTarget[] = [];
    const origin = told === undefined ? undefined : PlaceOfOrigin.safeParse(line).data;
    if (origin !== undefined) told?.document(origin);
    if (targets.has(header.id)) damaged.push(`documents.ndjson: ${header.id} stands there twice`);
    else {
      targets.set(header.id, own);
      plans.push({ header, targets: own });
    }
  });
  if (plans.length === 0) throw new CallError(`${folder}: holds no documents. Run kehoach ingest first.`);
  const targetOf = targetMaker();
  await readLines(folder, 'targets.ndjson', Figure, damaged, (figure, line) => {
    targets.get(figure.document)?.push(targetOf(figure));
    if (told === undefined) return;
    told.counts.count(figure);
    const said = Said.safeParse(line).data;
    if (said !== undefined) told.target(said);
  });
  return { plans, damaged, ...(told === undefined ? {} : { told }) };
}
