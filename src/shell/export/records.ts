import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { PlanRecord, SCHEMA_VERSION } from '../../model/record.ts';
import { CallError } from '../call-error.ts';
import { systemCode } from '../failure.ts';
import { jsonOf } from '../json.ts';
import { sha256Of } from '../output/replace-file.ts';

export interface ReadRecord {
  readonly record: PlanRecord;
  /** Of the file, as runs/ notes it. */
  readonly hash: string;
}

const Versioned = z.object({ schemaVersion: z.string() });

/**
 * The records of an output folder by id, one in memory at a time.
 *
 * @param skip is told of every file that is left out, why, and whose record it should be
 * @throws {CallError} where there is no such folder, it holds no records, or another version of the contract
 */
export async function* readRecords(
  folder: string,
  skip: (reason: string, id: string) => void,
): AsyncGenerator<ReadRecord> {
  const documents = join(folder, 'documents');
  const names = (await namesIn(documents, folder)).filter((name) => name.endsWith('.json')).sort();
  if (names.length === 0) throw new CallError(`${folder}: holds no documents. Run kehoach ingest first.`);
  const bytesSeen = new Map<string, string>();
  const older = new Map<string, number>();
  let given = 0;
  for (const name of names) {
    const own = name.slice(0, -'.json'.length);
    const content = await readFile(join(documents, name), 'utf8');
    const value = jsonOf(content);
    const version = Versioned.safeParse(value);
    if (version.success && major(version.data.schemaVersion) !== major(SCHEMA_VERSION)) {
      older.set(version.data.schemaVersion, (older.get(version.data.schemaVersion) ?? 0) + 1);
      skip(`documents/${name}: written with schema ${version.data.schemaVersion}`, own);
      continue;
    }
    const parsed = PlanRecord.safeParse(value);
    if (!parsed.success) {
      skip(`documents/${name}: ${value === undefined ? 'no JSON' : flaw(parsed.error)}`, own);
      continue;
    }
    const { id, sha256 } = parsed.data.document;
    const twin = bytesSeen.get(sha256);
    if (id !== own) skip(`documents/${name}: says that it is ${id}`, own);
    else if (twin !== undefined) skip(`documents/${name}: the same document as documents/${twin}.json`, own);
    else {
      bytesSeen.set(sha256, id);
      given++;
      yield { record: parsed.data, hash: sha256Of(content) };
    }
  }
  if (given === 0 && older.size > 0) {
    throw new CallError(
      `${folder}: written with schema ${[...older.keys()].join(', ')}; this program reads ${major(SCHEMA_VERSION)}.x. Ingest the sources again.`,
    );
  }
}

async function namesIn(documents: string, folder: string): Promise<string[]> {
  try {
    return await readdir(documents);
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    throw new CallError(`${documents} cannot be read (${code}). Is ${folder} an output folder?`);
  }
}

const major = (version: string): string => version.split('.')[0] ?? version;

/** "targets.3.quantity.value: expected number": the first thing that is wrong. */
function flaw({ issues }: z.ZodError): string {
  const [first] = issues;
  if (first === undefined) return 'no record of this program';
  return `${first.path.length === 0 ? '' : `${first.path.join('.')}: `}${first.message}`;
}
