/**
 * Small plans that were written for these tests: the letterhead, and the paragraphs below it. Names of places are real where a
 * letterhead needs them; what the plans say is invented.
 */
export interface MadeUp {
  readonly name: string;
  readonly head: readonly string[];
  readonly body: readonly string[];
}

const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '');

const OBJECTIVES: MadeUp = {
  name: 'objectives with sub-items',
  head: lines(`
ỦY BAN NHÂN DÂN TỈNH QUẢNG TRỊ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 77/KH-UBND
Quảng Trị, ngày 12 tháng 3 năm 2022
KẾ HOẠCH
Cải cách hành chính tỉnh Quảng Trị giai đoạn 2022 - 2026`),
  body: lines(`
Để nâng cao chất lượng phục vụ của bộ máy các cấp và sự hài lòng của nhân dân trong tỉnh, Ủy ban nhân dân tỉnh ban hành Kế hoạch cải cách hành chính giai đoạn 2022 - 2026 với các nội dung sau:
I. MỤC TIÊU
1. Mục tiêu chung
Xây dựng bộ máy gọn nhẹ, gần dân; mỗi cán bộ hiểu rõ việc của mình và chịu trách nhiệm về kết quả của việc đó trước nhân dân.
2. Mục tiêu cụ thể
a) Về thủ tục hành chính
- Tối thiểu 95% hồ sơ thủ tục hành chính được giải quyết đúng hạn, trong đó hồ sơ về đất đai đạt ít nhất 90% vào năm 2024.
- Cắt giảm 25 - 30% thời gian giải quyết so với quy định của trung ương; hoàn thành trước ngày 30/6/2025.
- Tỷ lệ hồ sơ nộp trực tuyến đạt từ 70% trở lên, trong đó:
+ Cấp tỉnh đạt 80%;
+ Cấp huyện đạt 65%;
+ Cấp xã đạt trên 50%.
b) Về tổ chức bộ máy
- Đến năm 2025, giảm 10% số đơn vị sự nghiệp công lập so với năm 2021.
- Hằng năm có 100% cơ quan, đơn vị được đánh giá, xếp loại mức độ hoàn thành nhiệm vụ.
c) Về chính quyền số
- 100% văn bản giữa các cơ quan nhà nước được ký số (trừ văn bản mật); 85% hồ sơ công việc của Ủy ban nhân dân cấp huyện được xử lý trên môi trường mạng.
- Xây dựng 12 cơ sở dữ liệu chuyên ngành; mỗi xã có ít nhất 02 cán bộ công nghệ thông tin được bồi dưỡng hằng năm.
II. NHIỆM VỤ, GIẢI PHÁP
1. Cải cách thể chế
Rà soát các quy định của tỉnh, bãi bỏ những quy định không còn phù hợp với thực tế; hoàn thành trong quý III/2023.
2. Cải cách thủ tục hành chính
a) Công khai thủ tục hành chính tại nơi tiếp nhận và trên Cổng dịch vụ công của tỉnh ngay sau khi được công bố.
b) Tổ chức 04 hội nghị đối thoại với doanh nghiệp mỗi năm, bảo đảm mỗi kiến nghị được trả lời trong thời hạn 15 ngày.
III. TỔ CHỨC THỰC HIỆN
1. Sở Nội vụ
- Chủ trì, phối hợp với Sở Tài chính, Sở Tư pháp theo dõi, kiểm tra việc thực hiện Kế hoạch này; tổng hợp, báo cáo Ủy ban nhân dân tỉnh trước ngày 10 tháng 12 hằng năm.
- Tham mưu tổ chức 02 lớp bồi dưỡng nghiệp vụ cho công chức cấp xã trong năm 2023.
2. Văn phòng Ủy ban nhân dân tỉnh
Vận hành Trung tâm Phục vụ hành chính công tỉnh; theo dõi việc giải quyết thủ tục hành chính của các sở, ban, ngành.
3. Sở Thông tin và Truyền thông
Chủ trì xây dựng các cơ sở dữ liệu chuyên ngành; hoàn thành trước ngày 31/12/2024.
4. Ủy ban nhân dân các huyện, thị xã, thành phố
Ban hành kế hoạch của địa phương trước ngày 30/4/2022 và gửi về Sở Nội vụ để theo dõi.`),
};

const DUTIES: MadeUp = {
  name: 'duties of agencies',
  head: lines(`
ỦY BAN NHÂN DÂN
TỈNH BẮC GIANG
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 315/KH-UBND
Bắc Giang, ngày 08 tháng 02 năm 2023
KẾ HOẠCH
Phòng, chống đuối nước trẻ em trên địa bàn tỉnh năm 2023`),
  body: lines(`
I. MỤC ĐÍCH, YÊU CẦU
Nâng cao nhận thức của gia đình, nhà trường về an toàn của trẻ em trong môi trường nước và ở nhà.
II. CHỈ TIÊU
1. Giảm 15% số trẻ em tử vong do đuối nước so với năm 2022.
2. Ít nhất 60% trẻ em từ 6 đến dưới 16 tuổi biết kỹ năng an toàn trong môi trường nước; 45% trẻ em biết bơi.
3. 100% số huyện, thành phố xây dựng được tối thiểu 03 mô hình ngôi nhà an toàn.
4. Không để xảy ra đuối nước tại các điểm dạy bơi được cấp phép.
III. TỔ CHỨC THỰC HIỆN
1. Sở Lao động - Thương binh và Xã hội
a) Là cơ quan thường trực, hướng dẫn các địa phương tổ chức thực hiện Kế hoạch; lồng ghép với các chương trình bảo vệ trẻ em.
b) Chủ trì, phối hợp với Sở Văn hóa, Thể thao và Du lịch, Tỉnh đoàn tổ chức 10 lớp tập huấn cho cộng tác viên; hoàn thành trong tháng 5/2023.
c) Kiểm tra ít nhất 05 huyện; báo cáo kết quả trước ngày 15/11/2023.
2. Sở Giáo dục và Đào tạo
a) Đưa kỹ năng an toàn vào hoạt động ngoại khóa của 100% trường tiểu học và trung học cơ sở.
b) Phối hợp với Sở Y tế hướng dẫn cách sơ cứu cho giáo viên; thực hiện hằng năm, xong trước ngày 30/4.
3. Sở Y tế: Hướng dẫn trạm y tế cấp xã về cấp cứu ban đầu; tổng hợp số liệu tai nạn gửi Sở Lao động - Thương binh và Xã hội mỗi quý một lần.
4. Công an tỉnh: Chỉ đạo kiểm tra phương tiện chở học sinh qua sông; xử lý nghiêm chủ phương tiện vi phạm trong mùa mưa bão.
5. Bộ Chỉ huy Quân sự tỉnh: Chuẩn bị lực lượng, phương tiện cứu nạn tại 08 điểm xung yếu.
6. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các tổ chức thành viên vận động hội viên, đoàn viên làm rào quanh ao hồ gần nhà.
7. Ủy ban nhân dân các huyện, thành phố: Bố trí kinh phí; cắm biển báo tại các nơi nguy hiểm trước ngày 31 tháng 5 năm 2023; mỗi huyện mở ít nhất 02 lớp dạy bơi.`),
};

const DIRECTIVE: MadeUp = {
  name: 'a directive',
  head: lines(`
ỦY BAN NHÂN DÂN
TỈNH BÌNH ĐỊNH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 09/CT-UBND
Bình Định, ngày 20 tháng 5 năm 2020
CHỈ THỊ
Về việc chấn chỉnh việc giải quyết hồ sơ của người dân`),
  body: lines(`
Thời gian qua, việc giải quyết hồ sơ ở một số nơi còn chậm, có nơi để hồ sơ quá hạn mà không xin lỗi người dân theo quy định.
Để khắc phục, Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:
1. Giám đốc các sở, Thủ trưởng các ban, ngành thuộc tỉnh; Chủ tịch Ủy ban nhân dân các huyện, thị xã, thành phố:
a) Rà soát toàn bộ hồ sơ quá hạn, giải quyết dứt điểm trước ngày 30/6/2020; gửi thư xin lỗi đến 100% người có hồ sơ quá hạn.
b) Bố trí công chức có năng lực tại Bộ phận Một cửa; thay thế người bị phản ánh từ 03 lần trở lên trong năm.
c) Phấn đấu đến hết năm 2020 có trên 98% hồ sơ được giải quyết đúng hạn.
2. Sở Thông tin và Truyền thông chủ trì, phối hợp với Văn phòng Ủy ban nhân dân tỉnh nâng cấp phần mềm một cửa điện tử, hoàn thành trong quý IV năm 2020.
3. Sở Nội vụ kiểm tra đột xuất tối thiểu 20 đơn vị, báo cáo Chủ tịch Ủy ban nhân dân tỉnh trước ngày 15 tháng 12 năm 2020.
4. Báo Bình Định, Đài Phát thanh và Truyền hình tỉnh mở chuyên mục để người dân phản ánh; mỗi tuần đăng ít nhất 01 bài.
Yêu cầu các cơ quan, đơn vị nghiêm túc thực hiện Chỉ thị này.`),
};

const ARTICLE: MadeUp = {
  name: 'a news article',
  head: lines(`
Kế hoạch chuyển đổi số của tỉnh Nghệ An năm 2022
Thứ ba, ngày 18/01/2022 09:15`),
  body: lines(`
Ngày 14/01/2022, Ủy ban nhân dân tỉnh Nghệ An ban hành Kế hoạch số 18/KH-UBND về chuyển đổi số năm 2022 trên địa bàn tỉnh.
Theo Kế hoạch, trong năm 2022 tỉnh phấn đấu 100% thủ tục hành chính đủ điều kiện được cung cấp trực tuyến mức độ 4; tỷ lệ hồ sơ giải quyết trực tuyến đạt tối thiểu 50%.
Cùng với đó, 80% doanh nghiệp nhỏ và vừa được tiếp cận các nền tảng số, ít nhất 30% hộ gia đình ở nông thôn có đường truyền cáp quang.
Về hạ tầng, tỉnh sẽ phủ sóng di động 4G đến 95% thôn, bản; xóa 40 điểm lõm sóng trước ngày 30/9/2022.
Sở Thông tin và Truyền thông chủ trì, phối hợp với các sở, ngành theo dõi việc thực hiện và báo cáo Ủy ban nhân dân tỉnh hằng quý.
Ủy ban nhân dân các huyện, thành phố, thị xã thành lập tổ công nghệ số cộng đồng tại 100% thôn, bản trong quý II/2022.`),
};

const DEPARTMENT: MadeUp = {
  name: 'a plan of a department',
  head: lines(`
ỦY BAN NHÂN DÂN TỈNH SÓC TRĂNG
SỞ Y TẾ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 140/KH-SYT
Sóc Trăng, ngày 22 tháng 01 năm 2021
KẾ HOẠCH
Ứng dụng công nghệ thông tin của ngành y tế năm 2021`),
  body: lines(`
Thực hiện Kế hoạch số 210/KH-UBND ngày 30/12/2020 của Ủy ban nhân dân tỉnh về ứng dụng công nghệ thông tin năm 2021, Sở Y tế xây dựng kế hoạch như sau:
I. MỤC TIÊU
1. 100% trạm y tế xã dùng phần mềm quản lý khám, chữa bệnh; 90% dân số có hồ sơ sức khỏe điện tử.
2. Ít nhất 70% bệnh viện không dùng phim nhựa; tỷ lệ người bệnh thanh toán không dùng tiền mặt đạt 40 - 45%.
3. Phấn đấu 03 bệnh viện triển khai bệnh án điện tử vào cuối năm 2021.
II. NỘI DUNG
1. Hạ tầng
1.1. Thay thế 120 máy tính cũ tại các trạm y tế trước ngày 30/9/2021.
1.2. Nâng cấp đường truyền tại 11 trung tâm y tế huyện, bảo đảm tốc độ tối thiểu 100 Mbps.
2. Nhân lực
2.1. Mở 06 lớp tập huấn cho 250 cán bộ; mỗi lớp không quá 45 người.
2.2. Mỗi đơn vị có ít nhất 01 cán bộ chuyên trách công nghệ thông tin.
III. TỔ CHỨC THỰC HIỆN
1. Văn phòng Sở: Theo dõi, đôn đốc; báo cáo Giám đốc Sở trước ngày 25 hằng tháng.
2. Phòng Kế hoạch - Tài chính: Cân đối kinh phí 2,5 tỷ đồng từ nguồn sự nghiệp y tế, trình Sở phê duyệt trong quý I/2021.
3. Phòng Nghiệp vụ Y: Chủ trì, phối hợp với các bệnh viện xây dựng quy trình bệnh án điện tử; hoàn thành trong tháng 6 năm 2021.
4. Các đơn vị trực thuộc: Xây dựng kế hoạch của đơn vị mình, gửi về Sở Y tế trước ngày 20/02/2021.`),
};

const ECONOMY: MadeUp = {
  name: 'figures of a district',
  head: lines(`
ỦY BAN NHÂN DÂN
HUYỆN NHƯ THANH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 52/KH-UBND
Như Thanh, ngày 05 tháng 01 năm 2024
KẾ HOẠCH
Phát triển kinh tế - xã hội huyện năm 2024`),
  body: lines(`
I. CÁC CHỈ TIÊU CHỦ YẾU
1. Về kinh tế
(1) Tốc độ tăng giá trị sản xuất đạt 12,5% trở lên.
(2) Thu nhập bình quân đầu người: 58 triệu đồng/năm.
(3) Tổng sản lượng lương thực đạt 42.500 tấn, diện tích rừng trồng mới khoảng 1.200 ha.
(4) Thu ngân sách nhà nước trên địa bàn tăng ít nhất 10% so với dự toán tỉnh giao.
2. Về xã hội
(5) Tỷ lệ hộ nghèo giảm còn dưới 3%.
(6) Số bác sĩ trên một vạn dân: 9 bác sĩ; tỷ lệ tham gia bảo hiểm y tế đạt 94%.
(7) Giải quyết việc làm cho 2.300 lao động, trong đó có 350 người đi làm việc ở nước ngoài.
3. Về môi trường
(8) Tỷ lệ che phủ rừng duy trì ở mức 55%; 97% dân số dùng nước hợp vệ sinh.
II. NHIỆM VỤ TRỌNG TÂM
1. Phòng Nông nghiệp và Phát triển nông thôn hướng dẫn các xã chuyển đổi 150 ha đất lúa kém hiệu quả, xong trước ngày 31/5/2024.
2. Phòng Tài chính - Kế hoạch tham mưu giao dự toán; giải ngân 100% vốn đầu tư công trước ngày 31 tháng 12 năm 2024.
3. Các xã, thị trấn vận động nhân dân hiến đất làm đường; phấn đấu thêm 02 xã đạt chuẩn nông thôn mới nâng cao trong năm.`),
};

export const MADE_UP: readonly MadeUp[] = [OBJECTIVES, DUTIES, DIRECTIVE, ARTICLE, DEPARTMENT, ECONOMY];
