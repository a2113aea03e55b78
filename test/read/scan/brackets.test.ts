import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { withBracketsTold } from '../../../src/read/scan/brackets.ts';
import { lineOf, textOf } from './lines.ts';

const read = (...lines: readonly string[]): string =>
  withBracketsTold(
    loadKnowledge(),
    lines.map((text) => lineOf(text)),
  )
    .map(textOf)
    .join(' ');

test('a bracket that was read as the last letter of its word', () => {
  expect(read('1. Sở Nội vụ (cơ quan của thành phối:')).toBe('1. Sở Nội vụ (cơ quan của thành phố):');
  expect(read('Văn phòng (cơ quan', 'của thành phối; các sở')).toBe('Văn phòng (cơ quan của thành phố); các sở');
});

test.each([
  // Nothing is open, it is closed, or no sign stands behind.
  'cơ quan của thành phối:',
  '(cơ quan của thành phối: sở)',
  '(cơ quan của thành phối',
  // The word beside it asks for the whole one.
  '(các đơn vị phối hợp, phân phối:',
])('leaves %s', (text) => {
  expect(read(text)).toBe(text);
});
