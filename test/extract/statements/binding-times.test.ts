import { expect, test } from 'vitest';
import { targetsOf } from '../make.ts';

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
  ['Đại hội xác định đến năm 2030 quy mô GRDP đạt 200.000 tỷ đồng, có 100% xã đạt chuẩn.', '2030-12-31', '2030-12-31'],
  // First in its sentence, it needs no comma.
  [
    'Đến năm 2027 diện tích cà phê đạt 4.200 ha. Sản lượng chè đạt 9.100 tấn, năng suất 82 tạ/ha.',
    '2027-12-31',
    '2027-12-31',
    '2027-12-31',
  ],
  // Behind the last of two, a time is of both.
  [
    'Trẻ em được tiêm chủng đạt 80% và được lập sổ theo dõi đạt 90% năm 2027; 95% năm 2030.',
    '2027-12-31',
    '2027-12-31',
    '2030-12-31',
  ],
  [
    'Tỷ lệ trẻ em béo phì dưới 10% (khu vực nội thành), 5% (khu vực ngoại thành) vào năm 2028.',
    '2028-12-31',
    '2028-12-31',
  ],
  // Behind brackets, a time is of the figures in them too; what stands before a part of its own is not.
  [
    'Tỷ lệ hộ thiếu nước giảm xuống dưới 14% (vùng cao dưới 24%) vào năm 2025 và dưới 9% (vùng cao dưới 19%) vào năm 2030.',
    '2025-12-31',
    '2030-12-31',
    '2025-12-31',
    '2030-12-31',
  ],
  [
    'Tỷ lệ trường có bếp đạt 55% ở thành thị và 35% ở nông thôn vào năm 2025 và phấn đấu đạt 85% và 75% vào năm 2030.',
    '2025-12-31',
    '2025-12-31',
    '2030-12-31',
    '2030-12-31',
  ],
  // Behind the last part of a measure, it is of all parts.
  [
    'Tỷ lệ bệnh viện có khoa dinh dưỡng đạt 80% đối với tuyến tỉnh; 45% đối với tuyến huyện vào năm 2027.',
    '2027-12-31',
    '2027-12-31',
  ],
  ['Tỷ lệ béo phì: trẻ em ở mức dưới 11%; người lớn ở mức dưới 21% vào năm 2028.', '2028-12-31', '2028-12-31'],
  // The time of the aims that are told next.
  [
    'Kỳ họp đã xác định 14 chỉ tiêu phát triển kinh tế chủ yếu năm 2026. Theo đó, sản lượng chè đạt 9.100 tấn.',
    '2026-12-31',
  ],
  // A vision is by the way; where two remain, an older one does not come back.
  [
    'Đến năm 2030, GRDP đạt 150 nghìn tỷ đồng, tầm nhìn đến năm 2045 đạt 400 nghìn tỷ đồng. Sản lượng chè đạt 9.100 tấn.',
    '2030-12-31',
    '2045-12-31',
    '2030-12-31',
  ],
  [
    'Đến năm 2026, hộ nghèo còn 3%. Đến năm 2028 có 40 xã đạt chuẩn, đến năm 2030 có 45 xã. Sản lượng chè đạt 9.100 tấn.',
    '2026-12-31',
    '2028-12-31',
    '2030-12-31',
    null,
  ],
  // Where a sentence has two, nothing tells which is that of the next.
  [
    'Phấn đấu đến năm 2025 có 45 xã đạt chuẩn; đến năm 2030 có 60 xã. Sản lượng chè đạt 9.100 tấn.',
    '2025-12-31',
    '2030-12-31',
    null,
  ],
  ['Đến năm 2025, huyện đạt mức khá; đến năm 2030, dẫn đầu tỉnh. Sản lượng chè đạt 9.100 tấn.', null],
  [
    'Về đội ngũ, đến năm 2027 có 65% giáo viên đạt trên chuẩn, 45% cán bộ quản lý có trình độ thạc sĩ.',
    '2027-12-31',
    '2027-12-31',
  ],
  // On a day something happened.
  ['Ngày 14/02/2022, Chủ tịch UBND tỉnh chủ trì hội nghị. Cùng với đó, 72% giáo viên được bồi dưỡng.', null],
  ['Tỷ lệ hộ nghèo còn 4% vào năm 2026. Tỷ lệ che phủ rừng đạt 51%.', '2026-12-31', null],
  // In that month a plan was made.
  ['Tháng 5/2024, UBND tỉnh ban hành Kế hoạch nước sạch, phấn đấu 92% hộ có nước sạch.', null],
  ['Trong cuộc họp tháng 3 năm 2023, UBND huyện thông qua phương án trồng 320 ha rừng.', null],
  ['Tháng 5/2024, phấn đấu trồng 320 ha rừng.', '2024-05-31'],
  // The time of a plan's name, where it is said to set aims.
  [
    'Nghị quyết về nhiệm vụ 6 tháng cuối năm 2025 với 20 chỉ tiêu chủ yếu là: sản lượng đạt 9.400 tấn; trồng 320 ha rừng.',
    '2025-12-31',
    '2025-12-31',
  ],
  ['Nghị quyết về kinh tế năm 2026, trong đó đề ra các chỉ tiêu: trồng 320 ha rừng.', '2026-12-31'],
  // The season that a year stands with.
  ['Vụ xuân năm 2025, huyện gieo cấy 3.400 ha lúa; năng suất đạt 66 tạ/ha.', '2025-12-31', '2025-12-31'],
  ['Trong toàn vùng, diện tích quế mỗi năm tăng 90 ha, độ che phủ rừng đạt 61%.', 'FREQ=YEARLY', null],
  // How often is said of its own clause, but where the sentence opens with it.
  ['Tỷ lệ hộ nghèo còn 4%; mỗi năm mở 3 lớp học; 92% chi bộ vững mạnh.', null, 'FREQ=YEARLY', null],
  ['Hằng năm, mở 3 lớp học; 92% chi bộ vững mạnh.', 'FREQ=YEARLY', 'FREQ=YEARLY'],
  ['Xóa từ 3 - 6% số điểm phức tạp mỗi năm.', 'FREQ=YEARLY'],
  ['Hoàn thành 98% việc rà soát trước 30/6 và 31/12 hằng năm.', 'FREQ=YEARLY'],
  ['Hoàn thành 25% kế hoạch trước ngày 05 hàng tháng.', 'FREQ=MONTHL'],
  ['Hoàn thành 42% việc rà soát nửa năm một lần.', 'FREQ=YEARLY'],
  ['90% người cao tuổi được khám sức khỏe 01 lần/năm.', null],
  ['Hoàn thành 44% việc rà soát trước ngày 31. 12. 2026.', '2026-12-31'],
  ['Số xã đạt chuẩn đến năm 2025 là 50 xã. Trong đó, 20 xã kiểu mẫu.', '2025-12-31', '2025-12-31'],
  [
    'Tỉnh thuộc nhóm 4 địa phương dẫn đầu khu vực và nhóm 20 địa phương dẫn đầu cả nước vào năm 2024.',
    '2024-12-31',
    '2024-12-31',
  ],
  ['Tỷ lệ hộ nghèo còn 3%, tỷ lệ hộ cận nghèo còn 2% vào năm 2025.', '2025-12-31', '2025-12-31'],
  ['Tỷ lệ hộ nghèo còn 3%, hộ cận nghèo nâng lên 2% vào năm 2025.', null, '2025-12-31'],
  ['Doanh thu đến năm 2026 gấp 1,5 lần năm 2021.', '2026-12-31'],
  ['Doanh thu tăng gấp 2 lần năm 2026.', '2026-12-31'],
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
  // A clause that opens another time.
  [
    'Tỉnh phấn đấu đến năm 2026 có 3 bản sách/người; định hướng đến năm 2030 đạt 7 bản sách/người và 90% xã có thư viện, 40% thôn có tủ sách.',
    '2026-12-31',
    '2030-12-31',
    '2030-12-31',
    '2030-12-31',
  ],
  // Where news come from, and the number of an item, stand before the sentence.
  ['(GLO)- Đến năm 2027, tỉnh có 40 hợp tác xã; 60% hộ có vườn mẫu.', '2027-12-31', '2027-12-31'],
  ['TTH.VN - Đến năm 2027, tỉnh có 40 hợp tác xã; 60% hộ có vườn mẫu.', '2027-12-31', '2027-12-31'],
  ['(3) Hằng năm, tỷ lệ khám phá án đạt 75%; 90% tin báo được xử lý.', 'FREQ=YEARLY', 'FREQ=YEARLY'],
  [
    'Mục tiêu phấn đấu của huyện là đến hết năm 2026 giảm tỷ lệ hộ nghèo còn 4%; trồng mới 300 ha rừng.',
    '2026-12-31',
    '2026-12-31',
  ],
  // A time behind the last of a list.
  [
    'Theo kế hoạch, tỉnh sẽ đầu tư 74 trạm, gồm: xây mới 24 trạm; cải tạo 29 trạm và sửa chữa 21 điểm trạm trong năm 2026.',
    null,
    '2026-12-31',
    '2026-12-31',
    '2026-12-31',
  ],
  [
    'Huyện bao gồm trồng 30 ha chè, 20 ha quế và chuyển đổi 15 ha lúa đến năm 2027.',
    '2027-12-31',
    '2027-12-31',
    '2027-12-31',
  ],
  // A time that opens a bracket, or stands in a head before a colon, is of the list behind it.
  [
    'Đến năm 2026, kinh tế số đạt 10% (đến năm 2030 đạt 20%, riêng ngành du lịch đạt 35%).',
    '2026-12-31',
    '2030-12-31',
    '2030-12-31',
  ],
  ['Cơ cấu kinh tế năm 2026: Dịch vụ chiếm 65%; công nghiệp chiếm 24%.', '2026-12-31', '2026-12-31'],
  [
    'Tỷ lệ xã đạt chuẩn năm 2026 đạt 50%, trong đó: xã kiểu mẫu 6%; xã nâng cao 14%.',
    '2026-12-31',
    '2026-12-31',
    '2026-12-31',
  ],
  [
    'Tỷ lệ lao động qua đào tạo năm 2026 đạt 60% (trong đó đào tạo nghề đạt 40%); 95% xã có bác sĩ.',
    '2026-12-31',
    '2026-12-31',
    null,
  ],
  // A time alone in brackets is that of the figure before it.
  ['Sản lượng chè tăng từ 470 tấn (năm 2025) lên 620 tấn (năm 2027).', '2027-12-31'],
  [
    'Mục tiêu vào năm 2030 (80% hộ có nước sạch; 90% hộ có điện), giữ tỷ lệ che phủ rừng trên 45%.',
    '2030-12-31',
    '2030-12-31',
    '2030-12-31',
  ],
  // A time behind a figure that is the last of its statement is its own.
  [
    'Đến năm 2030, 60% xã có trạm; tỷ lệ nữ giám đốc đạt 30% trong tổng số giám đốc vào năm 2028.',
    '2030-12-31',
    '2028-12-31',
  ],
  ['Cũng đến năm 2027, huyện có 80% hộ có vườn; 90% hộ có nước sạch.', '2027-12-31', '2027-12-31'],
  [
    'Phấn đấu đến năm 2026, 95% xã, 100% huyện đạt chuẩn xóa mù chữ giai đoạn 2023-2030; 40% thôn có tủ sách.',
    '2026-12-31',
    '2026-12-31',
    '2026-12-31',
  ],
  ['Trong quý IV/2025, tăng trưởng đạt 13% (kế hoạch năm 2025 là 12%).', '2025-12-31', '2025-12-31'],
];
test.each(TIMED)('times of: %s', (text, ...ends) => {
  const times = targetsOf(['I. NỘI DUNG', text]).map(({ deadline }) =>
    deadline === null || deadline.basis === 'plan-period' ? null : (deadline.end ?? deadline.rrule?.slice(0, 11)),
  );
  expect(times).toEqual(ends);
});

/** Figures that are held against another time: what each is held against. */
const HELD: [text: string, baseline: string][] = [
  ['Kim ngạch xuất khẩu tăng gấp 1,5 lần năm 2021.', 'năm 2021'],
  ['Số doanh nghiệp gấp đôi năm 2020.', 'năm 2020'],
  ['Thu nhập bình quân bằng 1,8 - 2 lần năm 2020.', 'năm 2020'],
  ['Năng suất lao động tăng gấp hơn 3 lần giai đoạn 2016 - 2020.', 'giai đoạn 2016 - 2020'],
  ['Sản lượng bằng 120% năm 2021.', 'năm 2021'],
  ['Chỉ số hài lòng cao hơn năm 2021 là 2,5%.', 'năm 2021'],
];
test.each(HELD)('held against another time: %s', (text, baseline) => {
  expect(targetsOf(['I. MỤC TIÊU', `1. ${text}`]).map((t) => [t.status, t.baseline, t.deadline?.basis])).toEqual([
    ['target', baseline, 'plan-period'],
  ]);
});

test('a year after that of the document is no result, whatever its sentence reports', () => {
  const text = 'Hiện trạng năm 2020, tỉnh có 134 ha đất, phương án được duyệt đến năm 2030 là 185 ha.';
  expect(targetsOf(['I. HIỆN TRẠNG', `1. ${text}`]).map((t) => [t.status, t.deadline?.end])).toEqual([
    ['result', '2020-12-31'],
    ['target', '2030-12-31'],
  ]);
});

const ENDS_OF = (text: string): unknown[] =>
  targetsOf(['II. NHIỆM VỤ', `1. ${text}`]).map((t) => [t.quantity?.value, t.status, t.deadline?.end]);

// A time behind several figures.
test.each<[text: string, figures: unknown[]]>([
  [
    'Tỷ lệ hồ sơ trực tuyến đạt 90%, tỷ lệ số hóa kết quả đạt 80% vào năm 2027.',
    [
      [90, 'target', '2027-12-31'],
      [80, 'target', '2027-12-31'],
    ],
  ],
  [
    'Tính đến hết năm 2021, toàn huyện còn 480 hộ nghèo; 60 hộ cận nghèo.',
    [
      [480, 'result', '2021-12-31'],
      [60, 'result', '2021-12-31'],
    ],
  ],
  [
    'Tỷ lệ hộ nghèo đã giảm xuống còn 3,2% và phấn đấu dưới 1% vào năm 2030.',
    [
      [3.2, 'result', undefined],
      [1, 'target', '2030-12-31'],
    ],
  ],
])('%s', (text, figures) => expect(ENDS_OF(text)).toEqual(figures));
