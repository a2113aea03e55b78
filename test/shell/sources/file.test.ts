import { expect, test } from 'vitest';
import { readFileWithin } from '../../../src/shell/sources/file.ts';
import { folderWith } from '../make.ts';

test('a folder in place of a file is called a folder', async () => {
  const folder = await folderWith({ 'a.txt': 'x' });
  const reading = readFileWithin(folder, 10);
  await expect(reading).rejects.toMatchObject({ code: 'file-unreadable', message: expect.stringContaining('folder') });
});
