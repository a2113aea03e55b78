import { rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { hashOf, type KnownHashes } from '../../../src/shell/output/known-hashes.ts';
import { sha256Of } from '../../../src/shell/output/replace-file.ts';
import { folderWith } from '../make.ts';

test('a file that changed in whatever way is hashed again, and one that did not is not', async () => {
  const folder = await folderWith({ a: 'one', b: 'two' });
  const known: KnownHashes = new Map();
  const path = `${folder}/a`;
  expect(await hashOf(path, known)).toBe(sha256Of('one'));
  // What has just been written may be written once more at the same moment.
  expect(known.size).toBe(0);
  const later = (): Promise<void> => new Promise((done) => setTimeout(done, 2100));
  await later();
  expect(await hashOf(path, known)).toBe(sha256Of('one'));
  const [[, told] = []] = known;
  known.set(path, { told: told?.told ?? '', sha256: 'kept' });
  expect(await hashOf(path, known)).toBe('kept');
  // Of the same length, with the same time of writing.
  const past = Date.now() / 1000 - 60;
  await utimes(path, past, past);
  expect(await hashOf(path, known)).toBe(sha256Of('one'));
  await writeFile(path, 'new');
  await utimes(path, past, past);
  expect(await hashOf(path, known)).toBe(sha256Of('new'));
  await rename(`${folder}/b`, path);
  expect(await hashOf(path, known)).toBe(sha256Of('two'));
  await rm(path);
  expect(await hashOf(path, known)).toBe('');
  await symlink('/etc/hostname', path);
  expect(await hashOf(path, known)).toBe('');
});
