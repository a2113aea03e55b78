import { expect, test } from 'vitest';
import { type FigureCase, figuresOf } from '../figures-of.ts';
import { targetsOf } from '../make.ts';

const CASES: FigureCase[] = [
  ['100% hồ sơ công việc được ký số.', [100, '%', '100% hồ sơ công việc được ký số']],
  [
    'Phấn đấu đến năm 2025, tỷ lệ hồ sơ nộp trực tuyến đạt tối thiểu 62,5%.',
    [62.5, '%', 'tỷ lệ hồ sơ nộp trực tuyến đạt tối thiểu 62,5%', { direction: 'reach' }],
  ],
  [
    'trên 85% hồ sơ cấp tỉnh, 75% hồ sơ cấp huyện và 55% hồ sơ cấp xã được xử lý trên mạng.',
    [
      85,
      '%',
      'trên 85% hồ sơ cấp tỉnh, 75% hồ sơ cấp huyện và 55% hồ sơ cấp xã được xử lý trên mạng',
      { levels: ['province'] },
    ],
    [75, '%', '75% hồ sơ cấp huyện và 55% hồ sơ cấp xã được xử lý trên mạng', { levels: ['district'] }],
    [55, '%', '55% hồ sơ cấp xã được xử lý trên mạng', { levels: ['commune'] }],
  ],
  [
    '60% thủ tục được cung cấp toàn trình, trong đó có ít nhất 25% thủ tục được thanh toán trực tuyến.',
    [60, '%', '60% thủ tục được cung cấp toàn trình'],
    [25, '%', 'ít nhất 25% thủ tục được thanh toán trực tuyến'],
  ],
  [
    'Tỷ lệ hộ nghèo giảm từ 5,2% xuống còn 3,1%.',
    [3.1, '%', 'Tỷ lệ hộ nghèo giảm từ 5,2% xuống còn 3,1%', { direction: 'decrease-to' }],
  ],
  [
    '100% văn bản được gửi điện tử (trừ văn bản mật).',
    [100, '%', '100% văn bản được gửi điện tử (trừ văn bản mật)', { condition: 'trừ văn bản mật' }],
  ],
  [
    'Chỉ số cải cách hành chính của tỉnh thuộc nhóm 12 địa phương dẫn đầu cả nước.',
    [
      12,
      'rank',
      'Chỉ số cải cách hành chính của tỉnh thuộc nhóm 12 địa phương dẫn đầu cả nước',
      { levels: ['province'] },
    ],
  ],
  [
    'Giữ vững 100% xã đạt chuẩn tiếp cận pháp luật.',
    [100, '%', 'Giữ vững 100% xã đạt chuẩn tiếp cận pháp luật', { direction: 'keep' }],
  ],
  [
    'Đến năm 2025 đạt 45% và đến năm 2030 đạt 55% các trường có hiệu trưởng là nữ.',
    [45, '%', '45% và đến năm 2030 đạt 55% các trường có hiệu trưởng là nữ', { deadline: { text: 'Đến năm 2025' } }],
    [55, '%', '55% các trường có hiệu trưởng là nữ', { deadline: { text: 'đến năm 2030' } }],
  ],
  [
    'Tỷ lệ hộ dùng nước sạch đạt 80% năm 2025; 90% năm 2030.',
    [80, '%', 'Tỷ lệ hộ dùng nước sạch đạt 80% năm 2025', { indicator: { text: 'Tỷ lệ hộ dùng nước sạch' } }],
    [
      90,
      '%',
      'Tỷ lệ hộ dùng nước sạch đạt 80% năm 2025; 90% năm 2030',
      { indicator: { text: 'Tỷ lệ hộ dùng nước sạch' } },
    ],
  ],
  [
    'Tỷ lệ nữ chủ doanh nghiệp, trang trại đạt ít nhất 22% vào năm 2025 và 28% vào năm 2030.',
    [22, '%', 'Tỷ lệ nữ chủ doanh nghiệp, trang trại đạt ít nhất 22% vào năm 2025'],
    [28, '%', 'Tỷ lệ nữ chủ doanh nghiệp, trang trại đạt ít nhất 22% vào năm 2025 và 28% vào năm 2030'],
  ],
  [
    'Giảm thời gian chờ khám còn 2,5 lần vào năm 2025 và 1,5 lần vào năm 2030 so với tuyến trên.',
    [2.5, 'lần', 'Giảm thời gian chờ khám còn 2,5 lần vào năm 2025'],
    [
      1.5,
      'lần',
      'Giảm thời gian chờ khám còn 2,5 lần vào năm 2025 và 1,5 lần vào năm 2030 so với tuyến trên',
      { direction: 'decrease-to', deadline: { text: 'vào năm 2030' } },
    ],
  ],
  [
    'Tỷ suất sinh ở tuổi chưa thành niên giảm từ 20‰ xuống 16‰ vào năm 2025 và dưới 14‰ vào năm 2030.',
    [16, '‰', 'Tỷ suất sinh ở tuổi chưa thành niên giảm từ 20‰ xuống 16‰ vào năm 2025'],
    [
      14,
      '‰',
      'Tỷ suất sinh ở tuổi chưa thành niên giảm từ 20‰ xuống 16‰ vào năm 2025 và dưới 14‰ vào năm 2030',
      { deadline: { text: 'vào năm 2030' }, direction: 'decrease-to' },
    ],
  ],
  [
    'Giảm ít nhất 40% vụ cháy rừng, 65% vụ cháy nhà.',
    [40, '%', 'Giảm ít nhất 40% vụ cháy rừng', { direction: 'decrease-by' }],
    [65, '%', '65% vụ cháy nhà', { direction: 'decrease-by' }],
  ],
  [
    'Cắt giảm ít nhất: 25% thời gian giải quyết, 20% chi phí tuân thủ, 15% giấy tờ.',
    [25, '%', 'Cắt giảm ít nhất: 25% thời gian giải quyết', { direction: 'decrease-by' }],
    [20, '%', '20% chi phí tuân thủ', { direction: 'decrease-by' }],
    [15, '%', '15% giấy tờ', { direction: 'decrease-by' }],
  ],
  [
    'Tốc độ tăng giá trị sản xuất đạt 8,5% trở lên, tổng giá trị sản xuất đạt 4.120 tỷ đồng. Trong đó, ngành thủy sản là 910 tỷ đồng.',
    [8.5, '%', 'Tốc độ tăng giá trị sản xuất đạt 8,5% trở lên'],
    [4120000000000, 'VND', 'tổng giá trị sản xuất đạt 4.120 tỷ đồng'],
    [910000000000, 'VND', 'ngành thủy sản là 910 tỷ đồng'],
  ],
  [
    'Kế hoạch được triển khai với các mục tiêu nâng tỷ lệ biết chữ đạt 93%.',
    [93, '%', 'nâng tỷ lệ biết chữ đạt 93%', { direction: 'increase-to' }],
  ],
  ['Bình quân 16,4 tiêu chí/xã.', [16.4, 'tiêu chí/xã', 'Bình quân 16,4 tiêu chí/xã']],
  ['Mức hưởng thụ văn hóa 40 lần/người/năm.', [40, 'lần/người/năm', 'Mức hưởng thụ văn hóa 40 lần/người/năm']],
  [
    'Phát triển 12 trang trại và 30 bản văn hóa.',
    [12, 'trang trại', 'Phát triển 12 trang trại'],
    [30, 'bản văn hóa', '30 bản văn hóa'],
  ],
  [
    'Tỷ lệ giải quyết tố giác đạt trên 92%, án rất nghiêm trọng, đặc biệt nghiêm trọng đạt 97%.',
    [92, '%', 'Tỷ lệ giải quyết tố giác đạt trên 92%'],
    [97, '%', 'án rất nghiêm trọng, đặc biệt nghiêm trọng đạt 97%'],
  ],
  [
    '100% xã, phường, thị trấn mỗi quý có ít nhất 03 bản tin về dân số.',
    [100, '%', '100% xã, phường, thị trấn mỗi quý có ít nhất 03 bản tin về dân số'],
  ],
  ['Bố trí đủ 1,6 giáo viên/lớp ghép 1 buổi.', [1.6, 'giáo viên/lớp ghép', 'Bố trí đủ 1,6 giáo viên/lớp ghép 1 buổi']],
  [
    'Phê duyệt cắt giảm trên 15% thời gian thực hiện so với quy định đối với 320 thủ tục.',
    [
      15,
      '%',
      'Phê duyệt cắt giảm trên 15% thời gian thực hiện so với quy định đối với 320 thủ tục',
      { direction: 'decrease-by' },
    ],
    [320, 'thủ tục', 'thời gian thực hiện so với quy định đối với 320 thủ tục'],
  ],
  [
    'Số hóa sổ hộ tịch đạt tối thiểu 70% cấp huyện và 55% cấp xã.',
    [70, '%', 'Số hóa sổ hộ tịch đạt tối thiểu 70% cấp huyện', { levels: ['district'] }],
    [55, '%', 'Số hóa sổ hộ tịch đạt tối thiểu 70% cấp huyện và 55% cấp xã', { levels: ['commune'] }],
  ],
  [
    'Kim ngạch xuất khẩu đạt 2,5 tỷ USD, bằng 95% kế hoạch, giảm 4% so với cùng kỳ.',
    [2500000000, 'USD', 'Kim ngạch xuất khẩu đạt 2,5 tỷ USD'],
    [95, '%', 'Kim ngạch xuất khẩu đạt 2,5 tỷ USD, bằng 95% kế hoạch'],
    [
      4,
      '%',
      'Kim ngạch xuất khẩu đạt 2,5 tỷ USD, bằng 95% kế hoạch, giảm 4% so với cùng kỳ',
      { direction: 'decrease-by' },
    ],
  ],
  ['Ban hành kịp thời, đúng thẩm quyền 100% văn bản.', [100, '%', 'Ban hành kịp thời, đúng thẩm quyền 100% văn bản']],
  [
    'Tử vong mẹ giảm còn 38/100.000 trẻ vào năm 2025 và xuống dưới 35/100.000 vào năm 2030.',
    [38, '/100.000 trẻ', 'Tử vong mẹ giảm còn 38/100.000 trẻ vào năm 2025'],
    [
      35,
      '/100.000',
      'Tử vong mẹ giảm còn 38/100.000 trẻ vào năm 2025 và xuống dưới 35/100.000 vào năm 2030',
      { deadline: { text: 'vào năm 2030' } },
    ],
  ],
  [
    'Sắp xếp, bố trí ổn định khoảng 900 hộ dân vùng sạt lở.',
    [900, 'hộ dân vùng sạt lở', 'Sắp xếp, bố trí ổn định khoảng 900 hộ dân vùng sạt lở', { direction: 'reach' }],
  ],
];
test.each(CASES)('figures of: %s', figuresOf);

test('an item that lacks its full stop is read like one that has it', () => {
  const targets = targetsOf([
    'I. MỤC TIÊU CỤ THỂ',
    '1. 75% hồ sơ được số hóa',
    'a) Tỷ lệ giải ngân đạt 92%',
    '- 40 mô hình điểm',
  ]);
  expect(targets.map((t) => [t.path, t.quantity?.value])).toEqual([
    ['I.1', 75],
    ['I.1.a', 92],
    ['I.1.a.-1', 40],
  ]);
});

const measures = (item: string): string[] =>
  targetsOf(['I. MỤC TIÊU CỤ THỂ', `- ${item}`]).map(({ indicator }) => indicator.text);

test.each<[why: string, item: string, measures: string[]]>([
  [
    'a predicate is said of all shares before it; what a kind is called is none',
    '100% chất thải sinh hoạt, 90% chất thải xây dựng và 80% chất thải làng nghề được thu gom.',
    ['chất thải sinh hoạt được thu gom', 'chất thải xây dựng được thu gom', 'chất thải làng nghề được thu gom'],
  ],
  [
    'a grade of what was measured',
    'Tỷ lệ trường đạt chuẩn quốc gia mức độ 1 đạt 95%, mức độ 2 đạt 49,5%.',
    ['Tỷ lệ trường đạt chuẩn quốc gia mức độ 1', 'Tỷ lệ trường đạt chuẩn quốc gia mức độ 2'],
  ],
  [
    'products are counted each in its own way',
    'Sản lượng thịt hơi đạt 900 tấn, mật ong 100 tấn, trứng đạt 35 triệu quả; sữa tươi đạt 3 triệu lít.',
    ['Sản lượng thịt hơi', 'Sản lượng mật ong', 'Sản lượng trứng', 'Sản lượng sữa tươi'],
  ],
  [
    'areas and herds are no products',
    'Sản lượng lúa đạt 500 tấn, ngô 50 ha, đàn bò 3.000 con.',
    ['Sản lượng lúa', 'ngô', 'đàn bò'],
  ],
  [
    'a branch that grows is no rate of growth',
    'Tốc độ tăng trưởng kinh tế bình quân 7,5%; công nghiệp, xây dựng tăng 9%; dịch vụ tăng 10%.',
    ['Tốc độ tăng trưởng kinh tế bình quân', 'công nghiệp, xây dựng tăng', 'dịch vụ tăng'],
  ],
  [
    'but one without a verb has a rate',
    'Tốc độ tăng trưởng công nghiệp đạt 9%, thủy sản đạt 5%.',
    ['Tốc độ tăng trưởng công nghiệp', 'Tốc độ tăng trưởng thủy sản'],
  ],
  [
    'the mean of a year is of the same',
    'Trồng rừng tập trung 40.000 ha, bình quân 8.000 ha/năm.',
    ['Trồng rừng tập trung', 'Trồng rừng tập trung bình quân'],
  ],
  [
    'of what it is the clause before tells',
    'Sản xuất lúa vụ Đông Xuân đều được mùa, năng suất bình quân đạt 65 tạ/ha.',
    ['Sản xuất lúa vụ Đông Xuân: năng suất bình quân'],
  ],
  [
    'but not where it speaks of work',
    'Công tác khuyến nông được quan tâm, năng suất bình quân đạt 65 tạ/ha.',
    ['năng suất bình quân'],
  ],
  [
    'a time may have its word before it',
    'Giá trị sản xuất tăng bình quân 2,4% ở giai đoạn 2022 - 2024 và 3,2% ở giai đoạn 2025 - 2026.',
    ['Giá trị sản xuất tăng bình quân', 'Giá trị sản xuất tăng bình quân'],
  ],
  [
    'the same is said of the two, and another thing of the third',
    'Có 75% số xã và 50% số huyện đạt chuẩn nông thôn mới, 80% số thôn có nhà văn hóa.',
    ['số xã đạt chuẩn nông thôn mới', 'số huyện đạt chuẩn nông thôn mới', 'số thôn có nhà văn hóa'],
  ],
  [
    'people of whom something is said are no whole',
    '80% hộ dân được dùng nước hợp vệ sinh với số lượng tối thiểu 60 lít/người/ngày; 40% dân số nông thôn được dùng nước sạch.',
    ['hộ dân được dùng nước hợp vệ sinh', 'hộ dân được dùng nước hợp vệ sinh', 'dân số nông thôn được dùng nước sạch'],
  ],
  [
    'what it is compared with may stand before the verb',
    'Tổng số hội viên là 114.100 người, đạt 100,09% kế hoạch, so với năm 2021 tăng 3,6%.',
    ['Tổng số hội viên', 'Tổng số hội viên % kế hoạch', 'Tổng số hội viên tăng'],
  ],
  [
    'the next verb may follow without a comma',
    'Thu ngân sách trên địa bàn: 500 tỷ đồng đạt 102% dự toán.',
    ['Thu ngân sách trên địa bàn', 'Thu ngân sách trên địa bàn % dự toán'],
  ],
  ['but stars are a grade', 'Toàn tỉnh có 30 sản phẩm đạt 5 sao.', ['sản phẩm đạt 5 sao']],
  [
    'what is granted first is none of it',
    'Y tế được quan tâm, mặc dù còn nhiều khó khăn, nhưng tỷ lệ tiêm chủng vẫn đạt 95%.',
    ['tỷ lệ tiêm chủng'],
  ],
  [
    'all of the country is told below the measure',
    'Tổng mức bán lẻ tăng 15,1% (bình quân cả nước tăng 9,3%).',
    ['Tổng mức bán lẻ tăng', 'Tổng mức bán lẻ: bình quân cả nước tăng'],
  ],
  [
    'a herd in brackets is a part',
    'Gà: 2.400 con (nuôi thả: 600 con, nuôi nhốt: 1.800 con).',
    ['Gà', 'Gà: nuôi thả', 'Gà: nuôi nhốt'],
  ],

  [
    'the verb, over a semicolon',
    'Nông nghiệp tăng 3%/năm; công nghiệp - xây dựng 11%/năm.',
    ['Nông nghiệp tăng', 'công nghiệp - xây dựng tăng'],
  ],
  [
    'the measure and the verb',
    'Giá trị sản xuất nông nghiệp tăng 4%; thương mại - dịch vụ 16%.',
    ['Giá trị sản xuất nông nghiệp tăng', 'Giá trị sản xuất thương mại - dịch vụ tăng'],
  ],
  [
    'the verb of a change right before the first',
    'Giảm 15% số vụ cháy, 20% số người chết do cháy.',
    ['Giảm số vụ cháy', 'Giảm số người chết do cháy'],
  ],
  [
    'what is said at the end, over semicolons',
    '100% học sinh tiểu học; 90% học sinh trung học được học bơi.',
    ['học sinh tiểu học được học bơi', 'học sinh trung học được học bơi'],
  ],
  [
    'what the rate is of whom',
    'Tỷ lệ huy động đạt 38% trẻ nhà trẻ và 97% trẻ mẫu giáo.',
    ['Tỷ lệ huy động % trẻ nhà trẻ', 'Tỷ lệ huy động % trẻ mẫu giáo'],
  ],
  [
    'the rate, where only a name stands',
    'Tỷ lệ giáo viên giỏi bậc mầm non đạt 45%, tiểu học đạt 50%.',
    ['Tỷ lệ giáo viên giỏi bậc mầm non', 'Tỷ lệ giáo viên giỏi bậc tiểu học'],
  ],
  [
    'all up to the verb with which both go on',
    'Tỷ lệ thôn có nhà văn hóa đạt 90%, có khu thể thao đạt 75%.',
    ['Tỷ lệ thôn có nhà văn hóa', 'Tỷ lệ thôn có khu thể thao'],
  ],
  [
    'the measure, in a bracket that only names a part',
    'Thu nhập bình quân đạt 75 triệu đồng (khu vực nông thôn 60 triệu đồng).',
    ['Thu nhập bình quân', 'Thu nhập bình quân: khu vực nông thôn'],
  ],
  [
    'what is counted, in a bracket with its share',
    'Có 58 thôn (96,7%) có nhà văn hóa.',
    ['thôn có nhà văn hóa', 'thôn có nhà văn hóa'],
  ],
  [
    'the rate, over several names',
    'Tỷ lệ giáo viên giỏi bậc mầm non đạt 45%, tiểu học đạt 50%, trung học đạt 55%.',
    ['Tỷ lệ giáo viên giỏi bậc mầm non', 'Tỷ lệ giáo viên giỏi bậc tiểu học', 'Tỷ lệ giáo viên giỏi bậc trung học'],
  ],
  [
    'what it is a share of, told behind the second figure',
    'Số gia đình tập thể thao đạt 22% năm 2025 và 25% số hộ năm 2030.',
    ['Số gia đình tập thể thao % số hộ', 'Số gia đình tập thể thao % số hộ'],
  ],
  ['what was counted before "cho"', 'Tổ chức 25 lớp cho 1.200 cán bộ.', ['Tổ chức lớp', 'Tổ chức lớp cho cán bộ']],
  [
    'a rate of something else, before a name with its own verb',
    'Tỷ lệ hộ nghèo giảm còn 2%, bảo hiểm y tế đạt 95%, kinh tế số 30%.',
    ['Tỷ lệ hộ nghèo', 'bảo hiểm y tế', 'kinh tế số'],
  ],
  [
    'nothing of what bodies are to bring about',
    'Các sở, ngành phấn đấu công nhận 15 xã, 3 huyện đạt chuẩn nông thôn mới.',
    ['công nhận xã', 'huyện đạt chuẩn nông thôn mới'],
  ],
  [
    'the base of the rate before',
    'Kinh tế số chiếm 30% GRDP; 80% doanh nghiệp đổi mới sáng tạo.',
    ['Kinh tế số chiếm % GRDP', 'doanh nghiệp đổi mới sáng tạo'],
  ],
  [
    'a change by far less than its level',
    'Tỷ lệ hộ nghèo giảm 1%; hộ dùng nước sạch 95%.',
    ['Tỷ lệ hộ nghèo giảm', 'Tỷ lệ hộ dùng nước sạch'],
  ],
  [
    'no body that is to do it',
    'Phấn đấu các cơ quan, đơn vị và 50 xã triển khai phòng họp không giấy.',
    ['các cơ quan, đơn vị và xã triển khai phòng họp không giấy'],
  ],
  ['what was done before', 'Hoàn thành 15 nhiệm vụ, phấn đấu hoàn thành 90%.', ['hoàn thành']],
  ['a dash that begins an item', 'Chỉ tiêu cụ thể: -90% hộ dùng điện.', ['hộ dùng điện']],
  [
    'the measure, behind a bracket with parts',
    'Giá trị sản xuất ngành nông nghiệp tăng 3% (trong đó lâm nghiệp tăng 4%), dịch vụ tăng 9%.',
    [
      'Giá trị sản xuất ngành nông nghiệp tăng',
      'Giá trị sản xuất ngành nông nghiệp tăng: lâm nghiệp tăng',
      'Giá trị sản xuất ngành dịch vụ tăng',
    ],
  ],
  [
    'the measure of a year, behind a bracket with a change',
    'Số câu lạc bộ đạt 1.200 CLB (tăng 8%/năm), phấn đấu đến năm 2030 có 1.500 CLB.',
    ['Số câu lạc bộ', 'Số câu lạc bộ tăng', 'Số câu lạc bộ'],
  ],
  [
    'the label in an open bracket',
    'Diện tích một số cây trồng chính (Lúa: diện tích 90 ha, năng suất 62 tạ/ha.',
    ['Lúa: diện tích', 'Lúa: năng suất'],
  ],
])('a measure leaves out %s', (_why, item, expected) => expect(measures(item)).toEqual(expected));

test.each<[why: string, sentence: string, expected: string[]]>([
  [
    'others beside it',
    'Xuất khẩu tăng 18%, bình quân cả nước tăng 16%.',
    ['Xuất khẩu tăng', 'Xuất khẩu: bình quân cả nước tăng'],
  ],
  [
    'others in brackets',
    'Tăng trưởng GRDP đạt 6,3%, thấp hơn so với bình quân của cả nước (7,8%).',
    ['Tăng trưởng GRDP', 'Tăng trưởng GRDP: bình quân của cả nước'],
  ],
  [
    'how far from others it is',
    'Tỷ lệ hộ nghèo còn 3%, thấp hơn bình quân cả nước 1,2%.',
    ['Tỷ lệ hộ nghèo', 'Tỷ lệ hộ nghèo thấp hơn bình quân cả nước'],
  ],
  [
    'how far from the plan it is',
    'Thu ngân sách đạt 5.000 tỷ đồng, cao hơn kế hoạch 200 tỷ đồng.',
    ['Thu ngân sách', 'Thu ngân sách cao hơn kế hoạch'],
  ],
  [
    'a share of what was planned',
    'Sản lượng thủy sản đạt 5.000 tấn, đạt 70% mục tiêu cả năm.',
    ['Sản lượng thủy sản', 'Sản lượng thủy sản % mục tiêu cả năm'],
  ],
  [
    'how far behind it is',
    'Tiến độ thi công đạt 59%, chậm 12% so với kế hoạch.',
    ['Tiến độ thi công', 'Tiến độ thi công chậm'],
  ],
  [
    'a share of what somebody gave out',
    'Tỷ lệ giải ngân vốn đầu tư công đạt tối thiểu 95% kế hoạch vốn được Thủ tướng Chính phủ giao.',
    ['Tỷ lệ giải ngân vốn đầu tư công % kế hoạch vốn được Thủ tướng Chính phủ giao'],
  ],
  [
    'a share of an estimate that somebody gave out',
    'Thu phí đạt 105% dự toán được HĐND huyện giao.',
    ['Thu phí % dự toán được HĐND huyện giao'],
  ],
  [
    'points that part it from others',
    'Tỷ lệ giải ngân đạt 61,7%, thấp hơn bình quân chung cả nước 3,4 điểm phần trăm.',
    ['Tỷ lệ giải ngân', 'Tỷ lệ giải ngân thấp hơn bình quân chung cả nước'],
  ],
  [
    'points that part it from the year before',
    'Công suất phòng đạt 58%, cao hơn năm trước 4 điểm phần trăm.',
    ['Công suất phòng', 'Công suất phòng cao hơn năm trước'],
  ],
  [
    'nothing but by when it is done',
    'Lắp camera tại 100% nút giao, hoàn thành trong năm 2027.',
    ['Lắp camera tại nút giao'],
  ],
  [
    'a count of its own',
    'Số trường đạt chuẩn chiếm 45%, cả tỉnh có 120 trường.',
    ['Số trường đạt chuẩn', 'cả tỉnh có trường'],
  ],
])('goes on with %s', (_why, sentence, expected) => expect(measures(sentence)).toEqual(expected));

test.each<[sentence: string, expected: string[]]>([
  [
    'Thành lập mới ít nhất 50 tổ hợp tác; 15 hợp tác xã; 01 Liên hiệp hợp tác xã.',
    ['Thành lập mới tổ hợp tác', 'Thành lập mới hợp tác xã', 'Thành lập mới Liên hiệp hợp tác xã'],
  ],
  [
    'Giảm 5 trường lẻ; 30 trường chuẩn quốc gia; 12 trường mới.',
    ['Giảm trường lẻ', 'trường chuẩn quốc gia', 'trường mới'],
  ],
  [
    'Tăng thêm 200 giường bệnh; 50 bác sĩ; đạt 12 bác sĩ/vạn dân.',
    ['Tăng thêm giường bệnh', 'bác sĩ', 'bác sĩ/vạn dân'],
  ],
  ['Xóa 50 điểm trường lẻ; 30 trường mới.', ['Xóa điểm trường lẻ', 'trường mới']],
  ['Giảm 60 hộ nghèo và 40 hộ cận nghèo.', ['Giảm hộ nghèo', 'Giảm hộ cận nghèo']],
  ['Tiếp nhận 500 hồ sơ; 480 hồ sơ đã giải quyết.', ['Tiếp nhận hồ sơ', 'hồ sơ đã giải quyết']],
])('one verb over several counts: %s', (sentence, expected) => expect(measures(sentence)).toEqual(expected));
