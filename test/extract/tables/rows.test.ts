import { expect, test } from 'vitest';
import { targetsOf } from '../make.ts';

test('rows that are part of the one above them say of what', () => {
  const targets = targetsOf([
    'PHỤ LỤC',
    'TT | Chỉ tiêu | ĐVT | Năm 2025',
    '1 | Diện tích gieo trồng | ha | 8.200',
    ' | Trong đó: |  | ',
    '- | Lúa | ha | 5.100',
    '- | Tỷ lệ giống mới | % | 40',
    '2 | Lao động có việc làm | người | 2.000',
    ' | Trong đó: Lao động nữ | người | 950',
    '3 | Đàn bò | con | 700',
  ]);
  expect(targets.map((t) => t.indicator.text)).toEqual([
    'Diện tích gieo trồng',
    'Diện tích gieo trồng: Lúa',
    'Tỷ lệ giống mới',
    'Lao động có việc làm',
    'Lao động có việc làm: Lao động nữ',
    'Đàn bò',
  ]);
});
