import { randomBytes } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../../../../src/model/block.ts';
import type { ErrorCode } from '../../../../src/model/errors.ts';
import { isPublic } from '../../../../src/shell/sources/http/address.ts';
import { freshUntil, retryAfter } from '../../../../src/shell/sources/http/headers.ts';
import { urlSource } from '../../../../src/shell/sources/http/url.ts';
import { folderWith, ingestWith, linesOf } from '../../make.ts';
import { client, type Handler, says, site } from './make.ts';

test('fetches a body, unpacked, and asks once', async () => {
  const { at, asked } = await site({ '/a.html': says(gzipSync('Kế hoạch'), { 'content-encoding': 'gzip' }) });
  const { get } = await client();
  expect(await get(at('/a.html'))).toBe('Kế hoạch');
  expect(await get(at('/a.html#muc-1'))).toBe('Kế hoạch');
  expect(asked).toEqual(['/robots.txt', '/a.html']);
});

test('calls itself by its name', async () => {
  let agent: string | undefined;
  const { at } = await site({
    '/a': (request, response) => {
      agent = request.headers['user-agent'];
      response.end('x');
    },
  });
  await (await client()).get(at('/a'));
  expect(agent).toBe('kehoach-test/1');
});

const CONDITIONS: [what: string, headers: Record<string, string>, second: string[]][] = [
  ['an ETag', { etag: '"v1"' }, ['/robots.txt', '/a if "v1"']],
  [
    'a date',
    { 'last-modified': 'Mon, 04 Jan 2021 00:00:00 GMT' },
    ['/robots.txt', '/a if Mon, 04 Jan 2021 00:00:00 GMT'],
  ],
  ['a time to live', { 'cache-control': 'max-age=600' }, []],
  [
    'a time to live that is none',
    { 'cache-control': 'no-cache, max-age=600', etag: '"v1"' },
    ['/robots.txt', '/a if "v1"'],
  ],
  ['nothing', {}, ['/robots.txt', '/a']],
];
test.each(CONDITIONS)('a later run asks only for what has changed: %s', async (_, headers, second) => {
  const { at, asked } = await site({
    '/a': (request, response) => {
      const same = request.headers['if-none-match'] ?? request.headers['if-modified-since'];
      if (same === undefined) response.writeHead(200, headers).end('Kế hoạch');
      else response.writeHead(304).end();
    },
  });
  const first = await client();
  await first.get(at('/a'));
  asked.length = 0;
  for (let run = 0; run < 2; run++) {
    expect(await (await client({ cache: first.cache })).get(at('/a'))).toBe('Kế hoạch');
  }
  expect(asked).toEqual([...second, ...second]);
});

const DOUBTED: [code: ErrorCode, headers: Record<string, string>, second: string[]][] = [
  // Its server said that it holds for an hour: asked again all the same, on condition where there is one.
  ['no-text-layer', { 'cache-control': 'max-age=3600', etag: '"v1"' }, ['/a if "v1"']],
  ['no-content', { 'cache-control': 'max-age=3600' }, ['/a']],
  // It may have been cut off on its way: fetched whole.
  ['file-corrupt', { 'cache-control': 'max-age=3600', etag: '"v1"' }, ['/a']],
];
test.each(DOUBTED)('what made no document (%s) is asked for again by the next run', async (code, headers, second) => {
  const { at, asked } = await site({
    '/a': (request, response) =>
      request.headers['if-none-match'] === undefined
        ? response.writeHead(200, headers).end('Kế hoạch')
        : response.writeHead(304).end(),
  });
  const first = await client();
  await first.get(at('/a'));
  await urlSource(at('/a'), first.opened, {}).doubted?.(code);
  asked.length = 0;
  expect(await (await client({ cache: first.cache })).get(at('/a'))).toBe('Kế hoạch');
  expect(asked).toEqual(['/robots.txt', ...second]);
});

test('a cache that is not whole is not believed', async () => {
  const { at, asked } = await site({ '/a': says('Kế hoạch', { etag: '"v1"' }) });
  const first = await client();
  await first.get(at('/a'));
  const [body] = (await readdir(first.cache)).filter((name) => name.endsWith('.body'));
  await writeFile(`${first.cache}/${body}`, 'Kế');
  asked.length = 0;
  expect(await (await client({ cache: first.cache })).get(at('/a'))).toBe('Kế hoạch');
  expect(asked).toEqual(['/robots.txt', '/a']);
});

const ROBOTS: [what: string, robots: Handler, path: string, code: string | undefined][] = [
  ['forbids all', says('User-agent: *\nDisallow: /'), '/a', 'url-refused'],
  ['forbids another program', says('User-agent: other\nDisallow: /'), '/a', undefined],
  ['forbids this program', says('User-agent: kehoach-test\nDisallow: /'), '/a', 'url-refused'],
  ['forbids another folder', says('User-agent: *\nDisallow: /b'), '/a', undefined],
  ['is out of order', says('', {}, 503), '/a', 'url-failed'],
];
test.each(ROBOTS)('robots.txt %s', async (_, robots, path, code) => {
  const { at, asked } = await site({ '/robots.txt': robots, '/a': says('x') });
  const { get } = await client({ tries: 1 });
  if (code === undefined) expect(await get(at(path))).toBe('x');
  else await expect(get(at(path))).rejects.toMatchObject({ code, stage: 'fetch' });
  expect(asked.includes(path)).toBe(code === undefined);
});

test('keeps its pauses, host by host', async () => {
  const pages = { '/1': says('1'), '/2': says('2'), '/3': says('3') };
  const { at } = await site(pages);
  const { get } = await client({ delay: 100 });
  const started = performance.now();
  await Promise.all(['/1', '/2', '/3'].map((path) => get(at(path))));
  expect(performance.now() - started).toBeGreaterThanOrEqual(290);
});

test('keeps the pause that a site asks for', async () => {
  const { at } = await site({
    '/robots.txt': says('User-agent: *\nCrawl-delay: 0.2'),
    '/1': says('1'),
    '/2': says('2'),
  });
  const { get } = await client();
  await get(at('/1'));
  const started = performance.now();
  await get(at('/2'));
  expect(performance.now() - started).toBeGreaterThanOrEqual(150);
});

test('tries again what can pass, with growing pauses, and gives up', async () => {
  let times = 0;
  const { at, asked } = await site({
    '/twice': (_, response) => (++times < 3 ? response.writeHead(503).end() : response.end('x')),
    '/never': says('', {}, 500),
    '/drops': (_, response) => response.destroy(),
    '/later': says('', { 'retry-after': '3600' }, 429),
  });
  const { get } = await client();
  expect(await get(at('/twice'))).toBe('x');
  await expect(get(at('/never'))).rejects.toMatchObject({
    code: 'url-failed',
    message: expect.stringContaining('500'),
  });
  await expect(get(at('/drops'))).rejects.toMatchObject({ code: 'url-failed' });
  await expect(get(at('/later'))).rejects.toMatchObject({
    code: 'url-failed',
    message: expect.stringContaining('429'),
  });
  const count = (path: string): number => asked.filter((one) => one === path).length;
  expect(['/twice', '/never', '/drops', '/later'].map(count)).toEqual([3, 3, 3, 1]);
});

test.each([404, 410, 403, 401, 400])('does not try again what cannot pass: %s', async (status) => {
  const { at, asked } = await site({ '/a': says('', {}, status) });
  const { get } = await client();
  await expect(get(at('/a'))).rejects.toMatchObject({
    code: 'url-failed',
    message: expect.stringContaining(String(status)),
  });
  expect(asked).toEqual(['/robots.txt', '/a']);
});

const TOO_MUCH: [what: string, handler: Handler][] = [
  ['that says so', says('x'.repeat(20_000))],
  [
    'that does not say so',
    (_, response) => response.writeHead(200, { 'transfer-encoding': 'chunked' }).end('x'.repeat(20_000)),
  ],
  ['that is packed', says(gzipSync('x'.repeat(5_000_000)), { 'content-encoding': 'gzip' })],
  [
    'that never ends',
    (_, response) => {
      const more = (): void => void response.write('x'.repeat(1000), () => !response.destroyed && setImmediate(more));
      more();
    },
  ],
];
test.each(TOO_MUCH)('stops at the cap on size: an answer %s', async (_, handler) => {
  const { at } = await site({ '/a': handler });
  const { get, cache } = await client();
  await expect(get(at('/a'))).rejects.toMatchObject({ code: 'file-too-large', stage: 'fetch' });
  expect(await readdir(cache)).toEqual([]);
});

test('an archive may be larger than a document, a Word file may not', async () => {
  const noise = randomBytes(20_000);
  const packed = (name: string, size: number): Buffer =>
    Buffer.from(zipSync({ [name]: noise.subarray(0, size) }, { level: 0 }));
  const pages: [path: string, body: Buffer, code: string | undefined][] = [
    ['/small.zip', packed('a.txt', 15_000), undefined],
    ['/a.docx', packed('[Content_Types].xml', 15_000), 'file-too-large'],
    ['/large.zip', Buffer.concat(Array.from({ length: 8 }, () => packed('a.txt', 15_000))), 'file-too-large'],
  ];
  const { at } = await site(Object.fromEntries(pages.map(([path, body]) => [path, says(body)])));
  const { get } = await client();
  for (const [path, , code] of pages) {
    if (code === undefined) expect((await get(at(path))).length).toBeGreaterThan(0);
    else await expect(get(at(path))).rejects.toMatchObject({ code });
  }
});

test('what is packed so that nothing comes of it is held to the bytes on the wire', async () => {
  const nothing = gzipSync('');
  const { at } = await site({
    '/a': (_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      const more = (): void => void response.write(nothing, () => !response.destroyed && setImmediate(more));
      more();
    },
  });
  const { get } = await client({ wireBytes: 100_000 });
  await expect(get(at('/a'))).rejects.toMatchObject({ code: 'file-too-large' });
});

test('an ingested URL that is no archive is held to --max-size, whatever archives may have', async () => {
  const { at } = await site({ '/a': says('x'.repeat(20_000)) });
  const { opened, cache } = await client();
  const folder = await folderWith();
  const result = await ingestWith([at('/a')], `${folder}/out`, {
    remote: (uri, declared) => urlSource(uri, opened, declared),
    limits: { ...DEFAULT_LIMITS, maxBytes: 10_000 },
  });
  expect(result.failures).toMatchObject([{ code: 'file-too-large', stage: 'fetch' }]);
  expect(await readdir(cache)).toEqual([]);
});

test.each([206, 204, 205])('%s is no whole answer', async (status) => {
  const { at } = await site({ '/a': says(status === 206 ? 'half' : '', {}, status) });
  const { get, cache } = await client();
  await expect(get(at('/a'))).rejects.toMatchObject({ code: 'url-failed' });
  expect(await readdir(cache)).toEqual([]);
});

test('a host that does not answer is given up for the run, and its addresses fail at once', async () => {
  const dead = await site({ '/robots.txt': (_, response) => void response.destroy() });
  const alive = await site({ '/a': says('A') });
  const { get } = await client({ delay: 50 });
  const codes: string[] = [];
  for (let i = 0; i < 20; i++) codes.push(await get(dead.at(`/${i}`)).catch(({ code }) => code));
  expect(new Set(codes)).toEqual(new Set(['url-failed']));
  expect(dead.asked.length).toBeLessThanOrEqual(4);
  const started = performance.now();
  await expect(get(dead.at('/later'))).rejects.toMatchObject({
    code: 'url-failed',
    message: expect.stringMatching(/gave no answer 4 times in a row .* not asked again in this run/u),
  });
  expect(performance.now() - started).toBeLessThan(40);
  expect(await get(alive.at('/a'))).toBe('A');
});

test('a host that answers, but never to the end, is given up too', async () => {
  const cut: Handler = (_, response) => {
    response.writeHead(200, { 'content-length': '100' }).write('x');
    setTimeout(() => response.destroy(), 5);
  };
  const paths = Array.from({ length: 10 }, (_, i) => `/${i}`);
  const { at, asked } = await site(Object.fromEntries(paths.map((path) => [path, cut])));
  const { get } = await client();
  for (const path of paths) await expect(get(at(path))).rejects.toMatchObject({ code: 'url-failed' });
  expect(asked.length).toBe(1 + 4);
});

test('robots.txt is asked once a host, also one that cannot be read', async () => {
  const { at, asked } = await site({ '/robots.txt': says('', {}, 503) });
  const { get } = await client();
  for (const path of ['/a', '/b', '/c']) await expect(get(at(path))).rejects.toMatchObject({ code: 'url-failed' });
  expect(asked).toEqual(['/robots.txt']);
});

test('a user or a password in an address is refused, and printed nowhere', async () => {
  const { at, asked } = await site({ '/a': says('', { location: 'http://u:secret@127.0.0.1/b' }, 302) });
  const { opened } = await client();
  const folder = await folderWith();
  const login = at('/b').replace('http://', 'http://me:secret@');
  const given = [login, 'https://me:sec/ret#secret@a.vn/', 'ftp://me:secret@a.vn/x', at('/a')];
  const result = await ingestWith(given, `${folder}/out`, {
    remote: (uri, declared) => urlSource(uri, opened, declared),
  });
  expect(result.failures.map(({ code }) => code)).toEqual(given.map(() => 'url-refused'));
  expect(JSON.stringify(result)).not.toMatch(/secret|sec\//u);
  expect(JSON.stringify(await linesOf(`${folder}/out`, 'failures'))).not.toMatch(/secret|sec\//u);
  expect(asked).toEqual(['/robots.txt', '/a']);
});

test('the cache keeps within its size: the oldest goes first, never what this run uses', async () => {
  const pages = Object.fromEntries(['/1', '/2', '/3', '/4'].map((path) => [path, says(path.repeat(200))]));
  const { at } = await site(pages);
  const first = await client();
  for (const path of ['/1', '/2', '/3']) {
    await first.get(at(path));
    await new Promise((done) => setTimeout(done, 20));
  }
  const bodies = async (): Promise<string[]> =>
    (await Promise.all((await readdir(first.cache)).map((name) => readFile(`${first.cache}/${name}`, 'utf8'))))
      .filter((text) => text.startsWith('/'))
      .map((text) => text.slice(0, 2))
      .sort();
  await writeFile(`${first.cache}/mine.body`, '/x of somebody else');
  expect(await bodies()).toEqual(['/1', '/2', '/3', '/x']);
  const second = await client({ cache: first.cache, cacheBytes: 1200 });
  await second.get(at('/1'));
  await second.get(at('/4'));
  expect(await bodies()).toEqual(['/1', '/3', '/4', '/x']);
  await second.get(at('/3'));
  await expect(second.get(at('/2'))).rejects.toMatchObject({
    code: 'url-failed',
    message: expect.stringContaining('--max-cache'),
  });
  expect(await bodies()).toEqual(['/1', '/3', '/4', '/x']);
  await client({ cache: first.cache, cacheBytes: 500 });
  expect((await bodies()).length).toBe(2);
});

test.each<[string, Handler]>([
  ['never begins', () => undefined],
  ['trickles for ever', (_, response) => void setInterval(() => response.write('x'), 50).unref()],
])('stops at the cap on time: an answer that %s', async (_, handler) => {
  const { at } = await site({ '/a': handler });
  const { get } = await client({ seconds: 0.4 });
  await expect(get(at('/a'))).rejects.toMatchObject({
    code: 'url-failed',
    message: expect.stringContaining('0.4 seconds'),
  });
});

const LEADS: [to: string, code: string, says: RegExp][] = [
  ['file:///etc/passwd', 'url-refused', /only http and https/u],
  ['ftp://127.0.0.1/a', 'url-refused', /only http and https/u],
  ['http://127.0.0.2/a', 'url-refused', /private network/u],
  ['http://10.0.0.1/a', 'url-refused', /private network/u],
  ['http://[::1]/a', 'url-refused', /private network/u],
  ['http://2130706434/a', 'url-refused', /private network/u],
  ['/round', 'url-failed', /redirects/u],
];
test.each(LEADS)('a redirect to %s is refused', async (to, code, message) => {
  const { at } = await site({ '/a': says('', { location: to }, 302), '/round': says('', { location: '/round' }, 301) });
  const { get } = await client();
  await expect(get(at('/a'))).rejects.toMatchObject({ code, stage: 'fetch', message: expect.stringMatching(message) });
});

test('a redirect within what is allowed is followed, and robots.txt is asked of where it leads', async () => {
  const there = await site({ '/robots.txt': says('User-agent: *\nDisallow: /no'), '/b': says('B'), '/no': says('no') });
  const here = await site({
    '/a': says('', { location: there.at('/b') }, 302),
    '/c': says('', { location: there.at('/no') }, 307),
  });
  const { get } = await client();
  expect(await get(here.at('/a'))).toBe('B');
  await expect(get(here.at('/c'))).rejects.toMatchObject({ code: 'url-refused' });
  expect(there.asked).toEqual(['/robots.txt', '/b']);
});

test('names are held against the addresses that they really have', async () => {
  const { at } = await site({ '/a': says('x') });
  const { get } = await client({ allowed: isPublic });
  await expect(get(at('/a').replace('127.0.0.1', 'localhost'))).rejects.toMatchObject({ code: 'url-refused' });
  await expect(get(at('/a'))).rejects.toMatchObject({ code: 'url-refused' });
});

test.each([
  ['8.8.8.8', true],
  ['2001:4860:4860::8888', true],
  ['127.0.0.1', false],
  ['10.1.2.3', false],
  ['172.16.0.1', false],
  ['192.168.1.1', false],
  ['169.254.169.254', false],
  ['100.64.0.1', false],
  ['0.0.0.0', false],
  ['::', false],
  ['::1', false],
  ['fe80::1', false],
  ['fd00::1', false],
  ['::ffff:10.0.0.1', false],
  ['::127.0.0.1', false],
  ['::7f00:1', false],
  ['::ffff:7f00:1', false],
  ['::a00:1', false],
  ['4000::1', false],
  ['64:ff9b::7f00:1', false],
  ['no address', false],
])('%s is public: %s', (address, expected) => {
  expect(isPublic(address)).toBe(expected);
});

const NOW = new Date('2026-01-01T00:00:00Z');
const headers = (one: Record<string, string>) => ({ get: (name: string) => one[name] ?? null });
test.each([
  [{ 'cache-control': 'max-age=60' }, '2026-01-01T00:01:00.000Z'],
  [{ 'cache-control': 'public, Max-Age="60"' }, '2026-01-01T00:01:00.000Z'],
  [{ 'cache-control': 'max-age=99999999999' }, '2026-01-31T00:00:00.000Z'],
  [{ 'cache-control': 'no-store, max-age=60' }, null],
  [{ 'cache-control': 'max-age=0' }, null],
  [{}, null],
])('fresh until: %j is %s', (said, expected) => {
  expect(freshUntil(headers(said as Record<string, string>), NOW)).toBe(expected);
});
test.each([
  ['120', 120_000],
  ['Thu, 01 Jan 2026 00:00:30 GMT', 30_000],
  ['Thu, 01 Jan 2020 00:00:00 GMT', 0],
  ['soon', undefined],
  ['', undefined],
])('retry after "%s": %s', (said, expected) => {
  expect(retryAfter(headers({ 'retry-after': said }), NOW)).toBe(expected);
});

test('URLs as sources: each fails alone, and a list ingested again asks for nothing that has not changed', async () => {
  const { at, asked } = await site({
    '/a.html': (request, response) =>
      request.headers['if-none-match'] === '"1"'
        ? response.writeHead(304).end()
        : response.writeHead(200, { etag: '"1"' }).end('- Đạt 1%'),
    '/bad': says('FAIL', { 'cache-control': 'max-age=600' }),
    '/bad.zip': says(Buffer.from(zipSync({})), { 'cache-control': 'max-age=600' }),
  });
  const folder = await folderWith();
  for (const expected of [
    { new: 1, failed: 4 },
    { same: 1, failed: 4 },
  ]) {
    const { opened } = await client({ cache: `${folder}/cache` });
    const paths = ['/a.html', '/none', '/bad', '/bad.zip'].map(at);
    const result = await ingestWith([...paths, 'gopher://x/y'], `${folder}/out`, {
      remote: (uri, declared) => urlSource(uri, opened, declared),
    });
    expect(result.outcomes).toMatchObject(expected);
  }
  expect(asked.filter((one) => one.startsWith('/a'))).toEqual(['/a.html', '/a.html if "1"']);
  expect(asked.filter((one) => one.startsWith('/bad'))).toHaveLength(4);
  expect(await linesOf(`${folder}/out`, 'documents')).toMatchObject([{ source: { uri: at('/a.html') } }]);
  expect(await linesOf(`${folder}/out`, 'failures')).toMatchObject([
    { source: 'gopher://x/y', stage: 'fetch', code: 'url-refused' },
    { source: at('/bad'), stage: 'read', code: 'file-corrupt' },
    { source: at('/bad.zip'), stage: 'read', code: 'archive-refused' },
    { source: at('/none'), stage: 'fetch', code: 'url-failed' },
  ]);
});
