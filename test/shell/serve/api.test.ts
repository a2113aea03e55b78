import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { PlanRecord } from '../../../src/model/record.ts';
import type { Job } from '../../../src/shell/serve/desk/job.ts';
import { folderWith, putFiles } from '../make.ts';
import { kehoach, PLAN } from '../program.ts';
import { serve } from './world.ts';

const OTHER = PLAN.replace('12/KH-UBND', '13/KH-UBND')
  .replace('90%', '95%')
  .replaceAll('PHÚ THỌ', 'LÂM ĐỒNG')
  .replaceAll('Phú Thọ', 'Lâm Đồng');

interface Page<T> {
  readonly items: readonly T[];
  readonly total: number;
  readonly next: string | null;
}

test('what is uploaded is read, listed, shown and given back as it came', async () => {
  const world = await serve();
  const response = await world.upload({ 'ke-hoach/phú thọ.txt': PLAN });
  expect(response.status).toBe(200);
  const job = (await response.json()) as Job;
  expect(job).toMatchObject({ state: 'done', items: [{ state: 'done', outcome: 'new', failure: null }] });
  expect(job.items[0]?.source).toMatch(/^upload:[0-9a-f]{8}\/ke-hoach\/phú thọ\.txt$/u);
  const id = job.items[0]?.document ?? '';

  const list = await world.json<Page<{ id: string }>>('/documents');
  expect(list.items.map((one) => one.id)).toEqual([id]);
  const record = await world.json<PlanRecord>(`/documents/${id}`);
  const text = await (await world.ask(`/documents/${id}/text`)).text();
  const [target] = record.targets;
  expect(target?.quantity).toMatchObject({ comparator: '>=', value: 90, unit: '%' });
  expect(text.slice(target?.source.start, target?.source.end)).toBe(target?.source.quote);
  const original = await world.ask(`/documents/${id}/original`);
  expect(await original.text()).toBe(PLAN);
  expect(original.headers.get('content-disposition')).toContain("filename*=UTF-8''ph%C3%BA%20th%E1%BB%8D.txt");
  expect(original.headers.get('content-type')).toBe('application/octet-stream');
});

test('the folder is the one that a command line would have made', async () => {
  const world = await serve({ apart: true });
  const { items } = (await (await world.upload({ 'a.txt': PLAN })).json()) as Job;
  await world.close();
  const id = items[0]?.document ?? '';
  const folder = await folderWith({ 'a.txt': PLAN });
  const out = join(folder, 'output');
  const ended = await kehoach(['ingest', join(folder, 'a.txt'), '--out', out, '--quiet']);
  expect(ended.code).toBe(0);
  for (const name of [`documents/${id}.json`, 'targets.ndjson', 'tasks.ndjson']) {
    const [ours, theirs] = await Promise.all([world.out, out].map((folder) => readFile(`${folder}/${name}`, 'utf8')));
    expect(ours?.replaceAll(/upload:[0-9a-f]{8}\/a\.txt/gu, 'X')).toBe(theirs?.replaceAll(/[^"]*\/a\.txt/gu, 'X'));
  }
});

test('with respond-async the answer comes at once, and the job tells the rest', async () => {
  const world = await serve();
  const response = await world.upload({ 'a.txt': PLAN }, { headers: { prefer: 'respond-async' } });
  expect(response.status).toBe(202);
  const { id } = (await response.json()) as Job;
  expect(response.headers.get('location')).toBe(`/jobs/${id}`);
  await expect.poll(async () => (await world.json<Job>(`/jobs/${id}`)).state).toBe('done');
  expect(await world.json('/jobs')).toMatchObject({ items: [{ id, state: 'done' }] });
});

test('the same bytes again change nothing', async () => {
  const world = await serve();
  const first = (await (await world.upload({ 'a.txt': PLAN })).json()) as Job;
  const before = await world.ask('/documents');
  const again = (await (await world.upload({ 'a.txt': PLAN })).json()) as Job;
  expect(again.items).toMatchObject([{ state: 'done', outcome: 'same', document: first.items[0]?.document }]);
  expect((await world.ask('/documents')).headers.get('etag')).toBe(before.headers.get('etag'));
});

test('what fails says why, is listed, and is tried again or forgotten', async () => {
  const world = await serve();
  const job = (await (await world.upload({ 'a.txt': PLAN, 'broken.pdf': '%PDF-1.4 cut short' })).json()) as Job;
  expect(job.items.map(({ state }) => state)).toEqual(['done', 'failed']);
  const { items } = await world.json<{ items: { id: string; code: string; message: string }[] }>('/failures');
  expect(items).toMatchObject([{ id: job.items[1]?.failure?.id, code: 'file-corrupt' }]);
  const retry = await world.ask(`/failures/${items[0]?.id}/retry`, { method: 'POST' });
  expect(retry.status).toBe(202);
  const { id } = (await retry.json()) as Job;
  await expect.poll(async () => (await world.json<Job>(`/jobs/${id}`)).items[0]?.failure?.code).toBe('file-corrupt');
  await expect.poll(async () => (await world.json<Job>(`/jobs/${id}`)).state).toBe('done');
  expect((await world.ask(`/failures/${items[0]?.id}`, { method: 'DELETE' })).status).toBe(204);
  expect(await world.json('/failures')).toEqual({ items: [] });
});

test('what an archive holds is told document by document', async () => {
  const world = await serve();
  const { zipSync } = await import('fflate');
  const zip = zipSync({
    'plans/a.txt': Buffer.from(PLAN),
    'plans/b.txt': Buffer.from(OTHER),
    'c.pdf': Buffer.from('%PDF-1.4'),
  });
  const job = (await (await world.upload({ 'all.zip': zip })).json()) as Job;
  const inside = (job.items[0]?.inside ?? []).toSorted((a, b) => (a.source < b.source ? -1 : 1));
  expect(inside.map(({ source, code }) => [source.replace(/^upload:\w+\//u, ''), code])).toEqual([
    ['all.zip/c.pdf', 'file-corrupt'],
    ['all.zip/plans/a.txt', null],
    ['all.zip/plans/b.txt', null],
  ]);
  const id = inside[1]?.document;
  expect(await (await world.ask(`/documents/${id}/original`)).text()).toBe(PLAN);
});

test('lists are filtered, sorted and paged without losing anything', async () => {
  const world = await serve();
  const files = Object.fromEntries(
    Array.from({ length: 7 }, (_, i) => [`${i}.txt`, (i % 2 === 0 ? PLAN : OTHER).replace('/KH-UBND', `${i}/KH-UBND`)]),
  );
  await world.upload(files);
  for (const sort of ['id', 'newest', 'title', 'doubt']) {
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const more: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const page: Page<{ id: string }> = await world.json(`/documents?limit=2&sort=${sort}${more}`);
      expect(page.total).toBe(7);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next;
    }
    expect(new Set(seen).size, sort).toBe(7);
    expect(seen.length, sort).toBe(7);
  }
  expect(await world.json('/documents?q=lam+dong')).toMatchObject({ total: 3 });
  expect(await world.json('/documents?province=Phú%20Thọ&year=2021')).toMatchObject({ total: 4 });
  expect(await world.json('/documents?province=68')).toMatchObject({ total: 3 });
  expect(await world.json('/targets?q=ho+so&province=lam+dong')).toMatchObject({
    total: 3,
    items: [{ quantity: { value: 95 } }, {}, {}],
  });
  expect(await world.json('/targets?unit=%25&due=2021&status=target&limit=1')).toMatchObject({ total: 7 });
  expect(await world.json('/targets?due=2020')).toMatchObject({ total: 0 });
  expect((await world.ask('/documents?cursor=x')).status).toBe(400);
  expect((await world.ask('/documents?limit=0')).status).toBe(400);
});

test('targets come as lines and as a table too, all of them', async () => {
  const world = await serve();
  await world.upload({ 'a.txt': PLAN, 'b.txt': OTHER });
  const lines = await world.ask('/targets?limit=1', { headers: { accept: 'application/x-ndjson' } });
  const values = (await lines.text())
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { quantity: { value: number } }).quantity.value);
  expect(values.toSorted()).toEqual([90, 95]);
  const csv = await world.ask('/targets?limit=1', { headers: { accept: 'text/csv' } });
  const rows = (await csv.text()).trim().split('\r\n');
  expect(rows).toHaveLength(3);
  expect(rows[0]).toContain('"indicator_code"');
  expect((await world.ask('/targets', { headers: { accept: 'image/png' } })).status).toBe(406);
  expect(await world.json('/tasks')).toMatchObject({ total: 0, items: [] });
});

test('what has not changed is not sent again', async () => {
  const world = await serve();
  const { items } = (await (await world.upload({ 'a.txt': PLAN })).json()) as Job;
  const path = `/documents/${items[0]?.document}`;
  const etag = (await world.ask(path)).headers.get('etag') ?? '';
  const again = await fetch(`${world.url}${path}`, { headers: { 'if-none-match': etag } });
  expect(again.status).toBe(304);
});

test('a document is taken out, with what was uploaded of it', async () => {
  const world = await serve();
  const { items } = (await (await world.upload({ 'a.txt': PLAN, 'b.txt': OTHER })).json()) as Job;
  const id = items[0]?.document;
  expect((await world.ask(`/documents/${id}`, { method: 'DELETE' })).status).toBe(204);
  expect((await world.ask(`/documents/${id}`)).status).toBe(404);
  expect((await world.ask(`/documents/${id}/original`)).status).toBe(404);
  expect(await world.json('/documents')).toMatchObject({ total: 1 });
  expect((await world.ask(`/documents/${id}`, { method: 'DELETE' })).status).toBe(404);
});

test('what is removed while it is uploaded again is gone with its original, or there with it', async () => {
  const world = await serve();
  for (let pause = 0; pause < 60; pause += 12) {
    const { items } = (await (await world.upload({ 'a.txt': PLAN })).json()) as Job;
    const path = `/documents/${items[0]?.document}`;
    const again = world.upload({ 'a.txt': PLAN });
    await new Promise((done) => setTimeout(done, pause));
    await world.ask(path, { method: 'DELETE' });
    expect((await again).status).toBe(200);
    const is = [(await world.ask(path)).status, (await world.ask(`${path}/original`)).status];
    expect([pause, ...is]).toEqual([pause, is[0], is[0]]);
  }
});

test('of a request that is refused nothing stays', async () => {
  const world = await serve();
  const form = (files: readonly string[], province?: string) => {
    const body = new FormData();
    for (const [i, content] of files.entries()) body.append('file', new Blob([content]), `${i}.txt`);
    if (province !== undefined) body.append('province', province);
    return world.ask('/documents', { method: 'POST', body, headers: { prefer: 'respond-async' } });
  };
  expect((await form([PLAN, OTHER], 'Atlantis')).status).toBe(400);
  for (const [name, value] of [
    ['year', 'this year'],
    ['title', 'x'.repeat(600)],
    ['issuedOn', '2026-02-31'],
    ['number', ''.padEnd(300, 'x')],
  ] as const) {
    const body = new FormData();
    body.append('file', new Blob([PLAN]), 'a.txt');
    body.append(name, value);
    const response = await world.ask('/documents', { method: 'POST', body });
    expect([name, response.status, await response.json()]).toEqual([
      name,
      400,
      expect.objectContaining({ detail: expect.stringContaining(`${name}: `) }),
    ]);
  }
  expect((await form([PLAN, ''])).status).toBe(422);
  expect(await readdir(join(world.out, 'originals'))).toEqual([]);
});

test('of more files than may come with one request nothing stays, and it is said what to do', async () => {
  const world = await serve({ mostFiles: 20 });
  const send = (files: number) =>
    world.upload(Object.fromEntries(Array.from({ length: files }, (_, i) => [`${i}.txt`, PLAN])), {
      headers: { prefer: 'respond-async' },
    });
  const over = await send(21);
  expect([over.status, await over.json()]).toEqual([
    413,
    expect.objectContaining({ detail: expect.stringContaining('several requests') }),
  ]);
  expect(await readdir(join(world.out, 'originals'))).toEqual([]);
  expect((await send(20)).status).toBe(202);
});

test('provinces are compared, as data and as a page whose scripts alone may run', async () => {
  const world = await serve();
  await world.upload({ 'a.txt': PLAN, 'b.txt': OTHER });
  const comparison = await world.json<{ base: string; indicators: unknown[] }>('/compare?base=Phú%20Thọ');
  expect(comparison.base).toBe('25');
  expect(comparison.indicators.length).toBeGreaterThan(0);
  const csv = await world.ask('/compare', { headers: { accept: 'text/csv' } });
  expect(await csv.text()).toContain('"Lâm Đồng"');
  const wrong = await world.ask('/compare?base=Atlantis');
  expect([wrong.status, ((await wrong.json()) as { detail: string }).detail]).toEqual([
    400,
    expect.stringContaining('Atlantis'),
  ]);
  // What looks like an option is a value.
  expect((await world.ask('/compare?base=--out%3D/tmp/x')).status).toBe(400);
  const moved = await world.ask('/compare.html');
  const page = await world.ask(moved.headers.get('location') ?? '');
  expect(page.headers.get('content-security-policy')).toMatch(/script-src 'self' 'sha256-/u);
  expect(await page.text()).toContain('<html');
});

test('wrong calls are problems that say what is wrong', async () => {
  const world = await serve();
  const cases: [path: string, init: RequestInit, status: number][] = [
    ['/nothing', {}, 404],
    ['/documents/none-1a2b3c4d', {}, 404],
    ['/documents/..%2F..%2Fetc%2Fpasswd', {}, 400],
    ['/jobs/none', {}, 404],
    ['/documents', { method: 'POST', body: '{"urls":[]}', headers: { 'content-type': 'application/json' } }, 400],
    [
      '/documents',
      { method: 'POST', body: '{"urls":["ftp://a/b"]}', headers: { 'content-type': 'application/json' } },
      400,
    ],
    [
      '/documents',
      { method: 'POST', body: '{"urls":["file:///etc/passwd"]}', headers: { 'content-type': 'application/json' } },
      400,
    ],
    ['/documents', { method: 'POST', body: 'x', headers: { 'content-type': 'text/plain' } }, 415],
    ['/documents', { method: 'POST', body: new FormData() }, 400],
    ['/documents', { method: 'POST', body: 'x', headers: { 'content-type': 'multipart/form-data' } }, 400],
    ['/documents', { method: 'POST', body: 'x', headers: { 'content-type': 'multipart/form-data; boundary=' } }, 400],
    ['/documents/%zz', {}, 400],
    [`/documents/${'a'.repeat(400)}`, {}, 414],
    ['/compare?with=%00', {}, 400],
  ];
  for (const [path, init, status] of cases) {
    const response = await world.ask(path, init);
    expect([path, response.status]).toEqual([path, status]);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await response.json()).toMatchObject({ status, title: expect.any(String), detail: expect.any(String) });
  }
});

test('what is wrong with the folder is told without saying where it lies', async () => {
  const world = await serve();
  const said = async (response: Response) => {
    const text = await response.text();
    expect(text).not.toContain(world.out);
    expect(text).not.toContain('CallError');
    return [response.status, text] as const;
  };
  expect(await said(await world.ask('/compare'))).toEqual([404, expect.stringContaining('Upload plans')]);
  await writeFile(join(world.out, 'documents'), '');
  const [status, job] = await said(await world.upload({ 'a.txt': PLAN }));
  expect([status, job]).toEqual([200, expect.stringContaining('output-unwritable')]);
  await rm(join(world.out, 'documents'));
  const { items } = (await (await world.upload({ 'a.txt': PLAN })).json()) as Job;
  const path = `/documents/${items[0]?.document}`;
  const deletes = await Promise.all([0, 1, 2].map(() => world.ask(path, { method: 'DELETE' })));
  for (const one of deletes) expect([204, 404]).toContain((await said(one))[0]);
});

test('damaged files of the folder are told as such', async () => {
  const world = await serve();
  const { items } = (await (await world.upload({ 'a.txt': PLAN })).json()) as Job;
  const id = items[0]?.document;
  await world.ask('/targets');
  await writeFile(join(world.out, 'targets.ndjson'), '{"a":');
  expect(await world.json('/targets')).toMatchObject({ status: 503, code: 'tables-damaged' });
  await writeFile(join(world.out, 'documents', `${id}.json`), '{');
  expect(await world.json(`/documents/${id}/original`)).toMatchObject({ code: 'record-damaged' });
});

test('a long name is cut between letters', async () => {
  const world = await serve();
  const { items } = (await (await world.upload({ [`${'😀'.repeat(130)}a.txt`]: PLAN })).json()) as Job;
  expect(items[0]?.source).toMatch(/^upload:[0-9a-f]{8}\/(?:😀)+a\.txt$/u);
  expect((await world.ask(`/documents/${items[0]?.document}/original`)).status).toBe(200);
});

test('those who listen hear of documents as they are read', async () => {
  const world = await serve();
  const heard: string[] = [];
  const stop = new AbortController();
  const response = await fetch(`${world.url}/events`, { signal: stop.signal });
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const reading = (async () => {
    for await (const chunk of response.body ?? []) heard.push(Buffer.from(chunk).toString());
  })().catch(() => undefined);
  await world.upload({ 'a.txt': PLAN });
  await expect
    .poll(() => heard.join(''))
    .toMatch(
      /event: job\ndata: .*"state":"reading"[\s\S]*event: documents\ndata: .*"version"[\s\S]*event: job\ndata: .*"state":"done"/u,
    );
  stop.abort();
  await reading;
});

test('files that arrive in a folder that is watched are read under their paths', async () => {
  const folder = await folderWith({ 'in/a.txt': PLAN });
  const world = await serve({ watch: [join(folder, 'in')] });
  await expect.poll(() => world.json('/documents'), { timeout: 20_000 }).toMatchObject({ total: 1 });
  await putFiles(folder, { 'in/b.txt': OTHER, 'in/a.txt': PLAN.replace('90%', '91%') });
  await expect.poll(() => world.json('/documents'), { timeout: 20_000 }).toMatchObject({ total: 2 });
  await expect
    .poll(() => world.json('/targets?province=25'), { timeout: 20_000 })
    .toMatchObject({ items: [{ quantity: { value: 91 } }] });
  expect(await world.json('/documents?q=b.txt')).toMatchObject({
    items: [{ source: { uri: join(folder, 'in/b.txt') } }],
  });
});
