import { Job, Queue } from 'bullmq';
import { expect, onTestFinished, test, vi } from 'vitest';
import { folderWith, ingestWith, linesOf, snapshot } from '../make.ts';
import { openBench, ownRedis, until } from './make.ts';
import { submitProcess, workerProcess } from './processes.ts';

/** Slow enough that something can happen meanwhile. */
const slow = (count: number, ms = 100): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`in/${100 + i}.txt`, `SLOW ${ms}\n- Đạt ${i}%`]));

/** The folder that the in-process way writes of the same documents. */
async function plain(folder: string): Promise<Record<string, string>> {
  await ingestWith([`${folder}/in`], `${folder}/plain`, { concurrency: 8 });
  return snapshot(`${folder}/plain`);
}

const counting = () => {
  const done: string[] = [];
  return { done, onDone: ({ result }: { result: string }) => void done.push(result) };
};

test('a worker killed in the midst of its work: another one does it', async () => {
  const bench = await openBench();
  const folder = await folderWith(slow(16));
  const first = workerProcess(bench);
  const running = bench.submit([`${folder}/in`], `${folder}/out`);
  await until(() => first.lines.filter((line) => line === 'done').length >= 3);
  first.kill('SIGKILL');
  await first.ended;
  await bench.worker();
  expect((await running).outcomes).toMatchObject({ new: 16, failed: 0 });
  expect(await snapshot(`${folder}/out`)).toEqual(await plain(folder));
});

test.each([
  ['with what it knew', ['--appendonly', 'yes', '--appendfsync', 'always']],
  ['with everything lost', []],
])('redis goes away and comes back %s', async (_, args) => {
  const server = await ownRedis(args);
  const bench = await openBench(server);
  const folder = await folderWith(slow(24));
  const { done, onDone } = counting();
  await bench.worker({ onDone });
  const running = bench.submit([`${folder}/in`], `${folder}/out`);
  await until(() => done.length >= 5);
  await server.kill();
  await until(() => bench.said.some((sentence) => sentence.startsWith('Redis is away')));
  await server.start();
  expect((await running).outcomes).toMatchObject({ new: 24, failed: 0 });
  expect(bench.said).toContain('Redis is back.');
  expect(await snapshot(`${folder}/out`)).toEqual(await plain(folder));
});

test('a submitter killed and started again takes up where it was', async () => {
  const bench = await openBench();
  const folder = await folderWith(slow(20, 50));
  const first = submitProcess(bench, [`${folder}/in`], `${folder}/out`, { inFlight: 12 });
  const { done, onDone } = counting();
  await bench.worker({ onDone });
  await until(() => first.lines.includes('new'));
  first.kill('SIGKILL');
  await first.ended;
  // What it had put into the queue is done without it, and waits.
  const list = (state: string): Promise<number> => bench.client.llen(`${bench.prefix}:documents:${state}`);
  await until(async () => (await list('wait')) + (await list('active')) === 0);
  const before = done.length;
  expect(before).toBeGreaterThanOrEqual(11);
  expect(before).toBeLessThan(20);
  const result = await bench.submit([`${folder}/in`], `${folder}/out`);
  expect(result.outcomes.new + result.outcomes.same).toBe(20);
  // The answer may be here before the worker tells of it.
  await expect.poll(() => done.length).toBe(20);
  expect(await snapshot(`${folder}/out`)).toEqual(await plain(folder));
  await expect.poll(async () => (await bench.keys()).filter((key) => key.includes(':blob:'))).toEqual([]);
});

test('a document that takes every worker down is set aside, and the rest goes on', async () => {
  const bench = await openBench();
  const folder = await folderWith({ ...slow(8, 20), 'bad/a.txt': 'KILL WORKER' });
  const running = bench.submit([`${folder}/in`, `${folder}/bad`], `${folder}/out`);
  let down = 0;
  let over = false;
  async function tend(): Promise<void> {
    while (!over) {
      const worker = workerProcess(bench);
      const ended = worker.ended.then(() => true);
      while (!(await Promise.race([ended, new Promise((go) => setTimeout(go, 100, over))])));
      if (over) worker.kill('SIGKILL');
      else down++;
    }
  }
  const tending = tend();
  const result = await running;
  over = true;
  await tending;
  expect(result.failures).toMatchObject([{ source: `${folder}/bad/a.txt`, code: 'worker-lost' }]);
  expect(down).toBe(3);
  const { 'failures.ndjson': _, 'datapackage.json': __, ...rest } = await snapshot(`${folder}/out`);
  expect(await plain(folder)).toMatchObject(rest);
  expect(await linesOf(`${folder}/out`, 'documents')).toHaveLength(8);
}, 60_000);

test('one worker, and nobody who starts it again: what kills its reader each time is set aside, and told', async () => {
  const bench = await openBench();
  const folder = await folderWith({ 'a.txt': 'KILL', 'b.txt': '- Đạt 1%' });
  const worker = workerProcess(bench, { concurrency: 1 });
  const result = await bench.submit([folder], `${folder}/out`);
  expect(result.outcomes).toMatchObject({ new: 1, failed: 1 });
  expect(result.failures).toMatchObject([{ source: `${folder}/a.txt`, code: 'worker-lost', message: /SIGKILL/u }]);
  await until(() => worker.lines.includes('failed'));
  worker.kill('SIGTERM');
  expect(await worker.ended).toBe(0);
  expect(worker.lines.filter((line) => line === 'retried')).toHaveLength(2);
}, 60_000);

test('a document that was lost again and again only by waiting beside such a one is done', async () => {
  const bench = await openBench();
  const folder = await folderWith(slow(2, 10));
  const running = bench.submit([`${folder}/in`], `${folder}/out`);
  const jobs = async (): Promise<string[]> =>
    (await bench.keys()).filter((key) => /:documents:[0-9a-f]{64}-[0-9a-f]+$/u.test(key));
  await expect.poll(async () => (await jobs()).length).toBe(2);
  // Where BullMQ keeps how often a job was lost.
  for (const key of await jobs()) await bench.client.hset(key, 'stc', 9);
  await bench.worker();
  expect((await running).outcomes).toMatchObject({ new: 2, failed: 0 });
  await expect.poll(async () => (await bench.keys()).filter((key) => key.includes(':suspect:'))).toEqual([]);
});

test('an answer that comes while its state is asked for is taken, and nothing is done twice', async () => {
  const bench = await openBench();
  const folder = await folderWith(slow(4, 350));
  const { done, onDone } = counting();
  await bench.worker({ onDone });
  const late = async <T>(answer: Promise<T>): Promise<T> => {
    await new Promise((go) => setTimeout(go, 300));
    return answer;
  };
  const real = { state: Job.prototype.getState, ofQueue: Queue.prototype.getJobState };
  const spies = [
    vi.spyOn(Job.prototype, 'getState').mockImplementation(function (this: Job) {
      return late(Promise.resolve()).then(() => real.state.call(this));
    }),
    vi.spyOn(Queue.prototype, 'getJobState').mockImplementation(function (this: Queue, id) {
      return late(real.ofQueue.call(this, id));
    }),
  ];
  onTestFinished(() => {
    for (const spy of spies) spy.mockRestore();
  });
  expect((await bench.submit([`${folder}/in`], `${folder}/out`, { sweep: 50 })).outcomes).toMatchObject({ new: 4 });
  await expect.poll(() => done.length).toBe(4);
});

const BAD: [what: string, text: string, code: string][] = [
  ['hangs', 'HANG', 'time-exceeded'],
  ['outgrows its memory', 'GROW', 'memory-exceeded'],
  ['ends its process', 'EXIT', 'worker-lost'],
  ['has its process killed', 'KILL', 'worker-lost'],
];
test.each(BAD)('a document that %s fails after its attempts and takes nobody along', async (_, text, code) => {
  const bench = await openBench();
  const folder = await folderWith({ ...slow(6, 10), 'bad/a.txt': text });
  const { done, onDone } = counting();
  await bench.worker({ onDone, caps: { seconds: text === 'HANG' ? 1 : 15, memory: 64 } });
  const result = await bench.submit([folder], `${folder}/out`);
  expect(result.outcomes).toMatchObject({ new: 6, failed: 1 });
  expect(result.failures).toMatchObject([{ source: `${folder}/bad/a.txt`, stage: 'extract', code }]);
  await expect.poll(() => done.filter((one) => one === 'retried')).toHaveLength(2);
});

test('two submitters with overlapping lists both get everything, and nothing is done twice', async () => {
  const bench = await openBench();
  const folder = await folderWith(slow(18, 30));
  const names = Array.from({ length: 18 }, (_, i) => `${folder}/in/${100 + i}.txt`);
  const { done, onDone } = counting();
  const one = bench.submit(names.slice(0, 12), `${folder}/one`);
  const other = bench.submit(names.slice(6), `${folder}/other`);
  await bench.worker({ onDone });
  await Promise.all([one, other]);
  await expect.poll(() => done.length).toBe(18);
  for (const [out, part] of [
    ['one', names.slice(0, 12)],
    ['other', names.slice(6)],
  ] as const) {
    await ingestWith(part, `${folder}/plain-${out}`);
    expect(await snapshot(`${folder}/${out}`)).toEqual(await snapshot(`${folder}/plain-${out}`));
  }
  await expect.poll(async () => (await bench.keys()).filter((key) => /:(?:blob|claims):/u.test(key))).toEqual([]);
});

test('a record too large for one value of this server', async () => {
  const server = await ownRedis(['--proto-max-bulk-len', '1mb']);
  const bench = await openBench(server);
  await bench.worker();
  // Words without a pattern: they are as large packed as the value may not be.
  let seed = 1;
  const word = (): string => {
    seed = (seed * 48271) % 2147483647;
    return seed.toString(36);
  };
  const line = (): string => `- Đạt ${Array.from({ length: 1200 }, word).join(' ')}`;
  const folder = await folderWith({ 'in/a.txt': Array.from({ length: 300 }, line).join('\n') });
  expect((await bench.submit([`${folder}/in`], `${folder}/out`)).outcomes).toMatchObject({ new: 1, failed: 0 });
  expect(await snapshot(`${folder}/out`)).toEqual(await plain(folder));
});

test('a job of a version that nobody knows fails with a clear message, and the rest goes on', async () => {
  const bench = await openBench();
  await bench.worker();
  const folder = await folderWith({ 'a.txt': '- Đạt 1%', 'b.txt': '- Đạt 2%' });
  const newer = bench.submit([`${folder}/a.txt`], `${folder}/newer`, { ingest: { rules: '9.0.0+new' } });
  expect((await bench.submit([`${folder}/b.txt`], `${folder}/out`)).outcomes).toMatchObject({ new: 1 });
  const [failure] = (await newer).failures;
  expect(failure).toMatchObject({ code: 'version-unknown', message: expect.stringContaining('9.0.0+new') });
});

test('a job of a newer version is left to the workers that know it', async () => {
  const bench = await openBench();
  const old = counting();
  await bench.worker({ onDone: old.onDone, patience: { times: 1000, wait: 50 } });
  const folder = await folderWith(slow(6, 10));
  const running = bench.submit([`${folder}/in`], `${folder}/out`, { ingest: { rules: '9.0.0+new' } });
  await new Promise((go) => setTimeout(go, 300));
  const fresh = counting();
  await bench.worker({ onDone: fresh.onDone, rules: '9.0.0+new', patience: { times: 1000, wait: 50 } });
  expect((await running).outcomes).toMatchObject({ new: 6 });
  expect([old.done.length, fresh.done.length]).toEqual([0, 6]);
});

/** The disk of the output folder is full for as long as this says so. */
const disk = vi.hoisted(() => ({ full: false }));
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  const open: typeof real.open = async (path, ...rest) => {
    if (disk.full && /\/out\/documents\/.*\.draft$/u.test(String(path))) {
      throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', syscall: 'write' });
    }
    return real.open(path, ...rest);
  };
  return { ...real, open };
});

test('a full disk: nothing is lost, and nothing is done again once there is room', async () => {
  const bench = await openBench();
  const { done, onDone } = counting();
  await bench.worker({ onDone });
  const folder = await folderWith(slow(5, 10));
  disk.full = true;
  const first = await bench.submit([`${folder}/in`], `${folder}/out`).finally(() => {
    disk.full = false;
  });
  expect(first.failures).toHaveLength(5);
  expect(first.failures[0]).toMatchObject({ stage: 'write', code: 'output-unwritable', message: /disk .* is full/u });
  expect((await bench.submit([`${folder}/in`], `${folder}/out`)).outcomes).toMatchObject({ new: 5 });
  await expect.poll(() => done.length).toBe(5);
  expect(await snapshot(`${folder}/out`)).toEqual(await plain(folder));
});
