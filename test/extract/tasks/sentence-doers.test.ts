import { expect, test } from 'vitest';
import { extracted } from '../make.ts';

const dutiesOf = (...lines: string[]): string[] =>
  extracted(['II. PHẦN CHUNG', ...lines]).record.tasks.map(
    (t) =>
      `${t.leads.map((a) => a.code).join()}${t.cooperating.length > 0 ? ` + ${t.cooperating.map((a) => a.code).join()}` : ''}`,
  );

const CASES: [says: string, duties: string[]][] = [
  // who must do something, whatever the text told before
  ['Bộ Y tế được giao nhiệm vụ chỉ đạo phun thuốc diệt muỗi.', ['bo-y-te']],
  ['Công an tỉnh cũng được giao kiểm tra các bến đò.', ['cong-an']],
  ['Sở Xây dựng cần rà soát các cầu tàu.', ['so-xay-dung']],
  ['Còn Sở Y tế thì phải kiểm tra kho thuốc.', ['so-y-te']],
  ['Với học sinh ở xa bờ, UBND các xã cần bố trí đò đưa đón.', ['ubnd-cap-xa']],
  ['Cùng với chỉ đạo nêu trên của tỉnh, Sở Công Thương cũng có nhiệm vụ hoàn chỉnh đề án cảng cá.', ['so-cong-thuong']],
  // a government whose paper gives the order, before a comma too
  [
    'UBND tỉnh vừa ban hành văn bản số 12/UBND-NN chỉ đạo, UBND huyện Cô Tô phối hợp Sở Y tế dọn bãi biển.',
    ['ubnd-huyen-co-to + so-y-te'],
  ],
  ['Năm qua UBND tỉnh có nhiều văn bản chỉ đạo, Sở Y tế đã kiểm tra các bến đò.', []],
  // whom another directs has no duty of its own
  ['Giao Sở Y tế chỉ đạo Chi cục Dân số phối hợp với Công an tỉnh phát tờ rơi.', ['so-y-te + cong-an']],
  // who speaks
  ['Thủ tướng chỉ đạo Bộ Xây dựng tiếp tục sửa cầu tàu.', ['bo-xay-dung']],
  ['Công điện nhắc nhở Sở Y tế trữ đủ thuốc.', ['so-y-te']],
  ['Cuối buổi, đồng chí Nguyễn An kêu gọi Hội Nông dân tỉnh thu gom lưới cũ.', ['hoi-nong-dan']],
  ['Thủ tướng nhấn mạnh, các địa phương phải chủ động giao đất làm cảng.', ['dia-phuong']],
  ['Kế hoạch nêu rõ, Sở Y tế phải kiểm tra bếp ăn trên tàu.', ['so-y-te']],
  [
    'Công văn của UBND tỉnh nêu rõ: Các quận, huyện kiểm tra, dọn vỉa hè; Công an tỉnh xử lý vi phạm.',
    ['quan-huyen', 'cong-an'],
  ],
  ['Yêu cầu đặt ra là Sở Xây dựng phải kiểm định các cầu tàu.', ['so-xay-dung']],
  ['Theo Bộ Y tế, các địa phương cần tiêm đủ mũi cho trẻ.', ['dia-phuong']],
  ['Bộ Công an được yêu cầu phối hợp kiểm soát bến cảng.', ['bo-cong-an']],
  ['Sở Y tế phải dành giường cho người đi biển.', ['so-y-te']],
  ['Riêng Sở Công Thương cần làm việc với chủ tàu.', ['so-cong-thuong']],
  ['Giao Sở Tài chính: tham mưu bố trí kinh phí; Sở Nội vụ: thẩm định nhân sự của bến.', ['so-tai-chinh', 'so-noi-vu']],
  ['Người dân ở bến đề nghị UBND xã sớm sửa cầu tàu.', []],
  ['Cử tri đề nghị Bộ Xây dựng làm thêm bến.', []],
  ['Sở Y tế phải đối mặt với nhiều ca bệnh.', []],
  ['Bộ Y tế cần thêm 200 xe cứu thương.', []],
  // who gives an order in writing, behind what others ask for, or after praise and blame
  ['Ông Lê Văn An, Chủ tịch UBND tỉnh, cho biết đã ký công văn khẩn yêu cầu Sở Y tế trữ thuốc ở bến.', ['so-y-te']],
  ['UBND tỉnh vừa có văn bản số 12/UBND-NN ngày 3/4/2022 về cầu tàu yêu cầu Sở Xây dựng sửa bến.', ['so-xay-dung']],
  ['Sở Xây dựng đã gửi nhiều lần trong hai năm qua văn bản đề nghị Bộ Xây dựng sửa bến.', []],
  [
    'Xét đề nghị của UBND tỉnh Hà Nam; ý kiến của Bộ Tài chính về cầu tàu, Phó Thủ tướng Lê Văn An yêu cầu Bộ Xây dựng sửa bến.',
    ['bo-xay-dung'],
  ],
  ['UBND tỉnh biểu dương Sở Y tế đã dọn sạch kho thuốc và yêu cầu Sở Xây dựng làm theo.', ['so-xay-dung']],
  ['UBND tỉnh phê bình UBND huyện Kim Bảng chậm sửa bến, đồng thời giao Sở Xây dựng kiểm tra.', ['so-xay-dung']],
  ['Sở Y tế trữ thuốc ở các bến và đề nghị Sở Xây dựng cho thuê kho.', []],
  // the department of a district with a small letter
  ['UBND huyện giao phòng Tài chính - Kế hoạch bố trí tiền sửa bến.', ['phong-tai-chinh-ke-hoach']],
  ['UBND huyện giao việc dự phòng Y tế ở các bến.', []],
  // two places of one name
  ['UBND huyện Kim Bảng, Duy Tiên được yêu cầu dọn các bến.', ['ubnd-huyen-kim-bang,ubnd-huyen-duy-tien']],
  // one more of a list, whose name no table knows
  ['Sở Y tế, phòng quản lý bến có trách nhiệm dọn rác.', ['so-y-te']],
  ['Sở Y tế, phòng quản lý bến dọn rác.', []],
  // whom an order is about
  ['Về phía UBND các xã, Thủ tướng giao nhiệm vụ chỉ đạo dọn bãi biển.', ['ubnd-cap-xa']],
  ['Nhiệm vụ của Sở Y tế là kiểm tra kho thuốc.', ['so-y-te']],
  // others stand before the first body
  ['Chủ tịch UBND tỉnh yêu cầu các cấp, các ngành, UBND các xã dọn bãi biển.', ['ubnd-cap-xa']],
  [
    'Đề nghị các chủ đầu tư, các nhà thầu, Ban Quản lý dự án cảng cá sớm nạo vét luồng.',
    ['chu-dau-tu,nha-thau,ban-quan-ly-du-an-cang-ca'],
  ],
  // what a body has others do is its own duty
  [
    'Sở Công Thương chỉ đạo Chi cục Quản lý thị trường phối hợp với Sở Y tế kiểm tra quán ăn.',
    ['so-cong-thuong + so-y-te'],
  ],
  // what was, and what is aimed at
  ['Phó Thủ tướng đã chỉ đạo Bộ Y tế làm rõ vụ việc.', []],
  ['Trong 6 tháng đầu năm, Thủ tướng đã chỉ đạo Bộ Y tế làm rõ vụ việc.', []],
  ['Trong năm 2021, Sở Y tế phải xử lý 120 vụ ngộ độc.', []],
  ['Năm 2021, Sở Y tế được giao 120 biên chế.', []],
  // a comma behind the order, a clause before who gives it, a person who does
  ['UBND tỉnh yêu cầu, Sở Y tế dọn kho thuốc ở cảng.', ['so-y-te']],
  ['Theo yêu cầu, Sở Y tế gửi thuốc ra đảo.', []],
  [
    'Để bảo đảm an toàn cho người dân và du khách đi lại bằng đường thủy trong những ngày nghỉ lễ sắp tới, Thủ tướng yêu cầu Bộ Xây dựng sửa cầu tàu.',
    ['bo-xay-dung'],
  ],
  [
    'Văn phòng UBND tỉnh cho biết, nhằm giữ sạch bãi biển, Phó Chủ tịch UBND tỉnh Phạm An vừa chỉ đạo UBND các xã dọn rác.',
    ['ubnd-cap-xa'],
  ],
  ['Đồng chí Phạm Văn An giao Sở Xây dựng dọn bến cảng.', ['so-xay-dung']],
  // who asks one above
  ['Khi bão quá sức của tỉnh, Chủ tịch UBND tỉnh báo cáo và đề nghị Bộ Quốc phòng hỗ trợ.', []],
  // what stands before who must do something
  ['Những lưới cũ thu được trên biển, Sở Y tế có trách nhiệm tiêu hủy.', ['so-y-te']],
  ['Công văn nêu rõ, sau khi bão tan, chậm nhất 02 ngày Sở Xây dựng phải mở lại cảng.', ['so-xay-dung']],
  ['Chủ tịch UBND tỉnh nhấn mạnh: “Các địa phương phải coi dọn bãi biển là việc số một”.', ['dia-phuong']],
  ['Sau khi hết mùa biển, Sở Y tế phải có báo cáo về số ca đuối nước của các bãi tắm.', ['so-y-te']],
  ['Sở Tài chính có các phòng: Quản lý ngân sách, Tin học.', []],
  ['Thứ trưởng yêu cầu, từ nay đến hết tháng 6, các địa phương phải dọn xong bãi biển.', ['dia-phuong']],
  ['Hội Nông dân tỉnh phụ trách việc dọn bãi biển.', ['hoi-nong-dan']],
  // who is no body has the first part of an order
  ['Chủ tịch UBND tỉnh đề nghị chủ tàu vào bờ; Ban Quản lý cảng cá dọn chỗ neo.', ['ban-quan-ly-cang-ca']],
  ['Bộ Công an chỉ thị Sở Y tế trữ đủ thuốc ở đảo.', ['so-y-te']],
  ['Thực hiện chỉ thị Bộ Y tế ban ra, mọi người giữ sạch bãi biển.', []],
  // what others were given before
  ['UBND tỉnh giao Sở Y tế chủ trì kiểm đếm các bến được giao cho Sở Xây dựng.', ['so-y-te']],
];
test.each(CASES)('%s', (says, duties) => {
  expect(dutiesOf(says)).toEqual(duties);
});

const AFTER: [name: string, lines: string[], duties: string[]][] = [
  [
    'whom a clause is about, without a further order',
    ['UBND tỉnh yêu cầu Sở Y tế kiểm tra các bến đò.', 'Đối với Công an tỉnh, khẩn trương lập chốt tại các bến.'],
    ['so-y-te', 'cong-an'],
  ],
  [
    'who is only to gain by it',
    ['UBND tỉnh yêu cầu Sở Y tế kiểm tra các bến đò.', 'Đối với UBND các xã, hỗ trợ mỗi bến ba phao.'],
    ['so-y-te'],
  ],
  [
    'words in commas between a name and what it is to do',
    ['Theo đó, mọi người giữ sạch bãi biển.', 'Sở Xây dựng, với vai trò là cơ quan thường trực, tiếp tục theo dõi.'],
    ['so-xay-dung'],
  ],
  [
    'a long topic before a colon',
    [
      'Tỉnh có ý kiến chỉ đạo như sau:',
      'Về dự án đầu tư xây dựng công trình nạo vét luồng tàu vào khu bến cảng của tỉnh và các công trình bảo vệ bờ kèm theo: Sở Xây dựng khẩn trương bàn giao.',
    ],
    ['so-xay-dung'],
  ],
  [
    'a clause that ends with a semicolon',
    ['Theo đó, bên cạnh đẩy mạnh công tác thông tin; UBND các xã chỉ đạo trưởng thôn dọn bãi biển.'],
    ['ubnd-cap-xa'],
  ],
  [
    'the items of an article have their partners and are told once',
    [
      'Điều 2. Giao Sở Xây dựng chủ trì, phối hợp với UBND các xã:',
      'a) Công bố công khai quy hoạch bến cảng.',
      'b) Kiểm tra việc thực hiện.',
    ],
    ['so-xay-dung + ubnd-cap-xa', 'so-xay-dung + ubnd-cap-xa'],
  ],
  [
    'parts of one sentence in verbs that no list holds',
    ['Theo đó, UBND tỉnh yêu cầu Sở Y tế kiểm tra các bến đò; Công an tỉnh lập các chốt ở bến cảng.'],
    ['so-y-te', 'cong-an'],
  ],
  [
    'places, which have no duty',
    ['Theo đó, mọi người giữ sạch bãi biển.', '- Nhóm 2: Các xã, phường lân cận, vùng ven sông, có nguy cơ ngập.'],
    [],
  ],
  [
    'a link that no table holds, and a number in a name',
    [
      'Theo đó, mọi người giữ sạch bãi biển.',
      'Tại các cửa sông, Công an tỉnh lập chốt trên bến. Bộ Quốc phòng chỉ đạo Quân khu 4 dọn bãi biển.',
    ],
    ['cong-an', 'bo-quoc-phong'],
  ],
  [
    'what was agreed is no duty of who agreed',
    ['Tỉnh ủy có ý kiến như sau:', 'Sở Y tế thống nhất chủ trương dọn bãi biển ấy vào mùa hè.'],
    [],
  ],
  [
    'a share of bodies is an aim',
    ['Theo đó, mọi người giữ sạch bãi biển.', '70% các trường đại học triển khai đại học số.'],
    [],
  ],
];
test.each(AFTER)('where orders are given: %s', (_, lines, duties) => {
  expect(dutiesOf(...lines)).toEqual(duties);
});
