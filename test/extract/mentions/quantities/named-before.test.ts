import { expect, test } from 'vitest';
import { findMentions } from '../../../../src/extract/mentions/find.ts';
import { loadKnowledge } from '../../../../src/knowledge/knowledge.ts';
import { foundQuantities } from './cases.ts';

foundQuantities('named-before', [
  ['Số giường bệnh/vạn dân: 45;', '45', '=', 45, null, 'giường bệnh/vạn dân'],
  ['- Số hợp tác xã: 20', '20', '=', 20, null, 'hợp tác xã'],
  ['Tổng số lao động có việc làm: 1.200 - 1.500.', '1.200 - 1.500', '=', 1200, 1500, 'lao động'],
  ['Đến năm 2030, số doanh nghiệp hoạt động đạt khoảng 3.500.', 'khoảng 3.500', '~', 3500, null, 'doanh nghiệp'],
  ['Nâng tổng số HTX lên 450, trong đó có HTX nông nghiệp.', '450', '=', 450, null, 'HTX'],
  ['Số doanh nghiệp thành lập mới đạt 50.000 vào năm 2027.', '50.000', '=', 50_000, null, 'doanh nghiệp'],
  ['Chỉ số phát triển con người (HDI) đạt trên 0,78.', 'trên 0,78', '>', 0.78, null, 'point'],
]);

// The same by a later year names no more what it counts.
test.each<[text: string, figures: (string | number)[][]]>([
  [
    'Số doanh nghiệp thành lập mới đạt 50.000 vào năm 2027 và 80.000 vào năm 2030.',
    [
      [50_000, 'doanh nghiệp'],
      [80_000, 'doanh nghiệp'],
    ],
  ],
  [
    'Có 2.000 ngôi nhà của hộ có trẻ em đạt chuẩn an toàn vào năm 2027 và 2.500 vào năm 2030.',
    [
      [2000, 'ngôi nhà'],
      [2500, 'ngôi nhà'],
    ],
  ],
  ['Khởi công 5 công trình vào năm 2025 và hoàn thành vào năm 2030.', [[5, 'công trình']]],
])('by two years: %s', (text, figures) => {
  const context = { knowledge: loadKnowledge(), year: null, date: null, singleYear: false };
  const found = findMentions(text, context).flatMap((one) => (one.kind === 'quantity' ? [one.value] : []));
  expect(found.map(({ value, unit }) => [value, unit])).toEqual(figures);
});
