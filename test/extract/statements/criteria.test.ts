import { expect, test } from 'vitest';
import { definesKind, runsFrom } from '../../../src/extract/statements/criteria.ts';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { quantities } from '../mentions/quantities/cases.ts';

const figureOf = (text: string): ReturnType<typeof quantities>[number] & { kind: 'quantity' } => {
  const found = quantities(text).find((mention) => mention.kind === 'quantity');
  if (found === undefined) throw new Error(`no figure in ${text}`);
  return found;
};
const whole = (text: string): { start: number; end: number } => ({ start: 0, end: text.length });

test.each([
  ['Thôn vùng cao là thôn có trên 60% diện tích ở độ cao 700 mét.', true],
  ['Dân tộc ít người là dân tộc có dân số dưới 10.000 người.', true],
  // Aims, names and years are not defined, nor is what is stated.
  ['Tỉnh phấn đấu là tỉnh có trên 90% xã đạt chuẩn.', false],
  ['Huyện Thanh Sơn là huyện có trên 30% hộ nghèo.', false],
  ['Năm nay là năm có trên 90% hồ sơ đúng hạn.', false],
  ['Xã nghèo là xã có 30% hộ nghèo.', false],
])('%s defines what is called so: %s', (text, defines) => {
  expect(definesKind(loadKnowledge(), text, whole(text), figureOf(text))).toBe(defines);
});

test.each([
  ['Gửi báo cáo trong thời hạn 45 ngày làm việc kể từ ngày Nghị định số 12/2025/NĐ-CP có hiệu lực.', true],
  ['Rút ngắn thời gian giải quyết còn 12 ngày.', false],
  ['Thời gian giải quyết bình quân là 7 ngày tính từ khi tiếp nhận.', false],
])('%s runs from a day: %s', (text, runs) => {
  expect(runsFrom(loadKnowledge(), text, whole(text), figureOf(text))).toBe(runs);
});
