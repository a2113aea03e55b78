import { expect, test } from 'vitest';
import { differ } from '../../../src/shell/page/components/differ.ts';

test('things differ in a field that is another thing, not in what lies in it', () => {
  const inner = { x: 1 };
  expect([differ({ inner }, { inner }), differ({ inner }, { inner: { x: 1 } })]).toEqual([false, true]);
  expect([differ({ inner }, { inner, b: 1 }), differ({ a: 1 }, { b: 1 })]).toEqual([true, true]);
});
