import { expect, test } from 'vitest';
import { type HeaderCase, headerRead, MOTTO } from './make.ts';

const CASES: HeaderCase[] = [
  [
    'undated, it is of the list that was in force at the latest time it cites',
    [
      `SỞ TÀI CHÍNH TỈNH GIA LAI | ${MOTTO}`,
      'Số:     /KH-STC',
      'KẾ HOẠCH',
      'Thực hành tiết kiệm',
      'Căn cứ Kế hoạch số 12/KH-UBND ngày 05/8/2025 của UBND tỉnh;',
    ],
    { province: '52', set: 34, issuedOn: null, number: null },
  ],
  [
    'the day of a cited document is not its own',
    [
      'KẾ HOẠCH',
      'Hoạt động của Ban Chỉ đạo chuyển đổi số huyện Đăk R’lấp năm 2023',
      'Thực hiện Quyết định số 47/QĐ-UBND ngày 12/01/2023 của UBND tỉnh Đăk Nông về ban hành Kế hoạch chuyển đổi số, Ban Chỉ đạo ban hành Kế hoạch như sau:',
      'I. MỤC ĐÍCH, YÊU CẦU',
    ],
    { form: 'plan', number: null, issuedOn: null, province: '67', set: 63, period: ['2023-01-01', '2023-12-31'] },
  ],
];

test.each(CASES)('%s', (_name, lines, expected) => {
  expect(headerRead(lines)).toMatchObject(expected);
});
