import { expect, test } from 'vitest';
import { findMentions } from '../../../src/extract/mentions/find.ts';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';

const context = { year: 2021, date: null, singleYear: false, knowledge: loadKnowledge() };
const steps = (text: string) =>
  findMentions(text, context)
    .filter((mention) => mention.kind === 'inner')
    .map(({ value }) => value.steps.map(({ word, label }) => `${word} ${label}`).join(' > '));

const FOUND: [text: string, ...references: string[]][] = [
  ['nêu tại ý thứ ba, điểm b, khoản 2, mục I của Kế hoạch này', 'mục I > khoản 2 > điểm b > ý 3'],
  ['khoản 3, mục II', 'mục II > khoản 3'],
  ['mục 2 phần III', 'phần III > mục 2'],
  ['điểm a khoản 1 Mục II Kế hoạch này', 'mục II > khoản 1 > điểm a'],
  ['Mục II, khoản 1, điểm đ', 'mục II > khoản 1 > điểm đ'],
  ['theo Phụ lục 2', 'phụ lục 2'],
  ['chủ trì các nhiệm vụ tại mục (IV) (1) của Kế hoạch này', 'mục IV > mục 1'],
  ['các nhiệm vụ tại mục (IV)(3.4)(a);', 'mục IV > mục 3.4 > mục a'],
  ['tại mục III.2', 'mục III.2'],
  ['quy định ở khoản 1 và khoản 3, mục II', 'mục II > khoản 1', 'mục II > khoản 3'],
  [
    'điểm a, điểm b khoản 1 và khoản 2 mục I',
    'mục I > khoản 1 > điểm a',
    'mục I > khoản 1 > điểm b',
    'mục I > khoản 2',
  ],
  ['khoản 1, 2 và 3 mục II của Kế hoạch này', 'mục II > khoản 1', 'mục II > khoản 2', 'mục II > khoản 3'],
  ['tại mục (IV) (4.1) (4.2) của Kế hoạch này', 'mục IV > mục 4.1', 'mục IV > mục 4.2'],
  ['Mục I, khoản 2, điểm a và khoản 3', 'mục I > khoản 2 > điểm a', 'mục I > khoản 3'],
  ['tại Mục II, 3 xã đã', 'mục II'],
];
test.each(FOUND)('inner reference: %s', (text, ...references) => {
  expect(steps(text)).toEqual(references);
});

const SILENT = [
  'theo khoản 2 Điều 5 Nghị định số 43/2011/NĐ-CP',
  'điểm a khoản 1 Điều 3 Luật Đầu tư',
  'mục II của Nghị quyết số 76/NQ-CP',
  'Phụ lục 2 ban hành kèm theo Quyết định số 12/QĐ-TTg',
  'Phần I. Mục tiêu',
  'PHỤ LỤC I',
  'các điểm du lịch cộng đồng',
  'mục tiêu đến năm 2025',
  'đạt điểm 5',
  'phần mềm một cửa',
  'cắt bỏ phần vi phạm',
];
test.each(SILENT)('no inner reference: %s', (text) => {
  expect(steps(text)).toEqual([]);
});
