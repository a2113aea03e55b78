import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import { expect, onTestFinished, test } from 'vitest';
import { openWebhook } from '../../../src/shell/export/webhook.ts';
import type { Job } from '../../../src/shell/serve/desk/job.ts';
import { PLAN } from '../program.ts';
import { serve } from './world.ts';

const KEY = Buffer.from('0123456789abcdef0123456789abcdef');

test('a job that is done is posted once, signed, and again where the receiver was away', async () => {
  const got: { headers: Record<string, string>; body: string }[] = [];
  let away = true;
  const receiver = createServer(async (request, response) => {
    const body = await text(request);
    if (away) {
      away = false;
      response.writeHead(503).end();
      return;
    }
    got.push({ headers: request.headers as Record<string, string>, body });
    response.writeHead(204).end();
  }).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  onTestFinished(() => void receiver.close());
  const address = receiver.address();
  const url = new URL(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/hook`);
  const webhook = openWebhook({ url, key: KEY, userAgent: 'test', allowed: () => true, backoff: 10 });
  const world = await serve({ webhook });
  const { id } = (await (await world.upload({ 'a.txt': PLAN })).json()) as Job;
  await expect.poll(() => got.length).toBe(1);
  await world.close();
  expect(got).toHaveLength(1);
  const [{ headers, body } = { headers: {}, body: '' }] = got;
  const said = new Webhook(`whsec_${KEY.toString('base64')}`).verify(body, headers);
  expect(said).toMatchObject({ type: 'job.done', job: { id, state: 'done', items: [{ outcome: 'new' }] } });
});

test('a sentence is read as the rules read it in a plan', async () => {
  const world = await serve();
  const ask = (body: unknown): Promise<Response> =>
    world.ask('/recognise', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const answer = await ask({ text: 'Đến năm 2027, tối thiểu 85% hồ sơ được giải quyết đúng hạn.', year: 2026 });
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({
    targets: [{ quantity: { comparator: '>=', value: 85, unit: '%' }, deadline: { end: '2027-12-31' } }],
  });
  expect((await ask({ text: 'a'.repeat(2001) })).status).toBe(400);
  expect((await ask({ text: '' })).status).toBe(400);
});
