import { mkdir, rm, utimes } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { CallError } from '../../../src/shell/call-error.ts';
import { lockFolder } from '../../../src/shell/output/lock.ts';
import { folderWith } from '../make.ts';

test('a folder belongs to one run until it is given back', async () => {
  const folder = await folderWith();
  const first = await lockFolder(folder);
  await expect(lockFolder(folder, 0)).rejects.toThrow(`${folder}: another run is writing to this folder`);
  await first.release();
  await (await lockFolder(folder, 0)).release();
});

test('the lock of a run that was killed counts for nothing after some seconds', async () => {
  const folder = await folderWith();
  await mkdir(`${folder}/.lock`);
  await expect(lockFolder(folder, 0)).rejects.toThrow('another run');
  const past = Date.now() / 1000 - 60;
  await utimes(`${folder}/.lock`, past, past);
  await (await lockFolder(folder, 0)).release();
});

test('a run that has lost its lock writes no more', async () => {
  const folder = await folderWith();
  const lock = await lockFolder(folder);
  lock.check();
  await rm(`${folder}/.lock`, { recursive: true });
  await sleep(2500);
  expect(() => lock.check()).toThrow(expect.objectContaining({ code: 'output-unwritable' }));
  await lock.release();
});

test('a folder that cannot be written says so as a wrong call', async () => {
  const folder = await folderWith({ taken: '' });
  const call = lockFolder(`${folder}/taken`, 0);
  await expect(call).rejects.toThrow(CallError);
  await expect(call).rejects.toThrow(`${folder}/taken: A part of its path is a file and no folder.`);
});
