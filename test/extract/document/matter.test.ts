import { expect, test } from 'vitest';
import { accountOf } from '../../../src/extract/review/account.ts';
import { extracted } from '../make.ts';

const headed = (...title: readonly string[]): string[] => [
  'ỦY BAN NHÂN DÂN TỈNH QUẢNG TRỊ',
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Số: 77/NQ-HĐND',
  'Quảng Trị, ngày 12 tháng 3 năm 2022',
  'NGHỊ QUYẾT',
  ...title,
];
const figures = (lines: readonly string[], ...title: readonly string[]): (number | undefined)[] =>
  extracted(lines, headed(...title)).record.targets.map(({ quantity }) => quantity?.value);

const SUPPORT = [
  'Điều 1. Nội dung',
  'Hộ gia đình được hỗ trợ 70% chi phí mua giống.',
  'Tổ hợp tác có từ 10 hộ trở lên được vay 50% giá trị hợp đồng.',
];

test('a bound or a rate that a document lays down is no target', () => {
  expect(figures(SUPPORT, 'Quy định chính sách hỗ trợ trồng mắc ca')).toEqual([]);
  expect(figures(SUPPORT, 'Sửa đổi, bổ sung một số điều của quy chế khuyến nông')).toEqual([]);
  expect(figures(SUPPORT, 'Về phát triển cây mắc ca')).not.toEqual([]);
});

test('what such a document aims at is one', () => {
  const aims = ['Điều 1. Mục tiêu', '1. Đến năm 2026, 80% hộ trồng mắc ca tham gia liên kết.', 'Điều 2. Mức hỗ trợ'];
  expect(figures([...aims, '1. Hỗ trợ 70% chi phí mua giống.'], 'Quy định chính sách hỗ trợ trồng mắc ca')).toEqual([
    80,
  ]);
});

test('its tables are read only among its aims', () => {
  const table = ['TT | Chỉ tiêu | Đơn vị tính | Năm 2026', '1 | Tỷ lệ hộ có máy sấy | % | 40'];
  expect(figures(['Phụ lục', ...table], 'Quy định định mức kỹ thuật sấy mắc ca')).toEqual([]);
  expect(figures(['I. MỤC TIÊU', ...table], 'Quy định định mức kỹ thuật sấy mắc ca')).toEqual([40]);
});

test('measurements of what is to be built are no targets, but for what is to be so by a year', () => {
  const lines = ['1. Quy mô', 'Chiều dài tuyến 12 km, tốc độ thiết kế 60 km/h.', 'Đến năm 2030, phục vụ 5.000 hộ.'];
  expect(figures(lines, 'Về chủ trương đầu tư đường ven hồ Ái Tử')).toEqual([5000]);
  expect(figures(lines, 'Về phát triển giao thông')).not.toEqual([5000]);
});

test('inspect says why', () => {
  const plan = extracted(SUPPORT, headed('Quy định chính sách hỗ trợ trồng mắc ca'));
  expect(accountOf(plan).figures.find(({ text }) => text.includes('70%'))?.reason).toBe(
    'a bound, a rate or a requirement that the document lays down',
  );
});

test.each([
  ['Về chủ trương đầu tư Chương trình giảm nghèo giai đoạn 2022 - 2026', 'Đến nay 100% xã có đường ô tô.'],
  ['Quy định chỉ tiêu giảm tai nạn năm 2022', 'Giải ngân 100% vốn kế hoạch.'],
  ['Về chính sách phát triển kinh tế tư nhân', 'Phấn đấu toàn tỉnh có 15.000 doanh nghiệp.'],
  ['Về chính sách phát triển kinh tế tư nhân', 'Đến năm 2026, toàn tỉnh có 15.000 doanh nghiệp.'],
  ['Về chủ trương đầu tư hạ tầng', 'Giai đoạn 2022 - 2026 hỗ trợ 5.000 hộ.'],
])('what sets aims is not silenced by its title: %s: %s', (title, sentence) => {
  expect(figures(['Điều 1. Nội dung', sentence], title)).toHaveLength(1);
});

test('a plan lays nothing down, whatever it is about', () => {
  const letterhead = [...headed('Chính sách dân số năm 2022').slice(0, 4), 'KẾ HOẠCH', 'Chính sách dân số năm 2022'];
  const { targets } = extracted(['1. Khám sức khỏe cho 90% người cao tuổi.'], letterhead).record;
  expect(targets).toHaveLength(1);
});
