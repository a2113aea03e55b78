import { expect, test } from 'vitest';
import { actorIn, giverIn, levelAbove, levelActed, speaksForCentre } from '../../../src/extract/header/issuer.ts';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { type HeaderCase, headerRead, MOTTO } from './make.ts';

const CASES: HeaderCase[] = [
  [
    "the standing committee of a council is of the council's level",
    [
      `HỘI ĐỒNG NHÂN DÂN TỈNH LÀO CAI / THƯỜNG TRỰC HỘI ĐỒNG NHÂN DÂN TỈNH | ${MOTTO}`,
      'Số: 15/KH-HĐND | Lào Cai, ngày 12 tháng 01 năm 2023',
      'KẾ HOẠCH',
      'Hoạt động giám sát năm 2023',
    ],
    { level: 'province', province: '10' },
  ],
  [
    'a district',
    [
      `ỦY BAN NHÂN DÂN / HUYỆN MÙ CANG CHẢI | ${MOTTO}`,
      'Số: 45/KH-UBND | Mù Cang Chải, ngày 10 tháng 01 năm 2022',
      'KẾ HOẠCH',
      'CẢI CÁCH HÀNH CHÍNH NĂM 2022',
    ],
    {
      issuer: 'Ủy ban nhân dân huyện Mù Cang Chải',
      province: '15',
      level: 'district',
      period: ['2022-01-01', '2022-12-31'],
    },
  ],
  [
    'a commune after the districts',
    [
      `ỦY BAN NHÂN DÂN / XÃ TAM NÔNG | ${MOTTO}`,
      'Số: 12/KH-UBND | Tam Nông, ngày 15 tháng 8 năm 2025',
      'KẾ HOẠCH',
      'Chuyển đổi số trên địa bàn xã năm 2025',
    ],
    { issuer: 'Ủy ban nhân dân xã Tam Nông', level: 'commune', issuedOn: '2025-08-15' },
  ],
  [
    'an office of a district',
    [
      `UBND QUẬN BÌNH THẠNH / PHÒNG NỘI VỤ | ${MOTTO}`,
      'Số: 15/KH-NV | Bình Thạnh, ngày 12 tháng 01 năm 2023',
      'KẾ HOẠCH',
      'Cải cách hành chính năm 2023',
    ],
    { issuer: 'Phòng Nội vụ', level: 'district', province: '79' },
  ],
  [
    'a national committee',
    [
      `ỦY BAN QUỐC GIA VỀ CHUYỂN ĐỔI SỐ | ${MOTTO}`,
      'Số: 27/QĐ-UBQGCĐS | Hà Nội, ngày 15 tháng 3 năm 2022',
      'QUYẾT ĐỊNH',
      'BAN HÀNH KẾ HOẠCH HOẠT ĐỘNG NĂM 2022',
    ],
    { number: '27/QĐ-UBQGCĐS', province: null, level: 'central', form: 'decision' },
  ],
  [
    'the centre has no province',
    [
      `BỘ NỘI VỤ | ${MOTTO}`,
      'Số: 1234/KH-BNV | Hà Nội, ngày 20 tháng 02 năm 2023',
      'KẾ HOẠCH',
      'Cải cách hành chính năm 2023 của Bộ Nội vụ',
    ],
    { issuer: 'Bộ Nội vụ', province: null, level: 'central', number: '1234/KH-BNV' },
  ],
  [
    'a party committee',
    [
      'TỈNH ỦY QUẢNG TRỊ | ĐẢNG CỘNG SẢN VIỆT NAM',
      'Số 44-KH/TU | Quảng Trị, ngày 5 tháng 2 năm 2021',
      'KẾ HOẠCH',
      'thực hiện Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII',
    ],
    { number: '44-KH/TU', issuer: 'Tỉnh ủy Quảng Trị', level: 'province', province: '45', issuedOn: '2021-02-05' },
  ],
  [
    'no title at all: who enacts is none, and its unit is that of the place',
    [
      `ỦY BAN NHÂN DÂN | ${MOTTO}`,
      'Số: 15/QĐ-UBND | Cao Bằng, ngày 6 tháng 2 năm 2020',
      'ỦY BAN NHÂN DÂN TỈNH',
      'Căn cứ Luật Tổ chức chính quyền địa phương;',
      'QUYẾT ĐỊNH:',
      'Điều 1. Phê duyệt quy chế.',
    ],
    {
      form: 'decision',
      title: '',
      issuer: 'Ủy ban nhân dân tỉnh Cao Bằng',
      code: 'ubnd-tinh',
      level: 'province',
      province: '04',
    },
  ],
  [
    'who signs for it, where the letterhead names nobody else',
    [
      `BỘ TRƯỞNG BỘ Y TẾ | ${MOTTO}`,
      'Số: 21/QĐ-BYT | Hà Nội, ngày 4 tháng 4 năm 2023',
      'VỀ VIỆC BAN HÀNH KẾ HOẠCH PHÒNG BỆNH NĂM 2023',
      'Căn cứ Luật Phòng, chống bệnh truyền nhiễm;',
    ],
    { issuer: 'Bộ Y tế', code: 'bo-y-te', form: 'decision', title: 'VỀ VIỆC BAN HÀNH KẾ HOẠCH PHÒNG BỆNH NĂM 2023' },
  ],
  [
    "the board of a city's party organisation",
    [
      'ĐẢNG BỘ THÀNH PHỐ HẢI PHÒNG / BAN THƯỜNG VỤ / * | ĐẢNG CỘNG SẢN VIỆT NAM',
      'Số 88-KH/TU | Hải Phòng, ngày 3 tháng 4 năm 2024',
      'KẾ HOẠCH',
      'thực hiện Chỉ thị của Ban Bí thư năm 2024',
    ],
    {
      number: '88-KH/TU',
      issuer: 'Ban Thường vụ Thành ủy Hải Phòng',
      code: 'ban-thuong-vu-thanh-uy',
      level: 'province',
      province: '31',
    },
  ],
  [
    'the party committee of a commune, under that of its province',
    [
      'ĐẢNG BỘ TỈNH QUẢNG TRỊ / ĐẢNG ỦY XÃ HẢI LĂNG / * | ĐẢNG CỘNG SẢN VIỆT NAM',
      'Số 5-KH/ĐU | Hải Lăng, ngày 3 tháng 9 năm 2025',
      'KẾ HOẠCH',
      'chuyển đổi số năm 2025',
    ],
    { issuer: 'Đảng ủy xã Hải Lăng', code: 'dang-uy-xa-hai-lang', level: 'commune', province: '44', set: 34 },
  ],
  [
    'the party committee of a district and of a city in a province',
    [
      'THÀNH ỦY VIỆT TRÌ / * | ĐẢNG CỘNG SẢN VIỆT NAM',
      'Số 12-KH/ThU | Việt Trì, ngày 3 tháng 9 năm 2021',
      'KẾ HOẠCH',
      'chuyển đổi số năm 2021',
    ],
    { issuer: 'Thành ủy Việt Trì', code: 'thanh-uy-viet-tri', level: 'district', province: '25', set: 63 },
  ],
  [
    "a board of a party committee's, under its name",
    [
      'TỈNH ỦY GIA LAI / BAN TUYÊN GIÁO / * | ĐẢNG CỘNG SẢN VIỆT NAM',
      'Số 16-KH/BTGTU | Gia Lai, ngày 11 tháng 4 năm 2023',
      'KẾ HOẠCH',
      'tuyên truyền năm 2023',
    ],
    { issuer: 'Ban Tuyên giáo Tỉnh ủy', code: 'ban-tuyen-giao-tinh-uy', province: '64', number: '16-KH/BTGTU' },
  ],
  [
    "the office of a people's committee",
    [
      `UBND TỈNH BẮC GIANG / VĂN PHÒNG | ${MOTTO}`,
      'Số: 5/KH-VP | Bắc Giang, ngày 2 tháng 2 năm 2024',
      'KẾ HOẠCH',
      'Cải cách hành chính năm 2024',
    ],
    {
      issuer: 'Văn phòng Ủy ban nhân dân tỉnh Bắc Giang',
      code: 'van-phong-ubnd-tinh',
      level: 'department',
      province: '24',
    },
  ],
  [
    'the standing board of the front',
    [
      `ỦY BAN MTTQ VIỆT NAM TỈNH HÀ NAM / BAN THƯỜNG TRỰC | ${MOTTO}`,
      'Số: 5/KH-MTTQ-BTT | Hà Nam, ngày 2 tháng 2 năm 2024',
      'KẾ HOẠCH',
      'Giám sát năm 2024',
    ],
    { code: 'mat-tran-to-quoc', level: 'department', province: '35' },
  ],
  [
    'an office of the centre in a province, under the body above it',
    [
      `TỔNG CỤC THUẾ / CỤC THUẾ TỈNH CAO BẰNG | ${MOTTO}`,
      'Số: 5/KH-CTCBA | Cao Bằng, ngày 2 tháng 2 năm 2024',
      'KẾ HOẠCH',
      'Cải cách hành chính năm 2024',
    ],
    { issuer: 'Cục Thuế tỉnh Cao Bằng', code: 'cuc-thue', level: 'department', province: '04' },
  ],
  [
    'a board known by a number, of the level below its province',
    [
      `UBND TỈNH LẠNG SƠN / BAN CHỈ ĐẠO 389 | ${MOTTO}`,
      'Số: 5/KH-BCĐ | Lạng Sơn, ngày 2 tháng 2 năm 2024',
      'KẾ HOẠCH',
      'Chống buôn lậu năm 2024',
    ],
    { code: 'ban-chi-dao-389', level: 'department', province: '20' },
  ],
  [
    'who enacts, below a title whose letterhead is lost',
    ['NGHỊ QUYẾT', 'THÍ ĐIỂM CƠ CHẾ TẠI THÀNH PHỐ HÀ NỘI', 'QUỐC HỘI', 'Căn cứ Hiến pháp;', 'Điều 1. Phạm vi.'],
    { form: 'resolution', issuer: 'Quốc hội', level: 'central', province: null },
  ],
  [
    'who gives orders in an article, not whom it names first',
    ['Tin nhanh', 'Theo Văn phòng UBND tỉnh Quảng Trị, Chủ tịch UBND tỉnh này vừa ký quyết định về kinh phí.'],
    { issuer: 'Ủy ban nhân dân tỉnh Quảng Trị', level: 'province' },
  ],
  [
    'a body of the centre in the headline',
    ['Bộ Y tế yêu cầu các tỉnh báo cáo', 'Bộ Y tế vừa có văn bản yêu cầu các Sở Y tế rà soát bệnh viện.'],
    { issuer: 'Bộ Y tế', level: 'central', province: null },
  ],
  [
    'whose orders they are',
    ['Tin nhanh', '“Sở Y tế tăng cường kiểm tra”. Đó là chỉ đạo của UBND tỉnh đối với ngành y tế.'],
    { level: 'province' },
  ],
];

test.each(CASES)('%s', (_name, lines, expected) => {
  expect(headerRead(lines)).toMatchObject(expected);
});

test.each([
  ['Phó Chủ tịch UBND huyện Lâm Thao Nguyễn Văn An yêu cầu các xã báo cáo.', 'ubnd-huyen-lam-thao'],
  ['Theo chỉ đạo của UBND tỉnh, các xã báo cáo.', 'ubnd-tinh'],
  ['Sở Y tế phối hợp với UBND các huyện.', undefined],
  ['UBND tỉnh vừa có công văn giao Sở Y tế rà soát.', 'ubnd-tinh'],
  ['Thực hiện yêu cầu của UBND tỉnh, UBND huyện Lâm Thao ban hành kế hoạch.', 'ubnd-huyen-lam-thao'],
  // Who is told by a person, or by nobody, does not give the orders.
  ['Ông Trần Văn An giao Sở Y tế rà soát; Sở Nội vụ chỉ đạo các đơn vị.', undefined],
  ['Giao Sở Y tế rà soát. Sở Công Thương chỉ đạo Chi cục Quản lý thị trường kiểm tra.', undefined],
  ['Giao Sở Y tế rà soát. UBND tỉnh yêu cầu báo cáo.', 'ubnd-tinh'],
])('who gives orders: %s', (text, code) => {
  expect(giverIn(loadKnowledge(), text)?.code).toBe(code);
});

test.each([
  ['Sở Y tế phối hợp với Sở Tài chính rà soát; Sở Nội vụ báo cáo.', 'province'],
  ['Sở Y tế phối hợp với Ủy ban nhân dân các huyện, thành phố rà soát.', 'province'],
  ['Sở Y tế rà soát trước ngày 30/6.', null],
  ['Bộ Y tế chủ trì, phối hợp với Bộ Công an rà soát.', 'central'],
  ['Thực hiện Nghị quyết của Bộ Chính trị và chỉ đạo của Thủ tướng, tỉnh đã nỗ lực.', null],
  ['Giao Sở Y tế rà soát.', 'province'],
  ['Đồng chí Trần Văn An yêu cầu UBND xã Hải Lăng báo cáo.', 'district'],
  ['Bộ thủ tục hành chính công; trên địa bàn phường.', null],
])('above whom a text speaks that names nobody who speaks: %s', (text, level) => {
  expect(levelAbove(loadKnowledge(), text)).toBe(level);
});

test.each([
  ['Phó Thủ tướng Trần Văn An giao các Bộ Công an, Công Thương thanh tra giá xăng.', true],
  ['Bộ trưởng Bộ Y tế yêu cầu Sở Y tế các tỉnh báo cáo.', true],
  ['Bộ NN&PTNT cho biết, năm 2018 ngành lâm nghiệp trồng 225.000 ha rừng.', true],
  ['Thực hiện chỉ đạo của Thủ tướng, UBND tỉnh yêu cầu Sở Y tế báo cáo.', false],
  ['Sở Y tế báo cáo Bộ Y tế kết quả.', false],
  ['Bộ Y tế đồng ý cho phép Sở Y tế tỉnh thành lập bệnh viện.', true],
  ['Bộ Công Thương đặt mục tiêu giảm 5% tổn thất điện.', true],
  ['Bộ trưởng Trần Văn An yêu cầu các Sở Y tế báo cáo.', true],
  ['Thực hiện Chỉ thị số 5/CT-BYT ngày 3/2/2021 của Bộ Y tế cho biết kết quả.', false],
])('who speaks is of the centre: %s', (text, centre) => {
  expect(speaksForCentre(loadKnowledge(), text)).toBe(centre);
});

test.each([
  ['UBND thành phố giao Sở Y tế rà soát.', 'province'],
  ['UBND thành phố yêu cầu các quận báo cáo.', 'province'],
  ['UBND thành phố giao Phòng Y tế, Công an thành phố rà soát.', null],
])('a city of the centre has departments and quarters: %s', (text, level) => {
  const issuer = giverIn(loadKnowledge(), text);
  expect(levelActed(loadKnowledge(), text, { issuer })).toBe(level);
});

test.each([
  ['Văn phòng UBND tỉnh có công văn số 12/VP-KTN yêu cầu Sở Y tế báo cáo.', '12/VP-KTN', 'province'],
  ['Văn phòng UBND tỉnh ban hành kế hoạch số 12/KH-VPUBND.', '12/KH-VPUBND', null],
])('the office of a committee speaks for it: %s', (text, number, level) => {
  const issuer = giverIn(loadKnowledge(), text);
  expect(levelActed(loadKnowledge(), text, { issuer, number })).toBe(level);
});

test('who issued what a text cites does not act in it', () => {
  const knowledge = loadKnowledge();
  expect(
    actorIn(knowledge, 'Số thôn đạt chuẩn (theo Chỉ thị 12-CT/TU ngày 13/2/2018 của Tỉnh ủy): 4 thôn.'),
  ).toBeUndefined();
  expect(actorIn(knowledge, 'Kế hoạch tuyển sinh năm 2026 của Sở Tài chính')?.code).toBe('so-tai-chinh');
});

test('whoever is named first below the heading of duties issues nothing', () => {
  const knowledge = loadKnowledge();
  const plan = (...lines: string[]): string => ['KẾ HOẠCH', 'Phát triển hợp tác xã năm 2026', ...lines].join('\n');
  const duties = ['II. TỔ CHỨC THỰC HIỆN', '1. Sở Nội vụ chủ trì, đôn đốc việc thực hiện Kế hoạch này.'];
  const aims = ['I. MỤC TIÊU', '- Thành lập mới 20 hợp tác xã.'];
  expect(actorIn(knowledge, plan(...aims, ...duties))).toBeUndefined();
  expect(actorIn(knowledge, plan('Sở Tài chính ban hành kế hoạch với nội dung sau:', ...aims, ...duties))?.code).toBe(
    'so-tai-chinh',
  );
});
