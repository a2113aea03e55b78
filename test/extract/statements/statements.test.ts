import { expect, test } from 'vitest';
import { extracted, targetsOf } from '../make.ts';

type Expected = [value: number, unit: string, quote: string, more?: Record<string, unknown>];
const CASES: [item: string, ...expected: Expected[]][] = [
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
    'Rút ngắn thời gian cấp phép xây dựng; thời gian đăng ký đất đai tối thiểu 30% so với quy định.',
    [
      30,
      '%',
      'Rút ngắn thời gian cấp phép xây dựng; thời gian đăng ký đất đai tối thiểu 30% so với quy định',
      { direction: 'decrease-by', baseline: 'so với quy định' },
    ],
  ],
  [
    'Có 100% các sở; UBND cấp huyện được chấm điểm hằng quý.',
    [100, '%', '100% các sở; UBND cấp huyện được chấm điểm hằng quý'],
  ],
  [
    'Tỷ lệ hộ nghèo giảm từ 5,2% xuống còn 3,1%.',
    [3.1, '%', 'Tỷ lệ hộ nghèo giảm từ 5,2% xuống còn 3,1%', { direction: 'decrease-to' }],
  ],
  [
    'Số hóa hồ sơ mỗi năm tăng tối thiểu 15%; phấn đấu đến năm 2026 đạt tỷ lệ 90% để chia sẻ dữ liệu.',
    [15, '%', 'Số hóa hồ sơ mỗi năm tăng tối thiểu 15%', { direction: 'increase-by' }],
    [90, '%', 'Số hóa hồ sơ mỗi năm tăng tối thiểu 15%; phấn đấu đến năm 2026 đạt tỷ lệ 90%', { direction: 'reach' }],
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
    'Thành lập mới 8 cơ sở (gồm 5 trạm; 3 phòng khám).',
    [8, 'cơ sở', 'Thành lập mới 8 cơ sở (gồm 5 trạm; 3 phòng khám)'],
    [5, 'trạm', '5 trạm'],
    [3, 'phòng khám', '3 phòng khám'],
  ],
  [
    'Đến năm 2025 đạt 45% và đến năm 2030 đạt 55% các trường có hiệu trưởng là nữ.',
    [45, '%', '45% và đến năm 2030 đạt 55% các trường có hiệu trưởng là nữ', { deadline: { text: 'Đến năm 2025' } }],
    [55, '%', '55% các trường có hiệu trưởng là nữ', { deadline: { text: 'đến năm 2030' } }],
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
    '100% hộ có thể dùng cáp quang khi có nhu cầu với 85% người dùng được truy nhập tốc độ cao.',
    [100, '%', '100% hộ có thể dùng cáp quang khi có nhu cầu'],
    [85, '%', '85% người dùng được truy nhập tốc độ cao'],
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
    'Tỷ lệ hồ sơ số cấp tỉnh, cấp xã lần lượt đạt tối thiểu 95%, 85%.',
    [95, '%', 'Tỷ lệ hồ sơ số cấp tỉnh, cấp xã lần lượt đạt tối thiểu 95%', { levels: ['province'] }],
    [85, '%', 'Tỷ lệ hồ sơ số cấp tỉnh, cấp xã lần lượt đạt tối thiểu 95%, 85%', { levels: ['commune'] }],
  ],
  [
    'Tỷ lệ nộp trực tuyến đến năm 2024, năm 2026 lần lượt đạt 55% và 65%.',
    [
      55,
      '%',
      'Tỷ lệ nộp trực tuyến đến năm 2024, năm 2026 lần lượt đạt 55%',
      { deadline: { type: 'by', end: '2024-12-31' } },
    ],
    [
      65,
      '%',
      'Tỷ lệ nộp trực tuyến đến năm 2024, năm 2026 lần lượt đạt 55% và 65%',
      { deadline: { type: 'by', end: '2026-12-31' } },
    ],
  ],
  [
    '100% xã, phường, thị trấn mỗi quý có ít nhất 03 bản tin về dân số.',
    [100, '%', '100% xã, phường, thị trấn mỗi quý có ít nhất 03 bản tin về dân số'],
  ],
  ['Bố trí đủ 1,6 giáo viên/lớp ghép 1 buổi.', [1.6, 'giáo viên/lớp ghép', 'Bố trí đủ 1,6 giáo viên/lớp ghép 1 buổi']],
  [
    'Năm 2020, thu gom 310 tấn rác thải nhựa; năm 2024, thu gom 450 tấn rác thải nhựa (năm 2021: 330 tấn).',
    [310, 'tấn', 'thu gom 310 tấn rác thải nhựa', { status: 'result', deadline: { text: 'Năm 2020' } }],
    [
      450,
      'tấn',
      'thu gom 450 tấn rác thải nhựa (năm 2021: 330 tấn)',
      { status: 'target', deadline: { text: 'năm 2024' } },
    ],
    [330, 'tấn', 'thu gom 450 tấn rác thải nhựa (năm 2021: 330 tấn)', { status: 'result' }],
  ],
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

/** What binds a figure in time, one paragraph each. */
const TIMED: [text: string, ...ends: (string | null)[]][] = [
  ['Đến năm 2026, kinh tế số đạt 12% GRDP và đến năm 2030, kinh tế số phải đạt 25% GRDP.', '2026-12-31', '2030-12-31'],
  [
    'Kế hoạch đề ra các mục tiêu cơ bản đến năm 2027 như: tỷ lệ hộ có cáp quang đạt 85%; tỷ lệ người dân có hồ sơ sức khỏe đạt 75%.',
    '2027-12-31',
    '2027-12-31',
  ],
  [
    'Đến cuối năm 2027, tỷ lệ trường đạt chuẩn là 66%. Đồng thời, 72% giáo viên được bồi dưỡng.',
    '2027-12-31',
    '2027-12-31',
  ],
  [
    'Về đội ngũ, đến năm 2027 có 65% giáo viên đạt trên chuẩn, 45% cán bộ quản lý có trình độ thạc sĩ.',
    '2027-12-31',
    '2027-12-31',
  ],
  ['Tỷ lệ hộ nghèo còn 4% vào năm 2026. Tỷ lệ che phủ rừng đạt 51%.', '2026-12-31', null],
  ['Xóa từ 3 - 6% số điểm phức tạp mỗi năm.', 'FREQ=YEARLY'],
  ['Sau đó đến năm 2030, phấn đấu tỷ lệ đô thị hóa đạt 48%.', '2030-12-31'],
  [
    'Du lịch tạo việc làm cho 21 nghìn lao động vào năm 2026 và năm 2030 là 29 nghìn người.',
    '2026-12-31',
    '2030-12-31',
  ],
  ['Tỉnh phấn đấu đến năm 2027 có 3.100 doanh nghiệp, vốn đầu tư tư nhân chiếm 62%.', '2027-12-31', '2027-12-31'],
  [
    'Đề án có mục tiêu đến năm 2027 xóa mù chữ cho 9.500 người, nâng tỷ lệ biết chữ đạt 97%.',
    '2027-12-31',
    '2027-12-31',
  ],
];
test.each(TIMED)('times of: %s', (text, ...ends) => {
  const times = targetsOf(['I. NỘI DUNG', text]).map(({ deadline }) =>
    deadline === null || deadline.basis === 'plan-period' ? null : (deadline.end ?? deadline.rrule?.slice(0, 11)),
  );
  expect(times).toEqual(ends);
});

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

/** Whether figures are reached or aimed at. */
const SAID: [text: string, ...status: ('target' | 'result')[]][] = [
  ['Phần lớn các chỉ tiêu của huyện đều đạt, vượt kế hoạch đề ra. Tổng đàn lợn 21.500 con.', 'result'],
  ['Diện tích gieo trồng được 8.200 ha, đạt 98,7% kế hoạch.', 'result', 'result'],
  ['Kim ngạch xuất khẩu đạt 310 triệu USD, tăng 9,1% so với cùng kỳ.', 'result', 'result'],
  ['Phấn đấu quý I thu ngân sách tăng 8% so với cùng kỳ.', 'target'],
  ['Thu nhập bình quân ước đạt 47 triệu đồng/người.', 'result'],
  ['Năm nay huyện ước đón 310 nghìn lượt khách.', 'result'],
  ['Tỉnh đặt mục tiêu đón khách, doanh thu ước đạt 900 tỷ đồng.', 'target'],
  ['Huyện đạt và vượt 18/18 chỉ tiêu; sản lượng thóc 14 nghìn tấn, đạt hơn 101% kế hoạch.', 'result', 'result'],
  ['Theo số liệu của ngành, tỷ lệ hộ dùng nước sạch đạt 61%.', 'result'],
  ['Sở đã phê duyệt mở 120 lớp xóa mù chữ.', 'result'],
  ['Chương trình đã được phê duyệt: mở 120 lớp xóa mù chữ.', 'target'],
  ['Tỷ lệ hộ nghèo hiện giảm còn 6,3%, hộ cận nghèo còn 9,8%.', 'result', 'result'],
  ['Hiện cả xã có 640 hộ kinh doanh.', 'result'],
  ['Thực hiện số hóa 70% hồ sơ; hiện đại hóa 40 trụ sở.', 'target', 'target'],
];
test.each(SAID)('status in: %s', (text, ...status) => {
  expect(targetsOf(['I. NỘI DUNG', text]).map((t) => t.status)).toEqual(status);
});

test('a heading without a label gives its area to the items below it', () => {
  const targets = targetsOf([
    'I. MỤC TIÊU CỤ THỂ',
    'Cải cách thủ tục hành chính',
    '- 85% hồ sơ được giải quyết đúng hạn.',
    'Xây dựng chính quyền số:',
    '- 70% hồ sơ được giải quyết đúng hạn.',
    '1. Cải cách thể chế',
    '- 100% văn bản được rà soát.',
  ]);
  expect(targets.map((t) => [t.quantity?.value, t.area])).toEqual([
    [85, 'procedures'],
    [70, 'digital-government'],
    [100, 'institutions'],
  ]);
});

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
    'Tổng giá trị sản xuất, trong đó ngành thủy sản',
    'ngành thủy sản',
    'Tổng giá trị sản xuất, trong đó ngành dịch vụ',
    'Tổng diện tích gieo trồng',
    'Tổng diện tích gieo trồng, trong đó lúa',
    'Diện tích ngô',
    'Đào tạo nghề cho lao động',
    'Đào tạo nghề cho lao động, trong đó lao động nữ',
    'Tạo việc làm cho lao động',
  ]);
});

test('paragraphs of an article go on with what the one before them did', () => {
  const article = [
    'Xã Bình Minh nhìn lại một năm',
    'Năm qua, xã đạt nhiều kết quả. Đến nay, có 210 hộ kinh doanh.',
    'Tổng thu ngân sách đạt 12 tỷ đồng, tăng 14% so với năm trước.',
    'Năm tới, xã phấn đấu có thêm 30 hộ kinh doanh.',
    'Tỷ lệ hộ nghèo còn 2%.',
  ];
  expect(extracted(article, []).record.targets.map((t) => t.status)).toEqual([
    'result',
    'result',
    'result',
    'target',
    'target',
  ]);
});

test('a sentence of an article that begins with a document is no headline over what stands before it', () => {
  const article = [
    'Doanh nghiệp và doanh nhân',
    'Cả nước đặt mục tiêu đến năm 2028, khu vực tư nhân đóng góp 55% GDP…',
    'Nghị quyết số 21/NQ-CP ngày 9/5/2024 ban hành Chương trình hành động về đội ngũ doanh nhân.',
  ];
  expect(extracted(article, []).record.targets.map((t) => t.quantity?.value)).toEqual([55]);
});

/** What the verb, or what looks like one, makes of a figure. */
const DIRECTED: [text: string, direction: string][] = [
  ['Hạ tầng cáp quang phủ đến 82% hộ gia đình.', 'reach'],
  ['Tỷ lệ tăng dân số tự nhiên dưới 1,1%.', 'reach'],
  ['Giảm tốc độ tăng tỷ số giới tính khi sinh xuống dưới mức 0,3 điểm phần trăm/năm.', 'decrease-to'],
  ['Tỷ lệ cắt giảm thủ tục nội bộ đạt 30%.', 'decrease-by'],
  ['Giảm tỷ lệ sinh con thứ 3 trở lên 0,2% so với năm 2021.', 'decrease-by'],
];
test.each(DIRECTED)('direction in: %s', (text, direction) => {
  expect(targetsOf(['I. MỤC TIÊU CỤ THỂ', `- ${text}`]).map((t) => t.direction)).toEqual([direction]);
});

test.each(CASES)('figures of: %s', (item, ...expected) => {
  const targets = targetsOf(['I. MỤC TIÊU CỤ THỂ', `- ${item}`]);
  expect(targets.map((t) => [t.quantity?.value, t.quantity?.unit, t.source.quote])).toEqual(
    expected.map(([value, unit, quote]) => [value, unit, quote]),
  );
  expected.forEach(([, , , more], i) => {
    if (more !== undefined) expect(targets[i]).toMatchObject(more);
  });
});

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

/** Sentences with figures that are to yield no target, in sections of every kind. */
const SILENT: [section: string, text: string][] = [
  ['I. MỤC TIÊU CỤ THỂ', '1. Người dân được dùng ít nhất một trong các dịch vụ cơ bản.'],
  ['I. MỤC TIÊU CỤ THỂ', '1. Thực hiện Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ.'],
  ['I. MỤC TIÊU CỤ THỂ', '1. Áp dụng tiêu chuẩn TCVN ISO 9001:2015 trong cơ quan.'],
  ['I. MỤC TIÊU CỤ THỂ', '1. Cung cấp dịch vụ công trực tuyến mức độ 3, 4.'],
  ['I. MỤC TIÊU CỤ THỂ', '1. Thí điểm mô hình “4 tại chỗ” tại trung tâm.'],
  ['II. NHIỆM VỤ', '1. Triển khai 6 nội dung và 02 nhiệm vụ trọng tâm.'],
  ['II. NHIỆM VỤ', '1. Trẻ em dưới 15 tuổi được khám sức khỏe.'],
  ['II. NHIỆM VỤ', '1. Trả lời trong 05 ngày làm việc kể từ ngày nhận.'],
  ['II. NHIỆM VỤ', '1. Báo cáo 06 tháng một lần.'],
  ['II. NHIỆM VỤ', '1. Đối với đơn vị có tỷ lệ nữ dưới 30% có thể điều chỉnh chỉ tiêu.'],
  ['I. MỤC TIÊU CỤ THỂ', '1. Bảo tồn văn hóa của các dân tộc thiểu số dưới 5 nghìn người.'],
  ['I. MỤC TIÊU CỤ THỂ', '1. Bảo tồn văn hóa của các dân tộc có dưới 10 nghìn người.'],
  ['II. NHIỆM VỤ', '1. Bố trí điểm thu gom cho nhóm từ 25 hộ trở lên.'],
  ['II. NHIỆM VỤ', '1. Hỗ trợ đăng kiểm xe ô tô 7 chỗ và nhà 3 tầng.'],
  ['II. NHIỆM VỤ', '1. Định mức xăng của xe ôtô 04 chỗ có máy lạnh do đơn vị quy định.'],
  ['II. NHIỆM VỤ', '1. Quyết định này làm thành 03 bản: 01 bản gửi nhà đầu tư, 01 bản lưu tại văn phòng.'],
  ['II. NHIỆM VỤ', '1. Thực hiện rà soát theo 12 Quyết định của Thủ tướng.'],
  ['II. NHIỆM VỤ', '1. Thực hiện cuộc vận động mỗi cặp vợ chồng sinh đủ 02 con.'],
  ['II. NHIỆM VỤ', '1. Kết quả còn thấp so với kế hoạch trồng 5 triệu cây của tỉnh.'],
  ['II. NHIỆM VỤ', '1. Mỗi loại giấy tờ in 200 bản.'],
  ['I. MỤC TIÊU CỤ THỂ', 'Ghi chú: số liệu năm 2021 gồm 120 trường và 30% phòng học tạm.'],
  ['III. KINH PHÍ THỰC HIỆN', '1. Tổng kinh phí là 12,5 tỷ đồng, ngân sách tỉnh chiếm 40%.'],
];
test.each(SILENT)('no target in %s: %s', (section, text) => {
  expect(extracts(section, text)).toEqual([]);
});
const extracts = (section: string, text: string): string[] =>
  targetsOf([section, text])
    .filter((t) => t.quantity !== null)
    .map((t) => t.source.quote);
