import { expect, test } from 'vitest';
import { assesses, heldAgainst, type Status, statusSaid } from '../../../src/extract/statements/status.ts';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { extracted, targetsOf } from '../make.ts';

const CASES: [before: string, inherited: Status, aimed: boolean, status: Status][] = [
  // Words that report, words that aim: the last one decides.
  ['Tỉnh đã ban hành ', 'target', false, 'result'],
  ['Tính đến nay, ', 'target', false, 'result'],
  ['Phấn đấu ', 'result', false, 'target'],
  ['Đã hoàn thành giai đoạn 1, phấn đấu ', 'result', false, 'target'],
  ['Theo mục tiêu, đã đạt ', 'target', false, 'result'],
  // Stretches of time that have passed, however long.
  ['Trong 3 năm qua, UBND tỉnh ban hành ', 'target', false, 'result'],
  ['Trong 10 năm thực hiện, ', 'target', false, 'result'],
  ['Qua 3 năm, ', 'target', false, 'result'],
  ['Qua 5 năm triển khai, ', 'target', false, 'result'],
  ['Trong 3 năm tới, ', 'target', false, 'target'],
  ['Lũy kế số hợp tác xã đến năm 2030 là ', 'target', false, 'target'],
  ['Lũy kế có ', 'target', false, 'result'],
  ['Hiện có 4 chợ và quy hoạch ', 'target', false, 'target'],
  // What has happened so often has happened.
  ['Trên địa bàn huyện xảy ra ', 'target', false, 'result'],
  ['Trên địa bàn huyện xảy ra khoảng 20 vụ cháy, làm bị thương ', 'target', false, 'result'],
  ['Không để xảy ra ', 'target', false, 'target'],
  // What another body decided is no result.
  ['Theo chỉ tiêu đã được giao, ', 'target', false, 'target'],
  ['Thực hiện mục tiêu đã đề ra, ', 'target', false, 'target'],
  ['Chỉ tiêu: đàn trâu 3 nghìn con (6 tháng đầu năm đạt 92%), đàn bò ', 'target', false, 'target'],
  // Who sets something by a time ahead aims; what a time was like is told.
  ['Đại hội xác định giai đoạn 2025-2030, xây dựng tỉnh giàu mạnh; tăng trưởng ', 'result', false, 'target'],
  ['Đại hội xác định giai đoạn 2015-2020 là giai đoạn khó khăn; tăng trưởng ', 'result', false, 'result'],
  ['Kết quả điều tra xác định giai đoạn 2021-2025 toàn tỉnh xảy ra ', 'result', false, 'result'],
  ['Các việc được xác định trong giai đoạn 2015-2020 đều xong, trồng ', 'result', false, 'result'],
  // What brackets say is said by the way; an aim that was missed is none.
  ['Tăng trưởng ước đạt 3,89% (chỉ tiêu là 3,88%); diện tích ', 'result', false, 'result'],
  ['Có 02 chỉ tiêu chưa đạt: tăng trưởng ', 'result', false, 'result'],
  ['Hai tháng đầu năm, các ngành cao hơn kế hoạch đề ra: điện tăng ', 'target', false, 'result'],
  ['Theo mục tiêu (bù lại phần đã chậm, cần xong sớm), tăng gấp ', 'target', false, 'target'],
  // What others are told to do, or what was approved, is still to be done.
  ['Tỉnh đã yêu cầu các sở số hóa ', 'result', false, 'target'],
  ['Hiện trạng có 45 km đường, quy hoạch được duyệt là ', 'result', false, 'target'],
  // With a subject before it, what goes on is told, not ordered; a clause without one orders.
  ['Cơ cấu kinh tế tiếp tục chuyển dịch, tỷ trọng dịch vụ ', 'result', false, 'result'],
  ['An sinh xã hội luôn đảm bảo; bảo hiểm y tế ', 'result', false, 'result'],
  ['Tiếp tục duy trì ', 'result', false, 'target'],
  ['Xã tiếp tục vận động các hộ, ', 'result', false, 'target'],
  ['Rà soát hộ nghèo, bảo đảm ', 'result', false, 'target'],
  // What is told of an aim, and the names of programmes, aim at nothing.
  ['Hầu hết các chỉ tiêu vượt kế hoạch, trong đó trồng rừng ', 'result', false, 'result'],
  ['Lồng ghép các chương trình mục tiêu quốc gia, mở ', 'result', false, 'result'],
  ['Các việc đề ra từ đầu năm xong sớm, trồng ', 'result', false, 'result'],
  ['Huyện đề ra 9 chỉ tiêu, trồng ', 'result', false, 'target'],
  ['Nhiều chỉ tiêu nghị quyết đạt cao như trồng rừng ', 'result', false, 'result'],
  ['Đã xong 11 việc, một số mục tiêu nổi bật như: trồng rừng ', 'result', false, 'result'],
  ['Chương trình đã đạt được các mục tiêu, trồng ', 'target', false, 'result'],
  ['Huyện đã đạt những kết quả tích cực về nhiều chỉ tiêu: trồng rừng ', 'target', false, 'result'],
  ['Nhiều mục tiêu quan trọng được hoàn thành, trong đó trồng rừng ', 'target', false, 'result'],
  ['Các mục tiêu phải được hoàn thành, trồng ', 'result', false, 'target'],
  // A name is no word that aims.
  ['Dân số huyện Cần Giờ là ', 'result', false, 'result'],
  ['Huyện cần trồng ', 'result', false, 'target'],
  ['Mục tiêu cuối năm là tàu cá tăng 6% so với cùng kỳ; trồng rừng ', 'target', false, 'target'],
  ['Phấn đấu giữ chất lượng các tiêu chí tại các xã đã đạt chuẩn, trồng ', 'target', false, 'target'],
  // Where a clause orders, "đã" and "hiện có" say which are meant.
  ['Nâng tỷ lệ hộ đã đấu nối nước máy lên ', 'target', false, 'target'],
  ['Quản lý tốt diện tích rừng hiện có là ', 'target', true, 'target'],
  ['Sản lượng tôm vẫn đạt ', 'target', false, 'result'],
  ['Sau 4 năm, số hộ nghèo còn ', 'target', false, 'result'],
  ['Từ đầu năm, các trạm y tế khám ', 'target', false, 'result'],
  ['Tới nay, số thuê bao là ', 'target', false, 'result'],
  ['Nhiệm kỳ qua, Đảng bộ xã kết nạp ', 'target', false, 'result'],
  // What a figure is compared with may be an aim that is stated itself.
  ['Doanh thu vượt xa so với mục tiêu của đề án đến năm 2031 là ', 'result', false, 'target'],
  ['Kết quả thực hiện các chỉ tiêu: trồng rừng ', 'target', false, 'result'],
  ['Để nâng độ che phủ rừng lên ', 'result', false, 'target'],
  ['Những năm gần đây, diện tích quế là ', 'target', false, 'result'],
  // Among aims, "đã" tells how a thing came about; what reports of the present still does.
  ['Hồ sơ đã tiếp nhận được giải quyết ', 'target', true, 'target'],
  ['Hiện có ', 'target', true, 'result'],
  ['Hiện trạng: ', 'target', true, 'result'],
  // Where nothing is said, what stood before goes on; a sentence about a whole time makes the rest a report.
  ['Tỷ lệ hồ sơ ', 'target', false, 'target'],
  ['Tỷ lệ hồ sơ ', 'result', false, 'result'],
  ['Theo báo cáo của các địa phương, ', 'target', false, 'result'],
];
test.each(CASES)('"%s" (after %s, among aims: %s) is a %s', (before, inherited, aimed, status) => {
  expect(statusSaid(loadKnowledge(), before, aimed) ?? inherited).toBe(status);
});

const SENTENCES: readonly (readonly [sentence: string, reported: boolean])[] = [
  ['Thu ngân sách đạt 105% dự toán được giao', true],
  ['Trồng rừng đạt 98% kế hoạch', true],
  ['Diện tích tăng 7 ha so với cùng kỳ (chỉ tiêu là 9 ha)', true],
  ['Giá trị sản xuất tăng 7% so với cùng kỳ', true],
  ['Cả nước giải ngân 241.300 tỷ đồng, đạt 24,3% kế hoạch, cao hơn cùng kỳ 2,1 điểm phần trăm', true],
  ['Đến hết năm giải ngân đạt 95% kế hoạch', false],
  ['Phấn đấu thu ngân sách đạt 105% dự toán', false],
  ['Tỷ lệ giải ngân vốn đầu tư công đạt trên 95% kế hoạch được giao', false],
  ['Giải ngân đạt 100% kế hoạch vốn', false],
  ['Giao quân hằng năm đạt 100% chỉ tiêu', false],
];
test.each(SENTENCES)('%s: held against a plan or the year before: %s', (sentence, reported) => {
  expect(heldAgainst(loadKnowledge(), sentence)).toBe(reported);
});

const TELLING: readonly (readonly [sentence: string, assesses: boolean])[] = [
  ['Tình hình kinh tế của huyện ổn định.', true],
  ['Văn hóa, giáo dục có nhiều tiến bộ.', true],
  ['Vệ sinh môi trường được cải thiện.', true],
  ['Thủy lợi được các cấp, các ngành quan tâm.', true],
  ['Phấn đấu văn hóa, giáo dục có nhiều tiến bộ.', false],
  ['Mỗi thôn có một nhà văn hóa.', false],
];
test.each(TELLING)('%s: tells how things went: %s', (sentence, told) => {
  expect(assesses(loadKnowledge(), sentence)).toBe(told);
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
  // Which are meant, and rates of what is there: nothing is reported.
  ['Phấn đấu bắt giữ 30% số đối tượng hiện có và 40% số mới; xử lý 95% tin báo.', 'target', 'target', 'target'],
  ['Kế hoạch hướng đến khống chế tỷ lệ hiện mắc lao dưới 0,3%.', 'target'],
  ['Phấn đấu thu ngân sách tăng 9% so với năm trước; trồng 320 ha rừng.', 'target', 'target'],
  // A sum is a report where nothing is aimed at.
  ['Phấn đấu thành lập mới 14 hợp tác xã, lũy kế có 130 hợp tác xã.', 'target', 'target'],
  ['Trong tháng trồng 60 ha rừng, lũy kế đạt 410 ha.', 'target', 'result'],
];
test.each(SAID)('status in: %s', (text, ...status) => {
  expect(targetsOf(['I. NỘI DUNG', text]).map((t) => t.status)).toEqual(status);
});

test('a bracket that tells an aim leaves the rest of its sentence a report', () => {
  const text = 'Năm 2021, tăng trưởng đạt 3,89% (phấn đấu cả năm 2022 đạt 4,5%); diện tích gieo trồng 110 ha.';
  expect(targetsOf(['I. TÌNH HÌNH', `1. ${text}`]).map(({ status }) => status)).toEqual(['result', 'target', 'result']);
});

/** Paragraphs of an article, and what the figures of the last of them are. */
const TOLD_OF_PLANS: readonly (readonly [paragraphs: readonly string[], ...status: ('target' | 'result')[]])[] = [
  [
    [
      'Hội nghị đã dành thời gian thảo luận và thông qua Nghị quyết về nhiệm vụ của huyện. Trong đó, dịch vụ chiếm 41%, nông nghiệp chiếm 33%.',
    ],
    'target',
    'target',
  ],
  [
    [
      'UBND tỉnh đã phê duyệt quy hoạch vùng trồng cây dược liệu.',
      'Theo đó, tỉnh đã quy hoạch diện tích trồng đạt 450 ha.',
    ],
    'target',
  ],
  [['UBND tỉnh đã ban hành Kế hoạch phát triển cây dược liệu.', 'Theo đó, diện tích trồng mới là 450 ha.'], 'target'],
  [['Tỉnh đã phê duyệt đề án trồng rừng.', 'Đề án đặt ra 3 nhóm việc; 12 xã có vườn ươm.'], 'target'],
  // What a meeting decided is still to be done; what it looked back on was reached.
  [
    ['Đại hội đã thông qua Nghị quyết nhiệm kỳ, trong đó: tỷ lệ hộ nghèo dưới 1%; có 140 đảng viên mới.'],
    'target',
    'target',
  ],
  [['Hội nghị đã thống nhất nhiệm vụ trọng tâm.', 'Cụ thể, diện tích gieo trồng đạt 540 ha.'], 'target'],
  [
    ['Kỳ họp đã quyết nghị các chỉ tiêu: sản lượng đạt và vượt 9.400 tấn, tỷ lệ che phủ rừng đạt 41%.'],
    'target',
    'target',
  ],
  [['Hội nghị đã đánh giá kết quả thực hiện Nghị quyết.', 'Cụ thể, diện tích gieo trồng đạt 540 ha.'], 'result'],
  [['Năm 2024, huyện đạt và vượt 20/22 chỉ tiêu; thu ngân sách đạt 120 tỷ đồng.'], 'result'],
  // A time ahead is aimed at.
  [
    ['Đến nay, xã có 12 chi bộ.', 'Nhiệm kỳ tới, Đảng bộ xác định: tỷ lệ hộ nghèo còn 4%; có 14 chi bộ.'],
    'result',
    'target',
    'target',
  ],
  [
    ['Sáu tháng đầu năm, huyện đã trồng 940 ha. 6 tháng cuối năm, huyện tập trung trồng 340 ha rừng.'],
    'result',
    'target',
  ],
  [['Những năm tiếp theo, huyện trồng 340 ha rừng.'], 'target'],
  [['Năm nay, phấn đấu đạt và vượt dự toán, tăng ít nhất 4%.'], 'target'],
  [['Kết quả, đến hết năm 2020 toàn tỉnh có 94% dân số tham gia.'], 'result'],
  [['Huyện đã ban hành 04 Quyết định phê duyệt Kế hoạch đấu giá, với 24 điểm mỏ.'], 'result', 'result'],
  [['Các trường phấn đấu nâng tỷ lệ lao động đã qua đào tạo đạt 64%.'], 'target'],
  // How things went is told first; what an assessment says beside aims is none of theirs.
  [['Huyện bàn kế hoạch trồng trọt. Tình hình kinh tế có nhiều khởi sắc. Sản lượng quế 840 tấn.'], 'result'],
  [['Xã phấn đấu sản lượng quế 840 tấn. An ninh được giữ vững; trồng mới 60 ha keo.'], 'target', 'target'],
  // A year that is over and the next one, each with its clause; in brackets behind a year is what it was then.
  [
    [
      'Ngày 5/1/2024, UBND huyện ban hành Kế hoạch số 3/KH-UBND về trồng trọt năm 2024. Năm 2023 đã mở 21 lớp; năm 2024 mở 23 lớp.',
    ],
    'result',
    'target',
  ],
  [
    [
      'Ngày 5/1/2024, UBND huyện ban hành Kế hoạch số 3/KH-UBND về trồng trọt năm 2024. Phấn đấu đạt 31%, cao hơn năm 2023 (29%).',
    ],
    'target',
    'result',
  ],
  // Beside an aim, the whole of a plan is aimed at.
  [
    ['Xã đặt mục tiêu trồng 60 ha keo. Sản lượng quế 840 tấn; thu ngân sách đạt 100% dự toán.'],
    'target',
    'target',
    'target',
  ],
  [['Theo lộ trình, đến năm 2031, số trạm quan trắc là 14 trạm.'], 'target'],
  // A year ahead behind its figure, but not that of a plan.
  [
    ['Tính đến ngày 3/3/2023, huyện có 14 trạm bơm.', 'Diện tích trồng quế tăng lên 900 ha vào năm 2026.'],
    'result',
    'target',
  ],
  // A year that is over when the plan begins, and one that comes after the day of the text.
  [
    [
      'Ngày 5/1/2024, UBND huyện ban hành Kế hoạch số 3/KH-UBND về trồng trọt năm 2024.',
      'Năm 2023, thời tiết thuận lợi. Sản lượng quế 840 tấn.',
      'Năm 2024, sản lượng quế 910 tấn.',
    ],
    'result',
    'target',
  ],
  [
    ['Huyện bàn các chỉ tiêu, trong đó diện tích quế là 310 ha (6 tháng đầu năm đạt 92%); dó trầm 40 ha.'],
    'target',
    'result',
    'target',
  ],
  [['Huyện đã ban hành kế hoạch diệt chuột.', 'Đến nay, các xã đã diệt 4.000 con chuột.'], 'result'],
  [
    ['Đến nay, 55/63 địa phương đã ban hành kế hoạch chuyển đổi số.', 'Theo đó, tỷ lệ hồ sơ trực tuyến đạt 42%.'],
    'result',
  ],
];
test.each(TOLD_OF_PLANS)('status in an article: %s', (paragraphs, ...status) => {
  const article = ['Ra quân đầu năm', ...paragraphs];
  expect(extracted(article, []).record.targets.map((target) => target.status)).toEqual(status);
});
