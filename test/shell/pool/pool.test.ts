import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { DEFAULT_LIMITS } from '../../../src/model/block.ts';
import { openPool, type PoolOptions } from '../../../src/shell/pool/pool.ts';
import type { Answer } from '../../../src/shell/pool/task.ts';
import { DOUBLE } from '../make.ts';

function pool(options: Partial<PoolOptions> = {}): (text: string) => Promise<Answer> {
  const opened = openPool({
    processes: 2,
    caps: { seconds: 10, memory: 64 },
    setup: { pipelines: [], limits: DEFAULT_LIMITS },
    worker: DOUBLE,
    ...options,
  });
  onTestFinished(() => opened.close());
  return (text) => opened.run({ bytes: Buffer.from(text), uri: 'a.txt', alsoAt: [], pipeline: 'auto', declared: {} });
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
    const [lost, ...others] = await Promise.all([text, '1', '2', '3', '4'].map(run));
    expect(lost).toMatchObject({ failed: { code: expected, message: expect.stringMatching(says) } });
    expect(others.map(code)).toEqual(['done', 'done', 'done', 'done']);
    expect(code(await run('5'))).toBe('done');
  },
  60_000,
);

test('the clock of a document starts when a process is free', async () => {
  const run = pool({ processes: 1, caps: { seconds: 3, memory: 64 } });
  const slow = Array.from({ length: 4 }, (_, i) => `SLOW 1000 ${i}`);
  expect((await Promise.all(slow.map(run))).map(code)).toEqual(['done', 'done', 'done', 'done']);
});

test('processes that cannot start fail every document at once', async () => {
  const run = pool({ worker: '/no/such/worker.mjs', caps: { seconds: 60, memory: 64 } });
  const answers = await Promise.all(['1', '2', '3'].map(run));
  expect(answers.map(code)).toEqual(['worker-lost', 'worker-lost', 'worker-lost']);
});

test('processes are recycled while documents are in hand', async () => {
  const run = pool({ recycleAfter: 2 });
  const texts = Array.from({ length: 20 }, (_, i) => `SLOW 5 ${i}`);
  expect((await Promise.all(texts.map(run))).map(code)).toEqual(texts.map(() => 'done'));
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
