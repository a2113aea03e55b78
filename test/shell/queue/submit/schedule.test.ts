import { expect, test } from 'vitest';
import { readEvery, scheduleOf } from '../../../../src/shell/queue/submit/schedule.ts';
import { openBench } from '../make.ts';
import { CLI, run } from '../processes.ts';

test.each([
  ['90s', 90_000],
  ['30m', 1_800_000],
  ['12h', 43_200_000],
  ['7d', 604_800_000],
  ['0h', undefined],
  ['12', undefined],
  ['1 day', undefined],
])('every %s', (text, milliseconds) => {
  expect(readEvery(text)).toBe(milliseconds);
});

test('the same manifest into the same folder is the same schedule', () => {
  const one = scheduleOf('a.csv', 'out', [], { every: 1000 });
  expect(scheduleOf('./a.csv', `${process.cwd()}/out`, ['--quiet'], { pattern: '0 3 * * *' }).id).toBe(one.id);
  expect(scheduleOf('a.csv', 'other', [], { every: 1000 }).id).not.toBe(one.id);
});

test.each([
  [['--manifest', 'm.csv'], /^When\?/u],
  [['--every', '1h'], /^What is to be ingested\?/u],
  [['--manifest', 'm.csv', '--every', 'often'], /^When\?/u],
  [['--manifest', 'm.csv', '--cron', '61 * * * *'], /^--cron/u],
])('a wrong call: %s', async (args, message) => {
  const bench = await openBench();
  const process = run(CLI, ['schedule', '--redis', bench.url, '--prefix', bench.prefix.slice(1, -1), ...args]);
  expect(await process.ended).toBe(2);
  expect(process.errors()).toMatch(message);
});
