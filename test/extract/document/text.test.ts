import { expect, test } from 'vitest';
import { blockAt, layOut, sourceAt } from '../../../src/extract/document/text.ts';
import type { Block } from '../../../src/model/block.ts';
import { blocksOf } from '../make.ts';

test('cells of a row are parted by a tab, all else by a line break, and each block stands where it says', () => {
  const laid = layOut(blocksOf(['I. MỤC TIÊU', 'TT | Chỉ tiêu', '1 | Hồ sơ', 'Hết']));
  expect(laid.text).toBe('I. MỤC TIÊU\nTT\tChỉ tiêu\n1\tHồ sơ\nHết\n');
  for (const { start, end, text } of laid.blocks) expect(laid.text.slice(start, end)).toBe(text);
  expect(laid.blocks.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5]);
});

test('no blocks are a text all the same', () => {
  const laid = layOut([]);
  expect([laid.text, blockAt(laid, 0)]).toEqual(['\n', undefined]);
});

test.each([
  [0, 'một'],
  [3, 'một'],
  [4, 'hai ba'],
  [10, 'hai ba'],
  [11, 'bốn'],
  [15, undefined],
  [99, undefined],
])('at %d stands %j', (offset, text) => {
  expect(blockAt(layOut(blocksOf(['một', 'hai ba', 'bốn'])), offset)?.text).toBe(text);
});

const run = (start: number, end: number, page: number, box: [number, number, number, number]) => ({
  start,
  end,
  page,
  box,
});
const PRINTED: Block = {
  kind: 'paragraph',
  text: 'Đạt trên 90% hồ sơ',
  page: 1,
  runs: [run(0, 8, 1, [10, 10, 50, 20]), run(8, 13, 1, [50, 11, 80, 21]), run(13, 18, 2, [10, 10, 40, 20])],
};

test('a source has a box for each line that it touches, and the page of the first', () => {
  const laid = layOut([PRINTED]);
  expect(sourceAt(laid, 0, 12)).toEqual({
    ...{ quote: 'Đạt trên 90%', start: 0, end: 12, page: 1 },
    boxes: [[1, 10, 10, 80, 21]],
  });
  expect(sourceAt(laid, 9, 18).boxes).toEqual([
    [1, 50, 11, 80, 21],
    [2, 10, 10, 40, 20],
  ]);
  expect(sourceAt(laid, 13, 18)).toMatchObject({ quote: 'hồ sơ', page: 2 });
});

test('without printed runs a source has no boxes', () => {
  expect(sourceAt(layOut(blocksOf(['một', 'hai'])), 4, 7)).toEqual({ quote: 'hai', start: 4, end: 7, page: null });
});
