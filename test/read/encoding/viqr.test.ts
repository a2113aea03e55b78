import { expect, test } from 'vitest';
import { fromViqr } from '../../../src/read/encoding/viqr.ts';

test.each([
  ['Vie^.t Nam', 'Việt Nam'],
  ['DDa.i ho.c', 'Đại học'],
  ['tu+\\. Ho+n', 'tư. Hơn'],
  ['o( la`', 'o( là'],
  ['100% no.', '100% nọ'],
])('%s', (stored, printed) => expect(fromViqr(stored).normalize('NFC')).toBe(printed));
