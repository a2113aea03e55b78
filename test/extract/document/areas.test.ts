import { expect, test } from 'vitest';
import { targetsOf } from '../make.ts';

test('a heading without a label gives its area to the items below it', () => {
  const targets = targetsOf([
    'I. MỤC TIÊU CỤ THỂ',
    'Cải cách thủ tục hành chính',
    '- 85% hồ sơ được giải quyết đúng hạn.',
    'Xây dựng chính quyền số:',
    '- 70% hồ sơ được giải quyết đúng hạn.',
    '1. Cải cách thể chế',
    '- 100% văn bản được rà soát.',
  ]);
  expect(targets.map((t) => [t.quantity?.value, t.area])).toEqual([
    [85, 'procedures'],
    [70, 'digital-government'],
    [100, 'institutions'],
  ]);
});
