import { expect, test } from 'vitest';
import { targetsOf } from '../make.ts';

const CASES: [what: string, sentence: string, indicators: string[]][] = [
  ['a bare count', 'Toàn tỉnh có 203 hợp tác xã.', ['Toàn tỉnh có hợp tác xã']],
  [
    'a row of them',
    'Cả nước có 29.000 hợp tác xã; 125 liên hiệp hợp tác xã và 71.000 tổ hợp tác.',
    ['Cả nước có hợp tác xã', 'Cả nước có liên hiệp hợp tác xã', 'Cả nước có tổ hợp tác'],
  ],
  [
    'a row, whatever of many words is counted',
    'Đến năm 2030, toàn tỉnh có 15 đô thị, 7 khu công nghiệp.',
    ['toàn tỉnh có đô thị', 'toàn tỉnh có khu công nghiệp'],
  ],
  ['one of many words', 'Toàn tỉnh có 7 khu công nghiệp.', ['Toàn tỉnh có khu công nghiệp']],
  ['what goes on with it', 'Hiện huyện Hạ Hòa có 30 trường, tăng 2 trường.', ['huyện Hạ Hòa có trường', 'trường tăng']],
  ['behind a day', 'Tính đến 30/6/2022 toàn tỉnh có: 300 hợp tác xã.', ['toàn tỉnh có hợp tác xã']],
  ['parts of them', 'Toàn tỉnh có 300 HTX, trong đó: 147 HTX nông nghiệp.', ['Toàn tỉnh có HTX', 'HTX nông nghiệp']],
  // A noun of which more is said stands alone.
  ['a noun with its kind', 'Toàn tỉnh còn 1.200 hộ nghèo.', ['hộ nghèo']],
  ['a predicate', 'Toàn tỉnh có 12 xã đạt chuẩn nông thôn mới.', ['xã đạt chuẩn nông thôn mới']],
  ['nobody', 'Hiện có 203 hợp tác xã.', ['hợp tác xã']],
];
test.each(CASES)('whose they are: %s', (_, sentence, indicators) =>
  expect(targetsOf(['I. MỤC TIÊU CỤ THỂ', `- ${sentence}`]).map(({ indicator }) => indicator.text)).toEqual(indicators),
);
