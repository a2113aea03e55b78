import { expect, test } from 'vitest';
import { targetsOf } from './make.ts';

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
    [40, '%', 'Giảm ít nhất 40% vụ cháy rừng, 65% vụ cháy nhà', { direction: 'decrease-by' }],
    [65, '%', '65% vụ cháy nhà', { direction: 'decrease-by' }],
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
