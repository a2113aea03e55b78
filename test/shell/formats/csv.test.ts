import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { csvLine } from '../../../src/shell/formats/csv.ts';

test.each([
  [['01', 1, null, '', true], '"01",1,,"",true\r\n'],
  [['nói "có", rồi\nthôi'], '"nói ""có"", rồi\nthôi"\r\n'],
  [['=1+1', -1.5, '>='], '"\'=1+1",-1.5,">="\r\n'],
])('%j', (values, line) => {
  expect(csvLine(values)).toBe(line);
});

test('what was written is read again', () => {
  const values = ['a"b', 'a,b', 'a\r\nb', '"', '""', ' a ', 'ộ'];
  expect(parse(csvLine(values))).toEqual([values]);
});
