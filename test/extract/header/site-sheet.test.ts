import { expect, test } from 'vitest';
import { type HeaderCase, headerRead } from './make.ts';

const CASES: HeaderCase[] = [
  [
    'the sheet of a site of legal documents',
    [
      'Kế hoạch phòng, chống ma túy tỉnh Tiền Giang năm 2023',
      'Số hiệu: 45/KH-UBND',
      'Ngày ban hành: 14/02/2023',
      'Cơ quan ban hành: UBND tỉnh Tiền Giang',
      'I. MỤC TIÊU',
    ],
    { form: 'plan', number: '45/KH-UBND', issuedOn: '2023-02-14', province: '82', set: 63, level: 'province' },
  ],
  [
    'a sheet that names the place alone, and the kind',
    [
      'Số/Ký hiệu: 45/QĐ-UBND Ngày ban hành: 14/02/2023',
      'Loại văn bản: Quyết định Nơi ban hành: Tỉnh Cao Bằng',
      'Quy định mức chi hỗ trợ giống cây trồng',
    ],
    { form: 'decision', number: '45/QĐ-UBND', issuedOn: '2023-02-14', issuer: 'Ủy ban nhân dân tỉnh Cao Bằng' },
  ],
  [
    'a gazette that says when it was issued and is valid',
    [
      'Ban hành: 25/02/2013 - Hiệu lực: 11/04/2013',
      'Thông tư số 21/2013/TT-BTC quy định về mức phí bảo quản hạt giống',
    ],
    { number: '21/2013/TT-BTC', issuedOn: '2013-02-25', level: 'central' },
  ],
];

test.each(CASES)('%s', (_name, lines, expected) => {
  expect(headerRead(lines)).toMatchObject(expected);
});
