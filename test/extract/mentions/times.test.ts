import { expect, test } from 'vitest';
import { findMentions } from '../../../src/extract/mentions/find.ts';
import type { Context } from '../../../src/knowledge/context.ts';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import type { Deadline } from '../../../src/model/record.ts';

const FIVE_YEARS: Context = { year: 2021, date: null, singleYear: false, knowledge: loadKnowledge() };
const ONE_YEAR: Context = { year: 2021, date: null, singleYear: true, knowledge: loadKnowledge() };
const NO_YEAR: Context = { year: null, date: null, singleYear: false, knowledge: loadKnowledge() };
const deadlines = (text: string, context = FIVE_YEARS) =>
  findMentions(text, context).filter((mention) => mention.kind === 'deadline');

const during = (start: string | null, end: string | null): Partial<Deadline> => ({ type: 'during', start, end });
const by = (end: string, exclusive = false): Partial<Deadline> => ({ type: 'by', start: null, end, exclusive });
const yearly = (month: number | string, day: number, more: Partial<Deadline> = {}): Partial<Deadline> => ({
  type: 'recurring',
  start: null,
  end: null,
  rrule: `FREQ=YEARLY;BYMONTH=${month};BYMONTHDAY=${day}`,
  ...more,
});
const monthly: Partial<Deadline> = { type: 'recurring', rrule: 'FREQ=MONTHLY;BYMONTHDAY=-1' };
const after = (more: Partial<Deadline> = {}): Partial<Deadline> => ({
  type: 'after-event',
  start: null,
  end: null,
  ...more,
});

const FOUND: [text: string, found: string, expected: Partial<Deadline>, context?: Context][] = [
  // years
  ['Đến năm 2025, các chỉ tiêu', 'Đến năm 2025', by('2025-12-31')],
  ['đến hết năm 2025 đạt', 'đến hết năm 2025', by('2025-12-31')],
  ['Phấn đấu đến cuối năm 2025', 'đến cuối năm 2025', by('2025-12-31')],
  ['từ nay đến năm 2025', 'từ nay đến năm 2025', by('2025-12-31')],
  ['hoàn thành trước năm 2025', 'trước năm 2025', by('2025-01-01', true)],
  ['đạt 40% vào năm 2025', 'vào năm 2025', during('2025-01-01', '2025-12-31')],
  ['trong năm 2021', 'trong năm 2021', during('2021-01-01', '2021-12-31')],
  ['Năm 2025 đạt 60%', 'Năm 2025', during('2025-01-01', '2025-12-31')],
  ['từ năm 2025 trở đi', 'từ năm 2025 trở đi', during('2025-01-01', null)],
  ['từ năm 2021 đến năm 2025', 'từ năm 2021 đến năm 2025', during('2021-01-01', '2025-12-31')],
  ['trong giai đoạn 2021-2025', 'trong giai đoạn 2021-2025', during('2021-01-01', '2025-12-31')],
  ['giai đoạn 2021 – 2025', 'giai đoạn 2021 – 2025', during('2021-01-01', '2025-12-31')],
  ['giai đoạn từ năm 2021 đến năm 2025', 'giai đoạn từ năm 2021 đến năm 2025', during('2021-01-01', '2025-12-31')],
  ['nhiệm kỳ 2020 - 2025', 'nhiệm kỳ 2020 - 2025', during('2020-01-01', '2025-12-31')],
  ['thời kỳ 2021-2030', 'thời kỳ 2021-2030', during('2021-01-01', '2030-12-31')],
  ['2026', '2026', during('2026-01-01', '2026-12-31')],
  ['2025 - 2035', '2025 - 2035', during('2025-01-01', '2035-12-31')],
  ['từ giai đoạn 2026-2030', 'từ giai đoạn 2026-2030', during('2026-01-01', '2030-12-31')],
  ['Quý IV năm 2024 và các năm tiếp theo', 'Quý IV năm 2024 và các năm tiếp theo', during('2024-10-01', null)],
  ['Mục tiêu đến năm 2030, tầm nhìn đến năm 2045', 'đến năm 2030', by('2030-12-31')],
  ['Ban hành Kế hoạch trong năm 2026', 'trong năm 2026', during('2026-01-01', '2026-12-31')],
  ['Xây dựng Kế hoạch, năm 2026 đạt 90%', 'năm 2026', during('2026-01-01', '2026-12-31')],
  ['theo Kế hoạch của tỉnh, 100% xã đạt chuẩn năm 2026', 'năm 2026', during('2026-01-01', '2026-12-31')],
  ['từ 2021 đến 2025', 'từ 2021 đến 2025', during('2021-01-01', '2025-12-31')],
  ['Thời gian thực hiện: 2026', '2026', during('2026-01-01', '2026-12-31')],
  ['Giai đoạn 1 (2021-2025)', 'Giai đoạn 1 (2021-2025)', during('2021-01-01', '2025-12-31')],
  ['Đến 2030 đạt 95%', 'Đến 2030', by('2030-12-31')],
  ['đến 12/2025', 'đến 12/2025', by('2025-12-31')],
  ['08/2025', '08/2025', during('2025-08-01', '2025-08-31')],
  ['từ 06/2025 - 12/2025', 'từ 06/2025 - 12/2025', during('2025-06-01', '2025-12-31')],
  ['Tháng 6, 7/2025', 'Tháng 6, 7/2025', during('2025-06-01', '2025-07-31')],
  ['Quý I, quý III hằng năm', 'Quý I, quý III hằng năm', yearly('3,9', -1)],
  ['Ngay khi có hướng dẫn', 'Ngay khi có hướng dẫn', after()],
  // parts of a year
  ['Ban hành Đề án trong quý II/2021', 'trong quý II/2021', during('2021-04-01', '2021-06-30')],
  ['Quí IV/2025', 'Quí IV/2025', during('2025-10-01', '2025-12-31')],
  ['quý 3 năm 2024', 'quý 3 năm 2024', during('2024-07-01', '2024-09-30')],
  ['quý III, IV/2021', 'quý III, IV/2021', during('2021-07-01', '2021-12-31')],
  ['Qúy I/2021', 'Qúy I/2021', during('2021-01-01', '2021-03-31')],
  ['Quý I', 'Quý I', during('2021-01-01', '2021-03-31')],
  ['hoàn thành Q2/2026', 'Q2/2026', during('2026-04-01', '2026-06-30')],
  ['Q.III-Q.IV/2025', 'Q.III-Q.IV/2025', during('2025-07-01', '2025-12-31')],
  ['6 tháng đầu năm 2024', '6 tháng đầu năm 2024', during('2024-01-01', '2024-06-30')],
  ['06 tháng cuối năm', '06 tháng cuối năm', during('2021-07-01', '2021-12-31')],
  ['9 tháng năm 2025', '9 tháng năm 2025', during('2025-01-01', '2025-09-30')],
  ['Hoàn thành trong tháng 11/2021', 'trong tháng 11/2021', during('2021-11-01', '2021-11-30')],
  ['đến tháng 6 năm 2025', 'đến tháng 6 năm 2025', by('2025-06-30')],
  ['trong tháng 2/2024', 'trong tháng 2/2024', during('2024-02-01', '2024-02-29')],
  ['từ tháng 3 đến tháng 6/2022', 'từ tháng 3 đến tháng 6/2022', during('2022-03-01', '2022-06-30')],
  // days
  ['trước ngày 30/6/2024', 'trước ngày 30/6/2024', by('2024-06-30', true)],
  ['báo cáo trước ngày 16 tháng 12 năm 2025', 'trước ngày 16 tháng 12 năm 2025', by('2025-12-16', true)],
  ['chậm nhất là ngày 20/12/2023', 'chậm nhất là ngày 20/12/2023', by('2023-12-20')],
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
  ['vào các năm 2026, 2027 và 2028', 'vào các năm 2026, 2027 và 2028', during('2026-01-01', '2028-12-31')],
  ['Trong 02 năm (2025-2026)', 'Trong 02 năm (2025-2026)', during('2025-01-01', '2026-12-31')],
  ['ngày 05 của tháng đầu quý sau', 'ngày 05 của tháng đầu quý sau', yearly('1,4,7,10', 5)],
  // every year, and the plan's year
  ['Thực hiện hằng năm', 'hằng năm', yearly(12, 31)],
  ['mỗi năm tăng 20%', 'mỗi năm', yearly(12, 31)],
  ['Quý II hằng năm', 'Quý II hằng năm', yearly(6, 30)],
  ['trước ngày 15 tháng 12 hằng năm', 'trước ngày 15 tháng 12 hằng năm', yearly(12, 15, { exclusive: true })],
  ['10/12 hàng năm', '10/12 hàng năm', yearly(12, 10)],
  ['tháng 2 hằng năm', 'tháng 2 hằng năm', yearly(2, -1)],
  [
    'Ban hành Kế hoạch trước ngày 30/01 của năm Kế hoạch',
    'trước ngày 30/01 của năm Kế hoạch',
    yearly(1, 30, { exclusive: true }),
  ],
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
  ['Thực hiện trong năm Kế hoạch', 'trong năm Kế hoạch', yearly(12, 31)],
  ['Thực hiện trong năm Kế hoạch', 'trong năm Kế hoạch', during('2021-01-01', '2021-12-31'), ONE_YEAR],
  ['được ban hành trong năm, bảo đảm', 'trong năm', yearly(12, 31)],
  // more often, less often
  ['báo cáo hằng quý', 'hằng quý', yearly('3,6,9,12', -1)],
  ['mỗi quý có ít nhất 04 tin', 'mỗi quý', yearly('3,6,9,12', -1)],
  ['chuyên mục hằng tháng', 'hằng tháng', monthly],
  ['định kỳ 6 tháng báo cáo', 'định kỳ 6 tháng', yearly('6,12', -1)],
  ['06 tháng một lần', '06 tháng một lần', yearly('6,12', -1)],
  ['Định kỳ 6 tháng, hằng năm', 'Định kỳ 6 tháng, hằng năm', yearly('6,12', -1)],
  ['đánh giá 01 lần/năm', '01 lần/năm', yearly(12, 31)],
  [
    'trước ngày 20 hằng tháng',
    'trước ngày 20 hằng tháng',
    { type: 'recurring', rrule: 'FREQ=MONTHLY;BYMONTHDAY=20', exclusive: true },
  ],
  ['trước ngày 15 của tháng cuối quý', 'trước ngày 15 của tháng cuối quý', yearly('3,6,9,12', 15, { exclusive: true })],
  // no date
  ['Thường xuyên', 'Thường xuyên', { type: 'ongoing', start: null, end: null, rrule: null }],
  ['Nhiệm vụ thường xuyên', 'thường xuyên', { type: 'ongoing' }],
  [
    'Ngay sau khi các Chỉ số PAR- INDEX; PAPI của tỉnh được công bố',
    'Ngay sau khi các Chỉ số PAR- INDEX; PAPI của tỉnh được công bố',
    after(),
  ],
  ['Cập nhật ngay sau khi Quyết định được ban hành, tạo thuận lợi', 'ngay sau khi Quyết định được ban hành', after()],
  ['Sau khi có hướng dẫn của Trung ương', 'Sau khi có hướng dẫn của Trung ương', after()],
  ['trong vòng 05 ngày làm việc', 'trong vòng 05 ngày làm việc', after({ duration: 'P5D', workingDays: true })],
  [
    'trong 10 ngày kể từ ngày ký, các sở',
    'trong 10 ngày kể từ ngày ký',
    after({ duration: 'P10D', workingDays: false }),
  ],
  ['trong 24 giờ kể từ khi nhận', 'trong 24 giờ kể từ khi nhận', after({ duration: 'PT24H' })],
  ['có hiệu lực kể từ ngày ký', 'kể từ ngày ký', after()],
  ['Theo lộ trình của Đề án', 'Theo lộ trình của Đề án', { type: 'per-schedule', start: null, end: null }],
  ['Theo Kế hoạch hằng năm của Bộ Nội vụ', 'Theo Kế hoạch hằng năm của Bộ Nội vụ', { type: 'per-schedule' }],
];

test.each(FOUND)('deadline: %s', (text, found, expected, context) => {
  const mentions = deadlines(text, context);
  expect(mentions.map((mention) => mention.text)).toEqual([found]);
  expect(mentions[0]?.value).toMatchObject({ ...expected, basis: 'explicit', text: found });
});

const SILENT = [
  'phường 5, Q.3, thành phố',
  'Kế hoạch số 1782/KH-UBND',
  'Luật số 63/2020/QH14',
  'Nghị định 43/2011/NĐ-CP ngày 13/6/2011 của Chính phủ',
  'Kế hoạch số 526/KH-UBND ngày 08 tháng 02 năm 2021 của UBND tỉnh',
  'theo Luật Tổ chức chính quyền địa phương năm 2015',
  'Luật Đầu tư ngày 17 tháng 6 năm 2020',
  'Hiến pháp năm 2013',
  'Điện thoại: 0210 3846 647',
  'Tổng số 2021 hồ sơ',
  'Tiêu chuẩn ISO 9001:2015',
  'nhiệm vụ thứ ba',
  'tầm nhìn đến năm 2045',
  'định hướng đến năm 2030',
  'tăng 20% so với năm 2020',
  'so với cùng kỳ năm 2024',
  'lần thứ XIX, nhiệm kỳ 2020-2025',
  'năm học 2025-2026',
  'trong 3 năm qua',
  'ngày 31 tháng 02 năm 2021',
  'thời gian giải quyết không quá 15 ngày làm việc',
  'mức chi thường xuyên trên 30%',
  'được rà soát thường xuyên, sau khi được rà soát phải bảo đảm',
  'kinh phí chi thường xuyên hằng năm',
  'tỷ lệ 3/4 diện tích',
  'đến 2025 hồ sơ',
  'Quyết định số 12/2025 của',
  'sau năm 2030',
  'từ 2000 đến 2050 hộ dân',
  'Số hồ sơ: 2025',
  'giảm so với mức 65 USD/thùng năm 2006',
  'doanh thu trong năm tài chính',
  'phê duyệt “Chương trình Chuyển đổi số quốc gia đến năm 2025, định hướng đến năm 2030”',
  'Chương trình phòng, chống ma túy giai đoạn 2021-2025',
  'trong vòng 3 năm tới',
  'số liệu tính đến ngày 31/7/2024',
  'ngày ... tháng ... năm 2024',
  'phần mềm phiên bản 2.0.1',
];

test.each(SILENT)('no deadline: %s', (text) => {
  expect(deadlines(text)).toEqual([]);
});

test('a day without a year stays unread where no year is known', () => {
  expect(deadlines('trước ngày 30/6', NO_YEAR)).toEqual([]);
  expect(deadlines('trước ngày 30/6 hằng năm', NO_YEAR)).toHaveLength(1);
});
