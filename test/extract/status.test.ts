import { expect, test } from 'vitest';
import { heldAgainst } from '../../src/extract/status.ts';

const SENTENCES: readonly (readonly [sentence: string, reported: boolean])[] = [
  ['Thu ngân sách đạt 105% dự toán được giao', true],
  ['Trồng rừng đạt 98% kế hoạch', true],
  ['Giá trị sản xuất tăng 7% so với cùng kỳ', true],
  ['Phấn đấu thu ngân sách đạt 105% dự toán', false],
  ['Tỷ lệ giải ngân vốn đầu tư công đạt trên 95% kế hoạch được giao', false],
  ['Giải ngân đạt 100% kế hoạch vốn', false],
];
test.each(SENTENCES)('%s: held against a plan or the year before: %s', (sentence, reported) => {
  expect(heldAgainst(sentence)).toBe(reported);
});
