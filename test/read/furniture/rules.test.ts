import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { furnitureRules, isDateLine } from '../../../src/read/furniture/rules.ts';

const kindsOf = (text: string): string[] => [
  ...new Set(furnitureRules(loadKnowledge()).flatMap(({ kind, pattern }) => (pattern.test(text) ? [kind] : []))),
];

test.each([
  ['Số lượt truy cập', 'counter'],
  ['Lượt truy cập: 1.204 lượt', 'counter'],
  ['Bình luận (3):', 'comments'],
  ['1.204 bình luận', 'counter'],
  ['HỦY TRẢ LỜI', 'comments'],
  ['Huỷ trả lời', 'comments'],
  ['Các bài viết cùng chuyên mục »', 'related'],
  ['Giấy phép: 12/GP-TTĐT', 'menu'],
  ['Chia sẻ bài viết qua Zalo', 'menu'],
  ['Xếp hạng: 4.5 - 2 phiếu bầu', 'counter'],
  // must stay
  ['Xếp hạng 02 di tích cấp tỉnh', undefined],
  ['Tin học hóa công tác lưu trữ', undefined],
  ['Danh mục 2', undefined],
  ['Hôm nay', undefined],
  ['Xem', undefined],
])('%s', (text, kind) => expect(kindsOf(text)).toEqual(kind === undefined ? [] : [kind]));

test.each([
  ['Đăng ngày: 17/01/2019', true],
  ['Cập nhật lúc 08:15 - 17/01/2019', true],
  ['Chủ nhật, ngày 17/01/2019 | Lượt xem: 5 | 12 lượt đọc', true],
  ['17.01.2019 08:15 (GMT+7)', true],
  ['Hà Nam, ngày 17/01/2019', false],
  ['Đến ngày 17/01/2019', false],
])('a line with the date of an article: %s', (text, yes) => expect(isDateLine(loadKnowledge(), text)).toBe(yes));

test('a long row of digits behind a date is refused at once', () => {
  const start = performance.now();
  expect(isDateLine(loadKnowledge(), `17/01/2019 ${'1'.repeat(60)}x`)).toBe(false);
  expect(performance.now() - start).toBeLessThan(500);
});
