import { expect, test } from 'vitest';
import { loadAgencies } from '../../src/knowledge/agencies.ts';
import { englishAgency, englishProvince, loadEnglish } from '../../src/knowledge/english.ts';
import { loadProvinces } from '../../src/knowledge/provinces.ts';
import { slugOf } from '../../src/language/words.ts';

test('every ministry, department and division that is known has an English name, and no other', () => {
  const { fields } = loadAgencies();
  const codes = fields.flatMap(({ of, name }) => of.map((head) => slugOf(`${head} ${name}`)));
  expect(codes.filter((code) => englishAgency(loadEnglish(), code) === undefined)).toEqual([]);
  const known = new Set(fields.map(({ name }) => slugOf(name)));
  expect([...loadEnglish().fields.keys()].filter((field) => !known.has(field))).toEqual([]);
});

test.each([
  ['so-noi-vu', 'Department of Home Affairs'],
  ['bo-cong-an', 'Ministry of Public Security'],
  ['phong-tai-chinh-ke-hoach', 'Division of Finance and Planning'],
  ['van-phong-ubnd-tinh', "Office of the Provincial People's Committee"],
  // must stay silent
  ['so', undefined],
  ['so-say-dung', undefined],
  ['ubnd-xa-dien-tho', undefined],
  ['constructor', undefined],
])('%s', (code, name) => expect(englishAgency(loadEnglish(), code)).toBe(name));

test('provinces are written without marks, in letters of English', () => {
  const names = loadProvinces().units.map(({ name }) => englishProvince(loadEnglish(), name));
  expect(names.filter((name) => !/^[A-Z][A-Za-z -]+$/u.test(name))).toEqual([]);
  expect(['Đắk Lắk', 'Bà Rịa - Vũng Tàu', 'Hồ Chí Minh'].map((name) => englishProvince(loadEnglish(), name))).toEqual([
    'Dak Lak',
    'Ba Ria - Vung Tau',
    'Ho Chi Minh City',
  ]);
});
