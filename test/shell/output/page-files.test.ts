import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { replacePageFiles } from '../../../src/shell/output/page-files.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text);

test('what an earlier page left is removed, what somebody put there stays', async () => {
  const root = await mkdtemp(join(tmpdir(), 'kehoach-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const folder = join(root, 'page_files');
  await replacePageFiles(folder, new Map([['words-0.0123abcd.js', () => bytes('old')]]));
  await writeFile(join(folder, 'notes.js'), 'mine');
  await replacePageFiles(folder, new Map([['words-0.4567abcd.js', () => bytes('new')]]));
  expect((await readdir(folder)).sort()).toEqual(['notes.js', 'words-0.4567abcd.js']);
  expect(await readFile(join(folder, 'words-0.4567abcd.js'), 'utf8')).toBe('new');
  await replacePageFiles(folder, new Map());
  expect(await readdir(folder)).toEqual(['notes.js']);
});

test('a page that holds all has no folder, and leaves none of an earlier one', async () => {
  const root = await mkdtemp(join(tmpdir(), 'kehoach-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  await replacePageFiles(join(root, 'none'), new Map());
  await replacePageFiles(join(root, 'page_files'), new Map([['figures-0.0123abcd.js', () => bytes('x')]]));
  await replacePageFiles(join(root, 'page_files'), new Map());
  expect(await readdir(root)).toEqual([]);
});
