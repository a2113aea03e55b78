import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { folderWith, linesOf } from '../../make.ts';
import { openBench, until } from '../make.ts';
import { CLI, run } from '../processes.ts';

const PLAN = (percent: number): string =>
  `ỦY BAN NHÂN DÂN\nTỈNH PHÚ THỌ\nSố: 12/KH-UBND\nPhú Thọ, ngày 05 tháng 5 năm 2021\n\nKẾ HOẠCH\nCải cách hành chính năm 2021\n\nI. MỤC TIÊU\n1. Tối thiểu ${percent}% hồ sơ được giải quyết đúng hạn.\n`;

test('a manifest is ingested again and again; what has not changed is not sent again', async () => {
  const bench = await openBench();
  let percent = 90;
  const answers: string[] = [];
  const server = createServer((request, response) => {
    const etag = `"${percent}"`;
    const same = request.headers['if-none-match'] === etag;
    if (request.url === '/plan.txt') answers.push(same ? 'same' : `sent ${percent}`);
    if (request.url !== '/plan.txt') return void response.writeHead(404).end();
    if (same) return void response.writeHead(304, { etag }).end();
    return void response.writeHead(200, { etag, 'content-type': 'text/plain; charset=utf-8' }).end(PLAN(percent));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const folder = await folderWith({ 'm.csv': `url,province\nhttp://127.0.0.1:${port}/plan.txt,Phú Thọ\n` });
  const queue = ['--redis', bench.url, '--prefix', bench.prefix.slice(1, -1)];
  run(CLI, ['worker', ...queue, '--concurrency', '1']);
  const further = ['--allow-private-network', '--cache', `${folder}/cache`, '--url-delay', '0'];
  const call = ['schedule', ...queue, '--manifest', `${folder}/m.csv`, '--out', `${folder}/out`, '--every', '2s'];
  const schedule = run(CLI, [...call, '--', ...further]);
  await until(() => answers.filter((answer) => answer === 'same').length >= 2, 80);
  percent = 95;
  await until(() => answers.includes('sent 95'), 20);
  await until(async () => (await readFile(`${folder}/out/targets.ndjson`, 'utf8').catch(() => '')).includes('95%'), 20);
  expect(new Set(answers)).toEqual(new Set(['sent 90', 'same', 'sent 95']));
  const values = (await linesOf(`${folder}/out`, 'targets')).map(({ quantity }) => quantity);
  // Other bytes at the same URL are a new version, which takes the place of the old one.
  expect(values).toEqual([expect.objectContaining({ value: 95 })]);

  const list = run(CLI, ['schedule', ...queue, '--list', '--json']);
  await list.ended;
  const listed = JSON.parse(list.lines.join(''));
  expect(listed).toMatchObject({ manifest: `${folder}/m.csv`, when: { every: 2000 }, next: expect.any(String) });
  schedule.kill('SIGTERM');
  expect(await schedule.ended).toBe(0);
  expect(await run(CLI, ['schedule', ...queue, '--remove', listed.id]).ended).toBe(0);
  expect(await run(CLI, ['schedule', ...queue, '--remove', listed.id]).ended).toBe(2);
  expect((await bench.keys()).filter((key) => key.includes('schedule'))).toEqual([]);
}, 120_000);

test.each(['SIGKILL', 'SIGTERM', 'SIGINT'] as const)(
  '%s: a schedule that ends takes its run along',
  async (signal) => {
    const bench = await openBench();
    const open = new Set<unknown>();
    const server = createServer((request, response) => {
      if (request.url !== '/plan.txt') return void response.writeHead(404).end();
      open.add(request);
      request.socket.once('close', () => open.delete(request));
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    onTestFinished(() => {
      server.close();
      server.closeAllConnections();
    });
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const folder = await folderWith({ 'm.csv': `url\nhttp://127.0.0.1:${port}/plan.txt\n` });
    const call = [
      'schedule',
      '--redis',
      bench.url,
      '--prefix',
      bench.prefix.slice(1, -1),
      '--every',
      '1h',
      '--grace',
      '3',
    ];
    const where = ['--manifest', `${folder}/m.csv`, '--out', `${folder}/out`];
    const further = [
      '--allow-private-network',
      '--cache',
      `${folder}/cache`,
      '--url-delay',
      '0',
      '--url-seconds',
      '300',
    ];
    const schedule = run(CLI, [...call, ...where, '--', ...further]);
    await until(() => open.size > 0, 40);
    schedule.kill(signal);
    await until(() => open.size === 0, 40);
    await schedule.ended;
  },
  120_000,
);
