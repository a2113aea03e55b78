import { expect, test } from 'vitest';
import { IN_LANGUAGES } from '../../../src/shell/page/compare/words.ts';

test('English counts one without a plural', () => {
  const { en } = IN_LANGUAGES;
  expect(en.title('Đắk Lắk', '1')).toBe('Đắk Lắk beside 1 province');
  expect(en.title('Đắk Lắk', '11')).toBe('Đắk Lắk beside 11 provinces');
  expect([en.subBase('Đắk Lắk', '1'), en.subOthers('1', '1'), en.subCentral('1'), en.subUntold('1')]).toEqual([
    '1 plan of Đắk Lắk',
    '1 document of 1 province',
    '1 central document',
    '1 text that names no province',
  ]);
  expect([en.subBase('Đắk Lắk', '2'), en.subOthers('3', '2'), en.subUntold('2')]).toEqual([
    '2 plans of Đắk Lắk',
    '3 documents of 2 provinces',
    '2 texts that name no province',
  ]);
  expect([en.csvMade('1'), en.more_('1'), en.pairs('1'), en.details('1'), en.sources('1')]).toEqual([
    'CSV made: 1 figure',
    '+ 1 province',
    '1 pair',
    '1 thing to know',
    '1 file',
  ]);
  expect(en.hidden('1')).toBe('Hidden: 1 province without a figure in these rows.');
  expect(en.unsure('1')).toBe('1 item with a confidence below 0.5');
});
