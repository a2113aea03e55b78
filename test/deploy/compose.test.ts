import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { CLI, run } from '../shell/queue/processes.ts';
import { freePort } from '../shell/queue/redis-server.ts';

const read = (name: string): string => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');

const Compose = z.object({
  services: z.record(
    z.string(),
    z.object({
      command: z.array(z.string()).optional(),
      image: z.string(),
      build: z.string().optional(),
      environment: z.record(z.string(), z.string()).optional(),
      read_only: z.boolean().optional(),
      tmpfs: z.array(z.string()).optional(),
      cap_drop: z.array(z.string()).optional(),
      security_opt: z.array(z.string()).optional(),
      stop_grace_period: z.string().optional(),
      deploy: z.object({ replicas: z.number() }).optional(),
    }),
  ),
});
const { services } = Compose.parse(parse(read('compose.yaml'), { merge: true }));
const own = Object.entries(services).filter(([, { build }]) => build !== undefined);

test('Redis, two workers, metrics', () => {
  expect(Object.keys(services)).toEqual(expect.arrayContaining(['redis', 'worker', 'prometheus']));
  expect(services.worker?.deploy?.replicas).toBe(2);
  expect(services.redis?.command?.join(' ')).toContain('--maxmemory-policy noeviction');
});

// No engine is needed for this: a call that is right but for the server gets as far as asking for it.
test.each(own)('the command of %s is one that the program knows', async (_, { command = [] }) => {
  const process = run(CLI, command, {
    REDIS_URL: `redis://127.0.0.1:${await freePort()}`,
    KEHOACH_TOKEN: 'a-token-that-nobody-guesses',
  });
  const code = await process.ended;
  expect([code, process.errors()]).toEqual([2, expect.stringContaining('ECONNREFUSED')]);
});

test('every service is confined: a read-only root, no rights, and Redis asks for a password', () => {
  for (const [name, service] of Object.entries(services)) {
    expect([name, service.read_only, service.tmpfs, service.cap_drop]).toEqual([name, true, ['/tmp'], ['ALL']]);
    expect(service.security_opt).toEqual(['no-new-privileges:true']);
  }
  for (const [name, { environment }] of own)
    expect([name, environment?.REDIS_URL]).toEqual([name, expect.stringMatching(/:\$\{REDIS_PASSWORD:\?.+\}@redis/u)]);
});

test('the command of redis starts one that lets nobody in without the password, and shows it to nobody', async () => {
  const [, , script = ''] = services.redis?.command ?? [];
  const folder = await mkdtemp(join(tmpdir(), 'kehoach-redis-'));
  const port = String(await freePort());
  const here = `${script.replaceAll('$$', '$').replaceAll('/tmp/', `${folder}/`).trim()} --port ${port} --dir ${folder}`;
  const server = spawn('sh', ['-c', here], { env: { ...process.env, REDISCLI_AUTH: 'secret' }, stdio: 'ignore' });
  onTestFinished(async () => {
    server.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });
  const ask = (password: string): string =>
    spawnSync('redis-cli', ['-p', port, 'ping'], { env: { ...process.env, REDISCLI_AUTH: password }, encoding: 'utf8' })
      .stdout;
  await expect.poll(() => ask('secret')).toContain('PONG');
  expect(ask('wrong')).toContain('NOAUTH');
  expect(spawnSync('ps', ['-o', 'args=', '-p', String(server.pid)], { encoding: 'utf8' }).stdout).not.toMatch(
    /secret/u,
  );
  // A signal reaches the server itself.
  server.kill('SIGTERM');
  expect(await new Promise((done) => server.once('close', done))).toBe(0);
});

test('a worker has more time to end than it gives to what it has in hand', () => {
  const { command = [], stop_grace_period: period = '10s' } = services.worker ?? {};
  expect(Number.parseInt(period, 10)).toBeGreaterThan(Number(command[command.indexOf('--grace') + 1]) + 6);
});

test('what the image is built from is there, and let in', () => {
  const let_in = read('.dockerignore')
    .split('\n')
    .filter((line) => line.startsWith('!'))
    .map((line) => line.slice(1));
  const copied = [...read('Dockerfile').matchAll(/^COPY (?!--from)(?<what>.+) \S+$/gmu)].flatMap(
    ({ groups }) => groups?.what?.split(' ') ?? [],
  );
  expect(copied.length).toBeGreaterThan(5);
  for (const name of copied) {
    expect(let_in).toContain(name.replace(/^\.\//u, ''));
    expect(existsSync(new URL(`../../${name}`, import.meta.url))).toBe(true);
  }
});

test('the image does not run as root', () => {
  const last = read('Dockerfile')
    .split(/^FROM /mu)
    .at(-1);
  expect(last).toMatch(/^USER node$/mu);
});

test('every image from elsewhere is pinned by its digest', () => {
  const bases = [...read('Dockerfile').matchAll(/^FROM\s+(?<image>\S+)/gmu)].map(({ groups }) => groups?.image ?? '');
  const others = Object.values(services).flatMap(({ build, image }) => (build === undefined ? [image] : []));
  const foreign = others.filter((image) => image !== services.worker?.image);
  expect([bases.length, foreign.length]).toEqual([2, 2]);
  for (const image of [...bases, ...foreign]) expect(image).toMatch(/:[\w.-]+@sha256:[0-9a-f]{64}$/u);
});
