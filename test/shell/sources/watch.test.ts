import { appendFile, mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { watchFolders } from '../../../src/shell/sources/watch.ts';
import { folderWith, putFiles } from '../make.ts';

test('files are told when they are there, arrive or change, and no longer grow', async () => {
  const root = await folderWith({
    'in/a.txt': 'a',
    'in/.hidden': 'x',
    'in/~$a.docx': 'x',
    'in/out/documents/x.json': '{}',
  });
  const folder = join(root, 'in');
  const told: string[][] = [];
  const watch = await watchFolders([folder], join(folder, 'out'), (paths) => void told.push([...paths]), 300);
  onTestFinished(watch.close);
  const names = (): string[] => told.flat().map((path) => path.slice(folder.length + 1));
  await expect.poll(names).toEqual(['a.txt']);
  await mkdir(join(folder, 'below'));
  await putFiles(folder, { 'below/b.txt': 'b', 'out/targets.ndjson': 'x' });
  await symlink('/etc/hostname', join(folder, 'link.txt'));
  await expect.poll(names).toEqual(['a.txt', 'below/b.txt']);
  // One that grows all the while is told once, when it has stopped.
  for (let i = 0; i < 8; i++) {
    await appendFile(join(folder, 'large.txt'), 'more ');
    await new Promise((later) => setTimeout(later, 100));
  }
  expect(names()).toEqual(['a.txt', 'below/b.txt']);
  await expect.poll(names).toEqual(['a.txt', 'below/b.txt', 'large.txt']);
  await appendFile(join(folder, 'a.txt'), 'again');
  await expect.poll(names).toEqual(['a.txt', 'below/b.txt', 'large.txt', 'a.txt']);
});

test('what is no folder cannot be watched', async () => {
  const folder = await folderWith({ 'a.txt': 'a' });
  await expect(watchFolders([join(folder, 'a.txt')], folder, () => undefined)).rejects.toThrow(/no folder/u);
});
