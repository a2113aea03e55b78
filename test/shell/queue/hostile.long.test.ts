import { access, readdir } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { UnrecoverableError } from 'bullmq';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { folderStore } from '../../../src/shell/queue/exchange/blobs.ts';
import { type Parcel, packParcel } from '../../../src/shell/queue/exchange/parcel.ts';
import { workersThere } from '../../../src/shell/queue/exchange/registry.ts';
import { sealWith, warnUnsealed } from '../../../src/shell/queue/exchange/seal.ts';
import { namesUnder } from '../../../src/shell/queue/redis/names.ts';
import { type Admin, openAdmin } from '../../../src/shell/queue/watch/admin.ts';
import { folderWith, ingestWith, snapshot } from '../make.ts';
import { forgerOf, hashOf } from './forge.ts';
import { type Bench, openBench, until } from './make.ts';

const SECRET = 'a secret of sixteen signs and more';
const TEXT = '- Đạt 1%';

async function adminOf({ url, prefix }: Bench, secret?: string): Promise<Admin> {
  const speech = { log: pino({ level: 'silent' }), say() {} };
  const admin = await openAdmin(url, prefix, speech, secret === undefined ? {} : { secret });
  onTestFinished(() => admin.close());
  return admin;
}

/** A record as a worker would make it, with what the forger wants in it. */
function recordOf(text: string, id: string): string {
  const source = { uri: 'forged.txt', mediaType: 'text/plain', bytes: Buffer.byteLength(text), pages: null };
  const head = { number: null, title: null, issuer: null, province: null, level: null, issuedOn: null, period: null };
  return JSON.stringify({
    schemaVersion: '1.0.0',
    document: { id, sha256: hashOf(text), source, form: 'plan', ...head, topic: null, signers: [] },
    ...{ sections: [], targets: [], tasks: [], references: [], warnings: [] },
    pipeline: { name: 'general', version: '1.0.0' },
  });
}

const parcelOf = (text: string, id: string, record = recordOf(text, id)): Parcel => ({
  written: { id, record, text, pipeline: { name: 'general', version: '1.0.0' } },
  uri: 'forged.txt',
  alsoAt: [],
});

const own = `evil-${hashOf(TEXT).slice(0, 8)}`;
const ANSWERS: [what: string, parcel: () => Promise<Uint8Array>][] = [
  ['an id that leads out of the folder', () => packParcel(parcelOf(TEXT, '../../evil'))],
  ['such an id that ends well', () => packParcel(parcelOf(TEXT, `../../${own}`))],
  ['another id in the record than on the label', () => packParcel(parcelOf(TEXT, own, recordOf(TEXT, `../${own}`)))],
  ['the record of another document', () => packParcel(parcelOf('other', `evil-${hashOf('other').slice(0, 8)}`))],
  ['an id of another document', () => packParcel(parcelOf(TEXT, 'evil-12345678'))],
  ['no record', () => packParcel(parcelOf(TEXT, own, '{}'))],
  ['no parcel', async () => gzipSync(Buffer.from('x'.repeat(100)))],
  ['nothing packed', async () => Buffer.from('x'.repeat(100))],
];
test.each(ANSWERS)('an answer that is %s is refused and writes nothing', async (_, parcel) => {
  const bench = await openBench();
  const folder = await folderWith({ 'in/a.txt': TEXT });
  const end = await forgerOf(bench).work(async (_job, put) => put(await parcel()));
  const result = await bench.submit([`${folder}/in`], `${folder}/deep/er/out`);
  expect(result.failures).toMatchObject([{ code: 'version-unknown', message: /no record of this document/u }]);
  expect(await readdir(`${folder}/deep/er/out/documents`)).toEqual([]);
  expect(await readdir(`${folder}/deep`)).toEqual(['er']);
  expect(bench.said).toContainEqual(expect.stringMatching(/^Something in the queue was refused \(answer/u));
  // Nothing is lost by it.
  await end();
  await bench.worker();
  expect((await bench.submit([`${folder}/in`], `${folder}/deep/er/out`)).outcomes).toMatchObject({ new: 1 });
});

test('an id of a job is no way to the files beside the store', async () => {
  const bench = await openBench();
  const folder = await folderWith({ victim: 'mine', 'blobs/keep': '' });
  const refused: string[] = [];
  await bench.worker({ store: await folderStore(`${folder}/blobs`), onRefused: (what) => void refused.push(what) });
  const { add } = forgerOf(bench);
  await add('x', { id: 'x/../../victim', data: { store: `${folder}/blobs`, bytes: { parts: 1, size: 4 } } });
  const admin = await adminOf(bench);
  await until(async () => (await admin.status()).states.failed === 1);
  await new Promise((go) => setTimeout(go, 300));
  await access(`${folder}/victim`);
  expect(await admin.failed()).toMatchObject([{ code: 'version-unknown', attempts: 1 }]);
  expect(refused).toEqual(['form']);
  expect(await admin.retry()).toEqual({ back: 0, gone: 1 });
  await access(`${folder}/victim`);
});

const JOBS: [what: string, data: Record<string, unknown>][] = [
  ['a choice that is no name', { made: { rules: 'test', choice: '../auto', pipelines: 'x', told: {} } }],
  ['a choice that is no text', { made: { rules: 'test', choice: 5, pipelines: 'x', told: {} } }],
  ['pipelines that are no fingerprint', { pipelines: 'a:b' }],
  ['parts without end', { bytes: { parts: 9e15, size: 5 } }],
  ['the id of another document', { sha256: hashOf('other') }],
  ['limits that are none', { limits: { maxBytes: -1, maxPages: 1, maxUnpackedBytes: 1, maxCharacters: 1 } }],
];
test.each(JOBS)('a job with %s fails for good and by its own', async (_, data) => {
  const bench = await openBench();
  await bench.worker();
  await forgerOf(bench).add('x', { data });
  const admin = await adminOf(bench);
  await until(async () => (await admin.status()).states.failed === 1);
  expect(await admin.failed()).toMatchObject([{ stage: 'fetch', code: 'version-unknown', attempts: 1 }]);
});

const LONG = JSON.stringify(
  [{ ...JSON.parse('{"name":"long","version":"1.0.0","topic":null,"areas":[],"indicators":[]}') }].map((one) => ({
    ...one,
    match: { title: ['x'.repeat(20_000)], text: [], textAtLeast: 3 },
  })),
);
test.each([
  ['no JSON', '['],
  ['no pipelines', '[{"name":1}]'],
  ['phrases that make no pattern', LONG],
])('pipelines that are %s: version-unknown', async (_, pipelines) => {
  const bench = await openBench();
  await bench.worker();
  await forgerOf(bench).add('x', { pipelines });
  const admin = await adminOf(bench);
  await until(async () => (await admin.status()).states.failed === 1);
  expect(await admin.failed()).toMatchObject([{ code: 'version-unknown', attempts: 1 }]);
});

test('pipelines and bytes that were exchanged are put again', async () => {
  const bench = await openBench();
  const folder = await folderWith({ 'in/a.txt': TEXT });
  const running = bench.submit([`${folder}/in`], `${folder}/out`);
  const keys = async (part: string): Promise<string[]> => (await bench.keys()).filter((key) => key.includes(part));
  await until(async () => (await keys(':documents:wait')).length === 1);
  for (const key of await keys(':pipelines:')) await bench.client.set(key, '[]');
  for (const key of await keys(':blob:')) await bench.client.set(key, '- Đạt 9%');
  await bench.worker();
  expect((await running).outcomes).toMatchObject({ new: 1, failed: 0 });
  await ingestWith([`${folder}/in`], `${folder}/plain`);
  expect(await snapshot(`${folder}/out`)).toEqual(await snapshot(`${folder}/plain`));
});

test.each([
  ['opts', '{'],
  ['opts', 'null'],
  ['data', '{"format":'],
  ['progress', 'x'],
])('a job whose %s is %s stops nobody', async (field, value) => {
  const bench = await openBench();
  const { add } = forgerOf(bench);
  const admin = await adminOf(bench);
  const id = await add('x');
  await bench.client.hset(`${bench.prefix}:documents:${id}`, field, value);
  expect((await admin.status()).states.waiting).toBe(1);
  const refused: string[] = [];
  await bench.worker({ onRefused: (what) => void refused.push(what) });
  const folder = await folderWith({ 'in/a.txt': TEXT, 'in/b.txt': '- Đạt 2%' });
  expect((await bench.submit([`${folder}/in`], `${folder}/out`)).outcomes).toMatchObject({ new: 2, failed: 0 });
  await expect.poll(() => refused).toEqual(['unreadable']);
  await expect.poll(async () => (await admin.status()).states.active).toBe(0);
});

test('a failed job that cannot be read is listed, and in nobodys way', async () => {
  const bench = await openBench();
  await bench.worker();
  const folder = await folderWith({ 'a.txt': 'FAIL' });
  await bench.submit([folder], `${folder}/out`);
  const admin = await adminOf(bench);
  const [one] = await admin.failed();
  const key = `${bench.prefix}:documents:${one?.job}`;
  await bench.client.hset(key, 'opts', '{');
  expect((await admin.status()).codes).toEqual({ 'version-unknown': 1 });
  expect(await admin.failed()).toMatchObject([{ job: one?.job, source: '', code: 'version-unknown' }]);
  expect(await admin.retry()).toEqual({ back: 0, gone: 1 });
  await bench.client.hset(key, { opts: '{}', finishedOn: '9'.repeat(20), failedReason: 'x' });
  expect(await admin.failed()).toMatchObject([{ at: null }]);
});

test('a submitter whose job was made unreadable puts it again', async () => {
  const bench = await openBench();
  const folder = await folderWith({ 'in/a.txt': TEXT });
  const running = bench.submit([`${folder}/in`], `${folder}/out`);
  await until(async () => (await bench.keys()).some((key) => key.includes(':documents:wait')));
  for (const key of await bench.keys())
    if (/:documents:[0-9a-f]{64}-/u.test(key)) await bench.client.hset(key, 'opts', '{');
  await bench.worker();
  expect((await running).outcomes).toMatchObject({ new: 1, failed: 0 });
});

test('with a secret the folder is the same', async () => {
  const bench = await openBench();
  await bench.worker({ secret: SECRET });
  const folder = await folderWith({ 'in/a.txt': TEXT, 'in/b.txt': 'FAIL' });
  const result = await bench.submit([`${folder}/in`], `${folder}/out`, { secret: SECRET });
  expect(result.failures).toMatchObject([{ code: 'file-corrupt', message: 'Broken. Fetch it again.' }]);
  await ingestWith([`${folder}/in`], `${folder}/plain`);
  expect(await snapshot(`${folder}/out`)).toEqual(await snapshot(`${folder}/plain`));
  // What a person gives another try keeps its seal.
  const admin = await adminOf(bench, SECRET);
  expect(await admin.failed()).toMatchObject([{ message: 'Broken. Fetch it again.' }]);
});

test('a job without the seal of the secret fails for good, and is counted', async () => {
  const bench = await openBench();
  const refused: string[] = [];
  await bench.worker({ secret: SECRET, onRefused: (what) => void refused.push(what) });
  const { add } = forgerOf(bench);
  await add('x');
  await add('y', { data: { seal: 'f'.repeat(64) } });
  await add('z', { data: { seal: 5 } });
  const admin = await adminOf(bench);
  await until(async () => (await admin.status()).states.failed === 3);
  for (const one of await admin.failed())
    expect(one).toMatchObject({ code: 'version-unknown', attempts: 1, message: /KEHOACH_QUEUE_SECRET/u });
  expect(refused).toEqual(['seal', 'seal', 'seal']);
});

const OTHERS: [what: string, options: { secret?: string }][] = [
  ['no secret', {}],
  ['another secret', { secret: `another ${SECRET}` }],
];
test.each(OTHERS)(
  'a worker with %s: the document fails with a clear reason, and nothing is lost',
  async (_, options) => {
    const bench = await openBench();
    const other = await bench.worker(options);
    const folder = await folderWith({ 'in/a.txt': TEXT });
    const first = await bench.submit([`${folder}/in`], `${folder}/out`, { secret: SECRET });
    expect(first.failures).toMatchObject([{ code: 'version-unknown', message: /KEHOACH_QUEUE_SECRET/u }]);
    await other.close(0);
    await bench.worker({ secret: SECRET });
    expect((await bench.submit([`${folder}/in`], `${folder}/out`, { secret: SECRET })).outcomes).toMatchObject({
      new: 1,
    });
  },
);

const LIES: [what: string, lie: (put: (parcel: Uint8Array) => Promise<object>) => Promise<unknown>][] = [
  ['a good answer without a seal', async (put) => put(await packParcel(parcelOf(TEXT, own)))],
  [
    'a good answer with a seal of its own',
    async (put) => ({ ...(await put(await packParcel(parcelOf(TEXT, own)))), seal: 'a'.repeat(64) }),
  ],
  [
    'a failure',
    async () => {
      throw new UnrecoverableError('[read] file-corrupt: A lie.');
    },
  ],
];
test.each(LIES)('with a secret, %s is not taken, and the document is read all the same', async (_, lie) => {
  const bench = await openBench();
  const folder = await folderWith({ 'in/a.txt': TEXT });
  let lies = 0;
  const end = await forgerOf(bench).work(async (_job, put) => {
    lies++;
    // A few lies are refused, then the document fails: the forger must be gone before that.
    await sleep(500);
    return lie(put);
  });
  const running = bench.submit([`${folder}/in`], `${folder}/out`, { secret: SECRET });
  await until(() => lies >= 2);
  await end();
  await bench.worker({ secret: SECRET });
  expect((await running).outcomes).toMatchObject({ new: 1, failed: 0 });
  await ingestWith([`${folder}/in`], `${folder}/plain`);
  expect(await snapshot(`${folder}/out`)).toEqual(await snapshot(`${folder}/plain`));
});

test('cards of workers: with a secret only sealed ones, never what is too long or no card', async () => {
  const bench = await openBench();
  const names = namesUnder(bench.prefix);
  const real = await bench.worker({ secret: SECRET });
  await until(async () => (await bench.client.hlen(names.workers)) === 1);
  const [text = ''] = await bench.client.hvals(names.workers);
  const { at, card } = JSON.parse(text);
  const forge = (id: string, more: object = {}): Promise<number> =>
    bench.client.hset(names.workers, id, JSON.stringify({ at, card: { ...card, id, ...more } }));
  await forge('forged');
  await forge('escape', { rules: '\u001b[2J' });
  await forge('long', { host: 'x'.repeat(100_000) });
  await bench.client.hset(names.workers, 'elsewhere', text);
  const there = async (secret?: string): Promise<string[]> =>
    (await workersThere(bench.client, names, sealWith(secret))).map(({ id }) => id);
  expect(await there(SECRET)).toEqual([real.id]);
  expect(await there()).toEqual(['forged', real.id].sort());
});

test('a Redis elsewhere is warned of where nothing is sealed', () => {
  const said: string[] = [];
  const speech = { log: pino({ level: 'silent' }), say: (sentence: string) => void said.push(sentence) };
  warnUnsealed({ local: true }, sealWith(undefined), speech);
  warnUnsealed({ local: false }, sealWith(SECRET), speech);
  expect(said).toEqual([]);
  warnUnsealed({ local: false }, sealWith(undefined), speech);
  expect(said).toEqual([expect.stringContaining('KEHOACH_QUEUE_SECRET')]);
});

test('a secret that anyone could try out is a wrong call', () => {
  expect(() => sealWith('short')).toThrow(/^KEHOACH_QUEUE_SECRET: .*16/u);
  expect(sealWith('').on).toBe(false);
});
