import { expect, test } from 'vitest';
import { baselineOf, conditionOf } from '../../../src/extract/statements/baseline.ts';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';

test.each([
  ['giảm 20% so với quy định của Trung ương, trong đó', 'so với quy định của Trung ương'],
  ['tăng 10% so  với năm 2020', 'so với năm 2020'],
  ['cao hơn so với hiện trạng năm 2020 là 522 ha', 'so với hiện trạng năm 2020'],
  ['tăng 12% so cùng kỳ; thu 30 tỷ', 'so cùng kỳ'],
  ['tăng gấp 2,2 lần so năm 2020', 'so năm 2020'],
  ['tăng 12% so ước thực hiện năm 2020; thu 30 tỷ', 'so ước thực hiện năm 2020'],
  ['bằng 110% cùng kỳ năm 2025', 'cùng kỳ năm 2025'],
  ['so với cùng kỳ giảm 12,3% số vụ', 'so với cùng kỳ'],
  ['tăng 21% so với năm 2024 và vượt 8% kế hoạch năm', 'so với năm 2024'],
  ['so với mức giảm của vùng', 'so với mức giảm của vùng'],
  ['tăng 10%', null],
])('"%s" is measured from %j', (statement, baseline) => expect(baselineOf(loadKnowledge(), statement)).toBe(baseline));

test.each([
  ['90% văn bản (trừ văn bản mật) được ký số', 'trừ văn bản mật'],
  ['100% thủ tục (đủ điều kiện) trực tuyến', 'đủ điều kiện'],
  ['100% hồ sơ, trừ hồ sơ mật, được số hóa', 'trừ hồ sơ mật'],
  ['90% cơ quan trừ các đơn vị lực lượng vũ trang; còn lại', 'trừ các đơn vị lực lượng vũ trang'],
  ['100% hồ sơ trừ hồ sơ mật đạt 90% số hóa', 'trừ hồ sơ mật'],
  ['thuế sản phẩm trừ trợ cấp sản phẩm chiếm 6%', null],
  ['90% hồ sơ (kể cả hồ sơ giấy)', null],
  ['90% hồ sơ', null],
  // A bracket that is never closed holds no condition.
  [`90% hồ sơ (nếu ${'nếu '.repeat(20_000)}`, null],
])('%.60j leaves out %j', (statement, condition) => {
  const before = process.cpuUsage();
  expect(conditionOf(loadKnowledge(), statement)).toBe(condition);
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(1000);
});
