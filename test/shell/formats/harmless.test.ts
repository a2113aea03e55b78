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
