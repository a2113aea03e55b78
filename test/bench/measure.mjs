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

/** Clock ticks of the kernel in a second. */
const TICKS = 100;
/** Milliseconds between two looks at memory and time. */
export const LOOK = 50;

/** All processes of a tree, with their resident memory in MB and CPU seconds so far. */
function tree(root) {
  const all = (existsSync('/proc') ? readdirSync('/proc') : []).flatMap((pid) => {
    if (!/^\d+$/u.test(pid)) return [];
    try {
      const [, rest] = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ');
      const fields = rest.split(' ');
      const [user, system, resident] = [11, 12, 21].map((i) => Number(fields[i]));
      return [{ pid, parent: fields[1], cpu: (user + system) / TICKS, memory: (resident * 4096) / 2 ** 20 }];
    } catch {
      return [];
    }
  });
  const inTree = new Set([String(root)]);
  for (let before = 0; before < inTree.size; ) {
    before = inTree.size;
    for (const { pid, parent } of all) if (inTree.has(parent)) inTree.add(pid);
  }
  return all.filter(({ pid }) => inTree.has(pid));
}

/**
 * Watches a process and all below it. The function that comes back ends that: the most memory that they had together (MB,
 * sum of RSS), the CPU seconds of all, and of those below alone.
 */
export function watchTree(root) {
  const cpu = new Map();
  let memory = 0;
  const look = setInterval(() => {
    const now = tree(root);
    for (const one of now) cpu.set(one.pid, one.cpu);
    memory = Math.max(
      memory,
      now.reduce((sum, one) => sum + one.memory, 0),
    );
  }, LOOK);
  return () => {
    clearInterval(look);
    const all = [...cpu.values()].reduce((sum, one) => sum + one, 0);
    return { memory, cpu: all, below: all - (cpu.get(String(root)) ?? 0) };
  };
}

/** Runs a Node program; resolves to CPU seconds, wall seconds and peak memory in MB, with its processes, and what it printed. */
export function node(args) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(process.execPath, ['--import', USAGE, ...args], {
      stdio: ['ignore', 'pipe', 'ignore', 'pipe'],
    });
    const end = watchTree(child.pid);
    let [out, usage] = ['', ''];
    child.stdout.on('data', (text) => (out += text));
    child.stdio[3].on('data', (text) => (usage += text));
    child.on('error', reject);
    child.on('close', (code) => {
      const { memory, below } = end();
      if (usage === '') return reject(new Error(`${args.join(' ')} ended with ${code}`));
      const own = JSON.parse(usage);
      const wall = (performance.now() - start) / 1000;
      resolve({ code, out, wall, cpu: own.cpu + below, memory: Math.max(own.memory, memory) });
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

/** Ingests a folder, so many documents at a time. */
export async function ingest(folder, processes) {
  const out = mkdtempSync(join(tmpdir(), 'kehoach-bench-out-'));
  try {
    return await node([CLI, 'ingest', folder, '--out', out, '--concurrency', String(processes)]);
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
