import { describe, expect, test } from 'vitest';
import { readHeader } from '../../../src/extract/header/header.ts';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { growth, MOST } from '../../growth.ts';
import { flat, headerOf, laid, MOTTO } from './make.ts';

describe('a manifest', () => {
  const silent = ['KẾ HOẠCH', 'Cải cách hành chính của Sở Nội vụ', 'I. MỤC TIÊU'];

  test('fills what the text does not tell', () => {
    const header = headerOf(silent, { declared: { province: 'Đắk Nông', year: 2024 } });
    expect(flat(header)).toMatchObject({
      province: '67',
      set: 63,
      basis: 'manifest',
      period: ['2024-01-01', '2024-12-31'],
    });
  });

  test('does not stand against the text', () => {
    const lines = [
      `ỦY BAN NHÂN DÂN / TỈNH HÀ GIANG | ${MOTTO}`,
      'Số: 88/KH-UBND | Hà Giang, ngày 12 tháng 3 năm 2023',
      'KẾ HOẠCH',
      'Chuyển đổi số tỉnh Hà Giang giai đoạn 2023 - 2025',
    ];
    expect(flat(headerOf(lines, { declared: { province: 'Cà Mau', year: 2019 } }))).toMatchObject({
      province: '02',
      basis: 'header',
      period: ['2023-01-01', '2025-12-31'],
    });
  });
});

describe('hostile input takes time in proportion', () => {
  test.each([
    'CỘNG HÒA XÃ HỘI ',
    'Số: ',
    'KẾ HOẠCH ',
    'các huyện, ',
    'Ngày 1/1/2020, UBND tỉnh ban hành Kế hoạch số ',
    'Sở a ',
    'KT. GIÁM ĐỐC ',
    'Phú Thọ, ngày 1 tháng ',
    'năm 2021 - ',
    '--- | ',
    'Nơi nhận:\n',
  ])('%s', (piece) => {
    const knowledge = loadKnowledge();
    expect(growth((text) => readHeader(laid(text), { knowledge }), piece)).toBeLessThan(MOST);
  });
});
