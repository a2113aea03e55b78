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

/** Sections of any name whose items agencies head: who has which of the texts below them, and with whom. */
const SHARED: [name: string, lines: string[], duties: [text: string, leads: string, partners: string][]][] = [
  [
    'items whose bodies do one thing, below words that hand them out',
    [
      'Điều 2. Hội đồng nhân dân tỉnh giao:',
      '1. Thường trực Hội đồng nhân dân tỉnh:',
      'a) Gom ý kiến cử tri về bến đò.',
      '2. Sở Y tế gom thuốc về các bến.',
    ],
    [
      ['Gom ý kiến cử tri về bến đò.', 'thuong-truc-hdnd-tinh', ''],
      ['Sở Y tế gom thuốc về các bến.', 'so-y-te', ''],
    ],
  ],
  [
    'a paragraph of which a later sentence names who has it; bodies with a name behind a clause',
    [
      'Điều 5. Tổ chức thực hiện',
      'Bến đò do các xã lập sổ. Giám đốc Sở Xây dựng chủ trì, phối hợp với Sở Y tế kiểm tra sổ.',
      'Trong quá trình thực hiện, nếu có vướng mắc, UBND các huyện phản ánh về Sở Xây dựng.',
      'Trong quá trình thực hiện, nếu có vướng mắc, các cơ quan, đơn vị phản ánh về Sở Xây dựng.',
    ],
    [
      ['Giám đốc Sở Xây dựng chủ trì, phối hợp với Sở Y tế kiểm tra sổ.', 'so-xay-dung', 'so-y-te'],
      ['Trong quá trình thực hiện, nếu có vướng mắc, UBND các huyện phản ánh về Sở Xây dựng.', 'ubnd-cap-huyen', ''],
    ],
  ],
  [
    'an item that says what its bodies do, before the words that close the section',
    [
      'V. TỔ CHỨC THỰC HIỆN',
      '1. Sở Nội vụ theo dõi Kế hoạch.',
      '2. Sở Y tế, Sở Xây dựng mở chuyên mục về bến đò.',
      'Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị phản ánh về Sở Nội vụ.',
    ],
    [
      ['Sở Nội vụ theo dõi Kế hoạch.', 'so-noi-vu', ''],
      ['Sở Y tế, Sở Xây dựng mở chuyên mục về bến đò.', 'so-y-te,so-xay-dung', ''],
    ],
  ],
  [
    'bodies in general whom a colon names',
    ['V. TỔ CHỨC THỰC HIỆN', 'Các cơ quan liên quan: Sở Y tế, Công an tỉnh rà soát các bến đò.'],
    [['Các cơ quan liên quan: Sở Y tế, Công an tỉnh rà soát các bến đò.', 'so-y-te,cong-an', '']],
  ],
  [
    'to whom a paper goes',
    ['V. TỔ CHỨC THỰC HIỆN', 'Kính gửi: Sở Y tế, Sở Xây dựng.', 'Thực hiện Công văn số 12/UBND-VX về bến đò.'],
    [],
  ],
  [
    'duties under a heading that names no duties',
    [
      'II. NỘI DUNG THỰC HIỆN',
      '1. Sở Y tế',
      'a) Phối hợp với Sở Tư pháp rà soát văn bản.',
      'b) Tập huấn cán bộ.',
      '2. Sở Tài chính',
      'Bố trí kinh phí thực hiện.',
    ],
    [
      ['Phối hợp với Sở Tư pháp rà soát văn bản.', 'so-y-te', 'so-tu-phap'],
      ['Tập huấn cán bộ.', 'so-y-te', ''],
      ['Bố trí kinh phí thực hiện.', 'so-tai-chinh', ''],
    ],
  ],
  [
    'items of a directive below an order',
    [
      'Để phục vụ người dân tốt hơn, Chủ tịch UBND tỉnh yêu cầu:',
      '1. Các sở, ban, ngành và UBND các xã, phường',
      'a) Rà soát danh mục thủ tục hành chính.',
      '2. Sở Xây dựng',
      'a) Nâng cấp bến cảng của tỉnh.',
      '3. Đề nghị: Hội Nông dân tỉnh, Hội Cựu chiến binh tỉnh',
      '- Vận động hội viên dùng hóa đơn điện tử.',
    ],
    [
      ['Rà soát danh mục thủ tục hành chính.', 'so-ban-nganh,ubnd-cap-xa', ''],
      ['Nâng cấp bến cảng của tỉnh.', 'so-xay-dung', ''],
      ['Vận động hội viên dùng hóa đơn điện tử.', 'hoi-nong-dan,hoi-cuu-chien-binh', ''],
    ],
  ],
  [
    'one agency that is asked',
    ['1. Đề nghị Hội Nông dân tỉnh', 'Vận động hội viên dùng hóa đơn điện tử.', '2. Thời gian: năm 2022.'],
    [['Vận động hội viên dùng hóa đơn điện tử.', 'hoi-nong-dan', '']],
  ],
  [
    'a lead-in gives its partners to the items below it, and to no other',
    [
      'II. TỔ CHỨC THỰC HIỆN',
      '1. Sở Khoa học và Công nghệ',
      'a) Chủ trì, phối hợp với Sở Y tế, Sở Nội vụ:',
      '- Xây dựng kho dữ liệu dùng chung.',
      '- Tập huấn kỹ năng số.',
      'b) Theo dõi, đôn đốc và báo cáo kết quả.',
    ],
    [
      ['Xây dựng kho dữ liệu dùng chung.', 'so-khoa-hoc-va-cong-nghe', 'so-y-te,so-noi-vu'],
      ['Tập huấn kỹ năng số.', 'so-khoa-hoc-va-cong-nghe', 'so-y-te,so-noi-vu'],
      ['Theo dõi, đôn đốc và báo cáo kết quả.', 'so-khoa-hoc-va-cong-nghe', ''],
    ],
  ],
  [
    'a clause before who has it, and a bullet that begins as a closing paragraph does',
    [
      'II. TỔ CHỨC THỰC HIỆN',
      '1. Căn cứ Kế hoạch này, các sở, ban, ngành, UBND xã, phường xây dựng kế hoạch của mình.',
      '2. Hội Nông dân tỉnh',
      '- Căn cứ Kế hoạch này vận động hội viên dùng hóa đơn điện tử.',
      'Căn cứ Kế hoạch này, các đơn vị nghiêm túc triển khai.',
    ],
    [
      [
        'Căn cứ Kế hoạch này, các sở, ban, ngành, UBND xã, phường xây dựng kế hoạch của mình.',
        'so-ban-nganh,ubnd-cap-xa',
        '',
      ],
      ['Căn cứ Kế hoạch này vận động hội viên dùng hóa đơn điện tử.', 'hoi-nong-dan', ''],
    ],
  ],
  [
    'what agencies have reached, and matters that no agency heads',
    [
      'I. TÌNH HÌNH THỰC HIỆN',
      '1. Sở Y tế',
      'Xây dựng kho dữ liệu dùng chung cho các bệnh viện.',
      '2. Sở Tài chính',
      'Bố trí kinh phí cho các bệnh viện của tỉnh.',
      'II. NỘI DUNG',
      '1. Về phương pháp:',
      '- Xây dựng kho dữ liệu dùng chung cho các bệnh viện.',
    ],
    [],
  ],
];
test.each(SHARED)('%s', (_name, lines, duties) => {
  const codes = (agencies: readonly { code: string }[]): string => agencies.map(({ code }) => code).join();
  expect(extracted(lines).record.tasks.map((t) => [t.text, codes(t.leads), codes(t.cooperating)])).toEqual(duties);
});

test('a figure that a duty sets is of whom it charges', () => {
  const { record: plan } = extracted([
    'II. NỘI DUNG THỰC HIỆN',
    '1. Sở Y tế',
    'a) Tăng cường truyền thông; phấn đấu 90% trẻ sơ sinh được tầm soát.',
    '2. Sở Tài chính',
    'Bố trí kinh phí thực hiện.',
  ]);
  expect(plan.targets.map((t) => t.agencies.map((a) => `${a.code} ${a.role} ${a.basis}`))).toEqual([
    ['so-y-te lead section'],
  ]);
});

test('those who head a list are no partners of their own', () => {
  const { record: listed } = extracted([
    'IV. TỔ CHỨC THỰC HIỆN',
    '1. Các sở, ngành, UBND các huyện phối hợp với Sở Xây dựng:',
    '- Dọn sạch các bến tàu.',
  ]);
  expect(listed.tasks.map((t) => [t.leads.map((a) => a.code).join(), t.cooperating.map((a) => a.code).join()])).toEqual(
    [['so-ban-nganh,ubnd-cap-huyen', 'so-xay-dung']],
  );
});

test('what follows a name at once is a duty, whatever it begins with', () => {
  const { record: named } = extracted([
    'IV. TỔ CHỨC THỰC HIỆN',
    '1. Sở Xây dựng:',
    'Căn cứ Kế hoạch này để bố trí vốn sửa các bến tàu.',
    'Căn cứ Kế hoạch này, nếu có vướng mắc thì phản ánh về tỉnh.',
  ]);
  expect(named.tasks.map((t) => t.text)).toEqual(['Căn cứ Kế hoạch này để bố trí vốn sửa các bến tàu.']);
});

test('of an article a paragraph between the duties of a body is one too; behind the last stand captions', () => {
  const { tasks } = extracted(
    [
      'Tin chỉ đạo điều hành',
      'UBND huyện ban hành công văn về tuyên truyền. Theo đó, UBND huyện yêu cầu:',
      '1. Trung tâm Văn hóa huyện',
      'Tổ chức tuyên truyền về điều tra dân số trên hệ thống truyền thanh của huyện.',
      'Tiếp và phát sóng đầy đủ các chương trình về điều tra dân số.',
      'Phối hợp với Chi cục Thống kê cập nhật thông tin về điều tra dân số.',
      'Một buổi tuyên truyền lưu động tại xã.',
    ],
    [],
  ).record;
  expect(tasks.map(({ source }) => source.quote.slice(0, 8))).toEqual(['Tổ chức ', 'Tiếp và ', 'Phối hợp']);
});

test('a duty may begin behind a sentence that hands out nothing', () => {
  const { record } = extracted([
    'III. TỔ CHỨC THỰC HIỆN',
    'Kinh phí do ngành Y tế quản lý. Giám đốc Sở Y tế chủ trì hướng dẫn và kiểm tra việc thực hiện.',
    'Kế hoạch này được gửi đến các xã. Sở Tài chính đã bố trí kinh phí.',
  ]);
  expect(record.tasks.map((t) => [t.text, t.leads.map((a) => a.code).join()])).toEqual([
    ['Giám đốc Sở Y tế chủ trì hướng dẫn và kiểm tra việc thực hiện.', 'so-y-te'],
  ]);
});

test('a heading over sections of duties shares them out, with a colon behind it too', () => {
  const lines = (heading: string) => [
    'III. NHIỆM VỤ VÀ PHÂN CÔNG TRÁCH NHIỆM',
    '1. Nhiệm vụ chung',
    'Dọn sạch các bến tàu trước mùa mưa.',
    heading,
    '2.1. Sở Xây dựng',
    'a) Sửa chữa cầu tàu và kè đá ven sông.',
    'b) Sở Y tế trữ thuốc cho các đảo xa bờ.',
    '2.2. Sở Y tế',
    '- Cử bác sĩ ra các đảo xa bờ trong mùa biển động.',
  ];
  const said = (heading: string) =>
    extracted(lines(heading)).record.tasks.map(({ text, leads }) => [text, leads.map(({ code }) => code).join()]);
  expect(said('2. Phân công thực hiện:')).toEqual(said('2. Phân công thực hiện'));
  expect(said('2. Phân công thực hiện:')).toContainEqual(['Sửa chữa cầu tàu và kè đá ven sông.', 'so-xay-dung']);
});
