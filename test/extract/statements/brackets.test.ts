import { test } from 'vitest';
import { type FigureCase, figuresOf } from '../figures-of.ts';

const CASES: FigureCase[] = [
  [
    'Thành lập mới 8 cơ sở (gồm 5 trạm; 3 phòng khám).',
    [8, 'cơ sở', 'Thành lập mới 8 cơ sở'],
    [5, 'trạm', '5 trạm'],
    [3, 'phòng khám', '3 phòng khám'],
  ],
  [
    'Năm 2020, thu gom 310 tấn rác thải nhựa; năm 2024, thu gom 450 tấn rác thải nhựa (năm 2021: 330 tấn).',
    [310, 'tấn', 'thu gom 310 tấn rác thải nhựa', { status: 'result', deadline: { text: 'Năm 2020' } }],
    [
      450,
      'tấn',
      'thu gom 450 tấn rác thải nhựa (năm 2021: 330 tấn)',
      { status: 'target', deadline: { text: 'năm 2024' } },
    ],
    [330, 'tấn', 'thu gom 450 tấn rác thải nhựa (năm 2021: 330 tấn)', { status: 'result' }],
  ],
];
test.each(CASES)('figures of: %s', figuresOf);
