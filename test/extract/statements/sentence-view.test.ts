import { expect, test } from 'vitest';
import { extracted, targetsOf } from '../make.ts';

const told = (sentence: string): [number | undefined, string][] =>
  targetsOf(['I. MỤC TIÊU CỤ THỂ', `- ${sentence}`]).map(({ quantity, indicator }) => [
    quantity?.value,
    indicator.text,
  ]);

test.each<[sentence: string, told: [value: number, measure: string][]]>([
  // What a change is held against stands before its measure.
  [
    'Tăng 10% so với năm 2025 tỷ lệ người cao tuổi được khám sức khỏe.',
    [[10, 'Tăng tỷ lệ người cao tuổi được khám sức khỏe']],
  ],
  [
    '80% trẻ được sàng lọc; tăng 5% so với cùng kỳ tỷ lệ cặp vợ chồng được tư vấn ít nhất 1 lần/năm.',
    [
      [80, 'trẻ được sàng lọc'],
      [5, 'tăng tỷ lệ cặp vợ chồng được tư vấn ít nhất 1 lần/năm'],
    ],
  ],
  // It stands at the end.
  ['Giảm 10% số vụ tai nạn so với năm 2025.', [[10, 'Giảm số vụ tai nạn']]],
  // A share of a plan is the second alone.
  [
    'Số gia đình thể thao có 4.200 hộ, tỷ lệ 21,4%, đạt 99% chỉ tiêu phân bổ.',
    [
      [4200, 'Số gia đình thể thao'],
      [21.4, 'Số gia đình thể thao'],
      [99, 'Số gia đình thể thao % chỉ tiêu phân bổ'],
    ],
  ],
  // A bracket between a figure and what it is held against.
  [
    'Toàn tỉnh có 1.500 hộ nghèo (giảm 290 hộ), chiếm tỷ lệ 3% (giảm 0,7%) so với năm 2025.',
    [
      [1500, 'hộ nghèo'],
      [290, 'hộ nghèo giảm'],
      [3, 'hộ nghèo chiếm tỷ lệ'],
      [0.7, 'hộ nghèo giảm'],
    ],
  ],
  // A measure with a comma behind the plan that it stands in.
  [
    'Theo kế hoạch, tỉnh phấn đấu đến năm 2030 giảm tỷ suất trẻ em bị tai nạn, thương tích xuống 150/100.000 trẻ em.',
    [[150, 'tỷ suất trẻ em bị tai nạn, thương tích']],
  ],
  // A level whose noun stands before it alone.
  [
    'Số hợp tác xã là thành viên liên hiệp là 851, tăng 27%.',
    [
      [851, 'Số hợp tác xã là thành viên liên hiệp'],
      [27, 'Số hợp tác xã là thành viên liên hiệp tăng'],
    ],
  ],
  // What is counted together with the noun at the figure, and another clause.
  ['Tập huấn cho 1.500 đoàn viên, người dân.', [[1500, 'Tập huấn cho đoàn viên, người dân']]],
  [
    'Xây dựng 8 điểm trường, hỗ trợ 20 hộ nghèo.',
    [
      [8, 'Xây dựng điểm trường'],
      [20, 'hỗ trợ hộ nghèo'],
    ],
  ],
])('where a figure ends its statement: %s', (sentence, expected) => {
  const found = told(sentence);
  expect(found.toSorted()).toEqual([...expected].toSorted());
});

test('an aim to reach and pass, in a row of aims, reports nothing of those behind it', () => {
  const { record } = extracted(
    [
      'Phường An Hòa phấn đấu giảm hết hộ nghèo',
      'Ngày 28-4-2020, Đảng bộ phường tiến hành Đại hội, nhiệm kỳ 2020-2025. Đại hội thông qua nghị quyết với một số chỉ tiêu: thu ngân sách tăng 8%; đạt và vượt chỉ tiêu giảm nghèo; hộ gia đình văn hóa đạt 85%.',
    ],
    [],
  );
  const found = record.targets;
  expect(found.map(({ status }) => status)).toEqual(['target', 'target']);
});

test('a level that is but reached goes on with the measure before', () => {
  const [, share] = targetsOf(['I. KẾT QUẢ', '- Tạo việc làm cho 2.100 lao động, chỉ đạt 72,4% kế hoạch.']);
  expect(share?.indicator.text).toBe('Tạo việc làm cho lao động % kế hoạch');
});
