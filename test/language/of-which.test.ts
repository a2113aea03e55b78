import { expect, test } from 'vitest';
import { partAlone } from '../../src/language/of-which.ts';

test.each([
  ['Diện tích gieo trồng, trong đó lúa', 'lúa'],
  ['Diện tích, trong đó lúa, trong đó lúa lai', 'lúa lai'],
  ['Diện tích gieo trồng', 'Diện tích gieo trồng'],
  ['trong đó lúa', 'trong đó lúa'],
])('of %j the part alone is %j', (indicator, part) => {
  expect(partAlone(indicator)).toBe(part);
});
