import { expect, test } from 'vitest';
import { periodDeadline } from '../../../src/extract/document/inherited-deadlines.ts';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { targetsOf } from '../make.ts';

test('a heading "Chỉ tiêu kế hoạch năm …" dates what stands below it, lines that lost their bullets too', () => {
  const targets = targetsOf([
    '2. Chỉ tiêu kế hoạch năm 2023',
    '- Tổng tỷ suất sinh: 2,2 con/phụ nữ;',
    'Giảm 30% số cặp tảo hôn;',
    '- Giảm số ca sinh con thứ ba: 5% so năm 2022.',
  ]);
  expect(targets.map((t) => [t.direction, t.deadline?.end])).toEqual([
    ['reach', '2023-12-31'],
    ['decrease-by', '2023-12-31'],
    ['decrease-by', '2023-12-31'],
  ]);
});

/** Lines of a plan of 2022 to 2026, and for each target the end of its deadline and what told it. */
const TOLD: [what: string, lines: string[], ...told: string[]][] = [
  [
    'a time and a colon that open a labelled item',
    [
      '1. Về doanh nghiệp',
      'a) Đến hết năm 2025: Có ≥ 30% doanh nghiệp dùng nền tảng số. Mỗi xã có 02 tổ công nghệ số.',
      'b) Giai đoạn 2026 - 2028: Thành lập mới 450 hợp tác xã.',
      'c) Mục tiêu đến năm 2027: 55% hộ kinh doanh thanh toán số.',
      '- 40% hộ kinh doanh khai thuế điện tử.',
      '1.1. Đến năm 2028: 100% cụm công nghiệp có trạm 5G.',
    ],
    '2025-12-31 explicit',
    '2025-12-31 explicit',
    '2028-12-31 explicit',
    '2027-12-31 explicit',
    '2027-12-31 inherited',
    '2028-12-31 explicit',
  ],
  [
    'a period that runs on into the first of its items',
    [
      '1. Mục tiêu cụ thể đến năm 2030',
      '- Giai đoạn 2025-2027 + 100% thủ tục được làm trực tuyến.',
      '+ 80% hồ sơ dùng lại dữ liệu.',
      '- Giai đoạn 2028-2029; + 90% công chức dùng trợ lý ảo.',
      '+ 60% thôn có tổ công nghệ số.',
      '- Giai đoạn 2028-2030:',
      '+ 95% công chức dùng trợ lý ảo.',
    ],
    '2027-12-31 explicit',
    '2027-12-31 inherited',
    '2029-12-31 explicit',
    '2029-12-31 inherited',
    '2030-12-31 inherited',
  ],
  [
    'a period among bullets of one kind',
    [
      '1. Mục tiêu cụ thể đến năm 2030',
      '- Giai đoạn 2025-2027:',
      '- 100% kết quả được trả bản điện tử.',
      '- 80% hồ sơ dùng lại dữ liệu.',
      '- Giai đoạn 2028-2029:',
      '- 90% hồ sơ dùng lại dữ liệu.',
    ],
    '2027-12-31 inherited',
    '2027-12-31 inherited',
    '2029-12-31 inherited',
  ],
  [
    'a period above bullets of another kind',
    ['1. Mục tiêu cụ thể đến năm 2030', '- 60% thôn có trạm.', '* Năm 2027:', '- 70% xã có trạm.'],
    '2030-12-31 inherited',
    '2027-12-31 inherited',
  ],
  [
    'a heading whose items begin again with labels of its own kind',
    [
      '1. Mục tiêu chung',
      '2. Các chỉ tiêu chủ yếu đến năm 2028',
      '1. Tỷ lệ lao động qua đào tạo: 70%.',
      '2. Tỷ lệ hộ dùng nước sạch: 96%.',
      'II. GIẢI PHÁP',
      '1. Mở 12 lớp nghề.',
    ],
    '2028-12-31 inherited',
    '2028-12-31 inherited',
    '2026-12-31 plan-period',
  ],
];
test.each(TOLD)('%s', (_, lines, ...told) => {
  const targets = targetsOf(['I. MỤC TIÊU', ...lines]);
  expect(targets.map(({ deadline }) => `${deadline?.end} ${deadline?.basis}`)).toEqual(told);
  expect(targets.map(({ indicator }) => indicator.text).join()).not.toContain('+');
});

test.each([
  ['Các chỉ tiêu chủ yếu đến năm 2025', '2020-01-01', 'by', null],
  ['Kế hoạch trồng rừng đến năm 2025', null, 'by', null],
  ['Kế hoạch trồng rừng đến năm 2025', '2020-01-01', 'during', '2020-01-01'],
  ['Mục tiêu phát triển đàn bò tới cuối năm 2025', '2020-01-01', 'by', null],
])('below the title "%s" of a plan from %s on', (title, start, type, from) => {
  expect(periodDeadline(loadKnowledge(), { start, end: '2025-12-31' }, title)).toMatchObject({
    type,
    start: from,
    end: '2025-12-31',
  });
});

test('what a plan is issued to carry out does not date its aims', () => {
  const preamble =
    'Thực hiện Chiến lược phòng, chống bệnh lao, nhằm đạt mục tiêu từ nay đến năm 2030, UBND tỉnh ban hành Kế hoạch phòng, chống bệnh lao năm 2024, cụ thể như sau:';
  const targets = targetsOf([preamble, 'I. MỤC TIÊU', '- 90% xã có tổ phòng, chống lao.']);
  expect(targets.map(({ deadline }) => deadline?.end)).toEqual(['2024-12-31']);
});
