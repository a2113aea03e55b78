import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ComparedPlan, ComparedTarget } from '../../compare/plans.ts';
import { Agency, Replaced, ReportedOn, SCHEMA_VERSION, Source } from '../../model/record.ts';
import { CallError } from '../call-error.ts';
import { systemCode } from '../failure.ts';
import { DocumentLine, TargetLine } from './lines.ts';

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
  indicator: true,
  quantity: true,
  direction: true,
  levels: true,
  deadline: true,
  confidence: true,
}).extend({
  agencies: z.array(Agency.pick({ role: true, code: true, name: true })),
  source: Source.pick({ quote: true, start: true, end: true, page: true }),
});

/** The plans of an output folder with their targets, from its tables. */
export interface PlansRead {
  readonly plans: readonly ComparedPlan[];
  /** Lines that are no records of this program: `targets.ndjson:12: …`. */
  readonly damaged: readonly string[];
}

/**
 * Reads the tables of an output folder line by line.
 *
 * @throws {CallError} where there is no such folder, it is empty, or it was written by another major version
 */
export async function readPlans(folder: string): Promise<PlansRead> {
  const damaged: string[] = [];
  const targets = new Map<string, ComparedTarget[]>();
  const plans: ComparedPlan[] = [];
  const major = SCHEMA_VERSION.split('.')[0];
  for await (const header of lines(folder, 'documents.ndjson', Header, damaged)) {
    if (header.schemaVersion.split('.')[0] !== major) {
      throw new CallError(
        `${folder}: written with schema ${header.schemaVersion}; this program reads ${major}.x. Ingest the sources again.`,
      );
    }
    const own: ComparedTarget[] = [];
    if (targets.has(header.id)) damaged.push(`documents.ndjson: ${header.id} stands there twice`);
    else {
      targets.set(header.id, own);
      plans.push({ header, targets: own });
    }
  }
  if (plans.length === 0) throw new CallError(`${folder}: holds no documents. Run kehoach ingest first.`);
  for await (const { document, ...target } of lines(folder, 'targets.ndjson', Figure, damaged)) {
    targets.get(document)?.push(target);
  }
  return { plans, damaged };
}

async function* lines<T>(folder: string, name: string, schema: z.ZodType<T>, damaged: string[]): AsyncGenerator<T> {
  let number = 0;
  const read = function* (text: string): Generator<T> {
    number++;
    if (text === '') return;
    const parsed = schema.safeParse(jsonOf(text));
    if (parsed.success) yield parsed.data;
    else damaged.push(`${name}:${number}: no record of this program`);
  };
  const stream = createReadStream(join(folder, name), { encoding: 'utf8', highWaterMark: PIECE });
  let rest = '';
  try {
    for await (const piece of stream) {
      const [first = '', ...more] = `${piece}`.split('\n');
      rest += first;
      for (const next of more) {
        yield* read(rest);
        rest = next;
      }
    }
    yield* read(rest);
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    throw new CallError(`${join(folder, name)} cannot be read (${code}). Is ${folder} an output folder?`);
  } finally {
    stream.destroy();
  }
}

/** Bytes read at a time: tables of many plans have a hundred million. */
const PIECE = 1 << 20;

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
