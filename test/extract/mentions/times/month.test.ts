import { by, during, foundDeadlines, ONE_YEAR, yearly } from './cases.ts';

foundDeadlines('month', [
  ['đến 12/2025', 'đến 12/2025', by('2025-12-31')],
  ['08/2025', '08/2025', during('2025-08-01', '2025-08-31')],
  ['từ 06/2025 - 12/2025', 'từ 06/2025 - 12/2025', during('2025-06-01', '2025-12-31')],
  ['Tháng 6, 7/2025', 'Tháng 6, 7/2025', during('2025-06-01', '2025-07-31')],
  ['6 tháng đầu năm 2024', '6 tháng đầu năm 2024', during('2024-01-01', '2024-06-30')],
  ['06 tháng cuối năm', '06 tháng cuối năm', during('2021-07-01', '2021-12-31')],
  ['9 tháng năm 2025', '9 tháng năm 2025', during('2025-01-01', '2025-09-30')],
  ['Hoàn thành trong tháng 11/2021', 'trong tháng 11/2021', during('2021-11-01', '2021-11-30')],
  ['đến tháng 6 năm 2025', 'đến tháng 6 năm 2025', by('2025-06-30')],
  ['trong tháng 2/2024', 'trong tháng 2/2024', during('2024-02-01', '2024-02-29')],
  ['từ tháng 3 đến tháng 6/2022', 'từ tháng 3 đến tháng 6/2022', during('2022-03-01', '2022-06-30')],
  ['tháng 2 hằng năm', 'tháng 2 hằng năm', yearly(2, -1)],
  ['tháng 1 của năm Kế hoạch', 'tháng 1 của năm Kế hoạch', yearly(1, 31)],
  ['tháng 1 của năm Kế hoạch', 'tháng 1 của năm Kế hoạch', during('2021-01-01', '2021-01-31'), ONE_YEAR],
  [
    'trong tháng 12 năm trước liền kề của năm KH',
    'trong tháng 12 năm trước liền kề của năm KH',
    yearly(12, 31, { planYearOffset: -1 }),
  ],
  [
    'trong tháng 12 năm trước liền kề của năm KH',
    'trong tháng 12 năm trước liền kề của năm KH',
    { ...during('2020-12-01', '2020-12-31'), planYearOffset: -1 },
    ONE_YEAR,
  ],
  [
    '6 tháng đầu năm sau',
    '6 tháng đầu năm sau',
    { ...during('2022-01-01', '2022-06-30'), planYearOffset: 1 },
    ONE_YEAR,
  ],
  [
    '06 tháng cuối năm trước',
    '06 tháng cuối năm trước',
    { ...during('2020-07-01', '2020-12-31'), planYearOffset: -1 },
    ONE_YEAR,
  ],
  ['6 tháng đầu năm sau', '6 tháng đầu năm sau', yearly(6, 30, { planYearOffset: 1 })],
]);
