import { access, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { isWanted, lockFolder } from '../../../src/shell/output/lock.ts';
import { openHolder } from '../../../src/shell/serve/desk/holder.ts';
import { folderWith } from '../make.ts';

test('work that follows on work without a pause gives way to another program that waits', async () => {
  const folder = await folderWith();
  const holder = openHolder(folder);
  onTestFinished(() => holder.close());
  let goes = true;
  let done = 0;
  const worker = async (): Promise<void> => {
    while (goes) {
      await holder.use(() => sleep(20));
      done++;
    }
  };
  // Two of them, so that there is no moment at which nobody works.
  const working = Promise.all([worker(), sleep(10).then(worker)]);
  await expect.poll(() => done).toBeGreaterThan(5);
  const lock = await lockFolder(folder, 4);
  const then = done;
  await sleep(300);
  expect(done).toBe(then);
  await lock.release();
  await expect.poll(() => done, { timeout: 5000 }).toBeGreaterThan(then + 5);
  expect(await isWanted(folder)).toBe(false);
  goes = false;
  await working;
}, 20_000);

test('who corrects while documents are read waits for nobody who waits for the folder', async () => {
  const folder = await folderWith();
  const holder = openHolder(folder);
  onTestFinished(() => holder.close());
  let end = (): void => undefined;
  const reading = holder.use(
    () =>
      new Promise<void>((done) => {
        end = done;
      }),
    'long',
  );
  await holder.use(async () => undefined);
  await writeFile(join(folder, '.lock-wanted'), '');
  const begun = Date.now();
  await holder.use(async () => undefined);
  expect(Date.now() - begun).toBeLessThan(1000);
  await access(join(folder, '.lock'));
  end();
  await reading;
  // Between two readings the other one has his turn.
  let again = false;
  const next = holder.use(async () => {
    again = true;
  }, 'long');
  await expect.poll(() => access(join(folder, '.lock')).catch(() => 'free')).toBe('free');
  expect(again).toBe(false);
  await next;
  expect(again).toBe(true);
});

test('what one who was killed left of his waiting keeps nobody from working', async () => {
  const folder = await folderWith({ '.lock-wanted': '' });
  const past = Date.now() / 1000 - 60;
  await utimes(join(folder, '.lock-wanted'), past, past);
  expect(await isWanted(folder)).toBe(false);
});
