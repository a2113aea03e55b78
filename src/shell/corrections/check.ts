import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { applyCorrections, type CorrectionNow } from '../../corrections/lay.ts';
import type { ToldCorrection } from '../../corrections/ways.ts';
import { DEFAULT_LIMITS } from '../../model/block.ts';
import type { Correction } from '../../model/correction.ts';
import { processDocument, type Recognition } from '../../run.ts';
import { CallError } from '../call-error.ts';
import { reasonOf } from '../failure.ts';
import { type Entry, placesOf } from '../output/entry.ts';
import { sha256Of } from '../output/replace-file.ts';
import { readNotes } from '../output/runs.ts';
import type { PipelineChoice } from '../pipelines.ts';
import { fileSource } from '../sources/file.ts';
import { findSources } from '../sources/find.ts';
import type { GivenSource } from '../sources/source.ts';
import { correctedIn, requireOutputFolder } from './folder.ts';

/** What the present rules make of one correction. */
export interface Checked extends ToldCorrection {
  /** They read otherwise what they, or a person, had right. */
  readonly against: boolean;
}

export interface CheckResult {
  readonly checked: readonly Checked[];
  /** Documents that were not read again, and why. */
  readonly left: readonly { readonly document: string; readonly why: string }[];
  readonly damaged: readonly string[];
}

export interface CheckOptions {
  readonly folder: string;
  /** Folders or files that hold the sources; where there are none, they lie where they were ingested. */
  readonly sources: readonly string[];
  readonly choice: PipelineChoice;
  readonly recognition?: Recognition;
}

/**
 * Reads the sources of all corrected documents anew, with the present rules, and holds what comes of it against what persons
 * said. Nothing is written.
 *
 * @throws {CallError} where there is no such folder
 */
export async function checkCorrections(options: CheckOptions): Promise<CheckResult> {
  const { folder, sources } = options;
  await requireOutputFolder(folder);
  const { entries } = await readNotes(join(folder, 'runs'));
  const bySha = sources.length === 0 ? undefined : await gather(sources);
  const checked: Checked[] = [];
  const left: { document: string; why: string }[] = [];
  const damaged: string[] = [];
  for await (const { id, file } of correctedIn(folder, (name) => void damaged.push(name))) {
    if (file.entries.length === 0) continue;
    const entry = entries.get(id);
    const source = entry === undefined ? undefined : await sourceOf(entry, bySha);
    if (entry === undefined || source === undefined) {
      left.push({
        document: id,
        why: entry === undefined ? 'it is not in the folder' : 'its source is not there as it was',
      });
      continue;
    }
    try {
      const states = await read(source, entry, file.entries, options);
      for (const [i, now] of states.entries()) {
        const correction = file.entries[i];
        if (correction !== undefined)
          checked.push({ document: id, correction, now, against: isAgainst(correction, now) });
      }
    } catch (error) {
      const { code, message } = reasonOf(error, 'read');
      left.push({ document: id, why: `${code}: ${message}` });
    }
  }
  return { checked, left, damaged };
}

async function read(
  source: GivenSource,
  { uri, made }: Entry,
  corrections: readonly Correction[],
  { choice, recognition }: CheckOptions,
): Promise<readonly CorrectionNow[]> {
  const bytes = await source.read(DEFAULT_LIMITS.maxBytes);
  const asked = choice.name === 'auto' ? (made?.choice ?? 'auto') : choice.name;
  const { record, text } = await processDocument(bytes, {
    ...{ uri, pipelines: choice.pipelines, pipeline: asked, declared: made?.told ?? {} },
    ...(recognition === undefined ? {} : { recognition }),
  });
  return applyCorrections(record, text, corrections).states;
}

/** The file of a document, where its bytes are still those that were read. */
async function sourceOf(
  entry: Entry,
  bySha: ReadonlyMap<string, GivenSource> | undefined,
): Promise<GivenSource | undefined> {
  if (bySha !== undefined) return bySha.get(entry.sha256);
  for (const place of placesOf(entry)) {
    const info = await stat(place).catch(() => undefined);
    if (info?.isFile() !== true) continue;
    const source = fileSource(place, place, {});
    if (await isOf(source, entry.sha256)) return source;
  }
  return undefined;
}

const isOf = (source: GivenSource, sha256: string): Promise<boolean> =>
  source.read(DEFAULT_LIMITS.maxBytes).then(
    (bytes) => sha256Of(bytes) === sha256,
    () => false,
  );

async function gather(paths: readonly string[]): Promise<ReadonlyMap<string, GivenSource>> {
  const found = await findSources(
    paths.map((path) => ({ path })),
    [],
  );
  const [failure] = found.failures;
  if (failure !== undefined) throw new CallError(`--sources ${failure.source}: ${failure.message}`);
  const bySha = new Map<string, GivenSource>();
  for (const source of found.sources) {
    const bytes = await source.read(DEFAULT_LIMITS.maxBytes).catch(() => undefined);
    if (bytes !== undefined) bySha.set(sha256Of(bytes), source);
  }
  return bySha;
}

/**
 * Whether the rules are against a correction: they read a third thing, no longer what they had come to agree with, or not
 * at all any more what was there. That they are as wrong as they were is known, and nothing new.
 */
function isAgainst({ agreed }: Correction, { state, superseded }: CorrectionNow): boolean {
  if (superseded || state === 'agrees') return false;
  return state === 'disagrees' || state === 'lost' || agreed !== undefined;
}
