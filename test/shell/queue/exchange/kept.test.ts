import { access } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { folderStore } from '../../../../src/shell/queue/exchange/blobs.ts';
import { openGate, openTurns } from '../../../../src/shell/queue/exchange/gate.ts';
import { dropOrKeep } from '../../../../src/shell/queue/exchange/kept.ts';
import { redisStore } from '../../../../src/shell/queue/exchange/store.ts';
import { namesUnder } from '../../../../src/shell/queue/redis/names.ts';
import { claimsOf } from '../../../../src/shell/queue/submit/claims.ts';
import { folderWith } from '../../make.ts';
import { openBench } from '../make.ts';

test('bytes for another try are kept as long as there is room, the oldest go first', async () => {
  const { client, prefix, keys } = await openBench();
  const names = namesUnder(prefix);
  const place = { client, names, store: redisStore(client, names) };
  const large = { parts: 1, size: 30 * 1024 * 1024 };
  const idOf = (name: string): string => `${name.repeat(64)}-${name.repeat(16)}`;
  for (const name of ['a', 'b', 'c', 'd']) {
    const job = idOf(name);
    await place.store.put(names.bytes(job), Buffer.from(job), 60);
    await dropOrKeep(place, job, large, name !== 'd');
    await new Promise((go) => setTimeout(go, 5));
  }
  // 64 MB hold two of them; what cannot pass is not kept at all.
  expect((await keys()).filter((key) => key.includes(':blob:')).sort()).toEqual([
    `${prefix}:blob:bytes-${idOf('b')}:0`,
    `${prefix}:blob:bytes-${idOf('c')}:0`,
  ]);
  expect(await client.zcard(names.kept)).toBe(2);
});

test('what others list as kept is struck off the list, and nothing else', async () => {
  const { client, prefix } = await openBench();
  const names = namesUnder(prefix);
  const folder = await folderWith({ victim: 'mine', 'blobs/keep': '' });
  const place = { client, names, store: await folderStore(`${folder}/blobs`) };
  const job = `${'a'.repeat(64)}-${'b'.repeat(16)}`;
  for (const member of ['x/../../victim 1 99999999999', `${job} 9000000000000000 5`, 'nothing'])
    await client.zadd(names.kept, 1, member);
  await dropOrKeep(place, job, { parts: 1, size: 5 }, true);
  expect(await client.zrange(names.kept, '0', '-1')).toEqual([`${job} 1 5`]);
  await access(`${folder}/victim`);
});

test('an answer goes when the last who waited for it has taken it, or has died', async () => {
  const { client, prefix } = await openBench();
  const names = namesUnder(prefix);
  const [one, other, dead] = [
    claimsOf(client, names, 'one', 60),
    claimsOf(client, names, 'other', 60),
    claimsOf(client, names, 'dead', 1),
  ];
  for (const claims of [one, other, dead]) await claims.claim('job');
  await one.claim('job');
  expect(await one.release('job')).toBe(false);
  await new Promise((go) => setTimeout(go, 2100));
  expect(await other.release('job')).toBe(true);
});

test('a gate lets through what fits, in order, and what is too much alone', async () => {
  const gate = openGate(10);
  const order: string[] = [];
  const enter = (name: string, amount: number) => gate.enter(amount).then(() => order.push(name));
  void enter('a', 6);
  void enter('b', 20);
  void enter('c', 1);
  await new Promise(setImmediate);
  expect(order).toEqual(['a']);
  gate.leave(6);
  await new Promise(setImmediate);
  expect(order).toEqual(['a', 'b']);
  gate.leave(20);
  await new Promise(setImmediate);
  expect(order).toEqual(['a', 'b', 'c']);
});

test('work that must be alone waits for the others, and they for it', async () => {
  const turns = openTurns();
  const log: string[] = [];
  const work = (name: string) => async () => {
    log.push(`+${name}`);
    await new Promise((go) => setTimeout(go, 20));
    log.push(`-${name}`);
  };
  await Promise.all([
    turns.shared(work('a')),
    turns.shared(work('b')),
    turns.alone(work('c')),
    turns.shared(work('d')),
  ]);
  expect(log).toEqual(['+a', '+b', '-a', '-b', '+c', '-c', '+d', '-d']);
});
