import { appendFile, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { readFileWithin } from '../../../src/shell/sources/file.ts';
import { folderWith } from '../make.ts';

test('a folder in place of a file is called a folder', async () => {
  const folder = await folderWith({ 'a.txt': 'x' });
  const reading = readFileWithin(folder, 10);
  await expect(reading).rejects.toMatchObject({ code: 'file-unreadable', message: expect.stringContaining('folder') });
});

test('a file that grows while it is read is never read beyond its cap', async () => {
  const folder = await folderWith();
  const most = 2 ** 20;
  for (let tries = 0; tries < 20; tries++) {
    const path = `${folder}/${tries}.txt`;
    await writeFile(path, Buffer.alloc(most, 'a'));
    const reading = readFileWithin(path, most).then(
      (bytes) => bytes.byteLength,
      ({ code }) => code,
    );
    // Now is after it was measured for some, before for others.
    await sleep(tries / 10);
    await appendFile(path, Buffer.alloc(most, 'b'));
    expect([most, 'file-too-large']).toContain(await reading);
  }
});
