import { test } from 'vitest';
import { type FigureCase, figuresOf } from '../figures-of.ts';

const CASES: FigureCase[] = [
  [
    'Trung tâm Y tế Tân An tăng 20 giường, từ 290 lên 310 giường.',
    [20, 'giường', 'Trung tâm Y tế Tân An tăng 20 giường', { direction: 'increase-by' }],
    [
      310,
      'giường',
      'Trung tâm Y tế Tân An tăng 20 giường, từ 290 lên 310 giường',
      { direction: 'increase-to', indicator: { text: 'Trung tâm Y tế Tân An: giường' } },
    ],
  ],
  [
    'Tỷ lệ đô thị hóa tăng 5%, từ 20% lên 25%.',
    [5, '%', 'Tỷ lệ đô thị hóa tăng 5%', { indicator: { text: 'Tỷ lệ đô thị hóa tăng' } }],
    [
      25,
      '%',
      'Tỷ lệ đô thị hóa tăng 5%, từ 20% lên 25%',
      { direction: 'increase-to', indicator: { text: 'Tỷ lệ đô thị hóa' } },
    ],
  ],
  [
    'Số hộ nghèo giảm 300 hộ, từ 900 hộ xuống còn 600 hộ.',
    [300, 'hộ', 'Số hộ nghèo giảm 300 hộ', { direction: 'decrease-by' }],
    [
      600,
      'hộ',
      'Số hộ nghèo giảm 300 hộ, từ 900 hộ xuống còn 600 hộ',
      { direction: 'decrease-to', indicator: { text: 'Số hộ nghèo' } },
    ],
  ],
  [
    'Sản lượng cá tăng 200 tấn (từ 800 tấn lên 1.000 tấn).',
    [200, 'tấn', 'Sản lượng cá tăng 200 tấn', { direction: 'increase-by' }],
    [
      1000,
      'tấn',
      'Sản lượng cá tăng 200 tấn (từ 800 tấn lên 1.000 tấn',
      { direction: 'increase-to', indicator: { text: 'Sản lượng cá' } },
    ],
  ],
];
test.each(CASES)('figures of: %s', figuresOf);
