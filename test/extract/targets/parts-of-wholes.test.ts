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
    'Tổng giá trị sản xuất: ngành thủy sản',
    'Tổng giá trị sản xuất: ngành thủy sản tăng',
    'Tổng giá trị sản xuất: ngành dịch vụ',
    'Tổng diện tích gieo trồng',
    'Tổng diện tích gieo trồng: Lúa',
    'Diện tích ngô',
    'Đào tạo nghề cho lao động',
    'Đào tạo nghề cho lao động nữ',
    'Tạo việc làm cho lao động',
  ]);
});

test('a list below an item is of what is counted alike there', () => {
  const targets = targetsOf([
    'I. KẾT QUẢ',
    'a) Cây màu: 25 ha, đạt 100% kế hoạch. Trong đó:',
    '- Cây ngô: 17 ha, năng suất bình quân đạt 39 tạ/ha.',
    'b) Cây lúa:',
    '- Trà xuân chính: 27 ha.',
    '- Năng suất bình quân đạt 60 tạ/ha.',
  ]);
  expect(targets.map((t) => t.indicator.text)).toEqual([
    'Cây màu',
    'Cây màu % kế hoạch',
    'Cây màu: Cây ngô',
    'Cây ngô: năng suất bình quân',
    // What the heading names, where the words do not say of what.
    'Cây lúa: Trà xuân chính',
    'Cây lúa: Năng suất bình quân',
  ]);
});

test.each<[why: string, sentence: string, measures: string[]]>([
  [
    'in the next sentence, of the one that is counted alike',
    'Kim ngạch xuất khẩu đạt 9 tỷ USD, tăng 12%. Trong đó, khu vực có vốn đầu tư nước ngoài đạt 7 tỷ USD, tăng 14%; khu vực trong nước đạt 2 tỷ USD, tăng 6%.',
    [
      'Kim ngạch xuất khẩu',
      'Kim ngạch xuất khẩu tăng',
      'Kim ngạch xuất khẩu: khu vực có vốn đầu tư nước ngoài',
      'Kim ngạch xuất khẩu: khu vực có vốn đầu tư nước ngoài tăng',
      'Kim ngạch xuất khẩu: khu vực trong nước',
      'Kim ngạch xuất khẩu: khu vực trong nước tăng',
    ],
  ],
  [
    'with all that is told of it',
    'Số người tham gia bảo hiểm là 90.000 người, đạt 95% kế hoạch, tăng 3%. Trong đó: bắt buộc 30.000 người, đạt 98% kế hoạch; tự nguyện 2.000 người, tăng 8%.',
    [
      'Số người tham gia bảo hiểm',
      'Số người tham gia bảo hiểm % kế hoạch',
      'Số người tham gia bảo hiểm tăng',
      'Số người tham gia bảo hiểm: bắt buộc',
      'Số người tham gia bảo hiểm: bắt buộc % kế hoạch',
      'Số người tham gia bảo hiểm: tự nguyện',
      'Số người tham gia bảo hiểm: tự nguyện tăng',
    ],
  ],
  [
    'that names the same measure again and needs no head',
    'Tổng dư nợ đạt 16.000 tỷ đồng, tăng 4%. Trong đó, dư nợ nông nghiệp đạt 3.800 tỷ đồng, giảm 1%.',
    ['Tổng dư nợ', 'Tổng dư nợ tăng', 'dư nợ nông nghiệp', 'dư nợ nông nghiệp giảm'],
  ],
  [
    'that names its revenue',
    'Tổng thu ngân sách là 900 tỷ đồng, đạt 60% dự toán; trong đó, thu nội địa 700 tỷ đồng.',
    ['Tổng thu ngân sách', 'Tổng thu ngân sách % dự toán', 'thu nội địa'],
  ],
  [
    'up to the end of its sentence',
    'Diện tích rừng trồng đạt 900 ha. Trong đó, rừng sản xuất 700 ha. Diện tích lúa 400 ha, ngô 50 ha.',
    ['Diện tích rừng trồng', 'Diện tích rừng trồng: rừng sản xuất', 'Diện tích lúa', 'Diện tích ngô'],
  ],
  [
    'listed behind "bao gồm"',
    'Trồng 350 ha cây ăn quả, bao gồm 200 ha cam, 150 ha bưởi.',
    ['Trồng cây ăn quả', 'Trồng cây ăn quả: cam', 'Trồng cây ăn quả: bưởi'],
  ],
  [
    'of growth, and say themselves that they grow',
    'Tăng trưởng kinh tế đạt 8%, trong đó: nông nghiệp tăng 3%; công nghiệp và xây dựng tăng 11%; dịch vụ 9%.',
    ['Tăng trưởng kinh tế', 'nông nghiệp tăng', 'công nghiệp và xây dựng tăng', 'dịch vụ tăng'],
  ],
  [
    'of a mean, though more than the whole',
    'Diện tích nhà ở bình quân đạt 27 m2/người, trong đó đô thị 31 m2/người.',
    ['Diện tích nhà ở bình quân', 'Diện tích nhà ở bình quân: đô thị'],
  ],
  [
    'of the one that is counted alike, past another figure',
    'Tổng đàn gia súc đạt 9.000 con, tăng 4%, trong đó lợn thịt 7.000 con.',
    ['Tổng đàn gia súc', 'Tổng đàn gia súc tăng', 'Tổng đàn gia súc: lợn thịt'],
  ],
  [
    'in a bracket, and none behind it',
    'Sản lượng thủy sản tăng 7% (trong đó tôm tăng 12%), sản lượng gỗ tăng 4%.',
    ['Sản lượng thủy sản tăng', 'Sản lượng thủy sản tăng: tôm tăng', 'sản lượng gỗ tăng'],
  ],
  [
    'with a list of its own',
    'Tỷ lệ lao động qua đào tạo đạt 70%, trong đó có bằng cấp, chứng chỉ đạt 27%.',
    ['Tỷ lệ lao động qua đào tạo', 'Tỷ lệ lao động qua đào tạo: bằng cấp, chứng chỉ'],
  ],
  [
    'with a verb of its own',
    'Triển khai đầu tư 60 trạm y tế, trong đó xây mới 20 trạm y tế, cải tạo 40 trạm y tế.',
    ['Triển khai đầu tư trạm y tế', 'xây mới trạm y tế', 'cải tạo trạm y tế'],
  ],
  [
    'in the place of the noun that is named again',
    'Trồng rừng tập trung 900 ha, trong đó rừng sản xuất 700 ha.',
    ['Trồng rừng tập trung', 'Trồng rừng sản xuất'],
  ],
  [
    'of a count, in percent',
    'Đào tạo nghề cho 900 lao động, trong đó 70% có việc làm.',
    ['Đào tạo nghề cho lao động', 'Đào tạo nghề cho lao động: có việc làm'],
  ],
  [
    'of a rate, with a verb in its name',
    'Tỷ lệ lao động qua đào tạo đạt 70%, trong đó đào tạo có chứng chỉ đạt 28%.',
    ['Tỷ lệ lao động qua đào tạo', 'Tỷ lệ lao động qua đào tạo: đào tạo có chứng chỉ'],
  ],
  [
    "of a growth that is not the economy's",
    'Tốc độ tăng năng suất lao động 8,5%/năm, trong đó dịch vụ tăng 8%/năm.',
    ['Tốc độ tăng năng suất lao động', 'Tốc độ tăng năng suất lao động: dịch vụ tăng'],
  ],
  [
    'told by how they were taught',
    'Tỷ lệ lao động qua đào tạo đạt 75%, trong đó qua đào tạo từ 3 tháng có bằng cấp, chứng chỉ 31%.',
    ['Tỷ lệ lao động qua đào tạo', 'Tỷ lệ lao động qua đào tạo: qua đào tạo từ 3 tháng có bằng cấp, chứng chỉ'],
  ],
  [
    'told apart by "riêng"',
    'Tỷ lệ hộ nghèo giảm 4%/năm, riêng các xã vùng thấp giảm 2%/năm.',
    ['Tỷ lệ hộ nghèo giảm', 'Tỷ lệ hộ nghèo giảm: các xã vùng thấp giảm'],
  ],
  [
    'counted by another word of the whole, without it',
    'Tổng số khách du lịch đạt 10,5 triệu lượt, trong đó có 4 triệu khách quốc tế.',
    ['Tổng số khách du lịch', 'Tổng số khách du lịch: khách quốc tế'],
  ],
  [
    'without the unit that the whole has',
    'Thu hút 5 triệu lượt khách, trong đó khách quốc tế 1 triệu lượt khách.',
    ['Thu hút lượt khách', 'Thu hút lượt khách quốc tế'],
  ],
  [
    'of a measure with "có", that the whole alone tells',
    'Duy trì diện tích rừng phòng hộ 900 ha, trong đó diện tích có rừng 700 ha.',
    ['diện tích rừng phòng hộ', 'diện tích rừng phòng hộ: diện tích có rừng'],
  ],
  [
    'but nothing that is more than the whole',
    'Diện tích gieo trồng 500 ha, trong đó có 900 ha rừng.',
    ['Diện tích gieo trồng', 'rừng'],
  ],
])('parts are %s', (_why, sentence, measures) => {
  expect(targetsOf(['I. MỤC TIÊU CỤ THỂ', `- ${sentence}`]).map((t) => t.indicator.text)).toEqual(measures);
});

test('the growth of a value is told below the rate of growth that it is a part of', () => {
  const measures = targetsOf([
    'I. MỤC TIÊU CỤ THỂ',
    '1. Tốc độ tăng trưởng kinh tế (GRDP): 7,0 - 7,5%. Trong đó:',
    '- Giá trị tăng thêm khu vực nông nghiệp: 2,5%;',
    '- Giá trị sản xuất công nghiệp tăng 9%;',
    '- Tỷ trọng dịch vụ: 40%;',
    '- Giá trị xây dựng chiếm 20%.',
  ]).map((t) => t.indicator.text);
  expect(measures).toEqual([
    'Tốc độ tăng trưởng kinh tế (GRDP)',
    'Tốc độ tăng trưởng kinh tế (GRDP): Giá trị tăng thêm khu vực nông nghiệp',
    'Giá trị sản xuất công nghiệp tăng',
    'Tỷ trọng dịch vụ',
    'Giá trị xây dựng',
  ]);
});

test('a whole that names its parts is told without them', () => {
  const targets = targetsOf([
    'I. MỤC TIÊU CỤ THỂ',
    '- Diện tích chè đạt VietGAP và hữu cơ 900 ha; trong đó, VietGAP 700 ha, hữu cơ 200 ha.',
    '- Số hộ làm nghề có ít nhất 240 hộ (dệt 70 hộ, mộc 170 hộ).',
  ]);
  expect(targets.map((t) => t.indicator.text)).toEqual([
    'Diện tích chè đạt VietGAP và hữu cơ',
    'Diện tích chè: VietGAP',
    'Diện tích chè: hữu cơ',
    'Số hộ làm nghề',
    'Số hộ làm nghề: dệt',
    'Số hộ làm nghề: mộc',
  ]);
});
