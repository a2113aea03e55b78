import { Queue } from 'bullmq';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import {
  type Ingest,
  keepSchedule,
  listSchedules,
  readEvery,
  removeSchedule,
  scheduleOf,
} from '../../../../src/shell/queue/submit/schedule.ts';
import { folderWith } from '../../make.ts';
import { openBench, until } from '../make.ts';
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

test('what a job names is only which schedule is due', async () => {
  const bench = await openBench();
  const folder = await folderWith({ 'm.csv': 'path\n' });
  const schedule = scheduleOf(`${folder}/m.csv`, `${folder}/out`, ['--quiet'], { every: 3_600_000 });
  const ran: unknown[] = [];
  const speech = { log: pino({ level: 'silent' }), say: (sentence: string) => void bench.said.push(sentence) };
  const ingest: Ingest = async (due) => {
    ran.push(due);
    return { code: 0, said: '' };
  };
  const keeper = await keepSchedule(bench.url, bench.prefix, speech, schedule, ingest, 'a secret of sixteen signs');
  onTestFinished(() => keeper.close(1000));
  await until(() => ran.length === 1);
  const queue = new Queue(`schedule-${schedule.id}`, { connection: bench.client, prefix: bench.prefix });
  onTestFinished(() => queue.close());
  const evil = { manifest: '/etc/passwd', out: '/tmp/evil', options: ['--allow-private-network'] };
  await queue.add('ingest', { ...schedule, ...evil });
  await queue.add('ingest', { schedule: schedule.id, ...evil });
  await queue.add('ingest', { schedule: 'another', ...evil });
  await until(async () => (await queue.getFailedCount()) === 3);
  expect(ran).toEqual([schedule]);
  expect(bench.said).toContainEqual(expect.stringContaining('refused'));
});

test('a list shows schedules and nothing else', async () => {
  const bench = await openBench();
  const key = `${bench.prefix}:schedules`;
  const card = scheduleOf('m.csv', 'out', [], { every: 1000 });
  for (const [id, forged] of Object.entries({
    a: { ...card, id: 'x:y' },
    b: { ...card, manifest: '\u001b[2J' },
    c: { ...card, when: { every: -1 } },
    [card.id]: card,
  }))
    await bench.client.hset(key, id, JSON.stringify(forged));
  await bench.client.hset(`${bench.prefix}:schedule-${card.id}:repeat:${card.id}`, {
    opts: '{',
    next: 'x',
    data: '{',
    ic: 1,
  });
  const { log } = { log: pino({ level: 'silent' }) };
  expect(await listSchedules(bench.url, bench.prefix, { log, say() {} })).toMatchObject([{ id: card.id, next: null }]);
  expect(await removeSchedule(bench.url, bench.prefix, { log, say() {} }, 'a')).toBe(false);
});
