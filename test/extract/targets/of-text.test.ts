import { describe, expect, test } from 'vitest';
import { extracted, LETTERHEAD, targetsOf } from '../make.ts';

const read = (...lines: readonly string[]): (readonly unknown[])[] =>
  extracted(lines, []).record.targets.map(({ quantity, status, deadline }) => [
    quantity?.value,
    status,
    deadline?.end ?? null,
  ]);

test('a measure behind a share of another is one of its own', () => {
  expect(
    read('Hộ nghèo giảm bình quân 3 - 4%/năm, thu nhập bình quân đầu người đạt 42 triệu đồng/năm, xóa 100% nhà tạm.'),
  ).toEqual([3, 42_000_000, 100].map((value) => [value, 'result', null]));
});

describe('an article without sections', () => {
  test('goes on with the time of the paragraph before', () => {
    expect(
      read(
        'Tỉnh ban hành đề án phát triển kinh tế số.',
        'Theo đó, tỉnh phấn đấu đến năm 2027, tỷ lệ hộ dùng cáp quang đạt 80%.',
        'Tỷ lệ người dân có chữ ký số đạt 40%.',
        'Đến năm 2030, tỷ lệ hộ dùng cáp quang đạt 95%.',
        'Tỷ lệ người dân có chữ ký số đạt 70%.',
      ),
    ).toEqual([
      [80, 'target', '2027-12-31'],
      [40, 'target', '2027-12-31'],
      [95, 'target', '2030-12-31'],
      [70, 'target', '2030-12-31'],
    ]);
  });

  test('reports where it opens with no plan, aim or task', () => {
    expect(
      read(
        'Vụ xuân được mùa ở nhiều xã.',
        'Năng suất lúa đạt 62 tạ/ha.',
        'Nông dân vui mừng thu hoạch.',
        'Vụ sau, huyện phấn đấu đạt 64 tạ/ha.',
      ),
    ).toEqual([
      [62, 'result', null],
      [64, 'target', null],
    ]);
  });

  test('aims where a body decides upon a measure', () => {
    expect(
      read(
        'Đại hội đã bế mạc hôm qua.',
        'Đại hội cũng thống nhất mức tăng trưởng kinh tế 8%/năm. Giá trị dịch vụ tăng 9%.',
      ),
    ).toEqual([
      [8, 'target', null],
      [9, 'target', null],
    ]);
  });

  test('a time that is over when the plan begins is aimed at where the words say so, and reported in brackets', () => {
    expect(
      read(
        'Kế hoạch phát triển du lịch năm 2027',
        'Giai đoạn 2024 - 2026, tỉnh phấn đấu đón 5 triệu lượt khách. Năm 2027, tỉnh phấn đấu đón 7 triệu lượt khách (năm 2025 đạt 6 triệu lượt khách).',
      ),
    ).toEqual([
      [5_000_000, 'target', '2026-12-31'],
      [7_000_000, 'target', '2027-12-31'],
      [6_000_000, 'result', '2025-12-31'],
    ]);
  });

  test('aims where what exists only says what is meant', () => {
    expect(
      read(
        'Kế hoạch đặt ra các mục tiêu đến năm 2027: chuyển các vùng trồng hiện có thành vùng chuyên canh: cam 120 ha, quýt 80 ha.',
      ),
    ).toEqual([
      [120, 'target', '2027-12-31'],
      [80, 'target', '2027-12-31'],
    ]);
  });

  test('goes on with the time of its aims, not with that of a name', () => {
    expect(
      read(
        'Tỉnh ban hành chương trình công nghiệp.',
        'Mục tiêu cụ thể của tỉnh đến năm 2030 là tốc độ tăng trưởng GRDP bình quân thời kỳ 2026 - 2035 đạt 8%. Thu nhập đạt 90 triệu đồng.',
      ),
    ).toEqual([
      [8, 'target', '2035-12-31'],
      [90_000_000, 'target', '2030-12-31'],
    ]);
  });

  test('aims where only a stretch of time is told', () => {
    expect(read('Phấn đấu sau 5 năm, tỷ lệ che phủ rừng đạt 45%.')).toEqual([[45, 'target', null]]);
    expect(read('Phấn đấu ngay từ đầu năm 2026, tỷ lệ hồ sơ trực tuyến đạt 90%.')[0]?.slice(0, 2)).toEqual([
      90,
      'target',
    ]);
  });

  test('aims where it opens with a plan', () => {
    expect(read('Huyện ban hành kế hoạch vụ xuân.', 'Năng suất lúa đạt 62 tạ/ha.')).toEqual([[62, 'target', null]]);
  });
});

test('days that were over when a plan was issued are told of, those ahead are aimed at', () => {
  const targets = extracted([
    'I. PHẠM VI',
    '1. Đến 12 giờ ngày 12/3/2022, trên 6.300 ha lúa bị ngập; 2 tháng đầu năm 2022, trồng 210 ha rừng.',
    '2. Đến ngày 30/9/2022, trồng 640 ha rừng.',
    '3. Phấn đấu đến ngày 11/3/2022 có 12 xã đạt chuẩn.',
  ]).record.targets;
  expect(targets.map(({ quantity, status }) => [quantity?.value, status])).toEqual([
    [6300, 'result'],
    [210, 'result'],
    [640, 'target'],
    [12, 'target'],
  ]);
});

test.each<[why: string, lines: string[], measures: string[]]>([
  [
    'a herd',
    [
      'Chăn nuôi còn nhỏ lẻ; tổng đàn gia cầm thời điểm hiện nay là:',
      '- Gà: 2.400 con.',
      '- Vịt: 360 con - Ngan: 12 con.',
    ],
    ['tổng đàn gia cầm: Gà', 'tổng đàn gia cầm: Vịt', 'Ngan'],
  ],
  [
    'a rate',
    [
      'Phấn đấu đến năm 2025, tỷ lệ hộ sử dụng nước sạch của các vùng như sau:',
      '- Đồng bằng: 95%.',
      '- Miền núi: 80%.',
    ],
    ['tỷ lệ hộ sử dụng nước sạch của các vùng: Đồng bằng', 'tỷ lệ hộ sử dụng nước sạch của các vùng: Miền núi'],
  ],
  ['no rate for a count', ['Tỷ lệ hộ nghèo giảm nhanh, cụ thể:', '- Miền núi: 500 hộ.'], ['Miền núi: hộ']],
  [
    'an item that says itself what it measures',
    ['Tổng diện tích gieo trồng các loại cây gồm:', '- Sản lượng lúa: 900 tấn.'],
    ['Sản lượng lúa'],
  ],
])('what a sentence hands over to its list: %s', (_why, lines, measures) => {
  const targets = targetsOf(['I. MỤC TIÊU CỤ THỂ', '1. Chăn nuôi và nước sạch', ...lines]);
  expect(targets.map((t) => t.indicator.text)).toEqual(measures);
});

test('a rate of growth alone is of the heading above it', () => {
  const measures = targetsOf([
    'I. MỤC TIÊU CỤ THỂ',
    '1. Tăng trưởng kinh tế',
    'Thời kỳ 2022 - 2024, tốc độ tăng trưởng bình quân khoảng 16%/năm.',
  ]).map((t) => t.indicator.text);
  expect(measures).toEqual(['Tăng trưởng kinh tế: tốc độ tăng trưởng bình quân']);
});

test.each<[item: string, directions: string[]]>([
  ['Nâng tỷ lệ che phủ rừng năm 2023 đạt trên 50% và đến năm 2025 đạt 55%.', ['increase-to', 'increase-to']],
  [
    'Tăng diện tích nhà ở bình quân khu vực đô thị đạt 30 m2/người; khu vực nông thôn đạt 28 m2/người.',
    ['increase-to', 'increase-to'],
  ],
  ['Nâng tỷ lệ che phủ rừng lên 50%, tỷ lệ hộ dùng nước sạch đạt 95%.', ['increase-to', 'reach']],
])('a measure that goes on is moved alike: %s', (item, directions) => {
  expect(targetsOf(['I. MỤC TIÊU CỤ THỂ', `- ${item}`]).map((t) => t.direction)).toEqual(directions);
});

test('a year that is not named is that of the heading', () => {
  const plan = (year: string) =>
    extracted(
      [`I. TÌNH HÌNH NĂM ${year}`, 'Trong năm xảy ra 8 đợt thiên tai.', 'II. MỤC TIÊU', 'Trong năm trồng 40 ha rừng.'],
      [...LETTERHEAD.slice(0, -1), 'Phát triển kinh tế - xã hội năm 2022'],
    ).record.targets.map(({ deadline }) => deadline?.end);
  expect(plan('2021')).toEqual(['2021-12-31', '2022-12-31']);
  expect(plan('2022')).toEqual(['2022-12-31', '2022-12-31']);
});

test('what passes a plan by so much does it by just so much', () => {
  const signs = (line: string) =>
    extracted(['I. MỤC TIÊU', line]).record.targets.map(({ quantity }) => quantity?.comparator);
  expect(signs('Thu nội địa vượt 5% dự toán.')).toEqual(['=']);
  expect(signs('Thu nội địa vượt trên 5% dự toán.')).toEqual(['>']);
  expect(signs('Tỷ lệ hài lòng vượt 90%.')).toEqual(['>']);
});

test('in a plan for several years, the year that is not named is that of the heading above it', () => {
  const lines = ['I. NĂM 2023', '1. Trong năm trồng 40 ha rừng.', 'II. NĂM 2024', '1. Đến hết năm có 45 xã.'];
  expect(targetsOf(lines).map(({ deadline }) => [deadline?.type, deadline?.end])).toEqual([
    ['during', '2023-12-31'],
    ['by', '2024-12-31'],
  ]);
});

test('an article tells of the year before it was posted; by when an old plan aimed at something, a page may show', () => {
  const article = (...lines: readonly string[]) =>
    extracted(lines, ['Quảng Trị: Du lịch khởi sắc', 'Thứ ba, ngày 18/03/2025 09:15']).record.targets.map(
      ({ quantity, status }) => [quantity?.value, status],
    );
  expect(
    article(
      'Năm 2024, tỉnh Quảng Trị đón 3.200 lượt khách ra đảo; doanh thu 29 tỷ đồng.',
      'Năm 2025, tỉnh Quảng Trị đón 4.000 lượt khách ra đảo.',
    ),
  ).toEqual([
    [3200, 'result'],
    [29_000_000_000, 'result'],
    [4000, 'target'],
  ]);
  expect(article('Chỉ tiêu về rừng của tỉnh Quảng Trị', '+ Nâng độ che phủ rừng lên 48% vào năm 2015.')).toEqual([
    [48, 'target'],
  ]);
});

test('a sentence that reports says nothing of what comes of it', () => {
  expect(
    read(
      'Nghề cá của tỉnh đã được mùa ở nhiều nơi, tạo đà để phấn đấu hoàn thành mục tiêu của năm.',
      'Sản lượng tôm tăng 23,01%; cua tăng 30,34%.',
    ),
  ).toEqual([
    [23.01, 'result', null],
    [30.34, 'result', null],
  ]);
});

test('under half a year, what is said of the whole year is due in it', () => {
  const { record } = extracted(
    ['II. NHIỆM VỤ 6 THÁNG CUỐI NĂM 2025', '1. Thu phí bến cảng cả năm đạt 45 tỷ đồng.', '2. Trồng 40 ha rừng.'],
    [...LETTERHEAD.slice(0, -1), 'Phát triển kinh tế - xã hội 6 tháng cuối năm 2025'],
  );
  expect(record.targets.map(({ deadline }) => [deadline?.start, deadline?.end])).toEqual([
    ['2025-01-01', '2025-12-31'],
    ['2025-07-01', '2025-12-31'],
  ]);
});

test('"trong năm" below a heading of half a year is of the whole year', () => {
  const lines = [
    'I. KẾT QUẢ 6 THÁNG ĐẦU NĂM 2021',
    '1. Phấn đấu trong năm trồng 700 ha rừng, cuối năm có 20 xã đạt chuẩn.',
  ];
  expect(targetsOf(lines).map(({ deadline }) => [deadline?.start, deadline?.end])).toEqual([
    ['2021-01-01', '2021-12-31'],
    ['2021-01-01', '2021-12-31'],
  ]);
});

test('what was reached of the aims is a result', () => {
  const text = 'Trong năm, tỉnh đã đạt những kết quả khả quan về một số chỉ tiêu: Tốc độ tăng trưởng kinh tế đạt 8%.';
  expect(targetsOf(['I. TÌNH HÌNH CHUNG', `1. ${text}`]).map(({ status }) => status)).toEqual(['result']);
});

describe('what a plan opens with', () => {
  const OPENING = [...LETTERHEAD.slice(0, 2), 'KẾ HOẠCH', 'Phòng, chống bệnh dại giai đoạn 2022 - 2025'];
  const values = (...lines: readonly string[]) => read(...OPENING, ...lines);

  test('describes what there is, up to the first section of aims', () => {
    expect(
      values(
        'Tân Lập là huyện miền núi, có 14 xã. Tổng đàn chó 9.300 con.',
        'I. MỤC TIÊU',
        '1. Tân Lập là huyện miền núi, có 14 xã an toàn dịch bệnh.',
      ),
    ).toEqual([
      [14, 'result', null],
      [9300, 'result', null],
      [14, 'target', '2025-12-31'],
    ]);
  });

  test.each([
    ['I. KẾT QUẢ PHÒNG, CHỐNG BỆNH DẠI', '1. Tuyến huyện: 14 trạm thú y.', 'result'],
    ['I. THÔNG TIN CHUNG', '1. Đàn chó 9.300 con.', 'result'],
    ['I. KẾT QUẢ CẦN ĐẠT', '1. Xây dựng 14 trạm thú y.', 'target'],
    ['I. BỆNH DẠI', '1. Tuyến huyện: Có 14 trạm thú y.', 'result'],
    ['I. BỆNH DẠI', '1. Tiêm phòng 9.300 con chó.', 'target'],
    ['I. BỆNH DẠI', '1. Toàn huyện có 90% hộ nuôi chó cam kết.', 'target'],
    ['I. BỆNH DẠI', '1. Phấn đấu toàn huyện có 14 trạm thú y.', 'target'],
    ['I. BỆNH DẠI', '1. Toàn huyện có 14 trạm thú y vào năm 2024.', 'target'],
  ])('%s: %s', (heading, item, status) => {
    expect(values(heading, item).map(([, told]) => told)).toEqual([status]);
  });

  test('what a story counts to the last one is told, and only that', () => {
    expect(
      read(
        'Tỉnh ban hành kế hoạch chăm sóc trẻ em năm 2031.',
        'Toàn tỉnh có trên 61.734 trẻ em. Cấp thẻ bảo hiểm cho 2.000 trẻ em nghèo.',
        'Toàn tỉnh có 30 xã phù hợp với trẻ em.',
      ).map(([value, status]) => [value, status]),
    ).toEqual([
      [61734, 'result'],
      [2000, 'target'],
      [30, 'target'],
    ]);
  });
});

test('a full stop within brackets ends no list', () => {
  expect(
    read(
      ...LETTERHEAD,
      'I. MỤC TIÊU',
      '1. Diện tích cây trồng năm 2024 (Sắn: diện tích 30 ha, sản lượng 500 tấn. Mía: diện tích 70 ha).',
    ),
  ).toEqual([30, 500, 70].map((value) => [value, 'target', '2024-12-31']));
});
