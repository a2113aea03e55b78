import { createServer } from 'node:net';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { Redis } from 'ioredis';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { connect } from '../../../../src/shell/queue/redis/connection.ts';
import { readRedisUrl } from '../../../../src/shell/queue/redis/url.ts';
import { ownRedis, until } from '../make.ts';
import { CLI, run } from '../processes.ts';
import { freePort } from '../redis-server.ts';

/** Signs that mean something in a URL, in a pattern, in JSON or in none of them. */
const ODD = fc
  .string({ unit: fc.constantFrom(...'@#:/?%&=+$^*()[]{}\\"\' .,aZ9é秘'), minLength: 8, maxLength: 24 })
  .map((middle) => `s3${middle}cr`);

const LOGINS: readonly ((password: string) => string)[] = [
  (password) => `:${password}@`,
  (password) => `user:${password}@`,
  (password) => `${password}@`,
  (password) => `:${encodeURIComponent(password)}@`,
  (password) => `user:${encodeURIComponent(password)}@`,
  (password) => `:${password}`,
  (password) => password,
];
const login = fc.tuple(ODD, fc.constantFrom(...LOGINS));

/** Everything that one try to connect says: to the person, to the log, by its error and in its stack. */
async function allSaid(url: string): Promise<string> {
  const said: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void said.push(line) });
  try {
    const { close } = await connect(url, { log, say: (sentence) => void said.push(sentence) });
    close();
  } catch (error) {
    said.push(inspect(error, { depth: 9 }), String(error), error instanceof Error ? String(error.stack) : '');
  }
  return said.join('\n');
}

function expectNothingOf(password: string, said: string): void {
  const forms = [password, encodeURIComponent(password), encodeURI(password), JSON.stringify(password).slice(1, -1)];
  expect(said).not.toBe('');
  for (const form of forms) expect(said.includes(form), said).toBe(false);
  // Nor most of it, where a sign in it was taken for an end.
  for (const piece of password.split(/[@#:/?]/u)) if (piece.length >= 8) expect(said.includes(piece), said).toBe(false);
}

test('no password stands in what a wrong URL says', () => {
  fc.assert(
    fc.property(login, fc.constantFrom('', '127.0.0.1', 'h:port', 'a,,b', 'h/x'), ([password, at], host) => {
      try {
        readRedisUrl(`redis://${at(password)}${host}`);
      } catch (error) {
        expectNothingOf(password, inspect(error));
      }
    }),
    { numRuns: 2000 },
  );
});

test('no password stands in what it says where nobody answers', async () => {
  const port = await freePort();
  await fc.assert(
    fc.asyncProperty(ODD, fc.constantFrom(...LOGINS.slice(0, 5)), async (password, at) => {
      expectNothingOf(password, await allSaid(`redis://${at(password)}127.0.0.1:${port}`));
    }),
    { numRuns: 60 },
  );
});

test('no password stands in what it says where a server quotes all that it is sent', async () => {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      const args = [...data.toString('utf8').matchAll(/\$\d+\r\n([^\r]*)\r\n/gu)].map(([, arg]) => `'${arg}'`);
      for (const _ of data.toString('utf8').matchAll(/^\*\d+/gmu))
        socket.write(`-ERR unknown command, with args beginning with: ${args.join(' ')}\r\n`);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  await fc.assert(
    fc.asyncProperty(ODD, fc.constantFrom(...LOGINS.slice(0, 5)), async (password, at) => {
      expectNothingOf(password, await allSaid(`redis://${at(password)}127.0.0.1:${port}`));
    }),
    { numRuns: 40 },
  );
}, 120_000);

test('a server that asks for another password: nothing of either, in errors and when it comes later', async () => {
  const server = await ownRedis(['--requirepass', 'hunter2hunter2']);
  await fc.assert(
    fc.asyncProperty(ODD, fc.constantFrom(...LOGINS.slice(0, 5)), async (password, at) => {
      expectNothingOf(password, await allSaid(`redis://${at(password)}127.0.0.1:${server.port}`));
    }),
    { numRuns: 30 },
  );
});

test('a password that is changed under a run, in no line of the program', async () => {
  const [before, after] = ['p@ss#w/rd?1:x', 'another-p@ss'];
  const server = await ownRedis(['--requirepass', before]);
  const worker = run(CLI, [
    'worker',
    '--json',
    '--grace',
    '0',
    '--redis',
    `redis://:${before}@127.0.0.1:${server.port}`,
  ]);
  await until(() => worker.errors().includes('worker started'));
  const client = new Redis({ port: server.port, password: before });
  await client.config('SET', 'requirepass', after);
  await client.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
  await until(() => /WRONGPASS|NOAUTH/u.test(worker.errors()));
  client.disconnect();
  worker.kill('SIGTERM');
  await worker.ended;
  const said = worker.errors() + worker.lines.join('');
  for (const secret of [before, after, encodeURIComponent(before), 'w/rd']) expect(said).not.toContain(secret);
});
