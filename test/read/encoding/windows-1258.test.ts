import { expect, test } from 'vitest';
import { fromWindows1258 } from '../../../src/read/encoding/windows-1258.ts';

test.each([
  ['Viêòt Nam', 'Việt Nam'],
  ['ðôòc lâòp', 'độc lập'],
  ['№ 12', '№ 12'],
])('%s', (stored, printed) => expect(fromWindows1258(stored).normalize('NFC')).toBe(printed));
