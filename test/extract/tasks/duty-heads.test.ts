import { expect, test } from 'vitest';
import { extracted } from '../make.ts';

const leadsOf = (...lines: string[]): unknown[] =>
  extracted(lines).record.tasks.map((t) => [t.text, t.leads.map((a) => a.name).join()]);

test('name and duty on one line with nothing between', () => {
  const { record } = extracted([
    'III. TỔ CHỨC THỰC HIỆN',
    '1. Sở Y tế Tham mưu UBND tỉnh thực hiện các nhiệm vụ của nội dung: Khám sức khỏe định kỳ.',
    '2. Sở Nội vụ chủ trì kiểm tra việc thực hiện Kế hoạch này.',
    'Các phòng chuyên môn thuộc Sở nghiêm túc thực hiện Kế hoạch này.',
  ]);
  expect(record.tasks.map((t) => [t.leads.map((a) => a.code).join(), t.text])).toEqual([
    ['so-y-te', 'Tham mưu UBND tỉnh thực hiện các nhiệm vụ của nội dung: Khám sức khỏe định kỳ.'],
    ['so-noi-vu', 'Sở Nội vụ chủ trì kiểm tra việc thực hiện Kế hoạch này.'],
    ['phong-chuyen-mon-thuoc-so', 'Các phòng chuyên môn thuộc Sở nghiêm túc thực hiện Kế hoạch này.'],
  ]);
});

test('who has a duty: after a time, in a heading with a full stop, under a name that no table knows', () => {
  const { record } = extracted([
    'IV. TỔ CHỨC THỰC HIỆN',
    '1. Sở Y tế.',
    'Bố trí xe cứu thương tại các bãi tắm.',
    '2. Câu lạc bộ Lặn biển: Dọn rác dưới đáy biển.',
    '3. Công an tỉnh: Tuần tra trên biển.',
    '4. Chế độ thông tin: Qua hộp thư điện tử của tỉnh.',
    'Định kỳ 6 tháng, hằng năm, các sở, ban, ngành báo cáo kết quả về Sở Y tế.',
  ]);
  expect(record.tasks.map((t) => [t.text, t.leads.map((a) => a.code).join(), t.deadline?.type])).toEqual([
    ['Bố trí xe cứu thương tại các bãi tắm.', 'so-y-te', undefined],
    ['Dọn rác dưới đáy biển.', 'cau-lac-bo-lan-bien', undefined],
    ['Tuần tra trên biển.', 'cong-an', undefined],
    ['Định kỳ 6 tháng, hằng năm, các sở, ban, ngành báo cáo kết quả về Sở Y tế.', 'so-ban-nganh', 'recurring'],
  ]);
});

test('a heading over figures is no body, whatever section it stands in', () => {
  const { record } = extracted([
    'IV. TỔ CHỨC THỰC HIỆN',
    '1. Trung tâm xúc tiến',
    'a) Theo dõi việc thực hiện.',
    '2. Kinh tế số',
    'a) Kinh tế số chiếm 30% GRDP.',
    'b) Tỷ lệ doanh nghiệp dùng hóa đơn điện tử đạt 100%.',
  ]);
  expect(record.tasks.map((t) => t.leads.map((a) => a.name).join())).toEqual(['Trung tâm xúc tiến']);
  expect(record.targets).toHaveLength(2);
});

test('the fields of several departments before a colon are one head', () => {
  const { record } = extracted([
    'IV. TỔ CHỨC THỰC HIỆN',
    '1. Sở Y tế: Bố trí xe cứu thương tại các bãi tắm.',
    '2. Công an tỉnh: Tuần tra trên biển trong mùa bão.',
    '3. Các Sở: Tư pháp, Thông tin và Truyền thông; Văn phòng UBND tỉnh: theo chức năng chủ trì tuyên truyền.',
  ]);
  expect(record.tasks.map((t) => t.leads.map((a) => a.code).join())).toEqual([
    'so-y-te',
    'cong-an',
    'so-tu-phap,so-thong-tin-va-truyen-thong,van-phong-ubnd-tinh',
  ]);
});

test('bodies and posts of a commune', () => {
  const { record } = extracted([
    'IV. TỔ CHỨC THỰC HIỆN',
    '1. Công an xã, Ban Chỉ huy Quân sự xã phối hợp với các bản, Hội Nông dân xã tuần tra rừng.',
    '2. Các trường học trên địa bàn xã lồng ghép nội dung bảo vệ rừng vào giờ ngoại khóa.',
    '3. Trưởng các bản: Tổ chức họp bản trước ngày 30/3/2022.',
    '4. Công chức địa chính - nông nghiệp: Cập nhật bản đồ rừng của xã.',
    '5. Các bản, khu phố duy trì tổ xung kích.',
  ]);
  expect(
    record.tasks.map((t) => [t.leads.map((a) => a.name).join('; '), t.cooperating.map((a) => a.name).join('; ')]),
  ).toEqual([
    ['Công an xã; Ban Chỉ huy Quân sự xã', 'Các bản; Hội Nông dân xã'],
    ['Các trường học trên địa bàn xã', ''],
    ['Trưởng các bản', ''],
    ['Công chức địa chính - nông nghiệp', ''],
    ['Các bản, khu phố', ''],
  ]);
});

test('headings that say whom what stands below is for', () => {
  const { record } = extracted([
    'I. Đối với UBND xã',
    '- Chuẩn bị phao và dây cứu sinh.',
    'II. Về phía Sở Y tế',
    '- Dự trữ thuốc ở các bến đò.',
    'III. Nhiệm vụ của Công an xã',
    '- Lập tổ tuần tra trên bãi biển.',
    'IV. Đối với các bến đò chưa có phép',
    '- Dừng đón khách từ tháng sau.',
  ]);
  expect(record.tasks.map((t) => [t.text, t.leads.map((a) => a.name).join()])).toEqual([
    ['Chuẩn bị phao và dây cứu sinh.', 'Ủy ban nhân dân xã'],
    ['Dự trữ thuốc ở các bến đò.', 'Sở Y tế'],
    ['Lập tổ tuần tra trên bãi biển.', 'Công an xã'],
  ]);
});

test('a section of duties whose heading names who has them all', () => {
  const { record } = extracted([
    'Điều 5. Trách nhiệm của Sở Y tế',
    '1. Vận hành trạm cấp cứu trên biển.',
    '2. Giữ thuốc ở các bến đò.',
    'Phạm Văn An Bình',
    'Điều 6. Trách nhiệm thi hành',
    '1. Các bến đò, chủ tàu mua phao cho khách.',
    '2. Công an tỉnh lập chốt tại các bến đò.',
    '3. Sở Y tế, Công an tỉnh chịu trách nhiệm thi hành Quyết định này.',
  ]);
  expect(record.tasks.map((t) => [t.text, t.leads.map((a) => a.code).join()])).toEqual([
    ['Vận hành trạm cấp cứu trên biển.', 'so-y-te'],
    ['Giữ thuốc ở các bến đò.', 'so-y-te'],
    ['Công an tỉnh lập chốt tại các bến đò.', 'cong-an'],
  ]);
});

test('a heading that speaks of a matter is no body', () => {
  const { record } = extracted([
    'IV. TỔ CHỨC THỰC HIỆN',
    'Điều 7. Thủ tục cấp phép bến đò',
    '- Đơn theo mẫu của tỉnh.',
    'Điều 8. Đối với Văn phòng',
    'Giữ hồ sơ của các bến đò trong tỉnh.',
  ]);
  expect(record.tasks.map((t) => t.leads.map((a) => a.name).join())).toEqual(['Văn phòng']);
});

test('where a government asks others, what follows is theirs', () => {
  const { record } = extracted([
    'IV. TỔ CHỨC THỰC HIỆN',
    '1. Sở Y tế: Trữ thuốc ở các bến.',
    '2. UBND tỉnh yêu cầu thủ trưởng các sở, ban, ngành và Chủ tịch UBND các huyện dọn các bến.',
    '3. UBND tỉnh chỉ đạo việc dọn các bến.',
  ]);
  expect(record.tasks.map((t) => t.leads.map((a) => a.code).join())).toEqual([
    'so-y-te',
    'so-ban-nganh,ubnd-cap-huyen',
    'ubnd-tinh',
  ]);
});

test('agencies head the numbered items of a dispatch, beside the bullets of whom it goes to', () => {
  expect(
    leadsOf(
      'CÔNG ĐIỆN',
      'V/v ứng phó với mưa lũ',
      'CHỦ TỊCH UBND TỈNH điện:',
      '- Thủ trưởng các sở, ban, ngành;',
      '- Các chủ hồ chứa;',
      '- Các doanh nghiệp viễn thông.',
      'Để hạn chế thiệt hại, Chủ tịch UBND tỉnh yêu cầu:',
      '1. Sở Y tế',
      'a) Dự trữ thuốc men.',
      'b) Xử lý nguồn nước.',
      '2. Công an tỉnh:',
      'a) Phân luồng giao thông.',
      '3. Mọi người dân hạn chế ra đường.',
    ),
  ).toEqual([
    ['Dự trữ thuốc men.', 'Sở Y tế'],
    ['Xử lý nguồn nước.', 'Sở Y tế'],
    ['Phân luồng giao thông.', 'Công an tỉnh'],
  ]);
});

test('no head of duties: what stands below a body was done, or is but counted', () => {
  const head = ['II. NỘI DUNG', '1. Thời tiết', '- Trời nắng đẹp.', '2. Dân số', '- Vài trăm người.', '3. Sở Y tế'];
  expect(leadsOf(...head, '- Tổ chức tốt việc khám bệnh ở cảng cá.', '- Đã tiêm cho mọi người đi biển.')).toEqual([]);
  expect(leadsOf(...head, '- Tổ chức 12 đợt khám bệnh ở cảng cá.', '- Tập huấn 300 cán bộ y tế cơ sở.')).toEqual([]);
});

test('one item that a body heads among others: what stands below it are actions', () => {
  expect(
    leadsOf(
      'II. NỘI DUNG ĐIỀU CHỈNH',
      '1. Ranh giới khu vực:',
      '- Phía Bắc giáp sông Lô.',
      '2. Quy mô dân số:',
      '- Khoảng 5.000 người.',
      '3. Về trách nhiệm của UBND xã Bình An:',
      '- Công bố quy hoạch.',
      '- Quản lý mốc giới và báo cáo hằng năm.',
    ),
  ).toEqual([
    ['Công bố quy hoạch.', 'Ủy ban nhân dân xã Bình An'],
    ['Quản lý mốc giới và báo cáo hằng năm.', 'Ủy ban nhân dân xã Bình An'],
  ]);
});

test('one body alone heads its items where they are actions, a meeting to be held and what a paper is the ground for too', () => {
  expect(
    leadsOf(
      'Điều 2. Hội đồng nhân dân tỉnh giao:',
      '1. Ủy ban nhân dân tỉnh:',
      'a) Căn cứ Nghị quyết này xây dựng kế hoạch thực hiện.',
      'b) Tổ chức Hội nghị tổng kết ba năm một lần.',
    ),
  ).toEqual([
    ['Căn cứ Nghị quyết này xây dựng kế hoạch thực hiện.', 'Ủy ban nhân dân tỉnh'],
    ['Tổ chức Hội nghị tổng kết ba năm một lần.', 'Ủy ban nhân dân tỉnh'],
  ]);
  expect(
    leadsOf('I. Kết quả', '1. Ủy ban nhân dân tỉnh:', 'a) Đã xử lý các bến đò trái phép.', 'b) Rà soát các bến đò.'),
  ).toEqual([]);
});
