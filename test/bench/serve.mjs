// How long `kehoach serve` takes to answer over a folder of many documents: node test/bench/serve.mjs [documents]. Needs a build.
// The goal is 0.3 s for lists and searches over 10,000 documents. Beside them /health, which asks for nothing.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { manyPlans } from './many-plans.mjs';
import { CLI, node, print } from './measure.mjs';

const DOCUMENTS = Number(process.argv[2] ?? 10_000);
const TIMES = 9;
const EXAMPLE = fileURLToPath(new URL('../../docs/example/plan.txt', import.meta.url));

const folder = mkdtempSync(join(tmpdir(), 'kehoach-bench-'));
const { targets } = await manyPlans(folder, DOCUMENTS, true);
// As a run of the command line leaves it: listed, and with tables of its own.
await node([CLI, 'ingest', EXAMPLE, '--out', folder, '--quiet']);
const child = spawn(process.execPath, [CLI, 'serve', '--out', folder, '--port', '0', '--rate', '1000000'], {
  stdio: ['ignore', 'ignore', 'pipe'],
});
try {
  const url = await new Promise((done) => {
    child.stderr.setEncoding('utf8').on('data', (text) => {
      const found = /Open (?<url>\S+) in/u.exec(text)?.groups?.url;
      if (found !== undefined) done(found);
    });
  });
  const timed = async (path, init) => {
    const from = performance.now();
    const response = await fetch(`${url}${path}`, init);
    const size = (await response.arrayBuffer()).byteLength;
    return { ms: performance.now() - from, size, status: response.status };
  };
  const memory = () =>
    Number(/VmRSS:\s+(?<kb>\d+)/u.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.groups?.kb ?? 0) / 1024;
  const rows = [['asked', 'median ms', 'slowest ms', 'kB', 'status']];
  const first = await timed('/documents');
  rows.push([
    '/documents, the first time',
    first.ms.toFixed(0),
    first.ms.toFixed(0),
    (first.size / 1000).toFixed(0),
    first.status,
  ]);
  for (const path of [
    '/health',
    '/documents',
    '/documents?sort=doubt',
    '/documents?q=phu+tho',
    '/documents?doubt=true&sort=newest&limit=1000',
    '/targets',
    '/targets?q=ho+so+dung+han',
    '/targets?province=phu+tho&due=2025',
    '/tasks?q=bao+cao',
    '/failures',
  ]) {
    const all = [];
    for (let i = 0; i < TIMES; i++) all.push(await timed(path));
    const ms = all.map((one) => one.ms).sort((a, b) => a - b);
    rows.push([path, ms[TIMES >> 1].toFixed(1), ms.at(-1).toFixed(1), (all[0].size / 1000).toFixed(0), all[0].status]);
  }
  const once = async (name, path, init) => {
    const { ms, status } = await timed(path, init);
    rows.push([name, ms.toFixed(0), ms.toFixed(0), '', status]);
  };
  for (const name of ['POST /documents: one plan, read and in the tables', 'another one, while the folder is held']) {
    const body = new FormData();
    body.append('file', new Blob([readFileSync(EXAMPLE, 'utf8').replace('12/KH', `${name.length}/KH`)]), 'plan.txt');
    await once(name, '/documents', { method: 'POST', body, headers: { prefer: 'wait=300' } });
  }
  const { items } = await (await fetch(`${url}/targets?limit=1`)).json();
  const [{ document, key }] = items;
  await once('POST corrections: one field', `/documents/${document}/corrections`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ by: 'x', corrections: [{ act: 'correct', key, field: 'condition', value: 'x' }] }),
  });
  const from = performance.now();
  for (;;) {
    const { items: now } = await (await fetch(`${url}/targets?document=${document}`)).json();
    if (now.some(({ condition }) => condition === 'x')) break;
    await new Promise((again) => setTimeout(again, 200));
  }
  const later = (performance.now() - from).toFixed(0);
  rows.push(['until the tables say it', later, later, '', '']);
  print(`serve: ${DOCUMENTS} documents, ${targets} targets, ${memory().toFixed(0)} MB`, rows);
} finally {
  child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
}
