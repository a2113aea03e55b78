import { expect, test } from 'vitest';
import {
  cellUnit,
  ofChange,
  signOf,
  splitUnit,
  unitAbove,
  unitOfPeople,
  unitOfWords,
} from '../../../src/extract/tables/units-of-cells.ts';
import type { Context } from '../../../src/knowledge/context.ts';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';

const context: Context = { knowledge: loadKnowledge(), year: 2026, date: '2026-01-15', singleYear: false };

const UNITS: [written: string, unit: string, factor: number, shareOf: string][] = [
  ['Tỷ đồng', 'VND', 1e9, ''],
  ['Triệu đồng/người/năm', 'VND/người/năm', 1e6, ''],
  ['Nghìn tấn', 'tấn', 1e3, ''],
  ['Tr. đồng', 'VND', 1e6, ''],
  ['Tr.đồng', 'VND', 1e6, ''],
  ['Tr. GRT', 'GRT', 1e6, ''],
  ['Tỷ lệ hộ', '%', 1, ''],
  ['1000 người', 'người', 1e3, ''],
  ['1.000 USD', 'USD', 1e3, ''],
  ['10⁹ đồng', 'VND', 1e9, ''],
  ['10^6 đồng', 'VND', 1e6, ''],
  ['109 đồng', 'VND', 1e9, ''],
  ['106kWh', 'kWh', 1e6, ''],
  ['%', '%', 1, ''],
  ['% GRDP', '%', 1, 'GRDP'],
  ['%/năm', '%/năm', 1, ''],
  ['Tỷ lệ %', '%', 1, ''],
  ['Thứ bậc', 'rank', 1, ''],
  ['%0', '‰', 1, ''],
  ['năm', 'year', 1, ''],
  ['Ngày', 'day', 1, ''],
  ['m²/người', 'm2/người', 1, ''],
];
test.each(UNITS)('a unit cell "%s"', (written, unit, factor, shareOf) => {
  expect(cellUnit(context, written)).toEqual({ unit, factor, shareOf });
});

test('a cell with a dash names no unit', () => {
  expect(cellUnit(context, '-')).toBeUndefined();
});

const SPLIT: [text: string, words: string, unit: string | undefined][] = [
  ['Thu ngân sách (tỷ đồng)', 'Thu ngân sách', 'VND'],
  ['Tốc độ tăng tổng sản phẩm (GRDP) (%)', 'Tốc độ tăng tổng sản phẩm (GRDP)', '%'],
  ['Tỷ lệ che phủ rừng, %', 'Tỷ lệ che phủ rừng', '%'],
  ['Kim ngạch xuất khẩu; triệu USD', 'Kim ngạch xuất khẩu', 'USD'],
  ['Lượng (ĐVT: tấn)', 'Lượng', 'tấn'],
  ['Giá trị sản xuất (giá so sánh 2010)', 'Giá trị sản xuất (giá so sánh 2010)', undefined],
  ['Lĩnh vực khoa học, công nghệ', 'Lĩnh vực khoa học, công nghệ', undefined],
  ['Số xã đạt chuẩn (xã)', 'Số xã đạt chuẩn', 'xã'],
  ['Thu nội địa, không kể tiền đất', 'Thu nội địa, không kể tiền đất', undefined],
];
test.each(SPLIT)('"%s" is words and a unit', (text, words, unit) => {
  const split = splitUnit(context, text);
  expect([split.words, split.unit?.unit]).toEqual([words, unit]);
});

test.each([
  ['Tiêu chuẩn cấp nước (l/người.ngày)', 'Tiêu chuẩn cấp nước', 'l/người.ngày'],
  ['Công suất (m 3/ngày)', 'Công suất', 'm3/ngày'],
  ['Nhóm (l)', 'Nhóm (l)', undefined],
])('the unit in the head "%s"', (head, words, unit) => {
  const split = splitUnit(context, head);
  expect([split.words, split.unit?.unit]).toEqual([words, unit]);
});

test.each([
  ['Đơn vị tính: Tỷ đồng', 'VND'],
  ['(ĐVT: nghìn tấn)', 'tấn'],
  ['Đơn vị tính - Unit: %', '%'],
  ['Đơn vị: Sở Tài chính chủ trì thực hiện các nhiệm vụ sau đây', undefined],
  ['Các chỉ tiêu chủ yếu:', undefined],
])('above a table, "%s"', (line, unit) => {
  expect(unitAbove(context, line)?.unit).toBe(unit);
});

test.each([
  ['-4,13', -1],
  ['– 0,5%', -1],
  ['4,13', 1],
  ['- Diện tích', 1],
])('the sign of "%s"', (text, sign) => {
  expect(signOf(text)).toBe(sign);
});

test.each<[words: string, value: number, unit: string | undefined]>([
  ['Số giường bệnh', 7343, 'giường bệnh'],
  ['Số bác sỹ cho 10000 dân', 9.06, 'bác sỹ'],
  ['Bác sĩ/vạn dân', 13, 'bác sĩ/vạn dân'],
  ['Khu vực có vốn đầu tư nước ngoài', 1250, undefined],
  ['Dịch vụ', 46, undefined],
  ['Dân số trung bình', 7129, undefined],
  ['Tỷ lệ hộ nghèo', 5.3, '%'],
  ['Tỷ lệ giới tính khi sinh', 99, undefined],
  ['Tỷ lệ tử vong trẻ em', 9, undefined],
  ['Tỷ lệ bác sĩ/vạn dân', 9, undefined],
  ['Tỷ lệ bác sĩ trên 10.000 dân', 9, undefined],
  ['Tỷ lệ hộ vay trên tổng số hộ', 9, '%'],
  ['Xếp hạng DTI', 9, 'rank'],
  ['Thứ hạng chỉ số PCI', 9, 'rank'],
  ['Xếp hạng di tích', 9, undefined],
  ['Tỷ lệ lao động', 5400, undefined],
])('the unit that the words "%s" beside %d tell', (words, value, unit) => {
  expect(unitOfWords(context, words, value, false)).toBe(unit);
});

test('what is aimed at begins with what is counted', () => {
  expect(unitOfWords(context, 'xã đạt chuẩn nông thôn mới', 7, true)).toBe('xã');
});

test('a share changes by percentage points, an index by points', () => {
  const points = cellUnit(context, 'điểm');
  expect(ofChange(context, 'Mức giảm tỷ lệ hộ nghèo', points)?.unit).toBe('pp');
  expect(ofChange(context, 'Chỉ số PAR Index', points)?.unit).toBe('point');
});

test.each<[measure: string, values: number[], unit: string | undefined]>([
  ['Dân số', [86_606, 1135], 'người'],
  ['Số dân được cấp nước', [33_056], 'người'],
  ['Dân số', [7129, 1250], undefined],
  ['Dân số', [86.6, 21_000], undefined],
  ['Số dân quân', [21_000], undefined],
])('people below "%s": %j', (measure, values, unit) => {
  expect(unitOfPeople(measure, values)?.unit).toBe(unit);
});

test.each<[text: string, unit: string | undefined]>([
  ['Số giải tổ chức (giải)', 'giải'],
  ['Huy chương quốc gia (huy chương)', 'huy chương'],
  ['Đón khách theo tháng (lượt người)', 'lượt người'],
  ['Xuất khẩu lao động (chính thức)', undefined],
  ['Xã (đặc biệt khó khăn)', undefined],
  ['Số lượng (tối thiểu)', undefined],
  ['Tổng số (nữ)', undefined],
  ['Tổng số (người)', 'người'],
  ['2026 (kế hoạch)', undefined],
  ['Năm 2025 (ước thực hiện)', undefined],
  ['Số kế hoạch (kế hoạch)', undefined],
  ['Tỷ suất chết mẹ (trên 100.000 trẻ đẻ sống)', '/100.000 trẻ đẻ sống'],
  ['Số bác sĩ (trên 10.000 dân)', undefined],
  ['Tỷ lệ bác sĩ (trên 10.000 dân)', '/10.000 dân'],
  ['Tỷ lệ trẻ bú mẹ (trong 6 tháng đầu)', undefined],
  ['Số lượng (dự kiến)', undefined],
  ['Số hộ (hộ nghèo)', undefined],
  ['Tỷ lệ người dân tham gia (người lớn)', undefined],
  ['Đàn gia súc (con trâu)', undefined],
])('a bracket that says again what "%s" counts', (text, unit) => {
  expect(splitUnit(context, text).unit?.unit).toBe(unit);
});
test('heads that are a unit by themselves', () => {
  expect(unitOfWords(context, 'Thứ hạng', 12, false)).toBe('rank');
  expect(unitOfWords(context, 'Điểm số', 7.5, false)).toBe('point');
  expect(unitOfWords(context, 'Điểm dân cư', 7, false)).toBeUndefined();
  expect(unitOfWords(context, 'Số học viên', 30, false)).toBe('học viên');
});
test('what is counted by its short name', () => {
  expect(unitOfWords(context, 'Số HTX thành lập mới', 4, false)).toBe('HTX');
  expect(unitOfWords(context, 'HTX thành lập mới', 4, false)).toBeUndefined();
  expect(unitOfWords(context, 'SỐ HTX THÀNH LẬP MỚI', 4, false)).not.toBe('HTX');
  expect(unitOfWords(context, 'TỔNG SỐ LAO ĐỘNG', 4, false)).toBe('LAO ĐỘNG');
  expect(unitOfWords(context, 'Số BS trên 10.000 dân', 4, false)).toBeUndefined();
});

test('two units in brackets name none', () => {
  expect(splitUnit(context, 'Thu nội địa tăng (%) (tỷ đồng)')).toEqual({
    words: 'Thu nội địa tăng (%) (tỷ đồng)',
    unit: undefined,
  });
  expect(splitUnit(context, 'Tốc độ tăng (GRDP) (%)').unit?.unit).toBe('%');
});
