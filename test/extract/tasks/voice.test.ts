import { expect, test } from 'vitest';
import { extracted } from '../make.ts';

const leadsOf = (...lines: string[]): string[] =>
  extracted(['II. PHẦN CHUNG', ...lines]).record.tasks.map((t) => t.leads.map((a) => a.code).join());

test.each<[name: string, lines: string[], leads: string[]]>([
  [
    'what stands before an order is one, too',
    [
      'Công an tỉnh tăng cường tuần tra trên biển. Sở Xây dựng rà soát các cầu tàu.',
      'UBND tỉnh cũng yêu cầu Sở Y tế trữ đủ thuốc.',
    ],
    ['cong-an', 'so-xay-dung', 'so-y-te'],
  ],
  [
    'a body that must do something gives an order as well',
    ['Công an tỉnh tăng cường tuần tra trên biển.', 'UBND các xã có trách nhiệm dọn bãi biển.'],
    ['cong-an', 'ubnd-cap-xa'],
  ],
  [
    'what stood before is called an order',
    ['Công an tỉnh tăng cường tuần tra trên biển.', 'Đó là yêu cầu của Chủ tịch UBND tỉnh.'],
    ['cong-an'],
  ],
  [
    'nothing is told between',
    [
      'Công an tỉnh tăng cường tuần tra trên biển.',
      'Đến nay, lực lượng chức năng đã kiểm tra hơn một trăm bến đò trong toàn tỉnh.',
      'UBND tỉnh yêu cầu Sở Y tế trữ đủ thuốc.',
    ],
    ['so-y-te'],
  ],
  ['no order', ['Công an tỉnh tăng cường tuần tra trên biển. Sở Xây dựng rà soát các cầu tàu.'], []],
  [
    'figures of what was done',
    ['Sở Tư pháp rà soát 45 văn bản.', 'UBND tỉnh yêu cầu Sở Y tế trữ đủ thuốc.'],
    ['so-y-te'],
  ],
])('%s', (_, lines, leads) => {
  expect(leadsOf(...lines)).toEqual(leads);
});
