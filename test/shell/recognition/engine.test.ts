import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DATA_NAME, findEngine, packedData } from '../../../src/shell/recognition/engine.ts';
import { folderWith } from '../make.ts';

/** A program that says this of its version. */
async function saying(said: string): Promise<string> {
  const folder = await folderWith({ tesseract: `#!/bin/sh\n${said}\n` });
  const path = join(folder, 'tesseract');
  await chmod(path, 0o755);
  return path;
}

const FOUND: [said: string, name: string][] = [
  ['echo "tesseract 5.3.0"; echo " leptonica-1.82.0"', 'tesseract 5.3'],
  ['echo "tesseract v5.4.1.20250101"', 'tesseract 5.4'],
  ['echo "tesseract 4.1.1" >&2', 'tesseract 4.1'],
  // Too old for the data, no Tesseract, and one that fails.
  ['echo "tesseract 3.04.01"', 'tesseract.js 7.0'],
  ['echo "hello"', 'tesseract.js 7.0'],
  ['echo "tesseract 5.3.0"; exit 1', 'tesseract.js 7.0'],
];
test.skipIf(process.platform === 'win32').each(FOUND)('a program that does %s: %s', async (said, name) => {
  const path = await saying(said);
  const engine = await findEngine({ KEHOACH_TESSERACT: path });
  expect(engine?.name).toBe(name);
  expect(engine?.path === path).toBe(!name.startsWith('tesseract.js'));
});

test('without a program, or where it is not wanted, the package is the engine', async () => {
  expect(await findEngine({ KEHOACH_TESSERACT: '/no/such/program' })).toMatchObject({ kind: 'wasm' });
  expect(await findEngine({ KEHOACH_TESSERACT: 'off' })).toMatchObject({ kind: 'wasm' });
});

test('the data is that of the package, and says its version', () => {
  expect(packedData()).toMatch(/vie\.traineddata\.gz$/u);
  expect(DATA_NAME).toBe('vie best_int 4.0.0');
});
