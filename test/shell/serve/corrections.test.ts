import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { PlanRecord } from '../../../src/model/record.ts';
import type { Job } from '../../../src/shell/serve/desk/job.ts';
import { linesOf } from '../make.ts';
import { PLAN } from '../program.ts';
import { serve, type World } from './world.ts';

interface Corrected {
  readonly record: PlanRecord;
  readonly items: readonly {
    readonly correction: { readonly id: string; readonly by: string };
    readonly now: { readonly state: string };
  }[];
  readonly undone: readonly unknown[];
}

async function read(world: World, content = PLAN): Promise<PlanRecord> {
  const { items } = (await (await world.upload({ 'a.txt': content })).json()) as Job;
  return world.json(`/documents/${items[0]?.document}`);
}

const post = (world: World, id: string, corrections: readonly unknown[], by = 'Lan'): Promise<Response> =>
  world.ask(`/documents/${id}/corrections`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ by, corrections }),
  });

const correct = (key: string | undefined, field: string, value: unknown) => ({ act: 'correct', key, field, value });

test('a correction is in the record at once, in the tables soon after, and taken back without a trace', async () => {
  const world = await serve();
  const before = await read(world);
  const { id } = before.document;
  const bytes = await readFile(join(world.out, 'documents', `${id}.json`), 'utf8');
  const [target] = before.targets;
  const response = await post(world, id, [correct(target?.key, 'quantity.value', 95)]);
  expect(response.status).toBe(200);
  const { record, items } = (await response.json()) as Corrected;
  expect(record.targets[0]).toMatchObject({
    quantity: { value: 95 },
    reviewed: { by: 'Lan', fields: ['quantity.value'] },
  });
  expect(items).toMatchObject([{ correction: { by: 'Lan' }, now: { state: 'laid' } }]);
  expect(await world.json(`/documents/${id}`)).toMatchObject({ targets: [{ quantity: { value: 95 } }] });
  await expect
    .poll(() => world.json('/targets'), { timeout: 10_000 })
    .toMatchObject({ items: [{ quantity: { value: 95 } }] });
  const undo = await world.ask(`/documents/${id}/corrections/${items[0]?.correction.id}?by=Lan`, { method: 'DELETE' });
  expect(((await undo.json()) as Corrected).undone).toHaveLength(1);
  expect(await readFile(join(world.out, 'documents', `${id}.json`), 'utf8')).toBe(bytes);
  await expect
    .poll(() => world.json('/targets'), { timeout: 10_000 })
    .toMatchObject({ items: [{ quantity: { value: 90 } }] });
});

test('what is corrected stays so when the document is read anew, by the server and by others', async () => {
  const world = await serve();
  const { document, targets } = await read(world);
  await post(world, document.id, [
    correct(targets[0]?.key, 'quantity.value', 95),
    { act: 'confirm', key: targets[0]?.key },
  ]);
  const again = await world.ask(`/documents/${document.id}/read`, { method: 'POST' });
  const { id } = (await again.json()) as Job;
  await expect.poll(async () => (await world.json<Job>(`/jobs/${id}`)).state).toBe('done');
  expect(await world.json(`/documents/${document.id}`)).toMatchObject({
    targets: [{ quantity: { value: 95 }, confidence: 1 }],
  });
  await world.close();
  expect(await linesOf(world.out, 'targets')).toMatchObject([{ quantity: { value: 95 } }]);
});

test('what cannot be right is refused, and nothing is written', async () => {
  const world = await serve();
  const { document, targets } = await read(world);
  const [target] = targets;
  const right = correct(target?.key, 'quantity.value', 95);
  for (const wrong of [
    correct(target?.key, 'quantity.value', 'much'),
    correct(target?.key, 'quantity.words', 1),
    correct('none', 'quantity.value', 1),
    correct('header', 'issuedOn', '2026-02-31'),
    correct(target?.key, '__proto__', 1),
    correct(target?.key, 'constructor', 1),
  ]) {
    const response = await post(world, document.id, [right, wrong]);
    expect([wrong.field, response.status]).toEqual([wrong.field, 422]);
    expect(response.headers.get('content-type')).toContain('problem');
  }
  expect((await post(world, document.id, [right], ' ')).status).toBe(400);
  expect((await post(world, 'none-1a2b3c4d', [right])).status).toBe(404);
  expect(await world.json(`/documents/${document.id}/corrections`)).toMatchObject({ items: [] });
});

test('corrections that come while documents are read are in the tables in the end', async () => {
  const world = await serve();
  const { document, targets } = await read(world);
  const others = Object.fromEntries(
    Array.from({ length: 12 }, (_, i) => [`${i}.txt`, PLAN.replace('12/KH', `${i + 20}/KH`)]),
  );
  const uploading = world.upload(others);
  for (const value of [91, 92, 93, 94]) {
    const response = await post(world, document.id, [correct(targets[0]?.key, 'quantity.value', value)]);
    expect(response.status).toBe(200);
  }
  await uploading;
  await world.close();
  const lines = (await linesOf(world.out, 'targets')) as { document: string; quantity: { value: number } }[];
  expect(lines).toHaveLength(13);
  expect(lines.find((line) => line.document === document.id)?.quantity.value).toBe(94);
});

test('a document leaves what is to be looked at when its doubts and its header were', async () => {
  const world = await serve();
  const doubtful = `${PLAN.replace('TỈNH PHÚ THỌ\n', '').replaceAll('Phú Thọ, ', '')}2. Xây dựng 7 điểm.\n`;
  const { document, targets, tasks } = await read(world, doubtful);
  const listed = () => world.json<{ total: number; items: { why: string[] }[] }>('/documents?doubt=true');
  expect((await listed()).items).toMatchObject([
    { why: ['low-confidence', 'province-unknown'], unsure: 1, headerReviewed: false },
  ]);
  const doubts = [...targets, ...tasks].filter(({ confidence }) => confidence < 0.8);
  await post(
    world,
    document.id,
    doubts.map(({ key }) => ({ act: 'confirm', key })),
  );
  await expect
    .poll(listed, { timeout: 10_000 })
    .toMatchObject({ total: 1, items: [{ why: ['province-unknown'], unsure: 0, reviewed: 1 }] });
  await post(world, document.id, [{ act: 'confirm', key: 'header' }]);
  await expect.poll(listed, { timeout: 10_000 }).toMatchObject({ total: 0 });
  expect(await world.json('/documents')).toMatchObject({
    items: [
      { why: [], unsure: 0, headerReviewed: true, cleared: ['province-unknown'], warnings: ['province-unknown'] },
    ],
  });
});

test('who says what he has seen changes nothing that says something else by now', async () => {
  const world = await serve();
  const { document, targets } = await read(world);
  const path = `/documents/${document.id}`;
  const tag = async (): Promise<string> => (await world.ask(path)).headers.get('etag') ?? '';
  const ask = (method: string, to: string, seen: string, body?: unknown): Promise<Response> =>
    world.ask(to, {
      method,
      headers: { 'if-match': seen, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const say = (seen: string, value: number): Promise<Response> =>
    ask('POST', `${path}/corrections`, seen, {
      by: 'Lan',
      corrections: [correct(targets[0]?.key, 'quantity.value', value)],
    });
  const first = await tag();
  // Two at once: one of them has seen the other's.
  const both = await Promise.all([say(first, 91), say(first, 92)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 412]);
  const refused = both.find(({ status }) => status === 412);
  expect(await refused?.json()).toMatchObject({ status: 412, code: 'changed-meanwhile' });
  const { items } = await world.json<Corrected>(`${path}/corrections`);
  expect(items).toHaveLength(1);
  const undo = `${path}/corrections/${items[0]?.correction.id}?by=Lan`;
  expect((await ask('DELETE', undo, first)).status).toBe(412);
  expect((await say(`"other", ${await tag()}`, 93)).status).toBe(200);
  expect((await say('*', 94)).status).toBe(200);
  for (const seen of [first, '"x"', 'W/"x"', 'x']) expect((await ask('DELETE', path, seen)).status).toBe(412);
  expect(await world.json(path)).toMatchObject({ targets: [{ quantity: { value: 94 } }] });
  expect((await ask('DELETE', path, await tag())).status).toBe(204);
});

test('what is taken back after the document was read anew, or corrected by two at once, is there or not as was answered', async () => {
  const world = await serve();
  const { document, targets } = await read(world);
  const path = `/documents/${document.id}`;
  const values = Array.from({ length: 5 }, (_, i) => 50 + i);
  const answers = await Promise.all(
    values.map((value, i) =>
      post(world, document.id, [correct(targets[0]?.key, 'quantity.value', value)], i % 2 ? 'Lan' : 'Minh'),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual(values.map(() => 200));
  const again = await world.ask(`${path}/read`, { method: 'POST' });
  const { id } = (await again.json()) as Job;
  await expect.poll(async () => (await world.json<Job>(`/jobs/${id}`)).state).toBe('done');
  const { items, record } = await world.json<Corrected>(`${path}/corrections`);
  expect(items).toHaveLength(values.length);
  const last = items.at(-1)?.correction as { readonly id: string; readonly value?: unknown };
  expect(record.targets[0]?.quantity?.value).toBe(last.value);
  for (const { correction } of items)
    expect(
      (await world.ask(`${path}/corrections/${correction.id}?by=Lan`, { method: 'DELETE' })).status,
      correction.id,
    ).toBe(200);
  expect(await world.json(path)).toMatchObject({ targets: [{ quantity: { value: 90 } }] });
  const twice = `${path}/corrections/${last.id}?by=Lan`;
  expect((await world.ask(twice, { method: 'DELETE' })).status).toBe(422);
});

test('a document that is taken out while a job reads it is gone, or there whole', async () => {
  const world = await serve();
  const { document } = await read(world);
  const path = `/documents/${document.id}`;
  for (let i = 0; i < 3; i++) {
    await world.upload({ 'a.txt': PLAN });
    const [job, removed] = await Promise.all([
      world.ask(`${path}/read`, { method: 'POST' }),
      world.ask(path, { method: 'DELETE' }),
    ]);
    if (job.status === 202) {
      const { id } = (await job.json()) as Job;
      await expect.poll(async () => (await world.json<Job>(`/jobs/${id}`)).state).toBe('done');
    }
    expect([204, 404]).toContain(removed.status);
    const statuses = [];
    for (const one of ['', '/text', '/original', '/corrections']) statuses.push((await world.ask(path + one)).status);
    expect(new Set(statuses).size, statuses.join(' ')).toBe(1);
  }
});
