import { expect, test } from 'vitest';
import type { PlanRecord } from '../../../src/model/record.ts';
import type { Job } from '../../../src/shell/serve/desk/job.ts';
import { makePdf } from '../../read/pdf/make-pdf.ts';
import { PLAN } from '../program.ts';
import { serve } from './world.ts';

const LINES = PLAN.trim().split('\n');
const PDF = makePdf([{ text: LINES.map((text, i) => ({ x: 60, y: 780 - 24 * i, text })) }]);

test('the figures of a document are told with what became of them, each in its place', async () => {
  const world = await serve();
  const { items } = (await (await world.upload({ 'a.txt': PLAN })).json()) as Job;
  const id = items[0]?.document;
  const text = await (await world.ask(`/documents/${id}/text`)).text();
  const figures = await world.json<{
    items: { start: number; end: number; code: string | null; reason: string | null }[];
  }>(`/documents/${id}/figures`);
  const told = figures.items.map(({ start, end, code, reason }) => [text.slice(start, end), code, reason === null]);
  expect(told).toContainEqual(['90', null, true]);
  expect(told).toContainEqual(['05', 'time', false]);
});

test('pages have sizes and images, whole or around a record; texts have none and say so', async () => {
  const world = await serve();
  const { items } = (await (
    await world.upload({ 'a.pdf': PDF, 'b.txt': PLAN.replace('12/KH', '13/KH') })
  ).json()) as Job;
  const [id, text] = items.map(({ document }) => document);
  expect((await world.json<{ items: unknown[] }>(`/documents/${id}/pages`)).items).toHaveLength(1);
  const record = await world.json<PlanRecord>(`/documents/${id}`);
  const whole = await world.ask(`/documents/${id}/pages/1.png`);
  if (whole.status === 422) {
    console.warn('skipped: no pdftoppm here draws pages');
    return;
  }
  expect([whole.status, whole.headers.get('content-type')]).toEqual([200, 'image/png']);
  const size = (await whole.arrayBuffer()).byteLength;
  const place = await world.ask(
    `/documents/${id}/pages/1.png?record=${encodeURIComponent(record.targets[0]?.id ?? '')}`,
  );
  const cut = (await place.arrayBuffer()).byteLength;
  expect(cut).toBeGreaterThan(0);
  expect(cut).toBeLessThan(size);
  expect((await world.ask(`/documents/${id}/pages/2.png`)).status).toBe(404);
  expect((await world.ask(`/documents/${id}/pages/1.png?record=none`)).status).toBe(404);
  expect((await world.ask(`/documents/${id}/pages/0.png`)).status).toBe(400);
  const none = await world.ask(`/documents/${text}/pages/1.png`);
  expect([none.status, ((await none.json()) as { code: string }).code]).toEqual([422, 'format-unsupported']);
});

test('codes have names to choose from', async () => {
  const world = await serve();
  const { items } = await world.json<{ items: { code: string; labels: { vi: string } }[] }>('/agencies?q=so+noi+vu');
  expect(items[0]).toMatchObject({ code: 'so-noi-vu', labels: { vi: 'Sở Nội vụ' } });
  const indicators = await world.json<{ items: { code: string; area: string; unit: string }[] }>('/indicators');
  expect(indicators.items.length).toBeGreaterThan(100);
  expect(indicators.items.every(({ code, area, unit }) => code !== '' && area !== '' && unit !== '')).toBe(true);
  expect((await world.json<{ items: unknown[] }>('/provinces')).items).toHaveLength(63 + 34);
  expect((await world.json<{ items: { code: string }[] }>('/areas')).items.map(({ code }) => code)).toContain(
    'procedures',
  );
});
