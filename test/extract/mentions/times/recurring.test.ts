import { by, during, FIVE_YEARS, foundDeadlines, monthly, ONE_YEAR, yearly } from './cases.ts';

/** In an article of 2023 about a plan for five years. */
const DATED = { ...FIVE_YEARS, date: '2023-04-05' };

foundDeadlines('recurring', [
  ['ngày 05 của tháng đầu quý sau', 'ngày 05 của tháng đầu quý sau', yearly('1,4,7,10', 5)],
  ['Thực hiện hằng năm', 'hằng năm', yearly(12, 31)],
  ['thu ngân sách hằng năm tăng 6%', 'hằng năm', yearly(12, 31)],
  ['mỗi năm tăng 20%', 'mỗi năm', yearly(12, 31)],
  ['Thực hiện trong năm Kế hoạch', 'trong năm Kế hoạch', yearly(12, 31)],
  ['Thực hiện trong năm Kế hoạch', 'trong năm Kế hoạch', during('2021-01-01', '2021-12-31'), ONE_YEAR],
  ['được ban hành trong năm, bảo đảm', 'trong năm', yearly(12, 31)],
  ['đến cuối năm có 1 xã', 'đến cuối năm', by('2021-12-31'), ONE_YEAR],
  ['báo cáo đến cuối năm', 'đến cuối năm', yearly(12, 31)],
  ['Trong năm nay, huyện trồng', 'Trong năm nay', during('2021-01-01', '2021-12-31'), ONE_YEAR],
  ['Trong năm nay, huyện trồng', 'Trong năm nay', during('2023-01-01', '2023-12-31'), DATED],
  ['Từ nay đến cuối năm nay, huyện', 'Từ nay đến cuối năm nay', by('2023-12-31'), DATED],
  ['phấn đấu hết năm nay có 5 xã', 'hết năm nay', by('2023-12-31'), DATED],
  ['6 tháng tăng 7%, cả năm đạt 8%', 'cả năm', during('2021-01-01', '2021-12-31'), ONE_YEAR],
  ['dự kiến cả năm đón 2 triệu lượt', 'cả năm', during('2023-01-01', '2023-12-31'), DATED],
  ['giải ngân 60%; hết năm đạt 95%', 'hết năm', by('2021-12-31'), ONE_YEAR],
  ['đến hết năm giải ngân 95%', 'đến hết năm', by('2021-12-31'), ONE_YEAR],
  ['báo cáo hằng quý', 'hằng quý', yearly('3,6,9,12', -1)],
  ['mỗi quý có ít nhất 04 tin', 'mỗi quý', yearly('3,6,9,12', -1)],
  ['chuyên mục hằng tháng', 'hằng tháng', monthly],
  ['định kỳ 6 tháng báo cáo', 'định kỳ 6 tháng', yearly('6,12', -1)],
  ['06 tháng một lần', '06 tháng một lần', yearly('6,12', -1)],
  ['Định kỳ 6 tháng, hằng năm', 'Định kỳ 6 tháng, hằng năm', yearly('6,12', -1)],
  ['nửa năm một lần', 'nửa năm một lần', yearly('6,12', -1)],
  ['cách năm một lần', 'cách năm một lần', { rrule: 'FREQ=YEARLY;INTERVAL=2;BYMONTH=12;BYMONTHDAY=31' }],
  ['năm năm một lần', 'năm năm một lần', { rrule: 'FREQ=YEARLY;INTERVAL=5;BYMONTH=12;BYMONTHDAY=31' }],
  ['nửa tháng một lần', 'nửa tháng một lần', { rrule: 'FREQ=MONTHLY;BYMONTHDAY=15,-1' }],
  ['họp mỗi năm 2 lần', 'mỗi năm 2 lần', yearly('6,12', -1)],
  ['mỗi quý một lần', 'mỗi quý một lần', yearly('3,6,9,12', -1)],
  ['đánh giá 01 lần/năm', '01 lần/năm', yearly(12, 31)],
  [
    'trước ngày 20 hằng tháng',
    'trước ngày 20 hằng tháng',
    { type: 'recurring', rrule: 'FREQ=MONTHLY;BYMONTHDAY=20', exclusive: true },
  ],
  ['trước ngày 15 của tháng cuối quý', 'trước ngày 15 của tháng cuối quý', yearly('3,6,9,12', 15, { exclusive: true })],
]);
