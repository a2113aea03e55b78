import { test } from 'vitest';
import { type FigureCase, figuresOf } from '../figures-of.ts';

const CASES: FigureCase[] = [
  [
    'Rút ngắn thời gian cấp phép xây dựng; thời gian đăng ký đất đai tối thiểu 30% so với quy định.',
    [
      30,
      '%',
      'Rút ngắn thời gian cấp phép xây dựng; thời gian đăng ký đất đai tối thiểu 30% so với quy định',
      { direction: 'decrease-by', baseline: 'so với quy định' },
    ],
  ],
  [
    'Có 100% các sở; UBND cấp huyện được chấm điểm hằng quý.',
    [100, '%', '100% các sở; UBND cấp huyện được chấm điểm hằng quý'],
  ],
  [
    'Số hóa hồ sơ mỗi năm tăng tối thiểu 15%; phấn đấu đến năm 2026 đạt tỷ lệ 90% để chia sẻ dữ liệu.',
    [15, '%', 'Số hóa hồ sơ mỗi năm tăng tối thiểu 15%', { direction: 'increase-by' }],
    [90, '%', 'Số hóa hồ sơ mỗi năm tăng tối thiểu 15%; phấn đấu đến năm 2026 đạt tỷ lệ 90%', { direction: 'reach' }],
  ],
  [
    '100% hộ có thể dùng cáp quang khi có nhu cầu với 85% người dùng được truy nhập tốc độ cao.',
    [100, '%', '100% hộ có thể dùng cáp quang khi có nhu cầu'],
    [85, '%', '85% người dùng được truy nhập tốc độ cao'],
  ],
];
test.each(CASES)('figures of: %s', figuresOf);
