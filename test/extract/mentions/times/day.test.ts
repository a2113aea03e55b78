import { expect, test } from 'vitest';
import { by, deadlines, during, FIVE_YEARS, foundDeadlines, NO_YEAR, yearly } from './cases.ts';

foundDeadlines('day', [
  ['trước ngày 30/6/2024', 'trước ngày 30/6/2024', by('2024-06-30', true)],
  ['báo cáo trước ngày 16 tháng 12 năm 2025', 'trước ngày 16 tháng 12 năm 2025', by('2025-12-16', true)],
  ['chậm nhất là ngày 20/12/2023', 'chậm nhất là ngày 20/12/2023', by('2023-12-20')],
  ['xong trước ngày Quốc khánh 02/9/2025', 'trước ngày Quốc khánh 02/9/2025', by('2025-09-02', true)],
  ['trước ngày 20/11', 'trước ngày 20/11', by('2021-11-20', true)],
  ['từ ngày 01/7/2021 đến ngày 30/9/2021', 'từ ngày 01/7/2021 đến ngày 30/9/2021', during('2021-07-01', '2021-09-30')],
  ['từ ngày 15/11 đến ngày 15/12', 'từ ngày 15/11 đến ngày 15/12', during('2021-11-15', '2021-12-15')],
  [
    'định kỳ báo cáo kết quả trước ngày 20/11 về Sở',
    'trước ngày 20/11',
    yearly(11, 20, { exclusive: true }),
    FIVE_YEARS,
  ],
  ['trước ngày 20 tháng 6 đối với báo cáo sáu tháng', 'trước ngày 20 tháng 6', yearly(6, 20, { exclusive: true })],
  [
    'từ ngày 01 đến ngày 15 tháng 10 năm 2025',
    'từ ngày 01 đến ngày 15 tháng 10 năm 2025',
    during('2025-10-01', '2025-10-15'),
  ],
  ['từ ngày 10/10 - 15/10/2025', 'từ ngày 10/10 - 15/10/2025', during('2025-10-10', '2025-10-15')],
  ['trước ngày 15 tháng 12 hằng năm', 'trước ngày 15 tháng 12 hằng năm', yearly(12, 15, { exclusive: true })],
  ['10/12 hàng năm', '10/12 hàng năm', yearly(12, 10)],
  ['xong trước ngày 31/12/26.', 'trước ngày 31/12/26', by('2026-12-31', true)],
  ['xong trước 17 giờ 00 ngày 20/12/2026', 'trước 17 giờ 00 ngày 20/12/2026', by('2026-12-20', true)],
  ['chậm nhất 16h30, ngày 05 tháng 6 năm 2026', 'chậm nhất 16h30, ngày 05 tháng 6 năm 2026', by('2026-06-05')],
  ['rà soát xong trước 30 tháng 4.', 'trước 30 tháng 4', by('2021-04-30', true)],
  ['đến hết ngày 30 tháng tư năm 2026', 'đến hết ngày 30 tháng tư năm 2026', by('2026-04-30')],
  ['trước ngày 15 tháng 12/2026', 'trước ngày 15 tháng 12/2026', by('2026-12-15', true)],
  ['đến ngày 31 tháng 5-2023', 'đến ngày 31 tháng 5-2023', by('2023-05-31')],
  ['trước 30/6 phải xong', 'trước 30/6', by('2021-06-30', true)],
  ['đến 30/6 đạt 40%', 'đến 30/6', by('2021-06-30')],
  ['trước ngày 31. 12. 2026', 'trước ngày 31. 12. 2026', by('2026-12-31', true)],
  ['đến 31 - 12 - 2026', 'đến 31 - 12 - 2026', by('2026-12-31')],
  ['trước ngày 31.12.26', 'trước ngày 31.12.26', by('2026-12-31', true)],
  ['đến hết ngày mùng 5 tháng 10 năm 2026', 'đến hết ngày mùng 5 tháng 10 năm 2026', by('2026-10-05')],
  ['đến 2026/06/30', 'đến 2026/06/30', by('2026-06-30')],
  ['xong trước 2026-06-30.', 'trước 2026-06-30', by('2026-06-30', true)],
  ['từ 2026-01-01 đến 2026-06-30', 'từ 2026-01-01 đến 2026-06-30', during('2026-01-01', '2026-06-30')],
  ['trước 30/6 và 31/12 hằng năm', 'trước 30/6 và 31/12 hằng năm', yearly('6,12', -1, { exclusive: true })],
  [
    'chậm nhất ngày 15 tháng 6, ngày 15 tháng 12 hằng năm',
    'chậm nhất ngày 15 tháng 6, ngày 15 tháng 12 hằng năm',
    yearly('6,12', 15),
  ],
  ['chậm nhất ngày 17 tháng 12 hằng năm', 'chậm nhất ngày 17 tháng 12 hằng năm', yearly(12, 17)],
  [
    'Ban hành Kế hoạch trước ngày 30/01 của năm Kế hoạch',
    'trước ngày 30/01 của năm Kế hoạch',
    yearly(1, 30, { exclusive: true }),
  ],
]);

test('a day without a year stays unread where no year is known', () => {
  expect(deadlines('trước ngày 30/6', NO_YEAR)).toEqual([]);
  expect(deadlines('trước ngày 30/6 hằng năm', NO_YEAR)).toHaveLength(1);
});

test('two days that no rule of one day can tell stay two', () => {
  expect(deadlines('trước ngày 10 tháng 6 và ngày 25 tháng 12 hằng năm').map(({ value }) => value.rrule)).toEqual([
    'FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=10',
    'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25',
  ]);
});
