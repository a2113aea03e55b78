import { expect, test } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import {
  denominatorLength,
  endsWithLabel,
  goesOnLabels,
  headWords,
  nounLength,
  plainSigns,
} from '../../src/language/counted-nouns.ts';

const knowledge = loadKnowledge();

test.each([
  ['xã đạt chuẩn nông thôn mới', 'xã', 1],
  ['tin, bài trên báo', 'tin, bài', 1],
  ['cơ sở sản xuất và kinh doanh', 'cơ sở sản xuất', 2],
  ['thành phường', '', 0],
  ['thành viên mới', 'thành viên mới', 0],
  ['xã thành phường', 'xã', 1],
  ['nội dung', '', 0],
  ['và xã', '', 0],
  ['chiếm hơn một phần ba', '', 0],
])('of %j the counted noun is %j', (text, noun, head) => {
  expect([text.slice(0, nounLength(knowledge, text)), headWords(knowledge, text)]).toEqual([noun, head]);
});

test.each([
  ['20 phòng học cấp ', true],
  ['đã cấp ', false],
  ['dịch vụ mức độ ', true],
  ['Phụ lục ', true],
  ['đánh số ', true],
  ['tổng số ', false],
  ['dân số ', false],
  ['có ', false],
])('a number after %j is a label: %s', (before, label) => {
  expect(endsWithLabel(knowledge, before)).toBe(label);
});

test.each([
  ['mức độ 2, 3 và ', 4, true],
  ['mức độ 3, ', 4, true],
  ['mức độ 3, ', 40, false],
  ['có 2, 3 và ', 4, false],
])('after %j the number %d goes on labels: %s', (before, value, goes) => {
  expect(goesOnLabels(knowledge, before, value)).toBe(goes);
});

test.each([
  ['/người/năm, tăng', '/người/năm'],
  ['/100 trẻ sơ sinh gái', '/100 trẻ sơ sinh gái'],
  ['/vạn dân', '/vạn dân'],
  [' / năm', ' / năm'],
  ['/6 tháng', ''],
  [' người', ''],
])('the denominators of %j are %j', (text, denominators) => {
  expect(text.slice(0, denominatorLength(knowledge, text))).toBe(denominators);
});

test('signs of units have one spelling', () => {
  expect(['km²', 'µg/m³', 'ha'].map(plainSigns)).toEqual(['km2', 'μg/m3', 'ha']);
});
