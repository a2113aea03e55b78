import { expect, test } from 'vitest';
import { findMentions } from '../../src/extract/mentions/find.ts';
import { rules } from '../../src/extract/mentions/rules.ts';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import { cpuOf, fill, growth, MOST } from '../growth.ts';
import { extracted, scanAny } from './make.ts';

const context = { year: 2026, date: null, singleYear: false, knowledge: loadKnowledge() };
const SIZE = 100_000;
const WORST = [
  '1',
  '.',
  '1.',
  '1.000.',
  '1,5 ',
  '%',
  '1% ',
  '1-',
  '1/',
  'năm ',
  'năm năm năm ',
  'hai mươi ',
  'ngày ',
  'ngày 1 tháng 1 ',
  'từ năm 2021 đến năm 2025 ',
  'quý I, ',
  'ít nhất ',
  'ngay sau khi ',
  'theo kế hoạch ',
  'trong 5 ngày kể từ khi ',
  'mục I, ',
  'khoản 1, 2, 3 và ',
  '(a)',
  '20 mô hình ',
  'nhóm 10 địa phương ',
  'Kế hoạch ',
  'Sở, ',
  'a/',
  '“3 ',
  ' ',
  '\n',
];

test.each(rules(loadKnowledge()).map((rule) => [rule.id, rule] as const))(
  '%s takes its own worst input in its stride',
  (_id, rule) => {
    for (const unit of WORST)
      expect(
        growth((text) => scanAny(rule, text, context), unit),
        JSON.stringify(unit),
      ).toBeLessThan(MOST);
  },
);

test('all rules together, overlaps settled, take the worst inputs in their stride', () => {
  for (const unit of WORST)
    expect(
      growth((text) => findMentions(text, context), unit),
      JSON.stringify(unit),
    ).toBeLessThan(MOST);
});

test('many sentences on one line take no longer, each, than few', () => {
  const targets = (text: string): void => void extracted(['I. MỤC TIÊU', text]);
  expect(growth(targets, 'Tối thiểu 90% hồ sơ đúng hạn. ', 4 * SIZE)).toBeLessThan(MOST);
});

test('a sentence of figures that never ends takes time that grows with its length', () => {
  const record = (text: string) => void extracted(['I. CHỈ TIÊU', `1. ${text}`]);
  expect(growth(record, '90% ', SIZE / 2)).toBeLessThan(MOST);
});

/** Sentences that never end, as a table makes them that was run together. */
const RUN_ON = ['95% phụ nữ có 4 bệnh và ', '10 xã (năm 2021: 8 xã), ', 'đạt 90% vào năm 2025 và ', '“90% '];
test.each(RUN_ON)('a run-on sentence of "%s" takes no more than its length, squared', (unit) => {
  const record = (text: string) => void extracted(['I. CHỈ TIÊU', `1. ${text}`]);
  const few = cpuOf(() => record(fill(unit, 1500)));
  const many = cpuOf(() => record(fill(unit, 6000)));
  expect(many / Math.max(100, few)).toBeLessThan(24);
});

test('thousands of targets under thousands of duties take time that grows with their number', () => {
  const plan = (items: number) => {
    const list = (line: string): string[] => Array.from({ length: items }, (_, i) => `${i + 1}. ${line}`);
    return [
      `I. MỤC TIÊU ${'VỀ CẢI CÁCH HÀNH CHÍNH '.repeat(8)}`,
      ...list('Tối thiểu 90% hồ sơ được giải quyết đúng hạn.'),
      'II. TỔ CHỨC THỰC HIỆN',
      ...list('Sở Nội vụ chủ trì rà soát thủ tục hành chính.'),
    ];
  };
  extracted(plan(100));
  // Eight times the text; the best of three, since what else runs may fall into one of them.
  let best = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 3 && best > MOST; tries++) {
    const few = cpuOf(() => void extracted(plan(500)));
    best = Math.min(best, cpuOf(() => void extracted(plan(4000))) / Math.max(20, few));
  }
  expect(best).toBeLessThan(MOST);
});
