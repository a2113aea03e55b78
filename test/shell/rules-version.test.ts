import { expect, test } from 'vitest';
import { rulesVersion } from '../../src/shell/rules-version.ts';

test('the version of the rules is that of the program and of the code that reads', () => {
  expect(rulesVersion()).toMatch(/^\d+\.\d+\.\d+\+[0-9a-f]{12}$/u);
  expect(rulesVersion()).toBe(rulesVersion());
});
