import { expect, test } from 'vitest';
import { lastPlaces } from '../../../../src/extract/mentions/engine/candidates.ts';
import { viAll } from '../../../../src/language/pattern.ts';

const PATTERNS = [viAll`đã (được)? giao`, viAll`\d{1,2} tháng (đầu|cuối) năm`, viAll`phấn đấu(?=[^.;]{0,100}:)`];

test('the last place of each pattern', () => {
  expect(lastPlaces(PATTERNS)('đã giao, 6 tháng đầu năm đã được giao')).toEqual([25, 9, -1]);
});

test('a text that goes on with the one before it is read as it is read alone', () => {
  const words = [
    'đã giao',
    '6 tháng đầu',
    ' năm',
    'phấn đấu',
    '90% hồ sơ',
    ', ',
    ': ',
    'đã được',
    'giao ',
    '5.000 xã ',
  ];
  const text = Array.from({ length: 900 }, (_, i) => words[(i * i + 3 * i + (i >> 3)) % words.length]).join(' ');
  const inTurn = lastPlaces(PATTERNS);
  for (let end = 700; end < text.length; end += 1 + (end % 37)) {
    const part = text.slice(0, end);
    expect([end, ...inTurn(part)]).toEqual([end, ...lastPlaces(PATTERNS)(part)]);
  }
  expect(inTurn('phấn đấu: 5%')).toEqual([-1, -1, 0]);
});
