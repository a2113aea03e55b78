import { expect, test } from 'vitest';
import { onlyMeasures } from '../../../../src/extract/mentions/quantities/measure.ts';
import { loadKnowledge } from '../../../../src/knowledge/knowledge.ts';
import { foundQuantities } from './cases.ts';

foundQuantities('measure', [
  ['thu hút 5.10⁶ USD', '5.10⁶ USD', '=', 5000000, null, 'USD'],
  [
    'từ trên 60 triệu đồng/người đến dưới 65 triệu đồng/người',
    'từ trên 60 triệu đồng/người đến dưới 65 triệu đồng/người',
    '>=',
    60000000,
    65000000,
    'VND/người',
  ],
  ['vốn 350 tr.đồng', '350 tr.đồng', '=', 350000000, null, 'VND'],
  ['thu 1,234.5 tỷ đồng', '1,234.5 tỷ đồng', '=', 1234500000000, null, 'VND'],
  ['thu 500tr đồng', '500tr đồng', '=', 500000000, null, 'VND'],
  ['thu 500 trđ', '500 trđ', '=', 500000000, null, 'VND'],
  ['thu 500 tr.đ', '500 tr.đ', '=', 500000000, null, 'VND'],
  ['thu hút 3 x 10⁶ USD', '3 x 10⁶ USD', '=', 3000000, null, 'USD'],
  ['sản lượng 10.000 ± 500 tấn', '10.000 ± 500 tấn', '=', 10000, null, 'tấn'],
  [
    'từ trên 50 triệu đồng đến dưới 70 triệu đồng',
    'từ trên 50 triệu đồng đến dưới 70 triệu đồng',
    '>=',
    50000000,
    70000000,
    'VND',
  ],
  ['giảm được 03 ngày làm việc', '03 ngày làm việc', '=', 3, null, 'day'],
  ['rút ngắn thêm 05 ngày làm việc', '05 ngày làm việc', '=', 5, null, 'day'],
  ['diện tích 1.234,5 ha', '1.234,5 ha', '=', 1234.5, null, 'ha'],
  ['chi 1,250,000 đồng', '1,250,000 đồng', '=', 1250000, null, 'VND'],
  ['chi 15 000 000 đồng', '15 000 000 đồng', '=', 15000000, null, 'VND'],
  ['không quá 5 phút/giao dịch', 'không quá 5 phút/giao dịch', '<=', 5, null, 'phút/giao dịch'],
  ['không ít hơn 3 lần/năm', 'không ít hơn 3 lần/năm', '>=', 3, null, 'lần/năm'],
  ['tối đa 02 giờ', 'tối đa 02 giờ', '<=', 2, null, 'hour'],
  ['giảm xuống dưới mức 0,3 điểm phần trăm/năm', 'dưới mức 0,3 điểm phần trăm/năm', '<', 0.3, null, 'pp/năm'],
  ['giảm mức sinh thô 0,2 %0 so với năm trước', '0,2 %0', '=', 0.2, null, '‰'],
  ['tuổi thọ bình quân tính từ khi sinh: 74,6 tuổi', '74,6 tuổi', '=', 74.6, null, 'tuổi'],
  ['tăng 2,5 điểm %', '2,5 điểm %', '=', 2.5, null, 'pp'],
  ['giảm 1 - 1,5 điểm phần trăm', '1 - 1,5 điểm phần trăm', '=', 1, 1.5, 'pp'],
  ['chỉ số đạt 86,5 điểm trở lên', '86,5 điểm trở lên', '>=', 86.5, null, 'point'],
  ['2,5 tỷ đồng', '2,5 tỷ đồng', '=', 2500000000, null, 'VND'],
  ['937 nghìn tấn', '937 nghìn tấn', '=', 937000, null, 'tấn'],
  ['từ 1,5 - 2 triệu đồng', 'từ 1,5 - 2 triệu đồng', '=', 1500000, 2000000, 'VND'],
  ['từ 5 triệu đồng đến 10 triệu đồng', 'từ 5 triệu đồng đến 10 triệu đồng', '=', 5000000, 10000000, 'VND'],
  ['50 triệu đồng/người/năm', '50 triệu đồng/người/năm', '=', 50000000, null, 'VND/người/năm'],
  ['kim ngạch đạt 604 triệu đôla Mỹ', '604 triệu đôla Mỹ', '=', 604000000, null, 'USD'],
  ['kim ngạch đạt 3,2 tỷ USD', '3,2 tỷ USD', '=', 3200000000, null, 'USD'],
  ['chi trên 1 tỷ 200 triệu đồng', 'trên 1 tỷ 200 triệu đồng', '>', 1200000000, null, 'VND'],
  ['đạt 142,06 nghìn tỷ đồng', '142,06 nghìn tỷ đồng', '=', 142060000000000, null, 'VND'],
  ['công suất 20 nghìn tấn đồng kim loại/năm', '20 nghìn tấn đồng kim loại/năm', '=', 20000, null, 'tấn/năm'],
  ['diện tích nhà ở đạt 27 m2 sàn/người', '27 m2 sàn/người', '=', 27, null, 'm2/người'],
  ['tỷ suất chết 10,7‰', '10,7‰', '=', 10.7, null, '‰'],
  ['trồng 85.737 ha rừng', '85.737 ha', '=', 85737, null, 'ha'],
  ['thời gian giải quyết không quá 15 ngày làm việc', 'không quá 15 ngày làm việc', '<=', 15, null, 'day'],
  ['thời gian chờ giảm còn 20 phút', '20 phút', '=', 20, null, 'phút'],
  ['tăng gấp 2 lần', '2 lần', '=', 2, null, 'lần'],
  ['tối thiểu 2 lần/năm', 'tối thiểu 2 lần/năm', '>=', 2, null, 'lần/năm'],
  ['tuổi thọ bình quân đạt 75,5 tuổi', '75,5 tuổi', '=', 75.5, null, 'tuổi'],
  ['rộng 12 km²', '12 km²', '=', 12, null, 'km2'],
  ['rộng 12 km2', '12 km2', '=', 12, null, 'km2'],
]);

/** A unit that only measures, or a noun that is counted and belongs to what is measured. */
const ONLY_MEASURES: [unit: string, only: boolean][] = [
  ['ha', true],
  ['hành vi', false],
  ['m', true],
  ['m2', true],
  ['mô hình', false],
  ['point', true],
  ['VND/người', true],
  ['%', true],
  ['rank', true],
  ['giường bệnh', false],
];
test.each(ONLY_MEASURES)('%s only measures: %s', (unit, only) => {
  expect(onlyMeasures(loadKnowledge(), unit)).toBe(only);
});
