import { expect, test } from 'vitest';
import { targetsOf } from '../make.ts';

const measures = (lines: readonly string[]): string[] =>
  targetsOf(['I. MỤC TIÊU CỤ THỂ', ...lines]).map(({ indicator }) => indicator.text);

test.each<[why: string, lines: string[], measures: string[]]>([
  [
    'groups of people',
    ['1. Quy mô bố trí dân cư', 'a) Hộ vùng biên giới: Tổng số 400 hộ.', 'b) Hộ vùng sạt lở: Tổng 900 hộ.'],
    ['Hộ vùng biên giới: Tổng số hộ', 'Hộ vùng sạt lở: Tổng hộ'],
  ],
  [
    'lots of land',
    ['1. Đất dịch vụ du lịch', '- Mật độ xây dựng đạt 25%.', '2. Đất hạ tầng kỹ thuật', '- Mật độ xây dựng đạt 40%.'],
    ['Đất dịch vụ du lịch: Mật độ xây dựng', 'Đất hạ tầng kỹ thuật: Mật độ xây dựng'],
  ],
  [
    'items by what they begin with',
    [
      '- Khu di tích đền Thượng, diện tích khu vực bảo vệ I là 2 ha.',
      '- Khu di tích đền Trung, diện tích khu vực bảo vệ I là 3 ha.',
    ],
    ['Khu di tích đền Thượng: diện tích khu vực bảo vệ I', 'Khu di tích đền Trung: diện tích khu vực bảo vệ I'],
  ],
  [
    'headings above items that begin with a figure',
    [
      '1. Đất hành chính',
      '- Khu nhà làm việc diện tích 0,46 ha, mật độ xây dựng đạt 40%.',
      '2. Đất bến bãi',
      '- Khu nhà điều hành diện tích 0,5 ha, mật độ xây dựng đạt 5%.',
    ],
    [
      'Khu nhà làm việc diện tích',
      'Đất hành chính: mật độ xây dựng',
      'Khu nhà điều hành diện tích',
      'Đất bến bãi: mật độ xây dựng',
    ],
  ],
  [
    'years, which their deadlines tell',
    ['a) Năm 2025', '- Tỷ lệ hộ nghèo còn 5%.', 'b) Năm 2026', '- Tỷ lệ hộ nghèo còn 4%.'],
    ['Tỷ lệ hộ nghèo', 'Tỷ lệ hộ nghèo'],
  ],
  [
    'sections, which are no measure',
    ['1. Chỉ tiêu chủ yếu', '- Tỷ lệ hộ nghèo còn 5%.', '2. Nhiệm vụ, giải pháp', '- Tỷ lệ hộ nghèo còn 4%.'],
    ['Tỷ lệ hộ nghèo', 'Tỷ lệ hộ nghèo'],
  ],
  [
    'the same figure twice',
    ['1. Nước sạch', '- Tỷ lệ hộ nghèo còn 5%.', '2. Nhà ở', '- Tỷ lệ hộ nghèo còn 5%.'],
    ['Tỷ lệ hộ nghèo', 'Tỷ lệ hộ nghèo'],
  ],
])('headings that tell figures apart: %s', (_why, lines, expected) => {
  expect(measures(lines)).toEqual(expected);
});

test('who does it is said before the first figure of an item', () => {
  const found = measures([
    '1. Nhóm sản xuất tiết kiệm 2% điện thương phẩm của nhóm, góp phần tiết kiệm 1% điện thương phẩm toàn tỉnh.',
    '2. Nhóm dịch vụ, du lịch tiết kiệm 5% điện thương phẩm của nhóm, tiết kiệm 3% điện thương phẩm toàn tỉnh.',
  ]);
  expect(found).toEqual([
    'Nhóm sản xuất tiết kiệm điện thương phẩm của nhóm',
    'Nhóm sản xuất góp phần tiết kiệm điện thương phẩm toàn tỉnh',
    'Nhóm dịch vụ, du lịch tiết kiệm điện thương phẩm của nhóm',
    'Nhóm dịch vụ, du lịch tiết kiệm điện thương phẩm toàn tỉnh',
  ]);
});
