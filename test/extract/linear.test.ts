import { expect, test } from 'vitest';
import { findMentions } from '../../src/extract/mentions.ts';
import { scanAny } from '../../src/extract/rule.ts';
import { RULES } from '../../src/extract/rules/index.ts';

const context = { year: 2026, date: null, singleYear: false };
const SIZE = 100_000;
const fill = (unit: string): string => unit.repeat(Math.ceil(SIZE / unit.length)).slice(0, SIZE);

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
].map(fill);

// A rule whose time grows with the square of its input takes minutes here.
test.each(RULES.map((rule) => [rule.id, rule] as const))('%s takes its own worst input in its stride', (_id, rule) => {
  for (const text of WORST) {
    const start = performance.now();
    scanAny(rule, text, context);
    expect(performance.now() - start, JSON.stringify(text.slice(0, 30))).toBeLessThan(1500);
  }
});

test('all rules together, overlaps settled, take the worst inputs in their stride', () => {
  for (const text of WORST) {
    const start = performance.now();
    findMentions(text, context);
    expect(performance.now() - start, JSON.stringify(text.slice(0, 30))).toBeLessThan(3000);
  }
});
