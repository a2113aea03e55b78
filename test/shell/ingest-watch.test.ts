import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/model/block.ts';
import type { IngestResult } from '../../src/shell/ingest.ts';
import { ingestWatched } from '../../src/shell/ingest-watch.ts';
import { choosePipelines } from '../../src/shell/pipelines.ts';
import { DEFAULT_CAPS } from '../../src/shell/pool/caps.ts';
import { poolExecutor } from '../../src/shell/pool/executor.ts';
import { QueueAway } from '../../src/shell/serve/busy.ts';
import { openProgress } from '../../src/shell/terminal/progress.ts';
import { folderWith, linesOf } from './make.ts';
import { kehoach, PLAN } from './program.ts';

/** Watches a folder in this process; what it ends with comes when it is stopped. */
async function watching(folder: string, out: string, away?: string) {
  const { pipelines, name } = await choosePipelines();
  const stop = new AbortController();
  const told: IngestResult[] = [];
  const waits: string[] = [];
  const executor = poolExecutor({ processes: 1, caps: DEFAULT_CAPS, setup: { pipelines, limits: DEFAULT_LIMITS } });
  onTestFinished(() => {
    stop.abort();
    return executor.close();
  });
  const ended = ingestWatched({
    ...{
      folders: [folder],
      out,
      choice: { pipelines, name },
      log: pino({ level: 'silent' }),
      stop: stop.signal,
      still: 100,
    },
    progress: openProgress(true),
    async openExecutor() {
      if (away !== undefined && waits.length === 0) throw new QueueAway(away);
      return { ...executor, close: async () => undefined };
    },
    told: (result) => void told.push(result),
    waits: (why) => void waits.push(why),
  });
  const end = (): Promise<IngestResult> => {
    stop.abort();
    return ended;
  };
  return { told, waits, end };
}

test('what is there and what arrives is read; what failed and is put right has not failed', async () => {
  const root = await folderWith({ 'in/a.txt': PLAN, 'in/broken.pdf': '%PDF-1.7 broken' });
  const [folder, out] = [join(root, 'in'), join(root, 'out')];
  const { told, end } = await watching(folder, out);
  await expect.poll(() => told.map(({ sources, failures }) => [sources, failures.length])).toEqual([[2, 1]]);
  // As systems do that write beside and rename.
  await writeFile(join(folder, '.b.part'), PLAN.replace('12/KH', '13/KH'));
  await rename(join(folder, '.b.part'), join(folder, 'b.txt'));
  await writeFile(join(folder, 'broken.pdf'), PLAN.replace('12/KH', '14/KH'));
  await writeFile(join(folder, 'a.txt'), PLAN.replace('90%', '95%'));
  await expect.poll(async () => (await linesOf(out, 'documents')).length).toBe(3);
  await expect.poll(async () => (await linesOf(out, 'failures')).length).toBe(0);
  const result = await end();
  expect(result.outcomes).toMatchObject({ new: 4, failed: 0 });
  expect([result.sources, result.failures, result.left]).toEqual([4, [], 0]);
  expect(result.rows.map(({ line }) => line.number).sort()).toEqual([
    '12/KH-UBND',
    '12/KH-UBND',
    '13/KH-UBND',
    '14/KH-UBND',
  ]);
});

test('while the queue is away, what has arrived waits', async () => {
  const root = await folderWith({ 'in/a.txt': PLAN });
  const { told, waits, end } = await watching(join(root, 'in'), join(root, 'out'), 'The queue is away.');
  await expect.poll(() => waits).toEqual(['The queue is away.']);
  expect(told).toEqual([]);
  await expect.poll(() => told.length).toBe(1);
  expect((await end()).outcomes.new).toBe(1);
});

test('on a command line it ends with Ctrl-C, says what came, and fails where something did', async () => {
  const root = await folderWith({ 'in/a.txt': PLAN, 'in/broken.pdf': '%PDF-1.7 broken' });
  const run = (folder: string, ...more: string[]) =>
    kehoach(['ingest', join(root, folder), '--watch', '--out', join(root, 'out'), '--concurrency', '1', ...more], {
      kill: (err) => err.includes('Waiting for more'),
      signal: 'SIGINT',
    });
  const ended = await run('in');
  expect(ended.code).toBe(1);
  expect(ended.err).toContain('2 came in: 1 new, 0 replaced, 1 failed. Waiting for more.');
  expect(ended.err).toContain('broken.pdf');
  expect(ended.out).toContain('2 documents in, 2 out: 1 new, 1 failed.');
  expect(await run('in/a.txt')).toMatchObject({ code: 2, err: expect.stringContaining('this is no folder') });
  expect(await run('in', '--prune')).toMatchObject({ code: 2, err: expect.stringContaining('--prune') });
});
