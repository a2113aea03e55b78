import { describe, expect, test } from 'vitest';
import {
  goingOn,
  isGap,
  isMeasure,
  measureAhead,
  ofOthers,
  placeAhead,
  placeOfHeading,
} from '../../../src/extract/statements/heads.ts';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { targetsOf } from '../make.ts';

const knowledge = loadKnowledge();

test.each([
  ['Đối với khu vực miền núi, biên giới, phấn đấu ', 'khu vực miền núi, biên giới'],
  ['Theo đề án, vùng ven biển có ', 'vùng ven biển'],
  ['Tại địa bàn đô thị: ', 'Tại địa bàn đô thị'],
  ['khu vực công nghiệp đạt ', undefined],
  ['khu vực II đạt ', undefined],
  ['Tỷ lệ hộ nghèo khu vực nông thôn đạt ', undefined],
])('place ahead in %j', (words, place) => expect(placeAhead(knowledge, words)).toBe(place));

test.each([
  ['Khu vực ven biển', 'Khu vực ven biển'],
  ['Đối với vùng cao', 'vùng cao'],
  ['Khu vực dịch vụ', undefined],
  ['Mục tiêu cụ thể', undefined],
])('place of the heading %j', (words, place) => expect(placeOfHeading(knowledge, words)).toBe(place));

test.each([
  ['Cơ cấu kinh tế', 'Cơ cấu kinh tế'],
  ['Năm nay một số cây trồng đạt năng suất gồm', 'năng suất'],
  ['Tỷ lệ trẻ em đi học tăng nhanh, trong đó', 'Tỷ lệ trẻ em đi học'],
  ['Số hộ nghèo giảm dần, trong đó có', 'Số hộ nghèo'],
  ['Kết quả như sau', undefined],
  // A verb, a figure or a comma in its words.
  ['Tỷ lệ đường trục thôn được cứng hóa', 'Tỷ lệ đường trục thôn được cứng hóa'],
  ['Phấn đấu giảm tỷ lệ suy dinh dưỡng trẻ em dưới 5 tuổi', 'tỷ lệ suy dinh dưỡng trẻ em dưới 5 tuổi'],
  ['Tỷ lệ số hóa hồ sơ, kết quả giải quyết', 'Tỷ lệ số hóa hồ sơ, kết quả giải quyết'],
  // What happens to it is none of it.
  ['Cơ cấu kinh tế tiếp tục chuyển dịch đúng hướng', 'Cơ cấu kinh tế'],
])('measure ahead in %j', (words, measure) => expect(measureAhead(knowledge, words)).toBe(measure));

test.each([
  ['cao hơn mức tăng bình quân cả nước', 'mức tăng bình quân cả nước'],
  ['thấp hơn so với bình quân của vùng', 'bình quân của vùng'],
  ['bình quân toàn tỉnh là', 'bình quân toàn tỉnh'],
  ['cả nước tăng', 'cả nước tăng'],
  ['thấp hơn mục tiêu đề ra', 'mục tiêu đề ra'],
  // An aim by itself, and a measure of its own.
  ['mục tiêu đề ra', undefined],
  ['bình quân mỗi xã', undefined],
  ['thu nhập bình quân cả nước', undefined],
  ['toàn tỉnh có trường đạt chuẩn, lớp học', undefined],
  // What the whole country does is told of it.
  ['cả nước giải ngân', undefined],
  ['toàn tỉnh xuất khẩu', undefined],
  ['cả nước', 'cả nước'],
])('of others: %j', (words, whose) => expect(ofOthers(knowledge, words)?.whose).toBe(whose));

test.each([
  ['thấp hơn', ', thấp hơn bình quân cả nước ', 3, 1.2, true],
  ['cao hơn', ', cao hơn kế hoạch ', 5000, 200, true],
  // In brackets and behind "ở mức" the level of the others is told, behind "là" where it lies on that side.
  ['thấp hơn', ', thấp hơn bình quân cả nước (', 3, 4.2, false],
  ['cao hơn', ', cao hơn bình quân cả nước ở mức ', 3, 1.2, false],
  ['thấp hơn', ', thấp hơn bình quân cả nước là ', 3, 4.2, false],
  ['thấp hơn', ', thấp hơn bình quân cả nước là ', 3, 1.2, true],
])('%s%s than %d: %d is a gap: %s', (differs, between, own, figure, gap) =>
  expect(isGap(knowledge, differs, between, own, figure)).toBe(gap),
);

test.each([
  ['đạt mục tiêu cả năm', 'Sản lượng thủy sản', true, 'Sản lượng thủy sản % mục tiêu cả năm'],
  ['bằng kịch bản', 'Diện tích rừng trồng', true, 'Diện tích rừng trồng % kịch bản'],
  ['chậm', 'Tiến độ thi công', true, 'Tiến độ thi công chậm'],
  ['cao hơn', 'Tỷ lệ hộ nghèo', true, 'Tỷ lệ hộ nghèo cao hơn'],
  ['tăng', 'Giá trị sản xuất', true, 'Giá trị sản xuất tăng'],
  ['tăng thêm', 'Số hộ tăng', false, 'Số hộ tăng thêm'],
  ['đạt dự toán tỉnh giao', 'Thu nội địa', true, 'Thu nội địa % dự toán tỉnh giao'],
  ['kế hoạch', 'Thu nội địa % dự toán', true, 'Thu nội địa % kế hoạch'],
  ['dự toán tỉnh giao', 'Thu nội địa', false, undefined],
  ['hộ nghèo tăng', 'Thu nội địa', true, undefined],
  ['bình quân mỗi năm giảm', 'Tỷ lệ hộ nghèo', true, 'Tỷ lệ hộ nghèo giảm'],
  ['tăng bình quân', 'Tổng lượng khách', true, 'Tổng lượng khách tăng bình quân'],
])('%j behind %j', (words, before, share, whole) => expect(goingOn(knowledge, words, before, share)).toBe(whole));

test('what says itself what it measures needs no head', () => {
  expect(isMeasure(knowledge, 'Tỷ lệ che phủ rừng')).toBe(true);
  expect(isMeasure(knowledge, 'Lúa')).toBe(false);
});

describe('targets below heads', () => {
  const measures = (...lines: readonly string[]): (readonly unknown[])[] =>
    targetsOf(['I. MỤC TIÊU CỤ THỂ', ...lines]).map(({ indicator }) => [indicator.text, indicator.under]);
  test('of a list behind a colon', () => {
    expect(measures('- Cơ cấu kinh tế: Nông nghiệp chiếm 21,5%; dịch vụ chiếm 48,5%.')).toEqual([
      ['Cơ cấu kinh tế: Nông nghiệp', ['Cơ cấu kinh tế']],
      ['Cơ cấu kinh tế: dịch vụ', ['Cơ cấu kinh tế']],
    ]);
  });
  test('of a place', () => {
    expect(
      measures('- Khu vực ven biển:', '+ 85% hộ dùng nước sạch.', '- Khu vực miền núi:', '+ 60% hộ dùng nước sạch.'),
    ).toEqual([
      ['Khu vực ven biển: hộ dùng nước sạch', ['Khu vực ven biển']],
      ['Khu vực miền núi: hộ dùng nước sạch', ['Khu vực miền núi']],
    ]);
  });
  test('of a heading that names a measure alone', () => {
    expect(measures('1. Cơ cấu lao động đến năm 2030:', '- Nông nghiệp: 20%', '- Dịch vụ: 45%')).toEqual([
      ['Cơ cấu lao động: Nông nghiệp', ['Cơ cấu lao động']],
      ['Cơ cấu lao động: Dịch vụ', ['Cơ cấu lao động']],
    ]);
  });
  test('of the structure, also where the item names a share', () => {
    expect(measures('- Cơ cấu kinh tế: tỷ trọng dịch vụ đạt 40%.')).toEqual([
      ['Cơ cấu kinh tế: tỷ trọng dịch vụ', ['Cơ cấu kinh tế']],
    ]);
  });
  test('of a label in an open bracket none', () => {
    expect(measures('3. Diện tích cây trồng (Lúa: diện tích 90 ha, năng suất 62 tạ/ha').map(([text]) => text)).toEqual([
      'Lúa: diện tích',
      'Lúa: năng suất',
    ]);
  });
  test('none where the heading is the measure of the first figure', () => {
    expect(measures('1. Số máy đã được lắp đặt: 68 máy; giếng khoan: 20 giếng.').map(([text]) => text)).toEqual([
      'Số máy đã được lắp đặt',
      'giếng khoan',
    ]);
  });
  test('none where the item names all', () => {
    expect(measures('- Năng suất: Năng suất lúa đạt 62 tạ/ha.')).toEqual([['Năng suất lúa', []]]);
  });
});
