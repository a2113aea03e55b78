import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';

/** A Redis of the test's own, which can be stopped and started again. */
export interface RedisServer {
  readonly url: string;
  readonly port: number;
  /** Without a chance to save anything. */
  readonly kill: () => Promise<void>;
  /** On the same port, with what was on the disk. */
  readonly start: () => Promise<void>;
  /** For good, with its folder. */
  readonly end: () => Promise<void>;
}

/**
 * Starts a private `redis-server`. It ends with the process that started it, however that ends: its shell waits for the
 * end of a pipe that this process holds.
 *
 * @param config of a file that the server may write to itself, as Sentinels do
 */
export async function startRedis(args: readonly string[] = [], config?: string): Promise<RedisServer> {
  const folder = await mkdtemp(join(tmpdir(), 'kehoach-redis-'));
  const port = await freePort();
  let child: ChildProcess | undefined;
  const file = join(folder, 'own.conf');
  if (config !== undefined) await writeFile(file, config);

  async function start(): Promise<void> {
    const usual = config === undefined ? ['--save', ''] : [];
    const where = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--loglevel', 'warning'];
    const own = [...(config === undefined ? [] : [file]), ...where, ...usual];
    const shell = `"$@" > "${folder}/log" 2>&1 & pid=$!; read line; kill -9 $pid; wait $pid`;
    child = spawn('sh', ['-c', shell, 'sh', 'redis-server', ...own, ...args], { stdio: ['pipe', 'ignore', 'ignore'] });
    await answering(port, args);
  }
  async function kill(): Promise<void> {
    const ended = new Promise((done) => child?.once('close', done));
    child?.stdin?.end();
    await ended;
    child = undefined;
  }
  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    start,
    kill,
    async end() {
      if (child !== undefined) await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function answering(port: number, args: readonly string[]): Promise<void> {
  const password = args[args.indexOf('--requirepass') + 1];
  const client = new Redis({
    port,
    ...(args.includes('--requirepass') && password !== undefined ? { password } : {}),
    retryStrategy: () => 20,
    maxRetriesPerRequest: 250,
  });
  client.on('error', () => undefined);
  try {
    await client.ping();
  } finally {
    client.disconnect();
  }
}

export function freePort(): Promise<number> {
  return new Promise((done, refuse) => {
    const server = createServer();
    server.once('error', refuse);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address !== null ? done(address.port) : refuse(new Error())));
    });
  });
}

const isThere = (): boolean => {
  try {
    execFileSync('redis-server', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/**
 * Sees to it that there is a `redis-server`: from PATH, else the distribution's package where it may be installed.
 *
 * @returns what is missing and who can put it right, in one line; nothing where all is well
 */
export function provideRedis(): string | undefined {
  if (isThere()) return undefined;
  const hint = 'The tests of the queue need redis-server on PATH (Debian: apt-get install redis-server).';
  if (process.getuid?.() !== 0) return hint;
  try {
    // At runlevel 1 the package does not start its service.
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
    execFileSync('apt-get', ['update'], { stdio: 'ignore', env, timeout: 120_000 });
    const args = ['install', '-y', '--no-install-recommends', 'redis-server'];
    execFileSync('apt-get', args, { stdio: 'ignore', env, timeout: 300_000 });
  } catch {
    return hint;
  }
  return isThere() ? undefined : hint;
}
