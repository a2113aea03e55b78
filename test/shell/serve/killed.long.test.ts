import { createHash } from 'node:crypto';
import fs, { cpSync, readdirSync, readFileSync } from 'node:fs';
import { readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { PlanError } from '../../../src/model/errors.ts';
import type { PlanRecord } from '../../../src/model/record.ts';
import { choosePipelines } from '../../../src/shell/pipelines.ts';
import { removeFrom } from '../../../src/shell/remove.ts';
import { uploadName } from '../../../src/shell/serve/desk/read-all.ts';
import { type Means, openMeans } from '../../../src/shell/serve/means.ts';
import { folderWith, linesOf } from '../make.ts';
import { PLAN } from '../program.ts';
import { readHere } from './read-here.ts';

/** What a server does, without its HTTP. */
async function meansOf(out: string, begins = true): Promise<Means> {
  const choice = await choosePipelines();
  const options = { out, choice, log: pino({ level: 'silent' }), openExecutor: async () => readHere(choice) };
  const remote = (uri: string): never => {
    throw new PlanError('url-refused', 'fetch', uri);
  };
  const means = await openMeans({ ...options, remote }, () => undefined);
  if (begins) await means.start();
  return means;
}

/** What has been answered at some moment: that must be there, whatever happens. */
interface Promised {
  /** Names of uploads. */
  readonly taken: readonly string[];
  /** The figure of the first document; null while it is not certain. */
  readonly value: number | null;
  /** Names of uploads that may have left. */
  readonly leaving: readonly string[];
}

/** A folder as a kill at that moment leaves it. */
interface Image {
  readonly at: string;
  readonly folder: string;
  readonly promised: Promised;
}

/** Names and contents of all files, but for names that are made by chance. */
function contentOf(folder: string): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(folder, { recursive: true }).map(String).sort()) {
    if (fs.statSync(join(folder, name)).isDirectory()) continue;
    hash.update(name.replaceAll(/[0-9a-f-]{36}(?:-\d+)?/gu, '')).update(readFileSync(join(folder, name)));
  }
  return hash.digest('hex');
}

/** Keeps a copy of the folder before each change that a process makes to a file in it. */
function recordChanges(
  out: string,
  images: string,
  promised: () => Promised,
): { readonly made: Image[]; end: () => void } {
  const { rename, rm, open } = fs.promises;
  const made: Image[] = [];
  const seen = new Set<string>();
  const look = (at: string): void => {
    const folder = join(images, String(made.length));
    const skipped = new Set([join(out, '.lock'), join(out, 'server', 'comparisons')]);
    cpSync(out, folder, { recursive: true, filter: (path) => !skipped.has(path) });
    const content = `${contentOf(folder)} ${JSON.stringify(promised())}`;
    if (seen.has(content)) fs.rmSync(folder, { recursive: true });
    else made.push({ at, folder, promised: promised() });
    seen.add(content);
  };
  const within = (path: unknown): boolean => String(path).startsWith(`${out}/`) && !String(path).includes('/.lock');
  const told = (what: string, path: unknown): void => {
    if (within(path)) look(`${what} ${String(path).slice(out.length)}`);
  };
  Object.assign(fs.promises, {
    rename: (from: string, to: string) => {
      told('rename', to);
      return rename(from, to);
    },
    rm: (path: string, options: object) => {
      if (!String(path).includes('.draft')) told('rm', path);
      return rm(path, options);
    },
    // Drafts are made under names of their own: what counts is when they take their place.
    open: (path: string, flags: string | number, mode?: number) => {
      if (typeof flags === 'number' && (flags & 3) !== 0) told('append to', path);
      return open(path, flags, mode);
    },
  });
  syncBuiltinESMExports();
  const end = (): void => {
    Object.assign(fs.promises, { rename, rm, open });
    syncBuiltinESMExports();
  };
  onTestFinished(end);
  return { made, end };
}

async function upload({ originals, desk }: Means, name: string, content: string): Promise<string> {
  const { sha256 } = await originals.receive(Readable.from([content]), 1 << 20);
  const source = uploadName(name, sha256);
  await originals.note(sha256, { source, said: {} });
  const { id } = await desk.accept([{ source, sha256, said: {} }]);
  await originals.release(sha256, true);
  return id;
}

const plan = (n: number): string => PLAN.replace('12/KH-UBND', `${n}/KH-UBND`);
const figureOf = ({ targets }: PlanRecord): number | undefined => targets[0]?.quantity?.value;

async function recordsIn(out: string): Promise<PlanRecord[]> {
  const names = (await readdir(join(out, 'documents')).catch(() => [])).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(
    names.map(async (name) => JSON.parse(await readFile(join(out, 'documents', name), 'utf8')) as PlanRecord),
  );
}

/** Uploads, corrects, takes back, removes; tells what was answered as it goes. */
async function work(out: string, tell: (promised: Promised) => void): Promise<void> {
  const means = await meansOf(out, false);
  const { desk, editing, holder } = means;
  await Promise.all(['a.txt', 'b.txt'].map((name, i) => upload(means, name, plan(i + 1))));
  tell({ taken: ['a.txt', 'b.txt'], value: 90, leaving: [] });
  await means.start();
  for (const { id } of desk.jobs()) await desk.wait(id, 10_000);
  const [first, second] = await recordsIn(out);
  if (first === undefined || second === undefined) throw new Error('nothing was read');
  const [target] = first.targets;
  const before = { taken: ['a.txt', 'b.txt'], leaving: [] };
  tell({ ...before, value: null });
  const draft = { act: 'correct', key: target?.key, field: 'quantity.value', value: 95 };
  const { entries } = await editing.add(first.document.id, [draft], 'Lan');
  tell({ ...before, value: 95 });
  // While others are read.
  const third = await upload(means, 'c.txt', plan(3));
  tell({ taken: ['a.txt', 'b.txt', 'c.txt'], value: 95, leaving: [] });
  await editing.add(first.document.id, [{ act: 'confirm', key: target?.key }], 'Lan');
  await desk.wait(third, 10_000);
  tell({ taken: ['a.txt', 'c.txt'], value: null, leaving: ['b.txt'] });
  await holder.use((store) => removeFrom(store, [second.document.id]));
  await editing.remove(first.document.id, [entries[0]?.id ?? ''], 'Lan');
  tell({ taken: ['a.txt', 'c.txt'], value: 90, leaving: ['b.txt'] });
  await means.close();
}

test('a server that is killed at any moment loses nothing that was answered, and does nothing twice', async () => {
  const folder = await folderWith();
  const out = join(folder, 'output');
  let promised: Promised = { taken: [], value: null, leaving: [] };
  const { made, end } = recordChanges(out, join(folder, 'images'), () => promised);
  await work(out, (now) => {
    promised = now;
  });
  end();
  expect(made.length).toBeGreaterThan(30);
  const faults: string[] = [];
  const left = [...made];
  const look = async (): Promise<void> => {
    for (let image = left.shift(); image !== undefined; image = left.shift()) {
      const { at } = image;
      faults.push(...(await faultsOf(image)).map((fault) => `${at}: ${fault}`));
    }
  };
  await Promise.all(Array.from({ length: 6 }, look));
  expect(faults).toEqual([]);
}, 240_000);

/** What is wrong after another server was started in the folder, did what was left, and ended. */
async function faultsOf({ folder, promised: { taken, value, leaving } }: Image): Promise<string[]> {
  const means = await meansOf(folder);
  const faults: string[] = [];
  for (const { id } of means.desk.jobs()) await means.desk.wait(id, 10_000);
  for (const { items } of means.desk.jobs())
    for (const { source, state } of items) if (state !== 'done') faults.push(`${source} is ${state}`);
  await means.close();
  const records = await recordsIn(folder);
  const names = records.map(({ document }) => document.source.uri.replace(/^.*\//u, ''));
  for (const name of taken) if (!names.includes(name)) faults.push(`${name} is lost`);
  if (new Set(names).size !== names.length) faults.push(`twice: ${names}`);
  for (const name of leaving) if (names.filter((one) => one === name).length > 1) faults.push(`${name} is there twice`);
  const first = records.find(({ document }) => document.source.uri.endsWith('/a.txt'));
  if (first !== undefined && value !== null && figureOf(first) !== value) faults.push(`it says ${figureOf(first)}`);
  const said = (await linesOf(folder, 'targets').catch(() => [])).map((line) => [line.id, line.quantity]);
  const written = records.flatMap(({ targets }) => targets.map(({ id, quantity }) => [id, quantity]));
  if (JSON.stringify(said) !== JSON.stringify(written)) faults.push(`tables: ${JSON.stringify(said)}`);
  for (const place of ['.', 'documents', 'corrections', 'runs']) {
    const left = (await readdir(join(folder, place)).catch(() => [])).filter((name) => name.endsWith('.draft'));
    if (left.length > 0) faults.push(`${place} holds ${left}`);
  }
  return faults;
}

test('jobs that are damaged, cut short or empty: their uploads are read all the same, once', async () => {
  const folder = await folderWith();
  const out = join(folder, 'output');
  const first = await meansOf(out);
  const read = await upload(first, 'a.txt', plan(1));
  await first.desk.wait(read, 10_000);
  await first.close();
  // One that takes uploads in and reads none of them.
  const idle = await meansOf(out, false);
  for (const [i, name] of ['b.txt', 'c.txt', 'd.txt'].entries()) await upload(idle, name, plan(i + 2));
  await idle.close();
  const jobs = join(out, 'server', 'jobs');
  const [done = '', cut = '', empty = '', wrong = ''] = (await readdir(jobs)).sort();
  await writeFile(join(jobs, done), 'no job');
  await truncate(join(jobs, cut), 60);
  await writeFile(join(jobs, empty), '');
  await writeFile(join(jobs, wrong), '{"id":"x"}');
  const second = await meansOf(out);
  await expect.poll(async () => (await recordsIn(out)).length).toBe(4);
  await second.close();
  const sources = (await recordsIn(out)).map(({ document }) => document.source.uri.replace(/^.*\//u, ''));
  expect(sources.toSorted()).toEqual(['a.txt', 'b.txt', 'c.txt', 'd.txt']);
  expect((await readdir(jobs)).filter((name) => name.endsWith('.damaged'))).toHaveLength(4);
  expect(await linesOf(out, 'documents')).toHaveLength(4);
}, 240_000);
