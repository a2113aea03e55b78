import { expect, test } from 'vitest';
import { extracted } from '../make.ts';

const shares = (...lines: string[]): string[] =>
  extracted(['KẾ HOẠCH', 'Phát triển kinh tế - xã hội năm 2026', 'I. MỤC TIÊU', ...lines]).record.targets.map(
    ({ quantity, indicator, deadline, allottedTo }) =>
      [
        `${quantity?.value} ${quantity?.unit}`,
        indicator.text,
        deadline?.text,
        ...(allottedTo === undefined ? [] : [`${allottedTo.level}: ${allottedTo.name}`]),
      ].join(' | '),
  );

const LISTS: [what: string, lines: string[], targets: string[]][] = [
  [
    'figures without units have that of the first',
    [
      'Giao chỉ tiêu đào tạo nghề cho lao động năm 2026 cho các huyện với tổng số 1.900 lao động. Trong đó, Tân An được giao nhiều nhất với 700 lao động, tiếp đến lần lượt là Phú Mỹ 650, Hòa Lạc 300, Sông Đà 250.',
    ],
    [
      '1900 lao động | đào tạo nghề cho lao động | năm 2026',
      '700 lao động | Tân An: đào tạo nghề cho lao động | năm 2026',
      '650 lao động | Phú Mỹ: đào tạo nghề cho lao động | năm 2026',
      '300 lao động | Hòa Lạc: đào tạo nghề cho lao động | năm 2026',
      '250 lao động | Sông Đà: đào tạo nghề cho lao động | năm 2026',
    ],
  ],
  [
    'the whole stands before them',
    ['Năm 2026 kiên cố hóa 45 km kênh mương, trong đó: Tân An (20 km), Phú Mỹ (15 km) và Hòa Lạc (10 km).'],
    [
      '45 km | kiên cố hóa kênh mương | Năm 2026',
      '20 km | Tân An: kiên cố hóa kênh mương | Năm 2026',
      '15 km | Phú Mỹ: kiên cố hóa kênh mương | Năm 2026',
      '10 km | Hòa Lạc: kiên cố hóa kênh mương | Năm 2026',
    ],
  ],
  [
    'below each other, each in an item',
    [
      '1. Phân bổ chỉ tiêu trồng cây phân tán năm 2026 cho các xã như sau:',
      '- Xã Tân An: 3.000 cây;',
      '- Xã Phú Mỹ: 2.500 cây;',
      '- Phường Hòa Lạc: 1.200 cây.',
    ],
    [
      '3000 cây | Xã Tân An: trồng cây phân tán | năm 2026 | commune: Xã Tân An',
      '2500 cây | Xã Phú Mỹ: trồng cây phân tán | năm 2026 | commune: Xã Phú Mỹ',
      '1200 cây | Phường Hòa Lạc: trồng cây phân tán | năm 2026 | commune: Phường Hòa Lạc',
    ],
  ],
];
test.each(LISTS)('%s', (_, lines, targets) => expect(shares(...lines)).toEqual(targets));

const NONE: [what: string, line: string, targets: string[]][] = [
  [
    'more than the whole is no share of it',
    'Năm 2026 trồng 40 ha rừng, trong đó: Tân An 20 ha, Phú Mỹ 15 ha, Hòa Lạc 10 ha.',
    ['40 ha | trồng rừng | Năm 2026'],
  ],
  ['names and numbers that nothing allots', 'Thực hiện Công văn Tân An 20, Phú Mỹ 15, Hòa Lạc 10.', []],
  ['two names are no list', 'Giao chỉ tiêu tuyển quân năm 2026: Tân An 20, Phú Mỹ 15.', []],
];
test.each(NONE)('%s', (_, line, targets) => {
  expect(shares(line).filter((one) => !/^\d+ ha \| trồng rừng: /u.test(one))).toEqual(targets);
});
