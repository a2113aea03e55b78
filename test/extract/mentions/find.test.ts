import { expect, test } from 'vitest';
import { findMentions } from '../../../src/extract/mentions/find.ts';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { quantities } from './quantities/cases.ts';

const context = { year: 2021, date: null, singleYear: false, knowledge: loadKnowledge() };

test('each figure of an enumeration is its own, and a comparison binds the one that it stands at', () => {
  const found = quantities('trên 90% hồ sơ cấp tỉnh, 80% hồ sơ cấp huyện và 60% hồ sơ cấp xã');
  expect(found.map(({ text }) => text)).toEqual(['trên 90%', '80%', '60%']);
  const states = quantities('giảm từ 23 ca sinh/1.000 phụ nữ xuống 18 ca sinh/1.000 phụ nữ');
  expect(states.map(({ value }) => value)).toMatchObject([
    { comparator: '=', value: 23 },
    { comparator: '=', value: 18 },
  ]);
});

/** White space of any width parts words; what is found is quoted as it stands. */
const WIDE: [text: string, found: string[]][] = [
  ['đạt  80%', ['80%']],
  ['giao cho   Sở  Nội vụ  trước  ngày  30/6/2024', ['Sở  Nội vụ', 'trước  ngày  30/6/2024']],
  ['đến\u00a0\u00a0năm \n 2025 có  ít  nhất  20  mô  hình', ['đến\u00a0\u00a0năm \n 2025', 'ít  nhất  20  mô  hình']],
  ['thuộc  nhóm  10  địa phương  dẫn đầu', ['thuộc  nhóm  10  địa phương  dẫn đầu']],
  ['Kế hoạch  số  12/KH-UBND;  khoản  2  mục  I', ['Kế hoạch  số  12/KH-UBND', 'khoản  2  mục  I']],
];
test.each(WIDE)('wide spaces: %j', (text, found) => {
  const mentions = findMentions(text, context);
  expect(mentions.map((mention) => mention.text)).toEqual(found);
  for (const { start, end, text: quote } of mentions) expect(text.slice(start, end)).toBe(quote);
});
