// Reading in processes beside reading in threads, in one run with the same worker: node test/bench/pool.mjs [copies]. Each way
// has a program of its own, whose whole tree of processes is counted. Threads have no limit on memory beside V8's heap.
import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pool } from 'workerpool';
import { DIST, filesOf, LOOK, print, watchTree } from './measure.mjs';

const SELF = fileURLToPath(import.meta.url);
const WORKER = join(DIST, 'shell', 'pool', 'worker.js');
/** In a program of its own: reads all files so many times over; says when the first was read and when all were. */
async function readAll(type, workers, copies, files) {
  const { childOptions } = await import(join(DIST, 'shell', 'pool', 'child-options.js'));
  const { DEFAULT_CAPS } = await import(join(DIST, 'shell', 'pool', 'caps.js'));
  const { DEFAULT_LIMITS } = await import(join(DIST, 'model', 'block.js'));
  const start = performance.now();
  const since = () => (performance.now() - start) / 1000;
  const readers = pool(WORKER, {
    workerType: type,
    maxWorkers: workers,
    ...(type === 'process'
      ? childOptions(DEFAULT_CAPS, copies * files.length, { limits: DEFAULT_LIMITS })
      : {
          workerThreadOpts: {
            resourceLimits: { maxOldGenerationSizeMb: DEFAULT_CAPS.memory, maxYoungGenerationSizeMb: 24 },
          },
        }),
  });
  let first;
  let failed = 0;
  const tasks = Array.from({ length: copies }, () => files).flat();
  const rest = tasks.values();
  await Promise.all(
    Array.from({ length: workers }, async () => {
      for (const uri of rest) {
        const task = { bytes: new Uint8Array(readFileSync(uri)), uri, alsoAt: [], pipeline: 'auto', declared: {} };
        const { answer } = await readers.exec('read', [task, { pipelines: [], limits: DEFAULT_LIMITS }]);
        first ??= since();
        if ('failed' in answer) failed++;
      }
    }),
  );
  process.send({ first, wall: since(), failed, documents: tasks.length });
  await new Promise((go) => setTimeout(go, 3 * LOOK));
  await readers.terminate();
}

async function measure(type, workers, copies, files) {
  const child = fork(SELF, [], { env: { ...process.env, POOL_BENCH: JSON.stringify([type, workers, copies, files]) } });
  const tree = watchTree(child.pid);
  const [told] = await Promise.all([
    new Promise((done) => child.once('message', done)),
    new Promise((done) => child.once('close', done)),
  ]);
  const { memory, cpu } = tree();
  return { ...told, memory, cpu };
}

if (process.env.POOL_BENCH !== undefined) {
  await readAll(...JSON.parse(process.env.POOL_BENCH));
  process.disconnect();
} else {
  const copies = Number(process.argv[2] ?? 5);
  const files = [
    ['forms/pdf-word', '.pdf'],
    ['forms/docx-numbered', '.docx'],
    ['forms/html', '.html'],
  ].flatMap(([folder, extension]) => filesOf(folder, extension));
  const rows = [['', 'documents', 'wall s', 'CPU s', 'documents/s', 'first after s', 'peak MB (sum of RSS)']];
  for (const workers of [1, 2]) {
    for (const type of ['process', 'thread']) {
      const { documents, wall, cpu, first, memory, failed } = await measure(type, workers, copies, files);
      if (failed > 0) console.log(`${type}: ${failed} documents failed`);
      rows.push([
        `${workers} ${type === 'process' ? (workers === 1 ? 'process' : 'processes') : workers === 1 ? 'thread' : 'threads'}`,
        documents,
        wall.toFixed(1),
        cpu.toFixed(1),
        (documents / wall).toFixed(1),
        first.toFixed(2),
        memory.toFixed(0),
      ]);
    }
  }
  print('Processes and threads', rows);
}
