import { foundQuantities } from './cases.ts';

foundQuantities('billions', [
  ['thu nhập 60 triệu/người/năm', '60 triệu/người/năm', '=', 60000000, null, 'VND/người/năm'],
  ['thu nhập 60tr/người', '60tr/người', '=', 60000000, null, 'VND/người'],
  ['thu nhập bình quân đầu người đạt 64 triệu;', '64 triệu', '=', 64000000, null, 'VND'],
  ['tổng vốn 5.000 tỷ.', '5.000 tỷ', '=', 5e12, null, 'VND'],
  ['thu hút 2 - 3 nghìn tỷ/năm', '2 - 3 nghìn tỷ/năm', '=', 2e12, 3e12, 'VND/năm'],
]);
