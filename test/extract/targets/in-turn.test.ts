import { test } from 'vitest';
import { type FigureCase, figuresOf } from '../figures-of.ts';

const CASES: FigureCase[] = [
  [
    'Cơ cấu nông nghiệp, công nghiệp - xây dựng, dịch vụ lần lượt là 20%, 35% và 45%.',
    [
      20,
      '%',
      'Cơ cấu nông nghiệp, công nghiệp - xây dựng, dịch vụ lần lượt là 20%',
      { indicator: { text: 'Cơ cấu nông nghiệp' } },
    ],
    [
      35,
      '%',
      'Cơ cấu nông nghiệp, công nghiệp - xây dựng, dịch vụ lần lượt là 20%, 35%',
      { indicator: { text: 'Cơ cấu công nghiệp - xây dựng' } },
    ],
    [
      45,
      '%',
      'Cơ cấu nông nghiệp, công nghiệp - xây dựng, dịch vụ lần lượt là 20%, 35% và 45%',
      { indicator: { text: 'Cơ cấu dịch vụ' } },
    ],
  ],
  [
    'Đến năm 2026, tỷ trọng nông nghiệp - công nghiệp - dịch vụ lần lượt là 25,1% - 28,8% - 46,1%.',
    [
      25.1,
      '%',
      'tỷ trọng nông nghiệp - công nghiệp - dịch vụ lần lượt là 25,1%',
      { indicator: { text: 'tỷ trọng nông nghiệp' } },
    ],
    [
      28.8,
      '%',
      'tỷ trọng nông nghiệp - công nghiệp - dịch vụ lần lượt là 25,1% - 28,8%',
      { indicator: { text: 'tỷ trọng công nghiệp' } },
    ],
    [
      46.1,
      '%',
      'tỷ trọng nông nghiệp - công nghiệp - dịch vụ lần lượt là 25,1% - 28,8% - 46,1%',
      { indicator: { text: 'tỷ trọng dịch vụ' } },
    ],
  ],
  [
    'Tỷ lệ hộ nghèo và hộ cận nghèo lần lượt là 2,5% - 3%.',
    [2.5, '%', 'Tỷ lệ hộ nghèo và hộ cận nghèo lần lượt là 2,5%', { indicator: { text: 'Tỷ lệ hộ nghèo' } }],
    [3, '%', 'Tỷ lệ hộ nghèo và hộ cận nghèo lần lượt là 2,5% - 3%', { indicator: { text: 'Tỷ lệ hộ cận nghèo' } }],
  ],
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
  [
    'Đón 14 triệu lượt khách quốc tế, 58 triệu lượt khách nội địa; tốc độ tăng tương ứng 6% và 4,3%/năm.',
    [14_000_000, 'lượt khách quốc tế', 'Đón 14 triệu lượt khách quốc tế'],
    [
      6,
      '%/năm',
      'Đón 14 triệu lượt khách quốc tế, 58 triệu lượt khách nội địa; tốc độ tăng tương ứng 6%',
      { indicator: { text: 'tốc độ tăng khách quốc tế' } },
    ],
    [
      4.3,
      '%/năm',
      'Đón 14 triệu lượt khách quốc tế, 58 triệu lượt khách nội địa; tốc độ tăng tương ứng 6% và 4,3%/năm',
      { indicator: { text: 'tốc độ tăng khách nội địa' } },
    ],
    [58_000_000, 'lượt khách nội địa', '58 triệu lượt khách nội địa'],
  ],
  [
    'Trồng 500 ha lúa nếp, 300 ha ngô lai; năng suất lần lượt đạt 60 tạ/ha và 48 tạ/ha.',
    [500, 'ha', 'Trồng 500 ha lúa nếp'],
    [
      60,
      'tạ/ha',
      'Trồng 500 ha lúa nếp, 300 ha ngô lai; năng suất lần lượt đạt 60 tạ/ha',
      { indicator: { text: 'năng suất lúa nếp' } },
    ],
    [
      48,
      'tạ/ha',
      'Trồng 500 ha lúa nếp, 300 ha ngô lai; năng suất lần lượt đạt 60 tạ/ha và 48 tạ/ha',
      { indicator: { text: 'năng suất ngô lai' } },
    ],
    [300, 'ha', '300 ha ngô lai'],
  ],
];
test.each(CASES)('figures of: %s', figuresOf);
