import { foundQuantities } from './cases.ts';

foundQuantities('billions', [
  ['tổng vốn 5.000 tỷ.', '5.000 tỷ', '=', 5e12, null, 'VND'],
  ['thu hút 2 - 3 nghìn tỷ/năm', '2 - 3 nghìn tỷ/năm', '=', 2e12, 3e12, 'VND/năm'],
]);
