import { expect, test } from 'vitest';
import { directionOf } from '../../../src/extract/statements/direction.ts';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { targetsOf } from '../make.ts';

const CASES: [before: string, direction: string][] = [
  ['Tỷ lệ hồ sơ đúng hạn đạt ', 'reach'],
  ['', 'reach'],
  // By how much, and to how much.
  ['Cắt giảm tối thiểu ', 'decrease-by'],
  ['BA BỂ PHẤN ĐẤU GIẢM ', 'decrease-by'],
  ['Tỷ lệ hộ nghèo giảm còn ', 'decrease-to'],
  ['Giảm tỷ lệ hộ nghèo xuống dưới ', 'decrease-to'],
  ['Giảm số vụ tai nạn không quá ', 'decrease-to'],
  ['Mỗi năm tăng tối thiểu ', 'increase-by'],
  ['Nâng tỷ lệ che phủ rừng lên ', 'increase-to'],
  ['Nâng mức độ hài lòng đạt trên ', 'increase-to'],
  ['nâng tổng số lao động trong các khu công nghiệp khoảng ', 'increase-to'],
  ['Nâng tỷ trọng công nghiệp chiếm ', 'increase-to'],
  ['nâng tổng số vốn bình quân ', 'increase-by'],
  ['Mỗi năm nâng tổng số xã gấp ', 'increase-by'],
  ['Tăng đầu tư cho khoa học, phấn đấu đến năm 2025, tổng chi cho khoa học đạt ', 'reach'],
  ['Nâng tỷ lệ hộ dùng nước sạch thêm ', 'increase-by'],
  ['Nâng mức chuẩn trợ giúp ', 'increase-by'],
  ['Giá trị sản xuất công nghiệp tăng trưởng bình quân giai đoạn 2022 - 2026 là ', 'increase-by'],
  ['Doanh thu du lịch tăng trưởng bình quân hằng năm đạt ', 'increase-by'],
  ['Tốc độ tăng trưởng bình quân giai đoạn 2022 - 2026 là ', 'reach'],
  ['Mục tiêu tăng trưởng bình quân ', 'reach'],
  // "Đưa" says nothing by itself: where the measure is brought to does.
  ['Đưa tỷ lệ lao động qua đào tạo lên ', 'increase-to'],
  ['Đưa tỷ lệ hộ nghèo xuống ', 'decrease-to'],
  ['Đưa tỷ lệ hộ nghèo còn ', 'decrease-to'],
  ['Đưa chỉ số vào nhóm ', 'reach'],
  ['Giảm tỷ lệ hộ nghèo, đưa thu nhập ', 'decrease-by'],
  // What is kept, as long as it is still spoken of.
  ['Tiếp tục duy trì ', 'keep'],
  ['Duy trì tỷ lệ hồ sơ giải quyết đúng hạn ở mức ', 'keep'],
  ['Duy trì hoạt động của bộ phận một cửa, bảo đảm ', 'reach'],
  ['Duy trì tỷ lệ xã phường thị trấn có trạm y tế đạt chuẩn quốc gia về y tế xã ở mức ', 'reach'],
  // Names of measures, and words that only begin like a verb of change.
  ['Tốc độ tăng ', 'reach'],
  ['Tăng cường kiểm tra ', 'reach'],
  ['Nâng cao chất lượng phục vụ, đạt ', 'reach'],
  ['Tăng trưởng kinh tế ', 'reach'],
  ['Mục tiêu tăng trưởng ', 'reach'],
  ['Khu vực dịch vụ dự ước tăng trưởng khoảng ', 'increase-by'],
  ['Duy trì ổn định độ che phủ của rừng và cây phân tán đến năm 2025 đạt ', 'keep'],
  ['Duy trì tỷ lệ trẻ có cân nặng sơ sinh thấp (dưới 2.500 gram, đủ tháng) dưới ', 'keep'],
  // What is counted may be kept.
  ['Tỷ lệ thôn được công nhận và giữ vững danh hiệu thôn văn hóa đạt ', 'reach'],
  ['Tỷ lệ hộ giữ vững danh hiệu gia đình văn hóa là ', 'reach'],
  ['Số xã duy trì đủ các tiêu chí nông thôn mới: ', 'reach'],
  ['Tốc độ tăng đàn duy trì từ ', 'keep'],
  ['Tỷ lệ che phủ rừng giữ ổn định ở mức ', 'keep'],
];
test.each(CASES)('"%s" says: %s', (before, direction) => expect(directionOf(loadKnowledge(), before)).toBe(direction));

/** What the verb, or what looks like one, makes of a figure. */
const DIRECTED: [text: string, direction: string][] = [
  ['Năng suất lúa cao hơn 2% so với năm 2025.', 'increase-by'],
  ['Tỷ lệ hộ nghèo thấp hơn 1,5% so với bình quân cả nước.', 'decrease-by'],
  ['Thu ngân sách tăng cao hơn 20% so với năm 2025.', 'increase-by'],
  ['Tỷ lệ hộ có thu nhập cao hơn mức bình quân đạt 90%.', 'reach'],
  ['Tỷ lệ giải ngân cao hơn 95% so với kế hoạch.', 'reach'],
  ['Phấn đấu sản lượng thóc đạt và vượt 9.400 tấn.', 'reach'],
  ['Hạ tầng cáp quang phủ đến 82% hộ gia đình.', 'reach'],
  ['Tỷ lệ tăng dân số tự nhiên dưới 1,1%.', 'reach'],
  ['Giảm tốc độ tăng tỷ số giới tính khi sinh xuống dưới mức 0,3 điểm phần trăm/năm.', 'decrease-to'],
  ['Tỷ lệ cắt giảm thủ tục nội bộ đạt 30%.', 'decrease-by'],
  // What is passed by an amount; a level that is passed is reached.
  ['Phấn đấu thu nội địa năm 2022 vượt 5% dự toán được giao.', 'increase-by'],
  ['Thu ngân sách vượt 2.000 tỷ đồng so với dự toán.', 'increase-by'],
  ['Số hộ thoát nghèo vượt hơn 3,5% so với kế hoạch.', 'increase-by'],
  ['Thu phí vượt dự toán được giao trên 5%.', 'increase-by'],
  ['Thu ngân sách vượt dự toán Trung ương giao ít nhất 10%.', 'increase-by'],
  ['Diện tích lúa giảm không quá 500 ha.', 'decrease-by'],
  ['Diện tích lúa giảm tối đa 500 ha.', 'decrease-by'],
  ['Tỷ lệ hộ nghèo giảm dưới 2%.', 'decrease-to'],
  ['Giải ngân vượt 90% kế hoạch vốn.', 'reach'],
  ['Tỷ lệ hài lòng vượt 90%.', 'reach'],
  ['Tỷ lệ thôn được công nhận và giữ vững danh hiệu văn hóa đạt 80%.', 'reach'],
  ['Số xã duy trì các tiêu chí nông thôn mới đạt 90%.', 'reach'],
  ['Huyện phấn đấu duy trì tỷ lệ che phủ rừng đạt 42%.', 'keep'],
  ['Tỷ lệ che phủ rừng duy trì đạt 42%.', 'keep'],
  ['Duy trì tỷ lệ trẻ sơ sinh có cân nặng thấp (dưới 2.500 gam khi sinh ra đủ tháng) dưới 6%.', 'keep'],
  ['Giảm tỷ lệ sinh con thứ 3 trở lên 0,2% so với năm 2021.', 'decrease-by'],
  // What stays as it is, right before its figure.
  ['Diện tích nuôi cá lồng ổn định 1.200 ha.', 'keep'],
  ['Tổng đàn lợn ổn định khoảng 300.000 con.', 'keep'],
  ['Đàn trâu được giữ ở mức 12.000 con.', 'keep'],
  ['Diện tích lúa ổn định đạt 14.000 ha.', 'reach'],
  ['Bố trí, sắp xếp ổn định 340 hộ dân vùng sạt lở.', 'reach'],
  ['Xây dựng và duy trì 14 mô hình điểm.', 'reach'],
  // Where it is to arrive, with no verb of change.
  ['Tỷ lệ sinh con thứ ba xuống dưới 14%.', 'decrease-to'],
  ['Kéo tỷ lệ hộ nghèo xuống 3%.', 'decrease-to'],
  ['Đưa tỷ suất tử vong trẻ em về dưới 10‰.', 'decrease-to'],
  ['Giảm tỷ lệ sinh xuống còn được 1%.', 'decrease-to'],
  ['Tỷ lệ lao động có chứng chỉ lên 42%.', 'increase-to'],
  ['Luân chuyển sách xuống 24 điểm bưu điện.', 'reach'],
  ['Xã Châu Quế Hạ 240 ha rừng.', 'reach'],
  ['Huyện Hạ Hòa trồng 240 ha rừng.', 'reach'],
  // More than there are; for so many something changes.
  ['Trồng thêm 14 ha keo.', 'increase-by'],
  ['Kết nạp thêm ít nhất 30 đảng viên.', 'increase-by'],
  ['Mở thêm 4 tuyến xe buýt.', 'increase-by'],
  ['Mỗi chi hội giúp thêm 2 hộ thoát nghèo.', 'reach'],
  ['Tạo việc làm tăng thêm cho 1.400 người.', 'reach'],
  ['Giảm học phí cho 100% học sinh vùng cao.', 'reach'],
  // Another aim than that of the clause before.
  ['Giảm thiểu thiệt hại, góp phần hoàn thành mục tiêu tỷ trọng chăn nuôi đạt 32%.', 'reach'],
];
test('what is done with the first of a row is done with the next', () => {
  expect(targetsOf(['I. MỤC TIÊU', '- Giảm 5 phòng chuyên môn và 3 chi cục.']).map((t) => t.direction)).toEqual([
    'decrease-by',
    'decrease-by',
  ]);
});
test.each(DIRECTED)('direction in: %s', (text, direction) => {
  expect(targetsOf(['I. MỤC TIÊU CỤ THỂ', `- ${text}`]).map((t) => t.direction)).toEqual([direction]);
});

/** Figures that share the verb of one before them, and those that do not. */
const SHARED: readonly (readonly [text: string, ...directions: string[]])[] = [
  ['Giảm 60 hộ nghèo và 70 hộ cận nghèo.', 'decrease-by', 'decrease-by'],
  ['Giảm 60 hộ nghèo, giảm 2% và 70 hộ cận nghèo.', 'decrease-by', 'decrease-by', 'decrease-by'],
  ['Tỷ lệ hộ nghèo giảm xuống còn 4%, hộ cận nghèo 5%.', 'decrease-to', 'decrease-to'],
  // What is kept together, and what is made beside it.
  ['Duy trì 12 vườn ươm và 07 vùng trồng đã được cấp mã số; xây dựng mới 3 vườn ươm.', 'keep', 'keep', 'reach'],
  ['Tỷ lệ trẻ em bị đuối nước còn dưới 4%.', 'decrease-to'],
  ['Đến năm 2025, 60% các xã có thư viện, đến năm 2030 nâng lên 90%.', 'reach', 'increase-to'],
  ['Tỷ trọng đóng góp của khoa học vào tăng trưởng khoảng 45%.', 'reach'],
  ['Giảm số ca mắc sởi xuống dưới tỷ lệ 5/100.000 dân.', 'decrease-to'],
  ['Tăng thêm 12 xã nông thôn mới, 5 xã kiểu mẫu.', 'increase-by', 'increase-by'],
  ['Tỷ lệ hộ nghèo giảm 2%, tỷ lệ lao động qua đào tạo 70%.', 'decrease-by', 'reach'],
  ['Giảm 60 hộ nghèo; 70 hộ có nhà mới.', 'decrease-by', 'reach'],
  // A rate by the year of another part of the same.
  ['Giá trị sản xuất thủy sản tăng 4%/năm; giá trị sản xuất lâm nghiệp 6%/năm.', 'increase-by', 'increase-by'],
  ['Giá trị sản xuất thủy sản tăng 4%/năm; tỷ lệ sinh thô 6%/năm.', 'increase-by', 'reach'],
  ['Giá trị sản xuất thủy sản tăng 4%; giá trị sản xuất lâm nghiệp 6%.', 'increase-by', 'reach'],
  // In brackets, of a clause that is whole, before an aim that is named behind its figure.
  ['Số câu lạc bộ là 40 (tăng 3%/năm), đến năm 2026 đạt 36% số hộ.', 'increase-by', 'reach'],
  ['Số hộ khá tăng, số hộ nghèo dưới 2%.', 'reach'],
  ['Giảm thiểu lao động trẻ em, phấn đấu 90% cha mẹ được tập huấn.', 'reach'],
  ['Giảm tỷ lệ sinh, tỷ lệ hộ nghèo xuống 5%.', 'decrease-to'],
  ['Tỷ lệ hộ nghèo giảm 2%, hộ dùng nước sạch đạt 95%.', 'decrease-by', 'reach'],
  ['Diện tích nhà ở tăng thêm 10 triệu m2, tương đương 133 nghìn căn.', 'increase-by', 'increase-by'],
];
test.each(SHARED)('directions of: %s', (text, ...directions) => {
  expect(targetsOf(['I. NỘI DUNG', text]).map(({ direction }) => direction)).toEqual(directions);
});
