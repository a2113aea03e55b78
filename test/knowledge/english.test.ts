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
  ['vu-tai-chinh', 'Department of Finance'],
  ['bo-nganh-co-quan-dia-phuong', 'Ministries, sectors, agencies and localities'],
  ['bo-co-quan-ngang-bo', 'Ministries and ministerial-level agencies'],
  // must stay silent
  ['so', undefined],
  ['co-quan-khac', undefined],
  ['ho-so-ubnd-tinh', undefined],
  ['so-say-dung', undefined],
  ['ubnd-xa-dien-tho', undefined],
  ['constructor', undefined],
])('%s', (code, name) => expect(englishAgency(loadEnglish(), code)).toBe(name));

test('every body that is known by name has an English name', () => {
  const codes = loadAgencies().bodies.map(({ code, name }) => code ?? slugOf(name));
  expect(codes.filter((code) => englishAgency(loadEnglish(), code) === undefined)).toEqual([]);
});

test.each([
  ['ubnd-xa-dien-tho', 'Ủy ban nhân dân xã Diên Thọ', "People's Committee of Dien Tho Commune"],
  ['ubnd-phuong-3', 'Ủy ban nhân dân phường Âu Cơ 3', "People's Committee of Au Co 3 Ward"],
  ['cong-an-thi-xa-go-may', 'Công an thị xã Gò Mây', 'Police of Go May Town'],
  // must stay silent: no place, more than one, or an office of it
  ['ubnd-xa-tren-dia-ban', 'Ủy ban nhân dân xã trên địa bàn', undefined],
  ['ubnd-xa-a-xa-b', 'Ủy ban nhân dân xã Diên Thọ, xã Gò Mây', undefined],
  ['ubnd-xa-dien-tho-chu-tri', 'Ủy ban nhân dân xã Diên Thọ chủ trì', undefined],
])('%s: %s', (code, name, label) => expect(englishAgency(loadEnglish(), code, name)).toBe(label));

test('provinces are written without marks, in letters of English', () => {
  const names = loadProvinces().units.map(({ name }) => englishProvince(loadEnglish(), name));
  expect(names.filter((name) => !/^[A-Z][A-Za-z -]+$/u.test(name))).toEqual([]);
  expect(['Đắk Lắk', 'Bà Rịa - Vũng Tàu', 'Hồ Chí Minh'].map((name) => englishProvince(loadEnglish(), name))).toEqual([
    'Dak Lak',
    'Ba Ria - Vung Tau',
    'Ho Chi Minh City',
  ]);
});
