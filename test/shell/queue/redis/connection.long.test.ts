import { expect, test } from 'vitest';
import { folderWith } from '../../make.ts';
import { openBench, ownRedis, until } from '../make.ts';
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
