import { describe, expect, test } from 'vitest';
import { loadProvinces } from '../../../src/knowledge/provinces.ts';
import { flat, type HeaderCase, headerOf, headerRead, MOTTO } from './make.ts';

const CASES: HeaderCase[] = [
  [
    'a province after the merger has the code of the new list',
    [
      `UBND TỈNH TUYÊN QUANG | ${MOTTO}`,
      'Số: 15/KH-UBND | Tuyên Quang, ngày 02 tháng 9 năm 2025',
      'KẾ HOẠCH',
      'Cải cách hành chính năm 2026',
    ],
    { province: '08', set: 34, level: 'province', issuedOn: '2025-09-02', period: ['2026-01-01', '2026-12-31'] },
  ],
  [
    'a department: the province from the body above it',
    [
      `UBND TỈNH CÀ MAU / SỞ NỘI VỤ | ${MOTTO}`,
      'Số: 120/KH-SNV | Cà Mau, ngày 05 tháng 01 năm 2024',
      'KẾ HOẠCH',
      'Cải cách hành chính năm 2024 của Sở Nội vụ',
    ],
    { number: '120/KH-SNV', issuer: 'Sở Nội vụ', code: 'so-noi-vu', province: '96', level: 'department' },
  ],
  [
    'a department: the province from the place of a town',
    [
      `SỞ KHOA HỌC VÀ CÔNG NGHỆ | ${MOTTO}`,
      'Số: 33/KH-SKHCN | Buôn Ma Thuột, ngày 7 tháng 02 năm 2022',
      'KẾ HOẠCH',
      'Năm 2022',
    ],
    {
      issuer: 'Sở Khoa học và Công nghệ',
      province: '66',
      basis: 'header',
      level: 'department',
      issuedOn: '2022-02-07',
    },
  ],
  [
    'a district that only one province has',
    [`UBND HUYỆN LÂM THAO | ${MOTTO}`, 'Số: 45/KH-UBND | Lâm Thao, ngày 10 tháng 01 năm 2022', 'KẾ HOẠCH', 'Năm 2022'],
    { province: '25', level: 'district', code: 'ubnd-huyen-lam-thao' },
  ],
  [
    'a district that many provinces have is none of them',
    [
      `UBND HUYỆN CHÂU THÀNH | ${MOTTO}`,
      'Số: 45/KH-UBND | Châu Thành, ngày 10 tháng 01 năm 2022',
      'KẾ HOẠCH',
      'Năm 2022',
    ],
    { province: null, level: 'district' },
  ],
  [
    'the city of Huế in the half year before the merger',
    [
      `ỦY BAN NHÂN DÂN THÀNH PHỐ HUẾ | ${MOTTO}`,
      'Số: 101/KH-UBND | Huế, ngày 14 tháng 3 năm 2025',
      'KẾ HOẠCH',
      'Năm 2025',
    ],
    { province: '46', set: 63, level: 'province' },
  ],
  [
    'Thừa Thiên Huế, dated from its city',
    [
      `UBND TỈNH THỪA THIÊN HUẾ / SỞ Y TẾ | ${MOTTO}`,
      'Số: 9/KH-SYT | Huế, ngày 14 tháng 3 năm 2022',
      'KẾ HOẠCH',
      'Năm 2022',
    ],
    { province: '46', set: 63, level: 'department' },
  ],
  [
    "another province's capital before the date is a slip: the letterhead says whose it is",
    [
      `ỦY BAN NHÂN DÂN / TỈNH HƯNG YÊN | ${MOTTO}`,
      'Số: 90/-UBND | Hà Nội, ngày 13 tháng 5 năm 2014',
      'QUYẾT ĐỊNH',
      'VỀ VIỆC CÔNG BỐ THỦ TỤC',
    ],
    { province: '33', issuer: 'Ủy ban nhân dân tỉnh Hưng Yên', number: null },
  ],
  [
    "a person's place and an appendix tell no province",
    [
      'Sở Nội vụ sơ kết công tác',
      'Lượt xem: 40',
      'Đồng chí Nguyễn Văn An, quê Nghệ An, Giám đốc Sở Nội vụ, chủ trì. Danh mục tại Phụ lục 25.',
    ],
    { province: null, number: null, form: 'news' },
  ],
  [
    'a district that a page names tells its province, also where it has become a town since',
    [
      'Cải cách hành chính ở địa phương',
      'Lượt xem: 12',
      'Ngày 13/5/2011, Ủy ban nhân dân huyện ban hành Kế hoạch số 42/KH-UBND về cải cách hành chính năm 2011.',
      'Tệp đính kèm: Kế hoạch của huyện Thuỷ Nguyên năm 2011.doc',
    ],
    { number: '42/KH-UBND', level: 'district', province: '31', set: 63, basis: 'text' },
  ],
];

test.each(CASES)('%s', (_name, lines, expected) => {
  expect(headerRead(lines)).toMatchObject(expected);
});

describe('every province of both lists', () => {
  const { units } = loadProvinces();
  const day = (set: 63 | 34): string => (set === 34 ? 'ngày 2 tháng 9 năm 2025' : 'ngày 2 tháng 9 năm 2024');

  test.each(units.map((unit) => [unit.name, unit.set, unit] as const))('%s (%i)', (name, set, { code, kind }) => {
    const top = kind === 'city' ? 'THÀNH PHỐ' : 'TỈNH';
    const province = headerOf([
      `ỦY BAN NHÂN DÂN / ${top} ${name.toUpperCase()} | ${MOTTO}`,
      `Số: 7/KH-UBND | ${name}, ${day(set)}`,
      'KẾ HOẠCH',
      'Cải cách hành chính',
    ]);
    expect(flat(province)).toMatchObject({
      province: code,
      set,
      level: 'province',
      code: 'ubnd-tinh',
      basis: 'header',
    });
    const department = headerOf([
      `SỞ TÀI CHÍNH | ${MOTTO}`,
      `Số: 7/KH-STC | ${name}, ${day(set)}`,
      'KẾ HOẠCH',
      'Cải cách hành chính',
    ]);
    expect(flat(department)).toMatchObject({ province: code, set, level: 'department' });
    const news = headerOf([
      'Cải cách hành chính',
      `${set === 34 ? 'Ngày 2/9/2025' : 'Ngày 2/9/2024'}, UBND ${top.toLowerCase()} ${name} ban hành Kế hoạch số 7/KH-UBND.`,
    ]);
    expect(flat(news)).toMatchObject({ province: code, set, number: '7/KH-UBND', basis: 'text' });
  });
});
