import { expect, test } from 'vitest';
import { composed } from '../../../src/read/encoding/compose.ts';

const CASES: [what: string, text: string, expected: string][] = [
  ['letters in two parts', 'ke\u0302\u0301', 'kế'],
  ['marks in another order', 'a\u0302\u0323', 'ậ'],
  ['thirty marks on a letter', `a${'\u0301\u0323'.repeat(15)}`, `ạ${'\u0323'.repeat(14)}${'\u0301'.repeat(15)}`],
];
test.each(CASES)('%s', (_, text, expected) => {
  expect(composed(text)).toBe(expected);
});

test('hundreds of thousands of marks on one letter take time that grows with their number', () => {
  const before = process.cpuUsage();
  const text = composed(`a${'\u0323\u0302'.repeat(300_000)}b`);
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(2000);
  expect(text.replaceAll('\u034f', '')).toHaveLength(600_000);
});
