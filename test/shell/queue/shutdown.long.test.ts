import { expect, test } from 'vitest';
import { folderWith, ingestWith, snapshot } from '../make.ts';
import { openBench, ownRedis, until } from './make.ts';
import { CLI, run, workerProcess } from './processes.ts';

const active = (bench: { client: { llen: (key: string) => Promise<number> }; prefix: string }) => () =>
  bench.client.llen(`${bench.prefix}:documents:active`).then((length) => length > 0);

test('told to stop, a worker finishes what it has in hand', async () => {
  const bench = await openBench();
  const folder = await folderWith({ 'a.txt': 'SLOW 800\n- Đạt 1%' });
  const worker = workerProcess(bench);
  await until(() => worker.lines.includes('ready'));
  const running = bench.submit([`${folder}/a.txt`], `${folder}/out`);
  await until(active(bench));
  worker.kill('SIGTERM');
  expect(await worker.ended).toBe(0);
  expect(worker.lines).toEqual(['ready', 'done', 'finished']);
  expect((await running).outcomes).toMatchObject({ new: 1 });
});

test('what takes longer than the grace is given back, and others do it at once', async () => {
  const bench = await openBench();
  const folder = await folderWith({ 'in/a.txt': 'SLOW 3000\n- Đạt 1%' });
  // A lock that would not run out while the test lasts.
  const worker = workerProcess(bench, { grace: 100, lock: 60_000, stalledEvery: 60_000 });
  await until(() => worker.lines.includes('ready'));
  const running = bench.submit([`${folder}/in`], `${folder}/out`);
  await until(active(bench));
  worker.kill('SIGTERM');
  expect(await worker.ended).toBe(0);
  expect(worker.lines).toEqual(['ready', 'given-back']);
  await bench.worker();
  expect((await running).outcomes).toMatchObject({ new: 1 });
  await ingestWith([`${folder}/in`], `${folder}/plain`);
  expect(await snapshot(`${folder}/out`)).toEqual(await snapshot(`${folder}/plain`));
});

test('when Redis is gone a worker ends within its deadline all the same', async () => {
  const server = await ownRedis();
  const bench = await openBench(server);
  const folder = await folderWith({ 'a.txt': 'SLOW 60000\n- Đạt 1%' });
  const worker = workerProcess(bench, { grace: 500, lock: 60_000 });
  await until(() => worker.lines.includes('ready'));
  const stop = new AbortController();
  const running = bench.submit([`${folder}/a.txt`], `${folder}/out`, { ingest: { stop: stop.signal } });
  await until(active(bench));
  await server.kill();
  await until(() => worker.errors().includes('Redis is away'));
  const told = Date.now();
  worker.kill('SIGTERM');
  expect(await worker.ended).toBe(0);
  expect(Date.now() - told).toBeLessThan(9000);
  // The submitter, too, ends when it is told to, without Redis.
  stop.abort();
  expect(await running).toMatchObject({ left: 1, failures: [] });
});

test('a submitter that is stopped leaves its documents in the queue and says how many', async () => {
  const bench = await openBench();
  const folder = await folderWith(
    Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`in/${i}.txt`, `SLOW 50\n- Đạt ${i}%`])),
  );
  const stop = new AbortController();
  let steps = 0;
  const progress = { start() {}, more() {}, at() {}, stop() {}, step: () => void (++steps === 3 && stop.abort()) };
  await bench.worker({ concurrency: 1 });
  const first = await bench.submit([`${folder}/in`], `${folder}/out`, { ingest: { stop: stop.signal, progress } });
  expect(first.left).toBeGreaterThan(0);
  const second = await bench.submit([`${folder}/in`], `${folder}/out`);
  expect(second.outcomes).toMatchObject({ new: first.left, same: 10 - first.left });
  await ingestWith([`${folder}/in`], `${folder}/plain`);
  expect(await snapshot(`${folder}/out`)).toEqual(await snapshot(`${folder}/plain`));
});

test('the program itself: ingest, worker, metrics, health, and a signal', async () => {
  const bench = await openBench();
  const plan =
    'ỦY BAN NHÂN DÂN\nTỈNH PHÚ THỌ\nSố: 12/KH-UBND\nPhú Thọ, ngày 05 tháng 5 năm 2021\n\nKẾ HOẠCH\nCải cách hành chính năm 2021\n\nI. MỤC TIÊU\n1. Tối thiểu 90% hồ sơ được giải quyết đúng hạn.\n';
  const folder = await folderWith({
    'in/a.txt': plan,
    'in/b.txt': plan.replace('12/', '13/'),
    'in/c.txt': plan.replace('12/', '14/'),
  });
  const queue = ['--redis', bench.url, '--prefix', bench.prefix.slice(1, -1)];
  const worker = run(CLI, ['worker', ...queue, '--json', '--metrics-port', '0', '--concurrency', '1']);
  await until(() => worker.errors().includes('worker started'));
  const port = /"metrics":(?<port>\d+)/u.exec(worker.errors())?.groups?.port;
  const ingest = run(CLI, ['ingest', `${folder}/in`, '--out', `${folder}/out`, ...queue]);
  expect(await ingest.ended).toBe(0);
  const plain = run(CLI, ['ingest', `${folder}/in`, '--out', `${folder}/plain`]);
  expect(await plain.ended).toBe(0);
  expect(await snapshot(`${folder}/out`)).toEqual(await snapshot(`${folder}/plain`));

  const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  expect(metrics).toContain('kehoach_documents_total{result="done",stage="",code=""} 3');
  for (const stage of ['fetch', 'read', 'extract', 'write']) {
    expect(metrics).toContain(`kehoach_stage_seconds_count{stage="${stage}"} 3`);
  }
  expect(metrics).not.toContain('kehoach_stage_seconds_sum{stage="read"} 0\n');
  expect(metrics).toContain('kehoach_queue_jobs{state="waiting"} 0');
  const health = await fetch(`http://127.0.0.1:${port}/health`);
  expect([health.status, await health.json()]).toMatchObject([200, { status: 'ok', inHand: 0 }]);

  worker.kill('SIGTERM');
  expect(await worker.ended).toBe(0);
  const lines = worker
    .errors()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines.at(-1)).toMatchObject({ msg: 'worker ended', ending: 'finished' });
  expect(lines.filter(({ msg }) => msg === 'document done')).toHaveLength(3);
  expect(lines.find(({ msg }) => msg === 'document done')).toMatchObject({
    job: expect.stringMatching(/^[0-9a-f]{64}-[0-9a-f]{16}$/u),
    document: expect.stringMatching(/^[0-9a-f]{64}$/u),
    source: expect.stringContaining(`${folder}/in/`),
  });
}, 40_000);
