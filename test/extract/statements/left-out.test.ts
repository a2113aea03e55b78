import { describe, expect, test } from 'vitest';
import {
  changeOf,
  dimensionOf,
  growthOf,
  labelOf,
  subjectOf,
  withOpening,
} from '../../../src/extract/statements/left-out.ts';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { targetsOf } from '../make.ts';

const knowledge = loadKnowledge();

test.each([
  ['hộ cận nghèo', 'tỷ lệ hộ nghèo toàn xã', 'tỷ lệ hộ cận nghèo'],
  ['có nhà tiêu hợp vệ sinh', 'tỷ lệ hộ dân có nước sạch', 'tỷ lệ hộ dân có nhà tiêu hợp vệ sinh'],
  [
    'các vụ án đặc biệt nghiêm trọng',
    'tỷ lệ khám phá các loại vụ án',
    'tỷ lệ khám phá các vụ án đặc biệt nghiêm trọng',
  ],
  ['đối với học sinh tiểu học', 'tỷ lệ nhập học đối với học sinh mầm non', 'tỷ lệ nhập học đối với học sinh tiểu học'],
  [
    'Khối phố được công nhận danh hiệu văn hóa',
    'Tỷ lệ gia đình được công nhận danh hiệu văn hóa',
    'Tỷ lệ Khối phố được công nhận danh hiệu văn hóa',
  ],
  ['dê', 'Tổng đàn trâu, bò', 'Tổng đàn dê'],
  ['công nghiệp tăng', 'Giá trị sản xuất ngành nông nghiệp tăng', 'Giá trị sản xuất ngành công nghiệp tăng'],
  ['thủy sản', 'cơ cấu kinh tế: nông nghiệp', 'cơ cấu kinh tế: thủy sản'],
  ['công nghiệp - xây dựng', 'tỷ trọng nông nghiệp', 'tỷ trọng công nghiệp - xây dựng'],
  ['dịch vụ tăng', 'Thu nhập bình quân ngành nông nghiệp tăng', 'Thu nhập bình quân ngành dịch vụ tăng'],
  ['thể thấp còi', 'tỷ lệ trẻ suy dinh dưỡng thể nhẹ cân', 'tỷ lệ trẻ suy dinh dưỡng thể thấp còi'],
  ['xã văn hóa', 'tỷ lệ gia đình văn hóa', 'tỷ lệ xã văn hóa'],
  ['BHXH tự nguyện', 'số người tham gia BHXH bắt buộc', 'số người tham gia BHXH tự nguyện'],
  ['vào lớp 6', 'học sinh đúng tuổi vào lớp 1', 'học sinh đúng tuổi vào lớp 6'],
  ['nông nghiệp công nghệ cao', 'tỷ lệ hộ nông thôn dùng điện', undefined],
  ['tỷ lệ hộ cận nghèo', 'tỷ lệ hộ nghèo', undefined],
  ['hộ cận nghèo', 'giải quyết việc làm', undefined],
])('%j behind %j', (own, before, whole) => expect(withOpening(knowledge, own, before)).toBe(whole));

test.each([
  ['công nghiệp', 'nông nghiệp tăng', 'tăng'],
  ['công nghiệp giảm', 'nông nghiệp tăng', undefined],
  ['tỷ lệ hộ nghèo', 'thu ngân sách tăng', undefined],
  ['công nghiệp', 'nông nghiệp', undefined],
  ['đóng góp', 'vốn đăng ký tăng', undefined],
])('the change of %j behind %j', (own, before, verb) => expect(changeOf(knowledge, own, before)).toBe(verb));

test.each([
  ['với sản lượng', 'sản lượng'],
  ['năng suất bình quân cả năm', 'năng suất bình quân cả năm'],
  ['sản lượng lúa', undefined],
])('dimension in %j', (own, dimension) => expect(dimensionOf(knowledge, own)).toBe(dimension));

test.each([
  ['tốc độ tăng trưởng bình quân hàng năm', 'tốc độ tăng trưởng bình quân hàng năm'],
  ['với tốc độ tăng trưởng', 'tốc độ tăng trưởng'],
  ['tốc độ tăng dân số', undefined],
])('growth in %j', (own, growth) => expect(growthOf(knowledge, own)).toBe(growth));

test.each([
  ['Diện tích gieo trồng lạc', 'lạc'],
  ['cây mía có diện tích', 'cây mía'],
  ['cà phê', 'cà phê'],
  ['Tổng diện tích gieo trồng', undefined],
  ['giải quyết việc làm cho lao động', undefined],
  ['diện tích cho thu hoạch', undefined],
])('subject of %j', (measure, subject) => expect(subjectOf(knowledge, measure)).toBe(subject));

test.each([
  ['Các cây trồng chính (Lạc', 'Lạc'],
  ['Cụ thể', undefined],
  ['Về nông nghiệp', undefined],
  ['Tỷ lệ hộ nghèo', undefined],
  ['Tỉnh phấn đấu đạt được', undefined],
])('label in %j', (words, label) => expect(labelOf(knowledge, words)).toBe(label));

describe('targets that lean on what was said', () => {
  const measures = (item: string): string[] =>
    targetsOf(['I. MỤC TIÊU CỤ THỂ', `- ${item}`]).map(({ indicator }) => indicator.text);
  test.each([
    [
      'Lạc: diện tích 300 ha, năng suất 25 tạ/ha, sản lượng 750 tấn.',
      ['Lạc: diện tích', 'Lạc: năng suất', 'Lạc: sản lượng'],
    ],
    ['Diện tích mía đạt 900 ha, sản lượng đạt 50.000 tấn.', ['Diện tích mía', 'mía: sản lượng']],
    ['Trồng mới 500 ha rừng; sản lượng gỗ đạt 9.000 m3.', ['Trồng mới rừng', 'sản lượng gỗ']],
    [
      'Cơ cấu kinh tế năm 2026: nông nghiệp chiếm 20%; công nghiệp chiếm 45%; dịch vụ chiếm 35%.',
      ['Cơ cấu kinh tế: nông nghiệp', 'Cơ cấu kinh tế: công nghiệp', 'Cơ cấu kinh tế: dịch vụ'],
    ],
    ['Tổng đàn trâu đạt 700 con, bò đạt 900 con, dê đạt 80 con.', ['Tổng đàn trâu', 'Tổng đàn bò', 'Tổng đàn dê']],
    [
      'Tỷ lệ phá án đạt trên 80%, 95% đối với án rất nghiêm trọng.',
      ['Tỷ lệ phá án', 'Tỷ lệ phá án đối với án rất nghiêm trọng'],
    ],
    [
      'Tỷ lệ xã đạt chuẩn nông thôn mới: 90%, nông thôn mới nâng cao: 30%.',
      ['Tỷ lệ xã đạt chuẩn nông thôn mới', 'Tỷ lệ xã đạt chuẩn nông thôn mới nâng cao'],
    ],
    [
      'Tỷ lệ suy dinh dưỡng theo cân nặng ở trẻ em dưới 12%, theo chiều cao dưới 22%.',
      ['Tỷ lệ suy dinh dưỡng theo cân nặng ở trẻ em', 'Tỷ lệ suy dinh dưỡng theo chiều cao ở trẻ em'],
    ],
    [
      'Tỷ lệ hộ nghèo theo chuẩn đa chiều còn 3%, theo chuẩn cũ còn 1%.',
      ['Tỷ lệ hộ nghèo theo chuẩn đa chiều', 'Tỷ lệ hộ nghèo theo chuẩn cũ'],
    ],
    ['Tỷ lệ trẻ vào nhà trẻ trên 35%, mẫu giáo trên 93%.', ['Tỷ lệ trẻ vào nhà trẻ', 'Tỷ lệ trẻ vào mẫu giáo']],
    ['Tỷ lệ trẻ vào nhà trẻ 35%, trẻ mẫu giáo 93%.', ['Tỷ lệ trẻ vào nhà trẻ', 'Tỷ lệ trẻ mẫu giáo']],
    ['Tỷ lệ giải ngân theo kế hoạch đạt 90%, nợ đọng 5%.', ['Tỷ lệ giải ngân theo kế hoạch', 'nợ đọng']],
    [
      'Doanh thu du lịch đạt 900 tỷ đồng, tốc độ tăng trưởng bình quân 12%.',
      ['Doanh thu du lịch', 'Doanh thu du lịch: tốc độ tăng trưởng bình quân'],
    ],
  ])('in %j', (item, expected) => expect(measures(item)).toEqual(expected));
});
