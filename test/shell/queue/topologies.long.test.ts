import { fileURLToPath } from 'node:url';
import { Redis } from 'ioredis';
import { expect, onTestFinished, test } from 'vitest';
import { folderWith, ingestWith, linesOf, snapshot } from '../make.ts';
import { openBench, ownRedis, until } from './make.ts';
import { CLI, run } from './processes.ts';
import { freePort, type RedisServer } from './redis-server.ts';

const PLAN =
  'ỦY BAN NHÂN DÂN\nTỈNH PHÚ THỌ\nSố: 12/KH-UBND\nPhú Thọ, ngày 05 tháng 5 năm 2021\n\nKẾ HOẠCH\nCải cách hành chính năm 2021\n\nI. MỤC TIÊU\n1. Tối thiểu 90% hồ sơ được giải quyết đúng hạn.\n';

/** The program itself, all the way through a Redis of this kind. */
async function wholeWay(url: string, env: NodeJS.ProcessEnv = {}): Promise<void> {
  const folder = await folderWith({ 'in/a.txt': PLAN, 'in/b.txt': PLAN.replace('12/', '13/') });
  const worker = run(CLI, ['worker', '--redis', url, '--concurrency', '1', '--json'], env);
  const ingest = run(CLI, ['ingest', `${folder}/in`, '--out', `${folder}/out`, '--redis', url], env);
  expect([await ingest.ended, ingest.errors()]).toEqual([0, expect.not.stringContaining('hunter2')]);
  expect(await linesOf(`${folder}/out`, 'documents')).toHaveLength(2);
  const status = run(CLI, ['queue', 'status', '--json', '--redis', url], env);
  expect(await status.ended).toBe(0);
  expect(JSON.parse(status.lines.join(''))).toMatchObject({ workers: [{ documents: expect.any(Number) }] });
  worker.kill('SIGTERM');
  expect(await worker.ended).toBe(0);
  expect(worker.errors()).not.toContain('hunter2');
}

const clientOf = (server: RedisServer): Redis => {
  const client = new Redis(server.url);
  onTestFinished(() => client.disconnect());
  return client;
};

test('a user who may touch nothing but the keys of the queue', async () => {
  const server = await ownRedis();
  const client = clientOf(server);
  await client.call(
    'ACL',
    'SETUSER',
    'plans',
    'on',
    '>hunter2',
    '~{kehoach}:*',
    '&*',
    '+@all',
    '-@dangerous',
    '+info',
    '+client',
  );
  await wholeWay(`redis://plans:hunter2@127.0.0.1:${server.port}`);
}, 60_000);

test('TLS', async () => {
  const at = (name: string): string => fileURLToPath(new URL(`./tls/${name}`, import.meta.url));
  const port = await freePort();
  const files = ['--tls-cert-file', at('cert.pem'), '--tls-key-file', at('key.pem'), '--tls-auth-clients', 'no'];
  await ownRedis(['--tls-port', String(port), ...files]);
  const url = `rediss://localhost:${port}`;
  await wholeWay(url, { NODE_EXTRA_CA_CERTS: at('cert.pem') });
  const stranger = run(CLI, ['queue', 'status', '--redis', url]);
  expect(await stranger.ended).toBe(2);
  expect(stranger.errors()).toMatch(/self-signed certificate/u);
}, 60_000);

test('Sentinels name the master', async () => {
  const master = await ownRedis();
  const sentinel = await ownRedis(['--sentinel'], `sentinel monitor plans 127.0.0.1 ${master.port} 1\n`);
  await wholeWay(`redis+sentinel://127.0.0.1:${sentinel.port}/plans`);
  const unknown = run(CLI, ['queue', 'status', '--redis', `redis+sentinel://127.0.0.1:${sentinel.port}/others`]);
  expect(await unknown.ended).toBe(2);
}, 60_000);

test('the master is lost: the queue goes on with the one that the Sentinels make', async () => {
  const master = await ownRedis();
  const replica = await ownRedis(['--replicaof', '127.0.0.1', String(master.port)]);
  const settings = [
    'monitor plans 127.0.0.1 PORT 1',
    'down-after-milliseconds plans 500',
    'failover-timeout plans 3000',
  ];
  const config = settings.map((line) => `sentinel ${line.replace('PORT', String(master.port))}\n`).join('');
  const sentinel = await ownRedis(['--sentinel'], config);
  const asked = clientOf(sentinel);
  await until(async () => String(await asked.call('SENTINEL', 'REPLICAS', 'plans')).includes(String(replica.port)), 30);
  const url = `redis+sentinel://127.0.0.1:${sentinel.port}/plans`;
  const bench = await openBench(master);
  const texts = Array.from({ length: 24 }, (_, i) => [`in/${100 + i}.txt`, `SLOW 100\n- Đạt ${i}%`]);
  const folder = await folderWith(Object.fromEntries(texts));
  let done = 0;
  await bench.worker({ url, onDone: () => done++ });
  const running = bench.submit([`${folder}/in`], `${folder}/out`, { url });
  await until(() => done >= 5);
  await master.kill();
  expect((await running).outcomes).toMatchObject({ new: 24, failed: 0 });
  expect(bench.said.filter((sentence) => sentence.startsWith('Redis is'))).toContain('Redis is back.');
  expect(await clientOf(replica).info('replication')).toContain('role:master');
  await ingestWith([`${folder}/in`], `${folder}/plain`, { concurrency: 8 });
  expect(await snapshot(`${folder}/out`)).toEqual(await snapshot(`${folder}/plain`));
}, 90_000);

test('a Cluster of three keeps the queue in one slot', async () => {
  const nodes = await Promise.all([1, 2, 3].map(() => ownRedis(['--cluster-enabled', 'yes'])));
  const clients = nodes.map(clientOf);
  const [first, ...others] = nodes;
  for (const [i, client] of clients.entries()) {
    const end = i === 2 ? 16383 : (i + 1) * 5461 - 1;
    await client.call('CLUSTER', 'ADDSLOTSRANGE', i * 5461, end);
    for (const { port } of others) await client.call('CLUSTER', 'MEET', '127.0.0.1', port);
  }
  await until(async () => {
    const states = await Promise.all(clients.map((client) => client.call('CLUSTER', 'INFO')));
    return states.every(
      (state) => String(state).includes('cluster_state:ok') && String(state).includes('known_nodes:3'),
    );
  }, 30);
  await wholeWay(`redis+cluster://127.0.0.1:${first?.port}`);
  const held = await Promise.all(clients.map((client) => client.dbsize()));
  expect(held.filter((keys) => keys > 0)).toHaveLength(1);
}, 90_000);
