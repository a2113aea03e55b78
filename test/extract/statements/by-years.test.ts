import { expect, test } from 'vitest';
import { targetsOf } from '../make.ts';

const measures = (sentence: string): string[] =>
  targetsOf(['I. MỤC TIÊU CỤ THỂ', `- ${sentence}`]).map(({ indicator }) => indicator.text);

const all = (measure: string, figures: number): string[] => Array<string>(figures).fill(measure);

test.each<[sentence: string, measures: string[]]>([
  // What is measured stands behind the last of a row of years.
  [
    'Đến năm 2027 đạt 60% và đến năm 2030 đạt trên 75% các cơ quan có lãnh đạo là nữ.',
    all('các cơ quan có lãnh đạo là nữ', 2),
  ],
  ['Chỉ tiêu đến năm 2027 đạt 60% và đến năm 2030 đạt 75% số xã có điểm vui chơi.', all('số xã có điểm vui chơi', 2)],
  [
    'Năm 2026 đạt 60%, năm 2028 đạt 70% và năm 2030 đạt 80% trường học có phòng máy.',
    all('trường học có phòng máy', 3),
  ],
  ['Năm 2026 có 20%, năm 2027 có 30%, năm 2028 có 40% thôn có loa.', all('thôn có loa', 3)],
  ['Năm 2027 đạt 40%, đến năm 2030 đạt 60% nam thanh niên được tư vấn.', all('nam thanh niên được tư vấn', 2)],
  // Behind a comma, where nothing else says it.
  [
    'Phấn đấu đến năm 2027 đạt 60% và đến năm 2030 đạt 75%, các trường có hiệu trưởng là nữ.',
    all('các trường có hiệu trưởng là nữ', 2),
  ],
  // What both are a share of.
  [
    'Số người tập thể thao đến năm 2027 đạt tỷ lệ trên 42% và năm 2030 đạt tỷ lệ trên 45% dân số.',
    all('Số người tập thể thao % dân số', 2),
  ],
  [
    'Số gia đình thể thao đến năm 2027 đạt tỷ lệ trên 31% và năm 2030 đạt tỷ lệ trên 35% số hộ gia đình.',
    all('Số gia đình thể thao % số hộ gia đình', 2),
  ],
  // A measure of its own.
  [
    'Tỷ lệ hộ nghèo năm 2027 còn 3%, đến năm 2030 đạt 80% số xã có điểm vui chơi.',
    ['Tỷ lệ hộ nghèo', 'số xã có điểm vui chơi'],
  ],
  ['Tỷ lệ che phủ rừng đạt 42%, các xã có rừng được hỗ trợ.', ['Tỷ lệ che phủ rừng']],
  // An aim without a figure behind the second level.
  [
    'Giảm tỷ lệ suy dinh dưỡng xuống 15% vào năm 2027 và xuống 10% vào năm 2030; đồng thời, hoàn thành phổ cập mầm non.',
    all('tỷ lệ suy dinh dưỡng', 2),
  ],
])('a row of years: %s', (sentence, expected) => {
  expect(measures(sentence)).toEqual(expected);
});

test.each<[sentence: string, measures: string[]]>([
  ['Mỗi xã có ít nhất 01 sân bóng, 02 câu lạc bộ.', ['Mỗi xã có sân bóng', 'Mỗi xã có câu lạc bộ']],
  ['Mỗi trạm y tế có 02 bác sĩ và 01 hộ sinh.', ['Mỗi trạm y tế có bác sĩ', 'Mỗi trạm y tế có hộ sinh']],
  // By so many both go down; what the second does is said of it alone.
  [
    'Giảm 5% biên chế công chức, 10% số người hưởng lương từ ngân sách.',
    ['Giảm biên chế công chức', 'Giảm số người hưởng lương từ ngân sách'],
  ],
  // Something else is done behind a semicolon.
  [
    'Công nhận 25 sản phẩm OCOP, trong đó 20 sản phẩm 3 sao; nâng hạng ít nhất 03 sản phẩm.',
    ['Công nhận sản phẩm OCOP', 'Công nhận sản phẩm 3 sao', 'nâng hạng sản phẩm'],
  ],
])('what figures of a list share: %s', (sentence, expected) => {
  expect(measures(sentence)).toEqual(expected);
});
