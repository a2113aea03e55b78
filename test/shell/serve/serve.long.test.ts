import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { expect, onTestFinished, test } from 'vitest';
import type { Job } from '../../../src/shell/serve/desk/job.ts';
import { folderWith, linesOf } from '../make.ts';
import { CLI, kehoach, PLAN } from '../program.ts';
import { serve } from './world.ts';

/** Plans that differ in number and figure. */
const plan = (n: number): string => PLAN.replace('12/KH-UBND', `${n}/KH-UBND`).replace('90%', `${1 + (n % 99)}%`);

interface Running {
  readonly url: string;
  readonly kill: (signal: NodeJS.Signals) => Promise<void>;
}

/** The built program as a server of its own. */
async function started(out: string, ...more: string[]): Promise<Running> {
  const child = spawn(process.execPath, [CLI, 'serve', '--out', out, '--port', '0', '--rate', '1000000', ...more], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, XDG_CACHE_HOME: join(out, '..', 'cache') },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  const url = await new Promise<string>((done, refuse) => {
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const found = /Open (?<url>\S+) in/u.exec(said)?.groups?.url;
      if (found !== undefined) done(found);
    });
    child.once('exit', () => refuse(new Error(said)));
  });
  return {
    url,
    async kill(signal) {
      const ended = once(child, 'exit');
      child.kill(signal);
      await ended;
    },
  };
}

async function send(url: string, name: string, content: string): Promise<Job> {
  const body = new FormData();
  body.append('file', new Blob([content]), name);
  const response = await fetch(`${url}/documents`, { method: 'POST', body, headers: { prefer: 'respond-async' } });
  return (await response.json()) as Job;
}

const jobsOf = async (url: string): Promise<Job[]> =>
  ((await (await fetch(`${url}/jobs`)).json()) as { items: Job[] }).items;

test('a server killed in the middle of 200 uploads by two clients loses nothing, and reads nothing twice', async () => {
  const out = join(await folderWith(), 'output');
  const first = await started(out);
  const taken = new Map<string, string>();
  let sent = 0;
  const client = async (): Promise<void> => {
    while (sent < 200) {
      const n = ++sent;
      const job = await send(first.url, `${n}.txt`, plan(n)).catch(() => undefined);
      // What was not answered may be there or not: it is sent again below.
      if (job !== undefined) {
        taken.set(`${n}`, job.id);
        // By the one whose answer it was: a process that has ended ends no second time.
        if (taken.size === 100) await first.kill('SIGKILL');
      }
      if (taken.size >= 100) return;
    }
  };
  await Promise.all([client(), client()]);
  expect(taken.size).toBeGreaterThanOrEqual(100);

  const second = await started(out);
  await Promise.all(
    Array.from({ length: 200 }, (_, i) => (i + 1 > sent ? send(second.url, `${i + 1}.txt`, plan(i + 1)) : undefined)),
  );
  for (let n = 1; n <= sent; n++) if (!taken.has(`${n}`)) await send(second.url, `${n}.txt`, plan(n));
  await expect
    .poll(async () => (await jobsOf(second.url)).filter(({ state }) => state !== 'done').length, { timeout: 240_000 })
    .toBe(0);
  for (const id of taken.values()) {
    const job = (await (await fetch(`${second.url}/jobs/${id}`)).json()) as Job;
    expect([id, job.state, job.items[0]?.state]).toEqual([id, 'done', 'done']);
  }
  await second.kill('SIGTERM');
  const lines = await linesOf(out, 'documents');
  expect(lines).toHaveLength(200);
  expect(new Set(lines.map((line) => (line as { sha256: string }).sha256)).size).toBe(200);
  // A command line finds the folder in order, and free.
  expect((await kehoach(['status', '--in', out, '--format', 'json'])).code).toBe(0);
}, 400_000);

test('a run of ingest beside the server: both have their documents in the end', async () => {
  const folder = await folderWith(
    Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`plans/${i}.txt`, plan(i + 1)])),
  );
  const out = join(folder, 'output');
  const server = await started(out);
  const run = kehoach(['ingest', join(folder, 'plans'), '--out', out, '--quiet']);
  const jobs: Job[] = [];
  for (let n = 101; n <= 110; n++) jobs.push(await send(server.url, `${n}.txt`, plan(n)));
  // A run that found the folder taken says so and changes nothing; it is started again as its sentence says.
  let ended = await run;
  for (let tries = 0; ended.code === 2 && tries < 20; tries++) {
    expect(ended.err).toContain('another run is writing');
    ended = await kehoach(['ingest', join(folder, 'plans'), '--out', out, '--quiet']);
  }
  expect(ended.code).toBe(0);
  await expect
    .poll(async () => (await jobsOf(server.url)).every(({ state }) => state === 'done'), { timeout: 120_000 })
    .toBe(true);
  await expect
    .poll(async () => ((await (await fetch(`${server.url}/documents`)).json()) as { total: number }).total, {
      timeout: 60_000,
    })
    .toBe(40);
  await server.kill('SIGTERM');
  expect(await linesOf(out, 'documents')).toHaveLength(40);
}, 400_000);

test('bombs, floods and slow clients are refused, capped or served, and the server answers all the while', async () => {
  const out = join(await folderWith(), 'output');
  const server = await started(out, '--rate', '600', '--max-upload', '5', '--max-archive', '20');
  const { hostname, port } = new URL(server.url);
  // One who sends a letter now and then, and one who never reads what he asked for.
  const slow = connect(Number(port), hostname);
  slow.on('error', () => undefined);
  slow.write(
    'POST /documents HTTP/1.1\r\nhost: localhost\r\ncontent-type: multipart/form-data; boundary=x\r\ncontent-length: 999999\r\n\r\n--x',
  );
  const deaf = connect(Number(port), hostname);
  deaf.on('error', () => undefined);
  deaf.write('GET /events HTTP/1.1\r\nhost: localhost\r\n\r\n');
  deaf.pause();
  onTestFinished(() => {
    slow.destroy();
    deaf.destroy();
  });
  const large = await fetch(`${server.url}/documents`, {
    method: 'POST',
    body: formOf('large.txt', Buffer.alloc(6 << 20, 'a')),
  }).catch(() => undefined);
  expect(large?.status ?? 413).toBe(413);
  const bomb = zipSync({ 'zeros.txt': Buffer.alloc(64 << 20) });
  expect(bomb.length).toBeLessThan(1 << 20);
  const refused = (await (
    await fetch(`${server.url}/documents`, { method: 'POST', body: formOf('bomb.zip', bomb) })
  ).json()) as Job;
  expect(refused.items).toMatchObject([{ state: 'failed', failure: { code: 'archive-refused' } }]);
  const script = '<script>alert(1)</script>';
  const said = await fetch(
    `${server.url}/documents?q=${encodeURIComponent(script)}&cursor=${encodeURIComponent(script)}`,
  );
  expect(said.headers.get('content-type')).toContain('json');
  const named = (await (
    await fetch(`${server.url}/documents`, { method: 'POST', body: formOf(`${script}.txt`, Buffer.from(PLAN)) })
  ).json()) as Job;
  expect(named.items[0]?.state).toBe('done');
  const urls = [
    'http://127.0.0.1:1/',
    'http://169.254.169.254/latest',
    'http://[::1]/',
    'http://0x7f000001/',
    'http://localhost/a',
  ];
  const ssrf = (await (
    await fetch(`${server.url}/documents`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ urls }),
    })
  ).json()) as Job;
  expect(ssrf.items.map(({ failure }) => failure?.code)).toEqual(urls.map(() => 'url-refused'));
  const statuses = new Map<number, number>();
  const until = Date.now() + 3000;
  let asked = 0;
  await Promise.all(
    Array.from({ length: 50 }, async () => {
      while (Date.now() < until) {
        asked++;
        const { status } = await fetch(`${server.url}/documents?limit=1`);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
    }),
  );
  expect([...statuses.keys()].sort()).toEqual([200, 429]);
  expect(asked).toBeGreaterThan(600);
  const after = await fetch(`${server.url}/documents?limit=1`);
  expect([200, 429]).toContain(after.status);
  await server.kill('SIGTERM');
}, 200_000);

function formOf(name: string, content: Uint8Array): FormData {
  const body = new FormData();
  body.append('file', new Blob([content as never]), name);
  return body;
}

test('what a queue reads is what the server itself would have read', async () => {
  const { openBench } = await import('../queue/make.ts');
  const bench = await openBench();
  const [own, queued] = [join(await folderWith(), 'output'), join(await folderWith(), 'output')];
  const alone = await serve({ out: own });
  const first = await alone.upload({ 'a.txt': PLAN });
  await alone.close();
  const worker = spawn(process.execPath, [CLI, 'worker', '--redis', bench.url, '--prefix', 'serve-test', '--quiet'], {
    stdio: 'ignore',
  });
  onTestFinished(() => void worker.kill('SIGKILL'));
  const server = await started(queued, '--redis', bench.url, '--prefix', 'serve-test');
  const body = formOf('a.txt', Buffer.from(PLAN));
  const job = (await (await fetch(`${server.url}/documents`, { method: 'POST', body })).json()) as Job;
  expect(job.items).toMatchObject(((await first.json()) as Job).items);
  const id = job.items[0]?.document;
  await server.kill('SIGTERM');
  const [a, b] = await Promise.all([own, queued].map((out) => readFile(join(out, 'documents', `${id}.json`), 'utf8')));
  expect(a).toBe(b);
}, 200_000);
