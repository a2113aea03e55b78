import { expect, test } from 'vitest';
import { folderWith } from '../../make.ts';
import { adminOf, openBench, until } from '../make.ts';
import { CLI, run } from '../processes.ts';

test('while it runs: who works on what, how fast, how much is left', async () => {
  const bench = await openBench();
  const files = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`in/${i}.txt`, `SLOW 400\n- Đạt ${i}%`]));
  const folder = await folderWith(files);
  await bench.worker();
  const running = bench.submit([`${folder}/in`], `${folder}/out`, { inFlight: 6 });
  const admin = await adminOf(bench);
  // Cards are written every few seconds.
  await until(async () => (await admin.status()).secondsLeft !== null && (await admin.status()).runs.length === 1);
  const status = await admin.status();
  expect(status.states.active).toBe(2);
  await until(async () => (await admin.status()).stages.active.extract === 2);
  expect(status.states.waiting + status.states.active).toBeLessThanOrEqual(6);
  expect(status.left).toBeGreaterThan(6);
  expect(status.perSecond).toBeGreaterThan(0);
  expect(status.secondsLeft).toBeGreaterThan(0);
  expect((await running).outcomes).toMatchObject({ new: 30 });
}, 30_000);

test('retry: only what has that code, and the next run collects it without doing it again', async () => {
  const bench = await openBench();
  // Too little memory for it here, enough with the next worker.
  const folder = await folderWith({ 'a.txt': 'FAIL', 'b.txt': 'SLOW 4000\n- Đạt 1%' });
  const small = await bench.worker({ caps: { seconds: 0.3, memory: 64 } });
  expect((await bench.submit([folder], `${folder}/out`)).outcomes).toMatchObject({ failed: 2 });
  await small.close(0);
  const done: string[] = [];
  await bench.worker({ onDone: ({ result }) => void done.push(result) });
  const admin = await adminOf(bench);
  expect(await admin.retry('time-exceeded')).toEqual({ back: 1, gone: 0 });
  await until(() => done.length === 1);
  expect(done).toEqual(['done']);
  expect((await bench.submit([`${folder}/b.txt`], `${folder}/out`)).outcomes).toMatchObject({ new: 1 });
  expect(done).toHaveLength(1);
  // What cannot pass is not kept.
  expect(await admin.retry()).toEqual({ back: 0, gone: 1 });
});

test('the commands', async () => {
  const bench = await openBench();
  await bench.worker();
  const folder = await folderWith({ 'a.txt': 'FAIL' });
  await bench.submit([folder], `${folder}/out`);
  const kehoach = async (...args: string[]): Promise<string> => {
    const process = run(CLI, ['queue', ...args, '--redis', bench.url, '--prefix', bench.prefix.slice(1, -1)]);
    expect(await process.ended).toBe(0);
    return process.lines.join('\n');
  };
  expect(await kehoach('status')).toMatch(
    /0 waiting, 0 active.* 1 failed \(1 read\)[\s\S]*1 with room for 2 documents/u,
  );
  expect(JSON.parse(await kehoach('status', '--json'))).toMatchObject({ states: { failed: 1 } });
  expect(await kehoach('failed')).toContain('file-corrupt');
  expect(JSON.parse(await kehoach('failed', '--json'))).toMatchObject({ code: 'file-corrupt', attempts: 1 });
  expect(await kehoach('failed', '--code', 'worker-lost')).toBe('No document failed.');
  expect(await kehoach('retry', '--code', 'worker-lost')).toMatch(/^0 documents are back/u);
  expect(await kehoach('drain')).toMatch(/^0 documents were thrown away/u);
});
