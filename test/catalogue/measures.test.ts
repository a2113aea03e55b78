import { expect, test } from 'vitest';
import { codeOf, PIPELINES } from './make.ts';

/** A measure of national lists: wordings that are it, and near ones that are not. */
type Measure = readonly [code: string, unit: string, is: readonly string[], isNot: readonly string[]];

const MEASURES: readonly Measure[] = [
  // The yearly fifteen of the National Assembly, and what provinces add to them.
  [
    'economy.grdp-growth',
    '%',
    ['Tốc độ tăng GRDP năm 2026', 'GDP tăng'],
    ['Tỷ trọng kinh tế số trong GRDP', 'Tăng trưởng GRDP ngành du lịch'],
  ],
  [
    'economy.grdp-growth-mean',
    '%',
    ['Tăng trưởng kinh tế bình quân 5 năm', 'GRDP tăng bình quân hằng năm'],
    ['Tăng trưởng kinh tế năm 2026', 'GRDP bình quân đầu người tăng'],
  ],
  [
    'economy.agriculture-growth-mean',
    '%',
    ['Nông, lâm nghiệp và thủy sản tăng bình quân', 'Tăng trưởng bình quân ngành nông nghiệp'],
    ['Khu vực nông nghiệp tăng trong năm', 'Ngành chăn nuôi tăng bình quân'],
  ],
  [
    'economy.industry-growth-mean',
    '%',
    ['Khu vực công nghiệp - xây dựng tăng bình quân', 'Công nghiệp và xây dựng tăng trưởng bình quân hằng năm'],
    ['Công nghiệp và xây dựng tăng', 'Năng suất công nghiệp - xây dựng tăng bình quân'],
  ],
  [
    'economy.services-growth-mean',
    '%',
    ['Khu vực dịch vụ tăng bình quân', 'Ngành dịch vụ tăng trưởng bình quân'],
    ['Khu vực dịch vụ tăng', 'Doanh thu dịch vụ du lịch tăng bình quân'],
  ],
  [
    'economy.exports-growth-mean',
    '%',
    ['Kim ngạch xuất khẩu tăng bình quân', 'Tốc độ tăng kim ngạch xuất khẩu bình quân hằng năm'],
    ['Kim ngạch xuất khẩu tăng', 'Kim ngạch xuất khẩu gạo tăng bình quân'],
  ],
  [
    'economy.budget-revenue-growth-mean',
    '%',
    ['Thu ngân sách nhà nước tăng bình quân', 'Tổng thu ngân sách tăng hằng năm'],
    ['Thu ngân sách nhà nước tăng', 'Thu nội địa tăng bình quân'],
  ],
  [
    'economy.cpi',
    '%',
    ['Tốc độ tăng chỉ số giá tiêu dùng (CPI) bình quân', 'CPI tăng'],
    ['Chỉ số sản xuất công nghiệp tăng', 'Tổng mức tiêu dùng tăng'],
  ],
  [
    'economy.manufacturing-share',
    '%',
    ['Tỷ trọng công nghiệp chế biến, chế tạo trong GRDP', 'Công nghiệp chế biến, chế tạo chiếm'],
    ['Tỷ trọng công nghiệp - xây dựng', 'Tỷ trọng lao động ngành chế biến, chế tạo'],
  ],
  [
    'economy.services-share',
    '%',
    ['Cơ cấu kinh tế: dịch vụ', 'Tỷ trọng khu vực dịch vụ trong GRDP'],
    ['Tỷ trọng công nghiệp và dịch vụ', 'Tỷ trọng lao động trong khu vực dịch vụ'],
  ],
  [
    'economy.agriculture-workers-share',
    '%',
    ['Tỷ lệ lao động nông nghiệp', 'Lao động nông nghiệp chiếm trong tổng lao động'],
    ['Tỷ trọng nông nghiệp trong GRDP', 'Lao động nông nghiệp qua đào tạo'],
  ],
  [
    'society.unemployment-rate-urban',
    '%',
    ['Tỷ lệ thất nghiệp khu vực thành thị', 'Thất nghiệp ở đô thị'],
    ['Tỷ lệ thất nghiệp chung', 'Lao động thành thị tham gia bảo hiểm thất nghiệp'],
  ],
  [
    'society.poverty-cut',
    '%',
    ['Mức giảm tỷ lệ hộ nghèo', 'Tỷ lệ giảm nghèo đa chiều theo tỷ lệ hộ nghèo'],
    ['Tỷ lệ hộ nghèo', 'Mức giảm tỷ lệ hộ cận nghèo'],
  ],
  [
    'society.poverty-cut-minorities',
    '%',
    ['Mức giảm tỷ lệ hộ nghèo dân tộc thiểu số', 'Tỷ lệ giảm hộ nghèo đồng bào dân tộc thiểu số'],
    ['Tỷ lệ hộ nghèo dân tộc thiểu số', 'Mức giảm tỷ lệ hộ nghèo'],
  ],
  [
    'society.near-poverty-cut',
    '%',
    ['Mức giảm tỷ lệ hộ cận nghèo', 'Tỷ lệ giảm hộ cận nghèo hằng năm'],
    ['Tỷ lệ hộ cận nghèo', 'Mức giảm tỷ lệ hộ nghèo'],
  ],
  [
    'society.poor-and-near-poor',
    '%',
    ['Tỷ lệ hộ nghèo, cận nghèo', 'Tỷ lệ hộ nghèo và hộ cận nghèo'],
    ['Tỷ lệ hộ nghèo', 'Hộ nghèo, hộ cận nghèo được vay vốn'],
  ],
  [
    'economy.local-budget-revenue',
    'VND',
    ['Tổng thu ngân sách địa phương', 'Thu ngân sách địa phương được hưởng'],
    ['Thu ngân sách nhà nước trên địa bàn', 'Thu nội địa'],
  ],
  [
    'economy.local-budget-spending',
    'VND',
    ['Tổng chi ngân sách địa phương', 'Chi cân đối ngân sách'],
    ['Chi đầu tư phát triển', 'Chi ngân sách địa phương cho giáo dục'],
  ],
  [
    'economy.imports',
    'USD',
    ['Kim ngạch nhập khẩu', 'Giá trị nhập khẩu hàng hóa'],
    ['Kim ngạch xuất khẩu', 'Tổng kim ngạch xuất nhập khẩu'],
  ],
  [
    'economy.trade',
    'USD',
    ['Tổng kim ngạch xuất nhập khẩu', 'Kim ngạch xuất, nhập khẩu hàng hóa'],
    ['Kim ngạch nhập khẩu', 'Thu từ xuất nhập khẩu'],
  ],
  [
    'economy.exports',
    'USD',
    ['Tổng kim ngạch xuất khẩu', 'Giá trị xuất khẩu hàng hóa'],
    ['Kim ngạch xuất khẩu thủy sản', 'Nhập siêu so với kim ngạch xuất khẩu'],
  ],
  [
    'economy.tourists-foreign',
    'lượt',
    ['Đón khách quốc tế', 'Thu hút khách du lịch quốc tế'],
    ['Đón khách du lịch', 'Đón khách du lịch nội địa'],
  ],
  [
    'economy.tourists-domestic',
    'lượt khách',
    ['Đón khách nội địa', 'Khách du lịch nội địa'],
    ['Đón khách quốc tế', 'Tổng lượt khách'],
  ],
  [
    'economy.tourism-share',
    '%',
    ['Du lịch đóng góp vào GRDP', 'Tỷ trọng du lịch trong GRDP'],
    ['Doanh thu du lịch tăng', 'Tỷ trọng lao động du lịch trong GRDP'],
  ],
  [
    'economy.firms',
    'doanh nghiệp',
    ['Tổng số doanh nghiệp đang hoạt động', 'Doanh nghiệp trên địa bàn'],
    ['Doanh nghiệp thành lập mới', 'Doanh nghiệp giải thể'],
  ],
  [
    'economy.new-cooperatives',
    'hợp tác xã',
    ['Thành lập mới hợp tác xã', 'Số HTX đăng ký mới'],
    ['Liên hiệp hợp tác xã thành lập mới', 'Hợp tác xã hoạt động hiệu quả'],
  ],
  [
    'economy.grdp-size-usd',
    'USD',
    ['Quy mô GRDP', 'Quy mô nền kinh tế'],
    ['GRDP bình quân đầu người', 'Quy mô kinh tế số'],
  ],
  [
    'economy.investment-growth',
    '%',
    ['Tổng vốn đầu tư toàn xã hội tăng', 'Tốc độ tăng vốn đầu tư thực hiện toàn xã hội'],
    ['Vốn đầu tư toàn xã hội so với GRDP', 'Vốn đầu tư công tăng'],
  ],
  [
    'economy.grain-output',
    'tấn',
    ['Sản lượng lương thực có hạt', 'Tổng sản lượng lương thực'],
    ['Sản lượng thịt hơi', 'Sản lượng lương thực vụ đông xuân'],
  ],
  [
    'economy.agriculture-output-growth',
    '%',
    ['Giá trị sản xuất nông nghiệp tăng', 'Tốc độ tăng giá trị sản xuất nông, lâm nghiệp và thủy sản'],
    ['Giá trị tăng thêm nông nghiệp tăng', 'Giá trị sản xuất công nghiệp tăng'],
  ],
  [
    'economy.industry-output-growth',
    '%',
    ['Giá trị sản xuất công nghiệp tăng', 'Tốc độ tăng giá trị sản xuất công nghiệp'],
    ['Chỉ số sản xuất công nghiệp tăng', 'Giá trị sản xuất nông nghiệp tăng'],
  ],
  [
    'economy.energy-intensity-cut',
    '%',
    ['Giảm tiêu hao năng lượng trên GRDP', 'Tiết kiệm năng lượng so với tổng năng lượng tiêu thụ'],
    ['Tỷ lệ năng lượng tái tạo', 'Tiết kiệm điện tại cơ quan'],
  ],
  // People, health, schools.
  ['society.hdi', 'điểm', ['Chỉ số phát triển con người (HDI)', 'HDI của tỉnh'], ['Chỉ số PAPI', 'Chỉ số hài lòng']],
  [
    'society.healthy-life',
    'năm',
    ['Số năm sống khỏe', 'Thời gian sống khỏe mạnh'],
    ['Tuổi thọ trung bình', 'Số năm đi học'],
  ],
  [
    'society.population',
    'người',
    ['Quy mô dân số', 'Dân số trung bình'],
    ['Dân số đô thị theo quy mô dân số', 'Lao động có việc làm'],
  ],
  [
    'society.fertility-rate',
    'con',
    ['Tổng tỷ suất sinh', 'Số con trung bình của một phụ nữ'],
    ['Tỷ suất sinh thô', 'Tổng đàn bò'],
  ],
  [
    'society.infant-mortality',
    '‰',
    ['Tỷ suất tử vong trẻ em dưới 1 tuổi', 'Tử vong ở trẻ dưới 01 tuổi'],
    ['Tỷ suất tử vong trẻ em dưới 5 tuổi', 'Tỷ suất sinh'],
  ],
  [
    'society.child-mortality',
    '‰',
    ['Tỷ suất tử vong trẻ em dưới 5 tuổi', 'Tử vong ở trẻ dưới 05 tuổi'],
    ['Tỷ suất tử vong trẻ em dưới 1 tuổi', 'Trẻ em dưới 5 tuổi tử vong do đuối nước'],
  ],
  [
    'society.vaccination',
    '%',
    ['Trẻ em dưới 1 tuổi được tiêm chủng đầy đủ', 'Tỷ lệ tiêm chủng cho trẻ dưới 01 tuổi'],
    ['Người lớn tiêm chủng đầy đủ', 'Trẻ dưới 1 tuổi tiêm chủng sởi'],
  ],
  [
    'society.health-managed',
    '%',
    ['Người dân được quản lý sức khỏe', 'Dân số được lập hồ sơ theo dõi, quản lý sức khỏe'],
    ['Người cao tuổi được quản lý sức khỏe', 'Người dân có hồ sơ sức khỏe điện tử'],
  ],
  [
    'society.commune-doctors',
    '%',
    ['Trạm y tế có bác sĩ làm việc', 'Trạm y tế xã có bác sỹ'],
    ['Xã đạt tiêu chí quốc gia về y tế', 'Trạm y tế có bác sĩ y học cổ truyền'],
  ],
  [
    'society.preschool-5',
    '%',
    ['Huy động trẻ 5 tuổi ra lớp', 'Trẻ em 5 tuổi đến lớp mẫu giáo'],
    ['Trẻ 3 tuổi ra lớp', 'Trẻ 5 tuổi suy dinh dưỡng thấp còi ra lớp'],
  ],
  [
    'society.literacy',
    '%',
    ['Tỷ lệ người từ 15 tuổi biết chữ', 'Người dân biết chữ'],
    ['Người biết chữ độ tuổi 15-35', 'Người dân tộc thiểu số biết chữ'],
  ],
  [
    'society.kindergartens-standard',
    '%',
    ['Trường mầm non đạt chuẩn quốc gia', 'Tỷ lệ trường mẫu giáo đạt chuẩn quốc gia'],
    ['Trường tiểu học đạt chuẩn quốc gia', 'Trường đạt chuẩn quốc gia'],
  ],
  [
    'society.primary-schools-standard',
    '%',
    ['Trường tiểu học đạt chuẩn quốc gia', 'Tiểu học: trường đạt chuẩn quốc gia'],
    ['Trường mầm non đạt chuẩn quốc gia', 'Trường tiểu học dạy hai buổi'],
  ],
  [
    'society.lower-secondary-schools-standard',
    '%',
    ['Trường THCS đạt chuẩn quốc gia', 'Tỷ lệ trường trung học cơ sở đạt chuẩn quốc gia'],
    ['Trường THPT đạt chuẩn quốc gia', 'Trường tiểu học và trung học cơ sở đạt chuẩn quốc gia'],
  ],
  [
    'society.upper-secondary-schools-standard',
    '%',
    ['Trường THPT đạt chuẩn quốc gia', 'Tỷ lệ trường trung học phổ thông đạt chuẩn quốc gia'],
    ['Trường THCS đạt chuẩn quốc gia', 'Trường đạt chuẩn quốc gia'],
  ],
  [
    'society.vocational-workers',
    '%',
    ['Tỷ lệ lao động qua đào tạo nghề', 'Lao động qua đào tạo nghề'],
    ['Lao động qua đào tạo', 'Lao động qua đào tạo nghề có chứng chỉ'],
  ],
  [
    'society.sport',
    '%',
    ['Người dân tập thể dục, thể thao thường xuyên', 'Dân số tham gia luyện tập thể dục thể thao thường xuyên'],
    ['Gia đình thể thao', 'Học sinh tập thể dục thể thao thường xuyên'],
  ],
  [
    'society.sport-families',
    '%',
    ['Tỷ lệ gia đình thể thao', 'Hộ gia đình luyện tập thể thao'],
    ['Người tập thể thao thường xuyên', 'Gia đình văn hóa'],
  ],
  [
    'society.income-per-head-rural',
    'VND',
    ['Thu nhập bình quân đầu người khu vực nông thôn', 'Thu nhập bình quân người dân nông thôn'],
    ['Thu nhập bình quân đầu người', 'Thu nhập bình quân lao động nông thôn'],
  ],
  [
    'society.housing-area',
    'm2',
    ['Diện tích nhà ở bình quân', 'Nhà ở bình quân đầu người'],
    ['Diện tích nhà ở tối thiểu bình quân', 'Diện tích cây xanh bình quân'],
  ],
  [
    'society.women-leaders',
    '%',
    ['Cơ quan có lãnh đạo chủ chốt là nữ', 'UBND cấp huyện có nữ lãnh đạo chủ chốt'],
    ['Nữ đại biểu Quốc hội', 'Cơ quan có lãnh đạo trẻ'],
  ],
  [
    'society.women-directors',
    '%',
    ['Nữ giám đốc doanh nghiệp', 'Nữ chủ doanh nghiệp, hợp tác xã'],
    ['Doanh nghiệp mới thành lập', 'Cơ quan có lãnh đạo chủ chốt là nữ'],
  ],
  [
    'society.doctors',
    'bác sĩ',
    ['Số bác sĩ/vạn dân', 'Số bác sĩ trên 10.000 dân'],
    ['Số bác sĩ', 'Số bác sĩ bệnh viện tỉnh'],
  ],
  [
    'society.beds',
    'giường',
    ['Giường bệnh/vạn dân', 'Số giường bệnh trên 10.000 dân'],
    ['Số giường bệnh', 'Giường bệnh ngoài công lập/vạn dân'],
  ],
  // Environment and countryside.
  [
    'environment.medical-waste',
    '%',
    ['Chất thải y tế được xử lý', 'Thu gom, xử lý chất thải rắn y tế'],
    ['Chất thải nguy hại được xử lý', 'Nước thải y tế được xử lý'],
  ],
  [
    'environment.hazardous-waste',
    '%',
    ['Chất thải nguy hại được thu gom, xử lý', 'Xử lý chất thải rắn nguy hại'],
    ['Chất thải y tế được xử lý', 'Chất thải rắn sinh hoạt được xử lý'],
  ],
  [
    'environment.urban-wastewater',
    '%',
    ['Nước thải đô thị được xử lý', 'Thu gom nước thải sinh hoạt đô thị'],
    ['Khu công nghiệp xử lý nước thải', 'Nước thải chăn nuôi được xử lý'],
  ],
  [
    'environment.landfill-share',
    '%',
    ['Chất thải rắn xử lý bằng chôn lấp trực tiếp', 'Rác thải sinh hoạt chôn lấp'],
    ['Chất thải rắn được thu gom', 'Cải tạo bãi chôn lấp rác thải'],
  ],
  [
    'environment.clean-water',
    '%',
    ['Dân số sử dụng nước sạch', 'Hộ dân dùng nước sạch'],
    ['Dân số nông thôn sử dụng nước sạch', 'Trường học có nước sạch cho người dân'],
  ],
  [
    'environment.toilets-rural',
    '%',
    ['Hộ nông thôn có nhà tiêu hợp vệ sinh', 'Hộ dân có nhà vệ sinh hợp vệ sinh'],
    ['Hộ dân dùng nước hợp vệ sinh', 'Trường học có nhà tiêu hợp vệ sinh'],
  ],
  [
    'rural.model-communes',
    '%',
    ['Xã đạt chuẩn nông thôn mới kiểu mẫu', 'Tỷ lệ xã NTM kiểu mẫu'],
    ['Xã đạt chuẩn nông thôn mới nâng cao', 'Thôn nông thôn mới kiểu mẫu của xã'],
  ],
  [
    'rural.districts-share',
    '%',
    ['Huyện đạt chuẩn nông thôn mới', 'Đơn vị cấp huyện hoàn thành nông thôn mới'],
    ['Huyện đạt chuẩn nông thôn mới nâng cao', 'Xã đạt chuẩn nông thôn mới'],
  ],
  [
    'rural.ocop-5-stars',
    'sản phẩm',
    ['Sản phẩm OCOP 5 sao', 'OCOP đạt năm sao'],
    ['Sản phẩm OCOP 4 sao', 'Sản phẩm OCOP từ 3 sao trở lên'],
  ],
  [
    'defence.crimes-solved-serious',
    '%',
    ['Khám phá án rất nghiêm trọng', 'Điều tra tội phạm đặc biệt nghiêm trọng'],
    ['Khám phá các loại tội phạm', 'Cơ sở gây ô nhiễm nghiêm trọng'],
  ],
  [
    'defence.crime-reports-handled',
    '%',
    ['Tố giác, tin báo về tội phạm được giải quyết', 'Giải quyết tin báo tội phạm'],
    ['Điều tra tội phạm', 'Tin báo về tội phạm mua bán người được giải quyết'],
  ],
  [
    'defence.crimes-cut',
    '%',
    ['Giảm số vụ phạm tội về trật tự xã hội', 'Kéo giảm tội phạm về trật tự xã hội'],
    ['Khám phá tội phạm về trật tự xã hội', 'Giảm tai nạn giao thông'],
  ],
  // Digital transformation.
  [
    'digital-society.digital-skills-workers',
    '%',
    ['Người trong độ tuổi lao động được đào tạo kỹ năng số', 'Người lao động có kỹ năng số cơ bản'],
    ['Người dân được phổ cập kỹ năng số', 'Học sinh có kỹ năng số'],
  ],
  [
    'digital-economy.small-firms-platforms',
    '%',
    ['Doanh nghiệp nhỏ và vừa sử dụng nền tảng số', 'DNNVV chuyển đổi số'],
    ['Doanh nghiệp sử dụng nền tảng số', 'Doanh nghiệp nhỏ và vừa được hỗ trợ chuyển đổi số'],
  ],
  [
    'digital-economy.digital-firms-density',
    'doanh nghiệp/1.000 dân',
    ['Số doanh nghiệp công nghệ số', 'Doanh nghiệp công nghệ số'],
    ['Lượt khách', 'Số trường học'],
  ],
  [
    'digital-economy.ecommerce-growth',
    '%',
    ['Doanh thu thương mại điện tử tăng', 'Tốc độ tăng thương mại điện tử'],
    ['Thương mại điện tử trong tổng mức bán lẻ', 'Doanh nghiệp tham gia sàn thương mại điện tử tăng'],
  ],
  [
    'digital-economy.ecommerce-users',
    '%',
    ['Dân số mua sắm trực tuyến', 'Người dân mua hàng trực tuyến'],
    ['Người dân nộp hồ sơ trực tuyến', 'Doanh nghiệp mua sắm trực tuyến'],
  ],
  [
    'digital-economy.cashless-growth',
    '%',
    ['Giao dịch không dùng tiền mặt tăng', 'Tốc độ tăng thanh toán không dùng tiền mặt'],
    ['Giao dịch không dùng tiền mặt', 'Giao dịch qua ngân hàng tăng'],
  ],
  [
    'digital-economy.cashless-welfare',
    '%',
    ['Chi trả lương hưu không dùng tiền mặt', 'Người hưởng an sinh xã hội nhận tiền không dùng tiền mặt'],
    ['Giao dịch không dùng tiền mặt', 'Trường học thu học phí không dùng tiền mặt'],
  ],
  [
    'digital-economy.cashless-schools',
    '%',
    ['Trường học thu học phí không dùng tiền mặt', 'Cơ sở giáo dục thanh toán không dùng tiền mặt'],
    ['Bệnh viện thanh toán không dùng tiền mặt', 'Cơ sở giáo dục đạt chuẩn'],
  ],
  [
    'digital-economy.cashless-hospitals',
    '%',
    ['Bệnh viện thanh toán không dùng tiền mặt', 'Cơ sở y tế thu viện phí không dùng tiền mặt'],
    ['Trường học thu học phí không dùng tiền mặt', 'Cơ sở y tế có bệnh án điện tử'],
  ],
  [
    'digital-society.e-medical-records',
    '%',
    ['Bệnh viện triển khai bệnh án điện tử', 'Cơ sở khám bệnh dùng bệnh án điện tử'],
    ['Người dân có hồ sơ sức khỏe điện tử', 'Bệnh viện dùng hợp đồng điện tử'],
  ],
  [
    'digital-government.tasks-monitored-online',
    '%',
    ['Nhiệm vụ được theo dõi trên môi trường điện tử', 'Nhiệm vụ được giao được giám sát trên môi trường số'],
    ['Nhiệm vụ được giao hoàn thành đúng hạn', 'Hồ sơ công việc xử lý trên môi trường điện tử'],
  ],
  [
    'digital-government.ai-bodies',
    '%',
    ['Cơ quan sử dụng trí tuệ nhân tạo', 'Đơn vị dùng ứng dụng AI'],
    ['Doanh nghiệp sử dụng trí tuệ nhân tạo', 'Cán bộ được đào tạo về trí tuệ nhân tạo'],
  ],
  [
    'procedures.no-resubmission',
    '%',
    ['Giấy tờ chỉ cung cấp một lần', 'Người dân không phải cung cấp lại thông tin'],
    ['Dữ liệu số hóa được tái sử dụng', 'Cung cấp thông tin cho người dân'],
  ],
  [
    'data.management-maturity-3',
    '%',
    ['Cơ quan đạt cấp độ 3 trưởng thành về quản trị dữ liệu', 'Đạt mức 3 trưởng thành về quản trị dữ liệu'],
    ['Đạt cấp độ 4 trưởng thành về quản trị dữ liệu', 'Hệ thống thông tin đạt cấp độ 3'],
  ],
  [
    'data.management-maturity-4',
    '%',
    ['Cơ quan đạt cấp độ 4 trưởng thành về quản trị dữ liệu', 'Đạt mức 4 trưởng thành về quản trị dữ liệu'],
    ['Đạt cấp độ 5 trưởng thành về quản trị dữ liệu', 'Dịch vụ công mức độ 4'],
  ],
  [
    'data.management-maturity-5',
    '%',
    ['Cơ quan đạt cấp độ 5 trưởng thành về quản trị dữ liệu', 'Đạt mức 5 trưởng thành về quản trị dữ liệu'],
    ['Đạt cấp độ 3 trưởng thành về quản trị dữ liệu', 'Cán bộ có chứng chỉ quản trị dữ liệu'],
  ],
  [
    'human-resources.it-specialists-trained',
    '%',
    [
      'Cán bộ chuyên trách được đào tạo quản trị dữ liệu',
      'Chuyên trách công nghệ thông tin có chứng chỉ quản trị dữ liệu',
    ],
    ['Cán bộ, công chức được đào tạo kỹ năng số', 'Cơ quan trưởng thành về quản trị dữ liệu'],
  ],
  [
    'human-resources.leaders-science',
    '%',
    ['Lãnh đạo có chuyên môn về khoa học, kỹ thuật', 'Cấp ủy có trình độ khoa học kỹ thuật'],
    ['Lãnh đạo được bồi dưỡng', 'Nhân lực khoa học, kỹ thuật'],
  ],
  [
    'innovation.publications-growth',
    '%/năm',
    ['Công bố khoa học quốc tế tăng', 'Tốc độ tăng công bố quốc tế'],
    ['Đơn đăng ký sáng chế tăng', 'Bài báo tuyên truyền tăng'],
  ],
  [
    'innovation.digital-competitiveness-rank',
    'rank',
    ['Xếp hạng năng lực cạnh tranh số', 'Năng lực cạnh tranh số'],
    ['Năng lực cạnh tranh cấp tỉnh', 'Chỉ số chuyển đổi số'],
  ],
  [
    'innovation.start-ups',
    'doanh nghiệp',
    ['Doanh nghiệp khởi nghiệp sáng tạo', 'Hình thành doanh nghiệp khởi nghiệp đổi mới sáng tạo'],
    ['Doanh nghiệp khởi nghiệp thành lập mới', 'Hỗ trợ doanh nghiệp khởi nghiệp sáng tạo'],
  ],
  [
    'innovation.science-firms',
    'doanh nghiệp',
    ['Doanh nghiệp khoa học và công nghệ', 'Phát triển doanh nghiệp khoa học, công nghệ'],
    ['Doanh nghiệp công nghệ số', 'Tổ chức và doanh nghiệp khoa học và công nghệ'],
  ],
  [
    'infrastructure.cloud',
    '%',
    ['Cơ quan nhà nước dùng điện toán đám mây', 'Hệ thống trên điện toán đám mây'],
    ['Doanh nghiệp dùng điện toán đám mây', 'Cơ quan dùng chữ ký số'],
  ],
  [
    'digital-society.e-identity',
    '%',
    ['Người dân có tài khoản định danh điện tử', 'Người dân, doanh nghiệp được xác thực định danh điện tử'],
    ['Người dân được phổ cập kiến thức trên VNeID', 'Cán bộ có định danh số'],
  ],
  // Administrative reform.
  [
    'procedures.licence-automated',
    '%',
    ['Thủ tục hành chính về cấp phép được tự động hóa', 'Cắt giảm thủ tục cấp phép'],
    ['Cắt giảm thời gian cấp phép theo thủ tục', 'Cắt giảm thủ tục hành chính nội bộ'],
  ],
  [
    'procedures.complaints-handled',
    '%',
    ['Đơn thư khiếu nại, tố cáo được giải quyết', 'Giải quyết khiếu nại, tố cáo'],
    ['Phản ánh, kiến nghị được xử lý', 'Giảm khiếu nại, tố cáo'],
  ],
  [
    'apparatus.agencies-cut',
    '%',
    ['Giảm đầu mối các phòng', 'Tinh gọn đầu mối bên trong giảm'],
    ['Giảm đầu mối đơn vị sự nghiệp công lập', 'Giảm biên chế'],
  ],
  [
    'outcomes.papi-score',
    'điểm',
    ['Chỉ số PAPI', 'Điểm hiệu quả quản trị và hành chính công'],
    ['Chỉ số PCI', 'Chỉ số hài lòng'],
  ],
  ['outcomes.pci-score', 'điểm', ['Chỉ số PCI', 'Chỉ số năng lực cạnh tranh cấp tỉnh'], ['Chỉ số PAPI', 'Chỉ số DDCI']],
  [
    'civil-service.trained',
    '%',
    ['Công chức được đào tạo, bồi dưỡng', 'Cán bộ được tập huấn nghiệp vụ'],
    ['Cán bộ quản lý hợp tác xã được tập huấn', 'Giáo viên mầm non được bồi dưỡng'],
  ],
  [
    'procedures.data-reuse',
    '%',
    ['Dữ liệu số hóa được tái sử dụng', 'Khai thác, sử dụng lại dữ liệu đã số hóa'],
    ['Người dân không phải cung cấp lại giấy tờ', 'Số hóa hồ sơ'],
  ],
  // What was too wide.
  [
    'society.schools-standard',
    '%',
    ['Trường đạt chuẩn quốc gia', 'Tỷ lệ trường học đạt chuẩn quốc gia'],
    ['Trường phổ thông đạt chuẩn quốc gia', 'Trường đạt chuẩn quốc gia mức độ 2'],
  ],
  [
    'defence.crimes-solved',
    '%',
    ['Điều tra, khám phá các loại tội phạm', 'Tỷ lệ khám phá án'],
    ['Khám phá án ma túy', 'Khám phá vụ án mua bán người'],
  ],
  [
    'defence.traffic-accidents',
    '%',
    ['Giảm tai nạn giao thông cả ba tiêu chí', 'Kéo giảm số vụ tai nạn giao thông'],
    ['Giảm trẻ em bị tai nạn giao thông', 'Tai nạn giao thông đường bộ'],
  ],
  [
    'economy.agriculture-share',
    '%',
    ['Cơ cấu kinh tế: nông nghiệp', 'Tỷ trọng nông, lâm nghiệp và thủy sản trong GRDP'],
    ['Đất nông nghiệp: cơ cấu', 'Tỷ trọng chăn nuôi trong ngành nông nghiệp'],
  ],
  [
    'economy.industry-share',
    '%',
    ['Cơ cấu kinh tế: công nghiệp - xây dựng', 'Công nghiệp - xây dựng chiếm trong GRDP'],
    ['Diện tích đất công nghiệp chiếm', 'Công nghiệp và dịch vụ chiếm'],
  ],
  [
    'digital-economy.digital-firms',
    'doanh nghiệp',
    ['Số doanh nghiệp công nghệ số', 'Doanh nghiệp số'],
    ['Số doanh nghiệp khởi nghiệp đăng ký', 'Số doanh nghiệp mới'],
  ],
  [
    'digital-economy.cashless',
    '%',
    ['Giao dịch không dùng tiền mặt', 'Tỷ lệ thanh toán không dùng tiền mặt'],
    ['Cơ sở chấp nhận thanh toán không dùng tiền mặt', 'Cá nhân sử dụng phương tiện không dùng tiền mặt'],
  ],
  [
    'society.income-per-head',
    'VND/người/năm',
    ['Thu nhập bình quân đầu người', 'Thu nhập bình quân'],
    ['Thu nhập bình quân của thành viên hợp tác xã', 'Thu nhập bình quân của đồng bào'],
  ],
  [
    'outcomes.pci-rank',
    'rank',
    ['Chỉ số PCI', 'Năng lực cạnh tranh cấp tỉnh'],
    ['Năng lực cạnh tranh số', 'Năng lực cạnh tranh cấp huyện'],
  ],
];

test.each(MEASURES)('%s, in %s', (code, unit, is, isNot) => {
  expect(is.map((text) => [text, codeOf(text, unit)])).toEqual(is.map((text) => [text, code]));
  expect(isNot.filter((text) => codeOf(text, unit) === code)).toEqual([]);
});

test('a rise is no level, and a level no rise', () => {
  expect(codeOf('Tỷ lệ hộ nghèo', '%', { direction: 'decrease-to' })).toBe('society.poverty-rate');
  expect(codeOf('Giảm tỷ lệ hộ nghèo', '%', { direction: 'decrease-to' })).toBe('society.poverty-rate');
  expect(codeOf('Tỷ lệ hộ nghèo', '%', { direction: 'decrease-by' })).toBe('society.poverty-cut');
  expect(codeOf('Tỷ lệ hộ nghèo', '%', { direction: 'increase-by' })).toBeNull();
  expect(codeOf('Kim ngạch xuất khẩu', '%', { direction: 'increase-by' })).toBe('economy.exports-growth');
  expect(codeOf('Kim ngạch xuất khẩu', '%', { direction: 'decrease-by' })).toBeNull();
  expect(codeOf('Tỷ lệ hộ nghèo', '%/năm')).toBe(null);
  expect(codeOf('Tổng mức bán lẻ hàng hóa', '%', { direction: 'reach' })).toBe(null);
  expect(codeOf('Tổng mức bán lẻ hàng hóa', '%', { direction: 'increase-by' })).toBe('economy.retail-growth');
});

test('what a heading says narrows down what stands under it, and its own words tell what is counted', () => {
  const under = (heading: string, own: string) =>
    codeOf(`${heading}: ${own}`, '%', { indicator: { text: `${heading}: ${own}`, under: [heading] } });
  expect(under('Cơ cấu kinh tế', 'nông nghiệp')).toBe('economy.agriculture-share');
  expect(under('Khu vực miền núi', 'gia đình đạt chuẩn văn hóa')).toBe(null);
  expect(under('Đối với xã', 'gia đình đạt chuẩn văn hóa')).toBe('society.cultural-families');
});

test('what a member of a list repeats of its head is a part of it', () => {
  expect(codeOf('Khu vực công nghiệp - xây dựng: công nghiệp chiếm')).toBeNull();
  expect(codeOf('Khu vực công nghiệp - xây dựng chiếm')).toBe('economy.industry-share');
  expect(codeOf('Cơ cấu kinh tế: công nghiệp - xây dựng chiếm')).toBe('economy.industry-share');
});

test('how far a measure is from another, or from its own of a year, is not the measure', () => {
  expect(codeOf('Tỷ lệ hộ nghèo')).toBe('society.poverty-rate');
  expect(codeOf('Tỷ lệ hộ nghèo thấp hơn')).toBeNull();
  expect(codeOf('Tỷ lệ che phủ rừng cao hơn mục tiêu')).toBeNull();
  expect(codeOf('Tốc độ tăng GRDP cao hơn')).toBeNull();
  expect(codeOf('Giải ngân vốn đầu tư công vượt bình quân chung')).toBeNull();
  expect(codeOf('Chênh lệch tỷ lệ hộ nghèo giữa các vùng')).toBeNull();
});

test('those of one sex are not the whole, though a name may end alike', () => {
  const abroad = 'Lao động đi làm việc ở nước ngoài';
  const under = (text: string, heading: string): ReturnType<typeof codeOf> =>
    codeOf('', 'người', { indicator: { text: `${heading}: ${text}`, under: [heading] }, source: { quote: abroad } });
  expect(under('Nam', abroad)).toBeNull();
  expect(under('Nữ', abroad)).toBeNull();
  expect(codeOf(`${abroad} của tỉnh Hà Nam`, 'người')).toBe('society.workers-abroad');
});

test('a heading and what stands under it do not make one word together', () => {
  expect(codeOf('Tổng dân số', 'người')).toBe('society.population');
  expect(codeOf('', 'người', { indicator: { text: 'Tổng: Dân số', under: ['Tổng'] } })).toBeNull();
});

test('what a place can hold is not who comes, who gets work is, and a growth may leave out that it is natural', () => {
  expect(codeOf('Công suất phục vụ khách', 'khách/ngày')).toBeNull();
  expect(codeOf('lao động có việc làm mới', 'lao động')).toBe('society.jobs-created');
  expect(codeOf('Số lao động có việc làm', 'người')).toBeNull();
  expect(codeOf('Tốc độ tăng dân số')).toBe('society.population-growth');
  expect(codeOf('Tỷ lệ tăng dân số cơ học')).toBeNull();
});

test('goods that are sold abroad, files settled early and services in general are not the measure', () => {
  const exported = (goods: string): ReturnType<typeof codeOf> => codeOf(`Giá trị xuất khẩu ${goods}`, 'USD');
  expect(exported('hàng hóa')).toBe('economy.exports');
  for (const goods of ['nông sản', 'nông lâm thủy sản', 'trái cây', 'cá tra']) {
    expect([goods, exported(goods)]).toEqual([goods, null]);
  }
  expect(codeOf('Xuất khẩu nông, lâm, thủy sản tăng')).toBeNull();
  expect(codeOf('Tỷ lệ hồ sơ giải quyết trước hạn')).toBeNull();
  expect(codeOf('Tỷ lệ hồ sơ giải quyết trước hạn và đúng hạn')).toBe('procedures.on-time-share');
  expect(codeOf('người dân hài lòng với dịch vụ công')).toBeNull();
  expect(codeOf('người dân hài lòng với dịch vụ công trực tuyến')).toBe('outcomes.satisfaction-online');
  expect(codeOf('Số xã nông thôn mới hiện đại', 'xã')).toBeNull();
});

test('a rate that is one of a year has its code with either unit', () => {
  expect(codeOf('Tỷ lệ tăng dân số tự nhiên')).toBe('society.population-growth');
  expect(codeOf('Tỷ lệ tăng dân số tự nhiên', '%/năm')).toBe('society.population-growth');
  expect(codeOf('có', 'doanh nghiệp công nghệ số/1.000 dân')).toBe('digital-economy.digital-firms-density');
});

test('the quote adds words only where what is counted stands in the measure', () => {
  const quote = (text: string, quoted: string) => codeOf(text, '%', { source: { quote: quoted } });
  expect(quote('Dịch vụ công trực tuyến', 'cung cấp dịch vụ công trực tuyến toàn trình')).toBe(
    'digital-government.services-full',
  );
  expect(quote('Cơ quan đạt chuẩn an toàn', 'xã đạt chuẩn nông thôn mới, cơ quan đạt chuẩn văn hóa')).toBe(null);
});

test('a code has one meaning in every pipeline', () => {
  const told = new Map<string, string>();
  for (const { area, label, ...rest } of PIPELINES.flatMap(({ indicators }) => indicators)) {
    if (!rest.code.startsWith('digital-society.') && !rest.code.startsWith('security.')) continue;
    const words = JSON.stringify(rest);
    expect(told.get(rest.code) ?? words).toBe(words);
    told.set(rest.code, words);
  }
});
