import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { Webhook as Receiver } from 'standardwebhooks';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { SCHEMA_VERSION } from '../../../src/model/record.ts';
import { CallError } from '../../../src/shell/call-error.ts';
import { openDeliveries } from '../../../src/shell/export/deliveries.ts';
import { exportFolder } from '../../../src/shell/export/export.ts';
import { readSecret } from '../../../src/shell/export/signature.ts';
import { openWebhook, type WebhookOptions } from '../../../src/shell/export/webhook.ts';
import { folderWith } from '../make.ts';
import { outputWith, record, target } from './make.ts';

const CLI = fileURLToPath(new URL('../../../dist/shell/cli.js', import.meta.url));
const SECRET = `whsec_${Buffer.from('a key that nobody guesses').toString('base64')}`;
const Body = z.object({
  since: z.string().nullable(),
  events: z.array(z.object({ kind: z.string(), key: z.string() })),
});

interface Asked {
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** A receiver that answers with these codes in turn, the last for ever. */
type Codes = readonly (number | readonly [number, Record<string, string>])[];

async function receiver(...codes: Codes) {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const piece of request.setEncoding('utf8')) body += String(piece);
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    const answer = codes[Math.min(asked.length, codes.length - 1)] ?? 204;
    const [code, more] = typeof answer === 'number' ? [answer, {}] : answer;
    asked.push({ headers, body });
    response.writeHead(code, more).end();
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { asked, url: new URL(`http://127.0.0.1:${address.port}/hook?token=hidden`) };
}

async function post(folder: string, url: URL, options: Partial<WebhookOptions> = {}) {
  const key = await readSecret(undefined, { KEHOACH_WEBHOOK_SECRET: SECRET });
  const webhook = openWebhook({ url, key, userAgent: 'test', backoff: 1, allowed: () => true, ...options });
  onTestFinished(() => webhook.close());
  const deliveries = openDeliveries(folder, url, null, webhook);
  await exportFolder({ folder, tell: deliveries.add });
  return deliveries.end();
}
const events = ({ body }: Asked) => Body.parse(JSON.parse(body)).events;
const many = (n: number) =>
  record(
    'a',
    Array.from({ length: n }, (_, i) => target(i + 1, `chỉ tiêu ${i}`)),
  );

test('batches, each signed so that the library of a receiver takes it, and no other', async () => {
  const { asked, url } = await receiver(204);
  const folder = await outputWith(many(250));
  expect(await post(folder, url)).toMatchObject({ batches: 3, events: 251, kept: 0 });
  expect(asked.map((one) => events(one).length)).toEqual([100, 100, 51]);
  expect(new Set(asked.flatMap(events).map(({ key }) => key)).size).toBe(251);
  const library = new Receiver(SECRET);
  for (const { headers, body } of asked) {
    expect(library.verify(body, headers)).toMatchObject({ schemaVersion: SCHEMA_VERSION, since: null });
    expect(() => library.verify(body.replace('chỉ', 'CHỈ'), headers)).toThrow();
    expect(() => new Receiver(`${SECRET.slice(0, -4)}AAAA`).verify(body, headers)).toThrow();
  }
  expect(await readdir(folder)).toEqual(['documents']);
});

const PASSING: readonly (readonly [what: string, codes: Codes, asked: number])[] = [
  ['busy once', [503, 204], 2],
  ['too many at once, with a pause', [[429, { 'retry-after': '0' }], 204], 2],
  ['out of order three times', [500, 502, 504, 200], 4],
];
test.each(PASSING)('a receiver that is %s is asked again, with the same id', async (_, codes, times) => {
  const { asked, url } = await receiver(...codes);
  expect(await post(await outputWith(many(1)), url)).toMatchObject({ batches: 1, events: 2, kept: 0 });
  expect(asked).toHaveLength(times);
  expect(new Set(asked.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
});

const LASTING: readonly (readonly [what: string, codes: Codes, asked: number, why: RegExp])[] = [
  ['is busy for ever', [503], 5, /answered with 503/u],
  ['refuses', [401], 1, /answered with 401/u],
  ['sends elsewhere', [[302, { location: 'http://127.0.0.1:1/' }]], 1, /answered with 302/u],
  ['wants an hour', [[503, { 'retry-after': '3600' }]], 1, /left alone for 3600 seconds/u],
];
test.each(LASTING)(
  'a receiver that %s: what it did not take is kept, and goes first the next time',
  async (_, codes, times, why) => {
    const bad = await receiver(...codes);
    const folder = await outputWith(many(1));
    const first = await post(folder, bad.url);
    expect(first).toMatchObject({ batches: 0, events: 0, kept: 1 });
    expect(first.reasons.join()).toMatch(why);
    expect(bad.asked).toHaveLength(times);
    const [name] = await readdir(first.folder);
    expect(name).toBe(`${bad.asked[0]?.headers['webhook-id']}.json`);
    const again = await post(folder, bad.url, { tries: 1 });
    expect(again.kept).toBe(1);
    expect(await readdir(first.folder)).toEqual([name]);
  },
);

test('what was kept is sent and then gone; what was kept for another address stays', async () => {
  const { asked, url } = await receiver(401, 204);
  const folder = await outputWith(many(1));
  await post(folder, url);
  const other = await receiver(401);
  await post(folder, other.url);
  expect(await post(folder, url)).toMatchObject({ batches: 1, kept: 0 });
  expect(asked[1]?.body).toBe(asked[0]?.body);
  expect(await readdir(`${folder}/undelivered`)).toHaveLength(1);
});

test('after three batches in a row that failed the rest is kept without asking', async () => {
  const { asked, url } = await receiver(401);
  const result = await post(await outputWith(many(650)), url);
  expect(result).toMatchObject({ batches: 0, kept: 7 });
  expect(asked).toHaveLength(3);
});

test.each(['http://localhost:9999/x', 'http://127.0.0.1:9999/x', 'http://[::1]:9999/x'])(
  '%s is private: refused',
  async (address) => {
    const key = Buffer.alloc(32, 1);
    const webhook = openWebhook({ url: new URL(address), key, userAgent: 'test', backoff: 1 });
    onTestFinished(() => webhook.close());
    expect(await webhook.post('msg_1', '{}')).toMatch(/private network/u);
  },
);

const SECRETS: readonly (readonly [
  what: string,
  file: string | undefined,
  env: Record<string, string>,
  says: RegExp,
])[] = [
  ['none', undefined, {}, /needs a secret/u],
  ['an empty one', undefined, { KEHOACH_WEBHOOK_SECRET: '  ' }, /needs a secret/u],
  ['a short one', undefined, { KEHOACH_WEBHOOK_SECRET: 'hunter2' }, /at least 16 bytes/u],
  ['a file that is not there', '/nowhere/secret', {}, /cannot be read/u],
];
test.each(SECRETS)('a secret: %s is a wrong call that does not show it', async (_, file, env, says) => {
  const call = readSecret(file, env);
  await expect(call).rejects.toThrow(CallError);
  await expect(call).rejects.toThrow(says);
  await expect(call).rejects.not.toThrow(/hunter2/u);
});

test('a secret may lie in a file', async () => {
  const folder = await folderWith({ secret: 'a text of enough letters\n' });
  expect((await readSecret(`${folder}/secret`, {})).toString()).toBe('a text of enough letters');
});

function kehoach(args: readonly string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [CLI, ...args], { env: { ...process.env, ...env } });
  onTestFinished(() => void child.kill('SIGKILL'));
  const pieces: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => void pieces.push(text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => void pieces.push(text));
  return new Promise<{ code: number | null; said: string }>((done) =>
    child.on('close', (code) => done({ code, said: pieces.join('') })),
  );
}

test('the command: exit codes, and neither secret nor token in what it says', async () => {
  const good = await receiver(204);
  const bad = await receiver(401);
  const folder = await outputWith(many(1));
  const secret = { KEHOACH_WEBHOOK_SECRET: SECRET };
  const to = (url: URL, ...more: string[]) => ['export', '--in', folder, '--webhook', url.href, ...more];
  const runs = [
    await kehoach(to(good.url), secret),
    await kehoach(to(good.url, '--allow-private-network')),
    await kehoach(to(good.url, '--allow-private-network'), secret),
    await kehoach(to(bad.url, '--allow-private-network'), secret),
    await kehoach(['export', '--in', folder]),
    await kehoach(['export', '--in', folder, '--webhook', 'ftp://x'], secret),
  ];
  expect(runs.map(({ code }) => code)).toEqual([2, 2, 0, 1, 2, 2]);
  expect(runs[0]?.said).toMatch(/--allow-private-network/u);
  expect(runs[2]?.said).toMatch(/webhook: 2 events in 1 batches/u);
  expect(runs[3]?.said).toMatch(/1 batches were not taken \(it answered with 401\)/u);
  for (const { said } of runs) expect(said).not.toMatch(/hidden|whsec_|nobody/u);
  expect(good.asked).toHaveLength(1);
});

test('the command: a record that is left out is said, exit code 1', async () => {
  const folder = await outputWith(many(1));
  const tables = `${folder}/tables`;
  expect(await kehoach(['export', '--in', folder, '--format', 'csv', '--out', tables])).toMatchObject({ code: 0 });
  const broken = await folderWith({ 'documents/a.json': JSON.stringify(many(1)), 'documents/b.json': '{}' });
  const { code, said } = await kehoach(['export', '--in', broken, '--format', 'csv', '--out', tables]);
  expect(code).toBe(1);
  expect(said).toMatch(/documents\/b\.json: .*: left out/u);
  expect(await kehoach(['export', '--in', `${folder}/none`, '--format', 'csv'])).toMatchObject({ code: 2 });
});
