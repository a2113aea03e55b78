import { expect, test } from 'vitest';
import { targetsOf } from '../make.ts';

test('a heading "Chỉ tiêu kế hoạch năm …" dates what stands below it, lines that lost their bullets too', () => {
  const targets = targetsOf([
    '2. Chỉ tiêu kế hoạch năm 2023',
    '- Tổng tỷ suất sinh: 2,2 con/phụ nữ;',
    'Giảm 30% số cặp tảo hôn;',
    '- Giảm số ca sinh con thứ ba: 5% so năm 2022.',
  ]);
  expect(targets.map((t) => [t.direction, t.deadline?.end])).toEqual([
    ['reach', '2023-12-31'],
    ['decrease-by', '2023-12-31'],
    ['decrease-by', '2023-12-31'],
  ]);
});
