import { expect, test } from 'vitest';
import { tooOld } from '../../../../src/shell/queue/redis/connection.ts';
import { folderWith } from '../../make.ts';
import { openBench, ownRedis } from '../make.ts';
import { CLI, run } from '../processes.ts';
import { freePort } from '../redis-server.ts';

const PLAN = 'KẾ HOẠCH\nCải cách hành chính năm 2021\n\n1. Tối thiểu 90% hồ sơ được giải quyết đúng hạn.\n';

test.each(['worker', 'ingest', 'queue status'])('%s: where nobody answers it ends at once', async (command) => {
  const folder = await folderWith({ 'a.txt': PLAN });
  const args = command === 'ingest' ? ['ingest', `${folder}/a.txt`, '--out', `${folder}/out`] : command.split(' ');
  const url = `redis://user:hunter2@127.0.0.1:${await freePort()}`;
  const process = run(CLI, args, { REDIS_URL: url });
  expect(await process.ended).toBe(2);
  expect(process.errors()).toMatch(/^--redis redis:\/\/\*\*\*@127\.0\.0\.1:\d+: .*ECONNREFUSED/u);
  expect(process.errors()).not.toContain('hunter2');
});

test.each([
  ['redis_version:6.0.16\r\nredis_mode:standalone', '6.0.16'],
  ['# Server\r\nredis_version:5.0.7\r\n', '5.0.7'],
  ['redis_version:6.2.0\r\n', undefined],
  ['redis_version:7.2.4\r\nserver_name:valkey\r\nvalkey_version:8.1.1\r\n', undefined],
  ['redis_version:10.0.1\r\n', undefined],
  ['a server that does not say', undefined],
])('a server that is too old is refused by its version: %j', (info, version) => {
  expect(tooOld(info)?.match(/Redis (\S+), too old/u)?.[1]).toBe(version);
});

test.each([
  ['a wrong password', 'wrong-hunter2', [['worker', '--json']]],
  ['no password where one is asked for', '', [['queue', 'status']]],
])('%s ends it at once, and stands in no line', async (_, password, calls) => {
  const server = await ownRedis(['--requirepass', 'hunter2']);
  const url = `redis://${password === '' ? '' : `:${password}@`}127.0.0.1:${server.port}`;
  for (const args of calls) {
    const process = run(CLI, [...args, '--redis', url]);
    expect(await process.ended).toBe(2);
    expect(process.errors()).toMatch(/WRONGPASS|NOAUTH/u);
    expect(process.errors() + process.lines.join('')).not.toContain('hunter2');
  }
});

test.each([
  ['allkeys-lru', [['worker'], ['ingest', 'a.txt', '--out', '/nowhere/at/all']]],
  ['volatile-ttl', [['queue', 'status']]],
])('a Redis that may throw keys away is refused (%s)', async (policy, calls) => {
  const server = await ownRedis(['--maxmemory-policy', policy]);
  for (const args of calls) {
    const process = run(CLI, [...args, '--redis', server.url]);
    expect(await process.ended).toBe(2);
    expect(process.errors()).toMatch(new RegExp(`maxmemory-policy is ${policy}\\)\\. Set .*noeviction`, 'u'));
  }
});

test('where the policy may not be known it is asked of the person', async () => {
  const server = await ownRedis();
  const bench = await openBench(server);
  await bench.client.call('ACL', 'SETUSER', 'plans', 'on', '>secret', '~*', '&*', '+@all', '-info', '-config');
  const address = `redis://plans:secret@127.0.0.1:${server.port}`;
  await bench.worker({ url: address });
  expect(bench.said).toEqual([expect.stringContaining('does not tell its maxmemory-policy')]);
  const folder = await folderWith({ 'a.txt': '- Đạt 1%' });
  const result = await bench.submit([`${folder}/a.txt`], `${folder}/out`, { url: address });
  expect(result.outcomes).toMatchObject({ new: 1 });
});
