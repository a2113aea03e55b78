import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { DEFAULT_LIMITS } from '../../../src/model/block.ts';
import { openPool, type PoolOptions, type Watch } from '../../../src/shell/pool/pool.ts';
import type { Answer, PagesDone } from '../../../src/shell/pool/task.ts';
import { DOUBLE } from '../make.ts';

function pool(options: Partial<PoolOptions> = {}): (text: string, watch?: Watch) => Promise<Answer> {
  const opened = openPool({
    processes: 2,
    caps: { seconds: 10, memory: 64 },
    setup: { pipelines: [], limits: DEFAULT_LIMITS },
    worker: DOUBLE,
    ...options,
  });
  onTestFinished(() => opened.close());
  return (text, watch) =>
    opened.run({ bytes: Buffer.from(text), uri: 'a.txt', alsoAt: [], pipeline: 'auto', declared: {} }, watch);
}

const code = (answer: Answer): string => ('failed' in answer ? answer.failed.code : 'done');

const LOST: [text: string, code: string, says: RegExp][] = [
  ['HANG', 'time-exceeded', /1 seconds.*--max-seconds/u],
  ['GROW', 'memory-exceeded', /64 MB.*--max-memory/u],
  ['OUTSIDE', 'memory-exceeded', /64 MB.*--max-memory/u],
  ['EXIT', 'worker-lost', /exit code 7/u],
  ['KILL', 'worker-lost', /signal SIGKILL/u],
  ['ABORT', 'worker-lost', /signal SIGABRT/u],
  ['THROW', 'worker-lost', /thrown while reading/u],
];
test.each(LOST)(
  '%s is a failure of its own: %s',
  async (text, expected, says) => {
    const run = pool({ caps: { seconds: text === 'HANG' ? 1 : 30, memory: 64 } });
    const [lost, ...others] = await Promise.all([text, '1', '2', '3', '4'].map((one) => run(one)));
    expect(lost).toMatchObject({ failed: { code: expected, message: expect.stringMatching(says) } });
    expect(others.map(code)).toEqual(['done', 'done', 'done', 'done']);
    expect(code(await run('5'))).toBe('done');
  },
  60_000,
);

test('the clock of a document starts when a process is free', async () => {
  const run = pool({ processes: 1, caps: { seconds: 3, memory: 64 } });
  const slow = Array.from({ length: 4 }, (_, i) => `SLOW 1000 ${i}`);
  expect((await Promise.all(slow.map((one) => run(one)))).map(code)).toEqual(['done', 'done', 'done', 'done']);
});

test('processes that cannot start fail every document at once', async () => {
  const run = pool({ worker: '/no/such/worker.mjs', caps: { seconds: 60, memory: 64 } });
  const answers = await Promise.all(['1', '2', '3'].map((one) => run(one)));
  expect(answers.map(code)).toEqual(['worker-lost', 'worker-lost', 'worker-lost']);
});

test('processes are recycled while documents are in hand', async () => {
  const run = pool({ recycleAfter: 2 });
  const texts = Array.from({ length: 20 }, (_, i) => `SLOW 5 ${i}`);
  expect((await Promise.all(texts.map((one) => run(one)))).map(code)).toEqual(texts.map(() => 'done'));
});

test.each([
  [true, 'done'],
  [false, 'worker-lost'],
])('a document whose process was lost once, tried again: %s', async (again, expected) => {
  const folder = mkdtempSync(join(tmpdir(), 'kehoach-pool-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const run = pool({ again });
  expect(code(await run(`EXIT ONCE ${join(folder, 'lost')}`))).toBe(expected);
});

test('pages that are read from images do not count for the time of their document, what comes after them does', async () => {
  const run = pool({ caps: { seconds: 2, memory: 64 } });
  const told: PagesDone[] = [];
  const watch: Watch = { onPages: (pages) => void told.push(pages) };
  const [paged, halted] = await Promise.all([run('PAGES 5 600', watch), run('PAGES 1 100 HALT')]);
  expect(code(paged)).toBe('done');
  expect(told).toEqual([0, 1, 2, 3, 4, 5].map((done) => ({ done, of: 5 })));
  expect(code(halted)).toBe('time-exceeded');
});

const textOf = (answer: Answer): string => ('done' in answer ? answer.done.text : answer.failed.code);

test('pages of a long document are read by all processes, and counted together', async () => {
  const told: PagesDone[] = [];
  const answer = await pool()('APART 3 2 PAUSE 150', { onPages: (pages) => void told.push(pages) });
  const read: [page: number, by: { lost: { message: string } }][] = JSON.parse(textOf(answer));
  expect(read.map(([page]) => page)).toEqual([0, 1, 2, 3, 4]);
  expect(new Set(read.map(([, { lost }]) => lost.message)).size).toBe(2);
  expect(told).toEqual([0, 1, 2, 3, 4, 5].map((done) => ({ done, of: 5 })));
});

test('a page that takes its process down is lost alone, in however many processes', async () => {
  const [one, two] = await Promise.all(
    [1, 2].map((processes) => pool({ processes })('APART 3 2 LOSES 1').then(textOf)),
  );
  expect(two).toBe(one);
  expect(JSON.parse(one ?? '')).toEqual([
    [0, 'blank'],
    [1, { lost: expect.objectContaining({ code: 'worker-lost' }) }],
    ...[2, 3, 4].map((page) => [page, 'blank']),
  ]);
});

test('each part of a document has the time of a document for what is no page', async () => {
  const run = pool({ processes: 1, caps: { seconds: 2, memory: 64 } });
  expect(JSON.parse(textOf(await run('APART 3 2 PAUSE 1100')))).toHaveLength(5);
});
