import { foundQuantities } from './cases.ts';

foundQuantities('ratio', [
  [
    'tử vong mẹ xuống còn 42 trên 100.000 trẻ đẻ sống',
    '42 trên 100.000 trẻ đẻ sống',
    '=',
    42,
    null,
    '/100.000 trẻ đẻ sống',
  ],
  ['dưới 4/100.000 trẻ', 'dưới 4/100.000 trẻ', '<', 4, null, '/100.000 trẻ'],
  ['tỷ số tử vong mẹ xuống dưới 35/100.000 vào năm 2030', 'dưới 35/100.000', '<', 35, null, '/100.000'],
  ['đạt 88,5/100 điểm', '88,5/100 điểm', '=', 88.5, null, 'point'],
]);
