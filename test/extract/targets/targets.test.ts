import { expect, test } from 'vitest';
import { extracted, LETTERHEAD } from '../make.ts';

test('paragraphs of an article go on with what the one before them did', () => {
  const article = [
    'Xã Bình Minh nhìn lại một năm',
    'Năm qua, xã đạt nhiều kết quả. Đến nay, có 210 hộ kinh doanh.',
    'Tổng thu ngân sách đạt 12 tỷ đồng, tăng 14% so với năm trước.',
    'Năm tới, xã phấn đấu có thêm 30 hộ kinh doanh.',
    'Tỷ lệ hộ nghèo còn 2%.',
  ];
  expect(extracted(article, []).record.targets.map((t) => t.status)).toEqual([
    'result',
    'result',
    'result',
    'target',
    'target',
  ]);
});

test.each([
  ['Chợ Mới: Nghị quyết về nhiệm vụ phát triển kinh tế - xã hội năm 2012', 'target'],
  ['Chợ Mới: Kết quả thực hiện nghị quyết năm 2012', 'result'],
])('the title of an article says what its figures are: %s', (title, status) => {
  const lines = [
    'Trong lĩnh vực kinh tế:',
    'Tổng đàn lợn có 35.000 con; diện tích ngô đạt 288 ha.',
    'Ngày đăng: 17/01/2012 08:00',
  ];
  expect(extracted([title, ...lines], []).record.targets.map((t) => t.status)).toEqual([status, status]);
});

test('a lead-in that names a time before the plan reports', () => {
  const { targets } = extracted([
    'I. NỘI DUNG',
    'Trong giai đoạn 2001-2010:',
    '- Tỷ lệ trẻ em đi học tăng từ 71% lên 93%.',
    'Trong giai đoạn 2022-2030:',
    '- Tỷ lệ trẻ em đi học tăng lên 99%.',
  ]).record;
  expect(targets.map((t) => [t.quantity?.value, t.status])).toEqual([
    [93, 'result'],
    [99, 'target'],
  ]);
});

test('a sentence of an article that begins with a document is no headline over what stands before it', () => {
  const article = [
    'Doanh nghiệp và doanh nhân',
    'Cả nước đặt mục tiêu đến năm 2028, khu vực tư nhân đóng góp 55% GDP…',
    'Nghị quyết số 21/NQ-CP ngày 9/5/2024 ban hành Chương trình hành động về đội ngũ doanh nhân.',
  ];
  expect(extracted(article, []).record.targets.map((t) => t.quantity?.value)).toEqual([55]);
});

test.each([
  ['Vĩnh Hòa phấn đấu 95% hộ dân dùng nước sạch', [95]],
  ['Đến năm 2027, huyện Phú Hòa có 12 xã đạt chuẩn nông thôn mới nâng cao', [12]],
  ['Tỷ lệ hộ nghèo của tỉnh giảm từ 1,2 - 1,5%', [1.2]],
  ['Vĩnh Hòa triển khai Kế hoạch số 12/KH-UBND', []],
])('figures of the headline %j', (headline, values) => {
  const article = [
    headline,
    'Ngày 12/3/2026, UBND tỉnh ban hành kế hoạch cấp nước. Theo đó, tỉnh phấn đấu hoàn thành vào cuối năm 2027.',
    'Đây là việc làm thiết thực với người dân vùng cao, vùng xa.',
  ];
  expect(extracted(article, []).record.targets.map((t) => t.quantity?.value)).toEqual(values);
});

test('the title of a plan holds no targets', () => {
  const letterhead = [...LETTERHEAD.slice(0, -1), 'Trồng 50 triệu cây xanh giai đoạn 2022 - 2026'];
  expect(extracted(['I. MỤC TIÊU', '1. Trồng rừng: 20 triệu cây.'], letterhead).record.targets).toHaveLength(1);
});

test.each([
  // What the article says of the same figure; else what the headline itself does.
  ['Hòa Sơn trồng 640 ha quế', 'Đến nay, xã đã trồng 640 ha quế.', 'result'],
  ['Hòa Sơn trồng 640 ha quế', 'Xã phấn đấu trồng 640 ha quế.', 'target'],
  ['640 hộ được cấp nước', 'Xã bàn kế hoạch cấp nước.', 'result'],
  ['Cấp nước cho 640 hộ', 'Xã bàn kế hoạch cấp nước.', 'target'],
  // … and else as all that the article tells.
  ['Trồng gần 700 ha quế', 'Đến nay, xã đã trồng 684 ha quế.', 'result'],
  ['Phấn đấu trồng gần 700 ha quế', 'Đến nay, xã đã trồng 684 ha quế.', 'target'],
])('the headline %j over %j holds a %s', (headline, text, status) => {
  const [first] = extracted([headline, text, 'Đây là việc thiết thực với người dân.'], []).record.targets;
  expect(first?.status).toBe(status);
});

test('a directive reports before it orders, in items and bullets alike', () => {
  const { targets } = extracted(
    [
      'Năm 2025, công tác trồng rừng được các cấp quan tâm. Toàn tỉnh trồng 940 ha.',
      'Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:',
      '1. Sở Nông nghiệp và Môi trường',
      '- Chuẩn bị 18 triệu cây giống.',
      '2. Các xã trồng 990 ha.',
    ],
    ['UBND TỈNH QUẢNG TRỊ', 'Số: 4/CT-UBND', 'Quảng Trị, ngày 4 tháng 2 năm 2026', 'CHỈ THỊ', 'Về việc trồng rừng'],
  ).record;
  expect(targets.map(({ quantity, status }) => [quantity?.value, status])).toEqual([
    [940, 'result'],
    [18_000_000, 'target'],
    [990, 'target'],
  ]);
});

test('a letter that asks for plans sets aims below their heading', () => {
  const { targets } = extracted(
    ['1. Mục tiêu', 'Giữ mức sinh hợp lý.', '2. Chỉ tiêu năm 2026', '- Tuổi thọ trung bình: 74,1 tuổi;'],
    ['SỞ Y TẾ TỈNH QUẢNG TRỊ', 'Số: 14/SYT-KH', 'Quảng Trị, ngày 4 tháng 2 năm 2026', 'Kính gửi: UBND các huyện.'],
  ).record;
  expect(targets.map((t) => [t.status, t.deadline?.text, t.deadline?.basis])).toEqual([
    ['target', 'năm 2026', 'inherited'],
  ]);
});

test('a headline is due as the article says of the same figure', () => {
  const article = [
    'Ngành gỗ hướng tới kim ngạch xuất khẩu đạt 8,4 tỷ USD',
    'Sở Công thương tỉnh Phú Thọ cho biết, năm 2026, ngành gỗ phấn đấu tăng 6%. Ngành cũng hướng tới kim ngạch xuất khẩu đạt 8,4 tỷ USD.',
  ];
  expect(extracted(article, []).record.targets.map(({ deadline }) => deadline?.text)).toEqual(
    Array(3).fill('năm 2026'),
  );
});

test.each([
  'Theo đó, mục tiêu đến năm 2028, phấn đấu: 80% học sinh dùng thư viện; 60% người dân đọc sách.',
  'Theo đó, đến năm 2028, tỉnh phấn đấu: tỷ lệ hộ nghèo còn dưới 3%; trồng mới 540 ha rừng.',
  'Đến năm 2028: tỷ lệ hộ nghèo còn 3%; 92% hộ dân dùng nước sạch.',
])('the time before the colon with which a text begins is of the whole list: %s', (text) => {
  const targets = extracted([text], []).record.targets;
  expect(targets.map(({ status, deadline }) => [status, deadline?.end])).toEqual(
    Array(2).fill(['target', '2028-12-31']),
  );
});

test('a report without a date aims at what it sets for years beyond all that it tells of', () => {
  const { targets } = extracted(
    [
      'BÁO CÁO',
      'Điều chỉnh quy hoạch tỉnh thời kỳ 2021 - 2030',
      'I. CHĂN NUÔI',
      'Trước năm 2030 hình thành 3 vùng chăn nuôi; so với năm 2030 tăng thêm 2 vùng, hoàn thành trước ngày 31/12/2030.',
      'Hiện trạng năm 2024 toàn tỉnh có 210 trang trại.',
      '- Chăn nuôi lợn: Đến năm 2030, tổng đàn đạt 1.500.000 con.',
    ],
    [],
  ).record;
  const statusOf = (unit: string) => targets.find(({ quantity }) => quantity?.unit === unit)?.status;
  expect([statusOf('con'), statusOf('trang trại')]).toEqual(['target', 'result']);
});
