import { expect, test } from 'vitest';
import { extracted } from '../make.ts';

const { record } = extracted([
  'I. MỤC TIÊU',
  '1. Mục tiêu cụ thể',
  'Đến năm 2025, các chỉ tiêu cần đạt:',
  'a) Về cải cách thể chế: 95% văn bản được ban hành đúng hạn.',
  'b) Về cải cách thủ tục hành chính',
  '+ 100% thủ tục được công khai;',
  '+ Cắt giảm tối thiểu 20% thời gian cấp phép lái xe.',
  'c) Đội ngũ công chức làm việc chuyên nghiệp, tận tụy với người dân.',
  'II. TỔ CHỨC THỰC HIỆN',
  '1. Sở Tư pháp',
  'Tham mưu giúp UBND tỉnh thực hiện các nhiệm vụ của nội dung: Cải cách thể chế.',
  '2. Văn phòng UBND tỉnh: Chủ trì, phối hợp với các sở, ban, ngành thực hiện nội dung Cải cách thủ tục hành chính.',
  '3. Sở Giao thông vận tải: Chịu trách nhiệm về mục tiêu nêu tại ý thứ hai, điểm b, khoản 1, mục I của Kế hoạch này.',
  '4. UBND các huyện, thị xã',
  'a) Xây dựng kế hoạch của địa phương trước ngày 15/4/2022.',
  'b) Bố trí kinh phí thực hiện.',
  '5. Sở Tài chính: Thẩm định dự toán theo quy định tại khoản 9, mục VII của Kế hoạch này.',
  'Trong quá trình thực hiện, nếu có vướng mắc thì phản ánh về Sở Nội vụ.',
]);

test('each paragraph or labelled item under an agency is a task of it', () => {
  expect(record.tasks.map((t) => [t.path, t.number, t.leads.map((a) => a.code).join()])).toEqual([
    ['II.1', '1', 'so-tu-phap'],
    ['II.2', '2', 'van-phong-ubnd-tinh'],
    ['II.3', '3', 'so-giao-thong-van-tai'],
    ['II.4.a', '4.a', 'ubnd-cap-huyen'],
    ['II.4.b', '4.b', 'ubnd-cap-huyen'],
    ['II.5', '5', 'so-tai-chinh'],
  ]);
  expect(record.tasks[1]).toMatchObject({
    basis: 'section',
    area: 'procedures',
    cooperating: [{ code: 'so-ban-nganh' }],
  });
  expect(record.tasks[3]?.deadline).toMatchObject({ end: '2022-04-15', exclusive: true });
});

test('targets are led by who has their section, and by whom a reference to the very item names', () => {
  const leads = record.targets.map((t) => [t.path, t.agencies.map((a) => `${a.code} ${a.basis}`)]);
  expect(leads).toEqual([
    ['I.1.a', ['so-tu-phap section']],
    ['I.1.b.+1', ['van-phong-ubnd-tinh section']],
    ['I.1.b.+2', ['so-giao-thong-van-tai cross-reference', 'van-phong-ubnd-tinh section']],
    ['I.1.c', []],
  ]);
});

test('deadlines come from the lead-in, areas from the heading; an item without a figure is qualitative', () => {
  expect(record.targets.map((t) => [t.kind, t.area, t.deadline?.type, t.deadline?.end, t.deadline?.basis])).toEqual([
    ['quantified', 'institutions', 'by', '2025-12-31', 'inherited'],
    ['quantified', 'procedures', 'by', '2025-12-31', 'inherited'],
    ['quantified', 'procedures', 'by', '2025-12-31', 'inherited'],
    ['qualitative', 'civil-service', 'by', '2025-12-31', 'inherited'],
  ]);
});

test('an inner reference that leads nowhere is a warning', () => {
  expect(record.warnings.filter((w) => w.code === 'inner-reference-lost').map((w) => w.source?.quote)).toEqual([
    'khoản 9, mục VII của Kế hoạch này',
  ]);
});

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

test('a duty outside these sections: who in one item, what in another; a report that is due', () => {
  const { record } = extracted([
    'III. HOẠT ĐỘNG',
    '1. Ngày hội chuyển đổi số',
    '- Nội dung: Tổ chức gian hàng và tọa đàm.',
    '- Cơ quan thực hiện: Sở Thông tin và Truyền thông chủ trì, phối hợp với các sở, ban, ngành, báo, đài và các đơn vị liên quan.',
    '- Thời gian: Quý III/2023.',
    '2. Các cơ quan nhà nước chủ động tuyên truyền.',
    'IV. CHẾ ĐỘ BÁO CÁO',
    'Các sở, ban, ngành gửi báo cáo về Sở Nội vụ trước ngày 10 tháng 12 năm 2023.',
  ]);
  expect(
    record.tasks.map((t) => [t.path, t.text, t.leads.map((a) => a.code).join(), t.cooperating.length, t.deadline?.end]),
  ).toEqual([
    ['III.1.-2', 'Tổ chức gian hàng và tọa đàm.', 'so-thong-tin-va-truyen-thong', 2, '2023-09-30'],
    [
      'IV',
      'Các sở, ban, ngành gửi báo cáo về Sở Nội vụ trước ngày 10 tháng 12 năm 2023.',
      'so-ban-nganh',
      0,
      '2023-12-10',
    ],
  ]);
});

test('who does it, in a paragraph under an item: the item is the matter', () => {
  const { record } = extracted([
    'III. NHIỆM VỤ TRỌNG TÂM',
    '1. Tái cơ cấu ngành chế biến gỗ',
    'Đơn vị thực hiện: Sở Công Thương chủ trì, phối hợp với Sở Tài chính.',
    '2. Thu hút đầu tư vào cụm công nghiệp',
    'Đơn vị thực hiện: Ban Quản lý khu kinh tế.',
  ]);
  expect(record.tasks.map((t) => [t.path, t.text, t.leads.length])).toEqual([
    ['III.1', 'Tái cơ cấu ngành chế biến gỗ', 1],
    ['III.2', 'Thu hút đầu tư vào cụm công nghiệp', 1],
  ]);
});

test('a number right above the title is the plan’s own, with no motto and no date beside it', () => {
  const { record } = extracted(
    ['I. MỤC TIÊU', '1. 70% xã có sân chơi.'],
    ['ỦY BAN NHÂN DÂN TỈNH QUẢNG TRỊ', 'Số: 12/KH-UBND', 'KẾ HOẠCH', 'Phát triển thể thao năm 2024'],
  );
  expect(record.document).toMatchObject({
    number: '12/KH-UBND',
    province: { name: 'Quảng Trị', basis: 'header' },
    form: 'plan',
  });
  expect(record.references).toEqual([]);
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

test('a time that was over before the plan is none by which a duty is due', () => {
  const { record } = extracted([
    'IV. TỔ CHỨC THỰC HIỆN',
    '1. Sở Nội vụ: Rà soát hồ sơ của người nhập ngũ trong giai đoạn 1974 - 1975, xong trong tháng 9/2022.',
  ]);
  expect(record.tasks.map((t) => t.deadline?.end)).toEqual(['2022-09-30']);
});

/** Outside of sections that share duties out. */
const ORDERS: [sentence: string, leads: string, cooperating: string, end: string | null][] = [
  ['Theo đó, UBND tỉnh yêu cầu Công an tỉnh, Sở Y tế kiểm tra các bến đò.', 'cong-an,so-y-te', '', null],
  ['Chủ tịch UBND tỉnh giao trách nhiệm cho Sở Xây dựng kẻ vạch lối đi.', 'so-xay-dung', '', null],
  ['Đề nghị Sở Y tế phối hợp Công an tỉnh rà soát.', 'so-y-te', 'cong-an', null],
  ['UBND các huyện căn cứ chức năng, nhiệm vụ được giao, đôn đốc chủ tàu.', 'ubnd-cap-huyen', '', null],
  ['UBND các xã có cảng cá: rà soát tàu thuyền.', 'ubnd-cap-xa', '', null],
  ['Sở Tư pháp được giao chủ trì, phối hợp với Sở Y tế soạn thảo.', 'so-tu-phap', 'so-y-te', null],
  ['Sở Y tế có trách nhiệm phối hợp với Công an tỉnh phân luồng.', 'so-y-te', 'cong-an', null],
  [
    'Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính và các hội chủ tàu, Sở Xây dựng lập đề án, báo cáo UBND tỉnh theo dõi.',
    'so-y-te',
    'so-tai-chinh,so-xay-dung',
    null,
  ],
  [
    'Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính rà soát theo văn bản của Bộ Y tế. Trình UBND tỉnh trước ngày 10/8/2022.',
    'so-y-te',
    'so-tai-chinh',
    '2022-08-10',
  ],
];
test.each(ORDERS)('an order: %s', (sentence, leads, cooperating, end) => {
  const { record } = extracted(['II. NỘI DUNG', sentence]);
  expect(
    record.tasks.map((t) => [
      t.leads.map((a) => a.code).join(),
      t.cooperating.map((a) => a.code).join(),
      t.deadline?.end ?? null,
    ]),
  ).toEqual([[leads, cooperating, end]]);
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

test('an order with a colon hands each item that follows to whom it names', () => {
  const { record } = extracted([
    'II. NỘI DUNG',
    'Để an toàn trong mùa bão, Chủ tịch UBND tỉnh yêu cầu Sở Y tế, Công an tỉnh thực hiện một số nhiệm vụ sau:',
    '- Kiểm tra phao cứu sinh tại các bến đò.',
    '- Hằng quý báo cáo Sở Nội vụ.',
    '- Sở Xây dựng chủ trì sửa các cầu tàu.',
  ]);
  expect(record.tasks.map((t) => [t.text, t.leads.map((a) => a.code).join(), t.deadline?.type])).toEqual([
    ['Kiểm tra phao cứu sinh tại các bến đò.', 'so-y-te,cong-an', undefined],
    ['Hằng quý báo cáo Sở Nội vụ.', 'so-y-te,cong-an', 'recurring'],
    ['Sở Xây dựng chủ trì sửa các cầu tàu.', 'so-xay-dung', undefined],
  ]);
});

test('among tasks an item that begins with an agency and what it does is a duty of it', () => {
  const { record } = extracted([
    'II. NHIỆM VỤ',
    '1. Các sở, ban, ngành; UBND các huyện tiếp tục tổ chức tập huấn.',
    '2. Sở Y tế vừa khánh thành hai trạm cấp cứu.',
  ]);
  expect(record.tasks.map((t) => t.leads.map((a) => a.code).join())).toEqual(['so-ban-nganh,ubnd-cap-huyen']);
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

test('a paragraph that announces items hands them over and is no duty itself', () => {
  const { record } = extracted([
    'IV. TỔ CHỨC THỰC HIỆN',
    '1. Sở Y tế',
    'Giúp UBND tỉnh quản lý các bến tắm.',
    'Trong đó giao Công an tỉnh thực hiện:',
    '- Tuần tra trên biển trong mùa du lịch, phối hợp với Sở Y tế; sau mỗi đợt, phối hợp với Sở Y tế kiểm điểm.',
  ]);
  expect(record.tasks.map((t) => [t.leads.map((a) => a.code).join(), t.cooperating.map((a) => a.code).join()])).toEqual(
    [
      ['so-y-te', ''],
      ['cong-an', 'so-y-te'],
    ],
  );
});

const NO_ORDERS: readonly string[] = [
  'Sở Y tế phối hợp tổ chức hội nghị vào sáng nay.',
  'Theo đề nghị của Sở Y tế, tỉnh đã mua ba xe cứu thương.',
  'Trình UBND tỉnh xem xét.',
  'Chánh Văn phòng UBND tỉnh, Giám đốc Sở Y tế chịu trách nhiệm thi hành Quyết định này kể từ ngày ký.',
  'Sau hội nghị, đại biểu thăm Sở Y tế.',
];
test.each(NO_ORDERS)('no order: %s', (sentence) => {
  expect(extracted(['II. NỘI DUNG', sentence]).record.tasks).toEqual([]);
});

test('an item that names who answers for it is not shared out again', () => {
  const { targets } = extracted([
    'I. MỤC TIÊU',
    '1. Mục tiêu cụ thể',
    'a) Sở Y tế chủ trì, phấn đấu 90% người dân có hồ sơ sức khỏe điện tử.',
    'b) 80% trạm y tế đạt chuẩn.',
    'II. TỔ CHỨC THỰC HIỆN',
    '1. Sở Nội vụ: Chịu trách nhiệm về mục tiêu nêu tại điểm a, khoản 1, mục I và điểm b, khoản 1, mục I của Kế hoạch này.',
  ]).record;
  expect(targets.map(({ agencies }) => agencies.filter(({ role }) => role === 'lead').map(({ code }) => code))).toEqual(
    [['so-y-te'], ['so-noi-vu']],
  );
});
