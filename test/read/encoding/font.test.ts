import { expect, test } from 'vitest';
import type { LegacyEncoding } from '../../../src/read/encoding/encoding.ts';
import { fontEncoding } from '../../../src/read/encoding/font.ts';

const CASES: [font: string, encoding: LegacyEncoding | undefined][] = [
  ['.VnTime', 'tcvn3'],
  ['.VnTimeH', 'tcvn3-capitals'],
  ['.VnArial', 'tcvn3'],
  ['.VnArialH', 'tcvn3-capitals'],
  ['.VnArial NarrowH', 'tcvn3-capitals'],
  ['.VnCentury SchoolbookH', 'tcvn3-capitals'],
  ['.VnHelvetInsH', 'tcvn3-capitals'],
  ['.vntime', 'tcvn3'],
  ['.VNTIME', 'tcvn3'],
  ['.VnBlackH', 'tcvn3-capitals'],
  ['VnTime', 'tcvn3'],
  ['ABCDEF+.VnTime,Bold', 'tcvn3'],
  ['ABCDEF+.VnTimeH-BoldItalic', 'tcvn3-capitals'],
  ['.VnTimeH Bold', 'tcvn3-capitals'],
  ['VNI-Times', 'vni'],
  ['VNI-Helve-Condense', 'vni'],
  ['ABCDEF+VNI-Times-Bold', 'vni'],
  ['VNI Times', 'vni'],
  ['VPS Times', 'vps'],
  ['VPSTimes', undefined],
  ['Times New Roman', undefined],
  ['Vnu Sans', undefined],
  ['UTM Avo', undefined],
  ['Arial', undefined],
  ['', undefined],
];

test.each(CASES)('%s', (font, encoding) => {
  expect(fontEncoding(font)).toBe(encoding);
});
