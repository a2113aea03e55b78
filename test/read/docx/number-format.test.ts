import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { readNumberFormat } from '../../../src/read/docx/number-format.ts';

const FORMATS: [format: string, counts: Record<number, string>][] = [
  ['decimal', { 1: '1', 12: '12' }],
  ['decimalZero', { 3: '03', 10: '10' }],
  ['upperRoman', { 4: 'IV', 9: 'IX', 14: 'XIV', 1990: 'MCMXC' }],
  ['lowerRoman', { 8: 'viii', 40: 'xl' }],
  // no đ, and after z the letter twice
  ['lowerLetter', { 1: 'a', 4: 'd', 5: 'e', 26: 'z', 27: 'aa', 28: 'bb', 53: 'aaa' }],
  ['upperLetter', { 2: 'B', 27: 'AA' }],
  ['vietnameseCounting', { 1: 'một', 5: 'năm', 10: 'mười', 15: 'mười lăm', 21: 'hai mươi mốt', 40: 'bốn mươi' }],
  ['none', { 1: '' }],
  ['noSuchFormat', { 7: '7' }],
];

test.each(FORMATS)('number format %s', (format, counts) => {
  for (const [count, printed] of Object.entries(counts))
    expect(readNumberFormat(loadKnowledge(), format)(Number(count))).toBe(printed);
});
