import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import { labelsInOrder } from '../../../src/read/scan/label-order.ts';
import { lineOf, textOf } from './lines.ts';

const read = (...lines: readonly string[]): string[] =>
  labelsInOrder(loadKnowledge(), [lines.map((text, i) => lineOf(text, { y: 100 + i * 50 }))]).flatMap((page) =>
    page.map((line) => textOf(line).split(' ')[0] ?? ''),
  );

describe('labels by their order', () => {
  it.each([
    [
      ['L Mục tiêu', 'IL Nhiệm vụ', 'HI. Kinh phí', 'IV. Tổ chức'],
      ['I.', 'II.', 'III.', 'IV.'],
    ],
    [
      ['I. Mục tiêu', 'II. Nhiệm vụ', 'II. Kinh phí'],
      ['I.', 'II.', 'III.'],
    ],
    // A stroke that is read twice.
    [
      ['I. Mục tiêu', '1l. Chung', '2. Riêng', 'II. Nhiệm vụ'],
      ['I.', '1.', '2.', 'II.'],
    ],
    [
      ['I. Mục tiêu', '1l. Nhiệm vụ', '1. Chung', '2. Riêng'],
      ['I.', 'II.', '1.', '2.'],
    ],
    // The first of two numbers.
    [
      ['III. Giải pháp', '1. Chung', 'II. Tiếp tục', '1.2. Nâng cao', '2. Riêng'],
      ['III.', '1.', '1.1.', '1.2.', '2.'],
    ],
    [
      ['1. Yêu cầu', '2. Kinh phí', '2. Của tỉnh', 'a) Một', '2.2. Của xã'],
      ['1.', '2.', '2.1.', 'a)', '2.2.'],
    ],
    [
      ['I. Mục tiêu', '1. Chung', 'II. Nhiệm vụ', '1. Một', '1.1. Nhỏ', '1.2. To'],
      ['I.', '1.', 'II.', '1.', '1.1.', '1.2.'],
    ],
    [
      ['1. Chung', '1. Riêng', '2. Khác', '1.2. To'],
      ['1.', '1.', '2.', '1.2.'],
    ],
    [
      ['1. Mục tiêu', 'Z. Nhiệm vụ', '3. Kinh phí'],
      ['1.', '2.', '3.'],
    ],
    [
      ['4. Mục tiêu', 'S. Nhiệm vụ'],
      ['4.', 'S.'],
    ],
    [
      ['1. Một', '2. Hai', '3. Ba', '4. Bốn', 'S. Năm'],
      ['1.', '2.', '3.', '4.', '5.'],
    ],
    [
      ['a) Một', 'b) Hai', 'e) Ba', 'd) Bốn'],
      ['a)', 'b)', 'c)', 'd)'],
    ],
    [
      ['a) Một', 'b) Hai', 'c) Ba', 'd) Bốn', 'd) Năm'],
      ['a)', 'b)', 'c)', 'd)', 'đ)'],
    ],
  ])('%j', (lines, labels) => {
    expect(read(...lines)).toEqual(labels);
  });

  it.each([
    // Another number may be meant.
    [['1. Một', '2. Hai', '7. Bảy']],
    // "1.1." is no stroke that is read twice.
    [['1. Một', '1.1. Nhỏ', '2. Hai']],
    // A sentence goes on with a word of such letters.
    [['I. Một', 'II. Hai', 'III. Ba', 'IV. Bốn', 'V. Năm', 'vi của tỉnh']],
    // A list of its own begins within an item.
    [['I. Một', '1. Nhỏ', '2. Nhỏ', 'II. Hai', '1. Nhỏ']],
    // A sentence begins with a word of one letter, and no numeral comes after it.
    [['L là tên của một lớp', 'Các lớp khác']],
    [['a) Một', 'b) Hai', 'Sở Nội vụ']],
  ])('leaves %j', (lines) => {
    expect(read(...lines)).toEqual(lines.map((line) => line.split(' ')[0]));
  });

  it('keeps what was read', () => {
    const [page] = labelsInOrder(loadKnowledge(), [[lineOf('I. Một'), lineOf('IL Hai')]]);
    expect(page?.[1]?.words[0]).toMatchObject({ text: 'II.', asRead: 'IL' });
  });

  it('counts on where the next label stands at another indent only for its own series', () => {
    const lines = [lineOf('1. Một'), lineOf('a) Nhỏ', { x: 200 }), lineOf('Z. Hai')];
    const [page] = labelsInOrder(loadKnowledge(), [lines]);
    expect(page?.map((line) => line.words[0]?.text)).toEqual(['1.', 'a)', '2.']);
    const [far] = labelsInOrder(loadKnowledge(), [[lineOf('1. Một'), lineOf('Z. Hai', { x: 600 })]]);
    expect(far?.map((line) => line.words[0]?.text)).toEqual(['1.', 'Z.']);
  });
});
