import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { rulesVersion } from '../../src/shell/rules-version.ts';

const SRC = fileURLToPath(new URL('../../src', import.meta.url));

let code: string;
beforeAll(async () => {
  code = await mkdtemp(join(tmpdir(), 'kehoach-rules-'));
  await cp(SRC, code, { recursive: true });
});
afterAll(() => rm(code, { recursive: true, force: true }));

/** Changes a file of the copy for the time of one test; by an empty line unless told. */
async function change(file: string, edit = (text: string): string => `${text}\n`): Promise<void> {
  const path = join(code, file);
  const text = await readFile(path, 'utf8');
  onTestFinished(() => writeFile(path, text));
  await writeFile(path, edit(text));
}

/** The first file below a folder that ends so. */
async function oneOf(folder: string, end: string): Promise<string> {
  const names = (await readdir(join(code, folder), { recursive: true })).filter((name) => name.endsWith(end)).sort();
  const [name] = names;
  if (name === undefined) throw new Error(`${folder} holds no ${end}`);
  return join(folder, name);
}

test('the version of the rules is that of the program and of the code that reads', () => {
  expect(rulesVersion()).toMatch(/^\d+\.\d+\.\d+\+[0-9a-f]{12}$/u);
  // Wherever it lies.
  expect(rulesVersion(code)).toBe(rulesVersion());
});

test.each([
  ['model', '.ts'],
  ['knowledge', '.ts'],
  ['knowledge/tables', '.json'],
  ['language', '.ts'],
  ['catalogue', '.ts'],
  ['read', '.ts'],
  ['read/pdf', '.ts'],
  ['extract', '.ts'],
  ['extract/mentions/agencies', '.ts'],
  ['', 'run.ts'],
])('a file of %s (%s) that changes changes it', async (folder, end) => {
  const before = rulesVersion(code);
  await change(await oneOf(folder, end));
  expect(rulesVersion(code)).not.toBe(before);
});

test.each(await readdir(join(SRC, 'knowledge/tables')))(
  'a word that reads otherwise in %s changes it',
  async (name) => {
    const before = rulesVersion(code);
    await change(join('knowledge/tables', name), (text) =>
      // A table of figures has no word: there a figure is another.
      name === 'confidence.json'
        ? text.replace(/\d\.\d+/u, '9.5')
        : text.replace(/"(?=[^"]*"\s*[\]},])/u, '"một từ nữa '),
    );
    expect(rulesVersion(code)).not.toBe(before);
  },
);

test('a file that gets another name changes it', async () => {
  const before = rulesVersion(code);
  await rename(join(code, 'read/size.ts'), join(code, 'read/sized.ts'));
  onTestFinished(() => rename(join(code, 'read/sized.ts'), join(code, 'read/size.ts')));
  expect(rulesVersion(code)).not.toBe(before);
});

test.each([
  ['shell', '.ts'],
  ['compare', '.ts'],
])('a file of %s changes nothing: no record depends on it', async (folder, end) => {
  const before = rulesVersion(code);
  await change(await oneOf(folder, end));
  expect(rulesVersion(code)).toBe(before);
});

test('what was changed is as it was after each test', () => {
  expect(rulesVersion(code)).toBe(rulesVersion());
});
