import { expect, test } from 'vitest';
import {
  levelOfChange,
  measureOfCaption,
  measureOfTitle,
  sharesMoneyOut,
} from '../../../src/extract/tables/caption.ts';
import type { Context } from '../../../src/knowledge/context.ts';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';

const context: Context = { knowledge: loadKnowledge(), year: null, date: null, singleYear: false };

test.each<[caption: string, rows: string, measure: string | undefined]>([
  ['Công suất các trạm bơm dự kiến (m3/ngày)', 'Trạm bơm', 'Công suất'],
  ['Diện tích của các xã đến năm 2030', 'Xã', 'Diện tích'],
  ['Lượng nước cấp (m3)', 'Đô thị', 'Lượng nước cấp'],
  ['Diện tích, dân số và những chỉ tiêu khác của vùng quy hoạch', 'Đô thị', undefined],
  ['Danh sách các trạm bơm', 'Trạm bơm', undefined],
])('what "%s" measures above rows of "%s"', (caption, rows, measure) => {
  expect(measureOfCaption(context, caption, rows)).toBe(measure);
});

test.each<[title: string, measure: string | undefined]>([
  ['Chỉ tiêu giảm hộ cận nghèo giao các xã (Đơn vị tính: %)', 'giảm hộ cận nghèo'],
  ['PHÂN BỔ KẾ HOẠCH TRỒNG CÂY PHÂN TÁN NĂM 2026 CHO CÁC XÃ', 'trồng cây phân tán'],
  ['Giao chỉ tiêu kết nạp hội viên năm 2026', 'kết nạp hội viên'],
  ['Chỉ tiêu giao năm 2026', undefined],
  ['Chỉ tiêu giao các xã, phường năm 2026', undefined],
  ['Kế hoạch giao từng đơn vị, địa phương', undefined],
  ['Kế hoạch năm 2026 của các xã', undefined],
  ['Dân số các xã', undefined],
  ['UBND tỉnh giao chỉ tiêu trồng rừng cho các huyện', 'trồng rừng'],
  ['Kế hoạch giảm hộ nghèo', 'giảm hộ nghèo'],
  ['Kế hoạch sản lượng thủy sản năm 2026', 'sản lượng thủy sản'],
  ['Giao biên chế công chức năm 2026', 'biên chế công chức'],
  [
    'Chỉ tiêu phát triển người tham gia bảo hiểm y tế hộ gia đình (Đơn vị tính: người)',
    'phát triển người tham gia bảo hiểm y tế hộ gia đình',
  ],
  ['MỤC TIÊU', undefined],
  ['CHỈ TIÊU CỤ THỂ', undefined],
  ['Chỉ tiêu giao', undefined],
  ['huyện đạt kế hoạch', undefined],
  ['Về kế hoạch sử dụng đất', undefined],
  ['Biểu kế hoạch kiểm tra cải cách hành chính năm 2026', undefined],
  ['CHƯƠNG TRÌNH MỤC TIÊU', undefined],
  ['KẾ HOẠCH VỐN ĐẦU TƯ CÔNG', undefined],
  ['Phân bổ dự toán chi cho các đơn vị', undefined],
  ['Chỉ tiêu phát triển kinh tế - xã hội các xã', undefined],
  ['Chỉ tiêu thực hiện năm 2026 của các phòng', undefined],
  ['Chỉ tiêu thực hiện năm 2026 của từng đơn vị', undefined],
  ['Chỉ tiêu tuyển sinh năm 2026 của các trường', 'tuyển sinh'],
  ['Kế hoạch trồng cây phân tán năm 2026 (nghìn cây)', 'trồng cây phân tán'],
  ['Kế hoạch sản xuất vụ đông năm 2026 giao cho các xã (ha)', 'sản xuất vụ đông'],
  ['Giao dự toán thu ngân sách năm 2026 cho các xã', 'thu ngân sách'],
  ['Giao dự toán thu, chi ngân sách năm 2026 cho các xã', undefined],
])('what "%s" sets for the bodies below it', (title, measure) => {
  expect(measureOfTitle(context, title)).toBe(measure);
});

test('parts tell in what a plan is counted, where its title does not', () => {
  expect(measureOfTitle(context, 'Kế hoạch trồng rừng năm 2026')).toBeUndefined();
  expect(measureOfTitle(context, 'Kế hoạch trồng rừng năm 2026', true)).toBe('trồng rừng');
});

test.each([
  ['Giao dự toán thu ngân sách năm 2026 cho các xã', false],
  ['Giao chi tiết dự toán thu ngân sách năm 2026', false],
  ['Giao dự toán chi ngân sách năm 2026 cho các xã', true],
  ['Dự toán thu, chi ngân sách năm 2026', true],
  ['Phân bổ vốn cho các xã', true],
])('whether "%s" shares money out: %s', (title, shares) => {
  expect(sharesMoneyOut(context, title)).toBe(shares);
});

test.each([
  ['giảm tỷ lệ hộ nghèo', 'tỷ lệ hộ nghèo'],
  ['trồng rừng', 'trồng rừng'],
])('the level of "%s"', (measure, level) => {
  expect(levelOfChange(context, measure)).toBe(level);
});
