import { expect, test } from 'vitest';
import { harmless } from '../../../src/shell/formats/harmless.ts';

test.each([
  '=1+1',
  '+84 210',
  '-2 điểm',
  '@SUM(A1)',
  '＝1',
  '＋1',
  '－1',
  '＠a',
  ' =1',
  '\t=1',
  '\tmột',
  '\rmột',
  '\nmột',
  '==',
])('%j stays text', (text) => expect(harmless(text)).toBe(`'${text}`));

test.each(['=', '<=', '>=', '<', '100%', 'Tỷ lệ - 5%', '', '~'])('%j runs nothing', (text) =>
  expect(harmless(text)).toBe(text),
);

test('a terminal that shows the file is given no orders', () => {
  expect(harmless('a\u001b[31mb\u009b\u0000')).toBe('a\\u001b[31mb\\u009b\\u0000');
  expect(harmless('a\r\nb\tc')).toBe('a\r\nb\tc');
});
