import { expect, test } from 'vitest';
import { readHeads, timeOf } from '../../../src/extract/tables/heads.ts';
import type { Context } from '../../../src/knowledge/context.ts';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';

const context: Context = { knowledge: loadKnowledge(), year: 2026, date: '2026-01-15', singleYear: false };

const HEADS: [heads: string[], end: string | undefined, unit: string | undefined, measure: string][] = [
  [['GIAI ĐOẠN 2026 - 2030', 'Năm 2027'], '2027-12-31', undefined, ''],
  [['Kế hoạch giai đoạn 2026-2030', '2028'], '2028-12-31', undefined, ''],
  [['Mục tiêu đến năm 2030'], '2030-12-31', undefined, ''],
  [['KH2026'], '2026-12-31', undefined, ''],
  [['Kế hoạch năm 2026', 'Diện tích (ha)'], '2026-12-31', 'ha', 'Diện tích'],
  [['Năm 2026 (%)'], '2026-12-31', '%', ''],
  // A head says the same again in another language; the year may stand there alone.
  [['Thực hiện\nImplemented target 2024'], '2024-12-31', undefined, ''],
  [['Diện tích - Area (ha)'], undefined, 'ha', 'Diện tích'],
  // Who sets an aim is no measure.
  [['Kế hoạch năm 2026 Quốc hội giao'], '2026-12-31', undefined, ''],
  [['Mục tiêu phấn đấu năm 2026 của Chính phủ'], '2026-12-31', undefined, ''],
  [['Sở Y tế'], undefined, undefined, 'Sở Y tế'],
  [['Chỉ tiêu đề xuất cho tỉnh Hòa Bình'], undefined, undefined, ''],
  [['Hiện trạng phát triển của huyện năm 2024'], '2024-12-31', undefined, ''],
  [['Mục tiêu phấn đấu của thị xã đến năm 2030'], '2030-12-31', undefined, ''],
  [['Kết quả đạt được trên địa bàn tỉnh năm 2025'], '2025-12-31', undefined, ''],
  [['Kế hoạch phát triển của xã'], undefined, undefined, ''],
  // A measure stays, whoever's it is.
  [['Kế hoạch trồng rừng của tỉnh năm 2026'], '2026-12-31', undefined, 'Kế hoạch trồng rừng của tỉnh'],
  [['Kết quả'], undefined, undefined, ''],
  [['Chỉ tiêu giao'], undefined, undefined, ''],
  [['Số hộ có nước sạch', 'Kế hoạch'], undefined, undefined, 'Số hộ có nước sạch'],
  // What figures are held against is no due date.
  [['Chỉ tiêu giảm so với năm 2025 (%)', 'Số vụ'], undefined, '%', 'Chỉ tiêu giảm: Số vụ'],
  [['Năm 2026', 'Số xã đạt chuẩn'], '2026-12-31', undefined, 'Số xã đạt chuẩn'],
  // A part of a year is of that above it.
  [['Năm 2025', 'Thực hiện 6 tháng'], '2025-06-30', undefined, ''],
  [['Thực hiện năm 2025', '9 tháng'], '2025-09-30', undefined, ''],
  [['Năm 2025', 'Thực hiện 6 tháng đầu năm'], '2025-06-30', undefined, ''],
  [['Kế hoạch năm 2027', 'Quý I'], '2027-03-31', undefined, ''],
  [['Kế hoạch năm 2027', '6 tháng cuối năm'], '2027-12-31', undefined, ''],
];
test.each(HEADS)('the heads %j', (heads, end, unit, measure) => {
  const read = readHeads(context, { heads });
  expect([read.time?.end, read.unit?.unit, read.measure]).toEqual([end, unit, measure]);
});

test.each([
  ['Giai đoạn 2025 - 2027', '2025-01-01', '2027-12-31'],
  ['2026-2030', '2026-01-01', '2030-12-31'],
  ['2029', '2029-01-01', '2029-12-31'],
])('the time that "%s" names', (words, start, end) => {
  expect(timeOf(context, words)?.deadline).toMatchObject({ type: 'during', start, end, basis: 'inherited' });
});

test('words without a time name none', () => {
  expect(timeOf(context, 'Cơ quan chủ trì')).toBeUndefined();
});

const column = (...heads: string[]) => ({ heads });
const NOW = ['Hiện trạng sử dụng năm 2020', 'Quy hoạch đến năm 2030'] as const;
const BESIDE = [
  column(NOW[0], 'Diện tích (ha)'),
  column(NOW[0], 'Cơ cấu (%)'),
  column(NOW[1], 'Cấp trên phân bổ (ha)'),
  column(NOW[1], 'Tổng số', 'Diện tích (ha)'),
];
test.each<[heads: string[], measure: string]>([
  [[NOW[0], 'Diện tích (ha)'], 'Diện tích'],
  [[NOW[1], 'Cấp trên phân bổ (ha)'], 'Cấp trên phân bổ'],
  [[NOW[1], 'Tổng số', 'Diện tích (ha)'], 'Tổng số: Diện tích'],
  // Nothing beside it has another name for another time.
  [['Diện tích gieo trồng năm 2031', 'Lúa (ha)'], 'Diện tích gieo trồng: Lúa'],
])('%j among columns of several times measures %s', (heads, measure) => {
  expect(readHeads(context, column(...heads), [...BESIDE, column(...heads)]).measure).toBe(measure);
});

test('a measure over its years, and a total over nothing', () => {
  const years = [column('Sản lượng năm 2026', 'Lúa'), column('Sản lượng năm 2027', 'Lúa')];
  expect(years.map((one) => readHeads(context, one, years).measure)).toEqual(['Sản lượng: Lúa', 'Sản lượng: Lúa']);
  const totals = [column('Năm 2026', 'Tổng số'), column('Năm 2026', 'Trong đó nữ')];
  expect(totals.map((one) => readHeads(context, one, totals).measure)).toEqual(['', 'Trong đó nữ']);
});

test('"sau năm 2030" begins with the year after it and has no end', () => {
  const read = readHeads(context, { heads: ['Diện tích sau năm 2030 (ha)'] });
  expect(read).toMatchObject({
    time: { type: 'during', start: '2031-01-01', end: null, text: 'sau năm 2030' },
    unit: { unit: 'ha' },
    measure: 'Diện tích',
  });
});

test('places that tell columns apart stay, one that all columns share goes', () => {
  const two = [column('Mục tiêu của huyện Tân Lạc'), column('Mục tiêu của huyện Lạc Sơn')];
  expect(two.map((one) => readHeads(context, one, two).measure)).toEqual([
    'Mục tiêu của huyện Tân Lạc',
    'Mục tiêu của huyện Lạc Sơn',
  ]);
  const states = [column('Thực trạng của huyện Tân Lạc'), column('Mục tiêu của huyện Tân Lạc')];
  expect(states.map((one) => readHeads(context, one, states).measure)).toEqual(['', '']);
});

test('what a head holds its figures against', () => {
  expect(readHeads(context, { heads: ['Phấn đấu giảm so với năm 2025'] }).baseline).toBe('so với năm 2025');
  expect(readHeads(context, { heads: ['Năm 2026'] }).baseline).toBeNull();
});

test.each<[head: string, end: string | undefined]>([
  ['Thực hiện 6 tháng', '2026-06-30'],
  ['Ước 9 tháng đầu năm', '2026-09-30'],
  ['Kế hoạch 6 tháng cuối năm', '2026-12-31'],
  ['Trẻ dưới 6 tháng tuổi', undefined],
  ['Tỷ lệ trẻ bú sữa mẹ hoàn toàn trong 6 tháng đầu (%)', undefined],
  ['Tỷ lệ trẻ dưới 6 tháng được bú mẹ', undefined],
  ['Trẻ 6 tháng - 23 tháng ăn bổ sung', undefined],
  ['6 tháng đầu năm', '2026-06-30'],
])('the part of the year that "%s" names', (head, end) => {
  expect(readHeads({ ...context, singleYear: true }, { heads: [head] }).time?.end).toBe(end);
});
