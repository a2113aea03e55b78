import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { expect, onTestFinished } from 'vitest';
import { type IngestOptions, type IngestResult, ingest } from '../../src/shell/ingest.ts';
import type { PipelineChoice } from '../../src/shell/pipelines.ts';
import type { Executor } from '../../src/shell/pool/work.ts';
import { findSources, type Given, type Remote } from '../../src/shell/sources/find.ts';
import { answerTo } from './doubles/answer.mjs';

/** Stands in for the extraction, in a process of the pool; `answer.mjs` tells what a document must say for what to happen. */
export const DOUBLE = fileURLToPath(new URL('./doubles/worker.mjs', import.meta.url));

export const GENERAL: PipelineChoice = {
  name: 'auto',
  pipelines: [
    {
      name: 'general',
      version: '1.0.0',
      topic: null,
      match: { title: [], text: [], textAtLeast: 3 },
      areas: [],
      indicators: [],
    },
  ],
};

/** A folder of its own for one test, with these files in it. */
export async function folderWith(files: Readonly<Record<string, string | Uint8Array>> = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kehoach-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await putFiles(folder, files);
  return folder;
}

export async function putFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
}

/** What would take this process along. */
const NEEDS_PROCESS = /HANG|GROW|EXIT|KILL|ABORT|PRINT|OUTSIDE|THROW/u;

/** The double in the test's own process, which takes no time to start. */
const readHere = (): Executor => ({
  width: 3,
  async run({ uri, alsoAt, made, bytes }) {
    const task = { bytes: await bytes(), uri, alsoAt, pipeline: made.choice, declared: made.told };
    if (NEEDS_PROCESS.test(Buffer.from(task.bytes).toString()))
      throw new Error('This document needs a process of its own: say `worker: DOUBLE`');
    return answerTo(task);
  },
  settled: async () => undefined,
  close: async () => undefined,
});

/** A run of the shell with the double in place of the extraction; in processes where the options name a `worker`. */
export async function ingestWith(
  given: readonly (string | Given)[],
  out: string,
  options: Partial<Omit<IngestOptions, 'out'>> & {
    readonly leaveOut?: readonly string[];
    readonly remote?: Remote;
  } = {},
): Promise<IngestResult> {
  const { leaveOut = [], remote, ...rest } = options;
  const paths = given.map((one) => (typeof one === 'string' ? { path: one } : one));
  const result = await ingest({
    out,
    found: await findSources(paths, [out, ...leaveOut], remote),
    choice: GENERAL,
    log: pino({ level: 'silent' }),
    progress: { start() {}, more() {}, at() {}, step() {}, stop() {} },
    concurrency: 2,
    rules: 'test',
    ...(rest.worker === undefined ? { executor: readHere() } : {}),
    ...rest,
  });
  // What came in is what came out, in every run of every test.
  const { outcomes, left, sources } = result;
  expect(Object.values(outcomes).reduce((sum, one) => sum + one, left)).toBe(sources);
  return result;
}

/** Every file of a folder with the hash of its content; `runs/` aside, which tells when. */
export async function snapshot(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const hashed = await Promise.all(
    files
      .filter((path) => !path.startsWith(join(folder, 'runs')))
      .sort()
      .map(async (path) => [
        path.slice(folder.length + 1),
        createHash('sha256')
          .update(await readFile(path))
          .digest('hex'),
      ]),
  );
  return Object.fromEntries(hashed);
}

export async function linesOf(folder: string, table: string): Promise<Record<string, unknown>[]> {
  const text = await readFile(join(folder, `${table}.ndjson`), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}
