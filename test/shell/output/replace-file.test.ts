import { mkdir, readdir, readFile, stat, utimes } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { openDraft, replaceFile, sha256Of } from '../../../src/shell/output/replace-file.ts';
import { folderWith } from '../make.ts';

test('replaces a file and says how it is now', async () => {
  const folder = await folderWith({ 'a.txt': 'cũ' });
  const pieces = ['Kế ', 'hoạch ', 'x'.repeat(300_000), '\n'];
  const replaced = await replaceFile(`${folder}/a.txt`, pieces);
  const text = await readFile(`${folder}/a.txt`, 'utf8');
  expect(text).toBe(pieces.join(''));
  expect(replaced).toEqual({ bytes: Buffer.byteLength(text), sha256: sha256Of(text), changed: true });
  expect(await readdir(folder)).toEqual(['a.txt']);
});

test('leaves a file alone that says the same already', async () => {
  const folder = await folderWith({ 'a.txt': 'như cũ' });
  await utimes(`${folder}/a.txt`, 1000, 1000);
  expect(await replaceFile(`${folder}/a.txt`, 'như cũ')).toMatchObject({ changed: false });
  expect((await stat(`${folder}/a.txt`)).mtimeMs).toBe(1_000_000);
  expect(await readdir(folder)).toEqual(['a.txt']);
});

test('until it is committed nothing changes, and what is discarded leaves nothing behind', async () => {
  const folder = await folderWith({ 'a.txt': 'cũ' });
  const draft = await openDraft(`${folder}/a.txt`);
  await draft.write('x'.repeat(600_000));
  expect(await readFile(`${folder}/a.txt`, 'utf8')).toBe('cũ');
  await draft.discard();
  expect(await readFile(`${folder}/a.txt`, 'utf8')).toBe('cũ');
  expect(await readdir(folder)).toEqual(['a.txt']);
});

test('a failure in between leaves the file and no draft', async () => {
  const folder = await folderWith({ 'a.txt': 'cũ' });
  function* broken(): Generator<string> {
    yield 'mới';
    throw new Error('in between');
  }
  await expect(replaceFile(`${folder}/a.txt`, broken())).rejects.toThrow('in between');
  await mkdir(`${folder}/b`);
  await expect(replaceFile(`${folder}/b`, 'x')).rejects.toThrow();
  expect((await readdir(folder)).sort()).toEqual(['a.txt', 'b']);
  expect(await readFile(`${folder}/a.txt`, 'utf8')).toBe('cũ');
});
