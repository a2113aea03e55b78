import { expect, test } from 'vitest';
import { heldAgainst, type Status, statusOf } from '../../../src/extract/statements/status.ts';
import { loadKnowledge } from '../../../src/knowledge/knowledge.ts';

const CASES: [before: string, inherited: Status, aimed: boolean, status: Status][] = [
  // Words that report, words that aim: the last one decides.
  ['Tỉnh đã ban hành ', 'target', false, 'result'],
  ['Tính đến nay, ', 'target', false, 'result'],
  ['Phấn đấu ', 'result', false, 'target'],
  ['Đã hoàn thành giai đoạn 1, phấn đấu ', 'result', false, 'target'],
  ['Theo mục tiêu, đã đạt ', 'target', false, 'result'],
  // Stretches of time that have passed, however long.
  ['Trong 3 năm qua, UBND tỉnh ban hành ', 'target', false, 'result'],
  ['Trong 10 năm thực hiện, ', 'target', false, 'result'],
  ['Qua 3 năm, ', 'target', false, 'result'],
  ['Qua 5 năm triển khai, ', 'target', false, 'result'],
  ['Trong 3 năm tới, ', 'target', false, 'target'],
  // What another body decided is no result.
  ['Theo chỉ tiêu đã được giao, ', 'target', false, 'target'],
  ['Thực hiện mục tiêu đã đề ra, ', 'target', false, 'target'],
  // Among aims, "đã" tells how a thing came about; what reports of the present still does.
  ['Hồ sơ đã tiếp nhận được giải quyết ', 'target', true, 'target'],
  ['Hiện có ', 'target', true, 'result'],
  ['Hiện trạng: ', 'target', true, 'result'],
  // Where nothing is said, what stood before goes on; a sentence about a whole time makes the rest a report.
  ['Tỷ lệ hồ sơ ', 'target', false, 'target'],
  ['Tỷ lệ hồ sơ ', 'result', false, 'result'],
  ['Theo báo cáo của các địa phương, ', 'target', false, 'result'],
];
test.each(CASES)('"%s" (after %s, among aims: %s) is a %s', (before, inherited, aimed, status) => {
  expect(statusOf(loadKnowledge(), before, inherited, aimed)).toBe(status);
});

const SENTENCES: readonly (readonly [sentence: string, reported: boolean])[] = [
  ['Thu ngân sách đạt 105% dự toán được giao', true],
  ['Trồng rừng đạt 98% kế hoạch', true],
  ['Giá trị sản xuất tăng 7% so với cùng kỳ', true],
  ['Phấn đấu thu ngân sách đạt 105% dự toán', false],
  ['Tỷ lệ giải ngân vốn đầu tư công đạt trên 95% kế hoạch được giao', false],
  ['Giải ngân đạt 100% kế hoạch vốn', false],
];
test.each(SENTENCES)('%s: held against a plan or the year before: %s', (sentence, reported) => {
  expect(heldAgainst(loadKnowledge(), sentence)).toBe(reported);
});
