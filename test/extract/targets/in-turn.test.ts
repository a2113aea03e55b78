import { test } from 'vitest';
import { type FigureCase, figuresOf } from '../figures-of.ts';

const CASES: FigureCase[] = [
  [
    'Tỷ lệ hồ sơ số cấp tỉnh, cấp xã lần lượt đạt tối thiểu 95%, 85%.',
    [95, '%', 'Tỷ lệ hồ sơ số cấp tỉnh, cấp xã lần lượt đạt tối thiểu 95%', { levels: ['province'] }],
    [85, '%', 'Tỷ lệ hồ sơ số cấp tỉnh, cấp xã lần lượt đạt tối thiểu 95%, 85%', { levels: ['commune'] }],
  ],
  [
    'Tỷ lệ nộp trực tuyến đến năm 2024, năm 2026 lần lượt đạt 55% và 65%.',
    [
      55,
      '%',
      'Tỷ lệ nộp trực tuyến đến năm 2024, năm 2026 lần lượt đạt 55%',
      { deadline: { type: 'by', end: '2024-12-31' } },
    ],
    [
      65,
      '%',
      'Tỷ lệ nộp trực tuyến đến năm 2024, năm 2026 lần lượt đạt 55% và 65%',
      { deadline: { type: 'by', end: '2026-12-31' } },
    ],
  ],
];
test.each(CASES)('figures of: %s', figuresOf);
