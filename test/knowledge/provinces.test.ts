import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import { provinceAsOf, provinceNamed, provinceOfDistrict } from '../../src/knowledge/provinces.ts';

const knowledge = loadKnowledge();

test('63 provinces before the merger, 34 after it', () => {
  const { units } = knowledge.provinces;
  expect(units.filter(({ set }) => set === 63)).toHaveLength(63);
  expect(units.filter(({ set }) => set === 34)).toHaveLength(34);
});

describe('a name as of a date', () => {
  const CASES: [name: string, date: string | null, code: string | undefined, set?: number][] = [
    ['Phú Thọ', '2021-05-05', '25', 63],
    ['Phú Thọ', '2025-07-01', '25', 34],
    ['Phú Thọ', '2025-06-30', '25', 63],
    ['Yên Bái', '2020-01-06', '15', 63],
    ['Lào Cai', '2024-08-30', '10', 63],
    ['Lào Cai', '2026-03-10', '15', 34],
    ['Vĩnh Phúc', '2026-01-01', '26', 63],
    ['Thừa Thiên Huế', '2018-12-07', '46', 63],
    ['Huế', '2025-03-14', '46', 63],
    ['Huế', '2025-11-01', '46', 34],
    ['Huế', '2018-12-07', undefined],
    ['Hồ Chí Minh', '2025-11-18', '79', 34],
    ['HCM', '2020-01-01', '79', 63],
    ['ĐẮC LẮC', '2020-01-01', '66', 63],
    ['Dak Nong', '2020-01-01', '67', 63],
    ['Hoà Bình', '2020-01-01', '17', 63],
    ['Bà Rịa – Vũng Tàu', '2020-01-01', '77', 63],
    ['Phú Thọ', null, '25', 63],
    ['Việt Trì', '2020-01-01', undefined],
  ];
  test.each(CASES)('%s at %s', (name, date, code, set) => {
    const unit = provinceNamed(knowledge, name, date);
    expect(unit?.code).toBe(code);
    expect(unit?.set).toBe(set);
  });
});

describe('the one province that has a district', () => {
  test.each<[string, string | undefined, string | undefined]>([
    ['Lâm Thao', 'huyện', '25'],
    ['Huế', 'thành phố', '46'],
    ['Buôn Ma Thuột', undefined, '66'],
    ['Châu Thành', 'huyện', undefined],
    ['Không Có', undefined, undefined],
  ])('%s', (name, kind, code) => {
    expect(provinceOfDistrict(knowledge, name, kind)?.code).toBe(code);
  });

  test('after the merger, the unit that its land belongs to', () => {
    const before = provinceOfDistrict(knowledge, 'Mù Căng Chải', 'huyện');
    expect(before?.name).toBe('Yên Bái');
    expect(before === undefined ? undefined : provinceAsOf(knowledge, before, '2025-08-01')).toMatchObject({
      code: '15',
      name: 'Lào Cai',
      set: 34,
    });
    expect(before === undefined ? undefined : provinceAsOf(knowledge, before, '2024-08-01')).toBe(before);
  });
});
