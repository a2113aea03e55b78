import { expect, test } from 'vitest';
import { folderWith, ingestWith, snapshot } from '../../make.ts';
import { type Bench, openBench, ownRedis, until } from '../make.ts';
import { CLI, run } from '../processes.ts';

test('a password in the log of a run that lost its Redis stands nowhere', async () => {
  const server = await ownRedis(['--requirepass', 'hunter2']);
  const url = `redis://:hunter2@127.0.0.1:${server.port}`;
  const worker = run(CLI, ['worker', '--json', '--redis', url, '--grace', '0']);
  await until(() => worker.errors().includes('worker started'));
  await server.kill();
  await until(() => worker.errors().includes('redis is away'));
  worker.kill('SIGTERM');
  expect(await worker.ended).toBe(0);
  expect(worker.errors()).not.toContain('hunter2');
});

test('no worker is there: the submitter says so, and waits', async () => {
  const bench = await openBench();
  const folder = await folderWith({ 'a.txt': '- Đạt 1%' });
  const running = bench.submit([`${folder}/a.txt`], `${folder}/out`);
  await until(() => bench.said.some((sentence) => sentence.startsWith('No worker is there')));
  await bench.worker();
  expect((await running).outcomes).toMatchObject({ new: 1 });
});

test('a Redis that is full is waited for', async () => {
  const bench = await openBench(await ownRedis());
  const used = /used_memory:(?<bytes>\d+)/u.exec(await bench.client.info('memory'))?.groups?.bytes;
  await bench.client.config('SET', 'maxmemory', String(Number(used) + 700_000));
  const folder = await folderWith({ 'a.txt': `- Đạt 1%\n${'x'.repeat(1_000_000)}` });
  const running = bench.submit([`${folder}/a.txt`], `${folder}/out`);
  await until(() => bench.said.some((sentence) => sentence.startsWith('Redis is full')));
  await bench.client.config('SET', 'maxmemory', '100mb');
  await bench.worker();
  expect((await running).outcomes).toMatchObject({ new: 1 });
});

/** A server that is full from the start, or for a while. */
async function full(bench: Bench): Promise<() => Promise<unknown>> {
  const used = /used_memory:(?<bytes>\d+)/u.exec(await bench.client.info('memory'))?.groups?.bytes;
  await bench.client.config('SET', 'maxmemory', String(Math.floor(Number(used) * 0.9)));
  return () => bench.client.config('SET', 'maxmemory', '0');
}

test('a Redis that is full for a while in the midst of a run costs no document', async () => {
  const bench = await openBench(await ownRedis());
  const files = Array.from({ length: 40 }, (_, i) => [`in/${100 + i}.txt`, `SLOW 50\n- Đạt ${i}%`]);
  const folder = await folderWith(Object.fromEntries(files));
  let done = 0;
  await bench.worker({ onDone: ({ result }) => void (result === 'done' && done++) });
  const running = bench.submit([`${folder}/in`], `${folder}/out`);
  await until(() => done >= 5);
  const empty = await full(bench);
  await until(() => bench.said.some((sentence) => sentence.startsWith('Redis is full')));
  await new Promise((go) => setTimeout(go, 6000));
  await empty();
  const { outcomes, failures } = await running;
  expect(failures).toEqual([]);
  expect(outcomes).toMatchObject({ new: 40, failed: 0 });
  expect(bench.said).toContain('Redis has room again.');
  await ingestWith([`${folder}/in`], `${folder}/plain`, { concurrency: 4 });
  expect(await snapshot(`${folder}/out`)).toEqual(await snapshot(`${folder}/plain`));
});

test('who waits for room ends when told to', async () => {
  const bench = await openBench(await ownRedis());
  const folder = await folderWith({ 'a.txt': '- Đạt 1%' });
  const worker = await bench.worker();
  const empty = await full(bench);
  const stop = new AbortController();
  const running = bench.submit([`${folder}/a.txt`], `${folder}/out`, { ingest: { stop: stop.signal } });
  await until(() => bench.said.some((sentence) => sentence.startsWith('Redis is full')));
  stop.abort();
  expect(await running).toMatchObject({ left: 1, failures: [] });
  expect(await Promise.race([worker.close(500), new Promise((go) => setTimeout(go, 9000, 'never'))])).not.toBe('never');
  await empty();
});
