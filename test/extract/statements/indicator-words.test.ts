import { expect, test } from 'vitest';
import { targetsOf } from '../make.ts';

/** A counted noun belongs to what is measured; a unit that only measures does not. */
const CASES: [item: string, indicator: string, unit: string][] = [
  ['Xây dựng 20 mô hình', 'Xây dựng mô hình', 'mô hình'],
  ['Trồng mới 20 ha rừng', 'Trồng mới rừng', 'ha'],
  ['Kiên cố hóa 500 m kênh', 'Kiên cố hóa kênh', 'm'],
  // The mark of a note is no word of a measure.
  ['Tỷ lệ hồ sơ trực tuyến[1] đạt 90%', 'Tỷ lệ hồ sơ trực tuyến', '%'],
  ['Chỉ số cải cách hành chính đạt 86,5 điểm', 'Chỉ số cải cách hành chính', 'point'],
];
test.each(CASES)('%s: %s', (item, indicator, unit) => {
  const [target] = targetsOf(['I. MỤC TIÊU', `- ${item}.`]);
  expect([target?.indicator.text, target?.quantity?.unit]).toEqual([indicator, unit]);
});
