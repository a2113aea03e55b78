import { expect, test } from 'vitest';
import { raisedText } from '../../../src/read/html/raised.ts';

const CASES: [before: string, raised: string, after: string, said: string][] = [
  ['đạt 45', '2', ' xã', '[2]'],
  ['Đến năm 2026', '1', ' tỷ lệ', '[1]'],
  ['85', '1', '%', '[1]'],
  ['đơn vị', '12', ', ', '[12]'],
  ['đơn vị', '1, 2', '', '[1,2]'],
  // Exponents.
  ['3 x 10', '6', ' USD', '⁶'],
  ['hút 5.10', '6', ' USD', '⁶'],
  ['bản 12.10', '6', '', '[6]'],
  ['(10', '9', ' đồng)', '⁹'],
  ['10', '6', '', '⁶'],
  ['là 10', '3', ' tấn', '³'],
  ['có 10', '2', ' xã', '[2]'],
  ['250.000 m', '2', ' sàn', '2'],
  ['người/km', '2', '', '2'],
  ['CO', '2', '', '2'],
  // What is no figure stays.
  ['12.500', '(1)', ' con', '(1)'],
  ['12', '*', ' xã', '*'],
  ['37', 'o', 'C', 'o'],
  ['', '1', ' Theo Quyết định', '[1] '],
];
test.each(CASES)('%s, raised %s, %s: %s', (before, raised, after, said) => {
  expect(raisedText(before, raised, after)).toBe(said);
});
