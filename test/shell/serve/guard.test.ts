import { request } from 'node:http';
import { expect, test } from 'vitest';
import { readTokens } from '../../../src/shell/serve/guard/tokens.ts';
import { folderWith } from '../make.ts';
import { PLAN } from '../program.ts';
import { serve, TOKEN } from './world.ts';

const READ = 'another-token-that-only-reads';

/** Asks with headers that a browser or `fetch` would not let a program set. */
function raw(url: string, path: string, headers: Record<string, string>, method = 'GET'): Promise<number> {
  return new Promise((done, refuse) => {
    const { hostname, port } = new URL(url);
    const asked = request({ hostname, port, path, method, headers }, (response) => {
      response.resume();
      done(response.statusCode ?? 0);
    });
    asked.on('error', refuse).end();
  });
}

test('where there is a token, nothing but health and the way to sign in is shown without it', async () => {
  const { url, ask } = await serve({ env: { KEHOACH_TOKEN: TOKEN } });
  for (const path of [
    '/documents',
    '/targets',
    '/jobs',
    '/events',
    '/metrics',
    '/openapi.json',
    '/docs',
    '/compare.html',
    '/documents/a/original',
  ])
    expect([path, (await ask(path)).status]).toEqual([path, 401]);
  for (const path of ['/', '/health', '/session']) expect([path, (await ask(path)).status]).toEqual([path, 200]);
  // Paths that are written otherwise lead to no other place.
  for (const path of ['//documents', '/health/../documents', '/%64ocuments', '/documents/', '/session?x=/../documents'])
    expect([path, [200].includes(await raw(url, path, {})) && path !== '/session?x=/../documents']).toEqual([
      path,
      false,
    ]);
});

test('a wrong token is none, and a right one is enough', async () => {
  const { ask } = await serve({ env: { KEHOACH_TOKEN: TOKEN } });
  const by = (token: string) => ask('/documents', { headers: { authorization: `Bearer ${token}` } });
  expect((await by(`${TOKEN}x`)).status).toBe(401);
  expect((await by(TOKEN.slice(0, -1))).status).toBe(401);
  const right = await by(TOKEN);
  expect(right.status).toBe(200);
  expect((await ask('/documents')).headers.get('www-authenticate')).toBe('Bearer');
});

test('who may only read uploads nothing, and removes nothing', async () => {
  const { ask } = await serve({ env: { KEHOACH_TOKEN: TOKEN, KEHOACH_READ_TOKEN: READ } });
  const headers = { authorization: `Bearer ${READ}` };
  expect((await ask('/documents', { headers })).status).toBe(200);
  const body = new FormData();
  body.append('file', new Blob([PLAN]), 'a.txt');
  const refused = await ask('/documents', { method: 'POST', body, headers });
  expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([403, 'read-only']);
  expect((await ask('/documents/a', { method: 'DELETE', headers })).status).toBe(403);
  expect(await (await ask('/session', { headers })).json()).toEqual({ needsToken: true, role: 'read' });
});

test('a browser signs in and out; its cookie acts from its own page only', async () => {
  const { url, ask } = await serve({ env: { KEHOACH_TOKEN: TOKEN } });
  const json = { 'content-type': 'application/json' };
  const wrong = await ask('/session', { method: 'POST', headers: json, body: JSON.stringify({ token: 'x' }) });
  expect(wrong.status).toBe(401);
  const right = await ask('/session', { method: 'POST', headers: json, body: JSON.stringify({ token: TOKEN }) });
  const set = right.headers.get('set-cookie') ?? '';
  expect(set).toMatch(/^kehoach=[\w-]{40,}; .*HttpOnly; SameSite=Strict/u);
  expect(set).not.toContain(TOKEN);
  const cookie = set.split(';')[0] ?? '';
  expect(await raw(url, '/documents', { cookie })).toBe(200);
  // What is not sent from the page itself is refused, whatever the cookie.
  expect(await raw(url, '/documents/a', { cookie }, 'DELETE')).toBe(403);
  expect(await raw(url, '/documents/a', { cookie, origin: 'https://evil.example' }, 'DELETE')).toBe(403);
  expect(await raw(url, '/documents/a', { cookie, origin: url, 'sec-fetch-site': 'cross-site' }, 'DELETE')).toBe(403);
  expect(await raw(url, '/documents/a', { cookie, origin: url }, 'DELETE')).toBe(404);
  expect(await raw(url, '/session', { cookie, origin: url }, 'DELETE')).toBe(204);
  expect(await raw(url, '/documents', { cookie })).toBe(401);
});

test('without a token too, a page elsewhere can do nothing', async () => {
  const { url } = await serve();
  // A name of another site that leads to this machine.
  expect(await raw(url, '/documents', { host: 'evil.example' })).toBe(403);
  expect(await raw(url, '/documents', { host: `localhost:${new URL(url).port}` })).toBe(200);
  // A form of another site that posts here.
  const form = { 'content-type': 'multipart/form-data; boundary=x', origin: 'https://evil.example' };
  expect(await raw(url, '/documents', form, 'POST')).toBe(403);
  expect(await raw(url, '/documents/a', { origin: 'null' }, 'DELETE')).toBe(403);
});

test('a server that others can reach is not started without a token', async () => {
  await expect(serve({ host: '0.0.0.0' })).rejects.toThrow(/needs a token/u);
});

test('answers let no script run but the own, and are not sniffed', async () => {
  const { ask } = await serve();
  const { headers } = await ask('/');
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toContain('unsafe');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
});

test('tokens come from a file or the environment, and those that can be guessed are refused', async () => {
  const folder = await folderWith({
    good: '# who\nwrite aaaaaaaaaaaaaaaaaaaaaa\n\nread bbbbbbbbbbbbbbbbbbbbbbbb\ncccccccccccccccccccccc\n',
    short: 'write abc\n',
    wrong: 'admin aaaaaaaaaaaaaaaaaaaaaaaa\n',
    empty: '# none\n',
  });
  const tokens = await readTokens(`${folder}/good`, {});
  expect(
    ['aaaaaaaaaaaaaaaaaaaaaa', 'bbbbbbbbbbbbbbbbbbbbbbbb', 'cccccccccccccccccccccc', 'd'].map(tokens.roleOf),
  ).toEqual(['write', 'read', 'write', undefined]);
  await expect(readTokens(`${folder}/short`, {})).rejects.toThrow(/at least 16/u);
  await expect(readTokens(`${folder}/wrong`, {})).rejects.toThrow(/a line is/u);
  await expect(readTokens(`${folder}/empty`, {})).rejects.toThrow(/no token/u);
  await expect(readTokens(`${folder}/none`, {})).rejects.toThrow(/cannot be read/u);
  expect((await readTokens(undefined, {})).needed).toBe(false);
});

test('too many requests are told to wait, and the server goes on', async () => {
  const { url, ask } = await serve({ rate: 20 });
  const statuses = await Promise.all(
    Array.from({ length: 60 }, () => fetch(`${url}/health`).then(({ status }) => status)),
  );
  expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(20);
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(40);
  const late = await ask('/health');
  expect(late.status).toBe(429);
  expect(late.headers.get('retry-after')).toMatch(/^\d+$/u);
  expect(await late.json()).toMatchObject({ status: 429, code: 'too-many' });
});
