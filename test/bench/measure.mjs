// What the benchmarks share: processes with their CPU time and peak memory, the files they read, the table they print.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const USAGE = new URL('usage.mjs', import.meta.url).href;
/** Real documents that do not come with the project. */
export const SHARED = join(ROOT, '..', 'shared');
export const DIST = process.env.KEHOACH_DIST ?? join(ROOT, 'dist');
export const CLI = join(DIST, 'shell', 'cli.js');

/** Runs a Node program; resolves to its CPU seconds, wall seconds, peak memory in MB and what it printed. */
export function node(args) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(process.execPath, ['--import', USAGE, ...args], {
      stdio: ['ignore', 'pipe', 'ignore', 'pipe'],
    });
    let [out, usage] = ['', ''];
    child.stdout.on('data', (text) => (out += text));
    child.stdio[3].on('data', (text) => (usage += text));
    child.on('error', reject);
    child.on('close', (code) => {
      if (usage === '') reject(new Error(`${args.join(' ')} ended with ${code}`));
      else resolve({ code, out, wall: (performance.now() - start) / 1000, ...JSON.parse(usage) });
    });
  });
}

/** CPU seconds of any program, by the shell's own clock; undefined where it is not installed. */
export function program(name, ...args) {
  return new Promise((resolve) => {
    const child = spawn(
      'bash',
      ['-c', 'TIMEFORMAT="TIMES %U %S"; command -v "$0" >/dev/null || exit 127; time "$0" "$@"', name, ...args],
      {
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    );
    let err = '';
    child.stderr.on('data', (text) => (err += text));
    child.on('close', (code) => {
      const times = /TIMES (\S+) (\S+)/u.exec(err);
      resolve(code === 127 || times === null ? undefined : Number(times[1]) + Number(times[2]));
    });
  });
}

/** CPU milliseconds of a function in this process. */
export async function cpuOf(work) {
  const before = process.cpuUsage();
  const value = await work();
  const { user, system } = process.cpuUsage(before);
  return { ms: (user + system) / 1000, value };
}

/** The real files of a kind, else the project's own fixtures. */
export function filesOf(folder, extension) {
  const real = join(SHARED, folder);
  const from = existsSync(real) ? real : join(ROOT, 'fixtures');
  if (from !== real) console.log(`${extension}: ../shared/${folder} is not there, measured on fixtures/ instead`);
  return readdirSync(from)
    .filter((name) => extname(name) === extension)
    .map((name) => join(from, name));
}

/** A folder with copies of files that differ in their last bytes, so that each is a document of its own. */
export function copies(files, times, tail) {
  const folder = mkdtempSync(join(tmpdir(), 'kehoach-bench-'));
  for (let i = 0; i < times; i++)
    for (const [j, file] of files.entries())
      writeFileSync(
        join(folder, `${i}-${j}${extname(file)}`),
        Buffer.concat([readFileSync(file), Buffer.from(tail(i))]),
      );
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Ingests a folder with a number of threads. */
export async function ingest(folder, threads) {
  const out = mkdtempSync(join(tmpdir(), 'kehoach-bench-out-'));
  try {
    return await node([CLI, 'ingest', folder, '--out', out, '--concurrency', String(threads)]);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

export function print(title, rows) {
  console.log(`\n${title} (load ${loadavg()[0].toFixed(1)})`);
  const widths = rows[0].map((_, i) => Math.max(...rows.map((row) => String(row[i]).length)));
  for (const row of rows)
    console.log(
      row.map((cell, i) => (i === 0 ? String(cell).padEnd(widths[i]) : String(cell).padStart(widths[i]))).join('  '),
    );
}
