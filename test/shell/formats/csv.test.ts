import { expect, test } from 'vitest';
import { csvLine } from '../../../src/shell/formats/csv.ts';

test('text is quoted, numbers are not, and nothing runs', () => {
  expect(csvLine(['a', '01', 1.5, -2, null, '', true])).toBe('"a","01",1.5,-2,,"",true\r\n');
  expect(csvLine(['=1+1', 'x,"y"', 'một\nhai'])).toBe('"\'=1+1","x,""y""","một\nhai"\r\n');
});
