import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { applyCorrections, type LaidRecord } from '../../corrections/lay.ts';
import type { ToldCorrection } from '../../corrections/ways.ts';
import type { CorrectionsFile } from '../../model/correction.ts';
import { PlanRecord } from '../../model/record.ts';
import { CallError } from '../call-error.ts';
import { jsonOf } from '../json.ts';
import { findCorrections, readRules } from '../output/corrections.ts';
import { readOwn } from '../output/own-file.ts';

/** A document of which something was said. */
export interface CorrectedNow {
  readonly id: string;
  readonly file: CorrectionsFile;
  /** Undefined where no such document is in the folder, or what the rules made of it is lost: then nothing is laid. */
  readonly laid: LaidRecord | undefined;
  readonly text: string;
}

/** @throws {CallError} where a folder is none that an ingest has written */
export async function requireOutputFolder(folder: string): Promise<void> {
  if ((await stat(join(folder, 'documents')).catch(() => undefined)) === undefined)
    throw new CallError(`${folder}: this is no output folder (it has no documents/)`);
}

/**
 * All of what persons said in an output folder, by the id of the document, one in memory at a time.
 *
 * @param damaged is told of files that are no corrections
 */
export async function* correctedIn(folder: string, damaged: (name: string) => void): AsyncGenerator<CorrectedNow> {
  const found = await findCorrections(folder);
  for (const name of found.damaged) damaged(name);
  for (const [id, file] of found.files) {
    const read = (path: string): Promise<string | undefined> =>
      readOwn(join(folder, 'documents', path)).then(String, () => undefined);
    const text = await read(`${id}.txt`);
    const rules = found.kept.has(id) ? await readRules(folder, id) : undefined;
    const record = PlanRecord.safeParse(
      jsonOf(rules ?? (file.entries.length === 0 ? await read(`${id}.json`) : undefined) ?? ''),
    );
    const laid = text === undefined || !record.success ? undefined : applyCorrections(record.data, text, file.entries);
    yield { id, file, laid, text: text ?? '' };
  }
}

/** Each correction of a document with what became of it. */
export const toldOf = ({ id, file, laid }: CorrectedNow): ToldCorrection[] =>
  file.entries.flatMap((correction) => {
    const now = laid?.states.find((one) => one.id === correction.id);
    return now === undefined ? [] : [{ document: id, correction, now }];
  });

/** How much of a folder was reviewed. */
export interface CorrectionCounts {
  /** Documents of which something was said. */
  readonly documents: number;
  /** Targets, tasks and headers that somebody confirmed as they were. */
  readonly confirmed: number;
  /** Those in which somebody set a field, or that somebody added or deleted. */
  readonly corrected: number;
  /** Corrections that the rules have come to agree with. */
  readonly agreeing: number;
  readonly disagreeing: number;
  readonly lost: number;
  /** Documents that are not in the folder now, with corrections that wait for them. */
  readonly waiting: number;
}

export async function countCorrections(folder: string): Promise<CorrectionCounts> {
  const counts = { documents: 0, confirmed: 0, corrected: 0, agreeing: 0, disagreeing: 0, lost: 0, waiting: 0 };
  for await (const one of correctedIn(folder, () => undefined)) {
    if (one.file.entries.length === 0) continue;
    if (one.laid === undefined) {
      counts.waiting++;
      continue;
    }
    counts.documents++;
    const told = toldOf(one).filter(({ now }) => !now.superseded);
    const corrected = new Set(
      told.flatMap(({ correction: { act, kind, key }, now }) =>
        act === 'confirm' || now.state === 'lost' ? [] : [`${kind} ${key}`],
      ),
    );
    counts.corrected += corrected.size;
    counts.confirmed += told.filter(
      ({ correction: { act, kind, key }, now }) =>
        act === 'confirm' && now.state !== 'lost' && !corrected.has(`${kind} ${key}`),
    ).length;
    const inState = (state: string): number => told.filter(({ now }) => now.state === state).length;
    counts.agreeing += inState('agrees');
    counts.disagreeing += inState('disagrees');
    counts.lost += inState('lost');
  }
  return counts;
}
