import { describe, expect, test } from 'vitest';
import { codeOf } from './make.ts';

/** Measures that hold all words of a code and are narrower, another figure of the same thing, or of somebody else. */
const NARROWER: Readonly<Record<string, readonly (readonly [unit: string, text: string])[]>> = {
  'a part of the year is not the year': [
    ['%', 'Tăng trưởng GRDP quý I'],
    ['%', 'GRDP 6 tháng đầu năm tăng'],
    ['%', 'Tổng mức bán lẻ hàng hóa lũy kế 10 tháng tăng'],
    ['VND', 'Thu ngân sách nhà nước 9 tháng'],
  ],
  'a sector, a field or an owner is not the whole': [
    ['%', 'GRDP khu vực kinh tế tư nhân tăng'],
    ['%', 'Tín dụng nông nghiệp tăng'],
    ['%', 'Kim ngạch nhập khẩu máy nông nghiệp tăng'],
    ['lượt khách hàng', 'Cho vay lượt khách hàng'],
    ['%/năm', 'Năng suất lao động khu vực công tăng'],
    ['%', 'Tỷ lệ lao động khu vực phi chính thức tham gia bảo hiểm xã hội'],
    ['%', 'Tỷ lệ hồ sơ trực tuyến lĩnh vực tư pháp'],
    ['%', 'Cơ sở dữ liệu ngành y tế được kết nối'],
    ['%', 'Doanh nghiệp nhà nước có hoạt động đổi mới sáng tạo'],
    ['giường bệnh', 'Số giường bệnh tư nhân trên vạn dân'],
    ['%', 'Đơn vị sự nghiệp y tế tự bảo đảm chi thường xuyên'],
    ['%', 'Hộ kinh doanh sử dụng hóa đơn điện tử'],
    ['%', 'Hồ sơ cấp phép xây dựng giải quyết đúng hạn'],
    ['%', 'Giá trị công nghiệp công nghệ số chiếm trong GRDP'],
    ['%/năm', 'GRDP trừ dầu thô và khí đốt tăng bình quân'],
    ['USD', 'GRDP bình quân đầu người không tính dầu khí'],
  ],
  'goods are not all exports, products not all firms': [
    ['USD', 'Kim ngạch xuất khẩu nông sản'],
    ['%', 'Tốc độ tăng xuất khẩu nông sản'],
    ['doanh nghiệp', 'Số doanh nghiệp công nghệ thông tin thành lập mới'],
    ['sản phẩm', 'Sản phẩm OCOP được xuất khẩu'],
    ['%', 'Tỷ trọng công nghiệp hỗ trợ'],
    ['%', 'Tỷ trọng kinh tế số lõi trong GRDP'],
    ['%', 'Tỷ trọng kinh tế số ngành nông nghiệp'],
  ],
  'regions and classes of towns are not the province': [
    ['%', 'Tỷ lệ che phủ rừng vùng Tây Nguyên'],
    ['%', 'Tỷ lệ hộ nghèo đồng bằng sông Cửu Long'],
    ['%', 'Tỷ lệ hộ nghèo vùng các dân tộc rất ít người'],
    ['%', 'Tỷ lệ đô thị hóa các đô thị loại I'],
    ['%', 'Nước thải sinh hoạt được xử lý tại các đô thị loại II trở lên'],
    ['lượt', 'Khách du lịch đến huyện đảo'],
    ['%', 'Cơ sở y tế tuyến huyện sử dụng bệnh án điện tử'],
  ],
  'a density is not a sum, a number not a rate': [
    ['USD', 'Giá trị xuất khẩu bình quân đầu người'],
    ['%', 'Tỷ trọng công nghiệp trong tổng giá trị sản xuất'],
    ['%', 'Doanh thu kinh tế số tăng'],
  ],
  'who is counted does something else': [
    ['%', 'Xã đạt chuẩn nông thôn mới được lập quy hoạch chung'],
    ['%', 'Tỷ lệ hộ nghèo sử dụng nước sạch'],
    ['%', 'Tỷ lệ thất thoát nước sạch tại các đô thị'],
    ['%', 'Dịch vụ công trực tuyến toàn trình có phát sinh hồ sơ'],
    ['%', 'Dịch vụ công trực tuyến toàn trình được cung cấp trên thiết bị di động'],
    ['%', 'Thôn, tổ dân phố được phủ sóng băng rộng di động'],
    ['%', 'Chất thải nguy hại do hộ gia đình thải ra được thu gom, xử lý'],
    ['%', 'Hồ sơ giải quyết trước hạn'],
    ['%', 'Xã có đường ô tô được cứng hóa'],
    ['%', 'Người dân tham gia hệ thống thông tin được xác thực định danh điện tử'],
    ['%', 'Xã, phường, thị trấn đạt chuẩn phổ cập giáo dục mầm non cho trẻ 5 tuổi'],
    ['%', 'Khiếu nại, tố cáo được giải quyết đúng hạn'],
  ],
  'who registers, keeps up or signs in is not who has it': [
    ['%', 'Hộ đăng ký danh hiệu gia đình văn hóa'],
    ['%', 'Thôn đăng ký xây dựng thôn văn hóa'],
    ['xã', 'Giữ vững và nâng cao xã đạt chuẩn nông thôn mới'],
    ['%', 'Xã đạt chuẩn nông thôn mới sau 5 năm được xét công nhận lại'],
    ['%', 'Tài khoản định danh điện tử trên Cổng dịch vụ công được xác thực với danh tính điện tử'],
    ['%', 'Chi ngân sách cho nghiên cứu khoa học'],
    ['%', 'Khu vực I giảm nghèo: số hộ tăng'],
  ],
  'files and jobs of one kind or place are not all of them': [
    ['%', 'Tỷ lệ hồ sơ đăng ký doanh nghiệp nộp trực tuyến'],
    ['%', 'Tỷ lệ hồ sơ xin giấy phép giải quyết đúng hạn'],
    ['lao động', 'Tạo việc làm mới trong khu kinh tế'],
    ['lao động', 'Lao động đi làm việc ở nước ngoài: thị trường Nhật Bản'],
    ['%', 'Người dân và doanh nghiệp có tài khoản thanh toán điện tử'],
    ['%', 'Thủ tục hành chính nội bộ được đánh giá, đề xuất đơn giản hóa'],
    ['%', 'Cơ cấu kinh tế: công nghiệp, xây dựng, dịch vụ'],
    ['%', 'Thôn được phủ sóng di động băng rộng'],
  ],
  'other months are parts of the year as well': [
    ['%', 'GRDP 10 tháng tăng'],
    ['lượt', 'Khách du lịch 4 tháng'],
  ],
  'a part of an index is not the index': [
    ['điểm', 'Chỉ số PAPI nội dung công khai, minh bạch'],
    ['rank', 'Chỉ số thành phần PCI về tiếp cận đất đai'],
    ['rank', 'Chỉ số chuyển đổi số cấp xã'],
  ],
};

describe.each(Object.entries(NARROWER))('%s', (_, rows) => {
  test.each(rows)('%s: %s', (unit, text) => {
    expect(codeOf(text, unit)).toBeNull();
  });
});

test('a shorter time is no fewer procedures', () => {
  const cut = { direction: 'decrease-by' as const };
  expect(codeOf('Cắt giảm thời gian giải quyết thủ tục hành chính nội bộ', '%', cut)).not.toBe(
    'procedures.internal-simplified',
  );
  expect(codeOf('Cắt giảm thủ tục hành chính nội bộ', '%', cut)).toBe('procedures.internal-simplified');
});

test('procedures of licensing that are cut or automated are a cut', () => {
  const text = 'Tỷ lệ cắt giảm hoặc tự động hóa thủ tục hành chính về cấp phép';
  expect(codeOf(text, '%', { direction: 'decrease-by' })).toBe('procedures.licence-automated');
});

test('cuts of a number of households are not cuts of the rate', () => {
  const cut = { direction: 'decrease-by' as const };
  expect(codeOf('Giảm số hộ nghèo', '%', cut)).toBeNull();
  expect(codeOf('Giảm tỷ lệ hộ nghèo', '%', cut)).toBe('society.poverty-cut');
});

/** The same words where they name no sort: the whole is meant. */
const WHOLE: readonly (readonly [unit: string, text: string, code: string])[] = [
  ['%', 'Hộ gia đình có internet cáp quang và điện thoại thông minh', 'infrastructure.fibre-households'],
  ['%', 'Hạ tầng băng thông rộng phủ hộ gia đình', 'infrastructure.fibre-households'],
  ['USD', 'Giá trị hàng hóa xuất khẩu', 'economy.exports'],
  ['USD', 'Giá trị hàng nhập khẩu', 'economy.imports'],
  ['%', 'Tỷ lệ đất có rừng che phủ', 'environment.forest-cover'],
  ['%', 'Người dân hài lòng với cơ quan hành chính nhà nước', 'outcomes.satisfaction-service'],
  [
    '%',
    'Dịch vụ công trực tuyến mức độ 3, 4 tích hợp lên Cổng dịch vụ công quốc gia',
    'digital-government.services-national-portal',
  ],
  ['%', 'Cơ quan có cổng thông tin điện tử theo Luật Công nghệ thông tin', 'digital-government.websites'],
  ['con', 'Trung bình mỗi phụ nữ có con', 'society.fertility-rate'],
  ['%', 'Cơ cấu kinh tế: khu vực I', 'economy.agriculture-share'],
  ['%', 'Cơ cấu kinh tế: khu vực II', 'economy.industry-share'],
  ['%', 'Cơ cấu kinh tế: khu vực III', 'economy.services-share'],
  ['%', 'Khu vực III tăng trưởng', 'economy.services-growth'],
  ['%', 'Tỷ lệ điều tra, làm rõ trọng án', 'defence.crimes-solved-serious'],
  ['%', 'Tỷ lệ TYT xã, phường có bác sĩ', 'society.commune-doctors'],
  ['‰', 'Tỷ suất chết trẻ em dưới 5 tuổi', 'society.child-mortality'],
  ['‰', 'Tỷ suất chết trẻ em dưới 1 tuổi', 'society.infant-mortality'],
  ['year', 'Tuổi kỳ vọng sống khi sinh', 'society.life-expectancy'],
  ['người', 'Số người đi làm việc có thời hạn ở nước ngoài', 'society.workers-abroad'],
  ['%', 'Tỷ lệ hộ nghèo các khu vực của tỉnh', 'society.poverty-rate'],
  [
    '%',
    'Nhiệm vụ giao cho các bộ, ngành, địa phương được theo dõi trên môi trường điện tử',
    'digital-government.tasks-monitored-online',
  ],
  ['%', 'Sở, ban, ngành tỉnh tự kiểm tra cải cách hành chính', 'steering.self-inspected'],
  ['%', 'Hồ sơ được giải quyết đúng và trước hạn', 'procedures.on-time-share'],
  ['%', 'Khu vực nông, lâm nghiệp và thủy sản tăng', 'economy.agriculture-growth'],
  ['%/năm', 'Giảm nghèo bình quân', 'society.poverty-cut'],
  ['%', 'Thanh toán không tiền mặt trong tổng giao dịch', 'digital-economy.cashless'],
  ['số bé trai/100 bé gái', 'Tỷ số giới tính khi sinh', 'society.sex-ratio'],
  ['số doanh nghiệp/1000 dân', 'Tỷ lệ doanh nghiệp công nghệ số', 'digital-economy.digital-firms-density'],
  ['%', 'Dân số nông thôn dùng nước sinh hoạt đảm bảo vệ sinh', 'environment.hygienic-water-rural'],
  ['VND/người/năm', 'Thu nhập của người dân nông thôn', 'society.income-per-head-rural'],
  ['%', 'Tỷ lệ văn bằng bảo hộ sáng chế được khai thác thương mại', 'innovation.patents-used'],
];

test.each(WHOLE)('%s: %s', (unit, text, code) => {
  expect(codeOf(text, unit, unit === '%/năm' ? { direction: 'decrease-by' } : {})).toBe(code);
});
