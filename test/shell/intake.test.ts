import { expect, test } from 'vitest';
import { openIntake, type WhenRead } from '../../src/shell/intake.ts';
import type { GivenSource } from '../../src/shell/sources/source.ts';

const sourceAt = (uri: string): GivenSource => ({
  uri,
  place: uri,
  declared: {},
  read: () => Promise.reject(new Error('not read')),
});

/** An intake whose documents are told when by the first letter of their SHA-256: "l" last, "h" held. */
const intake = () =>
  openIntake(({ sha256 }): WhenRead => (sha256.startsWith('l') ? 'last' : sha256.startsWith('h') ? 'held' : 'now'));

test('what is there when it opens is given out by name, what comes then as it comes', async () => {
  const { add, open, next, end } = intake();
  add(sourceAt('c'), '1');
  add(sourceAt('b'), '2');
  add(sourceAt('a'), '1');
  open();
  add(sourceAt('z'), '3');
  add(sourceAt('y'), '4');
  const taken = [await next(), await next(), await next(), await next()];
  expect(taken.map((group) => group?.sources.map(({ uri }) => uri))).toEqual([['a', 'c'], ['b'], ['z'], ['y']]);
  end();
  expect(await next()).toBeUndefined();
});

test('what is held comes at the end, what may take its process down after all others', async () => {
  const { add, open, next, end } = intake();
  for (const sha256 of ['l1', 'h1', '1']) add(sourceAt(sha256), sha256);
  open();
  expect(await next()).toMatchObject({ sha256: '1' });
  add(sourceAt('l0'), 'l0');
  add(sourceAt('h0'), 'h0');
  const waiting = next();
  end();
  expect([await waiting, await next(), await next(), await next()].map((group) => group?.sha256)).toEqual([
    'h0',
    'h1',
    'l0',
    'l1',
  ]);
  expect(await next()).toBeUndefined();
});

test('a source of a document that was taken is known with the others', async () => {
  const { add, open, next, groups, size } = intake();
  open();
  add(sourceAt('b'), '1');
  expect(await next()).toMatchObject({ sources: [{ uri: 'b' }] });
  add(sourceAt('a'), '1');
  expect(groups()).toMatchObject([{ sha256: '1', sources: [{ uri: 'a' }, { uri: 'b' }] }]);
  expect(size()).toBe(1);
});

test('who fetches waits while much waits to be read', async () => {
  const { add, open, next, room } = intake();
  open();
  for (let i = 0; i < 40; i++) add(sourceAt(String(i)), String(i));
  let free = false;
  const waiting = room().then(() => {
    free = true;
  });
  for (let i = 0; i < 8; i++) await next();
  expect(free).toBe(false);
  await next();
  await waiting;
  expect(free).toBe(true);
});

test('nobody waits any more when all was found', async () => {
  const { add, open, room, end } = intake();
  open();
  for (let i = 0; i < 40; i++) add(sourceAt(String(i)), String(i));
  const waiting = room();
  end();
  await waiting;
  await room();
});
