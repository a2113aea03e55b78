import { expect, test } from 'vitest';
import { extracted } from '../make.ts';

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

/** Outside of sections that share duties out. */
const ORDERS: [sentence: string, leads: string, cooperating: string, end: string | null][] = [
  ['Theo đó, UBND tỉnh yêu cầu Công an tỉnh, Sở Y tế kiểm tra các bến đò.', 'cong-an,so-y-te', '', null],
  ['Chủ tịch UBND tỉnh giao trách nhiệm cho Sở Xây dựng kẻ vạch lối đi.', 'so-xay-dung', '', null],
  ['Đề nghị Sở Y tế phối hợp Công an tỉnh rà soát.', 'so-y-te', 'cong-an', null],
  ['Đề nghị Giám đốc các Sở Y tế rà soát kho thuốc.', 'so-y-te', '', null],
  [
    'UBND huyện yêu cầu cơ quan Thường trực Ban An toàn giao thông kiểm tra bến xe.',
    'thuong-truc-ban-an-toan-giao-thong',
    '',
    null,
  ],
  [
    'Bộ Y tế đề nghị UBND các tỉnh chỉ đạo Sở Y tế phối hợp với Công an tỉnh rà soát.',
    'ubnd-cap-tinh',
    'cong-an',
    null,
  ],
  ['UBND các huyện căn cứ chức năng, nhiệm vụ được giao, đôn đốc chủ tàu.', 'ubnd-cap-huyen', '', null],
  ['UBND các xã có cảng cá: rà soát tàu thuyền.', 'ubnd-cap-xa', '', null],
  ['Sở Tư pháp được giao chủ trì, phối hợp với Sở Y tế soạn thảo.', 'so-tu-phap', 'so-y-te', null],
  ['Sở Y tế có trách nhiệm phối hợp với Công an tỉnh phân luồng.', 'so-y-te', 'cong-an', null],
  [
    'Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính và các hội chủ tàu, Sở Xây dựng lập đề án, báo cáo UBND tỉnh theo dõi.',
    'so-y-te',
    'so-tai-chinh,hoi-chu-tau,so-xay-dung',
    null,
  ],
  [
    'Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính rà soát theo văn bản của Bộ Y tế. Trình UBND tỉnh trước ngày 10/8/2022.',
    'so-y-te',
    'so-tai-chinh',
    '2022-08-10',
  ],
];
ORDERS.push(
  [
    'Chủ tịch UBND tỉnh vừa ký ban hành Công văn số 1476/UBND-KTN yêu cầu UBND các huyện kiểm tra.',
    'ubnd-cap-huyen',
    '',
    null,
  ],
  ['Bộ Y tế vừa có văn bản yêu cầu các Sở Y tế rà soát bệnh viện.', 'so-y-te', '', null],
);
ORDERS.push([
  'Giao Sở Y tế chủ trì tổng hợp. Yêu cầu hoàn thiện gửi Văn phòng UBND tỉnh trước ngày 24/5/2022.',
  'so-y-te',
  '',
  '2022-05-24',
]);
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

/** What follows an order hands out more, in words that alone would be no order. */
const AFTER_ORDERS: [name: string, lines: string[], duties: [leads: string, cooperating: string][]][] = [
  [
    'what another is besides is no body of its own',
    ['UBND tỉnh giao Sở Y tế là cơ quan thường trực Ban Chỉ đạo 389 tỉnh chủ trì, phối hợp với Công an tỉnh kiểm tra.'],
    [['so-y-te', 'cong-an']],
  ],
  [
    'bodies in general whom a colon names',
    ['Tỉnh yêu cầu Sở Y tế gom thuốc.', 'Các cơ quan liên quan: Công an tỉnh, Sở Tư pháp kiểm tra bến đò.'],
    [
      ['so-y-te', ''],
      ['cong-an,so-tu-phap', ''],
    ],
  ],
  [
    'labels behind what is to be done',
    ['1. Lập bản đồ các bến đò. Cơ quan chủ trì: Sở Xây dựng; cơ quan phối hợp: Công an tỉnh.'],
    [['so-xay-dung', 'cong-an']],
  ],
  ['a request of those below', ['Đại diện Sở Y tế đề nghị Bộ Y tế sớm phân bổ thuốc.'], []],
  [
    'an item below a lead-in that hands itself out',
    [
      'UBND tỉnh yêu cầu các sở, ngành thực hiện các việc sau:',
      '1. Dọn bến đò.',
      '2. Đề nghị Hội Nông dân tỉnh dọn bãi.',
    ],
    [
      ['so-ban-nganh', ''],
      ['hoi-nong-dan', ''],
    ],
  ],
  ['a request to those above', ['Kính đề nghị UBND tỉnh bố trí vốn cho bến đò.'], []],
  ['what a government has sent', ['UBND tỉnh Phú Thọ có công văn chỉ đạo công tác dọn bến đò.'], []],
  [
    'a closing formula',
    ['Tỉnh yêu cầu dọn bến đò.', 'Giám đốc Sở Y tế, Chủ tịch UBND các xã chịu trách nhiệm thi hành./.'],
    [],
  ],
  [
    'further agencies of an article that reports an order',
    [
      'Theo đó, UBND tỉnh yêu cầu Công an tỉnh tăng cường tuần tra trên biển.',
      'Sở Y tế chỉ đạo các bệnh viện chuẩn bị giường bệnh. UBND các huyện kiểm tra các bến đò.',
    ],
    [
      ['cong-an', ''],
      ['so-y-te', ''],
      ['ubnd-cap-huyen', ''],
    ],
  ],
  [
    'a paragraph without who goes on with the one before',
    [
      'UBND tỉnh đề nghị Công an tỉnh tăng cường tuần tra trên biển.',
      'Tiếp tục phối hợp với Sở Y tế tập huấn sơ cứu cho ngư dân, chủ tàu và người lái đò trong tỉnh.',
    ],
    [
      ['cong-an', ''],
      ['cong-an', 'so-y-te'],
    ],
  ],
  [
    'a clause stands before who has the duty',
    [
      'Phó Chủ tịch có ý kiến chỉ đạo như sau:',
      'Sau khi phương án được thông qua, Sở Xây dựng khẩn trương sửa các cầu tàu.',
      'Trên cơ sở đề nghị của Sở Y tế, Sở Tài chính bố trí kinh phí mua phao.',
    ],
    [
      ['so-xay-dung', ''],
      ['so-tai-chinh', ''],
    ],
  ],
  [
    'a lead-in with partners and its list',
    [
      'Sở Xây dựng chủ trì, phối hợp với Sở Y tế, Công an tỉnh thực hiện các nhiệm vụ sau đây:',
      '- Sửa các cầu tàu.',
      '- Kẻ vạch lối đi trong cảng.',
    ],
    [
      ['so-xay-dung', 'so-y-te,cong-an'],
      ['so-xay-dung', 'so-y-te,cong-an'],
    ],
  ],
  [
    'a paragraph that links itself to the one before',
    [
      'Chủ tịch UBND tỉnh Phạm Văn An yêu cầu thủ trưởng các sở, ngành liên quan kiểm tra bến bãi.',
      'Đồng thời tham mưu UBND tỉnh ban hành văn bản chỉ đạo phòng, chống đuối nước trong mùa hè.',
      'UBND 08 huyện khuyến cáo ngư dân, chủ tàu và người lái đò trong tỉnh mặc áo phao.',
    ],
    [
      ['so-ban-nganh', ''],
      ['so-ban-nganh', ''],
      ['ubnd-cap-huyen', ''],
    ],
  ],
  [
    'who was handed a duty by a body that is named',
    ['Sở Xây dựng được UBND tỉnh giao chủ trì, phối hợp Sở Y tế sửa các cầu tàu.'],
    [['so-xay-dung', 'so-y-te']],
  ],
  [
    'an order about how things stand',
    ['Về tình hình giải ngân, UBND tỉnh có ý kiến chỉ đạo như sau:', 'Giao Sở Y tế chủ trì rà soát các bến đò.'],
    [['so-y-te', '']],
  ],
  [
    'points of an order that are counted in words',
    [
      'Thủ tướng Chính phủ yêu cầu:',
      'Thứ nhất, Bộ Y tế chỉ đạo kiểm soát hành khách.',
      'Thứ hai, Bộ Công an phối hợp.',
    ],
    [
      ['bo-y-te', ''],
      ['bo-cong-an', ''],
    ],
  ],
  [
    'a list that lost its depth',
    [
      '1. Giao Bộ Y tế:',
      '1. Kiểm soát hành khách tại cửa khẩu.',
      '2. Báo cáo diễn biến bất thường.',
      '1. Giao Bộ Công an: tuần tra biên giới.',
    ],
    [
      ['bo-y-te', ''],
      ['bo-y-te', ''],
      ['bo-cong-an', ''],
    ],
  ],
  [
    'what an order sets up is not who has it',
    ['UBND tỉnh có ý kiến chỉ đạo như sau:', 'Xây dựng Trung tâm Hành chính công tỉnh: thu hút đầu tư.'],
    [],
  ],
  [
    'two duties in one sentence',
    [
      'UBND tỉnh yêu cầu Sở Công Thương bình ổn giá hàng hóa; Sở Y tế tăng cường kiểm tra; đồng thời giao Sở Xây dựng sửa cầu tàu.',
      'Giao Sở Y tế; Sở Tư pháp soạn thảo quy chế; báo cáo UBND tỉnh.',
    ],
    [
      ['so-cong-thuong', ''],
      ['so-y-te', ''],
      ['so-xay-dung', ''],
      ['so-y-te,so-tu-phap', ''],
    ],
  ],
  [
    'who has parts of a duty does not have the whole',
    [
      'Sở Nội vụ làm chủ nhiệm đề án, gồm: Kinh tế đô thị do Sở Công Thương chủ trì, Văn hóa đô thị do Sở Tư pháp chủ trì.',
    ],
    [['so-noi-vu', '']],
  ],
  [
    'what was done after an order is none of its duties',
    [
      'Theo đó, mọi người giữ sạch bãi biển.',
      'Thời gian qua, lực lượng chức năng đã bắt giữ nhiều tàu cá khai thác trái phép.',
      'Sở Y tế tổ chức lễ khánh thành hai trạm cấp cứu.',
    ],
    [],
  ],
  [
    'counts of what was done, and what a report tells',
    ['UBND tỉnh có ý kiến chỉ đạo như sau:', 'Sở Y tế triển khai 12 kỹ thuật mới.', 'Sở Tư pháp rà soát 45 văn bản.'],
    [],
  ],
  [
    'who takes the chair',
    ['Đồng chí Phạm Văn An, Chủ tịch UBND huyện chủ trì.', 'Chủ tịch UBND tỉnh chủ trì hội nghị.'],
    [],
  ],
  [
    'what happened on the same day',
    [
      'Chủ tịch UBND tỉnh yêu cầu Sở Y tế kiểm tra các bến đò.',
      'Cùng ngày, Hội Nông dân tỉnh tổ chức trao quà cho các hộ nghèo. Sở Tài chính báo cáo tình hình giải ngân.',
    ],
    [['so-y-te', '']],
  ],
  [
    'a concession does not end an order',
    [
      'Chủ tịch UBND tỉnh yêu cầu Sở Y tế kiểm tra các bến đò.',
      'Mặc dù đã hết kỳ nghỉ Tết, nhiều bến đò vẫn đông khách. Do đó, Sở Xây dựng tăng cường kiểm tra.',
    ],
    [
      ['so-y-te', ''],
      ['so-xay-dung', ''],
    ],
  ],
  [
    'parts of a document below an order',
    ['* Chính phủ yêu cầu các bộ, ngành thực hiện:', 'I. QUAN ĐIỂM CHỈ ĐẠO', 'Chủ động, tích cực.'],
    [],
  ],
  [
    'a government that orders about, in the words of a paper',
    [
      'Theo đó, UBND tỉnh đã chỉ đạo các sở, ban, ngành; UBND các huyện căn cứ chức năng kiểm tra các bến đò.',
      'Ủy ban nhân dân huyện chỉ đạo UBND các xã căn cứ chỉ tiêu được giao mua phao.',
      'Chủ tịch UBND tỉnh vừa chỉ đạo Sở Y tế khử trùng các bến đò.',
    ],
    [
      ['so-ban-nganh,ubnd-cap-huyen', ''],
      ['ubnd-cap-xa', ''],
      ['so-y-te', ''],
    ],
  ],
  [
    'what was ordered in a time that is over',
    ['Trong 6 tháng đầu năm, UBND tỉnh đã chỉ đạo các sở, ngành kiểm tra các bến đò.'],
    [],
  ],
  [
    'verbs that no list holds',
    [
      'Thực hiện Công điện số 15 của Thủ tướng Chính phủ, UBND tỉnh yêu cầu.',
      'Sở Y tế phun thuốc diệt muỗi. Ngoài ra, Công an tỉnh lập chốt tại các bến đò.',
      'Sở Xây dựng… gia cố các cầu tàu. Kho bạc Nhà nước từ tỉnh đến huyện giải ngân kịp thời.',
      'UBND các xã ven biển tổ chức trực canh.',
    ],
    [
      ['so-y-te', ''],
      ['cong-an', ''],
      ['so-xay-dung', ''],
      ['kho-bac-nha-nuoc', ''],
      ['ubnd-cap-xa', ''],
    ],
  ],
  [
    'what a paper tells beside orders',
    [
      'UBND tỉnh yêu cầu Sở Y tế kiểm tra các bến đò.',
      'Sở Xây dựng cho biết ba cầu tàu còn tốt. Công an tỉnh vừa lập ba chốt.',
      'UBND tỉnh lấy ngày 5/6 làm ngày giữ biển.',
      'Văn phòng UBND tỉnh xin thông báo để các cơ quan biết, thực hiện.',
    ],
    [['so-y-te', '']],
  ],
  [
    'what was done in a time that is over',
    ['Thời gian qua, Công an tỉnh chủ trì, phối hợp với Sở Y tế mở nhiều đợt ra quân.'],
    [],
  ],
  [
    'items that agencies begin, without an order',
    [
      '1. Thủ trưởng các sở, ban, ngành phối hợp chặt chẽ với Sở Y tế chuẩn bị tốt mùa tắm.',
      '2. Thanh tra tỉnh thành lập các đoàn thanh tra.',
      '3. Sở Tài chính đảm bảo kinh phí.',
    ],
    [
      ['so-ban-nganh', 'so-y-te'],
      ['thanh-tra-tinh', ''],
      ['so-tai-chinh', ''],
    ],
  ],
  [
    'behind a colon',
    ['Chỉ thị nêu rõ: Sở Y tế phun thuốc diệt muỗi.', 'Công văn nêu: Các sở, ngành mua phao cứu sinh.'],
    [
      ['so-y-te', ''],
      ['so-ban-nganh', ''],
    ],
  ],
  [
    'what an order is about',
    ['Đối với Sở Y tế, Chủ tịch UBND tỉnh yêu cầu tăng cường tuần tra trên biển.'],
    [['so-y-te', '']],
  ],
  [
    'two who have their parts of one sentence',
    [
      'UBND tỉnh có ý kiến chỉ đạo như sau:',
      'Công an tỉnh bảo đảm an ninh trên biển, trong khi Sở Y tế chủ trì cứu người.',
    ],
    [['cong-an,so-y-te', '']],
  ],
  [
    'bodies of one kind in two places',
    ['Giao Công an tỉnh chủ trì, phối hợp với UBND thành phố Hồ Chí Minh và UBND tỉnh Bình Dương điều tra.'],
    [['cong-an', 'ubnd-tinh,ubnd-tinh']],
  ],
  [
    'departments in a row, and what was agreed',
    [
      'Đồng ý với đề nghị của Sở Tư pháp tại Tờ trình số 12/TTr-STP. Sở Tư pháp, các sở: Y tế, Xây dựng ký hợp đồng với ngư dân.',
    ],
    [['so-tu-phap,so-y-te,so-xay-dung', '']],
  ],
  [
    'bodies in general, where it is handed to them',
    ['UBND huyện yêu cầu các cơ quan, đơn vị liên quan làm sạch bãi biển.', 'Các đơn vị có liên quan cần biết.'],
    [['co-quan-don-vi', '']],
  ],
  [
    'a line that names who leads and with whom, above its items',
    [
      'Theo đó, mọi người giữ sạch bãi biển.',
      '1. Sở Y tế chủ trì, phối hợp với Công an tỉnh, Sở Xây dựng',
      'a) Sửa các cầu tàu.',
      'b) Kẻ vạch lối đi trong cảng.',
    ],
    [
      ['so-y-te', 'cong-an,so-xay-dung'],
      ['so-y-te', 'cong-an,so-xay-dung'],
    ],
  ],
  [
    'topics, and who does what about each',
    [
      '1. Về tin bài: Sở Y tế mở chuyên mục hằng tuần trên báo.',
      '2. Về hậu cần: Sở Tài chính bố trí kinh phí mua phao.',
    ],
    [
      ['so-y-te', ''],
      ['so-tai-chinh', ''],
    ],
  ],
  [
    'items that bodies begin, in whatever verb',
    [
      '1. Sở Y tế thông báo số ca đuối nước cho Công an tỉnh.',
      '2. Công an tỉnh trao đổi tin về các bến đò.',
      '3. Hội Nông dân tỉnh có trụ sở ở bến cảng.',
    ],
    [
      ['so-y-te', ''],
      ['cong-an', ''],
    ],
  ],
  [
    'whatever stands behind a colon, where orders are given',
    ['UBND tỉnh có ý kiến chỉ đạo như sau:', 'Các cơ quan báo chí: Mở chuyên mục về biển.'],
    [['co-quan-bao-chi', '']],
  ],
  [
    'paragraphs of a section of tasks',
    [
      'II. NHIỆM VỤ',
      'Ven biển có 12 bến đò.',
      'Khi có bão, UBND các xã lập chốt tại bến. Sở Y tế trực cấp cứu tại bến.',
    ],
    [
      ['ubnd-cap-xa', ''],
      ['so-y-te', ''],
    ],
  ],
  [
    'what a group of items is about is no duty, and nobody',
    [
      'Điều 2. Các sở đã trả lời chất vấn. Hội đồng nhân dân tỉnh đề nghị Ủy ban nhân dân tỉnh thực hiện các việc sau:',
      '1. Về lĩnh vực Tài nguyên Môi trường:',
      '- Xem xét sớm phê duyệt quy hoạch sử dụng đất.',
      '- Thường xuyên kiểm tra việc giao đất.',
      '2. Về lĩnh vực Văn hóa:',
      '- Sửa chữa các nhà văn hóa đã xuống cấp.',
    ],
    [
      ['ubnd-tinh', ''],
      ['ubnd-tinh', ''],
      ['ubnd-tinh', ''],
    ],
  ],
  ['a line that only names who leads', ['- Đơn vị chủ trì: Sở Y tế.'], []],
  ['no order at all', ['Sở Y tế tổ chức lễ khánh thành hai trạm cấp cứu.'], []],
  ['a heading that names a matter', ['1. Về kiến nghị giao Sở Y tế làm chủ đầu tư bệnh viện:'], []],
];
test.each(AFTER_ORDERS)('%s', (_name, lines, duties) => {
  const codes = (agencies: readonly { code: string }[]): string => agencies.map(({ code }) => code).join();
  expect(extracted(lines).record.tasks.map((t) => [codes(t.leads), codes(t.cooperating)])).toEqual(duties);
});

test('figures and events that a body did with others are told in an article, and handed out in a plan', () => {
  const told = 'Công an tỉnh phối hợp với Sở Y tế xử lý 45 bến đò trong tháng 3.';
  expect(extracted(['Tin trong tỉnh.', told], []).record.tasks).toEqual([]);
  const planned = extracted(['III. KINH PHÍ', 'Sở Nội vụ phối hợp với Sở Tài chính tổ chức hội nghị sơ kết Kế hoạch.']);
  expect(planned.record.tasks.map(({ leads }) => leads.map(({ code }) => code))).toEqual([['so-noi-vu']]);
});

test('a report tells under its agencies what they did', () => {
  const { record } = extracted(
    [
      'I. CÔNG TÁC CHỈ ĐẠO',
      '1. Sở Tư pháp',
      '- Thẩm định các dự thảo văn bản.',
      '2. Sở Tài chính',
      '- Bố trí vốn cho chuyển đổi số.',
    ],
    ['BÁO CÁO', 'Cải cách hành chính năm 2022'],
  );
  expect(record.document.form).toBe('report');
  expect(record.tasks).toEqual([]);
});

test('a paper tells of meetings that bodies hold, and of what they were handed', () => {
  const { record } = extracted(
    [
      'Sở Y tế phối hợp với Công an tỉnh tổ chức hội nghị về an toàn bến đò vào sáng nay.',
      'Sở Tư pháp được giao là cơ quan thường trực trong công tác chuẩn bị tổ chức Lễ kỷ niệm.',
    ],
    ['Bảo đảm an toàn tại các bến đò', '(Báo Yên Bái) - Tin từ các địa phương ngày 5/6/2022.'],
  );
  expect(record.document.form).toBe('news');
  expect(record.tasks.map((t) => t.leads.map((a) => a.code).join())).toEqual(['so-tu-phap']);
});

test('an article of a decision is a duty of the body that it begins with', () => {
  const { record } = extracted(
    ['Điều 1. Mở 12 bến đò.', 'Điều 2. Sở Y tế gom thuốc về các bến đò.'],
    ['QUYẾT ĐỊNH', 'Về việc mở bến đò'],
  );
  expect(record.document.form).toBe('decision');
  expect(record.tasks.map((t) => t.leads.map((a) => a.code).join())).toEqual(['so-y-te']);
});

test('what a plan counts among its tasks is to be done, and what a paper tells of two bodies is no order', () => {
  const { record: plan } = extracted(['II. NHIỆM VỤ', 'Sở Y tế mở mới 12 trạm cấp cứu.']);
  expect(plan.tasks).toHaveLength(1);
  const { record: paper } = extracted(
    ['Sở Y tế phối hợp với Công an tỉnh đưa đò mới vào bến.'],
    ['Thêm đò mới', '(Báo Yên Bái) - Tin từ các địa phương ngày 5/6/2022.'],
  );
  expect(paper.document.form).toBe('news');
  expect(paper.tasks).toEqual([]);
});

test('a directive hands out work from its first word on', () => {
  const { record } = extracted(
    ['1. Sở Y tế gom thuốc về các đảo xa.', 'Đến nay, Công an tỉnh đã lập hơn hai mươi chốt tại các bến đò.'],
    ['CHỈ THỊ', 'Về việc giữ sạch bãi biển'],
  );
  expect(record.document.form).toBe('directive');
  expect(record.tasks.map((t) => t.leads.map((a) => a.code).join())).toEqual(['so-y-te']);
});

const NEWS: [string[], string[]] = [
  ['Tin trong tỉnh', '(Báo Yên Bái) - Tin từ các địa phương ngày 5/6/2022.'],
  ['Tỉnh giao Thanh tra tỉnh kiểm tra các bến cảng.'],
];

test('what goes on with an order behind one paragraph that names nobody', () => {
  const [head, order] = NEWS;
  const { record } = extracted(
    [
      ...order,
      'Thời kỳ kiểm tra kéo dài từ đầu năm 2015 đến hết năm 2021, kể từ khi luật mới có hiệu lực.',
      'Tổ chức tập huấn, hướng dẫn về nội dung và phương pháp kiểm tra cho những người mới nhận việc.',
    ],
    head,
  );
  expect(record.tasks.map((t) => t.leads.map((a) => a.code).join())).toEqual(['thanh-tra-tinh', 'thanh-tra-tinh']);
});

test('bodies in general are told what to do where the news tells of an order', () => {
  const [head, order] = NEWS;
  const general = 'Các cơ quan, đơn vị tăng cường dọn vệ sinh quanh cảng.';
  const codes = (lines: string[]): string[] =>
    extracted(lines, head).record.tasks.map((t) => t.leads.map((a) => a.code).join());
  expect(codes([...order, general])).toEqual(['thanh-tra-tinh', 'co-quan-don-vi']);
  expect(codes([general])).toEqual([]);
});

test('above a list of papers the words that lead up to it are the duty', () => {
  const { record } = extracted([
    'II. NỘI DUNG',
    'UBND tỉnh yêu cầu Sở Y tế, Công an tỉnh thực hiện nghiêm các văn bản sau:',
    '1. Công văn số 11/UBND-VX ngày 2/3/2020 về bến đò;',
    '2. Công văn số 12/UBND-VX ngày 3/3/2020 về cảng cá.',
  ]);
  expect(record.tasks.map((t) => t.text)).toEqual([
    'UBND tỉnh yêu cầu Sở Y tế, Công an tỉnh thực hiện nghiêm các văn bản sau:',
  ]);
});

test('bodies that are to do "một số công việc sau" have the items below; what a report lists so was done', () => {
  const items = ['1. Kiểm tra hệ thống đê điều, hồ chứa.', '2. Chuẩn bị vật tư dự phòng.'];
  const leads = (...lines: string[]) =>
    extracted(lines).record.tasks.map((t) => [t.text, t.leads.map((a) => a.name).join()]);
  expect(
    leads('II. NHIỆM VỤ', 'Các sở, ban, ngành, UBND các huyện tập trung thực hiện một số công việc sau:', ...items),
  ).toEqual([
    ['Kiểm tra hệ thống đê điều, hồ chứa.', 'Các sở, ban, ngành,Ủy ban nhân dân các huyện'],
    ['Chuẩn bị vật tư dự phòng.', 'Các sở, ban, ngành,Ủy ban nhân dân các huyện'],
  ]);
  expect(leads('I. TÌNH HÌNH', 'Các sở, ban, ngành đã tập trung thực hiện một số công việc sau:', ...items)).toEqual(
    [],
  );
});

test('a sentence that goes on with an order hands out one more duty of the same', () => {
  const { record } = extracted([
    'II. NHIỆM VỤ',
    '1. Giao Sở Y tế tăng cường giám sát dịch. Đồng thời, phối hợp với Công an tỉnh kiểm tra các bến đò.',
    '2. Giao Sở Y tế trực cấp cứu. Ngoài ra, tỉnh đã hỗ trợ các hộ dân.',
  ]);
  expect(record.tasks.map((t) => [t.text, t.leads.map((a) => a.code).join(), t.cooperating.length])).toEqual([
    ['Giao Sở Y tế tăng cường giám sát dịch.', 'so-y-te', 0],
    ['Đồng thời, phối hợp với Công an tỉnh kiểm tra các bến đò.', 'so-y-te', 1],
    ['Giao Sở Y tế trực cấp cứu.', 'so-y-te', 0],
  ]);
});

test('of a report no order and no request is a duty', () => {
  const { record } = extracted(
    [
      '1. Chỉ đạo',
      'UBND tỉnh đã giao Sở Y tế chủ trì gom thuốc.',
      '2. Kiến nghị',
      'Đề nghị Bộ Y tế sớm cấp thuốc cho tỉnh.',
    ],
    ['BÁO CÁO', 'Cải cách hành chính năm 2022'],
  );
  expect(record.tasks).toEqual([]);
});

test('a list below bodies that a directive begins with is theirs; bodies in general have what they are charged with', () => {
  const { record } = extracted(
    [
      'I. Nhiệm vụ chung',
      'Giám đốc các sở, ngành, Chủ tịch UBND các xã tập trung thực hiện một số công việc sau:',
      '- Dọn các bến đò, báo cáo trước ngày 20/6/2022;',
      '- Sửa các bến cũ.',
      'II. Nhiệm vụ khác',
      'Các cơ quan, tổ chức liên quan có trách nhiệm báo tin về các bến đò.',
    ],
    ['CHỈ THỊ', 'Về việc giữ sạch bãi biển'],
  );
  expect(record.tasks.map((t) => [t.leads.map((a) => a.code).join(), t.deadline?.end])).toEqual([
    ['so-ban-nganh,ubnd-cap-xa', '2022-06-20'],
    ['so-ban-nganh,ubnd-cap-xa', undefined],
    ['co-quan-to-chuc', undefined],
  ]);
});

test('the title of a table hands nothing to those whom it names', () => {
  const under = (line: string) => extracted(['PHỤ LỤC', line]).record.tasks.length;
  expect(under('Chỉ tiêu giao các xã, phường năm 2022')).toBe(0);
  expect(under('Chi tiết kế hoạch vốn giao các đơn vị')).toBe(0);
});

test('a paper that goes to somebody and orders, the paragraph that goes on with it, and a duty of bodies in general behind it', () => {
  const { record } = extracted(
    [
      'Ngày 23/3/2022, Sở Xây dựng ký Công văn số 18/SXD-HT gửi Chi cục Kiểm lâm yêu cầu: Rà soát ngay các cầu cảng trong tỉnh.',
      'Báo cáo cụ thể các nội dung người dân phản ánh về những cầu cảng cũ bị hỏng trong tỉnh.',
      'Trước ngày 18/10, các địa phương phải báo cáo Sở Xây dựng về các cầu cảng.',
    ],
    ['Tin: dọn các cầu cảng cũ'],
  );
  expect(record.tasks.map((t) => t.leads.map((a) => a.code).join())).toEqual([
    'chi-cuc-kiem-lam',
    'chi-cuc-kiem-lam',
    'dia-phuong',
  ]);
});

test('what was handed out before is due when a sentence without who says so', () => {
  const { record } = extracted([
    'Giao Sở Y tế chủ trì lập 5 đề án nhánh. Thành phố yêu cầu 5 đề án nhánh nêu trên hoàn thành trong quý 3/2022.',
  ]);
  expect(record.tasks.map((t) => t.deadline?.end)).toEqual(['2022-09-30']);
});

test('whom somebody with a duty directs is no partner in it', () => {
  const { record } = extracted([
    'Giao Sở Xây dựng chỉ đạo các cơ quan, đơn vị liên quan, phối hợp chặt chẽ với Sở Y tế dọn bãi biển.',
  ]);
  expect(record.tasks.map((t) => t.cooperating.map((a) => a.code))).toEqual([['so-y-te']]);
});

test('the clauses of an article of a resolution tell who has what, behind a clause too', () => {
  const { record } = extracted(
    [
      'QUYẾT NGHỊ:',
      'Điều 1. Thông qua chương trình dọn bãi biển.',
      'Điều 2. Tổ chức giám sát',
      '1. Căn cứ chương trình dọn bãi biển, Thường trực HĐND tỉnh ban hành kế hoạch và báo cáo kết quả.',
      '2. Bãi biển là nơi công cộng.',
    ],
    ['NGHỊ QUYẾT', 'Về việc giữ sạch bãi biển'],
  );
  expect(record.tasks.map((t) => t.leads.map((a) => a.code).join())).toEqual(['thuong-truc-hdnd-tinh']);
});
