import { expect, test } from 'vitest';
import { romanValue } from '../../src/language/labels.ts';
import { roman } from '../../src/language/roman.ts';

test.each([
  [1, 'I'],
  [4, 'IV'],
  [14, 'XIV'],
  [49, 'XLIX'],
  [1994, 'MCMXCIV'],
  [0, '0'],
  [-3, '-3'],
  [40_000, '40000'],
])('%d is printed as %s', (count, printed) => {
  expect(roman(count)).toBe(printed);
});

test('what is printed is read again, up to the last that a label takes', () => {
  for (let count = 1; count < 90; count++) expect(romanValue(roman(count))).toBe(count);
});
