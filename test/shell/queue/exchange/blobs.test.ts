import { readdir } from 'node:fs/promises';
// Documents of URLs are fetched with it, and once it is loaded Node's own fetch goes through it too.
import 'undici';
import { expect, onTestFinished, test } from 'vitest';
import { bucketStore, folderStore, storeAt } from '../../../../src/shell/queue/exchange/blobs.ts';
import type { BlobStore } from '../../../../src/shell/queue/exchange/store.ts';
import { folderWith, ingestWith, snapshot } from '../../make.ts';
import { openBucket } from '../doubles/bucket.ts';
import { openBench } from '../make.ts';

const bucketOf = async () => {
  const bucket = await openBucket();
  onTestFinished(() => bucket.close());
  const env = {
    AWS_ENDPOINT_URL_S3: bucket.endpoint,
    AWS_REGION: 'eu-test',
    AWS_ACCESS_KEY_ID: 'key',
    AWS_SECRET_ACCESS_KEY: 'secret',
  };
  return { bucket, store: () => bucketStore('plans', 'queue/one', env) };
};

const files = Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`in/${i}.txt`, `- Đạt ${i}%`]));

/** Nothing of it lies in Redis. */
async function through(own: BlobStore, ofWorker: BlobStore): Promise<void> {
  const bench = await openBench();
  const folder = await folderWith(files);
  await bench.worker({ store: ofWorker });
  const result = await bench.submit([`${folder}/in`], `${folder}/out`, { store: own });
  expect(result.outcomes).toMatchObject({ new: 8, failed: 0 });
  await ingestWith([`${folder}/in`], `${folder}/plain`);
  expect(await snapshot(`${folder}/out`)).toEqual(await snapshot(`${folder}/plain`));
  expect((await bench.keys()).filter((key) => key.includes(':blob:'))).toEqual([]);
}

test('through a folder that both share, under another name each', async () => {
  const folder = await folderWith();
  await through(
    await folderStore(`${folder}/blobs`),
    await folderStore(`${folder}/../${folder.split('/').at(-1)}/blobs`),
  );
  await expect.poll(() => readdir(`${folder}/blobs`)).toEqual([]);
});

test('through a bucket', async () => {
  const { bucket, store } = await bucketOf();
  await through(store(), store());
  expect(bucket.asked.filter((what) => what.startsWith('PUT /plans/queue/one/'))).toHaveLength(16);
  await expect.poll(() => [...bucket.objects.keys()]).toEqual([]);
});

test('a bucket that fails for a moment is asked again', async () => {
  const { bucket, store } = await bucketOf();
  const bench = await openBench();
  const folder = await folderWith({ 'a.txt': '- Đạt 1%' });
  const running = bench.submit([`${folder}/a.txt`], `${folder}/out`, { store: store() });
  await new Promise((go) => setTimeout(go, 200));
  bucket.failNext(1);
  await bench.worker({ store: store() });
  expect((await running).outcomes).toMatchObject({ new: 1, failed: 0 });
});

test('bytes, sizes and absence, in every store', async () => {
  const { store } = await bucketOf();
  const folder = await folderWith();
  for (const one of [store(), await folderStore(`${folder}/blobs`)]) {
    const bytes = Uint8Array.from({ length: 100_000 }, (_, i) => i % 251);
    const stored = await one.put('x-1', bytes, 60);
    expect(Buffer.from((await one.get('x-1', stored)) ?? []).equals(Buffer.from(bytes))).toBe(true);
    expect(await one.has('x-1', stored)).toBe(true);
    expect(await one.get('x-1', { ...stored, size: 5 })).toBeUndefined();
    expect([await one.get('y', stored), await one.has('y', stored)]).toEqual([undefined, false]);
    await one.drop('x-1', stored);
    await one.drop('x-1', stored);
    expect(await one.has('x-1', stored)).toBe(false);
  }
});

test('a worker that looks into another store says so', async () => {
  const folder = await folderWith({ 'a.txt': '- Đạt 1%' });
  const bench = await openBench();
  await bench.worker();
  const store = await folderStore(`${folder}/blobs`);
  const { failures } = await bench.submit([`${folder}/a.txt`], `${folder}/out`, { store });
  expect(failures).toMatchObject([{ message: expect.stringContaining('Start the worker with --blobs') }]);
});

test.each(['http://h/x', 's3:///x'])('--blobs %s is a wrong call', async (location) => {
  await expect(storeAt(location)).rejects.toThrow(/^--blobs/u);
});
