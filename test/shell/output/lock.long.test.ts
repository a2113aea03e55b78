import { rename, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { lockFolder } from '../../../src/shell/output/lock.ts';
import { folderWith } from '../make.ts';

test('a folder that can no longer be written is not said to be taken over', async () => {
  const folder = await folderWith({ 'out/a': '' });
  const lock = await lockFolder(`${folder}/out`);
  await rename(`${folder}/out`, `${folder}/moved`);
  await writeFile(`${folder}/out`, '');
  await sleep(8500);
  expect(() => lock.check()).toThrow(
    expect.objectContaining({ code: 'output-unwritable', message: expect.stringContaining('is a file and no folder') }),
  );
  await lock.release();
});
