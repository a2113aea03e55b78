import { expect, test } from 'vitest';
import { targetsOf } from '../make.ts';

test('figures that are part of one before them say of what', () => {
  const targets = targetsOf([
    'I. MỤC TIÊU CỤ THỂ',
    '- Tổng giá trị sản xuất đạt 4.120 tỷ đồng. Trong đó, ngành thủy sản là 910 tỷ đồng, tăng 4%; ngành dịch vụ 1.300 tỷ đồng.',
    '- Tổng diện tích gieo trồng 772 ha, trong đó:',
    '+ Lúa 507 ha',
    '+ Diện tích ngô 40 ha',
    '- Đào tạo nghề cho 900 lao động, trong đó 400 lao động nữ. Tạo việc làm cho 700 lao động.',
  ]);
  expect(targets.map((t) => t.indicator.text)).toEqual([
    'Tổng giá trị sản xuất',
    'Tổng giá trị sản xuất, trong đó ngành thủy sản',
    'ngành thủy sản tăng',
    'Tổng giá trị sản xuất, trong đó ngành dịch vụ',
    'Tổng diện tích gieo trồng',
    'Tổng diện tích gieo trồng, trong đó lúa',
    'Diện tích ngô',
    'Đào tạo nghề cho lao động',
    'Đào tạo nghề cho lao động, trong đó lao động nữ',
    'Tạo việc làm cho lao động',
  ]);
});
