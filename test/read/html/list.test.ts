import { expect, test } from 'vitest';
import { listCounter, nextLabel } from '../../../src/read/html/list.ts';

test.each([
  ['ol', {}, ['1.', '2.']],
  ['ol', { type: 'a', start: '26' }, ['z.', 'aa.']],
  ['ol', { type: 'I' }, ['I.', 'II.']],
  ['ol', { style: 'list-style-type: decimal-leading-zero' }, ['01.', '02.']],
  ['ol', { style: 'list-style: none' }, ['', '']],
  ['ol', { start: 'x' }, ['1.', '2.']],
  ['ul', {}, ['-', '-']],
  ['ul', { style: 'list-style: inside lower-roman' }, ['i.', 'ii.']],
])('%s %j', (name, attribs, labels) => {
  const counter = listCounter({ type: 'tag', name, attribs });
  const item = { type: 'tag', name: 'li', attribs: {} };
  expect([nextLabel(counter, item), nextLabel(counter, item)]).toEqual(labels);
});

test('an item that says its number is counted from', () => {
  const counter = listCounter({ type: 'tag', name: 'ol' });
  expect(nextLabel(counter, { type: 'tag', name: 'li', attribs: { value: '5' } })).toBe('5.');
  expect(nextLabel(counter, { type: 'tag', name: 'li' })).toBe('6.');
});
