import { expect, onTestFinished, test } from 'vitest';
import { openBoard } from '../../../../src/shell/queue/watch/board.ts';
import { folderWith } from '../../make.ts';
import { adminOf, openBench, until } from '../make.ts';

test('failed documents keep source, stage, code, message and attempts', async () => {
  const bench = await openBench();
  await bench.worker({ caps: { seconds: 1, memory: 64 } });
  const folder = await folderWith({ 'a.txt': 'FAIL', 'b.txt': 'EXIT', 'c.txt': '- Đạt 1%' });
  await bench.submit([folder], `${folder}/out`);
  const admin = await adminOf(bench);
  expect(await admin.failed()).toMatchObject([
    { source: `${folder}/a.txt`, stage: 'read', code: 'file-corrupt', message: 'Broken. Fetch it again.', attempts: 1 },
    { source: `${folder}/b.txt`, stage: 'extract', code: 'worker-lost', attempts: 3 },
  ]);
  expect(await admin.failed('worker-lost')).toHaveLength(1);
  expect(await admin.status()).toMatchObject({
    states: { waiting: 0, active: 0, delayed: 0, failed: 2, completed: 0 },
    stages: { failed: { read: 1, extract: 1 } },
    codes: { 'file-corrupt': 1, 'worker-lost': 1 },
    workers: [{ concurrency: 2 }],
    left: 0,
  });
});

test('drain throws away what waits, and its bytes', async () => {
  const bench = await openBench();
  const folder = await folderWith(Object.fromEntries(Array.from({ length: 7 }, (_, i) => [`in/${i}.txt`, `- ${i}`])));
  const stop = new AbortController();
  const running = bench.submit([`${folder}/in`], `${folder}/out`, { ingest: { stop: stop.signal } });
  const admin = await adminOf(bench);
  await until(async () => (await admin.status()).states.waiting === 7);
  stop.abort();
  expect((await running).left).toBe(7);
  expect(await admin.drain()).toBe(7);
  expect((await admin.status()).states.waiting).toBe(0);
  expect((await bench.keys()).filter((key) => key.includes(':blob:'))).toEqual([]);
});

test('the board is read-only, and only for this machine', async () => {
  const bench = await openBench();
  await bench.worker();
  const folder = await folderWith({ 'a.txt': 'FAIL' });
  await bench.submit([folder], `${folder}/out`);
  const admin = await adminOf(bench);
  const open = async (write: boolean) => {
    const board = await openBoard(admin.queue, { host: '127.0.0.1', port: 0, write });
    onTestFinished(() => board.close());
    return board;
  };
  const { url } = await open(false);
  expect(await (await fetch(url)).text()).toContain('kehoach');
  const queues = await fetch(`${url}/api/queues`);
  expect(await queues.json()).toMatchObject({ queues: [{ name: 'documents', readOnlyMode: true }] });
  const [job] = await admin.failed();
  const retryAt = (base: string, init: RequestInit = {}) =>
    fetch(`${base}/api/queues/documents/${job?.job}/retry`, { method: 'PUT', ...init });
  expect((await retryAt(url)).status).toBe(405);
  expect(await admin.failed()).toHaveLength(1);
  const writable = await open(true);
  expect((await retryAt(writable.url, { headers: { origin: 'http://example.org' } })).status).toBe(403);
  expect((await retryAt(writable.url)).ok).toBe(true);
});
