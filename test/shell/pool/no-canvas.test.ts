import { createRequire } from 'node:module';
import { expect, test } from 'vitest';

test('no native code for drawing is loaded with pdf.js', async () => {
  await import('../../../src/shell/pool/no-canvas.ts');
  const { getDocument } = await import('../../../src/read/pdf/engine.ts');
  expect(getDocument).toBeTypeOf('function');
  const loaded = Object.keys(createRequire(import.meta.url).cache);
  expect(loaded.filter((path) => /@napi-rs.canvas.*\.node$/u.test(path))).toEqual([]);
});
