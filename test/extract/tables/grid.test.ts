import { describe, expect, test } from 'vitest';
import { extracted } from '../make.ts';

describe('task tables', () => {
  const { record } = extracted([
    'PHỤ LỤC',
    'TT | Nội dung | Chủ trì | Phối hợp | Thời gian | Kết quả',
    'I | Cải cách thể chế |  |  |  | ',
    '1 | Rà soát văn bản đã hết hiệu lực | Sở Tư pháp | Các sở, ban, ngành | Quý III/2023 | Báo cáo',
    '2 | Tập huấn cho 100% công chức tư pháp cấp xã | Sở Tư pháp | UBND các huyện | Hằng năm | Lớp tập huấn',
    'II | Cải cách tài chính công |  |  |  | ',
    '3 | Giao quyền tự chủ cho đơn vị sự nghiệp | Sở Tài chính, Sở Nội vụ |  | Trước ngày 30/11/2024 | ',
  ]);

  test('a row, its group, agencies, deadline and product', () => {
    expect(
      record.tasks.map((t) => [
        t.path,
        t.group,
        t.number,
        t.area,
        t.leads.map((a) => a.code),
        t.deadline?.end ?? t.deadline?.rrule,
        t.product,
      ]),
    ).toEqual([
      ['PHỤ LỤC.I.1', 'I', '1', 'institutions', ['so-tu-phap'], '2023-09-30', 'Báo cáo'],
      ['PHỤ LỤC.I.2', 'I', '2', 'institutions', ['so-tu-phap'], 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31', 'Lớp tập huấn'],
      ['PHỤ LỤC.II.3', 'II', '3', 'public-finance', ['so-tai-chinh', 'so-noi-vu'], '2024-11-30', null],
    ]);
    expect(record.tasks[2]?.deadline?.exclusive).toBe(true);
  });
  test('a figure in a row is a target with the row’s agency and deadline', () => {
    const target = record.targets.find((t) => t.quantity?.value === 100);
    expect(target).toMatchObject({
      path: 'PHỤ LỤC.I.2',
      area: 'institutions',
      deadline: { type: 'recurring' },
      agencies: [{ code: 'so-tu-phap', role: 'lead' }],
    });
  });
});

describe('tables of targets', () => {
  const { record, text } = extracted([
    'PHỤ LỤC 1',
    'STT | Chỉ tiêu | Đơn vị tính | Thực hiện năm 2021 | Năm 2023 | Đến năm 2026 | Cơ quan chủ trì',
    'A | Kinh tế |  |  |  |  | ',
    '1 | Thu ngân sách nhà nước | Tỷ đồng | 3.100 | 3.500 | 4.200 | Sở Tài chính',
    '2 | Tỷ lệ che phủ rừng | % | 49,8 | 50 | ≥ 50,5 | Sở Nông nghiệp và Phát triển nông thôn',
    '3 | Chỉ số hài lòng | Thứ bậc |  | Nhóm 20 | ≤ 15 | Sở Nội vụ',
    '4 | Hạ tầng số |  |  |  | Đồng bộ, hiện đại | Sở Thông tin và Truyền thông',
  ]);
  const seen = record.targets.map((t) => [
    t.path,
    t.status,
    t.quantity?.comparator,
    t.quantity?.value,
    t.quantity?.unit,
    t.deadline?.end ?? null,
  ]);

  test('one record for each cell with a figure: year from the column, unit from the row', () => {
    expect(seen).toEqual([
      ['PHỤ LỤC 1.A.1', 'result', '=', 3_100_000_000_000, 'VND', '2021-12-31'],
      ['PHỤ LỤC 1.A.1', 'target', '=', 3_500_000_000_000, 'VND', '2023-12-31'],
      ['PHỤ LỤC 1.A.1', 'target', '=', 4_200_000_000_000, 'VND', '2026-12-31'],
      ['PHỤ LỤC 1.A.2', 'result', '=', 49.8, '%', '2021-12-31'],
      ['PHỤ LỤC 1.A.2', 'target', '=', 50, '%', '2023-12-31'],
      ['PHỤ LỤC 1.A.2', 'target', '>=', 50.5, '%', '2026-12-31'],
      ['PHỤ LỤC 1.A.3', 'target', '<=', 20, 'rank', '2023-12-31'],
      ['PHỤ LỤC 1.A.3', 'target', '<=', 15, 'rank', '2026-12-31'],
      ['PHỤ LỤC 1.A.4', 'target', undefined, undefined, undefined, '2026-12-31'],
    ]);
  });
  test('the quote runs from the indicator to the figure, verbatim', () => {
    const target = record.targets[4];
    expect(target?.source.quote.split(/\s*\t\s*/u)).toEqual(['Tỷ lệ che phủ rừng', '%', '49,8', '50']);
    expect(text.slice(target?.source.start, target?.source.end)).toBe(target?.source.quote);
    expect(target?.agencies.map((a) => a.code)).toEqual(['so-nong-nghiep-va-phat-trien-nong-thon']);
  });
});

test('tables that set neither targets nor tasks yield nothing', () => {
  const { record } = extracted([
    'PHỤ LỤC',
    'STT | Hạng mục | Kinh phí (triệu đồng) | Nguồn',
    '1 | In tài liệu | 250 | Ngân sách tỉnh',
    '2 | Thuê phần mềm | 1.200 | Ngân sách tỉnh',
  ]);
  expect([record.targets, record.tasks]).toEqual([[], []]);
});

test.each([
  ['figures', (i: number) => String(i + 1)],
  ['figures in brackets', (i: number) => `(${i + 1})`],
  ['letters, then figures', (i: number) => (i < 2 ? `(${'AB'[i]})` : String(i + 1))],
])('a row that counts the columns by %s is part of the header, however many there are', (_, mark) => {
  const years = Array.from({ length: 40 }, (_, i) => `Năm ${2025 + i}`);
  const head = ['TT', 'Chỉ tiêu', 'ĐVT', ...years];
  const { record } = extracted([
    'PHỤ LỤC',
    head.join(' | '),
    head.map((_, i) => mark(i)).join(' | '),
    ['1', 'Tỷ lệ hộ nghèo', '%', ...years.map((_, i) => String(60 - i))].join(' | '),
  ]);
  expect(record.targets).toHaveLength(years.length);
  expect(record.targets.map(({ quantity }) => quantity?.value)).toEqual(years.map((_, i) => 60 - i));
});

describe('columns by what stands in and above them', () => {
  const targets = (...rows: string[]): string[] =>
    extracted(['I. MỤC TIÊU ĐẾN NĂM 2026', ...rows]).record.targets.map(
      ({ quantity, indicator, deadline, status }) =>
        `${quantity?.value} ${quantity?.unit} | ${indicator.text} | ${deadline?.text} | ${status}`,
    );

  test('times are no figures, and the row’s own is nearer than that of its group', () => {
    expect(
      targets(
        'TT | Danh mục | Quy mô (km) | Giai đoạn',
        'A | Công trình giai đoạn 2021-2030 |  | ',
        '1 | Kè Ngòi Hương | 4,5 | 2023-2025',
        '2 | Đê Bạch Hạc | 9 | 2026',
      ),
    ).toEqual(['4.5 km | Kè Ngòi Hương: Quy mô | 2023-2025 | target', '9 km | Đê Bạch Hạc: Quy mô | 2026 | target']);
  });
  test('a row that counts the columns says which of them compare two others', () => {
    expect(
      targets(
        'TT | Chỉ tiêu | Hiện có (ha) | Năm 2026 (ha) | Phần thêm (ha)',
        '(1) | (2) | (4) | (6) | (7)=(6)-(4)',
        '1 | Đất trồng chè | 40 | 55 | 15',
      ),
    ).toEqual(['40 ha | Đất trồng chè | undefined | result', '55 ha | Đất trồng chè | Năm 2026 | target']);
  });
  test('merged heads that were written out in each row', () => {
    expect(
      targets(
        'TT | Chỉ tiêu | Kế hoạch năm 2026 | Kế hoạch năm 2026',
        'TT | Chỉ tiêu | Số xã | Số hộ',
        '1 | Có nước sạch | 12 | 400',
      ),
    ).toEqual(['12 xã | Có nước sạch: Số xã | 2026 | target', '400 hộ | Có nước sạch: Số hộ | 2026 | target']);
  });
  test('merged heads of three rows, given once each', () => {
    expect(
      targets(
        'TT | Chỉ tiêu | ĐVT | Năm 2025 |  | Kế hoạch năm 2026 |  | ',
        ' |  |  | Kế hoạch | Ước TH | Tổng số | Trong đó | ',
        ' |  |  |  |  |  | Xã Tân An | Xã Phú Mỹ',
        '1 | Diện tích chè | ha | 12 | 13 | 15 | 6 | 9',
      ),
    ).toEqual([
      '12 ha | Diện tích chè | Năm 2025 | target',
      '13 ha | Diện tích chè | Năm 2025 | result',
      '15 ha | Diện tích chè | 2026 | target',
      '6 ha | Xã Tân An: Diện tích chè | 2026 | target',
      '9 ha | Xã Phú Mỹ: Diện tích chè | 2026 | target',
    ]);
  });
  const lastOf = (one: string): string => one.split(' | ').at(-1) ?? '';
  test('units are no bodies and two thousand no year', () => {
    expect(
      targets(
        'TT | Chỉ tiêu | Đơn vị | Kế hoạch 2026',
        '1 | Thu ngân sách | Tỷ Đồng | 5.400',
        '2 | Sản lượng lúa | Nghìn Tấn | 320',
        '3 | Lao động được đào tạo | Người | 2000',
        '4 | Lao động có việc làm | Người | 2050',
      ).map((one) => one.split(' | ')[0]),
    ).toEqual(['5400000000000 VND', '320000 tấn', '2000 người', '2050 người']);
  });
  test('an aim at the beginning of a year is one, a planned rest compares nothing, ‰ above is the unit of rates', () => {
    expect(
      targets('Chỉ tiêu | Đơn vị | Kế hoạch giao đầu năm 2026', 'Thu ngân sách | tỷ đồng | 500').map(lastOf),
    ).toEqual(['target']);
    expect(
      targets(
        'Hạng mục | Đơn vị | Nhu cầu | Đã có | Kế hoạch mua sắm năm 2026',
        '1 | 2 | 3 | 4 | 5=3-4',
        'Máy tính | bộ | 100 | 30 | 70',
        'Máy in | chiếc | 60 | 20 | 40',
      ).filter((one) => one.startsWith('70') || one.startsWith('40')),
    ).toHaveLength(2);
    expect(
      targets('Đơn vị tính: ‰', 'Chỉ tiêu | Kế hoạch 2026', 'Tỷ lệ tử vong trẻ dưới 1 tuổi | 12').map((one) =>
        one.slice(0, 4),
      ),
    ).toEqual(['12 ‰']);
    expect(
      targets(
        'Chỉ tiêu | Đơn vị | Kế hoạch năm 2026',
        'Số lượt khám | lượt | 2000-2050',
        'Lao động | người | 1950-2000',
      ),
    ).toHaveLength(2);
  });
  test('a table that begins with a row of its own has no heads', () => {
    expect(targets('5 | Kè Ngòi Hương | 20 | Sau năm 2030 nâng lên 50 km', '6 | Đê Bạch Hạc | 9 | 12')).toEqual([]);
  });
});
