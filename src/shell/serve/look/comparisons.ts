import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, stat, statfs, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sha256Of } from '../../output/replace-file.ts';
import { Problem } from '../problem.ts';
import { isUnwritable } from '../unwritable.ts';

/** As the pool's: comparing takes seconds of a processor, and the server must answer meanwhile. */
const PROGRAM = fileURLToPath(new URL('../../../../dist/shell/cli.js', import.meta.url));
const FORMATS = { json: 'json', csv: 'csv', xlsx: 'xlsx', html: 'html' } as const;
export type ComparisonFormat = keyof typeof FORMATS;

/** Comparisons that are made at a time, and that wait. */
const AT_ONCE = 1;
const MOST_WAITING = 20;
/** Milliseconds for one. */
const PATIENCE = 120_000;
/** Comparisons that are kept for those who ask again. */
const KEPT = 30;

/** Makes comparisons as the command line does, each once while the tables say the same. */
export interface Comparisons {
  /** Folder in which each has a folder of its own. */
  readonly place: string;
  /**
   * @param options of `kehoach compare`, as they stand on a command line
   * @returns path of the file
   * @throws {Problem} where the call is wrong, or too many ask
   */
  readonly make: (options: readonly string[], format: ComparisonFormat, version: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

/** @param wanted where they are kept, emptied when the server starts; elsewhere where nothing can be written there */
export async function openComparisons(folder: string, wanted: string): Promise<Comparisons> {
  const place = await emptied(wanted);
  const stop = new AbortController();
  const making = new Map<string, Promise<string>>();
  const waiting: (() => void)[] = [];
  let busy = 0;

  async function turn(): Promise<void> {
    if (busy < AT_ONCE) {
      busy++;
      return;
    }
    if (waiting.length >= MOST_WAITING) throw new Problem(503, 'Too many comparisons are asked for.', 'busy', 5);
    await new Promise<void>((go) => waiting.push(go));
  }
  function done(): void {
    const next = waiting.shift();
    if (next === undefined) busy--;
    else next();
  }

  async function whyNot(error: unknown): Promise<never> {
    const { bavail } = await statfs(place);
    if (bavail > 0) throw error;
    throw new Problem(507, 'The disk of the server is full. Make room and ask again.', 'output-unwritable');
  }

  async function made(name: string, options: readonly string[], format: ComparisonFormat): Promise<string> {
    const file = join(place, name, `compare.${format}`);
    if ((await stat(file).catch(() => undefined)) !== undefined) {
      await utimes(join(place, name), new Date(), new Date());
      return file;
    }
    await turn();
    try {
      await mkdir(join(place, name), { recursive: true });
      await run(folder, ['--format', FORMATS[format], '--out', file, ...options], stop.signal).catch(whyNot);
      await forget(place, name);
      return file;
    } finally {
      done();
    }
  }

  return {
    place,
    make(options, format, version) {
      const name = sha256Of(JSON.stringify([options, format, version])).slice(0, 24);
      const there = making.get(name) ?? made(name, options, format).finally(() => making.delete(name));
      making.set(name, there);
      return there;
    },
    async close() {
      stop.abort();
      if (place !== wanted) await rm(place, { recursive: true, force: true });
    },
  };
}

async function emptied(place: string): Promise<string> {
  try {
    await rm(place, { recursive: true, force: true });
    await mkdir(place, { recursive: true });
    return place;
  } catch (error) {
    if (!isUnwritable(error)) throw error;
    return mkdtemp(join(tmpdir(), 'kehoach-comparisons-'));
  }
}

/** @throws {Problem} with what the command line says is wrong; where the folder lies is nobody's business */
function run(folder: string, args: readonly string[], signal: AbortSignal): Promise<void> {
  return new Promise((done, refuse) => {
    execFile(
      process.execPath,
      [PROGRAM, 'compare', '--in', folder, ...args],
      { signal, timeout: PATIENCE },
      (error, _, said) => {
        if (error === null) done();
        else if (error.code === 2) refuse(new Problem(400, said.replaceAll(folder, 'the folder').trim()));
        else if (error.killed === true) refuse(new Problem(503, 'The comparison took too long.', 'time-exceeded'));
        else refuse(error);
      },
    );
  });
}

/** The ones that were asked for last stay. */
async function forget(place: string, own: string): Promise<void> {
  const names = (await readdir(place)).filter((name) => name !== own);
  const used = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(join(place, name)).catch(() => undefined))?.mtimeMs ?? 0 })),
  );
  for (const { name } of used.sort((a, b) => b.at - a.at).slice(KEPT)) {
    await rm(join(place, name), { recursive: true, force: true });
  }
}
