import { expect, test } from 'vitest';
import { targetsOf } from '../make.ts';

const found = (...items: readonly string[]) =>
  targetsOf(['I. CHỈ TIÊU CỤ THỂ', ...items])
    .filter(({ kind }) => kind === 'qualitative')
    .map(({ path, indicator, deadline }) => [path, indicator.text, deadline?.text]);

const PERIOD = 'giai đoạn 2022 - 2026';
const AIM = 'Nâng cao chất lượng phục vụ người dân và doanh nghiệp';

test.each([
  [`1. ${AIM}.`, [['I.1', AIM, PERIOD]]],
  // The first sentence is the aim.
  [`1. ${AIM}. Báo cáo kết quả.`, [['I.1', AIM, PERIOD]]],
  [`1. Mục tiêu 2: ${AIM}.`, [['I.1', AIM, PERIOD]]],
  [`1. Trong năm 2023, ${AIM.toLowerCase()}.`, [['I.1', `Trong năm 2023, ${AIM.toLowerCase()}`, 'Trong năm 2023']]],
  // Too short, with a figure, only announcing.
  ['1. Quá ngắn.', []],
  ['1. Giải quyết 90% hồ sơ đúng hạn.', []],
  ['1. Chi thường xuyên: 7.040.025 triệu đồng.', []],
  ['1. Các mục tiêu cụ thể của kế hoạch như sau:', []],
])('%j aims at %j', (item, targets) => {
  expect(found(item)).toEqual(targets);
});

test('what stands below an item is the aim, and tasks are none', () => {
  expect(found('1. Về phục vụ', `a) ${AIM}.`)).toEqual([['I.1.a', AIM, PERIOD]]);
  expect(found('II. NHIỆM VỤ, GIẢI PHÁP', `1. ${AIM}.`)).toEqual([]);
});

test('a heading that names the aims of a table is none of them', () => {
  const table = ['TT | Phòng | Chỉ tiêu', '1 | Phòng Kế toán | 20', '2 | Phòng Thanh tra | 30'];
  expect(found('1. Chỉ tiêu thực hiện năm 2026 của các phòng', ...table)).toEqual([]);
  expect(found(`1. ${AIM}`, ...table)).toEqual([['I.1', AIM, PERIOD]]);
});

test('beside items that set figures by a time, one without a figure is an aim like them', () => {
  const inWords = (heading: string, ...items: readonly string[]) =>
    targetsOf(['I. MỤC TIÊU', heading, ...items])
      .filter(({ kind }) => kind === 'qualitative')
      .map(({ path }) => path);
  const figures = ['- 90% bến tàu có đèn.', '- 45% tàu cá có máy bộ đàm.'];
  expect(inWords('1. Mục tiêu đến năm 2025', ...figures, `- ${AIM}.`)).toEqual(['I.1.-3']);
  expect(inWords('1. Mục tiêu đến năm 2025', figures[0] ?? '', `- ${AIM}.`, `- ${AIM}, văn minh.`)).toEqual([]);
  expect(inWords('1. Mục tiêu', ...figures, `- ${AIM}.`)).toEqual([]);
});

test('general aims beside indicators, and what a list only names, are no aims in words', () => {
  const words = (...lines: readonly string[]): string[] =>
    targetsOf(lines).flatMap(({ kind, indicator }) => (kind === 'qualitative' ? [indicator.text] : []));
  expect(
    words(
      'I. MỤC TIÊU, CHỈ TIÊU',
      '1. Mục tiêu:',
      'Nâng cao nhận thức của toàn xã hội về phòng cháy.',
      '2. Chỉ tiêu:',
      '- Mọi thôn bản đều có đội chữa cháy tại chỗ.',
    ),
  ).toEqual(['Mọi thôn bản đều có đội chữa cháy tại chỗ']);
  expect(words('I. MỤC TIÊU CỤ THỂ', '- Phòng một số bệnh thường gặp như: sởi, dại, sốt xuất huyết và cúm.')).toEqual([
    'Phòng một số bệnh thường gặp như: sởi, dại, sốt xuất huyết và cúm',
  ]);
});
