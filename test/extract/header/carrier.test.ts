import { expect, test } from 'vitest';
import { type HeaderCase, headerRead } from './make.ts';

const CASES: HeaderCase[] = [
  [
    'a plan issued with a decision',
    [
      'KẾ HOẠCH',
      'Cải cách hành chính giai đoạn 2021 - 2025',
      '(Ban hành kèm theo Quyết định số 2847/QĐ-UBND ngày 07/12/2020 của UBND tỉnh Bình Định)',
      'I. MỤC TIÊU',
    ],
    { form: 'plan', number: '2847/QĐ-UBND', issuedOn: '2020-12-07', province: '52', set: 63, level: 'province' },
  ],
];

test.each(CASES)('%s', (_name, lines, expected) => {
  expect(headerRead(lines)).toMatchObject(expected);
});
