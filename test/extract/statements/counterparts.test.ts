import { expect, test } from 'vitest';
import { headsOfCounterpart, ofCounterpart } from '../../../src/extract/statements/counterparts.ts';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { targetsOf } from '../make.ts';

test.each<[own: string, before: string, measure: string | undefined]>([
  ['tiểu học', 'Trường mầm non đạt chuẩn quốc gia', 'Trường tiểu học đạt chuẩn quốc gia'],
  ['khu vực nông thôn', 'Tỷ lệ rác khu vực đô thị được thu gom', 'Tỷ lệ rác khu vực nông thôn được thu gom'],
  ['nông thôn', 'Tỷ lệ hộ dân đô thị dùng nước sạch', 'Tỷ lệ hộ dân nông thôn dùng nước sạch'],
  ['trẻ mẫu giáo', 'Huy động trẻ nhà trẻ ra lớp', 'Huy động trẻ mẫu giáo ra lớp'],
  ['dưới 5 tuổi', 'Tỷ suất tử vong trẻ em dưới 1 tuổi', 'Tỷ suất tử vong trẻ em dưới 5 tuổi'],
  ['của nữ', 'Tuổi thọ trung bình của nam', 'Tuổi thọ trung bình của nữ'],
  ['về tiền', 'Tỷ lệ thi hành án xong về việc', 'Tỷ lệ thi hành án xong về tiền'],
  // What leads up to the name is said again.
  [
    'học sinh tốt nghiệp trung học phổ thông',
    'Tỷ lệ học sinh tốt nghiệp trung học cơ sở vào học nghề',
    'Tỷ lệ học sinh tốt nghiệp trung học phổ thông vào học nghề',
  ],
  // More is said behind it, of its own.
  ['cấp xã có phòng họp', 'cơ quan cấp tỉnh có phòng họp trực tuyến', 'cơ quan cấp xã có phòng họp'],
  ['bảo hiểm xã hội % lao động', 'Tỷ lệ bao phủ bảo hiểm y tế % dân số', 'Tỷ lệ bao phủ bảo hiểm xã hội % lao động'],
  // Another measure, which only names a part of the same kind.
  ['bệnh viện tuyến huyện có bệnh án điện tử', 'Tỷ lệ trạm y tế cấp xã có bác sĩ', undefined],
  ['lao động nữ qua đào tạo', 'Tỷ lệ nam thanh niên khám tuyển', undefined],
  // The same name, and none at all.
  ['tiểu học', 'Trường tiểu học đạt chuẩn', undefined],
  ['lao động qua đào tạo', 'Tỷ lệ thất nghiệp đô thị', undefined],
])('%j behind %j', (own, before, measure) => {
  expect(ofCounterpart(loadKnowledge(), own, before)).toBe(measure);
});

test('a head that names the place of another part is left', () => {
  const heads = ['khu vực đô thị', 'Môi trường'];
  expect(headsOfCounterpart(loadKnowledge(), 'khu vực nông thôn', heads)).toEqual(['Môi trường']);
});

test.each<[sentence: string, measures: string[]]>([
  [
    'Tỷ lệ phòng học kiên cố bậc mầm non đạt 85%, tiểu học 90%; trung học cơ sở 95%.',
    [
      'Tỷ lệ phòng học kiên cố bậc mầm non',
      'Tỷ lệ phòng học kiên cố bậc tiểu học',
      'Tỷ lệ phòng học kiên cố bậc trung học cơ sở',
    ],
  ],
  [
    '100% rác tại khu vực đô thị được thu gom; khu vực nông thôn đạt trên 85%.',
    ['rác tại khu vực đô thị được thu gom', 'rác tại khu vực nông thôn được thu gom'],
  ],
  [
    '95% học sinh tiểu học được học bơi, 80% trung học cơ sở.',
    ['học sinh tiểu học được học bơi', 'học sinh trung học cơ sở được học bơi'],
  ],
  [
    'Số lượt khách quốc tế đạt 2 triệu lượt, nội địa đạt 5 triệu lượt.',
    ['Số lượt khách quốc tế', 'Số lượt khách nội địa'],
  ],
  // What each of them has is what is measured.
  ['Tỷ lệ thôn có nhà văn hóa đạt 95%, xã có trạm y tế đạt 90%.', ['Tỷ lệ thôn có nhà văn hóa', 'xã có trạm y tế']],
  // Measures that stand alone.
  [
    'Tỷ lệ thất nghiệp đô thị dưới 3%, lao động qua đào tạo đạt 70%.',
    ['Tỷ lệ thất nghiệp đô thị', 'lao động qua đào tạo'],
  ],
])('parts in the same place: %s', (sentence, expected) => {
  expect(targetsOf(['I. MỤC TIÊU CỤ THỂ', `- ${sentence}`]).map(({ indicator }) => indicator.text)).toEqual(expected);
});

test.each<[sentence: string, told: [measure: string, direction: string][]]>([
  [
    'Giảm số vụ tai nạn 5%, số người chết 10%, số người bị thương 8%.',
    [
      ['Giảm số vụ tai nạn', 'decrease-by'],
      ['giảm số người chết', 'decrease-by'],
      ['giảm số người bị thương', 'decrease-by'],
    ],
  ],
  // It says itself how much there is.
  [
    'Giảm số vụ cháy 5%, số hộ có bình chữa cháy đạt 60%.',
    [
      ['Giảm số vụ cháy', 'decrease-by'],
      ['số hộ có bình chữa cháy', 'reach'],
    ],
  ],
])('numbers that change by per cent: %s', (sentence, told) => {
  const found = targetsOf(['I. MỤC TIÊU CỤ THỂ', `- ${sentence}`]);
  expect(found.map(({ indicator, direction }) => [indicator.text, direction])).toEqual(told);
});
