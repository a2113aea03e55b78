import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { byteOf } from '../../../src/read/encoding/codes.ts';
import { fromTcvn3, tcvn3Letters } from '../../../src/read/encoding/tcvn3.ts';

test('the table of TCVN3 is that of iconv-lite', () => {
  for (const [code, letter] of tcvn3Letters(loadKnowledge()))
    expect([code, iconv.decode(Buffer.of(byteOf(code) ?? 0), 'tcvn').normalize('NFC')]).toEqual([code, letter]);
});

test('what is no code of TCVN3 stays', () => {
  expect(fromTcvn3(loadKnowledge(), '§å 12 – €')).toBe(
    'Đồ 12 – €'.replace('ồ', tcvn3Letters(loadKnowledge()).get('å') ?? ''),
  );
  expect(fromTcvn3(loadKnowledge(), 'h\u03bcnh')).toBe('hành');
});
