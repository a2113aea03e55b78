import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { folderStore } from '../../../../src/shell/queue/exchange/blobs.ts';
import { DocumentJob, isJobId, Returned, readReason, Stored } from '../../../../src/shell/queue/exchange/job.ts';
import { packParcel, unpackParcel } from '../../../../src/shell/queue/exchange/parcel.ts';
import { redisStore } from '../../../../src/shell/queue/exchange/store.ts';
import { namesUnder } from '../../../../src/shell/queue/redis/names.ts';
import { folderWith } from '../../make.ts';
import { openBench } from '../make.ts';

test('a parcel that would be more than any is is not unpacked', async () => {
  const bomb = gzipSync(Buffer.alloc(192 * 1024 * 1024), { level: 9 });
  expect(bomb.byteLength).toBeLessThan(1024 * 1024);
  await expect(unpackParcel(bomb)).rejects.toMatchObject({ code: 'ERR_BUFFER_TOO_LARGE' });
});

test('a label that says more than there is', async () => {
  const label = { id: 'a', pipeline: { name: 'a', version: '1' }, uri: 'a', alsoAt: [], record: 1000 };
  const head = Buffer.from(JSON.stringify(label));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length);
  await expect(unpackParcel(gzipSync(Buffer.concat([length, head])))).rejects.toThrow(/longer than the parcel/u);
  length.writeUInt32BE(4_000_000_000);
  await expect(unpackParcel(gzipSync(Buffer.concat([length, head])))).rejects.toThrow();
});

test('what nobody would unpack is not packed', async () => {
  const written = { id: 'a', record: 'x'.repeat(65 * 1024 * 1024), text: '', pipeline: { name: 'a', version: '1' } };
  await expect(packParcel({ written, uri: 'a', alsoAt: [] })).rejects.toMatchObject({ code: 'file-too-large' });
});

test.each([
  { parts: 9e15, size: 5 },
  { parts: 0, size: 5 },
  { parts: 1, size: -1 },
  { parts: 1.5, size: 5 },
  { parts: 1, size: 9e15 },
  { parts: '1', size: 5 },
  null,
])('%j lies nowhere', (stored) => {
  expect([Stored.safeParse(stored).success, Returned.safeParse(stored).success]).toEqual([false, false]);
});

test('Redis is asked for no more than there can be of what is wanted', async () => {
  const { client, prefix } = await openBench();
  const names = namesUnder(prefix);
  const store = redisStore(client, names);
  const stored = await store.put('x-1', Buffer.alloc(1_500_000, 1), 60);
  expect(stored).toEqual({ parts: 2, size: 1_500_000 });
  expect((await store.get('x-1', stored))?.byteLength).toBe(1_500_000);
  await client.append(names.blob('x-1', 1), 'y');
  expect(await store.get('x-1', stored)).toBeUndefined();
  expect(await store.get('x-1', { parts: 2, size: 5 })).toBeUndefined();
  const empty = await store.put('x-2', Buffer.alloc(0), 60);
  expect((await store.get('x-2', empty))?.byteLength).toBe(0);
  expect(await store.get('x-3', empty)).toBeUndefined();
});

test.each(['../victim', 'a/b', '/etc/passwd', '..', 'a\0b', ''])('no store has anything called %j', async (name) => {
  const folder = await folderWith({ victim: 'mine' });
  const store = await folderStore(`${folder}/blobs`);
  await expect(store.drop(name, { parts: 1, size: 4 })).rejects.toThrow(/no name of anything/u);
  await expect(store.get(name, { parts: 1, size: 4 })).rejects.toThrow(/no name of anything/u);
});

test('ids of jobs and reasons of failures', () => {
  expect(
    ['', 'a', '../x', `${'a'.repeat(64)}-${'b'.repeat(15)}`, `${'a'.repeat(64)}-${'b'.repeat(16)}/x`].some(isJobId),
  ).toBe(false);
  expect(isJobId(`${'a'.repeat(64)}-${'0'.repeat(16)}`)).toBe(true);
  expect(readReason(undefined).code).toBe('internal');
  expect(readReason(`[read] file-corrupt: ${'x'.repeat(1e6)}`).message).toHaveLength(2000);
  expect(readReason(`[read] file-corrupt: Broken.\n#${'a'.repeat(64)}`).message).toBe('Broken.');
  expect(DocumentJob.safeParse({}).success).toBe(false);
});
