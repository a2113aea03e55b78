import { expect, test } from 'vitest';
import {
  campaignOf,
  periodAimed,
  periodEnacted,
  periodIssued,
  periodOf,
  periodTold,
  stageAround,
} from '../../../src/extract/header/period.ts';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { type HeaderCase, headerRead } from './make.ts';

const CASES: [title: string, start: string | null, end: string | null][] = [
  ['KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH GIAI ĐOẠN 2021 - 2025', '2021-01-01', '2025-12-31'],
  ['Kế hoạch giai đoạn 2026–2030', '2026-01-01', '2030-12-31'],
  ['KẾ HOẠCH GIAI ĐOẠN 20262030', '2026-01-01', '2030-12-31'],
  ['Kế hoạch từ năm 2022 đến năm 2025', '2022-01-01', '2025-12-31'],
  ['Kế hoạch giai đoạn 2021-2025, định hướng đến năm 2030', '2021-01-01', '2025-12-31'],
  ['Kế hoạch phát triển kinh tế - xã hội 5 năm 2021-2025', '2021-01-01', '2025-12-31'],
  ['Kế hoạch cải cách hành chính năm 2019', '2019-01-01', '2019-12-31'],
  ['KẾ HOẠCH NĂM AN TOÀN GIAO THÔNG 2023', '2023-01-01', '2023-12-31'],
  ['KẾ HOẠCH ĐỔI MỚI CÔNG NGHỆ ĐẾN NĂM 2035', '2024-01-01', '2035-12-31'],
  ['Kế hoạch nước sạch đến cuối năm 2035', '2024-01-01', '2035-12-31'],
  ['Kế hoạch đến năm 2030, tầm nhìn đến năm 2045', '2024-01-01', '2030-12-31'],
  ['Kế hoạch năm 2024 thực hiện Chương trình giai đoạn 2021-2025', '2024-01-01', '2024-12-31'],
  ['Kế hoạch thực hiện Chương trình giai đoạn 2021-2025 trên địa bàn tỉnh năm 2022', '2022-01-01', '2022-12-31'],
  // The year of something else.
  ['Kế hoạch nhân rộng mô hình năm 2019 trong giai đoạn 2021-2025', '2021-01-01', '2025-12-31'],
  ['Kế hoạch 6 tháng cuối năm 2025', '2025-07-01', '2025-12-31'],
  ['Kế hoạch công tác quý II năm 2023', '2023-04-01', '2023-06-30'],
  ['Kế hoạch công tác quý IV/năm 2023', '2023-10-01', '2023-12-31'],
  ['Kế hoạch tháng 02 năm 2024', '2024-02-01', '2024-02-29'],
  ['KẾ HOẠCH THỰC HIỆN CHỈ THỊ SỐ 31/CT-TTG NGÀY 21/12/2023 NĂM 2024', '2024-01-01', '2024-12-31'],
  // The month of issue, or of a meeting.
  ['Kế hoạch số: 64/KH-UBND ngày tháng 3 năm 2024 về đào tạo nghề, năm 2024', '2024-01-01', '2024-12-31'],
  ['Tháng 5 năm 2024, UBND tỉnh ban hành Kế hoạch giảm nghèo năm 2025', '2025-01-01', '2025-12-31'],
  ['Tại phiên họp tháng 12 năm 2023, UBND tỉnh thông qua kế hoạch năm 2024', '2024-01-01', '2024-12-31'],
  ['Trong cuộc họp tháng 3 năm 2024, UBND huyện đã thông qua kế hoạch năm 2024', '2024-01-01', '2024-12-31'],
  ['Kế hoạch 60/KH-UBND năm 2024 về chuyển đổi số năm 2025', '2025-01-01', '2025-12-31'],
  ['Quyết định 14/QĐ-UBND năm 2018 phê duyệt quy hoạch đến năm 2025', '2024-01-01', '2025-12-31'],
];

test.each(CASES)('%s', (title, start, end) => {
  expect(periodOf(loadKnowledge(), title, 2024)).toEqual({ start, end });
});

test('without a year of issue, the start stays open', () => {
  expect(periodOf(loadKnowledge(), 'Kế hoạch đến năm 2035', null)).toEqual({ start: null, end: '2035-12-31' });
});

test.each([
  'KẾ HOẠCH THỰC HIỆN CHỈ THỊ SỐ 31/CT-TTG NGÀY 21/12/2023 CỦA THỦ TƯỚNG CHÍNH PHỦ',
  'Kế hoạch thực hiện Chỉ thị ngày 21 tháng 4 năm 2025',
  'Kế hoạch triển khai Luật số 35/2024/QH15',
  'Kế hoạch tăng cường an toàn thực phẩm',
  'Kế hoạch đưa đón học sinh năm học 2024-2025',
])('tells none: %s', (title) => {
  expect(periodOf(loadKnowledge(), title, 2024)).toBeNull();
});

const PREAMBLES: HeaderCase[] = [
  [
    'a preamble names plans of others before its own',
    [
      'CỦA HUYỆN LÂM THAO VỀ NƯỚC SẠCH',
      'Căn cứ Quyết định của Chính phủ ban hành Chương trình nước sạch giai đoạn 2016 - 2030, Ủy ban nhân dân huyện Lâm Thao xây dựng Kế hoạch giai đoạn 2021 - 2025 như sau:',
    ],
    { period: ['2021-01-01', '2025-12-31'] },
  ],
];

test.each(PREAMBLES)('%s', (_name, lines, expected) => {
  expect(headerRead(lines)).toMatchObject(expected);
});

test.each<[body: string, period: [string | null, string | null] | null]>([
  ['Nội dung\nII. MỤC TIÊU ĐẾN NĂM 2030\n1. Mục tiêu chung', ['2024-01-01', '2030-12-31']],
  ['Nội dung\n1. Mục tiêu giai đoạn 2026 - 2030:\n- Hoàn thành 90%.', ['2026-01-01', '2030-12-31']],
  ['Nội dung\nI. MỤC TIÊU\nĐến năm 2030 hoàn thành 90%.', null],
  ['Mục tiêu đến năm 2030 hoàn thành 90%.\n', null],
  ['Nội dung\nMục tiêu năm 2019\n', null],
])('the heading of the aims: %j', (body, period) => {
  const found = periodAimed(loadKnowledge(), body, 2024);
  expect(found === null ? null : [found.start, found.end]).toEqual(period);
});

/** What an article says, and the period of the plan that it is about. */
const TOLD: readonly (readonly [text: string, start: string | null, end: string | null])[] = [
  ['Huyện ủy đã thông qua Nghị quyết về nhiệm vụ kinh tế - xã hội 5 năm 2021 – 2025.', '2021-01-01', '2025-12-31'],
  ['Hội nghị quán triệt Nghị quyết Đại hội Đảng bộ huyện (nhiệm kỳ 2020 - 2025).', '2020-01-01', '2025-12-31'],
  ['Ngày 8/1, UBND huyện triển khai kế hoạch trồng rừng, dự toán ngân sách năm 2010.', '2010-01-01', '2010-12-31'],
  [
    'HĐND phường khóa I, nhiệm kỳ 2021-2026, thông qua nghị quyết về nhiệm vụ 6 tháng cuối năm 2025.',
    '2025-07-01',
    '2025-12-31',
  ],
  ['Huyện vừa tổng kết phong trào năm 2022, triển khai nhiệm vụ năm 2023.', '2023-01-01', '2023-12-31'],
  ['Xã còn 120 hộ nghèo. Năm 2019, xã phấn đấu giảm 30 hộ.', '2019-01-01', '2019-12-31'],
  ['(GLO)- Năm 2020, ngành Thuế tỉnh phấn đấu thu 900 tỷ đồng.', '2020-01-01', '2020-12-31'],
  ['Kế hoạch phòng, chống sốt rét năm 2013 vừa được đưa ra.', '2013-01-01', '2013-12-31'],
  ['CÁC CHỈ TIÊU CHỦ YẾU TRONG NHIỆM KỲ 2020-2025 1. Thu nhập', '2020-01-01', '2025-12-31'],
  // A congress decides for the term that it opens; a council's own term is none of its resolutions'.
  ['Sáng nay, Đại hội đại biểu Đảng bộ huyện lần thứ V, nhiệm kỳ 2025 - 2030 đã bế mạc.', '2025-01-01', '2030-12-31'],
  ['Đại hội Đảng bộ tỉnh khóa IX (2020 – 2025) thông qua nhiều mục tiêu.', '2020-01-01', '2025-12-31'],
];
test.each(TOLD)('the plan of an article: %s', (text, start, end) => {
  expect(periodTold(loadKnowledge(), text, null)).toEqual({ start, end });
});

test.each([
  'Hội nghị đánh giá tình hình thực hiện nhiệm vụ năm 2016.',
  'Số việc làm đạt 70% kế hoạch, tăng so với cùng kỳ năm 2020.',
  'HĐND tỉnh khóa X, nhiệm kỳ 2021-2026 khai mạc kỳ họp.',
  'Tỉnh góp phần đạt mục tiêu của Chiến lược quốc gia về bình đẳng giới giai đoạn 2021 - 2030.',
  'Bộ đề xuất 8 nhiệm vụ từ nay đến hết năm 2025.',
  'Kế hoạch hướng tới mục tiêu chấm dứt bệnh phong vào năm 2030.',
])('no plan of an article: %s', (text) => {
  expect(periodTold(loadKnowledge(), text, null)).toBeNull();
});

const YEAR_2025 = { start: '2025-01-01', end: '2025-12-31' };
test.each<[text: string, period: [string, string] | null]>([
  ['Giai đoạn 2021 - 2025, tỉnh đề ra mục tiêu 92% hộ có nước sạch.', ['2021-01-01', '2025-12-31']],
  ['Đó là mục tiêu được đề ra tại Kế hoạch nước sạch, giai đoạn 2022 - 2030.', ['2022-01-01', '2030-12-31']],
  ['Giai đoạn 2016 - 2020, tỉnh phấn đấu 80% hộ có nước sạch.', null],
  ['Năm 2025, tỉnh phấn đấu 92% hộ có nước sạch.', null],
])('the stage of an article whose headline tells of 2025: %s', (text, period) => {
  const found = stageAround(loadKnowledge(), text, YEAR_2025);
  expect(found === null ? null : [found.start, found.end]).toEqual(period);
});

test.each([
  [
    'Căn cứ Luật Đầu tư;\nĐiều 1. Thông qua Đề án trồng rừng, giai đoạn 2021 - 2025, cụ thể như sau:',
    '2021-01-01',
    '2025-12-31',
  ],
  ['Điều 1. Phê duyệt danh mục dự án.\nĐiều 2. Kế hoạch năm 2022.', undefined, undefined],
])('what the first article enacts: %j', (body, start, end) => {
  const period = periodEnacted(loadKnowledge(), body, 2021);
  expect([period?.start, period?.end]).toEqual([start, end]);
});

test.each([
  ['Căn cứ Quyết định số 12/QĐ-TTg của Thủ tướng về việc ban hành Kế hoạch giai đoạn 2022-2025;', undefined],
  ['Căn cứ Quyết định số 12/QĐ-UBND của UBND tỉnh ban hành Kế hoạch giai đoạn 2022-2025;', undefined],
  ['Căn cứ Nghị quyết số 30c/NQ-CP ban hành Chương trình giai đoạn 2011-2020;', undefined],
  ['Thực hiện Quyết định số 12/QĐ-TTg, UBND tỉnh ban hành Kế hoạch giai đoạn 2022-2025 như sau:', '2022-01-01'],
])('a plan that another document issued gives none: %s', (body, start) => {
  expect(periodIssued(loadKnowledge(), body, 2022)?.start).toBe(start);
});

test('a programme of the state is its own', () => {
  const text = 'Theo chương trình mục tiêu quốc gia giai đoạn 2016-2020, cả nước phấn đấu có 50% xã đạt chuẩn.';
  expect(periodTold(loadKnowledge(), text, 2017, true)).toEqual({ start: '2016-01-01', end: '2020-12-31' });
  expect(periodTold(loadKnowledge(), text, 2017)).toBeNull();
});

test('the stage of a plan that was issued, around the year of a headline', () => {
  const text =
    'Đó là mục tiêu trong kế hoạch thực hiện cuộc vận động rèn luyện giai đoạn 2021-2030 vừa được UBND tỉnh ban hành.';
  expect(stageAround(loadKnowledge(), text, { start: null, end: '2025-12-31' })).toEqual({
    start: '2021-01-01',
    end: '2030-12-31',
  });
});

test.each([
  ['Kế hoạch ra quân từ ngày 01/6/2022 đến ngày 31/8/2022', '2022-06-01', '2022-08-31'],
  ['Chiến dịch từ 15 tháng 11 đến hết ngày 15 tháng 12 năm 2023', '2023-11-15', '2023-12-15'],
  ['Chiến dịch từ ngày 31/12/2023 đến ngày 15/12/2023', undefined, undefined],
  ['Kế hoạch năm 2023', undefined, undefined],
])('the days of a campaign: %s', (title, start, end) => {
  const period = campaignOf(loadKnowledge(), title);
  expect([period?.start, period?.end]).toEqual([start, end]);
});

test('words of two cells of a table name no plan together', () => {
  expect(periodTold(loadKnowledge(), 'Tiêu chí\tChỉ tiêu đề xuất\tHiện trạng năm 2017\n', null)).toBeNull();
});
