import { expect, test } from 'vitest';
import { figuresOf } from '../figures-of.ts';
import { targetsOf } from '../make.ts';

/** Sentences with figures that are to yield no target, in sections of every kind. */
const SILENT: [section: string, text: string][] = [
  ['I. MỤC TIÊU CỤ THỂ', '1. Người dân được dùng ít nhất một trong các dịch vụ cơ bản.'],
  ['I. MỤC TIÊU CỤ THỂ', '1. Thực hiện Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ.'],
  ['I. MỤC TIÊU CỤ THỂ', '1. Áp dụng tiêu chuẩn TCVN ISO 9001:2015 trong cơ quan.'],
  ['I. MỤC TIÊU CỤ THỂ', '1. Cung cấp dịch vụ công trực tuyến mức độ 3, 4.'],
  ['I. MỤC TIÊU CỤ THỂ', '1. Thí điểm mô hình “4 tại chỗ” tại trung tâm.'],
  ['II. NHIỆM VỤ', '1. Triển khai 6 nội dung và 02 nhiệm vụ trọng tâm.'],
  ['II. NHIỆM VỤ', '1. Vì sao mới có 30% hồ sơ được số hóa?'],
  ['II. NHIỆM VỤ', '1. Quyết định số 211/QĐ-UBND ngày 02/3/2022 của UBND tỉnh về công nhận 14 xã.'],
  ['II. NHIỆM VỤ', '1. Thời gian thi đua chia thành 02 đợt.'],
  ['II. NHIỆM VỤ', '1. Nếu có từ 02 xã trở lên có tổng điểm bằng nhau thì xã nào báo cáo trước được xếp trên.'],
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
  ['II. NHIỆM VỤ', '1. Hội đồng nhân dân đã lấy phiếu tín nhiệm đối với 14 người giữ chức vụ.'],
  ['II. NHIỆM VỤ', '1. Ông Trần Văn Nam được tín nhiệm cao với 48 phiếu (chiếm 92%).'],
  ['II. NHIỆM VỤ', '1. Nghị quyết được biểu quyết thông qua với 51 đại biểu.'],
  ['II. NHIỆM VỤ', '1. Khắc phục sự cố của Nhà máy Nhiệt điện Vũng Áng 1 gặp trong tháng.'],
  ['II. NHIỆM VỤ', '1. Bố trí 85 tỷ nâng cấp trạm bơm.'],
  ['II. NHIỆM VỤ', '1. Kết quả còn thấp so với kế hoạch trồng 5 triệu cây của tỉnh.'],
  // What is called so, or who is entitled.
  ['II. NHIỆM VỤ', '1. Thôn vùng cao là thôn có từ 60% diện tích nằm ở độ cao trên 700 mét.'],
  ['II. Tiêu chí xác định thôn vùng cao', '1. Có tỷ lệ hộ nghèo từ 30% trở lên.'],
  ['II. Thành phần, số lượng hồ sơ', '1. Hồ sơ giấy: 02 hồ sơ giấy.'],
  ['II. NHIỆM VỤ', '1. Rà soát, gửi kết quả trong thời hạn 25 (hai mươi lăm) ngày làm việc kể từ ngày nhận.'],
  ['II. NHIỆM VỤ', '1. Mỗi loại giấy tờ in 200 bản.'],
  ['II. NHIỆM VỤ', '1. Công bố danh mục 25 dự án kêu gọi đầu tư.'],
  ['II. NHIỆM VỤ', '1. Thông qua danh sách gồm 40 đại biểu.'],
  ['II. NHIỆM VỤ', '1. Kỳ họp đã thông qua 7 nghị quyết quan trọng.'],
  ['II. NHIỆM VỤ', '1. Đại biểu cho ý kiến đối với 4 tờ trình.'],
  ['II. NHIỆM VỤ', '1. Các phòng, ban và 14 xã, thị trấn tập trung chăm sóc lúa.'],
  ['II. NHIỆM VỤ', '1. Dự họp có lãnh đạo các sở, 14 huyện, thành phố.'],
  ['II. NHIỆM VỤ', '1. Chi phí: (10 ngày làm việc = 80 giờ x 40.000 đồng/giờ) x 10 hồ sơ/năm.'],
  ['I. MỤC TIÊU CỤ THỂ', '1. Công sức: 12 cán bộ x 5 xã.'],
  ['II. NHIỆM VỤ', '1. Đơn vị đạt tỷ lệ 100% được cộng 05 điểm; không đạt tỷ lệ 100% không cộng điểm.'],
  ['II. NHIỆM VỤ', '1. Từ 80 - 90% cộng 02 điểm, dưới 80% bị trừ 01 điểm.'],
  ['I. MỤC TIÊU CỤ THỂ', 'Ghi chú: số liệu năm 2021 gồm 120 trường và 30% phòng học tạm.'],
  ['III. KINH PHÍ THỰC HIỆN', '1. Tổng kinh phí là 12,5 tỷ đồng, ngân sách tỉnh chiếm 40%.'],
];
test.each(SILENT)('no target in %s: %s', (section, text) => {
  expect(extracts(section, text)).toEqual([]);
});
test('a name that ends in x multiplies nothing', () => {
  expect(extracts('I. MỤC TIÊU CỤ THỂ', '1. Chỉ số PAR INDEX xếp thứ 5.')).toEqual(['Chỉ số PAR INDEX xếp thứ 5']);
  expect(extracts('I. MỤC TIÊU CỤ THỂ', '1. Tiết kiệm được 03 giờ làm việc.')).toHaveLength(1);
});
test('a share that only says which communes', () => {
  expect(
    extracts('I. MỤC TIÊU CỤ THỂ', '1. Tỷ lệ hộ nghèo tại các xã có tỷ lệ hộ nghèo trên 30% giảm 4%.'),
  ).toHaveLength(1);
  expect(extracts('I. MỤC TIÊU CỤ THỂ', '1. Tại các xã có tỷ lệ che phủ rừng trên 30%.')).toHaveLength(1);
});
test('points of an index are measured, points that something earns are not', () => {
  expect(extracts('I. MỤC TIÊU CỤ THỂ', '1. Chỉ số PCI tăng 2 điểm phần trăm, đạt 68 điểm.')).toHaveLength(2);
  expect(extracts('I. MỤC TIÊU CỤ THỂ', '1. Tỷ lệ hồ sơ đạt 95%, riêng cấp xã được cộng 02 điểm.')).toEqual([
    'Tỷ lệ hồ sơ đạt 95%',
  ]);
});
const extracts = (section: string, text: string): string[] =>
  targetsOf([section, text])
    .filter((t) => t.quantity !== null)
    .map((t) => t.source.quote);

/** To whom a figure is given is no figure of its own; nor is where a level is kept a place. */
const COUNTED: readonly (readonly [text: string, ...values: number[]])[] = [
  ['Giao chỉ tiêu 7.400 lao động được hỗ trợ học nghề cho 14 huyện, thành phố.', 7400],
  ['Phân bổ 240 xe cho 12 xã.', 240],
  ['Giao 540 ha rừng cho 24 hộ.', 540, 24],
  ['Cấp nước sạch cho 14 xã.', 14],
  ['Diện tích lúa giữ ổn định ở 12.400 ha.', 12400],
  ['Giá trị sản phẩm trên 1 ha đạt 240 triệu đồng.', 240000000],
  ['Trồng trên 1 ha rừng.', 1],
  // Money that is raised, beside a plan that it is held against, or behind a clause about other money.
  ['Thu ngân sách đạt 84% so với dự toán; thu nhập bình quân đạt 48 triệu đồng.', 84, 48000000],
  ['Kinh phí là 3 tỷ đồng; thu ngân sách đạt 90 tỷ đồng.', 90000000000],
  ['Dự toán thu chi là 3 tỷ đồng.'],
  // No definition, and a term that is cut.
  ['Năm 2025 là năm đầu mở 3 điểm tư vấn cho trên 1.400 học sinh.', 3, 1400],
  ['Rút ngắn thời hạn giải quyết còn 10 ngày kể từ ngày nhận hồ sơ.', 10],
  // Whose task it is, and what is done in so many of them.
  ['Ban hành 7 nghị quyết về đất đai.', 7],
  ['Các phòng, ban hỗ trợ 14 xã đạt chuẩn nông thôn mới.', 14],
];
test.each(COUNTED)('figures of: %s', (text, ...values) => {
  expect(targetsOf(['II. NHIỆM VỤ', `1. ${text}`]).map(({ quantity }) => quantity?.value)).toEqual(values);
});

/** Headings about procedures and conditions that set aims hide nothing; those that announce criteria do. */
test.each([
  ['Rút ngắn thời hạn giải quyết', 1],
  ['Tạo điều kiện hỗ trợ doanh nghiệp', 1],
  ['Số hóa thành phần hồ sơ', 1],
  ['Phấn đấu mỗi xã đáp ứng các tiêu chí sau:', 1],
  ['Tiêu chí xác định thôn vùng cao', 0],
  ['Thành phần, số lượng hồ sơ', 0],
])('below "%s" stand %d figures', (heading, count) => {
  expect(targetsOf(['II. NHIỆM VỤ', `1. ${heading}`, '- 90% hồ sơ được số hóa.'])).toHaveLength(count);
});

test('behind the name of a document, a figure measures', () => {
  figuresOf('Theo Quyết định số 211/QĐ-UBND ngày 02/3/2022 về việc đặt tên đường, cả tỉnh có 14 xã đạt chuẩn.', [
    14,
    'xã',
    '14 xã đạt chuẩn',
  ]);
});

test('papers of a survey are no votes', () => {
  figuresOf('Khảo sát lấy phiếu hài lòng, thu về 500 phiếu khảo sát.', [
    500,
    'phiếu khảo sát',
    'Khảo sát lấy phiếu hài lòng, thu về 500 phiếu khảo sát',
  ]);
});

test('the figure of another year is what this one is held against', () => {
  figuresOf('Tỷ lệ cơ sở xếp loại A tăng lên 98% so với 97% năm 2019.', [
    98,
    '%',
    'Tỷ lệ cơ sở xếp loại A tăng lên 98% so với 97% năm 2019',
  ]);
});

test('among aims, the size of what is not counted is the measure', () => {
  const values = (section: string, text: string) =>
    targetsOf([section, `1. ${text}`]).map(({ quantity }) => quantity?.value);
  expect(values('I. MỤC TIÊU CỤ THỂ', 'Xây dựng vùng trồng chè tập trung với quy mô 350 ha.')).toEqual([350]);
  expect(values('I. MỤC TIÊU CỤ THỂ', 'Xây dựng 2 nhà máy với công suất 350 tấn.')).toEqual([2]);
});
