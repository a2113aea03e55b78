import { expect, test } from 'vitest';

const natives = () => ({
  push: Array.prototype.push,
  parse: JSON.parse,
  stringify: JSON.stringify,
  toString: Function.prototype.toString,
});

test('what Node has of its own stays when pdf.js is loaded', async () => {
  const before = natives();
  const { getDocument } = await import('../../../src/read/pdf/engine.ts');
  expect(natives()).toEqual(before);
  // And what it lacks is there.
  expect(Promise).toHaveProperty('withResolvers');
  expect(getDocument).toBeTypeOf('function');
});
