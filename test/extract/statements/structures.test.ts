import { expect, test } from 'vitest';
import { targetsOf } from '../make.ts';

const measures = (sentence: string): string[] =>
  targetsOf(['I. MỤC TIÊU CỤ THỂ', `- ${sentence}`]).map(({ indicator }) => indicator.text);

test.each<[sentence: string, measures: string[]]>([
  [
    'Cơ cấu kinh tế tiếp tục chuyển dịch tích cực, trong đó khu vực dịch vụ chiếm 45%, nông nghiệp còn 20%.',
    ['Cơ cấu kinh tế: khu vực dịch vụ', 'Cơ cấu kinh tế: nông nghiệp'],
  ],
  [
    'Về cơ cấu kinh tế đến năm 2025, công nghiệp chiếm 52%, nông, lâm nghiệp từ 8% - 10%.',
    ['cơ cấu kinh tế: công nghiệp', 'cơ cấu kinh tế: nông, lâm nghiệp'],
  ],
  [
    'Chuyển dịch mạnh cơ cấu lao động theo hướng lao động nông nghiệp chiếm 30%; dịch vụ chiếm 35%.',
    ['cơ cấu lao động: lao động nông nghiệp', 'cơ cấu lao động: dịch vụ'],
  ],
  [
    'Cơ cấu lao động xã hội có sự chuyển biến, lao động trong nông nghiệp giảm còn 40%.',
    ['Cơ cấu lao động xã hội: lao động trong nông nghiệp'],
  ],
  [
    'Tiếp tục điều chỉnh cơ cấu kinh tế, phấn đấu tỷ trọng nông nghiệp chiếm 30%, dịch vụ chiếm 45%.',
    ['cơ cấu kinh tế: tỷ trọng nông nghiệp', 'cơ cấu kinh tế: tỷ trọng dịch vụ'],
  ],
  // Another measure ends the list.
  [
    'Cơ cấu kinh tế gồm nông nghiệp 15%, dịch vụ 35%; tỷ lệ hộ nghèo còn 3%.',
    ['Cơ cấu kinh tế: nông nghiệp', 'Cơ cấu kinh tế: dịch vụ', 'tỷ lệ hộ nghèo'],
  ],
  ['Cơ cấu lại nền kinh tế; năng suất lao động tăng 7%.', ['năng suất lao động tăng']],
])('shares of a structure: %s', (sentence, expected) => {
  expect(measures(sentence)).toEqual(expected);
});
