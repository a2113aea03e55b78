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

const TWICE: [text: string, found: string, comparator: string, value: number][] = [
  ['đạt chín mươi phần trăm (90%)', 'chín mươi phần trăm (90%)', '=', 90],
  ['trên 90% (chín mươi phần trăm) hồ sơ', 'trên 90% (chín mươi phần trăm)', '>', 90],
  [
    'vốn 2.500.000 đồng (hai triệu năm trăm nghìn đồng)',
    '2.500.000 đồng (hai triệu năm trăm nghìn đồng)',
    '=',
    2500000,
  ],
  [
    'vốn 500.000 đồng (Bằng chữ: Năm trăm nghìn đồng chẵn./.)',
    '500.000 đồng (Bằng chữ: Năm trăm nghìn đồng chẵn./.)',
    '=',
    500000,
  ],
  ['120 xã (một trăm hai mươi xã) đạt chuẩn', '120 xã (một trăm hai mươi xã)', '=', 120],
];
test.each(TWICE)('said in digits and in words: %s', (text, found, comparator, value) => {
  expect(quantities(text)).toMatchObject([{ text: found, value: { comparator, value, text: found } }]);
});

test('another figure in brackets is its own', () => {
  expect(quantities('90% (tám mươi phần trăm)').map(({ text }) => text)).toEqual(['90%', 'tám mươi phần trăm']);
});

const ROWS: [text: string, found: [text: string, value: number][]][] = [
  [
    'lần lượt đạt 55, 60 và 65%',
    [
      ['55', 55],
      ['60', 60],
      ['65%', 65],
    ],
  ],
  [
    'lần lượt là 25,1-28,8-46,1%',
    [
      ['25,1', 25.1],
      ['28,8', 28.8],
      ['46,1%', 46.1],
    ],
  ],
  ['tăng 55, 60 và 65%', [['65%', 65]]],
];
test.each(ROWS)('figures in order: %s', (text, found) => {
  expect(quantities(text).map((mention) => [mention.text, 'value' in mention.value && mention.value.value])).toEqual(
    found,
  );
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
