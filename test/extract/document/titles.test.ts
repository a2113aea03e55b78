import { expect, test } from 'vitest';
import { readOutline } from '../../../src/extract/document/outline.ts';
import { layOut } from '../../../src/extract/document/text.ts';
import { titleOf } from '../../../src/extract/document/titles.ts';
import { blocksOf } from '../make.ts';

/** The title of the first labelled node, and what of the document follows it. */
function titled(...lines: readonly string[]): [title: string, heading: boolean, body: string] {
  const laid = layOut(blocksOf(lines));
  const [node] = readOutline(laid, laid.blocks).nodes.filter(({ kind }) => kind !== 'root');
  if (node === undefined) throw new Error('no label');
  const title = titleOf(node);
  expect(laid.text.slice(title.start, title.end)).toBe(title.text);
  return [title.text, title.heading, laid.text.slice(title.bodyStart, node.blocks[0]?.end)];
}

test.each([
  ['I. MỤC TIÊU', 'MỤC TIÊU', true, ''],
  // A heading that runs in, and one that only announces.
  ['a) Về thể chế: 100% văn bản được rà soát', 'Về thể chế', true, '100% văn bản được rà soát'],
  ['2. Các chỉ tiêu cụ thể:', 'Các chỉ tiêu cụ thể', true, ''],
  // A sentence that holds a colon has said something before it, or is none of a heading's.
  ['- đạt 90% hồ sơ: Đúng hạn', 'đạt 90% hồ sơ: Đúng hạn', true, ''],
  ['1. Rà soát. Thực hiện: Xong', 'Rà soát', false, 'Rà soát. Thực hiện: Xong'],
  // An item's first sentence serves as its name.
  ['1. Rà soát văn bản. Báo cáo kết quả.', 'Rà soát văn bản', false, 'Rà soát văn bản. Báo cáo kết quả.'],
  ['b) Rà soát văn bản;', 'Rà soát văn bản', false, 'Rà soát văn bản;'],
])('%j is titled %j (heading: %s)', (line, title, heading, body) => {
  expect(titled(line)).toEqual([title, heading, body]);
});

test('an appendix is titled by the line below its label, where that is in capitals', () => {
  expect(titled('PHỤ LỤC 2', 'DANH MỤC NHIỆM VỤ')[0]).toBe('DANH MỤC NHIỆM VỤ');
  expect(titled('PHỤ LỤC 2', 'Kèm theo Kế hoạch')[0]).toBe('');
});
