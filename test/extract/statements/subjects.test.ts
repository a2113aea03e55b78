import { expect, test } from 'vitest';
import { subjectOfMeasure } from '../../../src/extract/statements/subjects.ts';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { targetsOf } from '../make.ts';

const measures = (sentence: string): string[] =>
  targetsOf(['I. MỤC TIÊU CỤ THỂ', `- ${sentence}`]).map(({ indicator }) => indicator.text);

test.each<[measure: string, verb: string, subject: string | undefined]>([
  ['hồ sơ cấp tỉnh được giải quyết đúng hạn', '', 'hồ sơ cấp tỉnh'],
  ['xã có cán bộ văn hóa', 'đạt', 'xã'],
  // What they have only says which are meant.
  ['người khuyết tật có nhu cầu được học nghề', '', 'người khuyết tật có nhu cầu'],
  ['người khuyết tật có nhu cầu được học nghề', 'được', 'người khuyết tật có nhu cầu'],
  ['trường học có nhà vệ sinh đạt chuẩn', 'có', 'trường học'],
  ['doanh nghiệp đã tham gia sàn thương mại', 'có', 'doanh nghiệp'],
  ['được cung cấp trực tuyến', '', undefined],
  ['Tỷ lệ hộ nghèo giảm', '', undefined],
])('of %j, where %j comes next, the subject is %j', (measure, verb, subject) => {
  expect(subjectOfMeasure(loadKnowledge(), measure, verb)).toBe(subject);
});

test.each<[sentence: string, measures: string[]]>([
  // Whom it is told of stands at the first share only.
  [
    '95% hộ nông dân đăng ký thi đua, 60% đạt danh hiệu hộ giỏi.',
    ['hộ nông dân đăng ký thi đua', 'hộ nông dân đạt danh hiệu hộ giỏi'],
  ],
  [
    '100% phụ nữ mang thai được khám định kỳ, 90% được tiêm phòng, 85% sinh con tại cơ sở y tế.',
    [
      'phụ nữ mang thai được khám định kỳ',
      'phụ nữ mang thai được tiêm phòng',
      'phụ nữ mang thai sinh con tại cơ sở y tế',
    ],
  ],
  [
    'Trên 90% số người nghiện được quản lý; 70% được điều trị thay thế.',
    ['số người nghiện được quản lý', 'số người nghiện được điều trị thay thế'],
  ],
  [
    '40% chủ thể OCOP là hợp tác xã, 30% là doanh nghiệp nhỏ.',
    ['chủ thể OCOP là hợp tác xã', 'chủ thể OCOP là doanh nghiệp nhỏ'],
  ],
  [
    '100% giáo viên mầm non đạt chuẩn, 30% trên chuẩn.',
    ['giáo viên mầm non đạt chuẩn', 'giáo viên mầm non trên chuẩn'],
  ],
  ['Duy trì 100% xã đạt chuẩn phổ cập, phấn đấu 60% đạt mức độ 3.', ['xã đạt chuẩn phổ cập', 'xã đạt mức độ 3']],
  [
    'Tỷ lệ thanh niên biết kỹ năng số đạt 80%, tham gia hoạt động tình nguyện đạt 60%.',
    ['Tỷ lệ thanh niên biết kỹ năng số', 'Tỷ lệ thanh niên tham gia hoạt động tình nguyện'],
  ],
  // The sentence before has it.
  [
    '100% người nghiện được lập hồ sơ. 60% được tư vấn điều trị.',
    ['người nghiện được lập hồ sơ', 'người nghiện được tư vấn điều trị'],
  ],
  // Of what was counted.
  [
    'Đào tạo nghề cho 5.000 lao động, 80% có việc làm.',
    ['Đào tạo nghề cho lao động', 'Đào tạo nghề cho lao động: có việc làm'],
  ],
  // A part leans on its whole.
  [
    '70% người khuyết tật được cấp thẻ; trong đó 40% được khám sức khỏe.',
    ['người khuyết tật được cấp thẻ', 'người khuyết tật được cấp thẻ: được khám sức khỏe'],
  ],
  // Others are told of.
  ['100% xã có cán bộ văn hóa, 80% thôn có nhà văn hóa.', ['xã có cán bộ văn hóa', 'thôn có nhà văn hóa']],
  [
    'Tổ chức 20 lớp tập huấn, 100% báo cáo viên được bồi dưỡng.',
    ['Tổ chức lớp tập huấn', 'báo cáo viên được bồi dưỡng'],
  ],
  ['Tỷ lệ hộ nghèo giảm 2%, sử dụng nước sạch đạt 90%.', ['Tỷ lệ hộ nghèo giảm', 'sử dụng nước sạch']],
  ['Thu gom, xử lý 95% chất thải phát sinh từ làng nghề.', ['Thu gom, xử lý chất thải phát sinh từ làng nghề']],
])('whom a share is told of: %s', (sentence, expected) => {
  expect(measures(sentence)).toEqual(expected);
});

test.each<[sentence: string, measures: string[]]>([
  [
    'Đến năm 2028, 97% trẻ em được tiêm chủng; đến năm 2030, con số này là 98%.',
    ['trẻ em được tiêm chủng', 'trẻ em được tiêm chủng'],
  ],
  ['Năm 2027 có 60% xã đạt chuẩn. Con số này dự kiến tăng lên 75% vào năm 2030.', ['xã đạt chuẩn', 'xã đạt chuẩn']],
  // It says itself what it measures.
  [
    'Năm 2027, làng văn hóa đạt 65%. Đến năm 2030, con số này là 100% xã có thiết chế văn hóa.',
    ['làng văn hóa', 'xã có thiết chế văn hóa'],
  ],
])('a figure named by a word for it: %s', (sentence, expected) => {
  expect(measures(sentence)).toEqual(expected);
});

test('a list that breaks off with three dots says no more of its last figure', () => {
  const [, later] = targetsOf([
    'I. MỤC TIÊU CỤ THỂ',
    '- 90% trường học có nước sạch năm 2028 và duy trì 100% đến năm 2030…',
  ]);
  expect(later).toMatchObject({ direction: 'keep', indicator: { text: 'trường học có nước sạch' } });
});

test.each<[sentence: string, measures: string[]]>([
  // What is told of those that were counted.
  ['Thành lập 12 câu lạc bộ với 300 thành viên.', ['Thành lập câu lạc bộ', 'Thành lập câu lạc bộ: thành viên']],
  [
    'Thực hiện 6 công trình với tổng giá trị làm lợi gần 4,5 tỷ đồng; trao tặng 200 suất quà trị giá 100 triệu đồng.',
    ['công trình', 'công trình: tổng giá trị làm lợi', 'trao tặng suất quà', 'trao tặng suất quà: trị giá'],
  ],
  ['Xây dựng 5 tuyến đường điện dài 6,7 km.', ['Xây dựng tuyến đường điện', 'Xây dựng tuyến đường điện: dài']],
  // They are no part of it.
  ['Thành lập 12 câu lạc bộ, vận động 300 hội viên.', ['Thành lập câu lạc bộ', 'vận động hội viên']],
  // One verb for both, and verbs of its own for each.
  [
    'Tu bổ, tôn tạo 15 di tích cấp tỉnh, 03 di tích quốc gia; lập hồ sơ 05 di sản.',
    ['Tu bổ, tôn tạo di tích cấp tỉnh', 'Tu bổ, tôn tạo di tích quốc gia', 'lập hồ sơ di sản'],
  ],
  // Of what all of it changes, and what leads up to the measure.
  [
    'Số vụ tai nạn giao thông giảm cả 3 tiêu chí (giảm 11% số vụ, giảm 16% số người chết).',
    ['Số vụ tai nạn giao thông: giảm số vụ', 'Số vụ tai nạn giao thông: giảm số người chết'],
  ],
  ['Tội phạm hình sự giảm 5,8% (389 vụ).', ['Tội phạm hình sự giảm', 'Tội phạm hình sự: vụ']],
  [
    'Phấn đấu giảm số thương vong 5%, hướng tới năm 2030 giảm ít nhất 50% số người chết.',
    ['giảm số thương vong', 'giảm số người chết'],
  ],
  ['Ngoài ra, theo chỉ tiêu chương trình, trên 80% thanh niên được tư vấn.', ['thanh niên được tư vấn']],
  ['UBND xã đặt mục tiêu, năm 2027, thiết chế văn hóa thôn đạt 95%.', ['thiết chế văn hóa thôn']],
  [
    'Nâng tổng số hợp tác xã lên 450, trong đó 65% hoạt động hiệu quả.',
    ['tổng số hợp tác xã', 'tổng số hợp tác xã: hoạt động hiệu quả'],
  ],
  [
    '40% người lao động được đào tạo và phải đạt 60% vào năm 2030.',
    ['người lao động được đào tạo', 'người lao động được đào tạo'],
  ],
  // Of shares that semicolons part, all is said behind the last.
  [
    'Đến năm 2025, 100% người quản lý lãnh đạo; 96% người sản xuất, kinh doanh thực phẩm; 90% người tiêu dùng có kiến thức đúng.',
    [
      'người quản lý lãnh đạo có kiến thức đúng',
      'người sản xuất, kinh doanh thực phẩm có kiến thức đúng',
      'người tiêu dùng có kiến thức đúng',
    ],
  ],
  [
    'Thu ngân sách đạt 135% xã giao và đạt 317% kế hoạch tỉnh giao; công tác tinh gọn bộ máy được triển khai quyết liệt.',
    ['Thu ngân sách % xã giao', 'Thu ngân sách % kế hoạch tỉnh giao'],
  ],
  [
    'Tỷ lệ hồ sơ trực tuyến của cả nước đạt 42%; bộ, ngành đạt 61%; xã đạt 17%.',
    [
      'Tỷ lệ hồ sơ trực tuyến của cả nước',
      'Tỷ lệ hồ sơ trực tuyến của cả nước: bộ, ngành',
      'Tỷ lệ hồ sơ trực tuyến của cả nước: xã',
    ],
  ],
  ['Tạo ra 6.300 việc làm, trong đó có 2.100 việc làm trực tiếp.', ['Tạo ra việc làm', 'Tạo ra việc làm trực tiếp']],
  ['Đảng bộ kết nạp được 143 đảng viên, vượt chỉ tiêu đề ra.', ['kết nạp được đảng viên']],
  ['Đảng bộ kết nạp được 143 đảng viên vượt chỉ tiêu đề ra.', ['kết nạp được đảng viên']],
  [
    'Nhu cầu buồng lưu trú, đến năm 2025 phấn đấu khoảng 1.300 buồng, đến năm 2030 khoảng 2.000 buồng.',
    ['Nhu cầu buồng lưu trú', 'Nhu cầu buồng lưu trú'],
  ],
])('what is told of a count: %s', (sentence, expected) => {
  expect(measures(sentence).toSorted()).toEqual([...expected].toSorted());
});
