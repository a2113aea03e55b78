import { readdir, readFile } from 'node:fs/promises';
import { Queue } from 'bullmq';
import { expect, onTestFinished, test } from 'vitest';
import { pagesIdOf, pagesQueueOf } from '../../../src/shell/queue/exchange/pages-job.ts';
import { DATA_NAME, type Engine } from '../../../src/shell/recognition/engine.ts';
import { folderWith } from '../make.ts';
import { type Bench, openBench, until } from './make.ts';

const ENGINE: Engine = { kind: 'program', name: 'double 1.0', path: '/no/such' };
const BY = `${ENGINE.name}, ${DATA_NAME}`;
const scans = { asked: { ocr: 'auto' } } as const;

/** A document of the double, put into the queue: what came of its pages. */
async function pagesOf(bench: Bench, text: string, name = 'out'): Promise<[page: number, read: unknown][]> {
  const folder = await folderWith({ 'a.txt': text });
  const { outcomes, failures } = await bench.submit([`${folder}/a.txt`], `${folder}/${name}`, { ingest: { scans } });
  expect([outcomes.new, failures]).toEqual([1, []]);
  const [file = ''] = (await readdir(`${folder}/${name}/documents`)).filter((one) => one.endsWith('.txt'));
  return JSON.parse(await readFile(`${folder}/${name}/documents/${file}`, 'utf8'));
}

/** The jobs of pages on a bench. */
function queueOf({ client, prefix }: Bench): Queue {
  const queue = new Queue(pagesQueueOf('test', BY), { connection: client.duplicate(), prefix });
  onTestFinished(async () => {
    await queue.close();
  });
  return queue;
}

const left = async (bench: Bench): Promise<string[]> =>
  (await bench.keys()).filter((key) => /pages-[^:]+:[\da-f]{64}|:blob:/u.test(key));

test('pages of one document are read by all workers, and nothing of them is left', async () => {
  const bench = await openBench();
  await bench.worker({ engine: ENGINE, concurrency: 1 });
  await bench.worker({ engine: ENGINE, concurrency: 1 });
  const read = await pagesOf(bench, 'APART 3 3 PAUSE 300');
  expect(read.map(([page]) => page)).toEqual([0, 1, 2, 3, 4, 5]);
  expect(new Set(read.map(([, by]) => JSON.stringify(by))).size).toBe(2);
  await until(async () => (await left(bench)).length === 0);
});

test('a page that takes its process down is lost alone, as without a queue', async () => {
  const bench = await openBench();
  await bench.worker({ engine: ENGINE });
  expect(await pagesOf(bench, 'APART 3 2 LOSES 1')).toEqual([
    [0, 'blank'],
    [1, { lost: expect.objectContaining({ code: 'worker-lost' }) }],
    ...[2, 3, 4].map((page) => [page, 'blank']),
  ]);
});

test('a worker that ends gives its pages and its document back, and others read them', async () => {
  const bench = await openBench();
  const first = await bench.worker({ engine: ENGINE, concurrency: 1, lock: 2000, stalledEvery: 500 });
  const done = pagesOf(bench, 'APART 2 2 2 PAUSE 400');
  const queue = queueOf(bench);
  await until(async () => (await queue.getActiveCount()) > 0);
  await bench.worker({ engine: ENGINE, concurrency: 1, lock: 2000, stalledEvery: 500 });
  await first.close(0);
  expect((await done).map(([page]) => page)).toEqual([0, 1, 2, 3]);
}, 60_000);

test('a worker with another engine leaves pages alone', async () => {
  const bench = await openBench();
  const other = await bench.worker({ engine: { ...ENGINE, name: 'another 2.0' }, concurrency: 1 });
  await bench.worker({ engine: ENGINE, concurrency: 1 });
  // Whichever of the two has the document: one process reads all of its pages.
  const read = await pagesOf(bench, 'APART 2 2 PAUSE 200');
  expect(new Set(read.map(([, by]) => JSON.stringify(by))).size).toBe(1);
  await other.close(0);
});

test('without the seal a job for pages is refused, and an answer is none', async () => {
  const bench = await openBench();
  const refused: string[] = [];
  const secret = 'a secret of the office';
  await bench.worker({ engine: ENGINE, secret, onRefused: (what) => void refused.push(what) });
  const queue = queueOf(bench);
  const data = { job: `${'a'.repeat(64)}-${'b'.repeat(16)}`, document: {}, pages: [0], by: BY };
  const job = await queue.add('pages', data, { jobId: pagesIdOf(data) });
  await until(() => job.isFailed());
  expect(refused).toEqual(['form']);
});
