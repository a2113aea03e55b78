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
];

test.each(CASES)('%s', (_name, lines, expected) => {
  expect(headerRead(lines)).toMatchObject(expected);
});
